// Interest, second half: the bytes of one cell for one cadence, encoded once and shared by everybody who sees the cell at that cadence.
// A block: u16 cell | form << 12, u8 sections present, then leavers, records and outcomes, each list ended by a 0. mirror.ts reads it.
import * as L from './layout';
import {
  bodyClass, bodyId, bodyKind, BASES_1, BASES_2, BASES_KEY, cellSince, cellSlots, cellStarts, flags, gear, hp, hpMax, leaverHeads, leaverIds, leaverNext,
  leaverSlots, level, look, looksTick, nowX, nowY, nowZ, bodyCell, team, wasX, wasY, wasZ, yaw,
} from './memory';
import {
  ageOf, Base, BASE_BYTES, baseX, baseY, baseZ, isKey, KEY_TICKS, moveBase, NO_CELL, refineBase, setWay, TOLERANCE, TOLERANCE_BETWEEN,
  TOLERANCE_Y, TOLERANCE_YAW, WAY_TICKS, wireYaw,
} from './bases';
import { listOf, NOBODY } from './cells';
import { writeOutcomes } from './tellings';
import { out, put16, put32, put8, putVar, unwrite } from './wire';
import { phases } from './outcomes';
import { head } from './world';

// Forms of a block: what follows holds for one tick, two, four, is the whole cell, or: forget the cell.
export const FORM_FULL = 3;
export const FORM_FORGET = 4;
export const FORM_SHIFT = 12;
// Sections of a block.
export const HAS_LEAVERS = 1;
export const HAS_RECORDS = 2;
export const HAS_OUTCOMES = 4;
// A record's mask: two bits for how x and z follow, two for y, then what else.
export const XZ_NIBBLES = 1;
export const XZ_BYTES = 2;
export const XZ_WORDS = 3;
export const Y_BYTE = 4;
export const Y_WORD = 8;
export const HAS_YAW = 16;
export const HAS_FLAGS = 32;
export const HAS_HP = 64;
export const HAS_MORE = 128;
// The byte of more.
export const IS_ENTRY = 1;
export const HAS_LOOKS = 2;
export const HAS_RANK = 4;
export const HAS_WAY = 8;
/** The base of a slot for receivers of every tick (0), every second (1), every fourth (2). */
@inline
export function baseFor(cadence: i32, slot: i32): Base {
  const bases = cadence == 0 ? BASES_1 : cadence == 1 ? BASES_2 : BASES_KEY;
  return changetype<Base>(bases + <usize>slot * BASE_BYTES);
}

/** Health as everybody sees it: 0 dead, 1..255 alive. */
export function shownHp(slot: i32): i32 {
  if (hp[slot] <= 0) return 0;
  return max(1, hp[slot] * 255 / hpMax[slot]);
}

let written: i32 = 0;

/** The block of a cell for a cadence at `tick`; returns its length, 0 when there is nothing to tell. */
export function writeBlock(cell: i32, cadence: i32, tick: u32): i32 {
  const start = out;
  const ticks = 1 << cadence;
  put16(cell | (cadence << FORM_SHIFT));
  put8(0);
  let sections = 0;
  if (writeLeavers(cell, ticks, tick)) sections |= HAS_LEAVERS;
  if (writeRecords(cell, cadence, tick)) sections |= HAS_RECORDS;
  if (writeOutcomes(cell, ticks, tick)) sections |= HAS_OUTCOMES;
  if (sections == 0) {
    unwrite(start);
    return 0;
  }
  store<u8>(start + 2, <u8>sections);
  return <i32>(out - start);
}

/** The block of a whole cell, for those who have not seen it yet; only after the bases of a key tick are set. */
export function writeFullBlock(cell: i32, tick: u32): i32 {
  const start = out;
  put16(cell | (FORM_FULL << FORM_SHIFT));
  put8(HAS_RECORDS);
  let before = -1;
  for (let i = <i32>cellStarts[cell], end = <i32>cellStarts[cell + 1]; i < end; i++) {
    const slot = cellSlots[i];
    putVar(slot - before);
    before = slot;
    writeEntry(slot, baseFor(2, slot));
  }
  put8(0);
  return <i32>(out - start);
}

/** Who left the cell since the last block of this cadence, and which cell he is in now. */
function writeLeavers(cell: i32, ticks: i32, tick: u32): bool {
  let any = false;
  for (let age = 0; age < ticks; age++) {
    const turn = <i32>((tick - age) & 3) * L.MAX_ENTITIES;
    for (let n = leaverHeads[listOf(tick - age, cell)]; n != NOBODY; n = leaverNext[turn + n]) {
      const id = leaverIds[turn + n];
      const slot = <i32>leaverSlots[turn + n];
      const stillHere = bodyId[slot] == id;
      if (stillHere && bodyCell[slot] == cell) continue; // came back: his entry is among the records
      putVar(slot + 1);
      put16(stillHere ? bodyCell[slot] : NO_CELL);
      any = true;
    }
  }
  if (any) put8(0);
  return any;
}

