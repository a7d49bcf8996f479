// Brings the tiles of all layers round the eye, nearest first, and lets go of those behind. The builder has only a few to do at a time, so that
// it follows a turn of the player at once; what comes back is put into the scene under a budget, so that no frame stumbles over it.
import type { Builder } from './builder';
import type { LayerName, TilePiece } from './buildermessages';
import { TileLayer } from './tilelayer';
import { SQUARE_M, TILE_M } from './world/grid';

/** What the scene does with tiles. */
export interface TileScene {
  add(tile: TilePiece): void;
  drop(layer: LayerName, key: number): void;
}

/** So many tiles may be under way: the builder is never idle, and never far behind. */
const UNDER_WAY = 4;
/** And so many may wait to be put into the scene. */
const WAITING = 24;
/** Milliseconds of a frame that putting tiles into the scene may take; on a slow machine a share of its frame. */
const BUDGET_MS = 2;
const BUDGET_SHARE = 0.08;
/** After so many vertices of one frame the rest waits: they still have to go to the graphics card. */
const MOST_VERTICES = 60_000;
/** What is seen from afar counts as nearer than it is: a missing wood on a hill is seen sooner than missing grass. */
const WEIGHT: Record<LayerName, number> = { near: 1, maps: 1, far: 0.6 };
/** Layers are looked through anew when the eye has moved this far. */
const SWEEP_M = 16;

export class TileStream {
  readonly layers: Record<LayerName, TileLayer>;
  private readonly arrived: TilePiece[] = [];
  private x = Number.NaN;
  private z = Number.NaN;
  private sweptX = Number.NaN;
  private sweptZ = Number.NaN;

  constructor(
    private readonly builder: Builder,
    private readonly scene: TileScene,
  ) {
    const layer = (name: LayerName, tile_m: number) => new TileLayer(tile_m, key => scene.drop(name, key));
    this.layers = { near: layer('near', TILE_M), maps: layer('maps', SQUARE_M), far: layer('far', TILE_M) };
    builder.onTile = tile => {
      this.arrived.push(tile);
      this.ask();
    };
  }

  /** The reaches changed: everything is looked through again. */
  refresh(): void {
    this.sweptX = Number.NaN;
  }

  /** Another world: nothing of what is here or under way is wanted. */
  clear(): void {
    this.arrived.length = 0;
    for (const layer of Object.values(this.layers)) layer.clear();
    this.refresh();
  }

  /** Moves the eye, asks, and puts what came into the scene, for at most a share of the last frame's `dt_ms`. */
  frame(x: number, z: number, dt_ms: number): void {
    this.x = x;
    this.z = z;
    if (!(Math.abs(x - this.sweptX) + Math.abs(z - this.sweptZ) < SWEEP_M)) {
      this.sweptX = x;
      this.sweptZ = z;
      for (const layer of Object.values(this.layers)) layer.sweep(x, z);
    }
    const until_ms = performance.now() + Math.max(BUDGET_MS, dt_ms * BUDGET_SHARE);
    let vertices = 0;
    while (this.arrived.length && vertices < MOST_VERTICES && performance.now() < until_ms)
      vertices += this.take(this.arrived.shift()!);
    this.ask();
  }

  /** Returns how many vertices that put into the scene. */
  private take(tile: TilePiece): number {
    if (!this.layers[tile.layer].take(tile.i, tile.j, this.x, this.z)) return 0;
    this.scene.add(tile);
    return tile.layer === 'maps' ? 0 : (tile.piece.works?.position.length ?? 0) / 3;
  }

  private ask(): void {
    const names = Object.keys(this.layers) as LayerName[];
    let underWay = names.reduce((sum, name) => sum + this.layers[name].asked, 0) - this.arrived.length;
    while (underWay < UNDER_WAY && this.arrived.length < WAITING) {
      let best: { name: LayerName; i: number; j: number; away: number } | null = null;
      for (const name of names) {
        const tile = this.layers[name].next(this.x, this.z);
        if (tile && (!best || tile.away * WEIGHT[name] < best.away))
          best = { name, i: tile.i, j: tile.j, away: tile.away * WEIGHT[name] };
      }
      if (!best) return;
      this.layers[best.name].ask(best.i, best.j);
      this.builder.tile(best.name, best.i, best.j);
      underWay++;
    }
  }
}
