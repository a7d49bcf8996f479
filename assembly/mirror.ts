// What a client knows of the bodies in sight: reads the cell blocks that blocks.ts wrote. In: bytes from the network, of any content.
// Out: mirrored bodies, each a base that goes on by itself and a few samples of where it was (sampling.ts), and outcomes.
import * as L from './layout';
import { BASE_BYTES, BUFFER, MIRROR, MIRROR_BODY_BYTES, MOST_CELLS, mirrorCells, mirrorSlots, SAMPLE_BYTES, SAMPLES, SAMPLES_KEPT } from './memory';
import { Base, baseX, baseY, baseZ, CELLS, isKey, KEY_TICKS, moveBase, NO_CELL, refineBase, setWay } from './bases';
import { ALL_CELLS, CELL_MASK, FORM_FORGET, FORM_FULL, FORM_SHIFT, FORM_STRANGERS, HAS_OUTCOMES } from './blocks';
import { beginReading, end } from './coder';
import { AT_KEY, BETWEEN, WHOLE } from './odds';
import { CHANGE, codeLeaver, codeNext, codeRecord, ENTRY, NO_SLOT, said, SAYS_FLAGS, SAYS_HP, SAYS_LOOKS, SAYS_PLACE, SAYS_WAY, SAYS_YAW } from './records';
import { at, bad, get16, get32, readFrom, refuse, unread } from './wire';
import { beginOutcomes } from './outcomes';
import { readOutcomes } from './hearing';
import { head } from './world';

@unmanaged @final
export class Mirrored {
  // As last told; goes on by itself. Field for field a Base.
  tick: u32; x: u16; z: u16; y: i16; vx: i16; vy: i16; vz: i16; yaw: u8; hp: u8; flags: u16; since: u32;
  // The same as of the last key tick (only place and way).
  keyTick: u32; keyX: u16; keyZ: u16; keyY: i16; keyVx: i16; keyVy: i16; keyVz: i16; keyYaw: u8; keyHp: u8; keyFlags: u16; keySince: u32;
  id: u32; // 0: not in sight
  look: u32;
  gear: u32;
  cell: u16;
  place: u16; // in the list of those in sight
  cls: u8; kind: u8; level: u8; team: u8;
  samples: u32; // how many samples there are
  newest: u32; // index of the newest sample
  saidTick: u32; // when anything was last said of it
  wayTick: u32; // when its way was last told outright
}

@unmanaged @final
export class Sample {
  tick: u32;
  x: u16; z: u16;
  y: i16;
  yaw: u8;
  leap: u8; // 1: came here without passing between
}

/** The last tick read, and how many bodies are in sight. */
export let mirrorTick: u32 = 0;
export let inSight: i32 = 0;
/** Farther than this in one tick is a leap, not a walk: 4 m. */
const LEAP: i32 = 4 * L.POSITION_SCALE;

@inline
export function mirrored(slot: i32): Mirrored {
  return changetype<Mirrored>(MIRROR + <usize>slot * MIRROR_BODY_BYTES);
}
@inline
export function baseOf(m: Mirrored): Base {
  return changetype<Base>(changetype<usize>(m));
}
@inline
function keyBaseOf(m: Mirrored): Base {
  return changetype<Base>(changetype<usize>(m) + BASE_BYTES);
}
/** The sample `back` before the newest. */
@inline
export function sampleAt(slot: i32, m: Mirrored, back: u32): Sample {
  const index = <usize>((m.newest - back) & <u32>(SAMPLES_KEPT - 1));
  return changetype<Sample>(SAMPLES + (<usize>slot * SAMPLES_KEPT + index) * SAMPLE_BYTES);
}

export function mirrorReset(): void {
  memory.fill(MIRROR, 0, <usize>L.MAX_ENTITIES * MIRROR_BODY_BYTES);
  memory.fill(changetype<usize>(mirrorCells), 0, MOST_CELLS);
  inSight = 0;
  mirrorTick = 0;
  beginOutcomes(0);
  head.tick = 0;
}

function forgetAll(): void {
  while (inSight > 0) remove(mirrorSlots[inSight - 1]);
  memory.fill(changetype<usize>(mirrorCells), 0, MOST_CELLS);
}

function remove(slot: i32): void {
  const m = mirrored(slot);
  if (m.id == 0) return;
  const last = mirrorSlots[--inSight];
  mirrorSlots[m.place] = last;
  mirrored(last).place = m.place;
  m.id = 0;
}

/** A body that comes in a new slot (it went out of its region's sight and came again) is in the old one no more. */
function removeElsewhere(id: u32): void {
  for (let i = 0; i < inSight; i++) {
    if (mirrored(mirrorSlots[i]).id == id) return remove(mirrorSlots[i]);
  }
}

