// Bows with a string that follows the drawing hand, the arrow on it, and the wheel-lock. Drawn along +y from the grip.
import { FIXED, type Figure } from '../figure';
import type { Vec3 } from '../modeller';
import { dye } from './dyes';

export type Draw = (f: Figure, bone: string) => void;

/** Limbs of a bow from the grip up and down; `recurve` bends the tips forward. Belly towards +z. */
export function bowLimbs(f: Figure, bone: string, recurve: number): void {
  const at = (t: number): Vec3 => {
    const tip = Math.max(0, Math.abs(t) - 0.72);
    return [0, t * 0.64, 0.06 - t * t * 0.17 + tip * recurve];
  };
  for (let i = 0; i < 8; i++) {
    const a = i / 4 - 1;
    const b = (i + 1) / 4 - 1;
    f.on(bone, 'wood').stick(at(a), at(b), 0.026 - Math.abs(a) * 0.012, 0.026 - Math.abs(b) * 0.012, 5);
  }
  f.on(bone, 'leather').tube(
    [
      [-0.08, 0.03, 0.03, 0, 0.06],
      [0.08, 0.03, 0.03, 0, 0.06],
    ],
    6,
  );
}

const BOW_TIP = -0.11;

/** The string's middle hangs on the nock, which the drawing hand pulls; an arrow lies on it. */
export function bowString(f: Figure, bone: string): void {
  f.on(bone, FIXED + dye('string'));
  const end = f.mesh.tag;
  f.on('nock', FIXED + dye('string'));
  const middle = f.mesh.tag;
  f.mesh.tagAt = (_x, y) => (Math.abs(y - 0.77) > 0.3 ? end : middle);
  f.both(s => f.stick([0, 0, BOW_TIP], [0, s * 0.62, BOW_TIP], 0.006, 0.005, 3));
  f.mesh.tagAt = null;
}

export function arrow(f: Figure): void {
  f.on('nock', 'wood').stick([0, 0, BOW_TIP], [0, 0, BOW_TIP + 0.72], 0.008, 0.008, 4);
  f.on('nock', 'blade').stick([0, 0, BOW_TIP + 0.7], [0, 0, BOW_TIP + 0.8], 0.022, 0.002, 4);
  f.on('nock', FIXED + dye('fletch')).block(0, -0.03, BOW_TIP + 0.06, 0.006, 0.06, 0.1, { bevel: 0 });
}

/** Drawn with its top towards -z, so that it lies right side up when tilted forward. */
export const gun: Draw = (f, bone) => {
  f.on(bone, 'wood').at(0, 0, 0, () => {
    f.tube(
      [
        [-0.36, 0.036, 0.085, 0, 0.09],
        [-0.14, 0.034, 0.06, 0, 0.05],
        [0.02, 0.034, 0.045, 0, 0.012],
        [0.55, 0.028, 0.034, 0, -0.01],
      ],
      7,
    );
  });
  f.on(bone, 'blade').tube(
    [
      [-0.02, 0.028, 0.028, 0, -0.045],
      [0.4, 0.024, 0.024, 0, -0.045],
      [0.86, 0.02, 0.02, 0, -0.045],
    ],
    7,
  );
  f.on(bone, 'accent').tube(
    [
      [0.85, 0.026, 0.026, 0, -0.045],
      [0.92, 0.034, 0.034, 0, -0.045],
    ],
    7,
  );
  for (const y of [0.2, 0.48])
    f.tube(
      [
        [y, 0.035, 0.045, 0, -0.02],
        [y + 0.035, 0.035, 0.045, 0, -0.02],
      ],
      7,
    );
  f.on(bone, 'metal')
    .block(-0.042, -0.02, 0.01, 0.02, 0.16, 0.05)
    .block(-0.05, 0.06, -0.035, 0.03, 0.05, 0.09)
    .ball(-0.048, 0.0, -0.02, 0.036, 0);
};
