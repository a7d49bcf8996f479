// Bits for as little as they are worth: an adaptive binary arithmetic coder. Both ends begin a stretch of bits with the same odds and learn from
// each bit alike, so what is usual costs next to nothing. (Arithmetic coding after Rissanen and Langdon, 1979; carryless, on 32 bits.)
// One call serves both ends: while writing, `codeX(odds, value)` turns the value into bits; while reading, it ignores it. Both return the value.
import { chances, MOST_BITS, SECOND_BITS } from './memory';
import { setOdds } from './odds';
import { at, byteAt, isBeyond, put8, refuse, seek } from './wire';

/** How fast odds follow what is seen: by 1/16 of the way. */
const PACE = 4;

let writing: bool = false;
// What is still possible, both ends included, and (reading) what is there.
let low: u32 = 0;
let high: u32 = 0;
let code: u32 = 0;

function begin(sort: i32): void {
  low = 0;
  high = 0xffffffff;
  setOdds(sort);
}

export function beginWriting(sort: i32): void {
  writing = true;
  begin(sort);
}

/** From the next byte on; bits beyond the last byte are zeros, and `end` refuses them. */
export function beginReading(sort: i32): void {
  writing = false;
  begin(sort);
  for (let i = 0; i < 4; i++) code = (code << 8) | byteAt(i);
  seek(at + 4);
}

/** The least number at or above `low` that ends in `zeros` zero bits. */
@inline
function upFrom(zeros: i32): u64 {
  return ((<u64>low + (<u64>1 << zeros) - 1) >> zeros) << zeros;
}

/** How many bytes must be written so that whatever follows them means what was coded (0..4). */
function lastBytes(): i32 {
  for (let bytes = 0; bytes < 4; bytes++) {
    const rest = 32 - 8 * bytes;
    if (upFrom(rest) + (<u64>1 << rest) - 1 <= <u64>high) return bytes;
  }
  return 4;
}

function finish(to: usize): void {
  seek(to);
  if (isBeyond()) refuse();
}

/** Ends a stretch on a whole byte; the reader ends where the writer did. */
export function end(): void {
  const bytes = lastBytes();
  if (!writing) return finish(at - 4 + bytes);
  const last = upFrom(32 - 8 * bytes);
  for (let i = 0; i < bytes; i++) put8(<i32>(last >> (24 - 8 * i)));
}

/** Narrows what is possible to below `middle` (1) or above it (0). */
@inline
function narrow(middle: u32, bit: i32): i32 {
  const one = writing ? bit != 0 : code <= middle;
  if (one) high = middle;
  else low = middle + 1;
  while (((low ^ high) & 0xff000000) == 0) {
    if (writing) put8(high >> 24);
    else {
      code = (code << 8) | byteAt(0);
      seek(at + 1);
    }
    low <<= 8;
    high = (high << 8) | 255;
  }
  return one ? 1 : 0;
}

/** One bit that has odds of its own. */
export function codeBit(context: i32, bit: i32): i32 {
  const chance = <u32>chances[context];
  const one = narrow(low + <u32>((<u64>(high - low) * chance) >> 16), bit);
  chances[context] = one ? chance + ((65535 - chance) >> PACE) : chance - (chance >> PACE);
  return one;
}

/** The lowest `bits` bits of a value, each as likely as not. */
export function codeEven(bits: i32, value: u32): u32 {
  let known: u32 = 0;
  for (let i = bits - 1; i >= 0; i--) known = (known << 1) | narrow(low + ((high - low) >> 1), (value >> i) & 1);
  return known;
}

/** A whole number of at most MOST_BITS bits, small ones for less (Elias gamma, with odds for its length and its second bit); it has NUMBER contexts. */
export function codeNumber(context: i32, value: u32): u32 {
  const whole = value + 1;
  const bits = 31 - clz(whole);
  let length = 0;
  while (codeBit(context + length, length < bits ? 1 : 0)) {
    if (++length > MOST_BITS) {
      refuse();
      return 0;
    }
  }
  if (length == 0) return 0;
  const second = codeBit(context + SECOND_BITS + length, (whole >> (length - 1)) & 1);
  return (((2 | second) << (length - 1)) | codeEven(length - 1, whole)) - 1;
}

/** The same of either sign. */
export function codeSigned(context: i32, value: i32): i32 {
  const size = <i32>codeNumber(context, abs(value));
  return size != 0 && codeEven(1, value < 0 ? 1 : 0) ? -size : size;
}
