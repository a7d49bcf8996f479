// Deeds, titles and rest: done once, through crashes and over borders, seen by others.
import { afterEach, describe, expect, it } from 'vitest';
import { CAUSE_DEED } from '../../src/shared/protocol/messages';
import { REASONS } from '../../src/shared/rules/reasons';
import { approach, slay } from '../harness/hunt';
import { type Bot, Stage } from '../harness/world';

const FIRST_BLOOD = 1;
const WOLFSBANE = 4;
const MANNERS = 82;
const HOUR_MS = 3_600_000;

const stage = await Stage.open();
afterEach(async () => {
  expect((await stage.status()).ledger.balance).toBe(0);
  await stage.clear();
});

async function done(bot: Bot, command: number): Promise<number | undefined> {
  await stage.turns(2);
  return bot.result(command);
}

const kill = async (bot: Bot, kind = 'wolf'): Promise<void> => {
  await slay(stage, [bot], await approach(stage, [bot], kind, 0.2));
  await stage.turns(2);
};

/** As if he had counted so far already. */
const count = (bot: Bot, name: string, to: number): Promise<void> =>
  stage.player(bot, ({ character }) => {
    character.life.tallies[name] = to;
  });

const deedsOf = (bot: Bot): number[] => bot.all('deed').map(({ deed }) => deed);

describe('a deed', () => {
  it('is told when it is written, once, and is there after a crash', async () => {
    const bot = await stage.join();
    await kill(bot);
    expect(deedsOf(bot)).toEqual([FIRST_BLOOD]);
    await stage.crash();
    const back = await stage.enter(bot.guest);
    expect(back.known('life').deeds).toEqual([FIRST_BLOOD]);
    expect(back.known('life').tallies).toContainEqual({ of: 'kill.wolf', count: 1 });
    await kill(back);
    expect(deedsOf(back)).toEqual([]);
    expect((await stage.player(back, ({ character }) => character.life)).deeds).toEqual([FIRST_BLOOD]);
  });

  it('brings points in the turn of its last step', async () => {
    const bot = await stage.join();
    await count(bot, 'kill.wolf', 49);
    await kill(bot);
    expect(deedsOf(bot)).toEqual([FIRST_BLOOD, WOLFSBANE]);
    expect(bot.all('gained')).toContainEqual(expect.objectContaining({ xp: 200, cause: CAUSE_DEED }));
  });

  it('needs no write of its own to be counted, and is told to who asks', async () => {
    const bot = await stage.join();
    // By then he has found what is to be found where he stands.
    await stage.turns(45);
    const version = () => stage.player(bot, ({ held }) => held.version);
    const before = await version();
    bot.send('emote', { emote: 1 });
    await stage.turns(3);
    expect(await version()).toBe(before);
    expect(bot.known('life').tallies).toEqual([]);
    bot.send('deeds', {});
    await stage.turns(3);
    expect(bot.known('life').tallies).toContainEqual({ of: 'emote', count: 1 });
    const after = await version();
    expect(after).toBeGreaterThan(before);
    // Nothing new to tell: nothing is written either.
    bot.send('deeds', {});
    await stage.turns(3);
    expect(await version()).toBe(after);
  });

  it('may come of a thing that writes nothing else', async () => {
    const bot = await stage.join();
    await count(bot, 'emote', 24);
    bot.send('emote', { emote: 2 });
    await stage.turns(3);
    expect(deedsOf(bot)).toEqual([MANNERS]);
    await stage.crash();
    expect((await stage.enter(bot.guest)).known('life').deeds).toEqual([MANNERS]);
  });
});

describe('a title', () => {
  it('is refused until it is earned, then seen by all around, and on the next evening', async () => {
    const bot = await stage.join();
    const other = await stage.join();
    expect(await done(bot, bot.command('wearTitle', { deed: WOLFSBANE }))).toBe(REASONS.titleNotEarned);
    expect(await done(bot, bot.command('wearTitle', { deed: 60_000 }))).toBe(REASONS.titleNotEarned);
    await stage.player(bot, ({ character, journal }) => {
      character.life.deeds.push(FIRST_BLOOD, WOLFSBANE);
      journal.life = true;
    });
    expect(await done(bot, bot.command('wearTitle', { deed: WOLFSBANE }))).toBe(0);
    await stage.turns(3);
    const seen = other.all('who').flatMap(({ people }) => people);
    expect(seen).toContainEqual(expect.objectContaining({ id: bot.entity, title: 'the Wolfsbane' }));
    // A deed without a title is none to wear.
    expect(await done(bot, bot.command('wearTitle', { deed: FIRST_BLOOD }))).toBe(REASONS.titleNotEarned);
    await stage.clear();
    const back = await stage.enter(bot.guest);
    expect(back.known('life').title).toBe(WOLFSBANE);
    expect(await done(back, back.command('wearTitle', { deed: 0 }))).toBe(0);
    expect(back.known('life').title).toBe(0);
  });
});

describe('rest', () => {
  const DAY_MS = 24 * HOUR_MS;

  it('has grown by the time he is back, is told, and doubles his kills', async () => {
    const bot = await stage.join();
    await stage.place(bot, 768, 768);
    await stage.turns(25);
    await stage.clear();
    stage.pass(DAY_MS);
    const back = await stage.enter(bot.guest);
    await stage.turns(3);
    const { rested } = back.known('sheet');
    expect(rested).toBe(150); // a level and a half of the first level
    await kill(back);
    const [{ xp }] = back.all('gained').filter(({ cause }) => cause === 0);
    expect(xp % 2).toBe(0);
    expect(back.known('sheet').rested).toBe(rested - xp / 2);
    // What was used up stays so.
    await stage.crash();
    expect((await stage.enter(bot.guest)).known('sheet').rested).toBe(rested - xp / 2);
  });

  it('does not grow in a minute of bad line', async () => {
    const bot = await stage.join();
    await bot.cut();
    const back = await stage.enter(bot.guest);
    await stage.turns(3);
    expect(back.known('sheet').rested).toBe(0);
  });
});
