// Which model each worn thing shows: the numbers of looks.ts in parts and dyes. In: nothing. Out: tables by visual name. A line of gear keeps its
// colours from head to foot: what plate, coat, jerkin and robe of one tier share stands in TIERS.
import type {
  CHEST_VISUALS,
  FOCUS_VISUALS,
  HATS,
  HEAD_VISUALS,
  MELEE_VISUALS,
  RANGED_VISUALS,
  SHIELD_VISUALS,
} from '../../../src/shared/content/looks';
import type { Slot } from '../figure';
import type { Dye } from './dyes';

export type Dyes = Partial<Record<Slot, Dye>>;
export interface Weapon {
  part: string;
  stowed?: string;
  dyes?: Dyes;
}
export interface Garment {
  parts: readonly string[];
  dyes?: Dyes;
}

export const MELEE: Record<(typeof MELEE_VISUALS)[number], Weapon | null> = {
  none: null,
  'rusty-sword': { part: 'sword', stowed: 'swordHip', dyes: { blade: 'rust' } },
  'short-sword': { part: 'shortSword', stowed: 'shortSwordHip', dyes: { blade: 'steel' } },
  broadsword: { part: 'sword', stowed: 'swordHip', dyes: { blade: 'steel' } },
  falchion: { part: 'falchion', stowed: 'falchionHip', dyes: { blade: 'steel' } },
  mace: { part: 'mace', stowed: 'maceHip', dyes: { blade: 'iron' } },
  axe: { part: 'axe', stowed: 'axeHip', dyes: { blade: 'steel' } },
  'cold-sword': { part: 'sword', stowed: 'swordHip', dyes: { blade: 'coldIron' } },
  cudgel: { part: 'cudgel', stowed: 'cudgelHip' },
  'march-sword': { part: 'sword', stowed: 'swordHip', dyes: { blade: 'iron' } },
  'march-mace': { part: 'mace', stowed: 'maceHip', dyes: { blade: 'bronze' } },
  'barrow-blade': { part: 'runeSword', stowed: 'runeSwordHip', dyes: { blade: 'verdigris', gem: 'wightEye' } },
  'bronze-axe': { part: 'axe', stowed: 'axeHip', dyes: { blade: 'bronze' } },
  'keep-sword': { part: 'sword', stowed: 'swordHip', dyes: { blade: 'starSilver' } },
  'storm-sword': { part: 'sword', stowed: 'swordHip', dyes: { blade: 'gemBlue' } },
  'storm-maul': { part: 'mace', stowed: 'maceHip', dyes: { blade: 'coldIron' } },
  'night-sabre': { part: 'falchion', stowed: 'falchionHip', dyes: { blade: 'nightSteel' } },
  'rune-sword': { part: 'runeSword', stowed: 'runeSwordHip', dyes: { blade: 'steel', gem: 'gemBlue' } },
  'war-hammer': { part: 'maul', stowed: 'maulHip', dyes: { blade: 'nightSteel', gem: 'gemViolet' } },
  'wyrm-blade': { part: 'runeSword', stowed: 'runeSwordHip', dyes: { blade: 'wyrmDark', gem: 'flame' } },
  'wyrm-hammer': { part: 'maul', stowed: 'maulHip', dyes: { blade: 'wyrmDark', gem: 'flame' } },
};

const bow = (part: 'bow' | 'recurve', wood: Dye): Weapon => ({ part, stowed: `${part}Back`, dyes: { wood } });
const gun = (wood?: Dye, blade?: Dye): Weapon => ({
  part: 'gun',
  stowed: 'gunBack',
  ...(wood ? { dyes: { wood, ...(blade ? { blade } : {}) } } : {}),
});
export const RANGED: Record<(typeof RANGED_VISUALS)[number], Weapon | null> = {
  none: null,
  'ash-bow': bow('bow', 'woodPale'),
  'yew-bow': bow('bow', 'woodDark'),
  'horn-bow': bow('recurve', 'ivory'),
  'star-bow': bow('recurve', 'starSilver'),
  'wheel-lock': gun(),
  carbine: gun('woodPale'),
  'long-rifle': gun('woodDark'),
  'dragon-lock': gun('banditRed'),
  'march-bow': bow('bow', 'wood'),
  'barrow-bow': bow('bow', 'verdigris'),
  'hawk-bow': bow('recurve', 'owl'),
  'night-bow': bow('recurve', 'nightSteel'),
  'wyrm-bow': bow('recurve', 'flame'),
  'march-lock': gun('wood', 'iron'),
  'brass-lock': gun('woodDark', 'gold'),
  'storm-lock': gun('nightSteel', 'coldIron'),
  'wyrm-lock': gun('wyrmScale', 'flame'),
};

