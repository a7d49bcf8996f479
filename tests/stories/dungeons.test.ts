// Runs of a dungeon: through the gate, in a world of one's own, past its bosses, and out again, whatever dies on the way.
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FLAG_DEAD, SERIAL_BITS } from '../../assembly/layout';
import { type Env, realmPort } from '../../src/ports';
import { sendOff } from '../../src/region/population';
import { effects, gateOf } from '../../src/shared/content';
import { NOTICES } from '../../src/shared/protocol/notices';
import { isInstance } from '../../src/shared/regions';
import { REASONS } from '../../src/shared/rules/reasons';
import { RUN_MS } from '../../src/shared/rules/runs';
import { readStatus } from '../../src/shared/sim';
import { atTheGate, BARROW, calm, goIn, goOut, outsideOf } from '../harness/dungeon';
import { type Bot, type Ground, Stage } from '../harness/world';

const GATE = gateOf(BARROW);
const OUTSIDE = outsideOf(BARROW);
const INSTANCE_NUMBER = 127;

const stage = await Stage.open();
const outside = await stage.ground(OUTSIDE);

let bot: Bot;
beforeEach(async () => {
  bot = await atTheGate(stage);
});
afterEach(async () => {
  for (const ground of stage.grounds) expect((await ground.status()).ledger.balance, ground.key).toBe(0);
  await stage.clear();
});

/** Strikes the boss down with a blow that no armor stops: how it is fought is told elsewhere (encounters). */
async function fell(ground: Ground, one: Bot, number: number): Promise<void> {
  await ground.player(one, ({ entity }, world) => {
    const boss = [...world.creatures.values()].find(({ kind }) => kind.key === BARROW.bosses[number])!;
    const { core } = world.sim;
    for (const { entity: beast, kind } of [...world.creatures.values()])
      if (!BARROW.bosses.includes(kind.key)) sendOff(world, beast);
    core.teleport(entity, core.x(boss.entity) + 1, Number.NaN, core.z(boss.entity), 0);
    core.setVitals(boss.entity, 1, 0);
    core.setBody(entity, 5000, 100, 5000, 0, 0, 5000, 0);
    core.setVitals(entity, 5000, 100);
  });
  await stage.turns(2);
  let turn = 0;
  const boss = await ground.world(
    world => [...world.creatures.values()].find(({ kind }) => kind.key === BARROW.bosses[number])!.entity,
  );
  await stage.until(
    async () => {
      if (turn++ % 6 === 0) one.use(1, boss);
      await ground.player(one, ({ entity }, world) => {
        const { core } = world.sim;
        // Whom it calls in its fight would seal it.
        for (const { entity: beast, kind } of [...world.creatures.values()])
          if (!BARROW.bosses.includes(kind.key)) sendOff(world, beast);
        if (world.creatures.has(boss) && !(core.flags(boss) & FLAG_DEAD)) core.setVitals(boss, 1, 0);
        core.teleport(entity, core.x(boss) + 1, Number.NaN, core.z(boss), -Math.PI / 2);
      });
      return ground.world(world => (world.run?.felled ?? 0) > number);
    },
    200,
    `the fall of ${BARROW.bosses[number]}`,
  );
  await stage.turns(3);
}

const refusals = (one: Bot): number[] =>
  one
    .all('notice')
    .filter(({ notice }) => notice === NOTICES.refused)
    .map(({ value }) => value);

describe('the gate', () => {
  it('opens to nobody who stands elsewhere, is too young, lies dead or asks for what is not there', async () => {
    const young = await atTheGate(stage, BARROW, BARROW.least - 1);
    young.send('enterDungeon', { dungeon: BARROW.id, anew: false, helpers: false });
    bot.send('enterDungeon', { dungeon: 99, anew: false, helpers: false });
    bot.send('leaveDungeon', {});
    await stage.turns(4);
    expect(refusals(young)).toEqual([REASONS.levelTooLow]);
    expect(refusals(bot)).toEqual([REASONS.noSuchDungeon, REASONS.notInDungeon]);
    await stage.place(bot, GATE.poi.x + 30, GATE.poi.z + 30);
    bot.send('enterDungeon', { dungeon: BARROW.id, anew: false, helpers: false });
    await stage.turns(4);
    expect(refusals(bot).at(-1)).toBe(REASONS.tooFar);
    await outside.player(bot, ({ entity }, world) => world.sim.core.setVitals(entity, 0, 0));
    await stage.turns(2);
    bot.send('enterDungeon', { dungeon: BARROW.id, anew: false, helpers: false });
    await stage.turns(10);
    expect(refusals(bot).at(-1)).toBe(REASONS.isDead);
    expect(await stage.whereIs(bot)).toBe(outside);
  });

  it('leads each company into a world of its own, and back to the run it has', async () => {
    const other = await atTheGate(stage);
    const mine = await goIn(stage, bot);
    const his = await goIn(stage, other);
    expect(his.key).not.toBe(mine.key);
    expect(bot.known('run')).toMatchObject({ dungeon: BARROW.id, felled: 0, hands: 1 });
    expect(await mine.world(world => [...world.players.values()].map(({ character }) => character.id))).toEqual([
      bot.guest.character,
    ]);
    await goOut(stage, bot);
    expect((await goIn(stage, bot)).key).toBe(mine.key);
    await goOut(stage, bot);
    expect((await goIn(stage, bot, { anew: true })).key).not.toBe(mine.key);
  });

  it('is asked once, however often he knocks', async () => {
    for (let i = 0; i < 8; i++) bot.send('enterDungeon', { dungeon: BARROW.id, anew: true, helpers: false });
    await stage.until(async () => isInstance((await stage.whereIs(bot))?.key ?? ''), 120, 'the dungeon');
    const runs = await realmPort(env as unknown as Env).instances();
    expect(runs.length).toBeLessThanOrEqual(5);
  });

  it('gives a body of the world back to who was raised in there', async () => {
    const inside = await goIn(stage, bot);
    await bot.cut();
    await stage.minute();
    await stage.drain();
    const again = await stage.enter(bot.guest);
    expect(again.known('welcome')).toMatchObject({ region: inside.key });
    expect(again.entity >>> SERIAL_BITS).toBe(INSTANCE_NUMBER);
    await goOut(stage, again);
    expect(again.entity >>> SERIAL_BITS).toBeLessThan(INSTANCE_NUMBER);
  });

  it('lets who leaves keep what works in him', async () => {
    const inside = await goIn(stage, bot);
    const { id } = effects.key('fleet-foot');
    await inside.player(bot, ({ entity }, { sim: { core } }) => core.giveEffect(entity, id, 4000, 0));
    await goOut(stage, bot);
    const left = await outside.player(bot, ({ entity }, { sim }) =>
      readStatus(sim.memory, sim.core.status(entity)).effects.find(({ effect }) => effect === id),
    );
    expect(left?.ticks).toBeGreaterThan(3000);
  });
});

