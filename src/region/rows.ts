// Rows of the region's SQLite, and what they mean. In: rows as read. Out: records in memory, and the bytes that a row keeps.
import { kept, Reader, struct, u16, Writer } from '../shared/protocol/codec';
import type { Character, Item, Marks } from '../shared/rules/character';
import { readLife } from '../shared/rules/life';
import type { BookedLine } from './books';
import { type Held, memoryOf } from './held';
import { readSoft } from './soft';

const progress = struct({
  active: kept(struct({ quest: u16, counts: kept(u16) })),
  done: kept(u16),
  pois: kept(u16),
});

export type Row = Record<string, SqlStorageValue>;
export type CharacterRow = {
  id: string;
  account: string;
  name: string;
  covenant: number;
  look: number;
  level: number;
  xp: number;
  gold: number;
  progress: ArrayBuffer;
  life: string;
  epoch: number;
  version: number;
  written: number;
  leaving: number;
  soft: ArrayBuffer;
  commands: string;
  lines: string;
  brought: number;
  made: number;
  destroyed: number;
};
export type ItemRow = {
  id: string;
  owner: string;
  kind: number;
  quantity: number;
  slot: number;
  moves: number;
  marks: string | null;
};
export type LedgerRow = { id: string; character: string; cause: number; gold: number; kind: number; quantity: number };
export type CorpseRow = {
  spawn: number;
  x: number;
  z: number;
  rises_ms: number;
  loot: ArrayBuffer;
  kind: number;
  level: number;
  skinned: number;
};

/** Marks as a row keeps them: most things have none. */
export const writeMarks = (marks: Marks | undefined): string | null => (marks ? JSON.stringify(marks) : null);
export const readMarks = (json: string | null): Marks | undefined => (json ? (JSON.parse(json) as Marks) : undefined);

export const itemOf = ({ id, kind, quantity, slot, moves, marks }: Omit<ItemRow, 'owner'>): Item => ({
  id,
  kind,
  quantity,
  slot,
  moves,
  marks: readMarks(marks),
});

/** Quests and places found, as one value of the row. */
export function writeProgress({ quests, done, pois }: Character): Uint8Array {
  const w = new Writer(256);
  progress.write(w, { active: quests, done, pois });
  return w.take();
}

/** A character as a boot finds it; `soft` when the region's own checkpoint knows it better than the row. */
export function heldOf(row: CharacterRow, soft = readSoft(row.soft)): Held {
  const r = new Reader(new Uint8Array(row.progress));
  const { active, done, pois } = progress.read(r);
  if (!r.done) throw new Error(`the progress of character ${row.id} cannot be read`);
  const { id, account, name, covenant, look, level, xp, gold, epoch, version, written, brought, made, destroyed } = row;
  const character: Character = {
    id,
    account,
    name,
    covenant,
    look,
    level,
    xp,
    gold,
    items: [],
    quests: active,
    done,
    pois,
    life: readLife(row.life),
  };
  const dirtySince_ms = version > written ? 1 : 0;
  return {
    character,
    epoch,
    version,
    written,
    dirtySince_ms,
    soft,
    leaving: row.leaving === 1,
    left_ms: 0,
    commands: memoryOf(JSON.parse(row.commands) as number[]),
    books: { brought, made, destroyed, told: JSON.parse(row.lines) as BookedLine[], waiting: [] },
  };
}
