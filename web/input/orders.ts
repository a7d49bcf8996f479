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

  constructor(private readonly ways: WayFinder) {}

  give(order: Order, fromX: number, fromZ: number, now_ms: number): void {
    this.order = order;
    this.plan(fromX, fromZ, now_ms);
  }

  cancel(): void {
    this.order = null;
    this.path = [];
  }

  /** The direction to walk now, or null. `goal`: where the followed body is now. */
  direction(x: number, z: number, now_ms: number, goal: { x: number; z: number } | null): number | null {
    const { order } = this;
    if (!order) return null;
    if (goal && Math.hypot(goal.x - order.x, goal.z - order.z) > REPATH_M) {
      order.x = goal.x;
      order.z = goal.z;
      this.plan(x, z, now_ms);
    }
    const left_m = Math.hypot(order.x - x, order.z - z);
    if (order.body && goal && Math.hypot(goal.x - x, goal.z - z) < REACH_M) return null;
    while (this.path.length && Math.hypot(this.path[0].x - x, this.path[0].z - z) < THERE_M) this.path.shift();
    if (!this.path.length) {
      if (!order.body) this.order = null;
      return null;
    }
    this.watch(left_m + this.path.length, now_ms);
    return wrap(yawTo(x, z, this.path[0].x, this.path[0].z));
  }

  private plan(x: number, z: number, now_ms: number): void {
    const order = this.order as Order;
    this.path = this.ways.find(x, z, order.x, order.z);
    this.best_m = Number.POSITIVE_INFINITY;
    this.bestAt_ms = now_ms;
    if (!this.path.length && Math.hypot(order.x - x, order.z - z) > THERE_M) {
      this.order = null;
      this.onStuck();
    }
  }

  private watch(left_m: number, now_ms: number): void {
    if (left_m < this.best_m - 0.2) {
      this.best_m = left_m;
      this.bestAt_ms = now_ms;
    } else if (now_ms - this.bestAt_ms > STUCK_MS) {
      this.cancel();
      this.onStuck();
    }
  }
}
