// The market: orders from any town meet by price and time, in part or whole, at the price of the one that stood; what comes of them comes by mail.
// Two who want the last piece, time that runs out in the same moment, and the market's own death in between: all gold and all things are
// somewhere, once, and what the market keeps is in the books.
import { abortAllDurableObjects, runInDurableObject } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PostedLetter, WarePage } from '../../src/ports';
import { items } from '../../src/shared/content';
import { LEDGER } from '../../src/shared/rules/journal';
import { cutOf, depositFor, MOST_ORDERS, ORDER_MS } from '../../src/shared/rules/market';
import { REASONS } from '../../src/shared/rules/reasons';
import type { Offered, SearchPage } from '../../src/shared/rules/search';
import { onDelivery } from '../harness/border';
import { everything, expectConserved, marketStub, type Sums } from '../harness/conserved';
import { percentile } from '../harness/numbers';
import { asked, atRest, inTown, lettersOf, mailboxes, ring } from '../harness/post';
import { type Bot, ORIGIN, Stage, settle } from '../harness/world';

const BREAD = items.key('bread').id;
const stage = await Stage.open();
let [anna, bert, cora] = [] as Bot[];
let before: Sums;
/** Copper that the market has kept since. */
let sunk = 0;

const everybody = () => [anna, bert, cora].map(({ guest }) => guest.character);
const all = () => everything(stage, everybody());
const rest = () => atRest(stage, [...mailboxes(anna, bert, cora), marketStub()]);

beforeEach(async () => {
  [anna, bert, cora] = [await stage.join(), await stage.join(), await stage.join()];
  await inTown(stage, anna, bert, cora);
  for (const bot of [anna, bert, cora]) {
    await stage.player(bot, ({ character, journal }) => {
      character.gold += 1000;
      journal.gold(LEDGER.quest, 1000);
    });
  }
  await stage.turns(2);
  before = await all();
  sunk = 0;
});
afterEach(async () => {
  for (const bot of [anna, bert, cora]) for (const { id } of await ordersOf(bot)) await cancel(bot, id);
  await rest();
  expect(before.gold - (await all()).gold).toBe(sunk);
  expectConserved(await all(), before, sunk);
  for (const ground of stage.grounds) expect((await ground.status()).ledger.balance, ground.key).toBe(0);
  await stage.clear();
}, 60_000);

const gold = (bot: Bot) => bot.known('sheet').gold;
const breadOf = (bot: Bot) => bot.known('bag').items.find(({ kind }) => kind === BREAD)!;

async function answerTo(bot: Bot, command: number): Promise<number> {
  await stage.until(() => bot.result(command) !== undefined, 60, 'an answer');
  return bot.result(command)!;
}
const sell = async (bot: Bot, quantity: number, price: number): Promise<number> =>
  answerTo(bot, bot.command('sellOrder', { items: [{ item: breadOf(bot).id, quantity }], price }));
const buy = async (bot: Bot, quantity: number, price: number, kind = BREAD): Promise<number> =>
  answerTo(bot, bot.command('buyOrder', { kind, quality: 0, price, quantity }));

interface Row {
  id: string;
  side: string;
  price: number;
  quantity: number;
  whole: number;
  gold: number;
}
async function ordersOf({ guest }: Bot): Promise<Row[]> {
  const response = await asked(guest.cookie, 'GET', `/api/characters/${guest.character}/orders`);
  return ((await response.json()) as { orders: Row[] }).orders;
}
/** A deposit that is lost counts as sunk. */
async function cancel(bot: Bot, id: string): Promise<number> {
  const order = (await ordersOf(bot)).find(row => row.id === id);
  const { status } = await asked(bot.guest.cookie, 'DELETE', `/api/characters/${bot.guest.character}/orders/${id}`);
  if (status === 200 && order?.side === 'sell') sunk += order.gold;
  return status;
}
const ware = async (kind = BREAD): Promise<WarePage> =>
  (await exports.default.fetch(`${ORIGIN}/api/market/${kind}/0`)).json() as Promise<WarePage>;
const browse = async (query = ''): Promise<Omit<SearchPage, 'rows'> & { rows: (Offered & { name: string })[] }> =>
  (await exports.default.fetch(`${ORIGIN}/api/market?${query}`)).json() as never;
const outcome = async (bot: Bot, kind: PostedLetter['kind']) => (await lettersOf(bot)).filter(letter => letter.kind === kind);
const quantityIn = (letters: readonly PostedLetter[]) =>
  letters.flatMap(({ things }) => things).reduce((sum, { quantity }) => sum + quantity, 0);

