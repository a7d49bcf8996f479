// Classes: a guest chooses one, grows, takes a talent, thinks again, and is told no where no is due; all of it is there after a crash.
import { afterEach, describe, expect, it } from 'vitest';
import { TEAM_AZURE } from '../../assembly/layout';
import { abilities, classes, talents } from '../../src/shared/content';
import { REASONS } from '../../src/shared/rules/reasons';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(async () => {
  expect((await stage.status()).ledger.balance).toBe(0);
  await stage.clear();
});

const cls = (key: string): number => classes.key(key).id;
const talent = (key: string): number => talents.key(key).id;
const ability = (key: string): number => abilities.key(key).id;

async function choose(bot: Bot, key: string): Promise<number | undefined> {
  const command = bot.command('chooseClass', { cls: cls(key) });
  await stage.turns(2);
  return bot.result(command);
}
async function take(bot: Bot, key: string): Promise<number | undefined> {
  const command = bot.command('takeTalent', { talent: talent(key) });
  await stage.turns(2);
  return bot.result(command);
}
async function forget(bot: Bot): Promise<number | undefined> {
  const command = bot.command('forgetTalents', {});
  await stage.turns(2);
  return bot.result(command);
}

/** As if he had lived so long. */
async function grow(bot: Bot, level: number, gold = 0): Promise<void> {
  await stage.player(bot, player => {
    player.character.level = level;
    player.journal.gold(7, gold - player.character.gold);
    player.character.gold = gold;
    player.changed = true;
  });
  await stage.turns(2);
}

describe('a class', () => {
  it('is chosen by a guest, taught at once, and kept', async () => {
    const bot = await stage.join();
    expect(bot.known('sheet').abilities).not.toContain(ability('sundering-blow'));
    bot.send('use', { number: 1, ability: ability('sundering-blow'), target: 0 });
    await stage.turns(2);
    expect(bot.known('refused').reason).toBe(REASONS.notKnown);
    expect(await choose(bot, 'warden')).toBe(0);
    expect(bot.known('life').cls).toBe(cls('warden'));
    expect(bot.known('sheet').abilities).toEqual(expect.arrayContaining([ability('sundering-blow'), ability('strike')]));
    bot.send('use', { number: 2, ability: ability('sundering-blow'), target: 0 });
    await stage.turns(2);
    expect(bot.known('refused')).toMatchObject({ number: 2, reason: REASONS.noTarget });
    expect(await choose(bot, 'warden')).toBe(REASONS.sameClass);
    const nobodys = bot.command('chooseClass', { cls: 77 });
    await stage.turns(2);
    expect(bot.result(nobodys)).toBe(REASONS.noSuchClass);
    await stage.crash();
    const back = await stage.enter(bot.guest);
    expect(back.known('life').cls).toBe(cls('warden'));
    expect(back.known('sheet').abilities).toContain(ability('sundering-blow'));
  });

  it('is changed for nothing while young, for gold later, and the gold leaves the world', async () => {
    const bot = await stage.join();
    expect(await choose(bot, 'sage')).toBe(0);
    expect(await choose(bot, 'duelist')).toBe(0);
    expect(bot.known('sheet').gold).toBe(25);
    await grow(bot, 6, 119);
    expect(await choose(bot, 'ranger')).toBe(REASONS.notEnoughGold);
    await grow(bot, 6, 125);
    expect(await choose(bot, 'ranger')).toBe(0);
    expect(bot.known('sheet').gold).toBe(5);
    expect(bot.known('sheet').abilities).toContain(ability('hawk-strike'));
    expect(bot.known('sheet').abilities).not.toContain(ability('quick-cut'));
  });
});

describe('talents', () => {
  it('are taken at their level, change places within their tier, and are forgotten for nothing', async () => {
    const bot = await stage.join();
    expect(await take(bot, 'hale')).toBe(REASONS.noClass);
    await choose(bot, 'warden');
    expect(await take(bot, 'wide-seams')).toBe(REASONS.levelTooLow);
    expect(await forget(bot)).toBe(REASONS.noTalents);
    await grow(bot, 10, 25);
    expect(await take(bot, 'sure-hand')).toBe(REASONS.noSuchTalent);
    const armor = (): number => bot.known('sheet').armor;
    const before = armor();
    expect(await take(bot, 'thick-skin')).toBe(0);
    expect(await take(bot, 'hale')).toBe(0);
    expect(armor()).toBeGreaterThanOrEqual(before);
    expect(await take(bot, 'thick-skin')).toBe(REASONS.talentKnown);
    expect(await take(bot, 'loud-voice')).toBe(0);
    expect(bot.known('life').talents).toEqual([talent('hale'), talent('loud-voice')]);
    await stage.crash();
    const back = await stage.enter(bot.guest);
    expect(back.known('life').talents).toEqual([talent('hale'), talent('loud-voice')]);
    expect(await forget(back)).toBe(0);
    expect(back.known('life').talents).toEqual([]);
  });

  it('and classes wait until the fight is over, and until the dead have risen', async () => {
    const bot = await stage.join();
    await choose(bot, 'warden');
    await grow(bot, 10, 1000);
    await take(bot, 'hale');
    const { x, z } = bot.own!;
    const wolf = await stage.world(world => {
      const id = world.sim.core.spawn(2, 0, 8, 1, x, z - 2, 0);
      world.sim.core.setBody(id, 5000, 0, 0, 0, 0, 0, 0);
      return id;
    });
    bot.send('use', { number: 3, ability: ability('strike'), target: wolf });
    await stage.turns(3);
    expect(await choose(bot, 'sage')).toBe(REASONS.inCombat);
    expect(await take(bot, 'ready-guard')).toBe(REASONS.inCombat);
    expect(await forget(bot)).toBe(REASONS.inCombat);
    await stage.world(world => world.sim.core.despawn(wolf));
    await stage.turns(110);
    await stage.player(bot, ({ entity }, world) => world.sim.core.setVitals(entity, 0, 0));
    await stage.turns(2);
    expect(await choose(bot, 'sage')).toBe(REASONS.isDead);
    expect(await take(bot, 'ready-guard')).toBe(REASONS.isDead);
    expect(await forget(bot)).toBe(REASONS.isDead);
    bot.send('release', {});
    await stage.turns(3);
    expect(await forget(bot)).toBe(0);
    expect(await choose(bot, 'sage')).toBe(0);
  });
});

describe('a talented ability', () => {
  it('rests as long as its owner’s talents say, and is told so', async () => {
    const bot = await stage.join();
    await choose(bot, 'duelist');
    await grow(bot, 10, 25);
    const { x, z } = bot.own!;
    const dummy = await stage.world(world => {
      const id = world.sim.core.spawn(2, 0, TEAM_AZURE + 7, 1, x, z - 2, 0);
      world.sim.core.setBody(id, 5000, 0, 0, 0, 0, 0, 0);
      return id;
    });
    expect(await take(bot, 'loose-wrist')).toBe(0);
    bot.send('use', { number: 4, ability: ability('quick-cut'), target: dummy });
    await stage.turns(3);
    const told = bot.known('cooldowns').left.find(each => each.ability === ability('quick-cut'));
    expect(told?.whole).toBe(35);
    await stage.world(world => world.sim.core.despawn(dummy));
  });
});
