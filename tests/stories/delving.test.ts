// Dungeons cleared from the door to the last boss, over the wire and by the production rules: nobody is healed, moved or made stronger.
import { afterEach, expect, it } from 'vitest';
import { CLASSES, classes, dungeons } from '../../src/shared/content';
import type { Dungeon } from '../../src/shared/content/kinds';
import { MUSTER_ASKED } from '../../src/shared/protocol/messages';
import { isInstance } from '../../src/shared/regions';
import { FILLS } from '../../src/shared/rules/muster';
import { clear } from '../harness/delvers';
import { atTheGate, BARROW, goIn } from '../harness/dungeon';
import { expectMet } from '../harness/met';
import { known } from '../harness/party';
import { type Bot, type Ground, Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(async () => {
  for (const ground of stage.grounds) expect((await ground.status()).ledger.balance, ground.key).toBe(0);
  await stage.clear();
});

/** Five strangers of the five classes, put together by the muster, inside. */
async function fiveIn(dungeon: Dungeon): Promise<{ bots: Bot[]; inside: Ground }> {
  const bots: Bot[] = [];
  for (const cls of CLASSES) bots.push(await atTheGate(stage, dungeon, dungeon.level, cls));
  for (const bot of bots) await known(stage, bot);
  // Their levels too.
  await stage.seconds(1);
  for (const bot of bots) bot.send('queue', { dungeon: dungeon.id, fill: FILLS.indexOf('never') });
  await stage.until(() => bots.every(bot => bot.all('muster').at(-1)?.state === MUSTER_ASKED), 200, 'the ready check');
  for (const bot of bots) bot.send('ready', { accept: true });
  const isIn = async (bot: Bot): Promise<boolean> =>
    isInstance((await stage.whereIs(bot))?.key ?? '') && isInstance(bot.known('welcome').region);
  await stage.until(async () => (await Promise.all(bots.map(isIn))).every(Boolean), 200, 'the dungeon');
  return { bots, inside: (await stage.whereIs(bots[0]))! };
}

it.each(['barrow', 'bastion', 'sanctum'])('five strangers clear the %s', { timeout: 600_000 }, async key => {
  const dungeon = dungeons.key(key);
  const { bots, inside } = await fiveIn(dungeon);
  await clear(stage, inside, dungeon, bots, dungeon.bosses.length, 1800);
  await expectMet(inside, dungeon);
  for (const bot of bots) expect(bot.all('gained').some(({ xp }) => xp > 0)).toBe(true);
});

it('one player with companions clears the Barrow', { timeout: 600_000 }, async () => {
  const bot = await atTheGate(stage, BARROW, BARROW.level, classes.key('duelist'));
  const inside = await goIn(stage, bot, { helpers: true });
  await clear(stage, inside, BARROW, [bot], BARROW.bosses.length, 1200);
  await expectMet(inside, BARROW);
});
