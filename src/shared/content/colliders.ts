// What a body bumps into or stands on, for every kind of building, prop, fence, bridge and tree. In: things of a place. Out: colliders.
// The renderer's models must fit these boxes; the core gets them through pack.ts. Own frame: x to the right, -z is the front (door side).
import { REGION_MARGIN_M } from '../../../assembly/layout';
import { place as at } from './angles';
import type { Building, FenceKind, Place, Prop, Tree } from './kinds';
import { expandForests, groundsOf } from './scatter';
import { weakly } from './weakly';

export interface Collider {
  shape: 'circle' | 'box';
  x: number;
  z: number;
  yaw: number; // rad, boxes only
  /** Circle: radius and 0. Box: half width (own x) and half depth (own z). Metres. */
  a: number;
  b: number;
  /** Metres above `base`: the ground under (anchorX, anchorZ), or the world's zero (water level). */
  bottom: number;
  top: number;
  base: 'ground' | 'world';
  anchorX: number;
  anchorZ: number;
  /** Does not stop shots and sight. */
  seeThrough: boolean;
}

/** Height of one storey of a house and of its roof as a share of the shorter side. */
export const STOREY_M = 2.8;
export const ROOF_SHARE = 0.55;
export const DOCK_TOP_M = 0.7;
/** Walls reach this deep into the ground so that slopes leave no gap under them. */
const SUNK_M = -1.5;

interface Frame {
  x: number;
  z: number;
  yaw: number;
}

function box(
  f: Frame,
  localX: number,
  localZ: number,
  a: number,
  b: number,
  bottom: number,
  top: number,
  seeThrough = false,
): Collider {
  const [x, z] = at(f.x, f.z, f.yaw, localX, localZ);
  return { shape: 'box', x, z, yaw: f.yaw, a, b, bottom, top, base: 'ground', anchorX: f.x, anchorZ: f.z, seeThrough };
}

function circle(
  f: Frame,
  localX: number,
  localZ: number,
  radius: number,
  bottom: number,
  top: number,
  seeThrough = false,
): Collider {
  const [x, z] = at(f.x, f.z, f.yaw, localX, localZ);
  return { shape: 'circle', x, z, yaw: 0, a: radius, b: 0, bottom, top, base: 'ground', anchorX: f.x, anchorZ: f.z, seeThrough };
}

/** Top of a plain house: eaves plus half of its roof, so that nobody walks along a ridge. */
export function houseTop(b: Building): number {
  return b.floors * STOREY_M + Math.min(b.w, b.d) * ROOF_SHARE * 0.5;
}

function wallsRoundYard(b: Building, thickness: number, top: number): Collider[] {
  const half = thickness / 2;
  return [
    box(b, -b.w / 2 + half, 0, half, b.d / 2, SUNK_M, top),
    box(b, b.w / 2 - half, 0, half, b.d / 2, SUNK_M, top * 0.7),
    box(b, 0, b.d / 2 - half, b.w / 2, half, SUNK_M, top),
  ];
}

const BUILDINGS: Record<Building['kind'], (b: Building) => Collider[]> = {
  house: b => [box(b, 0, 0, b.w / 2, b.d / 2, SUNK_M, houseTop(b))],
  cottage: b => [box(b, 0, 0, b.w / 2, b.d / 2, SUNK_M, houseTop(b))],
  inn: b => [box(b, 0, 0, b.w / 2, b.d / 2, SUNK_M, houseTop(b))],
  barn: b => [box(b, 0, 0, b.w / 2, b.d / 2, SUNK_M, houseTop(b) + 1)],
  // The forge stands open at the front: house behind, roof on two posts before it.
  smithy: b => [
    box(b, 0, b.d * 0.2, b.w / 2, b.d * 0.3, SUNK_M, houseTop(b)),
    circle(b, -b.w / 2 + 0.2, -b.d / 2 + 0.2, 0.18, SUNK_M, 2.8, true),
    circle(b, b.w / 2 - 0.2, -b.d / 2 + 0.2, 0.18, SUNK_M, 2.8, true),
  ],
  mill: b => [circle(b, 0, 0, b.w / 2, SUNK_M, 11)],
  // The wheel hangs on the right-hand wall, over the water.
  watermill: b => [box(b, 0, 0, b.w / 2, b.d / 2, SUNK_M, houseTop(b)), box(b, b.w / 2 + 0.8, 0, 0.7, 2.3, SUNK_M - 2, 3.4)],
  // Nave behind, square tower of 4 m over the door.
  chapel: b => [box(b, 0, 1.8, b.w / 2, b.d / 2 - 1.8, SUNK_M, 7.5), box(b, 0, -b.d / 2 + 2, 2, 2, SUNK_M, 14)],
  stall: b => [
    box(b, 0, -b.d / 2 + 0.4, b.w / 2 - 0.1, 0.35, -0.3, 1, true),
    circle(b, -b.w / 2 + 0.1, -b.d / 2 + 0.1, 0.08, -0.3, 2.5, true),
    circle(b, b.w / 2 - 0.1, -b.d / 2 + 0.1, 0.08, -0.3, 2.5, true),
    circle(b, -b.w / 2 + 0.1, b.d / 2 - 0.1, 0.08, -0.3, 2.5, true),
    circle(b, b.w / 2 - 0.1, b.d / 2 - 0.1, 0.08, -0.3, 2.5, true),
  ],
  tower: b => [box(b, 0, 0, b.w / 2, b.d / 2, SUNK_M, b.floors * 3.4 + 1)],
  ruin: b => wallsRoundYard(b, 0.8, b.floors * 3),
  tent: b => [box(b, 0, 0.2, b.w * 0.42, b.d * 0.42, -0.3, 2.3)],
  // A timbered mouth in the hillside, open at the front.
  mine: b => [
    box(b, -b.w / 2 + 0.5, 0, 0.5, b.d / 2, SUNK_M, 3.4),
    box(b, b.w / 2 - 0.5, 0, 0.5, b.d / 2, SUNK_M, 3.4),
    box(b, 0, b.d / 2 - 0.4, b.w / 2, 0.4, SUNK_M, 3.4),
    box(b, 0, 0, b.w / 2, b.d / 2, 2.7, 3.6),
  ],
  dock: b => [{ ...box(b, 0, 0, b.w / 2, b.d / 2, DOCK_TOP_M - 0.25, DOCK_TOP_M, true), base: 'world' }],
  well: b => [
    circle(b, 0, 0, 0.95, -0.5, 0.9, true),
    circle(b, -0.85, 0, 0.1, 0, 2.3, true),
    circle(b, 0.85, 0, 0.1, 0, 2.3, true),
  ],
  'palisade-gate': b => [
    box(b, -b.w / 2 + 0.35, 0, 0.35, b.d / 2, SUNK_M, 4.2),
    box(b, b.w / 2 - 0.35, 0, 0.35, b.d / 2, SUNK_M, 4.2),
    box(b, 0, 0, b.w / 2, 0.25, 3.2, 3.8),
  ],
};

