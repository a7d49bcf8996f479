// First part of the bench's twin of interest: the bodies, which cell each is in and who left which, as assembly/cells.ts finds out. In the
// bench nobody comes or goes, and nobody fights: what the core does about that is missing here.
import * as L from '../../assembly/layout';
import { keyBefore } from './sightbases';

const SCALE = L.POSITION_SCALE;
export const SIDE = (L.REGION_SIZE_M + 2 * L.REGION_MARGIN_M) / L.CELL_SIZE_M;
export const CELLS = SIDE * SIDE;
const CELL_SHIFT = 11;
export const CELL_UNITS = 1 << CELL_SHIFT;
const CELL_HOLD = L.CELL_HOLD_M * SCALE;
export const NO_CELL = 0xffff;
/** Whether two cells touch. */
export const isNextDoor = (a: number, b: number) =>
  Math.abs((a % SIDE) - (b % SIDE)) <= 1 && Math.abs(Math.floor(a / SIDE) - Math.floor(b / SIDE)) <= 1;
/** End of a list of leavers. */
export const NOBODY = 0xffff;

function holds(cell: number, x: number, z: number): boolean {
  const row = (cell / SIDE) | 0;
  const east = x - ((cell - row * SIDE) << CELL_SHIFT) + CELL_HOLD;
  const south = z - (row << CELL_SHIFT) + CELL_HOLD;
  const most = CELL_UNITS + 2 * CELL_HOLD;
  return east >= 0 && east < most && south >= 0 && south < most;
}

function cellOf(x: number, z: number): number {
  return Math.min(z >> CELL_SHIFT, SIDE - 1) * SIDE + Math.min(x >> CELL_SHIFT, SIDE - 1);
}

/** Metres in units of the wire, rounded as the core does on 32-bit floats. */
function units(metres: number): number {
  return Math.floor(Math.fround(Math.fround(metres * SCALE) + 0.5));
}

/** From an edge of the margin on. */
function unitsAlong(metres: number, edge: number): number {
  return Math.min(Math.max(units(metres - edge), 0), 0xffff);
}

const YAW_UNITS = Math.fround(256 / Math.fround(6.2831853));

export class SightCells {
  // What the bodies are, by slot. An id of 0: a free slot.
  readonly ids = new Int32Array(L.MAX_ENTITIES);
  readonly x = new Float32Array(L.MAX_ENTITIES);
  /** Above the ground. */
  readonly y = new Float32Array(L.MAX_ENTITIES);
  readonly z = new Float32Array(L.MAX_ENTITIES);
  readonly velX = new Float32Array(L.MAX_ENTITIES);
  readonly velZ = new Float32Array(L.MAX_ENTITIES);
  readonly yaw = new Float32Array(L.MAX_ENTITIES);
  readonly flags = new Uint16Array(L.MAX_ENTITIES);
  readonly hp = new Int32Array(L.MAX_ENTITIES);
  readonly hpMax = new Int32Array(L.MAX_ENTITIES);
  readonly classes = new Uint8Array(L.MAX_ENTITIES);
  readonly kinds = new Uint8Array(L.MAX_ENTITIES);
  readonly levels = new Uint8Array(L.MAX_ENTITIES);
  readonly teams = new Uint8Array(L.MAX_ENTITIES);
  readonly looks = new Int32Array(L.MAX_ENTITIES);
  readonly gear = new Int32Array(L.MAX_ENTITIES);
  readonly looksTick = new Int32Array(L.MAX_ENTITIES);
  slots = 0;

  // Where they are on the wire, were a tick ago and a tick before that.
  readonly nowX = new Uint16Array(L.MAX_ENTITIES);
  readonly nowY = new Int16Array(L.MAX_ENTITIES);
  readonly nowZ = new Uint16Array(L.MAX_ENTITIES);
  readonly wasX = new Uint16Array(L.MAX_ENTITIES);
  readonly wasY = new Int16Array(L.MAX_ENTITIES);
  readonly wasZ = new Uint16Array(L.MAX_ENTITIES);
  readonly beforeX = new Uint16Array(L.MAX_ENTITIES);
  readonly beforeZ = new Uint16Array(L.MAX_ENTITIES);
  readonly cell = new Uint16Array(L.MAX_ENTITIES).fill(NO_CELL);
  readonly cellSince = new Int32Array(L.MAX_ENTITIES);
  /** The cell that a body came from, if all who see that one know the body. */
  readonly cameFrom = new Uint16Array(L.MAX_ENTITIES).fill(NO_CELL);

