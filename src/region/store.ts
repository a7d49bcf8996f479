// The region's SQLite in the words of the game. In: what a turn made true, written whole or not at all. Out: everything a boot needs.
// Every statement of more than one step runs in `transactionSync`: a bare throw would leave the steps before it written.
import { CHAT_HISTORY } from '../shared/protocol/limits';
import type { Item } from '../shared/rules/character';
import { type Journal, LEDGER, type LedgerLine } from '../shared/rules/journal';
import type { CheckedOut } from '../store/ports';
import { ulid } from '../ulid';
import { type Held, noCommands, REMEMBERED } from './held';
import { type Corpse, readLoot, writeLoot } from './remains';
import {
  type CharacterRow,
  type CommandRow,
  type CorpseRow,
  heldOf,
  type ItemRow,
  type LedgerRow,
  type PurseRow,
  type Row,
  writeProgress,
} from './rows';
import { NEWCOMER, readSoftRegion, type SoftRegion, writeSoft, writeSoftRegion } from './soft';
import { prepareTables } from './tables';

export interface GroundItem {
  /** Its number on the wire. */
  id: number;
  item: string;
  kind: number;
  quantity: number;
  x: number; // cm
  z: number; // cm
  /** The character that dropped it: if nobody lifts it, its end is written in that one's ledger. */
  dropper: string;
  until_ms: number;
}

export interface ChatLine {
  number: number;
  sender: string;
  text: string;
  at_ms: number;
}

/** What one turn made true. */
export interface Deeds {
  journals: Map<Held, Journal>;
  commands: { held: Held; number: number }[];
  laid: GroundItem[];
  lifted: number[];
  rotted: GroundItem[];
  /** Corpses whose loot was left or taken. */
  corpses: Set<Corpse>;
  spent: { node: number; ready_ms: number }[];
  regrown: number[];
  lines: ChatLine[];
}

const GROUNDS_PER_LIFE = 65_536;

export class Store {
  private readonly sql: SqlStorage;
  readonly incarnation: number;
  private grounds: number;

  constructor(private readonly storage: DurableObjectStorage) {
    this.sql = storage.sql;
    prepareTables(storage);
    this.incarnation = this.sql
      .exec<{ n: number }>('UPDATE life SET incarnation = incarnation + 1 RETURNING incarnation AS n')
      .one().n;
    this.grounds = this.incarnation * GROUNDS_PER_LIFE;
  }

  /** A number for a thing on the ground that no earlier one had: it may still be in a player's hands. */
  groundNumber(): number {
    return this.grounds++ >>> 0;
  }

  // ---- characters ----

  /** Every character this region owns, with the newest soft state there is. */
  load(): Map<string, Held> {
    const soft = new Map(this.softRegion()?.bodies.map(b => [b.character, b.soft]));
    const all = new Map<string, Held>();
    for (const row of this.sql.exec<CharacterRow>('SELECT * FROM character')) {
      all.set(row.id, heldOf(row, row.leaving ? undefined : soft.get(row.id)));
    }
    for (const { owner, ...item } of this.sql.exec<ItemRow>('SELECT * FROM item')) all.get(owner)?.character.items.push(item);
    for (const { character, slot, number } of this.sql.exec<CommandRow>('SELECT * FROM command')) {
      const held = all.get(character);
      if (held) held.commands[slot] = number;
    }
    return all;
  }

  /** Takes a checked-out character in. Its gold is counted as brought into the region. */
  take({ character, epoch, version, soft, lastCommand }: CheckedOut): Held {
    const held: Held = {
      character,
      epoch,
      version,
      written: version,
      dirtySince_ms: 0,
      soft: soft ?? { ...NEWCOMER },
      leaving: false,
      commands: noCommands(),
    };
    if (lastCommand) held.commands[lastCommand % REMEMBERED] = lastCommand;
    this.storage.transactionSync(() => {
      this.forget(character.id);
      this.putCharacter(held);
      for (const item of character.items) this.putItem(item, character.id);
      if (lastCommand) this.putCommand(character.id, lastCommand);
      this.sql.exec('UPDATE purse SET brought = brought + ?', character.gold);
    });
    return held;
  }

  /** Writes where its body was when its player left (or that it is wanted again). */
  setLeaving(held: Held, leaving: boolean): void {
    held.leaving = leaving;
    this.sql.exec(
      'UPDATE character SET leaving = ?, soft = ? WHERE id = ?',
      Number(leaving),
      writeSoft(held.soft),
      held.character.id,
    );
  }

