// How the picture cuts the world: squares, counted from the world's corner, never from a region's. Plain numbers that builder and renderer share.

/** Side of a surveyed square, which is also a leaf of the ground's quadtree and a cell of the ground maps. */
export const SQUARE_M = 64;
/** The ground is sampled this often: just as bodies walk on it. */
export const STEP_M = 2;
/** Steps along a square's side. */
export const STEPS = SQUARE_M / STEP_M;
/** Samples of a survey along a side: one more than the square's own on either side. */
export const SAMPLES = STEPS + 3;
/** Side of a tile of things: works and growth. */
export const TILE_M = 128;

/** The relief: the whole world's heights this far apart, RELIEF_SIDE along a side, each in the middle of its cell. */
export const RELIEF_M = 8;
export const RELIEF_SIDE = 256;

/** One number for a square or tile by its column and row. */
export const keyOf = (i: number, j: number): number => (i + 512) * 1024 + j + 512;
export const cornerOf = (key: number): [i: number, j: number] => [Math.floor(key / 1024) - 512, (key % 1024) - 512];
