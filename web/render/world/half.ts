// Numbers as half floats, for textures of heights.
const asFloat = new Float32Array(1);
const asBits = new Uint32Array(asFloat.buffer);

/** IEEE half float, rounded to nearest; numbers beyond its range are brought to its end, tiny ones become 0. */
export function toHalf(value: number): number {
  asFloat[0] = Math.max(-65000, Math.min(65000, value));
  const bits = asBits[0];
  const sign = (bits >>> 16) & 0x8000;
  const rounded = bits + 0x1000;
  const exponent = ((rounded >>> 23) & 0xff) - 112;
  if (exponent <= 0) return sign;
  return sign | (exponent << 10) | ((rounded >>> 13) & 0x3ff);
}
