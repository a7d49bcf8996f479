// The region's SQLite in the words of the game. In: what a turn made true, written whole or not at all. Out: everything a boot needs.
// Every statement of more than one step runs in `transactionSync`: a bare throw would leave the steps before it written.
import { type Address, TO_BOARDS } from '../ports';
import { CHAT_HISTORY } from '../shared/protocol/limits';
import { type Division, type RegionKey, UNDIVIDED } from '../shared/regions';
import type { Match } from '../shared/rules/arena';
import type { Marks } from '../shared/rules/character';
import { type Journal, LEDGER } from '../shared/rules/journal';
import type { Run } from '../shared/rules/runs';
import { type Seams, Transfers } from '../transfer/transfers';
import { book } from './books';
import type { Held } from './held';
import { Holdings } from './holdings';
import { type Estate, fromBase64, type Handed, type Motion, type Share, writeParcel } from './parcels';
import { type Corpse, readLoot, writeLoot } from './remains';
import { type CorpseRow, type Row, readMarks, writeMarks } from './rows';
import { readSoftRegion, type SoftRegion, writeSoftRegion } from './soft';
import type { CampState } from './systems/camps';
import { prepareTables } from './tables';

export interface GroundItem {
  /** Its number on the wire. */
  id: number;
  item: string;
  kind: number;
  quantity: number;
  /** How often it left somebody's hands (rules/character.ts). */
  moves: number;
  marks?: Marks;
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
  /** Who gave a command that was done: it is remembered. */
  commands: Set<Held>;
  laid: GroundItem[];
  lifted: number[];
  rotted: GroundItem[];
  /** Corpses whose loot was left or taken. */
  corpses: Set<Corpse>;
  spent: { node: number; ready_ms: number }[];
  regrown: number[];
  /** Camps of which somebody fell. */
  camps: Set<CampState>;
  lines: ChatLine[];
  /** For whoever else takes parcels, of a kind that he knows: with what was taken from characters in this turn. */
  parcels: { to: Address; kind: string; body: object }[];
  /** Earned here by those who stand next door. */
  shares: { to: RegionKey; share: Share }[];
  /** Who leaves for another region. */
  crossings: { held: Held; to: RegionKey; motion: Motion }[];
  /** What goes to the regions that take over from this one. */
  estates: { to: RegionKey; estate: Estate }[];
  /** The world was divided anew. */
  division: Division | null;
  /** The run of a dungeon has come farther. */
  run: Run | null;
  /** The match in an arena has come farther, or is over: then the boards are told. */
  match: Match | null;
}

/** Things on the ground that a life may number; one that lays more takes over the numbers of lives to come. */
const GROUNDS_PER_LIFE = 4096;
/** So many may have been lived since an older copy was taken. */
const LIVES_FORGOTTEN = 64;

export class Store {
  private readonly sql: SqlStorage;
  readonly incarnation: number;
  /** When this storage began, epoch ms. */
  readonly begun_ms: number;
  readonly holdings: Holdings;
  readonly transfers: Transfers;
  private grounds = 0;
  private groundsEnd = 0;

  /** `number`: the region's own (shared/regions.ts), so that what lies on the ground is numbered uniquely in the world. */
  constructor(
    private readonly storage: Pick<DurableObjectStorage, 'sql' | 'transactionSync'>,
    private readonly number: number,
    seams: Seams,
  ) {
    this.sql = storage.sql;
    prepareTables(storage);
    this.holdings = new Holdings(storage);
    this.transfers = new Transfers(storage, seams);
    this.incarnation = this.liveOn(1);
    this.begun_ms = this.sql.exec<{ at: number }>('SELECT since_ms AS at FROM camp WHERE camp = -1').one().at;
  }

  /** A number for a thing on the ground that no earlier one had, here or elsewhere: it may still be in a player's hands. */
  groundNumber(): number {
    for (;;) {
      if (this.grounds === this.groundsEnd) this.liveOn(1);
      const id = ((this.number << 24) | (this.grounds++ & 0xffffff)) >>> 0;
      // What lies here already keeps its number: they come round, and lives of older versions ran on into those after them.
      if (!this.sql.exec('SELECT 1 FROM ground WHERE id = ?', id).toArray().length) return id;
    }
  }

  /** Counts so many lives on, and has the numbers of the last of them; returns which that is. */
  private liveOn(lives: number): number {
    const query = 'UPDATE life SET incarnation = incarnation + ? RETURNING incarnation AS n';
    const { n } = this.sql.exec<{ n: number }>(query, lives).one();
    this.grounds = n * GROUNDS_PER_LIFE;
    this.groundsEnd = this.grounds + GROUNDS_PER_LIFE;
    return n;
  }

