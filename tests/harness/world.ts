// Regions under the hand, inside the Workers runtime: real SQLite, D1 and sockets; their production turns are run by hand, one after the
// other, in a time that the story sets. In: guests who speak the real protocol. Out: what they were sent, and the regions to look into.
import { abortAllDurableObjects, runDurableObjectAlarm } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { vi } from 'vitest';
import { TICK_MS } from '../../assembly/layout';
import type { Player } from '../../src/region/player';
import type { Region } from '../../src/region/region';
import type { World } from '../../src/region/world';
import { HOME_REGION } from '../../src/shared/content';
import { ADRIFT_MS } from '../../src/shared/protocol/limits';
import { SUBPROTOCOL } from '../../src/shared/protocol/messages';
import type { RegionKey } from '../../src/shared/regions';
import { Bot, type Guest } from './hand';
import { Visit } from './visit';

export { Bot, type Guest } from './hand';

export const ORIGIN = 'https://evermarch.test';

/** One region as a story looks at it. */
export class Ground {
  private readonly visit = new Visit<Region>(() => this.stub);

  constructor(readonly key: RegionKey) {}

  get stub(): DurableObjectStub {
    return env.REGION.get(env.REGION.idFromName(this.key)) as unknown as DurableObjectStub;
  }

  inside<T>(look: (region: Region) => T | Promise<T>): Promise<T> {
    return this.visit.inside(look);
  }

  /** Rows of the region's own SQLite. */
  rows(query: string, ...bindings: unknown[]): Promise<Record<string, SqlStorageValue>[]> {
    return this.visit.inside((_, state) => state.storage.sql.exec(query, ...bindings).toArray());
  }

  /** The region as it is in memory, without going in: whoever reads or writes storage from out here is refused by the platform. */
  private async region(): Promise<Region> {
    return this.visit.object ?? this.inside(region => region);
  }

  /** Looks into the world as it is; fails when the region sleeps. */
  async world<T>(look: (world: World) => T): Promise<T> {
    const { world } = await this.region();
    if (!world) throw new Error(`no world: region ${this.key} sleeps`);
    return look(world);
  }

  async has({ guest: { character } }: Bot): Promise<boolean> {
    return (await this.region()).world?.byCharacter.has(character) ?? false;
  }

  /** One turn; none in a region that sleeps. */
  async turn(): Promise<void> {
    const { world, wake } = await this.region();
    if (world && !wake.asleep) await this.inside(region => region.turn());
  }

  player<T>(bot: Bot, look: (player: Player, world: World) => T): Promise<T> {
    return this.world(world => {
      const player = world.byCharacter.get(bot.guest.character);
      if (!player) throw new Error(`${bot.guest.name} is not in region ${this.key}`);
      return look(player, world);
    });
  }

  status() {
    return this.inside(region => region.status());
  }

  async counter(name: string): Promise<number> {
    return (await this.status()).counters[name] ?? 0;
  }

  alarm(): Promise<boolean> {
    return runDurableObjectAlarm(this.stub as never);
  }

  hold(): Promise<void> {
    return this.inside(region => region.clock.hold());
  }
}

/** The home region, and others by name; their time and their guests. One per test file (storage is shared within a file). */
export class Stage extends Ground {
  private readonly bots: Bot[] = [];
  private readonly others: Ground[] = [];

  private constructor(private now_ms: number) {
    super(HOME_REGION);
  }

  static async open(...others: RegionKey[]): Promise<Stage> {
    const stage = new Stage(Date.now());
    vi.useFakeTimers({ toFake: ['Date'], now: stage.now_ms });
    await stage.hold();
    for (const key of others) await stage.ground(key);
    return stage;
  }

  /** Another region, whose turns the stage runs from now on. */
  async ground(key: RegionKey): Promise<Ground> {
    const known = this.grounds.find(ground => ground.key === key);
    if (known) return known;
    const ground = new Ground(key);
    await ground.hold();
    this.others.push(ground);
    return ground;
  }

  get grounds(): Ground[] {
    return [this, ...this.others];
  }

  /** Where a character's body is now; null: nowhere (on its way). */
  async whereIs(bot: Bot): Promise<Ground | null> {
    for (const ground of this.grounds) if (await ground.has(bot)) return ground;
    return null;
  }

  /** Lets `count` ticks of 50 ms pass, a few at a time, so that frames arrive and are acknowledged as in life. */
  async turns(count = 1): Promise<void> {
    for (let left = count; left > 0; left -= 10) {
      await settle();
      if (this.others.length) await this.turnAll(Math.min(10, left));
      else {
        await this.inside(region => {
          for (let i = 0; i < Math.min(10, left); i++) {
            this.tick();
            region.turn();
          }
        });
      }
      await settle();
      for (const bot of this.bots) {
        bot.acknowledge();
        if (bot.crossing) await this.follow(bot);
      }
    }
  }

  /** The same in one region alone, many times faster; the others stand still meanwhile. */
  async turnsIn(ground: Ground, count: number): Promise<void> {
    await ground.inside(region => {
      for (let i = 0; i < count; i++) {
        this.tick();
        region.turn();
      }
    });
    // Nothing is asked of other objects in here: what was sent arrives within one round of the loop.
    await settle(2, 0);
    for (const bot of this.bots) bot.acknowledge();
  }

