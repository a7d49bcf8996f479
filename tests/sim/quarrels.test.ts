// Who may harm whom among players, and what a duel does: the core's rule for every pair of stances, held against the screen's.
import { describe, expect, it } from 'vitest';
import * as L from '../../assembly/layout';
import { areFoes, type Side } from '../../src/shared/rules/quarrels';
import type { Sim } from '../../src/shared/sim';
import { BASH, HOBBLE, KINDLE, MEND, MIDDLE, SHOT, STRIKE } from './fixture';
import { addPlayer } from './scenario';
import { ofType, play, world } from './world';

const COVENANTS = [L.TEAM_AZURE, L.TEAM_EMBER, L.TEAM_VIOLET];
const STANCES = [0, L.TEAM_OPEN, L.TEAM_FIRST, L.TEAM_SECOND, L.TEAM_FIRST | L.TEAM_OPEN];

/** Two players face to face, and a third beside them. */
function three(): { sim: Sim; one: number; two: number; third: number } {
  const sim = world();
  const one = addPlayer(sim, MIDDLE, MIDDLE);
  const two = addPlayer(sim, MIDDLE, MIDDLE - 2, Math.PI);
  const third = addPlayer(sim, MIDDLE + 1, MIDDLE);
  return { sim, one, two, third };
}

/** Whether the core lets `a` use an ability against `b`. */
function mayStrike(sim: Sim, a: number, b: number, ability = HOBBLE): boolean {
  sim.core.setVitals(a, 200, 100);
  sim.core.setVitals(b, 200, 100);
  sim.core.useAbility(a, ability, b, 1);
  const refused = ofType(play(sim, 1), L.OUT_REFUSED).filter(o => o.a === a);
  for (const { value } of refused) expect(value).toBe(L.BAD_TARGET);
  return refused.length === 0;
}

describe('players', () => {
  it('are foes exactly where the screen shows it, both ways alike, whatever they are to each other', () => {
    const { sim, one, two, third } = three();
    const { core } = sim;
    let foes = 0;
    for (const mine of COVENANTS)
      for (const his of COVENANTS)
        for (const a of STANCES)
          for (const b of STANCES)
            for (const mates of [false, true])
              for (const duel of ['none', 'each other', 'another'] as const) {
                core.setTeam(one, mine | a, 7);
                core.setTeam(two, his | b, mates ? 7 : 8);
                if (duel === 'each other') core.beginDuel(one, two);
                if (duel === 'another') core.beginDuel(one, third);
                const side = (team: number, duels: boolean): Side => ({ cls: L.CLASS_PLAYER, team, duels });
                const [left, right] = [side(mine | a, duel !== 'none'), side(his | b, duel === 'each other')];
                const shown = areFoes(left, right, duel === 'each other', mates);
                expect(areFoes(right, left, duel === 'each other', mates)).toBe(shown);
                const said = `${mine | a} and ${his | b}, mates ${mates}, duel ${duel}`;
                expect(mayStrike(sim, one, two), said).toBe(shown);
                core.endDuel(one);
                if (shown) foes++;
              }
    expect(foes).toBeGreaterThan(200);
  });

  it('are at peace with villagers and at war with beasts, whatever they are to each other', () => {
    const { sim, one } = three();
    sim.core.setTeam(one, L.TEAM_AZURE | L.TEAM_OPEN, 0);
    const beast = sim.core.spawn(L.CLASS_MONSTER, 0, L.TEAM_WILD, 1, MIDDLE - 1, MIDDLE - 1, 0);
    const villager = sim.core.spawn(L.CLASS_VILLAGER, 0, L.TEAM_NEUTRAL, 1, MIDDLE - 1, MIDDLE - 1, 0);
    expect(mayStrike(sim, one, beast)).toBe(true);
    play(sim, 30);
    expect(mayStrike(sim, one, villager)).toBe(false);
  });

  it('take no stance that they do not have: other bits, other bodies and ids of nobody are passed over', () => {
    const { sim, one } = three();
    const beast = sim.core.spawn(L.CLASS_MONSTER, 0, L.TEAM_WILD, 1, MIDDLE - 1, MIDDLE - 1, 0);
    sim.core.setTeam(one, 0x7fffff80 | L.TEAM_EMBER, 0);
    sim.core.setTeam(beast, L.TEAM_AZURE, 0);
    sim.core.setTeam(4711, L.TEAM_AZURE, 0);
    sim.core.beginDuel(one, beast);
    sim.core.beginDuel(one, one);
    sim.core.beginDuel(one, 4711);
    sim.core.endDuel(4711);
    expect(mayStrike(sim, one, beast)).toBe(true);
  });
});

