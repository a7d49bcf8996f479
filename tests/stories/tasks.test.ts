// Walks in company, stands and decisions, as they are played: begun by a command, won, lost and begun anew, refused to who has no business there.
import { afterEach, describe, expect, it } from 'vitest';
import { items, quests, talks, walks } from '../../src/shared/content';
import type { Npc } from '../../src/shared/content/kinds';
import { TASK_DONE, TASK_FAILED } from '../../src/shared/protocol/messages';
import { REASONS } from '../../src/shared/rules/reasons';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(async () => {
  expect((await stage.status()).ledger.balance).toBe(0);
  await stage.clear();
});

const id = (key: string): number => quests.key(key).id;

/** A character of a level who has done some quests and holds one, as if he had played up to here. */
async function become(bot: Bot, level: number, holds: string): Promise<void> {
  await stage.player(bot, player => {
    const { character, journal } = player;
    const quest = quests.key(holds);
    character.level = level;
    character.done = (quest.after ?? []).map(id);
    character.quests = [{ quest: quest.id, counts: quest.objectives.map(() => 0) }];
    journal.character = true;
    player.changed = true;
  });
  await stage.turns(2);
}

async function villager(key: string): Promise<{ entity: number; npc: Npc; x: number; z: number }> {
  return stage.world(world => {
    const [entity, npc] = [...world.villagers].find(([, each]) => each.key === key)!;
    return { entity, npc, x: world.sim.core.x(entity), z: world.sim.core.z(entity) };
  });
}
async function beside(bot: Bot, key: string): Promise<number> {
  const { entity, x, z } = await villager(key);
  await stage.place(bot, x + 1.5, z + 1);
  await stage.turns(2);
  return entity;
}
async function done(bot: Bot, command: number): Promise<number | undefined> {
  await stage.turns(2);
  return bot.result(command);
}
const counts = (bot: Bot, key: string) => bot.known('quests').active.find(q => q.quest === id(key))?.counts;
/** Everything that was called here falls at once: the fight is another story. */
const fell = () =>
  stage.world(world => {
    for (const { entity, spawn } of world.creatures.values()) if (spawn >= 5_000_000) world.sim.core.setVitals(entity, 0, 0);
  });
const called = () => stage.world(world => [...world.creatures.values()].filter(c => c.spawn >= 5_000_000).length);

describe('a walk in company', () => {
  const key = 'as-far-as-the-first-bend';
  const { walk } = walks.get('dorrin-mine')!;

  it('leads him there with whoever keeps beside him, past what lies in wait', async () => {
    const bot = await stage.join();
    const other = await stage.join();
    await become(bot, 5, key);
    const dorrin = await beside(bot, 'dorrin');
    await beside(other, 'dorrin');
    bot.send('talk', { target: dorrin });
    await stage.turns(2);
    expect(bot.known('dialogue').walk).toBe(id(key));
    expect(await done(other, other.command('escort', { npc: dorrin }))).toBe(REASONS.notYourErrand);
    expect(await done(bot, bot.command('escort', { npc: dorrin }))).toBe(0);
    expect(await done(bot, bot.command('escort', { npc: dorrin }))).toBe(REASONS.escortBusy);
    let ambushed = 0;
    for (let turn = 0; turn < 400 && !counts(bot, key)?.[0]; turn++) {
      const { x, z } = await villager('dorrin');
      await stage.place(bot, x + 1, z + 1);
      // What lives by the mine bites as well: he drinks as he goes.
      await stage.player(bot, ({ entity }, world) => world.sim.core.setVitals(entity, 1000, 100));
      ambushed = Math.max(ambushed, await called());
      await fell();
      await stage.turns(5);
    }
    expect(ambushed).toBeGreaterThan(0);
    expect(counts(bot, key)).toEqual([1]);
    expect(bot.known('task').way).toBe(TASK_DONE);
    expect(bot.known('task').quest).toBe(id(key));
    const there = await villager('dorrin');
    const [x, z] = walk.points.at(-1)!;
    expect(Math.hypot(there.x - x, there.z - z)).toBeLessThan(6);
  });

  it('fails when he is left alone or falls, and can be begun anew once he is home', async () => {
    const bot = await stage.join();
    await become(bot, 5, key);
    // He is on his way home from the last walk.
    await stage.seconds(2);
    const dorrin = await beside(bot, 'dorrin');
    expect(await done(bot, bot.command('escort', { npc: dorrin }))).toBe(0);
    await stage.place(bot, 768, 800);
    await stage.seconds(24);
    expect(bot.known('task').way).toBe(TASK_FAILED);
    expect(counts(bot, key)).toEqual([0]);
    await stage.seconds(40);
    const again = await beside(bot, 'dorrin');
    expect(await done(bot, bot.command('escort', { npc: again }))).toBe(0);
    await stage.world(world => world.sim.core.setVitals(again, 0, 0));
    await stage.seconds(1);
    expect(bot.known('task').way).toBe(TASK_FAILED);
    expect(counts(bot, key)).toEqual([0]);
  });
});

