// A whole body on its way to another core: packed up here, unpacked there in place of its ghost. Ticks are counted from now, because no two
// regions count alike. In: a slot, or a parcel of any content. Out: a parcel (CARRY_BYTES), or a body that goes on as if nothing had been.
import * as L from './layout';
import {
  bodyClass, bodyId, bodyKind, BUFFER, CARRIED_BYTE, CARRIED_BYTES, CARRIED_DEADLINES, CARRIED_FLOATS, CARRIED_HALF, CARRIED_HALVES, CARRIED_WIDE,
  CARRIED_WIDES, castAbility, cooldownAbility, cooldownReady, COOLDOWNS, earlierButtons, earlierMoves, EFFECT_STATE_BYTES, EFFECTS, flags, ghostPeer, haste,
  height, hp, hpMax, intentButtons, intentMoves, intentsGiven, level, looksTick, mindState, opponent, PARCEL, placedTick, posX, posY, posZ, power, powerMax, radius,
  realClass, respawnTick, stuckSince, swingTick, THREAT, threatAmount, threatMerit, velX, velY, velZ, viewTick, wishX, wishZ,
} from './memory';
import { head, isGhost, takeSlot } from './world';
import { abilityOf, effectOf, kindOf } from './content';
import { Running, running, workOut } from './effects';
import { clampf, isFinite32 } from './numbers';
import { withinX, withinZ } from './edges';
import { HAS_FLED } from './fighting';
import { GOING_HOME } from './mindstate';
import { spoilGrid } from './grid';
import { U8s } from './columns';
import { newId, slotOf } from './ids';

// Where the parts of a parcel begin.
const WIDES: usize = 8;
const HALVES: usize = WIDES + CARRIED_WIDES * 4;
const BYTES: usize = HALVES + CARRIED_HALVES * 2;
const EFFECT_ROWS: usize = BYTES + CARRIED_BYTES;
const EFFECT_ROWS_BYTES: usize = <usize>L.EFFECT_SLOTS * EFFECT_STATE_BYTES;
const COOLDOWN_ROWS: usize = EFFECT_ROWS + EFFECT_ROWS_BYTES;
const THREAT_ROWS: usize = COOLDOWN_ROWS + <usize>L.COOLDOWN_SLOTS * 5;
const END: usize = THREAT_ROWS + <usize>L.THREAT_SLOTS * 12;
if (END != <usize>L.CARRY_BYTES) ERROR('CARRY_BYTES is not what a parcel takes');

const WIDE_COLUMN: usize = 4 * <usize>L.MAX_ENTITIES;
const HALF_COLUMN: usize = 2 * <usize>L.MAX_ENTITIES;
const BYTE_COLUMN: usize = <usize>L.MAX_ENTITIES;
/** Nothing lies farther ahead than this, whatever a parcel says: 58 days. */
const MOST_TICKS: u32 = 100_000_000;
/** Nor is any number of a body greater. */
const MOST_FLOAT: f32 = 10_000_000;
/** Faster than any charge or fall, higher than any mountain. */
const MOST_MPS: f32 = 100;
const MOST_HEIGHT_M: f32 = 5000;
/** Bits that a body shows. */
const SHOWN_FLAGS: u32 = 0xffff;

/** Copies all rows of a body between the columns and a parcel. */
function copyRows(slot: usize, parcel: usize, pack: bool): void {
  for (let c: usize = 0; c < CARRIED_WIDES; c++) copy(CARRIED_WIDE + c * WIDE_COLUMN + slot * 4, parcel + WIDES + c * 4, 4, pack);
  for (let c: usize = 0; c < CARRIED_HALVES; c++) copy(CARRIED_HALF + c * HALF_COLUMN + slot * 2, parcel + HALVES + c * 2, 2, pack);
  for (let c: usize = 0; c < CARRIED_BYTES; c++) copy(CARRIED_BYTE + c * BYTE_COLUMN + slot, parcel + BYTES + c, 1, pack);
  const rows = slot * <usize>L.COOLDOWN_SLOTS;
  const hates = slot * <usize>L.THREAT_SLOTS;
  copy(EFFECTS + slot * EFFECT_ROWS_BYTES, parcel + EFFECT_ROWS, EFFECT_ROWS_BYTES, pack);
  copy(COOLDOWNS + rows * 4, parcel + COOLDOWN_ROWS, <usize>L.COOLDOWN_SLOTS * 4, pack);
  copy(changetype<usize>(cooldownAbility) + rows, parcel + COOLDOWN_ROWS + <usize>L.COOLDOWN_SLOTS * 4, L.COOLDOWN_SLOTS, pack);
  copy(THREAT + hates * 4, parcel + THREAT_ROWS, <usize>L.THREAT_SLOTS * 4, pack);
  copy(changetype<usize>(threatAmount) + hates * 4, parcel + THREAT_ROWS + <usize>L.THREAT_SLOTS * 4, <usize>L.THREAT_SLOTS * 4, pack);
  copy(changetype<usize>(threatMerit) + hates * 4, parcel + THREAT_ROWS + <usize>L.THREAT_SLOTS * 8, <usize>L.THREAT_SLOTS * 4, pack);
}

