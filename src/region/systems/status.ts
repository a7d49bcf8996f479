// The owner's own numbers (hp, power, cast, effects), told when they changed in more than time running down. In: the core's status bytes.
// Out: status messages, written by hand because they are the most frequent ones.
import { EFFECT_SLOTS, STATUS_ABSORB, STATUS_BYTES } from '../../../assembly/layout';
import type { Writer } from '../../shared/protocol/codec';
import { S2C } from '../../shared/protocol/messages';
import type { World } from '../world';

const HEAD_BYTES = 5; // number, length, count of bytes

export function tellStatus(world: World): void {
  const { bytes, words, core } = world.sim;
  for (const { session, entity, statusTold } of world.players.values()) {
    // It leaves with the next frame: told in a turn without one, it would be told twice.
    if (!session || world.tick % session.ticksPerFrame) continue;
    // Mostly he is well and nothing happens to him.
    const ease = core.ease(entity);
    if (ease && ease === statusTold.ease) continue;
    statusTold.ease = ease;
    const at = core.status(entity);
    if (statusTold.is(words, at)) continue;
    const now = bytes.subarray(at, at + STATUS_BYTES);
    if (changed(statusTold.bytes, bytes, at)) tell(session.soon, now);
    statusTold.bytes.set(now);
  }
}

function tell(w: Writer, status: Uint8Array): void {
  const at = w.reserve(HEAD_BYTES);
  w.view.setUint8(at, S2C.status.number);
  w.view.setUint16(at + 1, STATUS_BYTES + 2, true);
  w.view.setUint16(at + 3, STATUS_BYTES, true);
  w.put(status);
}

/** Times count down on both sides alike; a time that grew was set anew. Offsets as in assembly/layout.ts; the new status stands at `from`. */
function changed(old: Uint8Array, bytes: Uint8Array, from: number): boolean {
  for (let i = 0; i < 10; i++) if (old[i] !== bytes[from + i]) return true; // hp, power, casting
  if (grew(old, bytes, from, 10) || grew(old, bytes, from, 14)) return true; // cast and global cooldown ticks left
  if (old[12] !== bytes[from + 12] || old[13] !== bytes[from + 13]) return true; // cast ticks whole
  if (old[STATUS_ABSORB] !== bytes[from + STATUS_ABSORB] || old[STATUS_ABSORB + 1] !== bytes[from + STATUS_ABSORB + 1]) return true;
  for (let slot = 0, at = 16; slot < EFFECT_SLOTS; slot++, at += 8) {
    // Effect, stacks, ticks left.
    if (old[at] !== bytes[from + at] || old[at + 1] !== bytes[from + at + 1] || grew(old, bytes, from, at + 2)) return true;
  }
  return false;
}

function grew(old: Uint8Array, bytes: Uint8Array, from: number, at: number): boolean {
  return (bytes[from + at] | (bytes[from + at + 1] << 8)) > (old[at] | (old[at + 1] << 8));
}