  /** A new version number, durable before D1 hears of it, so that no later write can carry an older one. */
  raise(many: readonly Held[]): void {
    this.storage.transactionSync(() => {
      for (const held of many) this.sql.exec('UPDATE character SET version = ? WHERE id = ?', ++held.version, held.character.id);
    });
  }

  /** D1 has the character as of `version`, and these ledger lines. */
  settle(held: Held, version: number, ledger: readonly { id: string }[]): void {
    this.storage.transactionSync(() => {
      for (const { id } of ledger) this.sql.exec('DELETE FROM ledger WHERE id = ?', id);
      held.written = version;
      this.sql.exec('UPDATE character SET written = ? WHERE id = ?', version, held.character.id);
    });
  }

  /** D1 knows better than this copy: it ends, with what it was still to book. */
  void(held: Held): void {
    this.storage.transactionSync(() => {
      this.sql.exec('DELETE FROM ledger WHERE character = ?', held.character.id);
      this.drop(held);
    });
  }

  /** Checked in: the region's copy ends. Ledger lines stay: what he left lying here may rot while he is away. */
  drop(held: Held): void {
    this.storage.transactionSync(() => {
      this.sql.exec('UPDATE purse SET taken = taken + ?', held.character.gold);
      this.forget(held.character.id);
    });
  }

  rename(held: Held): void {
    const { id, name, covenant, look } = held.character;
    this.sql.exec('UPDATE character SET name = ?, covenant = ?, look = ? WHERE id = ?', name, covenant, look, id);
  }

  ledgerOf(id: string): (LedgerLine & { id: string })[] {
    const rows = this.sql.exec<LedgerRow>('SELECT id, cause, gold, kind, quantity FROM ledger WHERE character = ?', id).toArray();
    return rows as (LedgerLine & { id: string })[];
  }

  /** How many batches this region has begun to send, over all its lives. */
  get sequence(): number {
    return this.sql.exec<{ n: number }>('SELECT sequence AS n FROM life').one().n;
  }

  /** D1 knows of batches that this storage has no memory of: their numbers are taken. */
  skipTo(sequence: number): void {
    this.sql.exec('UPDATE life SET sequence = max(sequence, ?)', sequence);
  }

  nextSequence(): number {
    return this.sql.exec<{ n: number }>('UPDATE life SET sequence = sequence + 1 RETURNING sequence AS n').one().n;
  }

  // ---- turns ----

  /** All of a turn in one transaction. Removals come first: what one player drops another may lift in the same turn. */
  write(deeds: Deeds, now_ms: number): void {
    this.storage.transactionSync(() => {
      for (const id of deeds.lifted) this.sql.exec('DELETE FROM ground WHERE id = ?', id);
      for (const [held, journal] of deeds.journals) {
        for (const id of journal.removed) this.sql.exec('DELETE FROM item WHERE id = ? AND owner = ?', id, held.character.id);
      }
      for (const [held, journal] of deeds.journals) this.writeJournal(held, journal, now_ms);
      for (const g of deeds.laid) {
        const { id, item, kind, quantity, x, z, dropper, until_ms } = g;
        this.sql.exec('INSERT INTO ground VALUES (?, ?, ?, ?, ?, ?, ?, ?)', id, item, kind, quantity, x, z, dropper, until_ms);
      }
      for (const { id, kind, quantity, dropper } of deeds.rotted) {
        this.sql.exec('DELETE FROM ground WHERE id = ?', id);
        this.putLedger(dropper, { cause: LEDGER.consumed, gold: 0, kind, quantity: -quantity }, now_ms);
      }
      for (const { held, number } of deeds.commands) {
        this.putCommand(held.character.id, number);
      }
      for (const { spawn, x, z, rises_ms, loot } of deeds.corpses) {
        this.sql.exec('INSERT OR REPLACE INTO corpse VALUES (?, ?, ?, ?, ?)', spawn, x, z, rises_ms, writeLoot(loot));
      }
      for (const { node, ready_ms } of deeds.spent) this.sql.exec('INSERT OR REPLACE INTO node VALUES (?, ?)', node, ready_ms);
      for (const node of deeds.regrown) this.sql.exec('DELETE FROM node WHERE node = ?', node);
      for (const { number, sender, text, at_ms } of deeds.lines) {
        this.sql.exec('INSERT OR REPLACE INTO chat VALUES (?, ?, ?, ?, ?)', number % CHAT_HISTORY, number, sender, text, at_ms);
      }
    });
  }

