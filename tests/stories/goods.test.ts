// Goods: gold and things on their way between characters and whoever keeps them. Taken and put down in one transaction, taken in once, followed
// over borders, and sent back by whoever cannot keep them; the books say at every step where everything is.
import { afterEach, describe, expect, it } from 'vitest';
import type { Address } from '../../src/ports';
import type { Player } from '../../src/region/player';
import type { World } from '../../src/region/world';
import { items } from '../../src/shared/content';
import { CAUSE_GUILD } from '../../src/shared/protocol/messages';
import { applySend, type Goods, type Piece } from '../../src/shared/rules/goods';
import type { Thing } from '../../src/shared/rules/inventory';
import { LEDGER } from '../../src/shared/rules/journal';
import { MAX_GOLD } from '../../src/shared/rules/vendor';
import type { Parcel } from '../../src/transfer/ports';
import { onDelivery } from '../harness/border';
import { type Bot, type Ground, Stage } from '../harness/world';

const EAST = '2-2-1';
const OVER = { x: 1032, z: 752 };
/** Nobody takes parcels there: they stay in the outbox, to be looked at. */
const KEEPER = 'keeper:01ARZ3NDEKTSV4RRFFQ69G5FAV' as Address;

const stage = await Stage.open(EAST);
const [, east] = stage.grounds;
let number = 0;

afterEach(async () => {
  for (const ground of stage.grounds) {
    expect((await ground.status()).ledger.balance, ground.key).toBe(0);
    await ground.rows("DELETE FROM parcel_out WHERE receiver LIKE 'keeper:%'");
  }
  await stage.clear();
});

/** What a command does that gives something away. */
const give = (bot: Bot, pieces: Piece[], gold: number): Promise<Thing[]> =>
  stage.player(bot, ({ character, journal }: Player, world: World) => {
    const things = applySend(character, journal, () => 'SPLIT'.padEnd(21, '0') + String(number++).padStart(5, '0'), pieces, gold);
    world.deeds.parcels.push({ to: KEEPER, kind: 'deposit', body: { character: character.id, gold, things } });
    return things;
  });

const goods = (bot: Bot, gold: number, things: Thing[] = []): Goods => ({
  to: bot.guest.character,
  gold,
  things,
  cause: CAUSE_GUILD,
  back: KEEPER,
  ref: 'tab 1',
  followed: 0,
});

const parcel = (body: object, kind = 'goods'): Parcel => {
  number++;
  return { number, id: `P${number}`, kind, body: JSON.stringify(body) };
};
const receive = (ground: Ground, ...parcels: Parcel[]) => ground.inside(region => region.receive(KEEPER, parcels));
const outbox = async (ground: Ground, to: string): Promise<{ kind: string; body: Goods }[]> => {
  const rows = await ground.rows('SELECT kind, body FROM parcel_out WHERE receiver = ? ORDER BY number', to);
  return rows.map(({ kind, body }) => ({ kind: String(kind), body: JSON.parse(String(body)) as Goods }));
};
const inBag = (bot: Bot, key: string) => bot.known('bag').items.filter(item => item.kind === items.key(key).id);
const gold = (bot: Bot) => bot.known('sheet').gold;
const linesOf = (bot: Bot, cause: number) =>
  stage.player(bot, ({ held: { books } }) => [...books.told, ...books.waiting].filter(line => line.cause === cause));

describe('goods that leave', () => {
  it('are taken and put down in one transaction, a whole thing as it is and one step further from its first owner', async () => {
    const bot = await stage.join();
    const [bread] = inBag(bot, 'bread');
    const had = gold(bot);
    const things = await give(bot, [{ item: bread.id, quantity: bread.quantity }], 10);
    await stage.turns(2);
    expect(things).toEqual([{ id: bread.id, kind: bread.kind, quantity: bread.quantity, moves: 1 }]);
    expect([gold(bot), inBag(bot, 'bread')]).toEqual([had - 10, []]);
    expect(await stage.rows('SELECT id FROM item WHERE id = ?', bread.id)).toEqual([]);
    expect((await outbox(stage, KEEPER)).map(({ kind }) => kind)).toEqual(['deposit']);
    expect(await linesOf(bot, LEDGER.sent)).toMatchObject([
      { gold: -10, kind: 0, quantity: 0 },
      { gold: 0, kind: bread.kind, quantity: -bread.quantity },
    ]);
  });
});

