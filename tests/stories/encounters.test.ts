// Bosses: what falls hits who stays and misses who leaves, an interrupt stops the cast, a seal holds until its guards are dead, phases turn at their
// share of health, a lost fight begins anew, and who helped is paid once. And whoever tries it otherwise.
import { afterEach, describe, expect, it } from 'vitest';
import { BUTTON_FORWARD, BUTTON_SPRINT, FLAG_DEAD } from '../../assembly/layout';
import { abilities, monsters } from '../../src/shared/content';
import { encounterOf } from '../../src/shared/content/encounters';
import { LAIRS } from '../../src/shared/content/happenings';
import {
  AREA_GROUND,
  BOSS_BEATEN,
  BOSS_FIGHTS,
  BOSS_GONE,
  CAUSE_HAPPENING,
  CHANNEL_NPC,
  CHANNEL_REGION,
  HAPPENING_LOST,
  HAPPENING_ON,
  HAPPENING_WON,
} from '../../src/shared/protocol/messages';
import { HOUR_MS, hourAt, NOTICE_MS, SLOT_MS } from '../../src/shared/rules/happenings';
import { REASONS } from '../../src/shared/rules/reasons';
import { bossOn, FIELD, fightOn, grown, hpOf, recordOf, seen, standBefore, tend, use, wound } from '../harness/bosses';
import { slay } from '../harness/hunt';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(async () => {
  expect((await stage.status()).ledger.balance).toBe(0);
  await stage.clear();
});

const ability = (key: string): number => abilities.key(key).id;
const SOUTH = Math.PI;

/** The bots stand before it, and the first has struck it. */
async function engage(boss: number, ...bots: Bot[]): Promise<void> {
  for (const [i, bot] of bots.entries()) await standBefore(stage, bot, boss, 2.6, i * 0.8);
  await stage.turns(2);
  await fightOn(stage, bots, boss, now => now !== null, 10, 'the boss to turn on somebody');
}

/** Until something of that mechanic lies on the ground. */
const laid = (bots: readonly Bot[], boss: number, key: string) =>
  fightOn(stage, bots, boss, now => now?.areas.some(area => area.key === key) === true, 60, key);

/** Until that has fallen; their wounds close meanwhile, and they do nothing. */
async function fallen(bots: readonly Bot[], boss: number, key: string): Promise<void> {
  for (let i = 0; i < 80 && (await seen(stage, boss))?.areas.some(area => area.key === key); i++) {
    await tend(stage, ...bots);
    await stage.turns(2);
  }
}

describe('ground that something falls on', () => {
  it('is shown before it falls, hits who stays, and misses who walks out of it', async () => {
    const [stays, leaves] = [await grown(stage, 8), await grown(stage, 8)];
    const boss = await bossOn(stage, 'grumbleback', 8, 5);
    await engage(boss, stays, leaves);
    await laid([stays, leaves], boss, 'roll');
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
    await engage(boss, bot);
    await laid([bot], boss, 'breath');
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
    await engage(boss, one, two);
    const lintel = (await laid([one, two], boss, 'lintel'))!.areas.find(({ key }) => key === 'lintel')!;
    for (const bot of [one, two]) await stage.place(bot, lintel.x, lintel.z);
    await fightOn(stage, [], boss, now => !now?.areas.some(({ key }) => key === 'lintel'), 10, 'the lintel');
    expect(await recordOf(stage, boss)).toMatchObject({ 'lintel.soaked': 1 });
    await tend(stage, one, two);
    for (const [i, bot] of [one, two].entries()) await standBefore(stage, bot, boss, 3, i);
    const next = (await laid([one, two], boss, 'lintel'))!.areas.find(({ key }) => key === 'lintel')!;
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
    await engage(boss, one, two);
    const first = (await laid([one, two], boss, 'kiss'))!;
    expect(new Set(first.areas.filter(({ key }) => key === 'kiss').map(({ follows }) => follows))).toEqual(
      new Set([one.entity, two.entity]),
    );
    await stage.place(two, FIELD.x + 14, FIELD.z);
    await fallen([one, two], boss, 'kiss');
    expect(await recordOf(stage, boss)).toMatchObject({ 'kiss.apart': 2 });
    expect((await recordOf(stage, boss))['kiss.hit']).toBeUndefined();
    await tend(stage, one, two);
    for (const [i, bot] of [one, two].entries()) await standBefore(stage, bot, boss, 2.6, i);
    await laid([one, two], boss, 'kiss');
    for (const [i, bot] of [one, two].entries()) await standBefore(stage, bot, boss, 2.6, i);
    await fallen([one, two], boss, 'kiss');
    expect((await recordOf(stage, boss))['kiss.hit']).toBe(2);
  });
});

