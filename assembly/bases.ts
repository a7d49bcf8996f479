// What both ends of a snapshot know of a body, in the units of the wire, and how both go on from it: a body is taken to keep its way, and
// only what departs from that is sent. Sender and receiver run these same lines (dead reckoning, as in IEEE 1278.1 DIS, on whole numbers).
import * as L from './layout';
import { groundAt } from './terrain';
import { head } from './world';

/** One body as last told. x and z in 1/64 m from the margin's north-west corner (16 bits: 832 m), y above the ground there, which both ends know. */
@unmanaged @final
export class Base {
  tick: u32;
  x: u16; z: u16;
  y: i16;
  vx: i16; vy: i16; vz: i16; // 1/64 m per WAY_TICKS: fine enough that a steady runner needs no correction for seconds
  yaw: u8; // 256 to the turn
  hp: u8; // 255: full
  flags: u16;
  since: u32; // the key tick at which its way was last told anew
}

/** A body may be this far from where it is taken to be before anything is sent: 5 cm, 9 cm up and down, 6 degrees. */
export const TOLERANCE = 3;
export const TOLERANCE_Y = 6;
/** The same between key ticks for who is told every second tick at most: small slips wait for the key tick, where they mend the way. */
export const TOLERANCE_BETWEEN = 8;
export const TOLERANCE_YAW = 4;
/** At key ticks all are told the same, within that tolerance; then the receivers of all cadences know the same and may change from one to another. */
export const KEY_TICKS = 4;
const WAY_SHIFT = 6;
export const WAY_TICKS = 1 << WAY_SHIFT;
/** A faster way than this is none: 20 m/s. */
const MOST_WAY = 4096;
/** A slip of more than this since the last key tick (19 cm) is a turn. */
const MOST_SLIP = 12;

@inline
export function isKey(tick: u32): bool {
  return (tick & (KEY_TICKS - 1)) == 0;
}

/** The last key tick before a tick. */
@inline
export function keyBefore(tick: u32): u32 {
  return (tick - 1) & ~(KEY_TICKS - 1);
}

/** How far a way leads in so many ticks. */
@inline
function onward(way: i16, ticks: u32): i32 {
  return (<i32>way * <i32>ticks) >> WAY_SHIFT;
}

@inline
export function baseX(b: Base, tick: u32): i32 {
  return (<i32>b.x + onward(b.vx, tick - b.tick)) & 0xffff;
}
@inline
export function baseZ(b: Base, tick: u32): i32 {
  return (<i32>b.z + onward(b.vz, tick - b.tick)) & 0xffff;
}
@inline
export function baseY(b: Base, tick: u32): i32 {
  return <i32><i16>(<i32>b.y + onward(b.vy, tick - b.tick));
}

/** Takes a place `ticks` after the one that was taken for granted then; a leap leaves no way to keep. */
export function moveBase(b: Base, tick: u32, ticks: i32, x: i32, y: i32, z: i32): void {
  const fromX = baseX(b, tick - ticks);
  const fromY = baseY(b, tick - ticks);
  const fromZ = baseZ(b, tick - ticks);
  setWay(b, (x - fromX) * WAY_TICKS / ticks, (y - fromY) * WAY_TICKS / ticks, (z - fromZ) * WAY_TICKS / ticks);
  b.x = <u16>x;
  b.y = <i16>y;
  b.z = <u16>z;
  b.tick = tick;
}

/** Rounds of key ticks since the way was last told anew; more than this count as so many. */
const MOST_AGE: u32 = 63;

@inline
export function ageOf(b: Base, tick: u32): u32 {
  return min((tick - b.since) / KEY_TICKS, MOST_AGE);
}

/** Whether refineBase would take a body that now makes such steps to be too far off by the next key tick. */
export function isTurn(b: Base, tick: u32, x: i32, z: i32, stepX: i32, stepZ: i32): bool {
  const dx = <i32><i16>(x - baseX(b, tick));
  const dz = <i32><i16>(z - baseZ(b, tick));
  if (abs(dx) <= MOST_SLIP && abs(dz) <= MOST_SLIP) return false;
  const wentX = <i32><i16>(x - <i32>b.x);
  const wentZ = <i32><i16>(z - <i32>b.z);
  return abs(stepX * KEY_TICKS - wentX) > TOLERANCE || abs(stepZ * KEY_TICKS - wentZ) > TOLERANCE;
}

/**
 * At a key tick: goes on from the last key tick's base to where the body is told to be now. A small slip mends the way by what it came to
 * since the way was last told; a big one was a turn, and the way is that of the last ticks.
 */
