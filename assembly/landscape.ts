// The untouched landscape: rolling hills, mountains where the world ends, and the sea in the south. A pure f32 function of place and seed, of four
// points at a time (a v128 holds a coordinate or a value of each): a region's land is a hundred thousand heights, and whoever wakes one waits for them.
import * as L from './layout';
import { landscapeSeed } from './content';
import { all, lerp, over, plus, smooth, times } from './lanes';
import { fbm, noise, ridges } from './noise';

/** Three octaves of noise never come to more than two: so far the foot of the mountains may wander, metres. */
const MOST_WANDER_M: f32 = 340;

/** 0 in the rolling country, 1 deep in the mountains: in the north and beyond the world's edges, but for the south, where the sea is. */
function mountainness(x: v128, z: v128, seed: u32): v128 {
  const outside = f32x4.max(f32x4.max(f32x4.neg(x), plus(x, -(<f32>L.WORLD_SIZE_M))), f32x4.neg(z));
  const isFar = v128.and(f32x4.lt(outside, all(-90 - MOST_WANDER_M)), f32x4.gt(z, all(470 + MOST_WANDER_M)));
  if (i32x4.all_true(isFar)) return all(0);
  const wander = times(fbm(over(x, 310), over(z, 310), 3, seed + 31), 170);
  const edge = smooth(all(-90), all(520), f32x4.add(outside, wander));
  const north = smooth(all(470), all(-160), f32x4.add(z, wander));
  return f32x4.max(edge, north);
}

/** Heights of the land before anybody touched it, metres. Hills, softly rounded and never wet; mountains; the sea. */
export function landscapeOfFour(x: v128, z: v128): v128 {
  const seed = landscapeSeed();
  const bend = times(noise(over(x, 260), over(z, 260), seed + 91), 34);
  const broad = times(fbm(over(f32x4.add(x, bend), 330), over(f32x4.sub(z, bend), 330), 3, seed), 27);
  const small = times(fbm(over(x, 84), over(z, 84), 2, seed + 11), 4.4);
  let h = f32x4.add(f32x4.add(all(13), broad), small);
  h = v128.bitselect(plus(times(plus(h, -4), 0.28), 4), h, f32x4.lt(h, all(4)));
  const m = mountainness(x, z, seed);
  if (v128.any_true(m)) h = f32x4.add(h, f32x4.mul(m, massif(x, z, seed)));
  const isNearSea = f32x4.gt(z, all(COAST_Z));
  if (v128.any_true(isNearSea)) h = v128.bitselect(coastal(h, x, z, seed), h, isNearSea);
  return f32x4.add(h, times(noise(over(x, 10.7), over(z, 10.7), seed + 81), 0.11));
}

/** The same of one point. */
export function landscape(x: f32, z: f32): f32 {
  return f32x4.extract_lane(landscapeOfFour(all(x), all(z)), 0);
}

/** How much higher mountains are than hills. */
function massif(x: v128, z: v128, seed: u32): v128 {
  const mass = smooth(all(-0.35), all(0.45), fbm(over(x, 540), over(z, 540), 2, seed + 51));
  const crests = f32x4.mul(ridges(over(x, 600), over(z, 600), 4, seed + 61), plus(times(mass, 135), 75));
  return f32x4.add(plus(crests, 14), times(fbm(over(x, 110), over(z, 110), 2, seed + 71), 16));
}

// ---- the sea ----

/** North of this the sea is not felt. */
export const COAST_Z: f32 = 1580;
/** About here it begins. */
const SHORE_Z: f32 = 1920;

/** Metres out from the shore; inland negative. */
function seaward(x: v128, z: v128, seed: u32): v128 {
  return f32x4.add(plus(z, -SHORE_Z), times(fbm(over(x, 330), over(z, 330), 3, seed + 41), 190));
}

/** 0 where the land ends in a beach, 1 where it ends in cliffs: the south-east. */
function cliffs(x: v128): v128 {
  return smooth(all(1560), all(1700), x);
}

/** The land as the sea has shaped it: dunes and a long beach, or downs that rise to a cliff. */
function coastal(h: v128, x: v128, z: v128, seed: u32): v128 {
  const out = seaward(x, z, seed);
  const rocky = cliffs(x);
  h = f32x4.add(h, f32x4.mul(times(rocky, 13), smooth(all(-260), all(-60), out)));
  const deep = times(smooth(all(0), all(200), out), -15);
  const bed = v128.bitselect(deep, f32x4.min(all(1.6), times(out, -0.05)), f32x4.gt(out, all(0)));
  const land = lerp(bed, h, smooth(all(0), lerp(all(200), all(15), rocky), f32x4.neg(out)));
  const inland = f32x4.mul(f32x4.sub(all(1), rocky), smooth(all(-170), all(-110), out));
  const dunes = f32x4.mul(inland, smooth(all(-18), all(-60), out));
  return f32x4.add(land, times(f32x4.mul(dunes, ridges(over(x, 70), over(z, 44), 2, seed + 131)), 5.5));
}

/** The beach, and bare patches of the dunes behind it. */
export function isSandy(x: f32, z: f32, h: f32): bool {
  const seed = landscapeSeed();
  const out = f32x4.extract_lane(seaward(all(x), all(z), seed), 0);
  if (out > -74 && h < 3.4) return true;
  if (out <= -170 || h >= 9 || f32x4.extract_lane(cliffs(all(x)), 0) >= 0.5) return false;
  return noiseAt(x / 26, z / 26, seed + 141) > 0.1 - out * 0.002;
}

/** Noise of one point. */
export function noiseAt(x: f32, z: f32, seed: u32): f32 {
  return f32x4.extract_lane(noise(all(x), all(z), seed), 0);
}
