// All gold and all things of the small world, counted from the disks. In: the world. Out: what is wrong; null when nothing is.
import { BREAD, GOLD, PEOPLE, type Post, RegionPost, type SmallWorld, SUNK } from './world';

interface Parcel {
  number: number;
  receiver: string;
  body: string;
}
type Thing = { id: string; quantity: number };
/** Goods of any kind, or a character on his way with his books. */
interface Posted {
  gold?: number;
  things?: Thing[];
  character?: string | { gold: number; items: Thing[] };
  ledger?: Line[];
}
type Line = { cause: number; gold: number; quantity: number };

const BREAD_OF_ALL = PEOPLE.length * BREAD.piles.reduce((a, b) => a + b, 0);

export function violationOf(world: SmallWorld): string | null {
  let gold = 0;
  let pieces = 0;
  const places = new Map<string, string>();
  const doubled: string[] = [];
  const count = (where: string, copper: number, things: readonly Thing[]): void => {
    gold += copper;
    for (const { id, quantity } of things) {
      pieces += quantity;
      const before = places.get(id);
      if (before) doubled.push(`${id} is in ${before} and in ${where}`);
      places.set(id, where);
    }
  };
  for (const post of world.posts.values()) {
    const { address, disk } = post;
    if (post instanceof RegionPost) {
      const [{ sum }] = disk.rows<{ sum: number }>('SELECT coalesce(sum(gold), 0) AS sum FROM character');
      count(address, sum, disk.rows<Thing>('SELECT id, quantity FROM item'));
      // What a sink took is no more.
      for (const { lines } of disk.rows<{ lines: string }>('SELECT lines FROM character')) {
        for (const line of JSON.parse(lines) as Line[]) if (SUNK.has(line.cause)) gold -= line.gold;
      }
    } else {
      const table = address === 'market' ? 'orders' : 'letter';
      for (const row of disk.rows<{ gold: number; things: string }>(`SELECT gold, things FROM ${table}`)) {
        count(address, row.gold, JSON.parse(row.things) as Thing[]);
      }
      for (const line of disk.rows<Line>('SELECT cause, gold, quantity FROM booked')) {
        gold -= line.gold;
        pieces -= line.quantity;
      }
    }
    for (const parcel of undelivered(world, post)) {
      const { gold: copper = 0, things = [], character, ledger = [] } = JSON.parse(parcel.body) as Posted;
      const who = typeof character === 'object' ? character : { gold: copper, items: things };
      count(`${address} -> ${parcel.receiver}`, who.gold, who.items);
      for (const line of ledger) if (SUNK.has(line.cause)) gold -= line.gold;
    }
  }
  if (doubled.length) return doubled.join('; ');
  if (gold !== PEOPLE.length * GOLD) return `${gold - PEOPLE.length * GOLD} copper too many`;
  return pieces === BREAD_OF_ALL ? null : `${pieces - BREAD_OF_ALL} loaves too many`;
}

/** Cash on delivery is paid once: `paid` remembers which payment each letter has brought its sender. */
export function paidTwice(world: SmallWorld, paid: Map<string, string>): string | null {
  for (const { address, disk } of world.posts.values()) {
    if (!address.startsWith('mailbox:')) continue;
    const letters = disk.rows<{ id: string; subject: string }>("SELECT id, subject FROM letter WHERE kind = 'paid'");
    for (const { id, subject } of letters) {
      const before = paid.get(subject);
      if (before && before !== id) return `letter ${subject} was paid twice`;
      paid.set(subject, id);
    }
  }
  return null;
}

/** In the outbox, and not taken by the receiver yet. */
function undelivered(world: SmallWorld, { address, disk }: Post): Parcel[] {
  return disk.rows<Parcel>('SELECT number, receiver, body FROM parcel_out').filter(({ number, receiver }) => {
    const taken = world.posts
      .get(receiver)!
      .disk.rows<{ sender: string; number: number }>('SELECT sender, number FROM parcel_in')
      .find(({ sender }) => sender === address);
    return number > (taken?.number ?? 0);
  });
}
