// Third part of the bench's twin of interest: the bytes of a cell for a cadence, as assembly/blocks.ts makes them. In: bodies by
// cell, their bases, what happened. Out: blocks in an arena, and who is a guest in them.
import * as L from '../../assembly/layout';
import {
  type Bases,
  byte,
  isKey,
  isWithin,
  keyBefore,
  short,
  TOLERANCE,
  TOLERANCE_BETWEEN,
  TOLERANCE_Y,
  TOLERANCE_YAW,
} from './sightbases';
import { CELLS, isNextDoor, NO_CELL, NOBODY } from './sightcells';
import { AT_KEY, BETWEEN, WHOLE } from './sightodds';
import { Records, SAYS_FLAGS, SAYS_HP, SAYS_LOOKS, SAYS_PLACE, SAYS_WAY, SAYS_YAW } from './sightrecords';
import { SightSettling } from './sightsettling';
import { SightTellings } from './sighttellings';

export const FORM_FULL = 3;
export const FORM_FORGET = 4;
const FORM_STRANGERS = 5;
export const FORM_SHIFT = 12;
const HAS_OUTCOMES = 1 << 10;
const MOST_GUESTS = 8192;

export class SightBlocks extends SightSettling {
  /** A frame, then the blocks: in one array, so that a block is copied without a view made for it. */
  readonly bytes = new Uint8Array(L.MAX_FRAME_BYTES + (4 << 20));
  protected readonly records = new Records(this.bytes, this);
  readonly tellings = new SightTellings();
  protected tick = 0;
  // By cadence and, in full, by cell.
  protected readonly blockAt = new Int32Array(4 * CELLS);
  protected readonly blockLength = new Int32Array(4 * CELLS);
  /** Guests told of in this tick's blocks: slots, and by block the first one and how many. */
  protected readonly guestSlots = new Uint16Array(MOST_GUESTS);
  protected readonly guestStarts = new Uint16Array(3 * CELLS);
  protected readonly guestCounts = new Uint16Array(3 * CELLS);
  private guests = 0;

  protected beginBlocks(): void {
    this.records.out = L.MAX_FRAME_BYTES;
    this.blockLength.fill(0);
    this.guests = 0;
  }

  protected writeBlock(cell: number, cadence: number): void {
    const { records, tick } = this;
    const block = cadence * CELLS + cell;
    const start = records.out;
    records.put16(cell | (cadence << FORM_SHIFT));
    records.begin(isKey(tick) ? AT_KEY : BETWEEN);
    const left = this.writeLeavers(cell, 1 << cadence);
    const told = this.writeRecords(cell, cadence);
    records.end();
    const happened = this.tellings.write(records, cell, 1 << cadence, tick);
    if (!left && !told && !happened) records.out = start;
    else if (happened) this.bytes[start + 1] |= HAS_OUTCOMES >> 8;
    this.blockAt[block] = start;
    this.blockLength[block] = records.out - start;
  }

  /** The block of a whole cell. */
  protected writeFull(cell: number): void {
    const { records } = this;
    const block = FORM_FULL * CELLS + cell;
    const start = records.out;
    records.put16(cell | (FORM_FULL << FORM_SHIFT));
    records.begin(WHOLE);
    records.beginList();
    for (let i = this.starts[cell], end = this.starts[cell + 1]; i < end; i++) {
      const s = this.sorted[i];
      records.next(s);
      records.standing(s, this.bases[2], this.tick, cell, true);
    }
    records.noMore();
    records.end();
    this.blockAt[block] = start;
    this.blockLength[block] = records.out - start;
  }

  /** One guest of a shared block, told to a watcher who does not know him; the first one begins the block. */
  protected writeStranger(s: number, isFirst: boolean, cell: number, cadence: number): void {
    const { records } = this;
    if (isFirst) {
      records.put16(cell | (FORM_STRANGERS << FORM_SHIFT));
      records.begin(WHOLE);
      records.beginList();
    }
    records.next(s);
    records.standing(s, this.bases[cadence], this.tick, cell, true);
  }