function forgetCell(cell: i32): void {
  mirrorCells[cell] = 0;
  for (let i = inSight - 1; i >= 0; i--) if (<i32>mirrored(mirrorSlots[i]).cell == cell) remove(mirrorSlots[i]);
}

function pushSample(slot: i32, m: Mirrored, tick: u32, x: i32, y: i32, z: i32, leap: bool): void {
  m.newest += 1;
  if (m.samples < <u32>SAMPLES_KEPT) m.samples += 1;
  const s = sampleAt(slot, m, 0);
  s.tick = tick;
  s.x = <u16>x;
  s.y = <i16>y;
  s.z = <u16>z;
  s.yaw = m.yaw;
  s.leap = leap ? 1 : 0;
}

/** Before news of `tick` is taken in: where the body was until `ticks` ago is settled, so that drawing it does not smear the turn. */
function settle(slot: i32, m: Mirrored, tick: u32, ticks: i32): void {
  const then = tick - ticks;
  if (m.samples == 0 || <i32>(sampleAt(slot, m, 0).tick - then) >= 0) return;
  const b = baseOf(m);
  pushSample(slot, m, then, baseX(b, then), baseY(b, then), baseZ(b, then), false);
}

/** Reads a snapshot's cells. Returns 0, or the offset of the first bad byte + 1; what was read before it stays. */
export function mirrorRead(bytes: u32): u32 {
  if (bytes > <u32>L.BUFFER_BYTES) return 1;
  beginOutcomes(mirrorTick);
  if (bytes == 0) return 0;
  readFrom(BUFFER, BUFFER + bytes);
  const tick = get32();
  if (bad || (mirrorTick != 0 && <i32>(tick - mirrorTick) <= 0 && !startsAnew())) return <u32>(at - BUFFER) + 1;
  mirrorTick = tick;
  head.tick = tick;
  beginOutcomes(tick);
  while (unread()) readBlock(tick);
  if (bad) return min(<u32>(at - BUFFER), bytes) + 1;
  if (isKey(tick)) setKeys(tick);
  return 0;
}

/** A snapshot that begins by forgetting everything may be of any tick. */
function startsAnew(): bool {
  return unread() && load<u16>(at) == <u16>(ALL_CELLS | (FORM_FORGET << FORM_SHIFT));
}

function readBlock(tick: u32): void {
  const word = get16();
  const form = word >> FORM_SHIFT;
  const cell = word & CELL_MASK;
  if (form == FORM_FORGET && cell == ALL_CELLS) return forgetAll();
  if (bad || cell >= CELLS || form > FORM_STRANGERS) return refuse();
  if (form == FORM_FORGET) return forgetCell(cell);
  if (form == FORM_FULL) {
    forgetCell(cell);
    mirrorCells[cell] = 1;
  } else if (form < FORM_FULL && tick & ((1 << form) - 1)) return refuse();
  const whole = form >= FORM_FULL;
  beginReading(whole ? WHOLE : isKey(tick) ? AT_KEY : BETWEEN);
  if (!whole) readLeavers(cell);
  readRecords(cell, whole ? 1 : 1 << form, tick);
  end();
  if (word & HAS_OUTCOMES) readOutcomes();
}

function readLeavers(cell: i32): void {
  // Each leaves once at most: longer lists are broken or hostile bytes.
  for (let n = 0; n < L.MAX_ENTITIES && codeLeaver(false, cell); n++) {
    const to = said.cell;
    if (to != NO_CELL && <u32>to >= <u32>CELLS) return refuse();
    const m = mirrored(said.slot);
    if (m.id == 0 || <i32>m.cell != cell) continue;
    // Where it went may be in sight as well, perhaps at a slower cadence: then it stays and waits for news from there.
    if (to != NO_CELL && mirrorCells[to]) m.cell = <u16>to;
    else remove(said.slot);
  }
}

function readRecords(cell: i32, ticks: i32, tick: u32): void {
  let before = NO_SLOT;
  for (let count = 0; codeNext(false, count, before); count++) {
    const slot = said.slot;
    if (bad || slot >= L.MAX_ENTITIES) return refuse();
    codeRecord(cell);
    if (bad) return;
    if (said.kind == CHANGE) readChange(slot, tick, ticks);
    else readStanding(slot, cell, tick);
    before = slot;
  }
}

