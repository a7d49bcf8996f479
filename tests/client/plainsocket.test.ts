// The light sockets hear and say what a real one would: the load of peers and all bots go by them.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { PlainSocket } from '../harness/plainsocket';
import { RawSocket } from '../harness/rawsocket';

const LENGTHS = [0, 1, 125, 126, 65_535, 65_536, 300_000, 7];
const isOf = (bytes: Uint8Array, length: number): boolean => bytes.every(byte => byte === length % 251);

let server: WebSocketServer;
afterEach(() => server.close());

/** Sends frames of all lengths to whoever comes, then does as `then` says; resolves to its port. */
async function serve(then: (socket: WebSocket, said: string[]) => void): Promise<{ port: number; said: string[] }> {
  server = new WebSocketServer({ port: 0 });
  await once(server, 'listening');
  const said: string[] = [];
  server.on('connection', (socket, request) => {
    socket.on('pong', data => said.push(`pong ${data}`));
    socket.on('message', data => said.push(`${request.headers.origin} ${data}`));
    socket.on('close', code => said.push(`closed ${code}`));
    socket.ping('are you there');
    for (const length of LENGTHS) socket.send(Buffer.alloc(length, length % 251));
    then(socket, said);
  });
  return { port: (server.address() as AddressInfo).port, said };
}

test.each([false, true])('the raw one hears frames of every length in order, whole: %s, and speaks masked', async whole => {
  const { port, said } = await serve(socket => socket.on('message', () => socket.close(4003)));
  const socket = await RawSocket.open({ port, path: '/', headers: { Origin: 'o' }, whole });
  const closed = new Promise<number>(resolve => {
    socket.onClose = resolve;
  });
  const heard: number[] = [];
  socket.hear = (head, length) => {
    heard.push(length);
    expect(isOf(head, length)).toBe(true);
    expect(head.length).toBe(whole ? length : Math.min(length, 125));
    if (heard.length === LENGTHS.length) socket.send(Buffer.from('an input'), true);
  };
  expect(await closed).toBe(4003);
  expect(heard).toEqual(LENGTHS);
  await expect.poll(() => said).toEqual(['pong are you there', 'o an input', 'closed 4003']);
});

test('the plain one is to a line what the page has: states, buffers of their own, long words, codes on both ways', async () => {
  const { port, said } = await serve(() => {});
  const socket = new PlainSocket({ port, path: '/', headers: { Origin: 'o' } });
  expect(socket.readyState).toBe(0);
  socket.send(Buffer.from('too early'));
  const heard: ArrayBuffer[] = [];
  socket.onmessage = ({ data }) => heard.push(data as ArrayBuffer);
  await expect.poll(() => heard.length).toBe(LENGTHS.length);
  expect(socket.readyState).toBe(1);
  expect(heard.map(({ byteLength }) => byteLength)).toEqual(LENGTHS);
  for (const data of heard) expect(isOf(new Uint8Array(data), data.byteLength)).toBe(true);
  socket.send(Buffer.from('x'.repeat(1000)));
  const closed = new Promise<number>(resolve => {
    socket.onclose = ({ code }) => resolve(code);
  });
  socket.close(4001);
  expect(await closed).toBe(4001);
  expect(socket.readyState).toBe(3);
  await expect.poll(() => said).toEqual(['pong are you there', `o ${'x'.repeat(1000)}`, 'closed 4001']);
});

test('the plain one says that it is gone where nobody listens, and where it was let go of before it was open', async () => {
  const { port } = await serve(() => {});
  const early = new PlainSocket({ port, path: '/' });
  const codes: number[] = [];
  early.onclose = ({ code }) => codes.push(code);
  early.close();
  await expect.poll(() => codes).toEqual([1006]);
  server.close();
  const nowhere = new PlainSocket({ port: 1, path: '/' });
  nowhere.onclose = ({ code }) => codes.push(code);
  await expect.poll(() => codes).toEqual([1006, 1006]);
});
