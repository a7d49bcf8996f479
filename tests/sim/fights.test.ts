// Abilities, casts, effects, deaths: what the core allows, what it tells, and what it refuses.
import { describe, expect, it } from 'vitest';
import * as L from '../../assembly/layout';
import type { Sim } from '../../src/shared/sim';
import { BASH, CLEAVE, EMBER, HOBBLE, KINDLE, LOOSE, MEND, MIDDLE, NOVA, STRIKE, VILLAGER, WOLF } from './fixture';
import { addBeast, addPlayer } from './scenario';
import { distance, hold, isDead, ofType, play, world, yawTo } from './world';

/** A player at the middle and an unkillable, mindless beast `ahead` metres north of him. */
function duel(ahead = 2): { sim: Sim; player: number; beast: number } {
  const sim = world();
  const player = addPlayer(sim, MIDDLE, MIDDLE);
  const beast = sim.core.spawn(L.CLASS_MONSTER, 0, L.TEAM_WILD, 1, MIDDLE, MIDDLE - ahead, 0);
  sim.core.setBody(beast, 60000, 0, 0, 0, 0, 0, 0);
  return { sim, player, beast };
}

/** Uses an ability and steps once; the refusal that was told, or 0. */
function use(sim: Sim, id: number, ability: number, target = 0): number {
  sim.core.useAbility(id, ability, target, 7);
  const refused = ofType(play(sim, 1), L.OUT_REFUSED);
  if (refused.length) expect(refused[0]).toMatchObject({ a: id, b: 7, ability });
  return refused[0]?.value ?? 0;
}

describe('refusals', () => {
  it('names every reason', () => {
    const { sim, player, beast } = duel(2);
    const { core } = sim;
    expect(use(sim, player, 63)).toBe(L.NO_SUCH_ABILITY);
    expect(use(sim, player, STRIKE, 12345)).toBe(L.NO_TARGET);
    expect(use(sim, player, STRIKE)).toBe(L.NO_TARGET);
    expect(use(sim, player, STRIKE, addPlayer(sim, MIDDLE, MIDDLE - 1))).toBe(L.BAD_TARGET);
    core.setKnown(player, 0, 1 << MEND);
    expect(use(sim, player, STRIKE, beast)).toBe(L.NOT_KNOWN);
    core.setKnown(player, 0, 0xffffffff);
    core.setArms(player, L.ARMS_BOW, 1, 1, 1, 1, 1, 1);
    expect(use(sim, player, STRIKE, beast)).toBe(L.WRONG_ARMS);
    core.setArms(player, 15, 1, 1, 1, 1, 1, 1);
    core.setVitals(player, 200, 0);
    expect(use(sim, player, EMBER, beast)).toBe(L.NOT_ENOUGH_POWER);
    core.setVitals(player, 200, 100);
    core.teleport(beast, MIDDLE, Number.NaN, MIDDLE - 12, 0);
    expect(use(sim, player, STRIKE, beast)).toBe(L.OUT_OF_RANGE);
    core.teleport(beast, MIDDLE, Number.NaN, MIDDLE + 2, 0);
    expect(use(sim, player, STRIKE, beast)).toBe(L.NOT_FACING);
    core.teleport(beast, MIDDLE, Number.NaN, MIDDLE - 2, 0);
    expect(use(sim, player, STRIKE, beast)).toBe(0);
    expect(use(sim, player, STRIKE, beast)).toBe(L.ON_COOLDOWN);
    core.setVitals(beast, 0, 0);
    core.setCooldown(player, STRIKE, 0);
    play(sim, 30);
    expect(use(sim, player, STRIKE, beast)).toBe(L.TARGET_DEAD);
    core.setVitals(player, 0, 0);
    expect(use(sim, player, STRIKE, beast)).toBe(L.IS_DEAD);
  });

  it('sees no one through a house, and over a fence', () => {
    const { sim, player, beast } = duel();
    sim.core.teleport(player, 768, Number.NaN, 790, Math.PI);
    sim.core.teleport(beast, 768, Number.NaN, 810, 0);
    play(sim, 1, () => hold(sim, player, 0, Math.PI));
    expect(use(sim, player, HOBBLE, beast)).toBe(L.NO_LINE_OF_SIGHT);
    sim.core.teleport(player, 745, Number.NaN, 744, 0);
    sim.core.teleport(beast, 745, Number.NaN, 736, 0);
    play(sim, 1, () => hold(sim, player, 0, 0));
    expect(use(sim, player, HOBBLE, beast)).toBe(0);
  });

  it('takes only so many commands in one tick', () => {
    const { sim, player } = duel();
    for (let i = 0; i < L.MAX_COMMANDS; i++) expect(sim.core.useAbility(player, STRIKE, 0, i)).toBe(L.OK);
    expect(sim.core.useAbility(player, STRIKE, 0, 1)).toBe(L.NO_ROOM);
    play(sim, 1);
    expect(sim.core.useAbility(player, STRIKE, 0, 1)).toBe(L.OK);
  });
});

