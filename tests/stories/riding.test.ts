// Riding: a steed is bought in a stable, called, seen by others, lost in a fight, and still there after a crash and another evening.
import { afterEach, describe, expect, it } from 'vitest';
import { BUTTON_FORWARD, FLAG_CASTING, FLAG_MOUNTED, VIEW_BYTES, VIEW_FLAGS, VIEW_ID, VIEW_LOOK } from '../../assembly/layout';
import { steedOfLook } from '../../src/shared/content/looks';
import { readS2C, WORK_GATHER } from '../../src/shared/protocol/messages';
import { cellsOf, OWN_WORDS_AT, OwnWords } from '../../src/shared/protocol/ownwords';
import { LEDGER } from '../../src/shared/rules/journal';
import { callSteed } from '../../src/shared/rules/mounts';
import { REASONS } from '../../src/shared/rules/reasons';
import { Sim } from '../../src/shared/sim';
import { approach } from '../harness/hunt';
import { type Bot, Stage } from '../harness/world';

const CALL = callSteed().id;
const BAY = 1;
const stage = await Stage.open();
afterEach(async () => {
  expect((await stage.status()).ledger.balance).toBe(0);
  await stage.clear();
});

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

/** What months of play would bring: a level, and copper with a line in the books. */
async function prosper(bot: Bot, level: number, copper: number): Promise<void> {
  await stage.player(bot, player => {
    player.character.level = level;
    player.character.gold += copper;
    player.journal.gold(LEDGER.quest, copper);
  });
  await stage.turns(2);
}

const flags = (bot: Bot): Promise<number> => stage.player(bot, ({ entity }, world) => world.sim.core.flags(entity));
const rides = async (bot: Bot): Promise<boolean> => ((await flags(bot)) & FLAG_MOUNTED) !== 0;

async function learn(bot: Bot): Promise<void> {
  await prosper(bot, 8, 2000);
  const npc = await meet(bot, 'hobb');
  expect(await done(bot, bot.command('learnMount', { npc, mount: BAY }))).toBe(0);
}

/** How one bot looks to another: all that he was sent, read by the core that a screen reads it with. */
function seenBy(other: Bot, { entity }: Bot): Promise<{ rides: boolean; steed: number } | null> {
  return stage.world(({ footing }) => {
    const sim = new Sim(footing.module);
    const own = new OwnWords();
    sim.core.mirrorReset();
    for (const frame of other.frames) {
      for (const { name, bytes } of readS2C(frame) ?? []) {
        if (name !== 'snapshot') continue;
        const cells = cellsOf(bytes, own.read(bytes, OWN_WORDS_AT)!);
        sim.give(cells);
        expect(sim.core.mirrorRead(cells.length)).toBe(0);
      }
    }
    const count = sim.core.mirrorSample(other.tick, 0);
    for (let i = 0, at = sim.core.viewsPtr(); i < count; i++, at += VIEW_BYTES) {
      if (sim.memory.getUint32(at + VIEW_ID, true) !== entity) continue;
      const flags = sim.memory.getUint16(at + VIEW_FLAGS, true);
      return { rides: (flags & FLAG_MOUNTED) !== 0, steed: steedOfLook(sim.memory.getUint32(at + VIEW_LOOK, true)) };
    }
    return null;
  });
}

/** Calls the steed and waits until it has come. */
async function mountUp(bot: Bot): Promise<void> {
  bot.use(CALL);
  await stage.turns(callSteed().cast_ticks + 4);
  expect(await rides(bot)).toBe(true);
}

