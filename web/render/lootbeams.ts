// A beam over whatever lies there with something for the player: taller and with more beads on it the rarer the best thing is, so that
// rarity can be read without its colour. In: places and ranks. Out: streaks (one draw with all others) and a ring at the foot.
import { display } from './overlaymaterial';
import type { Rings } from './rings';
import type { Streaks } from './streaks';

export interface Lit {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** 0 common, 1 fine, 2 rare, 3 epic. */
  readonly rank: number;
}

const BEAM_S = 1.2;
const SEEN_M = 70;
const MOST = 40;
const HEIGHTS_M = [1.5, 2.5, 3.6, 5] as const;
const WIDTHS_M = [0.13, 0.18, 0.23, 0.29] as const;
const COLORS = {
  default: ['#f3e6c4', '#7fe08a', '#58b0ff', '#c79bff'],
  deutan: ['#f3e6c4', '#9fd0ff', '#58b0ff', '#f3a6e6'],
  tritan: ['#f3e6c4', '#7fe08a', '#5fd7e6', '#ff9ac9'],
} as const;
const FEET = {
  default: COLORS.default.map(display),
  deutan: COLORS.deutan.map(display),
  tritan: COLORS.tritan.map(display),
} as const;

export class LootBeams {
  private next = 0;

  constructor(private readonly streaks: Streaks) {}

  /** `lit` as the game lists it; what is far is left out. */
  update(
    lit: readonly Lit[],
    rings: Pick<Rings, 'put'>,
    camera: { x: number; z: number },
    palette: keyof typeof COLORS,
    timeS: number,
    calm: boolean,
  ): void {
    if (!lit.length) return;
    const cast = timeS >= this.next || timeS < this.next - BEAM_S;
    // Two beams always overlap, and the squares of their sines add up to one: the light stands still.
    if (cast) this.next = timeS + BEAM_S / 2;
    let count = 0;
    for (const { x, y, z, rank } of lit) {
      if (Math.hypot(x - camera.x, z - camera.z) > SEEN_M || count++ >= MOST) continue;
      rings.put(rank > 1 ? 'ticks' : 'line', x, y, z, 0.5 + rank * 0.06, FEET[palette][rank], 0.75, 0.06, calm ? 0 : timeS * 0.12);
      if (cast) this.streaks.beam(x, y, z, HEIGHTS_M[rank], WIDTHS_M[rank], COLORS[palette][rank], rank, BEAM_S, calm, timeS);
    }
  }
}
