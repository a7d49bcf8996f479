// What quests are done at, as scenes: ways that villagers walk in company, and posts that are held. In: points and bands. Out: scenes.
import type { Point, Post, Walk } from '../kinds';
import type { Scene } from './plan';

type Band = readonly [at: number, monster: string, count: number, level: number];

/** From where the villager stands to the last point; `ambush`: which band waits at which point. */
export const walk = (
  key: string,
  npc: string,
  points: readonly Point[],
  ambush: readonly Band[],
  says: readonly (readonly [at: number, text: string])[] = [],
): Scene => ({
  walks: [
    {
      key,
      npc,
      points: spaced(points),
      ambush: ambush.map(([at, monster, count, level]) => ({ at: indexOf(points, at), monster, count, level })),
      says: says.map(([at, text]) => ({ at: indexOf(points, at), text })),
    } satisfies Walk,
  ],
});

type Wave = readonly [monster: string, count: number, level: number];

export const post = (
  key: string,
  name: string,
  [x, z]: Point,
  radius: number,
  every_s: number,
  ...waves: readonly Wave[]
): Scene => ({
  posts: [
    {
      key,
      name,
      x,
      z,
      radius,
      every_s,
      waves: waves.map(([monster, count, level]) => ({ monster, count, level })),
    } satisfies Post,
  ],
});

/** He is led from one point to the next: they lie no farther apart than this. */
const STEP_M = 12;

const piecesOf = ([ax, az]: Point, [bx, bz]: Point): number =>
  Math.max(1, Math.ceil(Math.sqrt((bx - ax) ** 2 + (bz - az) ** 2) / STEP_M));

function spaced(points: readonly Point[]): Point[] {
  const all: Point[] = [points[0]];
  for (let i = 1; i < points.length; i++) {
    const [ax, az] = points[i - 1];
    const [bx, bz] = points[i];
    const pieces = piecesOf(points[i - 1], points[i]);
    for (let k = 1; k <= pieces; k++) all.push([round1(ax + ((bx - ax) * k) / pieces), round1(az + ((bz - az) * k) / pieces)]);
  }
  return all;
}

/** Where a point of the plan stands among the spaced ones. */
function indexOf(points: readonly Point[], at: number): number {
  let index = 0;
  for (let i = 1; i <= at; i++) index += piecesOf(points[i - 1], points[i]);
  return index;
}

const round1 = (value: number): number => Math.round(value * 10) / 10;