function writeRecords(cell: i32, cadence: i32, tick: u32): bool {
  const ticks = 1 << cadence;
  const key = isKey(tick);
  const entriesSince = tick - ticks;
  let before = -1;
  for (let i = <i32>cellStarts[cell], end = <i32>cellStarts[cell + 1]; i < end; i++) {
    const slot = cellSlots[i];
    const base = baseFor(cadence, slot);
    if (<i32>(cellSince[slot] - entriesSince) > 0) {
      putVar(slot - before);
      enterBase(slot, base, tick);
      writeEntry(slot, base);
    } else if (!writeChange(slot, slot - before, base, tick, ticks, key)) continue;
    before = slot;
    written++;
  }
  if (before < 0) return false;
  put8(0);
  return true;
}

/** Starts a base anew from where the body is, going on as in this last tick. */
function enterBase(slot: i32, base: Base, tick: u32): void {
  fillBase(slot, base, tick);
  setWay(
    base, (nowX[slot] - wasX[slot]) * WAY_TICKS, (<i32><i16>nowY[slot] - <i32><i16>wasY[slot]) * WAY_TICKS, (nowZ[slot] - wasZ[slot]) * WAY_TICKS,
  );
}

/** Whether the body was in its cell at the last key tick: then every receiver can tell its way from both places. */
@inline
function isSettled(slot: i32, tick: u32): bool {
  return <i32>(cellSince[slot] - (tick - KEY_TICKS)) <= 0;
}

function fillBase(slot: i32, base: Base, tick: u32): void {
  base.tick = tick;
  base.since = tick;
  base.x = <u16>nowX[slot];
  base.y = <i16>nowY[slot];
  base.z = <u16>nowZ[slot];
  base.yaw = <u8>wireYaw(yaw[slot]);
  base.flags = <u16>flags[slot];
  base.hp = <u8>shownHp(slot);
}

/** Everything about a body. */
function writeEntry(slot: i32, base: Base): void {
  put8(HAS_MORE);
  const looks = look[slot] != 0 || gear[slot] != 0;
  put8(IS_ENTRY | (looks ? HAS_LOOKS : 0));
  put32(bodyId[slot]);
  put8(bodyClass[slot]);
  put8(bodyKind[slot]);
  writeRank(slot);
  if (looks) writeLooks(slot);
  put16(base.flags);
  put8(base.hp);
  put16(base.x);
  put16(base.y);
  put16(base.z);
  put8(base.yaw);
  writeWay(base);
  put8(ageOf(base, head.tick));
}

function writeWay(base: Base): void {
  put16(base.vx);
  put16(base.vy);
  put16(base.vz);
}

function writeRank(slot: i32): void {
  put8(level[slot]);
  put8(team[slot]);
}

function writeLooks(slot: i32): void {
  put32(look[slot]);
  put32(gear[slot]);
}

@inline
function isWithin(dx: i32, dy: i32, dz: i32, most: i32, mostY: i32): bool {
  return abs(dx) <= most && abs(dz) <= most && abs(dy) <= mostY;
}

@inline
function isByte(value: i32): bool {
  return value >= -128 && value <= 127;
}

// Of one body at a key tick: where all its receivers are to know it afterwards.
let toldX = 0;
let toldY = 0;
let toldZ = 0;

/**
 * Settles where a body is told to be at a key tick: where those who heard of it last take it to be, if that is near enough (then they need
 * not be told again), else where it is. Its bases must not have changed place in this tick.
 */
function settlePlace(slot: i32, tick: u32): void {
  if (isSettled(slot, tick)) {
    const key = baseFor(2, slot);
    const every = baseFor(0, slot);
    const second = baseFor(1, slot);
    const last = every.tick != key.tick ? every : second.tick != key.tick ? second : key;
    toldX = baseX(last, tick);
    toldY = baseY(last, tick);
    toldZ = baseZ(last, tick);
    const dx = <i32><i16>(nowX[slot] - toldX);
    const dz = <i32><i16>(nowZ[slot] - toldZ);
    const dy = <i32><i16>(<i32><i16>nowY[slot] - toldY);
    if (isWithin(dx, dy, dz, TOLERANCE, TOLERANCE_Y)) return;
  }
  toldX = nowX[slot];
  toldY = <i32><i16>nowY[slot];
  toldZ = nowZ[slot];
}

/** The same of where it faces. */
function settledYaw(slot: i32, tick: u32): i32 {
  const facing = wireYaw(yaw[slot]);
  if (!isSettled(slot, tick)) return facing;
  const known = <i32>baseFor(2, slot).yaw;
  const every = <i32>baseFor(0, slot).yaw;
  const second = <i32>baseFor(1, slot).yaw;
  const last = every != known ? every : second != known ? second : known;
  return abs(<i32><i8>(facing - last)) <= TOLERANCE_YAW ? last : facing;
}

