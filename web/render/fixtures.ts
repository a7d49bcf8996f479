// Lamps and smoke of the tiles round the eye: which of them are near enough to be shown. In: fixtures by tile, the eye. Out: the nearest, sorted.
import { MOST_SMOKE } from './air';
import { MOST_LAMPS } from './lamplight';
import type { Vec3 } from './modeller';
import type { Lamp, Fixtures as TileFixtures } from './world/works';

/** Seen from no further than this. */
const LAMPS_M = 520;
const SMOKE_M = 640;
/** They are sorted anew when the eye has moved this far. */
const MOVED_M = 20;

export class Fixtures {
  private readonly tiles = new Map<number, TileFixtures>();
  private stale = false;
  private x = Number.NaN;
  private z = Number.NaN;

  add(key: number, fixtures: TileFixtures): void {
    if (!fixtures.lamps.length && !fixtures.smoke.length) return;
    this.tiles.set(key, fixtures);
    this.stale = true;
  }

  drop(key: number): void {
    if (this.tiles.delete(key)) this.stale = true;
  }

  /** Hands over what is to be shown, when that may have changed. */
  update(x: number, z: number, show: (lamps: readonly Lamp[], smoke: readonly Vec3[]) => void): void {
    if (!this.stale && Math.abs(x - this.x) + Math.abs(z - this.z) < MOVED_M) return;
    this.stale = false;
    this.x = x;
    this.z = z;
    const all = [...this.tiles.values()];
    const lamps = nearest(
      all.flatMap(each => each.lamps),
      lamp => Math.hypot(lamp.x - x, lamp.z - z),
      LAMPS_M,
      MOST_LAMPS,
    );
    const smoke = nearest(
      all.flatMap(each => each.smoke),
      ([sx, , sz]) => Math.hypot(sx - x, sz - z),
      SMOKE_M,
      MOST_SMOKE,
    );
    show(lamps, smoke);
  }
}

function nearest<T>(all: readonly T[], away: (one: T) => number, reach_m: number, most: number): T[] {
  return all
    .map(one => ({ one, away_m: away(one) }))
    .filter(each => each.away_m < reach_m)
    .sort((a, b) => a.away_m - b.away_m)
    .slice(0, most)
    .map(each => each.one);
}