  /** Neighbours tick side by side: what one says over a border another hears in its next turn. */
  private async turnAll(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      this.tick();
      for (const ground of this.grounds) await ground.turn();
      await settle(1, 4);
    }
  }

  private tick(): void {
    this.now_ms += TICK_MS;
    vi.setSystemTime(this.now_ms);
  }

  /** Goes on where the region sent the bot: on the socket that waits there, or on a new one. */
  private async follow(bot: Bot): Promise<void> {
    const { region, ticket } = bot.crossing!;
    bot.crossing = null;
    await this.ground(region);
    const waiting = bot.standbys.get(region);
    bot.standbys.delete(region);
    bot.speakOn(waiting ?? (await this.socket(`/ws/${region}`, ticket)));
  }

  seconds(count: number): Promise<void> {
    return this.turns(Math.ceil(count * 20));
  }

  /** Wall time passes without a tick: nobody is there to see it. */
  pass(ms: number): void {
    this.now_ms += ms;
    vi.setSystemTime(this.now_ms);
  }

  /** Turns until `done` holds; fails after `most`. */
  async until(done: () => boolean | Promise<boolean>, most = 200, what = 'that'): Promise<void> {
    for (let i = 0; i < most; i++) {
      if (await done()) return;
      await this.turns(1);
    }
    throw new Error(`after ${most} ticks still waiting for ${what}`);
  }

  async newGuest(): Promise<Guest> {
    const response = await exports.default.fetch(`${ORIGIN}/api/guest`, { method: 'POST', headers: { Origin: ORIGIN } });
    const body = (await response.json()) as { account: string; characters: { id: string; name: string }[] };
    const cookie = (response.headers.get('Set-Cookie') ?? '').split(';')[0];
    return { cookie, account: body.account, character: body.characters[0].id, name: body.characters[0].name };
  }

  async ticket({ cookie, character }: Guest): Promise<{ url: string; ticket: string }> {
    const response = await exports.default.fetch(`${ORIGIN}/api/ticket`, {
      method: 'POST',
      headers: { Origin: ORIGIN, Cookie: cookie, 'Content-Type': 'application/json' },
      body: JSON.stringify({ character }),
    });
    if (!response.ok) throw new Error(`no ticket: ${await response.text()}`);
    return response.json();
  }

  /** Opens a socket with that ticket, straight through the Worker's door. */
  async knock(guest: Guest, entry: { url: string; ticket: string }): Promise<Bot> {
    const bot = new Bot(guest, await this.socket(entry.url, entry.ticket));
    this.bots.push(bot);
    return bot;
  }

  /** The second socket of a screen that has come near a border. */
  async standBy(bot: Bot): Promise<void> {
    const { region, ticket } = bot.known('near');
    await this.ground(region);
    bot.standbys.set(region, await this.socket(`/ws/${region}`, ticket));
  }

  private async socket(url: string, ticket: string): Promise<WebSocket> {
    const response = await exports.default.fetch(`${ORIGIN}${url}`, {
      headers: { Origin: ORIGIN, Upgrade: 'websocket', 'Sec-WebSocket-Protocol': `${SUBPROTOCOL}, ${ticket}` },
    });
    if (!response.webSocket) throw new Error(`no socket: ${response.status} ${await response.text()}`);
    return response.webSocket;
  }

  /** Enters and waits for the first snapshot. */
  async enter(guest: Guest): Promise<Bot> {
    const bot = await this.knock(guest, await this.ticket(guest));
    await this.until(() => bot.snapshots > 0, 100, `${guest.name} to enter`);
    return bot;
  }

  async join(): Promise<Bot> {
    return this.enter(await this.newGuest());
  }

  /** Puts a body somewhere: what would be a long walk. */
  async place(bot: Bot, x: number, z: number): Promise<void> {
    const ground = (await this.whereIs(bot)) ?? this;
    await ground.player(bot, ({ entity }, world) => world.sim.core.teleport(entity, x, Number.NaN, z, 0));
  }

  /** All objects die without a word, as in a crash; sockets fall, storage stays. */
  async crash(): Promise<void> {
    await abortAllDurableObjects();
    await settle();
    for (const ground of this.grounds) await ground.hold();
  }

  /** Everybody leaves; the region checks them in and falls asleep. */
  async clear(): Promise<void> {
    for (const bot of this.bots.splice(0)) if (!bot.closed) await bot.cut();
    await this.minute();
    await this.drain();
  }

  /** The time after which a body adrift leaves; only its end is ticked. */
  async minute(): Promise<void> {
    this.pass(ADRIFT_MS);
    await this.turns(21);
  }

  /** Lets alarms run until D1 has heard everything. */
  async drain(): Promise<void> {
    for (let i = 0; i < 20 && (await this.inside(region => region.footing.custody.held.size)); i++) {
      this.pass(61_000);
      await this.alarm();
    }
  }

  /** D1 stops answering everybody, or answers again. `how`: it refuses, or never says a word. */
  async breakD1(broken: boolean, how: 'refuses' | 'hangs' = 'refuses'): Promise<void> {
    for (const ground of this.grounds) {
      await ground.inside(region => {
        Reflect.set(region.footing.custody, 'd1', broken ? (how === 'hangs' ? muteD1 : deadD1) : env.DB);
      });
    }
  }
}

const muteD1 = new Proxy({} as D1Database, {
  get: (_, word) => (word === 'prepare' ? () => muteStatement : () => new Promise(() => {})),
});
const muteStatement: D1PreparedStatement = new Proxy({} as D1PreparedStatement, {
  get: (_, word) => (word === 'bind' ? () => muteStatement : () => new Promise(() => {})),
});
const deadD1 = new Proxy({} as D1Database, {
  get: () => () => {
    throw new Error('D1 does not answer');
  },
});

/** Lets frames and promises on their way arrive: in some rounds of the loop, however long another process holds the machine meanwhile. */
export async function settle(rounds = 2, each_ms = 2): Promise<void> {
  for (let i = 0; i < rounds; i++) await scheduler.wait(each_ms);
}
