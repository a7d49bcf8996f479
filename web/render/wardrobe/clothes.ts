// Cloth from neck to knee: tunics, dresses, robes, aprons, capes and packs. Out: builders by part name.
import type { Figure } from '../figure';
import type { Vec3 } from '../modeller';
import type { PartBuilder } from '../people';
import { type Hem, skirt } from './skirt';

/** Rows of points of a cape: height, half width, distance behind the back. */
export function drape(rows: readonly Hem[], ragged = 0): Vec3[][] {
  return rows.map(([y, w, z], row) =>
    Array.from({ length: 7 }, (_, i): Vec3 => {
      const u = 1 - (i / 6) * 2;
      const edge = Math.abs(u) > 0.9 ? 0.06 : 0;
      const tear = row === 0 ? ragged * ((i * 37) % 5) * 0.04 : 0;
      return [u * w, y + tear, z - (1 - u * u) * 0.06 + edge + (i % 2 ? 0.014 : 0)];
    }),
  );
}

/** Above it a cape hangs on its upper bone, below on its lower one. */
export const CAPE_FOLD = 0.84;
export const CAPE_PLEAT = 0.07;
/** The cape's rows; what is sewn on it follows them. */
export const CAPE: readonly Hem[] = [
  [0.32, 0.34, -0.36],
  [0.6, 0.315, -0.3],
  [CAPE_FOLD, 0.285, -0.25],
  [1.08, 0.255, -0.2],
  [1.25, 0.225, -0.15],
  [1.34, 0.13, -0.1],
];

function hang(f: Figure, slot: 'cloak' | 'leather', rows: readonly Hem[], ragged = 0): void {
  f.across('cape', 'capeLow', CAPE_FOLD, slot).cloth(drape(rows, ragged), CAPE_PLEAT);
}

function arrows(f: Figure, bone: 'chest' | 'hips'): void {
  f.on(bone, 'leather').tube(
    [
      [0, 0.062],
      [0.4, 0.08],
    ],
    7,
  );
  f.on(bone, 'accent').tube(
    [
      [0.33, 0.083],
      [0.38, 0.085],
    ],
    7,
  );
  for (let k = 0; k < 5; k++)
    f.block(((k % 3) - 1) * 0.036, 0.38, (k % 2) * 0.045 - 0.022, 0.02, 0.17 + (k % 2) * 0.03, 0.034, { bevel: 0 });
}

