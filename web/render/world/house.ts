// Dwellings: house, cottage, inn, smithy, watermill: half-timbered boxes with gabled roofs and what their trade adds.
// In: a Building. Out: drawn into a Modeller (front to +z, ground at y 0); and, apart from that, where smoke rises and lamps hang.
import { STOREY_M } from '../../../src/shared/content/colliders';
import type { Building } from '../../../src/shared/content/kinds';
import { type Modeller, seeded, type Vec3 } from '../modeller';
import { beam, burn, lantern, P, pick, roller, sway, tagged } from './kit';
import { chimney, gableRoof, riseOf } from './roofs';
import type { Extras } from './site';
import { door, footBushes, JETTY_M, PLINTH_M, plinth, storey } from './walls';

/** Height of the mill wheel's axle. */
const WHEEL_Y_M = 1.1;

interface Style {
  roof: string;
  thatch: boolean;
  wall: string;
  shutter: string;
  /** Paint of the ground floor's wall. */
  base: string;
}

const ROOFS = [P.roofRed, P.roofRust, P.roofBlue, P.roofTeal, P.roofRed, P.roofBlue];
const WALLS = [P.plaster, P.plasterWarm, P.plasterGrey, P.plaster];
const SHUTTERS = [P.roofTeal, P.roofBlue, P.leafDeep, P.roofRust];

function styleOf(b: Building): Style {
  const random = seeded(b.seed * 7919 + 11);
  const thatch = b.kind === 'cottage' ? random() < 0.8 : b.kind === 'house' && b.floors === 1 && random() < 0.4;
  const wall = pick(random, WALLS);
  const base = b.kind === 'inn' || b.kind === 'watermill' || b.kind === 'smithy' ? P.stonePale : wall;
  return { roof: thatch ? P.thatch : pick(random, ROOFS), thatch, wall, shutter: pick(random, SHUTTERS), base };
}

export function dwelling(m: Modeller, b: Building): void {
  if (b.kind === 'smithy') {
    m.at(0, 0, -b.d * FORGE_SHARE, 0, () => body(m, behindForge(b)));
    forge(m, b);
  } else body(m, b);
}

/** The smith's house stands behind; his forge is open to the front under a roof on posts. */
const FORGE_SHARE = 0.2;
const behindForge = (b: Building): Building => ({ ...b, d: b.d * (1 - 2 * FORGE_SHARE) });

function body(m: Modeller, b: Building): void {
  const style = styleOf(b);
  m.jitter = 0.03;
  plinth(m, b.w, b.d);
  storeys(m, b, style);
  m.occlude = null;
  const roof = roofOf(b, style);
  gableRoof(m, roof);
  m.at(0, PLINTH_M, b.d / 2 + 0.02, 0, () => door(m, style.thatch ? P.thatchDark : style.roof));
  footBushes(m, b.w, b.d, b.kind === 'smithy' ? 0 : 7);
  const stack = stackOf(roof);
  chimney(m, stack[0], stack[2], roof.y - 0.5, stack[1]);
  trade(m, b);
}

/** The chimney's mouth. */
function stackOf(roof: ReturnType<typeof roofOf>): Vec3 {
  return [roof.w * 0.27, roof.y + riseOf(roof) + 0.9, -roof.d * 0.2];
}

export function dwellingExtras(b: Building): Extras {
  const smithy = b.kind === 'smithy';
  const house = smithy ? behindForge(b) : b;
  const back = smithy ? -b.d * FORGE_SHARE : 0;
  const [x, y, z] = stackOf(roofOf(house, styleOf(house)));
  const lamps: Vec3[] = [[1, 2.2, house.d / 2 + 0.5 + back]];
  if (smithy) lamps.push([-b.w * 0.28, 1.2, b.d * 0.1 + 0.9]);
  if (b.kind === 'inn') for (const side of [-1, 1]) lamps.push([innLantern(b, side), 2.6, b.d / 2 + 0.6]);
  const spins: Extras['spins'] = [];
  if (b.kind === 'watermill') spins.push({ kind: 'wheel', x: -b.w / 2 - 0.8, y: WHEEL_Y_M, z: 0, turn: Math.PI / 2 });
  return { smoke: [[x, y, z + back]], lamps, spins };
}

function storeys(m: Modeller, b: Building, style: Style): void {
  let y = PLINTH_M;
  for (let floor = 0; floor < b.floors; floor++) {
    const out = floor * JETTY_M;
    m.occlude = null;
    const ground = floor === 0;
    const wall = ground ? style.base : style.wall;
    storey(m, {
      w: b.w + out,
      d: b.d + out,
      y,
      height: STOREY_M,
      wall,
      shutter: style.shutter,
      ground,
      braces: wall !== P.stonePale,
    });
    y += STOREY_M;
  }
}

function roofOf(b: Building, style: Style) {
  const out = (b.floors - 1) * JETTY_M;
  const y = PLINTH_M + b.floors * STOREY_M;
  return { w: b.w + out, d: b.d + out, y, paint: style.roof, thatch: style.thatch, wall: style.wall };
}

function trade(m: Modeller, b: Building): void {
  if (b.kind === 'inn') innSign(m, b);
  else if (b.kind === 'watermill') waterSide(m, b);
  else if (b.label) signBoard(m, b);
}

