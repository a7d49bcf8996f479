// Skirts of tunics, dresses, robes and mail: two halves of cloth that swing with the legs.
import type { Figure } from '../figure';
import type { Vec3 } from '../modeller';

export type Hem = readonly [y: number, rx: number, rz: number];

/** Front and back halves of a skirt, each on its own bone so that they swing with the legs. */
export function skirt(
  f: Figure,
  slot: 'shirt' | 'trousers' | 'metal' | 'leather' | 'cloak',
  rows: readonly Hem[],
  border?: 'accent' | 'trim' | 'metal',
): void {
  const half = (bone: string, front: number, name: typeof slot | 'accent' | 'trim', hems: readonly Hem[], puff: number) => {
    const points = hems.map(([y, rx, rz]) =>
      Array.from({ length: 7 }, (_, i): Vec3 => {
        const angle = (i / 6) * Math.PI;
        const wave = 1 + (i % 2 ? puff : 0);
        return [-Math.cos(angle) * rx * front * wave, y, Math.sin(angle) * rz * front * wave];
      }),
    );
    f.on(bone, name).cloth(points, 0.1);
  };
  const [low, ...rest] = rows;
  const above = rest[0];
  const k = Math.min(0.9, 0.055 / (above[0] - low[0]));
  const line: Hem = [
    low[0] + (above[0] - low[0]) * k,
    low[1] + (above[1] - low[1]) * k + 0.004,
    low[2] + (above[2] - low[2]) * k + 0.004,
  ];
  for (const [bone, front] of [
    ['skirtF', 1],
    ['skirtB', -1],
  ] as const) {
    half(bone, front, slot, rows, 0.035);
    if (border) half(bone, front, border, [[low[0] - 0.008, low[1] + 0.006, low[2] + 0.006], line], 0.035);
  }
}