/** What of a body departs from what the receivers take for granted; false when nothing does. */
function writeChange(slot: i32, gap: i32, base: Base, tick: u32, ticks: i32, key: bool): bool {
  if (key) settlePlace(slot, tick);
  // Differences modulo 2^16: the receiver adds them the same way.
  const dx = <i32><i16>((key ? toldX : nowX[slot]) - baseX(base, tick));
  const dz = <i32><i16>((key ? toldZ : nowZ[slot]) - baseZ(base, tick));
  const dy = <i32><i16>((key ? toldY : <i32><i16>nowY[slot]) - baseY(base, tick));
  const moved = key ? (dx | dy | dz) != 0
    : ticks == 1 ? !isWithin(dx, dy, dz, TOLERANCE, TOLERANCE_Y)
    : !isWithin(dx, dy, dz, TOLERANCE_BETWEEN, TOLERANCE_BETWEEN);
  const facing = key ? settledYaw(slot, tick) : wireYaw(yaw[slot]);
  const turn = <i32><i8>(facing - <i32>base.yaw);
  let mask = 0;
  if (moved) {
    if ((dx | dz) != 0) mask = dx >= -8 && dx <= 7 && dz >= -8 && dz <= 7 ? XZ_NIBBLES : isByte(dx) && isByte(dz) ? XZ_BYTES : XZ_WORDS;
    if (dy != 0) mask |= isByte(dy) ? Y_BYTE : Y_WORD;
  }
  if (key ? turn != 0 : abs(turn) > TOLERANCE_YAW) mask |= HAS_YAW;
  const shown = <u16>flags[slot];
  if (shown != base.flags) mask |= HAS_FLAGS;
  const health = shownHp(slot);
  if (health != <i32>base.hp) mask |= HAS_HP;
  const dressed = <i32>(looksTick[slot] - (tick - ticks)) > 0;
  const arrived = key && !isSettled(slot, tick);
  if (dressed || arrived) mask |= HAS_MORE;
  if (mask == 0) return false;
  putVar(gap);
  put8(mask);
  if (mask & HAS_MORE) put8((dressed ? HAS_LOOKS | HAS_RANK : 0) | (arrived ? HAS_WAY : 0));
  if (dressed) {
    writeRank(slot);
    writeLooks(slot);
  }
  writeMove(mask, dx, dy, dz);
  // At a key tick setKeyBases sets all bases, and it needs this one as it was.
  if (moved && !key) moveBase(base, tick, ticks, nowX[slot], <i32><i16>nowY[slot], nowZ[slot]);
  if (mask & HAS_YAW) {
    put8(facing);
    base.yaw = <u8>facing;
  }
  if (mask & HAS_FLAGS) {
    put16(shown);
    base.flags = shown;
  }
  if (mask & HAS_HP) {
    put8(health);
    base.hp = <u8>health;
  }
  if (arrived) {
    enterBase(slot, base, tick);
    writeWay(base);
  }
  return true;
}

function writeMove(mask: i32, dx: i32, dy: i32, dz: i32): void {
  const form = mask & 3;
  if (form == XZ_NIBBLES) put8((dx + 8) | ((dz + 8) << 4));
  else if (form == XZ_BYTES) {
    put8(dx);
    put8(dz);
  } else if (form == XZ_WORDS) {
    put16(dx);
    put16(dz);
  }
  if (mask & Y_BYTE) put8(dy);
  else if (mask & Y_WORD) put16(dy);
}

/** After the blocks of a key tick: all cadences now know the same, and take the same way for granted. */
export function setKeyBases(tick: u32): void {
  const used = head.slotsUsed;
  for (let s = 0; s < used; s++) {
    if (bodyId[s] == 0) continue;
    const key = baseFor(2, s);
    if (isSettled(s, tick)) goOnFromKey(s, key, tick);
    else enterBase(s, key, tick);
    memory.copy(changetype<usize>(baseFor(0, s)), changetype<usize>(key), BASE_BYTES);
    memory.copy(changetype<usize>(baseFor(1, s)), changetype<usize>(key), BASE_BYTES);
  }
}

function goOnFromKey(slot: i32, key: Base, tick: u32): void {
  settlePlace(slot, tick);
  const facing = settledYaw(slot, tick);
  refineBase(key, tick, toldX, toldY, toldZ);
  key.yaw = <u8>facing;
  key.flags = <u16>flags[slot];
  key.hp = <u8>shownHp(slot);
}

export function countRecords(): void {
  phases[L.PHASE_ENCODE] = <f32>written;
  written = 0;
}
