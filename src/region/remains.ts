// What fallen monsters still hold for whom, as it is written down: a player who was shown loot as his finds it there after a crash.
// One row per place of a camp (spawn), whoever fought: the next death there overwrites it, so rows are neither deleted nor ever many.
// In: corpses. Out: bytes, and back.
import { kept, Reader, str, struct, u16, u32, Writer } from '../shared/protocol/codec';
import type { Loot } from '../shared/rules/loot';

export interface Corpse {
  /** The monster's place in the order of camps (population.ts); of a guest from another region: beyond them (guestSpawn). */
  readonly spawn: number;
  /** What it was, and of which level; 0 in rows of before, whose camp tells. */
  readonly kind: number;
  readonly level: number;
  readonly x: number;
  readonly z: number;
  /** When the monster rises: then nothing is left. */
  readonly rises_ms: number;
  /** By character id: what it holds for whom. */
  readonly loot: Map<string, Loot>;
  /** Its hide is gone. */
  skinned?: boolean;
}

/** Everybody who helped has a share, however many they were. */
const shares = kept(struct({ character: str(26), gold: u32, stacks: kept(struct({ kind: u16, quantity: u16 })) }));

export function writeLoot(loot: ReadonlyMap<string, Loot>): Uint8Array {
  const w = new Writer(64);
  const rows = Array.from(loot, ([character, { gold, stacks }]) => ({ character, gold, stacks }));
  shares.write(w, rows);
  return w.take();
}

export function readLoot(bytes: ArrayBuffer | Uint8Array): Map<string, Loot> {
  const r = new Reader(new Uint8Array(bytes));
  const rows = shares.read(r);
  if (!r.done) throw new Error('the loot of a corpse cannot be read');
  return new Map(rows.map(({ character, gold, stacks }) => [character, { gold, stacks }]));
}
