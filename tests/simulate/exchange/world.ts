// A small world in Node: two regions (the production Store and takeParcels), a mailbox for everybody and the market (the production objects), each
// on a disk of its own, with deliveries that may be lost before or after they arrive, and objects that die between or in the middle of their
// transactions. In: chance. Out: objects to be asked, and time that passes when it is told to.
import { Mailbox } from '../../../src/mailbox/mailbox';
import { Market } from '../../../src/market/market';
import { type Address, type Env, type ReceiverPort, receiverPort } from '../../../src/ports';
import { Counters } from '../../../src/region/counters';
import type { Held } from '../../../src/region/held';
import { takeParcels } from '../../../src/region/landing';
import { Store } from '../../../src/region/store';
import type { Footing } from '../../../src/region/world';
import { numberOf } from '../../../src/shared/regions';
import { LEDGER } from '../../../src/shared/rules/journal';
import { newLife } from '../../../src/shared/rules/life';
import { wallTime } from '../../../src/timing';
import type { Parcel } from '../../../src/transfer/ports';
import type { Chance } from '../../harness/seeded';
import { Disk, Gone, Handle } from '../sqlite';

export const REGIONS = ['2-1-1', '2-2-1'] as const;
export const PEOPLE = ['ANNA', 'BERT', 'CORA', 'DORA'].map(name => name.padEnd(26, '0'));
export const GOLD = 2000;
/** Ten loaves in two piles for everybody. */
export const BREAD = { kind: 150, piles: [6, 4] } as const;

/** An object over all its lives. */
export abstract class Post {
  readonly disk = new Disk();
  handle!: Handle;
  alarm_ms = Infinity;

  constructor(readonly address: Address) {}

  /** The one before is cut off; this one begins with what is durable. */
  boot(): void {
    if (this.handle) this.handle.isGone = true;
    this.disk.crash = null;
    this.handle = new Handle(this.disk);
    this.begin();
  }

  protected abstract begin(): void;
  abstract get port(): ReceiverPort;
  /** What its alarm does. */
  abstract ring(): Promise<void>;
}

export class RegionPost extends Post {
  store!: Store;
  held!: Map<string, Held>;

  constructor(
    address: Address,
    private readonly env: () => Env,
  ) {
    super(address);
  }

  protected begin(): void {
    this.store = new Store(this.handle.storage, numberOf(this.address), {
      timing: wallTime,
      deliver: (to, parcels) => receiverPort(this.env(), to).receive(this.address, parcels),
      alarm: () => undefined,
    });
    this.held = this.store.load();
  }

  get port(): ReceiverPort {
    const custody = { held: this.held, adopt: (held: Held) => this.held.set(held.character.id, held) };
    const footing = { region: this.address, store: this.store, custody, counters: new Counters(), landings: [] };
    return {
      receive: async (from, parcels) => {
        const taken = takeParcels(footing as unknown as Footing, null, from, parcels);
        void this.store.transfers.pump();
        return taken;
      },
    };
  }

  ring(): Promise<void> {
    return this.store.transfers.pump();
  }
}

export class KeeperPost extends Post {
  object!: Mailbox | Market;

  constructor(
    address: Address,
    private readonly env: () => Env,
    private readonly make: new (ctx: DurableObjectState, env: Env) => Mailbox | Market,
  ) {
    super(address);
  }

  protected begin(): void {
    const storage = { ...this.handle.storage, setAlarm: async (at_ms: number) => void (this.alarm_ms = at_ms) };
    const ctx = { storage, id: { equals: () => true }, waitUntil: (call: Promise<unknown>) => void call.catch(() => undefined) };
    this.object = new this.make(ctx as unknown as DurableObjectState, this.env());
  }

  get port(): ReceiverPort {
    return this.object;
  }

  ring(): Promise<void> {
    this.alarm_ms = Infinity;
    return this.object.alarm();
  }
}

