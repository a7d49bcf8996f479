// Armor and trinkets. In: nothing. Out: item kinds 60-149. Three tiers (levels 2, 5 and 8) in mail for fighters and cloth for casters.

import type { EquipSlot, ItemKind, Material, Rarity, Stats } from '../kinds';
import { CHEST_VISUALS, HEAD_VISUALS } from '../looks';

/** By the first word of the key. */
const MATERIALS: Readonly<Record<string, Material>> = {
  wayfarer: 'leather',
  militia: 'mail',
  warden: 'plate',
  hedge: 'cloth',
  adept: 'cloth',
  starfall: 'cloth',
};

function piece(
  id: number,
  key: string,
  name: string,
  slot: EquipSlot,
  level: number,
  price: number,
  icon: string,
  text: string,
  stats: Stats,
  more: { rarity?: Rarity; look?: string } = {},
): ItemKind {
  const looks: readonly string[] = slot === 'chest' ? CHEST_VISUALS : slot === 'head' ? HEAD_VISUALS : [];
  return {
    id,
    key,
    name,
    text,
    icon,
    rarity: more.rarity ?? 'common',
    stack: 1,
    price,
    level,
    slot,
    material: slot === 'trinket' ? undefined : MATERIALS[key.split('-')[0]],
    stats,
    visual: more.look ? looks.indexOf(more.look) : 0,
  };
}

// biome-ignore format: a table reads best with one row to a line
const NEWCOMER: readonly ItemKind[] = [
  piece(
    60, 'linen-shirt', 'Linen Shirt', 'chest', 1, 12, 'shirt', 'Clean twice a year, whether it needs it or not.', { armor: 2 },
    { look: 'shirt' },
  ),
  piece(61, 'worn-boots', 'Worn Boots', 'feet', 1, 10, 'boots', 'They have seen the world, mostly the muddy parts.', { armor: 1 }),
  piece(
    62, 'wool-cap', 'Maud’s Wool Cap', 'head', 1, 16, 'billed-cap', 'Knitted for a nephew with a larger head.',
    { armor: 2, vigor: 1 }, { look: 'cap' },
  ),
  piece(63, 'work-gloves', 'Work Gloves', 'hands', 1, 14, 'gloves', 'The left one has been mended more often than the right.', {
    armor: 1,
  }),
  piece(
    64, 'patched-trousers', 'Patched Trousers', 'legs', 1, 14, 'trousers', 'More patch than trouser; the patches are good, though.',
    { armor: 2 },
  ),
];

