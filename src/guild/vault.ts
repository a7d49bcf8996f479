// The guild's bank: sole keeper of what lies in it. In: deposits and goods that came back, as parcels, inside the transfer's transaction; wishes to
// take something out. Out: goods to where the taker stands; what was taken, by whom, and what he may still take, written in the same transaction.
// Nothing is read from memory: each step looks at the rows as they are.
import type { Address, Asker } from '../ports';
import { CAUSE_GUILD } from '../shared/protocol/messages';
import { NOTICES } from '../shared/protocol/notices';
import type { Marks } from '../shared/rules/character';
import { dayOf } from '../shared/rules/days';
import type { Goods } from '../shared/rules/goods';
import {
  type Bankers,
  checkBankRoom,
  checkStore,
  checkTake,
  checkTakeGold,
  type Stored,
  type Used,
  usedToday,
  withThing,
  withUse,
} from '../shared/rules/guildbank';
import { guildLevel } from '../shared/rules/guildlevel';
import { LOG, type LogWhat } from '../shared/rules/guildlog';
import type { Thing } from '../shared/rules/inventory';
import { LETTER_MS, type Letter } from '../shared/rules/mail';
import { OK, REASONS, type Reason } from '../shared/rules/reasons';
import type { Transfers } from '../transfer/transfers';
import { ulid } from '../ulid';
import type { Crier } from './crier';
import type { Roster } from './roster';

export const VAULT_TABLES = `
  CREATE TABLE vault (one INTEGER PRIMARY KEY CHECK (one = 1), gold INTEGER NOT NULL CHECK (gold >= 0));
  INSERT INTO vault VALUES (1, 0);
  CREATE TABLE stored (
    id TEXT PRIMARY KEY, tab INTEGER NOT NULL, slot INTEGER NOT NULL, kind INTEGER NOT NULL, quantity INTEGER NOT NULL CHECK (quantity > 0),
    moves INTEGER NOT NULL, marks TEXT NOT NULL
  ) WITHOUT ROWID;
  -- What each member has taken out on the last day on which he did.
  CREATE TABLE used (character TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
`;

/** A parcel of kind 'deposit'. */
export interface Deposit {
  readonly character: string;
  readonly tab: number;
  readonly gold: number;
  readonly things: readonly Thing[];
}

type StoredRow = { id: string; tab: number; slot: number; kind: number; quantity: number; moves: number; marks: string };

/** What goods are known by that may come back: of a deposit that could not be kept, or taken out of that tab on that day. */
const REFUSED = 'deposit';
const takenFrom = (tab: number, day: number): string => `${tab} ${day}`;
const GOLD = -1;

export class Vault {
  constructor(
    private readonly sql: SqlStorage,
    private readonly roster: Roster,
    private readonly crier: Crier,
    private readonly transfers: Transfers,
  ) {}

  get gold(): number {
    return this.sql.exec<{ gold: number }>('SELECT gold FROM vault').one().gold;
  }

  get things(): Stored[] {
    const rows = this.sql.exec<StoredRow>('SELECT * FROM stored ORDER BY tab, slot').toArray();
    return rows.map(({ moves, marks, ...row }) => ({
      ...row,
      ...(moves && { moves }),
      ...(marks && { marks: JSON.parse(marks) as Marks }),
    }));
  }

  /** Nothing lies in it, and nothing has left it that has not arrived. */
  get isEmpty(): boolean {
    return !this.gold && !this.things.length && !this.transfers.waiting().length;
  }

  get bankers(): Bankers {
    return { ...this.roster.shape, level: guildLevel(this.roster.self.points) };
  }

  usedBy(character: string): Used {
    const [row] = this.sql.exec<{ json: string }>('SELECT json FROM used WHERE character = ?', character).toArray();
    return usedToday(row && (JSON.parse(row.json) as Used), Date.now());
  }

  // ---- in: inside the transfer's transaction ----

  /** Whoever may not, or finds no room, is sent it back. */
  takeDeposit(from: Address, { character, tab, gold, things }: Deposit): void {
    const reason = this.reasonAgainst(character, tab, gold, things);
    if (reason !== OK) {
      this.send(from, { to: character, gold, things }, REFUSED);
      this.crier.notice(character, NOTICES.refused, '', reason);
      return;
    }
    this.put(gold, things, tab);
    this.log(LOG.deposit, this.roster.nameOf(character), gold, things);
  }

  private reasonAgainst(character: string, tab: number, gold: number, things: readonly Thing[]): Reason {
    if (this.roster.self.ended) return REASONS.noSuchGuild;
    return checkStore(this.bankers, character, tab) || checkBankRoom(this.things, this.gold, tab, things, gold);
  }

