// The sixteen places as one world: numbered, joined by roads and rivers that meet on the borders, the same ground in every core, and
// Alderwick's ground as it always was.
import { describe, expect, it } from 'vitest';
import * as L from '../../assembly/layout';
import { ALDERWICK, monsters, PLACES, placesNear, REGIONS } from '../../src/shared/content';
import { collidersOf } from '../../src/shared/content/colliders';
import { COVENANTS, type Place, type Point } from '../../src/shared/content/kinds';
import { packContent } from '../../src/shared/content/pack';
import { ROADS_OUT } from '../../src/shared/content/places/alderwick/land';
import { distanceToPath, expandForests, groundsOf } from '../../src/shared/content/scatter';
import { WHOLE_REGIONS } from '../../src/shared/regions';
import type { Sim } from '../../src/shared/sim';
import { collidersAround, coreOf } from './land';

const cores = PLACES.map(coreOf);
const SIZE = L.REGION_SIZE_M;
const isOnBorder = (value: number): boolean => value % SIZE === 0 && value > 0 && value < L.WORLD_SIZE_M;

/** The plan: the valley and its dark corners, the places round it, and outward from there. */
const LEVELS: Record<string, readonly [low: number, high: number]> = {
  alderwick: [1, 10],
  ...Object.fromEntries(['alderhead', 'elderdeep', 'larkdowns', 'sallowfen', 'barleymow'].map(key => [key, [3, 10]])),
  ...Object.fromEntries(['haldenmere', 'kilnhearth', 'duskmere'].map(key => [key, [4, 10]])),
  ...Object.fromEntries(['hollinwood', 'gullhaven'].map(key => [key, [8, 14]])),
  aldermouth: [10, 14],
  whistlers: [13, 16],
  ravenholt: [14, 17],
  greywether: [16, 19],
  wrackstone: [17, 20],
};

const twice = <T>(all: readonly T[]): T[] => all.filter((one, i) => all.indexOf(one) !== i);

