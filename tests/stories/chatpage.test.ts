// The page that only chats, in the hands of somebody who means ill: who asks for everything again and again, reads nothing of it, comes with a ticket
// from before his ban, or with one socket after the other.
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import {
  CHANNEL_CUSTOM,
  CHANNEL_TRADE,
  CHANNEL_WHISPER,
  CHANNEL_WORLD,
  CLOSE_FLOOD,
  CLOSE_KICKED,
  CLOSE_SLOW,
} from '../../src/shared/protocol/messages';
import { REASONS } from '../../src/shared/rules/reasons';
import { ulid } from '../../src/ulid';
import { chatTicket, knockAtTalk, openChat } from '../harness/chatpage';
import { refusals } from '../harness/party';
import { insideTalk, numbersOf, pause, tellHeard, textsOf } from '../harness/talkers';
import { type Bot, type Guest, Stage } from '../harness/world';

const stage = await Stage.open();
const pages: Bot[] = [];
afterEach(async () => {
  for (const page of pages.splice(0)) if (!page.closed) await page.cut();
  // What is said in one story is not too soon for the next.
  stage.pass(61_000);
  await stage.clear();
});

const soon = () => pause(stage);

async function open(guest: Guest): Promise<Bot> {
  const page = await openChat(guest);
  pages.push(page);
  return page;
}

/** Lines of others, said before or while a page is open. */
const spoken = (room: string, ...texts: string[]) =>
  insideTalk(talk => {
    for (const text of texts) talk.speak({ room, character: '', account: '', from: 'Wren', text, at_ms: Date.now() }, Date.now());
    Reflect.get(talk, 'push').call(talk);
  });

const many = (count: number, what: string): string[] => Array.from({ length: count }, (_, i) => `${what} ${i} `.padEnd(700, 'x'));

const nothingRead = [CHANNEL_WORLD, CHANNEL_TRADE].map(channel => ({ channel, room: '', number: 0 }));

describe('a page that asks for more than it reads', () => {
  it('is told each line once, however often it says that it has read nothing', async () => {
    await spoken('trade', 'Hides', 'Hooves', 'Horns');
    const page = await open(await stage.newGuest());
    for (let i = 0; i < 5; i++) page.send('heard', { rooms: nothingRead });
    await soon();
    expect(textsOf(page, CHANNEL_TRADE)).toEqual(['Hides', 'Hooves', 'Horns']);
  });

  it('names rooms that it is not in for nothing: nobody remembers them for it', async () => {
    const page = await open(await stage.newGuest());
    page.send('joinRoom', { room: 'Bakers' });
    await soon();
    for (let i = 0; i < 4; i++) {
      const rooms = Array.from({ length: 16 }, (_, n) => ({
        channel: CHANNEL_CUSTOM,
        room: n ? `R ${i} ${n}` : 'Bakers',
        number: 7,
      }));
      page.send('heard', { rooms });
    }
    await soon();
    const known = () =>
      insideTalk(talk => [...talk.visitors.ofCharacter(page.guest.character)[0].told!.keys()].filter(room => room.startsWith('#')));
    expect(await known()).toEqual(['#bakers']);
    page.send('leaveRoom', { room: 'Bakers' });
    await soon();
    expect(await known()).toEqual([]);
  });

  it('is told the next lines when it has read those before, and in the end all of them', async () => {
    await spoken('trade', ...many(100, 'Offer'));
    const page = await open(await stage.newGuest());
    page.deaf = true;
    page.send('heard', { rooms: nothingRead });
    await soon();
    let answered = 0;
    const told: number[] = [numbersOf(page, CHANNEL_TRADE).length];
    // A number that it was not told opens nothing.
    page.send('ack', { tick: 1, clientTime: 0 });
    await soon();
    expect(numbersOf(page, CHANNEL_TRADE)).toHaveLength(told[0]);
    for (let marks = page.all('pong'); marks.length > answered; marks = page.all('pong')) {
      for (const { tick } of marks.slice(answered)) page.send('ack', { tick, clientTime: 0 });
      answered = marks.length;
      await soon();
      told.push(numbersOf(page, CHANNEL_TRADE).length);
    }
    expect(told[0]).toBeLessThan(80);
    expect(told.at(-1)).toBe(100);
    const numbers = numbersOf(page, CHANNEL_TRADE);
    expect(numbers).toEqual(numbers.map((_, i) => numbers[0] + i));
  });

  it('is closed when it reads nothing for half a minute, and goes on where it was with its next socket', async () => {
    await spoken('trade', ...many(100, 'Ware'));
    const page = await open(await stage.newGuest());
    page.deaf = true;
    page.send('heard', { rooms: nothingRead });
    await soon();
    const before = numbersOf(page, CHANNEL_TRADE);
    expect(before.length).toBeLessThan(100);
    stage.pass(31_000);
    await spoken('trade', 'One more');
    await soon();
    expect(page.closed?.code).toBe(CLOSE_SLOW);
    expect(numbersOf(page, CHANNEL_TRADE)).toEqual(before);
    const next = await open(page.guest);
    next.heard.unshift(...page.heard.filter(({ name }) => name === 'lines'));
    tellHeard(next);
    await soon();
    const numbers = numbersOf(next, CHANNEL_TRADE);
    expect(textsOf(next, CHANNEL_TRADE).at(-1)).toBe('One more');
    expect(numbers).toEqual(numbers.map((_, i) => numbers[0] + i));
  });

  it('is closed at once when words for it that cannot wait are too many', async () => {
    const page = await open(await stage.newGuest());
    page.deaf = true;
    await insideTalk(talk => {
      const text = 'x'.repeat(800);
      const said = { what: 'chat', channel: CHANNEL_WHISPER, from: 'Wren', text, time: 0, account: '' } as const;
      for (let i = 0; i < 400; i++) talk.tell(page.guest.character, said);
    });
    await soon();
    expect(page.closed?.code).toBe(CLOSE_SLOW);
    expect(page.all('chat').length).toBeLessThan(330);
  });
});

