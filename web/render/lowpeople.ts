// People in the middle distance: one mesh for everybody, whose unworn parts fold away in the shader. Also casts everybody's shadow.
import { FIXED, type Figure } from './figure';
import { LowFigure } from './lowparts';
import { PEOPLE_RIG } from './skeleton';
import { dye } from './wardrobe/dyes';

function limbs(f: LowFigure, sides: number): void {
  f.both((s, side) => {
    f.across(`leg${side}`, `shin${side}`, 0.45, 'trousers').tube(
      [
        [0.3, 0.085, 0.085, s * 0.115],
        [0.47, 0.095, 0.095, s * 0.112],
        [0.86, 0.125, 0.13, s * 0.097],
      ],
      sides,
      { capTop: false, capBottom: false },
    );
    f.on(`shin${side}`, 'leather').tube(
      [
        [0, 0.1, 0.165, s * 0.121, 0.05, 0.85],
        [0.12, 0.086, 0.11, s * 0.12, 0.02],
        [0.37, 0.108, 0.11, s * 0.117],
      ],
      sides,
    );
    f.on(`arm${side}`, 'shirt').tube(
      [
        [1.0, 0.083, 0.085, s * 0.297],
        [1.285, 0.103, 0.104, s * 0.232],
        [1.335, 0.05, 0.05, s * 0.203],
      ],
      sides,
      { capBottom: false },
    );
    f.on(`fore${side}`, 'skin').tube(
      [
        [0.67, 0.05, 0.06, s * 0.324, 0.04],
        [0.79, 0.066, 0.072, s * 0.325, 0.028],
        [1.05, 0.068, 0.07, s * 0.29],
      ],
      sides,
      { capTop: false },
    );
  });
}

function face(f: LowFigure): void {
  f.on('head', 'skin').tube(
    [
      [1.375, 0.1, 0.1, 0, 0.03],
      [1.48, 0.158, 0.155, 0, 0.01],
      [1.6, 0.168, 0.168],
      [1.74, 0.11, 0.12],
    ],
    7,
    { turn: 0 },
  );
  f.on('head', FIXED + dye('eye')).both(s => f.block(s * 0.066, 1.498, 0.15, 0.045, 0.066, 0.02, { bevel: 0, noBottom: true }));
}

function flesh(f: LowFigure): void {
  f.wear('flesh');
  limbs(f, 5);
  f.on('hips', 'trousers').tube(
    [
      [0.8, 0.17, 0.13],
      [1.0, 0.17, 0.128],
    ],
    6,
    { capTop: false },
  );
  f.on('chest', 'shirt').tube(
    [
      [0.95, 0.172, 0.128],
      [1.19, 0.23, 0.152],
      [1.29, 0.19, 0.12],
      [1.345, 0.09, 0.09],
    ],
    7,
  );
  f.on('chest', 'leather').tube(
    [
      [0.955, 0.188, 0.14],
      [1.02, 0.188, 0.14],
    ],
    7,
    { capTop: false, capBottom: false },
  );
  face(f);
}

function deadBones(f: LowFigure): void {
  f.wear('bones');
  const bone = FIXED + dye('bone');
  f.both((s, side) => {
    f.on(`leg${side}`, bone).stick([s * 0.1, 0.84, 0], [s * 0.112, 0.45, 0.01], 0.05, 0.04, 4);
    f.on(`shin${side}`, bone).stick([s * 0.112, 0.45, 0.01], [s * 0.118, 0, 0.03], 0.042, 0.05, 4);
    f.on(`arm${side}`, bone).stick([s * 0.235, 1.27, 0], [s * 0.29, 1.04, 0], 0.045, 0.036, 4);
    f.on(`fore${side}`, bone).stick([s * 0.29, 1.04, 0], [s * 0.325, 0.68, 0.04], 0.036, 0.045, 4);
  });
  f.on('hips', bone).tube(
    [
      [0.82, 0.12, 0.09],
      [0.95, 0.13, 0.09],
    ],
    5,
  );
  f.on('chest', bone).tube(
    [
      [1.02, 0.12, 0.1],
      [1.2, 0.18, 0.13],
      [1.3, 0.12, 0.09],
    ],
    6,
  );
  f.on('head', bone).tube(
    [
      [1.38, 0.08, 0.08, 0, 0.05],
      [1.47, 0.14, 0.14, 0, 0.01],
      [1.66, 0.16, 0.168],
      [1.75, 0.1, 0.11],
    ],
    7,
    { turn: 0 },
  );
  f.on('head', 'gem', 1).both(s => f.block(s * 0.066, 1.515, 0.155, 0.045, 0.045, 0.02, { bevel: 0 }));
}