  transaction<T>(steps: () => T): T {
    return this.storage.transactionSync(steps);
  }

  /** Every character this region owns, with the newest soft state there is. */
  load(): Map<string, Held> {
    return this.holdings.load(new Map(this.softRegion()?.bodies.map(b => [b.character, b.soft])));
  }

  division(): Division {
    const [row] = this.sql.exec<{ json: string }>('SELECT json FROM division');
    return row ? (JSON.parse(row.json) as Division) : UNDIVIDED;
  }

  setDivision(division: Division): void {
    this.sql.exec('INSERT OR REPLACE INTO division VALUES (1, ?)', JSON.stringify(division));
  }

  /** The run that goes on here, or went on here last. */
  run(): Run | null {
    const [row] = this.sql.exec<{ json: string }>('SELECT json FROM run');
    return row ? (JSON.parse(row.json) as Run) : null;
  }

  /** Another run begins: of the one before nothing is left but what lies on the ground, and who stands about. */
  beginRun(run: Run, now_ms: number): void {
    this.transaction(() => {
      for (const table of ['corpse', 'node', 'chat']) this.sql.exec(`DELETE FROM ${table}`);
      this.writeSoft({ bodies: this.softRegion()?.bodies ?? [], fallen: [] }, now_ms);
      this.putRun(run);
    });
  }

  putRun(run: Run): void {
    this.sql.exec('INSERT OR REPLACE INTO run VALUES (1, ?)', JSON.stringify(run));
  }

  /** The match that goes on here, or went on here last. */
  match(): Match | null {
    const [row] = this.sql.exec<{ json: string }>('SELECT json FROM match');
    return row ? (JSON.parse(row.json) as Match) : null;
  }

  /** To be called inside a transaction. Its end is told to the boards once. */
  private putMatch(match: Match): void {
    if (match.over) this.transfers.send(TO_BOARDS, 'match', JSON.stringify(match));
    this.sql.exec('INSERT OR REPLACE INTO match VALUES (1, ?)', JSON.stringify(match));
  }

  /** Another match begins; of the one before nothing is left. */
  beginMatch(match: Match): void {
    this.transaction(() => {
      for (const table of ['corpse', 'node', 'chat']) this.sql.exec(`DELETE FROM ${table}`);
      this.putMatch(match);
    });
  }

  // ---- D1's view of us ----

  /** How many batches this region has begun to send, over all its lives. */
  get sequence(): number {
    return this.sql.exec<{ n: number }>('SELECT sequence AS n FROM life').one().n;
  }

