// What is gathered, whole and spent: veins of ore, windfallen trunks, herbs, berries, shoals of fish, chests. Each step of a trade has a look of
// its own, so that one sees from afar what one is not skilled enough for. Each stands on (0, 0, 0); sizes fit colliders.ts.
import type { Modeller } from '../modeller';
import { chest, openChest } from './goods';
import { burn, P, roller, sway, tagged } from './kit';

type Draw = (m: Modeller, spent: boolean) => void;

/** A rock with crystals of these paints; `shine`: how they glow. */
const ore =
  (a: string, b: string, shine: number, long = 1): Draw =>
  (m, spent) => {
    m.jitter = 0.07;
    m.ico(0, 0.25, 0, [0.75, spent ? 0.45 : 0.72, 0.7], 1, P.rockDark, { noise: 0.18, topPaint: P.rock, flatBottom: 0.7 });
    m.jitter = 0.03;
    if (spent) return;
    tagged(m, burn(shine), () => {
      for (let k = 0; k < 9; k++) {
        const turn = k * 2.4;
        const y = 0.25 + (k / 9) * 0.6;
        const out = 0.72 * Math.sqrt(1 - ((y - 0.25) / 0.85) ** 2);
        const [x, z] = [Math.cos(turn) * out, Math.sin(turn) * out];
        if (long <= 1) m.ico(x, y, z, 0.15, 0, k % 2 ? a : b, { noise: 0.25 });
        else m.at(x, y - 0.05, z, 0, () => m.cone(0, 0, 0, 0.1, 0.3 * long, 5, k % 2 ? a : b), 1, z * 0.9, -x * 0.9);
      }
      if (long <= 1) return;
      for (const [x, z, high, turn] of [
        [0.05, 0, 0.62, 0.1],
        [-0.2, 0.12, 0.42, -0.35],
        [0.22, -0.1, 0.38, 0.4],
      ])
        m.at(x, 0.78, z, 0, () => m.cone(0, 0, 0, 0.13, high * long, 5, turn > 0 ? b : a), 1, 0, -turn);
    });
  };

/** A trunk that the wind has laid down, with an axe's work left to do; spent: the stump and chips. */
const windfall =
  (bark: string, cut: string, leaf: string | null): Draw =>
  (m, spent) => {
    m.cylinder(-0.9, -0.15, 0, 0.34, 0.28, 0.45, 8, bark, { capTop: false, capBottom: false });
    m.at(-0.9, 0.3, 0, 0, () => m.cylinder(0, -0.02, 0, 0.28, 0.24, 0.05, 8, cut));
    if (spent) {
      for (let k = 0; k < 7; k++) {
        const turn = k * 2.4;
        m.at(-0.4 + Math.cos(turn) * 0.5, 0, Math.sin(turn) * 0.45, turn, () => m.box(0, 0, 0, 0.16, 0.04, 0.07, cut));
      }
      return;
    }
    m.at(0.35, 0.02, 0, 0.12, () => {
      roller(m, 0, 0.27, 0, 1.1, 0.27, 8, bark, cut);
      roller(m, 0.25, 0.24, 0.5, 0.8, 0.2, 7, bark, cut);
      m.tube([-0.4, 0.46, 0.02], [-0.62, 0.95, -0.16], 0.08, 0.05, 5, bark);
      m.tube([0.45, 0.46, 0], [0.8, 0.82, -0.3], 0.07, 0.03, 5, bark);
    });
    if (leaf)
      tagged(m, sway(0.25), () => {
        m.ico(1.15, 0.78, -0.28, [0.34, 0.24, 0.3], 0, leaf, { noise: 0.2 });
        m.ico(-0.3, 0.98, -0.2, [0.26, 0.2, 0.24], 0, leaf, { noise: 0.2 });
      });
  };

/** Leaves in a rosette, and stems with bells, spikes or stars of these paints. */
const herb =
  (leaf: string, stem: string, bloom: string, bloom2: string, high: number, shine = 0, size = 1): Draw =>
  (m, spent) => {
    m.push(0, 0, 0, 0, size);
    tagged(m, sway(0.3), () => {
      for (let k = 0; k < 7; k++) {
        const turn = k * 0.9;
        const long = spent ? 0.14 : 0.38;
        const tip: [number, number, number] = [Math.cos(turn) * 0.3, long, Math.sin(turn) * 0.3];
        m.sheet(
          [Math.cos(turn + 1.4) * 0.07, 0, Math.sin(turn + 1.4) * 0.07],
          [Math.cos(turn - 1.4) * 0.07, 0, Math.sin(turn - 1.4) * 0.07],
          tip,
          [tip[0] * 0.9, tip[1] + 0.02, tip[2] * 0.9],
          leaf,
          1,
          0.8,
        );
        if (spent || k % 2) continue;
        m.tube([0, 0, 0], [tip[0] * 0.5, high, tip[2] * 0.5], 0.015, 0.012, 3, stem);
        const draw = (): void => m.cone(tip[0] * 0.5, high - 0.05, tip[2] * 0.5, 0.1, 0.18, 5, k % 4 ? bloom : bloom2);
        if (shine) tagged(m, burn(shine), draw);
        else draw();
      }
    });
    m.pop();
  };