export function buildingColliders(b: Building): Collider[] {
  return BUILDINGS[b.kind](b);
}

/** Where somebody stands who is about to knock: the middle of the front, one metre before it. */
export function doorOf(b: Building): readonly [x: number, z: number] {
  return at(b.x, b.z, b.yaw, 0, -b.d / 2 - 1);
}

/** [radius] or [half width, half depth], then height and whether one sees over it; null: walk through. At scale 1. */
type PropBody = { round?: number; box?: readonly [number, number]; top: number; seeThrough?: boolean } | null;
const PROPS: Record<Prop['kind'], PropBody> = {
  barrel: { round: 0.4, top: 1, seeThrough: true },
  crate: { box: [0.45, 0.45], top: 0.9, seeThrough: true },
  cart: { box: [0.9, 1.6], top: 1.3, seeThrough: true },
  campfire: { round: 0.6, top: 0.4, seeThrough: true },
  lamp: { round: 0.14, top: 3, seeThrough: true },
  signpost: { round: 0.14, top: 2.4, seeThrough: true },
  banner: { round: 0.1, top: 3.6, seeThrough: true },
  hay: { round: 1.1, top: 1.5 },
  rock: { round: 0.6, top: 0.6, seeThrough: true },
  boulder: { round: 1.4, top: 1.9 },
  log: { box: [1.6, 0.3], top: 0.55, seeThrough: true },
  stump: { round: 0.45, top: 0.5, seeThrough: true },
  gravestone: { box: [0.42, 0.14], top: 1.1, seeThrough: true },
  pillar: { round: 0.55, top: 4 },
  chest: { box: [0.5, 0.35], top: 0.7, seeThrough: true },
  table: { box: [0.9, 0.5], top: 0.8, seeThrough: true },
  fountain: { round: 2.6, top: 0.75, seeThrough: true },
  waystone: { round: 0.65, top: 3.2 },
  anvil: { box: [0.3, 0.45], top: 0.8, seeThrough: true },
  loom: { box: [0.95, 0.45], top: 1.6, seeThrough: true },
  alembic: { box: [0.8, 0.45], top: 0.95, seeThrough: true },
  hearth: { round: 0.85, top: 1.1, seeThrough: true },
  bones: null,
  web: null,
  mushroom: null,
  scarecrow: { round: 0.15, top: 2, seeThrough: true },
  trough: { box: [0.9, 0.35], top: 0.6, seeThrough: true },
  bench: { box: [0.8, 0.25], top: 0.5, seeThrough: true },
  gate: { box: [2.5, 0.6], top: 4.6 },
  brazier: { round: 0.5, top: 1.2, seeThrough: true },
  candles: null,
  tomb: { box: [0.7, 1.3], top: 1.05, seeThrough: true },
  wreck: { box: [1.9, 4.6], top: 2.2 },
  cannon: { box: [0.6, 1.3], top: 1.1, seeThrough: true },
  eggs: { round: 1.1, top: 1, seeThrough: true },
};

