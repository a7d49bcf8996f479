// Interest, second half: the bytes of one cell for one cadence, encoded once and shared by everybody who sees the cell at that cadence.
// A block: u16 cell | HAS_OUTCOMES | form << 12, then as bits (records.ts) who left and what is to be said of whom, then what happened, as
// bytes. mirror.ts reads it.
import * as L from './layout';
import {
  bodyCell, bodyClass, bodyId, bodyKind, cameFrom, cellSince, cellSlots, cellStarts, flags, gear, guestCounts, guestSlots, guestStarts, leaverHeads, leaverIds,
  leaverNext, leaverSlots, level, look, looksTick, MOST_CELLS, MOST_GUESTS, nowX, nowY, nowZ, settledX, settledY, settledYaw, settledZ, team, toldAnew, yaw,
} from './memory';
import {
  ageOf, Base, baseX, baseY, baseZ, isKey, isNextDoor, keyBefore, moveBase, NO_CELL, TOLERANCE, TOLERANCE_BETWEEN, TOLERANCE_Y, TOLERANCE_YAW, wireYaw,
} from './bases';
import { beginWriting, end } from './coder';
import { listOf, NOBODY } from './cells';
import { AT_KEY, BETWEEN, WHOLE } from './odds';
import {
  CHANGE, codeLeaver, codeNext, codeRecord, ENTRY, GUEST, NO_SLOT, said, SAYS_FLAGS, SAYS_HP, SAYS_LOOKS, SAYS_PLACE, SAYS_WAY, SAYS_YAW,
} from './records';
import { baseFor, enterBase, isWithin, shownHp } from './settling';
import { writeOutcomes } from './tellings';
import { full, out, put16, unwrite } from './wire';
import { phases } from './outcomes';
import { head } from './world';

// Forms of a block: what follows holds for one tick, two, four, is the whole cell, or: forget the cell; or is of bodies that only this watcher
// has not heard of yet.
export const FORM_FULL = 3;
export const FORM_FORGET = 4;
export const FORM_STRANGERS = 5;
export const FORM_SHIFT = 12;
export const CELL_MASK = 0x3ff;
/** The cell of a word that means all of them. */
export const ALL_CELLS = CELL_MASK;
/** Of a block: what happened follows what is said of bodies. */
export const HAS_OUTCOMES = 1 << 10;

let written: i32 = 0;
let guests: i32 = 0;

/** Before the blocks of a tick. */
export function beginBlocks(): void {
  written = 0;
  guests = 0;
}

/** The block of a cell for a cadence at `tick`; returns its length, 0 when there is nothing to tell. */
export function writeBlock(cell: i32, cadence: i32, tick: u32): i32 {
  const start = out;
  const ticks = 1 << cadence;
  put16(cell);
  beginWriting(isKey(tick) ? AT_KEY : BETWEEN);
  const left = writeLeavers(cell, ticks, tick);
  const told = writeRecords(cell, cadence, tick);
  end();
  const happened = writeOutcomes(cell, ticks, tick);
  if (!left && !told && !happened) unwrite(start);
  else if (!full) store<u16>(start, <u16>(cell | (happened ? HAS_OUTCOMES : 0) | (cadence << FORM_SHIFT)));
  return <i32>(out - start);
}

/** The block of a whole cell, for those who have not seen it yet; only after the bases of a key tick are set. */
export function writeFullBlock(cell: i32): i32 {
  const start = out;
  put16(cell | (FORM_FULL << FORM_SHIFT));
  beginWriting(WHOLE);
  beginRecords();
  for (let i = <i32>cellStarts[cell], last = <i32>cellStarts[cell + 1]; i < last; i++) {
    const slot = cellSlots[i];
    sayStanding(slot, baseFor(2, slot), ENTRY);
    writeRecord(cell);
  }
  endRecords();
  end();
  return <i32>(out - start);
}

/** Begins a block of strangers: for one watcher. */
export function beginStrangers(cell: i32): void {
  put16(cell | (FORM_STRANGERS << FORM_SHIFT));
  beginWriting(WHOLE);
  beginRecords();
}

/** One guest of the block just shared, told to one who does not know him; slots rise. */
export function writeStranger(slot: i32, cell: i32, cadence: i32): void {
  sayStanding(slot, baseFor(cadence, slot), ENTRY);
  writeRecord(cell);
}

export function endStrangers(): void {
  endRecords();
  end();
}

// The records of the block at hand: how many there are, and the slot of the last.
let count = 0;
let before = NO_SLOT;

function beginRecords(): void {
  count = 0;
  before = NO_SLOT;
}

/** Writes what is said. */
function writeRecord(cell: i32): void {
  const slot = said.slot;
  codeNext(true, count++, before);
  codeRecord(cell);
  before = slot;
}

function endRecords(): void {
  codeNext(false, count, before);
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
      said.slot = slot;
      // Where somebody leapt to is not told to those whom he left.
      said.cell = stillHere && isNextDoor(bodyCell[slot], cell) ? bodyCell[slot] : NO_CELL;
      codeLeaver(true, cell);
      any = true;
    }
  }
  codeLeaver(false, cell);
  return any;
}

