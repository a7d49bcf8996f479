// What people and rivers have drawn on the land, in ink and colour over the wash: rivers, roads, bridges, fields, trees, roofs. In: places;
// out: strokes on a canvas whose pixels are metres. Pure drawing, so that it runs in a worker.
import type { Building, Place, Point } from '../../src/shared/content/kinds';
import { expandForests } from '../../src/shared/content/scatter';

type Pen = OffscreenCanvasRenderingContext2D;

const INK = 'rgb(74 56 36 / .8)';
const WATER = '#8dbdb6';
const ROAD = '#e2c68c';
const PAVED = '#d9cbb0';
const LEAVES = { pine: '#54784f', dead: '#9a8e74', other: '#7d9a55' } as const;
const ROOFS = ['#b8573c', '#a5503a', '#627a94', '#5c8884', '#c49a55'] as const;

export function inkWater(pen: Pen, places: readonly Place[]): void {
  pen.lineJoin = pen.lineCap = 'round';
  for (const { rivers } of places) for (const river of rivers) stroke(pen, river.points, river.width + 2, 'rgb(74 56 36 / .5)');
  for (const { rivers } of places) for (const river of rivers) stroke(pen, river.points, river.width - 0.6, WATER);
}

export function inkPlaces(pen: Pen, places: readonly Place[]): void {
  pen.lineJoin = pen.lineCap = 'round';
  for (const place of places) fields(pen, place);
  for (const { roads } of places) for (const road of roads) stroke(pen, road.points, road.width + 2.2, 'rgb(96 70 40 / .55)');
  for (const { roads } of places) for (const road of roads) stroke(pen, road.points, road.width - 0.4, road.paved ? PAVED : ROAD);
  for (const place of places) trees(pen, place);
  for (const { bridges } of places) for (const b of bridges) box(pen, { ...b, w: b.width, d: b.length }, '#cdb892', 0.9);
  for (const { fences } of places)
    for (const fence of fences) if (fence.kind === 'palisade') stroke(pen, fence.points, 1.6, 'rgb(84 58 34 / .9)');
  for (const { buildings } of places) for (const building of buildings) roof(pen, building);
}

function stroke(pen: Pen, points: readonly Point[], width: number, style: string): void {
  const [first, ...rest] = points;
  if (!first) return;
  pen.strokeStyle = style;
  pen.lineWidth = width;
  pen.beginPath();
  pen.moveTo(...first);
  // Through the middles of the pieces, so that the corners are rounded off.
  rest.forEach(([x, z], i) => {
    const next = rest[i + 1];
    if (next) pen.quadraticCurveTo(x, z, (x + next[0]) / 2, (z + next[1]) / 2);
    else pen.lineTo(x, z);
  });
  pen.stroke();
}

function fields(pen: Pen, { fields: all }: Place): void {
  for (const field of all) {
    pen.save();
    pen.translate(field.x, field.z);
    pen.rotate(field.yaw);
    pen.fillStyle = 'rgb(214 184 98 / .75)';
    pen.strokeStyle = 'rgb(140 104 56 / .5)';
    pen.lineWidth = 1;
    pen.beginPath();
    pen.rect(-field.w / 2, -field.d / 2, field.w, field.d);
    pen.fill();
    for (let x = -field.w / 2 + 3; x < field.w / 2; x += 4) {
      pen.moveTo(x, -field.d / 2);
      pen.lineTo(x, field.d / 2);
    }
    pen.stroke();
    pen.restore();
  }
}

/** A blot with a lit side and a shadow, as seen from above at noon. */
function trees(pen: Pen, place: Place): void {
  const all = [...place.trees, ...expandForests(place)].filter(tree => tree.kind !== 'bush').sort((a, b) => a.z - b.z);
  for (const { kind, x, z, scale } of all) {
    const r = 2.1 * scale;
    const leaves = kind === 'pine' || kind === 'dead' ? LEAVES[kind] : LEAVES.other;
    dot(pen, x + 0.9, z + 1.1, r, 'rgb(58 52 30 / .4)');
    dot(pen, x, z, r, leaves);
    dot(pen, x - r * 0.3, z - r * 0.35, r * 0.5, 'rgb(230 226 160 / .28)');
  }
}

function dot(pen: Pen, x: number, z: number, r: number, style: string): void {
  pen.fillStyle = style;
  pen.beginPath();
  pen.arc(x, z, r, 0, Math.PI * 2);
  pen.fill();
}

interface Box {
  x: number;
  z: number;
  yaw: number;
  w: number;
  d: number;
}

/** A roof with its ridge: the side towards the light is brighter. */
function box(pen: Pen, b: Box, style: string, grow: number): void {
  const [w, d] = [b.w + grow, b.d + grow];
  pen.save();
  pen.translate(b.x + 1, b.z + 1.2);
  pen.rotate(b.yaw);
  pen.fillStyle = 'rgb(50 36 20 / .45)';
  pen.fillRect(-w / 2, -d / 2, w, d);
  pen.restore();
  pen.save();
  pen.translate(b.x, b.z);
  pen.rotate(b.yaw);
  pen.fillStyle = style;
  pen.fillRect(-w / 2, -d / 2, w, d);
  pen.fillStyle = 'rgb(255 244 214 / .24)';
  if (w > d) pen.fillRect(-w / 2, -d / 2, w, d / 2);
  else pen.fillRect(-w / 2, -d / 2, w / 2, d);
  pen.strokeStyle = INK;
  pen.lineWidth = 0.8;
  pen.strokeRect(-w / 2, -d / 2, w, d);
  pen.restore();
}

function roof(pen: Pen, b: Building): void {
  if (b.kind === 'well') dot(pen, b.x, b.z, 1.6, '#8fa3ad');
  else if (b.kind === 'tent') box(pen, b, '#dccba2', 0);
  else if (b.kind === 'ruin') box(pen, b, 'rgb(170 162 150 / .75)', 0);
  else if (b.kind === 'dock' || b.kind === 'palisade-gate') box(pen, b, '#9a7650', 0);
  else if (b.kind === 'mine') box(pen, b, '#6f6a66', 0);
  else box(pen, b, ROOFS[b.seed % ROOFS.length], 0.8);
}