describe('orders', () => {
  it('meet at the price of the one that stood: the seller is paid less the cut, the buyer gets his change', async () => {
    const purse = gold(anna);
    expect(await sell(anna, 2, 40)).toBe(0);
    expect(gold(anna)).toBe(purse - depositFor(40, 2));
    await rest();
    expect(await buy(bert, 2, 50)).toBe(0);
    await rest();
    const cut = cutOf(80);
    sunk += cut;
    expect(await outcome(anna, 'sold')).toMatchObject([{ gold: 80 - cut + depositFor(40, 2), facts: [BREAD, 0, 2, 40, cut] }]);
    expect(await outcome(bert, 'bought')).toMatchObject([
      { gold: 20, things: [{ kind: BREAD, quantity: 2 }], facts: [BREAD, 0, 2, 40, 0] },
    ]);
    expect([await ordersOf(anna), await ordersOf(bert)]).toEqual([[], []]);
    expect((await ware()).hours).toMatchObject([{ low: 40, high: 40, average: 40, volume: 2 }]);
    expect((await browse('text=bread')).rows).toMatchObject([{ kind: BREAD, ask: 0, asked: 0, bid: 0, wanted: 0 }]);
  });

  it('meet by price, then by time, in part; what is left stands', async () => {
    await sell(anna, 1, 30);
    await rest();
    await sell(bert, 1, 20);
    await rest();
    await sell(cora, 1, 20);
    await rest();
    expect((await ware()).asks).toEqual([
      { price: 20, quantity: 2 },
      { price: 30, quantity: 1 },
    ]);
    expect(await buy(cora, 3, 30)).toBe(0);
    await rest();
    // Her own is passed over, the older of the cheap ones is sold, then the dear one.
    sunk += cutOf(20) + cutOf(30);
    expect((await outcome(bert, 'sold')).length).toBe(1);
    expect((await outcome(anna, 'sold')).length).toBe(1);
    expect(await outcome(cora, 'bought')).toMatchObject([{ gold: 10, facts: [BREAD, 0, 2, 25, 0] }]);
    expect(await ordersOf(cora)).toMatchObject([
      { side: 'sell', quantity: 1, gold: 1 },
      { side: 'buy', quantity: 1, whole: 3, price: 30, gold: 30 },
    ]);
  });

  it('of many pieces are filled by many, and a deposit comes back piece by piece', async () => {
    const { id, quantity } = breadOf(anna);
    await stage.player(anna, ({ character, journal }) => {
      const item = character.items.find(thing => thing.id === id)!;
      item.quantity = 20;
      journal.touch(item);
      journal.item(LEDGER.quest, BREAD, 20 - quantity);
    });
    await stage.turns(2);
    before.kinds[BREAD] += 20 - quantity;
    expect(await sell(anna, 20, 33)).toBe(0);
    await rest();
    for (const wanted of [3, 7]) {
      await buy(bert, wanted, 33);
      sunk += cutOf(33 * wanted);
      await rest();
    }
    const deposit = depositFor(33, 20);
    expect(deposit).toBe(13);
    const back = (await outcome(anna, 'sold')).map(letter => letter.gold - (33 * letter.facts[2] - letter.facts[4]));
    const [order] = await ordersOf(anna);
    expect([order.quantity, order.gold + back.reduce((a, b) => a + b)]).toEqual([10, deposit]);
    expect(quantityIn(await outcome(bert, 'bought'))).toBe(10);
  });

  it('of two buyers in the same moment for the last piece: one has it, the other waits with his gold', async () => {
    await sell(anna, 1, 40);
    await rest();
    const commands = [bert, cora].map(bot => bot.command('buyOrder', { kind: BREAD, quality: 0, price: 40, quantity: 1 }));
    expect([await answerTo(bert, commands[0]), await answerTo(cora, commands[1])]).toEqual([0, 0]);
    await rest();
    sunk += cutOf(40);
    expect([(await outcome(bert, 'bought')).length, (await outcome(cora, 'bought')).length]).toEqual([1, 0]);
    expect([await ordersOf(bert), await ordersOf(cora)]).toMatchObject([[], [{ side: 'buy', gold: 40 }]]);
  });

  it('taken back give back what they hold, once; not to another', async () => {
    await sell(anna, 2, 40);
    await buy(bert, 2, 30);
    await rest();
    const [sale] = await ordersOf(anna);
    const [wish] = await ordersOf(bert);
    expect(await cancel(bert, sale.id)).toBe(404);
    expect([await cancel(anna, sale.id), await cancel(anna, sale.id), await cancel(bert, wish.id)]).toEqual([200, 404, 200]);
    await rest();
    expect(await outcome(anna, 'ended')).toMatchObject([{ gold: 0, things: [{ quantity: 2 }], facts: [BREAD, 0, 2, 0, 1] }]);
    expect(await outcome(bert, 'ended')).toMatchObject([{ gold: 60, things: [] }]);
  });

  it('beyond what one may have come back whole', async () => {
    for (let i = 0; i < MOST_ORDERS; i++) {
      expect(await buy(bert, 1, 1)).toBe(0);
      await stage.turns(3);
    }
    await rest();
    expect(await sell(bert, 1, 1000)).toBe(0);
    await rest();
    expect((await ordersOf(bert)).length).toBe(MOST_ORDERS);
    expect(await outcome(bert, 'ended')).toMatchObject([{ gold: depositFor(1000, 1), things: [{ quantity: 1 }] }]);
  });
});

