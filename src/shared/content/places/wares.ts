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

// Of the outer marches (levels 8 and 11), the keeps (14) and the storm coast (17).
export const POACHER = ['poacher-coat', 'poacher-leggings', 'poacher-hood', 'poacher-mitts', 'poacher-boots'];
export const STARFALL = ['starfall-skirts', 'starfall-circlet', 'starfall-wraps', 'starfall-slippers'];
export const MARCH_STEEL = ['march-cuirass', 'march-greaves', 'march-helm', 'march-gauntlets', 'march-sabatons', 'march-shield'];
export const MARCH_ARMS = ['march-sword', 'march-mace', 'march-lock', 'march-dirk'];
export const MARCH_BRAVO = ['march-coat', 'march-breeches', 'march-hat', 'march-cuffs', 'march-boots'];
export const MARCH_DROVER = [
  'march-jerkin',
  'march-chaps',
  'march-hood',
  'march-tabs',
  'march-brogues',
  'march-bow',
  'march-quiver',
];
export const MARCH_ALMONER = [
  'march-robe',
  'march-skirts',
  'march-circlet',
  'march-wraps',
  'march-sandals',
  'march-wand',
  'march-primer',
];
export const MARCH_JEWELS = [
  'watch-whistle',
  'tollmans-ring',
  'march-torc',
  'march-lens',
  'march-beads',
  'march-band',
  'march-thumbring',
  'march-signet',
];
export const KEEP_STEEL = ['keep-plate', 'keep-cuisses', 'keep-helm', 'keep-gauntlets', 'keep-sabatons', 'keep-shield'];
export const KEEP_ARMS = ['keep-sword', 'keep-axe', 'keep-main-gauche'];
export const KEEP_GUNS = ['keep-lock', 'storm-lock'];
export const KEEP_FENCER = ['keep-coat', 'keep-hose', 'keep-hat', 'keep-gloves', 'keep-pumps'];
export const KEEP_FORESTER = ['keep-jerkin', 'keep-leggings', 'keep-hood', 'keep-bracers', 'keep-boots', 'keep-bow', 'keep-quiver'];
export const KEEP_LORE = ['keep-robe', 'keep-skirts', 'keep-cowl', 'keep-wraps', 'keep-slippers', 'keep-staff', 'keep-tome'];
export const KEEP_JEWELS = ['keep-gorget', 'keep-talon', 'keep-key', 'keep-seal', 'keep-eye', 'keep-loop'];
export const STORM_STEEL = ['storm-plate', 'storm-greaves', 'storm-helm', 'storm-gauntlets', 'storm-sabatons', 'storm-shield'];
export const STORM_ARMS = ['storm-sword', 'storm-maul', 'storm-dirk'];
export const STORM_CORSAIR = ['storm-coat', 'storm-breeches', 'storm-hat', 'storm-gloves', 'storm-boots'];
export const STORM_FELLS = [
  'storm-jerkin',
  'storm-leggings',
  'storm-hood',
  'storm-bracers',
  'storm-treads',
  'storm-bow',
  'storm-quiver',
];
export const STORM_TIDE = [
  'storm-robe',
  'storm-skirts',
  'storm-circlet',
  'storm-wraps',
  'storm-sandals',
  'storm-orb',
  'storm-crook',
  'storm-almanac',
];
export const STORM_JEWELS = ['storm-chain', 'storm-spyglass', 'storm-shell', 'storm-band', 'storm-gull', 'storm-pearl'];

export const CURES = ['healing-draught', 'strong-draught', 'clear-water-flask', 'bracing-draught', 'glass-vial'];
export const TABLE = ['bread', 'cheese', 'meat-pie', 'small-beer', 'heron-stew', 'bracing-draught', 'cooking-salt'];
