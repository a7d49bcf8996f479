// The way round obstacles: A* (P. Hart, N. Nilsson, B. Raphael, "A Formal Basis for the Heuristic Determination of Minimum Cost Paths",
// 1968) over the walk map, in a window of PATH_SIDE metres round the walker. Out: the farthest point of the way that he can walk to straight.
import { NAV_SIDE, PATHS, PATH_SIDE } from './memory';
import { canWalk, isOpen, navColumn } from './nav';
import { U16s, U32s, U8s } from './columns';
import * as L from './layout';
import { head } from './world';

const SQUARES = PATH_SIDE * PATH_SIDE;
const HALF = PATH_SIDE / 2;
const costs = changetype<U16s>(PATHS);
const states = changetype<U8s>(PATHS + <usize>SQUARES * 2); // 0 unseen, 1 open, 2 closed
const cameFrom = changetype<U8s>(PATHS + <usize>SQUARES * 3); // step that led here
const heap = changetype<U32s>(PATHS + <usize>SQUARES * 4); // cost << 12 | square
/** Squares looked at before a search settles for the nearest it has found. */
const MOST_LOOKS = 2200;
const STRAIGHT = 10;
const DIAGONAL = 14;

// Steps: 0-3 straight, 4-7 diagonal.
@inline
function stepColumn(step: i32): i32 {
  return step == 0 || step == 4 || step == 5 ? 1 : step == 1 || step == 6 || step == 7 ? -1 : 0;
}
@inline
function stepRow(step: i32): i32 {
  return step == 2 || step == 4 || step == 6 ? 1 : step == 3 || step == 5 || step == 7 ? -1 : 0;
}

/** Where the last search says to walk to. */
export let wayX: f32 = 0;
export let wayZ: f32 = 0;

// The window and the goal in it.
let west: i32 = 0;
let north: i32 = 0;
let goalColumn: i32 = 0;
let goalRow: i32 = 0;
let heaped: i32 = 0;

@inline
function estimate(column: i32, row: i32): i32 {
  const dx = abs(column - goalColumn);
  const dz = abs(row - goalRow);
  return STRAIGHT * max(dx, dz) + (DIAGONAL - STRAIGHT) * min(dx, dz);
}

function heapPush(value: u32): void {
  let at = heaped++;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (heap[above] <= value) break;
    heap[at] = heap[above];
    at = above;
  }
  heap[at] = value;
}

function heapPop(): u32 {
  const top = heap[0];
  const value = heap[--heaped];
  let at = 0;
  for (;;) {
    let below = at * 2 + 1;
    if (below >= heaped) break;
    if (below + 1 < heaped && heap[below + 1] < heap[below]) below++;
    if (heap[below] >= value) break;
    heap[at] = heap[below];
    at = below;
  }
  heap[at] = value;
  return top;
}

@inline
function passable(column: i32, row: i32): bool {
  const c = west + column;
  const r = north + row;
  return c > 0 && r > 0 && c < NAV_SIDE - 1 && r < NAV_SIDE - 1 && isOpen(c, r);
}

/** Looks at the eight neighbours of a square. Who stands on closed ground (pushed there) may cross it for two squares. */
function expand(square: i32): void {
  const column = square % PATH_SIDE;
  const row = square / PATH_SIDE;
  const from = costs[square];
  const trapped = from <= 2 * DIAGONAL && !passable(column, row);
  for (let step = 0; step < 8; step++) {
    const c = column + stepColumn(step);
    const r = row + stepRow(step);
    if (c < 0 || r < 0 || c >= PATH_SIDE || r >= PATH_SIDE) continue;
    if (!trapped && !passable(c, r)) continue;
    // No cutting of corners.
    if (step > 3 && !trapped && (!passable(c, row) || !passable(column, r))) continue;
    const next = r * PATH_SIDE + c;
    const cost = from + (step > 3 ? DIAGONAL : STRAIGHT);
    if (states[next] == 2 || (states[next] == 1 && costs[next] <= cost)) continue;
    states[next] = 1;
    costs[next] = cost;
    cameFrom[next] = step;
    if (heaped < SQUARES * 3 - 8) heapPush((<u32>(cost + estimate(c, r)) << 12) | <u32>next);
  }
}

/** Finds a way from one point towards another. True when it leads anywhere: then wayX, wayZ is the next point to walk to. */
export function findWay(x0: f32, z0: f32, x1: f32, z1: f32): bool {
  west = navColumn(x0 - head.originX) - HALF;
  north = navColumn(z0 - head.originZ) - HALF;
  goalColumn = min(max(navColumn(x1 - head.originX) - west, 0), PATH_SIDE - 1);
  goalRow = min(max(navColumn(z1 - head.originZ) - north, 0), PATH_SIDE - 1);
  memory.fill(changetype<usize>(states), 0, SQUARES);
  heaped = 0;
  const start = HALF * PATH_SIDE + HALF;
  costs[start] = 0;
  states[start] = 1;
  heapPush(<u32>start);
  const goal = goalRow * PATH_SIDE + goalColumn;
  let best = start;
  let nearest = estimate(HALF, HALF);
  for (let looks = 0; looks < MOST_LOOKS && heaped > 0; looks++) {
    const square = <i32>(heapPop() & 4095);
    if (states[square] == 2) continue;
    states[square] = 2;
    const left = estimate(square % PATH_SIDE, square / PATH_SIDE);
    if (left < nearest) {
      nearest = left;
      best = square;
    }
    if (square == goal) break;
    expand(square);
  }
  return best != start && pull(start, best, x0, z0);
}

@inline
function squareX(square: i32): f32 {
  return <f32>(west + square % PATH_SIDE) + 0.5 + head.originX - <f32>L.REGION_MARGIN_M;
}
@inline
function squareZ(square: i32): f32 {
  return <f32>(north + square / PATH_SIDE) + 0.5 + head.originZ - <f32>L.REGION_MARGIN_M;
}

/** Walks the way back from its end to the first point that can be reached in a straight line. */
function pull(start: i32, end: i32, x0: f32, z0: f32): bool {
  let square = end;
  let last = end;
  while (square != start) {
    wayX = squareX(square);
    wayZ = squareZ(square);
    if (canWalk(x0, z0, wayX, wayZ)) return true;
    last = square;
    const step = cameFrom[square];
    square -= stepRow(step) * PATH_SIDE + stepColumn(step);
  }
  wayX = squareX(last);
  wayZ = squareZ(last);
  return true;
}
