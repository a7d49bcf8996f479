// Sine and cosine from + - * / alone, so that browser, server and tests get equal bits (Math.sin may differ by a last bit between engines).
// In: radians, any size met on a map. Out: within 1e-9 of the true value.

const TURN = 6.283185307179586;

export function sin(angle: number): number {
  let x = angle - TURN * Math.floor(angle / TURN + 0.5);
  if (x > TURN / 4) x = TURN / 2 - x;
  else if (x < -TURN / 4) x = -TURN / 2 - x;
  const s = x * x;
  return x * (1 - (s / 6) * (1 - (s / 20) * (1 - (s / 42) * (1 - (s / 72) * (1 - (s / 110) * (1 - s / 156))))));
}

export function cos(angle: number): number {
  return sin(angle + TURN / 4);
}

/** A point of a thing's own frame (x to its right, z to its back) in world coordinates. */
export function place(x: number, z: number, yaw: number, localX: number, localZ: number): readonly [x: number, z: number] {
  const s = sin(yaw);
  const c = cos(yaw);
  return [x + localX * c - localZ * s, z + localX * s + localZ * c];
}
