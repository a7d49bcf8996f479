// Draws the picture of the world and what is on it onto a canvas, north up. In: middle, metres across, blips, own place. Out: pixels. No state.
import { WORLD_SIZE_M } from '../../assembly/layout';
import type { Covenant, Place } from '../../src/shared/content/kinds';
import type { Goal } from '../goals';
import { worldPicture } from '../map/picture';
import type { Blip } from '../state';

/** Which part of the world a canvas shows. */
export interface Frame {
  pen: CanvasRenderingContext2D;
  /** Canvas pixels. */
  width: number;
  height: number;
  /** Its middle, in metres. */
  x: number;
  z: number;
  /** Canvas pixels to a metre. */
  scale: number;
  /** Size of marks, 1 on the minimap. */
  mark: number;
  colors: Colors;
}

export interface Own {
  x: number;
  z: number;
  headingDeg: number;
}

export type Colors = Record<Blip['kind'] | Covenant | 'ink', string>;

export const PAPER = '#e9d8ae';
export const INK = '#4a3824';

/** The palette's colours, as canvas wants them. */
export function readColors(): Colors {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    ally: token('--friend'),
    foe: token('--foe'),
    villager: '#f4efe0',
    quest: '#ffd04a',
    turnin: '#8fd6ff',
    vendor: token('--gold'),
    node: token('--good'),
    corpse: '#d9d2c3',
    happening: '#ff9d5c',
    mate: '#54f0d0',
    guild: '#8ff08a',
    pact: '#f0a8ff',
    azure: token('--azure'),
    ember: token('--ember'),
    violet: token('--violet'),
    ink: 'rgb(8 12 20 / .9)',
  };
}

/** Where a point of the world lies on the canvas. */
export function at(frame: Frame, x: number, z: number): readonly [x: number, y: number] {
  return [frame.width / 2 + (x - frame.x) * frame.scale, frame.height / 2 + (z - frame.z) * frame.scale];
}

/** The paper, and on it the land; until that is drawn, the paper alone. */
export function drawLand(frame: Frame): void {
  const { pen, width, height, scale } = frame;
  pen.clearRect(0, 0, width, height);
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, width, height);
  const picture = worldPicture.peek();
  if (!picture) return;
  // Only the part that is seen: whole pictures are costly where no graphics card draws them.
  const west = Math.max(0, frame.x - width / 2 / scale);
  const north = Math.max(0, frame.z - height / 2 / scale);
  const wide = Math.min(WORLD_SIZE_M, frame.x + width / 2 / scale) - west;
  const high = Math.min(WORLD_SIZE_M, frame.z + height / 2 / scale) - north;
  if (wide <= 0 || high <= 0) return;
  const image = scale < 0.75 ? picture.half : picture.full;
  const px = image.width / WORLD_SIZE_M;
  pen.imageSmoothingQuality = 'medium';
  pen.drawImage(image, west * px, north * px, wide * px, high * px, ...at(frame, west, north), wide * scale, high * scale);
}

const DARK = '#3b3026';
const FLOOR = '#d9c69a';

/** A dungeon as whoever drew it saw it: floors on dark paper, and the walls round them. */
export function drawPlan(frame: Frame, { clearings, fences }: Pick<Place, 'clearings' | 'fences'>): void {
  const { pen, width, height, scale, mark } = frame;
  pen.fillStyle = DARK;
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = FLOOR;
  for (const disc of clearings) {
    pen.beginPath();
    pen.arc(...at(frame, disc.x, disc.z), disc.radius * scale, 0, Math.PI * 2);
    pen.fill();
  }
  pen.strokeStyle = INK;
  pen.lineJoin = pen.lineCap = 'round';
  // What spills over the walls goes under them: the paper is dark again outside.
  for (const [wide, style] of [
    [Math.max(5 * mark, 3.4 * scale), DARK],
    [Math.max(1.6 * mark, 1.1 * scale), '#8d7650'],
  ] as const) {
    pen.strokeStyle = style;
    pen.lineWidth = wide;
    for (const { points } of fences) {
      pen.beginPath();
      for (const [x, z] of points) pen.lineTo(...at(frame, x, z));
      pen.stroke();
    }
  }
}