describe('time', () => {
  it('ends an order, gives back what it holds and keeps the deposit, in the books', async () => {
    await sell(anna, 2, 100);
    await buy(bert, 2, 30);
    await rest();
    stage.pass(ORDER_MS + 1);
    await ring(marketStub());
    await ring(marketStub());
    sunk += depositFor(100, 2);
    await rest();
    expect(await outcome(anna, 'ended')).toMatchObject([{ things: [{ quantity: 2 }], gold: 0 }]);
    expect(await outcome(bert, 'ended')).toMatchObject([{ gold: 60 }]);
    expect((await ware()).asks).toEqual([]);
    stage.pass(31_000);
    await ring(marketStub());
    const lines = env.DB.prepare('SELECT sum(gold) AS gold FROM ledger WHERE region = ? AND cause = ? AND character_id = ?');
    expect(await lines.bind('market', LEDGER.marketDeposit, anna.guest.character).first()).toEqual({ gold: -depositFor(100, 2) });
  });

  it('that has run out sells nothing more, though nobody has rung yet', async () => {
    await sell(anna, 1, 40);
    await rest();
    stage.pass(ORDER_MS + 1);
    await buy(bert, 1, 40);
    await stage.turns(4);
    await settle();
    expect((await outcome(bert, 'bought')).length).toBe(0);
    await ring(marketStub());
    sunk += depositFor(40, 1);
    await rest();
    expect([(await outcome(anna, 'ended')).length, (await ordersOf(bert)).length]).toEqual([1, 1]);
  });
});

describe('a crash', () => {
  it('of everything between the meeting and the mail, and a parcel that comes twice, trade once', async () => {
    await sell(anna, 2, 40);
    await rest();
    await onDelivery(stage, async real => {
      await real();
      throw new Error('the answer is lost');
    });
    expect(await buy(bert, 2, 40)).toBe(0);
    await stage.turns(2);
    await abortAllDurableObjects();
    await stage.crash();
    [anna, bert, cora] = [await stage.enter(anna.guest), await stage.enter(bert.guest), await stage.enter(cora.guest)];
    await rest();
    sunk += cutOf(80);
    expect([(await outcome(anna, 'sold')).length, quantityIn(await outcome(bert, 'bought'))]).toEqual([1, 2]);
  });

  it('before the order arrives: it arrives later, once', async () => {
    await onDelivery(stage, async () => {
      throw new Error('no answer');
    });
    const purse = gold(bert);
    expect(await buy(bert, 2, 40)).toBe(0);
    expect(gold(bert)).toBe(purse - 80);
    expect(await ordersOf(bert)).toEqual([]);
    await stage.crash();
    [anna, bert, cora] = [await stage.enter(anna.guest), await stage.enter(bert.guest), await stage.enter(cora.guest)];
    await rest();
    expect(await ordersOf(bert)).toMatchObject([{ gold: 80 }]);
  });
});

