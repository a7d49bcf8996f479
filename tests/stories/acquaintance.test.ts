// People one knows, and those one wants to hear nothing of: friends, ignoring over all characters, reports, the link that brings a friend, and the
// page that only chats.
import { env, exports } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import { type Env, talkPort } from '../../src/ports';
import { HOME_REGION, placeOf } from '../../src/shared/content';
import {
  CHANNEL_REGION,
  CHANNEL_SAY,
  CHANNEL_WHISPER,
  CHANNEL_WORLD,
  CLOSE_PROTOCOL,
  CLOSE_TICKET,
  FRIEND_AWAY,
  FRIEND_CHATS,
  FRIEND_OFFLINE,
  FRIEND_ONLINE,
} from '../../src/shared/protocol/messages';
import { NOTICES } from '../../src/shared/protocol/notices';
import { REASONS } from '../../src/shared/rules/reasons';
import { bodyOf } from '../../src/shared/rules/stats';
import { REPORT_WHYS } from '../../src/shared/rules/talk';
import { chatTicket, knockAtTalk, openChat } from '../harness/chatpage';
import { atTheGate } from '../harness/dungeon';
import { known, notices, partyOf, refusals } from '../harness/party';
import { comeBack, insideTalk, listening, pause, says, talker, tellHeard, textsOf } from '../harness/talkers';
import { type Bot, type Guest, ORIGIN, Stage } from '../harness/world';

const stage = await Stage.open();
const talk = () => talkPort(env as unknown as Env);
afterEach(() => stage.clear());

const heard = (bot: Bot, channel: number): string[] =>
  bot
    .all('chat')
    .filter(line => line.channel === channel)
    .map(({ text }) => text);