// biome-ignore format: a table reads best with one row to a line
const FIGHTER: readonly ItemKind[] = [
  piece(
    70, 'wayfarer-jerkin', 'Wayfarer’s Jerkin', 'chest', 2, 90, 'leather-vest', 'Boiled leather, unboiled smell.',
    { armor: 8, might: 1, vigor: 1 }, { look: 'leather' },
  ),
  piece(71, 'wayfarer-breeches', 'Wayfarer’s Breeches', 'legs', 2, 70, 'armored-pants', 'Creak politely.', { armor: 6, vigor: 1 }),
  piece(
    72, 'wayfarer-hood', 'Wayfarer’s Hood', 'head', 3, 65, 'hood', 'Keeps off rain, drips and acquaintances.', { armor: 5, aim: 1 },
    { look: 'hood' },
  ),
  piece(73, 'wayfarer-gloves', 'Wayfarer’s Gloves', 'hands', 2, 45, 'winter-gloves', 'Fingertips sold separately.', {
    armor: 3, aim: 1,
  }),
  piece(
    74, 'wayfarer-boots', 'Wayfarer’s Boots', 'feet', 3, 60, 'leather-boot', 'Resoled by Wilf, who does not charge for advice.',
    { armor: 4, vigor: 1 },
  ),
  piece(
    75, 'militia-hauberk', 'Militia Hauberk', 'chest', 5, 380, 'mail-shirt',
    'Four thousand rings; three are missing, and everybody asks.', { armor: 17, might: 2, vigor: 3 }, { look: 'mail' },
  ),
  piece(76, 'militia-cuisses', 'Militia Cuisses', 'legs', 5, 300, 'armor-cuisses', 'One size fits the late Corporal Dunnock.', {
    armor: 13, vigor: 2, aim: 1,
  }),
  piece(
    77, 'militia-kettle', 'Militia Kettle Helm', 'head', 6, 320, 'brodie-helmet', 'Has been a soup pot on two campaigns.',
    { armor: 10, might: 1, vigor: 2 }, { look: 'kettle-helm' },
  ),
  piece(78, 'militia-bracers', 'Militia Bracers', 'hands', 5, 210, 'bracers', 'The leather remembers every bowstring.', {
    armor: 7, aim: 2,
  }),
  piece(
    79, 'militia-boots', 'Militia Marching Boots', 'feet', 6, 240, 'steeltoe-boots', 'Left, right, left: it is stamped inside.',
    { armor: 9, vigor: 2 },
  ),
  piece(
    80, 'warden-plate', 'Warden’s Breastplate', 'chest', 8, 1250, 'breastplate',
    'Enamelled with an alder leaf nobody has managed to scratch.', { armor: 29, might: 5, vigor: 5 },
    { look: 'plate', rarity: 'fine' },
  ),
  piece(
    81, 'warden-greaves', 'Warden’s Leg Plates', 'legs', 8, 980, 'leg-armor', 'Oil the knees, or the wights will hear you think.',
    { armor: 22, might: 3, vigor: 4 }, { rarity: 'fine' },
  ),
  piece(
    82, 'warden-helm', 'Warden’s Helm', 'head', 9, 1000, 'visored-helm', 'The view is small but reassuring.',
    { armor: 17, might: 3, aim: 3 }, { look: 'helm', rarity: 'fine' },
  ),
  piece(
    83, 'warden-gauntlets', 'Warden’s Gauntlets', 'hands', 8, 720, 'gauntlet', 'For firm handshakes.',
    { armor: 12, might: 2, aim: 3 }, { rarity: 'fine' },
  ),
  piece(
    84, 'warden-sabatons', 'Warden’s Sabatons', 'feet', 9, 760, 'greaves', 'Tiptoeing is a matter of faith.',
    { armor: 14, vigor: 4 }, { rarity: 'fine' },
  ),
];

// biome-ignore format: a table reads best with one row to a line
const CASTER: readonly ItemKind[] = [
  piece(
    90, 'hedge-tunic', 'Hedgecloth Tunic', 'chest', 2, 85, 'clothes', 'Dyed with walnuts, good intentions and more walnuts.',
    { armor: 5, spirit: 2, vigor: 1 }, { look: 'quilted' },
  ),
  piece(91, 'hedge-skirts', 'Hedgecloth Skirts', 'legs', 3, 70, 'skirt', 'Pockets! Nine of them.', { armor: 4, spirit: 1 }),
  piece(
    92, 'adept-robe', 'Chapel Robe', 'chest', 5, 390, 'robe', 'Sister Amabel hemmed it while disapproving of your posture.',
    { armor: 11, spirit: 4, vigor: 2 }, { look: 'robe' },
  ),
  piece(
    93, 'adept-circlet', 'Copper Circlet', 'head', 6, 330, 'tiara', 'Helps the thoughts go round in an orderly way.',
    { armor: 6, spirit: 3 }, { look: 'circlet' },
  ),
  piece(94, 'adept-wraps', 'Chapel Hand-wraps', 'hands', 5, 220, 'hand-bandage', 'Smell of beeswax and lightning.', {
    armor: 4, spirit: 2,
  }),
  piece(
    95, 'starfall-robe', 'Starfall Robe', 'chest', 8, 1260, 'cape-armor',
    'Midnight cloth with the constellations sewn in. One of them is a goose.', { armor: 19, spirit: 8, vigor: 4 },
    { look: 'robe', rarity: 'fine' },
  ),
];