export class SmallWorld {
  readonly posts = new Map<Address, Post>();
  readonly env: Env;
  now_ms = 1_795_000_000_000;

  constructor(private readonly chance: Chance) {
    Date.now = () => this.now_ms;
    const space = (address: (name: string) => Address) => ({
      idFromName: (name: string) => ({ name, equals: () => true }),
      get: ({ name }: { name: string }) => this.faulty(address(name)),
    });
    const named = { MAILBOX: space(name => `mailbox:${name}`), MARKET: space(() => 'market'), REGION: space(name => name) };
    // D1 never answers: what ceased stays in the keepers' own books, where it is counted.
    this.env = { ...named, REALM: { idFromName: () => ({}), get: () => ({ post: async () => [] }) }, DB: {} } as unknown as Env;
    const env = () => this.env;
    for (const key of REGIONS) this.add(new RegionPost(key, env));
    for (const id of PEOPLE) this.add(new KeeperPost(`mailbox:${id}`, env, Mailbox));
    this.add(new KeeperPost('market', env, Market));
    for (const [i, id] of PEOPLE.entries()) this.settle(id, this.region(REGIONS[i % 2]));
  }

  region(key: Address): RegionPost {
    return this.posts.get(key) as RegionPost;
  }

  mailbox(character: string): Mailbox {
    return (this.posts.get(`mailbox:${character}`) as KeeperPost).object as Mailbox;
  }

  get market(): Market {
    return (this.posts.get('market') as KeeperPost).object as Market;
  }

  /** Undefined: he is on his way. */
  regionOf(character: string): RegionPost | undefined {
    return REGIONS.map(key => this.region(key)).find(({ held }) => held.has(character));
  }

  /** Everything that waits for nothing but its turn has had it. */
  async idle(): Promise<void> {
    for (let i = 0; i < 6; i++) await new Promise(resolve => setImmediate(resolve));
  }

  /** Time passes; whoever has something due is woken. */
  async pass(ms: number): Promise<void> {
    this.now_ms += ms;
    for (const post of this.posts.values()) {
      if (post.alarm_ms <= this.now_ms || post instanceof RegionPost) await this.guard(post, () => post.ring());
    }
    await this.idle();
  }

  /** An object that is struck down begins anew; whoever asked it hears nothing. */
  async guard<T>(post: Post, call: () => Promise<T> | T): Promise<T | null> {
    const { handle } = post;
    try {
      const result = await call();
      return post.handle === handle ? result : null;
    } catch (error) {
      if (!(error instanceof Gone)) throw error;
      if (post.handle === handle) post.boot();
      return null;
    }
  }

  end(): void {
    for (const { disk, handle } of this.posts.values()) {
      handle.isGone = true;
      disk.db.close();
    }
  }

  private add(post: Post): void {
    this.posts.set(post.address, post);
    post.boot();
  }

  private faulty(address: Address): ReceiverPort {
    return {
      receive: async (from: Address, parcels: readonly Parcel[]) => {
        const post = this.posts.get(address)!;
        if (this.chance() < 0.1) throw new Error('lost on the way');
        const taken = await this.guard(post, () => post.port.receive(from, parcels));
        if (!taken || this.chance() < 0.1) throw new Error('the answer is lost');
        return taken;
      },
    };
  }

  private settle(id: string, { store, held }: RegionPost): void {
    const items = BREAD.piles.map((quantity, i) => ({ id: `${id.slice(0, 22)}I00${i}`, kind: BREAD.kind, quantity, slot: i }));
    const who = { id, account: id, name: id.slice(0, 4), covenant: 0, look: 0, level: 1, xp: 0, gold: GOLD };
    const character = { ...who, items, quests: [], done: [], pois: [], life: newLife() };
    held.set(id, store.holdings.take({ character, epoch: 1, version: 1, soft: null, lastCommand: 0, left_ms: 0 }));
  }
}

/** Sinks that a region's own books have. */
export const SUNK = new Set<number>([LEDGER.postage]);