  /** Slots by cell. */
  readonly starts = new Uint16Array(CELLS + 2);
  readonly sorted = new Uint16Array(L.MAX_ENTITIES);

  // Who left a cell: lists per cell for each of the last four ticks.
  readonly leaverHeads = new Uint16Array(4 * CELLS).fill(NOBODY);
  readonly leaverNext = new Uint16Array(4 * L.MAX_ENTITIES);
  readonly leaverSlots = new Uint16Array(4 * L.MAX_ENTITIES);
  private leavers = 0;

  /** West and north edge of the margin. */
  protected readonly west: number;
  protected readonly north: number;

  constructor(originX: number, originZ: number) {
    this.west = originX - L.REGION_MARGIN_M;
    this.north = originZ - L.REGION_MARGIN_M;
  }

  /** The cell of a place in metres, whatever cell a body there still counts for. */
  cellAt(x: number, z: number): number {
    return cellOf(unitsAlong(x, this.west), unitsAlong(z, this.north));
  }

  /** Finds everybody's place on the wire and notes who changed cells. */
  place(tick: number): void {
    const { ids, nowX, nowY, nowZ, wasX, wasY, wasZ, beforeX, beforeZ } = this;
    const turn = tick & 3;
    this.leavers = 0;
    this.leaverHeads.fill(NOBODY, turn * CELLS, (turn + 1) * CELLS);
    for (let s = 0; s < this.slots; s++) {
      if (ids[s] === 0) continue;
      const x = unitsAlong(this.x[s], this.west);
      const z = unitsAlong(this.z[s], this.north);
      const y = Math.min(Math.max(units(this.y[s]), -32768), 32767);
      const old = this.cell[s];
      const fresh = old === NO_CELL;
      const cell = !fresh && holds(old, x, z) ? old : cellOf(x, z);
      beforeX[s] = fresh ? x : wasX[s];
      beforeZ[s] = fresh ? z : wasZ[s];
      wasX[s] = fresh ? x : nowX[s];
      wasY[s] = fresh ? y : nowY[s];
      wasZ[s] = fresh ? z : nowZ[s];
      nowX[s] = x;
      nowY[s] = y;
      nowZ[s] = z;
      if (cell === old) continue;
      if (!fresh) this.leave(turn, s);
      this.cameFrom[s] = !fresh && this.cellSince[s] <= keyBefore(tick) && isNextDoor(old, cell) ? old : NO_CELL;
      this.cell[s] = cell;
      this.cellSince[s] = tick;
    }
  }

  private leave(turn: number, s: number): void {
    const n = this.leavers++;
    const entry = turn * L.MAX_ENTITIES + n;
    const list = turn * CELLS + this.cell[s];
    this.leaverSlots[entry] = s;
    this.leaverNext[entry] = this.leaverHeads[list];
    this.leaverHeads[list] = n;
  }

  /** Sorts the bodies by cell (counting sort), within a cell by slot. */
  sort(): void {
    const { starts, sorted, cell, ids } = this;
    starts.fill(0);
    for (let s = 0; s < this.slots; s++) if (ids[s] !== 0) starts[cell[s] + 1]++;
    let total = 0;
    for (let c = 1; c <= CELLS; c++) {
      const here = starts[c];
      starts[c] = total;
      total += here;
    }
    for (let s = 0; s < this.slots; s++) if (ids[s] !== 0) sorted[starts[cell[s] + 1]++] = s;
  }

  wireYaw(s: number): number {
    return Math.floor(Math.fround(Math.fround(this.yaw[s] * YAW_UNITS) + 0.5)) & 255;
  }

  /** Health as everybody sees it: 0 dead, 1..255 alive. */
  shownHp(s: number): number {
    const hp = this.hp[s];
    return hp <= 0 ? 0 : Math.max(1, ((hp * 255) / this.hpMax[s]) | 0);
  }
}
