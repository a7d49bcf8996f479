// Gradient noise on an integer lattice (after K. Perlin, "Improving Noise", 2002), in f32, the same bits on every engine.

/** Scrambles two lattice coordinates and a seed into 32 well mixed bits. */
@inline
export function hash2(x: i32, z: i32, seed: u32): u32 {
  let h = (<u32>x * 0x9e3779b1) ^ (<u32>z * 0x85ebca77) ^ seed;
  h = (h ^ (h >> 15)) * 0x2c1b3c6d;
  h = (h ^ (h >> 12)) * 0x297a2d39;
  return h ^ (h >> 15);
}

/** The slope of one lattice corner (one of eight directions) times the way to the point. */
@inline
function corner(x: i32, z: i32, dx: f32, dz: f32, seed: u32): f32 {
  const h = hash2(x, z, seed) & 7;
  const u = h & 1 ? -dx : dx;
  const v = h & 2 ? -dz : dz;
  // Two corners of three lean diagonally, the rest along one axis: no visible grid.
  return h & 4 ? (u + v) * 0.70710678 : (h & 1) == ((h >> 1) & 1) ? u : v;
}

@inline
function fade(t: f32): f32 {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

/** About -1..1; 0 on lattice points. */
export function noise(x: f32, z: f32, seed: u32): f32 {
  const fx = Mathf.floor(x);
  const fz = Mathf.floor(z);
  const ix = <i32>fx;
  const iz = <i32>fz;
  const dx = x - fx;
  const dz = z - fz;
  const u = fade(dx);
  const v = fade(dz);
  const a = corner(ix, iz, dx, dz, seed);
  const b = corner(ix + 1, iz, dx - 1, dz, seed);
  const c = corner(ix, iz + 1, dx, dz - 1, seed);
  const d = corner(ix + 1, iz + 1, dx - 1, dz - 1, seed);
  const north = a + (b - a) * u;
  const south = c + (d - c) * u;
  return (north + (south - north) * v) * 1.6;
}

/** Octaves of noise, each half as strong, twice as fine and turned, about -1..1. */
export function fbm(x: f32, z: f32, octaves: i32, seed: u32): f32 {
  let sum: f32 = 0;
  let strength: f32 = 0.5;
  for (let i = 0; i < octaves; i++) {
    sum += strength * noise(x, z, seed + i);
    const turned = x * 1.624 + z * 1.218;
    z = z * 1.624 - x * 1.218;
    x = turned;
    strength *= 0.5;
  }
  return sum;
}

/** Sharp crests: noise folded at zero, each octave only where the last was high. 0..about 1. */
export function ridges(x: f32, z: f32, octaves: i32, seed: u32): f32 {
  let sum: f32 = 0;
  let strength: f32 = 0.5;
  let weight: f32 = 1;
  for (let i = 0; i < octaves; i++) {
    let crest: f32 = 1.0 - Mathf.abs(noise(x, z, seed + i));
    crest *= crest * weight;
    weight = Mathf.min(1, crest * 1.6);
    sum += strength * crest;
    const turned = x * 1.68 + z * 1.26;
    z = z * 1.68 - x * 1.26;
    x = turned;
    strength *= 0.5;
  }
  return sum;
}
