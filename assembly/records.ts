// One record of a block, for both ends: what is said of a body is put into `said` and becomes bits, or is read from bits and stands in `said`.
// Three kinds: a change (what departs from what the receiver takes for granted), a guest (who came from a cell that the receiver may see: all
// about where and how he is) and an entry (who he is as well).
import { CELL_SIDE, CELL_UNITS, NO_CELL } from './bases';
import { codeBit, codeEven, codeNumber, codeSigned } from './coder';
import { CONTEXTS, NUMBER, SAID } from './memory';
import { NUMBERS, SINGLES } from './odds';

export const CHANGE = 0;
export const GUEST = 1;
export const ENTRY = 2;

// What a change says.
export const SAYS_PLACE = 1;
export const SAYS_YAW = 2;
export const SAYS_FLAGS = 4;
export const SAYS_HP = 8;
export const SAYS_LOOKS = 16;
export const SAYS_WAY = 32;

@unmanaged @final
class Said {
  slot: i32;
  kind: i32;
  says: i32;
  // A change: how far the body is from where it is taken to be, and by how much it turned. Else where it is, and its way.
  x: i32; y: i32; z: i32;
  vx: i32; vy: i32; vz: i32;
  yaw: i32;
  /** A change: the flags that changed. Else all. */
  flags: u32;
  hp: i32;
  level: i32; team: i32;
  look: u32; gear: u32;
  id: u32; cls: i32; breed: i32;
  /** Rounds of key ticks since its way was told anew. */
  age: i32;
  /** Of who left: the cell next door that he is in now, or NO_CELL. */
  cell: i32;
}
export const said = changetype<Said>(SAID);

// Contexts. Which odds they begin with depends on the sort of block (odds.ts).
const GOES_ON = 0; // by how many came before
const LATER = 3;
const IS_NEW = 4;
const IS_ENTRY = 5;
const MOVED = 6;
const TURNED = 7; // by whether it moved
const FLAGGED = 9; // by whether it turned
const HURT = 11;
const RARE = 12;
const DRESSED = 13;
const ON_ITS_WAY = 14;
const HAS_LOOKS = 15;
const UNHURT = 16;
const IN_CELL = 17;
const LEFT = 18;
const NEXT_DOOR = 19;
const FLAG = 20; // by bit
const FIRST_GAP = FLAG + 16;
const GAP = FIRST_GAP + NUMBER;
const DX = GAP + NUMBER;
const DZ = DX + NUMBER; // by how far it is along x
const DY = DZ + 4 * NUMBER;
const TURN = DY + NUMBER;
const WAY_X = TURN + NUMBER;
const WAY_Z = WAY_X + NUMBER;
const WAY_Y = WAY_Z + NUMBER;
const HEIGHT = WAY_Y + NUMBER;
const AGE = HEIGHT + NUMBER;
if (AGE + NUMBER > <i32>CONTEXTS) ERROR('raise CONTEXTS in memory.ts');
if (FIRST_GAP != SINGLES || AGE + NUMBER != SINGLES + NUMBERS * NUMBER) ERROR('odds.ts and its tables count other contexts');

const SLOT_BITS = 14;
/** Bits of a place within its cell, with some way beyond its edges. */
const PLACE_BITS = 12;
const PLACE_BEYOND = ((1 << PLACE_BITS) - CELL_UNITS) / 2;

@inline
function bit(yes: bool): i32 {
  return yes ? 1 : 0;
}

/** The slot before the first record's. */
export const NO_SLOT = -1;

/** Whether a further record follows, after `count` of them; then also its slot, which lies beyond `before`. */
export function codeNext(more: bool, count: i32, before: i32): bool {
  if (!codeBit(GOES_ON + min(count, LATER), bit(more))) return false;
  said.slot = before + 1 + <i32>codeNumber(count == 0 ? FIRST_GAP : GAP, said.slot - before - 1);
  return true;
}

/** All of a record but its slot; `cell` is the block's. */
export function codeRecord(cell: i32): void {
  const s = said;
  if (!codeBit(IS_NEW, bit(s.kind != CHANGE))) {
    s.kind = CHANGE;
    return codeChange();
  }
  s.kind = codeBit(IS_ENTRY, bit(s.kind == ENTRY)) ? ENTRY : GUEST;
  if (s.kind == ENTRY) codeIdentity();
  codeStanding(cell);
}

