// Weapons and tools, held or stowed. Each is drawn once along +y from its grip; where it goes is decided at the end. Out: builders by part name.
import { FIXED, type Figure } from '../figure';
import type { Vec3 } from '../modeller';
import type { PartBuilder } from '../people';
import { dye } from './dyes';
import { arrow, bowLimbs, bowString, type Draw, gun } from './ranged';

function grip(f: Figure, bone: string, from: number, to: number, r = 0.022): void {
  f.on(bone, 'leather').tube(
    [
      [from, r],
      [to, r],
    ],
    6,
  );
}

function blade(f: Figure, bone: string, from: number, to: number, width: number): void {
  const point = to + width * 2.6;
  f.on(bone, 'blade').tube(
    [
      [from, 0.013, width],
      [to, 0.011, width * 0.8],
      [point, 0.002, 0.004],
    ],
    4,
    { turn: 0, square: 1 },
  );
}

const sword: Draw = (f, bone) => {
  grip(f, bone, -0.13, 0.05);
  f.on(bone, 'accent').block(0, 0.045, 0, 0.055, 0.045, 0.27).ball(0, -0.145, 0, 0.038, 0);
  blade(f, bone, 0.085, 0.66, 0.05);
};

const shortSword: Draw = (f, bone) => {
  grip(f, bone, -0.11, 0.05);
  f.on(bone, 'accent').block(0, 0.045, 0, 0.05, 0.04, 0.2).ball(0, -0.125, 0, 0.034, 0);
  blade(f, bone, 0.08, 0.44, 0.048);
};

const falchion: Draw = (f, bone) => {
  grip(f, bone, -0.12, 0.05);
  f.on(bone, 'accent').block(0, 0.045, 0.02, 0.055, 0.045, 0.2);
  f.at(0, 0.085, 0, () => {
    f.on(bone, 'blade').tube(
      [
        [0, 0.014, 0.042],
        [0.25, 0.013, 0.052, 0, 0.012],
        [0.46, 0.012, 0.075, 0, 0.025],
        [0.56, 0.01, 0.06, 0, 0.01],
        [0.66, 0.002, 0.004, 0, -0.03],
      ],
      4,
      { turn: 0, square: 1 },
    );
  });
};

const mace: Draw = (f, bone) => {
  f.on(bone, 'wood').tube(
    [
      [-0.16, 0.02],
      [0.46, 0.024],
    ],
    6,
  );
  f.on(bone, 'blade').ball(0, 0.52, 0, 0.085, 0);
  for (let k = 0; k < 6; k++)
    f.at(0, 0.52, 0, () => f.block(0.085, -0.07, 0, 0.06, 0.14, 0.025, { bevel: 0 }), 0, 0, (k / 6) * Math.PI * 2);
};

const axe: Draw = (f, bone) => {
  f.on(bone, 'wood').tube(
    [
      [-0.18, 0.022],
      [0.56, 0.024],
    ],
    6,
  );
  f.on(bone, 'blade').at(0, 0.44, 0, () => {
    f.tube(
      [
        [-0.05, 0.035, 0.04],
        [0.08, 0.035, 0.04],
      ],
      6,
    );
    f.block(0, -0.05, 0.09, 0.028, 0.13, 0.13, { top: [1, 1.1] });
    f.block(0, -0.1, 0.17, 0.016, 0.25, 0.06, { bevel: 0 });
  });
};

const cudgel: Draw = (f, bone) => {
  f.on(bone, 'wood').tube(
    [
      [-0.14, 0.026],
      [0.2, 0.034, 0.034, 0.01],
      [0.46, 0.062, 0.062, -0.008],
      [0.6, 0.05, 0.05, 0.006],
    ],
    6,
  );
  f.on(bone, 'leather').tube(
    [
      [-0.1, 0.032],
      [0.04, 0.032],
    ],
    6,
  );
};

