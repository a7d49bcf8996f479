// One record of a block as bits, as assembly/records.ts codes it: changes, guests, entries and who left. Part of the bench's twin.
import type { Bases } from './sightbases';
import { CELL_UNITS, NO_CELL, SIDE, type SightCells } from './sightcells';
import { Coder } from './sightcoder';
import { NUMBER, SINGLES } from './sightodds';

// What a change says.
export const SAYS_PLACE = 1;
export const SAYS_YAW = 2;
export const SAYS_FLAGS = 4;
export const SAYS_HP = 8;
export const SAYS_LOOKS = 16;
export const SAYS_WAY = 32;

// Contexts.
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
const FIRST_GAP = SINGLES;
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

const SLOT_BITS = 14;
const PLACE_BITS = 12;
const PLACE_BEYOND = ((1 << PLACE_BITS) - CELL_UNITS) / 2;

export class Records extends Coder {
  // The list at hand: how many records there are, and the slot of the last.
  private count = 0;
  private before = -1;

  constructor(
    bytes: Uint8Array,
    private readonly bodies: SightCells,
  ) {
    super(bytes);
  }

  beginList(): void {
    this.count = 0;
    this.before = -1;
  }

  /** Another record follows. */
  next(slot: number): void {
    this.bit(GOES_ON + Math.min(this.count, LATER), 1);
    this.number(this.count++ ? GAP : FIRST_GAP, slot - this.before - 1);
    this.before = slot;
  }

  /** Returns how many there were. */
  noMore(): number {
    this.bit(GOES_ON + Math.min(this.count, LATER), 0);
    return this.count;
  }

  leaver(slot: number, cell: number, now: number): void {
    this.bit(LEFT, 1);
    this.even(SLOT_BITS, slot);
    this.bit(NEXT_DOOR, now === NO_CELL ? 0 : 1);
    if (now === NO_CELL) return;
    const step = now - cell + SIDE + 1;
    this.even(2, (step / SIDE) | 0);
    this.even(2, step % SIDE);
  }

  noMoreLeavers(): void {
    this.bit(LEFT, 0);
  }

  /** What departs from the base; looks come from the body, the way from the base. */
  change(s: number, base: Bases, says: number, dx: number, dy: number, dz: number, turn: number, flags: number, hp: number): void {
    const moved = says & SAYS_PLACE ? 1 : 0;
    const turned = says & SAYS_YAW ? 1 : 0;
    const isRare = (says & (SAYS_LOOKS | SAYS_WAY)) !== 0;
    this.bit(IS_NEW, 0);
    this.bit(MOVED, moved);
    this.bit(TURNED + moved, turned);
    this.bit(FLAGGED + turned, says & SAYS_FLAGS);
    this.bit(HURT, says & SAYS_HP);
    this.bit(RARE, isRare ? 1 : 0);
    if (isRare) {
      this.bit(DRESSED, says & SAYS_LOOKS);
      this.bit(ON_ITS_WAY, says & SAYS_WAY);
    }
    if (moved) this.step(dx, dy, dz);
    if (turned) this.signed(TURN, turn);
    if (says & SAYS_FLAGS) this.flags(flags);
    if (says & SAYS_HP) this.even(8, hp);
    if (says & SAYS_LOOKS) {
      this.rank(s);
      this.looks(s);
    }
    if (says & SAYS_WAY) this.way(s, base);
  }

  /** How and where a body is by a base; of an entry also who he is. */
  standing(s: number, base: Bases, tick: number, cell: number, isEntry: boolean): void {
    this.bit(IS_NEW, 1);
    this.bit(IS_ENTRY, isEntry ? 1 : 0);
    if (isEntry) this.identity(s);
    this.flags(base.flags[s]);
    const hp = base.hp[s];
    this.bit(UNHURT, hp === 255 ? 1 : 0);
    if (hp !== 255) this.even(8, hp);
    this.place(base.x[s], base.z[s], cell);
    this.signed(HEIGHT, base.y[s]);
    this.even(8, base.yaw[s]);
    this.way(s, base);
    this.number(AGE, base.age(s, tick));
  }

  private step(dx: number, dy: number, dz: number): void {
    this.signed(DX, dx);
    const bits = 32 - Math.clz32(Math.abs(dx));
    this.signed(DZ + NUMBER * Math.min((bits + 1) >> 1, 3), dz);
    this.signed(DY, dy);
  }

  private flags(flags: number): void {
    for (let i = 0; i < 16; i++) this.bit(FLAG + i, (flags >> i) & 1);
  }

  private identity(s: number): void {
    const { ids, classes, kinds, looks, gear } = this.bodies;
    this.even(32, ids[s]);
    this.even(8, classes[s]);
    this.even(8, kinds[s]);
    this.rank(s);
    const hasLooks = (looks[s] | gear[s]) !== 0;
    this.bit(HAS_LOOKS, hasLooks ? 1 : 0);
    if (hasLooks) this.looks(s);
  }

  private rank(s: number): void {
    this.even(8, this.bodies.levels[s]);
    this.even(8, this.bodies.teams[s]);
  }

  private looks(s: number): void {
    this.even(32, this.bodies.looks[s]);
    this.even(32, this.bodies.gear[s]);
  }

  private place(x: number, z: number, cell: number): void {
    const row = (cell / SIDE) | 0;
    const east = x - (cell - row * SIDE) * CELL_UNITS + PLACE_BEYOND;
    const south = z - row * CELL_UNITS + PLACE_BEYOND;
    const isNear = (east | south) >>> PLACE_BITS === 0;
    this.bit(IN_CELL, isNear ? 1 : 0);
    this.even(isNear ? PLACE_BITS : 16, isNear ? east : x);
    this.even(isNear ? PLACE_BITS : 16, isNear ? south : z);
  }

  private way(s: number, base: Bases): void {
    this.signed(WAY_X, base.vx[s]);
    this.signed(WAY_Z, base.vz[s]);
    this.signed(WAY_Y, base.vy[s]);
  }
}