const ROSE_PX = 44;

/** A compass rose on the bare paper beside the land, where there is room for one. */
export function drawRose(frame: Frame, north: string): void {
  const { pen, height, mark } = frame;
  const r = ROSE_PX * mark;
  const [land] = at(frame, 0, 0);
  if (land < r * 3) return;
  pen.save();
  pen.translate(land / 2, height / 2);
  pen.globalAlpha = 0.62;
  pen.strokeStyle = pen.fillStyle = INK;
  pen.lineWidth = 1.2 * mark;
  for (const share of [0.74, 0.8]) {
    pen.beginPath();
    pen.arc(0, 0, r * share, 0, Math.PI * 2);
    pen.stroke();
  }
  for (let point = 0; point < 8; point++) {
    const long = point % 2 ? r * 0.6 : r;
    const wide = point % 2 ? r * 0.1 : r * 0.15;
    // One half of each point is dark, as engravers do it.
    for (const side of [-1, 1]) {
      pen.beginPath();
      pen.moveTo(0, -long);
      pen.lineTo(side * wide, -wide);
      pen.lineTo(0, 0);
      pen.closePath();
      pen.fillStyle = side < 0 ? '#f3e6c2' : INK;
      pen.fill();
      pen.stroke();
    }
    pen.rotate(Math.PI / 4);
  }
  pen.fillStyle = INK;
  pen.font = `600 ${16 * mark}px Cinzel, serif`;
  pen.textAlign = 'center';
  pen.fillText(north, 0, -r * 1.15);
  pen.restore();
}

/** `dark`: 0 day .. 1 deepest night. */
export function drawNight({ pen, width, height }: Frame, dark: number): void {
  if (dark <= 0) return;
  pen.fillStyle = `rgb(16 24 66 / ${(dark * 0.55).toFixed(2)})`;
  pen.fillRect(0, 0, width, height);
}

export function drawBlips(frame: Frame, blips: readonly Blip[]): void {
  const { pen, width, height, colors, mark } = frame;
  for (const blip of blips) {
    const [x, y] = at(frame, blip.x, blip.z);
    if (x > -9 && y > -9 && x < width + 9 && y < height + 9) drawBlip(pen, x, y, blip.kind, colors, mark);
  }
}

/** Where quests lead: grounds as dashed rings, spots as stars. */
export function drawGoals(frame: Frame, goals: readonly Goal[]): void {
  const { pen, width, height, scale, mark, colors } = frame;
  pen.save();
  for (const goal of goals) {
    const [x, y] = at(frame, goal.x, goal.z);
    const r = goal.radius * scale;
    if (x < -r || y < -r || x > width + r || y > height + r) continue;
    pen.strokeStyle = colors.quest;
    if (r > 5 * mark) {
      pen.beginPath();
      pen.arc(x, y, r, 0, Math.PI * 2);
      pen.fillStyle = 'rgb(255 208 74 / .16)';
      pen.fill();
      pen.setLineDash([6 * mark, 4 * mark]);
      pen.strokeStyle = 'rgb(74 56 36 / .85)';
      pen.lineWidth = 3.4 * mark;
      pen.stroke();
      pen.strokeStyle = colors.quest;
      pen.lineWidth = 1.8 * mark;
      pen.stroke();
      pen.setLineDash([]);
    }
    if (goal.marked || r <= 5 * mark) drawStar(pen, x, y, 6.5 * mark, colors);
  }
  pen.restore();
}

export function drawStar(pen: CanvasRenderingContext2D, x: number, y: number, r: number, colors: Colors): void {
  pen.beginPath();
  for (let i = 0; i < 8; i++) {
    const reach = i % 2 ? r * 0.42 : r;
    const turn = (i * Math.PI) / 4;
    pen.lineTo(x + Math.sin(turn) * reach, y - Math.cos(turn) * reach);
  }
  pen.closePath();
  pen.strokeStyle = colors.ink;
  pen.lineWidth = r * 0.45;
  pen.lineJoin = 'round';
  pen.stroke();
  pen.fillStyle = colors.quest;
  pen.fill();
}

