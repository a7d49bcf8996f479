// Mailboxes and the market as the audit finds them: what they hold, what they have sent, what they have taken in. In: their files. Out: holdings
// and lines, as a region has them.
import type { Rows } from '../harness/files';
import type { Item, Line, Posted } from './audit';

export interface Keep {
  address: string;
  gold: number;
  items: Item[];
  lines: Line[];
  posted: Posted[];
  taken: Map<string, number>;
}

export function keepOf(address: string, rows: Rows): Keep {
  const table = address === 'market' ? 'orders' : 'letter';
  const held = rows<{ gold: number; things: string }>(`SELECT gold, things FROM ${table}`);
  return {
    address,
    gold: held.reduce((sum, { gold }) => sum + gold, 0),
    items: held.flatMap(({ things }) => JSON.parse(things) as Item[]),
    lines: rows<Line>('SELECT id, cause, gold, kind, quantity FROM booked'),
    posted: rows<Posted>('SELECT number, receiver, kind, body, aside FROM parcel_out'),
    taken: new Map(rows<{ sender: string; number: number }>('SELECT * FROM parcel_in').map(row => [row.sender, row.number])),
  };
}
