// `node tools/run.mjs tests/simulate/bank.ts --schedules N --seed S [--stop] [--json]`: the bank of a guild (the production vault and transfers) under
// seeded faults: the guild is struck down before or after a commit, parcels and answers are lost, takers have no room. In: seeds. Out: figures, as of
// simulate.ts; the first violation with its seed ends with code 1. After every step all gold and things are counted, and no taker has had more
// in a day than his rank allows.
import { parseArgs } from 'node:util';
import { Book } from '../../src/guild/book';
import { Crier } from '../../src/guild/crier';
import { Roster } from '../../src/guild/roster';
import { type Deposit, Vault } from '../../src/guild/vault';
import type { Asker } from '../../src/ports';
import { items } from '../../src/shared/content';
import { CALENDAR_DAY_MS, dayOf } from '../../src/shared/rules/days';
import type { Goods } from '../../src/shared/rules/goods';
import { firstRanks, type GuildMember } from '../../src/shared/rules/guild';
import type { Thing } from '../../src/shared/rules/inventory';
import type { Parcel, Taken } from '../../src/transfer/ports';
import { TRANSFER_TABLES, Transfers } from '../../src/transfer/transfers';
import { ulid } from '../../src/ulid';
import { below, type Chance, pick, seeded } from '../harness/seeded';
import { Disk, Gone, Handle } from './sqlite';

const STEPS = 60;
const REGION = '2-1-1';
const GUILD = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const KINDS = ['bread', 'rusty-sword'].map(key => items.key(key).id);
const LOST = 0.15;
/** The leader, two officers, a member. */
const PEOPLE = [0, 1, 1, 3].map((rank, i) => ({ character: `person ${i}`, rank }));

interface Sum {
  gold: number;
  things: Thing[];
}
interface Had extends Sum {
  to: string;
  ref: string;
}

let now_ms = Date.UTC(2026, 0, 1);
Date.now = () => now_ms;

/** A place of purses that never dies: the region has a simulation of its own. */
class Region {
  readonly purses = new Map<string, Sum>();
  readonly had: Had[] = [];
  readonly transfers: Transfers;
  private readonly handle: Handle;

  constructor(
    disk: Disk,
    readonly chance: Chance,
    deliver: (parcels: readonly Parcel[]) => Promise<Taken>,
  ) {
    this.handle = new Handle(disk);
    this.handle.sql.exec(TRANSFER_TABLES);
    this.transfers = new Transfers(
      this.handle.storage,
      seams(chance, (_, parcels) => deliver(parcels)),
    );
    for (const { character } of PEOPLE)
      this.purses.set(character, { gold: 5_000 + below(chance, 5_000), things: somethings(chance) });
  }

  deposit(character: string): void {
    const purse = this.purses.get(character)!;
    const isGold = this.chance() < 0.5;
    const thing = purse.things.at(-1);
    if (isGold ? !purse.gold : !thing) return;
    const gold = isGold ? 1 + below(this.chance, purse.gold) : 0;
    this.handle.transactionSync(() => {
      const deposit: Deposit = { character, tab: below(this.chance, 2), gold, things: isGold ? [] : [thing!] };
      this.transfers.send(`guild:${GUILD}`, 'deposit', JSON.stringify(deposit));
    });
    purse.gold -= gold;
    if (!isGold) purse.things.pop();
  }

  receive(parcels: readonly Parcel[]): Taken {
    return this.transfers.receive(`guild:${GUILD}`, parcels, (_, body) => {
      const goods = JSON.parse(body) as Goods;
      const isRefused = this.chance() < 0.3;
      if (isRefused) this.transfers.send(goods.back, 'returned', body);
      return () => {
        if (isRefused) return;
        const purse = this.purses.get(goods.to)!;
        purse.gold += goods.gold;
        purse.things.push(...goods.things);
        this.had.push({ ...goods, things: [...goods.things] });
      };
    });
  }

  /** What is on its way and has not been taken. */
  rows(): { number: number; kind: string; body: string }[] {
    return this.handle.sql.exec<{ number: number; kind: string; body: string }>('SELECT * FROM parcel_out').toArray();
  }
  taken(): number {
    return lastOf(this.handle, `guild:${GUILD}`);
  }
}

