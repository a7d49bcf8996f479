// Drakes and the last wyrm: a long body low on bent legs, a neck like a question, horns, a spined tail, and wings half open. Wyrmlings are the
// same, small and fat of head only by being near.
import { FIXED, Figure } from '../figure';
import type { Vec3 } from '../modeller';
import { type Clips, type Rig, TAU } from '../skeleton';
import { dye } from '../wardrobe/dyes';
import { DRAKE_COATS } from './coats';
import { quadrupedClips } from './gaits';
import { farBody, legs, type Measure, quadrupedRig, type TrunkRow, trunk } from './quadruped';
import type { Species } from './species';

const M: Measure = {
  spread: 0.3,
  shoulder: [0.78, 0.5],
  hip: [0.76, -0.5],
  knee: 0.4,
  neck: [0.95, 0.62],
  head: [1.5, 1.05],
  jaw: [1.42, 1.12],
  ear: [0.12, 1.62, 0.95],
  tail: [0.82, -0.72],
  tailTip: [0.55, -1.35],
};
/** Wings hang on bones of their own, beside those of every four-legged body. */
const WING: Vec3 = [0.2, 1.06, 0.3];
const base = quadrupedRig('drake', M);
const RIG: Rig = {
  ...base,
  bones: [
    ...base.bones,
    { name: 'wingL', parent: 0, pivot: WING },
    { name: 'wingR', parent: 0, pivot: [-WING[0], WING[1], WING[2]] },
  ],
};
const BACK: readonly TrunkRow[] = [
  [-0.82, 0.8, 0.12, 0.13],
  [-0.56, 0.8, 0.25, 0.25],
  [-0.2, 0.78, 0.29, 0.28],
  [0.2, 0.8, 0.33, 0.33],
  [0.52, 0.86, 0.3, 0.33],
  [0.72, 0.96, 0.18, 0.2],
];

function body(): Figure {
  const f = new Figure(RIG);
  f.on('body', 'skin');
  trunk(f, BACK, 9);
  f.on('body', 'shirt');
  trunk(
    f,
    [
      [-0.5, 0.62, 0.17, 0.1],
      [-0.1, 0.58, 0.21, 0.11],
      [0.3, 0.6, 0.24, 0.13],
      [0.66, 0.74, 0.15, 0.13],
    ],
    7,
  );
  spines(f);
  legs(f, M, {
    upper: [0.17, 0.1],
    lower: [0.1, 0.07],
    paw: [0.22, 0.1, 0.3],
    hock: 0.12,
    fur: 'skin',
    sock: 'skin',
    foot: 'trousers',
  });
  neckAndHead(f);
  tail(f);
  wings(f);
  return f;
}

function spines(f: Figure): void {
  f.on('body', 'hair');
  for (let k = 0; k < 7; k++) {
    const z = 0.6 - k * 0.21;
    const tall = 0.16 + 0.07 * Math.sin(k * 0.9 + 0.6);
    f.at(0, 1.06 - Math.abs(k - 2) * 0.018, z, () => f.mesh.cone(0, 0, 0, 0.075, tall, 4, [0.5, 0.5, 0.5]), -0.45);
  }
}

function neckAndHead(f: Figure): void {
  f.on('neck', 'skin').stick([0, 0.9, 0.55], [0, 1.22, 0.84], 0.25, 0.17, 8).stick([0, 1.2, 0.82], [0, 1.5, 1.02], 0.18, 0.14, 8);
  f.on('neck', 'shirt').stick([0, 0.84, 0.66], [0, 1.38, 1.06], 0.15, 0.09, 6);
  f.on('neck', 'hair');
  for (let k = 0; k < 4; k++)
    f.at(0, 1.1 + k * 0.13, 0.62 + k * 0.11, () => f.mesh.cone(0, 0, 0, 0.055, 0.17, 4, [0.5, 0.5, 0.5]), -0.95);
  f.on('head', 'skin').ball(0, 1.53, 1.05, [0.18, 0.155, 0.21], 1, 0.03);
  trunk(
    f,
    [
      [1.14, 1.53, 0.15, 0.11],
      [1.34, 1.5, 0.115, 0.08],
      [1.5, 1.49, 0.09, 0.07],
      [1.56, 1.49, 0.05, 0.04],
    ],
    7,
  );
  f.on('head', FIXED + dye('black')).both(s => f.block(s * 0.045, 1.53, 1.53, 0.03, 0.026, 0.04));
  f.on('head', 'gem', 0.9).both(s =>
    f.at(s * 0.13, 1.57, 1.16, () => f.block(0, 0, 0, 0.075, 0.05, 0.035, { bevel: 0.008 }), 0, s * 0.35, s * 0.5),
  );
  f.on('head', 'hair').both(s => f.at(s * 0.115, 1.63, 1.16, () => f.block(0, 0, 0, 0.14, 0.04, 0.09), 0, s * 0.35, s * 0.4));
  f.on('head', FIXED + dye('ivory')).both(s => {
    for (let k = 0; k < 3; k++) f.block(s * 0.075, 1.4, 1.26 + k * 0.1, 0.02, 0.05, 0.02, { bevel: 0, top: [1, 1] });
  });
  f.both((s, side) => {
    f.on(`ear${side}`, FIXED + dye('bone'))
      .stick([s * 0.1, 1.62, 0.98], [s * 0.2, 1.78, 0.78], 0.058, 0.042, 6)
      .stick([s * 0.2, 1.77, 0.79], [s * 0.23, 1.98, 0.66], 0.043, 0.008, 6);
    f.on(`ear${side}`, 'hair').stick([s * 0.16, 1.52, 0.95], [s * 0.32, 1.56, 0.76], 0.04, 0.008, 4);
  });
  f.on('jaw', 'shirt');
  trunk(
    f,
    [
      [1.1, 1.41, 0.12, 0.05],
      [1.34, 1.405, 0.095, 0.04],
      [1.5, 1.41, 0.06, 0.03],
    ],
    6,
  );
}

