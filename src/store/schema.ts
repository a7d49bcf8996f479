// The record in D1, as Drizzle tables; `npm run db:generate` writes migrations/ from it.
// One row per item with an id that is never reused: a doubled item cannot be written here at all.
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { QuestProgress } from '../shared/rules/character';
import type { Soft } from './ports';

/** The soft state with what else only the owning region knows. */
export type Stored = Soft & { lastCommand?: number; left_ms?: number };

export const accounts = sqliteTable(
  'accounts',
  {
    id: text().primaryKey(),
    /** SHA-256 of the guest's token, hex; the token itself is only in his cookie. */
    tokenHash: text('token_hash').notNull(),
    createdMs: integer('created_ms').notNull(),
  },
  t => [uniqueIndex('accounts_token_hash').on(t.tokenHash)],
);

export const characters = sqliteTable(
  'characters',
  {
    id: text().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    /** 0..2: the card it fills on the account's character page. */
    place: integer().notNull(),
    // Name, covenant and look are written by the front door only; everything below them only by the owning region.
    name: text().notNull(),
    nameKey: text('name_key').notNull(),
    covenant: integer().notNull(),
    look: integer().notNull(),
    level: integer().notNull(),
    xp: integer().notNull(),
    gold: integer().notNull(),
    quests: text({ mode: 'json' }).$type<QuestProgress[]>().notNull(),
    done: text({ mode: 'json' }).$type<number[]>().notNull(),
    pois: text({ mode: 'json' }).$type<number[]>().notNull(),
    /** shared/rules/life.ts */
    life: text().notNull().default('{}'),
    soft: text({ mode: 'json' }).$type<Stored>(),
    /** The region that has it checked out, or null; then `epoch` fences every write of earlier owners. */
    ownerRegion: text('owner_region'),
    lastRegion: text('last_region').notNull(),
    epoch: integer().notNull(),
    version: integer().notNull(),
    createdMs: integer('created_ms').notNull(),
    updatedMs: integer('updated_ms').notNull(),
  },
  t => [
    uniqueIndex('characters_name_key').on(t.nameKey),
    uniqueIndex('characters_account_place').on(t.accountId, t.place),
    check('gold_not_negative', sql`${t.gold} >= 0`),
  ],
);

export const items = sqliteTable(
  'items',
  {
    id: text().primaryKey(),
    characterId: text('character_id').notNull(),
    kind: integer().notNull(),
    quantity: integer().notNull(),
    slot: integer().notNull(),
    /** How often it left somebody's hands: the write with the higher number has it. */
    moves: integer().notNull().default(0),
    /** What tells it from others of its kind (rules/character.ts Marks), as JSON; most have none. */
    marks: text(),
  },
  t => [index('items_character').on(t.characterId), check('quantity_positive', sql`${t.quantity} > 0`)],
);

/** Every coin and item made or destroyed, by cause (shared/rules/journal.ts LEDGER). */
export const ledger = sqliteTable('ledger', {
  id: text().primaryKey(),
  region: text().notNull(),
  characterId: text('character_id').notNull(),
  cause: integer().notNull(),
  gold: integer().notNull(),
  kind: integer().notNull(),
  quantity: integer().notNull(),
});

/** Batches that were written: a repeated one is refused whole by the primary key. */
export const applied = sqliteTable('applied', { key: text().primaryKey() });

/** How far each region's write-behind got: a region that boots with a lower number was restored from an old copy. */
export const regionSequence = sqliteTable('region_sequence', {
  region: text().primaryKey(),
  incarnation: text().notNull(),
  sequence: integer().notNull(),
});
