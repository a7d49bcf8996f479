// How beasts and people behave: notice, call, chase, keep away, charge, flee, give up, go home, wander, walk routes; and that no house holds them.
import { describe, expect, it } from 'vitest';
import * as L from '../../assembly/layout';
import { ARCHER, BOAR, COWARD, DEER, GUARD, MIDDLE, OWL, STRIKE, VILLAGER, WOLF } from './fixture';
import { addBeast, addPlayer } from './scenario';
import { distance, hold, isDead, ofType, play, world, yawTo } from './world';

const HARDY = 60000;

/** A player whom nothing kills. */
function hardy(sim: ReturnType<typeof world>, x: number, z: number): number {
  const id = addPlayer(sim, x, z);
  sim.core.setBody(id, HARDY, 100, 10, 10, 10, 0, 0);
  return id;
}

describe('notice', () => {
  it('turns on who comes near, not on who stays away', () => {
    const sim = world();
    const wolf = addBeast(sim, WOLF, MIDDLE, MIDDLE - 30, Math.PI);
    sim.core.setHome(wolf, MIDDLE, MIDDLE - 30, 0, -1, 0);
    const player = hardy(sim, MIDDLE, MIDDLE);
    expect(ofType(play(sim, 100), L.OUT_AGGRO)).toHaveLength(0);
    sim.core.teleport(player, MIDDLE, Number.NaN, MIDDLE - 22, 0);
    expect(ofType(play(sim, 60), L.OUT_AGGRO)).toMatchObject([{ a: wolf, b: player }]);
  });

  it('sees twice as far by night', () => {
    for (const [hour, sees] of [
      [0.5, 0],
      [0.95, 1],
    ]) {
      const sim = world();
      addBeast(sim, OWL, MIDDLE, MIDDLE - 16, Math.PI);
      hardy(sim, MIDDLE, MIDDLE);
      expect(
        ofType(
          play(sim, 60, () => {}, hour),
          L.OUT_AGGRO,
        ),
      ).toHaveLength(sees);
    }
  });

  it('does not see through houses', () => {
    const sim = world();
    const wolf = addBeast(sim, WOLF, 768, 807, 0); // south of the U
    sim.core.setHome(wolf, 768, 807, 0, -1, 0);
    hardy(sim, 768, 793);
    expect(ofType(play(sim, 100), L.OUT_AGGRO)).toHaveLength(0);
  });

  it('calls the pack', () => {
    const sim = world();
    const pack = [0, 5, 10].map(dx => addBeast(sim, WOLF, MIDDLE + dx, MIDDLE - 7, dx ? 0 : Math.PI));
    const player = hardy(sim, MIDDLE - 2, MIDDLE);
    const turned = ofType(play(sim, 60), L.OUT_AGGRO);
    expect(new Set(turned.map(o => o.a))).toEqual(new Set(pack));
    for (const o of turned) expect(o.b).toBe(player);
  });
});

