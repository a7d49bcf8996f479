// The game as it is deployed, with a meter round it: what the platform would bill is counted where the game asks for it. In: the game's own
// requests. Out: the game's answers, and the bill so far at /api/bill. All objects of a local server share this module, so there is one bill.
import type { Env } from '../../../src/ports';
import game, {
  Guild as GameGuild,
  GuildRegistry as GameGuildRegistry,
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

/** The same one for the same bindings: the store remembers what it knows of a database. */
function meteredEnv(env: Env): Env {
  let made = envs.get(env);
  if (!made) {
    const DB = meteredD1(env.DB as unknown as D1Database, bill) as unknown as Env['DB'];
    const REGION = meteredObjects(env.REGION as unknown as DurableObjectNamespace, 'region', bill) as unknown as Env['REGION'];
    const REALM = meteredObjects(env.REALM as unknown as DurableObjectNamespace, 'realm', bill) as unknown as Env['REALM'];
    const TALK = meteredObjects(env.TALK as unknown as DurableObjectNamespace, 'talk', bill) as unknown as Env['TALK'];
    const objects = (of: unknown, name: string) =>
      meteredObjects(of as DurableObjectNamespace, name, bill) as unknown as Env['GUILD'];
    const [GUILD, GUILD_REGISTRY] = [objects(env.GUILD, 'guild'), objects(env.GUILD_REGISTRY, 'guilds')];
    made = { ...env, DB, REGION, REALM, TALK, GUILD, GUILD_REGISTRY };
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

export class Realm extends GameRealm {
  constructor(ctx: DurableObjectState, env: Env) {
    meterStorage(ctx.storage, bill);
    super(ctx, meteredEnv(env));
  }
}

export class Talk extends GameTalk {
  constructor(ctx: DurableObjectState, env: Env) {
    meterStorage(ctx.storage, bill);
    super(ctx, meteredEnv(env));
  }
}

export class Guild extends GameGuild {
  constructor(ctx: DurableObjectState, env: Env) {
    meterStorage(ctx.storage, bill);
    super(ctx, meteredEnv(env));
  }
}

export class GuildRegistry extends GameGuildRegistry {
  constructor(ctx: DurableObjectState, env: Env) {
    meterStorage(ctx.storage, bill);
    super(ctx, meteredEnv(env));
  }
}

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
