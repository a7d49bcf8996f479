// The peers are measured fairly only if all do the same: the scenes are what they say.
import { expect, test } from 'vitest';
import { REGION_SIZE_M } from '../../../assembly/layout';
import type { Row } from './measure';
import { ratiosOf } from './report';
import { begins, SIGHT_M, sees } from './scenes';
import { Field } from './servers/field';

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

test('ratios are of Evermarch against each other, and none without it', () => {
  const row = (peer: Row['peer'], cpu: number) =>
    ({ peer, cpu_us_per_player_s: cpu, bytes_per_player_s: 10, gap_p99_ms: 50 }) as Row;
  expect(ratiosOf([row('evermarch', 1250), row('floor', 1000)])).toEqual({ floor: { cpu: 1.25, bytes: 1, gap_p99: 1 } });
  expect(ratiosOf([row('floor', 1000)])).toEqual({});
});
