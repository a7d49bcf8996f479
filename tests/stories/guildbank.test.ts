// The bank of a guild: what goes in and out of it, who may take how much in a day, and that whatever happens in between nothing of it is lost, nothing
// is there twice, and no limit is ever passed.
import { afterEach, describe, expect, it } from 'vitest';
import type { GuildView } from '../../src/ports';
import { items } from '../../src/shared/content';
import { CAUSE_GUILD, VIEW_BANK, VIEW_LOG } from '../../src/shared/protocol/messages';
import { CALENDAR_DAY_MS } from '../../src/shared/rules/days';
import { TAB_SLOTS } from '../../src/shared/rules/guildbank';
import { LOG } from '../../src/shared/rules/guildlog';
import { REASONS } from '../../src/shared/rules/reasons';
import { expectConserved } from '../harness/conserved';
import { enrich, everything, found, guildIdOf, holdBack, insideGuild, portOf, promote, takeIn } from '../harness/guild';
import { refusals } from '../harness/party';
import { supply } from '../harness/supplies';
import { type Bot, Stage } from '../harness/world';

// With a neighbour: answers of guilds arrive between turns, as in life.
const stage = await Stage.open('2-2-1');

afterEach(async () => {
  for (const ground of stage.grounds) expect((await ground.status()).ledger.balance, ground.key).toBe(0);
  await stage.clear();
});

type BankView = GuildView & { view: 'bank' };
const bankOf = async (guild: string, by: Bot) => (await portOf(guild).view(by.guest.character, VIEW_BANK)) as BankView;
const inBag = (bot: Bot, key: string) => bot.known('bag').items.find(item => item.kind === items.key(key).id);
const gold = (bot: Bot) => bot.known('sheet').gold;

async function put(bot: Bot, what: { item?: string; quantity?: number; gold?: number; tab?: number }): Promise<number | undefined> {
  const command = bot.command('guildDeposit', { tab: 0, item: '', quantity: 0, gold: 0, ...what });
  await stage.turns(4);
  return bot.result(command);
}
const take = (bot: Bot, what: { item?: string; quantity?: number; gold?: number }) =>
  bot.send('guildTake', { item: '', quantity: 0, gold: 0, ...what });

async function guildOfTwo(name: string): Promise<{ leader: Bot; other: Bot; guild: string }> {
  const [leader, other] = [await stage.join(), await stage.join()];
  const guild = await found(stage, leader, name);
  await takeIn(stage, leader, other);
  await enrich(stage, leader, 20_000);
  return { leader, other, guild };
}

