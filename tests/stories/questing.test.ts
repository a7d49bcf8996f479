// Quests: the first chain from end to end, as a newcomer plays it.
import { afterEach, describe, expect, it } from 'vitest';
import { items, quests } from '../../src/shared/content';
import { REASONS } from '../../src/shared/rules/reasons';
import { wornSlot } from '../../src/shared/rules/worn';
import { approach, slay } from '../harness/hunt';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(async () => {
  expect((await stage.status()).ledger.balance).toBe(0);
  await stage.clear();
});

/** Walks up to a villager (by standing there) and speaks to him; returns his entity. */
async function meet(bot: Bot, key: string): Promise<number> {
  const found = await stage.world(world => {
    const [entity] = [...world.villagers].find(([, npc]) => npc.key === key)!;
    return { entity, x: world.sim.core.x(entity), z: world.sim.core.z(entity) };
  });
  await stage.place(bot, found.x + 1, found.z + 1);
  await stage.turns(2);
  bot.send('talk', { target: found.entity });
  await stage.turns(2);
  return found.entity;
}

async function done(bot: Bot, command: number): Promise<number | undefined> {
  await stage.turns(2);
  return bot.result(command);
}

async function accept(bot: Bot, key: string): Promise<number | undefined> {
  const { id, giver } = quests.key(key);
  const npc = await meet(bot, giver);
  return done(bot, bot.command('acceptQuest', { npc, quest: id }));
}

async function turnIn(bot: Bot, key: string, choice = 0): Promise<number | undefined> {
  const { id, ender } = quests.key(key);
  const npc = await meet(bot, ender);
  return done(bot, bot.command('turnInQuest', { npc, quest: id, choice }));
}

const countsOf = (bot: Bot, key: string) => bot.known('quests').active.find(q => q.quest === quests.key(key).id)?.counts;

describe('the first three quests', () => {
  it('teach walking, fighting and dressing, one after another', async () => {
    const bot = await stage.join();
    expect(await accept(bot, 'teeth-in-the-hedge')).toBe(REASONS.questNotOffered);
    expect(await accept(bot, 'new-boots')).toBe(0);
    expect(await accept(bot, 'new-boots')).toBe(REASONS.questKnown);
    expect(await turnIn(bot, 'new-boots')).toBe(REASONS.questNotReady);
    const square = await stage.world(world => world.place.pois.find(poi => poi.key === 'square')!);
    await stage.place(bot, square.x, square.z);
    await stage.turns(12);
    await meet(bot, 'nan');
    await meet(bot, 'isolde');
    expect(countsOf(bot, 'new-boots')).toEqual([1, 1, 1]);
    expect(bot.known('dialogue').questsDone).toEqual([quests.key('new-boots').id]);
    expect(await turnIn(bot, 'new-boots')).toBe(0);
    expect(bot.known('quests').done).toEqual([quests.key('new-boots').id]);
    const cap = bot.known('bag').items.find(item => item.kind === items.key('wool-cap').id)!;
    expect(cap).toBeDefined();
    expect(await turnIn(bot, 'new-boots')).toBe(REASONS.noSuchQuest);

    expect(await accept(bot, 'teeth-in-the-hedge')).toBe(0);
    for (let kill = 0; kill < 5; kill++) await slay(stage, [bot], await approach(stage, [bot], kill % 2 ? 'boar' : 'wolf', 0.5));
    await stage.turns(2);
    expect(countsOf(bot, 'teeth-in-the-hedge')?.[1]).toBe(5);
    expect(await turnIn(bot, 'teeth-in-the-hedge')).toBe(0);

    expect(await accept(bot, 'dressed-for-it')).toBe(0);
    const gloves = bot.known('bag').items.find(item => item.kind === items.key('work-gloves').id)!;
    expect(await done(bot, bot.command('move', { item: cap.id, slot: wornSlot('head'), quantity: 1 }))).toBe(0);
    expect(await done(bot, bot.command('move', { item: gloves.id, slot: wornSlot('hands'), quantity: 1 }))).toBe(0);
    await meet(bot, 'bram');
    expect(countsOf(bot, 'dressed-for-it')).toEqual([1, 1, 1]);
    expect(await turnIn(bot, 'dressed-for-it', 9)).toBe(REASONS.badChoice);
    expect(await turnIn(bot, 'dressed-for-it', 1)).toBe(0);
    expect(bot.known('bag').items.some(item => item.kind === items.key('wayfarer-jerkin').id)).toBe(true);

    await stage.crash();
    const back = await stage.enter(bot.guest);
    expect(back.known('quests').done).toEqual(['new-boots', 'teeth-in-the-hedge', 'dressed-for-it'].map(key => quests.key(key).id));
  });

  it('can be given up and taken again', async () => {
    const bot = await stage.join();
    await accept(bot, 'new-boots');
    const quest = quests.key('new-boots').id;
    expect(await done(bot, bot.command('abandonQuest', { quest }))).toBe(0);
    expect(bot.known('quests').active).toEqual([]);
    expect(await done(bot, bot.command('abandonQuest', { quest }))).toBe(REASONS.noSuchQuest);
    expect(await accept(bot, 'new-boots')).toBe(0);
  });

  it('are not taken from afar', async () => {
    const bot = await stage.join();
    const npc = await meet(bot, 'aldous');
    await stage.place(bot, bot.own!.x + 50, bot.own!.z);
    const command = bot.command('acceptQuest', { npc, quest: quests.key('new-boots').id });
    expect(await done(bot, command)).toBe(REASONS.tooFar);
  });
});