describe('what the market does not take', () => {
  it('has a reason', async () => {
    expect(await sell(anna, 1, 0)).toBe(REASONS.badPrice);
    expect(await sell(anna, 1, 20_000_001)).toBe(REASONS.badPrice);
    expect(await sell(anna, 99, 10)).toBe(REASONS.badQuantity);
    expect(await sell(anna, 1, 5_000_000)).toBe(REASONS.notEnoughGold);
    expect(await buy(anna, 1, gold(anna) + 1)).toBe(REASONS.notEnoughGold);
    expect(await buy(anna, 0, 1)).toBe(REASONS.badQuantity);
    expect(await buy(anna, 1, 1, 65_000)).toBe(REASONS.notTraded);
    const quest = items.all.find(kind => kind.quest)!;
    expect(await buy(anna, 1, 1, quest.id)).toBe(REASONS.notTraded);
    const sword = anna.known('bag').items.find(({ kind }) => kind === items.key('rusty-sword').id)!;
    expect(await answerTo(anna, anna.command('sellOrder', { items: [{ item: sword.id, quantity: 1 }], price: 5 }))).toBe(
      REASONS.notInBag,
    );
    expect(await answerTo(anna, anna.command('move', { item: sword.id, slot: 20, quantity: 1 }))).toBe(0);
    for (const [marks, reason] of [
      [{ wear: 10 }, REASONS.wornDown],
      [{ bound: true }, REASONS.bound],
    ] as const) {
      await stage.player(anna, ({ character }) => {
        character.items.find(item => item.id === sword.id)!.marks = marks;
      });
      expect(await answerTo(anna, anna.command('sellOrder', { items: [{ item: sword.id, quantity: 1 }], price: 5 }))).toBe(reason);
    }
    await stage.place(anna, 600, 900);
    await stage.turns(4);
    expect(await sell(anna, 1, 10)).toBe(REASONS.notInTown);
    expect(await buy(anna, 1, 10)).toBe(REASONS.notInTown);
  });

  it('nor do its doors: another one’s orders, wares and queries that are none', async () => {
    expect((await asked(anna.guest.cookie, 'GET', `/api/characters/${bert.guest.character}/orders`)).status).toBe(404);
    expect((await exports.default.fetch(`${ORIGIN}/api/market/65000/0`)).status).toBe(404);
    expect((await exports.default.fetch(`${ORIGIN}/api/market/${BREAD}/9`)).status).toBe(404);
    for (const query of ['sort=drop', 'page=-1', 'category=all%27', 'minLevel=1e9', `text=${'x'.repeat(65)}`]) {
      expect((await exports.default.fetch(`${ORIGIN}/api/market?${query}`)).status, query).toBe(400);
    }
  });
});

async function timed(call: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await call();
  return performance.now() - start;
}

describe('ten thousand orders', () => {
  it('are searched by words, kind, level and price, sorted and by page, p99 under 100 ms', async () => {
    const kinds = items.all.filter(kind => !kind.quest);
    await runInDurableObject(marketStub() as never, (_: unknown, { storage }: DurableObjectState) => {
      storage.transactionSync(() => {
        for (let i = 0; i < 10_000; i++) {
          const { id, slot } = kinds[i % kinds.length];
          const [side, quality, price] = [i % 3 === 0 ? 1 : 0, slot ? i % 4 : 0, 10 + (i % 97) * 3];
          const row = [
            `BENCH${i}`,
            `T${i % 500}`,
            side,
            id,
            quality,
            side ? 9 : price,
            1,
            1,
            1000 + i,
            Date.now() + ORDER_MS,
            '[]',
            0,
          ];
          storage.sql.exec(`INSERT INTO orders VALUES (${row.map(() => '?').join()})`, ...row);
        }
      });
    });
    await abortAllDurableObjects();
    await stage.crash();
    const found = await browse('text=bread%20xx&sort=ask');
    expect(found.rows).toEqual([]);
    expect((await browse('text=bread')).rows.map(({ name }) => name)).toContain(items.get(BREAD)!.name);
    const dear = await browse('category=weapons&sort=ask&down=true&minLevel=5');
    expect(dear.rows.length).toBe(20);
    expect(dear.rows.map(({ ask }) => ask)).toEqual(dear.rows.map(({ ask }) => ask).toSorted((a, b) => b - a));
    expect((await browse('page=1')).rows[0]).not.toEqual((await browse('page=0')).rows[0]);
    const queries = [
      '',
      'text=iron',
      'category=armor&sort=level&down=true&page=3',
      'maxPrice=40&sort=asked',
      'rarity=rare&minLevel=10',
    ];
    const searches: number[] = [];
    const doors: number[] = [];
    for (let i = 0; i < 200; i++) {
      // Every fourth comes after a change: the sums are made anew.
      if (i % 4 === 0) {
        await runInDurableObject(marketStub() as never, (market: object) =>
          Reflect.set(Reflect.get(market, 'book') as object, 'sums', null),
        );
      }
      doors.push(await timed(() => exports.default.fetch(`${ORIGIN}/api/nothing`)));
      searches.push(await timed(() => browse(queries[i % queries.length])));
    }
    const [p50, p99] = [percentile(searches, 0.5), percentile(searches, 0.99)];
    const [door_p50_ms, door_p99_ms] = [percentile(doors, 0.5), percentile(doors, 0.99)];
    console.info(JSON.stringify({ event: 'market_search', orders: 10_000, p50_ms: p50, p99_ms: p99, door_p50_ms, door_p99_ms }));
    // Where every door is late because of other programs, so is this one: a door that does nothing takes a millisecond or two.
    expect(p99).toBeLessThan(100 * Math.max(1, door_p50_ms / 2, door_p99_ms / 4));
    await runInDurableObject(marketStub() as never, (_: unknown, { storage }: DurableObjectState) => {
      storage.sql.exec("DELETE FROM orders WHERE id LIKE 'BENCH%'");
    });
    [anna, bert, cora] = [await stage.enter(anna.guest), await stage.enter(bert.guest), await stage.enter(cora.guest)];
  });
});