describe('whoever may not talk any more', () => {
  const ban = ({ account }: Guest) =>
    env.DB.prepare("INSERT INTO bans(id, account_id, reason, at_ms, until_ms) VALUES (?, ?, 'x', 0, 0)")
      .bind(ulid(Date.now()), account)
      .run();
  const signOut = ({ account }: Guest) => env.DB.prepare('DELETE FROM sessions WHERE account_id = ?').bind(account).run();

  it.each([
    ['banned', ban],
    ['signed out', signOut],
  ])('because he was %s comes in by no ticket from before', async (_, putOut) => {
    const guest = await stage.newGuest();
    const [first, second] = [await chatTicket(guest), await chatTicket(guest)];
    pages.push(await knockAtTalk(guest, first));
    await soon();
    expect(pages[0].closed).toBeNull();
    await putOut(guest);
    const late = await knockAtTalk(guest, second);
    await soon();
    expect(late.closed?.code).toBe(CLOSE_KICKED);
    expect(late.all('friends')).toEqual([]);
  });

  it.each([
    ['banned', ban],
    ['signed out', signOut],
  ])('because he was %s is put out within half a minute when word of it was lost, speaking or listening', async (_, putOut) => {
    const [speaker, listener, other] = [
      await open(await stage.newGuest()),
      await open(await stage.newGuest()),
      await open(await stage.newGuest()),
    ];
    for (const { guest } of [speaker, listener]) await putOut(guest);
    stage.pass(31_000);
    speaker.send('chat', { channel: CHANNEL_WHISPER, to: 'nobody', text: 'Still here' });
    await soon();
    expect([speaker, listener, other].map(page => page.closed?.code)).toEqual([CLOSE_KICKED, CLOSE_KICKED, undefined]);
  });
});

describe('one socket after the other', () => {
  const say = (page: Bot, text: string, channel = CHANNEL_WORLD) => page.send('chat', { channel, to: '', text });

  it('is no way to say the same again, or more of it', async () => {
    const reader = await open(await stage.newGuest());
    tellHeard(reader);
    const guest = await stage.newGuest();
    const first = await open(guest);
    say(first, 'Cheap gold');
    await soon();
    await first.cut();
    const second = await open(guest);
    say(second, 'cheap GOLD');
    say(second, 'Cheaper gold');
    await soon();
    expect(refusals(second)).toEqual([REASONS.repeatedText, REASONS.tooFast]);
    await second.cut();
    // Of a burst of five lines little is left by now, and little comes back meanwhile.
    const third = await open(guest);
    for (let i = 0; i < 7; i++) say(third, `Gold ${i}`);
    await soon();
    expect(third.closed?.code).toBe(CLOSE_FLOOD);
    const fourth = await open(guest);
    for (let i = 0; i < 6; i++) say(fourth, `Silver ${i}`);
    await soon();
    expect(fourth.closed?.code).toBe(CLOSE_FLOOD);
    expect(textsOf(reader, CHANNEL_WORLD)).toEqual(['Cheap gold']);
  });

  it('hears everything all the same, as often as the page is opened anew, and is heard', async () => {
    await spoken('world', 'Bread');
    const guest = await stage.newGuest();
    for (let i = 0; i < 8; i++) {
      const page = await open(guest);
      page.send('heard', { rooms: nothingRead });
      await soon();
      expect(textsOf(page, CHANNEL_WORLD)).toContain('Bread');
      await page.cut();
    }
    for (let i = 0; i < 3; i++) {
      const page = await open(guest);
      tellHeard(page);
      say(page, `Line ${i}`);
      await soon();
      expect(textsOf(page, CHANNEL_WORLD).at(-1)).toBe(`Line ${i}`);
      expect([refusals(page), page.closed]).toEqual([[], null]);
      await page.cut();
      stage.pass(4_000);
    }
  });

  it('begins as at first when the last one ended a minute ago, and nothing is kept of it', async () => {
    const guest = await stage.newGuest();
    const first = await open(guest);
    for (let i = 0; i < 4; i++) say(first, `Copper ${i}`);
    await soon();
    await first.cut();
    stage.pass(60_000);
    await (await open(await stage.newGuest())).cut();
    const kept = () =>
      insideTalk(talk => [...(Reflect.get(Reflect.get(talk.visitors, 'purses'), 'left') as Map<string, object>).keys()]);
    await soon();
    expect(await kept()).not.toContain(guest.account);
    expect((await kept()).length).toBe(1);
  });
});