const berries =
  (a: string, b: string): Draw =>
  (m, spent) => {
    m.bend = { centre: [0, -0.2, 0], mix: 0.7 };
    tagged(m, sway(0.3), () => {
      for (const [x, y, z, r] of [
        [0, 0.4, 0, 0.58],
        [0.45, 0.28, 0.15, 0.38],
        [-0.38, 0.3, -0.2, 0.42],
      ]) {
        m.ico(x, y, z, [r, r * 0.85, r], 1, P.leafDeep, { noise: 0.16, topPaint: P.leafBright, flatBottom: 0.7, shade: 0.8 });
      }
    });
    m.bend = null;
    if (spent) return;
    for (let k = 0; k < 12; k++) {
      const turn = k * 2.4;
      const y = 0.25 + (k % 4) * 0.16;
      const out = 0.62 - Math.abs(y - 0.35) * 0.5;
      m.ico(Math.cos(turn) * out, y, Math.sin(turn) * out, 0.08, 0, k % 3 ? a : b);
    }
  };

type Ripple = readonly [radius: number, wide: number, paint: string];
const RIPPLES: readonly Ripple[] = [
  [0.4, 0.03, P.foam],
  [0.8, 0.026, P.waterShallow],
  [1.25, 0.02, P.waterShallow],
];
const SPENT_RIPPLES: readonly Ripple[] = [[0.5, 0.02, P.waterShallow]];

/** Rings on the water, and backs and tails that break it; spent: one last ring. The water's surface is y 0. */
const shoal =
  (back: string, belly: string): Draw =>
  (m, spent) => {
    for (const [radius, wide, paint] of spent ? SPENT_RIPPLES : RIPPLES) ripple(m, radius, wide, paint);
    if (spent) return;
    for (const [x, z, turn, up] of [
      [0.2, 0.05, 0.4, 0.42],
      [-0.6, 0.4, 2.6, 0.05],
      [0.1, -0.65, 4.4, 0.02],
    ]) {
      m.at(x, up, z, turn, () => fish(m, back, belly), 1.35, up > 0.2 ? -0.65 : 0);
    }
  };

function ripple(m: Modeller, radius: number, wide: number, paint: string): void {
  const sides = 16;
  for (let k = 0; k < sides; k++) {
    const [a, b] = [(k / sides) * Math.PI * 2, ((k + 1) / sides) * Math.PI * 2];
    const at = (turn: number, r: number): [number, number, number] => [Math.cos(turn) * r, 0.015, Math.sin(turn) * r];
    m.quad(at(a, radius - wide), at(b, radius - wide), at(b, radius + wide), at(a, radius + wide), paint);
    m.quad(at(a, radius + wide), at(b, radius + wide), at(b, radius - wide), at(a, radius - wide), paint);
  }
}

function fish(m: Modeller, back: string, belly: string): void {
  m.ico(0, 0, 0, [0.1, 0.13, 0.34], 1, belly, { topPaint: back });
  m.sheet([0, 0, -0.28], [0, 0.2, -0.52], [0, 0.02, -0.44], [0, -0.16, -0.5], back);
  m.sheet([0, 0.1, 0.12], [0, 0.24, -0.02], [0, 0.18, -0.1], [0, 0.1, -0.12], back);
}

/** By the key of what is won; chests, whatever is in them, look like chests. */
export const GATHERABLES = {
  chest: (m, spent) => (spent ? openChest(m) : chest(m)),
  'iron-ore': ore(P.ore, P.gold, 0.12),
  'mere-cobalt': ore(P.azure, P.waterShallow, 0.22, 1.2),
  'star-silver': ore(P.white, P.crystal, 0.4, 1.35),
  'emberheart-ore': ore(P.fire, P.ember, 0.9, 1.5),
  'alder-log': windfall(P.bark, P.autumnGold, P.leafBright),
  'oak-log': windfall(P.barkDark, P.timberPale, P.leafDeep),
  'hornbeam-log': windfall(P.deadwood, P.plank, P.pinePale),
  'ghostwood-log': windfall(P.barkPale, P.white, null),
  healwort: herb(P.leafBright, P.leafDeep, P.violet, P.blossom, 0.55),
  moonbell: herb(P.leafDeep, P.pine, P.azure, P.waterShallow, 0.62, 0.25, 1.15),
  saltwort: herb(P.dunePale, P.dune, P.white, P.cloth, 0.4),
  frostlace: herb(P.crystal, P.white, P.white, P.crystal, 0.5, 0.3, 1.35),
  duskflame: herb(P.autumnRed, P.barkDark, P.fire, P.ember, 0.7, 0.9, 1.4),
  brambleberry: berries(P.ember, P.violet),
  cloudberry: berries(P.fire, P.autumnGold),
  'silver-trout': shoal(P.iron, P.foam),
  'fen-eel': shoal(P.pineDark, P.reed),
  'moon-bream': shoal(P.heatherPale, P.white),
  'storm-cod': shoal(P.roofBlue, P.gold),
} as const satisfies Record<string, Draw>;

export type GatherableLook = keyof typeof GATHERABLES;

export const lookOf = (node: { item: string; prop: string }): GatherableLook =>
  node.prop !== 'chest' && node.item in GATHERABLES ? (node.item as GatherableLook) : 'chest';