describe('the world', () => {
  it('has one place in every region, by number', () => {
    expect(PLACES.map(p => p.number)).toEqual(PLACES.map((_, i) => i));
    expect([...REGIONS].sort()).toEqual([...WHOLE_REGIONS].sort());
    expect(new Set(PLACES.map(p => p.key)).size).toBe(PLACES.length);
    expect(new Set(PLACES.map(p => p.seed)).size).toBe(PLACES.length);
    expect(PLACES.flatMap(p => p.home ?? []).sort()).toEqual([...COVENANTS].sort());
  });

  it('has the same heights to the bit, whether four points are asked at a time or one', () => {
    for (const [n, { core }] of cores.entries()) {
      const { west, north } = groundsOf(PLACES[n]);
      const side = core.heightsSide();
      const samples = new Float32Array(core.memory.buffer, core.heightsPtr(), side * side);
      for (let at = 0; at < samples.length; at += 41) {
        const x = west - L.REGION_MARGIN_M + (at % side) * L.HEIGHT_STEP_M;
        const z = north - L.REGION_MARGIN_M + Math.floor(at / side) * L.HEIGHT_STEP_M;
        if (core.height(x, z) !== samples[at])
          expect.fail(`${PLACES[n].key}: ${x}, ${z} is ${core.height(x, z)} and ${samples[at]} high`);
      }
    }
  });

  it('knows everybody and every place of interest by one number, key and name', () => {
    const npcs = PLACES.flatMap(p => p.npcs);
    for (const of of ['id', 'key', 'name'] as const) expect(twice(npcs.map(n => n[of]))).toEqual([]);
    const pois = PLACES.flatMap(p => p.pois);
    for (const of of ['key', 'name'] as const) expect(twice(pois.map(p => p[of]))).toEqual([]);
    expect(Math.max(...PLACES.map(p => p.pois.length))).toBeLessThanOrEqual(64);
    expect(Math.max(...npcs.map(n => n.id))).toBeLessThan(65536);
  });

  it('finds the places near a point', () => {
    expect(placesNear(768, 768, 100)).toEqual([ALDERWICK]);
    expect(placesNear(1000, 1000, 160).length).toBe(4);
    expect(placesNear(0, 0, 1)).toEqual([PLACES.find(p => p.region[1] === 0 && p.region[2] === 0)]);
  });

  it('grows more dangerous with the way from Alderwick', () => {
    const danger = (p: Place): number => {
      const hostile = p.camps.filter(c => monsters.key(c.monster).team !== 'critter');
      const levels = hostile.flatMap(c => Array<number>(c.count).fill((c.level![0] + c.level![1]) / 2));
      return levels.reduce((sum, level) => sum + level, 0) / levels.length;
    };
    const ring = (p: Place): number => Math.max(Math.abs(p.region[1] - 1), Math.abs(p.region[2] - 1));
    const mean = (n: number): number => {
      const all = PLACES.filter(p => ring(p) === n).map(danger);
      return all.reduce((sum, d) => sum + d, 0) / all.length;
    };
    expect(mean(1)).toBeGreaterThan(danger(ALDERWICK));
    expect(mean(2)).toBeGreaterThan(mean(1) + 0.8);
    for (const p of PLACES.filter(place => ring(place) === 1 && (place.region[1] === 1 || place.region[2] === 1))) {
      const levels = p.camps.filter(c => monsters.key(c.monster).team !== 'critter').flatMap(c => [...c.level!]);
      expect(Math.min(...levels), p.key).toBe(3);
      expect(Math.max(...levels), p.key).toBeLessThanOrEqual(10);
    }
  });

  it('has foes for every level from 1 to 20, each where the plan of levels has it', () => {
    const hostile = (p: Place) => p.camps.filter(c => monsters.key(c.monster).team !== 'critter');
    for (const p of PLACES) {
      const [low, high] = LEVELS[p.key];
      for (const { key, level } of hostile(p)) {
        expect(level![0], `${p.key} ${key}`).toBeGreaterThanOrEqual(low);
        expect(level![1], `${p.key} ${key}`).toBeLessThanOrEqual(high);
      }
    }
    for (let level = 1; level <= 20; level++) {
      const count = PLACES.flatMap(hostile).reduce(
        (sum, c) => sum + (c.level![0] <= level && c.level![1] >= level ? c.count : 0),
        0,
      );
      expect(count, `level ${level}`).toBeGreaterThanOrEqual(15);
    }
  });
});

describe('roads and rivers', () => {
  /** Ends of ways that lie on a border between two places: what, where and how wide -> the places they end in. */
  const ends = new Map<string, Place[]>();
  for (const place of PLACES) {
    for (const [word, ways] of [
      ['road', place.roads],
      ['river', place.rivers],
    ] as const) {
      for (const way of ways) {
        for (const [x, z] of [way.points[0], way.points[way.points.length - 1]]) {
          const end = `${word} ${x},${z} ${way.width} m wide`;
          if (isOnBorder(x) || isOnBorder(z)) ends.set(end, [...(ends.get(end) ?? []), place]);
        }
      }
    }
  }

  it('that cross a border meet there exactly', () => {
    const loose = [...ends].filter(([, places]) => new Set(places).size !== 2 || places.length !== 2);
    expect(loose.map(([end, places]) => `${end}: ${places.map(p => p.key)}`)).toEqual([]);
    expect([...ends.keys()].filter(end => end.startsWith('road')).length).toBe(24);
    expect([...ends.keys()].filter(end => end.startsWith('river')).length).toBeGreaterThanOrEqual(8);
  });

  it('join all sixteen places', () => {
    const reached = new Set([ALDERWICK]);
    for (let before = 0; before < reached.size; ) {
      before = reached.size;
      for (const [end, [a, b]] of ends) {
        if (!end.startsWith('road')) continue;
        if (reached.has(a)) reached.add(b);
        if (reached.has(b)) reached.add(a);
      }
    }
    expect(reached.size).toBe(PLACES.length);
  });

  it('have a bridge wherever they cross', () => {
    const bare: string[] = [];
    for (const place of PLACES) {
      for (const road of place.roads.filter(r => r.width < 20)) {
        for (const river of place.rivers) {
          for (const crossing of crossings(road.points, river.points)) {
            const [x, z] = crossing;
            if (!place.bridges.some(b => Math.hypot(b.x - x, b.z - z) < 5))
              bare.push(`${place.key} ${x.toFixed()}, ${z.toFixed()}`);
          }
        }
      }
    }
    expect(bare).toEqual([]);
  });

  function crossings(a: readonly Point[], b: readonly Point[]): Point[] {
    const found: Point[] = [];
    for (let i = 1; i < a.length; i++) {
      for (let k = 1; k < b.length; k++) {
        const [[ax, az], [bx, bz], [cx, cz], [dx, dz]] = [a[i - 1], a[i], b[k - 1], b[k]];
        const across = (bx - ax) * (dz - cz) - (bz - az) * (dx - cx);
        if (!across) continue;
        const t = ((cx - ax) * (dz - cz) - (cz - az) * (dx - cx)) / across;
        const u = ((cx - ax) * (bz - az) - (cz - az) * (bx - ax)) / across;
        if (t > 0 && t < 1 && u > 0 && u < 1) found.push([ax + (bx - ax) * t, az + (bz - az) * t]);
      }
    }
    return found;
  }
});

