// Numbers for the world builder: easing, a hash, smooth noise. All pure and seeded by their arguments, so that every screen paints the same land.

export function clamp(x: number, low = 0, high = 1): number {
  return x < low ? low : x > high ? high : x;
}

export function lerp(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

/** 0 below `from`, 1 above `to`, eased between. */
export function smooth(from: number, to: number, x: number): number {
  const t = clamp((x - from) / (to - from));
  return t * t * (3 - 2 * t);
}

/** A whole-number lattice point as 0..1. */
export function hash(x: number, z: number): number {
  let h = (Math.imul(x | 0, 374761393) + Math.imul(z | 0, 668265263)) | 0;
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** Value noise, -1..1, smooth, one bump per unit. */
export function noise(x: number, z: number): number {
  const ix = Math.floor(x);
  const iz = Math.floor(z);
  const fx = x - ix;
  const fz = z - iz;
  const u = fx * fx * (3 - 2 * fx);
  const v = fz * fz * (3 - 2 * fz);
  const top = lerp(hash(ix, iz), hash(ix + 1, iz), u);
  const low = lerp(hash(ix, iz + 1), hash(ix + 1, iz + 1), u);
  return lerp(top, low, v) * 2 - 1;
}

/** Fractal sum of `noise`, about -0.9..0.9. */
export function fractal(x: number, z: number, octaves: number): number {
  let sum = 0;
  let weight = 0.55;
  let px = x;
  let pz = z;
  for (let i = 0; i < octaves; i++) {
    sum += weight * noise(px, pz);
    // Turned a little each time, so that the lattice does not show.
    const qx = px * 1.63 + pz * 1.21 + 17.3;
    pz = pz * 1.63 - px * 1.21 + 5.7;
    px = qx;
    weight *= 0.5;
  }
  return sum;
}

/** Distance from a point to a segment, and how far along (0..1). */
export function toSegment(
  x: number,
  z: number,
  ax: number,
  az: number,
  bx: number,
  bz: number,
): { distance: number; along: number } {
  const dx = bx - ax;
  const dz = bz - az;
  const length2 = dx * dx + dz * dz || 1;
  const along = clamp(((x - ax) * dx + (z - az) * dz) / length2);
  return { distance: Math.hypot(x - ax - dx * along, z - az - dz * along), along };
}
