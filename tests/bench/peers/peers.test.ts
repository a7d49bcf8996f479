// The peers are measured fairly only if all do the same: the scenes are what they say, and the light socket hears what a real one would.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { REGION_SIZE_M } from '../../../assembly/layout';
import type { Row } from './measure';
import { ratiosOf } from './report';
import { begins, SIGHT_M, sees } from './scenes';
import { Field } from './servers/field';
import { RawSocket } from './socket';

test('dense: everyone sees everyone, wherever their loops take them', () => {
  const points = begins('dense', 300);
  expect(sees(points)).toBe(299);
  const [first] = points;
  const farthest_m = Math.max(...points.map(({ x, z }) => Math.hypot(x - first.x, z - first.z)));
  expect(farthest_m + 40).toBeLessThan(SIGHT_M);
});

test.each([300, 1000])('spread: each of %i sees about 50 others, and nobody is near a border', players => {
  const points = begins('spread', players);
  expect(sees(points)).toBeGreaterThan(45);
  expect(sees(points)).toBeLessThan(55);
  for (const value of points.flatMap(({ x, z }) => [x, z])) {
    expect(value % REGION_SIZE_M).toBeGreaterThanOrEqual(24);
    expect(value % REGION_SIZE_M).toBeLessThanOrEqual(REGION_SIZE_M - 24);
  }
});

test('the field shows each exactly whom the scene counts, and himself', () => {
  const field = new Field('spread', 200);
  for (let n = 0; n < 200; n++) field.join();
  field.step();
  const seen = field.bodies.reduce((sum, body) => sum + field.inSight(body).length - 1, 0);
  expect(seen / 200).toBeCloseTo(sees(begins('spread', 200)), 6);
});

test('the light socket hears frames of every length whole, in order, and speaks masked', async () => {
  const server = new WebSocketServer({ port: 0 });
  await once(server, 'listening');
  const lengths = [0, 1, 125, 126, 65_535, 65_536, 300_000, 7];
  const said: string[] = [];
  server.on('connection', socket => {
    socket.ping('are you there');
    for (const length of lengths) socket.send(Buffer.alloc(length, length % 251));
    socket.on('pong', data => said.push(`pong ${data}`));
    socket.on('message', data => {
      said.push(String(data));
      socket.close(4003);
    });
  });
  const socket = await RawSocket.open({ port: (server.address() as AddressInfo).port, path: '/' });
  const heard: number[] = [];
  const closed = new Promise<number>(resolve => {
    socket.onClose = resolve;
  });
  socket.hear = (head, length) => {
    heard.push(length);
    expect(head.every(byte => byte === length % 251)).toBe(true);
    if (heard.length === lengths.length) socket.send(Buffer.from('an input'), true);
  };
  expect(await closed).toBe(4003);
  expect(heard).toEqual(lengths);
  expect(said).toEqual(['pong are you there', 'an input']);
  server.close();
});

test('ratios are of Evermarch against each other, and none without it', () => {
  const row = (peer: Row['peer'], cpu: number) =>
    ({ peer, cpu_us_per_player_s: cpu, bytes_per_player_s: 10, gap_p99_ms: 50 }) as Row;
  expect(ratiosOf([row('evermarch', 1250), row('floor', 1000)])).toEqual({ floor: { cpu: 1.25, bytes: 1, gap_p99: 1 } });
  expect(ratiosOf([row('floor', 1000)])).toEqual({});
});
