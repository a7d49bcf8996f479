// The alphabet of the wire: field types that write themselves, read themselves and check themselves. Little endian.
// A reader never throws on hostile bytes: it turns `bad` and gives zeros, and the message is refused as a whole.

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export class Writer {
  bytes: Uint8Array;
  view: DataView;
  length = 0;

  constructor(capacity = 1024) {
    this.bytes = new Uint8Array(capacity);
    this.view = new DataView(this.bytes.buffer);
  }

  /** Makes room for `more` bytes and returns where they start. */
  reserve(more: number): number {
    const at = this.length;
    this.length += more;
    if (this.length > this.bytes.length) {
      const grown = new Uint8Array(Math.max(this.length, this.bytes.length * 2));
      grown.set(this.bytes);
      this.bytes = grown;
      this.view = new DataView(grown.buffer);
    }
    return at;
  }

  put(bytes: Uint8Array): void {
    const at = this.reserve(bytes.length); // may replace this.bytes
    this.bytes.set(bytes, at);
  }

  /** A copy of what was written; the writer starts anew. */
  take(): Uint8Array {
    const done = this.bytes.slice(0, this.length);
    this.length = 0;
    return done;
  }
}

export class Reader {
  readonly view: DataView;
  bad = false;

  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
    public end = bytes.length,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Steps over `size` bytes and returns where they started; past the end it turns bad and returns -1. */
  step(size: number): number {
    if (this.bad || this.at + size > this.end) {
      this.bad = true;
      return -1;
    }
    const at = this.at;
    this.at += size;
    return at;
  }

  /** Steps over all that is left. */
  skip(): Record<string, never> {
    this.at = this.end;
    return {};
  }

  get done(): boolean {
    return !this.bad && this.at === this.end;
  }
}

export interface Field<T> {
  write(w: Writer, value: T): void;
  read(r: Reader): T;
}

const number = (
  size: number,
  get: (v: DataView, at: number) => number,
  set: (v: DataView, at: number, x: number) => void,
): Field<number> => ({
  write: (w, value) => {
    const at = w.reserve(size);
    set(w.view, at, value);
  },
  read: r => {
    const at = r.step(size);
    return at < 0 ? 0 : get(r.view, at);
  },
});

export const u8 = number(
  1,
  (v, at) => v.getUint8(at),
  (v, at, x) => v.setUint8(at, x),
);
export const i8 = number(
  1,
  (v, at) => v.getInt8(at),
  (v, at, x) => v.setInt8(at, x),
);
export const u16 = number(
  2,
  (v, at) => v.getUint16(at, true),
  (v, at, x) => v.setUint16(at, x, true),
);
export const i16 = number(
  2,
  (v, at) => v.getInt16(at, true),
  (v, at, x) => v.setInt16(at, x, true),
);
export const u32 = number(
  4,
  (v, at) => v.getUint32(at, true),
  (v, at, x) => v.setUint32(at, x, true),
);
export const i32 = number(
  4,
  (v, at) => v.getInt32(at, true),
  (v, at, x) => v.setInt32(at, x, true),
);
/** 64-bit float holding a whole number or a time in ms; NaN and infinities are refused. */
export const f64 = finite(
  number(
    8,
    (v, at) => v.getFloat64(at, true),
    (v, at, x) => v.setFloat64(at, x, true),
  ),
);
export const f32 = finite(
  number(
    4,
    (v, at) => v.getFloat32(at, true),
    (v, at, x) => v.setFloat32(at, x, true),
  ),
);

function finite(field: Field<number>): Field<number> {
  return {
    write: field.write,
    read: r => {
      const value = field.read(r);
      if (!Number.isFinite(value)) r.bad = true;
      return r.bad ? 0 : value;
    },
  };
}

export const bool: Field<boolean> = {
  write: (w, value) => u8.write(w, value ? 1 : 0),
  read: r => {
    const value = u8.read(r);
    if (value > 1) r.bad = true;
    return value === 1;
  },
};

/** UTF-8 of at most `max` bytes; malformed UTF-8 and longer texts are refused on reading, cut at a character on writing. */
export function str(max: number): Field<string> {
  return {
    write: (w, value) => {
      let bytes = encoder.encode(value);
      if (bytes.length > max) {
        let end = max;
        while (end > 0 && (bytes[end] & 0xc0) === 0x80) end--;
        bytes = bytes.subarray(0, end);
      }
      u16.write(w, bytes.length);
      w.put(bytes);
    },
    read: r => {
      const length = u16.read(r);
      const at = length > max ? -1 : r.step(length);
      if (at < 0) {
        r.bad = true;
        return '';
      }
      try {
        return decoder.decode(r.bytes.subarray(at, at + length));
      } catch {
        // Malformed UTF-8 is hostile or broken input: refuse the message, do not guess.
        r.bad = true;
        return '';
      }
    },
  };
}

export function list<T>(field: Field<T>, max: number): Field<T[]> {
  return {
    write: (w, values) => {
      const count = Math.min(values.length, max);
      u16.write(w, count);
      for (let i = 0; i < count; i++) field.write(w, values[i]);
    },
    read: r => {
      const count = u16.read(r);
      if (count > max) r.bad = true;
      const values: T[] = [];
      for (let i = 0; i < count && !r.bad; i++) values.push(field.read(r));
      return values;
    },
  };
}

/** So many are as many as the count of a list can tell. */
const MOST_COUNTED = 0xffff;

/** A list of what is stored: screens are shown the first of many (`list`), but what is not written here is lost. More than can be counted throws. */
export function kept<T>(field: Field<T>): Field<T[]> {
  const { read, write } = list(field, MOST_COUNTED);
  return {
    read,
    write: (w, values) => {
      if (values.length > MOST_COUNTED) throw new Error(`${values.length} of a kind are more than a stored list holds`);
      write(w, values);
    },
  };
}

type Shape = Record<string, Field<unknown>>;
export type Struct<S extends Shape> = { [K in keyof S]: S[K] extends Field<infer T> ? T : never };

/** Fields one after another, in the order they are declared. */
export function struct<S extends Shape>(shape: S): Field<Struct<S>> {
  const entries = Object.entries(shape) as [keyof S & string, Field<unknown>][];
  return {
    write: (w, value) => {
      for (const [key, field] of entries) field.write(w, value[key]);
    },
    read: r => {
      const value: Record<string, unknown> = {};
      for (const [key, field] of entries) value[key] = field.read(r);
      return value as Struct<S>;
    },
  };
}
