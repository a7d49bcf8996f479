// What a screen makes of talk: lines read once over all sockets, the typed line and its channel, and what follows a welcome.
import { describe, expect, test } from 'vitest';
import {
  type Body,
  type C2S,
  type C2SName,
  CHANNEL_CUSTOM,
  CHANNEL_SYSTEM,
  CHANNEL_WHISPER,
  CHANNEL_WORLD,
  pack,
  readC2S,
  S2C,
  type S2CName,
} from '../../src/shared/protocol/messages';
import { isOnTab, tabOfRoom } from '../../web/game/channels';
import { Talk } from '../../web/game/talk';
import { ChatLink } from '../../web/net/chatlink';
import type { Doors } from '../../web/net/doors';
import { Reading, type RoomLine, type Speaking } from '../../web/net/reading';
import { chat } from '../../web/state';
import { stickTo, talkLine } from '../../web/ui/talkline';
import { Timeline } from './timeline';

/** A line whose other end is the test. */
class Wire implements Speaking {
  readonly sent: { name: C2SName; body: unknown }[] = [];
  private readonly hearers = new Map<S2CName, ((body: never) => void)[]>();

  on<K extends S2CName>(name: K, hear: (body: Body<(typeof S2C)[K]>) => void): void {
    this.hearers.set(name, [...(this.hearers.get(name) ?? []), hear as (body: never) => void]);
  }
  send<K extends C2SName>(name: K, body: Body<(typeof C2S)[K]>): boolean {
    this.sent.push({ name, body });
    return true;
  }
  tell<K extends S2CName>(name: K, body: Partial<Body<(typeof S2C)[K]>>): void {
    for (const hear of this.hearers.get(name) ?? []) hear(body as never);
  }
  lines(channel: number, ...numbers: number[]): void {
    this.tell('lines', { channel, room: '', lines: numbers.map(number => ({ number, from: 'Wren', text: `${number}`, time: 0 })) });
  }
}

describe('what is read', () => {
  const open = () => {
    const wire = new Wire();
    const read: RoomLine[] = [];
    const reading = new Reading(wire);
    reading.onLine = line => read.push(line);
    return { wire, read, reading };
  };
  const heard = (wire: Wire) => (wire.sent.filter(({ name }) => name === 'heard').at(-1)!.body as Body<typeof C2S.heard>).rooms;

  test('is shown once, and told with the next welcome, by whoever it comes', () => {
    const { wire, read } = open();
    wire.tell('welcome', { character: 'A' });
    expect(heard(wire).every(({ number }) => number === 0)).toBe(true);
    wire.lines(CHANNEL_WORLD, 4, 5);
    wire.lines(CHANNEL_WORLD, 5, 6);
    expect(read.map(({ number }) => number)).toEqual([4, 5, 6]);
    wire.tell('welcome', { character: 'A' });
    expect(heard(wire)).toContainEqual({ channel: CHANNEL_WORLD, room: '', number: 6 });
  });

  test('of opened rooms is told too; another character begins anew', () => {
    const { wire } = open();
    wire.tell('welcome', { character: 'A' });
    wire.tell('lines', { channel: CHANNEL_CUSTOM, room: 'Bakers', lines: [{ number: 9, from: 'Wren', text: 'x', time: 0 }] });
    wire.tell('welcome', { character: 'A' });
    expect(heard(wire)).toContainEqual({ channel: CHANNEL_CUSTOM, room: 'Bakers', number: 9 });
    wire.tell('welcome', { character: 'B' });
    expect(heard(wire).some(({ number }) => number > 0)).toBe(false);
  });

  test('of whispers that waited is shown once and always confirmed', () => {
    const { wire, reading } = open();
    const shown: string[] = [];
    reading.onHeld = ({ text }) => shown.push(text);
    const lines = [
      { number: 10, from: 'Wren', text: 'one', time: 0 },
      { number: 11, from: 'Wren', text: 'two', time: 0 },
    ];
    wire.tell('held', { lines });
    wire.tell('held', { lines });
    expect(shown).toEqual(['one', 'two']);
    expect(wire.sent.filter(({ name }) => name === 'readHeld').map(({ body }) => body)).toEqual([{ number: 11 }, { number: 11 }]);
  });
});

