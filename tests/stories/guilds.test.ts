// Guilds over the whole world: founded once, whoever else wants the name; kept through crashes in the middle of it; led by ranks; heard over borders.
import { runInDurableObject } from 'cloudflare:test';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CHANNEL_GUILD, CHANNEL_OFFICER, VIEW_LINES, VIEW_LOG, VIEW_ROSTER } from '../../src/shared/protocol/messages';
import { NOTICES } from '../../src/shared/protocol/notices';
import { FOUND_COPPER, GUILD_MOST, RESERVED_MS, RIGHTS } from '../../src/shared/rules/guild';
import { LOG } from '../../src/shared/rules/guildlog';
import { REASONS } from '../../src/shared/rules/reasons';
import { atTheGate } from '../harness/dungeon';
import {
  EMBLEM,
  enrich,
  found,
  guildIdOf,
  insideGuild,
  portOf,
  promote,
  rankOf,
  registry,
  rosterOf,
  takeIn,
  theEnv,
} from '../harness/guild';
import { known, notices, refusals } from '../harness/party';
import { listening } from '../harness/talkers';
import { type Bot, Stage, settle } from '../harness/world';

const EAST = '2-2-1';
const stage = await Stage.open(EAST);

afterEach(async () => {
  for (const ground of stage.grounds) expect((await ground.status()).ledger.balance, ground.key).toBe(0);
  await stage.clear();
});

const heard = (bot: Bot, channel: number) =>
  bot
    .all('chat')
    .filter(line => line.channel === channel)
    .map(({ from, text }) => `${from}: ${text}`);
const goldOf = (bot: Bot) => stage.player(bot, ({ character }) => character.gold);
const asker = ({ guest: { character, account, name } }: Bot) => ({
  character,
  account,
  region: '2-1-1',
  name,
  level: 5,
  cls: 0,
  points: 0,
});

describe('founding', () => {
  it('takes the fee, keeps the name and says so to everybody who sees the founder', async () => {
    const [one, two] = [await stage.join(), await stage.join()];
    two.send('whois', { ids: [one.entity] });
    await enrich(stage, one);
    const before = await goldOf(one);
    const guild = await found(stage, one, 'Larks of the March');
    expect(before - ((await goldOf(one)) - FOUND_COPPER)).toBe(FOUND_COPPER);
    expect(one.known('guild')).toMatchObject({ name: 'Larks of the March', ...EMBLEM, level: 1, rank: 0 });
    expect(notices(one)).toContain(NOTICES.guildFounded);
    expect(two.known('colours').people).toEqual([{ id: one.entity, name: 'Larks of the March', ...EMBLEM }]);
    expect(await rosterOf(guild, one)).toEqual([`0 ${one.guest.name}`]);
  });

  it('is refused for what is lacking, with nothing paid', async () => {
    const one = await stage.join();
    await known(stage, one);
    const before = await goldOf(one);
    one.send('foundGuild', { name: 'Too Early', ...EMBLEM });
    await stage.turns(2);
    await enrich(stage, one);
    one.send('foundGuild', { name: 'x', ...EMBLEM });
    one.send('foundGuild', { name: 'One Colour', shape: 1, field: 2, mark: 2 });
    await stage.turns(4);
    expect(refusals(one)).toEqual([REASONS.levelTooLow, REASONS.badName, REASONS.badEmblem]);
    expect(await goldOf(one)).toBe(before + FOUND_COPPER);
  });

  it('gives a name that two want in the same moment to one of them', async () => {
    const [one, two] = [await stage.join(), await stage.join()];
    await known(stage, one, two);
    for (const bot of [one, two]) await enrich(stage, bot);
    const before = await goldOf(two);
    one.send('foundGuild', { name: 'The Hawks', ...EMBLEM });
    two.send('foundGuild', { name: 'The  Hаwks', ...EMBLEM });
    two.send('foundGuild', { name: 'The Hawks', ...EMBLEM });
    await stage.turns(30);
    const founders = [one, two].filter(guildIdOf);
    expect(founders).toHaveLength(1);
    const [loser] = [one, two].filter(bot => !guildIdOf(bot));
    expect(refusals(loser)).toContain(REASONS.guildNameTaken);
    if (loser === two) expect(await goldOf(two)).toBe(before);
  });

  it('goes on after a crash in the middle: paid for, it is founded, and once', async () => {
    const one = await stage.join();
    await known(stage, one);
    await enrich(stage, one);
    const before = await goldOf(one);
    const { guild } = await registry().reserve(one.guest.character, 'The Storm Petrels');
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    // The parcel stays in the region's outbox: the guild cannot be reached before everything dies.
    await stage.player(one, ({ character }, world) => {
      const charter = { guild, name: 'The Storm Petrels', emblem: EMBLEM, founder: asker(one) };
      vi.spyOn(world.footing.store.transfers, 'pump').mockResolvedValue();
      const player = world.byCharacter.get(character.id)!;
      player.character.gold -= FOUND_COPPER;
      player.journal.gold(30, -FOUND_COPPER);
      world.deeds.parcels.push({ to: `guild:${guild}`, kind: 'charter', body: charter });
    });
    await stage.turns(1);
    await stage.crash();
    const again = await stage.enter(one.guest);
    await stage.until(() => guildIdOf(again) === guild, 200, 'the guild after the crash');
    expect(await goldOf(again)).toBe(before - FOUND_COPPER);
    expect(await rosterOf(guild, again)).toEqual([`0 ${one.guest.name}`]);
    warned.mockRestore();
  });

  it('lets a reserved name go that nobody pays for, and keeps a paid one under a number if it was too late', async () => {
    const [one, two] = [await stage.join(), await stage.join()];
    await known(stage, one, two);
    const late = await registry().reserve(one.guest.character, 'The Otters');
    expect((await registry().reserve(two.guest.character, 'the otters')).reason).toBe(REASONS.guildNameTaken);
    stage.pass(RESERVED_MS + 1000);
    await found(stage, two, 'The Otters');
    const charter = { guild: late.guild, name: 'The Otters', emblem: EMBLEM, founder: asker(one) };
    const parcel = { number: 1, id: 'a', kind: 'charter', body: JSON.stringify(charter) };
    const answer = await portOf(late.guild).receive('2-0-0', [parcel]);
    expect(await portOf(late.guild).receive('2-0-0', [parcel])).toEqual(answer);
    await stage.until(() => guildIdOf(one) === late.guild, 100, 'the second guild');
    expect(one.known('guild').name).toBe('The Otters II');
  });
});