function copy(row: usize, part: usize, bytes: usize, pack: bool): void {
  if (pack) memory.copy(part, row, bytes);
  else memory.copy(row, part, bytes);
}

// ---- ticks ----

/** A tick to come, as so many from now; one that has passed is 0. */
@inline
function ahead(tick: u32): u32 {
  return <i32>(tick - head.tick) > 0 ? tick - head.tick : 0;
}
/** And back. */
@inline
function fromNow(ticks: u32): u32 {
  return ticks == 0 ? 0 : head.tick + min(ticks, MOST_TICKS);
}

/** Address of a column's number in a parcel. */
@inline
function wideAt(parcel: usize, column: usize): usize {
  return parcel + WIDES + (column - CARRIED_WIDE) / WIDE_COLUMN * 4;
}

const DEADLINES: usize = WIDES + CARRIED_FLOATS * 4;

function countFromNow(slot: i32, parcel: usize): void {
  for (let i: usize = 0; i < CARRIED_DEADLINES; i++) {
    const at = parcel + DEADLINES + i * 4;
    store<u32>(at, ahead(load<u32>(at)));
  }
  // Who should have risen already rises next; who has fled once in this fight does not flee again.
  if (respawnTick[slot] != 0) store<u32>(wideAt(parcel, changetype<usize>(respawnTick)), max<u32>(ahead(respawnTick[slot]), 1));
  const swing = swingTick[slot];
  store<u32>(wideAt(parcel, changetype<usize>(swingTick)), ahead(swing & ~HAS_FLED) | (swing & HAS_FLED));
  store<u32>(wideAt(parcel, changetype<usize>(stuckSince)), head.tick - stuckSince[slot]);
  for (let r: usize = 0; r < <usize>L.EFFECT_SLOTS; r++) {
    const ends = parcel + EFFECT_ROWS + r * EFFECT_STATE_BYTES + offsetof<Running>('endsTick');
    const next = parcel + EFFECT_ROWS + r * EFFECT_STATE_BYTES + offsetof<Running>('nextTick');
    store<u32>(ends, ahead(load<u32>(ends)));
    store<u32>(next, load<u32>(next) - head.tick);
  }
  for (let r: usize = 0; r < <usize>L.COOLDOWN_SLOTS; r++) {
    const at = parcel + COOLDOWN_ROWS + r * 4;
    store<u32>(at, ahead(load<u32>(at)));
  }
}

function countFromTick(slot: i32): void {
  const column = CARRIED_WIDE + CARRIED_FLOATS * WIDE_COLUMN + (<usize>slot << 2);
  for (let i: usize = 0; i < CARRIED_DEADLINES; i++) {
    const at = column + i * WIDE_COLUMN;
    if (at == changetype<usize>(swingTick) + (<usize>slot << 2)) continue;
    store<u32>(at, fromNow(load<u32>(at)));
  }
  const swing = swingTick[slot];
  swingTick[slot] = fromNow(swing & ~HAS_FLED) | (swing & HAS_FLED);
  stuckSince[slot] = head.tick - min(stuckSince[slot], MOST_TICKS);
  for (let r = 0; r < L.EFFECT_SLOTS; r++) {
    const row = running(slot, r);
    row.endsTick = fromNow(row.endsTick);
    row.nextTick = head.tick + row.nextTick;
  }
  for (let r = 0; r < L.COOLDOWN_SLOTS; r++) {
    const at = slot * L.COOLDOWN_SLOTS + r;
    cooldownReady[at] = fromNow(cooldownReady[at]);
  }
}

// ---- packing and unpacking ----

/** Packs a real body up. Returns the address of CARRY_BYTES. */
export function pack(slot: i32): usize {
  store<u32>(PARCEL, L.LAYOUT_VERSION);
  store<u32>(PARCEL, bodyId[slot], L.CARRY_ID);
  copyRows(slot, PARCEL, true);
  countFromNow(slot, PARCEL);
  return PARCEL;
}

/**
 * Unpacks the parcel in the scratch area: a ghost of its id becomes real in its slot, else it takes a new one; id 0: it is given one of this
 * region's. Returns the id, or 0 (see index.ts).
 */