function tail(f: Figure): void {
  f.on('tail', 'skin').stick([0, 0.82, -0.7], [0, 0.6, -1.36], 0.17, 0.1, 7);
  f.on('tail', 'hair');
  for (let k = 0; k < 3; k++)
    f.at(0, 0.93 - k * 0.075, -0.86 - k * 0.19, () => f.mesh.cone(0, 0, 0, 0.055, 0.15, 4, [0.5, 0.5, 0.5]), -0.6);
  f.on('tailTip', 'skin').stick([0, 0.61, -1.33], [0, 0.5, -2.05], 0.105, 0.03, 6);
  f.on('tailTip', 'hair').at(0, 0.5, -2.12, () => f.block(0, -0.09, 0, 0.26, 0.18, 0.05, { top: [0.3, 1] }), -1.4);
}

/** An arm of bone, and skin between three fingers: half open, as something that could rise keeps them. */
function wings(f: Figure): void {
  f.both((s, side) => {
    const elbow: Vec3 = [s * 0.62, 1.6, 0.08];
    const wrist: Vec3 = [s * 1.02, 1.98, 0.34];
    const root: Vec3 = [s * WING[0], WING[1], WING[2]];
    const heel: Vec3 = [s * 0.22, 1.0, -0.5];
    const tips: readonly Vec3[] = [
      [s * 2.1, 1.86, -0.25],
      [s * 1.78, 1.52, -0.86],
      [s * 1.18, 1.22, -1.16],
    ];
    f.on(`wing${side}`, 'skin').stick(root, elbow, 0.1, 0.07, 6).stick(elbow, wrist, 0.07, 0.055, 6);
    for (const tip of tips) f.stick(wrist, tip, 0.042, 0.012, 5);
    f.on(`wing${side}`, FIXED + dye('bone')).stick(wrist, [s * 1.06, 2.18, 0.44], 0.05, 0.008, 5);
    f.on(`wing${side}`, 'cloak');
    const edge = (a: Vec3, b: Vec3): Vec3 => [(a[0] + b[0]) / 2 - s * 0.1, (a[1] + b[1]) / 2 + 0.06, (a[2] + b[2]) / 2 + 0.18];
    const fan: readonly Vec3[] = [
      tips[0],
      edge(tips[0], tips[1]),
      tips[1],
      edge(tips[1], tips[2]),
      tips[2],
      edge(tips[2], heel),
      heel,
    ];
    for (let k = 0; k + 1 < fan.length; k++) skin(f, k < 4 ? wrist : elbow, fan[k], fan[k + 1]);
    skin(f, wrist, tips[2], elbow);
    skin(f, elbow, heel, root);
  });
}

/** From afar a drake is its wings, its horns and its neck. */
function farDrake(): Figure {
  const f = farBody(RIG, M, BACK, [0.32, 0.3, 0.55], 0.16);
  f.both((s, side) => {
    const root: Vec3 = [s * WING[0], WING[1], WING[2]];
    const wrist: Vec3 = [s * 1.02, 1.98, 0.34];
    const tip: Vec3 = [s * 2.1, 1.86, -0.25];
    const mid: Vec3 = [s * 1.18, 1.22, -1.16];
    f.on(`wing${side}`, 'cloak');
    skin(f, wrist, tip, mid);
    skin(f, wrist, mid, root);
    f.on(`ear${side}`, FIXED + dye('bone')).stick([s * 0.1, 1.6, 1], [s * 0.23, 1.98, 0.66], 0.06, 0.01, 4);
  });
  f.on('head', 'gem', 0.9).both(s => f.block(s * 0.14, 1.54, 1.3, 0.05, 0.06, 0.06, { bevel: 0 }));
  f.on('tailTip', 'skin').stick([0, 0.61, -1.33], [0, 0.5, -2.05], 0.1, 0.03, 4);
  return f;
}

/** Seen from both sides. */
function skin(f: Figure, a: Vec3, b: Vec3, c: Vec3): void {
  f.face(a, b, c, 1);
  f.face(a, c, b, 0.86);
}

const temper = {
  walkStride: 1.5,
  runStride: 3.2,
  swing: 0.42,
  low: 0.15,
  graze: 0,
  tailUp: 0.1,
  bound: false,
  gores: false,
  tall: 0.8,
};

/** Wings breathe at rest, beat when it runs or strikes, and fall open when it dies. */
function winged(clips: Clips): Clips {
  const beat = (name: string): number => (/run|attack|spit|cast/.test(name) ? 0.34 : 0.07);
  return Object.fromEntries(
    Object.entries(clips).map(([name, clip]) => [
      name,
      {
        ...clip,
        pose: (t: number) => {
          const pose = clip.pose(t);
          const turn = /die|death|fall|dead/.test(name) ? -0.5 * Math.min(1, t * 2) : beat(name) * Math.sin(t * TAU);
          return { ...pose, turn: { ...pose.turn, wingL: [0, 0, turn] as Vec3, wingR: [0, 0, -turn] as Vec3 } };
        },
      },
    ]),
  );
}

export const DRAKE: Species = {
  rig: RIG,
  clips: winged(quadrupedClips(temper)),
  near: body(),
  far: farDrake(),
  height: 1.98,
  chest: 1,
  coats: DRAKE_COATS,
};
