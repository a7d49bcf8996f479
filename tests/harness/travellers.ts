// Minds that cross borders: over the whole world from place to place, to and fro over one border, round the point where four regions meet.
// In: a bot and the time, every 50 ms. Out: keys held. What has to be worked out first is worked out by `prepare`, before anybody plays.
import * as L from '../../assembly/layout';
import { HOME_REGION, PLACES, placeOf, regionKey } from '../../src/shared/content';
import type { Place } from '../../src/shared/content/kinds';
import { boundsOf, ownerOf, type RegionKey, UNDIVIDED } from '../../src/shared/regions';
import type { Mind } from './bot';
import { newEyes } from './eyes';
import { type Chance, pick } from './seeded';
import { distance, mourn, Walker } from './walker';
import { type Point, ways } from './ways';

/** So far beyond the border one turns round. */
const BEYOND_M = 14;
const CIRCLE_M = 16;
const CIRCLE_POINTS = 10;
/** Places to cross at are looked for in steps of this. */
const LOOK_M = 8;
/** Who has not come to his goal by then chooses another. */
const PATIENCE_MS = 240_000;

const regionAt = ({ x, z }: Point): RegionKey => ownerOf(UNDIVIDED, x, z);

/** Dry and gentle enough to run over. */
function isWalkable({ x, z }: Point): boolean {
  const { core } = newEyesOnce();
  const here = core.height(x, z);
  return here > 0.4 && Math.abs(core.height(x + 2, z) - here) < 1 && Math.abs(core.height(x, z + 2) - here) < 1;
}

let eyes: ReturnType<typeof newEyes> | undefined;
function newEyesOnce(): ReturnType<typeof newEyes> {
  eyes ??= newEyes();
  return eyes;
}

export interface Gate {
  /** On either side of the border. */
  here: Point;
  there: Point;
}

/** Where the borders of the home region can be run over, the nearest to its spawn first. */
function gates(): Gate[] {
  const { west, north, east, south } = boundsOf(HOME_REGION);
  const [spawn] = (placeOf(HOME_REGION) as Place).spawns;
  const found: Gate[] = [];
  const look = (x: number, z: number, dx: number, dz: number): void => {
    const here = { x: x - dx * BEYOND_M, z: z - dz * BEYOND_M };
    const there = { x: x + dx * BEYOND_M, z: z + dz * BEYOND_M };
    if (placeOf(regionAt(there)) && [here, { x, z }, there].every(isWalkable)) found.push({ here, there });
  };
  for (let along = 40; along < L.REGION_SIZE_M - 40; along += LOOK_M) {
    look(east, north + along, 1, 0);
    look(west, north + along, -1, 0);
    look(west + along, south, 0, 1);
    look(west + along, north, 0, -1);
  }
  const away = ({ here }: Gate): number => Math.hypot(here.x - spawn.x, here.z - spawn.z);
  return found.sort((a, b) => away(a) - away(b));
}

/** The corners of the home region at which four places meet on dry land, the nearest to its spawn first. */
function corners(): Point[] {
  const { west, north, east, south } = boundsOf(HOME_REGION);
  const [spawn] = (placeOf(HOME_REGION) as Place).spawns;
  const all = [west, east].flatMap(x => [north, south].map(z => ({ x, z })));
  return all
    .filter(corner => circle(corner).every(point => placeOf(regionAt(point))))
    .sort((a, b) => dryness(b) - dryness(a) || Math.hypot(a.x - spawn.x, a.z - spawn.z) - Math.hypot(b.x - spawn.x, b.z - spawn.z));
}

const dryness = (corner: Point): number => circle(corner).filter(isWalkable).length;

function circle({ x, z }: Point): Point[] {
  return Array.from({ length: CIRCLE_POINTS }, (_, i) => {
    const angle = ((i + 0.5) / CIRCLE_POINTS) * 2 * Math.PI;
    return { x: x + Math.sin(angle) * CIRCLE_M, z: z - Math.cos(angle) * CIRCLE_M };
  });
}