async function post(path: string, guest: Guest, body: object): Promise<Response> {
  const headers = { Origin: ORIGIN, Cookie: guest.cookie, 'Content-Type': 'application/json' };
  return exports.default.fetch(`${ORIGIN}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Another character of the same account. */
async function another(guest: Guest, name: string): Promise<Guest> {
  const made = await post('/api/characters', guest, { name, covenant: 'azure', look: 0 });
  const { id } = (await made.json()) as { id: string };
  return { ...guest, character: id, name };
}

const friendState = (bot: Bot): number | undefined => bot.all('friends').at(-1)?.friends[0]?.state;

describe('a friend', () => {
  it('is shown with level, place and status, by whichever character he plays', async () => {
    const one = await talker(stage);
    const guest = await stage.newGuest();
    one.send('befriend', { name: guest.name });
    await stage.until(() => (one.all('friends').at(-1)?.friends.length ?? 0) > 0, 200, 'the friend');
    expect(one.known('friends').friends).toMatchObject([{ name: guest.name, state: FRIEND_OFFLINE }]);
    const second = await another(guest, 'Second Self');
    const friend = await comeBack(stage, second);
    await eventually(() => friendState(one) === FRIEND_ONLINE);
    expect(one.known('friends').friends).toMatchObject([
      { name: 'Second Self', level: 1, place: placeOf(HOME_REGION)!.number, id: guest.account },
    ]);
    expect(notices(one)).toContain(NOTICES.friendCame);
    await friend.cut();
    await eventually(() => friendState(one) === FRIEND_AWAY);
    await stage.minute();
    await eventually(() => friendState(one) === FRIEND_OFFLINE);
    expect(one.known('friends').friends[0]).toMatchObject({ name: 'Second Self', level: 1 });
    expect(Math.abs(one.known('friends').friends[0].since - Date.now())).toBeLessThan(30_000);
    one.send('unfriend', { id: guest.account });
    await stage.until(() => one.known('friends').friends.length === 0, 200, 'an empty list');
  });

  it('is no stranger, not oneself, and not listed twice', async () => {
    const [one, two] = [await talker(stage), await talker(stage)];
    one.send('befriend', { name: 'Nobody At All' });
    one.send('befriend', { name: one.guest.name });
    one.send('befriend', { name: two.guest.name });
    await stage.until(() => notices(one).includes(NOTICES.friendAdded) && refusals(one).length === 2, 200, 'three answers');
    one.send('befriend', { name: two.guest.name });
    await stage.until(() => refusals(one).length === 3, 200, 'the refusal');
    expect(refusals(one)).toEqual(expect.arrayContaining([REASONS.noSuchPlayer, REASONS.listSelf, REASONS.alreadyListed]));
  });

  /** Friends are told once a second of real time, and the realm tells Talk with a report. */
  async function eventually(done: () => boolean): Promise<void> {
    for (let i = 0; i < 60 && !done(); i++) {
      await new Promise(resolve => setTimeout(resolve, 60));
      await stage.turns(5);
    }
    expect(done()).toBe(true);
  }
});

describe('whoever is ignored', () => {
  it('is not heard in any channel and asks nobody into his party, by any of his characters, from any region', async () => {
    const [reader, far] = [await talker(stage), await atTheGate(stage)];
    await listening(stage, far);
    const other = await another(far.guest, 'Other Face');
    reader.send('ignore', { name: far.guest.name });
    await stage.until(() => reader.known('friends').ignored.length > 0, 200, 'the list');
    expect(reader.known('friends').ignored).toEqual([{ id: far.guest.account, name: far.guest.name }]);
    await far.cut();
    await stage.minute();
    const face = await comeBack(stage, other);
    await listening(stage, face);
    const witness = await talker(stage);
    await stage.place(reader, 768, 790);
    await stage.place(face, 768, 792);
    await stage.place(witness, 768, 794);
    await says(stage, face, CHANNEL_SAY, 'near');
    await says(stage, face, CHANNEL_REGION, 'here');
    await says(stage, face, CHANNEL_WHISPER, 'to you', reader.guest.name);
    stage.pass(5_000);
    await says(stage, face, CHANNEL_WORLD, 'everywhere');
    face.send('invite', { name: reader.guest.name });
    await stage.until(() => textsOf(witness, CHANNEL_WORLD).includes('everywhere'), 200, 'the line');
    await pause(stage);
    expect([heard(witness, CHANNEL_SAY), heard(witness, CHANNEL_REGION)]).toEqual([['near'], ['here']]);
    expect([heard(reader, CHANNEL_SAY), heard(reader, CHANNEL_REGION), heard(reader, CHANNEL_WHISPER)]).toEqual([[], [], []]);
    expect(textsOf(reader, CHANNEL_WORLD)).not.toContain('everywhere');
    expect(reader.all('invited')).toEqual([]);
    // He is not told so.
    expect(heard(face, CHANNEL_WHISPER)).toEqual(['to you']);
    expect(await talk().blocked(far.guest.account, reader.guest.account)).toBe(true);
    expect(await talk().blocked(reader.guest.account, far.guest.account)).toBe(false);
    reader.send('unignore', { id: far.guest.account });
    await stage.until(() => reader.known('friends').ignored.length === 0, 200, 'an empty list');
    await says(stage, face, CHANNEL_SAY, 'once more');
    expect(heard(reader, CHANNEL_SAY)).toEqual(['once more']);
  });

  it('sees nothing of who ignores him, and what he writes to him does not wait', async () => {
    const [one, two] = [await talker(stage), await talker(stage)];
    two.send('befriend', { name: one.guest.name });
    await stage.until(() => friendState(two) === FRIEND_ONLINE, 200, 'the friend');
    one.send('ignore', { name: two.guest.name });
    await stage.until(() => friendState(two) === FRIEND_OFFLINE, 200, 'to see nothing');
    await one.cut();
    await stage.minute();
    await says(stage, two, CHANNEL_WHISPER, 'come back', one.guest.name);
    await pause(stage);
    expect(notices(two)).not.toContain(NOTICES.whisperHeld);
    const back = await comeBack(stage, one.guest);
    await pause(stage);
    expect(back.all('held')).toEqual([]);
  });
});

describe('a report', () => {
  it('keeps the line with five before and after, as the server heard them', async () => {
    const [reporter, one, two] = [await talker(stage), await talker(stage), await talker(stage)];
    for (const [i, bot] of [reporter, one, two].entries()) await stage.place(bot, 768 + i, 790);
    for (let i = 0; i < 14; i++) {
      stage.pass(1_000);
      await says(stage, i % 2 ? one : two, CHANNEL_SAY, `Word ${i}`);
    }
    await says(stage, one, CHANNEL_WHISPER, 'a secret', two.guest.name);
    const line = reporter.all('chat').find(({ text }) => text === 'Word 7')!;
    const about = { channel: CHANNEL_SAY, room: '', number: 0, from: line.from, time: line.time, why: 0, words: 'rude' };
    reporter.send('reportLine', about);
    await stage.until(() => notices(reporter).includes(NOTICES.reportTaken), 200, 'the note');
    const [report] = await talk().reports(1);
    expect(report.context.map(({ text }) => text)).toEqual(Array.from({ length: 11 }, (_, i) => `Word ${i + 2}`));
    expect(report).toMatchObject({
      by: { account: reporter.guest.account, name: reporter.guest.name },
      about: { text: 'Word 7', from: one.guest.name, account: one.guest.account },
      why: 'insult',
      words: 'rude',
    });
    reporter.send('reportLine', { ...about, time: line.time + 1 });
    const secret = one.all('chat').find(({ text }) => text === 'a secret')!;
    reporter.send('reportLine', { ...about, channel: CHANNEL_WHISPER, from: secret.from, time: secret.time });
    await stage.turns(4);
    expect(refusals(reporter)).toEqual([REASONS.lineUnknown, REASONS.lineUnknown]);
  });

  it('of somebody himself, who has said nothing, goes with what he said aloud; he has to be in sight', async () => {
    const [reporter, silent, loud, far] = [await talker(stage), await talker(stage), await talker(stage), await talker(stage)];
    for (const [i, bot] of [reporter, silent, loud].entries()) await stage.place(bot, 768 + i, 790);
    await stage.place(far, 600, 600);
    await says(stage, loud, CHANNEL_SAY, 'Look at me');
    await says(stage, loud, CHANNEL_WHISPER, 'a secret', silent.guest.name);
    const about = { channel: CHANNEL_SAY, room: '', number: 0, time: 0, why: REPORT_WHYS.indexOf('cheating'), words: '' };
    const whoIs = async (from: string) => {
      const before = notices(reporter).filter(notice => notice === NOTICES.reportTaken).length;
      reporter.send('reportLine', { ...about, from });
      const taken = () => notices(reporter).filter(notice => notice === NOTICES.reportTaken).length;
      await stage.until(() => taken() > before, 200, `the note about ${from}`);
      return (await talk().reports(1))[0];
    };
    const first = await whoIs(silent.guest.name);
    expect(first).toMatchObject({ why: 'cheating', about: { from: silent.guest.name, account: silent.guest.account, text: '' } });
    expect(first.context).toHaveLength(1);
    stage.pass(1_000);
    const second = await whoIs(loud.guest.name);
    expect(second.about.account).toBe(loud.guest.account);
    expect(second.context.map(({ text }) => text)).toEqual(['Look at me', '']);
    for (const from of [far.guest.name, 'Nobody Here', reporter.guest.name]) reporter.send('reportLine', { ...about, from });
    await stage.until(() => refusals(reporter).length >= 3, 200, 'the refusals');
    expect(refusals(reporter)).toEqual([REASONS.lineUnknown, REASONS.lineUnknown, REASONS.lineUnknown]);
  });

  it('of a line said to the world is made of what Talk itself keeps', async () => {
    const [reporter, speaker] = [await talker(stage), await talker(stage)];
    await says(stage, speaker, CHANNEL_WORLD, 'You all stink');
    await stage.until(() => textsOf(reporter, CHANNEL_WORLD).includes('You all stink'), 200, 'the line');
    const line = reporter
      .all('lines')
      .flatMap(({ lines }) => lines)
      .find(({ text }) => text === 'You all stink')!;
    const about = { channel: CHANNEL_WORLD, room: '', from: 'Somebody Else', time: 0, why: 0, words: '' };
    reporter.send('reportLine', { ...about, number: line.number });
    reporter.send('reportLine', { ...about, number: line.number + 1000 });
    await stage.until(() => notices(reporter).includes(NOTICES.reportTaken), 200, 'the note');
    await stage.until(() => refusals(reporter).length > 0, 200, 'the refusal');
    expect((await talk().reports(1))[0].about).toMatchObject({ from: speaker.guest.name, account: speaker.guest.account });
  });
});

describe('a link that brings a friend', () => {
  async function comeBy(code: string, cookie = ''): Promise<Guest> {
    const headers: Record<string, string> = { Origin: ORIGIN, ...(cookie ? { Cookie: cookie } : {}) };
    const response = await exports.default.fetch(`${ORIGIN}/api/guest?invite=${code}`, { method: 'POST', headers });
    const body = (await response.json()) as {
      account: string;
      characters: { id: string; name: string }[];
      error?: { code: string };
    };
    if (!response.ok) throw new Error(body.error?.code);
    const set = (response.headers.get('Set-Cookie') ?? '').split(';')[0];
    return { cookie: set || cookie, account: body.account, character: body.characters[0].id, name: body.characters[0].name };
  }

  async function linkOf(bot: Bot): Promise<string> {
    bot.send('makeInvite', {});
    await stage.until(() => bot.all('inviteLink').length > 0, 200, 'the link');
    return bot.known('inviteLink').code;
  }

  it('puts a newcomer beside whoever made it, in his region, and offers his party', async () => {
    const host = await atTheGate(stage);
    await listening(stage, host);
    const code = await linkOf(host);
    const told = await exports.default.fetch(`${ORIGIN}/api/invite/${code}`);
    expect(await told.json()).toMatchObject({ name: host.guest.name });
    const guest = await comeBy(code);
    const bot = await stage.enter(guest);
    expect(bot.known('welcome').region).toBe(host.known('welcome').region);
    const [a, b] = [bot.own!, host.own!];
    expect(Math.hypot(a.x - b.x, a.z - b.z)).toBeLessThan(6);
    expect(bot.known('sheet').covenant).toBe(host.known('sheet').covenant);
    await stage.until(() => bot.all('invited').length > 0, 200, 'the invitation');
    bot.send('answerInvitation', { from: host.guest.character, accept: true });
    await stage.until(() => partyOf(bot).length === 2, 200, 'the party');
    const ground = (await stage.whereIs(bot))!;
    const { hpMax } = await ground.player(bot, ({ character }) => bodyOf(character));
    expect(await ground.player(bot, ({ entity }, { sim: { core } }) => core.hp(entity))).toBe(hpMax);
  });

  it('does so too when nobody has talked for a while, and Talk knows of nobody', async () => {
    const host = await atTheGate(stage);
    await listening(stage, host);
    const code = await linkOf(host);
    await insideTalk((_, state) => state.abort('it rests')).catch(() => undefined);
    const guest = await comeBy(code);
    const bot = await stage.enter(guest);
    expect(bot.known('welcome').region).toBe(host.known('welcome').region);
    expect(bot.known('sheet').covenant).toBe(host.known('sheet').covenant);
    await stage.until(() => bot.all('invited').length > 0, 200, 'the invitation');
  });

  it('offers whoever has a character only the party, and nobody his own link', async () => {
    const [host, friend] = [await atTheGate(stage), await talker(stage)];
    await listening(stage, host);
    const code = await linkOf(host);
    await known(stage, friend);
    const same = await comeBy(code, friend.guest.cookie);
    expect(same.character).toBe(friend.guest.character);
    await stage.until(() => friend.all('invited').length > 0, 200, 'the invitation');
    expect(friend.known('welcome').region).not.toBe(host.known('welcome').region);
    await comeBy(code, host.guest.cookie);
    await pause(stage);
    expect(host.all('invited')).toEqual([]);
  });

  it('holds for an hour and twenty uses, and is not guessed', async () => {
    const host = await talker(stage);
    const code = await linkOf(host);
    await insideTalk(({ invites }) => {
      for (let i = 0; i < 20; i++) invites.come(code, `account ${i}`, Date.now());
    });
    await expect(comeBy(code)).rejects.toThrow('invite_over');
    await expect(comeBy('AAAAAAAAAA')).rejects.toThrow('invite_over');
    await expect(comeBy("x' OR 1=1")).rejects.toThrow('invite_over');
    host.send('makeInvite', {});
    await stage.until(() => host.all('inviteLink').length > 1, 200, 'another link');
    const next = host.known('inviteLink').code;
    expect(next).not.toBe(code);
    await stage.crash();
    stage.pass(3600_000);
    await expect(comeBy(next)).rejects.toThrow('invite_over');
  });
});

describe('the page that only chats', () => {
  const soon = () => pause(stage);

  it('hears and speaks to the world, whispers, and is seen by friends, without a body', async () => {
    const player = await talker(stage);
    const guest = await stage.newGuest();
    const page = await openChat(guest);
    tellHeard(page);
    player.send('befriend', { name: guest.name });
    await stage.until(() => friendState(player) === FRIEND_CHATS, 200, 'the friend');
    page.send('chat', { channel: CHANNEL_WORLD, to: '', text: 'From the tram' });
    await stage.until(() => textsOf(player, CHANNEL_WORLD).includes('From the tram'), 200, 'the line');
    stage.pass(5_000);
    await says(stage, player, CHANNEL_WORLD, 'From the mill');
    await says(stage, player, CHANNEL_WHISPER, 'to the tram', guest.name);
    await soon();
    expect(textsOf(page, CHANNEL_WORLD).slice(-2)).toEqual(['From the tram', 'From the mill']);
    expect(heard(page, CHANNEL_WHISPER)).toEqual(['to the tram']);
    page.send('chat', { channel: CHANNEL_WHISPER, to: player.guest.name, text: 'to the mill' });
    await stage.until(() => heard(player, CHANNEL_WHISPER).includes('to the mill'), 200, 'the whisper');
    page.send('chat', { channel: CHANNEL_SAY, to: '', text: 'out loud' });
    await soon();
    expect(refusals(page)).toEqual([REASONS.notNow]);
    await page.cut();
  });

  it('opens to its own origin, with a ticket of its own, once', async () => {
    const guest = await stage.newGuest();
    const entry = await chatTicket(guest);
    await expect(knockAtTalk(guest, entry, 'https://elsewhere.test')).rejects.toThrow('403');
    const page = await knockAtTalk(guest, entry);
    const again = await knockAtTalk(guest, entry);
    await soon();
    expect(page.closed).toBeNull();
    expect(again.closed?.code).toBe(CLOSE_TICKET);
    const { ticket } = await stage.ticket(guest);
    await expect(knockAtTalk(guest, { url: '/ws/talk', ticket })).rejects.toThrow('401');
    const stranger = await stage.newGuest();
    await expect(chatTicket(stranger, guest.character)).rejects.toThrow('404');
    await page.cut();
  });

  it('is closed when it speaks what only the world understands, or nonsense', async () => {
    const page = await openChat(await stage.newGuest());
    page.send('release', {});
    page.raw('text');
    page.raw(new Uint8Array([250, 0, 0]));
    await soon();
    expect(page.closed?.code).toBe(CLOSE_PROTOCOL);
  });
});
