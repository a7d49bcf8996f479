// Crafting as players do it: at a station, piece by piece, each written whole; and learning how.
import { afterEach, describe, expect, it } from 'vitest';
import { BUTTON_FORWARD } from '../../assembly/layout';
import { ALDERWICK, effects, items, recipes } from '../../src/shared/content';
import { TRADES } from '../../src/shared/content/trades';
import { CAUSE_CRAFT, LEARNED_FOUND, LEARNED_TAUGHT, WORK_CRAFT } from '../../src/shared/protocol/messages';
import { CRAFT_TICKS } from '../../src/shared/rules/craft';
import { LEDGER } from '../../src/shared/rules/journal';
import { REASONS } from '../../src/shared/rules/reasons';
import { readStatus } from '../../src/shared/sim';
import { has, supply, train } from '../harness/supplies';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(async () => {
  expect((await stage.status()).ledger.balance).toBe(0);
  await stage.clear();
});

const idOf = (key: string): number => recipes.key(key).id;
const craft = (bot: Bot, key: string, quantity = 1): number => bot.command('craft', { recipe: idOf(key), quantity });

async function atStation(bot: Bot, kind: string): Promise<void> {
  const { x, z } = ALDERWICK.props.find(prop => prop.kind === kind)!;
  await stage.place(bot, x + 1.6, z + 0.4);
  await stage.turns(8);
}
async function atVillager(bot: Bot, key: string): Promise<number> {
  const { entity, x, z } = await stage.world(world => {
    const [number] = [...world.villagers].find(([, npc]) => npc.key === key)!;
    return { entity: number, x: world.sim.core.x(number), z: world.sim.core.z(number) };
  });
  await stage.place(bot, x + 1, z);
  await stage.turns(2);
  return entity;
}

