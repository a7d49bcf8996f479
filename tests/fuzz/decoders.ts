// Broken frames against the decoders in this process: readC2S, readS2C and the core's mirrorRead. In: how many, a seed, real snapshots.
// A decoder may refuse; it must not throw, trap, or read a different world afterwards.
import { OWN_BYTES } from '../../assembly/layout';
import { readC2S, readS2C } from '../../src/shared/protocol/messages';
import type { Sim } from '../../src/shared/sim';
import { below, pick, seeded } from '../harness/seeded';
import { mutated, validFrame } from './mutate';

export interface DecoderReport {
  frames: number;
  refused: number;
  failures: string[];
}

/** Where the core's cells begin in a snapshot frame: head, two ticks, own body. */
export const CELLS_AT = 3 + 8 + OWN_BYTES;
const MOST_FAILURES = 20;

const hex = (bytes: Uint8Array) => Array.from(bytes.subarray(0, 200), byte => byte.toString(16).padStart(2, '0')).join('');

/** `snapshots`: whole snapshot frames as a region sent them to one client, in order. */
export function fuzzDecoders(frames: number, seed: number, sim: Sim, snapshots: readonly Uint8Array[]): DecoderReport {
  const chance = seeded(seed);
  const report: DecoderReport = { frames: 0, refused: 0, failures: [] };
  const attempt = (what: string, bytes: Uint8Array, decode: () => boolean) => {
    report.frames++;
    try {
      if (!decode()) report.refused++;
    } catch (error) {
      report.failures.push(`${what} threw ${(error as Error).message} on ${hex(bytes)}`);
    }
  };
  for (let i = 0; i < frames && report.failures.length < MOST_FAILURES; i++) {
    const turn = below(chance, snapshots.length ? 3 : 2);
    if (turn === 0) {
      const bytes = mutated(validFrame('c2s', chance), chance);
      attempt('readC2S', bytes, () => readC2S(bytes) !== null);
    } else if (turn === 1) {
      const bytes = mutated(validFrame('s2c', chance), chance);
      attempt('readS2C', bytes, () => readS2C(bytes) !== null);
    } else {
      const bytes = mutated(pick(chance, snapshots).subarray(CELLS_AT), chance);
      attempt('mirrorRead', bytes, () => mirror(sim, bytes, chance() < 0.2));
    }
  }
  if (snapshots.length) attempt('mirrorRead of good snapshots after bad ones', snapshots[0], () => readsAll(sim, snapshots));
  return report;
}

function mirror(sim: Sim, bytes: Uint8Array, anew: boolean): boolean {
  if (anew) sim.core.mirrorReset();
  sim.give(bytes.subarray(0, 65536));
  const read = sim.core.mirrorRead(bytes.length) === 0;
  sim.core.mirrorSample(1, 0.5);
  return read;
}

function readsAll(sim: Sim, snapshots: readonly Uint8Array[]): boolean {
  sim.core.mirrorReset();
  for (const snapshot of snapshots) {
    sim.give(snapshot.subarray(CELLS_AT));
    const bad = sim.core.mirrorRead(snapshot.length - CELLS_AT);
    if (bad) throw new Error(`refused at byte ${bad - 1}`);
  }
  return true;
}
