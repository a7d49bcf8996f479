// A WebSocket client that costs next to nothing, so that what makes the load does not starve what is measured. In: an entry. Out: frames, or
// the head of each with its length, in order, once all of it has come. Method: RFC 6455.
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';

export interface Entry {
  host?: string;
  port: number;
  /** Over TLS. */
  secure?: boolean;
  path: string;
  headers?: Record<string, string>;
  /** Whole frames are wanted, not only their heads. */
  whole?: boolean;
}

/** `head`: the first bytes of a frame's payload, or all of it; `length`: of the whole payload. A view of all that was read with it: who keeps it copies it. */
export type Hear = (head: Buffer, length: number) => void;

/** The longest whose length stands in the first two bytes; of longer ones it stands in two more, or eight. */
const SHORT_BYTES = 125;
const LENGTH_IN_TWO = 126;
const LENGTH_IN_EIGHT = 127;
const MOST_SENT_BYTES = 0xffff;
/** As much as is looked at: enough for every control frame. */
const HEAD_BYTES = SHORT_BYTES;
const OPCODE_TEXT = 1;
const OPCODE_BINARY = 2;
const OPCODE_CLOSE = 8;
const OPCODE_PING = 9;
const OPCODE_PONG = 10;
/** Closed without a code of its own. */
const ABNORMAL = 1006;
const END_OF_HEADERS = '\r\n\r\n';

interface Frame {
  opcode: number;
  head: Buffer;
  length: number;
}

export class RawSocket {
  hear: Hear = () => {};
  onClose: (code: number) => void = () => {};
  /** What came of a frame whose head is not complete. */
  private rest: Buffer | null = null;
  private frame: Frame | null = null;
  /** Bytes of that frame that have not come. */
  private left = 0;
  private code = ABNORMAL;

  private constructor(
    private readonly socket: Socket,
    private readonly whole: boolean,
  ) {}

  /** Rejects when the server does not switch protocols. */
  static open({ host = 'localhost', port, secure, path, headers = {}, whole = false }: Entry): Promise<RawSocket> {
    const socket = secure ? connectSecurely({ host, port, servername: host }) : connect({ host, port });
    socket.setNoDelay();
    const lines = {
      Host: `${host}:${port}`,
      Upgrade: 'websocket',
      Connection: 'Upgrade',
      'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
      'Sec-WebSocket-Version': '13',
      ...headers,
    };
    const request = Object.entries(lines).map(([name, value]) => `${name}: ${value}`);
    socket.write([`GET ${path} HTTP/1.1`, ...request].join('\r\n') + END_OF_HEADERS);
    return new Promise((resolve, reject) => {
      let answer = Buffer.alloc(0);
      const read = (chunk: Buffer): void => {
        answer = Buffer.concat([answer, chunk]);
        const end = answer.indexOf(END_OF_HEADERS);
        if (end < 0) return;
        socket.off('data', read);
        const [status] = answer.toString('latin1').split('\r\n');
        if (!status.includes(' 101 ')) {
          socket.destroy();
          reject(new Error(`the socket was refused: ${status}`));
          return;
        }
        const raw = new RawSocket(socket, whole);
        resolve(raw);
        // Whoever awaits this sets `hear` first.
        setImmediate(() => raw.begin(answer.subarray(end + END_OF_HEADERS.length)));
        socket.pause();
      };
      socket.on('data', read);
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('the socket was closed before it was open')));
    });
  }

  send(payload: Uint8Array, text = false): void {
    this.write(text ? OPCODE_TEXT : OPCODE_BINARY, payload);
  }

  /** Says goodbye; `onClose` follows when the server has answered. */
  close(code: number): void {
    this.write(OPCODE_CLOSE, Uint8Array.of(code >> 8, code & 0xff));
    this.socket.end();
  }

  end(): void {
    this.onClose = () => {};
    this.socket.destroy();
  }

  private begin(first: Buffer): void {
    const { socket } = this;
    socket.on('data', (chunk: Buffer) => this.read(chunk));
    socket.on('error', () => {}); // a close follows, which is told
    socket.on('close', () => this.onClose(this.code));
    if (first.length) this.read(first);
    socket.resume();
  }

  private read(chunk: Buffer): void {
    const data = this.rest ? Buffer.concat([this.rest, chunk]) : chunk;
    this.rest = null;
    let at = 0;
    while (at < data.length) {
      if (!this.frame) {
        const start = this.open(data, at);
        if (start < 0) {
          this.rest = data.subarray(at);
          return;
        }
        at = start;
      }
      const part = Math.min(this.left, data.length - at);
      this.left -= part;
      at += part;
      if (!this.left) this.take();
    }
  }

  /** Where the payload of the frame at `at` begins; -1: more of it must come first. */
  private open(data: Buffer, at: number): number {
    const ready = data.length - at;
    if (ready < 2) return -1;
    const short = data[at + 1] & 0x7f;
    const extra = short === LENGTH_IN_TWO ? 2 : short === LENGTH_IN_EIGHT ? 8 : 0;
    if (ready < 2 + extra) return -1;
    const length = extra === 2 ? data.readUInt16BE(at + 2) : extra === 8 ? Number(data.readBigUInt64BE(at + 2)) : short;
    const start = at + 2 + extra;
    const size = this.whole ? length : Math.min(length, HEAD_BYTES);
    if (data.length - start < size) return -1;
    this.frame = { opcode: data[at] & 0x0f, head: data.subarray(start, start + size), length };
    this.left = length;
    return start;
  }

  private take(): void {
    const { opcode, head, length } = this.frame as Frame;
    this.frame = null;
    if (opcode === OPCODE_PING) this.write(OPCODE_PONG, head);
    else if (opcode === OPCODE_CLOSE) {
      if (length >= 2) this.code = head.readUInt16BE(0);
      if (this.socket.writable) this.write(OPCODE_CLOSE, head.subarray(0, 2));
      this.socket.end();
    } else if (opcode !== OPCODE_PONG) this.hear(head, length);
  }

  /** A client must mask what it sends; with a mask of zeros nothing has to be computed for it. */
  private write(opcode: number, payload: Uint8Array): void {
    const { length } = payload;
    if (length > MOST_SENT_BYTES) throw new Error('longer than anything that is sent');
    const isLong = length > SHORT_BYTES;
    const start = isLong ? 8 : 6;
    const frame = Buffer.alloc(start + length);
    frame[0] = 0x80 | opcode;
    frame[1] = 0x80 | (isLong ? LENGTH_IN_TWO : length);
    if (isLong) frame.writeUInt16BE(length, 2);
    frame.set(payload, start);
    this.socket.write(frame);
  }
}
