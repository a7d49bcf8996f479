// Typed views of plain memory: one column holds one property of every slot (structure of arrays). No bounds are checked here:
// slots come from world.ts, which checks every id that the host hands in.

@unmanaged @final
export class F32s {
  @inline @operator('[]') at(i: i32): f32 { return load<f32>(changetype<usize>(this) + (<usize>i << 2)); }
  @inline @operator('[]=') put(i: i32, value: f32): void { store<f32>(changetype<usize>(this) + (<usize>i << 2), value); }
}

@unmanaged @final
export class I32s {
  @inline @operator('[]') at(i: i32): i32 { return load<i32>(changetype<usize>(this) + (<usize>i << 2)); }
  @inline @operator('[]=') put(i: i32, value: i32): void { store<i32>(changetype<usize>(this) + (<usize>i << 2), value); }
}

@unmanaged @final
export class U32s {
  @inline @operator('[]') at(i: i32): u32 { return load<u32>(changetype<usize>(this) + (<usize>i << 2)); }
  @inline @operator('[]=') put(i: i32, value: u32): void { store<u32>(changetype<usize>(this) + (<usize>i << 2), value); }
}

@unmanaged @final
export class U16s {
  @inline @operator('[]') at(i: i32): i32 { return <i32>load<u16>(changetype<usize>(this) + (<usize>i << 1)); }
  @inline @operator('[]=') put(i: i32, value: i32): void { store<u16>(changetype<usize>(this) + (<usize>i << 1), <u16>value); }
}

@unmanaged @final
export class U8s {
  @inline @operator('[]') at(i: i32): i32 { return <i32>load<u8>(changetype<usize>(this) + <usize>i); }
  @inline @operator('[]=') put(i: i32, value: i32): void { store<u8>(changetype<usize>(this) + <usize>i, <u8>value); }
}

// Four slots of a column at once, for what is worth doing with SIMD.

@inline
export function fourFloats(column: F32s, slot: i32): v128 {
  return v128.load(changetype<usize>(column) + (<usize>slot << 2));
}

@inline
export function putFloats(column: F32s, slot: i32, four: v128): void {
  v128.store(changetype<usize>(column) + (<usize>slot << 2), four);
}

@inline
export function fourWords(column: U32s, slot: i32): v128 {
  return v128.load(changetype<usize>(column) + (<usize>slot << 2));
}

/** Widened to 32 bits. */
@inline
export function fourBytes(column: U8s, slot: i32): v128 {
  return i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(changetype<usize>(column) + <usize>slot)));
}

/** Narrowed to 16 bits. */
@inline
export function putFourHalves(column: U16s, slot: i32, four: v128): void {
  v128.store64_lane(changetype<usize>(column) + (<usize>slot << 1), i16x8.narrow_i32x4_u(four, four), 0);
}
