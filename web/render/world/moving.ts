// Parts of buildings that turn: the windmill's sails and the mill wheel. The axle is local z; drawn round the origin.
import type { Modeller } from '../modeller';
import { P } from './kit';

export function sails(m: Modeller): void {
  for (let i = 0; i < 4; i++) {
    m.at(0, 0, 0, 0, () => sail(m), 1, 0, (i * Math.PI) / 2);
  }
  m.at(0, 0, 0, 0, () => m.cylinder(0, -0.3, 0, 0.4, 0.3, 0.6, 8, P.timberDark), 1, Math.PI / 2);
}

function sail(m: Modeller): void {
  m.box(0, 0, 0, 0.2, 6.6, 0.18, P.timber);
  for (let k = 0; k < 9; k++) m.box(0.55, 1.2 + k * 0.62, 0, 1.3, 0.07, 0.07, P.timberPale);
  m.box(1.2, 1.2, 0, 0.08, 5.1, 0.08, P.timberPale);
  m.sheet([0.05, 1.2, -0.05], [1.18, 1.2, -0.05], [1.18, 6.2, -0.05], [0.05, 6.2, -0.05], P.cloth, 0.98, 0.95);
}

export const WHEEL_RADIUS_M = 2.25;

export function millWheel(m: Modeller): void {
  const paddles = 12;
  for (let k = 0; k < paddles; k++) {
    m.at(
      0,
      0,
      0,
      0,
      () => {
        m.box(0, WHEEL_RADIUS_M - 0.6, 0, 0.09, 0.62, 1.15, P.plank);
        for (const s of [-1, 1]) {
          m.box(0, 0.1, s * 0.5, 0.13, WHEEL_RADIUS_M - 0.5, 0.1, P.timber);
          m.at(0, WHEEL_RADIUS_M - 0.5, s * 0.52, 0, () => m.box(0.28, 0, 0, 0.75, 0.2, 0.1, P.timberDark), 1, 0, -0.13);
        }
      },
      1,
      0,
      (k / paddles) * Math.PI * 2,
    );
  }
  m.at(0, 0, 0, 0, () => m.cylinder(0, -0.75, 0, 0.24, 0.24, 1.5, 8, P.ironDark), 1, Math.PI / 2);
}
