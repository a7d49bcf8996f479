// A square of the world painted as a map, north up: hill-shaded ground, water by depth, roads, woods, roofs. In: the land and its things.
// Out: RGBA bytes. Painted block by block, so that whoever paints can do something else in between.
import { type Paint, rgb, toSrgbByte } from '../palette';
import { TILE_M } from './grid';
import type { Land } from './land';
import type { Locale } from './locale';
import { clamp, lerp, noise, smooth, toSegment } from './maths';
import { groundColor } from './paint';
import type { Things } from './things';

export interface Area {
  x: number;
  z: number;
  size: number;
}

export class Picture {
  readonly bytes: Uint8ClampedArray<ArrayBuffer>;
  private readonly step: number;
  private next = 0;
  private readonly across: number;

  /** Blocks are tiles: `area` begins on a tile's corner and is whole tiles wide. */
  constructor(
    private readonly land: Land,
    private readonly things: Things,
    private readonly area: Area,
    readonly size: number,
  ) {
    this.bytes = new Uint8ClampedArray(size * size * 4);
    this.step = area.size / size;
    this.across = Math.round(area.size / TILE_M);
  }

  /** Paints one block more; false when it was the last. */
  paint(): boolean {
    const { across, next } = this;
    const blocks = across ** 2;
    const [column, row] = [next % across, Math.floor(next / across) % across];
    this.next++;
    // Crowns and roofs lie over the blocks' edges: after all ground.
    if (next < blocks) this.ground(column, row);
    else if (next < 2 * blocks) this.trees(column, row);
    else this.works();
    return next < 2 * blocks;
  }

  private ground(column: number, row: number): void {
    const { land, area, step, size } = this;
    const edge = (k: number) => Math.round((k * size) / this.across);
    const [i0, j0, i1, j1] = [edge(column), edge(row), edge(column + 1), edge(row + 1)];
    const locale = land.localeOf(area.x + column * TILE_M, area.z + row * TILE_M, TILE_M);
    const reach = Math.max(1, step);
    for (let j = j0; j < j1; j++) {
      for (let i = i0; i < i1; i++) {
        const [x, z] = [area.x + (i + 0.5) * step, area.z + (j + 0.5) * step];
        const height = land.height(x, z);
        const [west, south] = [land.height(x - reach, z) - height, land.height(x, z + reach) - height];
        const color = height < 0.05 ? waterAt(-height) : this.landAt(locale, x, z, height, west / reach, south / reach);
        const at = (j * size + i) * 4;
        for (let k = 0; k < 3; k++) this.bytes[at + k] = color[k];
        this.bytes[at + 3] = 255;
      }
    }
  }

  private landAt(locale: Locale, x: number, z: number, height: number, west: number, south: number): [number, number, number] {
    const color = groundColor(this.land, locale, x, z, height, Math.hypot(west, south));
    const light = clamp(1 + west * 0.35 + south * 0.2, 0.6, 1.35);
    const out: [number, number, number] = [0, 0, 0];
    const { path, paved } = pathAt(locale, x, z, this.step);
    const way = paved ? [196, 184, 166] : [206, 170, 116];
    for (let k = 0; k < 3; k++) out[k] = lerp(toSrgbByte(color[k]) * light, way[k], path * 0.92);
    return out;
  }

  private trees(column: number, row: number): void {
    const tiles = this.things.trees(Math.floor(this.area.x / TILE_M) + column, Math.floor(this.area.z / TILE_M) + row);
    for (const tree of tiles) {
      this.disc(tree.x, tree.z, 2.6 * tree.scale, 'coal', 0.2);
      this.crown(tree.x, tree.z, tree.scale, tree.kind === 'pine' ? 'pineDark' : 'leafDeep');
    }
  }

  private works(): void {
    const { area } = this;
    const here = (x: number, z: number) =>
      x > area.x - 20 && z > area.z - 20 && x < area.x + area.size + 20 && z < area.z + area.size + 20;
    for (const place of this.land.places) {
      for (const b of place.bridges) if (here(b.x, b.z)) this.box(b.x, b.z, b.width / 2, b.length / 2, b.yaw, 'stonePale');
      for (const b of place.buildings) {
        if (b.kind === 'well' || b.kind === 'ruin' || !here(b.x, b.z)) continue;
        this.box(b.x + 1.2, b.z + 1.2, b.w / 2 + 0.6, b.d / 2 + 0.6, b.yaw, 'coal', 0.5);
        this.box(b.x, b.z, b.w / 2 + 0.4, b.d / 2 + 0.4, b.yaw, roofOf(b.kind, b.seed));
      }
    }
  }

