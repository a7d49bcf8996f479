// Between a region's own storage and D1: what D1 will not take is kept, what an old copy of the storage remembers is not believed, and
// what a corpse holds for somebody outlives a crash.
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import { FLAG_DEAD } from '../../assembly/layout';
import { berthsOf } from '../../src/region/population';
import { approach, slay } from '../harness/hunt';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(async () => {
  await env.DB.exec('DROP TRIGGER IF EXISTS never');
  expect((await stage.status()).ledger.balance).toBe(0);
  stage.pass(16 * 60_000);
  await stage.clear();
});

/** D1 refuses every write of that character, as a broken constraint would. */
const refuse = ({ guest }: Bot) =>
  env.DB.prepare(
    `CREATE TRIGGER never BEFORE UPDATE ON characters WHEN NEW.id = '${guest.character}' BEGIN SELECT RAISE(ABORT, 'never'); END`,
  ).run();

/** Drops one of a pile; returns the pile's id and what is left of it. */
async function dropOne(bot: Bot): Promise<{ id: string; left: number }> {
  const pile = bot.known('bag').items.find(item => item.quantity > 1)!;
  const command = bot.command('drop', { item: pile.id, quantity: 1 });
  await stage.turns(2);
  expect(bot.result(command)).toBe(0);
  return { id: pile.id, left: pile.quantity - 1 };
}

async function inD1(item: string): Promise<number | undefined> {
  const row = await env.DB.prepare('SELECT quantity FROM items WHERE id = ?').bind(item).first<{ quantity: number }>();
  return row?.quantity;
}

/** Lets the write-behind have its time. */
async function writeBehind(): Promise<void> {
  stage.pass(31_000);
  for (let i = 0; i < 3; i++) await stage.seconds(1);
}

describe('a batch that D1 refuses', () => {
  it('holds up only the one it is about, who is kept here and written when D1 takes him', async () => {
    const [odd, one, two] = [await stage.join(), await stage.join(), await stage.join()];
    const [his, ones, twos] = [await dropOne(odd), await dropOne(one), await dropOne(two)];
    await refuse(odd);
    await writeBehind();
    expect(await inD1(ones.id)).toBe(ones.left);
    expect(await inD1(twos.id)).toBe(twos.left);
    expect(await inD1(his.id)).toBe(his.left + 1);
    expect(await stage.counter('d1.refused')).toBe(1);
    await writeBehind();
    expect(await stage.counter('d1.refused')).toBe(1);
    expect(await stage.inside(region => region.footing.custody.behind)).toBe(1);
    await env.DB.exec('DROP TRIGGER never');
    stage.pass(16 * 60_000);
    await writeBehind();
    expect(await inD1(his.id)).toBe(his.left);
  });

  it('does not take from a character that leaves, through a crash, and he can come back', async () => {
    const odd = await stage.join();
    const { id, left } = await dropOne(odd);
    await refuse(odd);
    await odd.cut();
    await stage.minute();
    await stage.crash();
    expect(await stage.rows('SELECT quantity FROM item WHERE id = ?', id)).toEqual([{ quantity: left }]);
    const back = await stage.enter(odd.guest);
    expect(back.known('bag').items.find(item => item.id === id)?.quantity).toBe(left);
  });
});

describe('a region restored from an old copy', () => {
  const TABLES = ['character', 'item', 'ledger', 'life', 'purse'];

  it('does not serve or write what D1 knows better, and keeps the rest', async () => {
    const [bot, idle] = [await stage.join(), await stage.join()];
    // Both have found the square on which they stand: nothing more happens to who is idle.
    await stage.turns(12);
    for (const table of TABLES) await stage.rows(`CREATE TABLE old_${table} AS SELECT * FROM ${table}`);
    const { id, left } = await dropOne(bot);
    await writeBehind();
    expect(await inD1(id)).toBe(left);
    for (const table of TABLES) {
      await stage.rows(`DELETE FROM ${table}`);
      await stage.rows(`INSERT INTO ${table} SELECT * FROM old_${table}`);
      await stage.rows(`DROP TABLE old_${table}`);
    }
    await stage.crash();
    const back = await stage.enter(bot.guest);
    expect(back.known('bag').items.find(item => item.id === id)?.quantity).toBe(left);
    expect(await stage.counter('boot.restored')).toBe(1);
    expect(await stage.counter('boot.quarantined')).toBe(1);
    const again = await stage.enter(idle.guest);
    expect(again.known('welcome').resumed).toBe(true);
    // Batches of the life that was lost have taken their numbers: a new one must not be mistaken for them.
    const next = await dropOne(back);
    await writeBehind();
    expect(await inD1(next.id)).toBe(next.left);
  });
});