/** Bits of heights folded into one number (after Fowler, Noll & Vo). */
function hashOf(heights: Iterable<number>): number {
  const float = new Float32Array(1);
  const bits = new Uint32Array(float.buffer);
  let hash = 0x811c9dc5;
  for (const height of heights) {
    float[0] = height;
    hash = Math.imul(hash ^ bits[0], 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}

describe('the ground', () => {
  it('is the same to the bit in every core, along every border and anywhere else', () => {
    const points: Point[] = [];
    for (let line = SIZE; line < L.WORLD_SIZE_M; line += SIZE)
      for (let at = 0; at < L.WORLD_SIZE_M; at += 8) points.push([line, at], [at, line]);
    for (let i = 0; i < 1000; i++) points.push([((i * 7919) % 2300) - 120, ((i * 104729) % 2300) - 120]);
    const hashes = cores.map(({ core }) => hashOf(points.map(([x, z]) => core.height(x, z))));
    expect(new Set(hashes).size).toBe(1);
  });

  it('has no step anywhere along a border', () => {
    const { core } = cores[0];
    const steps: string[] = [];
    for (let line = SIZE; line < L.WORLD_SIZE_M; line += SIZE) {
      for (let at = 4; at < L.WORLD_SIZE_M; at += 8) {
        for (const [x, z, dx, dz] of [
          [line, at, 0.02, 0],
          [at, line, 0, 0.02],
        ]) {
          if (Math.abs(core.height(x + dx, z + dz) - core.height(x - dx, z - dz)) > 0.12) steps.push(`${x}, ${z}`);
        }
      }
    }
    expect(steps).toEqual([]);
  });

  it('falls into the sea in the south, and rises to mountains in the north', () => {
    const { core } = cores[0];
    let highest = 0;
    for (let x = -400; x < L.WORLD_SIZE_M + 400; x += 37) {
      expect(core.height(x, L.WORLD_SIZE_M + 200), `${x}`).toBeLessThan(-8);
      expect(core.height(x, -200), `${x}`).toBeGreaterThan(15);
      highest = Math.max(highest, core.height(x, -200));
    }
    expect(highest).toBeGreaterThan(120);
    for (let x = 4; x < L.WORLD_SIZE_M; x += 16) expect(core.height(x, L.WORLD_SIZE_M - 8), `${x}`).toBeLessThan(-1);
  });

  it('holds in the core with room to spare', () => {
    const pieces = (ways: readonly { points: readonly Point[] }[]): number =>
      ways.reduce((sum, { points }) => sum + points.length - 1, 0);
    expect(pieces(PLACES.flatMap(p => p.roads))).toBeLessThan(L.MAX_STAMPS * 0.6);
    expect(pieces(PLACES.flatMap(p => p.rivers))).toBeLessThan(L.MAX_STAMPS * 0.6);
    for (const list of ['knolls', 'flats', 'lakes', 'fields', 'forests'] as const)
      expect(
        PLACES.reduce((sum, p) => sum + p[list].length, 0),
        list,
      ).toBeLessThan(L.MAX_STAMPS * 0.6);
    expect(Math.max(...PLACES.map(p => packContent(p).length))).toBeLessThan(L.BUFFER_BYTES * 0.8);
  });
});

describe("Alderwick's ground", () => {
  const { west, north, east, south } = groundsOf(ALDERWICK);
  function* heightsOf({ core }: Sim, skip: (x: number, z: number) => boolean = () => false): Generator<number> {
    for (let z = north; z < south; z += 2) for (let x = west; x < east; x += 2) if (!skip(x, z)) yield core.height(x, z);
  }
  const nothing = {
    knolls: [],
    flats: [],
    rivers: [],
    lakes: [],
    roads: [],
    bridges: [],
    fields: [],
    fences: [],
    forests: [],
    trees: [],
  };
  /** As it was when it was the whole world: no roads out, and its rivers ran on a little beyond the border. */
  const [alder, brook] = ALDERWICK.rivers;
  const alone: Place = {
    ...ALDERWICK,
    roads: ALDERWICK.roads.filter(road => !ROADS_OUT.includes(road)),
    rivers: [
      { ...alder, points: [[846, 500], ...alder.points.slice(1)] },
      { ...brook, points: [...brook.points.slice(0, -1), [498, 850]] },
    ],
  };

  it('is the landscape it always was', () => {
    expect(hashOf(heightsOf(coreOf({ ...ALDERWICK, ...nothing })))).toBe(3553179743);
  });

  it('is shaped as it always was', () => {
    expect(hashOf(heightsOf(coreOf(alone)))).toBe(3648190781);
  });

  it('is changed by the neighbours only where a road now leads out, and where a river was cut at the border', () => {
    const before = coreOf(alone).core;
    const after = cores[0].core;
    const byRoad = (x: number, z: number): boolean => ROADS_OUT.some(r => distanceToPath(x, z, r.points) < r.width / 2 + 5.1);
    const byCut = (x: number, z: number): boolean =>
      distanceToPath(x, z, alder.points.slice(0, 2)) < 46 || distanceToPath(x, z, brook.points.slice(-2)) < 46;
    const changed: string[] = [];
    for (let z = north; z < south; z++) {
      for (let x = west; x < east; x++) {
        const difference = Math.abs(before.height(x, z) - after.height(x, z));
        if (difference && !byRoad(x, z) && !(byCut(x, z) && difference < 0.001)) changed.push(`${x}, ${z}: ${difference}`);
      }
    }
    expect(changed).toEqual([]);
  });
});

describe('what stands about', () => {
  it('is in the core of whoever has it in his margin, whichever place it belongs to', () => {
    const all = PLACES.flatMap(collidersOf);
    for (const place of PLACES) {
      const { west, north, east, south } = groundsOf(place);
      const reach = L.REGION_MARGIN_M;
      const inSight = all.filter(c => c.x > west - reach && c.x < east + reach && c.z > north - reach && c.z < south + reach);
      const around = new Set(collidersAround(place, PLACES));
      expect(inSight.filter(c => !around.has(c)).length, place.key).toBe(0);
      expect(around.size, place.key).toBeLessThan(L.MAX_COLLIDERS);
    }
  });

  it('grows the same trees every time, in each place its own', () => {
    for (const place of PLACES) {
      const { west, north, east, south } = groundsOf(place);
      const trees = expandForests(place);
      expect(expandForests({ ...place }), place.key).toEqual(trees);
      expect(trees.filter(t => t.x < west || t.x >= east || t.z < north || t.z >= south).length, place.key).toBe(0);
      expect(trees.length, place.key).toBeGreaterThan(500);
    }
  });
});
