// What people own: the ground, the bag, the vendor. Everything happens once, to one owner, and the books agree.
import { afterEach, describe, expect, it } from 'vitest';
import { items } from '../../src/shared/content';
import { CAUSE_VENDOR } from '../../src/shared/protocol/messages';
import { REASONS } from '../../src/shared/rules/reasons';
import { wornSlot } from '../../src/shared/rules/worn';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(async () => {
  expect((await stage.status()).ledger.balance).toBe(0);
  await stage.clear();
});

const kindOf = (key: string): number => items.key(key).id;
const held = (bot: Bot, key: string) => bot.known('bag').items.find(item => item.kind === kindOf(key));

/** Sends a command and returns its reason. */
async function done(bot: Bot, send: () => number): Promise<number | undefined> {
  const command = send();
  await stage.turns(2);
  return bot.result(command);
}

/** Stands next to the villager who sells the cheapest thing; returns his entity and what he sells. */
async function atVendor(bot: Bot): Promise<{ npc: number; wares: number[] }> {
  const { npc, x, z } = await stage.world(world => {
    const cheapest = (keys: readonly string[] = []) => Math.min(...keys.map(key => items.key(key).price));
    const [[entity]] = [...world.villagers].sort(([, a], [, b]) => cheapest(a.vendor) - cheapest(b.vendor));
    return { npc: entity, x: world.sim.core.x(entity), z: world.sim.core.z(entity) };
  });
  await stage.place(bot, x + 1, z);
  await stage.turns(2);
  bot.send('talk', { target: npc });
  await stage.turns(2);
  return { npc, wares: bot.known('dialogue').vendor };
}

describe('a thing on the ground', () => {
  it('goes to exactly one of those who reach for it in the same moment', async () => {
    const owner = await stage.join();
    const sword = held(owner, 'rusty-sword')!;
    expect(await done(owner, () => owner.command('drop', { item: sword.id, quantity: 1 }))).toBe(0);
    const hands = [await stage.join(), await stage.join(), await stage.join()];
    const { x, z } = owner.own!;
    for (const hand of hands) await stage.place(hand, x, z);
    await stage.turns(12);
    const [lying] = hands[0].known('ground').items;
    expect(lying.kind).toBe(kindOf('rusty-sword'));
    const tries = hands.map(hand => hand.command('pickUp', { ground: lying.id }));
    await stage.turns(2);
    const reasons = hands.map((hand, i) => hand.result(tries[i]));
    expect(reasons.filter(reason => reason === 0)).toHaveLength(1);
    expect(reasons.filter(reason => reason === REASONS.someoneFaster)).toHaveLength(2);
    const owners = await stage.rows('SELECT owner FROM item WHERE id = ?', sword.id);
    expect(owners).toEqual([{ owner: hands[reasons.indexOf(0)].guest.character }]);
  });

  it('is out of reach from afar', async () => {
    const owner = await stage.join();
    const bread = held(owner, 'bread')!;
    await done(owner, () => owner.command('drop', { item: bread.id, quantity: 1 }));
    const [ground] = await stage.world(world => [...world.lying.keys()].slice(-1));
    const { x, z } = owner.own!;
    await stage.place(owner, x + 30, z);
    expect(await done(owner, () => owner.command('pickUp', { ground }))).toBe(REASONS.tooFar);
  });
});