export const CLOTHES: Record<string, PartBuilder> = {
  tunic: f =>
    skirt(
      f,
      'shirt',
      [
        [0.64, 0.245, 0.205],
        [0.8, 0.22, 0.18],
        [0.99, 0.184, 0.138],
      ],
      'accent',
    ),
  dress: f => {
    skirt(
      f,
      'trousers',
      [
        [0.13, 0.36, 0.34],
        [0.5, 0.3, 0.27],
        [0.84, 0.215, 0.18],
        [1.0, 0.172, 0.13],
      ],
      'accent',
    );
    f.on('chest', 'trousers').tube(
      [
        [0.96, 0.168, 0.127],
        [1.04, 0.158, 0.12],
        [1.13, 0.188, 0.15, 0, 0.01],
        [1.19, 0.2, 0.158, 0, 0.014],
      ],
      9,
      { capTop: false },
    );
  },
  robe: f => {
    skirt(
      f,
      'shirt',
      [
        [0.09, 0.35, 0.33],
        [0.45, 0.295, 0.265],
        [0.82, 0.215, 0.185],
        [1.0, 0.18, 0.138],
      ],
      'trim',
    );
    f.both((s, side) => {
      f.on(`fore${side}`, 'shirt').tube(
        [
          [0.82, 0.135, 0.15, s * 0.322, 0.01, 0.95],
          [0.95, 0.105, 0.112, s * 0.308, 0.006],
          [1.06, 0.082, 0.085, s * 0.29],
        ],
        8,
        { capBottom: false },
      );
      f.on(`fore${side}`, 'trim').tube(
        [
          [0.81, 0.141, 0.156, s * 0.323, 0.01],
          [0.85, 0.132, 0.146, s * 0.319, 0.01],
        ],
        8,
        { capBottom: false },
      );
    });
    f.on('chest', 'trim').tube(
      [
        [1.25, 0.2, 0.135],
        [1.3, 0.165, 0.118],
        [1.345, 0.1, 0.095],
      ],
      9,
    );
    f.block(0, 1.0, 0.136, 0.085, 0.28, 0.034, { top: [1.3, 1] });
  },
  apron: f => {
    f.on('skirtF', 'accent').cloth(
      [
        [0.46, 0.19, 0.285],
        [0.75, 0.185, 0.232],
        [1.0, 0.155, 0.172],
      ].map(([y, w, z]) => [-1, -0.5, 0.5, 1].map((u): Vec3 => [u * w, y, z - Math.abs(u) ** 2 * 0.055])),
      0.03,
    );
    f.on('chest', 'accent').block(0, 1.0, 0.158, 0.22, 0.21, 0.03, { top: [0.8, 1] });
    f.both(s => f.at(s * 0.1, 1.2, 0.14, () => f.block(0, 0, 0, 0.035, 0.14, 0.03), -0.35, s * -0.1));
  },
  cape: f => {
    hang(f, 'cloak', CAPE);
    f.on('chest', 'cloak').tube(
      [
        [1.27, 0.215, 0.158, 0, -0.012],
        [1.33, 0.155, 0.13, 0, -0.006],
        [1.37, 0.115, 0.108],
      ],
      9,
    );
    f.on('chest', 'metal').both(s => f.ball(s * 0.115, 1.285, 0.125, 0.035, 0));
  },
  rags: f => {
    hang(
      f,
      'cloak',
      [
        [0.42, 0.3, -0.34],
        [0.7, 0.29, -0.28],
        [0.95, 0.26, -0.23],
        [1.2, 0.225, -0.16],
        [1.34, 0.13, -0.1],
      ],
      1,
    );
    skirt(f, 'cloak', [
      [0.42, 0.22, 0.2],
      [0.75, 0.19, 0.16],
      [0.97, 0.16, 0.12],
    ]);
    f.on('chest', 'cloak').tube(
      [
        [1.2, 0.235, 0.165, 0, -0.01],
        [1.3, 0.17, 0.135],
        [1.35, 0.12, 0.11],
      ],
      8,
    );
  },
  scarf: f => {
    f.on('chest', 'cloak').tube(
      [
        [1.28, 0.15, 0.14, 0, 0.01],
        [1.33, 0.17, 0.155, 0, 0.012],
        [1.385, 0.135, 0.13, 0, 0.015],
      ],
      9,
    );
    f.on('cape', 'cloak').at(0.08, 0.98, -0.16, () => f.block(0, 0, 0, 0.1, 0.34, 0.035, { top: [0.8, 1] }), 0.12, 0.08);
  },
  pack: f => {
    f.on('chest', 'leather').block(0, 0.99, -0.23, 0.31, 0.31, 0.18);
    f.block(0, 1.26, -0.225, 0.33, 0.05, 0.21);
    f.on('chest', 'accent').at(
      0,
      1.37,
      -0.225,
      () =>
        f.tube(
          [
            [-0.2, 0.075],
            [0.2, 0.075],
          ],
          8,
        ),
      0,
      Math.PI / 2,
    );
    f.on('chest', 'leather').both(s => f.at(s * 0.12, 1.02, 0.135, () => f.block(0, 0, 0, 0.045, 0.26, 0.035), -0.06));
  },
  quiver: f => {
    f.at(0.06, 0.98, -0.2, () => arrows(f, 'chest'), -0.12, -0.42);
  },
  quiverHip: f => {
    f.at(-0.235, 0.66, 0.03, () => arrows(f, 'hips'), -0.3, 0.1, 0, 0.92);
  },
  sack: f => {
    f.on('chest', 'accent').ball(-0.17, 1.14, -0.24, [0.2, 0.25, 0.18], 1, 0.08);
    f.on('chest', 'leather').tube(
      [
        [1.34, 0.06, 0.06, -0.17, -0.2],
        [1.4, 0.075, 0.075, -0.17, -0.2],
      ],
      7,
    );
  },
};
