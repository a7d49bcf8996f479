// What makes rare gear look it: mantles, spiked shoulders, high collars, clasps that glow, wings, horns and crowns, shields with a point, and
// blades with light in them. Out: builders by part name, worn on top of the plain parts of the other tables.
import { FIXED, type Figure } from '../figure';
import type { Vec3 } from '../modeller';
import type { PartBuilder } from '../people';
import { dye } from './dyes';

const GLOW = 0.85;

function spikes(f: Figure): void {
  f.both((s, side) => {
    f.on(`arm${side}`, 'accent');
    const from: readonly Vec3[] = [
      [s * 0.24, 1.345, 0.03],
      [s * 0.29, 1.31, -0.01],
      [s * 0.325, 1.25, 0.03],
    ];
    const to: readonly Vec3[] = [
      [s * 0.285, 1.56, 0.0],
      [s * 0.41, 1.47, -0.03],
      [s * 0.47, 1.31, 0.02],
    ];
    for (const [i, foot] of from.entries()) f.stick(foot, to[i], 0.05 - i * 0.006, 0.006, 5);
  });
}

function mantle(f: Figure): void {
  f.on('chest', 'trim').tube(
    [
      [1.15, 0.285, 0.2, 0, -0.01, 0.92],
      [1.2, 0.305, 0.212, 0, -0.01],
      [1.29, 0.275, 0.185, 0, -0.012],
      [1.36, 0.17, 0.14, 0, -0.01],
      [1.375, 0.12, 0.11, 0, -0.01],
    ],
    11,
    { capBottom: false },
  );
}

/** Stands up behind the head and leaves the chin free. */
function collar(f: Figure): void {
  f.on('chest', 'accent').at(0, 1.3, -0.125, () => f.block(0, 0, 0, 0.3, 0.24, 0.035, { top: [1.25, 1] }), -0.3);
  f.both(s => f.at(s * 0.165, 1.3, -0.045, () => f.block(0, 0, 0, 0.035, 0.18, 0.17, { top: [1, 1.15] }), -0.2, s * -0.38));
}

function clasp(f: Figure): void {
  f.on('chest', 'accent').block(0, 1.16, 0.175, 0.13, 0.13, 0.04, { top: [0.7, 1] });
  f.on('chest', 'gem', GLOW).ball(0, 1.23, 0.2, [0.046, 0.055, 0.03], 0);
}

function sash(f: Figure): void {
  f.on('hips', 'accent').tube(
    [
      [0.955, 0.196, 0.152],
      [1.02, 0.198, 0.154],
    ],
    9,
    { capTop: false, capBottom: false },
  );
  f.on('skirtF', 'accent').cloth(
    [
      [0.5, 0.075, 0.3],
      [0.75, 0.07, 0.245],
      [0.98, 0.06, 0.165],
    ].map(([y, w, z]) => [-1, 0, 1].map((u): Vec3 => [u * w, y, z])),
    0.03,
  );
}

function wings(f: Figure): void {
  f.on('head', 'accent').both(s => {
    for (let k = 0; k < 4; k++)
      f.at(
        s * (0.195 + k * 0.006),
        1.6 + k * 0.012,
        0.02 - k * 0.05,
        () => f.block(0, 0, 0, 0.026, 0.32 - k * 0.045, 0.075, { top: [1, 0.35] }),
        -0.35 - k * 0.22,
        s * -0.22,
      );
  });
}

function horns(f: Figure): void {
  const bend: readonly Vec3[] = [
    [0.16, 1.66, 0.03],
    [0.29, 1.7, 0.02],
    [0.345, 1.83, 0.05],
    [0.31, 1.98, 0.11],
  ];
  f.on('head', FIXED + dye('ivory')).both(s => {
    for (let i = 0; i < 3; i++) {
      const [a, b] = [bend[i], bend[i + 1]];
      f.stick([s * a[0], a[1], a[2]], [s * b[0], b[1], b[2]], 0.056 - i * 0.015, 0.043 - i * 0.017, 6);
    }
  });
}

function spires(f: Figure): void {
  f.on('head', 'accent');
  for (let k = 0; k < 9; k++) {
    const angle = (k / 9) * Math.PI * 2 + Math.PI / 2;
    const [x, z] = [Math.cos(angle) * 0.19, Math.sin(angle) * 0.19 - 0.012];
    f.stick([x, 1.66, z], [x * 1.16, k ? 1.79 : 1.88, z * 1.16], 0.028, 0.006, 4);
  }
  f.on('head', 'gem', GLOW).ball(0, 1.7, 0.215, [0.03, 0.045, 0.02], 0);
}

