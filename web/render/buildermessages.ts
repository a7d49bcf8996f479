// What the renderer and its builder worker say to each other. Plain data; typed arrays travel as transferables.
import type { Place } from '../../src/shared/content/kinds';
import type { Growth } from './world/growth';
import type { Grid } from './world/land';
import type { GroundMaps } from './world/maps';
import type { PatchArrays } from './world/patch';
import type { TreeShapes } from './world/treemodels';
import type { Chunk, Fixtures, PackedMesh } from './world/works';

export interface NodeShapes {
  ore: readonly [whole: PackedMesh, spent: PackedMesh];
  herb: readonly [whole: PackedMesh, spent: PackedMesh];
  berry: readonly [whole: PackedMesh, spent: PackedMesh];
}

export interface Moving {
  sails: PackedMesh;
  wheel: PackedMesh;
  puff: PackedMesh;
}

export type ToBuilder =
  /** Build this place; what lies near (x, z) first. Grids: finest first. */
  | { type: 'begin'; place: Place; grids: readonly Grid[]; x: number; z: number }
  /** Patches that only stand in for their children may wait (`urgent` false). */
  | { type: 'patch'; key: string; x: number; z: number; size: number; urgent: boolean }
  | { type: 'picture'; request: number; size: number; area: { x: number; z: number; size: number } };

export type FromBuilder =
  | { type: 'maps'; maps: GroundMaps }
  | { type: 'patch'; key: string; patch: PatchArrays }
  | { type: 'trees'; shapes: TreeShapes }
  | { type: 'growth'; growth: Growth }
  | { type: 'chunk'; chunk: Chunk; left: number }
  | { type: 'fixtures'; fixtures: Fixtures; moving: Moving; nodes: NodeShapes }
  | { type: 'picture'; request: number; size: number; bytes: Uint8ClampedArray<ArrayBuffer> };
