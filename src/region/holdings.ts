// The rows of characters that are checked out to this region, and of those it has handed on. In: what becomes true of one character.
// Out: the same in SQLite, each step whole or not at all; at a boot, everything back in memory. Until a character is checked in or handed
// over, its rows here are the truth.
import type { Item } from '../shared/rules/character';
import type { LedgerLine } from '../shared/rules/journal';
import type { CheckedOut, Soft } from '../store/ports';
import { ulid } from '../ulid';
import { type BookedLine, linesOf, openBooks } from './books';
import { type Held, memoryOf } from './held';
import type { Handed } from './parcels';
import { type CharacterRow, heldOf, type ItemRow, itemOf, type LedgerRow, writeMarks, writeProgress } from './rows';
import { NEWCOMER, writeSoft } from './soft';

/** Where a character went from here. */
export interface Passed {
  character: string;
  epoch: number;
  receiver: string;
  at_ms: number;
}

/** Of somebody who is not here. */
export type StrayLine = BookedLine & { character: string };

export class Holdings {
  private readonly sql: SqlStorage;

  constructor(private readonly storage: Pick<DurableObjectStorage, 'sql' | 'transactionSync'>) {
    this.sql = storage.sql;
  }

  /** Every character this region owns; `newest`: soft state that a checkpoint knows better than the row. */
  load(newest: ReadonlyMap<string, Soft>): Map<string, Held> {
    const all = new Map<string, Held>();
    for (const row of this.sql.exec<CharacterRow>('SELECT * FROM character')) {
      all.set(row.id, heldOf(row, row.leaving ? undefined : newest.get(row.id)));
    }
    for (const { owner, ...row } of this.sql.exec<ItemRow>('SELECT * FROM item')) all.get(owner)?.character.items.push(itemOf(row));
    return all;
  }

  /** The version that each copy had when the first life found it that has not yet been sure of its storage. */
  unchecked(): Map<string, number> {
    this.sql.exec('INSERT OR IGNORE INTO unchecked SELECT id, version FROM character');
    const rows = this.sql.exec<{ character: string; version: number }>('SELECT * FROM unchecked').toArray();
    return new Map(rows.map(({ character, version }) => [character, version]));
  }

  /** This storage is the newest there was. */
  checked(): void {
    this.sql.exec('DELETE FROM unchecked');
  }

  /** Takes a checked-out character in. Its gold is counted as brought into the region. */
  take({ character, epoch, version, soft, lastCommand, left_ms }: CheckedOut): Held {
    const held: Held = {
      character,
      epoch,
      version,
      written: version,
      dirtySince_ms: 0,
      soft: soft ?? { ...NEWCOMER },
      leaving: false,
      left_ms,
      commands: memoryOf(lastCommand ? [lastCommand] : []),
      books: openBooks(character.gold, []),
    };
    this.storage.transactionSync(() => {
      this.sql.exec('DELETE FROM passed WHERE character = ?', character.id);
      this.put(held);
    });
    return held;
  }

  /** Writes where its body was when its player left (or that it is wanted again), as something new for D1. */
  setLeaving(held: Held, leaving: boolean): void {
    held.leaving = leaving;
    held.version++;
    const query = 'UPDATE character SET leaving = ?, soft = ?, version = ? WHERE id = ?';
    this.sql.exec(query, Number(leaving), writeSoft(held.soft), held.version, held.character.id);
  }

  /** It went on from here and came back since this copy was taken: its epochs are used up to there. */
  outgrow(held: Held, epoch: number): void {
    held.epoch = epoch;
    this.sql.exec('UPDATE character SET epoch = ? WHERE id = ?', epoch, held.character.id);
  }

  /** D1 knows better than this copy: it ends, with what it was still to book. */
  void(held: Held): void {
    this.storage.transactionSync(() => this.end(held));
  }

  /** Checked in: the region's copy ends. What D1 may not have heard of his books is true, and goes to it by itself. */
  drop(held: Held): void {
    this.storage.transactionSync(() => {
      for (const line of linesOf(held.books)) this.putStray(held.character.id, line);
      this.end(held);
    });
  }

  rename(held: Held): void {
    const { id, name, covenant, look } = held.character;
    this.sql.exec('UPDATE character SET name = ?, covenant = ?, look = ? WHERE id = ?', name, covenant, look, id);
  }

  // ---- handing over (inside the caller's transaction) ----

