// Broken frames against the decoders in this process: readC2S, readS2C, and the core's mirrorRead, readBorder and land. In: how many, a seed,
// real snapshots. A decoder may refuse; it must not throw, trap, or read a different world afterwards.
import { CARRY_BYTES, CLASS_MONSTER, CLASS_PLAYER, GHOST_TICKS, TEAM_AZURE, TEAM_WILD } from '../../assembly/layout';
import { ALDERWICK, monsters } from '../../src/shared/content';
import { readC2S, readS2C } from '../../src/shared/protocol/messages';
import { cellsOf, OWN_WORDS_AT, OwnWords } from '../../src/shared/protocol/ownwords';
import type { Sim } from '../../src/shared/sim';
import { newEyes } from '../harness/eyes';
import { below, pick, seeded } from '../harness/seeded';
import { mutated, validFrame } from './mutate';

export interface DecoderReport {
  frames: number;
  refused: number;
  failures: string[];
}

const HEAD_BYTES = 3;

/** The core's cells in a snapshot frame, as a client gives them to it. */
function cellsIn(frame: Uint8Array): Uint8Array {
  const snapshot = frame.slice(HEAD_BYTES);
  const at = new OwnWords().read(snapshot, OWN_WORDS_AT);
  if (at === null) throw new Error('a snapshot of the region has no own body');
  return cellsOf(snapshot, at);
}
const MOST_FAILURES = 20;

const hex = (bytes: Uint8Array) => Array.from(bytes.subarray(0, 200), byte => byte.toString(16).padStart(2, '0')).join('');

/** `snapshots`: whole snapshot frames as a region sent them to one client, in order. */
export function fuzzDecoders(frames: number, seed: number, sim: Sim, snapshots: readonly Uint8Array[]): DecoderReport {
  const chance = seeded(seed);
  const border = newBorder();
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
    const turn = below(chance, snapshots.length ? 5 : 4);
    if (turn === 0) {
      const bytes = mutated(validFrame('c2s', chance), chance);
      attempt('readC2S', bytes, () => readC2S(bytes) !== null);
    } else if (turn === 1) {
      const bytes = mutated(validFrame('s2c', chance), chance);
      attempt('readS2C', bytes, () => readS2C(bytes) !== null);
    } else if (turn === 2) {
      const bytes = mutated(border.frame, chance);
      attempt('readBorder', bytes, () => hears(border.sim, bytes, below(chance, 3)));
    } else if (turn === 3) {
      const bytes = mutated(border.parcel, chance);
      attempt('land', bytes, () => lands(border.sim, bytes));
    } else {
      const bytes = mutated(cellsIn(pick(chance, snapshots)), chance);
      attempt('mirrorRead', bytes, () => mirror(sim, bytes, chance() < 0.2));
    }
  }
  attempt('readBorder of a good frame after bad ones', border.frame, () => hearsAll(border));
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
    const cells = cellsIn(snapshot);
    sim.give(cells);
    const bad = sim.core.mirrorRead(cells.length);
    if (bad) throw new Error(`refused at byte ${bad - 1}`);
  }
  return true;
}

interface Border {
  sim: Sim;
  /** What an honest neighbour told, how many bodies it listed, and one of them packed up. */
  frame: Uint8Array;
  bodies: number;
  parcel: Uint8Array;
}

const PEER = 1;
const NOON = 0.5;

/** A core, and what a neighbour full of beasts would send it. */
function newBorder(): Border {
  const [middle] = ALDERWICK.spawns;
  const there = newEyes();
  there.core.issueIds(PEER, 1);
  const player = there.core.spawn(CLASS_PLAYER, 0, TEAM_AZURE, 5, middle.x, middle.z, 0);
  const wolf = monsters.key('wolf').id;
  for (let i = 0; i < 15; i++) there.core.spawn(CLASS_MONSTER, wolf, TEAM_WILD, 1, middle.x + 4 + i, middle.z, 0);
  for (let i = 0; i < 40; i++) there.core.step(NOON);
  there.core.emote(player, 1);
  there.core.step(NOON);
  const frame = there.borderFor({ west: middle.x - 9, north: middle.z - 9, east: middle.x + 9, south: middle.z + 9 }, 100);
  return { sim: newEyes(), frame, bodies: 16, parcel: there.carry(player)! };
}

function hears(sim: Sim, bytes: Uint8Array, peer: number): boolean {
  const read = sim.takeBorder(bytes.subarray(0, 65536), peer);
  sim.core.step(NOON);
  return read;
}

function lands(sim: Sim, bytes: Uint8Array): boolean {
  const id = sim.land(bytes.subarray(0, CARRY_BYTES));
  sim.core.step(NOON);
  if (id) sim.core.despawn(id);
  return id !== 0;
}

function hearsAll({ sim, frame, bodies }: Border): boolean {
  for (let i = 0; i <= GHOST_TICKS; i++) sim.core.step(NOON);
  if (!sim.takeBorder(frame, PEER)) throw new Error('a good frame was refused');
  const ghosts = sim.core.near(ALDERWICK.spawns[0].x, ALDERWICK.spawns[0].z, 200, 0);
  if (ghosts !== bodies) throw new Error(`${ghosts} ghosts instead of ${bodies}`);
  return true;
}
