// How a player or villager is dressed, packed so that it fits the wire. In: choices. Out: u32 looks and gear words, and back.
// The renderer's wardrobe gives each number its colour and shape; numbers are stored, never renumber one.

export interface Look {
  skin: number; // 0..7 light to dark
  hair: number; // 0..7 bald, crop, bob, long, tail, bun, curls, braids
  hairColor: number; // 0..15
  shirt: number; // 0..15 cloth colours
  trousers: number; // 0..15 cloth colours
  body: number; // 0 broad, 1 slender
  beard: number; // 0..1
  cape: number; // 0..1, in the covenant's colour
  covenant: number; // 0 azure, 1 ember, 2 violet, 3 none
  hat: number; // 0..7 none, straw, hood, cap, kerchief, wide brim, chef, circlet (worn headgear hides it)
  apron: number; // 0..1
}

const FIELDS: readonly (readonly [keyof Look, number])[] = [
  ['skin', 3],
  ['hair', 3],
  ['hairColor', 4],
  ['shirt', 4],
  ['trousers', 4],
  ['body', 1],
  ['beard', 1],
  ['cape', 1],
  ['covenant', 2],
  ['hat', 3],
  ['apron', 1],
];
const bits = FIELDS.reduce((sum, [, width]) => sum + width, 0);

/** Above the bits of a look a body shows which steed it would ride (content/mounts.ts): four bits, 0 for none. Looks on record have none. */
const STEED_BITS = 4;
export const withSteed = (packed: number, steed: number): number =>
  ((packed & (2 ** bits - 1)) | ((steed & (2 ** STEED_BITS - 1)) << bits)) >>> 0;
export const steedOfLook = (packed: number): number => (packed >>> bits) & (2 ** STEED_BITS - 1);

/** Names for the character screen, in the order of their numbers. */
export const HAIR_STYLES = ['bald', 'crop', 'bob', 'long', 'tail', 'bun', 'curls', 'braids'] as const;
export const HAIR_COLORS = [
  'black',
  'dark-brown',
  'brown',
  'chestnut',
  'auburn',
  'red',
  'ginger',
  'sand',
  'blond',
  'straw',
  'ash',
  'grey',
  'silver',
  'white',
  'ink-blue',
  'moss',
] as const;
export const CLOTH_COLORS = [
  'linen',
  'oat',
  'russet',
  'brick',
  'rust',
  'mustard',
  'moss',
  'pine',
  'teal',
  'slate',
  'navy',
  'plum',
  'rose',
  'umber',
  'charcoal',
  'chalk',
] as const;
export const SKINS = 8;
export const HATS = ['none', 'straw', 'hood', 'cap', 'kerchief', 'brim', 'baker', 'circlet'] as const;

const NO_LOOK: Look = {
  skin: 1,
  hair: 1,
  hairColor: 2,
  shirt: 0,
  trousers: 13,
  body: 0,
  beard: 0,
  cape: 0,
  covenant: 3,
  hat: 0,
  apron: 0,
};

/** Packs a look into u32; missing fields take plain values, fields out of range are cut to their width. */
export function packLook(look: Partial<Look>): number {
  const whole = { ...NO_LOOK, ...look };
  let packed = 0;
  let shift = 0;
  for (const [key, width] of FIELDS) {
    packed |= (whole[key] & ((1 << width) - 1)) << shift;
    shift += width;
  }
  return packed >>> 0;
}

export function unpackLook(packed: number): Look {
  const look = { ...NO_LOOK };
  let shift = 0;
  for (const [key, width] of FIELDS) {
    look[key] = (packed >>> shift) & ((1 << width) - 1);
    shift += width;
  }
  return look;
}

/** Is this number a packed look at all? */
export const isLook = (packed: number): boolean => Number.isInteger(packed) && packed >= 0 && packed < 2 ** bits;

/** What a player may choose: only what the character screen offers, with the covenant set by the server. */
export function cleanLook(packed: number, covenant: number): number {
  const look = unpackLook(isLook(packed) ? packed : packLook({}));
  return packLook({ ...look, covenant, hat: 0, apron: 0 });
}

