// Names on the map, in the order of their weight: places, waystones, then whatever was found; what would cover another waits for a nearer
// look. In: places with their state, what the player found; out: letters and signs on the canvas.
import { REGION_SIZE_M } from '../../assembly/layout';
import { poiNumber } from '../../src/shared/content';
import type { Place, Poi } from '../../src/shared/content/kinds';
import { boundsOf } from '../../src/shared/regions';
import type { Weather } from '../../src/shared/rules/weather';
import type { PlaceState } from '../livemap';
import { at, covenantPath, type Frame, INK } from './mapdraw';

/** Seen from nearer than this many metres across, every point of interest has its name. */
const NEAR_M = 800;
const LARGEST_PX = 22;
/** From farther away only the places have names. */
const FAR_M = 1400;

interface Box {
  x: number;
  y: number;
  halfW: number;
  halfH: number;
}

export interface Labelled {
  states: readonly PlaceState[];
  /** What the player has found; null: a map for everybody, which knows the waystones and nothing more. */
  found: ReadonlySet<number> | null;
  /** "12 players"; '' for none. */
  crowd(players: number): string;
  /** "fog"; '' for weather that is not worth a word. */
  sky(weather: Weather): string;
}

export function drawLabels(frame: Frame, { states, found, crowd, sky }: Labelled): void {
  const taken: Box[] = [];
  const across_m = Math.min(frame.width, frame.height) / frame.scale;
  for (const state of states) nameStones(frame, taken, state, found, across_m < FAR_M);
  const size = nameSize(frame, states);
  for (const state of states) namePlace(frame, taken, state, across_m < NEAR_M, size, [crowd(state.players), sky(state.weather)]);
  if (across_m < NEAR_M) for (const state of states) namePois(frame, taken, state, found);
}

function shown({ width, height }: Frame, x: number, y: number): boolean {
  return x > -40 && y > -40 && x < width + 40 && y < height + 40;
}

/** Takes the room if it is free; `force`: also when it is not. */
function take(taken: Box[], box: Box, force = false): boolean {
  const free = !taken.some(
    other => Math.abs(other.x - box.x) < other.halfW + box.halfW && Math.abs(other.y - box.y) < other.halfH + box.halfH,
  );
  if (free || force) taken.push(box);
  return free || force;
}

function write(frame: Frame, text: string, x: number, y: number, style = INK): void {
  const { pen, mark } = frame;
  pen.textAlign = 'center';
  pen.lineJoin = 'round';
  pen.strokeStyle = 'rgb(246 232 196 / .85)';
  pen.lineWidth = 4 * mark;
  pen.strokeText(text, x, y);
  pen.fillStyle = style;
  pen.fillText(text, x, y);
}

/** All places are written alike, and every name stays on its own land. */
function nameSize({ pen, mark, scale }: Frame, states: readonly PlaceState[]): number {
  pen.font = `600 ${LARGEST_PX * mark}px Cinzel, serif`;
  const most = REGION_SIZE_M * scale * 0.85;
  const widest = Math.max(...states.map(({ place }) => pen.measureText(place.name).width), 1);
  return LARGEST_PX * mark * Math.min(1, most / widest);
}

function namePlace(frame: Frame, taken: Box[], state: PlaceState, near: boolean, size: number, news: readonly string[]): void {
  const { pen, mark, colors } = frame;
  const { west, north, east, south } = boundsOf(state.region);
  // From near by the name stands at the top of the place, out of the way of what is in it.
  const [x, y] = at(frame, (west + east) / 2, near ? north + 46 : (north * 2 + south) / 3);
  const name = state.place.name;
  pen.font = `600 ${size}px Cinzel, serif`;
  const half = pen.measureText(name).width / 2;
  // Half a name at the rim of the sheet says nothing.
  const cut = x - half < 0 || x + half > frame.width;
  if (cut || !shown(frame, x, y) || !take(taken, { x, y: y - size * 0.2, halfW: half + size, halfH: size * 1.1 }, true)) return;
  const left = state.holder ? size * 0.72 : 0;
  write(frame, name, x + left, y);
  if (state.holder) {
    covenantPath(pen, state.holder, x + left - half - size * 0.75, y - size * 0.34, size * 0.5);
    pen.strokeStyle = '#fff3d0';
    pen.lineWidth = 3.4 * mark;
    pen.stroke();
    pen.fillStyle = colors[state.holder];
    pen.fill();
  }
  const line = news.filter(Boolean).join(' · ');
  if (!line) return;
  const small = Math.max(size * 0.66, 11 * mark);
  pen.font = `750 ${small}px Nunito, sans-serif`;
  write(frame, line, x + left, y + small * 1.4);
}

