// Tilled fields: ridges of soil that follow the ground, with wheat, cabbages or nothing on them.
// In: the field and the land. Out: world metres, drawn into a Modeller.
import type { Place } from '../../../src/shared/content/kinds';
import type { Modeller } from '../modeller';
import { P, STILL, sway } from './kit';
import type { Land } from './land';

type Field = Place['fields'][number];

const ROW_GAP_M = 1.05;
const PIECE_M = 3;

/** Field coordinates (along the rows, across them) to the world's. */
function inWorld(f: Field, along: number, across: number): [number, number] {
  const c = Math.cos(f.yaw);
  const s = Math.sin(f.yaw);
  return [f.x + along * c - across * s, f.z + along * s + across * c];
}

export function field(m: Modeller, land: Land, f: Field): void {
  const rows = Math.floor((f.d - 1) / ROW_GAP_M);
  const deep = land.height(f.x, f.z) - 300;
  for (let k = 0; k < rows; k++) {
    const across = (k - (rows - 1) / 2) * ROW_GAP_M;
    m.bend = null;
    ridge(m, land, f, across);
    // Stalks are lit like the ground they stand on, from above.
    m.bend = { centre: [f.x, deep, f.z], mix: 0.85 };
    if (f.crop === 'wheat') wheat(m, land, f, across);
    else if (f.crop === 'cabbage') cabbages(m, land, f, across);
  }
  m.bend = null;
  m.tag = STILL;
}

function ridge(m: Modeller, land: Land, f: Field, across: number): void {
  const length = f.w - 1;
  const pieces = Math.max(1, Math.round(length / PIECE_M));
  const at = (t: number, off: number, up: number): [number, number, number] => {
    const [x, z] = inWorld(f, -length / 2 + (t * length) / pieces, across + off);
    return [x, land.height(x, z) + up, z];
  };
  m.tag = STILL;
  for (let k = 0; k < pieces; k++) {
    const high = 0.12 + m.random() * 0.06;
    m.quad(at(k, 0.42, -0.06), at(k + 1, 0.42, -0.06), at(k + 1, 0, high), at(k, 0, high), P.soil, 0.95);
    m.quad(at(k, 0, high), at(k + 1, 0, high), at(k + 1, -0.42, -0.06), at(k, -0.42, -0.06), P.soil, 0.82);
  }
}

/** Tufts of thin stalks leaning out, each with a heavy ear. */
function wheat(m: Modeller, land: Land, f: Field, across: number): void {
  m.tag = sway(0.7);
  for (let u = -f.w / 2 + 0.8; u < f.w / 2 - 0.8; u += 0.44) {
    const [x, z] = inWorld(f, u + (m.random() - 0.5) * 0.3, across + (m.random() - 0.5) * 0.4);
    const high = 0.75 + m.random() * 0.3;
    m.at(x, land.height(x, z), z, m.random() * 3, () => {
      for (let k = 0; k < 4; k++) stalk(m, k * 1.57 + m.random() * 0.6, high * (0.85 + m.random() * 0.25));
    });
  }
}

function stalk(m: Modeller, turn: number, high: number): void {
  const [c, s] = [Math.cos(turn), Math.sin(turn)];
  const paint = m.random() < 0.4 ? P.gold : P.field;
  const lean = 0.2 + m.random() * 0.1;
  const root = 0.05;
  m.tri(
    [c * root - s * 0.09, 0, s * root + c * 0.09],
    [c * root + s * 0.09, 0, s * root - c * 0.09],
    [c * lean, high, s * lean],
    paint,
    1,
    [0.66, 0.66, 1.15],
  );
  m.tri(
    [c * root + s * 0.09, 0, s * root - c * 0.09],
    [c * root - s * 0.09, 0, s * root + c * 0.09],
    [c * lean, high, s * lean],
    paint,
    0.95,
    [0.66, 0.66, 1.15],
  );
}

function cabbages(m: Modeller, land: Land, f: Field, across: number): void {
  m.tag = STILL;
  for (let u = -f.w / 2 + 0.9; u < f.w / 2 - 0.9; u += 0.95) {
    const [x, z] = inWorld(f, u + (m.random() - 0.5) * 0.2, across);
    const size = 0.2 + m.random() * 0.1;
    m.at(x, land.height(x, z) + 0.16, z, m.random() * 6, () => {
      m.loft(
        [
          { y: -0.06, rx: size * 0.7, paint: P.leafDeep },
          { y: size * 0.45, rx: size * 1.35, paint: P.cabbage },
          { y: size * 0.5, rx: size * 0.8, paint: P.leafPale },
          { y: size * 1.2, rx: size * 0.15 },
        ],
        6,
        P.cabbage,
        { capBottom: false, capTop: false },
      );
    });
  }
}

/** From afar: one coloured sheet over the rows. */
export function farField(m: Modeller, land: Land, f: Field): void {
  const [high, paint] = f.crop === 'wheat' ? [0.7, P.field] : f.crop === 'cabbage' ? [0.28, P.cabbage] : [0.1, P.soil];
  const steps = 6;
  const at = (i: number, j: number): [number, number, number] => {
    const [x, z] = inWorld(f, (i / steps - 0.5) * (f.w - 1), (j / steps - 0.5) * (f.d - 1));
    return [x, land.height(x, z) + high, z];
  };
  for (let j = 0; j < steps; j++) {
    for (let i = 0; i < steps; i++)
      m.quad(at(i, j + 1), at(i + 1, j + 1), at(i + 1, j), at(i, j), paint, 0.85 + ((i + j) % 2) * 0.08);
  }
}
