// The character page of an account: list, create, rename, delete. Name, covenant and look are written here and nowhere else.
import type { D1Database } from '@cloudflare/workers-types';
import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Character } from '../shared/rules/character';
import { type Journal, LEDGER } from '../shared/rules/journal';
import { nameKey } from '../shared/rules/names';
import { ulid } from '../ulid';
import { database, statement } from './database';
import type { Soft } from './ports';
import { characters, items, ledger } from './schema';

export interface CharacterCard {
  id: string;
  place: number;
  name: string;
  covenant: number;
  look: number;
  level: number;
  /** The region that has it out, or null; and where it would enter. */
  owner: string | null;
  region: string;
}

const card = {
  id: characters.id,
  place: characters.place,
  name: characters.name,
  covenant: characters.covenant,
  look: characters.look,
  level: characters.level,
  owner: characters.ownerRegion,
  region: characters.lastRegion,
};

export function listCharacters(d1: D1Database, account: string): Promise<CharacterCard[]> {
  return database(d1).select(card).from(characters).where(eq(characters.accountId, account)).orderBy(asc(characters.place));
}

export async function findCharacter(d1: D1Database, account: string, id: string): Promise<CharacterCard | null> {
  const owned = and(eq(characters.id, id), eq(characters.accountId, account));
  const [row] = await database(d1).select(card).from(characters).where(owned);
  return row ?? null;
}

/** The region that has it out as far as D1 knows, or null. */
export async function ownerOfCharacter(d1: D1Database, id: string): Promise<string | null> {
  const [row] = await database(d1).select({ owner: characters.ownerRegion }).from(characters).where(eq(characters.id, id));
  return row?.owner ?? null;
}

/** Whoever has a name that looks like that, in the world or not. */
export async function findByName(
  d1: D1Database,
  key: string,
): Promise<{ character: string; account: string; name: string; level: number; covenant: number } | null> {
  const { id, accountId, name, level, covenant } = characters;
  const found = { character: id, account: accountId, name, level, covenant };
  const [row] = await database(d1).select(found).from(characters).where(eq(characters.nameKey, key));
  return row ?? null;
}

/** Writes a new character with what it carries. 'name': somebody has that name. 'place': the account's slot is taken. */
export async function insertCharacter(
  d1: D1Database,
  born: { character: Character; journal: Journal; place: number; region: string; soft?: Soft },
  nowMs: number,
): Promise<'created' | 'name' | 'place'> {
  const db = database(d1);
  const { character: c, journal, place, region, soft = null } = born;
  const row = {
    id: c.id,
    accountId: c.account,
    place,
    name: c.name,
    nameKey: nameKey(c.name),
    covenant: c.covenant,
    look: c.look,
    level: c.level,
    xp: c.xp,
    gold: c.gold,
    quests: c.quests,
    done: c.done,
    pois: c.pois,
    life: JSON.stringify(c.life),
    soft,
    lastRegion: region,
    epoch: 0,
    version: 0,
    createdMs: nowMs,
    updatedMs: nowMs,
  };
  const lines = journal.ledger.map(line => ({ id: ulid(nowMs), region, characterId: c.id, ...line }));
  try {
    await db.batch([
      db.insert(characters).values(row),
      ...c.items.map(({ marks, ...item }) =>
        db.insert(items).values({ ...item, marks: marks ? JSON.stringify(marks) : null, characterId: c.id }),
      ),
      ...lines.map(line => db.insert(ledger).values(line)),
    ]);
    return 'created';
  } catch (error) {
    const taken = brokenIndex(error);
    if (taken) return taken;
    throw error;
  }
}

/**
 * The region that has it out just now (it read the old words, and must be told), null when none has. 'name': somebody has that name. 'out': nobody
 * changes sides in the world, where it would end a fight.
 */
export async function editCharacter(
  d1: D1Database,
  id: string,
  change: { name?: string; covenant?: number; look?: number },
): Promise<{ owner: string | null } | 'name' | 'out'> {
  const set = { ...change, ...(change.name === undefined ? {} : { nameKey: nameKey(change.name) }) };
  try {
    const sides =
      change.covenant === undefined ? undefined : or(eq(characters.covenant, change.covenant), isNull(characters.ownerRegion));
    const changed = database(d1)
      .update(characters)
      .set(set)
      .where(and(eq(characters.id, id), sides));
    const [row] = await changed.returning({ owner: characters.ownerRegion });
    return row ?? 'out';
  } catch (error) {
    if (brokenIndex(error) === 'name') return 'name';
    throw error;
  }
}

/** Deletes a character that no region has out, and books what it held as destroyed. False: it is out. */
export async function deleteCharacter(d1: D1Database, id: string, nowMs: number): Promise<boolean> {
  const free = sql`EXISTS (SELECT 1 FROM characters WHERE id = ${id} AND owner_region IS NULL)`;
  const booking = ulid(nowMs);
  const results = await d1.batch(
    [
      sql`INSERT INTO ledger(id, region, character_id, cause, gold, kind, quantity)
        SELECT ${booking}, last_region, id, ${LEDGER.deleted}, -gold, 0, 0 FROM characters
        WHERE id = ${id} AND owner_region IS NULL AND gold > 0`,
      sql`INSERT INTO ledger(id, region, character_id, cause, gold, kind, quantity)
        SELECT ${booking} || ':' || id, '', character_id, ${LEDGER.deleted}, 0, kind, -quantity FROM items WHERE character_id = ${id} AND ${free}`,
      sql`DELETE FROM items WHERE character_id = ${id} AND ${free}`,
      sql`DELETE FROM characters WHERE id = ${id} AND owner_region IS NULL`,
    ].map(query => statement(d1, query)),
  );
  return results[3].meta.changes === 1;
}

/** Which unique index an insert broke, told by SQLite's message; undefined for other errors. Drizzle wraps the cause. */
function brokenIndex(error: unknown): 'name' | 'place' | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (!cause.message.includes('UNIQUE constraint failed')) continue;
    if (cause.message.includes('characters.name_key')) return 'name';
    if (cause.message.includes('characters.place')) return 'place';
  }
  return undefined;
}
