// What turns a blade: quilted coats, jerkins, mail, plate, and a captain's coat. Out: builders by part name.
import type { Figure } from '../figure';
import type { PartBuilder } from '../people';
import { skirt } from './skirt';

function pauldrons(f: Figure, size = 1): void {
  f.both((s, side) => {
    const at = (y: number, r: number, x: number) => [y, r * size, r * size * 1.05, s * x] as const;
    f.on(`arm${side}`, 'metal').tube(
      [at(1.19, 0.13, 0.27), at(1.28, 0.135, 0.25), at(1.345, 0.095, 0.225), at(1.37, 0.03, 0.215)],
      8,
    );
    f.on(`arm${side}`, 'accent').tube([at(1.172, 0.137, 0.273), at(1.205, 0.139, 0.267)], 8);
  });
}

function cuffs(f: Figure, slot: 'leather' | 'metal'): void {
  f.both((s, side) =>
    f.on(`fore${side}`, slot).tube(
      [
        [0.815, 0.066, 0.068, s * 0.32, 0.018],
        [0.9, 0.075, 0.077, s * 0.313, 0.012],
        [0.97, 0.088, 0.09, s * 0.302, 0.006],
      ],
      7,
    ),
  );
}

export const ARMOR: Record<string, PartBuilder> = {
  quilted: f => {
    skirt(
      f,
      'shirt',
      [
        [0.6, 0.25, 0.21],
        [0.8, 0.222, 0.182],
        [0.99, 0.186, 0.14],
      ],
      'leather' as 'accent',
    );
    f.on('chest', 'shirt').tube(
      [
        [1.03, 0.19, 0.144],
        [1.1, 0.213, 0.16],
        [1.2, 0.24, 0.165],
        [1.29, 0.2, 0.13],
        [1.38, 0.125, 0.115, 0, 0.004],
        [1.39, 0.1, 0.095],
      ],
      9,
    );
    f.on('chest', 'leather');
    for (const x of [-0.1, 0, 0.1]) f.block(x, 1.05, 0.15 - Math.abs(x) * 0.12, 0.016, 0.2, 0.03, { bevel: 0 });
  },
  jerkin: f => {
    skirt(f, 'leather', [
      [0.72, 0.235, 0.195],
      [0.98, 0.19, 0.144],
    ]);
    f.on('chest', 'leather').tube(
      [
        [0.97, 0.18, 0.137],
        [1.08, 0.206, 0.154],
        [1.19, 0.24, 0.163],
        [1.27, 0.215, 0.14],
        [1.3, 0.15, 0.115],
      ],
      9,
    );
    f.on('chest', 'accent');
    for (let k = 0; k < 3; k++) f.block(0, 1.06 + k * 0.07, 0.152, 0.075, 0.016, 0.02, { bevel: 0 });
    cuffs(f, 'leather');
  },
  mail: f => {
    skirt(
      f,
      'metal',
      [
        [0.58, 0.25, 0.212],
        [0.8, 0.224, 0.184],
        [0.99, 0.188, 0.142],
      ],
      'accent',
    );
    f.on('chest', 'metal').tube(
      [
        [1.03, 0.182, 0.14],
        [1.1, 0.208, 0.155],
        [1.2, 0.24, 0.162],
        [1.29, 0.205, 0.132],
        [1.345, 0.11, 0.1],
      ],
      9,
    );
    f.both((s, side) =>
      f.on(`arm${side}`, 'metal').tube(
        [
          [1.06, 0.09, 0.092, s * 0.288],
          [1.2, 0.101, 0.103, s * 0.26],
          [1.29, 0.112, 0.112, s * 0.232],
          [1.342, 0.05, 0.05, s * 0.2],
        ],
        7,
      ),
    );
    f.on('chest', 'cloak').block(0, 1.04, 0.148, 0.17, 0.24, 0.034, { top: [1.15, 1] });
    cuffs(f, 'leather');
  },
  plate: f => {
    skirt(
      f,
      'cloak',
      [
        [0.62, 0.245, 0.208],
        [0.8, 0.222, 0.182],
        [0.99, 0.186, 0.14],
      ],
      'metal',
    );
    f.on('chest', 'metal').tube(
      [
        [1.02, 0.186, 0.145],
        [1.1, 0.215, 0.168, 0, 0.006],
        [1.2, 0.244, 0.18, 0, 0.012],
        [1.28, 0.21, 0.145, 0, 0.004],
        [1.36, 0.115, 0.105],
      ],
      10,
    );
    f.on('chest', 'accent').tube(
      [
        [1.34, 0.13, 0.118],
        [1.375, 0.118, 0.11],
      ],
      9,
    );
    f.on('chest', 'cloak').block(0, 1.06, 0.174, 0.12, 0.15, 0.03, { top: [1.2, 1] });
    pauldrons(f);
    cuffs(f, 'metal');
  },
  captain: f => {
    skirt(
      f,
      'cloak',
      [
        [0.46, 0.285, 0.25],
        [0.78, 0.228, 0.19],
        [0.99, 0.186, 0.142],
      ],
      'trim',
    );
    f.on('chest', 'cloak').tube(
      [
        [1.02, 0.184, 0.142],
        [1.1, 0.21, 0.158],
        [1.2, 0.24, 0.165],
        [1.29, 0.2, 0.13],
      ],
      9,
    );
    f.on('chest', 'metal').tube(
      [
        [1.04, 0.172, 0.162, 0, 0.02],
        [1.16, 0.19, 0.18, 0, 0.02],
        [1.24, 0.165, 0.152, 0, 0.012],
      ],
      9,
    );
    f.on('chest', 'leather');
    f.at(
      0,
      1.15,
      0.01,
      () =>
        f.tube(
          [
            [-0.035, 0.245, 0.2],
            [0.035, 0.245, 0.2],
          ],
          9,
        ),
      0,
      0.62,
    );
    f.on('chest', 'trim').tube(
      [
        [1.27, 0.17, 0.125],
        [1.4, 0.185, 0.15, 0, -0.03],
        [1.41, 0.15, 0.12, 0, -0.03],
      ],
      9,
    );
    pauldrons(f, 0.95);
    cuffs(f, 'leather');
  },
  pauldrons: f => pauldrons(f),
  bracers: f => cuffs(f, 'leather'),
};
