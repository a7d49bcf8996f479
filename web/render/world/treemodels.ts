// Trees, bushes and stones as models in three levels of detail. Crowns bend their normals away from the middle, so that they shade as one volume.
// In: nothing. Out: packed meshes by model name. One metre is one metre at scale 1.
import { Modeller, type Vec3 } from '../modeller';
import { mixRgb, type Paint, rgb, scaleRgb } from '../palette';
import { P, STILL, sway } from './kit';
import { dunegrass, heather, reed } from './lowmodels';
import { type PackedMesh, pack } from './mesh';

export const TREE_MODELS = [
  'oak',
  'oakTall',
  'oakAutumn',
  'birch',
  'birchGold',
  'apple',
  'pine',
  'pineTall',
  'dead',
  'bush',
  'bushBloom',
  'stone',
  'fern',
  'reed',
  'heather',
  'dunegrass',
] as const;
export type TreeModel = (typeof TREE_MODELS)[number];

/** Levels of detail of a model: full, simple, and from afar one of two shared shapes. */
export interface TreeShapes {
  near: Record<TreeModel, PackedMesh>;
  middle: Record<TreeModel, PackedMesh | null>;
  far: { leaf: PackedMesh; pine: PackedMesh };
}

/** What a model looks like from afar: shape and colour. */
export const FAR_LOOK: Record<TreeModel, { shape: 'leaf' | 'pine'; paint: Paint } | null> = {
  oak: { shape: 'leaf', paint: 'leafBright' },
  oakTall: { shape: 'leaf', paint: 'leaf' },
  oakAutumn: { shape: 'leaf', paint: 'autumnOrange' },
  birch: { shape: 'leaf', paint: 'leafPale' },
  birchGold: { shape: 'leaf', paint: 'autumnGold' },
  apple: { shape: 'leaf', paint: 'leafApple' },
  pine: { shape: 'pine', paint: 'pine' },
  pineTall: { shape: 'pine', paint: 'pine' },
  dead: null,
  bush: null,
  bushBloom: null,
  stone: null,
  fern: null,
  reed: null,
  heather: null,
  dunegrass: null,
};

export function meshesOf(shapes: TreeShapes): PackedMesh[] {
  return [...Object.values(shapes.near), ...Object.values(shapes.middle), ...Object.values(shapes.far)].filter(
    mesh => mesh !== null,
  );
}

export function buildTrees(): TreeShapes {
  const near: Record<TreeModel, PackedMesh> = {
    oak: broadleaf(11, 'leaf', 'leafPale', 1),
    oakTall: broadleaf(12, 'leafDeep', 'leafBright', 1.25),
    oakAutumn: broadleaf(13, 'autumnRed', 'autumnGold', 1),
    birch: birch(16, 'leafBright', 'leafPale'),
    birchGold: birch(17, 'autumnOrange', 'autumnGold'),
    apple: apple(21),
    pine: pine(14, 1),
    pineTall: pine(15, 1.25),
    dead: dead(22),
    bush: bush(17, 'leafDeep', 'leafBright'),
    bushBloom: bush(18, 'leafDeep', 'blossom'),
    stone: stone(19),
    fern: fern(23),
    reed: reed(24),
    heather: heather(25),
    dunegrass: dunegrass(26),
  };
  const middle: Record<TreeModel, PackedMesh | null> = {
    oak: middleLeaf('leaf', 'leafPale'),
    oakTall: middleLeaf('leafDeep', 'leafBright'),
    oakAutumn: middleLeaf('autumnRed', 'autumnGold'),
    birch: middleBirch('leafBright', 'leafPale'),
    birchGold: middleBirch('autumnOrange', 'autumnGold'),
    apple: middleLeaf('leaf', 'leafApple'),
    pine: middlePine(1),
    pineTall: middlePine(1.2),
    dead: middleDead(),
    bush: middleBush('leafDeep', 'leafBright'),
    bushBloom: middleBush('leafDeep', 'blossom'),
    stone: null,
    fern: null,
    reed: null,
    heather: null,
    dunegrass: null,
  };
  return { near, middle, far: { leaf: farLeaf(), pine: farPine() } };
}

function trunk(m: Modeller, height: number, foot: number, top: number, paint: string): void {
  m.occlude = { y0: 0, y1: 1.4, dark: 0.62 };
  m.loft(
    [
      { y: -0.5, rx: foot * 1.5 },
      { y: 0.25, rx: foot },
      { y: height * 0.6, rx: (foot + top) * 0.5, ox: 0.06 },
      { y: height, rx: top, ox: 0.1 },
    ],
    6,
    paint,
    { capTop: false, capBottom: false },
  );
  m.occlude = null;
}