// biome-ignore format: a table reads best with one row to a line
const SPOILS: readonly ItemKind[] = [
  piece(
    100, 'wolfhide-hood', 'Wolfhide Hood', 'head', 6, 420, 'wolf-head', 'Dogs are polite to you now. Too polite.',
    { armor: 9, might: 3, aim: 3 }, { look: 'wolf-hood', rarity: 'rare' },
  ),
  piece(
    101, 'silkstep-boots', 'Silkstep Boots', 'feet', 7, 640, 'boot-stomp', 'Spider silk soles. Ceilings look different in them.',
    { armor: 9, aim: 4, spirit: 4, haste: 3 }, { rarity: 'rare' },
  ),
  piece(
    102, 'rusks-breastplate', 'Captain Rusk’s Breastplate', 'chest', 8, 1500, 'abdominal-armor',
    'A dent over the heart, from the inside.', { armor: 27, might: 6, aim: 4, vigor: 6 }, { look: 'captain', rarity: 'rare' },
  ),
  piece(
    103, 'bellfounders-helm', 'Bellfounder’s Helm', 'head', 10, 1700, 'crested-helmet',
    'Rings faintly when somebody is lying. It has rung all morning.', { armor: 20, might: 5, spirit: 5, vigor: 5 },
    { look: 'crested-helm', rarity: 'epic' },
  ),
  piece(
    104, 'millers-apron', 'Miller’s Apron', 'chest', 4, 260, 'loincloth', 'Floury, thick, and blessed by forty harvests.',
    { armor: 12, vigor: 4 }, { look: 'quilted', rarity: 'fine' },
  ),
  piece(
    105, 'pit-helm', 'Slate’s Pit Helm', 'head', 5, 340, 'mining-helmet', 'The candle on top has been told not to go out.',
    { armor: 9, vigor: 4 }, { look: 'kettle-helm', rarity: 'fine' },
  ),
  piece(
    106, 'cragjaw-mantle', 'Cragjaw’s Mantle', 'head', 10, 1650, 'direwolf', 'The ears still turn toward footsteps.',
    { armor: 18, might: 6, aim: 4, vigor: 4 }, { look: 'wolf-hood', rarity: 'rare' },
  ),
];

// biome-ignore format: a table reads best with one row to a line
const TRINKETS: readonly ItemKind[] = [
  piece(110, 'lucky-hare-foot', 'Lucky Hare’s Foot', 'trinket', 2, 60, 'rabbit', 'Lucky for one of you.', { vigor: 1, aim: 1 }),
  piece(
    111, 'fang-necklace', 'Fang Necklace', 'trinket', 4, 200, 'primitive-necklace',
    'Strung by the children of Alderwick from teeth they insist they found.', { might: 3 },
  ),
  piece(
    112, 'glow-pendant', 'Glow-gem Pendant', 'trinket', 5, 340, 'gem-pendant',
    'Bright enough to read by, not bright enough to be read by.', { spirit: 4 }, { rarity: 'fine' },
  ),
  piece(
    113, 'den-mother-tooth', 'Den Mother’s Tooth', 'trinket', 6, 520, 'saber-tooth',
    'As long as your finger, and it has been further.', { might: 4, vigor: 4 }, { rarity: 'rare' },
  ),
  piece(
    114, 'pearl-ring', 'River Pearl Ring', 'trinket', 6, 480, 'pearl-earring',
    'Marten swears it was in the trout. The trout made no statement.', { aim: 3, spirit: 3 }, { rarity: 'fine' },
  ),
  piece(
    115, 'wardens-token', 'Warden’s Token', 'trinket', 8, 1100, 'oak-leaf',
    'An alder leaf in bronze: the bearer may walk where the village cannot.', { might: 5, aim: 5, spirit: 5, vigor: 5 },
    { rarity: 'rare' },
  ),
];

export const ARMOR: readonly ItemKind[] = [...NEWCOMER, ...FIGHTER, ...CASTER, ...SPOILS, ...TRINKETS];

/** A keepsake: a trinket with no more to show than its story. */
export const charm = (
  id: number,
  key: string,
  name: string,
  level: number,
  price: number,
  icon: string,
  text: string,
  stats: Stats,
  rarity: Rarity,
): ItemKind => piece(id, key, name, 'trinket', level, price, icon, text, stats, { rarity });
