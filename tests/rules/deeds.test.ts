// Deeds: counted as far as somebody asks, granted once, in the order of what they need; titles only for what was done.
import { describe, expect, it } from 'vitest';
import { items, MONSTERS, monsters } from '../../src/shared/content';
import { DEED_GROUPS, DEEDS, deedOf } from '../../src/shared/content/deeds';
import {
  applyTitle,
  checkTitle,
  grantDeeds,
  isDone,
  pointsOf,
  progressOf,
  TALLIES,
  tally,
  tallyBooks,
  tallyKill,
  tallyUpTo,
  titleOf,
} from '../../src/shared/rules/deeds';
import { Journal, LEDGER } from '../../src/shared/rules/journal';
import { REASONS } from '../../src/shared/rules/reasons';
import { MAX_GOLD } from '../../src/shared/rules/vendor';
import { bare } from './people';

const deed = (key: string) => DEEDS.find(each => each.key === key)!;

describe('the table of deeds', () => {
  it('has at least thirty, each under a number, key and name of its own, in a group that is shown', () => {
    expect(DEEDS.length).toBeGreaterThanOrEqual(30);
    for (const of of ['id', 'key', 'name', 'text'] as const) expect(new Set(DEEDS.map(each => each[of])).size).toBe(DEEDS.length);
    for (const group of DEED_GROUPS) expect(DEEDS.filter(each => each.group === group).length).toBeGreaterThanOrEqual(5);
    for (const { id, count, points, text } of DEEDS) {
      expect(id).toBeGreaterThan(0);
      expect(id).toBeLessThan(65_536);
      expect(count).toBeGreaterThanOrEqual(1);
      expect(points).toBeGreaterThanOrEqual(5);
      expect(text.length).toBeGreaterThan(8);
    }
  });

  it('asks for titles that fit over a head, each once', () => {
    const titles = DEEDS.flatMap(each => each.title ?? []);
    expect(titles.length).toBeGreaterThanOrEqual(15);
    expect(new Set(titles).size).toBe(titles.length);
    for (const title of titles) expect(title.length).toBeLessThanOrEqual(24);
  });

  it('asks for kills of what lives in the world', () => {
    const falls = new Set(['kill', 'kill.elite', ...MONSTERS.flatMap(m => [`kill.${m.body}`, `kill.${m.team}`, `kill.${m.key}`])]);
    for (const name of TALLIES) if (name.startsWith('kill')) expect(falls, name).toContain(name);
  });

  it('fits what a screen is told of a life', () => {
    expect(TALLIES.size).toBeLessThanOrEqual(128);
    for (const name of TALLIES) expect(name.length).toBeLessThanOrEqual(32);
    expect(DEEDS.length).toBeLessThanOrEqual(256);
  });
});

describe('counting', () => {
  it('counts what some deed asks for, up to what the most demanding one asks', () => {
    const c = bare();
    expect(tally(c, 'no-such-thing')).toBe(false);
    expect(tally(c, 'swim', 3)).toBe(true);
    expect(tally(c, 'swim', -3)).toBe(false);
    expect(tally(c, 'swim', 1000)).toBe(true);
    expect(tally(c, 'swim')).toBe(false);
    expect(c.life.tallies).toEqual({ swim: 25 });
  });

  it('counts a kill by kind, by sort and as one of all', () => {
    const c = bare();
    tallyKill(c, monsters.key('old-mother'));
    expect(c.life.tallies).toEqual({ kill: 1, 'kill.wolf': 1, 'kill.old-mother': 1, 'kill.elite': 1 });
    tallyKill(c, monsters.key('drowned'));
    expect(c.life.tallies).toMatchObject({ kill: 2, 'kill.undead': 1 });
  });

  it('keeps the highest of heights', () => {
    const c = bare();
    for (const at of [12, 30, 7, 30]) tallyUpTo(c, 'height', at);
    expect(c.life.tallies.height).toBe(30);
  });

  it('reads a turn’s books', () => {
    const c = bare();
    tallyBooks(c, [
      { cause: LEDGER.kill, gold: 30, kind: 0, quantity: 0 },
      { cause: LEDGER.vendorSell, gold: 0, kind: 7, quantity: -4 },
      { cause: LEDGER.vendorSell, gold: 12, kind: 0, quantity: 0 },
      { cause: LEDGER.vendorBuy, gold: -20, kind: 0, quantity: 0 },
      { cause: LEDGER.travel, gold: -3, kind: 0, quantity: 0 },
      { cause: LEDGER.gathered, gold: 0, kind: 9, quantity: 2 },
      { cause: LEDGER.crafted, gold: 0, kind: 9, quantity: 3 },
      { cause: LEDGER.usedUp, gold: 0, kind: 9, quantity: -5 },
      { cause: LEDGER.starter, gold: 500, kind: 0, quantity: 0 },
      // What passes between people earns nobody anything.
      { cause: LEDGER.received, gold: 700, kind: 0, quantity: 0 },
      { cause: LEDGER.sent, gold: -300, kind: 0, quantity: 0 },
    ]);
    expect(c.life.tallies).toEqual({
      earned: 42,
      sold: 4,
      spent: 23,
      travel: 1,
      gathered: 2,
      crafted: 3,
      'score.craft': 3 * items.get(9)!.price,
    });
  });
});

