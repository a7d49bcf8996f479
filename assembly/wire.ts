// Bytes out and in for snapshots. The writer never checks (its callers bound what they write); the reader checks every step,
// because its bytes come from a network: past the end, or after anything senseless, it is `bad` and gives zeros.
// varint: 7 bits per byte, low first, the top bit says that more follow.

/** Where the next byte is written. */
export let out: usize = 0;
export function writeAt(ptr: usize): void {
  out = ptr;
}

@inline
export function putU8(value: i32): void {
  store<u8>(out, <u8>value);
  out += 1;
}

@inline
export function putU16(value: i32): void {
  store<u16>(out, <u16>value);
  out += 2;
}

@inline
export function putU32(value: u32): void {
  store<u32>(out, value);
  out += 4;
}

export function putVarint(value: u32): void {
  while (value > 127) {
    putU8((value & 127) | 128);
    value >>= 7;
  }
  putU8(value);
}

/** Small numbers of either sign in few bytes: 0, -1, 1, -2 ... become 0, 1, 2, 3 ... */
@inline
export function zigzag(value: i32): u32 {
  return <u32>((value << 1) ^ (value >> 31));
}

@inline
export function unzigzag(value: u32): i32 {
  return <i32>(value >>> 1) ^ -<i32>(value & 1);
}

let at: usize = 0;
let end: usize = 0;
export let bad: bool = false;

export function readFrom(ptr: usize, length: i32): void {
  at = ptr;
  end = ptr + <usize>length;
  bad = false;
}

export function refuse(): void {
  bad = true;
}

@inline
export function atEnd(): bool {
  return bad || at >= end;
}

/** Where the reader stands. */
@inline
export function position(): usize {
  return at;
}

/** The address of the next `size` bytes, or of eight zero bytes when they are not there. */
@inline
function take(size: usize): usize {
  if (bad || at + size > end) {
    bad = true;
    return ZEROS;
  }
  const from = at;
  at += size;
  return from;
}
const ZEROS = memory.data(8);

@inline
export function getU8(): i32 {
  return load<u8>(take(1));
}

@inline
export function getI8(): i32 {
  return load<i8>(take(1));
}

@inline
export function getU16(): i32 {
  return load<u16>(take(2));
}

@inline
export function getU32(): u32 {
  return load<u32>(take(4));
}

export function getVarint(): u32 {
  let value: u32 = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = <u32>getU8();
    value |= (byte & 127) << shift;
    if (byte < 128) return value;
  }
  bad = true;
  return 0;
}