describe('the bank', () => {
  it('takes things and gold in and gives them out again, and writes down who did it', async () => {
    const { leader, other, guild } = await guildOfTwo('The Savers');
    await promote(stage, leader, other, 1);
    const before = await everything(stage, guild);
    const bread = inBag(leader, 'bread')!;
    expect(await put(leader, { item: bread.id, quantity: 2 })).toBe(0);
    expect(await put(leader, { gold: 6_000 })).toBe(0);
    const bank = await bankOf(guild, other);
    expect(bank).toMatchObject({ gold: 6_000, things: [{ kind: bread.kind, quantity: 2, tab: 0, slot: 0 }] });
    expect(bank.left).toMatchObject({ gold: 5_000 });
    expectConserved(await everything(stage, guild), before);
    const had = gold(other);
    take(other, { item: bank.things[0].id, quantity: 1 });
    take(other, { gold: 1_500 });
    await stage.until(() => gold(other) === had + 1_500, 60, 'the gold');
    expect(other.all('gained').filter(({ cause }) => cause === CAUSE_GUILD)).toHaveLength(2);
    expectConserved(await everything(stage, guild), before);
    expect(await bankOf(guild, other)).toMatchObject({ gold: 4_500, things: [{ quantity: 1 }], left: { gold: 3_500 } });
    const log = (await portOf(guild).view(other.guest.character, VIEW_LOG)) as GuildView & { view: 'log' };
    expect(log.entries.slice(0, 4).map(({ what, by, value }) => [what, by, value])).toEqual([
      [LOG.withdraw, other.guest.name, 1_500],
      [LOG.withdraw, other.guest.name, 1],
      [LOG.deposit, leader.guest.name, 6_000],
      [LOG.deposit, leader.guest.name, 2],
    ]);
    await stage.crash();
    const again = await stage.enter(other.guest);
    expect(await bankOf(guild, again)).toMatchObject({ gold: 4_500, left: { gold: 3_500 } });
    // Tomorrow is another day.
    stage.pass(CALENDAR_DAY_MS);
    expect(await bankOf(guild, again)).toMatchObject({ left: { gold: 5_000 } });
  });

  it('refuses what it may not give or take, and sends back what it cannot keep', async () => {
    const { leader, other, guild } = await guildOfTwo('The Strict');
    const before = await everything(stage, guild);
    const bread = inBag(other, 'bread')!;
    expect(await put(other, { item: bread.id, quantity: 1, tab: 1 })).toBe(REASONS.tabClosed);
    expect(await put(other, { gold: gold(other) + 1 })).toBe(REASONS.notEnoughGold);
    expect(await put(other, {})).toBe(REASONS.badQuantity);
    expect(await put(other, { item: bread.id, quantity: 1 })).toBe(0);
    expect(await put(leader, { gold: 500 })).toBe(0);
    const [thing] = (await bankOf(guild, other)).things;
    take(other, { item: thing.id, quantity: 1 });
    take(other, { gold: 1 });
    take(other, { item: 'no such thing', quantity: 1 });
    await stage.turns(6);
    expect(refusals(other)).toEqual([REASONS.dailyLimit, REASONS.dailyLimit, REASONS.noSuchItem]);
    take(leader, { gold: 501 });
    take(leader, { item: thing.id, quantity: 2 });
    await stage.turns(6);
    expect(refusals(leader)).toEqual([REASONS.notEnoughGold, REASONS.badQuantity]);
    // The tab fills up while a thing is under way to it.
    await insideGuild(guild, object => {
      const vault = Reflect.get(object, 'vault');
      const sword = items.key('rusty-sword').id;
      for (let i = 0; i < TAB_SLOTS - 1; i++) vault.write({ id: `filler ${i}`, kind: sword, quantity: 1, tab: 0, slot: i + 1 });
    });
    const sword = inBag(other, 'rusty-sword') ?? other.known('bag').items.find(({ kind }) => kind === items.key('rusty-sword').id)!;
    const bag = await stage.player(other, ({ character }) => character.items.find(({ id }) => id === sword.id)!.slot);
    if (bag >= 100) {
      other.command('move', { item: sword.id, slot: 20, quantity: 1 });
      await stage.turns(2);
    }
    expect(await put(other, { item: sword.id, quantity: 1 })).toBe(0);
    await stage.until(() => refusals(other).includes(REASONS.tabFull), 60, 'the refusal');
    await stage.until(() => inBag(other, 'rusty-sword')?.id === sword.id, 60, 'the sword to come back');
    await insideGuild(guild, (_, { storage }) => storage.sql.exec("DELETE FROM stored WHERE id LIKE 'filler%'"));
    expectConserved(await everything(stage, guild), before);
  });

  it('gives back to the bank, and to the day, what the taker cannot have', async () => {
    const { leader, other, guild } = await guildOfTwo('The Full Bags');
    await promote(stage, leader, other, 1);
    await supply(stage, leader, { 'rusty-sword': 1 });
    const sword = leader.known('bag').items.find(({ kind, slot }) => kind === items.key('rusty-sword').id && slot < 100)!;
    expect(await put(leader, { item: sword.id, quantity: 1 })).toBe(0);
    expect(await put(leader, { gold: 4_000 })).toBe(0);
    const room = await stage.player(other, ({ character }) => 24 - character.items.filter(({ slot }) => slot < 24).length);
    await supply(stage, other, { 'rusty-sword': room });
    const before = await everything(stage, guild);
    const whole = await bankOf(guild, other);
    take(other, { item: sword.id, quantity: 1 });
    await stage.until(() => refusals(other).includes(REASONS.bagFull), 80, 'the sword to come back');
    expect(await bankOf(guild, other)).toEqual(whole);
    // He leaves the world while his gold is under way.
    await holdBack(guild, true);
    take(other, { gold: 3_000 });
    await stage.turns(4);
    expect(await bankOf(guild, leader)).toMatchObject({ gold: 1_000 });
    await other.cut();
    await stage.minute();
    await stage.drain();
    await holdBack(guild, false);
    await stage.until(async () => (await bankOf(guild, leader)).gold === 4_000, 80, 'the gold to come back');
    const after = await everything(stage, guild);
    // What he carries himself has gone to the record with him.
    expect(after.gold + gold(other)).toBe(before.gold);
    expect(after.doubled).toEqual([]);
    expect(await bankOf(guild, other)).toMatchObject({ left: { gold: 5_000 } });
  });
});