/** The waystones that were found, without a name: for the minimap. */
export function drawStones(frame: Frame, places: readonly Place[], found: ReadonlySet<number>): void {
  for (const place of places) {
    for (const [i, poi] of place.pois.entries()) {
      const [x, y] = at(frame, poi.x, poi.z);
      if (poi.waystone && found.has(poiNumber(place, i)) && shown(frame, x, y)) drawStone(frame, x, y);
    }
  }
}

function nameStones(frame: Frame, taken: Box[], { place }: PlaceState, found: Labelled['found'], named: boolean): void {
  const { mark } = frame;
  for (const [i, poi] of place.pois.entries()) {
    if (!poi.waystone || (found && !found.has(poiNumber(place, i)))) continue;
    const [x, y] = at(frame, poi.x, poi.z);
    if (!shown(frame, x, y)) continue;
    drawStone(frame, x, y);
    take(taken, { x, y: y - 5 * mark, halfW: 7 * mark, halfH: 9 * mark }, true);
    if (named) namePoi(frame, taken, poi, x, y + 13 * mark, true);
  }
}

function namePois(frame: Frame, taken: Box[], { place }: PlaceState, found: Labelled['found']): void {
  if (!found) return;
  for (const [i, poi] of place.pois.entries()) {
    const known = found.has(poiNumber(place, i));
    const [x, y] = at(frame, poi.x, poi.z);
    if (shown(frame, x, y) && !(poi.waystone && known)) namePoi(frame, taken, poi, x, y - 8 * frame.mark, known);
  }
}

/** What was only heard of is written faintly. */
function namePoi(frame: Frame, taken: Box[], { name }: Poi, px: number, py: number, known: boolean): void {
  const { pen, mark, width } = frame;
  const size = 12.5 * mark;
  pen.font = known ? `600 ${size}px Cinzel, serif` : `italic 650 ${size}px Nunito, sans-serif`;
  const half = pen.measureText(name).width / 2 + 3 * mark;
  const x = Math.max(half, Math.min(width - half, px));
  if (take(taken, { x, y: py - size * 0.3, halfW: half, halfH: size * 0.75 }))
    write(frame, name, x, py, known ? INK : 'rgb(74 56 36 / .72)');
}

/** A standing stone with a spark on it. */
function drawStone({ pen, mark, scale }: Frame, x: number, y: number): void {
  stone(pen, x, y, Math.min(mark * 1.1, Math.max(mark * 0.5, scale * 1.9)));
}

/** `s`: its size, 1 on the minimap. */
export function stone(pen: CanvasRenderingContext2D, x: number, y: number, s: number): void {
  pen.beginPath();
  pen.moveTo(x - 4.4 * s, y + 3 * s);
  pen.lineTo(x - 3.2 * s, y - 9 * s);
  pen.quadraticCurveTo(x, y - 13 * s, x + 3.2 * s, y - 8 * s);
  pen.lineTo(x + 4.4 * s, y + 3 * s);
  pen.closePath();
  pen.strokeStyle = '#3a2c1a';
  pen.lineWidth = 2.6 * s;
  pen.stroke();
  pen.fillStyle = '#7e8794';
  pen.fill();
  pen.beginPath();
  pen.arc(x, y - 4.6 * s, 2 * s, 0, Math.PI * 2);
  pen.fillStyle = '#9ff0ff';
  pen.fill();
}
