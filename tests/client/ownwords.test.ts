// The own body in snapshots: what the core tells of it, and what a bench tells in its stead, is what the client reads; broken bytes are refused.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CLASS_PLAYER, OWN_BYTES, TEAM_AZURE } from '../../assembly/layout';
import { OwnWords } from '../../src/shared/protocol/ownwords';
import { Sim } from '../../src/shared/sim';
import { OwnTeller } from '../harness/ownteller';
import { below, seeded } from '../harness/seeded';

const HEAD_BYTES = 3 + 8;
const module = new WebAssembly.Module(readFileSync('build/core.wasm'));

function world(): { sim: Sim; spawn: (x: number) => number } {
  const sim = new Sim(module);
  sim.core.init(1, 512, 512);
  return { sim, spawn: x => sim.core.spawn(CLASS_PLAYER, 0, TEAM_AZURE, 1, x, 760, 0) >>> 0 };
}

it('is read as it is, in few bytes, through walks, leaps, and another body', () => {
  const { sim, spawn } = world();
  const { core } = sim;
  const chance = seeded(3);
  const bodies = [spawn(700), spawn(710)];
  const [words, teller, told] = [new OwnWords(), new OwnTeller(), new OwnWords()];
  core.watch(0, bodies[0]);
  let bytes = 0;
  let turns = 0;
  for (let tick = 0; tick < 400; tick++) {
    const id = bodies[tick < 200 ? 0 : 1];
    const what = chance();
    if (what < 0.1) core.teleport(id, 600 + 300 * chance(), Number.NaN, 600 + 300 * chance(), 0);
    if (what < 0.9) core.setIntent(id, below(chance, 64), 6 * chance(), 0, 0, 0, 1);
    core.step(0.5);
    core.encode();
    const length = core.snapshot(0, id, 2, tick);
    const snapshot = sim.at(core.snapshotPtr(), length).slice();
    const own = sim.at(core.ownState(id), OWN_BYTES).slice();
    const end = words.read(snapshot, HEAD_BYTES)!;
    expect(words.bytes).toEqual(own);
    expect(snapshot[0] | (snapshot[1] << 8) | (snapshot[2] << 16)).toBe(2 | ((length - 3) << 8));
    const told_bytes = teller.tell(own).slice();
    expect(told_bytes).toEqual(snapshot.subarray(HEAD_BYTES, end));
    expect(told.read(told_bytes, 0)).toBe(told_bytes.length);
    expect(told.bytes).toEqual(own);
    bytes += end - HEAD_BYTES;
    turns++;
  }
  expect(bytes / turns).toBeLessThan(OWN_BYTES * 0.8);
});

it('costs a byte while nothing changes, and begins anew for a watcher who begins anew', () => {
  const { sim, spawn } = world();
  const id = spawn(700);
  const words = () => {
    sim.core.step(0.5);
    sim.core.encode();
    sim.core.snapshot(0, id, 2, 0);
    return new OwnWords().read(sim.at(sim.core.snapshotPtr(), 64), HEAD_BYTES)! - HEAD_BYTES;
  };
  sim.core.watch(0, id);
  const first = words();
  for (let i = 0; i < 40; i++) words();
  expect(words()).toBe(1);
  sim.core.watch(0, id);
  expect(words()).toBeGreaterThan(first - 4);
});

it('refuses what ends too soon or goes on for ever', () => {
  expect(new OwnWords().read(new Uint8Array(0), 0)).toBeNull();
  expect(new OwnWords().read(Uint8Array.of(2), 0)).toBeNull();
  expect(new OwnWords().read(Uint8Array.of(2, 0x80, 0x80), 0)).toBeNull();
  expect(new OwnWords().read(Uint8Array.of(2, 0x80, 0x80, 0x80, 0x80, 0x80, 0), 0)).toBeNull();
  expect(new OwnWords().read(Uint8Array.of(0, 9), 0)).toBe(1);
});