/** Models of worn things by their `visual` number (items.ts); 0 shows nothing. Heads and chests have tables of their own. Only ever add at the end. */
export const MELEE_VISUALS = [
  'none',
  'rusty-sword',
  'short-sword',
  'broadsword',
  'falchion',
  'mace',
  'axe',
  'cold-sword',
  'cudgel',
  'march-sword',
  'march-mace',
  'barrow-blade',
  'bronze-axe',
  'keep-sword',
  'storm-sword',
  'storm-maul',
  'night-sabre',
  'rune-sword',
  'war-hammer',
  'wyrm-blade',
  'wyrm-hammer',
] as const;
/** Bows and firearms share one field of the gear word, so they share one table. */
export const RANGED_VISUALS = [
  'none',
  'ash-bow',
  'yew-bow',
  'horn-bow',
  'star-bow',
  'wheel-lock',
  'carbine',
  'long-rifle',
  'dragon-lock',
  'march-bow',
  'barrow-bow',
  'hawk-bow',
  'night-bow',
  'wyrm-bow',
  'march-lock',
  'brass-lock',
  'storm-lock',
  'wyrm-lock',
] as const;
const FIREARMS: ReadonlySet<string> = new Set([
  'wheel-lock',
  'carbine',
  'long-rifle',
  'dragon-lock',
  'march-lock',
  'brass-lock',
  'storm-lock',
  'wyrm-lock',
]);
/** Is that number of RANGED_VISUALS a firearm? */
export const isFirearm = (ranged: number): boolean => FIREARMS.has(RANGED_VISUALS[ranged] ?? '');
export const FOCUS_VISUALS = [
  'none',
  'twig',
  'wand',
  'staff',
  'orb',
  'crook',
  'silk-focus',
  'march-wand',
  'barrow-orb',
  'lore-staff',
  'ember-orb',
  'saints-crook',
  'night-wand',
  'wyrm-orb',
  'dawn-crook',
] as const;
export const CHEST_VISUALS = [
  'none',
  'shirt',
  'quilted',
  'leather',
  'mail',
  'plate',
  'robe',
  'captain',
  'march-plate',
  'march-coat',
  'march-jerkin',
  'march-robe',
  'keep-plate',
  'keep-coat',
  'keep-jerkin',
  'keep-robe',
  'storm-plate',
  'storm-coat',
  'storm-jerkin',
  'storm-robe',
  'barrow-plate',
  'barrow-coat',
  'barrow-jerkin',
  'barrow-robe',
  'night-plate',
  'night-coat',
  'night-jerkin',
  'night-robe',
  'wyrm-plate',
  'wyrm-coat',
  'wyrm-jerkin',
  'wyrm-robe',
] as const;
export const HEAD_VISUALS = [
  'none',
  'cap',
  'hood',
  'kettle-helm',
  'helm',
  'crested-helm',
  'circlet',
  'wolf-hood',
  'march-helm',
  'march-hat',
  'march-hood',
  'march-circlet',
  'keep-helm',
  'keep-hat',
  'keep-hood',
  'keep-cowl',
  'winged-helm',
  'storm-hat',
  'storm-hood',
  'storm-circlet',
  'horned-helm',
  'night-helm',
  'night-hood',
  'night-crown',
  'wyrm-helm',
  'wyrm-hood',
  'wyrm-crown',
] as const;
/** On the other arm; what is no shield is not seen. */
export const SHIELD_VISUALS = ['none', 'round-shield', 'kite-shield', 'wyrm-shield'] as const;

/**
 * Gear word of the wire: melee | shield << 6 | ranged or focus << 8 | chest << 16 | head << 24. Focus visuals are offset by FOCUS_BASE in the
 * second byte.
 */
export const FOCUS_BASE = 64;
const SHIELD_SHIFT = 6;
const MELEE_MASK = 63;

export interface Gear {
  melee: number;
  hand: number;
  chest: number;
  head: number;
  shield: number;
}
export function packGear(melee: number, hand: number, chest: number, head: number, shield = 0): number {
  const arms = (melee & MELEE_MASK) | ((shield & 3) << SHIELD_SHIFT);
  return (arms | ((hand & 255) << 8) | ((chest & 255) << 16) | ((head & 255) << 24)) >>> 0;
}
export function unpackGear(gear: number): Gear {
  return {
    melee: gear & MELEE_MASK,
    hand: (gear >>> 8) & 255,
    chest: (gear >>> 16) & 255,
    head: gear >>> 24,
    shield: (gear >>> SHIELD_SHIFT) & 3,
  };
}
