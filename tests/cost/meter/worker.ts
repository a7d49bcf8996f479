// The game as it is deployed, with a meter round it: what the platform would bill is counted where the game asks for it. In: the game's own
// requests. Out: the game's answers, and the bill so far at /api/bill. All objects of a local server share this module, so there is one bill.
import type { Env } from '../../../src/ports';
import game, {
  Boards as GameBoards,
  Departures as GameDepartures,
  Guild as GameGuild,
  GuildRegistry as GameGuildRegistry,
  Mailbox as GameMailbox,
  Market as GameMarket,
  Realm as GameRealm,
  Region as GameRegion,
  Talk as GameTalk,
} from '../../../src/worker';
import { noBill } from '../bill';
import { meteredD1 } from './d1';
import { acceptLink, asked, meteredObjects, meterSockets, meterStorage } from './platform';

const bill = noBill();
const regions = new Map<string, Region>();
const envs = new WeakMap<Env, Env>();
meterSockets(bill);

const OBJECTS = ['REGION', 'REALM', 'TALK', 'MAILBOX', 'MARKET', 'GUILD', 'GUILD_REGISTRY', 'BOARDS', 'DEPARTURES'] as const;

/** The same one for the same bindings: the store remembers what it knows of a database. */
function meteredEnv(env: Env): Env {
  let made = envs.get(env);
  if (!made) {
    const DB = meteredD1(env.DB as unknown as D1Database, bill) as unknown as Env['DB'];
    const objects = OBJECTS.map(name => {
      return [name, meteredObjects(env[name] as unknown as DurableObjectNamespace, name.toLowerCase(), bill)];
    });
    made = { ...env, DB, ...Object.fromEntries(objects) } as Env;
    envs.set(env, made);
  }
  return made;
}

export class Region extends GameRegion {
  constructor(ctx: DurableObjectState, env: Env) {
    meterStorage(ctx.storage, bill);
    super(ctx, meteredEnv(env));
    regions.set(ctx.id.toString(), this);
  }

  override fetch(request: Request): Promise<Response> {
    const isLink = new URL(request.url).pathname === '/link';
    return isLink ? acceptLink(() => super.fetch(request)) : super.fetch(request);
  }

  override async alarm(): Promise<void> {
    asked(bill, 'region.alarm');
    await super.alarm();
  }
}

/** The same class, whose storage and doors are metered. */
// biome-ignore lint/suspicious/noExplicitAny: what TypeScript asks of a class that is extended by a parameter
function metered<B extends new (...args: any[]) => object>(Base: B) {
  return class extends Base {
    // biome-ignore lint/suspicious/noExplicitAny: the same
    constructor(...args: any[]) {
      const [ctx, env] = args as [DurableObjectState, Env];
      meterStorage(ctx.storage, bill);
      super(ctx, meteredEnv(env));
    }
  };
}

export const Realm = metered(GameRealm);
export const Talk = metered(GameTalk);
export const Mailbox = metered(GameMailbox);
export const Market = metered(GameMarket);
export const Guild = metered(GameGuild);
export const GuildRegistry = metered(GameGuildRegistry);
export const Boards = metered(GameBoards);
export const Departures = metered(GameDepartures);

const NOT_THE_GAMES = new Set(['/api/bill', '/api/health']);

export default {
  async fetch(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/api/bill') {
      bill.awake = [...regions.values()].filter(({ wake }) => !wake.asleep).length;
      return Response.json(bill);
    }
    if (!NOT_THE_GAMES.has(pathname)) bill.workerRequests++;
    return game.fetch(request, meteredEnv(env), ctx);
  },
};
