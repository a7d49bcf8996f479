// Ways on foot through the world, for bots and browser tests that should not get stuck behind a barn: round each region a grid of what can
// be walked, and A*; farther than that along the roads. In: the places' colliders and the core's ground. Out: points to walk to one after
// another. (Hart, Nilsson, Raphael 1968; straightened by sight.)
import * as L from '../../assembly/layout';
import { PLACES, regionKey } from '../../src/shared/content';
import { type Collider, collidersOf } from '../../src/shared/content/colliders';
import { type Bounds, boundsOf, ownerOf, UNDIVIDED } from '../../src/shared/regions';
import { newEyes } from './eyes';
import { roads } from './roads';

export interface Point {
  x: number;
  z: number;
}

const STEP_M = 1;
/** A region and what its core knows beyond the borders. */
const SIDE = (L.REGION_SIZE_M + 2 * L.REGION_MARGIN_M) / STEP_M;
const BODY_M = 0.5;
/** Steeper than this between two squares nobody climbs. */
const STEEP = 0.85;
/** Wading is fine, swimming is slow: deeper than this is walked round. */
const DEEP_M = 0.6;
const MOST_SQUARES = 150_000;
/** Leans towards the goal: a way up to a fifth longer for a search many times shorter (weighted A*, Pohl 1970). */
const GREED = 1.2;
const STRAIGHT = 10;
const DIAGONAL = 14;

/** Of the search under way, in whichever region: only one runs at a time. */
const cost = new Int32Array(SIDE * SIDE);
/** The search in which a square's cost was set: older ones count as none. */
const setIn = new Uint32Array(SIDE * SIDE);
const from = new Int32Array(SIDE * SIDE);
let searches = 0;

class Grid {
  private readonly blocked = new Uint8Array(SIDE * SIDE);
  private readonly west: number;
  private readonly north: number;

  /** `region`: a key of level 2 that has a place. */
  constructor(region: string) {
    const { west, north } = boundsOf(region);
    this.west = west - L.REGION_MARGIN_M;
    this.north = north - L.REGION_MARGIN_M;
    const { core } = newEyes(region);
    const heights = Float32Array.from({ length: SIDE * SIDE }, (_, at) => core.height(this.xOf(at), this.zOf(at)));
    for (let at = 0; at < heights.length; at++) {
      const east = at % SIDE < SIDE - 1 ? Math.abs(heights[at + 1] - heights[at]) : 0;
      const south = at + SIDE < heights.length ? Math.abs(heights[at + SIDE] - heights[at]) : 0;
      if (Math.max(east, south) / STEP_M > STEEP || heights[at] < L.WATER_LEVEL_M - DEEP_M) this.blocked[at] = 1;
    }
    const near = PLACES.filter(place => gap(boundsOf(regionKey(place)), boundsOf(region)) < L.REGION_MARGIN_M);
    for (const place of near) for (const collider of collidersOf(place)) if (this.holds(collider)) this.block(collider, heights);
    // A bridge is walked on its deck, whatever the ground below says.
    for (const { bridges } of near) for (const bridge of bridges) if (this.holds(bridge)) this.open(bridge);
  }

  holds({ x, z }: Point): boolean {
    const side = SIDE * STEP_M;
    return x > this.west && z > this.north && x < this.west + side && z < this.north + side;
  }

  /** Points from one spot to another, the last one the goal; null when no way is found. */
  path(start: Point, goal: Point): Point[] | null {
    const target = this.nearestOpen(this.square(goal));
    const found = this.search(this.nearestOpen(this.square(start)), target);
    return found && [...this.straightened(found), goal];
  }

