// One number over the state as everybody can see it: quantised places, health, flags, chance. Equal inputs give equal numbers on every
// engine. FNV-1a (G. Fowler, L. Noll, P. Vo) over words.
import { bodyId, flags, hp, mindState, posX, posY, posZ, power, yaw } from './memory';
import { wireX, wireY, wireYaw, wireZ } from './bases';
import { head } from './world';

let sum: u32 = 0;

@inline
function mix(word: u32): void {
  sum = (sum ^ word) * 0x01000193;
  sum ^= sum >> 15;
}

export function hashState(): u32 {
  sum = 0x811c9dc5;
  mix(head.tick);
  mix(<u32>head.random);
  mix(<u32>(head.random >> 32));
  mix(head.projectileSerial);
  mix(<u32>head.projectilesUsed);
  for (let s = 0, used = head.slotsUsed; s < used; s++) {
    if (bodyId[s] == 0) continue;
    mix(bodyId[s]);
    mix(<u32>wireX(posX[s]) | (<u32>wireZ(posZ[s]) << 16));
    mix((<u32>wireY(posY[s]) << 16) | (<u32>wireYaw(yaw[s]) << 8) | <u32>mindState[s]);
    mix(<u32>hp[s] | (<u32>power[s] << 16));
    mix(flags[s]);
  }
  return sum;
}