describe('what lies on the ground', () => {
  it('is numbered anew by every life, however much the one before has laid', async () => {
    const bot = await stage.join();
    const draw = () => stage.inside(({ footing: { store } }) => Array.from({ length: 5000 }, () => store.groundNumber()));
    const numbers = await draw();
    await dropOne(bot);
    await stage.crash();
    const back = await stage.enter(bot.guest);
    const [{ id: lying }] = await stage.rows('SELECT max(id) AS id FROM ground');
    const before = new Set([...numbers, Number(lying)]);
    expect(before.size).toBe(5001);
    expect((await draw()).filter(number => before.has(number))).toEqual([]);
    await dropOne(back);
    expect(await stage.counter('rebuild')).toBe(0);
  });

  it('keeps its number when that would be the next: an older version may have given it', async () => {
    const bot = await stage.join();
    await dropOne(bot);
    const next = 1 + (await stage.inside(({ footing: { store } }) => store.groundNumber()));
    await stage.rows('UPDATE ground SET id = ? WHERE id = (SELECT max(id) FROM ground)', next);
    await dropOne(bot);
    expect(await stage.counter('rebuild')).toBe(0);
    expect(await stage.rows('SELECT id FROM ground WHERE id >= ? ORDER BY id', next)).toEqual([{ id: next }, { id: next + 1 }]);
    // Memory reads anew what the story has changed behind its back.
    await stage.crash();
  });
});

describe('what somebody has come to know', () => {
  it('is remembered through a crash, also more of it than a screen is told', async () => {
    const bot = await stage.join();
    const known = Array.from({ length: 700 }, (_, i) => i + 1);
    await stage.player(bot, ({ character, journal }) => {
      Object.assign(character, { done: known, pois: known });
      journal.character = true;
    });
    await stage.turns(2);
    await stage.crash();
    const back = await stage.enter(bot.guest);
    expect(await stage.player(back, ({ character: { done, pois } }) => [done, pois])).toEqual([known, known]);
  });
});

describe('a corpse', () => {
  it('still holds what it was seen to hold after a crash, once, until its monster rises', async () => {
    const bot = await stage.join();
    const bandit = await approach(stage, [bot], 'bandit', 0.2);
    await slay(stage, [bot], bandit);
    await stage.until(() => bot.all('corpse').some(told => told.corpse === bandit), 10, 'loot');
    const { gold, items } = bot.known('corpse');
    const before = bot.known('sheet').gold;
    const respawn_s = await stage.world(world => world.creatures.get(bandit)!.kind.respawn_s);
    const lying = await stage.world(world => world.creatures.get(bandit)!.spawn);
    // Whom a camp took in beyond its own number is not raised again.
    const returns = await stage.world(({ place }) => (berthsOf(place)[lying].extra ? 0 : 1));
    await stage.crash();
    const back = await stage.enter(bot.guest);
    const corpse = back.known('corpse');
    expect({ gold: corpse.gold, items: corpse.items }).toEqual({ gold, items });
    expect(await stage.world(({ sim }) => sim.core.flags(corpse.corpse) & FLAG_DEAD)).toBe(FLAG_DEAD);
    await stage.player(back, ({ entity }, { sim: { core } }) =>
      core.teleport(entity, core.x(corpse.corpse), Number.NaN, core.z(corpse.corpse), 0),
    );
    const command = back.command('loot', { corpse: corpse.corpse });
    await stage.turns(2);
    expect(back.result(command)).toBe(0);
    expect(back.known('sheet').gold).toBe(before + gold);
    await stage.crash();
    const third = await stage.enter(bot.guest);
    expect(third.all('corpse')).toEqual([]);
    expect(third.known('sheet').gold).toBe(before + gold);
    await stage.place(third, 768, 768);
    stage.pass(respawn_s * 1000);
    await stage.seconds(2);
    const risen = await stage.world(world => [...world.creatures.values()].filter(({ spawn }) => spawn === lying).length);
    expect([await stage.world(world => world.corpses.size), risen]).toEqual([0, returns]);
  });
});
