// What is worn on the head. Out: builders by part name. Some hide the hair: HIDES_HAIR.
import { FIXED, type Figure } from '../figure';
import type { PartBuilder } from '../people';
import { dye } from './dyes';

export const HIDES_HAIR: ReadonlySet<string> = new Set(['hood', 'wolfHood', 'helm', 'crest', 'kerchief', 'cowl']);

function helm(f: Figure): void {
  f.on('head', 'metal').tube(
    [
      [1.44, 0.188, 0.175, 0, -0.03],
      [1.56, 0.192, 0.19, 0, -0.014],
      [1.69, 0.178, 0.182, 0, -0.008],
      [1.78, 0.115, 0.12],
      [1.82, 0.03],
    ],
    10,
    { capBottom: false },
  );
  f.both(s => f.at(s * 0.155, 1.37, 0.085, () => f.block(0, 0, 0, 0.055, 0.22, 0.1), 0, s * 0.04));
  f.block(0, 1.6, 0.165, 0.3, 0.06, 0.06);
  f.on('head', 'accent').block(0, 1.46, 0.19, 0.038, 0.19, 0.035);
  f.tube(
    [
      [1.655, 0.19, 0.194, 0, -0.008],
      [1.69, 0.186, 0.19, 0, -0.008],
    ],
    10,
  );
}

function hoodShape(f: Figure, slot: 'cloak' | 'shirt' | number): void {
  f.on('head', slot).tube(
    [
      [1.32, 0.21, 0.17, 0, -0.04, 0.94],
      [1.44, 0.2, 0.175, 0, -0.045],
      [1.6, 0.203, 0.19, 0, -0.035],
      [1.73, 0.165, 0.168, 0, -0.03],
      [1.81, 0.08, 0.09, 0, -0.07],
      [1.83, 0.02, 0.02, 0, -0.13],
    ],
    10,
    { capBottom: false },
  );
  f.both(s => f.at(s * 0.172, 1.32, 0.075, () => f.block(0, 0, 0, 0.062, 0.34, 0.12, { top: [1, 1.1] }), 0, s * 0.02));
  f.at(0, 1.66, 0.1, () => f.block(0, 0, 0, 0.32, 0.08, 0.14, { top: [0.85, 0.8] }), 0.12);
}

function brim(f: Figure, paint: 'accent' | 'cloak' | number, band: 'leather' | 'trim', rim: number, crown: number): void {
  f.on('head', paint).tube(
    [
      [1.655, rim, rim, 0, -0.01, 0.85],
      [1.675, rim * 0.97, rim * 0.97, 0, -0.01],
      [1.69, 0.2, 0.205, 0, -0.01],
    ],
    12,
  );
  f.tube(
    [
      [1.685, 0.188, 0.192, 0, -0.01],
      [1.69 + crown * 0.75, 0.165, 0.17, 0, -0.01],
      [1.69 + crown, 0.09, 0.1, 0, -0.01],
    ],
    10,
  );
  f.on('head', band).tube(
    [
      [1.69, 0.195, 0.2, 0, -0.01],
      [1.73, 0.188, 0.193, 0, -0.01],
    ],
    10,
  );
}

