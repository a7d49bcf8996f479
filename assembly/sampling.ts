// What the screen shows: every mirrored body placed for one instant, between two samples or a little beyond the last. In: an instant in
// ticks. Out: VIEW records at VIEWS.
import * as L from './layout';
import { mirrorSlots, VIEWS } from './memory';
import { inSight, Mirrored, mirrored, mirrorTick, Sample, sampleAt } from './mirror';
import { WAY_TICKS, metresAbove, metresX, metresZ, radiansYaw } from './bases';
import { clampf, wrapAngle } from './numbers';

@unmanaged @final
class View {
  id: u32;
  x: f32; y: f32; z: f32; yaw: f32; speed: f32; vy: f32;
  flags: u16; cls: u8; kind: u8; level: u8; team: u8; hp: u8; spare: u8;
  look: u32; gear: u32;
  age: u16; spare2: u16;
}

/** Bodies go on by themselves this long after the last snapshot, then stand. */
const MOST_EXTRAPOLATED_TICKS: f32 = 3;
const PER_SECOND: f32 = <f32>L.TICKS_PER_SECOND;

// Place and way of the body at hand, in wire units and per tick.
let px: f32 = 0;
let py: f32 = 0;
let pz: f32 = 0;
let turn: f32 = 0;
let wayX: f32 = 0;
let wayY: f32 = 0;
let wayZ: f32 = 0;

function stand(s: Sample): void {
  px = <f32>s.x;
  py = <f32>s.y;
  pz = <f32>s.z;
  turn = <f32>s.yaw;
  wayX = 0;
  wayY = 0;
  wayZ = 0;
}

/** Between two samples; `late` ticks after the first. */
function between(a: Sample, b: Sample, late: f32): void {
  const span = <f32>(b.tick - a.tick);
  const t = span > 0 ? clampf(late / span, 0, 1) : 1;
  wayX = (<f32>b.x - <f32>a.x) / span;
  wayY = (<f32>b.y - <f32>a.y) / span;
  wayZ = (<f32>b.z - <f32>a.z) / span;
  px = <f32>a.x + wayX * span * t;
  py = <f32>a.y + wayY * span * t;
  pz = <f32>a.z + wayZ * span * t;
  turn = <f32>a.yaw + <f32><i8>(<i32>b.yaw - <i32>a.yaw) * t;
}

/** After the newest sample the body keeps the way that sender and receiver take for granted. */
function beyond(m: Mirrored, newest: Sample, late: f32): void {
  stand(newest);
  wayX = <f32>m.vx / <f32>WAY_TICKS;
  wayY = <f32>m.vy / <f32>WAY_TICKS;
  wayZ = <f32>m.vz / <f32>WAY_TICKS;
  px += wayX * late;
  py += wayY * late;
  pz += wayZ * late;
}

/** `late`: ticks between the newest snapshot and the instant, negative before it. */
function placeFor(slot: i32, m: Mirrored, late: f32): void {
  let after = sampleAt(slot, m, 0);
  let sinceAfter = late + <f32><i32>(mirrorTick - after.tick);
  if (sinceAfter >= 0) return beyond(m, after, sinceAfter);
  for (let back: u32 = 1; back < m.samples; back++) {
    const before = sampleAt(slot, m, back);
    const sinceBefore = late + <f32><i32>(mirrorTick - before.tick);
    if (sinceBefore >= 0) {
      if (after.leap) return stand(before);
      return between(before, after, sinceBefore);
    }
    after = before;
    sinceAfter = sinceBefore;
  }
  stand(after);
}

/** Places everybody for the instant viewTick + fraction. Returns how many views stand at VIEWS. */
export function mirrorSample(viewTick: u32, fraction: f32): i32 {
  let late = <f32><i32>(viewTick - mirrorTick) + clampf(fraction, 0, 1);
  late = late > MOST_EXTRAPOLATED_TICKS ? MOST_EXTRAPOLATED_TICKS : late > -1000 ? late : -1000;
  for (let i = 0; i < inSight; i++) {
    const slot = mirrorSlots[i];
    const m = mirrored(slot);
    placeFor(slot, m, late);
    const v = changetype<View>(VIEWS + <usize>i * L.VIEW_BYTES);
    v.id = m.id;
    v.x = metresX(px);
    v.y = metresAbove(v.x, py, v.z);
    v.z = metresZ(pz);
    v.yaw = wrapAngle(radiansYaw(turn));
    v.speed = Mathf.sqrt(wayX * wayX + wayZ * wayZ) * (PER_SECOND / <f32>L.POSITION_SCALE);
    v.vy = wayY * (PER_SECOND / <f32>L.POSITION_SCALE);
    v.flags = m.flags;
    v.cls = m.cls;
    v.kind = m.kind;
    v.level = m.level;
    v.team = m.team;
    v.hp = m.hp;
    v.look = m.look;
    v.gear = m.gear;
    v.age = <u16>min<u32>(mirrorTick - m.saidTick, 65535);
  }
  return inSight;
}