test('what the staff answers to a report is told as theirs, and nobody replies to it', () => {
  const wire = new Wire();
  const talk = new Talk(wire, () => 'Maud');
  chat.value = [];
  const line = { number: 10, from: 'Wren', text: 'one', time: 0 };
  wire.tell('held', { lines: [line, { ...line, number: 11, from: '', text: '“You troll” · He was muted.' }] });
  expect(chat.value.map(({ channel, from, text }) => [channel, from, text])).toEqual([
    [CHANNEL_WHISPER, 'Wren', 'one'],
    [CHANNEL_SYSTEM, '', 'The staff about what you reported: “You troll” · He was muted.'],
  ]);
  talk.say('/reply thanks');
  expect(wire.sent.at(-1)?.body).toMatchObject({ to: 'Wren' });
});

describe('the typed line', () => {
  test.each([
    ['hello', stickTo('say'), '/s hello', stickTo('say')],
    ['hello', stickTo('world'), '/wo hello', stickTo('world')],
    ['/world hi all', stickTo('say'), '/wo hi all', stickTo('world')],
    ['/trade', stickTo('say'), '', stickTo('trade')],
    ['/w "Old Tom" psst', stickTo('say'), '/w "Old Tom" psst', stickTo('whisper', 'Old Tom')],
    ['on', stickTo('whisper', 'Old Tom'), '/w "Old Tom" on', stickTo('whisper', 'Old Tom')],
    ['/ch Bakers bread', stickTo('say'), '/ch Bakers bread', stickTo('room', 'Bakers')],
    ['/reply yes', stickTo('say'), '/w Wren yes', stickTo('whisper', 'Wren')],
    ['/dance', stickTo('trade'), '/dance', stickTo('trade')],
    ['   ', stickTo('say'), '', stickTo('say')],
  ])('%s', (typed, before, line, after) => {
    expect(talkLine(typed, before, 'Wren')).toEqual({ line, sticky: after });
  });

  test('goes to a known name of two words without quotes, the longest that fits, and to anybody else by the first word', () => {
    const known = ['Sylrina Thornden', 'Sylrina', 'Wren'];
    const to = (typed: string) => talkLine(typed, stickTo('say'), '', known).line;
    expect(to('/w sylrina thornden hello there')).toBe('/w "Sylrina Thornden" hello there');
    expect(to('/w Sylrina hello')).toBe('/w Sylrina hello');
    expect(to('/w Sylrinas Thornden hello')).toBe('/w Sylrinas Thornden hello');
    expect(to('/w Wren')).toBe('');
    expect(talkLine('/w Sylrina Thornden', stickTo('say'), '', known).sticky).toEqual(stickTo('whisper', 'Sylrina Thornden'));
  });

  test('stands on the tab of its channel, and on the tab of its room', () => {
    expect(isOnTab('world', { channel: CHANNEL_WORLD, room: '' })).toBe(true);
    expect(isOnTab('near', { channel: CHANNEL_WORLD, room: '' })).toBe(false);
    expect(isOnTab(tabOfRoom('Bakers'), { channel: CHANNEL_CUSTOM, room: 'Bakers' })).toBe(true);
    expect(isOnTab(tabOfRoom('Millers'), { channel: CHANNEL_CUSTOM, room: 'Bakers' })).toBe(false);
  });
});

describe('the line of the page that only chats', () => {
  test('sends every mark back, and answers no answer', async () => {
    const time = new Timeline();
    const doors = { chatTicket: async () => ({ url: '/ws/talk', ticket: 'T' }) } as unknown as Doors;
    await new ChatLink(time, doors, 'C').open();
    time.newest.accept();
    time.newest.say(pack(S2C.pong, { clientTime: 0, tick: 4_000_000_001 }));
    time.newest.say(pack(S2C.pong, { clientTime: 7, tick: 0 }));
    const sent = time.newest.sent.flatMap(bytes => readC2S(bytes) ?? []);
    expect(sent.map(({ name, body }) => [name, body])).toEqual([['ack', { tick: 4_000_000_001, clientTime: 0 }]]);
  });
});
