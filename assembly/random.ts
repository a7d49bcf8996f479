// Seeded random kept in the state: PCG-XSH-RR (M. O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good
// Algorithms for Random Number Generation", 2014).
import { head } from './world';

export function seedRandom(seed: u32): void {
  head.random = 0;
  random32();
  head.random += <u64>seed;
  random32();
}

export function random32(): u32 {
  const old = head.random;
  head.random = old * 6364136223846793005 + 1442695040888963407;
  return rotr<u32>(<u32>(((old >> 18) ^ old) >> 27), <u32>(old >> 59));
}

/** 0 <= r < 1. */
@inline
export function random(): f32 {
  return <f32>(random32() >> 8) * (1.0 / 16777216.0);
}

@inline
export function randomBetween(low: f32, high: f32): f32 {
  return low + (high - low) * random();
}