describe('fights', () => {
  it('chases, bites, and turns to whoever hurts most', () => {
    const sim = world();
    const first = hardy(sim, MIDDLE, MIDDLE);
    const second = hardy(sim, MIDDLE + 3, MIDDLE);
    const wolf = addBeast(sim, WOLF, MIDDLE, MIDDLE - 8, Math.PI);
    sim.core.setBody(wolf, HARDY, 0, 0, 0, 0, 0, 0);
    const bites = ofType(play(sim, 120), L.OUT_HIT).filter(o => o.a === wolf);
    expect(bites.length).toBeGreaterThan(1);
    expect(new Set(bites.map(o => o.b)).size).toBe(1);
    const other = bites[0].b === first ? second : first;
    const later = play(sim, 300, tick => {
      hold(sim, other, 0, yawTo(sim, other, wolf));
      if (tick % 31 === 0) sim.core.useAbility(other, STRIKE, wolf, 1);
    });
    const last = ofType(later, L.OUT_HIT)
      .filter(o => o.a === wolf)
      .at(-1);
    expect(last?.b).toBe(other);
  });

  it('keeps its distance when it shoots', () => {
    const sim = world();
    const player = hardy(sim, MIDDLE, MIDDLE);
    const archer = addBeast(sim, ARCHER, MIDDLE, MIDDLE - 16, Math.PI);
    const shots = ofType(play(sim, 300), L.OUT_PROJECTILE).filter(o => o.a === archer);
    expect(shots.length).toBeGreaterThan(2);
    expect(distance(sim, archer, player)).toBeGreaterThan(7);
    sim.core.teleport(player, sim.core.x(archer) + 2, Number.NaN, sim.core.z(archer), 0);
    play(sim, 100);
    expect(distance(sim, archer, player)).toBeGreaterThan(3.5);
  });

  it('charges from afar', () => {
    const sim = world();
    const player = hardy(sim, MIDDLE, MIDDLE);
    const boar = addBeast(sim, BOAR, MIDDLE, MIDDLE - 8, Math.PI);
    let fastest = 0;
    let z = sim.core.z(boar);
    const outcomes = play(sim, 80, () => {
      fastest = Math.max(fastest, Math.abs(sim.core.z(boar) - z) * L.TICKS_PER_SECOND);
      z = sim.core.z(boar);
    });
    expect(ofType(outcomes, L.OUT_HIT).filter(o => o.a === boar && o.b === player && o.ability === 33)).toHaveLength(1);
    expect(fastest).toBeGreaterThan(9);
  });

  it('runs when nearly dead, once, if it is a coward', () => {
    const sim = world();
    const player = hardy(sim, MIDDLE, MIDDLE);
    const coward = addBeast(sim, COWARD, MIDDLE, MIDDLE - 3, Math.PI);
    play(sim, 40);
    sim.core.setVitals(coward, 10, 0);
    play(sim, 40);
    expect(sim.core.flags(coward) & L.FLAG_FLEEING).not.toBe(0);
    expect(distance(sim, coward, player)).toBeGreaterThan(6);
    play(sim, 200);
    expect(sim.core.flags(coward) & L.FLAG_FLEEING).toBe(0);
  });

  it('flees and never fights when it is timid', () => {
    const sim = world();
    const player = hardy(sim, MIDDLE, MIDDLE);
    const deer = addBeast(sim, DEER, MIDDLE, MIDDLE - 6, Math.PI);
    const outcomes = play(sim, 80);
    expect(ofType(outcomes, L.OUT_HIT)).toHaveLength(0);
    expect(distance(sim, deer, player)).toBeGreaterThan(14);
  });

  it('gives up beyond its leash, goes home unhurt, and is whole again', () => {
    const sim = world();
    const player = hardy(sim, MIDDLE - 60, MIDDLE);
    const wolf = addBeast(sim, WOLF, MIDDLE - 66, MIDDLE, Math.PI / 2);
    play(sim, 30);
    sim.core.setVitals(wolf, 20, 0);
    const outcomes = play(sim, 700, () => hold(sim, player, L.BUTTON_FORWARD, Math.PI / 2));
    expect(ofType(outcomes, L.OUT_LEASH)).toMatchObject([{ a: wolf }]);
    expect(Math.hypot(sim.core.x(wolf) - (MIDDLE - 66), sim.core.z(wolf) - MIDDLE)).toBeLessThan(9);
    expect(sim.core.hp(wolf)).toBe(60);
  });

  it('cannot be hurt on its way home', () => {
    const sim = world();
    const player = hardy(sim, MIDDLE, MIDDLE);
    const wolf = addBeast(sim, WOLF, MIDDLE, MIDDLE - 3, Math.PI);
    sim.core.setHome(wolf, MIDDLE, MIDDLE - 80, 2, -1, 0);
    const outcomes = play(sim, 30, () => {
      hold(sim, player, 0, yawTo(sim, player, wolf));
      sim.core.useAbility(player, STRIKE, wolf, 1);
    });
    expect(ofType(outcomes, L.OUT_HIT).filter(o => o.b === wolf && o.value > 0).length).toBeLessThanOrEqual(1);
  });

  it('is fought by guards, who keep the village', () => {
    const sim = world();
    const guard = addBeast(sim, GUARD, MIDDLE, MIDDLE, 0, L.CLASS_VILLAGER);
    const wolf = addBeast(sim, WOLF, MIDDLE, MIDDLE - 12, 0);
    sim.core.setHome(wolf, MIDDLE, MIDDLE - 12, 0, -1, 0);
    const outcomes = play(sim, 300);
    expect(ofType(outcomes, L.OUT_DEATH).map(o => o.a)).toContain(wolf);
    expect(isDead(sim, guard)).toBe(false);
  });
});