/** A crown blob: dark below, light on top. */
function blob(m: Modeller, at: Vec3, radius: number | Vec3, low: Paint, high: Paint, light: number, detail = 1): void {
  const base = scaleRgb(mixRgb(rgb(low), rgb(high), light * 0.5), 0.62 + 0.42 * light);
  m.ico(at[0], at[1], at[2], radius, detail, base, { noise: 0.12, topPaint: rgb(high), flatBottom: 0.78 });
}

function broadleaf(seed: number, low: Paint, high: Paint, tall: number): PackedMesh {
  const m = new Modeller(seed);
  m.jitter = 0.05;
  const h = 2.5 * tall;
  trunk(m, h + 0.7, 0.3, 0.14, P.bark);
  for (const s of [-1, 1])
    m.tube([0.06, h * 0.72, 0], [0.06 + s * 0.95, h * 1.1, s * 0.5], 0.13, 0.06, 5, P.bark, { capTop: false, capBottom: false });
  m.tag = sway(1);
  const y = h + 1.7 * tall;
  m.bend = { centre: [0.1, y - 0.9, 0], mix: 0.72 };
  const crown: [number, number, number, number][] = [
    [0.1, y, 0, 1.7],
    [1.4, y - 0.5, 0.45, 1.2],
    [-1.15, y - 0.35, -0.35, 1.28],
    [0.3, y - 0.45, 1.25, 1.15],
    [-0.1, y - 0.2, -1.25, 1.2],
    [0.6, y + 0.95 * tall, 0.25, 1.15],
    [-0.45, y + 0.75 * tall, -0.3, 1.05],
  ];
  for (const [bx, by, bz, br] of crown) {
    const r = br * (0.92 + m.random() * 0.2);
    blob(m, [bx, by, bz], [r, r * 0.92, r], low, high, Math.max(0, (by - (y - 1.4)) / 3.2));
  }
  return pack(m.arrays());
}

function birch(seed: number, low: Paint, high: Paint): PackedMesh {
  const m = new Modeller(seed);
  m.jitter = 0.04;
  m.occlude = { y0: 0, y1: 1, dark: 0.7 };
  const ringAt = (y: number, rx: number, ox: number, dark = false) => ({ y, rx, ox, paint: dark ? P.barkDark : P.barkPale });
  m.loft(
    [
      ringAt(-0.4, 0.22, 0),
      ringAt(0.9, 0.17, 0, true),
      ringAt(1.05, 0.168, 0),
      ringAt(1.7, 0.16, 0.04, true),
      ringAt(1.78, 0.16, 0.05),
      ringAt(2.5, 0.14, 0.1, true),
      ringAt(2.62, 0.14, 0.1),
      ringAt(4.6, 0.08, 0.18),
    ],
    6,
    P.barkPale,
    { capTop: false, capBottom: false },
  );
  m.occlude = null;
  m.tag = sway(1.2);
  m.bend = { centre: [0.15, 4.2, 0], mix: 0.7 };
  for (const [x, y, z, r, h] of [
    [0.15, 4, 0, 1.1, 1.35],
    [0.55, 3.3, 0.3, 0.75, 0.9],
    [-0.4, 3.5, -0.25, 0.8, 1],
    [0.2, 5.2, 0.05, 0.72, 1],
  ]) {
    blob(m, [x, y, z], [r, h, r], low, high, (y - 3) / 3);
  }
  return pack(m.arrays());
}

function apple(seed: number): PackedMesh {
  const m = new Modeller(seed);
  m.jitter = 0.05;
  trunk(m, 2, 0.26, 0.14, P.bark);
  for (const s of [-1, 1])
    m.tube([0.05, 1.2, 0], [s * 0.8, 2.1, -s * 0.3], 0.1, 0.06, 5, P.bark, { capTop: false, capBottom: false });
  m.tag = sway(0.8);
  m.bend = { centre: [0, 2.2, 0], mix: 0.72 };
  for (const [x, y, z, r] of [
    [0, 2.9, 0, 1.3],
    [0.9, 2.5, 0.3, 0.95],
    [-0.85, 2.55, -0.2, 1],
    [0.1, 2.5, -0.9, 0.9],
    [-0.1, 2.45, 0.9, 0.95],
  ]) {
    blob(m, [x, y, z], [r, r * 0.85, r], 'leaf', 'leafApple', (y - 2) / 1.2);
  }
  m.bend = null;
  for (let k = 0; k < 14; k++) {
    const turn = k * 2.4;
    const y = 2 + (k % 5) * 0.26;
    m.ico(Math.cos(turn) * 1.45, y, Math.sin(turn) * 1.45, 0.12, 0, k % 4 ? P.apple : P.gold);
  }
  return pack(m.arrays());
}

