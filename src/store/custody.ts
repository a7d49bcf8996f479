// Who may write a character: check-out by a region, fenced write-behind while it is out, check-in with the last write.
// C1 a character has at most one owner; C2 every check-out and every handing over raises its epoch; C3 a write of an older epoch changes
// nothing; C4 a batch that is repeated, or comes after a later one, changes nothing; C5 a batch is written whole or not at all; C6 a region that was handed a character tells D1
// with its first write: a higher epoch takes the ownership over, because only the owner before could have given it. C7 an item belongs to
// whoever writes that it has changed hands most often: what had it before may write late, of another character, and under no common epoch.
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { eq, sql } from 'drizzle-orm';
import type { Character, Item, Marks, QuestProgress } from '../shared/rules/character';
import type { LedgerLine } from '../shared/rules/journal';
import { readLife } from '../shared/rules/life';
import { database } from './database';
import { type CheckOut, type DirtyCharacter, Refused, type Soft, type WriteBehindResult } from './ports';
import { characters, type Stored } from './schema';

/** A check-out of what D1 says that somebody has, and with which epoch. The new one is to be higher than `above`. */
export interface Again {
  readonly owner: string;
  readonly epoch: number;
  readonly above: number;
}

/** By hand, as all that is asked at every login or goes with every batch: Drizzle takes several times as long over it as D1. */
const TAKE = `
  UPDATE characters SET owner_region = ?, last_region = ?, epoch = max(epoch, ?) + 1, updated_ms = ?
  WHERE id = ? AND (owner_region IS NULL OR (owner_region = ? AND epoch = ?))
  RETURNING id, account_id, name, covenant, look, level, xp, gold, quests, done, pois, life, soft, epoch, version`;
const HELD = 'SELECT id, kind, quantity, slot, moves, marks FROM items WHERE character_id = ?';

/** A number that was reached before may not be null, and so refuses the whole batch. One row for each region, however many batches there are. */
const WRITE_SEQUENCE = `
  INSERT INTO region_sequence(region, incarnation, sequence) VALUES (?, ?, ?)
  ON CONFLICT(region) DO UPDATE
  SET incarnation = excluded.incarnation, sequence = CASE WHEN sequence < excluded.sequence THEN excluded.sequence END`;
/** ?1: heads as JSON, ?2: the region, ?3: now. */
const WRITE_RECORDS = `
  UPDATE characters SET epoch = d.value->>'epoch', version = d.value->>'version', last_region = ?2, updated_ms = ?3,
    owner_region = CASE WHEN d.value->>'release' THEN NULL ELSE ?2 END,
    level = d.value->>'level', xp = d.value->>'xp', gold = d.value->>'gold', quests = d.value->>'quests', done = d.value->>'done',
    pois = d.value->>'pois', life = d.value->>'life', soft = d.value->>'soft'
  FROM json_each(?1) AS d
  WHERE characters.id = d.value->>'id' AND ((characters.epoch < d.value->>'epoch' AND owner_region IS NOT NULL)
    OR (characters.epoch = d.value->>'epoch' AND characters.version < d.value->>'version' AND owner_region = ?2))`;
/** What stands in D1 just as it was sent, now or by an earlier try. ?1: things as JSON, each with the fence `of` its character. */
const WRITE_ITEMS = `
  INSERT INTO items(id, character_id, kind, quantity, slot, moves, marks)
  SELECT value->>'id', c.id, value->>'kind', value->>'quantity', value->>'slot', coalesce(value->>'moves', 0), value->>'marks'
  FROM json_each(?1) JOIN characters AS c
  WHERE c.id = value->>'$.of.id' AND c.epoch = value->>'$.of.epoch' AND c.version = value->>'$.of.version'
  ON CONFLICT(id) DO UPDATE
  SET character_id = excluded.character_id, quantity = excluded.quantity, slot = excluded.slot, moves = excluded.moves, marks = excluded.marks
  WHERE moves < excluded.moves OR (character_id = excluded.character_id AND moves = excluded.moves
    AND (quantity != excluded.quantity OR slot != excluded.slot OR marks IS NOT excluded.marks))`;