export function refineBase(b: Base, tick: u32, x: i32, y: i32, z: i32): void {
  const dx = <i32><i16>(x - baseX(b, tick));
  const dy = <i32><i16>(y - baseY(b, tick));
  const dz = <i32><i16>(z - baseZ(b, tick));
  if ((dx | dy | dz) != 0) {
    const ticks = <i32>ageOf(b, tick) * KEY_TICKS;
    if (abs(dx) <= MOST_SLIP && abs(dy) <= MOST_SLIP && abs(dz) <= MOST_SLIP && ticks > 0) {
      setWay(b, <i32>b.vx + dx * WAY_TICKS / ticks, <i32>b.vy + dy * WAY_TICKS / ticks, <i32>b.vz + dz * WAY_TICKS / ticks);
    } else {
      const share = WAY_TICKS / KEY_TICKS;
      setWay(b, <i32><i16>(x - <i32>b.x) * share, <i32><i16>(y - <i32>b.y) * share, <i32><i16>(z - <i32>b.z) * share);
    }
    b.since = tick;
  }
  b.x = <u16>x;
  b.y = <i16>y;
  b.z = <u16>z;
  b.tick = tick;
}

/** Sets the way in units per WAY_TICKS; a leap is no way. */
export function setWay(b: Base, vx: i32, vy: i32, vz: i32): void {
  if (abs(vx) > MOST_WAY || abs(vy) > MOST_WAY || abs(vz) > MOST_WAY) {
    vx = 0;
    vy = 0;
    vz = 0;
  }
  b.vx = <i16>vx;
  b.vy = <i16>vy;
  b.vz = <i16>vz;
}

// ---- units ----

const SCALE: f32 = <f32>L.POSITION_SCALE;
const UNIT: f32 = 1.0 / SCALE;
const MARGIN: f32 = <f32>L.REGION_MARGIN_M;

/** What flies out of the margin ends, on the wire, at its edge. */
@inline
export function wireX(metres: f32): i32 {
  return min(max(<i32>Mathf.floor((metres - head.originX + MARGIN) * SCALE + 0.5), 0), 0xffff);
}
@inline
export function wireZ(metres: f32): i32 {
  return min(max(<i32>Mathf.floor((metres - head.originZ + MARGIN) * SCALE + 0.5), 0), 0xffff);
}
@inline
export function wireY(metres: f32): i32 {
  return min(max(<i32>Mathf.floor(metres * SCALE + 0.5), -32768), 32767);
}
/** How high a body is above the ground: who walks, over whatever hills, needs no word about it. */
@inline
export function wireAbove(x: f32, y: f32, z: f32): i32 {
  return wireY(y - groundAt(x, z));
}
@inline
export function wireYaw(radians: f32): i32 {
  return <i32>Mathf.floor(radians * (256.0 / 6.2831853) + 0.5) & 255;
}
@inline
export function metresX(units: f32): f32 {
  return units * UNIT + head.originX - MARGIN;
}
@inline
export function metresZ(units: f32): f32 {
  return units * UNIT + head.originZ - MARGIN;
}
@inline
export function metresY(units: f32): f32 {
  return units * UNIT;
}
/** The same back: `x` and `z` in metres. */
@inline
export function metresAbove(x: f32, units: f32, z: f32): f32 {
  return units * UNIT + groundAt(x, z);
}
@inline
export function radiansYaw(units: f32): f32 {
  return units * (6.2831853 / 256.0);
}

// ---- cells ----

export const CELL_SIDE: i32 = (L.REGION_SIZE_M + 2 * L.REGION_MARGIN_M) / L.CELL_SIZE_M;
export const CELLS: i32 = CELL_SIDE * CELL_SIDE;
export const NO_CELL: i32 = 0xffff;
const CELL_SHIFT: i32 = 11; // 32 m in 1/64 m
export const CELL_UNITS: i32 = 1 << CELL_SHIFT;

/** Whether two cells touch. */
@inline
export function isNextDoor(a: i32, b: i32): bool {
  return abs(a % CELL_SIDE - b % CELL_SIDE) <= 1 && abs(a / CELL_SIDE - b / CELL_SIDE) <= 1;
}

const CELL_HOLD: i32 = L.CELL_HOLD_M * L.POSITION_SCALE;

/** Whether a place still counts for a cell that a body is in. */
@inline
export function holds(cell: i32, x: i32, z: i32): bool {
  const east = x - ((cell % CELL_SIDE) << CELL_SHIFT) + CELL_HOLD;
  const south = z - ((cell / CELL_SIDE) << CELL_SHIFT) + CELL_HOLD;
  return <u32>east < <u32>(CELL_UNITS + 2 * CELL_HOLD) && <u32>south < <u32>(CELL_UNITS + 2 * CELL_HOLD);
}

@inline
export function cellOf(x: i32, z: i32): i32 {
  return min(z >> CELL_SHIFT, CELL_SIDE - 1) * CELL_SIDE + min(x >> CELL_SHIFT, CELL_SIDE - 1);
}