export const HEADGEAR: Record<string, PartBuilder> = {
  straw: f => brim(f, FIXED + dye('straw'), 'leather', 0.37, 0.16),
  wideHat: f => {
    brim(f, 'cloak', 'trim', 0.36, 0.2);
    f.on('head', 'accent').at(0.18, 1.74, -0.02, () => f.block(0, 0, 0, 0.02, 0.05, 0.26, { top: [0.4, 0.5] }), 0.55, -0.3);
  },
  hood: f => hoodShape(f, 'cloak'),
  cowl: f => hoodShape(f, 'shirt'),
  wolfHood: f => {
    hoodShape(f, FIXED + dye('wolf'));
    f.on('head', FIXED + dye('wolfPale')).at(0, 1.72, 0.16, () => f.block(0, 0, 0, 0.16, 0.08, 0.17, { top: [0.7, 0.8] }), 0.2);
    f.on('head', FIXED + dye('black')).block(0, 1.74, 0.255, 0.06, 0.045, 0.04);
    f.on('head', FIXED + dye('wolfDark')).both(s =>
      f.at(s * 0.12, 1.78, 0.0, () => f.mesh.cone(0, 0, 0, 0.055, 0.15, 4, [0.5, 0.5, 0.5]), 0, s * -0.25),
    );
  },
  cap: f => {
    f.on('head', 'leather').tube(
      [
        [1.6, 0.192, 0.185, 0, -0.015],
        [1.7, 0.19, 0.186, 0, -0.015],
        [1.79, 0.13, 0.13, 0, -0.015],
        [1.825, 0.03],
      ],
      9,
      { capBottom: false },
    );
    f.tube(
      [
        [1.595, 0.2, 0.193, 0, -0.014],
        [1.635, 0.2, 0.193, 0, -0.014],
      ],
      9,
      { capTop: false },
    );
    f.both(s => f.at(s * 0.172, 1.42, 0.0, () => f.block(0, 0, 0, 0.03, 0.2, 0.1, { top: [1, 1.3] })));
    f.on('head', 'metal').block(0, 1.655, 0.175, 0.05, 0.06, 0.03);
  },
  feltCap: f => {
    f.on('head', 'accent').tube(
      [
        [1.63, 0.196, 0.192, 0, -0.015],
        [1.72, 0.2, 0.2, 0, -0.035],
        [1.79, 0.15, 0.16, 0, -0.06],
        [1.82, 0.05, 0.05, 0, -0.08],
      ],
      9,
    );
    f.on('head', 'leather').tube(
      [
        [1.615, 0.2, 0.198, 0, -0.012],
        [1.655, 0.2, 0.198, 0, -0.012],
      ],
      9,
    );
  },
  kerchief: f => {
    f.on('head', 'accent').tube(
      [
        [1.5, 0.185, 0.14, 0, -0.055],
        [1.62, 0.19, 0.178, 0, -0.03],
        [1.72, 0.165, 0.168, 0, -0.014],
        [1.79, 0.09, 0.1, 0, -0.014],
      ],
      9,
    );
    f.at(0, 1.62, 0.12, () => f.block(0, 0, 0, 0.3, 0.055, 0.1), 0.2);
    f.at(0, 1.4, -0.19, () => f.block(0, 0, 0, 0.16, 0.2, 0.04, { top: [1.4, 1] }), 0.25);
    f.on('head', 'hair').at(0, 1.6, 0.15, () => f.block(0, 0, 0, 0.24, 0.05, 0.05), 0.2);
  },
  baker: f => {
    f.on('head', FIXED + dye('flour')).tube(
      [
        [1.66, 0.188, 0.186, 0, -0.015],
        [1.74, 0.182, 0.18, 0, -0.015],
        [1.78, 0.25, 0.25, 0, -0.025],
        [1.88, 0.255, 0.255, 0, -0.04],
        [1.96, 0.17, 0.17, 0, -0.05],
      ],
      9,
    );
  },
  circlet: f => {
    f.on('head', 'accent').tube(
      [
        [1.635, 0.195, 0.196, 0, -0.012],
        [1.672, 0.192, 0.193, 0, -0.012],
      ],
      10,
      { capTop: false, capBottom: false },
    );
    f.at(0, 1.63, 0.187, () => f.block(0, 0, 0, 0.055, 0.085, 0.025, { top: [0.4, 1] }));
    f.on('head', 'gem', 0.6).ball(0, 1.67, 0.205, 0.022, 0);
  },
  kettle: f => {
    f.on('head', 'metal').tube(
      [
        [1.635, 0.275, 0.285, 0, -0.01, 0.85],
        [1.665, 0.235, 0.245, 0, -0.01],
        [1.68, 0.19, 0.196, 0, -0.01],
        [1.76, 0.165, 0.17, 0, -0.01],
        [1.83, 0.08],
        [1.85, 0.015],
      ],
      10,
    );
    f.on('head', 'leather').both(s => f.at(s * 0.168, 1.4, 0.03, () => f.block(0, 0, 0, 0.022, 0.26, 0.045), 0, s * 0.05));
  },
  helm,
  crest: f => {
    helm(f);
    f.on('head', 'cloak');
    for (let k = 0; k < 7; k++)
      f.at(0, 1.8 - k * k * 0.0075, 0.115 - k * 0.062, () => f.block(0, 0, 0, 0.05, 0.15 - k * 0.004, 0.085), -0.2 - k * 0.16);
  },
  mask: f => {
    f.on('head', 'cloak').tube(
      [
        [1.3, 0.1, 0.1, 0, 0.05],
        [1.38, 0.14, 0.138, 0, 0.03],
        [1.475, 0.172, 0.172, 0, 0.014],
      ],
      10,
      { turn: 0, capTop: false },
    );
    f.at(0, 1.42, -0.17, () => f.block(0, 0, 0, 0.07, 0.05, 0.06));
  },
  eyepatch: f => {
    f.on('head', FIXED + dye('black')).block(0.066, 1.49, 0.158, 0.072, 0.08, 0.024);
    f.at(
      0,
      1.575,
      0,
      () =>
        f.tube(
          [
            [-0.012, 0.178, 0.178],
            [0.012, 0.178, 0.178],
          ],
          10,
          { turn: 0 },
        ),
      0,
      0.3,
    );
  },
};