/** ?1: all fences as JSON, ?2: things as above. */
const FORGET_ITEMS = `
  DELETE FROM items
  WHERE character_id IN (SELECT c.id FROM json_each(?1) JOIN characters AS c
      WHERE c.id = value->>'id' AND c.epoch = value->>'epoch' AND c.version = value->>'version')
    AND (character_id, id) NOT IN (SELECT value->>'$.of.id', value->>'id' FROM json_each(?2))`;
/** ?1: lines as JSON, each with the fence `of` its character, ?2: the region. */
const WRITE_BOOKS = `
  INSERT INTO ledger(id, region, character_id, cause, gold, kind, quantity)
  SELECT value->>'id', ?2, c.id, value->>'cause', value->>'gold', value->>'kind', value->>'quantity'
  FROM json_each(?1) JOIN characters AS c
  WHERE c.id = value->>'$.of.id' AND c.epoch = value->>'$.of.epoch' AND c.version = value->>'$.of.version'
  ON CONFLICT DO NOTHING`;

interface CharacterRow extends Pick<Character, 'id' | 'name' | 'covenant' | 'look' | 'level' | 'xp' | 'gold'> {
  readonly account_id: string;
  readonly epoch: number;
  readonly version: number;
  /** These are JSON. */
  readonly quests: string;
  readonly done: string;
  readonly pois: string;
  readonly life: string;
  readonly soft: string | null;
}
type ItemRow = Pick<Item, 'id' | 'kind' | 'quantity' | 'slot' | 'moves'> & { readonly marks: string | null };

/**
 * Takes the character for `region` if nobody has it. `again`: also if just that owner has it with just that epoch. It is for the caller to
 * make sure that nobody really has it: since then the owner may have handed it over without D1 knowing. The epoch makes a call harmless
 * that arrives late, when a later one has succeeded.
 */
export async function checkOut(
  d1: D1Database,
  characterId: string,
  region: string,
  nowMs: number,
  again?: Again,
): Promise<CheckOut> {
  const { owner = null, epoch = null, above = 0 } = again ?? {};
  const [taken, held] = await d1.batch([
    d1.prepare(TAKE).bind(region, region, above, nowMs, characterId, owner, epoch),
    d1.prepare(HELD).bind(characterId),
  ]);
  const [row] = taken.results as unknown as CharacterRow[];
  if (!row) {
    const standing = { owner: characters.ownerRegion, epoch: characters.epoch };
    const [other] = await database(d1).select(standing).from(characters).where(eq(characters.id, characterId));
    if (!other) return { gone: true };
    // Checked in between the two questions: then it is free.
    return other.owner ? { busy: other.owner, epoch: other.epoch } : checkOut(d1, characterId, region, nowMs, again);
  }
  const character: Character = {
    id: row.id,
    account: row.account_id,
    name: row.name,
    covenant: row.covenant,
    look: row.look,
    level: row.level,
    xp: row.xp,
    gold: row.gold,
    items: (held.results as unknown as ItemRow[]).map(({ marks, ...item }) => ({
      ...item,
      marks: marks ? (JSON.parse(marks) as Marks) : undefined,
    })),
    quests: JSON.parse(row.quests) as QuestProgress[],
    done: JSON.parse(row.done) as number[],
    pois: JSON.parse(row.pois) as number[],
    life: readLife(row.life),
  };
  const stored = row.soft ? (JSON.parse(row.soft) as Stored) : null;
  const { lastCommand = 0, left_ms = 0, ...soft } = stored ?? {};
  return { ok: { character, epoch: row.epoch, version: row.version, soft: stored && (soft as Soft), lastCommand, left_ms } };
}

/**
 * Writes many characters in one batch, each fenced by its epoch. Both sides of an exchange belong into one call.
 * `sequence` grows from call to call over all lives of the region; a call may be repeated until it answers, and none follows before. Throws
 * Refused when the schema forbids the batch, and whatever D1 throws when it does not answer.
 */
export async function writeBehind(
  d1: D1Database,
  region: string,
  incarnation: string,
  sequence: number,
  dirty: readonly DirtyCharacter[],
  nowMs: number,
): Promise<WriteBehindResult[]> {
  if (!dirty.length) return [];
  try {
    await d1.batch([d1.prepare(WRITE_SEQUENCE).bind(region, incarnation, sequence), ...fencedWrites(d1, region, dirty, nowMs)]);
  } catch (error) {
    const last = await lastSequence(d1, region);
    const isReached = last !== null && last.sequence >= sequence;
    // The reply of an earlier try may have been lost: then this life has reached the number. If another one has, this one is over.
    if (!isReached || last.incarnation !== incarnation)
      throw isRefusal(error) && !isReached ? new Refused('the schema forbids it', { cause: error }) : error;
  }
  return results(d1, dirty);
}

