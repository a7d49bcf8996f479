// The words between a region and its relays come out as they went in, and what is made of the measurements is sums done by hand.
import { expect, test } from 'vitest';
import { OWN_BYTES } from '../../../assembly/layout';
import { breakEven, type RelayRow } from './breakeven';
import { Down, readDown, readUp, Up } from './wires';

test('blocks come once, and each client gets what is his', () => {
  const down = new Down();
  const own = new Uint8Array(OWN_BYTES).fill(7);
  down.begin(41, Uint8Array.of(1, 2, 3));
  down.client(5, 900, own, new Uint8Array());
  down.client(65_000, 70_000, own, Uint8Array.of(9, 9));
  const heard: unknown[] = [];
  readDown(
    down.frame,
    (tick, blocks) => heard.push([tick, [...blocks]]),
    (number, done, body, messages) => heard.push([number, done, body.every(byte => byte === 7), [...messages]]),
  );
  expect(heard).toEqual([
    [41, [1, 2, 3]],
    [5, 900, true, []],
    [65_000, 70_000, true, [9, 9]],
  ]);
});

test('who came, what he said and that he went, in that order, once', () => {
  const up = new Up();
  up.came(3);
  up.said(3, Uint8Array.of(1, 0, 0));
  up.went(3);
  const frame = up.take()!.slice().buffer;
  expect(up.take()).toBeNull();
  const heard: unknown[] = [];
  readUp(frame, {
    came: number => heard.push(['came', number]),
    went: number => heard.push(['went', number]),
    said: (number, bytes) => heard.push(['said', number, [...new Uint8Array(bytes)]]),
  });
  expect(heard).toEqual([
    ['came', 3],
    ['said', 3, [1, 0, 0]],
    ['went', 3],
  ]);
});

test('a region is full where its own sends fill a core; relays pay from there on, and until it is full with them', () => {
  const row = (players: number, product: number | null, own: number, region: number, relay: number): RelayRow => ({
    players,
    ticks_per_frame: 1,
    relays: players / 250,
    product: product === null ? null : { cpu_us: product, hz: 20, gap_p99_ms: 60, frames_out_hz: 20, fell: 0 },
    own: { cpu_us: own, hz: 20, gap_p99_ms: 60, frames_out_hz: 20, fell: 0 },
    relayed: {
      cpu_us: region,
      relay_cpu_us: relay,
      down_bytes_s: 100,
      up_bytes_s: 20,
      hz: 20,
      gap_p99_ms: 60,
      frames_out_hz: 20,
      fell: 0,
    },
  });
  // 20 ms a second whatever comes, and 100 µs for each.
  expect(breakEven([row(250, 1000, 900, 180, 1000), row(500, 1000, 900, 140, 1000)])).toMatchObject({
    product_full_at: 1000,
    own_full_at: 1111,
    relayed_full_at: 9800,
    // What the game takes for each beyond the bench's region, 100 µs, comes on top.
    product_relayed_full_at: 4900,
    relay_full_at: 1000,
  });
  expect(breakEven([row(250, null, 900, 180, 1000)])).toMatchObject({ product_full_at: null, product_relayed_full_at: null });
});