export const FOCUS: Record<(typeof FOCUS_VISUALS)[number], Weapon | null> = {
  none: null,
  twig: { part: 'wand', dyes: { gem: 'gemGreen' } },
  wand: { part: 'wand', dyes: { gem: 'gemBlue' } },
  staff: { part: 'staff', dyes: { gem: 'gemBlue' } },
  orb: { part: 'orb', dyes: { gem: 'gemFire' } },
  crook: { part: 'crook', dyes: { gem: 'gemGreen' } },
  'silk-focus': { part: 'orb', dyes: { gem: 'gemViolet' } },
  'march-wand': { part: 'wand', dyes: { gem: 'gemFire', wood: 'woodPale' } },
  'barrow-orb': { part: 'orb', dyes: { gem: 'wightEye', wood: 'verdigris' } },
  'lore-staff': { part: 'staff', dyes: { gem: 'gemWhite', wood: 'woodDark' } },
  'ember-orb': { part: 'orb', dyes: { gem: 'gemBlue', wood: 'tide' } },
  'saints-crook': { part: 'crook', dyes: { gem: 'gemWhite', wood: 'ivory' } },
  'night-wand': { part: 'staff', dyes: { gem: 'sunGold', wood: 'lampblack' } },
  'wyrm-orb': { part: 'orb', dyes: { gem: 'flame', wood: 'wyrmDark' } },
  'dawn-crook': { part: 'crook', dyes: { gem: 'dawn', wood: 'starSilver' } },
};

/** On the arm, or on the back while both hands are needed. */
export const SHIELDS: Record<(typeof SHIELD_VISUALS)[number], Weapon | null> = {
  none: null,
  'round-shield': { part: 'shield', stowed: 'shieldBack' },
  'kite-shield': { part: 'kite', stowed: 'kiteBack' },
  'wyrm-shield': { part: 'wyrmShield', stowed: 'wyrmShieldBack', dyes: { gem: 'flame' } },
};

const TIERS = {
  march: { metal: 'iron', accent: 'copper', leather: 'leatherPale' },
  keep: { metal: 'steel', accent: 'gold', leather: 'forest', trim: 'leatherDark' },
  storm: { metal: 'coldIron', accent: 'starSilver', leather: 'tide', trim: 'wolfPale' },
  barrow: { metal: 'verdigris', accent: 'bone', leather: 'graveDark', trim: 'wolfDark', gem: 'wightEye' },
  night: { metal: 'nightSteel', accent: 'sunGold', leather: 'lampblack', trim: 'owl', gem: 'gemViolet' },
  wyrm: { metal: 'wyrmScale', accent: 'sunGold', leather: 'wyrmDark', trim: 'wyrmDark', gem: 'flame' },
} as const satisfies Record<string, Dyes>;

const { march, keep, storm, barrow, night, wyrm } = TIERS;
export const CHEST: Record<(typeof CHEST_VISUALS)[number], Garment> = {
  none: { parts: ['tunic'] },
  shirt: { parts: ['tunic'] },
  quilted: { parts: ['quilted', 'bracers'] },
  leather: { parts: ['jerkin'] },
  mail: { parts: ['mail'] },
  plate: { parts: ['plate'] },
  robe: { parts: ['robe'] },
  captain: { parts: ['captain'] },
  'march-plate': { parts: ['plate'], dyes: march },
  'march-coat': { parts: ['jerkin', 'sash'], dyes: { ...march, accent: 'banditRed' } },
  'march-jerkin': { parts: ['jerkin', 'bracers'], dyes: { ...march, leather: 'forest' } },
  'march-robe': { parts: ['robe'], dyes: { ...march, shirt: 'leatherPale' } },
  'keep-plate': { parts: ['plate', 'mantle'], dyes: { ...keep, trim: 'wolfPale' } },
  'keep-coat': { parts: ['captain'], dyes: { ...keep, leather: 'black', cloak: 'lampblack', trim: 'gold' } },
  'keep-jerkin': { parts: ['jerkin', 'bracers', 'mantle'], dyes: { ...keep, trim: 'owl' } },
  'keep-robe': { parts: ['robe', 'sash'], dyes: { ...keep, shirt: 'heather', leather: 'leather', trim: 'gold' } },
  'storm-plate': { parts: ['plate', 'mantle'], dyes: storm },
  'storm-coat': {
    parts: ['captain', 'collar'],
    dyes: { ...storm, cloak: 'tide', accent: 'gold', trim: 'gold', leather: 'leatherDark' },
  },
  'storm-jerkin': { parts: ['jerkin', 'bracers', 'mantle'], dyes: { ...storm, leather: 'owl' } },
  'storm-robe': { parts: ['robe', 'sash', 'mantle'], dyes: { ...storm, shirt: 'tide', trim: 'starSilver' } },
  'barrow-plate': { parts: ['plate', 'spikes', 'mantle'], dyes: barrow },
  'barrow-coat': { parts: ['captain', 'collar', 'clasp'], dyes: { ...barrow, cloak: 'graveDark', accent: 'boneDark' } },
  'barrow-jerkin': { parts: ['jerkin', 'bracers', 'mantle', 'clasp'], dyes: barrow },
  'barrow-robe': { parts: ['robe', 'sash', 'clasp'], dyes: { ...barrow, shirt: 'grave', trim: 'bone' } },
  'night-plate': { parts: ['plate', 'spikes', 'clasp'], dyes: { ...night, trim: 'sunGold' } },
  'night-coat': { parts: ['captain', 'collar', 'clasp'], dyes: { ...night, cloak: 'lampblack', trim: 'sunGold' } },
  'night-jerkin': { parts: ['jerkin', 'bracers', 'mantle', 'clasp'], dyes: { ...night, leather: 'nightSteel' } },
  'night-robe': { parts: ['robe', 'sash', 'collar', 'clasp'], dyes: { ...night, shirt: 'lampblack', trim: 'sunGold' } },
  'wyrm-plate': { parts: ['plate', 'spikes', 'collar', 'clasp'], dyes: wyrm },
  'wyrm-coat': { parts: ['captain', 'spikes', 'collar', 'clasp'], dyes: { ...wyrm, cloak: 'wyrmScale', trim: 'sunGold' } },
  'wyrm-jerkin': { parts: ['jerkin', 'bracers', 'spikes', 'mantle', 'clasp'], dyes: { ...wyrm, leather: 'wyrmScale' } },
  'wyrm-robe': { parts: ['robe', 'sash', 'collar', 'mantle', 'clasp'], dyes: { ...wyrm, shirt: 'wyrmScale' } },
};