function pine(seed: number, tall: number): PackedMesh {
  const m = new Modeller(seed);
  m.jitter = 0.05;
  m.occlude = { y0: 0, y1: 1.6, dark: 0.6 };
  m.loft(
    [
      { y: -0.5, rx: 0.36 },
      { y: 1.7, rx: 0.22 },
    ],
    6,
    P.barkDark,
    { capTop: false, capBottom: false },
  );
  m.occlude = null;
  const layers = 5;
  for (let i = 0; i < layers; i++) skirt(m, i / (layers - 1), 1.05 + i * 1.28 * tall, tall);
  return pack(m.arrays());
}

/** One jagged skirt of a pine. `t` 0 lowest, 1 top. */
function skirt(m: Modeller, t: number, y: number, tall: number): void {
  const radius = (2.15 - t * 1.5) * (0.95 + m.random() * 0.1);
  const high = 2.35 * tall * (1 - t * 0.2);
  const turn = m.random() * 6;
  const low = mixRgb(rgb('pineDark'), rgb('pine'), t);
  const top = mixRgb(rgb('pine'), rgb('pinePale'), 0.25 + t * 0.75);
  m.tag = sway(0.35 + t * 0.6);
  m.bend = { centre: [0, y - 0.6, 0], mix: 0.45 };
  const tip: Vec3 = [0, y + high, 0];
  const points = 18;
  const rim = Array.from({ length: points }, (_, q): Vec3 => {
    const angle = turn + (q / points) * Math.PI * 2;
    const r = radius * (q & 1 ? 0.78 : 1 + (m.random() - 0.5) * 0.16);
    return [Math.cos(angle) * r, y - (q & 1 ? 0 : 0.34) + (m.random() - 0.5) * 0.1, Math.sin(angle) * r];
  });
  const half = (p: Vec3): Vec3 => [p[0] * 0.5, p[1] + (tip[1] - p[1]) * 0.46, p[2] * 0.5];
  for (let q = 0; q < points; q++) {
    const [a, b] = [rim[q], rim[(q + 1) % points]];
    m.quad(b, a, half(a), half(b), mixRgb(low, top, 0.35));
    m.tri(half(a), tip, half(b), top);
    m.tri(a, b, [0, y + 0.5, 0], low, 0.55);
  }
}

function dead(seed: number): PackedMesh {
  const m = new Modeller(seed);
  trunk(m, 3.6, 0.28, 0.1, P.deadwood);
  for (let k = 0; k < 6; k++) {
    const turn = k * 2.2;
    const y = 1.6 + k * 0.36;
    const out = 1.4 - k * 0.12;
    const mid: Vec3 = [Math.cos(turn) * out * 0.6, y + 0.5, Math.sin(turn) * out * 0.6];
    m.tube([0.05, y, 0], mid, 0.1, 0.06, 5, P.deadwood, { capBottom: false });
    m.tube(mid, [Math.cos(turn + 0.4) * out, y + 1.1, Math.sin(turn + 0.4) * out], 0.06, 0.015, 4, P.deadwood, {
      capBottom: false,
    });
  }
  m.tube([0.1, 3.5, 0], [0.3, 4.6, 0.1], 0.1, 0.02, 5, P.deadwood, { capBottom: false });
  return pack(m.arrays());
}

function bush(seed: number, low: Paint, high: Paint): PackedMesh {
  const m = new Modeller(seed);
  m.tag = sway(0.4);
  m.bend = { centre: [0, -0.2, 0], mix: 0.7 };
  for (const [x, y, z, r] of [
    [0, 0.45, 0, 0.75],
    [0.6, 0.3, 0.2, 0.5],
    [-0.5, 0.32, -0.25, 0.55],
    [0.05, 0.3, 0.6, 0.45],
  ]) {
    m.ico(x, y, z, [r, r * 0.85, r], 1, scaleRgb(rgb(low), 0.68), { noise: 0.16, topPaint: rgb(high), flatBottom: 0.7 });
  }
  return pack(m.arrays());
}

function stone(seed: number): PackedMesh {
  const m = new Modeller(seed);
  m.jitter = 0.07;
  m.occlude = { y0: -0.5, y1: 0.8, dark: 0.6 };
  m.ico(0, 0.2, 0, [1, 0.72, 0.85], 1, P.rock, { noise: 0.2, topPaint: P.rockWarm, flatBottom: 0.5 });
  return pack(m.arrays());
}

