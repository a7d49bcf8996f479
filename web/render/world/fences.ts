// Fences along a line of points on the ground: rails, dry stone walls, palisades; the high walls of halls stand in highwalls.ts. In: the fence and the land. Out: world metres, drawn into a Modeller.
import type { Place } from '../../../src/shared/content/kinds';
import type { Modeller } from '../modeller';
import { drawFarWall, drawHighWall, isHigh } from './highwalls';
import { P, pick } from './kit';
import type { Land } from './land';

type Fence = Place['fences'][number];

/** A piece of fence between two posts. */
export interface Piece {
  x: number;
  z: number;
  x2: number;
  z2: number;
  kind: Fence['kind'];
  last: boolean;
}

const POST_GAP_M: Record<Fence['kind'], number> = {
  rail: 2.1,
  stone: 1.3,
  palisade: 0.52,
  rampart: 3,
  barrow: 2.4,
  crag: 2.6,
  thicket: 2.2,
};

export function piecesOf(fence: Fence): Piece[] {
  const pieces: Piece[] = [];
  for (let i = 1; i < fence.points.length; i++) {
    const [ax, az] = fence.points[i - 1];
    const [bx, bz] = fence.points[i];
    const count = Math.max(1, Math.round(Math.hypot(bx - ax, bz - az) / POST_GAP_M[fence.kind]));
    for (let k = 0; k < count; k++) {
      const point = (t: number) => ({ x: ax + ((bx - ax) * t) / count, z: az + ((bz - az) * t) / count });
      const from = point(k);
      const to = point(k + 1);
      pieces.push({
        x: from.x,
        z: from.z,
        x2: to.x,
        z2: to.z,
        kind: fence.kind,
        last: i === fence.points.length - 1 && k === count - 1,
      });
    }
  }
  return pieces;
}

export function fencePiece(m: Modeller, land: Land, p: Piece): void {
  if (isHigh(p.kind)) drawHighWall(m, land, p, p.kind);
  else if (p.kind === 'rail') rails(m, land, p);
  else if (p.kind === 'stone') stones(m, land, p);
  else stakes(m, land, p);
}

function rails(m: Modeller, land: Land, p: Piece): void {
  const [y, y2] = [land.height(p.x, p.z), land.height(p.x2, p.z2)];
  post(m, p.x, y, p.z);
  if (p.last) post(m, p.x2, y2, p.z2);
  const length = Math.hypot(p.x2 - p.x, p.z2 - p.z);
  const turn = -Math.atan2(p.z2 - p.z, p.x2 - p.x);
  const rise = Math.atan2(y2 - y, length);
  for (const h of [0.4, 0.78]) {
    m.at(
      (p.x + p.x2) / 2,
      (y + y2) / 2 + h + (m.random() - 0.5) * 0.05,
      (p.z + p.z2) / 2,
      turn,
      () => m.box(0, 0, 0, length + 0.22, 0.12, 0.08, P.timberPale),
      1,
      0,
      rise,
    );
  }
}

function post(m: Modeller, x: number, y: number, z: number): void {
  m.box(x, y - 0.4, z, 0.17, 1.45, 0.17, P.timber, { top: [0.7, 0.7], noBottom: true });
}

function stones(m: Modeller, land: Land, p: Piece): void {
  const [mx, mz] = [(p.x + p.x2) / 2, (p.z + p.z2) / 2];
  const length = Math.hypot(p.x2 - p.x, p.z2 - p.z);
  const turn = -Math.atan2(p.z2 - p.z, p.x2 - p.x);
  const rise = Math.atan2(land.height(p.x2, p.z2) - land.height(p.x, p.z), length);
  m.at(
    mx,
    land.height(mx, mz),
    mz,
    turn,
    () => {
      const half = length / 2 + 0.03;
      m.box(0, -0.6, 0, half * 2, 1.3, 0.56, P.stoneDark, { noBottom: true });
      for (let row = 0; row < 3; row++) {
        for (let k = -1; k <= 1; k += 2) {
          const paint = pick(m.random, [P.stone, P.stonePale, P.stoneDark, P.rockWarm]);
          const x = (k * half) / 2 + (m.random() - 0.5) * 0.12;
          m.box(x, -0.12 + row * 0.33, 0, half * (0.85 + m.random() * 0.15), 0.32, 0.6 + m.random() * 0.06, paint, {
            bevel: 0.05,
            noBottom: true,
          });
        }
      }
      const cap = pick(m.random, [P.stonePale, P.stone, P.moss]);
      m.box(0, 0.84, 0, half * 1.9, 0.16 + m.random() * 0.06, 0.5, cap, { bevel: 0.06, noBottom: true });
    },
    1,
    0,
    rise,
  );
}

function stakes(m: Modeller, land: Land, p: Piece): void {
  const y = land.height(p.x, p.z);
  const high = 3.1 + (m.random() - 0.5) * 0.3;
  const paint = pick(m.random, [P.timber, P.timberPale, P.timberPale]);
  m.at(p.x, y, p.z, m.random() * 3, () =>
    m.loft(
      [
        { y: -0.8, rx: 0.36, paint },
        { y: high, rx: 0.32, paint: P.timberPale },
        { y: high + 0.5, rx: 0.02 },
      ],
      6,
      paint,
      { capTop: false, capBottom: false },
    ),
  );
  if (m.random() > 0.34) return;
  const turn = -Math.atan2(p.z2 - p.z, p.x2 - p.x);
  m.at(p.x, y + 1.5, p.z, turn, () => m.box(0, 0, 0.3, 2.2, 0.18, 0.14, P.timberDark));
}

const FAR = {
  rail: [0.35, 0.5, 0.09, P.timber],
  stone: [-0.4, 1.4, 0.55, P.stone],
  palisade: [-0.5, 3.8, 0.5, P.timberPale],
} as const;

/** A fence from afar: one rail, one block or one plank wall per piece. */
export function farPiece(m: Modeller, land: Land, p: Piece): void {
  if (isHigh(p.kind)) {
    drawFarWall(m, land, p, p.kind);
    return;
  }
  const length = Math.hypot(p.x2 - p.x, p.z2 - p.z);
  const turn = -Math.atan2(p.z2 - p.z, p.x2 - p.x);
  const [y, y2] = [land.height(p.x, p.z), land.height(p.x2, p.z2)];
  const rise = Math.atan2(y2 - y, length);
  const [low, high, thick, paint] = FAR[p.kind];
  m.at(
    (p.x + p.x2) / 2,
    (y + y2) / 2 + low,
    (p.z + p.z2) / 2,
    turn,
    () => m.box(0, 0, 0, length + 0.05, high, thick, paint, { noBottom: true }),
    1,
    0,
    rise,
  );
}
