// What comes over a border is bytes: broken ones are refused and change nothing, believed ones never trap; and what came is part of a save.
import { describe, expect, it } from 'vitest';
import * as L from '../../assembly/layout';
import { Sim } from '../../src/shared/sim';
import { KINDLE, NOVA, STRIKE, WOLF } from './fixture';
import { BORDER, Pair, pairContent, ROW } from './pair';
import { restore, save } from './saved';
import { addBeast, addPlayer, chanceOf } from './scenario';
import { module } from './world';

describe('hostile bytes', () => {
  /** A frame and a parcel of an honest world, and a core that gets them broken. */
  function honest() {
    const pair = new Pair();
    const { west, east } = pair;
    const player = addPlayer(west.sim, BORDER - 5, ROW);
    for (let i = 0; i < 12; i++) addBeast(west.sim, WOLF, BORDER - 10 - i, ROW + i);
    west.sim.core.toGhost(addPlayer(west.sim, BORDER - 3, ROW), 9);
    addPlayer(east.sim, BORDER + 5, ROW);
    for (const ability of [NOVA, STRIKE, KINDLE]) west.sim.core.useAbility(player, ability, 0, 1);
    pair.play(20);
    west.sim.core.emote(player, 1);
    pair.play(1);
    return { east, frame: west.sim.borderFor(east.bounds, 144), parcel: west.sim.carry(player)! };
  }

  function broken(bytes: Uint8Array, chance: () => number): Uint8Array {
    const cut = chance() < 0.2 ? Math.floor(chance() * bytes.length) : bytes.length;
    const result = bytes.slice(0, cut);
    const edges = [0, 1, 0x7f, 0x80, 0xff];
    for (let n = 1 + Math.floor(chance() * 6); n > 0 && cut; n--)
      result[Math.floor(chance() * cut)] = chance() < 0.5 ? edges[Math.floor(chance() * 5)] : Math.floor(chance() * 256);
    return result;
  }

  it('never trap, whether refused or believed', () => {
    const { east, frame, parcel } = honest();
    const { core } = east.sim;
    const chance = chanceOf(2026);
    let refused = 0;
    let landed = 0;
    for (let i = 0; i < 3000; i++) {
      if (!east.sim.takeBorder(broken(frame, chance), Math.floor(chance() * 3))) refused++;
      const bytes = broken(parcel, chance);
      const id = bytes.length === parcel.length ? east.sim.land(bytes) : 0;
      if (id) landed++;
      if (i % 3 === 0) {
        core.step(chance());
        core.encode();
      }
      if (id) core.despawn(id);
    }
    expect(refused).toBeGreaterThan(600);
    expect(landed).toBeGreaterThan(300);
    for (let i = 0; i <= L.GHOST_TICKS; i++) core.step(0.5);
    expect(east.sim.takeBorder(frame, 3)).toBe(true);
    core.step(0.5);
    for (const id of Array.from({ length: core.near(BORDER, ROW, 400, 0) }, (_, i) =>
      east.sim.memory.getUint32(core.nearPtr() + i * 4, true),
    ))
      expect(Number.isFinite(core.x(id) + core.y(id) + core.z(id) + core.yaw(id))).toBe(true);
  });

  it.each([
    ['no bytes', () => new Uint8Array()],
    ['another layout', (frame: Uint8Array) => Uint8Array.from(frame, (byte, i) => (i === 0 ? 1 : byte))],
    ['one byte too many', (frame: Uint8Array) => Uint8Array.from([...frame, 0])],
    ['an id of nobody', (frame: Uint8Array) => Uint8Array.from(frame, (byte, i) => (i >= 8 && i < 12 ? 0 : byte))],
    ['a place that is no number', (frame: Uint8Array) => Uint8Array.from(frame, (byte, i) => (i >= 12 && i < 16 ? 0xff : byte))],
  ])('with %s change nothing', (_, spoil) => {
    const { east, frame } = honest();
    const before = east.sim.core.hash();
    expect(east.sim.takeBorder(spoil(frame), 5)).toBe(false);
    expect(east.sim.takeBorder(frame, -1)).toBe(false);
    expect(east.sim.takeBorder(frame, 128)).toBe(false);
    expect(east.sim.core.hash()).toBe(before);
    expect(east.sim.takeBorder(frame, 5)).toBe(true);
  });
});

describe('a save', () => {
  it('holds ghosts and ids, and goes on to the same hash', () => {
    const pair = new Pair();
    const { east, west } = pair;
    addPlayer(west.sim, BORDER - 5, ROW);
    addPlayer(east.sim, BORDER + 5, ROW);
    addBeast(west.sim, WOLF, BORDER - 8, ROW, Math.PI / 2);
    pair.play(50);
    const copy = new Sim(module);
    copy.load(9, BORDER, 512, pairContent());
    restore(copy, save(east.sim));
    const frame = west.sim.borderFor(east.bounds, 144);
    for (const sim of [copy, east.sim]) {
      sim.takeBorder(frame, 5);
      for (let i = 0; i < 100; i++) sim.core.step(0.5);
      addPlayer(sim, BORDER + 9, ROW);
    }
    expect(copy.core.hash()).toBe(east.sim.core.hash());
  });
});
