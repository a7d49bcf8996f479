// Nothing comes out of nowhere: all gold and all things that regions, mailboxes and the market hold or have on the way, counted from their
// own rows. In: the stage. Out: the sums, by kind of thing, and every place in which each thing with an id is: more than one is a doubled one.
import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import type { Stage } from './world';

export interface Holding {
  where: string;
  gold: number;
  things: { id: string; kind: number; quantity: number }[];
}
export interface Sums {
  gold: number;
  kinds: Record<number, number>;
  doubled: string[];
}

type Rows = (query: string) => Record<string, SqlStorageValue>[];
export const rowsIn = <T>(stub: DurableObjectStub, look: (rows: Rows) => T): Promise<T> =>
  runInDurableObject(stub as never, (_: unknown, { storage }: DurableObjectState) =>
    look(query => storage.sql.exec(query).toArray()),
  );

/** What a region holds: in hands, on the ground, and in parcels that have not arrived. */
export async function heldInRegions(stage: Stage): Promise<Holding[]> {
  return Promise.all(stage.grounds.map(({ key, stub }) => rowsIn(stub, rows => heldInRegion(key, rows))));
}

function heldInRegion(where: string, rows: Rows): Holding {
  const gold = rows('SELECT coalesce(sum(gold), 0) AS gold FROM character')[0].gold as number;
  const mine = rows('SELECT id, kind, quantity FROM item UNION ALL SELECT item, kind, quantity FROM ground') as never;
  const sent = rows('SELECT kind, receiver, number, body FROM parcel_out').map(heldInParcel);
  return together(where, [{ where, gold, things: mine }, ...sent]);
}

/** Parcels of every kind carry `gold` and `things` in one of these two forms. */
export function heldInParcel({ body, kind, receiver }: Record<string, SqlStorageValue>): Holding {
  const parsed = JSON.parse(String(body)) as {
    gold?: number;
    things?: Holding['things'];
    character?: { gold: number; items: Holding['things'] };
  };
  const { gold = 0, things = [] } =
    kind === 'character' ? { gold: parsed.character!.gold, things: parsed.character!.items } : parsed;
  return { where: `to ${receiver}`, gold, things };
}

export const together = (where: string, all: readonly Holding[]): Holding => ({
  where,
  gold: all.reduce((sum, { gold }) => sum + gold, 0),
  things: all.flatMap(({ things }) => things),
});

export function sumsOf(holdings: readonly Holding[]): Sums {
  const { gold, things } = together('everywhere', holdings);
  const kinds: Record<number, number> = {};
  const seen = new Set<string>();
  const doubled: string[] = [];
  for (const { id, kind, quantity } of things) {
    kinds[kind] = (kinds[kind] ?? 0) + quantity;
    if (seen.has(id)) doubled.push(id);
    seen.add(id);
  }
  return { gold, kinds, doubled };
}

/** What the mailboxes of these characters hold: in letters, and in parcels that have not arrived. */
export const heldInMailboxes = (characters: readonly string[]): Promise<Holding[]> =>
  Promise.all(characters.map(character => rowsIn(mailboxOf(character), rows => heldInMailbox(character, rows))));

export const mailboxOf = (character: string): DurableObjectStub =>
  env.MAILBOX.get(env.MAILBOX.idFromName(character)) as unknown as DurableObjectStub;

function heldInMailbox(where: string, rows: Rows): Holding {
  const letters = rows('SELECT gold, things FROM letter').map(({ gold, things }) => ({
    where,
    gold: gold as number,
    things: JSON.parse(String(things)) as Holding['things'],
  }));
  return together(where, [...letters, ...rows('SELECT kind, receiver, number, body FROM parcel_out').map(heldInParcel)]);
}

/** What stands on the market, and what it has sent. */
export const heldInMarket = (): Promise<Holding> =>
  rowsIn(marketStub(), rows => {
    const orders = rows('SELECT gold, things FROM orders').map(({ gold, things }) => ({
      where: 'market',
      gold: gold as number,
      things: JSON.parse(String(things)) as Holding['things'],
    }));
    return together('market', [...orders, ...rows('SELECT kind, receiver, number, body FROM parcel_out').map(heldInParcel)]);
  });

export const marketStub = (): DurableObjectStub => env.MARKET.get(env.MARKET.idFromName('world')) as unknown as DurableObjectStub;

/** Of those of them who are checked in: the record is the truth. */
async function heldInRecord(characters: readonly string[]): Promise<Holding> {
  const ids = JSON.stringify(characters);
  const mine = 'IN (SELECT c.id FROM characters c, json_each(?) o WHERE c.id = o.value AND c.owner_region IS NULL)';
  const gold = env.DB.prepare(`SELECT coalesce(sum(gold), 0) AS gold FROM characters WHERE id ${mine}`).bind(ids);
  const things = env.DB.prepare(`SELECT id, kind, quantity FROM items WHERE character_id ${mine}`).bind(ids);
  const sum = (await gold.first<{ gold: number }>())!;
  return { where: 'D1', ...sum, things: (await things.all<Holding['things'][number]>()).results };
}

/** Of all regions of the stage, of the market, of these characters' mailboxes, and of themselves where nobody has them out; looked at while nothing is on its way. */
export async function everything(stage: Stage, characters: readonly string[]): Promise<Sums> {
  return sumsOf([
    ...(await heldInRegions(stage)),
    ...(await heldInMailboxes(characters)),
    await heldInRecord(characters),
    await heldInMarket(),
  ]);
}

/** The same as before, and nothing twice. */
export function expectConserved(after: Sums, before: Sums, sunk = 0): void {
  expect(after).toEqual({ ...before, gold: before.gold - sunk, doubled: [] });
}
