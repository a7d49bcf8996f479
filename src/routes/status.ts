// How the world does, for everybody: health for machines, status for people.
import * as v from 'valibot';
import { type Env, type RegionStatus, realmPort } from '../ports';
import { HOME_REGION } from '../shared/content';
import { PROTOCOL } from '../shared/protocol/messages';
import { type App, endpoint } from './endpoint';
import { Kept } from './kept';
import { regionPort } from './regions';

/** Every region that is awake is asked for it. Machines look twice a second and take it for the present. */
const FRESH_MS = 250;

const counts = v.record(v.string(), v.number());
const regionStatus = v.object({
  region: v.string(),
  players: v.number(),
  entities: v.number(),
  hz: v.number(),
  tick_p50_ms: v.number(),
  tick_p99_ms: v.number(),
  phases_ms: counts,
  uptime_s: v.number(),
  asleep: v.boolean(),
  ledger: v.object({ gold_made: v.number(), gold_destroyed: v.number(), gold_held: v.number(), balance: v.number() }),
  counters: counts,
});

interface Status {
  players: number;
  regions: RegionStatus[];
}

export function statusRoutes(app: App): void {
  const kept = new Kept<Status>(FRESH_MS);
  endpoint(
    app,
    {
      method: 'get',
      path: '/api/health',
      summary: 'Answers when the front door works and D1 can be read.',
      access: 'open',
      answer: v.object({ ok: v.boolean(), protocol: v.number(), database: v.boolean() }),
    },
    async c => {
      const database = await c.env.DB.prepare('SELECT 1')
        .first()
        .then(
          () => true,
          () => false, // told to the caller as `database: false`
        );
      return c.json({ ok: database, protocol: PROTOCOL, database }, database ? 200 : 503);
    },
  );
  endpoint(
    app,
    {
      method: 'get',
      path: '/api/status',
      summary: 'Players, tick times, uptime and ledger balance of every region that is awake, and of the first.',
      access: 'open',
      answer: v.object({ players: v.number(), regions: v.array(regionStatus) }),
    },
    async c => c.json(await kept.get(c, '', () => statusOf(c.env))),
  );
}

async function statusOf(env: Env): Promise<Status> {
  const awake = await realmPort(env).awake();
  // To ask a region is to wake its object: only those are asked that are awake anyway, and the one where everybody begins.
  const keys = new Set([HOME_REGION, ...awake]);
  const regions = await Promise.all([...keys].map(key => regionPort(env, key).status()));
  return { players: regions.reduce((sum, region) => sum + region.players, 0), regions };
}
