// C1..C5 of src/store/custody.ts: who may write a character, under repeats, stale owners and half-failed batches.
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Character } from '../../src/shared/rules/character';
import { guestCharacter } from '../../src/shared/rules/starter';
import { createGuest } from '../../src/store/accounts';
import { insertCharacter } from '../../src/store/characters';
import { type Again, checkOut, lastSequence, writeBehind } from '../../src/store/custody';
import type { CheckedOut, DirtyCharacter, Soft } from '../../src/store/ports';
import { ulid } from '../../src/ulid';

const A = '2-1-1';
const B = '2-0-1';
const soft: Soft = { x: 1, y: 2, z: 3, yaw: 0, hp: 50, power: 20, mode: 0, ready: {} };
const now = 1_000;
let id: string;
let chance = 1;
let life = '';
/** Numbers of batches grow over all lives of a region, and all stories of a file share one D1. */
let base = 0;

beforeEach(async () => {
  life = ulid(Date.now());
  base += 100;
  const { account } = await createGuest(env.DB, now);
  id = ulid(Date.now());
  const born = guestCharacter({ id, account, covenant: 0, chance: (chance += 77_777) }, () => ulid(Date.now()));
  expect(await insertCharacter(env.DB, { ...born, place: 0, region: A }, now)).toBe('created');
});

async function take(region: string, again?: Again): Promise<CheckedOut> {
  const out = await checkOut(env.DB, id, region, now, again);
  if (!('ok' in out)) throw new Error(`not free: ${JSON.stringify(out)}`);
  return out.ok;
}

/** Somebody else's first character, out to the same region. */
async function takeAnother(): Promise<CheckedOut> {
  const { account } = await createGuest(env.DB, now);
  const other = ulid(Date.now());
  const born = guestCharacter({ id: other, account, covenant: 1, chance: (chance += 77_777) }, () => ulid(Date.now()));
  await insertCharacter(env.DB, { ...born, place: 0, region: A }, now);
  const out = await checkOut(env.DB, other, A, now);
  if (!('ok' in out)) throw new Error('not free');
  return out.ok;
}

function dirty(out: CheckedOut, change: Partial<Character> = {}, more: Partial<DirtyCharacter> = {}): DirtyCharacter {
  return {
    character: { ...out.character, ...change },
    epoch: out.epoch,
    version: out.version + 1,
    soft,
    lastCommand: 0,
    ledger: [],
    release: false,
    ...more,
  };
}