  /**
   * This storage was put back to an older copy, and D1 knows of batches that it has no memory of. Their numbers are taken, and so are those
   * of things on the ground. Who lifted what lies here nobody can tell, so nothing does; nor do corpses, which may have been looted.
   */
  forsakeGround(sequence: number): void {
    this.transaction(() => {
      this.sql.exec('UPDATE life SET sequence = max(sequence, ?)', sequence);
      this.liveOn(LIVES_FORGOTTEN);
      this.sql.exec('DELETE FROM ground');
      this.sql.exec('DELETE FROM corpse');
    });
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
      for (const [held, journal] of deeds.journals) this.bookJournal(held, journal, now_ms);
      for (const held of new Set([...deeds.journals.keys(), ...deeds.commands])) this.holdings.putCharacter(held);
      for (const item of deeds.laid) this.putGround(item);
      for (const { id, kind, quantity, dropper } of deeds.rotted) {
        this.sql.exec('DELETE FROM ground WHERE id = ?', id);
        this.holdings.bookStray(dropper, { cause: LEDGER.consumed, gold: 0, kind, quantity: -quantity }, now_ms);
      }
      for (const corpse of deeds.corpses) this.putCorpse(corpse);
      for (const { node, ready_ms } of deeds.spent) this.sql.exec('INSERT OR REPLACE INTO node VALUES (?, ?)', node, ready_ms);
      for (const state of deeds.camps) this.putCamp(state);
      for (const node of deeds.regrown) this.sql.exec('DELETE FROM node WHERE node = ?', node);
      for (const { number, sender, text, at_ms } of deeds.lines) {
        this.sql.exec('INSERT OR REPLACE INTO chat VALUES (?, ?, ?, ?, ?)', number % CHAT_HISTORY, number, sender, text, at_ms);
      }
      // Last: what this turn gave or took goes along with whoever leaves in it.
      for (const { to, kind, body } of deeds.parcels) this.transfers.send(to, kind, JSON.stringify(body));
      for (const { to, share } of deeds.shares) this.transfers.send(to, 'share', writeParcel('share', share));
      for (const { held, to, motion } of deeds.crossings) this.handOver(held, to, motion, now_ms);
      for (const { to, estate } of deeds.estates) this.giveEstate(to, estate);
      if (deeds.division) this.setDivision(deeds.division);
      if (deeds.run) this.putRun(deeds.run);
      if (deeds.match) this.putMatch(deeds.match);
    });
  }

  /** Takes in what another region sent: to be called inside the transfer's transaction. */
  takeEstate(estate: Estate): void {
    for (const item of estate.ground) this.putGround(item);
    for (const corpse of estate.corpses) this.putCorpse({ ...corpse, loot: readLoot(fromBase64(corpse.loot)) });
    for (const { node, ready_ms } of estate.spent) this.sql.exec('INSERT OR REPLACE INTO node VALUES (?, ?)', node, ready_ms);
    for (const state of estate.camps) this.putCamp(state);
  }

  private handOver(held: Held, to: RegionKey, motion: Motion, now_ms: number): void {
    const { character, epoch, version, soft, commands } = held;
    const ledger = this.holdings.handOver(held, to, now_ms);
    const handed: Handed = { character, epoch: epoch + 1, version, soft, commands, ledger, motion };
    this.transfers.send(to, 'character', writeParcel('character', handed));
  }

  private giveEstate(to: RegionKey, estate: Estate): void {
    for (const { id } of estate.ground) this.sql.exec('DELETE FROM ground WHERE id = ?', id);
    for (const { spawn } of estate.corpses) this.sql.exec('DELETE FROM corpse WHERE spawn = ?', spawn);
    for (const { node } of estate.spent) this.sql.exec('DELETE FROM node WHERE node = ?', node);
    this.transfers.send(to, 'estate', writeParcel('estate', estate));
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
    const rows = this.sql.exec<Omit<GroundItem, 'marks'> & { marks: string | null } & Row>('SELECT * FROM ground').toArray();
    return rows.map(row => ({ ...row, marks: readMarks(row.marks) }));
  }

  /** Corpses that still lie at `now_ms`. */
  corpses(now_ms: number): Corpse[] {
    const rows = this.sql.exec<CorpseRow>('SELECT * FROM corpse WHERE rises_ms > ?', now_ms).toArray();
    return rows.map(row => ({ ...row, loot: readLoot(row.loot), skinned: row.skinned !== 0 }));
  }

  camps(): CampState[] {
    return this.sql.exec<CampState & Row>('SELECT * FROM camp WHERE camp >= 0').toArray();
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
    const past = 'SELECT made + brought AS made, destroyed + taken AS destroyed, 0 AS held FROM purse';
    const present = 'SELECT made + brought, destroyed, gold FROM character';
    const query = `SELECT sum(made) AS made, sum(destroyed) AS destroyed, sum(held) AS held FROM (${past} UNION ALL ${present})`;
    return this.sql.exec<{ made: number; destroyed: number; held: number }>(query).one();
  }

  /** What rules changed of one character: to be called inside a transaction. */
  writeJournal(held: Held, journal: Journal, now_ms: number): void {
    this.bookJournal(held, journal, now_ms);
    this.holdings.putCharacter(held);
  }

  /** All but the character's own row. */
  private bookJournal(held: Held, journal: Journal, now_ms: number): void {
    held.version++;
    held.dirtySince_ms ||= now_ms;
    for (const item of journal.items.values()) this.holdings.putItem(item, held.character.id);
    for (const line of journal.ledger) book(held.books, line, now_ms);
  }

  private putCamp({ camp, since_ms, was, killed_ms }: CampState): void {
    this.sql.exec('INSERT OR REPLACE INTO camp VALUES (?, ?, ?, ?)', camp, Math.round(since_ms), was, killed_ms);
  }

  private putGround({ id, item, kind, quantity, moves = 0, marks, x, z, dropper, until_ms }: GroundItem): void {
    const query = 'INSERT INTO ground VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
    this.sql.exec(query, id, item, kind, quantity, x, z, dropper, until_ms, moves, writeMarks(marks));
  }

  private putCorpse({ spawn, x, z, rises_ms, loot, kind, level, skinned }: Corpse): void {
    const query = 'INSERT OR REPLACE INTO corpse VALUES (?, ?, ?, ?, ?, ?, ?, ?)';
    this.sql.exec(query, spawn, x, z, rises_ms, writeLoot(loot), kind, level, skinned ? 1 : 0);
  }
}