describe('the bag', () => {
  it('changes stats and looks with what is worn', async () => {
    const bot = await stage.join();
    const { entity } = bot;
    const [sword, boots] = [held(bot, 'rusty-sword')!, held(bot, 'worn-boots')!];
    expect(sword.slot).toBe(wornSlot('melee'));
    const armor = bot.known('sheet').armor;
    expect(await done(bot, () => bot.command('move', { item: boots.id, slot: 20, quantity: 1 }))).toBe(0);
    expect(await done(bot, () => bot.command('move', { item: sword.id, slot: 21, quantity: 1 }))).toBe(0);
    await stage.turns(1);
    expect(bot.known('sheet').armor).toBeLessThan(armor);
    bot.use(1, entity);
    await stage.turns(2);
    expect(bot.known('refused').reason).not.toBe(0);
    expect(await done(bot, () => bot.command('move', { item: sword.id, slot: wornSlot('melee'), quantity: 1 }))).toBe(0);
    expect(await done(bot, () => bot.command('move', { item: sword.id, slot: wornSlot('head'), quantity: 1 }))).toBe(
      REASONS.wrongSlot,
    );
  });

  it('splits and joins piles without making or losing any', async () => {
    const bot = await stage.join();
    const bread = held(bot, 'bread')!;
    expect(await done(bot, () => bot.command('move', { item: bread.id, slot: 23, quantity: 1 }))).toBe(0);
    const piles = bot.known('bag').items.filter(item => item.kind === bread.kind);
    expect(piles.map(pile => pile.quantity).sort()).toEqual([1, bread.quantity - 1]);
    const part = piles.find(pile => pile.slot === 23)!;
    expect(await done(bot, () => bot.command('move', { item: part.id, slot: bread.slot, quantity: 1 }))).toBe(0);
    expect(bot.known('bag').items.filter(item => item.kind === bread.kind)).toEqual([bread]);
    for (const quantity of [0, 4, 65535]) {
      expect(await done(bot, () => bot.command('move', { item: bread.id, slot: 22, quantity }))).toBe(REASONS.badQuantity);
    }
  });

  it('obeys a command once, however often it is sent', async () => {
    const bot = await stage.join();
    const bread = held(bot, 'bread')!;
    const first = bot.command('drop', { item: bread.id, quantity: 1 });
    for (let i = 0; i < 5; i++) bot.command('drop', { item: bread.id, quantity: 1 }, first);
    await stage.turns(2);
    expect(held(bot, 'bread')?.quantity).toBe(bread.quantity - 1);
    expect(bot.all('result').filter(r => r.reason === REASONS.alreadyDone)).toHaveLength(5);
  });

  it('gives food that is eaten, and not twice at once', async () => {
    const bot = await stage.join();
    const bread = held(bot, 'bread')!;
    expect(await done(bot, () => bot.command('useItem', { item: bread.id }))).toBe(0);
    expect(await done(bot, () => bot.command('useItem', { item: bread.id }))).toBe(REASONS.onCooldown);
    expect(held(bot, 'bread')?.quantity).toBe(bread.quantity - 1);
  });
});

describe('a vendor', () => {
  it('sells for gold, buys for less, and refuses who has none', async () => {
    const bot = await stage.join();
    const { npc, wares } = await atVendor(bot);
    const { gold } = bot.known('sheet');
    const cheap = wares.find(kind => items.get(kind)!.price <= gold)!;
    const dear = wares.toSorted((a, b) => items.get(b)!.price - items.get(a)!.price)[0];
    expect(await done(bot, () => bot.command('buy', { npc, kind: cheap, quantity: 1 }))).toBe(0);
    const left = gold - items.get(cheap)!.price;
    expect(bot.known('sheet').gold).toBe(left);
    expect(bot.all('gained')).toContainEqual({
      xp: 0,
      gold: left - gold,
      items: [{ kind: cheap, quantity: 1 }],
      cause: CAUSE_VENDOR,
    });
    if (items.get(dear)!.price > left) {
      expect(await done(bot, () => bot.command('buy', { npc, kind: dear, quantity: 1 }))).toBe(REASONS.notEnoughGold);
    }
    expect(await done(bot, () => bot.command('buy', { npc, kind: kindOf('rusks-seal'), quantity: 1 }))).toBe(REASONS.notForSale);
    for (const quantity of [0, 65535]) {
      expect(await done(bot, () => bot.command('buy', { npc, kind: cheap, quantity }))).toBe(REASONS.badQuantity);
    }
    const bought = bot.known('bag').items.find(item => item.kind === cheap)!;
    expect(await done(bot, () => bot.command('sell', { npc, item: bought.id, quantity: 1 }))).toBe(0);
    expect(bot.known('sheet').gold).toBeGreaterThanOrEqual(left);
  });

  it('does not trade over a distance', async () => {
    const bot = await stage.join();
    const { npc, wares } = await atVendor(bot);
    await stage.place(bot, bot.own!.x + 40, bot.own!.z);
    expect(await done(bot, () => bot.command('buy', { npc, kind: wares[0], quantity: 1 }))).toBe(REASONS.tooFar);
  });
});

describe('a node', () => {
  it('is gathered by one, seen spent by all, and grows back', async () => {
    const [bot, other] = [await stage.join(), await stage.join()];
    const { x, z, respawn_s } = await stage.world(world => world.place.nodes[0]);
    await stage.place(bot, x + 1.6, z);
    await stage.place(other, x - 1.6, z);
    await stage.turns(8);
    const gathered = bot.command('gather', { node: 0 });
    await stage.seconds(2.4);
    expect(bot.result(gathered)).toBe(0);
    expect(bot.known('gained').items).toHaveLength(1);
    expect(other.known('nodes').spent).toContain(0);
    expect(await done(other, () => other.command('gather', { node: 0 }))).toBe(REASONS.nodeSpent);
    stage.pass(respawn_s * 1000);
    await stage.seconds(1.2);
    expect(other.known('nodes').spent).not.toContain(0);
  });
});