/** Lines of books whose characters are elsewhere: each is true by itself, so it needs no fence, and a repeated one changes nothing. */
export async function writeLines(
  d1: D1Database,
  region: string,
  lines: readonly (LedgerLine & { id: string; character: string })[],
): Promise<void> {
  await database(d1).run(sql`
    INSERT INTO ledger(id, region, character_id, cause, gold, kind, quantity)
    SELECT value->>'id', ${region}, value->>'character', value->>'cause', value->>'gold', value->>'kind', value->>'quantity'
    FROM json_each(${JSON.stringify(lines)}) WHERE true
    ON CONFLICT DO NOTHING`);
}

/** D1 tells SQLite's result code at the end of its message. */
function isRefusal(error: unknown): boolean {
  return /SQLITE_(CONSTRAINT|TOOBIG|MISMATCH)/.test(String(error));
}

/**
 * One batch of all characters: as many statements for twenty of them as for one, each with its own fence, so that a stale epoch changes nothing
 * at all. First the records; then, of those that stand in D1 as they were sent, their items and their books. Nobody may be in it twice.
 */
function fencedWrites(d1: D1Database, region: string, dirty: readonly DirtyCharacter[], nowMs: number): D1PreparedStatement[] {
  const fences = dirty.map(({ character: { id }, epoch, version }) => ({ id, epoch, version }));
  const heads = dirty.map((d, i) => ({ ...fences[i], ...headOf(d, nowMs) }));
  const things = dirty.flatMap(({ character }, i) => character.items.map(thing => ({ ...thing, of: fences[i] })));
  const lines = dirty.flatMap(({ ledger }, i) => ledger.map(line => ({ ...line, of: fences[i] })));
  const [all, held, booked] = [fences, things, lines].map(rows => JSON.stringify(rows));
  return [
    d1.prepare(WRITE_RECORDS).bind(JSON.stringify(heads), region, nowMs),
    d1.prepare(WRITE_ITEMS).bind(held),
    d1.prepare(FORGET_ITEMS).bind(all, held),
    d1.prepare(WRITE_BOOKS).bind(booked, region),
  ];
}

/** What of a record is neither fence nor item, as its columns take it. */
function headOf({ character: c, soft, lastCommand, release }: DirtyCharacter, nowMs: number) {
  const { level, xp, gold } = c;
  const [quests, done, pois, life] = [c.quests, c.done, c.pois, c.life].map(part => JSON.stringify(part));
  const stored: Stored = { ...soft, lastCommand, ...(release ? { left_ms: nowMs } : {}) };
  return { level, xp, gold, quests, done, pois, life, soft: JSON.stringify(stored), release };
}

/** What D1 holds now tells which writes took: an equal epoch and a version not below ours. */
async function results(d1: D1Database, dirty: readonly DirtyCharacter[]): Promise<WriteBehindResult[]> {
  const held = await standings(
    d1,
    dirty.map(d => d.character.id),
  );
  return dirty.map(({ character, epoch, version }) => {
    const row = held.get(character.id);
    return { id: character.id, result: row?.epoch === epoch && row.version >= version ? 'written' : 'stale' };
  });
}

/** What D1 last heard of a region: a region that boots behind it was restored from an old copy. Null: never. */
export async function lastSequence(d1: D1Database, region: string): Promise<{ incarnation: string; sequence: number } | null> {
  const [row] = await database(d1).all<{ incarnation: string; sequence: number }>(
    sql`SELECT incarnation, sequence FROM region_sequence WHERE region = ${region}`,
  );
  return row ?? null;
}

/** Epoch and version of characters as D1 has them; who is missing was deleted. */
export async function standings(
  d1: D1Database,
  characterIds: readonly string[],
): Promise<Map<string, { epoch: number; version: number }>> {
  const ids = JSON.stringify(characterIds);
  const rows = await database(d1).all<{ id: string; epoch: number; version: number }>(
    sql`SELECT id, epoch, version FROM characters WHERE id IN (SELECT value FROM json_each(${ids}))`,
  );
  return new Map(rows.map(row => [row.id, row]));
}
