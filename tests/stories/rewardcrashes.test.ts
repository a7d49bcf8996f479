// Everything dies, five and twenty times, in the moments in which rewards are given: pieces made, quests turned in, corpses looted, bosses
// slain. What was told as done is there afterwards; a command that is sent again does nothing twice; the books balance.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { placeBoss } from '../../src/region/systems/encounters';
import { ALDERWICK, monsters, quests, recipes } from '../../src/shared/content';
import type { Quest } from '../../src/shared/content/kinds';
import { CRAFT_TICKS } from '../../src/shared/rules/craft';
import { REASONS } from '../../src/shared/rules/reasons';
import { seeded } from '../harness/seeded';
import { has, supply } from '../harness/supplies';
import { type Bot, Stage } from '../harness/world';

const CRASHES = 25;
const BOSS = 'door-warden';
/** A boss is paid for by blows: strong enough to deal one that ends it. */
const MIGHT = 5000;
const STRIKE = 1;

const stage = await Stage.open();
const chance = seeded(20261126);
/** Ticks from the command to the end of everything; up to `most`. */
const soon = (most: number): number => Math.floor(chance() * (most + 1));
let bot: Bot;
/** Of the last command: one that is sent again has its own number, and the next one a new one. */
let last = 0;
const number = (): number => ++last;

beforeAll(async () => {
  bot = await stage.join();
  await stage.player(bot, player => {
    player.character.level = 20;
    player.changed = player.journal.character = true;
  });
  await stage.turns(3);
});
afterAll(async () => {
  expect((await stage.status()).ledger.balance).toBe(0);
  await stage.clear();
});

interface Owned {
  xp: number;
  gold: number;
  done: readonly number[];
  items: Map<string, number>;
}
/** All that is his, as the region has it. */
const owned = (): Promise<Owned> =>
  stage.player(bot, ({ character: { level, xp, gold, done, items } }) => ({
    xp: level * 1e6 + xp,
    gold,
    done: [...done],
    items: new Map(items.map(({ id, quantity }) => [id, quantity])),
  }));

/** What he was told last, before the end. */
const told = () => ({
  gold: bot.known('sheet').gold,
  done: bot.known('quests').done,
  items: new Map(bot.known('bag').items.map(({ id, quantity }) => [id, quantity])),
});

/** Lets it go on for so long; then all objects die, and he comes back. */
async function crashAfter(ticks: number): Promise<ReturnType<typeof told>> {
  await stage.turns(ticks);
  const shown = told();
  await stage.crash();
  bot = await stage.enter(bot.guest);
  return shown;
}

/** What he was told was his is his, but for what he gave away himself since. */
function expectKept(shown: ReturnType<typeof told>, now: Owned, spends: (id: string) => boolean = () => false): void {
  expect(now.gold).toBeGreaterThanOrEqual(shown.gold);
  for (const quest of shown.done) expect(now.done).toContain(quest);
  for (const [id, quantity] of shown.items) if (!spends(id)) expect(now.items.get(id) ?? 0, id).toBeGreaterThanOrEqual(quantity);
}

async function crafts(): Promise<void> {
  await supply(stage, bot, { 'iron-ore': 6, 'smiths-flux': 3 });
  const { x, z } = ALDERWICK.props.find(prop => prop.kind === 'anvil')!;
  await stage.place(bot, x + 1.6, z + 0.4);
  await stage.turns(8);
  const skill = () => stage.player(bot, ({ character }) => character.life.skills.smithing ?? 0);
  const before = { skill: await skill(), ore: has(bot, 'iron-ore'), ingots: has(bot, 'iron-ingot') };
  const body = { recipe: recipes.key('iron-ingot').id, quantity: 3 };
  const command = bot.command('craft', body, number());
  const shown = await crashAfter(soon(3 * CRAFT_TICKS + 3));
  const ores = new Set(bot.known('bag').items.map(({ id }) => id));
  expectKept(shown, await owned(), id => !ores.has(id) || shown.items.get(id) !== undefined);
  const madeByThen = (await skill()) - before.skill;
  // Where he stood may be a second old.
  await stage.place(bot, x + 1.6, z + 0.4);
  await stage.turns(8);
  bot.command('craft', body, command);
  await stage.turns(3 * CRAFT_TICKS + 8);
  const made = (await skill()) - before.skill;
  // From its first piece on the command counts as done.
  expect(made).toBe(madeByThen || 3);
  expect(before.ore - has(bot, 'iron-ore')).toBe(2 * made);
  expect(has(bot, 'iron-ingot') - before.ingots).toBeGreaterThanOrEqual(made);
  await stage.player(bot, ({ character }) => {
    character.life.skills.smithing = 0;
  });
}