  /** He had no room, or had gone: it lies where it lay, and what he may take today is as it was. */
  takeBack({ to, gold, things, ref }: Goods): void {
    if (this.roster.self.ended) {
      this.mail(to, gold, things);
      return;
    }
    const [tab, day] = ref === REFUSED ? [0, 0] : ref.split(' ').map(Number);
    this.put(gold, things, Math.max(0, tab));
    const name = this.roster.nameOf(to);
    this.log(ref === REFUSED ? LOG.deposit : LOG.returned, name, gold, things);
    if (ref === REFUSED) return;
    if (day === dayOf(Date.now())) this.use(to, withUse(this.usedBy(to), tab, -things.length, -gold));
    this.crier.notice(to, NOTICES.refused, '', REASONS.bagFull);
  }

  // ---- out ----

  take(by: Asker, id: string, quantity: number): Reason {
    const used = this.usedBy(by.character);
    const thing = this.things.find(each => each.id === id);
    const reason = checkTake(this.bankers, by.character, used, thing, quantity);
    if (reason !== OK || !thing) return reason || REASONS.noSuchItem;
    const taken = this.lift(thing, quantity);
    this.use(by.character, withUse(used, thing.tab, 1, 0));
    this.send(by.region, { to: by.character, gold: 0, things: [taken] }, takenFrom(thing.tab, used.day));
    this.log(LOG.withdraw, by.name, 0, [taken]);
    return OK;
  }

  takeGold(by: Asker, gold: number): Reason {
    const used = this.usedBy(by.character);
    const reason = checkTakeGold(this.bankers, by.character, used, this.gold, gold);
    if (reason !== OK) return reason;
    this.sql.exec('UPDATE vault SET gold = gold - ?', gold);
    this.use(by.character, withUse(used, GOLD, 0, gold));
    this.send(by.region, { to: by.character, gold, things: [] }, takenFrom(GOLD, used.day));
    this.log(LOG.withdraw, by.name, gold, []);
    return OK;
  }

  /** Somebody is no more: what he took lately concerns nobody. */
  forget(character: string): void {
    this.sql.exec('DELETE FROM used WHERE character = ?', character);
  }

  /** The last member is no more, and the guild ends: all of it goes after him, into his mailbox. */
  leave(to: string): void {
    const { gold, things } = this;
    if (!gold && !things.length) return;
    this.sql.exec('UPDATE vault SET gold = 0');
    this.sql.exec('DELETE FROM stored');
    this.mail(
      to,
      gold,
      things.map(({ tab: _tab, slot: _slot, ...thing }) => thing),
    );
  }

  // ---- rows ----

  /** A part of a pile gets an id of its own. */
  private lift({ tab: _tab, slot: _slot, ...thing }: Stored, quantity: number): Thing {
    if (quantity === thing.quantity) {
      this.sql.exec('DELETE FROM stored WHERE id = ?', thing.id);
      return thing;
    }
    this.sql.exec('UPDATE stored SET quantity = quantity - ? WHERE id = ?', quantity, thing.id);
    return { ...thing, id: ulid(Date.now()), quantity };
  }

  private put(gold: number, things: readonly Thing[], tab: number): void {
    if (gold) this.sql.exec('UPDATE vault SET gold = gold + ?', gold);
    const before = this.things;
    const after = things.reduce<readonly Stored[]>((held, thing) => withThing(held, thing, tab), before);
    for (const stored of after) if (!before.includes(stored)) this.write(stored);
  }

  private write({ id, tab, slot, kind, quantity, moves = 0, marks }: Stored): void {
    const query = 'INSERT OR REPLACE INTO stored VALUES (?, ?, ?, ?, ?, ?, ?)';
    this.sql.exec(query, id, tab, slot, kind, quantity, moves, marks ? JSON.stringify(marks) : '');
  }

  private use(character: string, used: Used): void {
    this.sql.exec('INSERT OR REPLACE INTO used VALUES (?, ?)', character, JSON.stringify(used));
  }

  private send(to: Address, what: Pick<Goods, 'to' | 'gold' | 'things'>, ref: string): void {
    const goods: Goods = { ...what, cause: CAUSE_GUILD, back: `guild:${this.roster.self.id}`, ref, followed: 0 };
    this.transfers.send(to, 'goods', JSON.stringify(goods));
  }

  /** The guild is over: what was his is his, in his mailbox. */
  private mail(to: string, gold: number, things: readonly Thing[]): void {
    const at_ms = Date.now();
    const lies = { at_ms, until_ms: at_ms + LETTER_MS };
    const words = { from: '', name: this.roster.self.name, kind: 'goods', subject: '', text: '', cod: 0, facts: [] } as const;
    const letter: Letter = { id: ulid(at_ms), to, gold, things, ...words, ...lies };
    this.transfers.send(`mailbox:${to}`, 'letter', JSON.stringify(letter));
  }

  private log(what: LogWhat, by: string, gold: number, things: readonly Thing[]): void {
    if (gold) this.roster.log(what, by, '', gold);
    for (const { kind, quantity } of things) this.roster.log(what, by, '', quantity, kind);
  }
}
