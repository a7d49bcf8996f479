// What lies in one's mailbox and on the market, read over HTTP: panels ask for it when they open and after each thing they did. In: the character
// that is played. Out: signals; null until the server answered.
import { computed, signal } from '@preact/signals';
import type { Letter } from '../src/shared/rules/mail';
import type { Order, Ware } from '../src/shared/rules/market';
import { ANYTHING, type Search, type SearchPage } from '../src/shared/rules/search';
import { character } from './state';

export type Posted = Omit<Letter, 'to'> & { readonly read: boolean };
export interface Own extends Ware, Pick<Order, 'id' | 'side' | 'price' | 'quantity' | 'gold'> {
  readonly whole: number;
  readonly until_ms: number;
}
export interface Point {
  readonly at_ms: number;
  readonly low: number;
  readonly high: number;
  readonly average: number;
  readonly volume: number;
}
export interface Level {
  readonly price: number;
  readonly quantity: number;
}
export interface WareFacts {
  readonly asks: readonly Level[];
  readonly bids: readonly Level[];
  readonly hours: readonly Point[];
  readonly days: readonly Point[];
}

export const letters = signal<readonly Posted[] | null>(null);
export const unread = computed(() => letters.value?.filter(({ read }) => !read).length ?? 0);
/** The last question to mailbox or market got no answer. */
export const exchangeSilent = signal(false);

export const wanted = signal<Search>(ANYTHING);
export const offers = signal<SearchPage | null>(null);
export const looked = signal<Ware | null>(null);
export const facts = signal<WareFacts | null>(null);
export const ownOrders = signal<readonly Own[] | null>(null);

const mine = (path: string): string => `/api/characters/${encodeURIComponent(character.value)}${path}`;

export async function loadMail(): Promise<void> {
  if (!character.value) return;
  const answer = await ask<{ letters: Posted[] }>('GET', mine('/mail'));
  if (answer) letters.value = answer.letters;
}

export async function readLetter(id: string): Promise<void> {
  const known = letters.value?.find(letter => letter.id === id);
  if (!known || known.read) return;
  letters.value = letters.value!.map(letter => (letter.id === id ? { ...letter, read: true } : letter));
  await ask('POST', mine(`/mail/${id}/read`));
}

export async function discardLetter(id: string): Promise<void> {
  await ask('DELETE', mine(`/mail/${id}`));
  await loadMail();
}

export async function loadOffers(): Promise<void> {
  const query = new URLSearchParams(Object.entries(wanted.value).map(([name, value]) => [name, String(value)]));
  const asked = wanted.value;
  const answer = await ask<SearchPage>('GET', `/api/market?${query}`);
  // Somebody who types fast has asked for something else by now.
  if (answer && wanted.value === asked) offers.value = answer;
}

export async function loadWare(ware: Ware): Promise<void> {
  looked.value = ware;
  facts.value = null;
  const answer = await ask<WareFacts>('GET', `/api/market/${ware.kind}/${ware.quality}`);
  if (answer && looked.value === ware) facts.value = answer;
}

export async function loadOrders(): Promise<void> {
  if (!character.value) return;
  const answer = await ask<{ orders: Own[] }>('GET', mine('/orders'));
  if (answer) ownOrders.value = answer.orders;
}

export async function cancelOrder(id: string): Promise<void> {
  await ask('DELETE', mine(`/orders/${id}`));
  await loadOrders();
}

/** null: no answer, or a refusal; what is shown stays as it was. */
async function ask<T>(method: string, path: string): Promise<T | null> {
  try {
    const answer = await fetch(path, { method });
    const body = (await answer.json()) as T;
    exchangeSilent.value = answer.status >= 500;
    return answer.ok ? body : null;
  } catch (error) {
    console.warn('mailbox or market does not answer', error);
    exchangeSilent.value = true;
    return null;
  }
}
