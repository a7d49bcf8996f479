// What a neighbour is told over the border: the bodies that can be seen from there, and what happened. In: the state after a step. Out: bytes
// at FRAME, which borderin.ts reads on the other side.
// A frame: u16 LAYOUT_VERSION, u16 bodies | SOME_ONLY, u16 passed on, u16 outcomes; then BODY_BYTES, u32 ids, OUTCOME_BYTES of each.
// Every fourth tick's names all bodies that can be seen. In between, some only: what is farther off nobody's screen over there is told of
// more often than every second tick, or every fourth.
import * as L from './layout';
import {
  bodyClass, bodyId, bodyKind, company, flags, FRAME, gear, ghostNews, hp, hpMax, level, look, MOST_BORDERS, NEAR, posX, posY, posZ, realClass, team,
  TOLD_BORDER_BYTES, TOLD_BORDERS, velX, velY, velZ, yaw,
} from './memory';
import { isHostOnly, Outcome, outcomeAt, outcomeCount, phases } from './outcomes';
import { clampf, isFinite32, PI } from './numbers';
import { head, isGhost } from './world';
import { bestPower } from './effects';
import { EXPECTED } from './ghosts';
import { I32s, U32s } from './columns';

@unmanaged @final
export class Told {
  id: u32;
  x: f32; y: f32; z: f32;
  vx: i16; vy: i16; vz: i16; // cm/s
  yaw: i16; // 1/32768 of pi
  flags: u16;
  hp: u16; hpMax: u16;
  power: u16; // its best: what its effects do to ours hangs on it
  cls: u8; kind: u8; level: u8; team: u8;
  look: u32; gear: u32;
  company: u32;
}
export const BODY_BYTES: usize = 48;
export const HEAD_BYTES: usize = 8;
/** Of a count of bodies: there are others, of whom nothing is said this time. */
export const SOME_ONLY: u32 = 0x8000;
const ALL_TICKS: u32 = 4;
const HALF_TICKS: u32 = 2;
/** So many outcomes find room in any crowd; and so many bodies on their way elsewhere. */
const MOST_OUTCOMES = 400;
const MOST_PASSED = 256;
/** The ring of outcomes (outcomes.ts) goes back so far. */
const MOST_TICKS_BACK: u32 = 7;

// The rectangle that is told, and how far from it things matter.
let west: f32 = 0;
let north: f32 = 0;
let east: f32 = 0;
let south: f32 = 0;
let reach: f32 = 0;

/** Metres from a point to the rectangle; -1: farther than `reach`. */
function distance(x: f32, z: f32): f32 {
  const dx = Mathf.max(Mathf.max(west - x, x - east), 0);
  const dz = Mathf.max(Mathf.max(north - z, z - south), 0);
  if (dx > reach || dz > reach) return -1;
  const d = Mathf.sqrt(dx * dx + dz * dz);
  return d <= reach ? d : -1;
}

/** So far from the rectangle bodies are told of at `tick`, metres: a screen on its other side is at least as far away (RING_* of layout.ts). */
function toldWithin(tick: u32): f32 {
  return tick % ALL_TICKS == 0 ? reach : Mathf.min(reach, tick % HALF_TICKS == 0 ? <f32>L.RING_2_M : <f32>L.RING_1_M);
}

// Bodies to be told of: slot | metres << 16; and how many there are at each metre.
const found = changetype<U32s>(NEAR);
const MOST_METRES = 255;
const perMetre = changetype<I32s>(memory.data((MOST_METRES + 1) << 2));

function findBodies(within: f32): i32 {
  memory.fill(changetype<usize>(perMetre), 0, (MOST_METRES + 1) << 2);
  let n = 0;
  for (let s = 0, used = head.slotsUsed; s < used; s++) {
    if (realClass[s] == L.CLASS_NONE) continue;
    const d = distance(posX[s], posZ[s]);
    if (d < 0 || d > within) continue;
    const metres = min(<i32>d, MOST_METRES);
    perMetre[metres] = perMetre[metres] + 1;
    found[n++] = <u32>s | (<u32>metres << 16);
  }
  return n;
}

/** The state as a neighbour needs it (see index.ts). Returns how many bytes stand at FRAME. */
export function writeBorder(toWest: f32, toNorth: f32, toEast: f32, toSouth: f32, reach_m: f32): i32 {
  if (!isFinite32(toWest + toNorth + toEast + toSouth + reach_m)) return 0;
  west = toWest;
  north = toNorth;
  east = toEast;
  south = toSouth;
  reach = reach_m;
  const fromTick = firstUntold();
  const outcomes = min(countOutcomes(fromTick), MOST_OUTCOMES);
  const passed = countPassed();
  const within = toldWithin(head.tick);
  const bodies = findBodies(within);
  const room = <i32>((<usize>L.MAX_FRAME_BYTES - HEAD_BYTES - <usize>outcomes * L.OUTCOME_BYTES - <usize>passed * 4) / BODY_BYTES);
  if (bodies > room) phases[L.PHASE_DROPPED] = phases[L.PHASE_DROPPED] + <f32>(bodies - room);
  let at = writeBodies(FRAME + HEAD_BYTES, bodies, room);
  const told = <i32>((at - FRAME - HEAD_BYTES) / BODY_BYTES);
  at = writePassed(at, passed);
  at = writeOutcomes(at, fromTick, outcomes);
  store<u16>(FRAME, L.LAYOUT_VERSION);
  store<u16>(FRAME, <u16>(within < reach ? told | SOME_ONLY : told), 2);
  store<u16>(FRAME, <u16>passed, 4);
  store<u16>(FRAME, <u16>outcomes, 6);
  return <i32>(at - FRAME);
}