describe('a duel', () => {
  it('ends with a breath left, tells so, and lifts what the two have put on each other, but nothing else', () => {
    const { sim, one, two } = three();
    const { core } = sim;
    core.beginDuel(one, two);
    core.giveEffect(two, 1, 200, 1);
    core.useAbility(one, KINDLE, two, 1);
    play(sim, 2);
    expect(sim.status(two).effects.some(({ source }) => source === one)).toBe(true);
    core.setVitals(two, 3, 100);
    core.setCooldown(one, STRIKE, 0);
    const told = [];
    for (let i = 0; i < 200 && !told.length; i++) {
      core.useAbility(one, STRIKE, two, 2);
      told.push(...ofType(play(sim, 1), L.OUT_HIT).filter(o => o.flags & L.HIT_YIELD));
    }
    expect(told[0]).toMatchObject({ a: one, b: two });
    expect([core.hp(two), core.flags(two) & L.FLAG_DEAD]).toEqual([1, 0]);
    // Blows that land before the host has heard of it change nothing.
    play(sim, 5);
    expect(core.hp(two)).toBe(1);
    core.endDuel(two);
    expect(sim.status(two).effects.filter(({ source }) => source === one)).toEqual([]);
    expect(mayStrike(sim, one, two)).toBe(false);
  });

  it('lets nobody else in: neither to harm nor to mend', () => {
    const { sim, one, two, third } = three();
    const { core } = sim;
    for (const [i, id] of [one, two, third].entries()) core.setTeam(id, COVENANTS[i], 0);
    core.beginDuel(one, two);
    expect(mayStrike(sim, third, two)).toBe(false);
    core.setVitals(one, 50, 100);
    core.useAbility(third, MEND, one, 3);
    const healed = ofType(play(sim, 60), L.OUT_HEAL).filter(o => o.a === third);
    expect(healed.filter(o => o.b === one)).toEqual([]);
    // It falls back on who cast it, as on a foe.
    expect(healed.some(o => o.b === third)).toBe(true);
  });

  it('does not go along to another core', () => {
    const { sim, one, two } = three();
    sim.core.beginDuel(one, two);
    const parcel = sim.carry(one)!;
    const there = world(2);
    const landed = there.land(parcel);
    const other = addPlayer(there, MIDDLE, MIDDLE - 2, Math.PI);
    expect(mayStrike(there, landed, other)).toBe(false);
  });
});

describe('help', () => {
  it('does not come out of safety into a fight of those who may be attacked', () => {
    const { sim, one, two, third } = three();
    const { core } = sim;
    core.setTeam(one, L.TEAM_AZURE | L.TEAM_OPEN, 0);
    core.setTeam(two, L.TEAM_EMBER | L.TEAM_OPEN, 0);
    const mends = (): boolean => {
      core.setVitals(one, 50, 100);
      core.setVitals(third, 200, 100);
      core.setCooldown(third, MEND, 0);
      core.useAbility(third, MEND, one, 3);
      return ofType(play(sim, 60), L.OUT_HEAL).some(o => o.a === third && o.b === one);
    };
    expect(mends()).toBe(true);
    expect(mayStrike(sim, two, one, STRIKE)).toBe(true);
    expect(mends()).toBe(false);
    core.setTeam(third, L.TEAM_AZURE | L.TEAM_OPEN, 0);
    play(sim, 1);
    expect(mayStrike(sim, two, one, STRIKE)).toBe(true);
    expect(mends()).toBe(true);
  });
});

describe('control of a player by players', () => {
  it('wears off: in full, half, a quarter, then not at all', () => {
    const { sim, one, two } = three();
    const { core } = sim;
    core.beginDuel(one, two);
    const held: number[] = [];
    for (let i = 0; i < 5; i++) {
      core.setVitals(one, 200, 100);
      core.setVitals(two, 200, 100);
      core.setCooldown(one, BASH, 0);
      core.useAbility(one, BASH, two, i);
      const outcomes = play(sim, 30);
      held.push(ofType(outcomes, L.OUT_EFFECT).find(o => o.b === two && o.value > 0)?.value ?? 0);
    }
    const [whole] = held;
    expect(whole).toBeGreaterThan(0);
    expect(held.slice(0, 5)).toEqual([whole, Math.floor(whole / 2), Math.floor(whole / 4), 0, 0]);
  });
});

describe('a shot at a running player', () => {
  it.each([0, 2, 4])('hits what its shooter saw %i ticks ago, and no longer than a quarter of a second', ago => {
    const sim = world();
    const { core } = sim;
    const shooter = addPlayer(sim, MIDDLE, MIDDLE + 20);
    const runner = addPlayer(sim, MIDDLE - 10, MIDDLE - 5, Math.PI / 2);
    core.setBody(runner, 60000, 0, 0, 0, 0, 0, 0);
    core.setTeam(shooter, L.TEAM_AZURE | L.TEAM_FIRST, 0);
    core.setTeam(runner, L.TEAM_AZURE | L.TEAM_SECOND, 0);
    const trail: { x: number; z: number }[] = [];
    const run = (count: number): void => {
      for (let i = 0; i < count; i++) {
        core.setIntent(runner, L.BUTTON_FORWARD, Math.PI / 2, 0, 0, 0, 1);
        play(sim, 1);
        trail.push({ x: core.x(runner), z: core.z(runner) });
      }
    };
    const shoot = (seen: number, claimed: number): boolean => {
      const then = trail[trail.length - 1 - seen];
      const [dx, dz] = [then.x - core.x(shooter), then.z - core.z(shooter)];
      const pitch = Math.atan2(core.y(runner) + 1 - core.y(shooter) - L.EYE_HEIGHT_M, Math.hypot(dx, dz));
      core.setIntent(shooter, L.BUTTON_FIRE, Math.atan2(dx, -dz), pitch, core.tick() - claimed, 0, 1);
      core.setIntent(runner, L.BUTTON_FORWARD, Math.PI / 2, 0, 0, 0, 1);
      const outcomes = play(sim, 1);
      core.setIntent(shooter, 0, 0, 0, 0, 0, 1);
      expect(ofType(outcomes, L.OUT_USED)).toMatchObject([{ a: shooter, ability: SHOT }]);
      return ofType(outcomes, L.OUT_HIT).some(({ b }) => b === runner);
    };
    run(20);
    expect(shoot(ago, ago)).toBe(true);
    run(30);
    expect(shoot(12, 12)).toBe(false);
  });
});
