// What the map says of the present: whose a place is (colour and shape), where two of them meet (the front line), and which regions are
// divided. In: the state of the places; out: ink and washes on the canvas. Borders are drawn by hand, so they waver.
import { REGION_SIZE_M } from '../../assembly/layout';
import type { Covenant } from '../../src/shared/content/kinds';
import { boundsOf } from '../../src/shared/regions';
import type { PlaceState } from '../livemap';
import { noise } from '../render/world/maths';
import { at, covenantPath, type Frame } from './mapdraw';

const STEP_M = 16;
const WAVER_M = 9;
/** Bands of the holder's colour along the inside of his border: so wide, so strong. */
const GLOW = [
  [70, 0.1],
  [44, 0.12],
  [22, 0.16],
] as const;
/** Shapes of the holder are strewn over his land this far apart. */
const STREWN_M = 74;

interface Spot {
  x: number;
  z: number;
}
type Line = readonly Spot[];

const drawn = new Map<string, Line>();

/** A straight border as a hand draws it: the ends stay where they are, and back it goes the way it came. */
function wavering(from: Spot, to: Spot): Line {
  if (to.x < from.x || to.z < from.z) return wavering(to, from).toReversed();
  const key = `${from.x},${from.z},${to.x},${to.z}`;
  const line = drawn.get(key) ?? waver(from, to);
  drawn.set(key, line);
  return line;
}

function waver(from: Spot, to: Spot): Line {
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.z - from.z) / STEP_M);
  const length = Math.hypot(to.x - from.x, to.z - from.z);
  const [ux, uz] = [(to.z - from.z) / length, -(to.x - from.x) / length];
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps;
    const x = from.x + (to.x - from.x) * t;
    const z = from.z + (to.z - from.z) * t;
    const off = noise(x / 70, z / 70) * WAVER_M * Math.min(1, Math.sin(Math.PI * t) * 2.5);
    return { x: x + ux * off, z: z + uz * off };
  });
}

interface Edge {
  line: Line;
  /** On the left of the line's way, and on its right. */
  sides: readonly [PlaceState, PlaceState | undefined];
}

/** Every border of a place with its neighbour, once; at the rim of the drawn world there is no neighbour. */
function edges(states: readonly PlaceState[]): Edge[] {
  const byCorner = new Map(states.map(state => [cornerOf(state), state]));
  const all: Edge[] = [];
  for (const state of states) {
    const { west, north, east, south } = boundsOf(state.region);
    const beside = (dx: number, dz: number) => byCorner.get(`${west + dx * REGION_SIZE_M},${north + dz * REGION_SIZE_M}`);
    all.push({ line: wavering({ x: east, z: south }, { x: east, z: north }), sides: [state, beside(1, 0)] });
    all.push({ line: wavering({ x: west, z: south }, { x: east, z: south }), sides: [state, beside(0, 1)] });
    if (!beside(-1, 0)) all.push({ line: wavering({ x: west, z: south }, { x: west, z: north }), sides: [state, undefined] });
    if (!beside(0, -1)) all.push({ line: wavering({ x: west, z: north }, { x: east, z: north }), sides: [state, undefined] });
  }
  return all;
}

function cornerOf({ region }: PlaceState): string {
  const { west, north } = boundsOf(region);
  return `${west},${north}`;
}

export function drawFronts(frame: Frame, states: readonly PlaceState[]): void {
  for (const state of states) if (state.holder) drawHolder(frame, state, state.holder);
  for (const state of states) if (state.divided) drawQuarters(frame, state);
  for (const { line, sides } of edges(states)) {
    const [left, right] = [sides[0].holder, sides[1]?.holder];
    if (left && right && left !== right) drawFront(frame, line, left, right);
    else drawBorder(frame, line);
  }
}