export function propColliders(p: Prop): Collider[] {
  const body = PROPS[p.kind];
  if (!body) return [];
  const s = p.scale;
  const main = body.round
    ? circle(p, 0, 0, body.round * s, -0.5, body.top * s, body.seeThrough)
    : box(p, 0, 0, body.box![0] * s, body.box![1] * s, -0.5, body.top * s, body.seeThrough);
  // The fountain's column rises from the middle of its basin.
  return p.kind === 'fountain' ? [main, circle(p, 0, 0, 0.55 * s, 0, 2.6 * s, true)] : [main];
}

const FENCES = {
  rail: { half: 0.08, top: 1, seeThrough: true },
  stone: { half: 0.3, top: 1.05, seeThrough: true },
  palisade: { half: 0.25, top: 3.4, seeThrough: false },
  rampart: { half: 0.7, top: 5, seeThrough: false },
  barrow: { half: 0.7, top: 5, seeThrough: false },
  crag: { half: 0.8, top: 5.5, seeThrough: false },
  thicket: { half: 0.8, top: 5, seeThrough: false },
} as const satisfies Record<FenceKind, object>;
/** A fence follows the ground in pieces of at most this length. */
const FENCE_PIECE_M = 4;

export function fenceColliders(fence: Place['fences'][number]): Collider[] {
  const { half, top, seeThrough } = FENCES[fence.kind];
  const pieces: Collider[] = [];
  for (let i = 1; i < fence.points.length; i++) {
    const [x0, z0] = fence.points[i - 1];
    const dx = fence.points[i][0] - x0;
    const dz = fence.points[i][1] - z0;
    const length = Math.sqrt(dx * dx + dz * dz);
    const count = Math.max(1, Math.ceil(length / FENCE_PIECE_M));
    // A box whose own x runs along the fence: yaw 0 has x to the east.
    const yaw = Math.atan2(dz, dx);
    for (let k = 0; k < count; k++) {
      const along = (k + 0.5) / count;
      const f = { x: x0 + dx * along, z: z0 + dz * along, yaw };
      pieces.push(box(f, 0, 0, length / count / 2 + half, half, -0.8, top, seeThrough));
    }
  }
  return pieces;
}

export const PARAPET_TOP_M = 0.9;
/** Deck, then a parapet on either side. The bridge's own z runs along it. */
export function bridgeColliders(b: Place['bridges'][number]): Collider[] {
  const half = b.width / 2;
  const deck = box(b, 0, 0, half, b.length / 2, b.top - 0.6, b.top, false);
  const sides = [-1, 1].map(side => box(b, side * (half - 0.15), 0, 0.15, b.length / 2, b.top - 0.6, b.top + PARAPET_TOP_M, true));
  return [deck, ...sides].map(c => ({ ...c, base: 'world' as const }));
}

const TRUNKS: Record<Tree['kind'], number> = { oak: 0.42, birch: 0.22, pine: 0.3, apple: 0.26, dead: 0.28, bush: 0 };

export function treeColliders(t: Tree): Collider[] {
  const radius = TRUNKS[t.kind] * t.scale;
  return radius ? [circle({ x: t.x, z: t.z, yaw: 0 }, 0, 0, radius, -0.5, 5 * t.scale)] : [];
}

export function nodeColliders(n: Place['nodes'][number]): Collider[] {
  if (n.prop === 'chest') return propColliders({ kind: 'chest', x: n.x, z: n.z, yaw: 0, scale: 1 });
  if (n.prop === 'wood') return [circle({ x: n.x, z: n.z, yaw: 0 }, 0, 0, 0.5, -0.5, 0.6, true)];
  return n.prop === 'ore' ? [circle({ x: n.x, z: n.z, yaw: 0 }, 0, 0, 0.75, -0.5, 1.1, true)] : [];
}

/** Every collider of a place, in a fixed order: buildings, bridges, fences, props, nodes, single trees, forest trees. */
export const collidersOf = weakly((place: Place): readonly Collider[] => [
  ...place.buildings.flatMap(buildingColliders),
  ...place.bridges.flatMap(bridgeColliders),
  ...place.fences.flatMap(fenceColliders),
  ...place.props.flatMap(propColliders),
  ...place.nodes.flatMap(nodeColliders),
  ...place.trees.flatMap(treeColliders),
  ...expandForests(place).flatMap(treeColliders),
]);

/** The places of a world whose things may stand in a place's region or its margin, itself among them. */
export function placesAround(place: Place, world: readonly Place[]): Place[] {
  const { west, north, east, south } = groundsOf(place);
  return world.filter(other => {
    const its = groundsOf(other);
    return Math.max(west - its.east, its.west - east, north - its.south, its.north - south) <= REGION_MARGIN_M;
  });
}

/** Tells of a collider's middle and its `a` and `b` whether it stands there, at least in part. */
export function reachInto(place: Place): (x: number, z: number, a: number, b: number) => boolean {
  const { west, north, east, south } = groundsOf(place);
  return (x, z, a, b) => {
    const reach = REGION_MARGIN_M + Math.sqrt(a * a + b * b);
    return x > west - reach && x < east + reach && z > north - reach && z < south + reach;
  };
}
