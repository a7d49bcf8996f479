// What mailboxes and the market say to those who deal with them; the doors (ports.ts) hand it on. In: nothing. Out: types.
import type { ReceiverPort } from './ports';
import type { RegionKey } from './shared/regions';
import type { Thing } from './shared/rules/inventory';
import type { Letter as Post } from './shared/rules/mail';
import type { Order, Ware } from './shared/rules/market';
import type { Reason } from './shared/rules/reasons';
import type { Search, SearchPage } from './shared/rules/search';

/** A letter as its reader sees it. */
export type PostedLetter = Omit<Post, 'to' | 'things'> & { readonly read: boolean; readonly things: Thing[] };

/** One character's mailbox. Every call says whose it is. */
export interface MailboxPort extends ReceiverPort {
  /** Whether people may still write to him. */
  hasRoom(character: string): Promise<boolean>;
  list(character: string): Promise<PostedLetter[]>;
  markRead(character: string, letter: string): Promise<void>;
  discard(character: string, letter: string): Promise<Reason>;
  /** Sends all that a letter holds to him as goods, to the region where he stands. */
  empty(character: string, letter: string, region: RegionKey): Promise<Reason>;
  /** He is no more: what his letters hold goes back to who sent it, or ceases; so does whatever comes from now on. */
  close(character: string): Promise<void>;
}

/** How one ware stands. */
export interface WarePage {
  readonly asks: { readonly price: number; readonly quantity: number }[];
  readonly bids: { readonly price: number; readonly quantity: number }[];
  readonly hours: PricePoint[];
  readonly days: PricePoint[];
}
export interface PricePoint {
  /** When its hour or day began. */
  readonly at_ms: number;
  readonly low: number;
  readonly high: number;
  readonly average: number;
  readonly volume: number;
}
export interface OwnOrder extends Ware, Pick<Order, 'id' | 'side' | 'price' | 'quantity' | 'gold'> {
  readonly whole: number;
  readonly until_ms: number;
}

/** There is one market. Orders come to it as parcels. */
export interface MarketPort extends ReceiverPort {
  browse(wanted: Search): Promise<SearchPage>;
  ware(ware: Ware): Promise<WarePage>;
  orders(character: string): Promise<OwnOrder[]>;
  cancel(character: string, order: string): Promise<Reason>;
  /** He is no more: his orders end, and what they hold ceases. */
  close(character: string): Promise<void>;
  /** What stands in all orders. */
  holdings(): Promise<{ gold: number; things: number; orders: number }>;
}