describe('in the midst of it', () => {
  it('a demotion ends what may be taken, not what was', async () => {
    const { leader, other, guild } = await guildOfTwo('The Demoted');
    await promote(stage, leader, other, 1);
    await put(leader, { gold: 9_000 });
    const before = await everything(stage, guild);
    const had = gold(other);
    await holdBack(guild, true);
    take(other, { gold: 2_000 });
    await stage.turns(4);
    await promote(stage, leader, other, 4);
    take(other, { gold: 1 });
    await stage.turns(4);
    expect(refusals(other)).toEqual([REASONS.dailyLimit]);
    expectConserved(await everything(stage, guild), before);
    await holdBack(guild, false);
    await stage.until(() => gold(other) === had + 2_000, 60, 'what he took before');
    expect(await bankOf(guild, leader)).toMatchObject({ gold: 7_000 });
    expectConserved(await everything(stage, guild), before);
    // A deposit of somebody who may not give any more comes back to him.
    leader.send('guildRankEdit', { rank: 4, name: '', rights: 0, gold: 0, items: [0, 0, 0, 0, 0, 0] });
    const command = other.command('guildDeposit', { tab: 0, item: '', quantity: 0, gold: 700 });
    await stage.turns(10);
    if (other.result(command) === 0) expect(refusals(other)).toContain(REASONS.noRight);
    await stage.until(() => gold(other) === had + 2_000, 60, 'the deposit to come back');
    expectConserved(await everything(stage, guild), before);
  });

  it('a guild that has something under way is not disbanded; a crash then brings it home', async () => {
    const { leader, other, guild } = await guildOfTwo('The Last Day');
    await put(leader, { gold: 3_000 });
    const before = await everything(stage, guild);
    leader.send('guildDisband', {});
    await stage.turns(4);
    await holdBack(guild, true);
    take(leader, { gold: 3_000 });
    await stage.turns(4);
    leader.send('guildDisband', {});
    await stage.turns(4);
    expect(refusals(leader)).toEqual([REASONS.guildBankNotEmpty, REASONS.guildBankNotEmpty]);
    const had = gold(leader);
    await stage.crash();
    const [again] = [await stage.enter(leader.guest), await stage.enter(other.guest)];
    await insideGuild(guild, object => object.alarm());
    await stage.until(() => gold(again) === had + 3_000, 100, 'the gold after the crash');
    expectConserved(await everything(stage, guild), before);
    await stage.until(() => guildIdOf(again) === guild, 100, 'his guild');
    again.send('guildDisband', {});
    await stage.until(() => guildIdOf(again) === '', 60, 'the end');
    expectConserved(await everything(stage, guild), before);
  });

  it('twenty officers at once take no more than each may, and no more than there is', async () => {
    const leader = await stage.join();
    const guild = await found(stage, leader, 'The Twenty');
    await enrich(stage, leader, 40_000);
    const officers: Bot[] = [];
    for (let i = 0; i < 20; i++) officers.push(await stage.join());
    await takeIn(stage, leader, ...officers);
    for (const bot of officers) {
      await promote(stage, leader, bot, 1);
      await stage.turns(6);
    }
    await put(leader, { gold: 30_000 });
    const before = await everything(stage, guild);
    const had = new Map(officers.map(bot => [bot, gold(bot)]));
    // 20 x 3 x 2,000: each may have two of them, and there are fifteen.
    const asker = ({ guest: { character, account, name } }: Bot) => ({
      character,
      account,
      region: stage.key,
      name,
      level: 1,
      cls: 0,
      points: 0,
    });
    const port = portOf(guild);
    const asked = officers.flatMap(bot => [1, 2, 3].map(() => port.ask(asker(bot), { what: 'takeGold', gold: 2_000 })));
    const reasons = (await Promise.all(asked)).map(({ reason }) => reason);
    expect(reasons.filter(reason => reason === 0)).toHaveLength(15);
    expect(new Set(reasons)).toEqual(new Set([0, REASONS.dailyLimit, REASONS.notEnoughGold]));
    await stage.turns(10);
    await stage.until(() => officers.reduce((sum, bot) => sum + gold(bot) - had.get(bot)!, 0) === 30_000, 100, 'the gold');
    for (const bot of officers) expect(gold(bot) - had.get(bot)!, bot.guest.name).toBeLessThanOrEqual(4_000);
    expect(await bankOf(guild, leader)).toMatchObject({ gold: 0 });
    expectConserved(await everything(stage, guild), before);
  });

  it('a thing that two take at once is had by one of them', async () => {
    const { leader, other, guild } = await guildOfTwo('The One Sword');
    await promote(stage, leader, other, 1);
    await supply(stage, leader, { 'rusty-sword': 1 });
    const sword = leader.known('bag').items.find(({ kind, slot }) => kind === items.key('rusty-sword').id && slot < 100)!;
    await put(leader, { item: sword.id, quantity: 1 });
    const before = await everything(stage, guild);
    for (const bot of [leader, other]) take(bot, { item: sword.id, quantity: 1 });
    await stage.turns(10);
    expect([leader, other].filter(bot => refusals(bot).includes(REASONS.noSuchItem))).toHaveLength(1);
    expect([leader, other].filter(bot => bot.known('bag').items.some(({ id }) => id === sword.id))).toHaveLength(1);
    expectConserved(await everything(stage, guild), before);
  });
});