function fern(seed: number): PackedMesh {
  const m = new Modeller(seed);
  m.tag = sway(0.35);
  m.bend = { centre: [0, -0.6, 0], mix: 0.85 };
  for (let k = 0; k < 7; k++) {
    m.at(0, 0, 0, k * 0.9 + m.random() * 0.3, () => {
      const long = 0.55 + m.random() * 0.25;
      m.sheet([-0.03, 0, 0.02], [0.03, 0, 0.02], [0.14, 0.34, long * 0.55], [-0.14, 0.34, long * 0.55], P.leafDeep, 0.8, 0.8);
      m.tri([-0.14, 0.34, long * 0.55], [0.14, 0.34, long * 0.55], [0, 0.28, long], P.leaf);
      m.tri([0.14, 0.34, long * 0.55], [-0.14, 0.34, long * 0.55], [0, 0.28, long], P.leaf, 0.8);
    });
  }
  return pack(m.arrays());
}

// ---- simple forms ----

function middleLeaf(low: Paint, high: Paint): PackedMesh {
  const m = new Modeller(3);
  m.jitter = 0.05;
  m.cylinder(0, -0.3, 0, 0.34, 0.2, 3.2, 5, P.bark, { capTop: false, capBottom: false });
  m.tag = sway(1);
  m.bend = { centre: [0, 3, 0], mix: 0.8 };
  m.ico(0.1, 4, 0, [2.15, 1.75, 2.1], 1, scaleRgb(rgb(low), 0.66), { noise: 0.16, topPaint: rgb(high), flatBottom: 0.6 });
  m.ico(0.3, 5.2, 0.1, [1.3, 1.15, 1.3], 0, mixRgb(rgb(low), rgb(high), 0.4), { noise: 0.1, topPaint: rgb(high) });
  return pack(m.arrays());
}

function middleBirch(low: Paint, high: Paint): PackedMesh {
  const m = new Modeller(4);
  m.cylinder(0.05, -0.3, 0, 0.2, 0.1, 4, 5, P.barkPale, { capTop: false, capBottom: false });
  m.tag = sway(1.2);
  m.bend = { centre: [0.1, 3.6, 0], mix: 0.8 };
  m.ico(0.12, 4.2, 0, [1.15, 1.9, 1.15], 1, scaleRgb(rgb(low), 0.72), { noise: 0.16, topPaint: rgb(high), flatBottom: 0.7 });
  return pack(m.arrays());
}

function middlePine(tall: number): PackedMesh {
  const m = new Modeller(5);
  m.jitter = 0.05;
  m.cylinder(0, -0.3, 0, 0.3, 0.25, 1.2, 4, P.barkDark, { capTop: false, capBottom: false });
  m.bend = { centre: [0, 2, 0], mix: 0.55 };
  m.tag = sway(0.5);
  m.cone(0, 0.7, 0, 2.1, 2.9 * tall, 7, rgb('pineDark'), { capBottom: false });
  m.cone(0, 2.4 * tall, 0, 1.65, 2.9 * tall, 7, mixRgb(rgb('pineDark'), rgb('pine'), 0.5), { capBottom: false });
  m.cone(0, 4.2 * tall, 0, 1.2, 3.6 * tall, 7, rgb('pine'), { capBottom: false });
  return pack(m.arrays());
}

function middleDead(): PackedMesh {
  const m = new Modeller(6);
  m.cylinder(0, -0.3, 0, 0.3, 0.06, 4.6, 5, P.deadwood, { capTop: false, capBottom: false });
  for (const s of [-1, 1]) m.tube([0, 2, 0], [s * 1.1, 3.4, s * 0.4], 0.1, 0.03, 4, P.deadwood, { capBottom: false });
  return pack(m.arrays());
}

function middleBush(low: Paint, high: Paint): PackedMesh {
  const m = new Modeller(7);
  m.bend = { centre: [0, -0.2, 0], mix: 0.75 };
  m.ico(0.05, 0.4, 0.05, [0.95, 0.72, 0.9], 0, scaleRgb(rgb(low), 0.72), { noise: 0.14, topPaint: rgb(high), flatBottom: 0.6 });
  return pack(m.arrays());
}

/** White, so that the instance's colour paints it. */
function farLeaf(): PackedMesh {
  const m = new Modeller(8);
  m.tag = STILL;
  m.bend = { centre: [0, 2, 0], mix: 0.8 };
  m.ico(0, 3.9, 0, [2.2, 2.1, 2.2], 0, scaleRgb(rgb('white'), 0.7), { topPaint: rgb('white') });
  return pack(m.arrays());
}

function farPine(): PackedMesh {
  const m = new Modeller(9);
  m.bend = { centre: [0, 2, 0], mix: 0.8 };
  m.cone(0, 0.5, 0, 1.9, 7.6, 5, scaleRgb(rgb('white'), 0.8), { capBottom: false });
  return pack(m.arrays());
}
