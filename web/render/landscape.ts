// The land on the screen: ground, water, works, growth, lamps and smoke, brought round the eye in tiles that know no region. In: the builder, and
// the eye once a frame. Out: one group, and whether what is near stands already.
import { Group, type WebGLRenderer } from 'three';
import { Smoke } from './air';
import type { Builder } from './builder';
import type { LayerName, TilePiece } from './buildermessages';
import type { Camera } from './contract';
import { Fixtures } from './fixtures';
import { GroundMeshes } from './ground';
import { GroundMaps, MAPS_REACH_M } from './groundmaps';
import { LampLight } from './lamplight';
import { NodeMeshes } from './nodes';
import type { Quality } from './tiers';
import { TileStream } from './tilestream';
import { TreeMeshes } from './trees';
import { Water } from './water';
import { WorksMeshes } from './works';
import type { LookBlend } from './world/biomes';
import { keyOf } from './world/grid';

/** Near tiles come this much before they are shown. */
const AHEAD_M = 72;
/** How much must stand round the eye before it may be opened there. */
const READY = { maps: 150, near: 60, far: 220 } as const;
/** A farther jump of the eye than this is no walk: what it sees is unveiled at once. */
const JUMP_M = 60;

export interface Eye extends Camera {
  /** Metres over the ground. */
  above: number;
}

/** How it is looked at in this frame. */
export interface Sight {
  aspect: number;
  timeS: number;
  dtS: number;
  /** Of the biome at the eye. */
  look: LookBlend['look'];
}

export class Landscape {
  readonly group = new Group();
  readonly ground: GroundMeshes;
  private readonly maps: GroundMaps;
  private readonly stream: TileStream;
  private readonly works = new WorksMeshes();
  private readonly trees = new TreeMeshes();
  private readonly nodes = new NodeMeshes();
  private readonly lamps = new LampLight();
  private readonly fixtures = new Fixtures();
  private water: Water | null = null;
  private smoke: Smoke | null = null;
  private quality: Quality | null = null;
  private lastX = Number.NaN;
  private lastZ = Number.NaN;

  constructor(gl: WebGLRenderer, builder: Builder) {
    this.maps = new GroundMaps(gl);
    this.ground = new GroundMeshes((key, x, z, size, urgent) => builder.patch(key, x, z, size, urgent));
    builder.onPatch = (key, patch) => this.ground.add(key, patch);
    this.stream = new TileStream(builder, { add: tile => this.add(tile), drop: (layer, key) => this.drop(layer, key) });
    this.group.add(this.ground.group, this.works.group, this.trees.group, this.nodes.group, this.lamps.group);
  }

  /** Before the first frame: shapes of which everything has copies. */
  async load(builder: Builder): Promise<void> {
    const shapes = await builder.shapes();
    this.works.load(shapes.moving);
    this.trees.load(shapes.trees);
    this.nodes.load(shapes.nodes, this.works.material);
    this.smoke = new Smoke(shapes.moving.puff);
    this.group.add(this.smoke.mesh);
    this.water = new Water(await builder.relief());
    this.group.add(this.water.mesh);
  }

  /** Another world comes round the eye: nothing of what is here stays. `relief`: of that world, when it comes. */
  clear(relief: Promise<Uint16Array<ArrayBuffer>>): void {
    this.stream.clear();
    this.ground.clear();
    this.lastX = Number.NaN;
    relief.then(
      heights => this.water?.setRelief(heights),
      failed => console.warn('far water is not known', failed),
    );
  }

  setQuality(quality: Quality): void {
    this.quality = quality;
    const { near, maps, far } = this.stream.layers;
    maps.reach_m = Math.min(MAPS_REACH_M, quality.worksFar_m);
    near.reach_m = Math.max(quality.works_m, quality.bush_m) + AHEAD_M;
    far.reach_m = Math.max(quality.worksFar_m, quality.treeFar_m);
    this.stream.refresh();
    this.ground.setQuality(quality);
    this.works.setQuality(quality);
    this.trees.setQuality(quality);
    this.lamps.setQuality(quality);
  }

  frame(eye: Eye, sight: Sight, place: number, spent: ReadonlySet<number>): void {
    const { x, y, z } = eye;
    const { aspect, timeS, dtS } = sight;
    this.bring(x, y, z, dtS);
    this.works.update(x, eye.above, z, timeS);
    this.trees.update(x, y, z, eye.yaw, eye.pitch, eye.fovDeg, aspect);
    this.nodes.update(place, spent, timeS);
    this.fixtures.update(x, z, (lamps, smoke) => {
      this.lamps.show(lamps, x, z);
      this.smoke?.show(smoke);
    });
    this.lamps.frame(x, y, z, timeS);
    this.water?.frame(x, z, sight.look);
  }

  /** Asks for what is missing round the eye and takes in what came, without drawing. */
  bring(x: number, y: number, z: number, dtS: number): void {
    this.stream.frame(x, z, dtS * 1000);
    this.ground.update(x, y, z);
    const known_m = this.stream.layers.maps.complete_m(x, z);
    const jumped = !(Math.abs(x - this.lastX) + Math.abs(z - this.lastZ) < JUMP_M);
    this.lastX = x;
    this.lastZ = z;
    this.maps.frame(x, z, known_m, jumped ? Number.POSITIVE_INFINITY : dtS);
  }

  /** 0..1: how much of what must stand round the eye does. 1: it may be opened. */
  readiness(x: number, z: number): number {
    const { quality } = this;
    if (!quality) return 0;
    const names = Object.keys(READY) as LayerName[];
    const parts = names.map(name => {
      const layer = this.stream.layers[name];
      return Math.min(1, layer.complete_m(x, z) / Math.min(READY[name], layer.reach_m));
    });
    return (parts.reduce((sum, part) => sum + part, 0) + (this.ground.complete ? 1 : 0)) / (parts.length + 1);
  }

  /** Tiles and patches here: back to the same number after a walk in a circle. */
  get count(): { near: number; maps: number; far: number; patches: number } {
    const { near, maps, far } = this.stream.layers;
    return { near: near.count, maps: maps.count, far: far.count, patches: this.ground.count };
  }

  private add(tile: TilePiece): void {
    const key = keyOf(tile.i, tile.j);
    if (tile.layer === 'maps') this.maps.add(tile.i, tile.j, tile.piece);
    else if (tile.layer === 'far') {
      this.works.addFar(key, tile.piece.works, tile.piece.fixtures.spins);
      this.trees.add(key, false, tile.piece.trees);
      this.fixtures.add(key, tile.piece.fixtures);
    } else {
      this.works.addNear(key, tile.piece.works);
      this.trees.add(key, true, tile.piece.low);
      this.nodes.add(key, tile.piece.nodes);
    }
  }

  private drop(layer: LayerName, key: number): void {
    if (layer === 'far') {
      this.works.dropFar(key);
      this.trees.drop(key, false);
      this.fixtures.drop(key);
    } else if (layer === 'near') {
      this.works.dropNear(key);
      this.trees.drop(key, true);
      this.nodes.drop(key);
    }
  }
}
