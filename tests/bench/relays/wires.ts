// What a region and a relay say to each other, once a tick each way. Down: the cells' blocks once, then for each client what is his alone.
// Up: what clients said, who came and who went. In: values. Out: one frame, and values again. The link is our own: nothing here is hostile.
import { OWN_BYTES } from '../../../assembly/layout';
import { Writer } from '../../../src/shared/protocol/codec';

/** A client number below this; lengths of what he says are far below the two marks. */
export const MOST_CLIENTS = 0xffff;
const CAME = 0xfffe;
const WENT = 0xffff;
const DOWN_HEAD_BYTES = 8;
const CLIENT_HEAD_BYTES = 8;
const UP_HEAD_BYTES = 4;

/** u32 tick, u32 length of the blocks, blocks; then for each client u16 number, u32 ticks done, own body, u16 length, messages. */
export class Down {
  private readonly out = new Writer(64 * 1024);

  begin(tick: number, blocks: Uint8Array): void {
    const { out } = this;
    out.length = 0;
    const at = out.reserve(DOWN_HEAD_BYTES);
    out.view.setUint32(at, tick, true);
    out.view.setUint32(at + 4, blocks.length, true);
    out.put(blocks);
  }

  client(number: number, done: number, own: Uint8Array, messages: Uint8Array): void {
    const { out } = this;
    const at = out.reserve(CLIENT_HEAD_BYTES);
    out.view.setUint16(at, number, true);
    out.view.setUint32(at + 2, done, true);
    out.view.setUint16(at + 6, messages.length, true);
    out.put(own);
    out.put(messages);
  }

  /** Valid until the next `begin`. */
  get frame(): Uint8Array {
    return this.out.bytes.subarray(0, this.out.length);
  }
}

export type EachClient = (number: number, done: number, own: Uint8Array, messages: Uint8Array) => void;

export function readDown(frame: Uint8Array, begin: (tick: number, blocks: Uint8Array) => void, each: EachClient): void {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  let at = DOWN_HEAD_BYTES + view.getUint32(4, true);
  begin(view.getUint32(0, true), frame.subarray(DOWN_HEAD_BYTES, at));
  while (at < frame.length) {
    const own = at + CLIENT_HEAD_BYTES;
    const messages = own + OWN_BYTES;
    const end = messages + view.getUint16(at + 6, true);
    each(view.getUint16(at, true), view.getUint32(at + 2, true), frame.subarray(own, messages), frame.subarray(messages, end));
    at = end;
  }
}

/** u16 number, u16 length or mark, bytes. */
export class Up {
  private readonly out = new Writer(16 * 1024);

  came(number: number): void {
    this.head(number, CAME);
  }

  went(number: number): void {
    this.head(number, WENT);
  }

  said(number: number, bytes: Uint8Array): void {
    this.head(number, bytes.length);
    this.out.put(bytes);
  }

  /** Everything since the last call; null: nothing. Valid until the next word. */
  take(): Uint8Array | null {
    const { length, bytes } = this.out;
    this.out.length = 0;
    return length ? bytes.subarray(0, length) : null;
  }

  private head(number: number, length: number): void {
    const at = this.out.reserve(UP_HEAD_BYTES);
    this.out.view.setUint16(at, number, true);
    this.out.view.setUint16(at + 2, length, true);
  }
}

export interface UpReader {
  came(number: number): void;
  went(number: number): void;
  /** A copy of its own: whoever reads it may keep it. */
  said(number: number, bytes: ArrayBuffer): void;
}

export function readUp(frame: ArrayBuffer, reader: UpReader): void {
  const view = new DataView(frame);
  for (let at = 0; at < frame.byteLength; ) {
    const number = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    at += UP_HEAD_BYTES;
    if (length === CAME) reader.came(number);
    else if (length === WENT) reader.went(number);
    else {
      reader.said(number, frame.slice(at, at + length));
      at += length;
    }
  }
}
