// Node with the plain `ws` package, as JSON or as packed bytes: 20 times a second everybody is told of all whom he sees. In: a field, a
// port, a format. Out: frames; where everyone sees everyone they are made once and sent to all.
import { WebSocket, WebSocketServer } from 'ws';
import { Clock } from '../../../../src/region/clock';
import type { Body, Field } from './field';

export interface Format {
  /** The state of the bodies as one message. */
  write(tick: number, bodies: readonly Body[]): string | Buffer;
  read(data: Buffer, body: Body): void;
}

export const JSON_FORMAT: Format = {
  write: (tick, bodies) => JSON.stringify({ tick, bodies: bodies.map(({ id, told }) => ({ id, ...told })) }),
  read(data, body) {
    const { buttons, yaw } = JSON.parse(data.toString()) as { buttons: number; yaw: number };
    body.buttons = buttons;
    body.yaw = yaw;
  },
};

const HEAD_BYTES = 5;
const BODY_BYTES = 8;

/** u8 1, u32 tick, then of each body u16 number, u16 x, u16 z, u8 yaw, u8 state. An input: u8 1, u32 number, u8 buttons, u16 yaw. */
export const PACKED_FORMAT: Format = {
  write(tick, bodies) {
    const frame = Buffer.allocUnsafe(HEAD_BYTES + bodies.length * BODY_BYTES);
    frame[0] = 1;
    frame.writeUInt32LE(tick, 1);
    let at = HEAD_BYTES;
    for (const { id, told } of bodies) {
      frame.writeUInt16LE(id, at);
      frame.writeUInt16LE(told.x, at + 2);
      frame.writeUInt16LE(told.z, at + 4);
      frame[at + 6] = told.yaw;
      frame[at + 7] = told.state;
      at += BODY_BYTES;
    }
    return frame;
  },
  read(data, body) {
    body.buttons = data[5];
    body.yaw = data.readUInt16LE(6);
  },
};

export function serveSockets(field: Field, port: number, format: Format): Promise<void> {
  const players = new Map<WebSocket, Body>();
  const server = new WebSocketServer({ port, perMessageDeflate: false });
  server.on('connection', socket => {
    const body = field.join();
    players.set(socket, body);
    socket.on('message', data => format.read(data as Buffer, body));
    socket.on('close', () => players.delete(socket));
    socket.on('error', () => socket.terminate());
  });
  new Clock(() => {
    field.step();
    const all = field.isShared ? format.write(field.tick, field.bodies) : null;
    for (const [socket, body] of players) {
      if (socket.readyState === WebSocket.OPEN) socket.send(all ?? format.write(field.tick, field.inSight(body)));
    }
  }).start();
  return new Promise(resolve => server.once('listening', resolve));
}