/** Sparks where eyes would be, in a hood's shadow. */
function sparks(f: Figure): void {
  f.on('head', FIXED + dye('smoke')).block(0, 1.42, 0.1, 0.24, 0.22, 0.085, { top: [0.9, 1] });
  f.on('head', 'gem', 1).both(s => f.block(s * 0.062, 1.53, 0.148, 0.05, 0.026, 0.02, { bevel: 0 }));
}

/** A shield with a point, drawn in the plane of x and y, its face towards +z. */
function kite(f: Figure, bone: string, glows: boolean): void {
  const plate = (w: number, z: number, up: number, down: number) =>
    f.block(0, 0, z, w, up, 0.035, { top: [0.86, 1] }).block(0, -down, z, 0.05, down, 0.035, { top: [w / 0.05, 1] });
  f.on(bone, 'metal');
  plate(0.5, 0, 0.3, 0.46);
  f.on(bone, 'cloak');
  plate(0.42, 0.022, 0.26, 0.39);
  f.on(bone, 'accent').block(0, -0.3, 0.045, 0.05, 0.54, 0.02).block(0, 0.03, 0.045, 0.36, 0.05, 0.02);
  if (!glows) f.ball(0, 0.055, 0.06, [0.055, 0.055, 0.035], 0);
  else {
    f.on(bone, 'gem', GLOW).ball(0, 0.055, 0.07, [0.075, 0.1, 0.045], 0);
    f.on(bone, 'accent').both(s => f.stick([s * 0.22, 0.26, 0], [s * 0.33, 0.44, 0.02], 0.045, 0.006, 5));
  }
}
const inHand =
  (glows: boolean): PartBuilder =>
  f =>
    f.at(0.42, 0.86, 0.03, () => kite(f, 'propL', glows), 0, 0, Math.PI / 2);
const onBack =
  (glows: boolean): PartBuilder =>
  f =>
    f.at(0, 1.12, -0.23, () => kite(f, 'chest', glows), -0.06, 0.14, Math.PI);

type Held = (f: Figure, bone: string) => void;

const runeSword: Held = (f, bone) => {
  f.on(bone, 'leather').tube(
    [
      [-0.17, 0.022],
      [0.05, 0.022],
    ],
    6,
  );
  f.on(bone, 'accent')
    .block(0, 0.04, 0, 0.06, 0.06, 0.32, { top: [1, 0.75] })
    .ball(0, -0.19, 0, 0.046, 0);
  f.on(bone, 'blade').tube(
    [
      [0.09, 0.016, 0.062],
      [0.3, 0.014, 0.05],
      [0.66, 0.013, 0.064],
      [0.88, 0.002, 0.004],
    ],
    4,
    { turn: 0, square: 1 },
  );
  f.on(bone, 'gem', GLOW).block(0, 0.12, 0, 0.036, 0.52, 0.022, { bevel: 0 }).ball(0, 0.07, 0, 0.04, 0);
};

const maul: Held = (f, bone) => {
  f.on(bone, 'wood').tube(
    [
      [-0.24, 0.023],
      [0.56, 0.025],
    ],
    6,
  );
  f.on(bone, 'blade').block(0, 0.45, 0, 0.17, 0.19, 0.34, { bevel: 0.03 });
  f.on(bone, 'accent').block(0, 0.435, 0.14, 0.19, 0.22, 0.05).block(0, 0.435, -0.14, 0.19, 0.22, 0.05).ball(0, -0.26, 0, 0.036, 0);
  f.on(bone, 'gem', GLOW).both(s => f.ball(s * 0.088, 0.545, 0, [0.02, 0.05, 0.05], 0));
};

/** Where a hand holds, as in weapons.ts. */
const hand =
  (draw: Held): PartBuilder =>
  f =>
    f.at(-0.325, 0.755, 0.045, () => draw(f, 'propR'), Math.PI / 2 - 0.1);
const hip =
  (draw: Held): PartBuilder =>
  f =>
    f.at(0.225, 0.95, 0.06, () => draw(f, 'hips'), Math.PI - 0.55, 0.12);

export const FINERY: Record<string, PartBuilder> = {
  spikes,
  mantle,
  collar,
  clasp,
  sash,
  wings,
  horns,
  spires,
  sparks,
  kite: inHand(false),
  kiteBack: onBack(false),
  wyrmShield: inHand(true),
  wyrmShieldBack: onBack(true),
  runeSword: hand(runeSword),
  runeSwordHip: hip(runeSword),
  maul: hand(maul),
  maulHip: hip(maul),
};
