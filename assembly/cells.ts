// Interest, first half: which cell every body is in, who left which cell for which, and what happened in which cell. Once per tick.
import * as L from './layout';
import {
  beforeX, beforeZ, bodyCell, bodyId, cameFrom, cellSince, cellSlots, cellStarts, leaverCounts, leaverHeads, leaverIds, leaverNext, leaverSlots, MOST_CELLS,
  nowX, nowY, nowZ, posX, posY, posZ, toldHeads, toldId, toldNext, wasX, wasY, wasZ,
} from './memory';
import { CELLS, cellOf, holds, isNextDoor, keyBefore, NO_CELL, wireAbove, wireX, wireZ } from './bases';
import { farOutcomeCount, isHostOnly, outcomeAt, outcomeCount } from './outcomes';
import { head } from './world';

/** End of a list of leavers or outcomes. */
export const NOBODY: i32 = 0xffff;

@inline
export function listOf(tick: u32, cell: i32): i32 {
  return <i32>(tick & 3) * <i32>MOST_CELLS + cell;
}

/** Nobody has left any cell: without this a list that was never begun would run in a circle. */
export function clearLeavers(): void {
  memory.fill(changetype<usize>(leaverHeads), 0xff, 4 * MOST_CELLS * 2);
}

function leave(tick: u32, slot: i32): void {
  const turn = <i32>(tick & 3);
  const n = <i32>leaverCounts[turn];
  const entry = turn * L.MAX_ENTITIES + n;
  const list = listOf(tick, bodyCell[slot]);
  leaverIds[entry] = toldId[slot];
  leaverSlots[entry] = slot;
  leaverNext[entry] = leaverHeads[list];
  leaverHeads[list] = n;
  leaverCounts[turn] = n + 1;
}

/** Finds everybody's place on the wire and notes who changed cells, came or went. */
export function placeBodies(tick: u32): void {
  const turn = <i32>(tick & 3);
  leaverCounts[turn] = 0;
  memory.fill(changetype<usize>(leaverHeads) + <usize>listOf(tick, 0) * 2, 0xff, MOST_CELLS * 2);
  const used = head.slotsUsed;
  for (let s = 0; s < used; s++) {
    const id = bodyId[s];
    if (id != toldId[s]) {
      if (toldId[s] != 0) leave(tick, s);
      toldId[s] = id;
      bodyCell[s] = NO_CELL;
    }
    if (id == 0) continue;
    const x = wireX(posX[s]);
    const z = wireZ(posZ[s]);
    const y = wireAbove(posX[s], posY[s], posZ[s]);
    const fresh = bodyCell[s] == NO_CELL;
    const cell = !fresh && holds(bodyCell[s], x, z) ? <i32>bodyCell[s] : cellOf(x, z);
    beforeX[s] = fresh ? x : wasX[s];
    beforeZ[s] = fresh ? z : wasZ[s];
    wasX[s] = fresh ? x : nowX[s];
    wasY[s] = fresh ? y : nowY[s];
    wasZ[s] = fresh ? z : nowZ[s];
    nowX[s] = x;
    nowY[s] = y;
    nowZ[s] = z;
    if (cell == bodyCell[s]) continue;
    if (!fresh) leave(tick, s);
    // All who see a cell know who was there at a key tick, however seldom they hear of it; who sees a cell sees those round it, as a rule.
    cameFrom[s] = !fresh && <i32>(cellSince[s] - keyBefore(tick)) <= 0 && isNextDoor(bodyCell[s], cell) ? bodyCell[s] : NO_CELL;
    bodyCell[s] = cell;
    cellSince[s] = tick;
  }
}

/** Sorts the bodies by cell (counting sort), within a cell by slot. */
export function sortBodies(): void {
  memory.fill(changetype<usize>(cellStarts), 0, <usize>(CELLS + 2) << 1);
  const used = head.slotsUsed;
  for (let s = 0; s < used; s++) {
    if (bodyId[s]) cellStarts[bodyCell[s] + 1] = cellStarts[bodyCell[s] + 1] + 1;
  }
  let total = 0;
  for (let cell = 1; cell <= CELLS; cell++) {
    const here = cellStarts[cell];
    cellStarts[cell] = total;
    total += here;
  }
  for (let s = 0; s < used; s++) {
    if (bodyId[s] == 0) continue;
    const cell = bodyCell[s] + 1;
    cellSlots[cellStarts[cell]] = s;
    cellStarts[cell] = cellStarts[cell] + 1;
  }
}

function listOutcome(tick: u32, i: i32): void {
  const o = outcomeAt(tick, i);
  if (isHostOnly(o.type)) return;
  const list = listOf(tick, cellOf(wireX(o.x), wireZ(o.z)));
  const turn = <i32>(tick & 3) * L.MAX_OUTCOMES;
  toldNext[turn + i] = toldHeads[list];
  toldHeads[list] = i;
}

/** Lists this tick's outcomes by the cell they happened in, first ones first; the neighbours' before ours. */
export function sortOutcomes(tick: u32): void {
  memory.fill(changetype<usize>(toldHeads) + <usize>listOf(tick, 0) * 2, 0xff, MOST_CELLS * 2);
  for (let i = outcomeCount(tick) - 1; i >= 0; i--) listOutcome(tick, i);
  for (let i = 0, n = farOutcomeCount(tick); i < n; i++) listOutcome(tick, L.MAX_OUTCOMES - n + i);
}
