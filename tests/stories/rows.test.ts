// What deeds cost: rows are the bill. A deed writes its doer's row, the things it moved and what they were taken from, and nothing beside; D1
// hears of many deeds in one.
import { env } from 'cloudflare:workers';
import { afterEach, expect, it } from 'vitest';
import { quests } from '../../src/shared/content';
import type { Npc } from '../../src/shared/content/kinds';
import { BAG_SLOTS, BANK_BASE } from '../../src/shared/protocol/limits';
import { applyDeath } from '../../src/shared/rules/durability';
import { LEDGER } from '../../src/shared/rules/journal';
import { approach, slay } from '../harness/hunt';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(() => stage.clear());

/** Rows that the region writes for a command, without its one row a second. */
async function rowsOf(bot: Bot, send: () => number): Promise<number> {
  const softs = async () => (await stage.rows('SELECT max(at_ms) AS at_ms FROM soft'))[0].at_ms;
  const [before, soft] = [await stage.counter('rows.written'), await softs()];
  const command = send();
  await stage.turns(2);
  expect(bot.result(command)).toBe(0);
  const rows = (await stage.counter('rows.written')) - before;
  return (await softs()) === soft ? rows : rows - 1;
}

/** Stands beside a villager; returns his entity. */
async function stand(bot: Bot, isHe: (npc: Npc) => boolean): Promise<number> {
  const [npc, x, z] = await stage.world(({ villagers, sim: { core } }) => {
    const [entity] = [...villagers].find(([, kind]) => isHe(kind))!;
    return [entity, core.x(entity), core.z(entity)];
  });
  await stage.place(bot, x + 1, z);
  bot.send('talk', { target: npc });
  await stage.turns(2);
  return npc;
}

it('trade: the seller and his pile', async () => {
  const bot = await stage.join();
  const npc = await stand(bot, ({ vendor }) => (vendor?.length ?? 0) > 0);
  const pile = bot.known('bag').items.find(item => item.quantity > 2)!;
  const sell = () => bot.command('sell', { npc, item: pile.id, quantity: 1 });
  expect([await rowsOf(bot, sell), await rowsOf(bot, sell)]).toEqual([2, 2]);
  await stage.clear();
  const query = 'SELECT gold, quantity FROM ledger WHERE character_id = ? AND cause = ? ORDER BY gold';
  const told = await env.DB.prepare(query).bind(bot.guest.character, LEDGER.vendorSell).all();
  expect(told.results).toEqual([
    { gold: 0, quantity: -2 },
    { gold: expect.any(Number), quantity: 0 },
  ]);
});

it('a word given: only who gave it', async () => {
  const bot = await stage.join();
  const { id, giver } = quests.key('new-boots');
  const npc = await stand(bot, ({ key }) => key === giver);
  expect(await rowsOf(bot, () => bot.command('acceptQuest', { npc, quest: id }))).toBe(1);
});

it('loot: the looter, what he found and where it lay', async () => {
  const bot = await stage.join();
  const bandit = await approach(stage, [bot], 'bandit', 0.2);
  await slay(stage, [bot], bandit);
  await stage.until(() => bot.all('corpse').some(told => told.corpse === bandit), 10, 'loot');
  const piles = () => bot.known('bag').items.map(({ id, quantity }) => `${id} ${quantity}`);
  const before = piles();
  const rows = await rowsOf(bot, () => bot.command('loot', { corpse: bandit }));
  const found = piles().filter(pile => !before.includes(pile));
  expect(rows).toBe(2 + found.length);
});

it('the bank: the owner and what was moved; order: only what lay elsewhere', async () => {
  const bot = await stage.join();
  const npc = await stand(bot, ({ banker }) => banker === true);
  const [bread, draught] = bot.known('bag').items.filter(item => item.slot < BAG_SLOTS);
  const rows: number[][] = [];
  // Something may happen in the place meanwhile, and writes a row of its own: the least of three is the deed's.
  for (let turn = 0; turn < 3; turn++) {
    rows.push([
      await rowsOf(bot, () => bot.command('bank', { npc, item: bread.id, slot: BANK_BASE + 3, quantity: bread.quantity })),
      await rowsOf(bot, () => bot.command('sort', { npc })),
      await rowsOf(bot, () => bot.command('bank', { npc, item: bread.id, slot: 20, quantity: bread.quantity })),
      await rowsOf(bot, () => bot.command('move', { item: draught.id, slot: 10 + turn, quantity: draught.quantity })),
    ]);
  }
  expect(rows[0].map((_, i) => Math.min(...rows.map(each => each[i])))).toEqual([2, 2, 2, 2]);
  await rowsOf(bot, () => bot.command('sort', { npc: 0 }));
  // What lies in order is not written again, only that the command was done.
  expect(
    Math.min(await rowsOf(bot, () => bot.command('sort', { npc: 0 })), await rowsOf(bot, () => bot.command('sort', { npc: 0 }))),
  ).toBe(1);
});

it('mending: the payer and what was mended', async () => {
  const bot = await stage.join();
  const npc = await stand(bot, ({ smith }) => smith === true);
  await stage.player(bot, ({ character, journal }) => applyDeath(character, journal));
  await stage.turns(2);
  const worn = bot.known('bag').items.filter(item => item.wear > 0);
  expect(await rowsOf(bot, () => bot.command('repair', { npc, item: worn[0].id }))).toBe(2);
  expect(await rowsOf(bot, () => bot.command('repair', { npc, item: '' }))).toBe(worn.length);
});
