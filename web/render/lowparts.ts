// Parts of low-detail people: which bit of an actor's row stands for which worn things. The far mesh, too: a few boxes that still walk.
import { EMBLEMS } from '../../src/shared/content/emblems';
import { Figure } from './figure';
import type { Vec3 } from './modeller';
import { PEOPLE_RIG } from './skeleton';
import { blazonPart } from './wardrobe/blazon';

/** Low-detail part numbers (1..24) and the parts they stand for. */
const STANDS_FOR = {
  flesh: ['base'],
  bones: ['bones'],
  hair: ['crop', 'bob', 'long', 'tail', 'bun', 'curls', 'braids'],
  longHair: ['bob', 'long', 'tail', 'braids'],
  wideHat: ['straw', 'wideHat', 'kettle'],
  cap: ['cap', 'feltCap', 'kerchief', 'baker', 'circlet'],
  hood: ['hood', 'cowl', 'wolfHood'],
  helm: ['helm', 'crest'],
  crest: ['crest'],
  beard: ['beard', 'longBeard'],
  mask: ['mask'],
  tunic: ['tunic', 'quilted', 'jerkin', 'captain'],
  skirt: ['dress', 'robe', 'rags'],
  armor: ['mail', 'plate'],
  shoulders: ['plate', 'pauldrons', 'captain', 'spikes', 'mantle'],
  apron: ['apron'],
  cape: ['cape', 'rags'],
  blade: ['sword', 'shortSword', 'falchion', 'mace', 'axe', 'cudgel', 'hammer', 'runeSword', 'maul'],
  pole: ['spear', 'staff', 'crook', 'broom'],
  bow: ['bow', 'recurve'],
  gun: ['gun'],
  shield: ['shield', 'kite', 'wyrmShield'],
  onBack: ['quiver', 'pack', 'sack', 'bowBack', 'recurveBack', 'gunBack', 'shieldBack', 'kiteBack', 'wyrmShieldBack'],
  blazon: EMBLEMS.map((_, shape) => blazonPart(shape)),
} as const;
type LowPart = keyof typeof STANDS_FOR;
const LOW_PARTS = Object.keys(STANDS_FOR) as LowPart[];

/** Which low-detail parts show for a set of worn parts, as bits. */
export function lowBits(parts: readonly string[]): number {
  let bits = 0;
  LOW_PARTS.forEach((part, i) => {
    if ((STANDS_FOR[part] as readonly string[]).some(p => parts.includes(p))) bits |= 1 << i;
  });
  return bits;
}

export class LowFigure extends Figure {
  wear(part: LowPart): this {
    this.part = LOW_PARTS.indexOf(part) + 1;
    return this;
  }

  /** All that is left of an emblem from afar: its colour on the back. `lean`: how far in its top stands, and out its foot. */
  lozenge([x, y, z]: Vec3, half: number, high: number, lean = 0): void {
    this.face([x, y - high, z - lean], [x - half, y, z], [x + half, y, z]);
    this.face([x, y + high, z + lean], [x + half, y, z], [x - half, y, z]);
  }
}

/** A body of a few boxes that still walks. */
export function farPeople(): Figure {
  const f = new LowFigure(PEOPLE_RIG, 7);
  const bare = { bevel: 0, noBottom: true };
  f.both((s, side) => {
    f.on(`leg${side}`, 'trousers').block(s * 0.11, 0.36, 0, 0.2, 0.52, 0.22, bare);
    f.on(`shin${side}`, 'leather').block(s * 0.118, 0, 0.03, 0.21, 0.38, 0.27, bare);
    f.on(`arm${side}`, 'shirt').block(s * 0.28, 0.72, 0, 0.16, 0.6, 0.17, { ...bare, top: [0.9, 0.9] });
  });
  f.on('chest', 'shirt').block(0, 0.82, 0, 0.42, 0.52, 0.28, { ...bare, top: [0.9, 0.8] });
  f.on('head', 'skin').block(0, 1.36, 0.01, 0.31, 0.26, 0.32, bare);
  f.on('head', 'skin').block(0, 1.6, -0.01, 0.31, 0.15, 0.32, { ...bare, top: [0.7, 0.7] });
  f.wear('hair')
    .on('head', 'hair')
    .block(0, 1.6, -0.02, 0.34, 0.19, 0.35, { ...bare, top: [0.7, 0.7] });
  f.wear('hood')
    .on('head', 'cloak')
    .block(0, 1.38, -0.03, 0.38, 0.46, 0.34, { ...bare, top: [0.4, 0.4] });
  f.wear('helm')
    .on('head', 'metal')
    .block(0, 1.5, -0.01, 0.37, 0.34, 0.37, { ...bare, top: [0.4, 0.4] });
  f.wear('wideHat')
    .on('head', 'metal')
    .block(0, 1.66, 0, 0.52, 0.18, 0.52, { ...bare, top: [0.4, 0.4] });
  f.wear('tunic')
    .on('skirtF', 'shirt')
    .block(0, 0.62, 0, 0.46, 0.36, 0.38, { ...bare, top: [0.8, 0.72] });
  f.wear('skirt')
    .on('skirtF', 'shirt')
    .block(0, 0.1, 0, 0.66, 0.88, 0.6, { ...bare, top: [0.56, 0.48] });
  f.wear('armor').on('chest', 'metal').block(0, 0.96, 0, 0.45, 0.36, 0.32, bare);
  f.wear('cape')
    .on('cape', 'cloak')
    .block(0, 0.36, -0.25, 0.6, 0.96, 0.06, { ...bare, top: [0.6, 1] });
  f.wear('blazon').on('cape', 'charge').lozenge([0, 0.95, -0.29], 0.16, 0.2);
  f.wear('pole').on('propR', 'wood').block(-0.325, 0, 0.04, 0.05, 1.7, 0.05, bare);
  f.wear('shield').on('propL', 'cloak').block(0.42, 0.58, 0.02, 0.08, 0.56, 0.56, bare);
  return f;
}