describe('a steed', () => {
  it('is taught to those who are old enough, rich enough and near enough, once', async () => {
    const bot = await stage.join();
    const npc = await meet(bot, 'hobb');
    expect(bot.known('dialogue').stable).toEqual([1, 2]);
    const learnMount = async (mount: number, of = npc) => done(bot, bot.command('learnMount', { npc: of, mount }));
    expect(await learnMount(BAY)).toBe(REASONS.levelTooLow);
    await prosper(bot, 8, 0);
    expect(await learnMount(BAY)).toBe(REASONS.notEnoughGold);
    expect(await learnMount(4)).toBe(REASONS.noStable);
    expect(await done(bot, bot.command('chooseMount', { mount: BAY }))).toBe(REASONS.noSteed);
    await prosper(bot, 8, 2000);
    const { gold } = bot.known('sheet');
    expect(await learnMount(BAY)).toBe(0);
    expect(bot.known('life')).toMatchObject({ mounts: [BAY], mount: BAY });
    expect(bot.known('sheet')).toMatchObject({ gold: gold - 1200, abilities: expect.arrayContaining([CALL]) });
    expect(await learnMount(BAY)).toBe(REASONS.steedKnown);
    expect(await learnMount(BAY, await meet(bot, 'nan'))).toBe(REASONS.noStable);
    await stage.place(bot, bot.own!.x + 50, bot.own!.z);
    expect(await learnMount(2)).toBe(REASONS.tooFar);
  });

  it('does not come to who has none', async () => {
    const bot = await stage.join();
    const number = bot.use(CALL);
    await stage.turns(3);
    expect(bot.all('refused')).toContainEqual({ number, ability: CALL, reason: REASONS.notKnown });
  });

  it('comes after a moment of standing still, and shows to all who look', async () => {
    const bot = await stage.join();
    const other = await stage.join();
    await learn(bot);
    bot.use(CALL);
    await stage.turns(8);
    expect((await flags(bot)) & FLAG_CASTING).toBeTruthy();
    bot.clientTick += 8;
    bot.hold(BUTTON_FORWARD);
    await stage.turns(4);
    bot.clientTick += 4;
    bot.hold(0);
    await stage.turns(40);
    expect(await rides(bot)).toBe(false);
    await mountUp(bot);
    await stage.turns(4);
    expect(bot.own!.flags & FLAG_MOUNTED).toBeTruthy();
    // What the other was sent, read by the core that a screen reads it with.
    expect(await seenBy(other, bot)).toEqual({ rides: true, steed: BAY });
  });

  it('throws its rider at the first bite, and does not come back into the fight', async () => {
    const bot = await stage.join();
    await learn(bot);
    await mountUp(bot);
    await approach(stage, [bot], 'wolf', 1);
    await stage.until(async () => !(await rides(bot)), 200, 'the bite');
    // The call itself has rested by then; the fight goes on.
    await stage.turns(callSteed().cooldown_ticks + 2);
    const number = bot.use(CALL);
    await stage.turns(3);
    expect(bot.all('refused')).toContainEqual({ number, ability: CALL, reason: REASONS.inCombat });
  });

  it('is let go by hands that have work', async () => {
    const bot = await stage.join();
    await learn(bot);
    const { node, x, z } = await stage.world(world => {
      const found = world.place.nodes.findIndex((each, i) => each.prop === 'herb' && !world.spent.has(i));
      return { ...world.place.nodes[found], node: found };
    });
    await stage.place(bot, x + 1.5, z);
    await stage.turns(8);
    await mountUp(bot);
    bot.command('gather', { node });
    await stage.turns(2);
    expect(bot.known('work').what).toBe(WORK_GATHER);
    expect(await rides(bot)).toBe(false);
  });

  it('is still his after a crash and after a night away, but waits to be called', async () => {
    const bot = await stage.join();
    await learn(bot);
    await mountUp(bot);
    await stage.crash();
    const back = await stage.enter(bot.guest);
    expect(back.known('life')).toMatchObject({ mounts: [BAY], mount: BAY });
    await stage.clear();
    const later = await stage.enter(bot.guest);
    expect(later.known('life')).toMatchObject({ mounts: [BAY], mount: BAY });
    expect(await rides(later)).toBe(false);
    await stage.place(later, 768, 768);
    await stage.turns(2);
    await mountUp(later);
  });
});
