// The wire, message by message: golden vectors (a changed byte must be meant), round trips, and refusal of everything malformed.
import { describe, expect, test } from 'vitest';
import { type Field, Reader, Writer } from '../../src/shared/protocol/codec';
import { C2S, type MessageKind, pack, put, readC2S, readS2C, S2C } from '../../src/shared/protocol/messages';
import { C2S_EXAMPLES, S2C_EXAMPLES } from './examples';

type Read = (bytes: Uint8Array) => { name: string; body: object }[] | null;
interface Direction {
  table: Record<string, MessageKind<object>>;
  examples: Record<string, object>;
  read: Read;
}
const DIRECTIONS: Record<string, Direction> = {
  c2s: { table: C2S as unknown as Direction['table'], examples: C2S_EXAMPLES, read: readC2S as Read },
  s2c: { table: S2C as unknown as Direction['table'], examples: S2C_EXAMPLES, read: readS2C as Read },
};
const hex = (bytes: Uint8Array) => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');

describe.each(Object.entries(DIRECTIONS))('%s', (direction, { table, examples, read }) => {
  const names = Object.keys(table);
  const framed = (name: string) => pack(table[name], examples[name]);

  test('keeps its golden vectors', async () => {
    const lines = names.map(name => `${name} ${hex(framed(name))}`);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`golden/${direction}.txt`);
  });

  test.each(names)('%s comes back as it went', name => {
    expect(read(framed(name))).toMatchObject([{ name, body: examples[name] }]);
  });

  test('several messages share a frame, in order', () => {
    const frame = new Writer(8);
    for (const name of names) put(frame, table[name], examples[name]);
    expect(read(frame.take())?.map(message => message.name)).toEqual(names);
  });

  test.each(names)('%s cut short anywhere is refused', name => {
    const whole = framed(name);
    for (let length = 1; length < whole.length; length++) expect(read(whole.subarray(0, length))).toBeNull();
  });

  test.each(names.filter(name => name !== 'snapshot'))('%s with a byte too many in its body is refused', name => {
    const whole = framed(name);
    const longer = new Uint8Array(whole.length + 1);
    longer.set(whole);
    new DataView(longer.buffer).setUint16(1, whole.length - 3 + 1, true);
    expect(read(longer)).toBeNull();
  });

  test('an unknown number is refused with all that came before it', () => {
    const [first] = names;
    expect(read(Uint8Array.from([...framed(first), 250, 0, 0]))).toBeNull();
  });
});

describe('hostile fields', () => {
  /** The chat message with its text's bytes replaced. */
  const chatWith = (text: number[]) => {
    const to = [0, 0];
    const body = [0, ...to, text.length & 255, text.length >> 8, ...text];
    return Uint8Array.from([C2S.chat.number, body.length & 255, body.length >> 8, ...body]);
  };

  test('malformed UTF-8 is refused', () => {
    expect(readC2S(chatWith([0x68, 0x69]))).not.toBeNull();
    for (const text of [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xf4, 0x90, 0x80, 0x80]])
      expect(readC2S(chatWith(text))).toBeNull();
  });

  test('texts over their limit are refused', () => {
    expect(readC2S(chatWith(new Array(800).fill(65)))).not.toBeNull();
    expect(readC2S(chatWith(new Array(801).fill(65)))).toBeNull();
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('a client time of %s is refused', clientTime => {
    expect(readC2S(pack(C2S.ack, { tick: 1, clientTime }))).toBeNull();
  });

  test('a list longer than allowed is refused before it is read', () => {
    const frame = pack(C2S.whois, { ids: [1] });
    new DataView(frame.buffer).setUint16(3, 0xffff, true);
    expect(readC2S(frame)).toBeNull();
  });

  test('a bool is 0 or 1', () => {
    const frame = pack(S2C.welcome, S2C_EXAMPLES.welcome);
    const at = frame.length - 5; // before the last command's number
    expect(frame[at]).toBe(1);
    frame[at] = 2;
    expect(readS2C(frame)).toBeNull();
  });

  test('a writer cuts a text at a character, never inside one', () => {
    const w = new Writer(4);
    C2S.chat.body.write(w, { channel: 0, to: '', text: '⚔'.repeat(400) });
    const bytes = w.take();
    const read = (C2S.chat.body as Field<{ text: string }>).read(new Reader(bytes));
    expect(read.text).toBe('⚔'.repeat(266));
  });
});
