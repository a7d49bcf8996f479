// One layer of tiles round the eye: which are wanted, asked for, here, and no longer needed. Counted from the world's corner, so crossing from
// one region to the next means nothing to it. In: the eye's place. Out: the next tile to ask for; what came is added, what is far is dropped.
import { keyOf } from './world/grid';

type State = 'asked' | 'here';

export interface TileAt {
  i: number;
  j: number;
  /** Metres from the eye to the tile's nearest edge. */
  away: number;
}

/** Tiles are kept this far beyond the reach. */
export const SLACK_M = 64;

export class TileLayer {
  reach_m = 0;
  private readonly tiles = new Map<number, { i: number; j: number; state: State }>();
  private askedNow = 0;

  /** `forget`: a tile that was here is dropped. */
  constructor(
    readonly tile_m: number,
    private readonly forget: (key: number) => void,
  ) {}

  /** Tiles asked for and not yet here. */
  get asked(): number {
    return this.askedNow;
  }

  /** Tiles here. */
  get count(): number {
    return this.tiles.size - this.askedNow;
  }

  has(i: number, j: number): boolean {
    return this.tiles.get(keyOf(i, j))?.state === 'here';
  }

  /** The nearest wanted tile that nobody has asked for. */
  next(x: number, z: number): TileAt | null {
    let best: TileAt | null = null;
    this.each(x, z, (i, j, away) => {
      if ((!best || away < best.away) && !this.tiles.has(keyOf(i, j))) best = { i, j, away };
    });
    return best;
  }

  /** Metres from the eye to the nearest wanted tile that is not here; the layer's reach when all are. */
  complete_m(x: number, z: number): number {
    let least = this.reach_m;
    this.each(x, z, (i, j, away) => {
      if (away < least && !this.has(i, j)) least = away;
    });
    return least;
  }

  ask(i: number, j: number): void {
    this.tiles.set(keyOf(i, j), { i, j, state: 'asked' });
    this.askedNow++;
  }

  /** A tile has come. False: it is too far away by now, and forgotten. */
  take(i: number, j: number, x: number, z: number): boolean {
    this.askedNow--;
    if (this.isFar(i, j, x, z)) {
      this.tiles.delete(keyOf(i, j));
      return false;
    }
    this.tiles.set(keyOf(i, j), { i, j, state: 'here' });
    return true;
  }

  /** Drops all of them, and expects none of those asked for. */
  clear(): void {
    for (const [key, { state }] of this.tiles) if (state === 'here') this.forget(key);
    this.tiles.clear();
    this.askedNow = 0;
  }

  /** Drops what is too far from the eye by now. */
  sweep(x: number, z: number): void {
    for (const [key, { i, j, state }] of this.tiles) {
      if (state !== 'here' || !this.isFar(i, j, x, z)) continue;
      this.tiles.delete(key);
      this.forget(key);
    }
  }

  /** Somewhat beyond the reach, so that going to and fro over a line builds nothing anew. */
  private isFar(i: number, j: number, x: number, z: number): boolean {
    return Math.max(this.gap(x, i), this.gap(z, j)) >= this.reach_m + SLACK_M;
  }

  private gap(at: number, index: number): number {
    return Math.max(0, index * this.tile_m - at, at - (index + 1) * this.tile_m);
  }

  private each(x: number, z: number, visit: (i: number, j: number, away: number) => void): void {
    const { tile_m, reach_m } = this;
    const [i0, i1] = [Math.floor((x - reach_m) / tile_m), Math.floor((x + reach_m) / tile_m)];
    const [j0, j1] = [Math.floor((z - reach_m) / tile_m), Math.floor((z + reach_m) / tile_m)];
    for (let j = j0; j <= j1; j++) {
      for (let i = i0; i <= i1; i++) {
        const away = Math.hypot(this.gap(x, i), this.gap(z, j));
        if (away < reach_m) visit(i, j, away);
      }
    }
  }
}