describe('goods that come', () => {
  it('are his in the transaction that takes them, once, and are told in the next turn', async () => {
    const bot = await stage.join();
    const [bread] = inBag(bot, 'bread');
    const had = gold(bot);
    const things = await give(bot, [{ item: bread.id, quantity: bread.quantity }], 10);
    await stage.turns(2);
    const back = parcel(goods(bot, 10, things));
    await receive(stage, back);
    await receive(stage, back);
    expect(await stage.rows('SELECT owner, quantity, moves FROM item WHERE id = ?', bread.id)).toEqual([
      { owner: bot.guest.character, quantity: bread.quantity, moves: 1 },
    ]);
    await stage.turns(1);
    expect([gold(bot), inBag(bot, 'bread')[0].quantity]).toEqual([had, bread.quantity]);
    expect(bot.known('gained')).toMatchObject({ gold: 10, cause: CAUSE_GUILD, items: [{ kind: bread.kind }] });
    await stage.crash();
    const again = await stage.enter(bot.guest);
    expect([gold(again), inBag(again, 'bread')[0].quantity]).toEqual([had, bread.quantity]);
  });

  it('melt into piles there, and what does not fit in a bag or a purse goes back whole', async () => {
    const bot = await stage.join();
    const { kind, stack } = { kind: items.key('bread').id, stack: items.key('bread').stack };
    const [bread] = inBag(bot, 'bread');
    const thing = (id: string, quantity: number): Thing => ({ id: id.padEnd(26, '0'), kind, quantity });
    await receive(stage, parcel(goods(bot, 0, [thing('A', stack - bread.quantity)])));
    await stage.turns(1);
    expect(inBag(bot, 'bread').map(item => [item.id, item.quantity])).toEqual([[bread.id, stack]]);
    const many = Array.from({ length: 24 }, (_, i) => thing(`B${i}`, stack));
    await receive(stage, parcel(goods(bot, 5, many)), parcel(goods(bot, MAX_GOLD)));
    await stage.turns(2);
    expect((await outbox(stage, KEEPER)).map(({ kind: name, body }) => [name, body.gold, body.things.length])).toEqual([
      ['returned', 5, 24],
      ['returned', MAX_GOLD, 0],
    ]);
    expect(inBag(bot, 'bread')).toHaveLength(1);
  });

  it('follow him over a border, and go back when he has left the world', async () => {
    const bot = await stage.join();
    const had = gold(bot);
    await stage.place(bot, OVER.x, OVER.z);
    await stage.until(async () => (await stage.whereIs(bot)) === east, 80, 'the east');
    await receive(stage, parcel(goods(bot, 7)));
    await stage.turns(4);
    expect(gold(bot)).toBe(had + 7);
    await bot.cut();
    await stage.minute();
    await receive(east, parcel(goods(bot, 9)));
    await stage.turns(1);
    expect((await outbox(east, KEEPER)).map(({ kind, body }) => [kind, body.gold, body.ref])).toEqual([['returned', 9, 'tab 1']]);
    await receive(stage, parcel(goods({ ...bot, guest: { ...bot.guest, character: 'NOBODY' } } as Bot, 3)));
    expect((await outbox(stage, KEEPER)).map(({ body }) => body.gold)).toContain(3);
  });

  it('wait in the outbox while the receiver does not answer', async () => {
    const bot = await stage.join();
    let asked = 0;
    await onDelivery(stage, async () => {
      asked++;
      throw new Error('no answer');
    });
    await give(bot, [], 4);
    await stage.turns(2);
    expect([asked, (await outbox(stage, KEEPER)).length]).toEqual([1, 1]);
    await onDelivery(stage, null);
  });
});
