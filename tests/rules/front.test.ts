// The war that nobody needs to watch: the same however it is computed, lively, and never over.
import { describe, expect, it } from 'vitest';
import { PLACES } from '../../src/shared/content';
import { COVENANTS } from '../../src/shared/content/kinds';
import {
  advance,
  BOARD,
  type Board,
  boardOf,
  type Change,
  dawn,
  FIRM,
  type Front,
  firstFront,
  fitted,
  LOG_LENGTH,
  MOST_STEPS,
  SLAIN_EFFORT,
  strive,
  WILDS,
} from '../../src/shared/rules/front';
import { below, seeded } from '../harness/seeded';

const HOUR = 490_000;
const SIDES = [1, 2, 3];
/** Where the three homes may lie on four by four places: corners, edges, close together and far apart. */
const HOMES: readonly (readonly [number, number])[][] = [
  [
    [0, 0],
    [3, 0],
    [1, 3],
  ],
  [
    [0, 3],
    [3, 0],
    [3, 3],
  ],
  [
    [2, 0],
    [0, 2],
    [3, 3],
  ],
  [
    [0, 1],
    [3, 1],
    [1, 3],
  ],
];

function boardWith(homes: (typeof HOMES)[number], seed: number): Board {
  const places = Array.from({ length: 16 }, (_, number) => {
    const [column, row] = [number % 4, number >> 2];
    const side = homes.findIndex(home => home[0] === column && home[1] === row);
    return { number, region: [2, column, row] as const, home: COVENANTS[side] };
  });
  return boardOf(places, seed);
}

const holding = (front: Front, side: number): number => front.lands.filter(({ holder }) => holder === side).length;

/** One hour after another, as a world does in which somebody always looks. */
function* hours(board: Board, count: number): Generator<Front> {
  let front = firstFront(board, HOUR);
  for (let i = 1; i <= count; i++) yield (front = advance(board, front, HOUR + i));
}

describe('the front', () => {
  it('comes out the same in one go and in pieces', () => {
    const chance = seeded(7);
    for (let run = 0; run < 40; run++) {
      const board = boardWith(HOMES[run % HOMES.length], run);
      const start = firstFront(board, HOUR + run * 1000);
      const length = 1 + below(chance, MOST_STEPS);
      let pieces = start;
      while (pieces.hour < start.hour + length) {
        pieces = advance(board, pieces, Math.min(start.hour + length, pieces.hour + 1 + below(chance, 40)));
      }
      expect(advance(board, start, start.hour + length), `run ${run}`).toEqual(pieces);
    }
  });

  it('is the same on every machine', async () => {
    const board = boardWith(HOMES[0], 1871);
    const rows = (front: Front) =>
      [0, 4, 8, 12]
        .map(i =>
          front.lands
            .slice(i, i + 4)
            .map(l => `${l.holder}${String(l.pressure).padStart(5)}`)
            .join('   '),
        )
        .join('\n');
    const text = [0, 1, 6, 24, 72, 168].map(h => `${h} h\n${rows(advance(board, dawn(board, HOUR), HOUR + h))}\n`);
    await expect(text.join('\n')).toMatchFileSnapshot('golden/front.txt');
  });

  it('cuts a long sleep off: only the last week is fought', () => {
    const board = boardWith(HOMES[1], 5);
    const start = firstFront(board, HOUR);
    const late = advance(board, start, HOUR + 5000);
    expect(late).toEqual(advance(board, { ...start, hour: HOUR + 5000 - MOST_STEPS }, HOUR + 5000));
    expect(late.log.filter(({ hour }) => hour > HOUR && hour <= HOUR + 5000 - MOST_STEPS)).toEqual([]);
  });

  it('does not go back with a clock that does', () => {
    const board = boardWith(HOMES[2], 5);
    const start = firstFront(board, HOUR);
    expect(advance(board, start, HOUR - 3)).toBe(start);
    expect(advance(board, start, HOUR)).toBe(start);
  });

  it('keeps a log that tells exactly what happened', () => {
    const board = boardWith(HOMES[3], 9);
    const all: Change[] = [];
    let before = firstFront(board, HOUR);
    all.push(...before.log);
    for (const front of hours(board, 2000)) {
      for (const [i, { place, holder }] of front.lands.entries()) {
        const was = before.lands[i].holder;
        if (holder !== was) all.push({ hour: front.hour, place, was, holder });
      }
      before = front;
      expect(front.log).toEqual(all.slice(-LOG_LENGTH));
    }
    expect(all.length).toBeGreaterThan(LOG_LENGTH);
  });
});