const spear: Draw = (f, bone) => {
  f.on(bone, 'wood').tube(
    [
      [-0.85, 0.021],
      [1.15, 0.018],
    ],
    6,
  );
  f.on(bone, 'blade').tube(
    [
      [1.13, 0.02, 0.024],
      [1.21, 0.016, 0.058],
      [1.44, 0.002, 0.004],
    ],
    4,
    { turn: 0, square: 1 },
  );
  f.on(bone, 'cloak')
    .face([0, 1.1, -0.02], [0, 0.94, -0.02], [0.02, 1.0, -0.34])
    .face([0, 1.1, -0.02], [0.02, 1.0, -0.34], [0, 0.94, -0.02], 0.8);
};

const staff: Draw = (f, bone) => {
  f.on(bone, 'wood').tube(
    [
      [-0.74, 0.022],
      [0.1, 0.026, 0.026, 0.012],
      [0.55, 0.028, 0.028, -0.008],
      [0.72, 0.036],
    ],
    6,
  );
  f.both(s =>
    f.stick([0, 0.7, 0], [s * 0.085, 0.82, 0], 0.03, 0.022, 5).stick([s * 0.085, 0.82, 0], [s * 0.055, 0.98, 0], 0.022, 0.008, 5),
  );
  f.on(bone, 'gem', 0.75).ball(0, 0.88, 0, [0.066, 0.1, 0.066], 0);
};

const wand: Draw = (f, bone) => {
  f.on(bone, 'wood').tube(
    [
      [-0.1, 0.022],
      [0.1, 0.02, 0.02, 0.006],
      [0.38, 0.012, 0.012, -0.006],
    ],
    5,
  );
  f.stick([0, 0.22, 0], [0.06, 0.31, 0.01], 0.012, 0.006, 4);
  f.on(bone, 'gem', 0.75).ball(0, 0.415, 0, 0.032, 0);
};

const orb: Draw = (f, bone) => {
  f.on(bone, 'wood').tube(
    [
      [-0.08, 0.026],
      [0.05, 0.022],
      [0.1, 0.06],
    ],
    6,
  );
  f.on(bone, 'gem', 0.75).ball(0, 0.19, 0, 0.1, 1, 0.02);
};

const crook: Draw = (f, bone) => {
  f.on(bone, 'wood').tube(
    [
      [-0.74, 0.024],
      [0.75, 0.028],
    ],
    6,
  );
  const bend = Array.from(
    { length: 7 },
    (_, i): Vec3 => [0, 0.75 + Math.sin((i / 6) * Math.PI) * 0.16 + i * 0.004, 0.12 - Math.cos((i / 6) * Math.PI) * 0.12],
  );
  for (let i = 0; i < 6; i++) f.stick(bend[i], bend[i + 1], 0.028 - i * 0.002, 0.026 - i * 0.002, 6);
  f.on(bone, 'gem', 0.75).ball(0, 0.78, 0.12, 0.055, 0);
};

const shield: Draw = (f, bone) => {
  f.at(
    0.07,
    0.1,
    -0.01,
    () => {
      f.on(bone, 'cloak').tube(
        [
          [0, 0.3],
          [0.04, 0.265],
          [0.07, 0.12],
        ],
        10,
        { square: 1 },
      );
      f.on(bone, 'metal').tube(
        [
          [-0.02, 0.325],
          [0.022, 0.325],
          [0.026, 0.275],
        ],
        10,
        { capTop: false, square: 1 },
      );
      f.tube(
        [
          [0.05, 0.095],
          [0.115, 0.05],
        ],
        7,
      );
      f.on(bone, 'accent');
      for (let k = 0; k < 4; k++)
        f.at(0, 0.05, 0, () => f.block(0.17, 0, 0, 0.16, 0.022, 0.05, { bevel: 0 }), 0, -0.2, (k * Math.PI) / 2);
    },
    0,
    -Math.PI / 2,
  );
};

const hammer: Draw = (f, bone) => {
  f.on(bone, 'wood').tube(
    [
      [-0.2, 0.022],
      [0.4, 0.022],
    ],
    6,
  );
  f.on(bone, 'metal').block(0, 0.36, 0, 0.11, 0.12, 0.25);
};

const broom: Draw = (f, bone) => {
  f.on(bone, 'wood').tube(
    [
      [-0.7, 0.018],
      [0.65, 0.018],
    ],
    6,
  );
  f.on(bone, FIXED + dye('straw')).tube(
    [
      [-1.0, 0.15, 0.06],
      [-0.72, 0.06, 0.05],
      [-0.64, 0.03, 0.03],
    ],
    7,
  );
  f.on(bone, 'accent').tube(
    [
      [-0.76, 0.075, 0.06],
      [-0.71, 0.062, 0.055],
    ],
    7,
  );
};

