// Arithmetic of four f32 at a time: a v128 holds a coordinate or a value of each of four points.

@inline
export function all(value: f32): v128 {
  return f32x4.splat(value);
}

@inline
export function plus(value: v128, more: f32): v128 {
  return f32x4.add(value, all(more));
}

@inline
export function times(value: v128, factor: f32): v128 {
  return f32x4.mul(value, all(factor));
}

@inline
export function over(value: v128, divisor: f32): v128 {
  return f32x4.div(value, all(divisor));
}

/** lerpf() of numbers.ts, lane by lane. */
export function lerp(from: v128, to: v128, t: v128): v128 {
  return f32x4.add(from, f32x4.mul(f32x4.sub(to, from), t));
}

/** smooth() of numbers.ts, lane by lane. */
export function smooth(low: v128, high: v128, value: v128): v128 {
  const t = f32x4.min(f32x4.max(f32x4.div(f32x4.sub(value, low), f32x4.sub(high, low)), all(0)), all(1));
  return f32x4.mul(f32x4.mul(t, t), f32x4.sub(all(3), times(t, 2)));
}