describe('blows', () => {
  it('hits with the weapon, and the global cooldown holds the next one back', () => {
    const { sim, player, beast } = duel();
    sim.core.useAbility(player, STRIKE, beast, 1);
    const outcomes = play(sim, 1);
    expect(ofType(outcomes, L.OUT_USED)).toMatchObject([{ a: player, b: beast, ability: STRIKE }]);
    const landed = [...ofType(outcomes, L.OUT_HIT), ...ofType(outcomes, L.OUT_MISS)];
    expect(landed).toHaveLength(1);
    expect(sim.status(player).global).toBeGreaterThan(20);
    expect(use(sim, player, LOOSE, beast)).toBe(L.ON_COOLDOWN);
    expect(sim.core.flags(player) & L.FLAG_COMBAT).toBe(L.FLAG_COMBAT);
  });

  it('deals the formula: weapon and power, less what armor takes', () => {
    const { sim, player, beast } = duel();
    sim.core.setBody(beast, 60000, 0, 0, 0, 0, 225, 0);
    const values: number[] = [];
    for (let i = 0; i < 200; i++) {
      sim.core.setCooldown(player, STRIKE, 0);
      sim.core.useAbility(player, STRIKE, beast, 1);
      for (const hit of ofType(play(sim, 25), L.OUT_HIT)) if (!(hit.flags & L.HIT_CRITICAL)) values.push(hit.value);
    }
    // Level 3 against 225 armor: 225 / (225 + 50 + 75) is over the most, 60 %; the weapon does 4 to 6.
    expect(Math.min(...values)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...values)).toBeLessThanOrEqual(3);
    expect(values.length).toBeGreaterThan(150);
  });

  it('cleaves before and bursts around', () => {
    const { sim, player, beast } = duel(3);
    const behind = sim.core.spawn(L.CLASS_MONSTER, 0, L.TEAM_WILD, 1, MIDDLE, MIDDLE + 3, 0);
    sim.core.setBody(behind, 60000, 0, 0, 0, 0, 0, 0);
    sim.core.useAbility(player, CLEAVE, 0, 1);
    expect(ofType(play(sim, 1), L.OUT_HIT).map(o => o.b)).toEqual([beast]);
    play(sim, 30);
    sim.core.useAbility(player, NOVA, 0, 1);
    expect(new Set(ofType(play(sim, 1), L.OUT_HIT).map(o => o.b))).toEqual(new Set([beast, behind]));
  });

  it('sends an arrow that finds a walking target', () => {
    const { sim, player, beast } = duel(20);
    sim.core.setWish(beast, 4, 0);
    sim.core.useAbility(player, LOOSE, beast, 1);
    const outcomes = play(sim, 30);
    expect(ofType(outcomes, L.OUT_PROJECTILE)).toHaveLength(1);
    expect(ofType(outcomes, L.OUT_PROJECTILE_END)).toMatchObject([{ a: beast }]);
    expect(ofType(outcomes, L.OUT_HIT)).toMatchObject([{ a: player, b: beast, ability: LOOSE }]);
  });

  it('mends a friend and oneself, and nobody else', () => {
    const { sim, player, beast } = duel();
    const friend = addPlayer(sim, MIDDLE, MIDDLE + 5);
    sim.core.setVitals(friend, 50, 100);
    sim.core.useAbility(player, MEND, friend, 1);
    const outcomes = play(sim, 25);
    expect(ofType(outcomes, L.OUT_HEAL)).toMatchObject([{ a: player, b: friend }]);
    expect(sim.core.hp(friend)).toBeGreaterThanOrEqual(80);
    sim.core.setVitals(player, 50, 100);
    sim.core.useAbility(player, MEND, beast, 1); // a foe: falls back on oneself
    expect(ofType(play(sim, 25), L.OUT_HEAL)).toMatchObject([{ a: player, b: player }]);
  });
});

