// Orders to the own body from above: walk along a path to a point, or up to a foe. In: an order; out: a direction per frame until it is done.

import type { WayFinder } from '../game/ways';
import { wrap, yawTo } from './steer';

export interface Order {
  x: number;
  z: number;
  /** A body to follow, or 0. */
  body: number;
}

const THERE_M = 0.5;
const RUN_MPS = 5.5;
/** Close enough to strike. */
const REACH_M = 2.4;
/** No nearer for so long: there is no way. */
const STUCK_MS = 1500;
const REPATH_M = 4;

export class Orders {
  order: Order | null = null;
  /** The body cannot get there. */
  onStuck: () => void = () => {};
  private path: { x: number; z: number }[] = [];
  private best_m = Number.POSITIVE_INFINITY;
  private bestAt_ms = 0;

  /** `ways`: asked for with the first order, for it takes a while to draw up. */
  constructor(private readonly ways: () => WayFinder) {}

  give(order: Order, fromX: number, fromZ: number, now_ms: number): void {
    this.order = order;
    this.plan(fromX, fromZ, now_ms);
  }

  cancel(): void {
    this.order = null;
    this.path = [];
  }

  /** The direction to walk now, or null. `goal`: where the followed body is now. */
  direction(x: number, z: number, now_ms: number, dt_s: number, goal: { x: number; z: number } | null): number | null {
    const { order } = this;
    if (!order) return null;
    if (goal && Math.hypot(goal.x - order.x, goal.z - order.z) > REPATH_M) {
      order.x = goal.x;
      order.z = goal.z;
      this.plan(x, z, now_ms);
    }
    if (order.body && goal && Math.hypot(goal.x - x, goal.z - z) < REACH_M) return null;
    // A slow frame takes long steps: what it would overshoot counts as reached.
    const there_m = Math.max(THERE_M, RUN_MPS * dt_s * 0.6);
    while (this.path.length && Math.hypot(this.path[0].x - x, this.path[0].z - z) < there_m) this.path.shift();
    if (!this.path.length) {
      if (!order.body) this.order = null;
      return null;
    }
    const [next] = this.path;
    return this.isStuck(x, z, now_ms) ? null : wrap(yawTo(x, z, next.x, next.z));
  }

  private plan(x: number, z: number, now_ms: number): void {
    const order = this.order as Order;
    this.path = this.ways().find(x, z, order.x, order.z);
    this.best_m = Number.POSITIVE_INFINITY;
    this.bestAt_ms = now_ms;
    if (!this.path.length && Math.hypot(order.x - x, order.z - z) > THERE_M) {
      this.order = null;
      this.onStuck();
    }
  }

  /** No nearer to the end of the path for too long: the order is given up, and the player is told. */
  private isStuck(x: number, z: number, now_ms: number): boolean {
    const left_m = lengthOf([{ x, z }, ...this.path]);
    if (left_m < this.best_m - 0.2) {
      this.best_m = left_m;
      this.bestAt_ms = now_ms;
      return false;
    }
    if (now_ms - this.bestAt_ms < STUCK_MS) return false;
    this.cancel();
    this.onStuck();
    return true;
  }
}

function lengthOf(points: readonly { x: number; z: number }[]): number {
  let sum_m = 0;
  for (let i = 1; i < points.length; i++) sum_m += Math.hypot(points[i].x - points[i - 1].x, points[i].z - points[i - 1].z);
  return sum_m;
}