/** A guest that nobody told of is read over: who does not see where he came from is told of him apart. */
function readStanding(slot: i32, cell: i32, tick: u32): void {
  const s = said;
  const m = mirrored(slot);
  if (s.kind == ENTRY) {
    if (s.id == 0 || s.id > 0x7fffffff || s.cls > L.CLASS_VILLAGER) return refuse();
    if (m.id != s.id) takeIn(slot, m);
    m.cls = <u8>s.cls;
    m.kind = <u8>s.breed;
    takeLooks(m);
  } else if (m.id == 0) return;
  m.cell = <u16>cell;
  m.flags = <u16>s.flags;
  m.hp = <u8>s.hp;
  const known = m.samples != 0;
  if (known) settle(slot, m, tick, 1);
  const b = baseOf(m);
  const leap = !known || isLeap(s.x - baseX(b, tick), s.y - baseY(b, tick), s.z - baseZ(b, tick));
  b.tick = tick;
  b.x = <u16>s.x;
  b.y = <i16>s.y;
  b.z = <u16>s.z;
  m.yaw = <u8>s.yaw;
  takeWay(m, tick);
  m.since = tick - s.age * KEY_TICKS;
  m.saidTick = tick;
  pushSample(slot, m, tick, s.x, s.y, s.z, leap);
}

function takeIn(slot: i32, m: Mirrored): void {
  remove(slot);
  removeElsewhere(said.id);
  m.id = said.id;
  m.samples = 0;
  m.place = <u16>inSight;
  mirrorSlots[inSight++] = slot;
}

function takeLooks(m: Mirrored): void {
  m.level = <u8>said.level;
  m.team = <u8>said.team;
  m.look = said.look;
  m.gear = said.gear;
}

/** From where it is taken to be now. */
function takeWay(m: Mirrored, tick: u32): void {
  const b = baseOf(m);
  const x = baseX(b, tick);
  const y = baseY(b, tick);
  const z = baseZ(b, tick);
  b.tick = tick;
  b.x = <u16>x;
  b.y = <i16>y;
  b.z = <u16>z;
  setWay(b, said.vx, said.vy, said.vz);
  m.wayTick = tick;
  m.since = tick;
}

@inline
function isLeap(dx: i32, dy: i32, dz: i32): bool {
  return abs(dx) > LEAP || abs(dy) > LEAP || abs(dz) > LEAP;
}

function readChange(slot: i32, tick: u32, ticks: i32): void {
  const m = mirrored(slot);
  const s = said;
  const says = s.says;
  // News of somebody never heard of, or none: only broken or hostile bytes hold them.
  if (m.id == 0 || says == 0) return refuse();
  const b = baseOf(m);
  if (tick - m.tick <= 0x7fffffff) settle(slot, m, tick, ticks);
  m.saidTick = tick;
  if (says & SAYS_LOOKS) takeLooks(m);
  if (says & SAYS_PLACE) {
    const leap = isLeap(s.x, s.y, s.z);
    moveBase(b, tick, ticks, (baseX(b, tick) + s.x) & 0xffff, <i32><i16>(baseY(b, tick) + s.y), (baseZ(b, tick) + s.z) & 0xffff);
    if (says & SAYS_YAW) m.yaw += <u8>s.yaw;
    pushSample(slot, m, tick, b.x, b.y, b.z, leap);
  } else if (says & SAYS_YAW) {
    m.yaw += <u8>s.yaw;
    pushSample(slot, m, tick, baseX(b, tick), baseY(b, tick), baseZ(b, tick), false);
  }
  if (says & SAYS_FLAGS) m.flags ^= <u16>s.flags;
  if (says & SAYS_HP) m.hp = <u8>s.hp;
  if (says & SAYS_WAY) takeWay(m, tick);
}

@inline
function hasWay(b: Base): bool {
  return b.vx != 0 || b.vy != 0 || b.vz != 0;
}

/** After a key tick: the same way for everybody, as setKeyBases of the sender has it. */
function setKeys(tick: u32): void {
  for (let i = 0; i < inSight; i++) {
    const slot = mirrorSlots[i];
    const m = mirrored(slot);
    const b = baseOf(m);
    const x = baseX(b, tick);
    const y = baseY(b, tick);
    const z = baseZ(b, tick);
    const went = hasWay(b) || m.tick == tick;
    const key = keyBaseOf(m);
    if (m.wayTick != tick) refineBase(key, tick, x, y, z);
    else {
      memory.copy(changetype<usize>(key), changetype<usize>(b), BASE_BYTES);
      key.tick = tick;
      key.x = <u16>x;
      key.y = <i16>y;
      key.z = <u16>z;
    }
    b.tick = tick;
    b.since = key.since;
    b.x = key.x;
    b.y = key.y;
    b.z = key.z;
    b.vx = key.vx;
    b.vy = key.vy;
    b.vz = key.vz;
    if ((went || hasWay(b)) && m.samples > 0 && sampleAt(slot, m, 0).tick != tick) pushSample(slot, m, tick, x, y, z, false);
  }
}
