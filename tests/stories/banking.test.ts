// The bank: a round trip at the banker's, over a border, through a crash and a new login; and everything that a banker will not do.
import { afterEach, describe, expect, it } from 'vitest';
import { items } from '../../src/shared/content';
import { BAG_SLOTS, BANK_BASE, BANK_SLOTS } from '../../src/shared/protocol/limits';
import { REASONS } from '../../src/shared/rules/reasons';
import { type Bot, Stage } from '../harness/world';

const EAST = '2-2-1';
/** Beyond the border of the home region, on dry land. */
const OVER = { x: 1032, z: 752 };

const stage = await Stage.open(EAST);
const [, east] = stage.grounds;
afterEach(async () => {
  for (const ground of stage.grounds) expect((await ground.status()).ledger.balance, ground.key).toBe(0);
  await stage.clear();
});

const inBag = (bot: Bot, key: string) => bot.known('bag').items.find(item => item.kind === items.key(key).id);
const inBank = (bot: Bot, key: string) => bot.known('bank').items.find(item => item.kind === items.key(key).id);

async function done(bot: Bot, send: () => number): Promise<number | undefined> {
  const command = send();
  await stage.turns(2);
  return bot.result(command);
}

/** Stands next to a villager; returns his entity. */
async function meet(bot: Bot, is: 'banker' | 'smith'): Promise<number> {
  const { npc, x, z } = await stage.world(world => {
    const [[entity]] = [...world.villagers].filter(([, villager]) => villager[is]);
    return { npc: entity, x: world.sim.core.x(entity), z: world.sim.core.z(entity) };
  });
  await stage.place(bot, x + 1, z);
  await stage.turns(2);
  return npc;
}