  writeSoft(region: SoftRegion, now_ms: number): void {
    this.sql.exec('INSERT OR REPLACE INTO soft VALUES (1, ?, ?)', now_ms, writeSoftRegion(region));
  }

  softRegion(): SoftRegion | null {
    const [row] = this.sql.exec<{ bytes: ArrayBuffer }>('SELECT bytes FROM soft');
    return row ? readSoftRegion(row.bytes) : null;
  }

  /** When the region was last awake; 0 = never. */
  lastAwake_ms(): number {
    return this.sql.exec<{ at: number }>('SELECT coalesce(max(at_ms), 0) AS at FROM soft').one().at;
  }

  ground(): GroundItem[] {
    return this.sql.exec<GroundItem & Row>('SELECT * FROM ground').toArray();
  }

  /** Corpses that still lie at `now_ms`. */
  corpses(now_ms: number): Corpse[] {
    const rows = this.sql.exec<CorpseRow>('SELECT * FROM corpse WHERE rises_ms > ?', now_ms).toArray();
    return rows.map(row => ({ ...row, loot: readLoot(row.loot) }));
  }

  spentNodes(): { node: number; ready_ms: number }[] {
    return this.sql.exec<{ node: number; ready_ms: number }>('SELECT node, ready_ms FROM node').toArray();
  }

  chat(): ChatLine[] {
    return this.sql.exec<ChatLine & Row>('SELECT number, sender, text, at_ms FROM chat ORDER BY number').toArray();
  }

  // ---- tickets and sums ----

  /** True the first time a ticket's number is seen. */
  useTicket(jti: string, expires_ms: number, now_ms: number): boolean {
    this.sql.exec('DELETE FROM ticket WHERE expires_ms < ?', now_ms);
    return this.sql.exec('INSERT OR IGNORE INTO ticket VALUES (?, ?)', jti, expires_ms).rowsWritten > 0;
  }

  /** Copper that came into the region and left it, by every way, and what its characters hold. */
  sums(): { made: number; destroyed: number; held: number } {
    const purse = this.sql.exec<PurseRow>('SELECT made, destroyed, brought, taken FROM purse').one();
    const { held } = this.sql.exec<{ held: number }>('SELECT coalesce(sum(gold), 0) AS held FROM character').one();
    return { made: purse.made + purse.brought, destroyed: purse.destroyed + purse.taken, held };
  }

  private writeJournal(held: Held, journal: Journal, now_ms: number): void {
    held.version++;
    held.dirtySince_ms ||= now_ms;
    this.putCharacter(held);
    for (const item of journal.items.values()) this.putItem(item, held.character.id);
    let made = 0;
    let destroyed = 0;
    for (const line of journal.ledger) {
      this.putLedger(held.character.id, line, now_ms);
      if (line.gold > 0) made += line.gold;
      else destroyed -= line.gold;
    }
    if (made || destroyed) this.sql.exec('UPDATE purse SET made = made + ?, destroyed = destroyed + ?', made, destroyed);
  }

  private putCharacter(held: Held): void {
    const { character: c, epoch, version, written, leaving, soft } = held;
    this.sql.exec(
      'INSERT OR REPLACE INTO character VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      c.id,
      c.account,
      c.name,
      c.covenant,
      c.look,
      c.level,
      c.xp,
      c.gold,
      writeProgress(c),
      epoch,
      version,
      written,
      Number(leaving),
      writeSoft(soft),
    );
  }

  /** An item row goes to its new owner whole: there is one row per id, so it can be nobody else's. */
  private putItem({ id, kind, quantity, slot }: Item, owner: string): void {
    this.sql.exec('INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?, ?)', id, owner, kind, quantity, slot);
  }

  private putCommand(character: string, number: number): void {
    this.sql.exec('INSERT OR REPLACE INTO command VALUES (?, ?, ?)', character, number % REMEMBERED, number);
  }

  private putLedger(character: string, { cause, gold, kind, quantity }: LedgerLine, now_ms: number): void {
    this.sql.exec('INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?)', ulid(now_ms), character, cause, gold, kind, quantity);
  }

  private forget(id: string): void {
    this.sql.exec('DELETE FROM character WHERE id = ?', id);
    this.sql.exec('DELETE FROM item WHERE owner = ?', id);
    this.sql.exec('DELETE FROM command WHERE character = ?', id);
  }
}