function drawHolder(frame: Frame, { region }: PlaceState, holder: Covenant): void {
  const { pen, scale, colors } = frame;
  const { west, north, east, south } = boundsOf(region);
  const corners = [
    { x: west, z: north },
    { x: east, z: north },
    { x: east, z: south },
    { x: west, z: south },
  ];
  pen.save();
  pen.beginPath();
  corners.forEach((corner, i) => {
    for (const spot of wavering(corner, corners[(i + 1) % 4])) pen.lineTo(...at(frame, spot.x, spot.z));
  });
  pen.clip();
  // From near by the land itself is what one looks at.
  const afar = Math.min(1, Math.max(0.3, 0.55 / scale - 0.25));
  pen.fillStyle = pen.strokeStyle = colors[holder];
  pen.globalAlpha = 0.1 * afar;
  pen.fillRect(0, 0, frame.width, frame.height);
  // Strongest along the border, as a brush leaves it: the land in the middle stays itself.
  for (const [width_m, alpha] of GLOW) {
    pen.lineWidth = width_m * 2 * scale;
    pen.globalAlpha = alpha * Math.max(afar, 0.6);
    pen.stroke();
  }
  pen.globalAlpha = 0.34 * afar;
  const r = Math.max(2.2, 6.5 * scale);
  for (let j = 0.5; j * STREWN_M < south - north; j++) {
    for (let i = 0.5; i * STREWN_M < east - west; i++) {
      const shift = Math.floor(j) % 2 ? STREWN_M / 4 : -STREWN_M / 4;
      const [px, py] = at(frame, west + i * STREWN_M + shift, north + j * STREWN_M);
      if (px < -r || py < -r || px > frame.width + r || py > frame.height + r) continue;
      covenantPath(pen, holder, px, py, r);
      pen.fill();
    }
  }
  pen.restore();
}

function drawQuarters(frame: Frame, { region }: PlaceState): void {
  const { west, north, east, south } = boundsOf(region);
  const [x, z] = [(west + east) / 2, (north + south) / 2];
  const { pen, mark } = frame;
  pen.setLineDash([5 * mark, 5 * mark]);
  for (const line of [wavering({ x, z: south }, { x, z: north }), wavering({ x: west, z }, { x: east, z })])
    trace(frame, line, 1.6 * mark, 'rgb(74 40 20 / .75)');
  pen.setLineDash([]);
}

function drawBorder(frame: Frame, line: Line): void {
  const { pen, mark } = frame;
  pen.lineCap = 'round';
  pen.setLineDash([0.1, 5 * mark]);
  trace(frame, line, 2 * mark, 'rgb(74 56 36 / .6)');
  pen.setLineDash([]);
}

/** Both colours side by side, each on its own land, and beads of paper between them. */
function drawFront(frame: Frame, line: Line, left: Covenant, right: Covenant): void {
  const { pen, mark, colors } = frame;
  const half = 2.3 * mark;
  pen.lineCap = 'butt';
  trace(frame, line, half * 5.6, 'rgb(40 28 16 / .5)');
  trace(frame, line, half * 2, colors[left], -half);
  trace(frame, line, half * 2, colors[right], half);
  pen.lineCap = 'round';
  pen.setLineDash([0.1, 11 * mark]);
  trace(frame, line, half * 2.1, 'rgb(40 28 16 / .8)');
  trace(frame, line, half * 1.4, '#fff3d0');
  pen.setLineDash([]);
}

/** Strokes a line, moved to its right by `aside` pixels. */
function trace(frame: Frame, line: Line, width: number, style: string, aside = 0): void {
  const { pen } = frame;
  pen.strokeStyle = style;
  pen.lineWidth = width;
  pen.lineJoin = 'round';
  pen.beginPath();
  line.forEach((spot, i) => {
    const before = line[Math.max(0, i - 1)];
    const after = line[Math.min(line.length - 1, i + 1)];
    const length = Math.hypot(after.x - before.x, after.z - before.z) || 1;
    const [x, y] = at(frame, spot.x, spot.z);
    pen.lineTo(x - ((after.z - before.z) / length) * aside, y + ((after.x - before.x) / length) * aside);
  });
  pen.stroke();
}