describe('casts', () => {
  it('takes its time, costs at the end, and is shown', () => {
    const { sim, player, beast } = duel(15);
    sim.core.useAbility(player, EMBER, beast, 1);
    expect(ofType(play(sim, 1), L.OUT_CAST_START)).toMatchObject([{ a: player, b: beast, value: 30 }]);
    expect(sim.status(player)).toMatchObject({ casting: EMBER, castWhole: 30, power: 100 });
    expect(sim.core.flags(player) & L.FLAG_CASTING).not.toBe(0);
    const outcomes = play(sim, 31);
    expect(ofType(outcomes, L.OUT_PROJECTILE)).toHaveLength(1);
    expect(sim.status(player)).toMatchObject({ casting: 0 });
    expect(sim.status(player).power).toBeLessThan(90);
  });

  it.each([
    ['a step', L.IS_MOVING],
    ['a stun', L.IS_STUNNED],
    ['death', L.IS_DEAD],
  ])('breaks off by %s, and costs nothing', (what, why) => {
    const { sim, player, beast } = duel(10);
    const other = addPlayer(sim, MIDDLE + 1, MIDDLE);
    const caster = what === 'a step' ? player : other;
    sim.core.useAbility(caster, EMBER, beast, 1);
    play(sim, 5, () => hold(sim, caster, 0, 0));
    if (what === 'a step') hold(sim, caster, L.BUTTON_LEFT);
    else {
      // A beast that bashes him (or strikes him dead).
      const basher = sim.core.spawn(L.CLASS_MONSTER, WOLF, L.TEAM_WILD, 1, MIDDLE + 2, MIDDLE, -Math.PI / 2);
      if (what === 'death') sim.core.setVitals(caster, 1, 100);
      sim.core.useAbility(basher, BASH, caster, 1);
    }
    const stops = ofType(play(sim, 3), L.OUT_CAST_STOP);
    expect(stops).toMatchObject([{ a: caster, ability: EMBER, value: why }]);
    expect(sim.status(caster).casting).toBe(0);
  });

  it('can be cancelled', () => {
    const { sim, player, beast } = duel(10);
    sim.core.useAbility(player, EMBER, beast, 1);
    play(sim, 3);
    sim.core.cancelCast(player);
    play(sim, 1);
    expect(sim.status(player)).toMatchObject({ casting: 0, power: 100 });
  });
});

