// The soft state: where bodies are and how they feel, which monsters lie dead. One blob a second for the whole region; losing the last
// second of it in a crash is allowed. In: records. Out: bytes, and back.
import { f32, f64, kept, Reader, str, struct, u8, u16, Writer } from '../shared/protocol/codec';
import type { Soft } from '../store/ports';

const ready = kept(struct({ ability: u8, at_ms: f64 }));
const body = struct({ x: f32, y: f32, z: f32, yaw: f32, hp: f32, power: f32, mode: u8, ready });
/** With so many bodies of players the blob fits its row: the region takes in no more. */
export const MOST_BODIES = 4096;
const whole = struct({
  bodies: kept(struct({ character: str(26), body })),
  /** Spawn number (world.ts counts camps' monsters) and when it rises again. */
  fallen: kept(struct({ spawn: u16, ready_ms: f64 })),
});

export interface SoftRegion {
  bodies: { character: string; soft: Soft }[];
  fallen: { spawn: number; ready_ms: number }[];
}

/** Of a character that never entered: full of health, nowhere yet. */
export const NEWCOMER: Soft = { x: 0, y: 0, z: 0, yaw: 0, hp: -1, power: -1, mode: 0, ready: {} };

export function writeSoft(soft: Soft): Uint8Array {
  const w = new Writer(128);
  body.write(w, flat(soft));
  return w.take();
}

export function readSoft(bytes: ArrayBuffer): Soft {
  const r = new Reader(new Uint8Array(bytes));
  const read = body.read(r);
  if (!r.done) throw new Error('the soft state of a character cannot be read');
  return deep(read);
}

export function writeSoftRegion(region: SoftRegion): Uint8Array {
  const w = new Writer(4096);
  whole.write(w, {
    bodies: region.bodies.map(({ character, soft }) => ({ character, body: flat(soft) })),
    fallen: region.fallen,
  });
  return w.take();
}

export function readSoftRegion(bytes: ArrayBuffer): SoftRegion {
  const r = new Reader(new Uint8Array(bytes));
  const read = whole.read(r);
  if (!r.done) throw new Error('the soft state of the region cannot be read');
  return { bodies: read.bodies.map(({ character, body }) => ({ character, soft: deep(body) })), fallen: read.fallen };
}

function flat(soft: Soft) {
  return { ...soft, ready: Object.entries(soft.ready).map(([ability, at_ms]) => ({ ability: Number(ability), at_ms })) };
}

function deep(read: ReturnType<typeof body.read>): Soft {
  return { ...read, ready: Object.fromEntries(read.ready.map(({ ability, at_ms }) => [String(ability), at_ms])) };
}
