// The space grid: bodies sorted by 4 m square (counting sort), rebuilt once in a tick and after any change from outside.
// In: positions. Out: gridStarts / gridSlots, and nearby() which fills the list at NEAR.
import * as L from './layout';
import { bodyClass, bodyId, GRID_CELL_M, GRID_SIDE, gridCellOf, gridSlots, gridStarts, NEAR, posX, posZ } from './memory';
import { fourFloats, putFourHalves, U32s } from './columns';
import { head } from './world';

export const found = changetype<U32s>(NEAR);


@inline
export function gridColumn(metres: f32): i32 {
  return min(max(<i32>(metres * (1.0 / <f32>GRID_CELL_M)), 0), GRID_SIDE - 1);
}

/** gridColumn() of four coordinates counted from the margin's edge. */
@inline
function fourColumns(metres: v128): v128 {
  const column = i32x4.trunc_sat_f32x4_s(f32x4.mul(metres, f32x4.splat(1.0 / <f32>GRID_CELL_M)));
  return i32x4.min_s(i32x4.max_s(column, i32x4.splat(0)), i32x4.splat(GRID_SIDE - 1));
}

/** In which squares four bodies stand. */
@inline
function fourSquares(x: v128, z: v128): v128 {
  const margin = f32x4.splat(<f32>L.REGION_MARGIN_M);
  const row = fourColumns(f32x4.add(f32x4.sub(z, f32x4.splat(head.originZ)), margin));
  const column = fourColumns(f32x4.add(f32x4.sub(x, f32x4.splat(head.originX)), margin));
  return i32x4.add(i32x4.mul(row, i32x4.splat(GRID_SIDE)), column);
}

export function spoilGrid(): void {
  head.gridStale = 1;
}

export function buildGrid(): void {
  const squares = GRID_SIDE * GRID_SIDE;
  memory.fill(changetype<usize>(gridStarts), 0, <usize>(squares + 2) << 1);
  const used = head.slotsUsed;
  for (let s = 0; s < used; s += 4) putFourHalves(gridCellOf, s, fourSquares(fourFloats(posX, s), fourFloats(posZ, s)));
  for (let s = 0; s < used; s++) {
    if (bodyId[s] == 0) continue;
    const square = gridCellOf[s];
    gridStarts[square + 1] = gridStarts[square + 1] + 1;
  }
  // Starts shifted by one: while filling, starts[square + 1] runs from the square's first body to its end. Eight empty squares are one step:
  // most of the margin is empty, and most of a quiet region.
  let total = 0;
  for (let square = 1; square <= squares; square += 8) {
    const eight = changetype<usize>(gridStarts) + (<usize>square << 1);
    if (!v128.any_true(v128.load(eight))) {
      v128.store(eight, i16x8.splat(<i16>total));
      continue;
    }
    for (let s = square; s < square + 8; s++) {
      const here = gridStarts[s];
      gridStarts[s] = total;
      total += here;
    }
  }
  for (let s = 0; s < used; s++) {
    if (bodyId[s] == 0) continue;
    const square = gridCellOf[s] + 1;
    const at = gridStarts[square];
    gridSlots[at] = s;
    gridStarts[square] = at + 1;
  }
  head.gridCount = total;
  head.gridStale = 0;
}

/** Slots of all bodies within `reach` of a point, in `found`, by square and slot; cls 0: of every class. Returns how many. */
export function nearby(x: f32, z: f32, reach: f32, cls: i32): i32 {
  if (head.gridStale) buildGrid();
  const margin: f32 = <f32>L.REGION_MARGIN_M;
  const u = x - head.originX + margin;
  const v = z - head.originZ + margin;
  // Bodies may have moved a little since the grid was built.
  const slack = reach + 1;
  const west = gridColumn(u - slack);
  const east = gridColumn(u + slack);
  const south = gridColumn(v + slack);
  let n = 0;
  for (let row = gridColumn(v - slack); row <= south; row++) {
    // Squares of a row lie side by side, so a row of them is one run of bodies.
    const end = gridStarts[row * GRID_SIDE + east + 1];
    for (let i = gridStarts[row * GRID_SIDE + west]; i < end; i++) {
      const s = gridSlots[i];
      if (bodyId[s] == 0 || (cls != 0 && bodyClass[s] != cls)) continue;
      const dx = posX[s] - x;
      const dz = posZ[s] - z;
      if (dx * dx + dz * dz <= reach * reach) found[n++] = s;
    }
  }
  return n;
}