export function land(): u32 {
  const named = load<u32>(BUFFER, L.CARRY_ID);
  if (load<u32>(BUFFER) != L.LAYOUT_VERSION || named > 0x7fffffff || !isSound()) return 0;
  const id = named != 0 ? named : newId();
  let slot = slotOf(id);
  if (slot >= 0 && !isGhost(slot)) return 0;
  const wasGhost = slot >= 0;
  if (!wasGhost) slot = takeSlot(id, L.CLASS_PLAYER);
  if (slot < 0) return 0;
  const placed = placedTick[slot];
  copyRows(slot, BUFFER, false);
  countFromTick(slot);
  // Where its ghost was seen it may be struck in the past too; nobody saw it here before.
  placedTick[slot] = wasGhost ? placed : head.tick + 1;
  if (wasGhost) head.ghosts--;
  realClass[slot] = bodyClass[slot];
  ghostPeer[slot] = 0;
  straighten(slot);
  looksTick[slot] = head.tick + 1;
  spoilGrid();
  return id;
}

@inline
function byteOf(column: U8s): i32 {
  return <i32>load<u8>(BUFFER + BYTES + (changetype<usize>(column) - CARRIED_BYTE) / BYTE_COLUMN);
}

/** Whether the parcel holds a body at all: of a known kind, in numbers. */
function isSound(): bool {
  const cls = byteOf(bodyClass);
  const kind = byteOf(bodyKind);
  if (cls < L.CLASS_PLAYER || cls > L.CLASS_VILLAGER) return false;
  if (kind != 0 && (cls == L.CLASS_PLAYER || kindOf(kind) == null)) return false;
  for (let i: usize = 0; i < CARRIED_FLOATS; i++) {
    const value = load<f32>(BUFFER + WIDES + i * 4);
    if (!isFinite32(value) || Mathf.abs(value) > MOST_FLOAT) return false;
  }
  // Hatred, then merit.
  for (let r: usize = 0; r < <usize>L.THREAT_SLOTS * 2; r++) {
    const amount = load<f32>(BUFFER + THREAT_ROWS + (<usize>L.THREAT_SLOTS + r) * 4);
    if (!isFinite32(amount) || amount < 0) return false;
  }
  return true;
}

/** Pulls what no honest parcel holds into what a body can be; an honest one is not changed by a bit. */
function straighten(slot: i32): void {
  posX[slot] = withinX(posX[slot]);
  posZ[slot] = withinZ(posZ[slot]);
  posY[slot] = clampf(posY[slot], -MOST_HEIGHT_M, MOST_HEIGHT_M);
  velX[slot] = clampf(velX[slot], -MOST_MPS, MOST_MPS);
  velY[slot] = clampf(velY[slot], -MOST_MPS, MOST_MPS);
  velZ[slot] = clampf(velZ[slot], -MOST_MPS, MOST_MPS);
  wishX[slot] = clampf(wishX[slot], -MOST_MPS, MOST_MPS);
  wishZ[slot] = clampf(wishZ[slot], -MOST_MPS, MOST_MPS);
  radius[slot] = clampf(radius[slot], 0.1, 1.5);
  height[slot] = clampf(height[slot], 0.1, 20);
  level[slot] = max(level[slot], 1);
  hpMax[slot] = min(max(hpMax[slot], 1), 65535);
  hp[slot] = min(max(hp[slot], 0), hpMax[slot]);
  powerMax[slot] = min(max(powerMax[slot], 0), 65535);
  power[slot] = min(max(power[slot], 0), powerMax[slot]);
  haste[slot] = min(max(haste[slot], 10), 300);
  flags[slot] &= SHOWN_FLAGS;
  intentButtons[slot] &= L.ALL_BUTTONS;
  earlierButtons[slot] &= L.ALL_BUTTONS;
  intentMoves[slot] = min(intentMoves[slot], 4);
  earlierMoves[slot] = min(earlierMoves[slot], 4);
  intentsGiven[slot] = min(intentsGiven[slot], 1);
  // The instant on the player's screen was one of the other region's ticks.
  viewTick[slot] = 0;
  // Who walks off has lost his duel.
  opponent[slot] = 0;
  if (mindState[slot] > GOING_HOME) mindState[slot] = 0;
  if (castAbility[slot] != 0 && abilityOf(castAbility[slot]) == null) castAbility[slot] = 0;
  for (let r = 0; r < L.EFFECT_SLOTS; r++) {
    const row = running(slot, r);
    if (row.effect != 0 && effectOf(row.effect) == null) row.effect = 0;
  }
  workOut(slot);
}
