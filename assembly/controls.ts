// Control with diminishing returns: the same sort of it (stun, root, silence, fear) takes hold of one body in full, then for half as long,
// then for a quarter, then not at all, until none has taken hold for CONTROL_FORGOTTEN_TICKS. For players and elites; common beasts never
// learn. In: a body and an effect. Out: how long it holds.
import * as L from './layout';
import { bodyKind, controls, controlUntil } from './memory';
import { Effect, kindOf } from './content';
import { head, isPlayer } from './world';

/** Which two bits of `controls` count a type of effect; -1: it is no control. */
function shiftOf(type: i32): i32 {
  switch (type) {
    case L.EFFECT_STUN: return 0;
    case L.EFFECT_ROOT: return 2;
    case L.EFFECT_SILENCE: return 4;
    case L.EFFECT_FEAR: return 6;
    default: return -1;
  }
}

@inline
export function isControl(kind: Effect): bool {
  return shiftOf(kind.type) >= 0;
}

function learns(slot: i32): bool {
  if (isPlayer(slot)) return true;
  const kind = kindOf(bodyKind[slot]);
  return kind != null && kind.elite != 0;
}

/** Ticks for which control of this kind takes hold now, 0: not at all; it counts as one more time. */
export function controlTicks(slot: i32, kind: Effect): i32 {
  const whole = <i32>kind.durationTicks;
  if (!learns(slot)) return whole;
  if (head.tick >= controlUntil[slot]) controls[slot] = 0;
  const shift = shiftOf(kind.type);
  const times = controls[slot] >> shift & 3;
  if (times == 3) return 0;
  controls[slot] = controls[slot] + (1 << shift);
  const ticks = max(whole >> times, 1);
  controlUntil[slot] = head.tick + <u32>(ticks + L.CONTROL_FORGOTTEN_TICKS);
  return ticks;
}
