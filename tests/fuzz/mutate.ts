// Structure-aware mutation: frames that begin as valid messages and are then broken where decoders break. In: chance and seeds. Out: frames.
import { Writer } from '../../src/shared/protocol/codec';
import { C2S, type MessageKind, put, S2C } from '../../src/shared/protocol/messages';
import { below, type Chance, pick } from '../harness/seeded';
import { C2S_EXAMPLES, S2C_EXAMPLES } from '../protocol/examples';

type Kinds = Record<string, MessageKind<object>>;
const KINDS = { c2s: C2S as unknown as Kinds, s2c: S2C as unknown as Kinds };
const EXAMPLES: Record<'c2s' | 's2c', Record<string, object>> = { c2s: C2S_EXAMPLES, s2c: S2C_EXAMPLES };
/** Values at the edges of what a field can hold. */
const EDGES = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];
const HEAD_BYTES = 3;

/** One to three valid messages in a frame, with their numbers drawn anew where they are plain numbers. */
export function validFrame(direction: 'c2s' | 's2c', chance: Chance): Uint8Array {
  const names = Object.keys(KINDS[direction]);
  const frame = new Writer(64);
  for (let left = 1 + below(chance, 3); left > 0; left--) {
    const name = pick(chance, names);
    put(frame, KINDS[direction][name], varied(EXAMPLES[direction][name], chance));
  }
  return frame.take();
}

function varied(example: object, chance: Chance): object {
  return Object.fromEntries(
    Object.entries(example).map(([key, value]) => [key, typeof value === 'number' && chance() < 0.5 ? pick(chance, EDGES) : value]),
  );
}

type Mutation = (bytes: Uint8Array, chance: Chance) => Uint8Array;

const flipBit: Mutation = (bytes, chance) => {
  if (bytes.length) bytes[below(chance, bytes.length)] ^= 1 << below(chance, 8);
  return bytes;
};
const setEdge: Mutation = (bytes, chance) => {
  if (bytes.length < 4) return bytes;
  new DataView(bytes.buffer).setUint32(below(chance, bytes.length - 3), pick(chance, EDGES), true);
  return bytes;
};
const cut: Mutation = (bytes, chance) => bytes.slice(0, below(chance, bytes.length + 1));
const grow: Mutation = (bytes, chance) => {
  const longer = new Uint8Array(bytes.length + 1 + below(chance, 40));
  longer.set(bytes);
  for (let i = bytes.length; i < longer.length; i++) longer[i] = below(chance, 256);
  return longer;
};
const lieAboutLength: Mutation = (bytes, chance) => {
  if (bytes.length >= HEAD_BYTES) new DataView(bytes.buffer).setUint16(1, pick(chance, EDGES) & 0xffff, true);
  return bytes;
};
const renumber: Mutation = (bytes, chance) => {
  if (bytes.length) bytes[0] = below(chance, 256);
  return bytes;
};
const repeat: Mutation = (bytes, chance) => {
  const times = 2 + below(chance, 6);
  const many = new Uint8Array(bytes.length * times);
  for (let i = 0; i < times; i++) many.set(bytes, i * bytes.length);
  return many;
};
const noise: Mutation = (_, chance) => Uint8Array.from({ length: below(chance, 64) }, () => below(chance, 256));
/** NaN, infinities and huge numbers where a double may stand. */
const setDouble: Mutation = (bytes, chance) => {
  if (bytes.length < 8) return bytes;
  const value = pick(chance, [Number.NaN, Number.POSITIVE_INFINITY, -1e308, Number.MIN_VALUE]);
  new DataView(bytes.buffer).setFloat64(below(chance, bytes.length - 7), value, true);
  return bytes;
};

const MUTATIONS: readonly Mutation[] = [
  flipBit,
  flipBit,
  setEdge,
  setEdge,
  setDouble,
  cut,
  grow,
  lieAboutLength,
  renumber,
  repeat,
  noise,
];

/** Breaks a copy of the bytes in one to three ways. */
export function mutated(bytes: Uint8Array, chance: Chance): Uint8Array {
  let result: Uint8Array = bytes.slice();
  for (let left = 1 + below(chance, 3); left > 0; left--) result = pick(chance, MUTATIONS)(result, chance);
  return result;
}
