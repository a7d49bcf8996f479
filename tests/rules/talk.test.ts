// The rules of talk: links that exist, rooms and their lines, how much one may say, foul words covered.
import { describe, expect, test } from 'vitest';
import type { Contacts } from '../../src/chatwords';
import { items, poiNumber, quests } from '../../src/shared/content';
import { PHRASES } from '../../src/shared/content/phrases';
import { CHANNEL_COVENANT, CHANNEL_CUSTOM, CHANNEL_WORLD } from '../../src/shared/protocol/messages';
import { checkLinks, linkTo, MOST_LINKS, partsOf } from '../../src/shared/rules/links';
import { mild } from '../../src/shared/rules/mild';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { checkRoomName, customRoom, type KeptLine, ROOM_LINES, roomOf, Tail } from '../../src/shared/rules/rooms';
import { bornOf, checkTalk, NO_ADDRESS_MS, nothingSpoken, REPEAT_MS, remember } from '../../src/shared/rules/talk';
import { keepRead, takeRead } from '../../src/talkwords';
import { more as de } from '../../web/strings/morede';
import { more as en } from '../../web/strings/moreen';
import { more as es } from '../../web/strings/morees';

describe('links', () => {
  const item = items.all[0].id;
  const quest = quests.all[0].id;

  test('to what exists are taken apart, with the text round them', () => {
    const text = `Sell ${linkTo('item', item)} for ${linkTo('quest', quest)}!`;
    expect(checkLinks(text)).toBe(OK);
    expect(partsOf(text)).toEqual([
      { text: 'Sell ' },
      { link: 'item', of: item },
      { text: ' for ' },
      { link: 'quest', of: quest },
      { text: '!' },
    ]);
    expect(partsOf('plain')).toEqual([{ text: 'plain' }]);
    expect(poiNumber).toBeTypeOf('function');
  });

  test.each([
    '[[item:99999]]',
    '[[item:1e2]]',
    '[[item:-1]]',
    '[[quest:]]',
    '[[phrase:999]]',
    '[[constructor:1]]',
    '[[place:65000]]',
    '[[item:007]]',
  ])('%s is forged, and stays text where it is shown all the same', text => {
    expect(checkLinks(text)).toBe(REASONS.badLink);
    expect(partsOf(text)).toEqual([{ text }]);
  });

  test('are no more than a few in a line; other brackets are only brackets', () => {
    expect(checkLinks(linkTo('phrase', 1).repeat(MOST_LINKS))).toBe(OK);
    expect(checkLinks(linkTo('phrase', 1).repeat(MOST_LINKS + 1))).toBe(REASONS.badLink);
    expect(checkLinks('[[sic]] [item:1] [[Item:1]]')).toBe(OK);
  });

  test('quick phrases are a dozen or more, and every language has all of them', () => {
    expect(PHRASES.length).toBeGreaterThanOrEqual(12);
    for (const texts of [en, de, es]) for (const phrase of PHRASES) expect(texts[`phrase.${phrase}`]).toMatch(/\S/);
    expect(new Set(PHRASES.map(phrase => de[`phrase.${phrase}`])).size).toBe(PHRASES.length);
  });
});

describe('a room', () => {
  const line = (number: number): KeptLine => ({ number, from: 'Wren', account: 'A', text: `${number}`, at_ms: number });
  const lines = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => line(from + i));

  test('keeps its last lines in order and passes over doubled ones', () => {
    const tail = new Tail();
    expect(tail.take(lines(1, 3))).toBe(true);
    expect(tail.take(lines(2, 5))).toBe(true);
    expect(tail.after(3).map(({ number }) => number)).toEqual([4, 5]);
    tail.take(lines(6, 250));
    expect(tail.lines).toHaveLength(ROOM_LINES);
    expect(tail.after(0, 2).map(({ number }) => number)).toEqual([151, 152]);
    expect(tail.after(250)).toEqual([]);
  });

  test('notices a gap, takes nothing beyond it, and goes on when it is filled', () => {
    const tail = new Tail(lines(1, 4));
    expect(tail.take(lines(7, 8))).toBe(false);
    expect(tail.last).toBe(4);
    tail.fill(lines(5, 9));
    expect(tail.after(3).map(({ number }) => number)).toEqual([4, 5, 6, 7, 8, 9]);
    // More was missed than its owner keeps.
    tail.fill(lines(40, 42));
    expect(tail.lines.map(({ number }) => number)).toEqual([40, 41, 42]);
  });

  test('is found by what its name looks like', () => {
    expect(customRoom('Bakers')).toBe(customRoom('bakеrs'));
    expect(roomOf(14, 0, '')).toBeNull();
    expect(roomOf(0, 0, 'Bakers')).toBeNull();
    expect([roomOf(8, 2, ''), roomOf(CHANNEL_COVENANT, 2, '')]).toEqual(['world', 'covenant.2']);
    expect(checkRoomName('Die Bäcker 2')).toBe(OK);
    for (const name of ['ab', 'a'.repeat(21), ' x ', '#cheap', 'a  b', 'Shitlords', '***', 'a\u202eb'])
      expect(checkRoomName(name)).toBe(REASONS.badRoomName);
  });
});

