// Bosses: what falls hits who stays and misses who leaves, an interrupt stops the cast, a seal holds until its guards are dead, phases turn at their
// share of health, a lost fight begins anew, and who helped is paid once. And whoever tries it otherwise.
import { afterEach, describe, expect, it } from 'vitest';
import { BUTTON_FORWARD, BUTTON_SPRINT, FLAG_DEAD } from '../../assembly/layout';
import { abilities, monsters } from '../../src/shared/content';
import { encounterOf } from '../../src/shared/content/encounters';
import { AREA_GROUND, BOSS_FIGHTS, BOSS_GONE } from '../../src/shared/protocol/bosses';
import { CAUSE_DISCOVERY, CHANNEL_NPC } from '../../src/shared/protocol/messages';
import {
  bossOn,
  engage,
  FIELD,
  fallen,
  fightOn,
  grown,
  hpOf,
  laid,
  recordOf,
  seen,
  standBefore,
  tend,
  use,
  wound,
} from '../harness/bosses';
import { slay } from '../harness/hunt';
import { Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(async () => {
  expect((await stage.status()).ledger.balance).toBe(0);
  await stage.clear();
});

const ability = (key: string): number => abilities.key(key).id;
const SOUTH = Math.PI;

describe('ground that something falls on', () => {
  it('is shown before it falls, hits who stays, and misses who walks out of it', async () => {
    const [stays, leaves] = [await grown(stage, 8), await grown(stage, 8)];
    const boss = await bossOn(stage, 'grumbleback', 8, 5);
    await engage(stage, boss, stays, leaves);
    await laid(stage, [stays, leaves], boss, 'roll');
    const told = stays
      .all('areas')
      .flatMap(body => body.laid)
      .find(area => area.ability === ability('rolling-over'))!;
    expect(told).toMatchObject({ kind: AREA_GROUND, a: 900, follows: 0, whole: 50 });
    expect(told.left).toBeGreaterThan(40);
    await tend(stage, stays, leaves);
    const whole = await hpOf(stage, leaves);
    leaves.hold(BUTTON_FORWARD | BUTTON_SPRINT, SOUTH);
    await fightOn(stage, [], boss, now => !now?.areas.some(area => area.key === 'roll'), 10, 'it to fall');
    leaves.hold(0, SOUTH, leaves.clientTick + 200);
    const record = await recordOf(stage, boss);
    expect(record['roll.hit']).toBe(1);
    expect(record['roll.dodged']).toBe(1);
    await stage.turns(2);
    // It is a heavy blow, through his armor, and not his death.
    expect(await hpOf(stage, leaves)).toBeGreaterThan(whole * 0.7);
    const { hp, most } = await stage.player(stays, ({ entity }, world) => ({ hp: world.sim.core.hp(entity), most: whole }));
    expect(hp).toBeGreaterThan(0);
    expect(hp).toBeLessThan(most * 0.9);
  });

  it('stands where it was shown: cones and lines come from the boss, which stands still meanwhile', async () => {
    const bot = await grown(stage, 20);
    const boss = await bossOn(stage, 'hearthmaw', 20, 1);
    await engage(stage, boss, bot);
    await laid(stage, [bot], boss, 'breath');
    const at = await stage.world(world => [world.sim.core.x(boss), world.sim.core.z(boss)]);
    await standBefore(stage, bot, boss, -20);
    await stage.turns(20);
    expect(await stage.world(world => [world.sim.core.x(boss), world.sim.core.z(boss)])).toEqual(at);
    await fightOn(stage, [], boss, now => !now?.areas.some(area => area.key === 'breath'), 10, 'it to fall');
    expect((await recordOf(stage, boss))['breath.dodged']).toBe(1);
    // Then it comes after him again.
    await stage.turns(20);
    expect(await stage.world(world => [world.sim.core.x(boss), world.sim.core.z(boss)])).not.toEqual(at);
  });

  it('is shared by enough hands, and goes through to everybody when they are too few', async () => {
    const [one, two] = [await grown(stage, 20), await grown(stage, 20)];
    const boss = await bossOn(stage, 'door-warden', 8, 5);
    await engage(stage, boss, one, two);
    const lintel = (await laid(stage, [one, two], boss, 'lintel'))!.areas.find(({ key }) => key === 'lintel')!;
    for (const bot of [one, two]) await stage.place(bot, lintel.x, lintel.z);
    await fightOn(stage, [], boss, now => !now?.areas.some(({ key }) => key === 'lintel'), 10, 'the lintel');
    expect(await recordOf(stage, boss)).toMatchObject({ 'lintel.soaked': 1 });
    await tend(stage, one, two);
    for (const [i, bot] of [one, two].entries()) await standBefore(stage, bot, boss, 3, i);
    const next = (await laid(stage, [one, two], boss, 'lintel'))!.areas.find(({ key }) => key === 'lintel')!;
    for (const bot of [one, two]) await stage.place(bot, next.x + 7, next.z + 7);
    await tend(stage, one, two);
    const whole = await hpOf(stage, two);
    await fightOn(stage, [], boss, now => !now?.areas.some(({ key }) => key === 'lintel'), 10, 'the lintel');
    expect(await recordOf(stage, boss)).toMatchObject({ 'lintel.missed': 1 });
    expect(await hpOf(stage, two)).toBeLessThan(whole * 0.85);
  });

  it('follows whom it marks, and spares who carries it away from the others', async () => {
    const [one, two] = [await grown(stage, 20), await grown(stage, 20)];
    const boss = await bossOn(stage, 'salt-widow', 14, 5);
    await engage(stage, boss, one, two);
    const first = (await laid(stage, [one, two], boss, 'kiss'))!;
    expect(new Set(first.areas.filter(({ key }) => key === 'kiss').map(({ follows }) => follows))).toEqual(
      new Set([one.entity, two.entity]),
    );
    await stage.place(two, FIELD.x + 14, FIELD.z);
    await fallen(stage, [one, two], boss, 'kiss');
    expect(await recordOf(stage, boss)).toMatchObject({ 'kiss.apart': 2 });
    expect((await recordOf(stage, boss))['kiss.hit']).toBeUndefined();
    await tend(stage, one, two);
    for (const [i, bot] of [one, two].entries()) await standBefore(stage, bot, boss, 2.6, i);
    await laid(stage, [one, two], boss, 'kiss');
    for (const [i, bot] of [one, two].entries()) await standBefore(stage, bot, boss, 2.6, i);
    await fallen(stage, [one, two], boss, 'kiss');
    expect((await recordOf(stage, boss))['kiss.hit']).toBe(2);
  });
});

describe('a long cast', () => {
  it('is stopped by an interrupt, and heals the boss when it is let through', async () => {
    const bot = await grown(stage, 8, 'warden');
    const boss = await bossOn(stage, 'choir-mother', 8, 5);
    await engage(stage, boss, bot);
    await wound(stage, boss, 0.8);
    const begun = await fightOn(stage, [bot], boss, now => now?.chants === true, 20, 'the verse');
    expect(begun!.record['verse.cast']).toBe(1);
    await stage.turns(6);
    expect(bot.all('boss').at(-1)).toMatchObject({ cast: ability('third-verse'), castWhole: 90 });
    await standBefore(stage, bot, boss);
    use(bot, 'shield-slam', boss);
    await stage.turns(6);
    const stopped = (await seen(stage, boss))!;
    expect(stopped.record).toMatchObject({ 'verse.interrupted': 1 });
    expect(stopped.chants).toBe(false);
    expect(bot.all('boss').at(-1)!.cast).toBe(0);
    expect(stopped.hp).toBeLessThanOrEqual(Math.round(stopped.hpMax * 0.8));
    // Its guards come meanwhile; they are no part of this.
    await fightOn(stage, [bot], boss, now => now?.chants === true, 40, 'the next verse');
    const low = (await seen(stage, boss))!.hp;
    for (let i = 0; i < 12; i++) {
      await tend(stage, bot);
      await stage.turns(10);
    }
    const through = (await seen(stage, boss))!;
    expect(through.record).toMatchObject({ 'verse.interrupted': 1, 'verse.finished': 1 });
    expect(through.hp - low).toBeGreaterThan(through.hpMax * 0.1);
  });

  it('is not stopped by what merely stuns: no control takes hold of a boss', async () => {
    const bot = await grown(stage, 8);
    const boss = await bossOn(stage, 'choir-mother', 8, 5);
    await engage(stage, boss, bot);
    await fightOn(stage, [bot], boss, now => now?.chants === true, 20, 'the verse');
    await standBefore(stage, bot, boss);
    use(bot, 'bash', boss);
    await stage.turns(30);
    expect((await seen(stage, boss))!.chants).toBe(true);
  });
});

describe('a seal', () => {
  it('holds until the guards that were called are dead', async () => {
    const [one, two] = [await grown(stage, 8), await grown(stage, 8)];
    const boss = await bossOn(stage, 'choir-mother', 8, 5);
    await engage(stage, boss, one, two);
    const called = (await fightOn(stage, [one, two], boss, now => (now?.guards.length ?? 0) > 0, 40, 'the voices'))!;
    expect(called.guards).toHaveLength(3);
    await stage.turns(6);
    expect(one.all('boss').at(-1)!.shield).toBe(3);
    const sealed = (await seen(stage, boss))!.hp;
    await standBefore(stage, one, boss);
    await fightOn(stage, [one], boss, now => (now?.tick ?? 0) > called.tick + 80, 20, 'blows on the seal');
    expect((await seen(stage, boss))!.hp).toBeGreaterThanOrEqual(sealed);
    for (const guard of called.guards) {
      await stage.world(({ sim }) => sim.core.setVitals(guard, 6, 100));
      await slay(stage, [two], guard);
    }
    await stage.turns(4);
    const open = (await seen(stage, boss))!;
    expect(open.record).toMatchObject({ 'voices.called': 3, 'voices.killed': 3, 'voices.unsealed': 1 });
    expect(open.guards).toEqual([]);
    await standBefore(stage, one, boss);
    await fightOn(stage, [one], boss, now => now !== null && now.hp < open.hp, 20, 'a blow that tells');
    expect(one.all('boss').at(-1)!.shield).toBe(0);
  });
});

describe('phases', () => {
  it('turn at their share of health, each with its line, and never back', async () => {
    const bot = await grown(stage, 8);
    const boss = await bossOn(stage, 'ninth-king', 8, 1);
    await engage(stage, boss, bot);
    const { phases } = encounterOf('ninth-king')!;
    expect((await seen(stage, boss))!.phase).toBe(1);
    await wound(stage, boss, 0.66);
    await stage.turns(2);
    expect((await seen(stage, boss))!.phase).toBe(1);
    await wound(stage, boss, 0.64);
    await stage.turns(2);
    expect((await seen(stage, boss))!.phase).toBe(2);
    await wound(stage, boss, 0.9);
    await stage.turns(2);
    expect((await seen(stage, boss))!.phase).toBe(2);
    await wound(stage, boss, 0.29);
    await stage.turns(6);
    expect((await seen(stage, boss))!).toMatchObject({ phase: 3, record: { phase: 3 } });
    expect(bot.all('boss').at(-1)).toMatchObject({ state: BOSS_FIGHTS, phase: 3, phases: 3, line: 3 });
    const said = bot.all('chat').filter(({ channel, from }) => channel === CHANNEL_NPC && from === monsters.key('ninth-king').name);
    expect(said.map(({ text }) => text)).toEqual(phases.map(({ say }) => say));
  });

  it('end in fury when nobody ends them', async () => {
    const bot = await grown(stage, 8);
    const boss = await bossOn(stage, 'door-warden', 8, 1);
    await engage(stage, boss, bot);
    // It has fought so long already.
    await stage.world(world => {
      const fight = world.encounters.fights.get(boss)!;
      Object.assign(fight, { begun: fight.begun - fight.table.enrage_ticks });
    });
    await tend(stage, bot);
    await stage.turns(4);
    expect((await recordOf(stage, boss)).enraged).toBe(1);
    await stage.turns(6);
    expect(bot.all('boss').at(-1)).toMatchObject({ enrage_s: 0, line: 3 });
  });
});

describe('a lost fight', () => {
  it('leaves the boss whole and alone, and begins anew from the first phase', async () => {
    const bot = await grown(stage, 8);
    const boss = await bossOn(stage, 'ninth-king', 8, 1);
    await engage(stage, boss, bot);
    await wound(stage, boss, 0.6);
    const fought = (await fightOn(stage, [bot], boss, now => (now?.guards.length ?? 0) > 0, 30, 'its servants'))!;
    await laid(stage, [bot], boss, 'crown');
    await stage.player(bot, ({ entity }, world) => world.sim.core.setVitals(entity, 1, 0));
    await stage.until(
      () => stage.player(bot, ({ entity }, world) => (world.sim.core.flags(entity) & FLAG_DEAD) !== 0),
      200,
      'the end of him',
    );
    await stage.until(async () => (await seen(stage, boss)) === null, 100, 'it to go home');
    const after = await stage.world(world => ({
      hp: world.sim.core.hp(boss),
      guards: fought.guards.filter(entity => world.creatures.has(entity)),
      ended: world.encounters.ended.get('ninth-king'),
    }));
    expect(after.hp).toBe(fought.hpMax);
    expect(after.guards).toEqual([]);
    expect(after.ended).toMatchObject({ won: false, record: { phase: 2 } });
    expect(bot.all('boss').at(-1)!.state).toBe(BOSS_GONE);
    // The place itself may have been found meanwhile.
    expect(bot.all('gained').filter(({ xp, cause }) => xp > 0 && cause !== CAUSE_DISCOVERY)).toEqual([]);
    bot.send('release', {});
    await stage.turns(60);
    await engage(stage, boss, bot);
    expect((await seen(stage, boss))!).toMatchObject({ phase: 1, record: { phase: 1 } });
  });

  it('is also lost by leading it away', async () => {
    const bot = await grown(stage, 8);
    const boss = await bossOn(stage, 'door-warden', 8, 1);
    await engage(stage, boss, bot);
    await wound(stage, boss, 0.5);
    // He shoots from ever farther away, as fast as he may.
    for (let i = 0; i < 60 && (await seen(stage, boss)); i++) {
      await tend(stage, bot);
      await standBefore(stage, bot, boss, 12);
      use(bot, 'loose', boss);
      await stage.turns(20);
    }
    expect(await seen(stage, boss)).toBeNull();
    expect(await stage.world(world => world.encounters.ended.get('door-warden')?.won)).toBe(false);
  });

  it('is none when the boss is sent off: nothing falls any more', async () => {
    const bot = await grown(stage, 8);
    const boss = await bossOn(stage, 'door-warden', 8, 1);
    await engage(stage, boss, bot);
    await laid(stage, [bot], boss, 'slam');
    await stage.world(world => {
      world.creatures.delete(boss);
      world.sim.core.despawn(boss);
    });
    await tend(stage, bot);
    await stage.turns(3);
    expect(await seen(stage, boss)).toBeNull();
    expect(bot.all('boss').at(-1)!.state).toBe(BOSS_GONE);
    expect(bot.all('areas').at(-1)!.dropped.length).toBeGreaterThan(0);
  });
});