/** The guild as it lies on its disk; `life` dies and is born anew. */
class Place {
  life!: { handle: Handle; book: Book; transfers: Transfers; vault: Vault };

  constructor(
    private readonly disk: Disk,
    private readonly chance: Chance,
    private readonly region: () => Region,
  ) {
    this.bear();
    const { book } = this.life;
    const self = { id: GUILD, name: 'The Savers', emblem: { shape: 0, field: 0, mark: 1 }, motd: '', points: 0 };
    book.putSelf({ ...self, ranks: firstRanks(), revision: 1, confirmed: true, ended: false });
    for (const { character, rank } of PEOPLE) {
      const facts = { name: character, level: 5, cls: 0, note: '', joined_ms: 0, seen_ms: 0, counted: 0, points: 0, claim: 1 };
      book.putMember({ character, rank, ...facts } satisfies GuildMember);
    }
  }

  bear(): void {
    if (this.life) this.life.handle.isGone = true;
    this.disk.crash = null;
    const handle = new Handle(this.disk);
    const book = new Book(handle.storage);
    const crier = new Crier({} as never, book);
    const roster = new Roster(book, crier, () => Promise.resolve(0));
    const transfers = new Transfers(
      handle.storage,
      seams(this.chance, (_, parcels) => Promise.resolve(this.region().receive(parcels))),
    );
    this.life = { handle, book, transfers, vault: new Vault(handle.sql, roster, crier, transfers) };
  }

  receive(parcels: readonly Parcel[]): Taken {
    const { transfers, vault } = this.life;
    return transfers.receive(REGION, parcels, (kind, body) => {
      if (kind === 'deposit') vault.takeDeposit(REGION, JSON.parse(body) as Deposit);
      else vault.takeBack(JSON.parse(body) as Goods);
      return () => {};
    });
  }

  take(character: string): void {
    const { book, vault } = this.life;
    const by: Asker = { character, account: character, region: REGION, name: character, level: 5, cls: 0, points: 0 };
    const thing = this.chance() < 0.5 ? vault.things.at(below(this.chance, Math.max(1, vault.things.length))) : undefined;
    book.transaction(() =>
      thing ? vault.take(by, thing.id, 1 + below(this.chance, thing.quantity)) : vault.takeGold(by, 1 + below(this.chance, 3_000)),
    );
  }

  /** Some commits later it is struck down. */
  strike(): void {
    this.disk.crash = { commits: below(this.chance, 3), when: this.chance() < 0.5 ? 'before' : 'after', struck: () => {} };
  }

  rows(): { number: number; kind: string; body: string }[] {
    return new Handle(this.disk).sql.exec<{ number: number; kind: string; body: string }>('SELECT * FROM parcel_out').toArray();
  }
  taken(): number {
    return lastOf(new Handle(this.disk), REGION);
  }
  held(): Sum {
    const { sql } = new Handle(this.disk);
    const { gold } = sql.exec<{ gold: number }>('SELECT gold FROM vault').one();
    return { gold, things: sql.exec<Thing & Record<string, SqlStorageValue>>('SELECT id, kind, quantity FROM stored').toArray() };
  }
}

const lastOf = ({ sql }: Handle, sender: string): number =>
  sql.exec<{ number: number }>('SELECT number FROM parcel_in WHERE sender = ?', sender).toArray()[0]?.number ?? 0;

const seams = (chance: Chance, deliver: (to: string, parcels: readonly Parcel[]) => Promise<Taken>) => ({
  timing: { now: () => now_ms, chance, within: <T>(call: Promise<T>) => call },
  deliver: async (to: string, parcels: readonly Parcel[]): Promise<Taken> => {
    if (chance() < LOST) throw new Error('lost on the way');
    const taken = await deliver(to, parcels);
    if (chance() < LOST) throw new Error('the answer was lost');
    return taken;
  },
  alarm: (event: string) => {
    throw new Error(event);
  },
});

const somethings = (chance: Chance): Thing[] =>
  Array.from({ length: 1 + below(chance, 4) }, () => {
    const kind = pick(chance, KINDS);
    return { id: ulid(now_ms), kind, quantity: 1 + below(chance, items.get(kind)!.stack) };
  });

// ---- looking ----