describe('effects', () => {
  it('burns in periods and ends', () => {
    const { sim, player, beast } = duel(8);
    sim.core.useAbility(player, KINDLE, beast, 1);
    const outcomes = play(sim, 90);
    expect(ofType(outcomes, L.OUT_EFFECT).map(o => o.value > 0)).toEqual([true, false]);
    const burns = ofType(outcomes, L.OUT_HIT).filter(o => o.flags & L.HIT_PERIODIC);
    expect(burns.length).toBeGreaterThanOrEqual(3);
    expect(new Set(burns.map(o => o.b))).toEqual(new Set([beast]));
  });

  it('does not stack one slow on another, but lets two burns run', () => {
    const { sim, player, beast } = duel(8);
    const second = addPlayer(sim, MIDDLE + 1, MIDDLE);
    for (const id of [player, second]) for (const ability of [HOBBLE, KINDLE]) sim.core.useAbility(id, ability, beast, 1);
    play(sim, 2);
    const names = sim
      .status(beast)
      .effects.map(e => e.effect)
      .sort();
    expect(names).toEqual([1, 2, 2]);
    expect(sim.core.flags(beast) & L.FLAG_SLOWED).not.toBe(0);
  });

  it('stuns: no walking, no fighting, for as long as it says', () => {
    const { sim, player, beast } = duel(2);
    sim.core.setWish(beast, 3, 0);
    sim.core.useAbility(player, BASH, beast, 1);
    play(sim, 6);
    const x = sim.core.x(beast);
    play(sim, 20);
    expect(sim.core.x(beast)).toBeCloseTo(x, 3);
    expect(sim.core.flags(beast) & L.FLAG_STUNNED).not.toBe(0);
    play(sim, 30);
    expect(sim.core.flags(beast) & L.FLAG_STUNNED).toBe(0);
    expect(sim.core.x(beast)).toBeGreaterThan(x + 0.5);
  });
});

describe('death', () => {
  it('tells who earned it, in permille, and the beast rises again at home', () => {
    const sim = world();
    const a = addPlayer(sim, MIDDLE - 1, MIDDLE);
    const b = addPlayer(sim, MIDDLE + 1, MIDDLE);
    const wolf = addBeast(sim, WOLF, MIDDLE, MIDDLE - 2);
    sim.core.setHome(wolf, MIDDLE, MIDDLE - 30, 3, -1, 100);
    const outcomes = play(sim, 400, tick => {
      for (const id of [a, b]) {
        hold(sim, id, 0, yawTo(sim, id, wolf));
        if (tick % 30 === 0 && !isDead(sim, wolf)) sim.core.useAbility(id, STRIKE, wolf, 1);
      }
    });
    const death = ofType(outcomes, L.OUT_DEATH)[0];
    expect(death.a).toBe(wolf);
    const shares = ofType(outcomes, L.OUT_SHARE)
      .filter(o => o.a === wolf)
      .slice(0, 2);
    expect(new Set(shares.map(o => o.b))).toEqual(new Set([a, b]));
    expect(shares.reduce((sum, o) => sum + o.value, 0)).toBeGreaterThan(997);
    const rise = ofType(outcomes, L.OUT_RESPAWN).find(o => o.a === wolf)!;
    expect(Math.hypot(rise.x - MIDDLE, rise.z - (MIDDLE - 30))).toBeLessThan(4);
    expect(sim.core.hp(wolf)).toBeGreaterThan(0);
  });

  it('leaves a player lying until he is revived', () => {
    const sim = world();
    const id = addPlayer(sim, MIDDLE, MIDDLE);
    sim.core.setVitals(id, 0, 0);
    play(sim, 100, () => hold(sim, id, L.BUTTON_FORWARD));
    expect(isDead(sim, id)).toBe(true);
    expect(sim.core.z(id)).toBeCloseTo(MIDDLE, 3);
    sim.core.revive(id, MIDDLE + 10, MIDDLE);
    expect(ofType(play(sim, 1), L.OUT_RESPAWN)).toMatchObject([{ a: id }]);
    expect(isDead(sim, id)).toBe(false);
    expect(sim.core.hp(id)).toBe(100);
  });

  it('does not let villagers be struck by players', () => {
    const sim = world();
    const id = addPlayer(sim, MIDDLE, MIDDLE);
    const villager = addBeast(sim, VILLAGER, MIDDLE, MIDDLE - 2, 0, L.CLASS_VILLAGER);
    expect(use(sim, id, STRIKE, villager)).toBe(L.BAD_TARGET);
    expect(distance(sim, id, villager)).toBeLessThan(3);
  });

  it('gives health and power back with time, faster out of a fight', () => {
    const sim = world();
    const id = addPlayer(sim, MIDDLE, MIDDLE);
    sim.core.setVitals(id, 100, 10);
    play(sim, 200);
    expect(sim.core.hp(id)).toBeGreaterThan(130);
    expect(sim.status(id).power).toBeGreaterThan(50);
  });
});
