// The bodies of people: legs, boots, arms, hands and heads, and bare bones for the dead, hung on the people rig. Out: builders by part name.
import { FIXED, Figure, type RingRow } from './figure';
import { PEOPLE_RIG } from './skeleton';
import { dye } from './wardrobe/dyes';

export type PartBuilder = (f: Figure) => void;

function legs(f: Figure): void {
  f.both((s, side) => {
    f.across(`leg${side}`, `shin${side}`, 0.455, 'trousers').tube(
      [
        [0.3, 0.08, 0.08, s * 0.116, 0.004],
        [0.44, 0.09, 0.092, s * 0.113, 0.008],
        [0.47, 0.092, 0.095, s * 0.112, 0.008],
        [0.64, 0.105, 0.108, s * 0.107],
        [0.86, 0.124, 0.13, s * 0.097],
      ],
      7,
    );
    f.on(`shin${side}`, 'leather').tube(
      [
        [0, 0.098, 0.17, s * 0.122, 0.055, 0.8],
        [0.045, 0.1, 0.172, s * 0.122, 0.055],
        [0.1, 0.088, 0.13, s * 0.121, 0.035],
        [0.17, 0.083, 0.092, s * 0.119, 0.004],
        [0.31, 0.1, 0.102, s * 0.117, 0.004],
        [0.375, 0.116, 0.118, s * 0.117, 0.004, 1.12],
        [0.38, 0.095, 0.095, s * 0.117, 0.004],
      ],
      8,
    );
  });
  f.on('hips', 'trousers').tube(
    [
      [0.79, 0.155, 0.12],
      [0.89, 0.185, 0.14],
      [1.0, 0.168, 0.126],
    ],
    9,
  );
}

function arms(f: Figure): void {
  f.both((s, side) => {
    f.on(`arm${side}`, 'shirt').tube(
      [
        [1.0, 0.078, 0.08, s * 0.297, 0.005, 0.94],
        [1.08, 0.081, 0.083, s * 0.285],
        [1.19, 0.092, 0.094, s * 0.262],
        [1.285, 0.103, 0.104, s * 0.232],
        [1.335, 0.05, 0.055, s * 0.203],
      ],
      7,
    );
    f.on(`fore${side}`, 'skin').tube(
      [
        [0.8, 0.055, 0.057, s * 0.321, 0.02],
        [0.94, 0.065, 0.067, s * 0.308, 0.01],
        [1.05, 0.066, 0.068, s * 0.291, 0.004],
      ],
      7,
    );
    f.on(`fore${side}`, 'shirt').tube(
      [
        [0.965, 0.08, 0.084, s * 0.303, 0.008, 1.1],
        [1.0, 0.087, 0.09, s * 0.298, 0.006, 1.1],
        [1.06, 0.079, 0.081, s * 0.288],
      ],
      7,
    );
    hand(f, s, side);
  });
}

function hand(f: Figure, s: number, side: string): void {
  f.on(`fore${side}`, 'skin').tube(
    [
      [0.665, 0.036, 0.048, s * 0.322, 0.046, 0.95],
      [0.71, 0.062, 0.072, s * 0.327, 0.038],
      [0.78, 0.066, 0.074, s * 0.326, 0.03],
      [0.83, 0.052, 0.054, s * 0.321, 0.022],
    ],
    7,
  );
  f.at(s * 0.282, 0.725, 0.072, () => f.block(0, 0, 0, 0.046, 0.085, 0.052), 0.3, s * -0.25);
}

const SKULL: readonly RingRow[] = [
  [1.372, 0.07, 0.08, 0, 0.035, 0.95],
  [1.4, 0.118, 0.12, 0, 0.024],
  [1.475, 0.156, 0.152, 0, 0.012],
  [1.58, 0.17, 0.17, 0, 0.002],
  [1.68, 0.156, 0.164, 0, -0.006],
  [1.75, 0.1, 0.11, 0, -0.01],
];

/** The head without hair. Eyes sit low on a big face: young, friendly, readable from afar. */
function head(f: Figure): void {
  f.on('head', 'skin').tube(
    [
      [1.29, 0.064, 0.066],
      [1.4, 0.062, 0.064, 0, 0.008],
    ],
    7,
    { capTop: false },
  );
  f.tube(SKULL, 10, { turn: 0, square: 0.9 });
  f.both(s => f.at(s * 0.166, 1.475, -0.005, () => f.block(0, 0, 0, 0.038, 0.085, 0.06, { top: [1, 1.2] }), 0.1, s * -0.12));
  f.block(0, 1.462, 0.166, 0.05, 0.062, 0.05, { top: [0.62, 0.35] });
  f.on('head', FIXED + dye('eye'));
  f.both(s => f.block(s * 0.066, 1.498, 0.151, 0.042, 0.066, 0.022, { bevel: 0.008, top: [0.9, 1] }));
  f.on('head', FIXED + dye('glint'));
  f.both(s => f.block(s * 0.066 + 0.009, 1.538, 0.159, 0.014, 0.016, 0.018, { bevel: 0 }));
  f.on('head', 'hair');
  f.both(s => f.at(s * 0.068, 1.588, 0.156, () => f.block(0, 0, 0, 0.07, 0.02, 0.026, { bevel: 0.004 }), 0, s * -0.12));
  f.on('head', FIXED + dye('mouth')).block(0, 1.428, 0.147, 0.058, 0.013, 0.016, { bevel: 0 });
}

