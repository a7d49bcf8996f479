// Weapons of the four kinds. In: nothing. Out: item kinds 1-59. All four are worn at once, each ability uses its own.
// A melee weapon of level L does about 5.5 + 1.6 (L - 1) a blow; finer ones a little more and with stats on top.

import type { ItemKind, Rarity, Stats } from '../kinds';
import { FOCUS_VISUALS, MELEE_VISUALS, RANGED_VISUALS } from '../looks';

type Make = (
  id: number,
  key: string,
  name: string,
  level: number,
  price: number,
  damage: readonly [number, number] | undefined,
  look: string,
  icon: string,
  text: string,
  more?: { rarity?: Rarity; stats?: Stats },
) => ItemKind;

const maker =
  (slot: 'melee' | 'bow' | 'firearm' | 'focus', looks: readonly string[]): Make =>
  (id, key, name, level, price, damage, look, icon, text, more = {}) => ({
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
    stats: more.stats,
    damage,
    visual: looks.indexOf(look),
  });
const melee = maker('melee', MELEE_VISUALS);
const bow = maker('bow', RANGED_VISUALS);
const gun = maker('firearm', RANGED_VISUALS);
const focus = maker('focus', FOCUS_VISUALS);

// biome-ignore format: a table reads best with one row to a line
export const WEAPONS: readonly ItemKind[] = [
  melee(
    1, 'rusty-sword', 'Rusty Sword', 1, 20, [4, 7], 'rusty-sword', 'rusty-sword',
    'More rust than sword, but the sword part is the front.',
  ),
  melee(2, 'ash-cudgel', 'Ash Cudgel', 2, 70, [5, 9], 'cudgel', 'wood-club', 'A stick with ambitions.'),
  melee(
    3, 'short-sword', 'Smithed Short Sword', 3, 160, [7, 10], 'short-sword', 'gladius',
    'Bram’s mark is on the tang, and so is his thumbprint.',
  ),
  melee(
    4, 'militia-sword', 'Militia Broadsword', 4, 300, [8, 13], 'broadsword', 'broadsword',
    'Issued, returned, complained about and issued again.', { rarity: 'fine', stats: { might: 2 } },
  ),
  melee(
    5, 'woodsmans-axe', 'Woodsman’s Axe', 5, 420, [10, 15], 'axe', 'battle-axe',
    'It has opinions about trees and is open to persuasion about wolves.', { stats: { might: 2, vigor: 1 } },
  ),
  melee(6, 'flanged-mace', 'Flanged Mace', 7, 900, [13, 19], 'mace', 'flanged-mace', 'For discussions with people in armor.', {
    stats: { might: 4, vigor: 2 },
  }),
  melee(
    7, 'captains-falchion', 'Rusk’s Falchion', 8, 1500, [15, 22], 'falchion', 'saber-slash',
    'The captain’s own. The notches are a tally; he could not count past nine.', { rarity: 'rare', stats: { might: 7, vigor: 3 } },
  ),
  melee(
    8, 'cold-iron-sword', 'Cold Iron Sword', 9, 2100, [16, 23], 'cold-sword', 'relic-blade',
    'Never warms in the hand, whatever the hand is doing.', { rarity: 'fine', stats: { might: 7, armor: 6 } },
  ),
  melee(
    9, 'millstone-maul', 'Millstone Maul', 6, 650, [12, 16], 'mace', 'stone-sphere',
    'A broken runner stone on a wagon shaft. Ground wheat for eighty years; still grinds.',
    { rarity: 'fine', stats: { might: 4, vigor: 2 } },
  ),
  melee(
    10, 'merrows-sabre', 'Merrow’s Sabre', 10, 2600, [18, 25], 'falchion', 'crossed-sabres',
    'Won at dice from the sea, who wants it back.', { rarity: 'rare', stats: { might: 9, aim: 3, vigor: 3 } },
  ),

  bow(
    15, 'ash-bow', 'Ash Bow', 1, 20, [5, 8], 'ash-bow', 'pocket-bow',
    'Bends where it should and, on damp days, where it should not.',
  ),
  bow(16, 'hunters-bow', 'Hunter’s Bow', 3, 170, [8, 12], 'ash-bow', 'bow-arrow', 'Corin cut it, strung it and lost it at cards.', {
    stats: { aim: 1 },
  }),
  bow(
    17, 'yew-bow', 'Yew Longbow', 5, 440, [11, 17], 'yew-bow', 'bow-string',
    'Taller than the farmer’s boy and considerably more patient.', { rarity: 'fine', stats: { aim: 3 } },
  ),
  bow(
    18, 'horn-bow', 'Horn Bow', 7, 920, [15, 21], 'horn-bow', 'bowman', 'Laminated horn and sinew. Smells of goat when it rains.',
    { stats: { aim: 5, vigor: 1 } },
  ),
  bow(
    19, 'star-bow', 'Lanternwood Bow', 9, 2200, [18, 26], 'star-bow', 'lightning-bow',
    'Cut from a tree that wisps had roosted in. Arrows leave it reluctantly bright.',
    { rarity: 'rare', stats: { aim: 9, spirit: 3 } },
  ),

  gun(
    25, 'wheel-lock', 'Militia Wheel-lock', 1, 30, [5, 8], 'wheel-lock', 'pistol-gun',
    'Militia issue. Wind the wheel, say a short prayer, pull.',
  ),
  gun(
    26, 'village-carbine', 'Village Carbine', 3, 190, [8, 11], 'carbine', 'musket',
    'Made in Alderwick by a man who usually makes hinges. It swings open beautifully.', { stats: { aim: 1 } },
  ),
  gun(
    27, 'long-rifle', 'Long Rifle', 5, 480, [11, 16], 'long-rifle', 'sawed-off-shotgun',
    'Long enough to be somebody else’s problem.', { rarity: 'fine', stats: { aim: 3 } },
  ),
  gun(
    28, 'bandits-blunderbuss', 'Toll-taker’s Blunderbuss', 7, 960, [14, 21], 'carbine', 'blunderbuss',
    'Loaded with whatever the last traveller had in his pockets.', { stats: { aim: 4, vigor: 2 } },
  ),
  gun(
    29, 'dragon-lock', 'Dragon-lock', 9, 2400, [18, 25], 'dragon-lock', 'flint-spark',
    'The cock is cast as a dragon. It bites the flint and, now and then, the thumb.',
    { rarity: 'rare', stats: { aim: 9, might: 3 } },
  ),

  focus(35, 'twig-focus', 'Twig Focus', 1, 20, undefined, 'twig', 'wood-stick', 'A twig that once stood near a wizard.', {
    stats: { spirit: 1 },
  }),
  focus(36, 'hazel-wand', 'Hazel Wand', 3, 170, undefined, 'wand', 'fairy-wand', 'Hazel for finding: water, words, trouble.', {
    stats: { spirit: 3 },
  }),
  focus(
    37, 'lantern-staff', 'Lantern Staff', 5, 450, undefined, 'staff', 'wizard-staff',
    'Good for walking, reading in bed and setting fire to bandits.', { rarity: 'fine', stats: { spirit: 6 } },
  ),
  focus(38, 'cinder-orb', 'Cinder Orb', 7, 940, undefined, 'orb', 'crystal-ball', 'Keep it out of your trouser pocket.', {
    rarity: 'fine', stats: { spirit: 9 },
  }),
  focus(
    39, 'widowsilk-focus', 'Widowsilk Spindle', 7, 1300, undefined, 'silk-focus', 'orb-wand',
    'Wound with the Silkwidow’s own thread. It hums when flies pass.', { rarity: 'rare', stats: { spirit: 11, aim: 2 } },
  ),
  focus(
    40, 'abbots-crook', 'The Abbot’s Crook', 10, 2800, undefined, 'crook', 'crescent-staff',
    'He led his flock with it. They are, in a manner of speaking, still following.',
    { rarity: 'epic', stats: { spirit: 16, vigor: 5 } },
  ),
];
