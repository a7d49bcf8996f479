// The whole world's books, held against each other while the server is dead: every region's file and D1's. In: files. Out: who or what is in
// two places or in none, by how much the books differ from what is there, and how many parcels are on their way.
// A character's authority is the copy with the highest epoch: rows of a region, or a parcel that its receiver has not taken, or, where there
// is neither, D1's record.
import type { RegionKey } from '../../src/shared/regions';
import type { Goods } from '../../src/shared/rules/goods';
import type { Used } from '../../src/shared/rules/guildbank';
import { LEDGER } from '../../src/shared/rules/journal';
import { type Files, type Rows, read } from '../harness/files';
import { type Keep, keepOf } from './keepers';

export interface Audit {
  lost: string[];
  doubled: string[];
  /** Copper and pieces by which the books differ from what is there, over all regions. */
  gap: number;
  /** Parcels that their receivers have not taken. */
  inFlight: number;
  /** Lines of what went from characters to keepers, and came to them from there. */
  moves: Line[];
  /** Goods that are for somebody and have not arrived, or are on their way back. */
  coming: Pick<Goods, 'to' | 'gold' | 'cause'>[];
  /** By character: what his guild has written down of his last day at its bank. */
  used: Map<string, Used>;
}

export interface Item {
  id: string;
  kind: number;
  quantity: number;
}
export interface Line {
  id: string;
  /** Whose books it is in; '': a keeper's. */
  character: string;
  cause: number;
  gold: number;
  kind: number;
  quantity: number;
}
interface Copy {
  id: string;
  epoch: number;
  gold: number;
  leaving: number;
  items: Item[];
  where: string;
}
type CopyRow = Omit<Copy, 'items' | 'where'>;
interface Lying {
  item: string;
  kind: number;
  quantity: number;
}
export interface Posted {
  number: number;
  receiver: RegionKey;
  kind: string;
  body: string;
  aside: number;
}

interface Place {
  key: RegionKey;
  copies: Copy[];
  lying: Lying[];
  lines: Line[];
  posted: Posted[];
  /** By sender: the number of the last parcel taken. */
  taken: Map<string, number>;
  /** By how much its own purse is wrong. */
  purse: number;
}

interface Record {
  id: string;
  epoch: number;
  gold: number;
  owner: string | null;
  items: Item[];
}

const MOVES = new Set<number>([LEDGER.sent, LEDGER.received]);

export function audit(files: Files): Audit {
  const found: Audit = { lost: [], doubled: [], gap: 0, inFlight: 0, moves: [], coming: [], used: new Map() };
  const places = files.regions().map(({ key, file }) => read(file, rows => placeOf(key, rows, found)));
  const d1 = read(files.d1(), recordsOf);
  const keeps = files.keepers().map(({ address, file }) => read(file, rows => keepOf(address, rows)));
  const way = undelivered([...places.map(place => ({ ...place, address: place.key })), ...keeps]);
  found.inFlight = way.posted.length;
  const lying = [...places.flatMap(place => place.lying), ...way.lying];
  const owned = [...d1.records.values()].flatMap(record => authorityOf(record, places, way.copies, found));
  const seen = new Map<string, string>();
  const note = (id: string, where: string): void => {
    const before = seen.get(id);
    if (before) found.doubled.push(`item ${id} is in two places: ${before} and ${where}`);
    seen.set(id, where);
  };
  for (const { items, where } of owned) for (const { id } of items) note(id, where);
  for (const { item } of lying) note(item, 'the ground');
  for (const { address, items } of keeps) for (const { id } of items) note(id, address);
  for (const { id } of way.goods.items) note(id, 'a parcel');
  const all = [...d1.lines, ...places.flatMap(place => place.lines), ...keeps.flatMap(keep => keep.lines), ...way.lines];
  const once = [...new Map(all.map(line => [line.id, line])).values()];
  // What was sent is with somebody else, or on its way: it is counted there.
  const [moves, lines] = [once.filter(({ cause }) => MOVES.has(cause)), once.filter(({ cause }) => !MOVES.has(cause))];
  found.gap = gapOf(lines, [...owned, ...keeps, way.goods], lying) + places.reduce((sum, { purse }) => sum + Math.abs(purse), 0);
  found.moves = moves;
  found.coming = way.coming;
  found.used = new Map(keeps.flatMap(({ used }) => [...used]));
  return found;
}

/** Parcels that wait, as the running server writes them; 0: every outbox is empty. */
export function waiting(files: Files): number {
  const count = (rows: Rows): number => rows<{ n: number }>('SELECT count(*) AS n FROM parcel_out WHERE aside = 0')[0].n;
  return [...files.regions(), ...files.keepers()].reduce((sum, { file }) => sum + read(file, count), 0);
}

