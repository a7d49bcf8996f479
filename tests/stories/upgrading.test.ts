// A region's storage as a program of before left it: what was in tables of their own then is in the character's row now, and nothing is lost.
import { env } from 'cloudflare:workers';
import { afterEach, expect, it } from 'vitest';
import { LEDGER } from '../../src/shared/rules/journal';
import { REASONS } from '../../src/shared/rules/reasons';
import { ulid } from '../../src/ulid';
import { Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(async () => {
  expect((await stage.status()).ledger.balance).toBe(0);
  await stage.clear();
});

/** Puts the tables back to what they were before version 7: one table of commands, one of lines, one purse for everybody; no hides. */
async function age(): Promise<void> {
  await stage.rows(
    'CREATE TABLE command (character TEXT NOT NULL, slot INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (character, slot)) WITHOUT ROWID',
  );
  await stage.rows('INSERT INTO command SELECT character.id, value % 64, value FROM character, json_each(commands)');
  await stage.rows(
    `INSERT INTO ledger SELECT value->>'id', character.id, value->>'cause', value->>'gold', value->>'kind', value->>'quantity'
    FROM character, json_each(lines)`,
  );
  for (const way of ['brought', 'made', 'destroyed']) {
    await stage.rows(`UPDATE purse SET ${way} = ${way} + (SELECT sum(${way}) FROM character)`);
  }
  for (const column of ['commands', 'lines', 'brought', 'made', 'destroyed']) {
    await stage.rows(`ALTER TABLE character DROP COLUMN ${column}`);
  }
  await stage.rows('DROP TABLE match');
  await stage.rows('DROP TABLE run');
  await stage.rows('ALTER TABLE corpse DROP COLUMN skinned');
  await stage.rows('DELETE FROM version WHERE number >= 7');
}

it('carries over what a character did last and what D1 has not heard of his books', async () => {
  const bot = await stage.join();
  const food = bot.known('bag').items.find(item => item.quantity > 1)!;
  const command = bot.command('drop', { item: food.id, quantity: 1 });
  await stage.turns(2);
  expect(bot.result(command)).toBe(0);
  const { character } = bot.guest;
  const [line, stray] = [ulid(Date.now()), ulid(Date.now())];
  await age();
  for (const [id, whose] of [
    [line, character],
    [stray, 'somebody'],
  ]) {
    await stage.rows('INSERT INTO ledger VALUES (?, ?, ?, 0, ?, 1)', id, whose, LEDGER.gathered, food.kind);
  }
  await stage.crash();
  const back = await stage.enter(bot.guest);
  expect(back.known('welcome').lastCommand).toBe(command);
  back.send('drop', { command, item: food.id, quantity: 1 });
  await stage.turns(2);
  expect(back.result(command)).toBe(REASONS.alreadyDone);
  expect(await stage.rows('SELECT id FROM ledger')).toEqual([{ id: stray }]);
  await stage.clear();
  const query = 'SELECT character_id, quantity FROM ledger WHERE id IN (?, ?) ORDER BY id = ?';
  const told = await env.DB.prepare(query).bind(line, stray, stray).all();
  expect(told.results).toEqual([
    { character_id: character, quantity: 1 },
    { character_id: 'somebody', quantity: 1 },
  ]);
  expect(await stage.rows('SELECT id FROM ledger')).toEqual([]);
});
