// What the page and its builder worker say to each other. Plain data; typed arrays travel as transferables.
import type { SquareMaps } from './world/maps';
import type { PackedMesh } from './world/mesh';
import type { PatchArrays } from './world/patch';
import type { FarTile, NearTile, NodeSpot } from './world/things';
import type { TreeShapes } from './world/treemodels';

export type NodeShapes = Record<NodeSpot['look'], readonly [whole: PackedMesh, spent: PackedMesh]>;

export interface Moving {
  sails: PackedMesh;
  wheel: PackedMesh;
  puff: PackedMesh;
}

/** Shapes of which the whole world has copies. */
export interface Shapes {
  trees: TreeShapes;
  moving: Moving;
  nodes: NodeShapes;
}

/** The layers of tiles: maps of the ground (squares of SQUARE_M), and things seen from afar and up close (tiles of TILE_M). */
export interface LayerPieces {
  maps: SquareMaps;
  far: FarTile;
  near: NearTile;
}
export type LayerName = keyof LayerPieces;

export type ToBuilder =
  /** The core, and the region whose land is wanted first. */
  | { type: 'begin'; core: WebAssembly.Module; region: string }
  /** From now on tiles, patches and the relief are of that world (places.ts worldOf). */
  | { type: 'world'; world: string }
  /** The land of a region's core. */
  | { type: 'land'; region: string }
  | { type: 'tile'; layer: LayerName; i: number; j: number }
  /** Patches that only stand in for their children may wait (`urgent` false). */
  | { type: 'patch'; key: string; x: number; z: number; size: number; urgent: boolean }
  | { type: 'shapes' }
  /** Heights of the whole world, coarsely (RELIEF_M). */
  | { type: 'relief' };

export type TilePiece = { [L in LayerName]: { type: 'tile'; layer: L; i: number; j: number; piece: LayerPieces[L] } }[LayerName];

export type FromBuilder =
  | { type: 'land'; region: string; seed: number; bytes: Uint8Array<ArrayBuffer> }
  /** What comes after this is of the world asked for last. */
  | { type: 'world' }
  | TilePiece
  | { type: 'patch'; key: string; patch: PatchArrays }
  | { type: 'shapes'; shapes: Shapes }
  /** Half floats. */
  | { type: 'relief'; heights: Uint16Array<ArrayBuffer> };