const basket: Draw = (f, bone) => {
  f.on(bone, FIXED + dye('strawDark')).tube(
    [
      [-0.34, 0.11, 0.09],
      [-0.16, 0.15, 0.12],
    ],
    8,
  );
  f.on(bone, FIXED + dye('leatherPale'))
    .stick([-0.14, -0.17, 0], [0, 0.02, 0], 0.014, 0.014, 4)
    .stick([0.14, -0.17, 0], [0, 0.02, 0], 0.014, 0.014, 4);
  f.on(bone, FIXED + dye('redEye'));
  for (let k = 0; k < 4; k++) f.ball(Math.cos(k * 1.7) * 0.06, -0.14, Math.sin(k * 1.7) * 0.05, 0.045, 0);
};

const bell: Draw = (f, bone) => {
  f.on(bone, 'accent').tube(
    [
      [-0.32, 0.15],
      [-0.26, 0.12],
      [-0.12, 0.085],
      [-0.06, 0.03],
    ],
    9,
  );
  f.on(bone, 'leather').tube(
    [
      [-0.08, 0.02],
      [0.04, 0.02],
    ],
    5,
  );
  f.on(bone, 'blade').ball(0, -0.33, 0, 0.04, 0);
};

const HAND: Vec3 = [0.325, 0.755, 0.045];
const right =
  (draw: Draw, tilt = Math.PI / 2 - 0.1): PartBuilder =>
  f =>
    f.at(-HAND[0], HAND[1], HAND[2], () => draw(f, 'propR'), tilt);
const left =
  (draw: Draw, tilt = 0): PartBuilder =>
  f =>
    f.at(HAND[0], HAND[1], HAND[2], () => draw(f, 'propL'), tilt);
const back =
  (draw: Draw, x: number, y: number, lean: number, turn = 0): PartBuilder =>
  f =>
    f.at(x, y, -0.21, () => draw(f, 'chest'), -0.08, lean, turn);
const hip =
  (draw: Draw): PartBuilder =>
  f =>
    f.at(0.225, 0.95, 0.06, () => draw(f, 'hips'), Math.PI - 0.55, 0.12);

const bow =
  (recurve: number): PartBuilder =>
  f => {
    f.at(HAND[0], HAND[1], HAND[2], () => bowLimbs(f, 'propL', recurve));
    f.at(HAND[0], 0.77, HAND[2], () => bowString(f, 'propL'));
  };

export const WEAPONS: Record<string, PartBuilder> = {
  sword: right(sword),
  swordHip: hip(sword),
  shortSword: right(shortSword),
  shortSwordHip: hip(shortSword),
  falchion: right(falchion),
  falchionHip: hip(falchion),
  mace: right(mace),
  maceHip: hip(mace),
  axe: right(axe),
  axeHip: hip(axe),
  cudgel: right(cudgel),
  cudgelHip: hip(cudgel),
  spear: right(spear, 0),
  staff: right(staff, 0),
  crook: right(crook, 0),
  wand: right(wand),
  orb: right(orb, 0.2),
  bow: bow(0.1),
  recurve: bow(1.1),
  nocked: f => f.at(HAND[0], 0.77, HAND[2], () => arrow(f)),
  bowBack: back((f, bone) => bowLimbs(f, bone, 0.1), 0, 1.1, 0.75, Math.PI),
  recurveBack: back((f, bone) => bowLimbs(f, bone, 1.1), 0, 1.1, 0.75, Math.PI),
  gun: right(gun),
  gunBack: back(gun, 0.02, 1.02, -0.7, Math.PI),
  shield: left(shield),
  shieldBack: f => f.at(0, 1.12, -0.22, () => shield(f, 'chest'), -0.06, 0, Math.PI / 2),
  hammer: right(hammer, Math.PI / 2 - 0.2),
  broom: right(broom, -0.1),
  basket: left(basket),
  bell: left(bell),
};