describe('the roster', () => {
  it('takes in who says yes, lets go who leaves, and nobody is in two guilds', async () => {
    const [one, two, three] = [await stage.join(), await stage.join(), await atTheGate(stage)];
    const guild = await found(stage, one, 'The Badgers');
    const other = await found(stage, two, 'The Stoats');
    await known(stage, three);
    one.send('guildInvite', { name: three.guest.name });
    two.send('guildInvite', { name: three.guest.name });
    two.send('guildInvite', { name: one.guest.name });
    await stage.until(() => three.all('guildInvited').length === 2 && one.all('guildInvited').length === 1, 100, 'invitations');
    // Two joins at once: the registry gives him to one of them.
    const both = await Promise.all([guild, other].map(id => portOf(id).ask(asker(three), { what: 'answer', accept: true })));
    expect(both.map(({ reason }) => reason).sort()).toEqual([0, REASONS.alreadyInGuild]);
    await stage.until(() => guildIdOf(three) !== '', 100, 'his guild');
    one.send('guildAnswer', { guild: other, accept: true });
    await stage.turns(10);
    expect(refusals(one)).toEqual([REASONS.alreadyInGuild]);
    const [his, its] = guildIdOf(three) === guild ? [guild, one] : [other, two];
    expect(await rosterOf(his, its)).toEqual([`0 ${its.guest.name}`, `4 ${three.guest.name}`]);
    three.send('guildLeave', {});
    await stage.until(() => guildIdOf(three) === '', 100, 'his leave');
    expect(notices(its)).toContain(NOTICES.guildLeft);
    await takeIn(stage, its === one ? two : one, three);
  });

  it('has a last place for one of two who say yes at once', async () => {
    const [one, two, three] = [await stage.join(), await stage.join(), await stage.join()];
    const guild = await found(stage, one, 'The Full House');
    await known(stage, two, three);
    for (const bot of [two, three]) one.send('guildInvite', { name: bot.guest.name });
    await stage.until(() => [two, three].every(bot => bot.all('guildInvited').length), 100, 'invitations');
    await insideGuild(guild, object => {
      const book = Reflect.get(object, 'book');
      const filler = book.members.get(one.guest.character);
      for (let i = book.members.size; i < GUILD_MOST - 1; i++) {
        book.putMember({ ...filler, character: `filler ${i}`, name: `Filler ${i}`, rank: 4 });
      }
    });
    const answers = await Promise.all([two, three].map(bot => portOf(guild).ask(asker(bot), { what: 'answer', accept: true })));
    expect(answers.map(({ reason }) => reason).sort()).toEqual([0, REASONS.guildFull]);
    expect(await rosterOf(guild, one)).toHaveLength(GUILD_MOST);
  });

  it('goes by rank: who may invite, put out, raise and lower whom', async () => {
    const bots: Bot[] = [];
    for (let i = 0; i < 5; i++) bots.push(await stage.join());
    const [leader, officer, second, veteran, newcomer] = bots;
    const guild = await found(stage, leader, 'The Ladder');
    await takeIn(stage, leader, officer, second, veteran, newcomer);
    await promote(stage, leader, officer, 1);
    await promote(stage, leader, second, 1);
    await promote(stage, officer, veteran, 2);
    const ask = async (by: Bot, wish: Parameters<ReturnType<typeof portOf>['ask']>[1]) =>
      (await portOf(guild).ask(asker(by), wish)).reason;
    const id = (bot: Bot) => bot.guest.character;
    const { noRight, rankTooHigh, sameRank, noSuchPlayer, leaderStays, badChoice, notInGuild } = REASONS;
    const refused: [Bot, Parameters<typeof ask>[1], number][] = [
      [newcomer, { what: 'invite', name: 'Nobody' }, noSuchPlayer],
      [newcomer, { what: 'invite', name: leader.guest.name }, noRight],
      [newcomer, { what: 'kick', member: id(veteran) }, noRight],
      [veteran, { what: 'kick', member: id(newcomer) }, noRight],
      [officer, { what: 'kick', member: id(second) }, rankTooHigh],
      [officer, { what: 'kick', member: id(leader) }, rankTooHigh],
      [officer, { what: 'kick', member: id(officer) }, noSuchPlayer],
      [officer, { what: 'rank', member: id(second), rank: 2 }, rankTooHigh],
      [officer, { what: 'rank', member: id(veteran), rank: 1 }, rankTooHigh],
      [officer, { what: 'rank', member: id(veteran), rank: 2 }, sameRank],
      [officer, { what: 'rank', member: id(veteran), rank: 5 }, badChoice],
      [officer, { what: 'rank', member: id(veteran), rank: 0 }, badChoice],
      [veteran, { what: 'rank', member: id(newcomer), rank: 3 }, noRight],
      [officer, { what: 'handOver', member: id(newcomer) }, noRight],
      [officer, { what: 'disband' }, noRight],
      [leader, { what: 'leave' }, leaderStays],
      [veteran, { what: 'motd', text: 'Mine now' }, noRight],
      [veteran, { what: 'note', member: id(newcomer), text: 'x' }, noRight],
      [officer, { what: 'emblem', emblem: EMBLEM }, noRight],
      [officer, { what: 'rankEdit', index: 1, rank: { name: '', rights: 255, gold: 0, items: [0, 0, 0, 0, 0, 0] } }, noRight],
    ];
    for (const [by, wish, reason] of refused) expect(await ask(by, wish), JSON.stringify(wish)).toBe(reason);
    const rights = RIGHTS.kick | RIGHTS.officer;
    expect(
      await ask(leader, { what: 'rankEdit', index: 2, rank: { name: 'Wardens', rights, gold: 7, items: [1, 0, 0, 0, 0, 0] } }),
    ).toBe(0);
    expect(await ask(veteran, { what: 'kick', member: id(newcomer) })).toBe(0);
    expect(await ask(newcomer, { what: 'leave' })).toBe(notInGuild);
    expect(await ask(officer, { what: 'rank', member: id(veteran), rank: 4 })).toBe(0);
    expect(await ask(leader, { what: 'handOver', member: id(second) })).toBe(0);
    await stage.until(() => rankOf(second) === 0 && rankOf(leader) === 1 && rankOf(veteran) === 4, 100, 'the ranks');
    expect(guildIdOf(newcomer)).toBe('');
    expect(notices(newcomer)).toContain(NOTICES.guildOut);
    expect(await ask(second, { what: 'disband' })).toBe(0);
    await stage.until(() => bots.every(bot => guildIdOf(bot) === ''), 100, 'the end');
    expect(await ask(leader, { what: 'motd', text: 'Hello?' })).toBe(REASONS.noSuchGuild);
    // Its name is free again, and so is everybody.
    await found(stage, officer, 'The Ladder');
  });

  it('outlives a crash of everything, and mends a claim that a crash left behind', async () => {
    const [one, two, three] = [await stage.join(), await stage.join(), await stage.join()];
    const guild = await found(stage, one, 'The Long Memory');
    await takeIn(stage, one, two);
    one.send('guildMotd', { text: 'Thursday: the barrow' });
    two.send('guildNote', { member: two.guest.character, text: 'mends' });
    await stage.turns(6);
    expect(await registry().claim(three.guest.character, guild)).toBeGreaterThan(0);
    await stage.crash();
    const [a, b, c] = [await stage.enter(one.guest), await stage.enter(two.guest), await stage.enter(three.guest)];
    await stage.until(() => guildIdOf(a) === guild && guildIdOf(b) === guild, 200, 'their guild');
    a.send('guildView', { what: VIEW_ROSTER });
    a.send('guildView', { what: VIEW_LOG });
    await stage.until(() => a.all('guildRoster').length > 0 && a.all('guildLog').length > 0, 60, 'the roster');
    expect(a.known('guildRoster')).toMatchObject({ motd: 'Thursday: the barrow' });
    expect(a.known('guildRoster').members.map(({ name, note, state }) => [name, note, state])).toEqual(
      expect.arrayContaining([[two.guest.name, 'mends', 1]]),
    );
    expect(a.known('guildLog').entries.map(({ what }) => what)).toEqual([LOG.motd, LOG.joined, LOG.founded]);
    // The third never entered: the realm asks, the guild disowns him, and he is free.
    await stage.until(async () => !(await registry().guildsOf([c.guest.character])).length, 100, 'the claim to go');
    expect(guildIdOf(c)).toBe('');
    await found(stage, c, 'The Third Way');
  });

  it('lets somebody go for whom the registry cannot be told at once', async () => {
    const [one, two] = [await stage.join(), await stage.join()];
    const guild = await found(stage, one, 'The Slow Post');
    await takeIn(stage, one, two);
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    await insideGuild(guild, object => {
      const away = { idFromName: () => 'world', get: () => ({ release: () => Promise.reject(new Error('away')) }) };
      Reflect.set(object, 'env', { ...Reflect.get(object, 'env'), GUILD_REGISTRY: away });
    });
    two.send('guildLeave', {});
    await stage.until(() => guildIdOf(two) === '', 100, 'his leave');
    expect(await registry().guildsOf([two.guest.character])).toHaveLength(1);
    await insideGuild(guild, object =>
      Reflect.set(object, 'env', { ...Reflect.get(object, 'env'), GUILD_REGISTRY: theEnv.GUILD_REGISTRY }),
    );
    await insideGuild(guild, object => object.alarm());
    expect(await registry().guildsOf([two.guest.character])).toEqual([]);
    warned.mockRestore();
  });
});