  /** His rows end here; what D1 has not heard of his books goes with him. The parcel that carries him is the caller's to put down. */
  handOver(held: Held, receiver: string, now_ms: number): BookedLine[] {
    const { id } = held.character;
    this.end(held);
    this.sql.exec('INSERT OR REPLACE INTO passed VALUES (?, ?, ?, ?)', id, held.epoch + 1, receiver, now_ms);
    return linesOf(held.books);
  }

  /** He is here now. Null: this copy is older than what stands here, or than what went on from here. */
  land(handed: Handed, now_ms: number): Held | null {
    const { character, epoch, version, soft, commands, ledger } = handed;
    const [here] = this.sql.exec<{ epoch: number }>('SELECT epoch FROM character WHERE id = ?', character.id);
    const gone = this.passed(character.id);
    if ((here && here.epoch >= epoch) || (gone && gone.epoch >= epoch)) return null;
    const books = openBooks(character.gold, ledger);
    const begun = { written: 0, dirtySince_ms: now_ms, leaving: false, left_ms: 0 };
    const held: Held = { character, epoch, version, soft, commands, books, ...begun };
    this.sql.exec('DELETE FROM passed WHERE character = ?', character.id);
    this.put(held);
    return held;
  }

  passed(character: string): Passed | null {
    const [row] = this.sql.exec<Passed & Record<string, SqlStorageValue>>('SELECT * FROM passed WHERE character = ?', character);
    return row ?? null;
  }

  /** Tombstones older than `before_ms`, oldest first. */
  passedBefore(before_ms: number, most: number): Passed[] {
    const query = 'SELECT * FROM passed WHERE at_ms < ? ORDER BY at_ms LIMIT ?';
    return this.sql.exec<Passed & Record<string, SqlStorageValue>>(query, before_ms, most).toArray();
  }

  /** D1 has heard of these epochs or higher ones: nobody will ask here any more. */
  forgetPassed(many: readonly Passed[]): void {
    this.storage.transactionSync(() => {
      for (const { character, epoch } of many) {
        this.sql.exec('DELETE FROM passed WHERE character = ? AND epoch = ?', character, epoch);
      }
    });
  }

  // ---- rows ----

  putCharacter(held: Held): void {
    const { character: c, epoch, version, written, leaving, soft, commands, books } = held;
    this.sql.exec(
      'INSERT OR REPLACE INTO character VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
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
      JSON.stringify(c.life),
      JSON.stringify(commands.filter(number => number)),
      JSON.stringify(linesOf(books)),
      books.brought,
      books.made,
      books.destroyed,
    );
  }

  /** An item row goes to its new owner whole: there is one row per id, so it can be nobody else's. */
  putItem({ id, kind, quantity, slot, moves = 0, marks }: Item, owner: string): void {
    const query = 'INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?, ?, ?, ?)';
    this.sql.exec(query, id, owner, kind, quantity, slot, moves, writeMarks(marks));
  }

  // ---- lines that go to D1 by themselves, because their character may be elsewhere ----

  /** What he left lying has rotted. */
  bookStray(character: string, line: LedgerLine, now_ms: number): void {
    this.putStray(character, { ...line, id: ulid(now_ms) });
  }

  strayLines(most: number): StrayLine[] {
    return this.sql.exec<LedgerRow>('SELECT * FROM ledger LIMIT ?', most).toArray() as StrayLine[];
  }

  forgetStrays(lines: readonly StrayLine[]): void {
    for (const { id } of lines) this.sql.exec('DELETE FROM ledger WHERE id = ?', id);
  }

  private putStray(character: string, { id, cause, gold, kind, quantity }: BookedLine): void {
    this.sql.exec('INSERT OR REPLACE INTO ledger VALUES (?, ?, ?, ?, ?, ?)', id, character, cause, gold, kind, quantity);
  }

  private put(held: Held): void {
    const { id, items } = held.character;
    this.forget(id);
    this.putCharacter(held);
    for (const item of items) this.putItem(item, id);
  }

  /** Its stay is over: what went by then stands in the region's own purse. */
  private end({ character: { id, gold }, books: { brought, made, destroyed } }: Held): void {
    const query = 'UPDATE purse SET brought = brought + ?, made = made + ?, destroyed = destroyed + ?, taken = taken + ?';
    this.sql.exec(query, brought, made, destroyed, gold);
    this.forget(id);
  }

  private forget(id: string): void {
    this.sql.exec('DELETE FROM character WHERE id = ?', id);
    this.sql.exec('DELETE FROM item WHERE owner = ?', id);
    this.sql.exec('DELETE FROM unchecked WHERE character = ?', id);
  }
}
