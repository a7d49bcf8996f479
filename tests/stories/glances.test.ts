// What anybody may look at, asked for by many at once: each question is put once to whoever has one thread for the whole world, a failed one is put
// again, and nobody is told what is too old.
import { createExecutionContext, runInDurableObject, waitOnExecutionContext } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Prices } from '../../src/market/prices';
import { boardsPort, type Env } from '../../src/ports';
import { frontDoor } from '../../src/routes/app';
import { marketStub } from '../harness/conserved';
import { ORIGIN } from '../harness/visitor';

const MANY = 12;
let door = frontDoor();
/** What was asked of D1 and of objects since the story began. */
let asked: string[] = [];
let isAway = false;

/** An object's methods, each call noted. */
function noted<T extends object>(of: T, name: string): T {
  return new Proxy(of, {
    get: (target, key) => {
      const value = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      return (...values: unknown[]) => {
        asked.push(`${name}.${String(key)} ${typeof values[0] === 'string' ? values[0] : ''}`);
        if (isAway && name === 'MARKET') return Promise.reject(new Error('away'));
        return Reflect.apply(value, target, values);
      };
    },
  });
}
const namespace = (of: DurableObjectNamespace, name: string) => ({
  idFromName: (key: string) => of.idFromName(key),
  get: (id: DurableObjectId) => noted(of.get(id), name),
});
const listening = {
  ...env,
  DB: noted(env.DB, 'DB'),
  REGION: namespace(env.REGION as never, 'REGION'),
  REALM: namespace(env.REALM as never, 'REALM'),
  MARKET: namespace(env.MARKET as never, 'MARKET'),
  BOARDS: namespace(env.BOARDS as never, 'BOARDS'),
} as unknown as Env;

async function look(path: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const ctx = createExecutionContext();
  const response = await door.fetch(new Request(`${ORIGIN}${path}`), listening, ctx as never);
  await waitOnExecutionContext(ctx);
  return { status: response.status, body: await response.json() };
}
const all = (path: string) => Promise.all(Array.from({ length: MANY }, () => look(path)));
const times = (what: string) => asked.filter(call => call.includes(what)).length;
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  door = frontDoor();
  asked = [];
  isAway = false;
});

describe('the books of the world', () => {
  it('are read once for all who ask while they are read, and for half a minute', async () => {
    const answers = await all('/api/economy');
    expect(answers.map(({ status }) => status)).toEqual(Array(MANY).fill(200));
    expect([times('FROM ledger'), times('FROM items'), times('MARKET.holdings')]).toEqual([1, 1, 1]);
    pass(29_000);
    expect(await look('/api/economy')).toEqual(answers[0]);
    pass(1_000);
    expect((await look('/api/economy')).body.at_ms).toBe((answers[0].body.at_ms as number) + 30_000);
    expect(times('FROM ledger')).toBe(2);
  });

  it('are asked for anew by the next one when they could not be read', async () => {
    isAway = true;
    expect((await all('/api/economy')).map(({ status }) => status)).toEqual(Array(MANY).fill(503));
    isAway = false;
    expect((await look('/api/economy')).status).toBe(200);
  });

  it('are shared by requests that have nothing else in common', async () => {
    const many = Array.from({ length: MANY }, () => exports.default.fetch(`${ORIGIN}/api/economy`));
    const answers = await Promise.all((await Promise.all(many)).map(response => response.json()));
    expect(answers).toEqual(Array(MANY).fill(answers[0]));
  });
});

describe('how the world does', () => {
  it('is asked of the regions once for all who ask at once, and again a quarter of a second later', async () => {
    await all('/api/status');
    expect([times('REALM.awake'), times('REGION.status')]).toEqual([1, 1]);
    pass(249);
    await look('/api/status');
    expect(times('REGION.status')).toBe(1);
    pass(1);
    await look('/api/status');
    expect(times('REGION.status')).toBe(2);
  });
});

describe('a board', () => {
  const path = '/api/boards/craft/day';
  const named = (n: number) => `${path}?name=${encodeURIComponent(`Crafter ${n}`)}`;

  it('is worked out once for all who look for the same name, and no name drives out another question', async () => {
    const facts = Array.from({ length: 130 }, (_, n) => ({
      board: 'craft' as const,
      subject: `s${String(n).padStart(3, '0')}`,
      name: `Crafter ${n}`,
      level: 1,
      covenant: 0,
      total: 1000 - n,
    }));
    await boardsPort(env as unknown as Env).facts(facts);
    pass(11_000);
    const answers = await all(named(120));
    expect(answers[0].body).toMatchObject({ own: { place: 121 } });
    expect(answers).toEqual(Array(MANY).fill(answers[0]));
    expect((await look(path)).body).toMatchObject({ own: null, rows: { length: 100 } });
    expect((await look(named(3))).body).toMatchObject({ own: { place: 4 } });
    expect(times('BOARDS.board')).toBe(3);
    for (let n = 0; n < 3; n++) await look(path);
    expect(times('BOARDS.board')).toBe(3);
    pass(10_000);
    await look(named(120));
    expect(times('BOARDS.board')).toBe(4);
  });

  it('counts who stands above somebody once, however many front doors ask', async () => {
    pass(11_000);
    const stub = env.BOARDS.get(env.BOARDS.idFromName('world'));
    let counted = 0;
    await runInDurableObject(stub as never, (self: object) => {
      const sums = Reflect.get(self, 'sums') as { placeOf: (...values: unknown[]) => unknown };
      const real = sums.placeOf.bind(sums);
      sums.placeOf = (...values) => {
        counted++;
        return real(...values);
      };
    });
    const ask = async (name: string) => (await boardsPort(env as unknown as Env).board('craft', 'day', name)).own?.place;
    for (let n = 0; n < 3; n++)
      expect([await ask('Crafter 125'), await ask('Nobody'), await ask('Crafter 5')]).toEqual([126, undefined, 6]);
    expect(counted).toBe(2);
    pass(5_000);
    await ask('Nobody');
    expect(counted).toBe(3);
  });
});

describe('the market', () => {
  it('looks through its charts once, until something else is sold or the day is over', async () => {
    await runInDurableObject(marketStub() as never, (_: object, { storage }: DurableObjectState) => {
      let read = 0;
      const exec = (query: string, ...values: SqlStorageValue[]) => {
        if (query.startsWith('SELECT DISTINCT')) read++;
        return storage.sql.exec(query, ...values);
      };
      const prices = new Prices({ exec } as unknown as SqlStorage);
      const day_ms = 86_400_000;
      const now_ms = Date.now();
      const kinds = (at_ms: number) => prices.traded(at_ms, 7).map(({ kind }) => kind);
      prices.note({ kind: 7, quality: 0 }, 10, 1, now_ms);
      for (let n = 0; n < 5; n++) expect(kinds(now_ms)).toEqual([7]);
      prices.note({ kind: 7, quality: 0 }, 12, 3, now_ms);
      expect(kinds(now_ms)).toEqual([7]);
      expect(read).toBe(1);
      prices.note({ kind: 8, quality: 1 }, 12, 3, now_ms + day_ms);
      expect(kinds(now_ms + day_ms)).toEqual([7, 8]);
      expect(kinds(now_ms + 7 * day_ms)).toEqual([8]);
      expect(read).toBe(3);
    });
  });
});