  private search(start: number, target: number): number[] | null {
    const { blocked } = this;
    const now = ++searches;
    const open = new Heap();
    cost[start] = 0;
    setIn[start] = now;
    from[start] = -1;
    open.push(start, this.guess(start, target));
    for (let looked = 0; open.size && looked < MOST_SQUARES; looked++) {
      const at = open.pop();
      if (at === target) return this.trace(target);
      for (let dz = -1; dz <= 1; dz++) {
        for (let dx = -1; dx <= 1; dx++) {
          const column = (at % SIDE) + dx;
          const next = at + dz * SIDE + dx;
          if (column < 0 || column >= SIDE || next < 0 || next >= blocked.length || blocked[next]) continue;
          if (dx && dz && (blocked[at + dx] || blocked[at + dz * SIDE])) continue;
          const spent = cost[at] + (dx && dz ? DIAGONAL : STRAIGHT);
          if (setIn[next] === now && cost[next] <= spent) continue;
          setIn[next] = now;
          cost[next] = spent;
          from[next] = at;
          open.push(next, spent + this.guess(next, target));
        }
      }
    }
    return null;
  }

  private guess(at: number, target: number): number {
    const dx = Math.abs((at % SIDE) - (target % SIDE));
    const dz = Math.abs(Math.floor(at / SIDE) - Math.floor(target / SIDE));
    return GREED * (STRAIGHT * Math.max(dx, dz) + (DIAGONAL - STRAIGHT) * Math.min(dx, dz));
  }

  private trace(target: number): number[] {
    const squares: number[] = [];
    for (let at = target; at >= 0; at = from[at]) squares.push(at);
    return squares.reverse();
  }

  /** Leaves out every point that can be walked past in a straight line. */
  private straightened(squares: number[]): Point[] {
    const points: Point[] = [];
    let here = 0;
    while (here < squares.length - 1) {
      let next = here + 1;
      while (next + 1 < squares.length && this.isStraight(squares[here], squares[next + 1])) next++;
      points.push({ x: this.xOf(squares[next]), z: this.zOf(squares[next]) });
      here = next;
    }
    return points;
  }

  private isStraight(a: number, b: number): boolean {
    const steps = Math.ceil(Math.hypot((b % SIDE) - (a % SIDE), Math.floor(b / SIDE) - Math.floor(a / SIDE)) * 2);
    for (let i = 1; i < steps; i++) {
      const x = this.xOf(a) + ((this.xOf(b) - this.xOf(a)) * i) / steps;
      const z = this.zOf(a) + ((this.zOf(b) - this.zOf(a)) * i) / steps;
      if (this.blocked[this.square({ x, z })]) return false;
    }
    return true;
  }

  private nearestOpen(square: number): number {
    for (let ring = 0; ring < 12; ring++) {
      for (let dz = -ring; dz <= ring; dz++) {
        for (let dx = -ring; dx <= ring; dx++) {
          const at = square + dz * SIDE + dx;
          if (Math.max(Math.abs(dx), Math.abs(dz)) === ring && at >= 0 && at < this.blocked.length && !this.blocked[at]) return at;
        }
      }
    }
    return square;
  }

  private block(c: Collider, heights: Float32Array): void {
    const reach = (c.shape === 'circle' ? c.a : Math.hypot(c.a, c.b)) + BODY_M;
    const sin = Math.sin(c.yaw);
    const cos = Math.cos(c.yaw);
    const ground = c.base === 'ground' ? heights[this.square({ x: c.anchorX, z: c.anchorZ })] : 0;
    this.each(c, reach, (at, dx, dz) => {
      const gap =
        c.shape === 'circle'
          ? Math.hypot(dx, dz) - c.a
          : Math.max(Math.abs(dx * cos + dz * sin) - c.a, Math.abs(dz * cos - dx * sin) - c.b);
      const inTheWay = ground + c.top > heights[at] + L.STEP_UP_M && ground + c.bottom < heights[at] + L.BODY_HEIGHT_M;
      if (gap < BODY_M && inTheWay) this.blocked[at] = 1;
    });
  }

  private open(bridge: { x: number; z: number; yaw: number; length: number; width: number }): void {
    const sin = Math.sin(bridge.yaw);
    const cos = Math.cos(bridge.yaw);
    this.each(bridge, bridge.length / 2 + 2, (at, dx, dz) => {
      const across = Math.abs(dx * cos + dz * sin);
      const along = Math.abs(dz * cos - dx * sin);
      if (across < bridge.width / 2 - 0.8 && along < bridge.length / 2 + 1) this.blocked[at] = 0;
    });
  }

