// Draws the painted region and what is on it onto a canvas, north up. In: image, middle, metres across, blips, own place. Out: pixels. No state.
import { REGION_SIZE_M } from '../../assembly/layout';
import type { Blip } from '../state';
import { place } from './derived';

export const ORIGIN_X = place.region[1] * REGION_SIZE_M;
export const ORIGIN_Z = place.region[2] * REGION_SIZE_M;

export interface MapView {
  x: number;
  z: number;
  /** Metres from edge to edge. */
  across: number;
  round: boolean;
  /** 0 day .. 1 deepest night. */
  dark: number;
  me: { x: number; z: number; headingDeg: number };
  image: ImageBitmap | null;
  blips: readonly Blip[];
  /** Size of marks, 1 on the minimap. */
  mark: number;
}

export type Colors = Record<Blip['kind'] | 'ink', string>;

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
    ink: 'rgb(8 12 20 / .9)',
  };
}

export function drawMap(pen: CanvasRenderingContext2D, size: number, view: MapView, colors: Colors): void {
  const scale = size / view.across;
  pen.save();
  pen.clearRect(0, 0, size, size);
  pen.beginPath();
  if (view.round) pen.arc(size / 2, size / 2, size / 2, 0, Math.PI * 2);
  else pen.rect(0, 0, size, size);
  pen.clip();
  pen.fillStyle = '#35523a';
  pen.fillRect(0, 0, size, size);
  const left = size / 2 + (ORIGIN_X - view.x) * scale;
  const top = size / 2 + (ORIGIN_Z - view.z) * scale;
  pen.imageSmoothingQuality = 'high';
  if (view.image) pen.drawImage(view.image, left, top, REGION_SIZE_M * scale, REGION_SIZE_M * scale);
  if (view.dark > 0) {
    pen.fillStyle = `rgb(16 24 66 / ${(view.dark * 0.55).toFixed(2)})`;
    pen.fillRect(0, 0, size, size);
  }
  const at = (x: number, z: number) => [size / 2 + (x - view.x) * scale, size / 2 + (z - view.z) * scale] as const;
  for (const blip of view.blips) {
    const [x, y] = at(blip.x, blip.z);
    if (x > -9 && y > -9 && x < size + 9 && y < size + 9) drawBlip(pen, x, y, blip.kind, colors, view.mark);
  }
  drawMe(pen, ...at(view.me.x, view.me.z), view.me.headingDeg, view.mark);
  pen.restore();
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
    return;
  }
  pen.beginPath();
  if (kind === 'foe') {
    pen.moveTo(x, y - r * 1.15);
    pen.lineTo(x + r, y + r * 0.8);
    pen.lineTo(x - r, y + r * 0.8);
    pen.closePath();
  } else if (kind === 'villager' || kind === 'vendor') {
    pen.rect(x - r * 0.7, y - r * 0.7, r * 1.4, r * 1.4);
  } else if (kind === 'node' || kind === 'corpse') {
    pen.moveTo(x, y - r);
    pen.lineTo(x + r, y);
    pen.lineTo(x, y + r);
    pen.lineTo(x - r, y);
    pen.closePath();
  } else {
    pen.arc(x, y, r * 0.85, 0, Math.PI * 2);
  }
  pen.stroke();
  pen.fill();
}

function drawMe(pen: CanvasRenderingContext2D, x: number, y: number, headingDeg: number, mark: number): void {
  const r = 9 * mark;
  pen.save();
  pen.translate(x, y);
  pen.rotate((headingDeg * Math.PI) / 180);
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

/** How dark it is at an hour: 0 by day, 1 at midnight, over an hour of dusk and dawn. */
export function darkness(hour: number): number {
  const fromNoon = Math.abs(hour - 12);
  return Math.max(0, Math.min(1, (fromNoon - 6.5) / 2.5));
}