describe('ways', () => {
  it.each([
    ['out of the U', 768, 793, 768, 812],
    ['into the U', 768, 812, 768, 793],
    ['round a house aslant', 792, 733, 808, 748],
    ['round the outer wall', 750, 795, 786, 795],
  ])('finds the way %s', (_, fromX, fromZ, toX, toZ) => {
    const sim = world();
    const player = hardy(sim, toX, toZ);
    const wolf = addBeast(sim, WOLF, fromX, fromZ);
    sim.core.setBody(wolf, HARDY, 0, 0, 0, 0, 0, 0);
    // Hatred needs no sight: the player has struck it.
    sim.core.teleport(player, fromX, Number.NaN, fromZ - 2, 0);
    play(sim, 8);
    sim.core.teleport(player, toX, Number.NaN, toZ, 0);
    let reached = -1;
    play(sim, 400, tick => {
      if (reached < 0 && distance(sim, wolf, player) < 2.2) reached = tick;
    });
    expect(reached).toBeGreaterThan(0);
  });

  it('leaves no beast stuck at a house: all who chase arrive', () => {
    const sim = world();
    const player = hardy(sim, 768, 770);
    const pack = Array.from({ length: 24 }, (_, i) => {
      const a = (i / 24) * Math.PI * 2;
      const wolf = addBeast(sim, WOLF, 768 + Math.sin(a) * 26, 792 + Math.cos(a) * 26);
      sim.core.setBody(wolf, HARDY, 0, 0, 0, 0, 0, 0);
      sim.core.setHome(wolf, 768, 780, 40, -1, 0);
      return wolf;
    });
    play(sim, 600, tick => {
      // He runs in and out of the U.
      sim.core.setBody(player, HARDY, 100, 10, 10, 10, 0, 0);
      const inside = Math.floor(tick / 150) % 2 === 1;
      hold(sim, player, L.BUTTON_FORWARD, inside ? Math.PI : 0);
      if (tick % 150 === 0) sim.core.teleport(player, 768, Number.NaN, inside ? 775 : 780, 0);
    });
    const near = pack.filter(wolf => distance(sim, wolf, player) < 13);
    expect(near.length).toBeGreaterThan(21);
  });

  it('walks its route by day and rests at home by night', () => {
    const sim = world();
    const walker = addBeast(sim, VILLAGER, 740, 760, 0, L.CLASS_VILLAGER);
    sim.core.setHome(walker, 740, 760, 0, 0, 0);
    let easternmost = 0;
    play(sim, 1200, () => {
      easternmost = Math.max(easternmost, sim.core.x(walker));
    });
    expect(easternmost).toBeGreaterThan(758);
    play(sim, 800, () => {}, 0.95);
    expect(Math.hypot(sim.core.x(walker) - 740, sim.core.z(walker) - 760)).toBeLessThan(2);
    expect(sim.core.flags(walker) & L.FLAG_RESTING).not.toBe(0);
  });

  it('wanders within its home', () => {
    const sim = world();
    const wolf = addBeast(sim, WOLF, MIDDLE, MIDDLE - 20);
    let farthest = 0;
    let walked = 0;
    let x = sim.core.x(wolf);
    play(sim, 3000, () => {
      farthest = Math.max(farthest, Math.hypot(sim.core.x(wolf) - MIDDLE, sim.core.z(wolf) - (MIDDLE - 20)));
      walked += Math.abs(sim.core.x(wolf) - x);
      x = sim.core.x(wolf);
    });
    expect(walked).toBeGreaterThan(10);
    expect(farthest).toBeLessThan(8);
  });

  it('pushes bodies apart, and no player', () => {
    const sim = world();
    const player = hardy(sim, MIDDLE, MIDDLE);
    const crowd = Array.from({ length: 30 }, () => sim.core.spawn(L.CLASS_MONSTER, 0, L.TEAM_NEUTRAL, 1, MIDDLE + 1, MIDDLE, 0));
    play(sim, 200);
    expect([sim.core.x(player), sim.core.z(player)]).toEqual([MIDDLE, MIDDLE]);
    for (const a of crowd) for (const b of [...crowd, player]) if (a !== b) expect(distance(sim, a, b)).toBeGreaterThan(0.6);
  });
});
