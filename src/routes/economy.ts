// The economy board, for everybody: what was made and destroyed and why, where it is, and whether the books agree with the records.
import * as v from 'valibot';
import { type Env, marketPort, realmPort, regionPort } from '../ports';
import { type Balance, balanceOf } from '../shared/rules/economy';
import { LEDGER } from '../shared/rules/journal';
import { type CauseSums, readEconomy } from '../store/economy';
import { type App, endpoint } from './endpoint';
import { Kept } from './kept';

/** The whole ledger is read for it. */
const FRESH_S = 30;

const count = v.pipe(v.number(), v.integer());
const balance = v.object({
  made: count,
  destroyed: count,
  world: v.pipe(count, v.description('made less destroyed')),
  recorded: v.pipe(count, v.description('in the records of characters')),
  sent: v.pipe(count, v.description('left characters for mailboxes, the market and guilds, less what came back')),
  ceased: v.pipe(count, v.description('ceased while one of those had it')),
  kept: v.pipe(count, v.description('with mailboxes, the market and guilds, or on the way: sent less ceased')),
  gap: v.pipe(
    count,
    v.description(
      'world less recorded less kept. Gold: 0 but for trades that only one of the two records knows yet. Things: what lies on the ground as well',
    ),
  ),
});
const answer = v.object({
  at_ms: count,
  gold: balance,
  things: balance,
  causes: v.array(
    v.object({
      cause: v.string(),
      lines: count,
      gold_made: count,
      gold_destroyed: count,
      things_made: count,
      things_destroyed: count,
    }),
  ),
  characters: v.object({
    all: count,
    out: v.pipe(count, v.description('in the world now: their last half minute is not in the records yet')),
  }),
  market: v.object({ gold: count, things: count, orders: count }),
  live: v.object({
    regions: v.pipe(count, v.description('regions that are awake and were asked')),
    balance: v.pipe(count, v.description('copper that came into them less what left less what their characters hold: always 0')),
  }),
});
type Answer = v.InferOutput<typeof answer>;

const names = new Map<number, string>(Object.entries(LEDGER).map(([name, cause]) => [cause, name]));

export function economyRoute(app: App): void {
  const kept = new Kept<Answer>(FRESH_S * 1000);
  endpoint(
    app,
    {
      method: 'get',
      path: '/api/economy',
      summary: 'Gold (copper) and things made, destroyed and held, by cause, and the check that nothing comes out of nowhere.',
      access: 'open',
      answer,
    },
    async c => {
      const answer = await kept.get(c, '', () => ask(c.env, Date.now()));
      c.header('Cache-Control', `public, max-age=${FRESH_S}`);
      return c.json(answer);
    },
  );
}

async function ask(env: Env, at_ms: number): Promise<Answer> {
  const [{ causes, records, sent, ceased }, market, live] = await Promise.all([
    readEconomy(env.DB),
    marketPort(env).holdings(),
    liveBalance(env),
  ]);
  const of = (what: 'gold' | 'things'): Balance =>
    balanceOf({
      made: sum(causes, row => row[`${what}_made`]),
      destroyed: sum(causes, row => row[`${what}_destroyed`]),
      recorded: records[what],
      sent: sent[what],
      ceased: ceased[what],
    });
  return {
    at_ms,
    gold: of('gold'),
    things: of('things'),
    causes: causes.map(({ cause, ...row }) => ({ cause: names.get(cause) ?? String(cause), ...row })),
    characters: { all: records.characters, out: records.out },
    market,
    live,
  };
}

const sum = (rows: readonly CauseSums[], of: (row: CauseSums) => number): number => rows.reduce((total, row) => total + of(row), 0);

/** Only those are asked that are awake anyway. */
async function liveBalance(env: Env): Promise<Answer['live']> {
  const awake = await realmPort(env).awake();
  const told = await Promise.all(awake.map(key => regionPort(env, key).status()));
  return { regions: told.length, balance: told.reduce((total, { ledger }) => total + ledger.balance, 0) };
}