  private disc(x: number, z: number, r: number, paint: Paint, alpha: number): void {
    this.each(x, z, r, (dx, dz, at) => this.put(at, rgb(paint), 1, alpha * (1 - smooth(0.5, 1, Math.hypot(dx, dz) / r))));
  }

  private crown(x: number, z: number, scale: number, paint: Paint): void {
    // On a picture of the whole world a tree is smaller than a pixel: there it only tints it.
    const r = Math.max(1.9 * scale, this.step * 0.75);
    const most = 0.85 * Math.min(1, ((1.9 * scale) / r) ** 2);
    this.each(x, z, r, (dx, dz, at) => {
      const d = Math.hypot(dx, dz) / r;
      if (d > 1) return;
      const light = 0.95 - ((dx - dz) / r) * 0.28;
      this.put(at, rgb(paint), light, most * (1 - smooth(0.7, 1, d)));
    });
  }

  private box(x: number, z: number, halfW: number, halfD: number, yaw: number, paint: Paint, alpha = 1): void {
    const c = Math.cos(yaw);
    const s = Math.sin(yaw);
    this.each(x, z, Math.hypot(halfW, halfD), (dx, dz, at) => {
      const u = dx * c + dz * s;
      const v = dz * c - dx * s;
      if (Math.abs(u) > halfW || Math.abs(v) > halfD) return;
      const ridge = halfW > halfD ? v : u;
      this.put(at, rgb(paint), ridge > 0 ? 0.9 : 1.15, alpha);
    });
  }

  private each(x: number, z: number, reach: number, draw: (dx: number, dz: number, at: number) => void): void {
    const { size, area, step } = this;
    const range = (middle: number, from: number): [number, number] => [
      Math.max(0, Math.floor((middle - reach - from) / step)),
      Math.min(size - 1, Math.ceil((middle + reach - from) / step)),
    ];
    const [i0, i1] = range(x, area.x);
    const [j0, j1] = range(z, area.z);
    for (let j = j0; j <= j1; j++) {
      for (let i = i0; i <= i1; i++) draw(area.x + (i + 0.5) * step - x, area.z + (j + 0.5) * step - z, (j * size + i) * 4);
    }
  }

  private put(at: number, color: readonly [number, number, number], light: number, alpha: number): void {
    for (let k = 0; k < 3; k++) this.bytes[at + k] = lerp(this.bytes[at + k], toSrgbByte(color[k]) * light, alpha);
  }
}

/** How much of a way lies at a point, and whether it is paved. A way is at least a pixel wide. */
function pathAt(locale: Locale, x: number, z: number, step: number): { path: number; paved: boolean } {
  let nearest = 9;
  let paved = false;
  for (const s of locale.roads) {
    const d = toSegment(x, z, s.ax, s.az, s.bx, s.bz).distance - Math.max(s.half, step * 0.6);
    if (d >= nearest) continue;
    nearest = d;
    paved = s.paved;
  }
  return { path: 1 - smooth(-0.4, 0.5, nearest + noise(x / 3.1, z / 3.1) * 0.4), paved };
}

function waterAt(depth: number): [number, number, number] {
  const t = smooth(0, 3.5, depth);
  return [lerp(112, 38, t), lerp(205, 118, t), lerp(208, 172, t)];
}

const ROOFS: Paint[] = ['roofRed', 'roofRust', 'roofBlue', 'roofTeal', 'thatch'];

function roofOf(kind: string, seed: number): Paint {
  if (kind === 'chapel' || kind === 'tower') return 'roofBlue';
  if (kind === 'barn' || kind === 'cottage') return 'thatch';
  if (kind === 'dock' || kind === 'palisade-gate') return 'timberPale';
  if (kind === 'tent') return 'canvas';
  if (kind === 'mine') return 'rockDark';
  return ROOFS[seed % ROOFS.length];
}