function base(f: Figure): void {
  legs(f);
  arms(f);
  head(f);
}

/** Shirt and belt of the broad and of the slender body. */
function torso(f: Figure, rows: readonly RingRow[], waist: number): void {
  f.on('chest', 'shirt').tube(rows, 9);
  f.on('chest', 'accent').tube(
    [
      [1.275, 0.128, 0.11, 0, 0.004],
      [1.315, 0.112, 0.1, 0, 0.006],
      [1.35, 0.09, 0.088, 0, 0.008],
    ],
    8,
  );
  f.on('chest', 'leather').tube(
    [
      [0.96, waist + 0.014, waist * 0.76],
      [1.02, waist + 0.016, waist * 0.77],
    ],
    9,
  );
  f.on('chest', 'metal').block(0, 0.958, waist * 0.72, 0.085, 0.066, 0.03);
  f.on('hips', 'leather').block(0.165, 0.85, 0.075, 0.1, 0.12, 0.09);
}

const broad: PartBuilder = f =>
  torso(
    f,
    [
      [0.95, 0.17, 0.126, 0, 0, 0.92],
      [1.07, 0.198, 0.144],
      [1.19, 0.232, 0.152, 0, 0.004],
      [1.28, 0.205, 0.128],
      [1.33, 0.09, 0.085],
    ],
    0.178,
  );
const slender: PartBuilder = f =>
  torso(
    f,
    [
      [0.95, 0.164, 0.124, 0, 0, 0.94],
      [1.04, 0.152, 0.114],
      [1.16, 0.196, 0.156, 0, 0.014],
      [1.24, 0.196, 0.136, 0, 0.006],
      [1.28, 0.18, 0.118],
      [1.33, 0.08, 0.078],
    ],
    0.166,
  );

/** Bare bones for the dead that walk: ribs, skull and glowing eyes. */
function bones(f: Figure): void {
  const bone = FIXED + dye('bone');
  const dark = FIXED + dye('boneDark');
  f.both((s, side) => {
    f.on(`leg${side}`, bone).stick([s * 0.1, 0.84, 0], [s * 0.112, 0.46, 0.01], 0.05, 0.038);
    f.ball(s * 0.112, 0.46, 0.012, 0.055, 0);
    f.on(`shin${side}`, bone).stick([s * 0.112, 0.45, 0.01], [s * 0.118, 0.08, 0], 0.042, 0.034);
    f.block(s * 0.12, 0, 0.055, 0.11, 0.075, 0.26, { top: [0.7, 0.6] });
    f.on(`arm${side}`, bone)
      .ball(s * 0.23, 1.275, 0, 0.07, 0)
      .stick([s * 0.235, 1.27, 0], [s * 0.29, 1.04, 0], 0.042, 0.034);
    f.on(`fore${side}`, bone).stick([s * 0.29, 1.04, 0], [s * 0.32, 0.82, 0.02], 0.036, 0.03);
    for (let k = -1; k <= 1; k++) f.stick([s * 0.322, 0.81, 0.03 + k * 0.025], [s * 0.33, 0.66, 0.05 + k * 0.035], 0.02, 0.008, 4);
  });
  f.on('hips', bone).tube(
    [
      [0.8, 0.09, 0.07],
      [0.87, 0.16, 0.1],
      [0.93, 0.13, 0.09],
    ],
    7,
  );
  f.on('chest', dark).stick([0, 0.93, -0.02], [0, 1.36, -0.03], 0.045, 0.04, 6);
  f.on('chest', bone);
  for (const [y, r] of [
    [1.06, 0.135],
    [1.135, 0.168],
    [1.21, 0.178],
    [1.275, 0.15],
  ] as const)
    f.tube(
      [
        [y, r, r * 0.72, 0, 0.01],
        [y + 0.042, r * 0.97, r * 0.7, 0, 0.006],
      ],
      9,
    );
  f.on('head', dark).stick([0, 1.3, -0.01], [0, 1.42, 0], 0.038, 0.04, 5);
  f.on('head', bone).tube(
    [
      [1.445, 0.125, 0.13, 0, 0.012],
      [1.53, 0.165, 0.168],
      [1.66, 0.16, 0.168, 0, -0.008],
      [1.75, 0.1, 0.11, 0, -0.01],
    ],
    9,
    { turn: 0 },
  );
  f.tube(
    [
      [1.375, 0.075, 0.07, 0, 0.065],
      [1.42, 0.095, 0.08, 0, 0.06],
    ],
    7,
  );
  f.on('head', FIXED + dye('black'));
  f.both(s => f.block(s * 0.066, 1.5, 0.142, 0.078, 0.082, 0.03));
  f.block(0, 1.452, 0.15, 0.035, 0.045, 0.02, { top: [0.3, 1] });
  f.block(0, 1.418, 0.125, 0.13, 0.014, 0.03, { bevel: 0 });
  f.on('head', 'gem', 1);
  f.both(s => f.block(s * 0.066, 1.524, 0.16, 0.034, 0.036, 0.022, { bevel: 0.008 }));
}

export const BODIES: Record<string, PartBuilder> = { base, broad, slender, bones };

export function buildPart(build: PartBuilder): Figure {
  const figure = new Figure(PEOPLE_RIG);
  build(figure);
  return figure;
}
