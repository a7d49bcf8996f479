// How many are where, counted by squares. In: places. Out: how many are in a place's square and in the eight round it.

/** Squares are numbered row by row, far more of them to a row than there are: those beside one are a step or a row away. */
const ROW = 1 << 16;
const AROUND = [0, -1, 1, -ROW, ROW, -ROW - 1, -ROW + 1, ROW - 1, ROW + 1];

export class Squares {
  private readonly counts = new Map<number, number>();

  constructor(private readonly side_m: number) {}

  get isEmpty(): boolean {
    return !this.counts.size;
  }

  clear(): void {
    this.counts.clear();
  }

  add(x: number, z: number): void {
    const square = this.squareOf(x, z);
    this.counts.set(square, (this.counts.get(square) ?? 0) + 1);
  }

  /** No farther than one side away in both directions are all counted, farther than two none. */
  around(x: number, z: number): number {
    const square = this.squareOf(x, z);
    return AROUND.reduce((sum, step) => sum + (this.counts.get(square + step) ?? 0), 0);
  }

  private squareOf(x: number, z: number): number {
    return Math.floor(z / this.side_m) * ROW + Math.floor(x / this.side_m);
  }
}
