// Outcomes on the wire: what happened in a cell, in its block, as few bytes as the receiver's own knowledge allows. mirror's half: hearing.ts.
// An outcome: u8 type and flags, u8 ability and flags (u8 ability), body a, then b, value, bits, place and second place as the flags say.
// A neighbour's outcome may name bodies that nobody here knows: nobody is told instead, and always where.
import * as L from './layout';
import { toldHeads, toldNext } from './memory';
import { Outcome, outcomeAt } from './outcomes';
import { put16, put8, putSigned, putVar } from './wire';
import { wireX, wireY, wireZ } from './bases';
import { listOf, NOBODY } from './cells';
import { slotOf } from './ids';

// An outcome's first byte: type and these; its second: ability and these. An ability from FURTHER on takes a byte of its own, after the second.
export const HAS_PLACE = 32;
export const HAS_PLACE_2 = 64;
export const HAS_BITS = 128;
export const FURTHER = 63;
export const HAS_VALUE = 64;
export const HAS_B = 128;

/** Whether an outcome that says no place stands at its b, else it stands at its a. */
export function standsAtB(type: i32): bool {
  return type == L.OUT_HIT || type == L.OUT_HEAL || type == L.OUT_MISS || type == L.OUT_EFFECT;
}

/** Where this outcome's place can be left out: the receiver finds it at the struck or the acting body. */
function placeGoesWithoutSaying(o: Outcome): bool {
  const type = <i32>o.type;
  if (slotOf(standsAtB(type) ? o.b : o.a) < 0) return false;
  return type == L.OUT_HIT || type == L.OUT_HEAL || type == L.OUT_MISS || type == L.OUT_EFFECT || type == L.OUT_CAST_START || type == L.OUT_CAST_STOP
    || type == L.OUT_DEATH || type == L.OUT_AGGRO || type == L.OUT_LEASH || type == L.OUT_EMOTE || type == L.OUT_LAND || type == L.OUT_SPLASH;
}

/** Bodies travel as their slot (plus one); other numbers, a projectile's for one, as they are. */
export function namesBodyInB(type: i32): bool {
  return type != L.OUT_PROJECTILE && type != L.OUT_PROJECTILE_END;
}

function putBody(id: u32): void {
  putVar(<u32>(slotOf(id) + 1));
}

function putPlace(x: f32, y: f32, z: f32): void {
  put16(wireX(x));
  put16(wireY(y));
  put16(wireZ(z));
}

/** What happened in a cell in its last `ticks` ticks, oldest first; false when nothing did. */
export function writeOutcomes(cell: i32, ticks: i32, tick: u32): bool {
  let any = false;
  for (let age = ticks - 1; age >= 0; age--) {
    const turn = <i32>((tick - age) & 3) * L.MAX_OUTCOMES;
    for (let n = toldHeads[listOf(tick - age, cell)]; n != NOBODY; n = toldNext[turn + n]) {
      writeOutcome(outcomeAt(tick - age, n));
      any = true;
    }
  }
  if (any) put8(0);
  return any;
}

function writeOutcome(o: Outcome): void {
  const type = <i32>o.type;
  const place = !placeGoesWithoutSaying(o);
  // Where a use on somebody ends goes without saying: at him.
  const place2 = (o.x2 != 0 || o.y2 != 0 || o.z2 != 0) && !(type == L.OUT_USED && slotOf(o.b) >= 0);
  put8(type | (place ? HAS_PLACE : 0) | (place2 ? HAS_PLACE_2 : 0) | (o.flags ? HAS_BITS : 0));
  const ability = <i32>o.ability;
  put8(min(ability, FURTHER) | (o.value ? HAS_VALUE : 0) | (o.b ? HAS_B : 0));
  if (ability >= FURTHER) put8(ability);
  putBody(o.a);
  if (o.b) {
    if (namesBodyInB(type)) putBody(o.b);
    else putVar(o.b);
  }
  if (o.value) putSigned(o.value);
  if (o.flags) putVar(o.flags);
  if (place) putPlace(o.x, o.y, o.z);
  if (!place2) return;
  if (type == L.OUT_PROJECTILE) {
    // A velocity, not a place: 1/64 m/s.
    put16(wireY(o.x2));
    put16(wireY(o.y2));
    put16(wireY(o.z2));
  } else {
    putPlace(o.x2, o.y2, o.z2);
  }
}
