// Round what stands in the way: whoever walks and does not get on turns aside for a moment, to the other side each time. In: where he is, now
// and then. Out: how far to turn from the way he wants.

/** Who gets on by less than this between two looks is held up by something. */
const STUCK_M = 0.12;
/** He goes aside for so many looks. */
const ASIDE_LOOKS = 4;
const TURN = 1.1;

export class Sidestep {
  private x = Number.NaN;
  private z = Number.NaN;
  private looks = 0;
  private side = 1;

  /** Radians to add to the yaw of somebody who stands there and walks; to be asked at every look, and only while he walks. */
  turn(x: number, z: number): number {
    const isStuck = Math.hypot(x - this.x, z - this.z) < STUCK_M;
    this.x = x;
    this.z = z;
    if (this.looks > 0) this.looks--;
    else if (isStuck) {
      this.looks = ASIDE_LOOKS;
      this.side = -this.side;
    }
    return this.looks > 0 ? this.side * TURN : 0;
  }

  /** He stands: the next step is a first one. */
  rest(): void {
    this.x = Number.NaN;
    this.looks = 0;
  }
}