/** Each kind has its own shape: foes are triangles, villagers squares, players dots, quests letters. */
export function drawBlip(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  kind: Blip['kind'],
  colors: Colors,
  mark: number,
): void {
  const r = 4 * mark;
  pen.fillStyle = colors[kind];
  pen.strokeStyle = colors.ink;
  pen.lineWidth = 2 * mark;
  if (kind === 'quest' || kind === 'turnin') {
    pen.font = `900 ${20 * mark}px Cinzel, serif`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.lineWidth = 3.4 * mark;
    pen.strokeText(kind === 'quest' ? '!' : '?', x, y);
    pen.fillText(kind === 'quest' ? '!' : '?', x, y);
    pen.textBaseline = 'alphabetic';
    return;
  }
  pen.beginPath();
  if (kind === 'foe') triangle(pen, x, y, r);
  else if (kind === 'villager' || kind === 'vendor') pen.rect(x - r * 0.7, y - r * 0.7, r * 1.4, r * 1.4);
  else if (kind === 'node' || kind === 'corpse') diamond(pen, x, y, r);
  else if (kind === 'happening') star(pen, x, y, r * 2);
  else pen.arc(x, y, kind === 'mate' || kind === 'guild' || kind === 'pact' ? r * 1.25 : r * 0.85, 0, Math.PI * 2);
  pen.stroke();
  pen.fill();
}

/** Four long points: nothing else on the map has them. */
function star(pen: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  for (let i = 0; i < 8; i++) {
    const angle = (i * Math.PI) / 4;
    const far = i % 2 ? r * 0.36 : r;
    pen.lineTo(x + Math.sin(angle) * far, y - Math.cos(angle) * far);
  }
  pen.closePath();
}

export function drawOwn(frame: Frame, own: Own): void {
  const { pen, mark } = frame;
  const r = 9 * mark;
  pen.save();
  pen.translate(...at(frame, own.x, own.z));
  pen.rotate((own.headingDeg * Math.PI) / 180);
  pen.beginPath();
  pen.moveTo(0, -r);
  pen.lineTo(r * 0.72, r * 0.85);
  pen.lineTo(0, r * 0.4);
  pen.lineTo(-r * 0.72, r * 0.85);
  pen.closePath();
  pen.fillStyle = '#fff';
  pen.strokeStyle = '#101828';
  pen.lineWidth = 2.5 * mark;
  pen.stroke();
  pen.fill();
  pen.restore();
}

/** A covenant's own shape, never its colour alone: diamond, triangle, circle. */
export function covenantPath(pen: CanvasRenderingContext2D, covenant: Covenant, x: number, y: number, r: number): void {
  pen.beginPath();
  if (covenant === 'azure') diamond(pen, x, y, r * 1.1);
  else if (covenant === 'ember') triangle(pen, x, y, r);
  else pen.arc(x, y, r * 0.85, 0, Math.PI * 2);
}

function triangle(pen: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  pen.moveTo(x, y - r * 1.15);
  pen.lineTo(x + r, y + r * 0.8);
  pen.lineTo(x - r, y + r * 0.8);
  pen.closePath();
}

function diamond(pen: CanvasRenderingContext2D, x: number, y: number, r: number): void {
  pen.moveTo(x, y - r);
  pen.lineTo(x + r, y);
  pen.lineTo(x, y + r);
  pen.lineTo(x - r, y);
  pen.closePath();
}

/** How dark it is at an hour: 0 by day, 1 at midnight, over an hour of dusk and dawn. */
export function darkness(hour: number): number {
  const fromNoon = Math.abs(hour - 12);
  return Math.max(0, Math.min(1, (fromNoon - 6.5) / 2.5));
}
