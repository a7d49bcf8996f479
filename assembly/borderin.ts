// What a neighbour tells over the border (borderout.ts): its bodies stand here as ghosts, its outcomes are shown to screens and to nobody else.
// In: bytes from outside, of any content. Out: ghosts made, moved, changed, gone; or a refusal, and then nothing has changed.
import * as L from './layout';
import {
  BUFFER, bodyClass, bodyKind, company, flags, gear, ghostNews, height, hp, hpMax, level, look, looksTick, placedTick, posX, posY, posZ, radius, spirit, team,
  velX, velY, velZ, yaw,
} from './memory';
import { dropUnlisted, EXPECTED, hear, peerOf, takeGhost, unlist } from './ghosts';
import { isHostOnly, Outcome, phases, tellFar } from './outcomes';
import { BODY_BYTES, HEAD_BYTES, SOME_ONLY, Told } from './borderout';
import { withinX, withinZ } from './edges';
import { head, isGhost } from './world';
import { spoilGrid } from './grid';
import { kindOf } from './content';
import { slotOf } from './ids';
import { PI } from './numbers';

/** A leap is nothing to be rewound through, metres squared. */
const LEAP_2: f32 = 36;
/** Less far than this it is still found by the grid (grid.ts), metres squared. */
const STIR_2: f32 = 0.25;
/** Beyond any place of the world. */
const FAR_M: f32 = 10000;

/** Takes a neighbour's frame from the scratch area. Returns 0, or the offset of the first bad byte + 1: then nothing has changed. */
export function readBorder(bytes: u32, peer: i32): u32 {
  if (bytes < <u32>HEAD_BYTES || bytes > <u32>L.MAX_FRAME_BYTES || peer < 0 || peer > 127) return 1;
  if (load<u16>(BUFFER) != L.LAYOUT_VERSION) return 1;
  const told = <u32>load<u16>(BUFFER, 2);
  const someOnly = (told & SOME_ONLY) != 0;
  const bodies = <usize>(told & ~SOME_ONLY);
  const passed = <usize>load<u16>(BUFFER, 4);
  const outcomes = <usize>load<u16>(BUFFER, 6);
  const ids = BUFFER + HEAD_BYTES + bodies * BODY_BYTES;
  const happened = ids + passed * 4;
  const end = happened + outcomes * L.OUTCOME_BYTES;
  if (end != BUFFER + bytes) return 3;
  for (let at = BUFFER + HEAD_BYTES; at < ids; at += BODY_BYTES) if (!isSound(changetype<Told>(at))) return <u32>(at - BUFFER) + 1;
  for (let at = happened; at < end; at += L.OUTCOME_BYTES) if (!isSoundOutcome(changetype<Outcome>(at))) return <u32>(at - BUFFER) + 1;
  if (!someOnly) unlist(peer);
  for (let at = BUFFER + HEAD_BYTES; at < ids; at += BODY_BYTES) readBody(changetype<Told>(at), peer);
  for (let at = ids; at < happened; at += 4) expect(load<u32>(at), peer);
  if (!someOnly) dropUnlisted(peer);
  for (let at = happened; at < end; at += L.OUTCOME_BYTES) if (isHere(changetype<Outcome>(at).x, changetype<Outcome>(at).z)) tellFar(at);
  return 0;
}

@inline
function isNear(metres: f32): bool {
  return Mathf.abs(metres) < FAR_M; // false for what is no number
}

function isSound(t: Told): bool {
  if (t.id == 0 || t.id > 0x7fffffff || <i32>t.cls < L.CLASS_PLAYER || <i32>t.cls > L.CLASS_VILLAGER) return false;
  if (t.kind != 0 && (t.cls == L.CLASS_PLAYER || kindOf(t.kind) == null)) return false;
  return isNear(t.x) && isNear(t.y) && isNear(t.z) && t.hpMax > 0 && t.level > 0;
}

function isSoundOutcome(o: Outcome): bool {
  if (o.type == 0 || <i32>o.type > L.OUT_EMOTE || isHostOnly(o.type)) return false;
  return isNear(o.x) && isNear(o.y) && isNear(o.z) && isNear(o.x2) && isNear(o.y2) && isNear(o.z2);
}

/** Whether this core has ground there. */
@inline
function isHere(x: f32, z: f32): bool {
  return withinX(x) == x && withinZ(z) == z;
}

/** A ghost is made, moved, changed; of our own bodies nobody else tells us anything. */
function readBody(t: Told, peer: i32): void {
  if (!isHere(t.x, t.z)) return;
  let s = slotOf(t.id);
  if (s >= 0 && !isGhost(s)) return;
  const isNew = s < 0;
  if (isNew) s = takeGhost(t.id, t.cls);
  if (s < 0) {
    phases[L.PHASE_DROPPED] = phases[L.PHASE_DROPPED] + 1;
    return;
  }
  hear(s, peer);
  const dx = t.x - posX[s];
  const dz = t.z - posZ[s];
  const moved_2 = dx * dx + dz * dz;
  if (isNew || moved_2 > LEAP_2) placedTick[s] = head.tick + 1;
  if (isNew || moved_2 > STIR_2) spoilGrid();
  posX[s] = t.x;
  posY[s] = t.y;
  posZ[s] = t.z;
  velX[s] = <f32>t.vx * 0.01;
  velY[s] = <f32>t.vy * 0.01;
  velZ[s] = <f32>t.vz * 0.01;
  yaw[s] = <f32>t.yaw * (PI / 32768);
  flags[s] = t.flags;
  hpMax[s] = t.hpMax;
  hp[s] = min(<i32>t.hp, <i32>t.hpMax);
  spirit[s] = t.power;
  bodyClass[s] = t.cls;
  company[s] = t.company;
  if (isNew || bodyKind[s] != <i32>t.kind) readKind(s, t.kind);
  if (isNew || look[s] != t.look || gear[s] != t.gear || level[s] != <i32>t.level || team[s] != <i32>t.team) readLooks(s, t);
}

function readKind(s: i32, kind: i32): void {
  const k = kindOf(kind);
  bodyKind[s] = kind;
  radius[s] = k != null ? k.radius : <f32>L.BODY_RADIUS_M;
  height[s] = k != null ? k.height : <f32>L.BODY_HEIGHT_M;
}

function readLooks(s: i32, t: Told): void {
  look[s] = t.look;
  gear[s] = t.gear;
  level[s] = t.level;
  team[s] = t.team;
  looksTick[s] = head.tick + 1;
}

/** The neighbour passed one of his on: we shall hear of it from somebody else. */
function expect(id: u32, peer: i32): void {
  const s = slotOf(id);
  if (s >= 0 && isGhost(s) && peerOf(s) == peer) ghostNews[s] = EXPECTED;
}
