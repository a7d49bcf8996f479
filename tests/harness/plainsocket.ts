// A socket of the client's net over the lightest client there is (rawsocket.ts): hundreds of bots read ten thousand frames a second. In: an
// entry. Out: what a browser's WebSocket tells a line (web/net/line.ts), frames as buffers of their own.
import { SOCKET_OPEN, type Socket } from '../../web/net/host';
import { type Entry, RawSocket } from './rawsocket';

const CONNECTING = 0;
const CLOSING = 2;
const CLOSED = 3;
const NORMAL = 1000;
const ABNORMAL = 1006;

export class PlainSocket implements Socket {
  binaryType = 'arraybuffer';
  readyState = CONNECTING;
  onopen: Socket['onopen'] = null;
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  onerror: Socket['onerror'] = null;
  private raw: RawSocket | null = null;

  constructor(entry: Entry) {
    RawSocket.open({ ...entry, whole: true }).then(
      raw => this.opened(raw),
      () => this.closed(ABNORMAL),
    );
  }

  send(bytes: Uint8Array): void {
    if (this.readyState === SOCKET_OPEN) this.raw?.send(bytes);
  }

  close(code = NORMAL): void {
    if (this.readyState > SOCKET_OPEN) return;
    this.readyState = CLOSING;
    this.raw?.close(code);
  }

  private opened(raw: RawSocket): void {
    // Whoever let go of it meanwhile hears that it is gone, as of any socket.
    if (this.readyState !== CONNECTING) {
      raw.end();
      this.closed(ABNORMAL);
      return;
    }
    this.raw = raw;
    this.readyState = SOCKET_OPEN;
    raw.hear = frame => this.onmessage?.({ data: frame.buffer.slice(frame.byteOffset, frame.byteOffset + frame.byteLength) });
    raw.onClose = code => this.closed(code);
    this.onopen?.();
  }

  private closed(code: number): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    this.onclose?.({ code });
  }
}
