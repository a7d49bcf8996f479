// What players need frames for, and how many turns apart they are then: the more are shown the world, the fewer frames are left for each.
// In: how many players need them for what. Out: a rung of the ladder. Pure.
import { TICKS_PER_SECOND } from '../../assembly/layout';

/** Most urgent first. */
export const ACTING = 0;
export const MOVING = 1;
export const CALM = 2;
export type Need = typeof ACTING | typeof MOVING | typeof CALM;

/** Turns from one frame to the next, by need; each rung asks for fewer frames than the one before. */
export const LADDER: readonly (readonly [acting: number, moving: number, calm: number])[] = [
  [1, 2, 2],
  [2, 2, 2],
  [2, 2, 4],
  [2, 4, 4],
  [4, 4, 4],
];
/** About half a core of sends, at some 45 µs each; the other half is for what is said in them, and for what comes in. */
export const FRAMES_PER_SECOND = 10_500;
/** A lower rung must ask for so much less than there is: a crowd at the edge would else be shown anew with every second. */
const ROOM = 0.96;

/**
 * The first rung from `from` on that asks for no more frames a second than may be sent; the last one in any case. `counts`: players by need,
 * `last`: the rung so far.
 */
export function rungFor(counts: readonly number[], from: number, last = 0, frames = FRAMES_PER_SECOND): number {
  const top = LADDER.length - 1;
  for (let rung = Math.min(from, top); rung < top; rung++) {
    const asked = LADDER[rung].reduce((sum, ticks, need) => sum + (counts[need] * TICKS_PER_SECOND) / ticks, 0);
    if (asked <= frames * (rung < last ? ROOM : 1)) return rung;
  }
  return top;
}

/** Fewer than this are no crowd. */
const CROWD = 300;

/** How far the fast rings reach in a crowd, as a share: the more stand round everybody, the fewer of them need to come every turn. */
export const ringsIn = (players: number): number => Math.min(1, (CROWD / players) ** 2);
