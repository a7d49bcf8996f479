// Talk's tables, forward only. Rows are billed, so what is said together is one row, and nothing has a number of its own that the platform counts.
import { runVersions } from '../store/versions';

const VERSIONS: readonly string[] = [
  `
  -- The end of each room's talk: what was said in one turn of Talk is one row, written over when ROOM_LINES newer ones have come.
  CREATE TABLE said (room TEXT NOT NULL, slot INTEGER NOT NULL, turn INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (room, slot)) WITHOUT ROWID;
  -- Rooms that players opened, as JSON (rooms.ts).
  CREATE TABLE room (room TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
  -- In which of them an account is, as JSON.
  CREATE TABLE joined (account TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
  -- Whom an account knows: kind 1 friend, 2 ignored. The name under which he was found.
  CREATE TABLE relation (account TEXT NOT NULL, other TEXT NOT NULL, kind INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (account, other)) WITHOUT ROWID;
  CREATE INDEX relation_other ON relation(other, kind);
  -- How a friend of somebody was when he left the world last.
  CREATE TABLE seen (account TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
  -- Whispers that wait for their readers.
  CREATE TABLE held (
    character TEXT NOT NULL, number INTEGER NOT NULL, sender TEXT NOT NULL, account TEXT NOT NULL, text TEXT NOT NULL, at_ms INTEGER NOT NULL,
    PRIMARY KEY (character, number)
  ) WITHOUT ROWID;
  CREATE TABLE mute (account TEXT PRIMARY KEY, until_ms INTEGER NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID;
  -- Reports as JSON; ids grow with time.
  CREATE TABLE report (id TEXT PRIMARY KEY, at_ms INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
  -- Tickets of the page that only chats, each good once.
  CREATE TABLE ticket (jti TEXT PRIMARY KEY, expires_ms INTEGER NOT NULL) WITHOUT ROWID;
  -- Links that bring friends, as JSON (invites.ts).
  CREATE TABLE invite (code TEXT PRIMARY KEY, account TEXT NOT NULL, until_ms INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
  `,
];

export type Rows = Pick<DurableObjectStorage, 'sql' | 'transactionSync'>;
export const prepareTables = (storage: Rows): void => runVersions(storage, VERSIONS);
