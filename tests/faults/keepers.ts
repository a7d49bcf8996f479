// Mailboxes, the market and guilds as the audit finds them: what they hold, what they have sent, what they have taken in. In: their files. Out:
// holdings and lines, as a region has them; of a guild also what its members have taken out of the bank.
import type { Used } from '../../src/shared/rules/guildbank';
import type { Rows } from '../harness/files';
import type { Item, Line, Posted } from './audit';

export interface Keep {
  address: string;
  gold: number;
  items: Item[];
  lines: Line[];
  posted: Posted[];
  taken: Map<string, number>;
  /** By member: what the guild has written down of his last day at its bank. */
  used: Map<string, Used>;
}

export function keepOf(address: string, rows: Rows): Keep {
  return {
    address,
    ...(address.startsWith('guild:') ? vaultOf(rows) : storeOf(address === 'market' ? 'orders' : 'letter', rows)),
    posted: rows<Posted>('SELECT number, receiver, kind, body, aside FROM parcel_out'),
    taken: new Map(rows<{ sender: string; number: number }>('SELECT * FROM parcel_in').map(row => [row.sender, row.number])),
  };
}

type Holdings = Pick<Keep, 'gold' | 'items' | 'lines' | 'used'>;

function storeOf(table: string, rows: Rows): Holdings {
  const held = rows<{ gold: number; things: string }>(`SELECT gold, things FROM ${table}`);
  return {
    gold: held.reduce((sum, { gold }) => sum + gold, 0),
    items: held.flatMap(({ things }) => JSON.parse(things) as Item[]),
    lines: rows<Line>("SELECT id, '' AS character, cause, gold, kind, quantity FROM booked"),
    used: new Map(),
  };
}

/** Nothing comes into being or ceases in a guild's bank: it has no lines. */
function vaultOf(rows: Rows): Holdings {
  const used = rows<{ character: string; json: string }>('SELECT * FROM used');
  return {
    gold: rows<{ gold: number }>('SELECT gold FROM vault')[0].gold,
    items: rows<Item>('SELECT id, kind, quantity FROM stored'),
    lines: [],
    used: new Map(used.map(({ character, json }) => [character, JSON.parse(json) as Used])),
  };
}
