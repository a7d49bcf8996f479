// The raid: twenty players of the five classes, four of each, who found each other by invitations, clear the Thunderwold over the wire and by
// the production rules. Nobody is healed, moved or made stronger.
import { afterEach, expect, it } from 'vitest';
import { CLASSES, dungeons, items, monsters } from '../../src/shared/content';
import { RAID_MOST } from '../../src/shared/rules/parties';
import { weekOf } from '../../src/shared/rules/runs';
import { clear, share } from '../harness/delvers';
import { atTheGate, goIn } from '../harness/dungeon';
import { expectMet } from '../harness/met';
import { joinUp, partyOf } from '../harness/party';
import { type Bot, Stage } from '../harness/world';

const WOLD = dungeons.key('thunderwold');
const [BOSS] = WOLD.bosses;
/** What the stag leaves everybody. */
const SURE = ['storm-glass', 'tide-pearl', 'mighty-draught'];

const stage = await Stage.open();
afterEach(async () => {
  for (const ground of stage.grounds) expect((await ground.status()).ledger.balance, ground.key).toBe(0);
  await stage.clear();
});

it('twenty players clear the Thunderwold as a raid, and each has what is his', { timeout: 600_000 }, async () => {
  const bots: Bot[] = [];
  for (let i = 0; i < RAID_MOST; i++) bots.push(await atTheGate(stage, WOLD, WOLD.level, CLASSES[i % CLASSES.length]));
  const [leader, ...others] = bots;
  await joinUp(stage, leader, ...others.slice(0, 4));
  leader.send('convert', { raid: true });
  await stage.until(() => leader.known('party').raid, 60, 'the raid');
  await joinUp(stage, leader, ...others.slice(4));
  await stage.until(() => bots.every(bot => partyOf(bot).length === RAID_MOST), 60, 'everybody to know everybody');

  const inside = await goIn(stage, leader, { dungeon: WOLD });
  for (const bot of others) expect(await goIn(stage, bot, { dungeon: WOLD })).toBe(inside);
  expect(leader.known('run')).toMatchObject({ dungeon: WOLD.id, hands: RAID_MOST, felled: 0 });

  await clear(stage, inside, WOLD, bots, WOLD.bosses.length, 1500);
  console.info(`cleared ${await inside.world(({ tick }) => Math.round(tick / 20))} s after the region woke`);
  await expectMet(inside, WOLD);
  const { record } = await inside.world(({ encounters }) => encounters.ended.get(BOSS)!);
  expect(record['cloud.interrupted'], 'clouds stopped').toBeGreaterThan(0);
  expect(record['earthing.soaked'], 'lightning caught').toBeGreaterThan(0);
  expect(record['sparks.killed'], 'sparks put out').toBe(record['sparks.called']);
  expect(record['bolts.dodged'], 'bolts run from').toBeGreaterThan(record['bolts.hit'] ?? 0);

  await share(stage, inside, WOLD, bots);
  const { gold } = monsters.key(BOSS);
  for (const bot of bots) {
    expect(bot.known('run')).toMatchObject({ felled: 1 });
    expect(bot.known('life').locks).toContainEqual({ of: BOSS, count: weekOf(Date.now()) });
    const taken = bot.all('gained').filter(gain => gain.gold >= gold[0]);
    expect(taken, bot.guest.name).toHaveLength(1);
    expect(taken[0].items.map(({ kind }) => items.get(kind)?.key)).toEqual(expect.arrayContaining(SURE));
  }
});
