// Looks into the storages, past everybody who works on them. In: a region's disk, D1. Out: what is written there just now; a table in which no
// row has changed since the last look is not read again.
import type { BookedLine } from '../../src/region/books';
import type { Estate, Handed } from '../../src/region/parcels';
import type { D1Record } from './d1';
import type { Disk } from './sqlite';
import { Sums } from './sums';
import { type Belongings, type Stack, textOf } from './truth';

export interface Line {
  cause: number;
  gold: number;
  kind: number;
  quantity: number;
  character: string;
}
export type Lines = Map<string, Line>;

/** A character's rows in a region. */
export interface Copy {
  id: string;
  epoch: number;
  version: number;
  leaving: boolean;
  text: string;
}

export interface Posted {
  number: number;
  receiver: string;
  id: string;
  kind: string;
  aside: boolean;
  /** Of a character. */
  copy: Copy | null;
  lines: Lines;
  ground: Map<string, Stack>;
}

type ItemRow = { id: string; owner: string; kind: number; quantity: number; slot: number };
type CharacterRow = Omit<Belongings, 'items'> & { id: string; epoch: number; version: number; leaving: number; lines: string };

export class RegionView {
  copies = new Map<string, Copy>();
  ground = new Map<string, Stack>();
  lines: Lines = new Map();
  posted: Posted[] = [];
  /** By sender: the number of the last parcel taken. */
  inbox = new Map<string, number>();
  sequence = 0;
  /** Versions of copies as they were found in a storage that nobody is sure of yet. */
  unchecked = new Map<string, number>();
  /** Of characters that are here, and of others. */
  private own: [string, Line][] = [];
  private strays: [string, Line][] = [];
  /** Bodies of parcels that were read before, by id. */
  private parcels = new Map<string, Posted>();

  /** Of an empty disk. */
  constructor(private readonly disk: Disk) {}

  /** False: nothing was written since the last look. */
  look(): boolean {
    const { changed, isTouched } = this.disk;
    if (!isTouched) return false;
    this.disk.isTouched = false;
    if (changed.has('character') || changed.has('item')) this.readCharacters();
    if (changed.has('ground')) this.readGround();
    if (changed.has('ledger')) this.readStrays();
    if (changed.has('ledger') || changed.has('character')) this.lines = new Map([...this.strays, ...this.own]);
    if (changed.has('parcel_out')) this.readPosted();
    if (changed.has('parcel_in')) this.readInbox();
    if (changed.has('life')) this.sequence = this.disk.rows<{ sequence: number }>('SELECT sequence FROM life')[0].sequence;
    if (changed.has('unchecked')) this.readUnchecked();
    changed.clear();
    return true;
  }

  private readCharacters(): void {
    this.copies = new Map();
    this.own = [];
    const rows = this.disk.rows<CharacterRow>('SELECT id, level, xp, gold, epoch, version, leaving, lines FROM character');
    const items = rows.length ? this.disk.rows<ItemRow>('SELECT * FROM item') : [];
    for (const row of rows) {
      const text = textOf({ ...row, items: items.filter(({ owner }) => owner === row.id) });
      const { id, epoch, version, leaving } = row;
      this.copies.set(id, { id, epoch, version, leaving: leaving !== 0, text });
      if (row.lines === '[]') continue;
      for (const line of JSON.parse(row.lines) as BookedLine[]) this.own.push([line.id, { ...line, character: id }]);
    }
  }

  private readUnchecked(): void {
    const rows = this.disk.rows<{ character: string; version: number }>('SELECT * FROM unchecked');
    this.unchecked = new Map(rows.map(({ character, version }) => [character, version]));
  }

  private readGround(): void {
    const rows = this.disk.rows<{ item: string } & Stack>('SELECT item, kind, quantity FROM ground');
    this.ground = new Map(rows.map(row => [row.item, row]));
  }

  private readStrays(): void {
    this.strays = this.disk.rows<{ id: string } & Line>('SELECT * FROM ledger').map(line => [line.id, line]);
  }

  private readPosted(): void {
    type ParcelRow = { number: number; receiver: string; id: string; kind: string; aside: number; body: string };
    this.posted = this.disk.rows<ParcelRow>('SELECT * FROM parcel_out ORDER BY number').map(row => {
      let known = this.parcels.get(row.id);
      if (known?.number !== row.number || known.aside !== (row.aside !== 0)) {
        known = { ...row, aside: row.aside !== 0, ...contentOf(row.kind, row.body) };
        this.parcels.set(row.id, known);
      }
      return known;
    });
  }

  private readInbox(): void {
    const rows = this.disk.rows<{ sender: string; number: number }>('SELECT sender, number FROM parcel_in');
    this.inbox = new Map(rows.map(({ sender, number }) => [sender, number]));
  }
}

function contentOf(kind: string, body: string): Pick<Posted, 'copy' | 'lines' | 'ground'> {
  const empty = { copy: null, lines: new Map(), ground: new Map() };
  if (kind === 'character') {
    const { character, epoch, version, ledger } = JSON.parse(body) as Handed;
    const copy: Copy = { id: character.id, epoch, version, leaving: false, text: textOf(character) };
    return { ...empty, copy, lines: new Map(ledger.map(line => [line.id, { ...line, character: character.id }])) };
  }
  if (kind !== 'estate') return empty;
  const { ground } = JSON.parse(body) as Estate;
  return { ...empty, ground: new Map(ground.map(({ item, kind, quantity }) => [item, { kind, quantity }])) };
}

/** D1's record of a character. */
export interface Record {
  id: string;
  epoch: number;
  version: number;
  owner: string | null;
  text: string;
}

export class RecordView {
  records = new Map<string, Record>();
  lines: Lines = new Map();
  /** What these lines come to. */
  booked = new Sums();
  /** By region: how many of its batches D1 has heard of. */
  sequences = new Map<string, number>();

  constructor(private readonly d1: D1Record) {}

  look(): boolean {
    const { changed, isTouched } = this.d1;
    if (!isTouched) return false;
    this.d1.isTouched = false;
    if (changed.has('characters') || changed.has('items')) this.readRecords();
    if (changed.has('ledger')) this.readLines();
    if (changed.has('region_sequence')) this.readSequences();
    changed.clear();
    return true;
  }

  private readRecords(): void {
    type RecordRow = Omit<Belongings, 'items'> & { id: string; epoch: number; version: number; owner_region: string | null };
    const items = this.d1.rows<Omit<ItemRow, 'owner'> & { character_id: string }>('SELECT * FROM items');
    const rows = this.d1.rows<RecordRow>('SELECT id, level, xp, gold, epoch, version, owner_region FROM characters');
    this.records = new Map();
    for (const { id, epoch, version, owner_region: owner, ...rest } of rows) {
      const text = textOf({ ...rest, items: items.filter(item => item.character_id === id) });
      this.records.set(id, { id, epoch, version, owner, text });
    }
  }

  private readLines(): void {
    const query = 'SELECT id, character_id AS character, cause, gold, kind, quantity FROM ledger';
    this.lines = new Map(this.d1.rows<Line & { id: string }>(query).map(line => [line.id, line]));
    this.booked = new Sums();
    for (const line of this.lines.values()) this.booked.add(line);
  }

  private readSequences(): void {
    const rows = this.d1.rows<{ region: string; sequence: number }>('SELECT region, sequence FROM region_sequence');
    this.sequences = new Map(rows.map(({ region, sequence }) => [region, sequence]));
  }
}
