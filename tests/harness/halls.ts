// Ways through a dungeon for bots: squares of a metre on its floors, free of what one bumps into, and from each the next one towards a goal. In:
// a place with clearings. Out: spots to walk to. (Breadth first, once for each goal.)
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

function blocks({ shape, x, z, yaw, a, b, top }: Collider, px: number, pz: number): boolean {
  if (top < STEP_M) return false;
  const [dx, dz] = [px - x, pz - z];
  if (shape === 'circle') return Math.hypot(dx, dz) < a + BODY_M;
  const along = dx * Math.cos(yaw) + dz * Math.sin(yaw);
  const across = -dx * Math.sin(yaw) + dz * Math.cos(yaw);
  return Math.abs(along) < a + BODY_M && Math.abs(across) < b + BODY_M;
}

export class Halls {
  private readonly free = new Set<string>();
  private goal = '';
  private steps = new Map<string, number>();

  constructor(place: Place) {
    const colliders = collidersOf(place);
    for (const disc of place.clearings) {
      const near = colliders.filter(({ x, z, a, b }) => Math.hypot(x - disc.x, z - disc.z) < disc.radius + a + b + 1);
      for (let x = Math.floor(disc.x - disc.radius); x <= disc.x + disc.radius; x++) {
        for (let z = Math.floor(disc.z - disc.radius); z <= disc.z + disc.radius; z++) {
          if (Math.hypot(x - disc.x, z - disc.z) > disc.radius || near.some(each => blocks(each, x, z))) continue;
          this.free.add(`${x},${z}`);
        }
      }
    }
  }

  /** Where to go now for who stands at `here` and wants to `goal`; the goal itself when it is near, or no way is known. */
  next(here: Spot, goal: Spot): Spot {
    const to = this.nearest(goal);
    let at = this.nearest(here);
    if (!to || !at) return goal;
    if (to !== this.goal) this.fill(to);
    for (let i = 0; i < AHEAD; i++) {
      if (at === to) return goal;
      const around: string[] = this.around(at).filter(square => this.steps.has(square));
      at = around.reduce((best, square) => (this.stepsOf(square) < this.stepsOf(best) ? square : best), at);
    }
    const [x, z] = at.split(',').map(Number);
    return { x, z };
  }

  private fill(goal: string): void {
    this.goal = goal;
    this.steps = new Map([[goal, 0]]);
    const queue = [goal];
    for (let i = 0; i < queue.length; i++) {
      for (const square of this.around(queue[i])) {
        if (this.steps.has(square)) continue;
        this.steps.set(square, this.stepsOf(queue[i]) + 1);
        queue.push(square);
      }
    }
  }

  private stepsOf(square: string): number {
    return this.steps.get(square) ?? Infinity;
  }

  private around(square: string): string[] {
    const [x, z] = square.split(',').map(Number);
    return [`${x + 1},${z}`, `${x - 1},${z}`, `${x},${z + 1}`, `${x},${z - 1}`].filter(each => this.free.has(each));
  }

  private nearest({ x, z }: Spot): string | null {
    for (let away = 0; away < 4; away++) {
      for (let dx = -away; dx <= away; dx++) {
        for (let dz = -away; dz <= away; dz++) {
          const square = `${Math.round(x) + dx},${Math.round(z) + dz}`;
          if (this.free.has(square)) return square;
        }
      }
    }
    return null;
  }
}