function sumOf(region: Region, place: Place): Sum {
  const sums: Sum[] = [...region.purses.values(), place.held()];
  const underWay = [
    ...region.rows().filter(({ number }) => number > place.taken()),
    ...place.rows().filter(({ number }) => number > region.taken()),
  ];
  for (const { body } of underWay) sums.push(JSON.parse(body) as Sum);
  return { gold: sums.reduce((sum, { gold }) => sum + gold, 0), things: sums.flatMap(({ things }) => things) };
}

const inWords = ({ gold, things }: Sum): string => {
  const kinds = KINDS.map(kind => things.filter(thing => thing.kind === kind).reduce((sum, { quantity }) => sum + quantity, 0));
  return `${gold} copper, ${kinds.join(' and ')} things`;
};

/** What went wrong; '' for nothing. */
function look(region: Region, place: Place, before: string): string {
  const sum = sumOf(region, place);
  if (inWords(sum) !== before) return `there were ${before}, there are ${inWords(sum)}`;
  const ids = sum.things.map(({ id }) => id);
  if (new Set(ids).size < ids.length) return 'a thing is in two places';
  return lookAtLimits(region, place);
}

function lookAtLimits(region: Region, place: Place): string {
  const goods = place.rows().filter(({ number, kind }) => kind === 'goods' && number > region.taken());
  const all: Had[] = [
    ...region.had,
    ...goods.map(({ body }) => JSON.parse(body) as Goods).map(each => ({ ...each, things: [...each.things] })),
  ];
  const ranks = firstRanks();
  for (const { character, rank } of PEOPLE) {
    if (!rank) continue;
    const mine = all.filter(({ to, ref }) => to === character && ref !== 'deposit');
    for (const day of new Set(mine.map(({ ref }) => ref.split(' ')[1]))) {
      const today = mine.filter(({ ref }) => ref.split(' ')[1] === day);
      const gold = today.reduce((sum, each) => sum + each.gold, 0);
      if (gold > ranks[rank].gold) return `${character} had ${gold} copper on day ${day}`;
      const times = today.filter(({ ref, things }) => ref.startsWith('0 ') && things.length).length;
      if (times > ranks[rank].items[0]) return `${character} had ${times} things on day ${day}`;
    }
  }
  return '';
}

// ---- schedules ----

async function runSchedule(seed: number): Promise<string> {
  const chance = seeded(seed);
  now_ms = Date.UTC(2026, 0, 1);
  let region!: Region;
  const place = new Place(new Disk(), chance, () => region);
  region = new Region(new Disk(), chance, parcels => Promise.resolve().then(() => place.receive(parcels)));
  const before = inWords(sumOf(region, place));
  for (let i = 0; i < STEPS; i++) {
    const step = below(chance, 12);
    const { character } = pick(chance, PEOPLE);
    try {
      if (step < 4) region.deposit(character);
      else if (step < 8) place.take(character);
      else if (step === 8) place.strike();
      else if (step === 9 && chance() < 0.2) now_ms += CALENDAR_DAY_MS;
      await region.transfers.pump();
      await place.life.transfers.pump();
    } catch (error) {
      if (!(error instanceof Gone)) return `step ${i}: ${error instanceof Error ? error.stack : error}`;
    }
    if (place.life.handle.isGone || chance() < 0.1) place.bear();
    // A struck object is noticed by the next one who calls it.
    now_ms += 20_000;
    const wrong = look(region, place, before);
    if (wrong) return `step ${i}, day ${dayOf(now_ms)}: ${wrong}`;
  }
  return '';
}

console.warn = () => {};
const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    threads: { type: 'string', default: '1' },
    stop: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const failed: { seed: number; violation: string }[] = [];
const first = Number(values.seed);
let schedules = 0;
for (; schedules < Number(values.schedules) && !(values.stop && failed.length); schedules++) {
  const violation = await runSchedule(first + schedules);
  if (violation) failed.push({ seed: first + schedules, violation });
}
const told = { seed: first, schedules, violations: failed.length, failed: failed.slice(0, 10) };
process.stdout.write(
  `${values.json ? JSON.stringify(told) : `${schedules} schedules, ${failed.length} violations ${failed[0]?.violation ?? ''}`}\n`,
);
process.exitCode = failed.length ? 1 : 0;
