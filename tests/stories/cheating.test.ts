// Cheats of one who plays by the protocol: the things of others, quantities that cannot be, everything twice, and acting while dead.
import { afterEach, describe, expect, it } from 'vitest';
import { WORN_BASE } from '../../src/shared/protocol/limits';
import { REASONS } from '../../src/shared/rules/reasons';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(() => stage.clear());

/** Somebody who has found already what there is to find where he stands. */
async function settled(): Promise<Bot> {
  const bot = await stage.join();
  await stage.turns(12);
  return bot;
}

/** Everything of value that a character has; what he did is counted as he goes. */
const stateOf = (bot: Bot) =>
  stage.player(bot, ({ character }) => JSON.stringify({ ...character, life: { ...character.life, tallies: {} } }));

/** Puts the bot beside a villager who buys and sells; returns his entity. */
async function besideVendor(bot: Bot): Promise<number> {
  const { npc, x, z } = await stage.world(world => {
    const [entity] = [...world.villagers].find(([, { vendor }]) => vendor?.length) ?? [0];
    return { npc: entity, x: world.sim.core.x(entity), z: world.sim.core.z(entity) };
  });
  await stage.place(bot, x + 1, z);
  await stage.turns(14);
  return npc;
}

describe('the things of another', () => {
  it('cannot be moved, dropped, eaten or sold, even by one who knows their ids', async () => {
    const [owner, thief] = [await settled(), await settled()];
    const npc = await besideVendor(thief);
    const before = [await stateOf(owner), await stateOf(thief)];
    const [bread] = owner.known('bag').items.filter(item => item.quantity > 1);
    const tries = [
      thief.command('move', { item: bread.id, slot: 20, quantity: 1 }),
      thief.command('drop', { item: bread.id, quantity: 1 }),
      thief.command('useItem', { item: bread.id }),
      thief.command('sell', { npc, item: bread.id, quantity: 1 }),
    ];
    await stage.turns(2);
    for (const command of tries) expect(thief.result(command)).toBe(REASONS.noSuchItem);
    expect([await stateOf(owner), await stateOf(thief)]).toEqual(before);
  });
});

describe('quantities and slots that cannot be', () => {
  it('change nothing, whichever command carries them', async () => {
    const bot = await settled();
    const npc = await besideVendor(bot);
    const before = await stateOf(bot);
    const bread = bot.known('bag').items.find(item => item.quantity > 1)!;
    const worn = bot.known('bag').items.find(item => item.slot >= WORN_BASE)!;
    const tries: number[] = [];
    for (const quantity of [0, bread.quantity + 1, 65535]) {
      tries.push(bot.command('move', { item: bread.id, slot: 20, quantity }));
      tries.push(bot.command('drop', { item: bread.id, quantity }));
      tries.push(bot.command('sell', { npc, item: bread.id, quantity }));
      tries.push(bot.command('buy', { npc, kind: bread.kind, quantity }));
    }
    await stage.seconds(2);
    for (const slot of [24, 99, WORN_BASE, WORN_BASE + 10, 255])
      tries.push(bot.command('move', { item: bread.id, slot, quantity: 1 }));
    tries.push(bot.command('move', { item: worn.id, slot: bread.slot, quantity: 1 }));
    tries.push(bot.command('move', { item: worn.id, slot: 20, quantity: 2 }));
    await stage.turns(2);
    for (const command of tries) expect(bot.result(command)).toBeGreaterThan(0);
    expect(await stateOf(bot)).toBe(before);
  });
});

describe('the same thing twice in one tick', () => {
  it('is given once: sold, dropped, split and eaten', async () => {
    const bot = await settled();
    const npc = await besideVendor(bot);
    const bread = bot.known('bag').items.find(item => item.quantity > 1)!;
    const all = { item: bread.id, quantity: bread.quantity };
    const tries = [
      bot.command('sell', { npc, ...all }),
      bot.command('sell', { npc, ...all }),
      bot.command('drop', all),
      bot.command('move', { ...all, slot: 20 }),
      bot.command('useItem', { item: bread.id }),
    ];
    await stage.turns(2);
    const [first, ...rest] = tries.map(command => bot.result(command));
    expect(first).toBe(0);
    for (const reason of rest) expect(reason).toBe(REASONS.noSuchItem);
    expect((await stage.status()).ledger.balance).toBe(0);
  });
});

describe('one who is dead', () => {
  it('neither deals, takes, gathers, eats nor waves; and a dead villager sells nothing', async () => {
    const bot = await settled();
    const npc = await besideVendor(bot);
    const before = await stateOf(bot);
    const [bread] = bot.known('bag').items.filter(item => item.quantity > 1);
    await stage.player(bot, ({ entity }, world) => world.sim.core.setVitals(entity, 0, 0));
    const tries = [
      bot.command('sell', { npc, item: bread.id, quantity: 1 }),
      bot.command('buy', { npc, kind: bread.kind, quantity: 1 }),
      bot.command('acceptQuest', { npc, quest: 1 }),
      bot.command('turnInQuest', { npc, quest: 1, choice: 0 }),
      bot.command('loot', { corpse: npc }),
      bot.command('pickUp', { ground: 1 }),
      bot.command('gather', { node: 0 }),
      bot.command('drop', { item: bread.id, quantity: 1 }),
      bot.command('useItem', { item: bread.id }),
    ];
    bot.send('talk', { target: npc });
    await stage.turns(2);
    for (const command of tries) expect(bot.result(command)).toBe(REASONS.isDead);
    expect(bot.known('notice').value).toBe(REASONS.isDead);
    expect(await stateOf(bot)).toBe(before);
    await stage.player(bot, ({ entity }, { sim: { core } }) => {
      core.setVitals(entity, 50, 0);
      core.setVitals(npc, 0, 0);
    });
    const late = bot.command('sell', { npc, item: bread.id, quantity: 1 });
    await stage.turns(2);
    expect(bot.result(late)).toBe(REASONS.targetDead);
    await stage.world(({ sim: { core } }) => core.setVitals(npc, 1000, 0));
  });
});

describe('names of bodies that are gone', () => {
  it('mean nobody, also when another has their place now', async () => {
    const [bot, gone] = [await settled(), await stage.join()];
    const stale = gone.entity;
    await gone.cut();
    await stage.minute();
    const next = await stage.join();
    expect(next.entity).not.toBe(stale);
    bot.heard.length = 0;
    bot.send('whois', { ids: [stale, stale, 0xffffffff] });
    bot.send('talk', { target: stale });
    const strike = bot.use(1, stale);
    await stage.turns(2);
    expect(bot.known('who').people).toEqual([]);
    expect(bot.known('notice').value).toBe(REASONS.nothingThere);
    expect(bot.all('refused').find(r => r.number === strike)?.reason).toBe(REASONS.noTarget);
  });
});