const plain = ({ objectives, reward, needs, daily, ends, when }: Quest): boolean =>
  !reward.choose &&
  !needs &&
  !daily &&
  !ends &&
  !when &&
  objectives.every(({ kind }) => ['kill', 'talk', 'reach', 'explore', 'use'].includes(kind));
const errands = quests.all.filter(quest => plain(quest) && ALDERWICK.npcs.some(({ key }) => key === quest.ender));

async function turnsIn(quest: Quest): Promise<void> {
  await stage.player(bot, ({ character, journal }) => {
    character.done = character.done.filter(id => id !== quest.id);
    character.quests = [{ quest: quest.id, counts: quest.objectives.map(() => 999) }];
    journal.character = true;
  });
  const { entity, x, z } = await stage.world(world => {
    const [number] = [...world.villagers].find(([, npc]) => npc.key === quest.ender)!;
    return { entity: number, x: world.sim.core.x(number), z: world.sim.core.z(number) };
  });
  await stage.place(bot, x + 1, z);
  await stage.turns(2);
  const before = await owned();
  const body = { quest: quest.id, choice: 0 };
  const command = bot.command('turnInQuest', { ...body, npc: entity }, number());
  const shown = await crashAfter(soon(2));
  expectKept(shown, await owned());
  // After a crash everybody is at home.
  const { id: again, ...at } = await stage.world(world => {
    const [id] = [...world.villagers].find(([, npc]) => npc.key === quest.ender)!;
    return { id, x: world.sim.core.x(id), z: world.sim.core.z(id) };
  });
  await stage.place(bot, at.x + 1, at.z);
  await stage.turns(2);
  bot.command('turnInQuest', { ...body, npc: again }, command);
  await stage.turns(3);
  expect([0, REASONS.alreadyDone]).toContain(bot.result(command));
  const after = await owned();
  const times = after.done.filter(id => id === quest.id).length;
  expect(times).toBe(1);
  expect(after.gold - before.gold).toBe(quest.reward.gold ?? 0);
}

/** How many corpses were emptied after a crash. */
let looted = 0;
async function slaysAndLoots(): Promise<void> {
  const before = await owned();
  const boss = await stage.player(bot, ({ entity }, world) => {
    const { core } = world.sim;
    core.setBody(entity, 5000, 100, MIGHT, 0, 0, 5000, 0);
    core.setVitals(entity, 5000, 100);
    const [x, z] = [core.x(entity), core.z(entity)];
    const id = placeBoss(world, BOSS, 8, x + 2, z, world.now_ms + 600_000, 1);
    core.setVitals(id, 1, 0);
    core.teleport(entity, x, Number.NaN, z, Math.PI / 2);
    return id;
  });
  await stage.turns(3);
  const isDead = () => stage.world(world => world.sim.core.hp(boss) === 0);
  for (let i = 0; i < 20 && !(await isDead()); i++) {
    bot.use(STRIKE, boss);
    await stage.turns(i ? 6 : soon(4));
  }
  const isShown = bot.all('corpse').some(({ corpse }) => corpse === boss);
  if (isShown && chance() < 0.3) bot.command('loot', { corpse: boss }, number());
  const shown = await crashAfter(soon(2));
  const now = await owned();
  expectKept(shown, now);
  // Level 20 earns no points any more; the gold of one kill at most, and all that was shown.
  const [, most] = monsters.key(BOSS).gold;
  expect(now.gold - before.gold).toBeLessThanOrEqual(most * 3);
  for (const { corpse } of bot.all('corpse').filter(({ gold, items }) => gold || items.length)) {
    await stage.player(bot, ({ entity }, { sim: { core } }) =>
      core.teleport(entity, core.x(corpse), Number.NaN, core.z(corpse), 0),
    );
    const command = bot.command('loot', { corpse }, number());
    await stage.turns(3);
    expect([0, REASONS.bagFull]).toContain(bot.result(command));
    const again = bot.command('loot', { corpse }, number());
    await stage.turns(2);
    if (bot.result(command) !== 0) continue;
    looted++;
    expect(bot.result(again)).toBe(REASONS.nothingThere);
  }
}

/** A full bag is no crash: what does not matter goes. */
async function lighten(): Promise<void> {
  for (const { id, quantity, slot } of bot.known('bag').items.filter(item => item.slot < 24)) {
    if (slot < 8) continue;
    bot.command('destroy', { item: id, quantity }, number());
    await stage.turns(3);
  }
}

it(`loses nothing that was told and gives nothing twice in ${CRASHES} crashes`, { timeout: 300_000 }, async () => {
  expect(errands.length).toBeGreaterThan(3);
  for (let i = 0; i < CRASHES; i++) {
    if (i % 3 === 0) await crafts();
    else if (i % 3 === 1) await turnsIn(errands[i % errands.length]);
    else await slaysAndLoots();
    await lighten();
    expect((await stage.status()).ledger.balance).toBe(0);
  }
  expect(looted).toBeGreaterThan(3);
});