export const HEAD: Record<(typeof HEAD_VISUALS)[number], Garment> = {
  none: { parts: [] },
  cap: { parts: ['cap'] },
  hood: { parts: ['hood'] },
  'kettle-helm': { parts: ['kettle'] },
  helm: { parts: ['helm'] },
  'crested-helm': { parts: ['crest'] },
  circlet: { parts: ['circlet'] },
  'wolf-hood': { parts: ['wolfHood'] },
  'march-helm': { parts: ['helm'], dyes: { metal: 'iron', accent: 'copper' } },
  'march-hat': { parts: ['wideHat'], dyes: { accent: 'banditRed' } },
  'march-hood': { parts: ['cowl'], dyes: { shirt: 'forest' } },
  'march-circlet': { parts: ['circlet'], dyes: { accent: 'copper', gem: 'gemGreen' } },
  'keep-helm': { parts: ['crest'], dyes: { metal: 'steel', accent: 'gold' } },
  'keep-hat': { parts: ['wideHat'], dyes: { accent: 'gold' } },
  'keep-hood': { parts: ['cowl'], dyes: { shirt: 'forest' } },
  'keep-cowl': { parts: ['cowl'], dyes: { shirt: 'heather' } },
  'winged-helm': { parts: ['helm', 'wings'], dyes: { metal: 'coldIron', accent: 'starSilver' } },
  'storm-hat': { parts: ['wideHat'], dyes: { accent: 'starSilver' } },
  'storm-hood': { parts: ['cowl'], dyes: { shirt: 'owl' } },
  'storm-circlet': { parts: ['circlet'], dyes: { accent: 'starSilver', gem: 'gemBlue' } },
  'horned-helm': { parts: ['helm', 'horns'], dyes: { metal: 'verdigris', accent: 'bone' } },
  'night-helm': { parts: ['helm', 'horns'], dyes: { metal: 'nightSteel', accent: 'sunGold' } },
  'night-hood': { parts: ['cowl', 'sparks'], dyes: { shirt: 'lampblack', gem: 'gemViolet' } },
  'night-crown': { parts: ['circlet', 'spires'], dyes: { accent: 'sunGold', gem: 'gemViolet' } },
  'wyrm-helm': { parts: ['helm', 'horns', 'spires'], dyes: { metal: 'wyrmScale', accent: 'sunGold', gem: 'flame' } },
  'wyrm-hood': { parts: ['cowl', 'sparks'], dyes: { shirt: 'wyrmDark', gem: 'flame' } },
  'wyrm-crown': { parts: ['circlet', 'spires', 'wings'], dyes: { accent: 'sunGold', gem: 'flame' } },
};

export const HAT: Record<(typeof HATS)[number], string> = {
  none: '',
  straw: 'straw',
  hood: 'hood',
  cap: 'feltCap',
  kerchief: 'kerchief',
  brim: 'wideHat',
  baker: 'baker',
  circlet: 'circlet',
};
