// The land as the picture cuts it: tiles that follow the eye and come back to the same number, no two squares in one cell of the maps, biomes
// that flow into one another, neighbouring pieces that agree on their common edge, and nothing of any place left out or drawn twice.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REGION_SIZE_M, WORLD_SIZE_M } from '../../assembly/layout';
import { PLACES } from '../../src/shared/content';
import { BIOMES } from '../../src/shared/content/kinds';
import { packContent } from '../../src/shared/content/pack';
import { expandForests } from '../../src/shared/content/scatter';
import { Sim } from '../../src/shared/sim';
import { SLACK_M, TileLayer } from '../../web/render/tilelayer';
import { Biomes } from '../../web/render/world/biomes';
import { cornerOf, keyOf, SAMPLES, SQUARE_M, STEPS, TILE_M } from '../../web/render/world/grid';
import { ITEM } from '../../web/render/world/growth';
import { Land } from '../../web/render/world/land';
import { bakeMaps } from '../../web/render/world/maps';
import { buildPatch } from '../../web/render/world/patch';
import { Things } from '../../web/render/world/things';

const [home] = PLACES;
const sim = new Sim(new WebAssembly.Module(readFileSync('build/core.wasm')));
sim.load(home.seed, home.region[1] * REGION_SIZE_M, home.region[2] * REGION_SIZE_M, packContent(home));
const land = new Land((x, z) => sim.core.height(x, z), PLACES);
const things = new Things(land);

/** Everything that is wanted round the eye comes at once. */
function fill(layer: TileLayer, x: number, z: number): void {
  layer.sweep(x, z);
  for (let tile = layer.next(x, z); tile; tile = layer.next(x, z)) {
    layer.ask(tile.i, tile.j);
    layer.take(tile.i, tile.j, x, z);
  }
}

function circle(steps: number, visit: (x: number, z: number) => void): void {
  for (let k = 0; k <= steps; k++) {
    const turn = (k / steps) * Math.PI * 2;
    visit(1024 + 300 * Math.cos(turn), 1024 + 300 * Math.sin(turn));
  }
}

describe('tiles round the eye', () => {
  it('come back to the same ones after a walk in a circle over borders, and leave nothing behind', () => {
    const kept = new Set<number>();
    const layer = new TileLayer(TILE_M, key => kept.delete(key));
    layer.reach_m = 900;
    const seen: string[] = [];
    for (let round = 0; round < 2; round++) {
      circle(120, (x, z) => {
        fill(layer, x, z);
        for (let i = -20; i < 40; i++) for (let j = -20; j < 40; j++) if (layer.has(i, j)) kept.add(keyOf(i, j));
      });
      seen.push([...kept].sort((a, b) => a - b).join());
      expect(kept.size).toBe(layer.count);
    }
    expect(seen[1]).toBe(seen[0]);
  });

  it('are asked for from near to far, and are complete when all have come', () => {
    const layer = new TileLayer(SQUARE_M, () => {});
    layer.reach_m = 300;
    let before = 0;
    for (let tile = layer.next(500, 500); tile; tile = layer.next(500, 500)) {
      expect(tile.away).toBeGreaterThanOrEqual(before);
      expect(layer.complete_m(500, 500)).toBeCloseTo(tile.away);
      before = tile.away;
      layer.ask(tile.i, tile.j);
      expect(layer.complete_m(500, 500)).toBeLessThanOrEqual(tile.away);
      layer.take(tile.i, tile.j, 500, 500);
    }
    expect(layer.complete_m(500, 500)).toBe(300);
  });

  it('never share a cell of the ground maps', () => {
    const cells = 16;
    const here = new Set<number>();
    const layer = new TileLayer(SQUARE_M, key => here.delete(key));
    layer.reach_m = (cells * SQUARE_M - SQUARE_M) / 2 - SLACK_M;
    circle(200, (x, z) => {
      fill(layer, x, z);
      for (let i = -10; i < 60; i++) for (let j = -10; j < 60; j++) if (layer.has(i, j)) here.add(keyOf(i, j));
      const used = [...here].map(key =>
        cornerOf(key)
          .map(index => ((index % cells) + cells) % cells)
          .join(),
      );
      expect(new Set(used).size).toBe(used.length);
    });
  });

  it('that come too late are forgotten', () => {
    const layer = new TileLayer(TILE_M, () => {});
    layer.reach_m = 200;
    layer.ask(3, 3);
    expect(layer.take(3, 3, 2000, 2000)).toBe(false);
    expect([layer.asked, layer.count]).toEqual([0, 0]);
  });
});