describe('a stand', () => {
  const key = 'the-fence-by-night';
  const post = async () => stage.world(world => ({ ...world.place.posts[0], index: 0 }));

  it('is held wave after wave, and is won once', async () => {
    const bot = await stage.join();
    const { x, z, waves, index } = await post();
    expect(await done(bot, bot.command('stand', { post: index }))).toBe(REASONS.notYourErrand);
    await become(bot, 6, key);
    expect(await done(bot, bot.command('stand', { post: 99 }))).toBe(REASONS.nothingThere);
    expect(await done(bot, bot.command('stand', { post: index }))).toBe(REASONS.tooFar);
    await stage.place(bot, x, z);
    await stage.turns(2);
    expect(await done(bot, bot.command('stand', { post: index }))).toBe(0);
    expect(await done(bot, bot.command('stand', { post: index }))).toBe(REASONS.standBegun);
    const seen = new Set<number>();
    for (let turn = 0; turn < 60 && !counts(bot, key)?.[0]; turn++) {
      await stage.place(bot, x, z);
      await stage.seconds(1);
      for (const c of await stage.world(world =>
        [...world.creatures.values()].filter(each => each.spawn >= 5_000_000).map(each => each.spawn),
      ))
        seen.add(c);
      await fell();
    }
    expect(seen.size).toBe(waves.reduce((sum, wave) => sum + wave.count, 0));
    expect(counts(bot, key)).toEqual([1]);
    expect(bot.known('task')).toMatchObject({ way: TASK_DONE, wave: waves.length, waves: waves.length });
    expect(await done(bot, bot.command('stand', { post: index }))).toBe(REASONS.notYourErrand);
  });

  it('is lost by who leaves it, and the beasts go by themselves', async () => {
    const bot = await stage.join();
    const { x, z, index } = await post();
    await become(bot, 6, key);
    await stage.place(bot, x, z);
    await stage.turns(2);
    expect(await done(bot, bot.command('stand', { post: index }))).toBe(0);
    await stage.seconds(5);
    expect(await called()).toBeGreaterThan(0);
    await stage.place(bot, x + 40, z + 10);
    await stage.seconds(8);
    expect(bot.known('task').way).toBe(TASK_FAILED);
    expect(counts(bot, key)).toEqual([0]);
    stage.pass(5 * 60_000);
    await stage.seconds(2);
    expect(await called()).toBe(0);
    await stage.place(bot, x, z);
    await stage.turns(2);
    expect(await done(bot, bot.command('stand', { post: index }))).toBe(0);
  });
});

describe('a decision', () => {
  const key = 'a-candle-too-many';
  const { id: talk } = talks.key('oswins-candles');

  it('is given once, survives a crash, and changes what the quest brings', async () => {
    const bot = await stage.join();
    await become(bot, 14, key);
    const oswin = await beside(bot, 'oswin');
    bot.send('talk', { target: oswin });
    await stage.turns(2);
    expect(bot.known('dialogue').talks).toContain(talk);
    expect(await done(bot, bot.command('turnInQuest', { npc: oswin, quest: id(key), choice: 0 }))).toBe(REASONS.questNotReady);
    expect(await done(bot, bot.command('answer', { npc: oswin, talk: 999, answer: 0 }))).toBe(REASONS.nothingToSay);
    expect(await done(bot, bot.command('answer', { npc: oswin, talk, answer: 9 }))).toBe(REASONS.badChoice);
    expect(await done(bot, bot.command('answer', { npc: oswin, talk, answer: 1 }))).toBe(0);
    expect(await done(bot, bot.command('answer', { npc: oswin, talk, answer: 0 }))).toBe(REASONS.alreadyChosen);
    await stage.crash();
    const back = await stage.enter(bot.guest);
    expect(back.known('life').choices).toEqual([{ of: 'oswins-candles', count: 2 }]);
    const again = await beside(back, 'oswin');
    expect(await done(back, back.command('turnInQuest', { npc: again, quest: id(key), choice: 0 }))).toBe(0);
    const candle = back.known('bag').items.find(item => item.kind === items.key('fourth-candle').id);
    expect(candle).toMatchObject({ bound: true, from: id(key) });
  });
});

describe('tidings', () => {
  it('tell what the world allows, and the region decides by the same', async () => {
    const bot = await stage.join();
    await stage.until(() => bot.all('tidings').length > 0, 200, 'tidings');
    expect(bot.known('tidings').day).toBe(Math.floor(Date.now() / 86_400_000));
    await stage.player(bot, player => {
      player.character.level = 5;
      player.character.done = [id('the-cabbage-war')];
    });
    const fence = id('the-fence-by-night');
    for (let turn = 0; turn < 30 && bot.known('tidings').open.includes(fence); turn++) {
      stage.pass(2 * 60_000);
      await stage.seconds(6);
    }
    const wilf = await beside(bot, 'wilf');
    expect(await done(bot, bot.command('acceptQuest', { npc: wilf, quest: fence }))).toBe(REASONS.notTheTime);
    for (let turn = 0; turn < 30 && !bot.known('tidings').open.includes(fence); turn++) {
      stage.pass(2 * 60_000);
      await stage.seconds(6);
    }
    const later = await beside(bot, 'wilf');
    expect(await done(bot, bot.command('acceptQuest', { npc: later, quest: fence }))).toBe(0);
    expect(await done(bot, bot.command('acceptQuest', { npc: later, quest: fence }))).toBe(REASONS.questKnown);
  });

  it('bring the task of the day once a day, and refuse it to whoever has done it', async () => {
    const bot = await stage.join();
    await stage.until(() => bot.all('tidings').length > 0, 200, 'tidings');
    const { day } = bot.known('tidings');
    const task = quests.all.find(quest => quest.daily?.way === 'adventurer' && quest.daily.turn === day % 3)!;
    await stage.player(bot, ({ character, journal }) => {
      character.level = 4;
      character.life.days[task.id] = day;
      journal.life = true;
      journal.character = true;
    });
    const isolde = await beside(bot, 'isolde');
    expect(await done(bot, bot.command('acceptQuest', { npc: isolde, quest: task.id }))).toBe(REASONS.doneToday);
    await stage.player(bot, ({ character, journal }) => {
      character.life.days[task.id] = day - 3;
      journal.life = true;
    });
    expect(await done(bot, bot.command('acceptQuest', { npc: isolde, quest: task.id }))).toBe(0);
  });
});