describe('a long cast', () => {
  it('is stopped by an interrupt, and heals the boss when it is let through', async () => {
    const bot = await grown(stage, 8, 'warden');
    const boss = await bossOn(stage, 'choir-mother', 8, 5);
    await engage(boss, bot);
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
    await engage(boss, bot);
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
    await engage(boss, one, two);
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
    await engage(boss, bot);
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
    await engage(boss, bot);
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
    await engage(boss, bot);
    await wound(stage, boss, 0.6);
    const fought = (await fightOn(stage, [bot], boss, now => (now?.guards.length ?? 0) > 0, 30, 'its servants'))!;
    await laid([bot], boss, 'crown');
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
    expect(bot.all('gained').filter(({ xp }) => xp > 0)).toEqual([]);
    bot.send('release', {});
    await stage.turns(60);
    await engage(boss, bot);
    expect((await seen(stage, boss))!).toMatchObject({ phase: 1, record: { phase: 1 } });
  });

  it('is also lost by leading it away', async () => {
    const bot = await grown(stage, 8);
    const boss = await bossOn(stage, 'door-warden', 8, 1);
    await engage(boss, bot);
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
    await engage(boss, bot);
    await laid([bot], boss, 'slam');
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

describe('a beaten boss', () => {
  it('leaves something for everybody who helped, more of them than the core remembers, and nothing for who looked on', async () => {
    const helpers: Bot[] = [];
    for (let i = 0; i < 18; i++) helpers.push(await grown(stage, 8));
    const onlooker = await grown(stage, 8);
    const boss = await bossOn(stage, 'door-warden', 8, 5);
    await standBefore(stage, onlooker, boss, 14);
    await engage(boss, ...helpers);
    await fightOn(stage, helpers, boss, now => now !== null && now.hp < now.hpMax * 0.97, 30, 'some blows');
    for (let i = 0; i < 8; i++) {
      for (const [k, bot] of helpers.entries()) {
        await standBefore(stage, bot, boss, 2.4, (k - 9) * 0.15);
        use(bot, 'strike', boss);
      }
      await tend(stage, ...helpers);
      await stage.turns(12);
    }
    const did = await stage.world(world => world.encounters.fights.get(boss)!.did.size);
    expect(did).toBe(18);
    await wound(stage, boss, 0.0001);
    await fightOn(stage, helpers, boss, now => now === null, 20, 'its fall');
    await stage.turns(3);
    for (const bot of helpers) {
      expect(
        bot.all('corpse').filter(({ corpse }) => corpse === boss),
        bot.guest.name,
      ).toHaveLength(1);
      expect(
        bot.all('gained').some(({ xp }) => xp > 0),
        bot.guest.name,
      ).toBe(true);
      expect(bot.all('boss').at(-1)!.state).toBe(BOSS_BEATEN);
    }
    expect(onlooker.all('corpse')).toEqual([]);
    expect(onlooker.all('gained')).toEqual([]);
    expect(await stage.counter('encounter.won')).toBeGreaterThan(0);
  });
});

describe('whoever tries it otherwise', () => {
  it('cannot use what bosses use, and is no target while he only looks on', async () => {
    const [bot, idler] = [await grown(stage, 20), await grown(stage, 20)];
    const boss = await bossOn(stage, 'salt-widow', 14, 5);
    await standBefore(stage, idler, boss, 18);
    await engage(boss, bot);
    for (const key of ['undertow', 'sealed-off', 'lost-patience']) {
      use(bot, key, boss);
      await stage.turns(2);
      expect(bot.known('refused'), key).toMatchObject({ ability: ability(key), reason: REASONS.notKnown });
    }
    const marked = (await laid([bot], boss, 'kiss'))!;
    expect(marked.areas.filter(({ key }) => key === 'kiss').map(({ follows }) => follows)).toEqual([bot.entity]);
    // A single mark has nobody to strike.
    await fightOn(stage, [], boss, now => !now?.areas.some(({ key }) => key === 'kiss'), 10, 'the kiss');
    expect((await recordOf(stage, boss))['kiss.apart']).toBe(1);
    expect(await hpOf(stage, idler)).toBeGreaterThan(0);
  });

  it('is hit where the region has him, whatever his screen claims, also when his line is cut', async () => {
    const [cut, liar] = [await grown(stage, 8), await grown(stage, 8)];
    const boss = await bossOn(stage, 'grumbleback', 8, 5);
    await engage(boss, cut, liar);
    await laid([cut, liar], boss, 'roll');
    await tend(stage, cut, liar);
    await cut.cut();
    // He claims to have walked for a minute in one turn.
    for (let i = 0; i < 4; i++) liar.hold(BUTTON_FORWARD | BUTTON_SPRINT, SOUTH, liar.clientTick + 1200 * i);
    await stage.turns(3);
    liar.hold(0, SOUTH, liar.clientTick + 9000);
    await fightOn(stage, [], boss, now => !now?.areas.some(area => area.key === 'roll'), 10, 'it to fall');
    expect((await recordOf(stage, boss))['roll.hit']).toBe(2);
  });

  it('finds the boss as strong as it was meant for so many', async () => {
    const bot = await grown(stage, 8);
    const boss = await bossOn(stage, 'ninth-king', 8, 2);
    const two = await stage.world(({ sim }) => sim.core.hp(boss));
    const five = await bossOn(stage, 'ninth-king', 8, 5);
    expect(two).toBeLessThan((await stage.world(({ sim }) => sim.core.hp(five))) * 0.5);
    await engage(five, bot);
    // He comes alone to what is meant for five, and it stays that.
    expect((await seen(stage, five))!.size).toBe(5);
  });
});

describe('the boss of the hour', () => {
  /** What comes every ten minutes is another story. */
  const noOther = () =>
    stage.world(world => {
      world.happenings.slot = Math.floor(Date.now() / SLOT_MS);
    });

  /** To shortly before an hour whose lair is here. */
  async function beforeTheHour(): Promise<number> {
    let at = Math.ceil((Date.now() + NOTICE_MS + 60_000) / HOUR_MS) * HOUR_MS;
    while (hourAt(at).lair !== FIELD) at += HOUR_MS;
    stage.pass(at - NOTICE_MS / 2 - Date.now());
    await stage.world(world => {
      world.happenings.isOn = true;
    });
    await noOther();
    return at;
  }

  it('is announced, comes to its lair, and pays everybody who helped once, however often it comes in that hour', async () => {
    expect(LAIRS).toContain(FIELD);
    const [one, two] = [await grown(stage, 8), await grown(stage, 8)];
    const idler = await grown(stage, 8);
    const at = await beforeTheHour();
    for (const bot of [one, two, idler]) await stage.place(bot, FIELD.x + 60, FIELD.z);
    await stage.seconds(2);
    const cries = one.all('chat').filter(({ channel, text }) => channel === CHANNEL_REGION && text.includes(FIELD.name));
    expect(cries).toHaveLength(1);
    const coming = async (): Promise<number> => {
      await stage.until(async () => (await bossHere()) !== 0, 200, 'the boss');
      return bossHere();
    };
    const bossHere = () =>
      stage.world(world => [...world.creatures.values()].find(c => c.kind.key === 'grumbleback' && !c.rises_ms)?.entity ?? 0);
    const clearAway = () =>
      bossOn(stage, 'door-warden', 8, 1).then(other =>
        stage.world(world => world.creatures.delete(other) && world.sim.core.despawn(other)),
      );
    await clearAway();
    stage.pass(at - Date.now() + 1000);
    await noOther();
    const boss = await coming();
    expect(one.all('happening').findLast(({ state }) => state === HAPPENING_ON)).toMatchObject({
      x: FIELD.x,
      z: FIELD.z,
      foes: 1,
    });
    const beat = async (entity: number): Promise<void> => {
      await engage(entity, one, two);
      for (let i = 0; i < 4; i++) {
        for (const [k, bot] of [one, two].entries()) {
          await standBefore(stage, bot, entity, 2.6, k);
          use(bot, 'strike', entity);
        }
        await tend(stage, one, two);
        await stage.turns(26);
      }
      await wound(stage, entity, 0.001);
      await fightOn(stage, [one, two], entity, now => now === null, 20, 'its fall');
      await stage.seconds(3);
    };
    await beat(boss);
    const paid = (bot: Bot) => bot.all('gained').filter(({ cause }) => cause === CAUSE_HAPPENING);
    expect([one, two, idler].map(bot => paid(bot).length)).toEqual([1, 1, 0]);
    expect(paid(one)[0].gold).toBeGreaterThan(0);
    expect(one.all('happening').at(-1)).toMatchObject({ state: HAPPENING_WON });
    expect(one.all('happening').at(-1)!.medal).toBeGreaterThan(0);
    expect(idler.all('happening').at(-1)).toMatchObject({ state: HAPPENING_WON, medal: 0 });
    // The region forgets its happenings (as when it begins anew): somebody is there who was not paid yet, so it comes again.
    await stage.world(world => {
      world.happenings.hour = 0;
    });
    await beat(await coming());
    expect([one, two, idler].map(bot => paid(bot).length)).toEqual([1, 1, 0]);
    expect(one.all('happening').at(-1)).toMatchObject({ state: HAPPENING_WON, medal: 0 });
    // Nobody but those who had their reward: it stays in bed.
    await idler.cut();
    await stage.minute();
    await stage.world(world => {
      world.happenings.hour = 0;
    });
    await stage.seconds(4);
    expect(await bossHere()).toBe(0);
  });

  it('goes to sleep again when its time is over', async () => {
    const bot = await grown(stage, 8);
    const at = await beforeTheHour();
    await stage.place(bot, FIELD.x + 60, FIELD.z);
    stage.pass(at - Date.now() + 1000);
    await noOther();
    await stage.until(() => bot.all('happening').some(({ state }) => state === HAPPENING_ON), 60, 'the boss');
    stage.pass(20 * 60_000);
    await stage.seconds(3);
    expect(bot.all('happening').at(-1)!.state).toBe(HAPPENING_LOST);
    expect(await stage.world(world => [...world.creatures.values()].some(c => c.kind.key === 'grumbleback'))).toBe(false);
    expect(await stage.world(world => world.encounters.fights.size)).toBe(0);
  });
});