describe('a boss that fell', () => {
  it('stays fallen, opens what lies behind it, and leaves its loot, through a crash', async () => {
    const inside = await goIn(stage, bot);
    await fell(inside, bot, 0);
    expect(bot.known('run').felled).toBe(1);
    await stage.crash();
    const again = await stage.enter(bot.guest);
    expect(again.known('welcome').region).toBe(inside.key);
    expect(again.known('run').felled).toBe(1);
    const bosses = await inside.world(world =>
      [...world.creatures.values()].map(({ kind }) => kind.key).filter(key => BARROW.bosses.includes(key)),
    );
    expect(bosses).toEqual(BARROW.bosses.slice(1));
    await inside.player(again, ({ entity }, world) => world.sim.core.setVitals(entity, 0, 0));
    await stage.turns(2);
    again.send('release', {});
    await stage.turns(4);
    const [, behind] = BARROW.place.spawns;
    expect(Math.hypot(again.own!.x - behind.x, again.own!.z - behind.z)).toBeLessThan(3);
  });

  it('gives things to each but once a week', async () => {
    const locks = () => stage.whereIs(bot).then(ground => ground!.player(bot, ({ character }) => ({ ...character.life.locks })));
    const first = await goIn(stage, bot);
    await fell(first, bot, 0);
    expect(Object.keys(await locks())).toEqual([BARROW.bosses[0]]);
    const things = await first.player(bot, (_, world) =>
      [...world.corpses.values()].flatMap(({ loot }) => loot.get(bot.guest.character)?.stacks ?? []),
    );
    expect(things.length).toBeGreaterThan(0);
    await goOut(stage, bot);
    const second = await goIn(stage, bot, { anew: true });
    await fell(second, bot, 0);
    const again = await second.player(bot, (_, world) =>
      [...world.corpses.values()].flatMap(({ loot }) => loot.get(bot.guest.character)?.stacks ?? []),
    );
    expect(again).toEqual([]);
    stage.pass(7 * 24 * 3_600_000);
    await stage.turns(25);
    await calm(stage, bot);
    const third = await goIn(stage, await again_(), { anew: true });
    await fell(third, bot, 0);
    const later = await third.player(bot, (_, world) =>
      [...world.corpses.values()].flatMap(({ loot }) => loot.get(bot.guest.character)?.stacks ?? []),
    );
    expect(later.length).toBeGreaterThan(0);
  });

  it('is counted in no later run', async () => {
    const inside = await goIn(stage, bot);
    for (const number of BARROW.bosses.keys()) await fell(inside, bot, number);
    await goOut(stage, bot);
    const next = await goIn(stage, bot);
    expect(next.key).not.toBe(inside.key);
    expect(bot.known('run').felled).toBe(0);
  });
});

describe('the end of a run', () => {
  it('puts everybody outside', async () => {
    const inside = await goIn(stage, bot);
    stage.pass(RUN_MS);
    await stage.turns(25);
    await stage.until(async () => (await stage.whereIs(bot)) === outside, 120, 'the way out');
    expect(await inside.world(world => world.players.size)).toBe(0);
  });

  it('leaves the instance to another company, and to nobody of the one before', async () => {
    const inside = await goIn(stage, bot);
    await fell(inside, bot, 0);
    await bot.cut();
    await stage.minute();
    await stage.drain();
    stage.pass(RUN_MS + 120_000);
    const other = await atTheGate(stage);
    expect((await goIn(stage, other)).key).toBe(inside.key);
    expect(other.known('run').felled).toBe(0);
    const late = await stage.enter(bot.guest);
    await stage.until(async () => (await stage.whereIs(late)) === outside, 120, 'the way out');
    expect(await inside.world(world => [...world.players.values()].map(({ character }) => character.id))).toEqual([
      other.guest.character,
    ]);
  });
});

/** The one who is put outside after a week has a new ticket by then. */
async function again_(): Promise<Bot> {
  await stage.until(async () => (await stage.whereIs(bot)) === outside, 200, 'the way out');
  return bot;
}