describe('custody', () => {
  it('C1 gives a character to one region at a time', async () => {
    await take(A);
    expect(await checkOut(env.DB, id, B, now)).toEqual({ busy: A, epoch: 1 });
    expect(await checkOut(env.DB, ulid(1), B, now)).toEqual({ gone: true });
  });

  it('C2 raises the epoch with every check-out, also for the owner who forgot', async () => {
    const first = await take(A);
    expect(await checkOut(env.DB, id, A, now)).toEqual({ busy: A, epoch: first.epoch });
    const second = await take(A, { owner: A, epoch: first.epoch, above: first.epoch });
    expect(second.epoch).toBe(first.epoch + 1);
    expect(second.character).toEqual(first.character);
  });

  it('writes level, gold, items and the ledger, and gives them back to the next owner', async () => {
    const out = await take(A);
    const [kept, ...dropped] = out.character.items;
    expect(dropped.length).toBeGreaterThan(0);
    const found = { id: ulid(now), kind: kept.kind, quantity: 1, slot: 20, moves: 0 };
    const line = { id: ulid(now), cause: 1, gold: 40, kind: 0, quantity: 0 } as const;
    const write = dirty(out, { level: 3, gold: 77, items: [{ ...kept, slot: 19 }, found] }, { ledger: [line], release: true });
    expect(await writeBehind(env.DB, A, life, base + 1, [write], now)).toEqual([{ id, result: 'written' }]);
    const next = await take(B);
    expect(next.character).toMatchObject({ level: 3, gold: 77 });
    expect(next.character.items.toSorted((a, b) => a.slot - b.slot)).toEqual([{ ...kept, slot: 19 }, found]);
    expect(next.soft).toEqual(soft);
    expect(await env.DB.prepare('SELECT gold FROM ledger WHERE id = ?').bind(line.id).first()).toEqual({ gold: 40 });
  });

  it('C3 refuses the late write of an earlier owner, whole', async () => {
    const old = await take(A);
    await writeBehind(env.DB, A, life, base + 1, [dirty(old, {}, { release: true })], now);
    await take(B);
    const line = { id: ulid(now), cause: 1, gold: 1e6, kind: 0, quantity: 0 } as const;
    const late = dirty(old, { gold: 999_999, items: [] }, { version: old.version + 9, ledger: [line] });
    expect(await writeBehind(env.DB, A, life, base + 2, [late], now)).toEqual([{ id, result: 'stale' }]);
    const row = await env.DB.prepare('SELECT gold, owner_region FROM characters WHERE id = ?').bind(id).first();
    expect(row).toMatchObject({ gold: old.character.gold, owner_region: B });
    expect(await env.DB.prepare('SELECT count(*) AS n FROM items WHERE character_id = ?').bind(id).first()).toEqual({
      n: old.character.items.length,
    });
    expect(await env.DB.prepare('SELECT * FROM ledger WHERE id = ?').bind(line.id).first()).toBeNull();
  });

  it('C4 answers a repeated batch as it did, and changes nothing', async () => {
    const out = await take(A);
    const write = dirty(out, { gold: 5 }, { ledger: [{ id: ulid(now), cause: 3, gold: -5, kind: 0, quantity: 0 }] });
    for (let i = 0; i < 3; i++)
      expect(await writeBehind(env.DB, A, life, base + 9, [write], now)).toEqual([{ id, result: 'written' }]);
    expect(await env.DB.prepare('SELECT count(*) AS n FROM ledger WHERE id = ?').bind(write.ledger[0].id).first()).toEqual({
      n: 1,
    });
    expect(await lastSequence(env.DB, A)).toEqual({ incarnation: life, sequence: base + 9 });
  });

  it('C4 refuses what comes again after a later batch, though what it says would fit again', async () => {
    const mine = await take(A);
    const other = await takeAnother();
    const late = dirty(mine, { gold: 7 }, { ledger: [{ id: ulid(now), cause: 3, gold: -5, kind: 0, quantity: 0 }] });
    const repeat = () => writeBehind(env.DB, A, life, base + 1, [late], now);
    await repeat();
    // Another one gets his sword and breaks it, and his books are folded: nothing is left that would tell his old write from a new one.
    const [sword] = mine.character.items;
    const items = [...other.character.items, { ...sword, slot: 23, moves: 1 }];
    await writeBehind(env.DB, A, life, base + 2, [dirty(other, { items })], now);
    await writeBehind(env.DB, A, life, base + 3, [dirty(other, {}, { version: other.version + 2 })], now);
    await env.DB.prepare('DELETE FROM ledger WHERE id = ?').bind(late.ledger[0].id).run();
    const rows = async () =>
      Promise.all(
        ['characters', 'items', 'ledger', 'region_sequence'].map(table => env.DB.prepare(`SELECT * FROM ${table}`).all()),
      );
    const before = (await rows()).map(({ results }) => results);
    expect(await repeat()).toEqual([{ id, result: 'written' }]);
    expect((await rows()).map(({ results }) => results)).toEqual(before);
  });

  it('C4 is told apart from another life that has reached the number: that one learns nothing', async () => {
    const out = await take(A);
    await writeBehind(env.DB, A, ulid(now + 1), base + 2, [dirty(out, { gold: 8 })], now);
    const write = dirty(out, { gold: 9 }, { version: out.version + 2 });
    await expect(writeBehind(env.DB, A, life, base + 2, [write], now)).rejects.toThrow('NOT NULL');
    expect(await env.DB.prepare('SELECT gold FROM characters WHERE id = ?').bind(id).first()).toEqual({ gold: 8 });
  });

  it('keeps nothing of a batch but what it says', async () => {
    const out = await take(A);
    const { results: tables } = await env.DB.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
    ).all();
    const count = async () => {
      const counts = tables.map(({ name }) => env.DB.prepare(`SELECT count(*) AS n FROM "${name}"`).first<{ n: number }>());
      return (await Promise.all(counts)).map(row => row?.n);
    };
    await writeBehind(env.DB, A, life, base + 1, [dirty(out)], now);
    const before = await count();
    for (let n = 2; n < 9; n++)
      await writeBehind(env.DB, A, life, base + n, [dirty(out, { gold: n }, { version: out.version + n })], now);
    expect(await count()).toEqual(before);
  });

  it('C5 writes a batch whole or not at all', async () => {
    const out = await take(A);
    const impossible = dirty(out, { gold: 50, items: [{ id: ulid(now), kind: 1, quantity: 0, slot: 0 }] });
    await expect(writeBehind(env.DB, A, life, base + 7, [impossible], now)).rejects.toThrow();
    const row = await env.DB.prepare('SELECT gold, version FROM characters WHERE id = ?').bind(id).first();
    expect(row).toEqual({ gold: out.character.gold, version: out.version });
    expect(await writeBehind(env.DB, A, life, base + 7, [dirty(out, { gold: 51 })], now)).toEqual([{ id, result: 'written' }]);
  });

  it('C6 hears of a handing over from whom it was handed to, and not any more from whom it came', async () => {
    const out = await take(A);
    const handed = { ...out, epoch: out.epoch + 1 };
    const late = dirty(out, { gold: 1 }, { version: out.version + 5 });
    expect(await writeBehind(env.DB, B, life, base + 1, [dirty(handed, { gold: 60 })], now)).toEqual([{ id, result: 'written' }]);
    expect(await writeBehind(env.DB, A, life, base + 1, [late], now)).toEqual([{ id, result: 'stale' }]);
    const row = await env.DB.prepare('SELECT gold, epoch, owner_region, last_region FROM characters WHERE id = ?').bind(id).first();
    expect(row).toEqual({ gold: 60, epoch: handed.epoch, owner_region: B, last_region: B });
  });

  it('moves an item between two characters in one batch, whichever comes first', async () => {
    const mine = await take(A);
    const other = await takeAnother();
    const [sword, ...rest] = mine.character.items;
    const giver = dirty(mine, { items: rest });
    const taker = dirty(other, { items: [...other.character.items, { ...sword, slot: 23, moves: 1 }] });
    await writeBehind(env.DB, A, life, base + 1, [giver, taker], now);
    expect(await env.DB.prepare('SELECT character_id FROM items WHERE id = ?').bind(sword.id).all()).toMatchObject({
      results: [{ character_id: other.character.id }],
    });
    // C7: what its first owner was to write before comes late, of another record, and is not believed.
    await writeBehind(env.DB, A, life, base + 3, [dirty(mine, {}, { version: giver.version + 1 })], now);
    expect(await env.DB.prepare('SELECT character_id FROM items WHERE id = ?').bind(sword.id).first()).toEqual({
      character_id: other.character.id,
    });
    const items = [...rest, { ...sword, moves: 2 }];
    const back = [dirty(other, {}, { version: taker.version + 1 }), dirty(mine, { items }, { version: giver.version + 2 })];
    await writeBehind(env.DB, A, life, base + 4, back, now);
    expect(await env.DB.prepare('SELECT character_id FROM items WHERE id = ?').bind(sword.id).all()).toMatchObject({
      results: [{ character_id: id }],
    });
  });
});