describe('granting', () => {
  it('happens once, with what it brings, in the books', () => {
    const c = bare(3);
    tally(c, 'kill.wolf', 50);
    tally(c, 'kill', 100);
    const journal = new Journal();
    const granted = grantDeeds(c, journal);
    expect(granted.map(each => each.deed.key)).toEqual(['first-blood', 'hunter', 'wolfsbane']);
    expect(c.life.deeds).toEqual([1, 2, 4]);
    expect(c.gold).toBe(60);
    expect(journal.ledger).toEqual([{ cause: LEDGER.deed, gold: 60, kind: 0, quantity: 0 }]);
    expect(journal.life).toBe(true);
    expect(c.xp).toBe(200);
    const again = new Journal();
    expect(grantDeeds(c, again)).toEqual([]);
    expect(again.empty).toBe(true);
    expect(pointsOf(c)).toBe(5 + 10 + 10);
  });

  it('reads level, quests and places off the character, so that old ones get their due', () => {
    const c = bare(10);
    c.done = Array.from({ length: 5 }, (_, i) => i + 1);
    c.pois = Array.from({ length: 25 }, (_, i) => i);
    const keys = grantDeeds(c, new Journal()).map(each => each.deed.key);
    expect(keys).toEqual(expect.arrayContaining(['no-longer-new', 'seasoned', 'helping-hand', 'out-of-doors', 'wayfarer']));
  });

  it('grants in the same turn what a deed was the last step of', () => {
    const c = bare(4);
    c.xp = 850;
    tally(c, 'kill.wolf', 50);
    // Its points make the fifth level, which is a deed of its own.
    expect(grantDeeds(c, new Journal()).map(each => each.deed.key)).toEqual(['wolfsbane', 'no-longer-new']);
    const many = bare();
    many.life.deeds = DEEDS.slice(0, 20).map(each => each.id);
    expect(grantDeeds(many, new Journal()).map(each => each.deed.key)).toEqual(['many-deeds']);
  });

  it('gives no more gold than a purse holds', () => {
    const c = { ...bare(), gold: MAX_GOLD - 10 };
    tally(c, 'kill', 100);
    const journal = new Journal();
    grantDeeds(c, journal);
    expect(c.gold).toBe(MAX_GOLD);
    expect(journal.ledger).toEqual([{ cause: LEDGER.deed, gold: 10, kind: 0, quantity: 0 }]);
  });

  it('shows no more progress than there is to make', () => {
    const c = bare(20);
    expect(progressOf(c, deed('seasoned'))).toBe(10);
    expect(progressOf(c, deed('hunter'))).toBe(0);
    expect(isDone(c, deed('hunter').id)).toBe(false);
  });
});

describe('a title', () => {
  it('is refused to who has not earned it', () => {
    const c = bare();
    expect(checkTitle(c, 4)).toBe(REASONS.titleNotEarned);
    c.life.deeds = [1, 4];
    expect(checkTitle(c, 4)).toBe(0);
    // A deed without one, and one that nobody knows.
    expect(checkTitle(c, 1)).toBe(REASONS.titleNotEarned);
    expect(checkTitle(c, 9999)).toBe(REASONS.titleNotEarned);
  });

  it('is shown until another is chosen, or none', () => {
    const c = bare();
    c.life.deeds = [4];
    const journal = new Journal();
    applyTitle(c, journal, 4);
    expect(titleOf(c)).toBe(deedOf(4)!.title);
    expect(journal.life).toBe(true);
    const same = new Journal();
    applyTitle(c, same, 4);
    expect(same.empty).toBe(true);
    expect(checkTitle(c, 0)).toBe(0);
    applyTitle(c, journal, 0);
    expect(titleOf(c)).toBe('');
  });
});
