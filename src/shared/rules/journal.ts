// What a rule changed, in the terms of storage: collected while rules mutate a character, written by the region in one transaction.
// Every coin and item that comes into or goes out of the world leaves a ledger line here, so that sources - sinks = holdings.
import type { Item } from './character';

/** Why value came into being or ceased. Numbers are stored: never reuse one. */
export const LEDGER = {
  kill: 1, // gold and loot of monsters
  quest: 2,
  vendorBuy: 3, // gold destroyed, item made
  vendorSell: 4, // item destroyed, gold made
  consumed: 5,
  questItem: 6, // handed in or abandoned
  gathered: 7,
  starter: 8, // what a new character carries
  deleted: 9, // a character was deleted with what it held, and what keepers had of it
  travel: 10, // the waystones' fee
  repair: 11, // what smiths take
  crafted: 12,
  usedUp: 13, // what went into crafted things
  respec: 14, // another class
  mount: 15, // a steed was bought
  deed: 16, // what a deed is worth
  happening: 17, // who helped when something happened by itself
  sent: 20, // left a character for a mailbox, the market or a guild: there it is still in the world
  received: 21, // came to him from there
  postage: 22,
  mailLapsed: 23, // lay too long in a mailbox, and nobody is left to send it back to
  marketCut: 24,
  marketDeposit: 25, // of an order that ran out or was taken back
  charter: 30, // a guild was founded
  arena: 35, // a match was won
  given: 40, // by an admin, with a reason in the audit
} as const;
export type Cause = (typeof LEDGER)[keyof typeof LEDGER];

export interface LedgerLine {
  cause: Cause;
  gold: number; // copper made (+) or destroyed (-)
  kind: number; // item kind or 0
  quantity: number; // made (+) or destroyed (-)
}

export class Journal {
  /** Items whose row must be written (also new ones). */
  readonly items = new Map<string, Item>();
  readonly removed = new Set<string>();
  readonly ledger: LedgerLine[] = [];
  /** Level, xp, gold, quests, pois or look changed. */
  character = false;
  /** What he has become (life.ts) changed; the row is written for it too. */
  life = false;
  /** What lies in the bank changed. */
  bank = false;

  touch(item: Item): void {
    this.items.set(item.id, item);
    this.removed.delete(item.id);
  }

  remove(item: Item): void {
    this.items.delete(item.id);
    this.removed.add(item.id);
  }

  gold(cause: Cause, copper: number): void {
    this.character = true;
    if (copper) this.ledger.push({ cause, gold: copper, kind: 0, quantity: 0 });
  }

  item(cause: Cause, kind: number, quantity: number): void {
    this.ledger.push({ cause, gold: 0, kind, quantity });
  }

  get empty(): boolean {
    return !this.character && !this.life && !this.items.size && !this.removed.size && !this.ledger.length;
  }
}
