// The bytes of a snapshot: a writer that stops at its end and a reader that turns bad instead of reading outside. Little endian, varints
// of seven bits. In: an area of memory. Out: bytes, or numbers; zeros once bad.

// ---- writing ----
export let out: usize = 0;
let outEnd: usize = 0;
/** Something did not fit; all further writes are dropped. */
export let full: bool = false;

export function writeTo(start: usize, end: usize): void {
  out = start;
  outEnd = end;
  full = false;
}

/** Takes back what was written since `to`. */
export function unwrite(to: usize): void {
  out = to;
}

@inline
function room(bytes: usize): bool {
  if (out + bytes > outEnd) full = true;
  return !full;
}

export function put8(value: i32): void {
  if (!room(1)) return;
  store<u8>(out, <u8>value);
  out += 1;
}

export function put16(value: i32): void {
  if (!room(2)) return;
  store<u16>(out, <u16>value);
  out += 2;
}

export function putVar(value: u32): void {
  if (!room(5)) return;
  while (value > 127) {
    store<u8>(out, <u8>(value | 128));
    out += 1;
    value >>= 7;
  }
  store<u8>(out, <u8>value);
  out += 1;
}

/** Small numbers of either sign: 0, -1, 1, -2, ... become 0, 1, 2, 3, ... */
export function putSigned(value: i32): void {
  putVar((<u32>value << 1) ^ <u32>(value >> 31));
}

// ---- reading ----
export let at: usize = 0;
let end: usize = 0;
export let bad: bool = false;

export function readFrom(start: usize, stop: usize): void {
  at = start;
  end = stop;
  bad = false;
}

@inline
export function unread(): bool {
  return at < end && !bad;
}

/** The byte `ahead` of the next one, 0 beyond the end. */
@inline
export function byteAt(ahead: usize): u32 {
  return at + ahead < end ? <u32>load<u8>(at + ahead) : 0;
}

/** Goes on reading elsewhere; whoever ends beyond the end has read what is not there. */
@inline
export function seek(to: usize): void {
  at = to;
}

@inline
export function isBeyond(): bool {
  return at > end;
}

/** What was read makes no sense. */
export function refuse(): void {
  bad = true;
}

@inline
function has(bytes: usize): bool {
  if (end - at < bytes) bad = true;
  return !bad;
}

export function get8(): i32 {
  if (!has(1)) return 0;
  at += 1;
  return <i32>load<u8>(at - 1);
}

export function get16(): i32 {
  if (!has(2)) return 0;
  at += 2;
  return <i32>load<u16>(at - 2);
}

export function get32(): u32 {
  if (!has(4)) return 0;
  at += 4;
  return load<u32>(at - 4);
}

export function getVar(): u32 {
  let value: u32 = 0;
  for (let shift: u32 = 0; shift < 35; shift += 7) {
    if (!has(1)) return 0;
    const byte = <u32>load<u8>(at);
    at += 1;
    value |= (byte & 127) << shift;
    if (byte < 128) return value;
  }
  bad = true;
  return 0;
}

export function getSigned(): i32 {
  const value = getVar();
  return <i32>(value >> 1) ^ -<i32>(value & 1);
}
