// Old lines of the ledger come to sums, little by little: every sum that anybody reads stays what it was, by character too, in the middle of it and when
// it breaks off; and what is young stays line by line.
import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, expect, it, vi } from 'vitest';
import { LEDGER } from '../../src/shared/rules/journal';
import { exportAccount } from '../../src/store/accounts';
import { readEconomy } from '../../src/store/economy';
import { foldLedger, LINES_KEPT_MS } from '../../src/store/oldbooks';
import { ulid } from '../../src/ulid';
import worker from '../../src/worker';
import { Visitor } from '../harness/visitor';

const DAY_MS = 86_400_000;
const now_ms = Date.now();
/** Somebody of long ago: of him nothing is left but his lines. */
const GONE = ulid(now_ms - 400 * DAY_MS);
const CAUSES = [LEDGER.quest, LEDGER.postage, LEDGER.sent, LEDGER.received, LEDGER.marketCut];
const WRITERS = ['2-1-1', 'market', 'mailbox:somebody', 'guild:some', '2-0-1'];
let guest: Awaited<ReturnType<typeof Visitor.guest>>;

/** `count` lines of all causes, kinds and writers, an hour apart and older than `age_ms`. */
async function write(character: string, count: number, age_ms: number): Promise<void> {
  const lines = Array.from({ length: count }, (_, n) => ({
    id: ulid(now_ms - age_ms - n * 3_600_000),
    region: WRITERS[n % 5],
    cause: CAUSES[(n + Math.floor(n / 5)) % 5],
    gold: n % 3 ? (n % 11) - 5 : 0,
    kind: n % 3 ? 0 : n % 7,
    quantity: n % 3 ? 0 : (n % 5) - 2,
  }));
  await env.DB.prepare(
    `INSERT INTO ledger SELECT value->>'id', value->>'region', ?, value->>'cause', value->>'gold', value->>'kind', value->>'quantity' FROM json_each(?)`,
  )
    .bind(character, JSON.stringify(lines))
    .run();
}
const count = async (table: string) => (await env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>())!.n;

/** Gold and things of everybody by cause and kind, from both tables. */
async function perCharacter(): Promise<unknown[]> {
  const query = `SELECT character_id, cause, kind, sum(lines) AS lines, sum(made) AS made, sum(gone) AS gone, sum(got) AS got, sum(lost) AS lost FROM (
      SELECT character_id, cause, kind, 1 AS lines, max(gold, 0) AS made, -min(gold, 0) AS gone, max(quantity, 0) AS got, -min(quantity, 0) AS lost FROM ledger
      UNION ALL SELECT character_id, cause, kind, lines, gold_made, gold_destroyed, things_made, things_destroyed FROM ledger_sums
    ) GROUP BY character_id, cause, kind ORDER BY character_id, cause, kind`;
  return (await env.DB.prepare(query).all()).results;
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: now_ms });
  await env.DB.batch([env.DB.prepare('DELETE FROM ledger'), env.DB.prepare('DELETE FROM ledger_sums')]);
  guest = await Visitor.guest();
});

it('leave every sum as it was, after each step of it', async () => {
  await write(GONE, 1500, LINES_KEPT_MS + 1000);
  await write(guest.character, 700, LINES_KEPT_MS + 1000);
  await write(guest.character, 50, 2 * DAY_MS);
  const young = (await count(`ledger WHERE character_id = '${guest.character}'`)) - 700;
  const [books, each] = [await readEconomy(env.DB), await perCharacter()];
  const causes = books.causes.map(({ cause }) => cause);
  expect(causes).toEqual(expect.arrayContaining([LEDGER.quest, LEDGER.postage, LEDGER.marketCut]));
  expect(causes).not.toContain(LEDGER.sent);
  expect([books.sent.gold, books.ceased.gold].every(gold => gold !== 0)).toBe(true);
  for (const folded of [1000, 1000, 200, 0]) {
    expect(await foldLedger(env.DB, now_ms, 1)).toBe(folded);
    expect(await readEconomy(env.DB)).toEqual(books);
    expect(await perCharacter()).toEqual(each);
  }
  expect(await count('ledger')).toBe(young);
  expect(await count('ledger_sums')).toBeLessThan(200);
  // What grows old later comes to the same rows.
  const rows = await count('ledger_sums');
  await write(GONE, 1500, LINES_KEPT_MS + 1000);
  await foldLedger(env.DB, now_ms);
  expect(await count('ledger_sums')).toBe(rows);
});

it('are all done in one run, past those that are young', async () => {
  for (let n = 0; n < 4; n++) {
    await write(`${ulid(now_ms - n)}`, 40, DAY_MS);
    await write(`${ulid(now_ms - n)}`, 600, LINES_KEPT_MS + 1000);
  }
  const before = await readEconomy(env.DB);
  expect(await foldLedger(env.DB, now_ms)).toBe(2400);
  expect(await readEconomy(env.DB)).toEqual(before);
  expect(await foldLedger(env.DB, now_ms)).toBe(0);
});

it('lose and double nothing when a run breaks off', async () => {
  await write(GONE, 2500, LINES_KEPT_MS + 1000);
  const before = await readEconomy(env.DB);
  let calls = 0;
  const breaking = {
    prepare: env.DB.prepare.bind(env.DB),
    batch: async (calls_: D1PreparedStatement[]) => {
      // The second step is done, and nobody hears of it.
      const answer = await env.DB.batch(calls_);
      if (++calls === 2) throw new Error('the reply was lost');
      return answer;
    },
  };
  await expect(foldLedger(breaking as never, now_ms)).rejects.toThrow('lost');
  expect(await readEconomy(env.DB)).toEqual(before);
  expect(await foldLedger(env.DB, now_ms)).toBe(500);
  expect(await readEconomy(env.DB)).toEqual(before);
});

it('are folded by the Worker once a day, and come with the data of whoever they belong to', async () => {
  await write(guest.character, 300, LINES_KEPT_MS + 1000);
  await write(guest.character, 30, LINES_KEPT_MS - 40 * 3_600_000);
  const young = (await count('ledger')) - 300;
  const info = vi.spyOn(console, 'info').mockImplementation(() => undefined);
  await worker.scheduled(createScheduledController(), env as never);
  expect(info).toHaveBeenCalledWith({ event: 'ledger_folded', lines: 300 });
  info.mockRestore();
  const { ledger, ledger_sums } = (await exportAccount(env.DB, guest.account)) as Record<string, { lines: number }[]>;
  expect(ledger).toHaveLength(young);
  expect(ledger_sums.reduce((sum, { lines }) => sum + lines, 0)).toBe(300);
});