function placeOf(key: RegionKey, rows: Rows, { doubled }: Audit): Place {
  const items = Map.groupBy(rows<Item & { owner: string }>('SELECT * FROM item'), ({ owner }) => owner);
  const copies = rows<CopyRow>('SELECT id, epoch, gold, leaving FROM character').map(row => {
    const own = items.get(row.id) ?? [];
    items.delete(row.id);
    return { ...row, items: own, where: key };
  });
  for (const [owner, left] of items) doubled.push(`${left.length} items stayed in ${key}, and ${owner} is not there`);
  const purse = rows<{ gap: number }>(
    `SELECT made + brought - destroyed - taken + (SELECT coalesce(sum(made + brought - destroyed - gold), 0) FROM character) AS gap
    FROM purse`,
  )[0].gap;
  return {
    key,
    copies,
    lying: rows<Lying>('SELECT item, kind, quantity FROM ground'),
    lines: [
      ...rows<Line>('SELECT * FROM ledger'),
      ...rows<{ id: string; lines: string }>('SELECT id, lines FROM character').flatMap(row =>
        linesOf(row.id, JSON.parse(row.lines)),
      ),
    ],
    posted: rows<Posted>('SELECT number, receiver, kind, body, aside FROM parcel_out'),
    taken: new Map(rows<{ sender: string; number: number }>('SELECT * FROM parcel_in').map(row => [row.sender, row.number])),
    purse,
  };
}

const linesOf = (character: string, lines: readonly Omit<Line, 'character'>[]): Line[] =>
  lines.map(line => ({ ...line, character }));

function recordsOf(rows: Rows): { records: Map<string, Record>; lines: Line[] } {
  const items = Map.groupBy(rows<Item & { character_id: string }>('SELECT * FROM items'), item => item.character_id);
  const all = rows<Omit<Record, 'items'>>('SELECT id, epoch, gold, owner_region AS owner FROM characters');
  return {
    records: new Map(all.map(record => [record.id, { ...record, items: items.get(record.id) ?? [] }])),
    lines: rows<Line>('SELECT id, character_id AS character, cause, gold, kind, quantity FROM ledger'),
  };
}

type Sender = Pick<Keep, 'address' | 'posted' | 'taken'>;
interface OnTheWay {
  posted: Posted[];
  copies: Copy[];
  lying: Lying[];
  lines: Line[];
  /** In letters, orders, payments and goods. */
  goods: { gold: number; items: Item[] };
  coming: Audit['coming'];
}

/** What is in parcels that nobody has taken yet. */
function undelivered(senders: readonly Sender[]): OnTheWay {
  const takenBy = new Map(senders.map(({ address, taken }) => [address, taken]));
  const posted = senders.flatMap(({ address, posted: all }) =>
    all.filter(({ aside, number, receiver }) => aside || number > (takenBy.get(receiver)?.get(address) ?? 0)),
  );
  const way: OnTheWay = { posted, copies: [], lying: [], lines: [], goods: { gold: 0, items: [] }, coming: [] };
  for (const { kind, body, receiver } of posted) {
    const text = JSON.parse(body) as {
      character: { id: string; gold: number; items: Item[] };
      epoch: number;
      ledger: Omit<Line, 'character'>[];
      ground: Lying[];
      gold?: number;
      things?: Item[];
    };
    if (kind === 'estate') way.lying.push(...text.ground);
    else if (kind === 'character') {
      const { id, gold, items } = text.character;
      way.copies.push({ id, gold, items, epoch: text.epoch, leaving: 0, where: `the way to ${receiver}` });
      way.lines.push(...linesOf(id, text.ledger));
    } else {
      if (kind === 'goods' || kind === 'returned') way.coming.push(JSON.parse(body) as Goods);
      way.goods.gold += text.gold ?? 0;
      way.goods.items.push(...(text.things ?? []));
    }
  }
  return way;
}

/** The one copy that counts, with everything that is wrong about the others. */
function authorityOf(record: Record, places: readonly Place[], onTheWay: readonly Copy[], found: Audit): Copy[] {
  const { id, epoch, owner } = record;
  const copies = [...places.flatMap(place => place.copies), ...onTheWay].filter(copy => {
    if (copy.id !== id) return false;
    // Checked in, and the region has not heard of it yet.
    return !(copy.leaving && (epoch > copy.epoch || (epoch === copy.epoch && owner !== copy.where)));
  });
  copies.sort((a, b) => b.epoch - a.epoch);
  const [first, second] = copies;
  if (second) found.doubled.push(`${id} is at ${first.where} (epoch ${first.epoch}) and at ${second.where} (${second.epoch})`);
  if (first && epoch > first.epoch) found.lost.push(`${id} is at ${first.where} (epoch ${first.epoch}), and D1 is at ${epoch}`);
  if (first && owner === null) found.doubled.push(`${id} is at ${first.where}, and D1 would give it to anybody`);
  return [first ?? { ...record, leaving: 0, where: 'D1' }];
}

/** Every coin and every piece has a line that made it; each line counts once, wherever it waits. */
function gapOf(lines: Iterable<Line>, owned: readonly Pick<Copy, 'gold' | 'items'>[], lying: readonly Lying[]): number {
  let gold = 0;
  const pieces = new Map<number, number>();
  const count = (kind: number, quantity: number): void => {
    pieces.set(kind, (pieces.get(kind) ?? 0) + quantity);
  };
  for (const line of lines) {
    gold += line.gold;
    count(line.kind, line.quantity);
  }
  for (const copy of owned) {
    gold -= copy.gold;
    for (const { kind, quantity } of copy.items) count(kind, -quantity);
  }
  for (const { kind, quantity } of lying) count(kind, -quantity);
  return [...pieces.values()].reduce((sum, difference) => sum + Math.abs(difference), Math.abs(gold));
}
