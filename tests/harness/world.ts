// A region under the hand, inside the Workers runtime: real SQLite, D1 and sockets; its production turn is run by hand, in a time that the
// story sets. In: guests who speak the real protocol. Out: what they were sent, and the region to look into.
import { abortAllDurableObjects, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { vi } from 'vitest';
import { OWN_BYTES, TICK_MS } from '../../assembly/layout';
import type { Player } from '../../src/region/player';
import type { Region } from '../../src/region/region';
import type { World } from '../../src/region/world';
import { HOME_REGION } from '../../src/shared/content';
import { Writer } from '../../src/shared/protocol/codec';
import { ADRIFT_MS } from '../../src/shared/protocol/limits';
import {
  type Body,
  C2S,
  type C2SName,
  type MessageKind,
  put,
  readS2C,
  type S2C,
  type S2CName,
  SUBPROTOCOL,
} from '../../src/shared/protocol/messages';
import { type OwnBody, readOwn } from '../../src/shared/sim';

export const ORIGIN = 'https://evermarch.test';
type Told<K extends S2CName> = Body<(typeof S2C)[K]>;
type Asked<K extends C2SName> = Body<(typeof C2S)[K]>;
type CommandName = { [K in C2SName]: 'command' extends keyof Asked<K> ? K : never }[C2SName];

export interface Guest {
  cookie: string;
  account: string;
  character: string;
  name: string;
}

/** The region, its time and its guests. One per test file (storage is shared within a file). */
export class Stage {
  private readonly bots: Bot[] = [];

  private constructor(private now_ms: number) {}

  static async open(): Promise<Stage> {
    const stage = new Stage(Date.now());
    vi.useFakeTimers({ toFake: ['Date'], now: stage.now_ms });
    await stage.hold();
    return stage;
  }

  get stub(): DurableObjectStub {
    return env.REGION.get(env.REGION.idFromName(HOME_REGION)) as unknown as DurableObjectStub;
  }

  inside<T>(look: (region: Region) => T | Promise<T>): Promise<T> {
    return runInDurableObject(this.stub as never, look as never);
  }

  /** Rows of the region's own SQLite. */
  rows(query: string, ...bindings: unknown[]): Promise<Record<string, SqlStorageValue>[]> {
    return runInDurableObject(this.stub as never, (_: unknown, state: DurableObjectState) =>
      state.storage.sql.exec(query, ...bindings).toArray(),
    );
  }

  /** Looks into the world as it is; fails when the region sleeps. */
  world<T>(look: (world: World) => T): Promise<T> {
    return this.inside(region => {
      if (!region.world) throw new Error('no world: the region sleeps');
      return look(region.world);
    });
  }

  player<T>(bot: Bot, look: (player: Player, world: World) => T): Promise<T> {
    return this.world(world => {
      const player = world.byCharacter.get(bot.guest.character);
      if (!player) throw new Error(`${bot.guest.name} is not in the world`);
      return look(player, world);
    });
  }

  /** Lets `count` ticks of 50 ms pass, a few at a time, so that frames arrive and are acknowledged as in life. */
  async turns(count = 1): Promise<void> {
    for (let left = count; left > 0; left -= 10) {
      await settle();
      await this.inside(region => {
        for (let i = 0; i < Math.min(10, left); i++) {
          this.now_ms += TICK_MS;
          vi.setSystemTime(this.now_ms);
          region.turn();
        }
      });
      await settle();
      for (const bot of this.bots) bot.acknowledge();
    }
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
    const response = await exports.default.fetch(`${ORIGIN}${entry.url}`, {
      headers: { Origin: ORIGIN, Upgrade: 'websocket', 'Sec-WebSocket-Protocol': `${SUBPROTOCOL}, ${entry.ticket}` },
    });
    if (!response.webSocket) throw new Error(`no socket: ${response.status} ${await response.text()}`);
    const bot = new Bot(guest, response.webSocket);
    this.bots.push(bot);
    return bot;
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
  place(bot: Bot, x: number, z: number): Promise<void> {
    return this.player(bot, ({ entity }, world) => world.sim.core.teleport(entity, x, Number.NaN, z, 0));
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

  /** The object dies without a word, as in a crash; sockets fall, storage stays. */
  async crash(): Promise<void> {
    await abortAllDurableObjects();
    await settle();
    await this.hold();
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

  /** D1 stops answering, or answers again. */
  breakD1(broken: boolean): Promise<void> {
    return this.inside(region => {
      Reflect.set(region.footing.custody, 'd1', broken ? deadD1 : env.DB);
    });
  }

  private hold(): Promise<void> {
    return this.inside(region => region.clock.hold());
  }
}

const deadD1 = new Proxy({} as D1Database, {
  get: () => () => {
    throw new Error('D1 does not answer');
  },
});

/** A guest's hand on the wire: speaks and hears the real protocol, knows nothing else. */
export class Bot {
  readonly heard: { name: S2CName; body: unknown }[] = [];
  readonly frames: Uint8Array[] = [];
  own: OwnBody | null = null;
  tick = 0;
  clientTickDone = 0;
  snapshots = 0;
  closed: { code: number; reason: string } | null = null;
  /** Stops reading aloud: no acknowledgements. */
  deaf = false;
  clientTick = 1000;
  private last = 0;
  private uses = 0;

  constructor(
    readonly guest: Guest,
    private readonly socket: WebSocket,
  ) {
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('message', event => this.hear(new Uint8Array(event.data as ArrayBuffer)));
    socket.addEventListener('close', event => {
      this.closed = { code: event.code, reason: event.reason };
    });
    socket.accept();
  }

  get entity(): number {
    return this.known('welcome').entity;
  }

  /** The newest message of that name. */
  known<K extends S2CName>(name: K): Told<K> {
    const found = this.heard.findLast(m => m.name === name);
    if (!found) throw new Error(`${this.guest.name} never heard ${name}`);
    return found.body as Told<K>;
  }

  all<K extends S2CName>(name: K): Told<K>[] {
    return this.heard.filter(m => m.name === name).map(m => m.body as Told<K>);
  }

  send<K extends C2SName>(name: K, body: Asked<K>): void {
    const w = new Writer(64);
    put(w, C2S[name] as unknown as MessageKind<Asked<K>>, body);
    this.raw(w.take());
  }

  raw(data: Uint8Array | string): void {
    this.socket.send(data);
  }

  /** A valuable command under the next number, or one that is given. Returns the number. */
  command<K extends CommandName>(name: K, body: Omit<Asked<K>, 'command'>, number?: number): number {
    const base = this.heard.length ? this.known('welcome').lastCommand : 0;
    this.last = Math.max(this.last, base);
    const command = number ?? ++this.last;
    this.send(name, { ...body, command } as Asked<K>);
    return command;
  }

  /** The answer to a command, once it came. */
  result(command: number): number | undefined {
    return this.all('result').findLast(r => r.command === command)?.reason;
  }

  hold(buttons: number, yaw = 0, view = 0): void {
    this.send('intent', {
      tick: this.clientTick,
      buttons,
      yaw: Math.round((yaw / (2 * Math.PI)) * 65536) & 0xffff,
      pitch: 0,
      viewTick: view,
      viewFraction: 0,
    });
  }

  use(ability: number, target = 0): number {
    this.send('use', { number: ++this.uses, ability, target });
    return this.uses;
  }

  acknowledge(): void {
    if (!this.deaf && !this.closed && this.snapshots) this.send('ack', { tick: this.tick, clientTime: 0 });
  }

  /** The line falls without a word of farewell. */
  async cut(): Promise<void> {
    this.socket.close();
    await settle();
    this.closed ??= { code: 1006, reason: 'cut' };
  }

  private hear(frame: Uint8Array): void {
    this.frames.push(frame);
    const messages = readS2C(frame);
    if (!messages) throw new Error('the region sent a frame that cannot be read');
    for (const { name, body, bytes } of messages) {
      if (name !== 'snapshot') this.heard.push({ name, body });
      else this.see(bytes);
    }
  }

  private see(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.tick = view.getUint32(0, true);
    this.clientTickDone = view.getUint32(4, true);
    this.own = readOwn(new DataView(bytes.buffer, bytes.byteOffset + 8, OWN_BYTES), 0);
    this.snapshots++;
  }
}

/** Lets frames and promises on their way arrive. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 4; i++) await new Promise(resolve => setTimeout(resolve, 1));
}