/** Goes from goal to goal, running; `next` names the goal after one was reached. */
function travel(near_m: number, next: (now: Point, chance: Chance) => Point, rest_ms: number): Mind {
  let walker: Walker | null = null;
  let goal: Point | null = null;
  let giveUp_ms = 0;
  let restUntil_ms = 0;
  const life = { deadSince_ms: 0 };
  return (bot, now_ms) => {
    walker ??= new Walker(bot);
    if (mourn(bot, life, now_ms) || now_ms < restUntil_ms) return;
    const there = goal && walker.towards(goal.x, goal.z, near_m, now_ms);
    if (!there && goal && now_ms < giveUp_ms) {
      if (distance(bot, goal) > near_m * 2) bot.held.buttons |= L.BUTTON_SPRINT;
      return;
    }
    goal = next(bot.session.predictor.drawn, bot.chance);
    giveUp_ms = now_ms + PATIENCE_MS;
    if (!there) return;
    bot.held.buttons = rest_ms ? 0 : bot.held.buttons;
    restUntil_ms = now_ms + bot.chance() * rest_ms;
  };
}

/** From place to place over the whole world: to something worth seeing in a neighbouring one, and on. */
export function roam(): Mind {
  return travel(
    5,
    (now, chance) => {
      const near = PLACES.filter(place => regionKey(place) !== regionAt(now) && reach(place, now) < L.REGION_SIZE_M * 0.8);
      const place = near.length ? pick(chance, near) : pick(chance, PLACES);
      return pick<Point>(chance, place.pois.length ? place.pois : place.spawns);
    },
    4000,
  );
}

function reach(place: Place, { x, z }: Point): number {
  const { west, north, east, south } = boundsOf(regionKey(place));
  return Math.hypot(Math.max(west - x, 0, x - east), Math.max(north - z, 0, z - south));
}

/** To and fro over one border. `n`: which bot; they share out the nearest gates. */
export function pingpong(n: number): Mind {
  const { here, there } = gateOf(n);
  return toAndFro(here, there);
}

export function gateOf(n: number): Gate {
  const near = nearestGates();
  if (!near.length) throw new Error('no border of the home region can be run over: pingpong needs two places that touch');
  return near[n % near.length];
}

let nearest: Gate[] | undefined;
function nearestGates(): Gate[] {
  nearest ??= gates().slice(0, 6);
  return nearest;
}

/** Between two points, without rest. */
export function toAndFro(here: Point, there: Point): Mind {
  let isThere = false;
  return travel(
    2,
    () => {
      isThere = !isThere;
      return isThere ? there : here;
    },
    0,
  );
}

/** Round the point where four regions meet. */
export function corner(n: number): Mind {
  return around(cornerPoint(), n);
}

export function cornerPoint(): Point {
  const [middle] = corners();
  if (!middle) throw new Error('no corner of the home region has four places round it: corner needs them');
  return middle;
}

/** Round a point, `n` steps ahead of others. */
export function around(middle: Point, n: number): Mind {
  const points = circle(middle);
  let at = n;
  return travel(2.5, () => points[++at % points.length], 0);
}

/** Draws the land and the ways that travellers will need: half a second for every region, which no bot should wait for. */
export function prepare(mind: 'roam' | 'pingpong' | 'corner'): void {
  const spots =
    mind === 'roam' ? [] : mind === 'pingpong' ? nearestGates().flatMap(gate => [gate.here, gate.there]) : circle(cornerPoint());
  const regions = mind === 'roam' ? PLACES.map(regionKey) : [HOME_REGION, ...spots.map(regionAt)];
  for (const region of new Set(regions)) {
    newEyes(region);
    const { west, north } = boundsOf(region);
    ways().path({ x: west + 256, z: north + 256 }, { x: west + 260, z: north + 256 });
  }
}