describe('at a station', () => {
  it('pieces are made one after the other, each told when it is written', async () => {
    const bot = await stage.join();
    await supply(stage, bot, { 'iron-ore': 6, 'smiths-flux': 3 });
    await atStation(bot, 'anvil');
    const command = craft(bot, 'iron-ingot', 3);
    await stage.turns(2);
    expect(bot.known('work')).toEqual({ what: WORK_CRAFT, of: idOf('iron-ingot'), ticks: CRAFT_TICKS, left: 2 });
    await stage.turns(CRAFT_TICKS + 1);
    expect(has(bot, 'iron-ingot')).toBeGreaterThanOrEqual(1);
    expect(has(bot, 'iron-ore')).toBe(4);
    expect(bot.result(command)).toBeUndefined();
    await stage.turns(2 * CRAFT_TICKS + 4);
    expect(bot.result(command)).toBe(0);
    expect(bot.all('made')).toHaveLength(3);
    expect(has(bot, 'iron-ingot')).toBe(3 + bot.all('made').reduce((sum, { bonus }) => sum + bonus, 0));
    expect([has(bot, 'iron-ore'), has(bot, 'smiths-flux')]).toEqual([0, 0]);
    expect(bot.known('life').skills).toContainEqual({ of: 'smithing', count: 3 });
    expect(bot.all('gained').filter(gain => gain.cause === CAUSE_CRAFT)).toHaveLength(3);
    const [{ lines }] = await stage.rows('SELECT lines FROM character WHERE id = ?', bot.guest.character);
    const booked = (JSON.parse(String(lines)) as { cause: number; quantity: number }[]).filter(
      ({ cause }) => cause >= LEDGER.crafted,
    );
    const sum = (of: number): number => booked.reduce((all, { cause, quantity }) => all + (cause === of ? quantity : 0), 0);
    expect([sum(LEDGER.crafted), sum(LEDGER.usedUp)]).toEqual([has(bot, 'iron-ingot'), -9]);
  });

  it('a thing bears its maker’s name', async () => {
    const bot = await stage.join();
    await train(stage, bot, { tailoring: 5 });
    await supply(stage, bot, { 'cured-leather': 3, 'strong-thread': 1 });
    await atStation(bot, 'loom');
    const command = craft(bot, 'stitched-jerkin');
    await stage.turns(CRAFT_TICKS + 3);
    expect(bot.result(command)).toBe(0);
    const jerkin = bot.known('bag').items.find(item => item.kind === items.key('stitched-jerkin').id)!;
    expect(jerkin).toMatchObject({ maker: bot.guest.name, from: idOf('stitched-jerkin'), by: 3 });
    expect(jerkin.quality).toBe(bot.known('made').quality);
  });

  it('walking away ends it: what is finished stays, the rest was never touched, and the command is not done twice', async () => {
    const bot = await stage.join();
    await supply(stage, bot, { 'iron-ore': 6, 'smiths-flux': 3 });
    await atStation(bot, 'anvil');
    const command = craft(bot, 'iron-ingot', 3);
    await stage.turns(CRAFT_TICKS + 10);
    bot.hold(BUTTON_FORWARD);
    await stage.turns(8);
    bot.clientTick += 10;
    bot.hold(0);
    await stage.turns(4);
    expect(bot.result(command)).toBe(REASONS.workStopped);
    expect(bot.all('made')).toHaveLength(1);
    expect([has(bot, 'iron-ore'), has(bot, 'smiths-flux')]).toEqual([4, 2]);
    await atStation(bot, 'anvil');
    bot.command('craft', { recipe: idOf('iron-ingot'), quantity: 3 }, command);
    await stage.turns(2);
    expect(bot.result(command)).toBe(REASONS.alreadyDone);
  });

  it('a fight ends it, and nothing is begun in one', async () => {
    const bot = await stage.join();
    await supply(stage, bot, { 'iron-ore': 10, 'smiths-flux': 5 });
    await atStation(bot, 'anvil');
    const broken = craft(bot, 'iron-ingot', 5);
    await stage.turns(5);
    const wolf = await stage.world(world => {
      const [id] = [...world.creatures].find(([, c]) => c.kind.key === 'wolf')!;
      world.sim.core.teleport(id, bot.own!.x + 2, Number.NaN, bot.own!.z, 0);
      world.sim.core.setHome(id, bot.own!.x + 2, bot.own!.z, 1, -1, 0);
      return id;
    });
    await stage.until(() => bot.result(broken) !== undefined, 240, 'the wolf to bite');
    expect(bot.result(broken)).toBe(REASONS.workStopped);
    const refused = craft(bot, 'iron-ingot');
    await stage.turns(2);
    expect(bot.result(refused)).toBe(REASONS.inCombat);
    expect(has(bot, 'iron-ore')).toBe(10 - 2 * bot.all('made').length);
    await stage.world(world => world.sim.core.setVitals(wolf, 0, 0));
  });

  it('nothing is begun without a station, the skill, the recipe or the things, and a full bag keeps everything', async () => {
    const bot = await stage.join();
    const reasonOf = async (key: string, quantity = 1): Promise<number | undefined> => {
      const command = craft(bot, key, quantity);
      await stage.turns(2);
      return bot.result(command);
    };
    expect(await reasonOf('iron-ingot')).toBe(REASONS.noStation);
    await atStation(bot, 'anvil');
    expect(await reasonOf('iron-ingot')).toBe(REASONS.missingThings);
    expect(await reasonOf('iron-ingot', 0)).toBe(REASONS.badQuantity);
    expect(await reasonOf('cobalt-ingot')).toBe(REASONS.skillTooLow);
    await train(stage, bot, { smithing: 18 });
    expect(await reasonOf('iron-byrnie')).toBe(REASONS.unknownRecipe);
    await supply(stage, bot, { 'iron-ore': 5, 'smiths-flux': 5 });
    await supply(stage, bot, { 'fang-necklace': 24 - bot.known('bag').items.filter(item => item.slot < 24).length });
    expect(await reasonOf('iron-ingot')).toBe(REASONS.bagFull);
    expect([has(bot, 'iron-ore'), has(bot, 'smiths-flux')]).toEqual([5, 5]);
    await stage.player(bot, ({ entity }, world) => world.sim.core.setVitals(entity, 0, 0));
    await stage.turns(1);
    expect(await reasonOf('iron-ingot')).toBe(REASONS.isDead);
  });

  it('what runs out on the way ends it there', async () => {
    const bot = await stage.join();
    await supply(stage, bot, { 'silver-trout': 1, 'cooking-salt': 3 });
    await atStation(bot, 'hearth');
    const command = craft(bot, 'grilled-trout', 3);
    await stage.turns(CRAFT_TICKS + 3);
    expect(bot.result(command)).toBe(REASONS.missingThings);
    expect(has(bot, 'grilled-trout')).toBe(1 + bot.known('made').bonus);
  });

  it('a finished piece outlives a crash, and only once', async () => {
    const bot = await stage.join();
    await supply(stage, bot, { 'iron-ore': 4, 'smiths-flux': 2 });
    await atStation(bot, 'anvil');
    const command = craft(bot, 'iron-ingot', 2);
    await stage.turns(CRAFT_TICKS + 6);
    const ingots = has(bot, 'iron-ingot');
    expect(ingots).toBeGreaterThanOrEqual(1);
    await stage.crash();
    const back = await stage.enter(bot.guest);
    expect([has(back, 'iron-ingot'), has(back, 'iron-ore')]).toEqual([ingots, 2]);
    back.command('craft', { recipe: idOf('iron-ingot'), quantity: 2 }, command);
    await stage.turns(2);
    expect(back.result(command)).toBe(REASONS.alreadyDone);
  });
});