describe('talk', () => {
  it('goes over regions, officers among themselves, and is kept for who comes later', async () => {
    const [leader, officer, far] = [await stage.join(), await stage.join(), await atTheGate(stage)];
    const stranger = await stage.join();
    const guild = await found(stage, leader, 'The Town Criers');
    await takeIn(stage, leader, officer, far);
    await promote(stage, leader, officer, 1);
    far.send('chat', { channel: CHANNEL_GUILD, to: '', text: 'By the barrow' });
    await stage.turns(6);
    officer.send('chat', { channel: CHANNEL_OFFICER, to: '', text: 'Raise him?' });
    far.send('chat', { channel: CHANNEL_OFFICER, to: '', text: 'I hear you' });
    stranger.send('chat', { channel: CHANNEL_GUILD, to: '', text: 'Hello?' });
    await stage.turns(6);
    const said = `${far.guest.name}: By the barrow`;
    for (const bot of [leader, officer, far]) expect(heard(bot, CHANNEL_GUILD)).toEqual([said]);
    expect([leader, officer, far].map(bot => heard(bot, CHANNEL_OFFICER).length)).toEqual([1, 1, 0]);
    expect(refusals(far)).toEqual([REASONS.noRight]);
    expect(refusals(stranger)).toEqual([REASONS.notInGuild]);
    expect(heard(stranger, CHANNEL_GUILD)).toEqual([]);
    await stage.crash();
    const again = await stage.enter(leader.guest);
    await stage.until(() => guildIdOf(again) === guild, 200, 'his guild');
    again.send('guildView', { what: VIEW_LINES });
    await stage.until(() => again.all('guildLines').length > 0, 60, 'the lines');
    expect(again.known('guildLines').lines.map(({ channel, text }) => [channel, text])).toEqual([
      [CHANNEL_GUILD, 'By the barrow'],
      [CHANNEL_OFFICER, 'Raise him?'],
    ]);
    expect(await portOf(guild).view(stranger.guest.character, VIEW_LINES)).toBeNull();
  });

  it('of whoever is ignored is not shown to who ignores him, said now or before, and he asks him into no guild', async () => {
    const [leader, reader, far] = [await stage.join(), await stage.join(), await atTheGate(stage)];
    await listening(stage, leader, reader, far);
    await found(stage, leader, 'The Quiet Corner');
    await takeIn(stage, leader, reader, far);
    await promote(stage, leader, reader, 1);
    await promote(stage, leader, far, 1);
    reader.send('ignore', { name: far.guest.name });
    await stage.until(() => reader.known('friends').ignored.length > 0, 200, 'the list');
    far.send('chat', { channel: CHANNEL_GUILD, to: '', text: 'Rumours' });
    await stage.turns(6);
    far.send('chat', { channel: CHANNEL_OFFICER, to: '', text: 'Secrets' });
    leader.send('chat', { channel: CHANNEL_GUILD, to: '', text: 'Good evening' });
    await stage.turns(6);
    expect([heard(leader, CHANNEL_GUILD).length, heard(leader, CHANNEL_OFFICER).length]).toEqual([2, 1]);
    expect(heard(reader, CHANNEL_GUILD)).toEqual([`${leader.guest.name}: Good evening`]);
    expect(heard(reader, CHANNEL_OFFICER)).toEqual([]);
    reader.send('guildView', { what: VIEW_LINES });
    await stage.until(() => reader.all('guildLines').length > 0, 60, 'the lines');
    expect(reader.known('guildLines').lines.map(({ text }) => text)).toEqual(['Good evening']);
    reader.send('guildLeave', {});
    await stage.until(() => guildIdOf(reader) === '', 100, 'his leave');
    const before = reader.all('guildInvited').length;
    far.send('guildInvite', { name: reader.guest.name });
    await stage.until(() => notices(far).includes(NOTICES.guildInvited), 100, 'the answer');
    await stage.turns(6);
    expect(reader.all('guildInvited')).toHaveLength(before);
  });

  it('is told once to a reader who crosses a border, and goes on while the realm forgets', async () => {
    const [one, two] = [await stage.join(), await stage.join()];
    await found(stage, one, 'The Wayfarers');
    await takeIn(stage, one, two);
    await stage.place(two, 1032, 752);
    one.send('chat', { channel: CHANNEL_GUILD, to: '', text: 'Mind the border' });
    await stage.turns(40);
    expect((await stage.whereIs(two))?.key).toBe(EAST);
    expect(heard(two, CHANNEL_GUILD)).toEqual([`${one.guest.name}: Mind the border`]);
    await runInDurableObject(
      theEnv.REALM.get(theEnv.REALM.idFromName('world')) as never,
      (_: unknown, state: DurableObjectState) => {
        state.abort('the realm dies');
      },
    ).catch(() => {});
    await stage.seconds(7);
    two.send('chat', { channel: CHANNEL_GUILD, to: '', text: 'Still here' });
    await stage.turns(6);
    await settle();
    expect(heard(one, CHANNEL_GUILD)).toHaveLength(2);
    expect(guildIdOf(one)).not.toBe('');
  });
});

describe('a charter', () => {
  it('is paid for once, however often it is asked for while it is on its way', async () => {
    const one = await stage.join();
    await known(stage, one);
    await enrich(stage, one, 3 * FOUND_COPPER);
    const { gold } = one.known('sheet');
    one.send('foundGuild', { name: 'The Hasty', ...EMBLEM });
    one.send('foundGuild', { name: 'The Hastier', ...EMBLEM });
    await stage.turns(2);
    one.send('foundGuild', { name: 'The Hastiest', ...EMBLEM });
    await stage.until(() => guildIdOf(one) !== '', 200, 'his guild');
    await stage.seconds(3);
    expect(one.known('sheet').gold).toBe(gold - FOUND_COPPER);
    expect(refusals(one).length).toBeGreaterThan(0);
  });
});