  private each(middle: Point, reach: number, visit: (at: number, dx: number, dz: number) => void): void {
    const low = this.square({ x: middle.x - reach, z: middle.z - reach });
    const high = this.square({ x: middle.x + reach, z: middle.z + reach });
    for (let row = Math.floor(low / SIDE); row <= Math.floor(high / SIDE); row++) {
      for (let column = low % SIDE; column <= high % SIDE; column++) {
        const at = row * SIDE + column;
        visit(at, this.xOf(at) - middle.x, this.zOf(at) - middle.z);
      }
    }
  }

  private square({ x, z }: Point): number {
    const column = Math.min(Math.max(Math.floor((x - this.west) / STEP_M), 0), SIDE - 1);
    const row = Math.min(Math.max(Math.floor((z - this.north) / STEP_M), 0), SIDE - 1);
    return row * SIDE + column;
  }
  private xOf(at: number): number {
    return this.west + ((at % SIDE) + 0.5) * STEP_M;
  }
  private zOf(at: number): number {
    return this.north + (Math.floor(at / SIDE) + 0.5) * STEP_M;
  }
}

/** A binary heap of squares, the cheapest on top. */
class Heap {
  private readonly squares: number[] = [];
  private readonly keys: number[] = [];

  get size(): number {
    return this.squares.length;
  }

  push(square: number, key: number): void {
    let at = this.squares.length;
    this.squares.push(square);
    this.keys.push(key);
    for (let up = (at - 1) >> 1; at > 0 && this.keys[up] > this.keys[at]; at = up, up = (at - 1) >> 1) this.swap(at, up);
  }

  pop(): number {
    const top = this.squares[0];
    const square = this.squares.pop()!;
    const key = this.keys.pop()!;
    if (!this.squares.length) return top;
    this.squares[0] = square;
    this.keys[0] = key;
    for (let at = 0; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < this.keys.length && this.keys[child] < this.keys[least]) least = child;
      if (least === at) return top;
      this.swap(at, least);
      at = least;
    }
  }

  private swap(a: number, b: number): void {
    [this.squares[a], this.squares[b]] = [this.squares[b], this.squares[a]];
    [this.keys[a], this.keys[b]] = [this.keys[b], this.keys[a]];
  }
}

function gap(a: Bounds, b: Bounds): number {
  return Math.max(a.west - b.east, b.west - a.east, a.north - b.south, b.north - a.south, 0);
}

const grids = new Map<string, Grid>();
/** The grid round the region that owns a spot; undefined where no place is. Drawn once per process. */
function gridAt({ x, z }: Point): Grid | undefined {
  const region = ownerOf(UNDIVIDED, x, z);
  const known = grids.get(region);
  if (known || !PLACES.some(place => regionKey(place) === region)) return known;
  const grid = new Grid(region);
  grids.set(region, grid);
  return grid;
}

/** A search over fields and woods looks no farther than this before the roads are tried. */
const OVER_LAND_M = 380;

export interface Ways {
  /** Points from one spot of the world to another, the last one the goal; just the goal when no way is known. */
  path(start: Point, goal: Point): Point[];
}

/** The ways of this process. */
export function ways(): Ways {
  return { path: (start, goal) => overLand(start, goal) ?? alongRoads(start, goal) ?? [goal] };
}

function overLand(start: Point, goal: Point): Point[] | null {
  const grid = gridAt(start);
  const near = Math.hypot(goal.x - start.x, goal.z - start.z) < OVER_LAND_M;
  return near && grid?.holds(goal) ? grid.path(start, goal) : null;
}

/** To the road, along it, and from it to the goal. */
function alongRoads(start: Point, goal: Point): Point[] | null {
  const road = roads().route(start, goal);
  if (!road) return null;
  const first = road[0];
  const last = road[road.length - 1];
  return [...(overLand(start, first) ?? [first]), ...road.slice(1), ...(overLand(last, goal) ?? [goal])];
}