describe('a banker', () => {
  it('keeps what he is given, out of the bag, and gives it back', async () => {
    const bot = await stage.join();
    const npc = await meet(bot, 'banker');
    const bread = inBag(bot, 'bread')!;
    expect(bot.known('bank').items).toEqual([]);
    expect(await done(bot, () => bot.command('bank', { npc, item: bread.id, slot: BANK_BASE + 5, quantity: 2 }))).toBe(0);
    expect([inBag(bot, 'bread')?.quantity, inBank(bot, 'bread')]).toMatchObject([
      bread.quantity - 2,
      { slot: BANK_BASE + 5, quantity: 2 },
    ]);
    const banked = inBank(bot, 'bread')!;
    expect(await done(bot, () => bot.command('bank', { npc, item: banked.id, slot: bread.slot, quantity: 2 }))).toBe(0);
    expect([inBag(bot, 'bread')?.quantity, inBank(bot, 'bread')]).toEqual([bread.quantity, undefined]);
  });

  it('has it in every region, after a crash and after a new login', async () => {
    const bot = await stage.join();
    const npc = await meet(bot, 'banker');
    const [sword, bread] = [inBag(bot, 'rusty-sword')!, inBag(bot, 'bread')!];
    expect(await done(bot, () => bot.command('move', { item: sword.id, slot: 20, quantity: 1 }))).toBe(0);
    expect(await done(bot, () => bot.command('bank', { npc, item: sword.id, slot: BANK_BASE, quantity: 1 }))).toBe(0);
    const last = BANK_BASE + BANK_SLOTS - 1;
    expect(await done(bot, () => bot.command('bank', { npc, item: bread.id, slot: last, quantity: bread.quantity }))).toBe(0);
    const kept = bot.known('bank').items;
    expect(kept.map(item => item.slot).sort()).toEqual([BANK_BASE, last]);

    await stage.place(bot, OVER.x, OVER.z);
    await stage.until(async () => (await stage.whereIs(bot)) === east, 80, 'the east');
    await stage.turns(4);
    expect(bot.known('welcome').region).toBe(EAST);
    expect(bot.known('bank').items).toEqual(expect.arrayContaining(kept));
    expect(
      await east.rows('SELECT slot FROM item WHERE owner = ? AND slot >= ? ORDER BY slot', bot.guest.character, BANK_BASE),
    ).toEqual([{ slot: BANK_BASE }, { slot: last }]);
    expect(await stage.rows('SELECT slot FROM item WHERE owner = ?', bot.guest.character)).toEqual([]);

    await stage.crash();
    const back = await stage.enter(bot.guest);
    expect(back.known('bank').items).toEqual(expect.arrayContaining(kept));
    await back.cut();
    await stage.minute();
    for (const ground of stage.grounds) {
      stage.pass(61_000);
      await ground.alarm();
    }
    const again = await stage.enter(bot.guest);
    expect(again.known('bank').items).toEqual(expect.arrayContaining(kept));
    expect(again.known('bag').items.some(item => item.slot >= BANK_BASE)).toBe(false);
  });

  it('is not dealt with from afar, nor is anybody else a bank', async () => {
    const bot = await stage.join();
    const bread = inBag(bot, 'bread')!;
    const give = (npc: number) => () => bot.command('bank', { npc, item: bread.id, slot: BANK_BASE, quantity: 1 });
    const smith = await meet(bot, 'smith');
    expect(await done(bot, give(smith))).toBe(REASONS.noBanker);
    expect(await done(bot, () => bot.command('sort', { npc: smith }))).toBe(REASONS.noBanker);
    const npc = await meet(bot, 'banker');
    await stage.place(bot, bot.own!.x + 30, bot.own!.z);
    await stage.turns(2);
    expect(await done(bot, give(npc))).toBe(REASONS.tooFar);
    expect(await done(bot, give(12345))).toBe(REASONS.nothingThere);
    expect(bot.known('bank').items).toEqual([]);
  });

  it('will not have what is worn, what is not his, or places and numbers that are none', async () => {
    const [bot, other] = [await stage.join(), await stage.join()];
    const npc = await meet(bot, 'banker');
    const [bread, sword, foreign] = [inBag(bot, 'bread')!, inBag(bot, 'rusty-sword')!, inBag(other, 'bread')!];
    const ask = (item: string, slot: number, quantity: number) =>
      done(bot, () => bot.command('bank', { npc, item, slot, quantity }));
    expect(await ask(sword.id, BANK_BASE, 1)).toBe(REASONS.notInBag);
    expect(await ask(foreign.id, BANK_BASE, 1)).toBe(REASONS.noSuchItem);
    expect(await ask(bread.id, BAG_SLOTS, 1)).toBe(REASONS.wrongSlot);
    expect(await ask(bread.id, BANK_BASE + BANK_SLOTS, 1)).toBe(REASONS.wrongSlot);
    expect(await ask(bread.id, BANK_BASE, 65535)).toBe(REASONS.badQuantity);
    expect(await ask(bread.id, BANK_BASE, bread.quantity)).toBe(0);
    expect(await done(bot, () => bot.command('move', { item: bread.id, slot: 3, quantity: 1 }))).toBe(REASONS.notInBag);
    expect(await done(bot, () => bot.command('drop', { item: bread.id, quantity: 1 }))).toBe(REASONS.notInBag);
    expect(await done(bot, () => bot.command('useItem', { item: bread.id }))).toBe(REASONS.noSuchItem);
    expect(inBank(bot, 'bread')?.quantity).toBe(bread.quantity);
  });
});

describe('order', () => {
  it('is made in bag and bank, once per command, and loses nothing', async () => {
    const bot = await stage.join();
    const npc = await meet(bot, 'banker');
    const [bread, draught] = [inBag(bot, 'bread')!, inBag(bot, 'healing-draught')!];
    expect(await done(bot, () => bot.command('move', { item: bread.id, slot: 17, quantity: 1 }))).toBe(0);
    expect(await done(bot, () => bot.command('move', { item: draught.id, slot: 21, quantity: 1 }))).toBe(0);
    expect(await done(bot, () => bot.command('sort', { npc: 0 }))).toBe(0);
    const sorted = bot
      .known('bag')
      .items.filter(item => item.slot < BAG_SLOTS)
      .sort((a, b) => a.slot - b.slot);
    expect(sorted.map(({ slot, quantity }) => [slot, quantity])).toEqual([
      [0, draught.quantity],
      [1, bread.quantity],
    ]);
    expect(await done(bot, () => bot.command('bank', { npc, item: draught.id, slot: BANK_BASE + 30, quantity: 1 }))).toBe(0);
    expect(await done(bot, () => bot.command('sort', { npc }))).toBe(0);
    expect(inBank(bot, 'healing-draught')?.slot).toBe(BANK_BASE);
  });
});