function headwear(f: LowFigure): void {
  f.wear('hair')
    .on('head', 'hair')
    .tube(
      [
        [1.58, 0.18, 0.155, 0, -0.04],
        [1.67, 0.183, 0.182, 0, -0.015],
        [1.79, 0.09, 0.095],
      ],
      7,
    );
  f.wear('longHair')
    .on('head', 'hair')
    .tube(
      [
        [1.2, 0.13, 0.06, 0, -0.14],
        [1.42, 0.185, 0.1, 0, -0.08],
        [1.62, 0.182, 0.14, 0, -0.045],
      ],
      6,
    );
  f.wear('wideHat')
    .on('head', 'metal')
    .tube(
      [
        [1.65, 0.32, 0.32],
        [1.69, 0.19, 0.195],
        [1.85, 0.1, 0.1],
      ],
      8,
    );
  f.wear('cap')
    .on('head', 'accent')
    .tube(
      [
        [1.61, 0.198, 0.195, 0, -0.015],
        [1.72, 0.19, 0.19, 0, -0.02],
        [1.83, 0.09, 0.1, 0, -0.03],
      ],
      7,
    );
  f.wear('hood')
    .on('head', 'cloak')
    .tube(
      [
        [1.32, 0.21, 0.17, 0, -0.045],
        [1.6, 0.203, 0.188, 0, -0.04],
        [1.74, 0.15, 0.155, 0, -0.03],
        [1.83, 0.03, 0.03, 0, -0.1],
      ],
      7,
      { capBottom: false },
    );
  f.on('head', 'cloak').block(0, 1.655, 0.1, 0.3, 0.08, 0.13);
  f.wear('helm')
    .on('head', 'metal')
    .tube(
      [
        [1.42, 0.188, 0.175, 0, -0.03],
        [1.69, 0.18, 0.184],
        [1.82, 0.05],
      ],
      7,
      { capBottom: false },
    );
  f.on('head', 'accent').block(0, 1.46, 0.185, 0.04, 0.2, 0.035, { bevel: 0 });
  f.wear('crest')
    .on('head', 'cloak')
    .block(0, 1.76, -0.06, 0.05, 0.2, 0.4, { bevel: 0, top: [1, 0.7] });
  f.wear('beard')
    .on('head', 'hair')
    .tube(
      [
        [1.3, 0.06, 0.04, 0, 0.12],
        [1.44, 0.15, 0.08, 0, 0.09],
        [1.48, 0.15, 0.05, 0, 0.08],
      ],
      6,
    );
  f.wear('mask')
    .on('head', 'cloak')
    .tube(
      [
        [1.32, 0.12, 0.12, 0, 0.04],
        [1.475, 0.172, 0.172, 0, 0.014],
      ],
      7,
      { turn: 0, capTop: false },
    );
}

