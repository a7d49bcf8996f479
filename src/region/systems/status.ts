// The owner's own numbers (hp, power, cast, effects), told when they changed in more than time running down. In: the core's status bytes.
// Out: status messages, written by hand because they are the most frequent ones.
import { EFFECT_SLOTS, STATUS_BYTES } from '../../../assembly/layout';
import { S2C } from '../../shared/protocol/messages';
import type { Player } from '../player';
import type { World } from '../world';

const HEAD_BYTES = 5; // number, length, count of bytes

export function tellStatus(world: World): void {
  for (const player of world.players.values()) {
    if (!player.playing) continue;
    const now = world.sim.at(world.sim.core.status(player.entity), STATUS_BYTES);
    if (changed(player.statusTold, now)) tell(player, now);
    player.statusTold.set(now);
  }
}

function tell({ session }: Player, bytes: Uint8Array): void {
  if (!session) return;
  const w = session.soon;
  const at = w.reserve(HEAD_BYTES);
  w.view.setUint8(at, S2C.status.number);
  w.view.setUint16(at + 1, STATUS_BYTES + 2, true);
  w.view.setUint16(at + 3, STATUS_BYTES, true);
  w.put(bytes);
}

/** Times count down on both sides alike; a time that grew was set anew. Offsets as in assembly/layout.ts. */
function changed(old: Uint8Array, now: Uint8Array): boolean {
  for (let i = 0; i < 10; i++) if (old[i] !== now[i]) return true; // hp, power, casting
  if (grew(old, now, 10) || grew(old, now, 14)) return true; // cast and global cooldown ticks left
  if (old[12] !== now[12] || old[13] !== now[13]) return true; // cast ticks whole
  for (let slot = 0, at = 16; slot < EFFECT_SLOTS; slot++, at += 8) {
    if (old[at] !== now[at] || old[at + 1] !== now[at + 1] || grew(old, now, at + 2)) return true; // effect, stacks, ticks left
  }
  return false;
}

function grew(old: Uint8Array, now: Uint8Array, at: number): boolean {
  return (now[at] | (now[at + 1] << 8)) > (old[at] | (old[at + 1] << 8));
}
