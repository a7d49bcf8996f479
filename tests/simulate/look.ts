// Looks into the storages, past everybody who works on them. In: a region's disk, D1. Out: what is written there just now; a table that was
// not written since the last look is not read again.
import type { BookedLine } from '../../src/region/books';
import type { Estate, Handed } from '../../src/region/parcels';
import type { D1Record } from './d1';
import type { Disk } from './sqlite';
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
type CharacterRow = Omit<Belongings, 'items'> & { id: string; epoch: number; version: number; leaving: number };

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
  /** Bodies of parcels that were read before, by id. */
  private parcels = new Map<string, Posted>();

  /** Of an empty disk. */
  constructor(private readonly disk: Disk) {}

  /** False: nothing was written since the last look. */
  look(): boolean {
    const { touched } = this.disk;
    if (!touched.size) return false;
    if (touched.has('character') || touched.has('item')) this.readCharacters();
    if (touched.has('ground')) this.readGround();
    if (touched.has('ledger') || touched.has('character')) this.readLines();
    if (touched.has('parcel_out')) this.readPosted();
    if (touched.has('parcel_in')) this.readInbox();
    if (touched.has('life')) this.sequence = this.disk.rows<{ sequence: number }>('SELECT sequence FROM life')[0].sequence;
    if (touched.has('unchecked')) this.readUnchecked();
    touched.clear();
    return true;
  }

  private readCharacters(): void {
    this.copies = new Map();
    const rows = this.disk.rows<CharacterRow>('SELECT id, level, xp, gold, epoch, version, leaving FROM character');
    const items = rows.length ? this.disk.rows<ItemRow>('SELECT * FROM item') : [];
    for (const row of rows) {
      const text = textOf({ ...row, items: items.filter(({ owner }) => owner === row.id) });
      const { id, epoch, version, leaving } = row;
      this.copies.set(id, { id, epoch, version, leaving: leaving !== 0, text });
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

  private readLines(): void {
    const strays = this.disk.rows<{ id: string } & Line>('SELECT * FROM ledger');
    const own = this.disk
      .rows<{ id: string; lines: string }>("SELECT id, lines FROM character WHERE lines != '[]'")
      .flatMap(row => (JSON.parse(row.lines) as BookedLine[]).map(line => ({ ...line, character: row.id })));
    this.lines = new Map([...strays, ...own].map(line => [line.id, line]));
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
  /** By region: how many of its batches D1 has heard of. */
  sequences = new Map<string, number>();

  constructor(private readonly d1: D1Record) {}

  look(): boolean {
    const { touched } = this.d1;
    if (!touched.size) return false;
    if (touched.has('characters') || touched.has('items')) this.readRecords();
    if (touched.has('ledger')) this.readLines();
    if (touched.has('region_sequence')) this.readSequences();
    touched.clear();
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
  }

  private readSequences(): void {
    const rows = this.d1.rows<{ region: string; sequence: number }>('SELECT region, sequence FROM region_sequence');
    this.sequences = new Map(rows.map(({ region, sequence }) => [region, sequence]));
  }
}
