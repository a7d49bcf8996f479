// What the traders of the towns sell, by trade. In: nothing. Out: item keys for `vendor`.
export const SWORDS = ['short-sword', 'militia-sword', 'woodsmans-axe', 'flanged-mace', 'cold-iron-sword', 'smiths-flux'];
export const GUNS = ['village-carbine', 'long-rifle', 'bandits-blunderbuss'];
export const BOWS = ['hunters-bow', 'yew-bow', 'horn-bow', 'wayfarer-hood', 'militia-bracers'];
export const FOCI = ['hazel-wand', 'lantern-staff', 'cinder-orb', 'glow-pendant', 'pearl-ring'];
export const MAIL = [
  'militia-hauberk',
  'militia-cuisses',
  'militia-kettle',
  'militia-boots',
  'warden-plate',
  'warden-greaves',
  'warden-gauntlets',
];
export const CLOTH = [
  'hedge-tunic',
  'hedge-skirts',
  'adept-robe',
  'adept-circlet',
  'adept-wraps',
  'starfall-robe',
  'strong-thread',
];
export const LEATHER = [
  'wayfarer-jerkin',
  'wayfarer-breeches',
  'wayfarer-gloves',
  'wayfarer-boots',
  'work-gloves',
  'fang-necklace',
];
export const CURES = ['healing-draught', 'strong-draught', 'clear-water-flask', 'bracing-draught', 'glass-vial'];
export const TABLE = ['bread', 'cheese', 'meat-pie', 'small-beer', 'heron-stew', 'bracing-draught', 'cooking-salt'];