function clothes(f: LowFigure): void {
  const skirt = (low: number, wide: number) => {
    f.on('skirtF', 'shirt').tube(
      [
        [low, wide, wide * 0.92],
        [1.0, 0.186, 0.14],
      ],
      8,
      { capTop: false },
    );
    f.on('skirtF', 'accent').tube(
      [
        [low - 0.01, wide * 1.03, wide * 0.96],
        [low + 0.06, wide * 1.0, wide * 0.93],
      ],
      8,
      { capTop: false, capBottom: false },
    );
  };
  f.wear('tunic');
  skirt(0.64, 0.245);
  f.wear('skirt');
  skirt(0.12, 0.35);
  f.wear('armor')
    .on('chest', 'metal')
    .tube(
      [
        [1.0, 0.186, 0.145],
        [1.2, 0.244, 0.172],
        [1.29, 0.205, 0.135],
        [1.36, 0.11, 0.1],
      ],
      7,
    );
  f.on('skirtF', 'metal').tube(
    [
      [0.6, 0.25, 0.212],
      [1.0, 0.19, 0.145],
    ],
    8,
    { capTop: false },
  );
  f.on('chest', 'cloak').block(0, 1.03, 0.155, 0.16, 0.24, 0.035, { bevel: 0 });
  f.wear('shoulders').both((s, side) =>
    f.on(`arm${side}`, 'metal').tube(
      [
        [1.18, 0.135, 0.14, s * 0.268],
        [1.29, 0.13, 0.135, s * 0.246],
        [1.37, 0.04, 0.04, s * 0.215],
      ],
      6,
    ),
  );
  f.wear('apron')
    .on('skirtF', 'accent')
    .block(0, 0.46, 0.2, 0.34, 0.55, 0.06, { bevel: 0, top: [0.8, 1] });
  // It casts the shadow of the full figure's as well: nearer to the body by what the casting mesh is thinner, or the cloth would shade itself.
  f.wear('cape')
    .across('cape', 'capeLow', 0.84, 'cloak')
    .cloth(
      [
        [0.34, 0.33, -0.315],
        [0.84, 0.28, -0.225],
        [1.32, 0.16, -0.085],
      ].map(([y, w, z]) => [1, 0, -1].map(u => [u * w, y, z - (1 - u * u) * 0.05] as const)),
    );
  f.wear('blazon').on('cape', 'charge').lozenge([0, 0.99, -0.255], 0.15, 0.17, 0.05);
}

function held(f: LowFigure): void {
  const hand = [0.325, 0.755, 0.045] as const;
  f.wear('blade').at(
    -hand[0],
    hand[1],
    hand[2],
    () => {
      f.on('propR', 'accent').block(0, 0.03, 0, 0.05, 0.05, 0.22, { bevel: 0 });
      f.on('propR', 'blade').block(0, 0.08, 0, 0.03, 0.68, 0.085, { bevel: 0, top: [0.4, 0.5] });
    },
    Math.PI / 2 - 0.1,
  );
  f.wear('pole').on('propR', 'wood').block(-hand[0], 0.0, hand[2], 0.045, 1.62, 0.045, { bevel: 0 });
  f.on('propR', 'gem', 0.5).ball(-hand[0], 1.68, hand[2], [0.07, 0.1, 0.07], 0);
  f.wear('bow')
    .on('propL', 'wood')
    .both(s => f.stick([hand[0], hand[1], hand[2] + 0.06], [hand[0], hand[1] + s * 0.62, hand[2] - 0.11], 0.028, 0.014, 4));
  f.wear('gun')
    .on('propR', 'wood')
    .at(-hand[0], hand[1], hand[2], () => f.block(0, -0.36, 0.03, 0.06, 0.9, 0.1, { bevel: 0, top: [0.8, 0.5] }), Math.PI / 2);
  f.on('propR', 'blade').at(-hand[0], hand[1], hand[2], () => f.block(0, 0.3, -0.04, 0.045, 0.6, 0.045, { bevel: 0 }), Math.PI / 2);
  f.wear('shield')
    .on('propL', 'cloak')
    .at(
      hand[0] + 0.07,
      hand[1] + 0.1,
      hand[2],
      () =>
        f.tube(
          [
            [0, 0.31],
            [0.06, 0.14],
          ],
          8,
          { square: 1 },
        ),
      0,
      -Math.PI / 2,
    );
  f.wear('onBack')
    .on('chest', 'leather')
    .at(0.05, 0.98, -0.21, () => f.block(0, 0, 0, 0.13, 0.5, 0.12, { bevel: 0 }), -0.1, -0.4);
}

export function middlePeople(): Figure {
  const f = new LowFigure(PEOPLE_RIG, 6);
  flesh(f);
  deadBones(f);
  headwear(f);
  clothes(f);
  held(f);
  return f;
}