describe('biomes', () => {
  const four = [0, 1, 2, 3];
  const world = four.flatMap(row =>
    four.map(column => ({ ...home, biome: BIOMES[(row + column) % 5], region: [2, column, row] as const })),
  );

  it('share every point among them and change by little from step to step', () => {
    const biomes = new Biomes(world);
    for (const z of [300, 512, 1024, 1700]) {
      let before: number[] | null = null;
      for (let x = -50; x < WORLD_SIZE_M + 50; x += 2) {
        biomes.weigh(x, z);
        const now = [...biomes.shares];
        expect(now.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
        if (before) for (const [b, share] of now.entries()) expect(Math.abs(share - before[b])).toBeLessThan(0.2);
        before = now;
      }
    }
  });

  it('rule alone in the middle of a place, and wilderness lies beyond the world', () => {
    const biomes = new Biomes(world);
    for (const { biome, region } of world) {
      biomes.weigh((region[1] + 0.5) * REGION_SIZE_M, (region[2] + 0.5) * REGION_SIZE_M);
      expect(biomes.shares[BIOMES.indexOf(biome)]).toBe(1);
      expect(biomes.wild).toBe(0);
    }
    biomes.weigh(-400, 900);
    expect(biomes.wild).toBe(1);
  });
});

describe('neighbouring squares of ground', () => {
  const [i, j] = [Math.floor(home.spawns[0].x / SQUARE_M), Math.floor(home.spawns[0].z / SQUARE_M)];

  it('agree on height and colour along their common edge', () => {
    const [west, east] = [land.survey(i, j), land.survey(i + 1, j)];
    for (let row = 0; row <= STEPS; row++) {
      const at = (row + 1) * SAMPLES + 1;
      expect(west.heights[at + STEPS]).toBe(east.heights[at]);
      const [w, e] = [(row * (STEPS + 1) + STEPS) * 3, row * (STEPS + 1) * 3];
      expect([...west.colors.subarray(w, w + 3)]).toEqual([...east.colors.subarray(e, e + 3)]);
    }
  });

  it('are drawn just where bodies walk', () => {
    const patch = buildPatch(land, i * SQUARE_M, j * SQUARE_M, SQUARE_M);
    for (let k = 0; k < (STEPS + 1) ** 2; k += 7) {
      const [x, y, z] = patch.position.subarray(k * 3, k * 3 + 3);
      expect(y).toBe(sim.core.height(x, z));
    }
  });

  it('have maps whose smaller levels are means of the larger', () => {
    const { mask, heights, paint } = bakeMaps(land, i, j, things.shades(i, j));
    expect([heights.length, paint.length, mask.length]).toEqual([STEPS ** 2, STEPS ** 2 * 4, Math.log2(SQUARE_M) + 1]);
    const mean = (level: Uint8Array, part: number) => {
      let sum = 0;
      for (let at = part; at < level.length; at += 4) sum += level[at];
      return sum / (level.length / 4);
    };
    for (let part = 0; part < 4; part++) expect(mean(mask[6], part)).toBeCloseTo(mean(mask[0], part), -1);
  });
});

describe('everything of every place', () => {
  const tiles = new Map<number, ReturnType<Things['far']>>();
  const from = -2;
  const to = WORLD_SIZE_M / TILE_M + 2;
  for (let i = from; i < to; i++) {
    for (let j = from; j < to; j++) {
      const near = PLACES.some(
        ({ region }) =>
          Math.hypot(i * TILE_M - (region[1] + 0.5) * REGION_SIZE_M, j * TILE_M - (region[2] + 0.5) * REGION_SIZE_M) < 700,
      );
      if (near) tiles.set(keyOf(i, j), things.far(i, j));
    }
  }

  it('grows in one tile and no other', { timeout: 60_000 }, () => {
    const planted = new Map<string, number>();
    for (const [key, { trees }] of tiles) {
      const [i, j] = cornerOf(key);
      for (let at = 0; at < trees.length; at += ITEM) {
        const [x, z] = [trees[at], trees[at + 2]];
        expect([Math.floor(x / TILE_M), Math.floor(z / TILE_M)]).toEqual([i, j]);
        const name = `${x} ${z}`;
        planted.set(name, (planted.get(name) ?? 0) + 1);
      }
    }
    for (const place of PLACES) {
      for (const { x, z } of [...place.trees, ...expandForests(place)])
        expect(planted.get(`${Math.fround(x)} ${Math.fround(z)}`), `tree of ${place.key} at ${x}, ${z}`).toBe(1);
    }
  });

  it('is built in the tile where it stands, lamps and all', () => {
    for (const place of PLACES) {
      for (const b of place.buildings) {
        const { works } = tiles.get(keyOf(Math.floor(b.x / TILE_M), Math.floor(b.z / TILE_M)))!;
        expect(works, `${b.kind} of ${place.key}`).not.toBeNull();
        const [x, , z, radius] = works!.sphere;
        expect(Math.hypot(b.x - x, b.z - z)).toBeLessThan(radius + Math.hypot(b.w, b.d));
      }
    }
    const lamps = [...tiles.values()].reduce((sum, { fixtures }) => sum + fixtures.lamps.length, 0);
    const standing = PLACES.flatMap(({ props }) => props).filter(({ kind }) => kind === 'lamp' || kind === 'campfire').length;
    expect(lamps).toBeGreaterThanOrEqual(standing);
  });

  it('has its nodes, numbered as its place numbers them', () => {
    const at = (metres: number) => Math.floor(metres / TILE_M);
    const keys = new Set(home.nodes.map(node => keyOf(at(node.x), at(node.z))));
    const spots = [...keys].flatMap(key => things.near(...cornerOf(key)).nodes).filter(spot => spot.place === home.number);
    expect(spots.map(spot => spot.index).sort((a, b) => a - b)).toEqual(home.nodes.map((_, index) => index));
  });
});
