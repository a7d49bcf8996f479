// The record in D1, as Drizzle tables; `npm run db:generate` writes migrations/ from it.
// One row per item with an id that is never reused: a doubled item cannot be written here at all.
import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { QuestProgress } from '../shared/rules/character';
import { RANKS } from '../shared/rules/staff';
import type { Soft } from './ports';

/** The soft state with what else only the owning region knows. */
export type Stored = Soft & { lastCommand?: number; left_ms?: number };

export const accounts = sqliteTable('accounts', {
  id: text().primaryKey(),
  createdMs: integer('created_ms').notNull(),
  /** shared/rules/staff.ts RANKS */
  role: text({ enum: RANKS }).notNull().default('player'),
  /** Until then nobody hears what he says, epoch ms; 0: he is not muted. */
  mutedUntilMs: integer('muted_until_ms').notNull().default(0),
});

/** One row for each browser that is signed in. Signing out removes it. */
export const sessions = sqliteTable(
  'sessions',
  {
    /** SHA-256 of the token, hex; the token itself is only in the cookie. */
    tokenHash: text('token_hash').primaryKey(),
    /** What it is called where the token must not be: in lists and tickets. */
    id: text().notNull(),
    accountId: text('account_id').notNull(),
    createdMs: integer('created_ms').notNull(),
    /** To the hour. */
    usedMs: integer('used_ms').notNull(),
    /** Browser and system in two words, from the user agent. */
    device: text().notNull(),
  },
  t => [index('sessions_account').on(t.accountId)],
);

export const passkeys = sqliteTable(
  'passkeys',
  {
    /** Of the credential, base64url. */
    id: text().primaryKey(),
    accountId: text('account_id').notNull(),
    /** COSE, base64url. */
    publicKey: text('public_key').notNull(),
    /** How often it has signed, if it counts. */
    counter: integer().notNull(),
    transports: text().notNull(),
    device: text().notNull(),
    createdMs: integer('created_ms').notNull(),
    usedMs: integer('used_ms').notNull(),
  },
  t => [index('passkeys_account').on(t.accountId)],
);

/** What a passkey is to sign: once, soon, and in the browser that asked. */
export const challenges = sqliteTable('challenges', {
  /** SHA-256 of the token in that browser's cookie, hex. */
  tokenHash: text('token_hash').primaryKey(),
  challenge: text().notNull(),
  /** The account that is to get a passkey; '': somebody signs in. */
  accountId: text('account_id').notNull(),
  expiresMs: integer('expires_ms').notNull(),
});

/** Codes that open an account once, as SHA-256 over account and code. */
export const recoveryCodes = sqliteTable(
  'recovery_codes',
  {
    hash: text().primaryKey(),
    accountId: text('account_id').notNull(),
  },
  t => [index('recovery_codes_account').on(t.accountId)],
);

/** How often something was tried for whom, and when last: store/attempts.ts. */
export const attempts = sqliteTable('attempts', {
  subject: text().primaryKey(),
  count: integer().notNull(),
  lastMs: integer('last_ms').notNull(),
});

/** Who may not enter the world. Kept when it is over. */
export const bans = sqliteTable(
  'bans',
  {
    id: text().primaryKey(),
    accountId: text('account_id').notNull(),
    reason: text().notNull(),
    atMs: integer('at_ms').notNull(),
    /** 0: for good. */
    untilMs: integer('until_ms').notNull(),
    /** 0: it was not lifted. */
    liftedMs: integer('lifted_ms').notNull().default(0),
    /** What he says to it, once; '': nothing yet. */
    appeal: text().notNull().default(''),
    appealedMs: integer('appealed_ms').notNull().default(0),
  },
  t => [index('bans_account').on(t.accountId)],
);

/** What the staff did. Rows are added and never changed: triggers of the migration forbid it. */
export const audit = sqliteTable(
  'audit',
  {
    id: text().primaryKey(),
    atMs: integer('at_ms').notNull(),
    /** Account of who did it; 'console' for a command on the server. */
    actorId: text('actor_id').notNull(),
    action: text().notNull(),
    /** Account that it was done to; '': to everybody. */
    accountId: text('account_id').notNull(),
    /** Character that it was done to, if it was one. */
    characterId: text('character_id').notNull(),
    reason: text().notNull(),
    /** JSON */
    details: text().notNull(),
  },
  t => [index('audit_account').on(t.accountId)],
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

/**
 * Every coin and item made or destroyed, by cause (shared/rules/journal.ts LEDGER). Somebody's lines lie together: an index would be a second
 * row for each of them. The id is a ULID, so it tells how old the line is; old ones go into `ledgerSums` (store/oldbooks.ts).
 */
export const ledger = sqliteTable(
  'ledger',
  {
    id: text().notNull(),
    region: text().notNull(),
    characterId: text('character_id').notNull(),
    cause: integer().notNull(),
    gold: integer().notNull(),
    kind: integer().notNull(),
    quantity: integer().notNull(),
  },
  t => [primaryKey({ columns: [t.characterId, t.id] })],
);

/** What somebody's old lines came to: as many rows as there are causes and kinds, however long he plays. */
export const ledgerSums = sqliteTable(
  'ledger_sums',
  {
    characterId: text('character_id').notNull(),
    cause: integer().notNull(),
    kind: integer().notNull(),
    /** 1: a mailbox, the market or a guild wrote the lines, 0: a region. */
    keeper: integer().notNull(),
    lines: integer().notNull(),
    goldMade: integer('gold_made').notNull(),
    goldDestroyed: integer('gold_destroyed').notNull(),
    thingsMade: integer('things_made').notNull(),
    thingsDestroyed: integer('things_destroyed').notNull(),
  },
  t => [primaryKey({ columns: [t.characterId, t.cause, t.kind, t.keeper] })],
);

/**
 * How far each region's write-behind got: a batch of a number that was reached is refused whole, and a region that boots with a lower number was
 * restored from an old copy.
 */
export const regionSequence = sqliteTable('region_sequence', {
  region: text().primaryKey(),
  incarnation: text().notNull(),
  sequence: integer().notNull(),
});
