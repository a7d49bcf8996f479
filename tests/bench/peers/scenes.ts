// Where everybody stands and how they walk, the same for every server that is measured. In: a scene and how many. Out: where each begins,
// which way each looks at each input, and how many others one sees.
import { REGION_SIZE_M, RING_3_M, WORLD_SIZE_M } from '../../../assembly/layout';
import { ALDERWICK } from '../../../src/shared/content';
import { boundsOf } from '../../../src/shared/regions';
import { seeded } from '../../harness/seeded';
import type { Point } from '../../harness/ways';

/** dense: everyone sees everyone. spread: each sees about 50 others. */
export const SCENES = ['dense', 'spread'] as const;
export type SceneName = (typeof SCENES)[number];

export const INPUTS_HZ = 10;
/** As far as Evermarch shows a body; the peers show as far. */
export const SIGHT_M = RING_3_M;
/** Of a full turn at each input: everybody runs in a loop of some 20 m, so that nobody has to know where he is. */
const TURN = 655;
const LOOP_M = 20;
const DENSE_M = 60;
const SPREAD_SEES = 50;
/** Nobody's loop goes over a border: a client that decodes nothing cannot follow. */
const FROM_BORDER_M = LOOP_M + 4;
const SEED = 7;

export function begins(scene: SceneName, players: number): Point[] {
  return scene === 'dense' ? crowdIn(players) : spreadOut(players);
}

/** Which way client `n` looks at its input number `count`: 65536 is a full turn. */
export const yawAt = (n: number, count: number): number => (n * 40_503 + count * TURN) & 0xffff;

/** How many others each sees, on average. */
export function sees(points: readonly Point[]): number {
  let pairs = 0;
  for (const [i, a] of points.entries())
    for (let j = i + 1; j < points.length; j++) {
      if (Math.hypot(a.x - points[j].x, a.z - points[j].z) <= SIGHT_M) pairs++;
    }
  return points.length ? (2 * pairs) / points.length : 0;
}

/** All within 60 m of the village's middle, loops included. */
function crowdIn(players: number): Point[] {
  const chance = seeded(SEED);
  const [middle] = ALDERWICK.spawns;
  return Array.from({ length: players }, () => {
    const angle = chance() * 2 * Math.PI;
    const away_m = Math.sqrt(chance()) * (DENSE_M - LOOP_M);
    return { x: middle.x + Math.sin(angle) * away_m, z: middle.z + Math.cos(angle) * away_m };
  });
}

/** Over a square round the middle of the first region, as large as it takes for each to see 50 others (half of them all, if they are few). */
function spreadOut(players: number): Point[] {
  const chance = seeded(SEED);
  const unit = Array.from({ length: players }, () => ({ x: chance(), z: chance() }));
  const wanted = Math.min(SPREAD_SEES, (players - 1) / 2);
  let [small, large] = [0, WORLD_SIZE_M - 2 * FROM_BORDER_M];
  while (large - small > 1) {
    const side = (small + large) / 2;
    if (sees(placed(unit, side)) > wanted) small = side;
    else large = side;
  }
  return placed(unit, large);
}

function placed(unit: readonly Point[], side: number): Point[] {
  const { west, north } = boundsOf(ALDERWICK.region.join('-'));
  const from = (edge: number): number =>
    Math.min(Math.max(edge + (REGION_SIZE_M - side) / 2, FROM_BORDER_M), WORLD_SIZE_M - FROM_BORDER_M - side);
  return unit.map(({ x, z }) => ({ x: inside(from(west) + x * side), z: inside(from(north) + z * side) }));
}

/** The nearest coordinate that is no closer to a border than a loop is wide. */
function inside(value: number): number {
  const start = Math.floor(value / REGION_SIZE_M) * REGION_SIZE_M;
  return start + Math.min(Math.max(value - start, FROM_BORDER_M), REGION_SIZE_M - FROM_BORDER_M);
}
