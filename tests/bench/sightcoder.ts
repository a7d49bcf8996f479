// The writing half of assembly/coder.ts in plain JavaScript: bits for as little as they are worth. All arithmetic is on 32-bit integers, which
// V8 keeps unboxed: `low` and `high` are unsigned numbers in signed clothes.
import { BEGUN, CONTEXTS, SECOND_BITS } from './sightodds';

const PACE = 4;

export class Coder {
  /** Where the next byte goes. */
  out = 0;
  private low = 0;
  private high = -1;
  private readonly chances = new Uint16Array(CONTEXTS);

  constructor(readonly bytes: Uint8Array) {}

  put8(value: number): void {
    this.bytes[this.out++] = value;
  }

  put16(value: number): void {
    this.bytes[this.out++] = value;
    this.bytes[this.out++] = value >> 8;
  }

  putVar(value: number): void {
    let left = value;
    while (left > 127) {
      this.bytes[this.out++] = left | 128;
      left >>>= 7;
    }
    this.bytes[this.out++] = left;
  }

  /** Begins a stretch of bits. */
  begin(sort: number): void {
    this.low = 0;
    this.high = -1;
    this.chances.set(BEGUN[sort]);
  }

  /** Ends it on a whole byte, with the shortest bytes whose every continuation means the same. */
  end(): void {
    const low = this.low >>> 0;
    const high = this.high >>> 0;
    for (let count = 0; count <= 4; count++) {
      const unit = 2 ** (32 - 8 * count);
      const last = Math.ceil(low / unit) * unit;
      if (count < 4 && last + unit - 1 > high) continue;
      for (let i = 0; i < count; i++) this.bytes[this.out++] = last >>> (24 - 8 * i);
      return;
    }
  }

  /** One bit that has odds of its own. */
  bit(context: number, bit: number): void {
    const { chances } = this;
    const chance = chances[context];
    const range = (this.high - this.low) | 0;
    // range * chance / 65536, whose product would need 48 bits.
    const part = Math.imul(range >>> 16, chance) + (Math.imul(range & 0xffff, chance) >>> 16);
    const middle = (this.low + part) | 0;
    if (bit) {
      this.high = middle;
      chances[context] = chance + ((65535 - chance) >> PACE);
    } else {
      this.low = (middle + 1) | 0;
      chances[context] = chance - (chance >> PACE);
    }
    if (((this.low ^ this.high) & 0xff000000) === 0) this.shift();
  }

  /** The lowest `bits` bits of a value, each as likely as not. */
  even(bits: number, value: number): void {
    for (let i = bits - 1; i >= 0; i--) {
      const middle = (this.low + ((this.high - this.low) >>> 1)) | 0;
      if ((value >>> i) & 1) this.high = middle;
      else this.low = (middle + 1) | 0;
      if (((this.low ^ this.high) & 0xff000000) === 0) this.shift();
    }
  }

  /** A whole number, small ones for less (Elias gamma): contexts `context` .. + NUMBER. */
  number(context: number, value: number): void {
    const whole = value + 1;
    const bits = 31 - Math.clz32(whole);
    for (let i = 0; i < bits; i++) this.bit(context + i, 1);
    this.bit(context + bits, 0);
    if (bits === 0) return;
    this.bit(context + SECOND_BITS + bits, (whole >> (bits - 1)) & 1);
    this.even(bits - 1, whole);
  }

  /** The same of either sign. */
  signed(context: number, value: number): void {
    this.number(context, Math.abs(value));
    if (value !== 0) this.even(1, value < 0 ? 1 : 0);
  }

  /** Moves the bytes out that are certain. */
  private shift(): void {
    do {
      this.bytes[this.out++] = this.high >>> 24;
      this.low <<= 8;
      this.high = (this.high << 8) | 255;
    } while (((this.low ^ this.high) & 0xff000000) === 0);
  }
}
