// Getting on a steed and off it. That a body rides is one flag of it, which move.ts takes for speed, on the server and in the browser's
// prediction alike; water, low roofs and death take it off there. In: a body. Out: the flag, or why it cannot be had.
import * as L from './layout';
import { flags, posX, posY, posZ } from './memory';
import { fighting } from './damage';
import { ceilingAt } from './move';
import { setFlag } from './world';

@inline
export function isMounted(slot: i32): bool {
  return (flags[slot] & L.FLAG_MOUNTED) != 0;
}

/** OK, or why no steed comes to this body now. */
export function checkRide(slot: i32): i32 {
  if (fighting(slot)) return L.IN_COMBAT;
  if (flags[slot] & L.FLAG_SWIMMING) return L.IS_SWIMMING;
  const crown = posY[slot] + <f32>L.BODY_HEIGHT_M;
  return ceilingAt(posX[slot], posZ[slot], crown) < posY[slot] + <f32>L.ROOF_M ? L.UNDER_ROOF : L.OK;
}

export function mountUp(slot: i32): void {
  setFlag(slot, L.FLAG_MOUNTED, true);
}

/** Nothing when it does not ride. */
export function dismount(slot: i32): void {
  setFlag(slot, L.FLAG_MOUNTED, false);
}