/** The nearest bodies that find room, in the order of slots. */
function writeBodies(to: usize, n: i32, room: i32): usize {
  // Nearer than `edge` all find room, at `edge` so many.
  let edge = 0;
  let left = room;
  while (edge <= MOST_METRES && perMetre[edge] <= left) left -= perMetre[edge++];
  for (let i = 0; i < n; i++) {
    const metres = <i32>(found[i] >> 16);
    if (metres > edge || (metres == edge && left-- <= 0)) continue;
    writeBody(<i32>(found[i] & 0xffff), changetype<Told>(to));
    to += BODY_BYTES;
  }
  return to;
}

@inline
function cmS(mps: f32): i16 {
  return <i16>clampf(mps * 100, -32000, 32000);
}

function writeBody(s: i32, t: Told): void {
  t.id = bodyId[s];
  t.x = posX[s];
  t.y = posY[s];
  t.z = posZ[s];
  t.vx = cmS(velX[s]);
  t.vy = cmS(velY[s]);
  t.vz = cmS(velZ[s]);
  t.yaw = <i16>clampf(yaw[s] * (32768.0 / PI), -32768, 32767);
  t.flags = <u16>flags[s];
  // Of a giant the neighbours are told the share that is left.
  const giant = hpMax[s] > 65535;
  t.hp = giant ? <u16>(<i64>max(hp[s], 0) * 65535 / hpMax[s]) : <u16>max(hp[s], 0);
  t.hpMax = <u16>min(hpMax[s], 65535);
  t.power = <u16>bestPower(s);
  t.cls = <u8>bodyClass[s];
  t.kind = <u8>bodyKind[s];
  t.level = <u8>level[s];
  t.team = <u8>team[s];
  t.look = look[s];
  t.gear = gear[s];
  t.company = company[s];
}

/** Bodies that went on to another region: nobody shall take them for gone before it tells of them. */
@inline
function isPassed(s: i32): bool {
  return bodyId[s] != 0 && isGhost(s) && ghostNews[s] == EXPECTED && distance(posX[s], posZ[s]) >= 0;
}

function countPassed(): i32 {
  if (head.ghosts == 0) return 0;
  let n = 0;
  for (let s = 0, used = head.slotsUsed; s < used; s++) if (isPassed(s)) n++;
  return min(n, MOST_PASSED);
}

function writePassed(to: usize, n: i32): usize {
  for (let s = 0; n > 0; s++) {
    if (!isPassed(s)) continue;
    store<u32>(to, bodyId[s]);
    to += 4;
    n--;
  }
  return to;
}

// ---- outcomes since the last telling ----

/** Up to which tick the owner of a rectangle was told; kept for the last MOST_BORDERS of them. */
@unmanaged @final
class ToldBorder {
  west: f32; north: f32; east: f32; south: f32;
  tick: u32;
}

@inline
function toldBorder(i: i32): ToldBorder {
  return changetype<ToldBorder>(TOLD_BORDERS + <usize>i * TOLD_BORDER_BYTES);
}

export function clearBorders(): void {
  memory.fill(TOLD_BORDERS, 0, <usize>MOST_BORDERS * TOLD_BORDER_BYTES);
}

/** The first tick whose outcomes the rectangle's owner has not been told; with it he is. */
function firstUntold(): u32 {
  let b = toldBorder(0);
  for (let i = 0; i < MOST_BORDERS; i++) {
    const other = toldBorder(i);
    if (other.west == west && other.north == north && other.east == east && other.south == south) {
      b = other;
      break;
    }
    if (other.tick < b.tick) b = other;
  }
  const isKnown = b.tick != 0 && b.west == west && b.north == north && b.east == east && b.south == south;
  const first = isKnown ? b.tick + 1 : head.tick;
  b.west = west;
  b.north = north;
  b.east = east;
  b.south = south;
  b.tick = head.tick;
  return head.tick - min<u32>(head.tick + 1 - first, MOST_TICKS_BACK) + 1;
}

@inline
function isTold(o: Outcome): bool {
  return !isHostOnly(o.type) && distance(o.x, o.z) >= 0;
}

function countOutcomes(fromTick: u32): i32 {
  let count = 0;
  for (let tick = fromTick; <i32>(head.tick - tick) >= 0; tick++) {
    for (let i = 0, n = outcomeCount(tick); i < n; i++) if (isTold(outcomeAt(tick, i))) count++;
  }
  if (count > MOST_OUTCOMES) phases[L.PHASE_DROPPED] = phases[L.PHASE_DROPPED] + <f32>(count - MOST_OUTCOMES);
  return count;
}

function writeOutcomes(to: usize, fromTick: u32, left: i32): usize {
  for (let tick = fromTick; <i32>(head.tick - tick) >= 0; tick++) {
    for (let i = 0, n = outcomeCount(tick); i < n && left > 0; i++) {
      const o = outcomeAt(tick, i);
      if (!isTold(o)) continue;
      memory.copy(to, changetype<usize>(o), L.OUTCOME_BYTES);
      to += L.OUTCOME_BYTES;
      left--;
    }
  }
  return to;
}
