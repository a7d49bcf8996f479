// Ways through a dungeon for bots: squares of a metre on its floors, free of what one bumps into, and from each the next one towards a goal. In:
// a place with clearings. Out: spots to walk to. (Breadth first, once for each goal; the last few goals are kept, because friends follow one another.)
import { type Collider, collidersOf } from '../../src/shared/content/colliders';
import type { Place } from '../../src/shared/content/kinds';

interface Spot {
  readonly x: number;
  readonly z: number;
}

const BODY_M = 0.45;
/** Lower than this is stepped or climbed over. */
const STEP_M = 0.45;
/** So many squares ahead is walked to: corners are cut no more than a body can. */
const AHEAD = 3;
const GOALS_KEPT = 8;
/** A goal that stands where nobody can is taken for a free square so near. */
const NEAR_M = 4;
const UNKNOWN = 0xffff;

function blocks({ shape, x, z, yaw, a, b, top }: Collider, px: number, pz: number): boolean {
  if (top < STEP_M) return false;
  const [dx, dz] = [px - x, pz - z];
  if (shape === 'circle') return Math.hypot(dx, dz) < a + BODY_M;
  const along = dx * Math.cos(yaw) + dz * Math.sin(yaw);
  const across = -dx * Math.sin(yaw) + dz * Math.cos(yaw);
  return Math.abs(along) < a + BODY_M && Math.abs(across) < b + BODY_M;
}

export class Halls {
  /** Squares by number, row after row; 1: somebody can stand there. The outermost are never free. */
  private readonly free: Uint8Array;
  private readonly west: number;
  private readonly north: number;
  private readonly wide: number;
  /** By goal: steps to it from each square, or UNKNOWN. The newest last. */
  private readonly ways = new Map<number, Uint16Array>();

  constructor(place: Place) {
    const { clearings } = place;
    this.west = Math.floor(Math.min(...clearings.map(({ x, radius }) => x - radius))) - 1;
    this.north = Math.floor(Math.min(...clearings.map(({ z, radius }) => z - radius))) - 1;
    this.wide = Math.ceil(Math.max(...clearings.map(({ x, radius }) => x + radius))) + 2 - this.west;
    const high = Math.ceil(Math.max(...clearings.map(({ z, radius }) => z + radius))) + 2 - this.north;
    this.free = new Uint8Array(this.wide * high);
    const colliders = collidersOf(place);
    for (const disc of clearings) {
      const near = colliders.filter(({ x, z, a, b }) => Math.hypot(x - disc.x, z - disc.z) < disc.radius + a + b + 1);
      for (let x = Math.floor(disc.x - disc.radius); x <= disc.x + disc.radius; x++) {
        for (let z = Math.floor(disc.z - disc.radius); z <= disc.z + disc.radius; z++) {
          if (Math.hypot(x - disc.x, z - disc.z) > disc.radius || near.some(each => blocks(each, x, z))) continue;
          this.free[this.squareAt(x, z)] = 1;
        }
      }
    }
  }

  /** Where to go now for who stands at `here` and wants to `goal`; the goal itself when it is near, or no way is known. */
  next(here: Spot, goal: Spot): Spot {
    const to = this.nearest(goal);
    let at = this.nearest(here);
    if (!to || !at) return goal;
    const steps = this.stepsTo(to);
    for (let i = 0; i < AHEAD; i++) {
      if (at === to) return goal;
      for (const square of this.around(at)) if (steps[square] < steps[at]) at = square;
    }
    return { x: this.west + (at % this.wide), z: this.north + Math.floor(at / this.wide) };
  }

  private stepsTo(goal: number): Uint16Array {
    const steps = this.ways.get(goal) ?? this.flood(goal);
    this.ways.delete(goal);
    this.ways.set(goal, steps);
    const [oldest] = this.ways.keys();
    if (this.ways.size > GOALS_KEPT) this.ways.delete(oldest);
    return steps;
  }

  private flood(goal: number): Uint16Array {
    const steps = new Uint16Array(this.free.length).fill(UNKNOWN);
    steps[goal] = 0;
    const queue = [goal];
    for (const at of queue) {
      for (const square of this.around(at)) {
        if (!this.free[square] || steps[square] !== UNKNOWN) continue;
        steps[square] = steps[at] + 1;
        queue.push(square);
      }
    }
    return steps;
  }

  private around(square: number): number[] {
    return [square + 1, square - 1, square + this.wide, square - this.wide];
  }

  private squareAt(x: number, z: number): number {
    return (z - this.north) * this.wide + (x - this.west);
  }

  /** 0, a square that is never free: none is near. */
  private nearest({ x, z }: Spot): number {
    for (let away = 0; away < NEAR_M; away++) {
      for (let dx = -away; dx <= away; dx++) {
        for (let dz = -away; dz <= away; dz++) {
          const square = this.squareAt(Math.round(x) + dx, Math.round(z) + dz);
          if (this.free[square]) return square;
        }
      }
    }
    return 0;
  }
}