describe('what players do', () => {
  /** A front, and a place beside land of `side` that it presses and has not firmly in hand. */
  function fought(): { board: Board; front: Front; place: number; side: number } {
    const board = boardWith(HOMES[0], 3);
    for (const front of hours(board, 500))
      for (const { place, holder, by, pressure } of front.lands)
        if (by !== WILDS && by !== holder && pressure > 0 && pressure < 60) return { board, front, place, side: by };
    throw new Error('nobody presses anybody');
  }
  const pressureAfter = (board: Board, front: Front, place: number): number => {
    const land = advance(board, front, front.hour + 1).lands.find(each => each.place === place)!;
    return land.pressure;
  };
  const efforts = (side: number, points: number): number[] => COVENANTS.map((_, i) => (i === side - 1 ? points : 0));

  it('weighs in the fight of its hour, by what it is worth, and is over with it', () => {
    const { board, front, place, side } = fought();
    const idle = pressureAfter(board, front, place);
    const little = strive(board, front, place, efforts(side, SLAIN_EFFORT));
    const twice = strive(board, little, place, efforts(side, SLAIN_EFFORT));
    expect(pressureAfter(board, little, place) - idle).toBe(2);
    expect(pressureAfter(board, twice, place) - idle).toBe(4);
    const after = advance(board, twice, front.hour + 1);
    expect(after.lands.every(land => land.efforts === undefined)).toBe(true);
    // What the holder's players do as well takes it back.
    const { holder } = front.lands.find(land => land.place === place)!;
    if (holder !== WILDS) {
      const both = strive(board, twice, place, efforts(holder, 2 * SLAIN_EFFORT));
      expect(pressureAfter(board, both, place)).toBe(idle);
    }
  });

  it('decides no more than an hour can, however much it is', () => {
    const { board, front, place, side } = fought();
    const much = strive(board, front, place, efforts(side, 1e9));
    expect(pressureAfter(board, much, place)).toBeLessThanOrEqual(front.lands.find(land => land.place === place)!.pressure + 14);
    expect(strive(board, much, place, efforts(side, 1e9)).lands).toEqual(much.lands);
  });

  it('counts nowhere but on ground that may change hands, and never against anybody', () => {
    const { board, front, place, side } = fought();
    const home = board.grounds.find(({ fixed }) => fixed)!;
    expect(strive(board, front, home.place, efforts(side, 50))).toBe(front);
    expect(strive(board, front, 999, efforts(side, 50))).toBe(front);
    const below0 = strive(board, front, place, efforts(side, -50));
    expect(pressureAfter(board, below0, place)).toBe(pressureAfter(board, front, place));
  });

  it('does not win the war: who is alone at it for a thousand hours leaves the others their last ground', () => {
    const board = boardWith(HOMES[1], 11);
    let front = firstFront(board, HOUR);
    for (let hour = 1; hour <= 1000; hour++) {
      for (const { place } of board.grounds) front = strive(board, front, place, efforts(2, 500));
      front = advance(board, front, HOUR + hour);
    }
    expect(holding(front, 2)).toBeGreaterThan(holding(firstFront(board, HOUR), 2));
    for (const side of [1, 3]) expect(holding(front, side)).toBeGreaterThanOrEqual(1);
    expect(front.lands.find(({ place }) => place === board.grounds.find(({ home }) => home === 2)!.place)?.pressure).toBe(FIRM);
  });
});

