// What goes on in the wilds while nobody looks: camps that nobody clears grow, packs walk their rounds. In: elapsed or wall-clock time.
// Out: how many, where. No timers: a region that slept computes the same as one that was awake, and nothing here costs an empty world.
import type { Point } from '../content/kinds';
import { hash01 } from '../content/scatter';

/** A camp left alone takes one more in after each of these. */
export const GROWTH_STEP_S = 30 * 60;
/** Smaller camps are loners and pairs: they stay what they are. */
const LEAST_CAMP = 3;

/** How many more a camp of `count` can ever hold: half again. */
export const mostGrown = (count: number): number => (count < LEAST_CAMP ? 0 : Math.floor(count / 2));

/** How many more than `count` a camp holds that was left alone for so long. */
export function grown(count: number, uncleared_s: number): number {
  return Math.max(0, Math.min(mostGrown(count), Math.floor(uncleared_s / GROWTH_STEP_S)));
}

/** How long the camp counts as left alone once somebody has killed one of it: it is one smaller, and the next has to be waited for in full. */
export function afterKill(count: number, uncleared_s: number): number {
  return Math.max(0, grown(count, uncleared_s) - 1) * GROWTH_STEP_S;
}

// ---- packs ----

/** Where a pack is on its round. Routes are walked to the end and back. */
export interface PackSpot {
  readonly x: number;
  readonly z: number;
  /** rad, as a body's: 0 = north, the way it walks. */
  readonly yaw: number;
  /** The point of the route it walks to next, and whether it is on its way back. */
  readonly next: number;
  readonly back: boolean;
}

/** Where the pack of that route is at an instant, whether anybody watched it walk or not. `seed`: packs of equal routes do not march in step. */
export function packAt(route: readonly Point[], walk_mps: number, now_ms: number, seed: number): PackSpot {
  const round = new Round(route);
  let left = modulo(round.walked(walk_mps, now_ms, seed), round.length);
  let leg = 0;
  while (leg < round.legs.length - 1 && left >= round.legs[leg]) left -= round.legs[leg++];
  const next = round.points[(leg + 1) % round.points.length];
  const [ax, az] = route[round.points[leg]];
  const [bx, bz] = route[next];
  const share = round.legs[leg] ? left / round.legs[leg] : 0;
  const [x, z] = [ax + (bx - ax) * share, az + (bz - az) * share];
  return { x, z, yaw: Math.atan2(bx - ax, az - bz), next, back: leg >= route.length - 1 };
}

/** How often that pack came by a spot, nearer than `within_m`, from one instant to another. */
export function timesPassed(
  { route, walk_mps, seed }: { route: readonly Point[]; walk_mps: number; seed: number },
  spot: { x: number; z: number; within_m: number },
  from_ms: number,
  to_ms: number,
): number {
  const round = new Round(route);
  const nearest = round.nearest(spot.x, spot.z);
  if (!round.length || nearest.distance > spot.within_m) return 0;
  // Once on the way there and once on the way back; at the ends of the route these are one.
  const there = nearest.along;
  const back = modulo(round.length - there, round.length);
  const marks = Math.abs(back - there) < 1e-6 ? [there] : [there, back];
  const rounds = (now_ms: number, mark: number) => Math.floor((round.walked(walk_mps, now_ms, seed) - mark) / round.length);
  let times = 0;
  for (const mark of marks) times += Math.max(0, rounds(to_ms, mark) - rounds(from_ms, mark));
  return times;
}

/** A route as one closed round, there and back. */
class Round {
  /** Points of the route in the order of the round. */
  readonly points: readonly number[];
  /** Metres from each point of the round to the one after it. */
  readonly legs: readonly number[];
  readonly length: number;

  constructor(private readonly route: readonly Point[]) {
    const there = route.map((_, i) => i);
    this.points = [...there, ...there.slice(1, -1).reverse()];
    this.legs = this.points.map((from, i) => {
      const [ax, az] = route[from];
      const [bx, bz] = route[this.points[(i + 1) % this.points.length]];
      return Math.hypot(bx - ax, bz - az);
    });
    this.length = this.legs.reduce((sum, leg) => sum + leg, 0);
  }

  /** Metres walked since the beginning of time; where on the round that began is chance. */
  walked(walk_mps: number, now_ms: number, seed: number): number {
    return (walk_mps * now_ms) / 1000 + hash01(seed, this.points.length, 17) * this.length;
  }

  /** The point of the way there that is nearest: metres along the round, and from the spot. */
  nearest(x: number, z: number): { along: number; distance: number } {
    let best = { along: 0, distance: Math.hypot(x - this.route[0][0], z - this.route[0][1]) };
    let before = 0;
    for (let i = 1; i < this.route.length; i++) {
      const [ax, az] = this.route[i - 1];
      const [bx, bz] = this.route[i];
      const leg = this.legs[i - 1];
      const share = leg ? Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (z - az) * (bz - az)) / leg ** 2)) : 0;
      const distance = Math.hypot(x - ax - (bx - ax) * share, z - az - (bz - az) * share);
      if (distance < best.distance) best = { along: before + leg * share, distance };
      before += leg;
    }
    return best;
  }
}

const modulo = (value: number, length: number): number => (length > 0 ? value - Math.floor(value / length) * length : 0);