  protected endStrangers(): void {
    this.records.noMore();
    this.records.end();
  }

  private writeLeavers(cell: number, ticks: number): boolean {
    const { records, leaverNext } = this;
    let any = false;
    for (let age = 0; age < ticks; age++) {
      const turn = (this.tick - age) & 3;
      for (let n = this.leaverHeads[turn * CELLS + cell]; n !== NOBODY; n = leaverNext[turn * L.MAX_ENTITIES + n]) {
        const s = this.leaverSlots[turn * L.MAX_ENTITIES + n];
        if (this.cell[s] === cell) continue;
        records.leaver(s, cell, isNextDoor(this.cell[s], cell) ? this.cell[s] : NO_CELL);
        any = true;
      }
    }
    records.noMoreLeavers();
    return any;
  }

  private writeRecords(cell: number, cadence: number): boolean {
    const { records, tick, sorted, cellSince } = this;
    const ticks = 1 << cadence;
    const base = this.bases[cadence];
    const block = cadence * CELLS + cell;
    this.guestStarts[block] = this.guests;
    records.beginList();
    for (let i = this.starts[cell], end = this.starts[cell + 1]; i < end; i++) {
      const s = sorted[i];
      if (cellSince[s] > tick - ticks) {
        this.enter(s, base, tick);
        records.next(s);
        records.standing(s, base, tick, cell, !this.isGuest(s));
      } else this.writeChange(s, base, ticks);
    }
    this.guestCounts[block] = this.guests - this.guestStarts[block];
    return records.noMore() > 0;
  }

  private isGuest(s: number): boolean {
    if (this.cameFrom[s] === NO_CELL || this.guests === MOST_GUESTS || this.looksTick[s] > keyBefore(this.cellSince[s]))
      return false;
    this.guestSlots[this.guests++] = s;
    return true;
  }

  /** What departs from what the receivers take for granted; false when nothing does. */
  private writeChange(s: number, base: Bases, ticks: number): void {
    const { tick } = this;
    const key = isKey(tick);
    const dx = short((key ? this.settledX[s] : this.nowX[s]) - base.atX(s, tick));
    const dy = short((key ? this.settledY[s] : this.nowY[s]) - base.atY(s, tick));
    const dz = short((key ? this.settledZ[s] : this.nowZ[s]) - base.atZ(s, tick));
    const most = ticks === 1 ? TOLERANCE : TOLERANCE_BETWEEN;
    const mostY = ticks === 1 ? TOLERANCE_Y : TOLERANCE_BETWEEN;
    const moved = key ? (dx | dy | dz) !== 0 : !isWithin(dx, dy, dz, most, mostY);
    const facing = key ? this.settledYaw[s] : this.wireYaw(s);
    const turn = byte(facing - base.yaw[s]);
    const turned = key ? turn !== 0 : Math.abs(turn) > TOLERANCE_YAW;
    const changed = this.flags[s] ^ base.flags[s];
    const hp = this.shownHp(s);
    const anew = key && this.toldAnew[s] !== 0;
    const says =
      (moved ? SAYS_PLACE : 0) |
      (turned ? SAYS_YAW : 0) |
      (changed ? SAYS_FLAGS : 0) |
      (hp !== base.hp[s] ? SAYS_HP : 0) |
      (this.looksTick[s] > tick - ticks ? SAYS_LOOKS : 0) |
      (anew ? SAYS_WAY : 0);
    if (says === 0) return;
    if (moved && !key) base.move(s, tick, ticks, this.nowX[s], this.nowY[s], this.nowZ[s]);
    if (turned) base.yaw[s] = facing;
    base.flags[s] = this.flags[s];
    base.hp[s] = hp;
    if (anew) this.enter(s, base, tick);
    this.records.next(s);
    this.records.change(s, base, says, dx, dy, dz, turn, changed, hp);
  }
}
