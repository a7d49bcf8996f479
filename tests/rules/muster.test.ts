// The muster as rules: companies are whole, oldest first, and nobody is passed over who could have gone.
import { describe, expect, it } from 'vitest';
import { dungeons } from '../../src/shared/content';
import type { Role } from '../../src/shared/content/kinds';
import {
  assign,
  checkQueue,
  FILL_AFTER_MS,
  type Fill,
  form,
  type Match,
  placesOf,
  type Ticket,
} from '../../src/shared/rules/muster';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { bitOf, hasRole } from '../../src/shared/rules/roles';
import { seeded } from '../harness/seeded';

const T = bitOf('tank');
const H = bitOf('healer');
const D = bitOf('damage');
let count = 0;

const ticket = (since_ms: number, roles: number[], fill: Fill = 'never'): Ticket => {
  const id = `t${String(count++).padStart(6, '0')}`;
  const members = roles.map((bits, i) => ({ character: `${id}.${i}`, roles: bits }));
  return { id, dungeon: 'barrow', since_ms, party: roles.length > 1 ? id : '', members, fill };
};
const tally = ({ roles }: Match): Record<Role, number> => {
  const counts: Record<Role, number> = { tank: 0, healer: 0, damage: 0 };
  for (const role of roles.values()) counts[role]++;
  return counts;
};

describe('a company', () => {
  it('is one who holds, one who mends and three who strike; a raid is as many more', () => {
    expect(placesOf(5)).toEqual({ tank: 1, healer: 1, damage: 3 });
    expect(placesOf(10)).toEqual({ tank: 2, healer: 2, damage: 6 });
    expect(placesOf(20)).toEqual({ tank: 4, healer: 4, damage: 12 });
  });

  it('is made of whoever can play what is missing', () => {
    const seekers = [T | D, T | D, H | D, D, D].map((roles, i) => ({ character: String(i), roles }));
    const seated = assign(seekers, placesOf(5));
    expect(seated?.size).toBe(5);
    expect(seated?.get('2')).toBe('healer');
    expect([seated?.get('0'), seated?.get('1')].toSorted()).toEqual(['damage', 'tank']);
    // The first takes the tank's place only if nobody needs it more.
    const forced = assign(
      [T | D, T, H, D, D].map((roles, i) => ({ character: String(i), roles })),
      placesOf(5),
    );
    expect(forced?.get('0')).toBe('damage');
    expect(
      assign(
        [T, T].map((roles, i) => ({ character: String(i), roles })),
        placesOf(5),
      ),
    ).toBeNull();
  });

  it('takes the oldest of each role', () => {
    const queue = [ticket(5, [D]), ticket(1, [D]), ticket(4, [D]), ticket(3, [D]), ticket(6, [T]), ticket(2, [T]), ticket(7, [H])];
    const match = form(queue, 5, 10);
    expect(match?.tickets.map(({ since_ms }) => since_ms)).toEqual([1, 2, 3, 4, 7]);
    expect(match?.helpers).toBe(false);
  });

  it('keeps parties whole, and lets nobody wait for a party that does not fit', () => {
    const three = ticket(1, [D, D, D]);
    const two = ticket(2, [T, D]);
    const rest = [ticket(3, [T]), ticket(4, [H])];
    expect(form([three, two, ...rest], 5, 10)?.tickets).toEqual([three, ...rest]);
    // The oldest cannot go with anybody: those behind him do not wait with him.
    const four = ticket(0, [T, H, D, D]);
    const solos = [ticket(1, [T]), ticket(2, [H]), ticket(3, [D, D]), ticket(4, [D])];
    expect(form([four, ticket(5, [T]), ticket(6, [H])], 5, 10)).toBeNull();
    expect(form([four, ...solos], 5, 10)?.tickets[0]).toBe(four);
  });

  it('is refused to those who could never be one', () => {
    const barrow = dungeons.key('barrow');
    const seekers = (...roles: number[]) => roles.map((bits, i) => ({ character: String(i), roles: bits }));
    expect(checkQueue(barrow, [8, 8], seekers(T, H))).toBe(OK);
    expect(checkQueue(barrow, [8, 8], seekers(T, T))).toBe(REASONS.rolesUnfit);
    expect(checkQueue(barrow, [8, barrow.least - 1], seekers(T, H))).toBe(REASONS.levelTooLow);
    expect(checkQueue(barrow, Array(6).fill(8), seekers(T, H, D, D, D, D))).toBe(REASONS.partyTooLarge);
  });
});