describe('how much one may say', () => {
  const OLD = 0;
  test('the same words twice are one too many, for a while', () => {
    const spoken = nothingSpoken();
    expect(checkTalk(spoken, 'Buy!', true, OLD, 1e9)).toBe(OK);
    remember(spoken, 'Buy!', true, 1e9);
    expect(checkTalk(spoken, 'BUY!', true, OLD, 1e9 + 100)).toBe(REASONS.repeatedText);
    expect(checkTalk(spoken, 'Buy!', true, OLD, 1e9 + REPEAT_MS)).toBe(OK);
  });

  test('newcomers speak to the whole world more slowly, and near as anybody does', () => {
    const spoken = nothingSpoken();
    remember(spoken, 'one', true, 1e9);
    expect(checkTalk(spoken, 'two', true, 1e9 - 1000, 1e9 + 500)).toBe(REASONS.tooFast);
    expect(checkTalk(spoken, 'two', false, 1e9 - 1000, 1e9 + 500)).toBe(OK);
    expect(checkTalk(spoken, 'two', true, OLD, 1e9 + 500)).toBe(OK);
  });

  test('new accounts name no places on the web, and say whatever else ends in a dot', () => {
    const now_ms = 1e12;
    const says = (text: string, age_ms: number) => checkTalk(nothingSpoken(), text, false, now_ms - age_ms, now_ms);
    for (const text of [
      'buy at gold-shop.com now',
      'https://x.yz/a',
      'www . cheap',
      'Cheap-Gold .NET',
      'discord.gg/abc',
      'золото.ru',
    ])
      expect(says(text, 3600_000), text).toBe(REASONS.noAddresses);
    for (const text of [
      'Done. Me next',
      'Three boars. Io died.',
      'Wait...com on',
      'at 3.14 m',
      'the end.Then we ran',
      'comb.combat',
    ])
      expect(says(text, 3600_000), text).toBe(OK);
    expect(says('our page is evermarch.org', NO_ADDRESS_MS)).toBe(OK);
  });

  test('an account tells by its name when it was made', () => {
    expect(bornOf('01ARZ3NDEKTSV4RRFFQ69G5FAV')).toBe(1469922850259);
  });
});

describe('a mild line', () => {
  test.each([
    ['what the fuck', 'what the ****'],
    ['FüCk off', '**** off'],
    ['f u c k you', '******* you'],
    ['sh1t and $hit', '**** and ****'],
    ['fuuuuck', '*******'],
    ['motherfuckers, all', '*************, all'],
    ['Scheiße fickt euch', 'Scheiße ***** euch'],
  ])('%s', (said, shown) => {
    expect(mild(said)).toBe(shown);
  });

  test.each([
    'a class in Scunthorpe',
    'shiitake mushrooms',
    'cockerel',
    'I am a b c person',
    'analysis of assassins',
    'Dickens',
    'computer',
  ])('%s stays as it is', said => {
    expect(mild(said)).toBe(said);
  });
});

describe('what a screen says that it has read', () => {
  const contacts: Contacts = {
    version: 1,
    friends: [],
    ignored: [],
    rooms: [{ room: '#bakers', name: 'Bakers', isOwner: false }],
    mutedUntil_ms: 0,
  };
  const opened = (room: string, number: number) => ({ channel: CHANNEL_CUSTOM, room, number });
  const world = (number: number) => ({ channel: CHANNEL_WORLD, room: '', number });

  test('is never less than it was told, and only of rooms in which its reader is', () => {
    const told = new Map<string, number>();
    takeRead(told, 0, contacts, [world(9), opened('Bakers', 4), opened('Millers', 4), { channel: 0, room: '', number: 1 }]);
    takeRead(told, 0, contacts, [world(0), opened('Bakers', 7)]);
    expect([...told]).toEqual([
      ['world', 9],
      ['#bakers', 7],
    ]);
  });

  test('counts before it is known in which rooms he is, of so many as one can be in; what is not his is forgotten then', () => {
    const told = new Map<string, number>();
    for (let i = 0; i < 4; i++)
      takeRead(told, 0, null, [world(9), opened('Bakers', 4), ...Array.from({ length: 14 }, (_, n) => opened(`R ${i} ${n}`, 1))]);
    expect(told.size).toBe(16);
    keepRead(told, 0, contacts);
    expect([...told]).toEqual([
      ['world', 9],
      ['#bakers', 4],
    ]);
  });
});