/** Whether another body has left `cell`; then also its slot, and in `said.cell` where it is now: next door, or NO_CELL (far, or nowhere). */
export function codeLeaver(more: bool, cell: i32): bool {
  if (!codeBit(LEFT, bit(more))) return false;
  const s = said;
  s.slot = codeEven(SLOT_BITS, s.slot);
  if (!codeBit(NEXT_DOOR, bit(s.cell != NO_CELL))) {
    s.cell = NO_CELL;
    return true;
  }
  const corner = cell - CELL_SIDE - 1;
  const row = codeEven(2, (s.cell - corner) / CELL_SIDE);
  s.cell = corner + row * CELL_SIDE + codeEven(2, (s.cell - corner) % CELL_SIDE);
  return true;
}

@inline
function says(what: i32): i32 {
  return bit((said.says & what) != 0);
}

function codeChange(): void {
  const s = said;
  const moved = codeBit(MOVED, says(SAYS_PLACE));
  const turned = codeBit(TURNED + moved, says(SAYS_YAW));
  const flagged = codeBit(FLAGGED + turned, says(SAYS_FLAGS));
  const hurt = codeBit(HURT, says(SAYS_HP));
  const rare = codeBit(RARE, says(SAYS_LOOKS | SAYS_WAY));
  const dressed = rare ? codeBit(DRESSED, says(SAYS_LOOKS)) : 0;
  const goes = rare ? codeBit(ON_ITS_WAY, says(SAYS_WAY)) : 0;
  s.says = moved * SAYS_PLACE | turned * SAYS_YAW | flagged * SAYS_FLAGS | hurt * SAYS_HP | dressed * SAYS_LOOKS | goes * SAYS_WAY;
  if (moved) codeStep();
  if (turned) s.yaw = codeSigned(TURN, s.yaw);
  if (flagged) codeFlags();
  if (hurt) s.hp = codeEven(8, s.hp);
  if (dressed) {
    codeRank();
    codeLooks();
  }
  if (goes) codeWay();
}

function codeStep(): void {
  const s = said;
  s.x = codeSigned(DX, s.x);
  const bits = 32 - clz(abs(s.x));
  s.z = codeSigned(DZ + NUMBER * min((bits + 1) >> 1, 3), s.z);
  s.y = codeSigned(DY, s.y);
}

function codeFlags(): void {
  let known: u32 = 0;
  for (let i = 0; i < 16; i++) known |= codeBit(FLAG + i, (said.flags >> i) & 1) << i;
  said.flags = known;
}

function codeIdentity(): void {
  const s = said;
  s.id = codeEven(32, s.id);
  s.cls = codeEven(8, s.cls);
  s.breed = codeEven(8, s.breed);
  codeRank();
  if (codeBit(HAS_LOOKS, bit(s.look != 0 || s.gear != 0))) codeLooks();
  else s.look = s.gear = 0;
}

function codeRank(): void {
  said.level = codeEven(8, said.level);
  said.team = codeEven(8, said.team);
}

function codeLooks(): void {
  said.look = codeEven(32, said.look);
  said.gear = codeEven(32, said.gear);
}

/** How and where a body is, and how it goes on. */
function codeStanding(cell: i32): void {
  const s = said;
  codeFlags();
  s.hp = codeBit(UNHURT, bit(s.hp == 255)) ? 255 : codeEven(8, s.hp);
  codePlace(cell);
  s.y = codeSigned(HEIGHT, s.y);
  s.yaw = codeEven(8, s.yaw);
  codeWay();
  s.age = codeNumber(AGE, s.age);
}

/** Within a few metres of its cell as a rule; beyond the margin of the land anywhere. */
function codePlace(cell: i32): void {
  const s = said;
  const x = (cell % CELL_SIDE) * CELL_UNITS - PLACE_BEYOND;
  const z = (cell / CELL_SIDE) * CELL_UNITS - PLACE_BEYOND;
  const isNear = ((s.x - x) | (s.z - z)) >>> PLACE_BITS == 0;
  if (codeBit(IN_CELL, bit(isNear))) {
    s.x = (x + codeEven(PLACE_BITS, s.x - x)) & 0xffff;
    s.z = (z + codeEven(PLACE_BITS, s.z - z)) & 0xffff;
  } else {
    s.x = codeEven(16, s.x);
    s.z = codeEven(16, s.z);
  }
}

function codeWay(): void {
  const s = said;
  s.vx = codeSigned(WAY_X, s.vx);
  s.vz = codeSigned(WAY_Z, s.vz);
  s.vy = codeSigned(WAY_Y, s.vy);
}
