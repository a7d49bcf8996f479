// Outcomes off the wire: what tellings.ts wrote, with what went without saying filled in from the mirrored bodies.
// In: bytes from the network, of any content. Out: outcome records.
import * as L from './layout';
import { FURTHER, HAS_B, HAS_BITS, HAS_PLACE, HAS_PLACE_2, HAS_VALUE, namesBodyInB, standsAtB } from './tellings';
import { baseX, baseY, baseZ, metresAbove, metresX, metresY, metresZ } from './bases';
import { get16, get8, getSigned, getVar, refuse, unread } from './wire';
import { baseOf, mirrored, mirrorTick } from './mirror';
import { Outcome, tell } from './outcomes';
import { kindOf } from './content';

/** A mirrored body's slot; -1: nobody, or nobody in sight. */
function getBody(): i32 {
  const slot = <i32>getVar() - 1;
  if (slot >= L.MAX_ENTITIES) refuse();
  return slot >= 0 && slot < L.MAX_ENTITIES && mirrored(slot).id != 0 ? slot : -1;
}

@inline
function idOf(slot: i32): u32 {
  return slot >= 0 ? mirrored(slot).id : 0;
}

/** Puts the chest of a mirrored body into chestX, chestY, chestZ. */
function findChest(slot: i32): void {
  const m = mirrored(slot);
  const b = baseOf(m);
  const kind = kindOf(m.kind);
  const height: f32 = kind != null ? kind.height : <f32>L.BODY_HEIGHT_M;
  chestX = metresX(<f32>baseX(b, mirrorTick));
  chestZ = metresZ(<f32>baseZ(b, mirrorTick));
  chestY = metresAbove(chestX, <f32>baseY(b, mirrorTick), chestZ) + height * 0.6;
}
let chestX: f32 = 0;
let chestY: f32 = 0;
let chestZ: f32 = 0;

/** Where an outcome takes place that did not say so: at the struck body, or else at the acting one. */
function placeAtBody(o: Outcome, a: i32, b: i32): void {
  const slot = standsAtB(o.type) ? b : a;
  if (slot < 0) return;
  findChest(slot);
  o.x = chestX;
  o.y = chestY;
  o.z = chestZ;
}

/** A use on somebody ends at him. */
function endAtBody(o: Outcome, b: i32): void {
  findChest(b);
  o.x2 = chestX;
  o.y2 = chestY;
  o.z2 = chestZ;
}

/** Reads a block's outcomes into the list that the host reads (outcomes.ts). */
export function readOutcomes(): void {
  while (unread()) {
    const first = get8();
    if (first == 0) return;
    readOutcome(first);
  }
  refuse();
}

function readOutcome(first: i32): void {
  const type = first & 31;
  const second = get8();
  const near = second & FURTHER;
  const ability = near == FURTHER ? get8() : near;
  const a = getBody();
  const namesB = (second & HAS_B) != 0 && namesBodyInB(type);
  const b = namesB ? getBody() : -1;
  const number = (second & HAS_B) != 0 && !namesB ? getVar() : idOf(b);
  const value = second & HAS_VALUE ? getSigned() : 0;
  const bits = first & HAS_BITS ? getVar() : 0;
  const o = tell(type, idOf(a), number, ability, value);
  o.flags = <u16>bits;
  if (first & HAS_PLACE) {
    o.x = metresX(<f32>get16());
    o.y = metresY(<f32><i16>get16());
    o.z = metresZ(<f32>get16());
  } else {
    placeAtBody(o, a, b);
  }
  if (type == L.OUT_USED && b >= 0) endAtBody(o, b);
  if ((first & HAS_PLACE_2) == 0) return;
  if (type == L.OUT_PROJECTILE) {
    o.x2 = metresY(<f32><i16>get16());
    o.y2 = metresY(<f32><i16>get16());
    o.z2 = metresY(<f32><i16>get16());
  } else {
    o.x2 = metresX(<f32>get16());
    o.y2 = metresY(<f32><i16>get16());
    o.z2 = metresZ(<f32>get16());
  }
}
