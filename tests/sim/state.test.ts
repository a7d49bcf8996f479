// The state as a whole: the same hash everywhere, saves that replay, ids that never lie, content and memory that refuse what is wrong.
import { describe, expect, it } from 'vitest';
import * as L from '../../assembly/layout';
import { Sim } from '../../src/shared/sim';
import { fixtureContent, MIDDLE, ORIGIN, WOLF } from './fixture';
import { restore, save } from './saved';
import { addBeast, addPlayer, chanceOf, direct, newWorld, playScenario, populate, SCENARIO_HASH } from './scenario';
import { module, play, world } from './world';

describe('replay', () => {
  it('comes to the one golden hash after a thousand ticks', () => {
    expect(playScenario(module)).toBe(SCENARIO_HASH);
  });

  it('replays from a save to the same hash', () => {
    const first = newWorld(module, 9);
    const cast = populate(first);
    for (let tick = 0; tick < 300; tick++) {
      direct(first, cast, tick);
      first.core.step(0.5);
    }
    const saved = save(first);
    expect(saved.length).toBeLessThan(600_000);
    const second = world(123);
    restore(second, saved);
    expect(second.core.hash()).toBe(first.core.hash());
    const follow = (sim: Sim) => {
      const chance = chanceOf(3);
      for (let tick = 300; tick < 600; tick++) {
        direct(sim, { players: cast.players, chance }, tick);
        sim.core.step(0.5);
      }
      return sim.core.hash();
    };
    expect(follow(second)).toBe(follow(first));
  });

  it('tells what happens right after a save was put back', () => {
    const first = newWorld(module, 9);
    const player = addPlayer(first, MIDDLE, MIDDLE);
    play(first, 45);
    const second = world(123);
    restore(second, save(first));
    second.core.emote(player, 2);
    expect(play(second, 1)).toMatchObject([{ type: L.OUT_EMOTE, a: player }]);
  });

  it('refuses a save of another version or size', () => {
    const sim = world();
    const saved = save(sim);
    expect(() => restore(sim, saved.slice(0, saved.length - 8))).toThrow();
    const other = saved.slice();
    other[0] ^= 1;
    expect(() => restore(sim, other)).toThrow(/layout/);
  });

  it('lets time pass in an empty region: the fallen rise, the hurt are whole', () => {
    const sim = world();
    const dead = addBeast(sim, WOLF, MIDDLE, MIDDLE);
    const hurt = addBeast(sim, WOLF, MIDDLE + 20, MIDDLE);
    const waiting = addBeast(sim, WOLF, MIDDLE + 40, MIDDLE);
    sim.core.setHome(waiting, MIDDLE + 40, MIDDLE, 3, -1, 10_000);
    sim.core.setVitals(hurt, 10, 0);
    const player = addPlayer(sim, MIDDLE, MIDDLE - 2);
    for (const id of [dead, waiting]) {
      sim.core.setVitals(id, 1, 0);
      sim.core.teleport(player, sim.core.x(id), Number.NaN, sim.core.z(id) + 1.5, 0);
      for (let i = 0; i < 5 && sim.core.hp(id) > 0; i++) {
        sim.core.useAbility(player, 1, id, 1);
        play(sim, 31);
      }
      expect(sim.core.hp(id)).toBe(0);
    }
    sim.core.despawn(player);
    sim.core.skip(60);
    expect(sim.core.hp(dead)).toBe(60);
    expect(sim.core.hp(hurt)).toBe(60);
    expect(sim.core.hp(waiting)).toBe(0);
    sim.core.skip(1000);
    expect(sim.core.hp(waiting)).toBe(60);
  });
});

describe('bodies', () => {
  it('never hands an id out twice, and a stale one reaches nobody', () => {
    const sim = world();
    const seen = new Set<number>();
    for (let i = 0; i < 3000; i++) {
      const id = addPlayer(sim, MIDDLE, MIDDLE);
      expect(id).toBeGreaterThan(0);
      expect(seen.has(id)).toBe(false);
      seen.add(id);
      sim.core.despawn(id);
      expect(sim.core.alive(id)).toBe(0);
      sim.core.setVitals(id, 1, 1);
      sim.core.teleport(id, 600, 0, 600, 0);
      expect(sim.core.hp(id)).toBe(0);
    }
  });

  it('holds MAX_ENTITIES bodies and then says no', () => {
    const sim = world();
    for (let i = 0; i < L.MAX_ENTITIES; i++)
      expect(sim.core.spawn(L.CLASS_MONSTER, 0, 0, 1, ORIGIN + (i % 500), ORIGIN + (i >> 5), 0)).not.toBe(0);
    expect(sim.core.spawn(L.CLASS_MONSTER, 0, 0, 1, 600, 600, 0)).toBe(0);
    play(sim, 3);
    sim.core.encode();
    expect(sim.core.near(768, 768, 1000, 0)).toBe(L.MAX_ENTITIES);
  });

  it('answers unknown ids with nothing', () => {
    const { core } = world();
    for (const id of [0, 1, 99999, -1, 0x7fffffff]) {
      core.despawn(id);
      core.setIntent(id, 1, 0, 0, 0, 0, 1);
      core.useAbility(id, 1, id, 1);
      expect([core.x(id), core.hp(id), core.flags(id), core.kind(id), core.alive(id)]).toEqual([0, 0, 0, 0, 0]);
      core.step(0.5);
    }
  });

  it('finds who is near, by class', () => {
    const sim = world();
    const player = addPlayer(sim, MIDDLE, MIDDLE);
    const wolf = addBeast(sim, WOLF, MIDDLE + 3, MIDDLE);
    addBeast(sim, WOLF, MIDDLE + 30, MIDDLE);
    const ids = (cls: number) => {
      const n = sim.core.near(MIDDLE, MIDDLE, 5, cls);
      return Array.from({ length: n }, (_, i) => sim.memory.getUint32(sim.core.nearPtr() + i * 4, true)).sort();
    };
    expect(ids(0)).toEqual([player, wolf].sort());
    expect(ids(L.CLASS_PLAYER)).toEqual([player]);
    expect(ids(L.CLASS_MONSTER)).toEqual([wolf]);
  });
});

describe('content', () => {
  it('is refused at the byte that is wrong, never trusted, never a trap', () => {
    const sim = new Sim(module);
    const good = fixtureContent();
    const chance = chanceOf(11);
    let refused = 0;
    for (let i = 0; i < 150; i++) {
      const bytes = good.slice(0, chance() < 0.2 ? Math.floor(chance() * good.length) : good.length);
      for (let n = 1 + Math.floor(chance() * 3); n > 0; n--)
        bytes[Math.floor(chance() * Math.min(bytes.length, 2500))] = Math.floor(chance() * 256);
      sim.core.init(1, ORIGIN, ORIGIN);
      sim.give(bytes);
      const bad = sim.core.loadContent(bytes.length);
      expect(bad).toBeLessThanOrEqual(good.length + 1);
      if (bad) refused++;
    }
    expect(refused).toBeGreaterThan(30);
    expect(() => sim.load(1, ORIGIN, ORIGIN, good.slice(0, 100))).toThrow(/refused/);
    sim.load(1, ORIGIN, ORIGIN, good);
  });
});