/** A hanging board beside the door. */
function signBoard(m: Modeller, b: Building): void {
  m.at(-1.5, 2.75, b.d / 2 + 0.05, 0, () => {
    m.box(0, 0.5, 0.5, 0.08, 0.08, 1.1, P.ironDark);
    tagged(m, sway(0.1), () => {
      m.box(0, -0.28, 0.65, 0.09, 0.7, 0.8, P.timberPale, { bevel: 0.02 });
      for (const s of [-1, 1]) m.box(s * 0.05, -0.14, 0.65, 0.03, 0.42, 0.42, P.gold, { bevel: 0.01 });
    });
  });
}

/** The inn shows two lanterns and a barrel of a sign. */
function innSign(m: Modeller, b: Building): void {
  signBoard(m, b);
  for (const side of [-1, 1]) {
    m.at(innLantern(b, side), 2.9, b.d / 2 + 0.1, 0, () => {
      m.box(0, 0, 0.15, 0.06, 0.06, 0.4, P.ironDark);
      m.at(0, 0, 0.32, 0, () => lantern(m));
    });
  }
  m.box(-b.w / 2 + 1.2, 0, b.d / 2 + 0.45, 1.6, 0.45, 0.42, P.timber, { bevel: 0.04 });
}

const innLantern = (b: Building, side: number): number => (side * b.w) / 2 - side * 0.4;

/** A lean-to on two posts over a glowing hearth. */
function forge(m: Modeller, b: Building): void {
  const front = b.d / 2 - 0.2;
  const back = b.d * 0.1;
  for (const s of [-1, 1]) beam(m, s * (b.w / 2 - 0.2), -0.4, front, 0.26, 3, 0.26, P.timberDark);
  m.box(0, 2.5, front, b.w, 0.22, 0.24, P.timber);
  const depth = front - back + 0.7;
  m.at(0, 2.78, (front + back) / 2 + 0.2, 0, () => m.box(0, 0, 0, b.w + 0.5, 0.14, depth, P.roofRust), 1, 0.16);
  const x = -b.w * 0.28;
  m.box(x, 0, back + 0.5, 1.5, 0.9, 0.95, P.stoneDark, { bevel: 0.06 });
  tagged(m, burn(1), () => m.box(x, 0.86, back + 0.55, 1.1, 0.16, 0.6, P.fire, { top: [0.8, 0.8] }));
  m.box(x, 1.5, back + 0.35, 1.3, 1.2, 0.7, P.stone, { top: [0.5, 0.6], bevel: 0.06 });
}

/** The race's wall and the axle; the wheel itself turns and is drawn apart. */
function waterSide(m: Modeller, b: Building): void {
  const x = -b.w / 2;
  roller(m, x - 0.8, WHEEL_Y_M, 0, 1, 0.18, 7, P.timberDark, P.timber);
  beam(m, x - 1.65, -3, 0, 0.3, 3 + WHEEL_Y_M, 0.3, P.timberDark);
}

/** A dwelling from afar: walls, roof, chimney. */
export function farDwelling(m: Modeller, b: Building): void {
  const style = styleOf(b);
  const out = (b.floors - 1) * JETTY_M;
  const top = PLINTH_M + b.floors * STOREY_M;
  m.box(0, -0.6, 0, b.w, 0.6 + PLINTH_M + (style.base === P.stonePale ? STOREY_M : 0), b.d, P.stone, { noBottom: true });
  m.box(0, PLINTH_M, 0, b.w + out * 0.8, top - PLINTH_M, b.d + out * 0.8, style.wall, { noBottom: true, shade: 0.9 });
  for (const sx of [-1, 1]) {
    for (const sz of [-1, 1]) beam(m, (sx * (b.w + out)) / 2, PLINTH_M, (sz * (b.d + out)) / 2, 0.3, top - PLINTH_M, 0.3);
  }
  farRoof(m, b.w + out + 1, b.d + out + 1.2, top - 0.28, riseOf(roofOf(b, style)), style.roof, style.wall);
  m.box(b.w * 0.27, top, -b.d * 0.2, 0.9, riseOf(roofOf(b, style)) + 0.9, 0.8, P.stone, { noBottom: true });
  tagged(m, [0, 1, 0, 0], () => {
    for (let floor = 0; floor < b.floors; floor++) {
      const y = PLINTH_M + floor * STOREY_M + 1;
      for (const s of [-1, 1]) m.box(s * b.w * 0.3, y, 0, 0.7, 0.9, b.d + out + 0.06, P.glass, { noBottom: true });
    }
  });
}

/** A plain gabled prism. */
export function farRoof(m: Modeller, w: number, d: number, y: number, rise: number, paint: string, gable: string): void {
  const [x, z] = [w / 2, d / 2];
  m.quad([-x, y, z], [x, y, z], [x, y + rise, 0], [-x, y + rise, 0], paint);
  m.quad([x, y, -z], [-x, y, -z], [-x, y + rise, 0], [x, y + rise, 0], paint, 0.95);
  m.tri([x, y, z], [x, y, -z], [x, y + rise, 0], gable, 0.9);
  m.tri([-x, y, -z], [-x, y, z], [-x, y + rise, 0], gable, 0.9);
}