describe('in ten thousand hours', () => {
  it.each(HOMES.flatMap((homes, i) => [1, 2, 3, 4].map(n => [i, n * 7919 + i, homes] as const)))(
    'homes %i, seed %i: moves within hours, and nobody is wiped out or wins',
    (_, seed, homes) => {
      const board = boardWith(homes, seed);
      const changes = board.grounds.map(() => 0);
      const expanded = new Set<number>();
      let before = firstFront(board, HOUR);
      let still = 0;
      for (const front of hours(board, 10_000)) {
        let moved = false;
        for (const [i, land] of front.lands.entries()) {
          const { fixed, home } = board.grounds[i];
          if (fixed && (land.holder !== home || land.pressure !== before.lands[i].pressure)) throw new Error(`place ${i} is fixed`);
          if (!Number.isInteger(land.pressure) || Math.abs(land.pressure) > 100) throw new Error(`pressure ${land.pressure}`);
          if (land.holder !== before.lands[i].holder) changes[i]++;
          if (land.pressure !== before.lands[i].pressure) moved = true;
        }
        still = moved ? 0 : still + 1;
        if (still > 6) throw new Error(`nothing moved for ${still} hours`);
        for (const side of SIDES) {
          const held = holding(front, side);
          if (held > 1) expanded.add(side);
          if (held < 1 || (held < 2 && expanded.has(side))) throw new Error(`${side} is down to ${held} at ${front.hour}`);
          if (held > 10) throw new Error(`${side} holds ${held} at ${front.hour}`);
        }
        before = front;
      }
      expect(expanded.size).toBe(3);
      for (const [i, { fixed }] of board.grounds.entries()) if (!fixed) expect(changes[i], `place ${i}`).toBeGreaterThan(10);
      const perDay = (changes.reduce((sum, n) => sum + n, 0) / 10_000) * 24;
      expect(perDay).toBeGreaterThan(2.5);
      expect(perDay).toBeLessThan(7);
    },
  );

  it('each covenant has its good and its bad times', () => {
    const board = boardWith(HOMES[0], 3);
    const held = SIDES.map(side => [...hours(board, 10_000)].map(front => holding(front, side)));
    for (const counts of held) {
      expect(Math.min(...counts)).toBeLessThanOrEqual(3);
      expect(Math.max(...counts)).toBeGreaterThanOrEqual(6);
    }
  });

  it("the world's own board keeps to it as well", () => {
    const sides = SIDES.filter(side => BOARD.grounds.some(({ home }) => home === side));
    const expanded = new Set<number>();
    for (const front of hours(BOARD, 10_000)) {
      for (const side of sides) {
        if (holding(front, side) > 1) expanded.add(side);
        if (expanded.has(side) && holding(front, side) < 2) throw new Error(`${side} is wiped out at ${front.hour}`);
      }
    }
    expect([...expanded].sort()).toEqual(sides);
  });
});

describe('a front that was kept', () => {
  const board = boardWith(HOMES[0], 11);
  const kept = advance(board, firstFront(board, HOUR), HOUR + 100);

  it('fits the board it was made on as it is', () => {
    expect(fitted(board, JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it('on another board keeps what both know, begins the rest anew and gives homes back', () => {
    const other = boardWith(HOMES[1], 11);
    const small = { ...kept, lands: kept.lands.slice(0, 9), log: kept.log };
    const front = fitted(other, { ...small, lands: [...small.lands, { place: 99, holder: 1, by: 2, pressure: 3 }] });
    expect(front.lands).toHaveLength(16);
    for (const [i, { home, fixed }] of other.grounds.entries()) {
      if (fixed) expect(front.lands[i].holder).toBe(home);
      else if (i < 9) expect(front.lands[i]).toEqual(kept.lands[i]);
      else expect(front.lands[i]).toEqual(dawn(other, 0).lands[i]);
    }
  });
});

describe('the board', () => {
  it('knows every place of the content, its home and its neighbours', () => {
    expect(BOARD.grounds.map(({ place }) => place)).toEqual(PLACES.map(({ number }) => number));
    for (const [i, { home, fixed, borders }] of BOARD.grounds.entries()) {
      expect(home).toBe(PLACES[i].home ? COVENANTS.indexOf(PLACES[i].home) + 1 : WILDS);
      if (home) expect(fixed).toBe(true);
      expect(borders.length).toBeLessThanOrEqual(4);
    }
  });

  it('of sixteen places has 24 borders, each seen from both sides', () => {
    const { grounds } = boardWith(HOMES[0], 0);
    expect(grounds.flatMap(({ borders }) => borders)).toHaveLength(48);
    for (const [i, { borders }] of grounds.entries()) for (const j of borders) expect(grounds[j].borders).toContain(i);
  });
});
