// Outcomes off the wire: what tellings.ts wrote, with what went without saying filled in from the mirrored bodies.
// In: bytes from the network, of any content. Out: outcome records.
import * as L from './layout';
import { HAS_B, HAS_BITS, HAS_PLACE, HAS_PLACE_2, HAS_VALUE, namesBodyInB } from './tellings';
import { baseX, baseY, baseZ, metresX, metresY, metresZ } from './bases';
import { get16, get8, getSigned, getVar, refuse, unread } from './wire';
import { baseOf, mirrored, mirrorTick } from './mirror';
import { Outcome, tell } from './outcomes';
import { kindOf } from './content';

function getBody(): u32 {
  const slot = <i32>getVar() - 1;
  if (slot >= L.MAX_ENTITIES) refuse();
  return slot >= 0 && slot < L.MAX_ENTITIES ? mirrored(slot).id : 0;
}

/** Puts the chest of a mirrored body into chestX, chestY, chestZ. */
function findChest(id: u32): void {
  const m = mirrored(<i32>(id & L.SLOT_MASK));
  const b = baseOf(m);
  const kind = kindOf(m.kind);
  const height: f32 = kind != null ? kind.height : <f32>L.BODY_HEIGHT_M;
  chestX = metresX(<f32>baseX(b, mirrorTick));
  chestY = metresY(<f32>baseY(b, mirrorTick)) + height * 0.6;
  chestZ = metresZ(<f32>baseZ(b, mirrorTick));
}
let chestX: f32 = 0;
let chestY: f32 = 0;
let chestZ: f32 = 0;

/** Where an outcome takes place that did not say so: at the struck body, or else at the acting one; a use on somebody ends at him. */
function placeAtBody(o: Outcome): void {
  const type = <i32>o.type;
  const onB = type == L.OUT_HIT || type == L.OUT_HEAL || type == L.OUT_MISS || type == L.OUT_EFFECT;
  const id = onB ? o.b : o.a;
  if (id != 0) {
    findChest(id);
    o.x = chestX;
    o.y = chestY;
    o.z = chestZ;
  }
  if (type != L.OUT_USED || o.b == 0) return;
  findChest(o.b);
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
  const a = getBody();
  const b = second & HAS_B ? (namesBodyInB(type) ? getBody() : getVar()) : 0;
  const value = second & HAS_VALUE ? getSigned() : 0;
  const bits = first & HAS_BITS ? getVar() : 0;
  const o = tell(type, a, b, second & 63, value);
  o.flags = <u16>bits;
  if (first & HAS_PLACE) {
    o.x = metresX(<f32>get16());
    o.y = metresY(<f32><i16>get16());
    o.z = metresZ(<f32>get16());
  } else {
    placeAtBody(o);
  }
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
