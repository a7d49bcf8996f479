// A steed under its rider: the same place and heading, a gait of its own. In: the rider's ActorView each frame. Out: its row for the crowd.
import { FLAG_ADRIFT, FLAG_AIRBORNE } from '../../assembly/layout';
import type { Guise } from './cast';
import type { ActorView } from './contract';
import { headAndCharge } from './crowdshader';
import { Motion } from './motion';

/** What of the rider's flags is the steed's as well: it leaps, and it fades as he does. */
const SHARED_FLAGS = FLAG_AIRBORNE | FLAG_ADRIFT;
/** Faster than this its back rises and falls at every bound. */
const BOUNDS_MPS = 3;
const BOUND_M = 0.07;

export class Steed {
  private readonly motion: Motion;
  private readonly view: ActorView;

  constructor(
    readonly guise: Guise,
    seed: number,
  ) {
    this.motion = new Motion(guise.takes, seed * 40503);
    this.view = { flags: 0 } as ActorView;
  }

  step(rider: ActorView, dtS: number): void {
    const flags = rider.flags & SHARED_FLAGS;
    Object.assign(this.view, rider);
    this.view.flags = flags;
    this.motion.step(this.view, dtS);
  }

  /** Where its back is now, metres above the ground. */
  get seat(): number {
    const still = this.guise.seat ?? 0;
    if (this.view.speed < BOUNDS_MPS) return still;
    return still + BOUND_M * this.guise.size * Math.max(0, Math.sin(this.motion.beat * Math.PI * 2 + 0.6));
  }

  /** As Actor.write does (crowdshader.ts). */
  write(rows: Float32Array, o: number, presence: number, lit: number): void {
    const { view, guise } = this;
    rows[o] = view.x;
    rows[o + 1] = view.y;
    rows[o + 2] = view.z;
    rows[o + 3] = view.yaw;
    this.motion.write(rows, o + 4, guise.upperBone);
    rows[o + 16] = guise.size;
    rows[o + 17] = guise.width;
    rows[o + 18] = guise.head;
    rows[o + 19] = guise.parts;
    rows.set(guise.dyes, o + 20);
    rows.fill(lit, o + 24, o + 27);
    rows[o + 27] = presence * (view.flags & FLAG_ADRIFT ? 0.55 : 1);
    rows.fill(0, o + 28, o + 31);
    rows[o + 31] = headAndCharge(guise);
  }
}