describe('companions', () => {
  it('come for those who want them: at once, or after a while, and for nobody else', () => {
    const never = ticket(0, [H]);
    const late = ticket(1, [D], 'late');
    expect(form([never, late], 5, FILL_AFTER_MS)).toBeNull();
    expect(form([never, late], 5, FILL_AFTER_MS + 1)).toMatchObject({ tickets: [late], helpers: true });
    const now = ticket(9, [T], 'now');
    expect(form([never, late, now], 5, 10)?.tickets).toEqual([now, late]);
  });

  it('do not come where players can make it up alone, nor into a raid', () => {
    const five = [ticket(0, [T]), ticket(1, [H]), ticket(2, [D]), ticket(3, [D], 'now'), ticket(4, [D])];
    expect(form(five, 5, 10)?.helpers).toBe(false);
    expect(form([ticket(0, [T], 'now')], 10, 10)).toBeNull();
  });
});

describe('a queue of many', () => {
  it('never sends two who hold, and every company goes with the oldest who can', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const chance = seeded(seed);
      const pick = () => [T, H, D, D, D, T | D, H | D][Math.floor(chance() * 7)];
      let queue = Array.from({ length: 60 }, (_, i) => ticket(i, Array.from({ length: chance() < 0.2 ? 2 : 1 }, pick)));
      queue = queue.filter(({ members }) => assign(members, placesOf(5)));
      for (let match = form(queue, 5, 1e6); match; match = form(queue, 5, 1e6)) {
        expect(tally(match), `seed ${seed}`).toEqual({ tank: 1, healer: 1, damage: 3 });
        for (const { members } of match.tickets)
          for (const { character, roles } of members) expect(hasRole(roles, match.roles.get(character)!)).toBe(true);
        const { tickets } = match;
        // Nobody alone who is older could stand in the place of somebody alone who goes.
        for (const older of queue.filter(one => !tickets.includes(one) && one.members.length === 1)) {
          for (const younger of tickets.filter(one => one.members.length === 1 && one.since_ms > older.since_ms)) {
            const swapped = tickets.map(one => (one === younger ? older : one));
            expect(
              older.members[0].roles === younger.members[0].roles &&
                assign(
                  swapped.flatMap(one => one.members),
                  placesOf(5),
                ),
              `seed ${seed}`,
            ).toBeFalsy();
          }
        }
        queue = queue.filter(one => !tickets.includes(one));
      }
    }
  });

  it('lets nobody starve: who comes in order goes in order', () => {
    const waited = new Map<string, number>();
    let queue: Ticket[] = [];
    let now_ms = 0;
    const roles = [D, D, D, D, T, D, D, H, D, T, H, D];
    for (let i = 0; i < 1200; i++) {
      queue.push(ticket(now_ms, [roles[i % roles.length]]));
      now_ms += 1000;
      for (let match = form(queue, 5, now_ms); match; match = form(queue, 5, now_ms)) {
        for (const one of match.tickets) waited.set(one.id, now_ms - one.since_ms);
        const { tickets } = match;
        queue = queue.filter(one => !tickets.includes(one));
      }
    }
    // More strike than are needed; those who hold and mend are gone at once, and among equals nobody is overtaken.
    for (const bits of [T, H]) expect(queue.filter(({ members }) => members[0].roles === bits).length).toBeLessThan(3);
    const left = queue.filter(({ members }) => members[0].roles === D).map(({ since_ms }) => since_ms);
    expect(left).toEqual(left.toSorted((a, b) => a - b));
    expect(waited.size).toBeGreaterThan(900);
  });

  it('is gone through quickly, however many do not fit', () => {
    const crowd = Array.from({ length: 3000 }, (_, i) => ticket(i, i % 7 ? [D] : [D, D]));
    const begun = performance.now();
    expect(form(crowd, 5, 1e6)).toBeNull();
    expect(form(crowd, 20, 1e6)).toBeNull();
    expect(performance.now() - begun).toBeLessThan(1500);
  });
});
