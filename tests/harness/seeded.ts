// Seeded chance for tests: the same seed, the same run. Method: mulberry32 (Tommy Ettinger).

export type Chance = () => number;

/** Numbers in [0, 1). */
export function seeded(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number in [0, below). */
export const below = (chance: Chance, limit: number): number => Math.floor(chance() * limit);

export const pick = <T>(chance: Chance, from: readonly T[]): T => from[below(chance, from.length)];
