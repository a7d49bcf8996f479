// Conditions of the world: night and day, who holds and presses a place, grown camps; and what follows for quests.
import { describe, expect, it } from 'vitest';
import { PLACES, quests } from '../../src/shared/content';
import { dayEnds_ms, dayOf } from '../../src/shared/rules/days';
import { BOARD, dawn, type Front } from '../../src/shared/rules/front';
import { holds, standing, tidingsOf, type World } from '../../src/shared/rules/standing';

const numbers = new Map(PLACES.map(place => [place.key, place.number]));
const front = (place: string, holder: number, pressure = 0): Front => {
  const board = dawn(BOARD, 0);
  return { ...board, lands: board.lands.map(land => (land.place === numbers.get(place) ? { ...land, holder, pressure } : land)) };
};
const world = (more: Partial<World> = {}): World => ({
  hour: 12,
  front: null,
  placeNumber: key => numbers.get(key) ?? -1,
  grown: () => 0,
  ...more,
});

describe('a condition', () => {
  it('asks for night or day', () => {
    expect([0, 5, 6, 12, 19, 20, 23].map(hour => holds({ is: 'night' }, world({ hour }), 0))).toEqual([
      true,
      true,
      false,
      false,
      false,
      true,
      true,
    ]);
    expect([0, 12].map(hour => holds({ is: 'day' }, world({ hour }), 0))).toEqual([false, true]);
  });

  it('asks who holds a place: as seen from his own covenant, and nothing is known before the realm told it', () => {
    const by = (by: 'azure' | 'wilds' | 'mine' | 'others', holder: number, covenant: number): boolean =>
      holds({ is: 'held', place: 'larkdowns', by }, world({ front: front('larkdowns', holder) }), covenant);
    expect([
      by('wilds', 0, 0),
      by('azure', 1, 2),
      by('mine', 1, 0),
      by('others', 1, 0),
      by('others', 2, 0),
      by('others', 0, 0),
    ]).toEqual([true, true, true, false, true, false]);
    expect(holds({ is: 'held', place: 'larkdowns', by: 'wilds' }, world(), 0)).toBe(false);
  });

  it('asks how hard a place is pressed, and how a camp has grown', () => {
    const pressed = (pressure: number) =>
      holds({ is: 'pressed', place: 'sallowfen', least: 30 }, world({ front: front('sallowfen', 0, pressure) }), 0);
    expect([pressed(29), pressed(30)]).toEqual([false, true]);
    const grown = (n: number) =>
      holds({ is: 'grown', place: 'alderwick', camp: 'wolves-deep', least: 1 }, world({ grown: () => n }), 0);
    expect([grown(0), grown(1)]).toEqual([false, true]);
  });
});

describe('tidings', () => {
  it('name the quests that may be had now, and those whose giver has more to say', () => {
    const night = tidingsOf(world({ hour: 23, front: front('ravenholt', 1) }), 0);
    const noon = tidingsOf(world(), 0);
    const id = (key: string): number => quests.key(key).id;
    expect(night.open).toContain(id('the-fence-by-night'));
    expect(noon.open).not.toContain(id('the-fence-by-night'));
    expect(noon.open).toContain(id('perfectly-safe-by-day'));
    expect(night.asides).toContain(id('what-azure-keeps'));
    expect(noon.asides).not.toContain(id('what-azure-keeps'));
    const today = standing(3, new Set(night.open));
    expect(today.allows(quests.key('the-fence-by-night'))).toBe(true);
    expect(today.allows(quests.key('new-boots'))).toBe(true);
  });

  it('turn the page at midnight UTC', () => {
    const noon = Date.UTC(2026, 2, 1, 12);
    expect(dayEnds_ms(dayOf(noon))).toBe(Date.UTC(2026, 2, 2));
    expect(dayOf(Date.UTC(2026, 2, 2)) - dayOf(noon)).toBe(1);
    expect(quests.all.filter(quest => quest.daily && standing(dayOf(noon), new Set()).allows(quest)).length).toBe(3);
  });
});