describe('a recipe', () => {
  it('is taught for gold by a villager who knows it, near enough, once', async () => {
    const bot = await stage.join();
    const { gold } = bot.known('sheet');
    const npc = await atVillager(bot, 'maud');
    const learn = async (recipe: string, from = npc): Promise<number | undefined> => {
      const command = bot.command('learn', { npc: from, recipe: idOf(recipe) });
      await stage.turns(2);
      return bot.result(command);
    };
    expect(await learn('iron-byrnie')).toBe(REASONS.notTaught);
    expect(await learn('cloud-pudding')).toBe(REASONS.skillTooLow);
    await train(stage, bot, { cooking: 30 });
    expect(gold).toBeLessThan(recipes.key('cloud-pudding').cost!);
    expect(await learn('cloud-pudding')).toBe(REASONS.notEnoughGold);
    await stage.player(bot, ({ character, journal }) => {
      character.gold += 300;
      journal.gold(1, 300);
    });
    expect(await learn('cloud-pudding')).toBe(0);
    expect(bot.known('sheet').gold).toBe(gold + 300 - recipes.key('cloud-pudding').cost!);
    expect(bot.known('life').recipes).toEqual([idOf('cloud-pudding')]);
    expect(bot.known('learned')).toEqual({ recipe: idOf('cloud-pudding'), how: LEARNED_TAUGHT });
    expect(await learn('cloud-pudding')).toBe(REASONS.recipeKnown);
    await stage.place(bot, bot.own!.x + 30, bot.own!.z);
    expect(await learn('wayfarers-feast')).toBe(REASONS.tooFar);
  });

  it('is found out by trying: right or wrong, one of each is used up', async () => {
    const bot = await stage.join();
    await train(stage, bot, { alchemy: 56 });
    await supply(stage, bot, { healwort: 2, 'wisp-glimmer': 2, 'glass-vial': 1 });
    await atStation(bot, 'alembic');
    const attempt = async (...keys: string[]): Promise<number | undefined> => {
      const kinds = keys.map(key => items.key(key).id);
      const command = bot.command('experiment', { trade: TRADES.indexOf('alchemy'), kinds });
      await stage.turns(CRAFT_TICKS + 3);
      return bot.result(command);
    };
    expect(await attempt('healwort')).toBe(REASONS.badQuantity);
    expect(await attempt('healwort', 'moonbell')).toBe(REASONS.missingThings);
    expect(await attempt('healwort', 'wisp-glimmer')).toBe(REASONS.comesToNothing);
    expect([has(bot, 'healwort'), has(bot, 'wisp-glimmer')]).toEqual([1, 1]);
    expect(await attempt('healwort', 'wisp-glimmer', 'glass-vial')).toBe(0);
    expect(bot.known('learned')).toEqual({ recipe: idOf('elixir-regrowth'), how: LEARNED_FOUND });
    expect([has(bot, 'healwort'), has(bot, 'wisp-glimmer'), has(bot, 'glass-vial')]).toEqual([0, 0, 0]);
  });
});

describe('what is made', () => {
  it('works: an elixir for minutes, a meal while one sits', async () => {
    const bot = await stage.join();
    await stage.player(bot, ({ character, journal }) => {
      character.level = 10;
      journal.character = true;
    });
    await supply(stage, bot, { 'elixir-stone': 1, 'berry-tart': 1 });
    const use = async (key: string): Promise<number | undefined> => {
      const item = bot.known('bag').items.find(row => row.kind === items.key(key).id)!.id;
      const command = bot.command('useItem', { item });
      await stage.turns(2);
      return bot.result(command);
    };
    expect(await use('elixir-stone')).toBe(0);
    expect(await use('berry-tart')).toBe(0);
    const { bytes } = bot.known('status');
    const running = readStatus(new DataView(Uint8Array.from(bytes).buffer), 0).effects;
    const left = new Map(running.map(({ effect, ticks }) => [effects.get(effect)?.key, ticks]));
    expect(left.get('stone-skin')).toBeGreaterThan(5900);
    expect(left.get('nourished')).toBeGreaterThan(200);
    const hp = await stage.player(bot, ({ entity }, world) => {
      world.sim.core.setVitals(entity, 20, 10);
      return world.sim.core.hp(entity);
    });
    await stage.seconds(6);
    expect(await stage.player(bot, ({ entity }, world) => world.sim.core.hp(entity))).toBeGreaterThan(hp + 20);
  });
});