function writeRecords(cell: i32, cadence: i32, tick: u32): bool {
  const ticks = 1 << cadence;
  const key = isKey(tick);
  const entriesSince = tick - ticks;
  const block = cadence * <i32>MOST_CELLS + cell;
  guestStarts[block] = guests;
  beginRecords();
  for (let i = <i32>cellStarts[cell], last = <i32>cellStarts[cell + 1]; i < last; i++) {
    const slot = cellSlots[i];
    const base = baseFor(cadence, slot);
    if (<i32>(cellSince[slot] - entriesSince) > 0) {
      enterBase(slot, base, tick);
      sayStanding(slot, base, takeAsGuest(slot) ? GUEST : ENTRY);
    } else if (!sayChange(slot, base, tick, ticks, key)) continue;
    writeRecord(cell);
  }
  endRecords();
  written += count;
  guestCounts[block] = guests - guestStarts[block];
  return count > 0;
}

/** Whether all who see the cell that a body came from know it as it looks now. Then it is listed: the others are told of it apart (watchers.ts). */
function takeAsGuest(slot: i32): bool {
  if (cameFrom[slot] == NO_CELL || guests == MOST_GUESTS || <i32>(looksTick[slot] - keyBefore(cellSince[slot])) > 0) return false;
  guestSlots[guests++] = slot;
  return true;
}

/** How and where a body is by a base; of an entry also who he is. */
function sayStanding(slot: i32, base: Base, kind: i32): void {
  const s = said;
  s.slot = slot;
  s.kind = kind;
  s.x = base.x;
  s.y = base.y;
  s.z = base.z;
  s.yaw = base.yaw;
  s.flags = base.flags;
  s.hp = base.hp;
  sayWay(base);
  s.age = ageOf(base, head.tick);
  if (kind != ENTRY) return;
  s.id = bodyId[slot];
  s.cls = bodyClass[slot];
  s.breed = bodyKind[slot];
  sayLooks(slot);
}

function sayWay(base: Base): void {
  said.vx = base.vx;
  said.vy = base.vy;
  said.vz = base.vz;
}

function sayLooks(slot: i32): void {
  said.level = level[slot];
  said.team = team[slot];
  said.look = look[slot];
  said.gear = gear[slot];
}

/** Puts into `said` what of a body departs from what the receivers take for granted, and the base along with it; false when nothing does. */
function sayChange(slot: i32, base: Base, tick: u32, ticks: i32, key: bool): bool {
  // Differences modulo 2^16: the receiver adds them the same way.
  const dx = <i32><i16>((key ? settledX[slot] : nowX[slot]) - baseX(base, tick));
  const dz = <i32><i16>((key ? settledZ[slot] : nowZ[slot]) - baseZ(base, tick));
  const dy = <i32><i16>((key ? settledY[slot] : nowY[slot]) - baseY(base, tick));
  const moved = key ? (dx | dy | dz) != 0
    : ticks == 1 ? !isWithin(dx, dy, dz, TOLERANCE, TOLERANCE_Y)
    : !isWithin(dx, dy, dz, TOLERANCE_BETWEEN, TOLERANCE_BETWEEN);
  const facing = key ? settledYaw[slot] : wireYaw(yaw[slot]);
  const turn = <i32><i8>(facing - <i32>base.yaw);
  const turned = key ? turn != 0 : abs(turn) > TOLERANCE_YAW;
  const changed = (flags[slot] ^ <u32>base.flags) & 0xffff;
  const health = shownHp(slot);
  const dressed = <i32>(looksTick[slot] - (tick - ticks)) > 0;
  const anew = key && toldAnew[slot] != 0;
  const s = said;
  s.says = (moved ? SAYS_PLACE : 0) | (turned ? SAYS_YAW : 0) | (changed ? SAYS_FLAGS : 0) | (health != <i32>base.hp ? SAYS_HP : 0)
    | (dressed ? SAYS_LOOKS : 0) | (anew ? SAYS_WAY : 0);
  if (s.says == 0) return false;
  s.slot = slot;
  s.kind = CHANGE;
  s.x = dx;
  s.y = dy;
  s.z = dz;
  s.yaw = turn;
  s.flags = changed;
  s.hp = health;
  if (dressed) sayLooks(slot);
  // At a key tick setKeyBases (settling.ts) sets all bases, and it needs this one as it was.
  if (moved && !key) moveBase(base, tick, ticks, nowX[slot], <i32><i16>nowY[slot], nowZ[slot]);
  if (turned) base.yaw = <u8>facing;
  base.flags = <u16>flags[slot];
  base.hp = <u8>health;
  if (anew) {
    enterBase(slot, base, tick);
    sayWay(base);
  }
  return true;
}

export function countRecords(): void {
  phases[L.PHASE_ENCODE] = <f32>written;
}
