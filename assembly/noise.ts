// Gradient noise on an integer lattice (after K. Perlin, "Improving Noise", 2002), in f32, the same bits on every engine. Of four points at a time:
// a v128 holds a coordinate or a value of each.

import { all, lerp, plus, times } from './lanes';

@inline
function ints(value: i32): v128 {
  return i32x4.splat(value);
}

/** Scrambles two lattice coordinates and a seed into 32 well mixed bits. */
@inline
function hash2(x: v128, z: v128, seed: u32): v128 {
  let h = v128.xor(v128.xor(i32x4.mul(x, ints(0x9e3779b1)), i32x4.mul(z, ints(0x85ebca77))), ints(seed));
  h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 15)), ints(0x2c1b3c6d));
  h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 12)), ints(0x297a2d39));
  return v128.xor(h, i32x4.shr_u(h, 15));
}

/** All bits of a lane set where bit `n` of it is. */
@inline
function spread(h: v128, n: i32): v128 {
  return i32x4.shr_s(i32x4.shl(h, 31 - n), 31);
}

/** The slope of one lattice corner (one of eight directions) times the way to the point. */
function corner(x: v128, z: v128, dx: v128, dz: v128, seed: u32): v128 {
  const h = hash2(x, z, seed);
  // The lowest bits are signs, put where a float has its own.
  const sign = ints(0x80000000);
  const u = v128.xor(dx, i32x4.shl(h, 31));
  const v = v128.xor(dz, v128.and(i32x4.shl(h, 30), sign));
  const diagonal = times(f32x4.add(u, v), 0.70710678);
  const straight = v128.bitselect(v, u, spread(v128.xor(h, i32x4.shr_u(h, 1)), 0));
  // Half of the corners lean diagonally, the rest along one axis: no visible grid.
  return v128.bitselect(diagonal, straight, spread(h, 2));
}

function fade(t: v128): v128 {
  const inner = plus(f32x4.mul(t, plus(times(t, 6), -15)), 10);
  return f32x4.mul(f32x4.mul(f32x4.mul(t, t), t), inner);
}

/** About -1..1; 0 on lattice points. */
export function noise(x: v128, z: v128, seed: u32): v128 {
  const fx = f32x4.floor(x);
  const fz = f32x4.floor(z);
  const west = i32x4.trunc_sat_f32x4_s(fx);
  const north = i32x4.trunc_sat_f32x4_s(fz);
  const east = i32x4.add(west, ints(1));
  const south = i32x4.add(north, ints(1));
  const dx = f32x4.sub(x, fx);
  const dz = f32x4.sub(z, fz);
  const back = plus(dx, -1);
  const up = plus(dz, -1);
  const u = fade(dx);
  const top = lerp(corner(west, north, dx, dz, seed), corner(east, north, back, dz, seed), u);
  const bottom = lerp(corner(west, south, dx, up, seed), corner(east, south, back, up, seed), u);
  return times(lerp(top, bottom, fade(dz)), 1.6);
}

/** Octaves of noise, each half as strong, twice as fine and turned, about -1..1. */
export function fbm(x: v128, z: v128, octaves: i32, seed: u32): v128 {
  let sum = all(0);
  let strength: f32 = 0.5;
  for (let i = 0; i < octaves; i++) {
    sum = f32x4.add(sum, times(noise(x, z, seed + i), strength));
    const turned = f32x4.add(times(x, 1.624), times(z, 1.218));
    z = f32x4.sub(times(z, 1.624), times(x, 1.218));
    x = turned;
    strength *= 0.5;
  }
  return sum;
}

/** Sharp crests: noise folded at zero, each octave only where the last was high. 0..about 1. */
export function ridges(x: v128, z: v128, octaves: i32, seed: u32): v128 {
  let sum = all(0);
  let strength: f32 = 0.5;
  let weight = all(1);
  for (let i = 0; i < octaves; i++) {
    const folded = f32x4.sub(all(1), f32x4.abs(noise(x, z, seed + i)));
    const crest = f32x4.mul(folded, f32x4.mul(folded, weight));
    weight = f32x4.min(all(1), times(crest, 1.6));
    sum = f32x4.add(sum, times(crest, strength));
    const turned = f32x4.add(times(x, 1.68), times(z, 1.26));
    z = f32x4.sub(times(z, 1.68), times(x, 1.26));
    x = turned;
    strength *= 0.5;
  }
  return sum;
}
