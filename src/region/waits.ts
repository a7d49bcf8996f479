// What a player may do only so often, as it goes along over a border: whom he has slain of late, and which of his draughts and meals have to
// wait. In: players. Out: what is still of account, and players who have it again.
import type { Player } from './player';
import { COUNTED_AGAIN_MS } from './systems/laws';

export interface Waits {
  readonly slew: readonly (readonly [victim: string, at_ms: number])[];
  readonly groups: readonly (readonly [group: number, ready_ms: number])[];
}

/** The latest go along: nobody slays more within the hour, and a parcel must not grow with every quarrel. */
const MOST_SLEW = 256;

export function waitsOf({ slew_ms, groupReady_ms }: Player, now_ms: number): Waits {
  const slew = [...slew_ms].filter(([, at_ms]) => now_ms - at_ms < COUNTED_AGAIN_MS).sort(([, a], [, b]) => b - a);
  return { slew: slew.slice(0, MOST_SLEW), groups: [...groupReady_ms].filter(([, ready_ms]) => ready_ms > now_ms) };
}

export function bringWaits({ slew_ms, groupReady_ms }: Player, { slew, groups }: Waits): void {
  for (const [victim, at_ms] of slew) slew_ms.set(victim, at_ms);
  for (const [group, ready_ms] of groups) groupReady_ms.set(group, ready_ms);
}
