// The region's own SQLite, forward only: each entry of VERSIONS is run once, in order. Rows are billed, deletes too: hence tables
// WITHOUT ROWID (one row written per insert), rings that are overwritten in place, no AUTOINCREMENT and no secondary index.
import { runVersions } from '../store/versions';
import { TRANSFER_TABLES } from '../transfer/transfers';

const VERSIONS: readonly string[] = [
  `
  -- Characters that are checked out to this region; until checked in, this row is the truth.
  CREATE TABLE character (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, name TEXT NOT NULL, covenant INTEGER NOT NULL, look INTEGER NOT NULL,
    level INTEGER NOT NULL, xp INTEGER NOT NULL, gold INTEGER NOT NULL CHECK (gold >= 0), progress BLOB NOT NULL,
    epoch INTEGER NOT NULL, version INTEGER NOT NULL, written INTEGER NOT NULL, leaving INTEGER NOT NULL, soft BLOB NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE item (
    id TEXT PRIMARY KEY, owner TEXT NOT NULL, kind INTEGER NOT NULL, quantity INTEGER NOT NULL CHECK (quantity > 0), slot INTEGER NOT NULL
  ) WITHOUT ROWID;
  -- What lies on the ground; an item is here or in 'item', never in both. x, z in cm.
  CREATE TABLE ground (
    id INTEGER PRIMARY KEY, item TEXT NOT NULL, kind INTEGER NOT NULL, quantity INTEGER NOT NULL CHECK (quantity > 0),
    x INTEGER NOT NULL, z INTEGER NOT NULL, dropper TEXT NOT NULL, until_ms INTEGER NOT NULL
  );
  -- Sources and sinks not yet written to D1.
  CREATE TABLE ledger (
    id TEXT PRIMARY KEY, character TEXT NOT NULL, cause INTEGER NOT NULL, gold INTEGER NOT NULL, kind INTEGER NOT NULL, quantity INTEGER NOT NULL
  ) WITHOUT ROWID;
  -- The last 64 commands of each character: applied once, also after a reconnect.
  CREATE TABLE command (
    character TEXT NOT NULL, slot INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (character, slot)
  ) WITHOUT ROWID;
  -- A ring: slot = line number modulo its size.
  CREATE TABLE chat (slot INTEGER PRIMARY KEY, number INTEGER NOT NULL, sender TEXT NOT NULL, text TEXT NOT NULL, at_ms INTEGER NOT NULL);
  CREATE TABLE node (node INTEGER PRIMARY KEY, ready_ms INTEGER NOT NULL);
  CREATE TABLE ticket (jti TEXT PRIMARY KEY, expires_ms INTEGER NOT NULL) WITHOUT ROWID;
  -- Gold by way it took, in copper: the region's balance over all time. One row.
  CREATE TABLE purse (
    one INTEGER PRIMARY KEY CHECK (one = 1), made INTEGER NOT NULL, destroyed INTEGER NOT NULL, brought INTEGER NOT NULL, taken INTEGER NOT NULL
  );
  INSERT INTO purse VALUES (1, 0, 0, 0, 0);
  -- 'soft': where every body is and how it feels, one blob a second. 'life': incarnation, write-behind sequence. Numbers of this region alone.
  CREATE TABLE soft (one INTEGER PRIMARY KEY CHECK (one = 1), at_ms INTEGER NOT NULL, bytes BLOB NOT NULL);
  CREATE TABLE life (one INTEGER PRIMARY KEY CHECK (one = 1), incarnation INTEGER NOT NULL, sequence INTEGER NOT NULL);
  INSERT INTO life VALUES (1, 0, 0);
  `,
  `
  -- What fallen monsters hold for whom (remains.ts), overwritten by the next death at the same place of a camp. x, z in m.
  CREATE TABLE corpse (spawn INTEGER PRIMARY KEY, x REAL NOT NULL, z REAL NOT NULL, rises_ms INTEGER NOT NULL, loot BLOB NOT NULL);
  `,
  `
  ${TRANSFER_TABLES}
  -- Whom this region has handed over: to which region, and with which epoch. Gone once he comes back or D1 has heard of it.
  CREATE TABLE passed (character TEXT PRIMARY KEY, epoch INTEGER NOT NULL, receiver TEXT NOT NULL, at_ms INTEGER NOT NULL) WITHOUT ROWID;
  -- Beasts of other regions die here too: what lies there is named by its own row. kind 0: rows of before, whose camp tells.
  ALTER TABLE corpse ADD COLUMN kind INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE corpse ADD COLUMN level INTEGER NOT NULL DEFAULT 0;
  -- The world's division as last heard, as JSON. One row.
  -- How camps stand that somebody has fought (systems/camps.ts); the row of camp -1 tells since when the region has been.
  CREATE TABLE camp (camp INTEGER PRIMARY KEY, since_ms INTEGER NOT NULL, was INTEGER NOT NULL, killed_ms INTEGER NOT NULL);
  INSERT INTO camp VALUES (-1, unixepoch() * 1000, 0, 0);
  CREATE TABLE division (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL);
  `,
  `
  -- How often a thing left somebody's hands (shared/rules/character.ts).
  ALTER TABLE item ADD COLUMN moves INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE ground ADD COLUMN moves INTEGER NOT NULL DEFAULT 0;
  `,
  `
  -- The version that each copy had when a life of this region found it, until it is sure that this storage is the newest there was: what
  -- happens to a copy before that does not make it newer than D1's, through however many lives.
  CREATE TABLE unchecked (character TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID;
  `,
  `
  -- What a character has become (shared/rules/life.ts), and what tells a thing from others of its kind (Marks), as JSON.
  ALTER TABLE character ADD COLUMN life TEXT NOT NULL DEFAULT '{}';
  ALTER TABLE item ADD COLUMN marks TEXT;
  ALTER TABLE ground ADD COLUMN marks TEXT;
  `,
  `
  -- A deed writes the character's row and no other of his: what he did last and his books (books.ts) are in it, as JSON, and his gold by the
  -- way it took while he is here, which the purse has only of those who have left. 'ledger' is for who may be elsewhere when a line is booked.
  ALTER TABLE character ADD COLUMN commands TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE character ADD COLUMN lines TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE character ADD COLUMN brought INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE character ADD COLUMN made INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE character ADD COLUMN destroyed INTEGER NOT NULL DEFAULT 0;
  UPDATE character SET
    commands = (SELECT json_group_array(number) FROM command WHERE character = id),
    lines = (SELECT json_group_array(json_object('id', l.id, 'cause', cause, 'gold', l.gold, 'kind', kind, 'quantity', quantity))
      FROM ledger l WHERE l.character = character.id);
  DELETE FROM ledger WHERE character IN (SELECT id FROM character);
  DROP TABLE command;
  `,
  `
  -- Whether somebody has taken a fallen beast's hide.
  ALTER TABLE corpse ADD COLUMN skinned INTEGER NOT NULL DEFAULT 0;
  `,
  `
  -- The run of a dungeon (shared/rules/runs.ts), as JSON. One row, and none in regions of the world.
  CREATE TABLE run (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL);
  `,
  `
  -- The match in an arena (shared/rules/arena.ts), as JSON. One row, and none in other regions.
  CREATE TABLE match (one INTEGER PRIMARY KEY CHECK (one = 1), json TEXT NOT NULL);
  `,
];

export function prepareTables(storage: Pick<DurableObjectStorage, 'sql' | 'transactionSync'>): void {
  runVersions(storage, VERSIONS);
}
