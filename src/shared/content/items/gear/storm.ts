// Gear of the storm coast, level 17: the best that anybody sells. In: nothing. Out: item kinds 400-439.
import type { ItemKind } from '../../kinds';
import { line } from './make';

// biome-ignore format: a table reads best with one row to a line
export const STORM: readonly ItemKind[] = [
  ...line({ level: 17, rarity: 'fine', material: 'plate', gives: { might: 3, vigor: 3 }, chest: 'storm-plate', head: 'winged-helm', drops: true }, [
    [400, 'chest', 'storm-plate', 'Stormwarden Plate', 'breastplate', 'Lightning found it once. They have an understanding.'],
    [401, 'legs', 'storm-greaves', 'Stormwarden Leg Plates', 'leg-armor', 'Salt in every hinge, and still they do not complain.'],
    [402, 'head', 'storm-helm', 'Stormwarden Helm', 'crested-helmet', 'The wings are for morale. Whose, is debated.'],
    [403, 'hands', 'storm-gauntlets', 'Stormwarden Gauntlets', 'gauntlet', 'Hair stands on end at a handshake.'],
    [404, 'feet', 'storm-sabatons', 'Stormwarden Sabatons', 'greaves', 'Heavy enough for a gale to go round.'],
  ]),
  ...line({ level: 17, rarity: 'fine', material: 'leather', gives: { might: 4, vigor: 2 }, chest: 'storm-coat', head: 'storm-hat', drops: true }, [
    [405, 'chest', 'storm-coat', 'Corsair’s Greatcoat', 'leather-vest', 'Gold frogging, sewn on by daylight and by moonlight stolen.'],
    [406, 'legs', 'storm-breeches', 'Corsair’s Breeches', 'trousers', 'Creased by rope, not by iron.'],
    [407, 'head', 'storm-hat', 'Corsair’s Hat', 'western-hat', 'Three corners, so that one is always to windward.'],
    [408, 'hands', 'storm-gloves', 'Corsair’s Gloves', 'gloves', 'One finger short, and the wearer never was.'],
    [409, 'feet', 'storm-boots', 'Corsair’s Boots', 'leather-boot', 'At home on decks, tables and other people’s toes.', { gives: { might: 4, haste: 3 } }],
  ]),
  ...line({ level: 17, rarity: 'fine', material: 'leather', gives: { aim: 4, vigor: 2 }, chest: 'storm-jerkin', head: 'storm-hood', drops: true }, [
    [410, 'chest', 'storm-jerkin', 'Fellstalker’s Jerkin', 'leather-vest', 'Goat outside, goose inside, patience throughout.'],
    [411, 'legs', 'storm-leggings', 'Fellstalker’s Leggings', 'armored-pants', 'They have waited longer for less.'],
    [412, 'head', 'storm-hood', 'Fellstalker’s Hood', 'hood', 'Two eye-holes and an attitude.'],
    [413, 'hands', 'storm-bracers', 'Fellstalker’s Bracers', 'bracers', 'Wind-worn smooth, on the windward arm.'],
    [414, 'feet', 'storm-treads', 'Fellstalker’s Treads', 'boots', 'The scree stays where it is.'],
  ]),
  ...line({ level: 17, rarity: 'fine', material: 'cloth', gives: { spirit: 4, vigor: 2 }, chest: 'storm-robe', head: 'storm-circlet', drops: true }, [
    [415, 'chest', 'storm-robe', 'Tidecaller’s Robe', 'robe', 'Comes up to the ankle twice a day.'],
    [416, 'legs', 'storm-skirts', 'Tidecaller’s Skirts', 'skirt', 'Foam at the hem. Do not iron.'],
    [417, 'head', 'storm-circlet', 'Tidecaller’s Circlet', 'tiara', 'The pearl turns toward the moon, also by day.'],
    [418, 'hands', 'storm-wraps', 'Tidecaller’s Wraps', 'hand-bandage', 'Never dry. Never cold.'],
    [419, 'feet', 'storm-sandals', 'Tidecaller’s Sandals', 'boots', 'They were found side by side, below the high-water mark, pointing out.'],
  ]),
  ...line({ level: 17, rarity: 'fine', gives: { might: 3, vigor: 2 }, drops: true }, [
    [420, 'melee', 'storm-sword', 'Stormglass Sword', 'rune-sword', 'Sand, struck twice in the same place.', { look: 'storm-sword' }],
    [421, 'melee', 'storm-maul', 'Breakwater Maul', 'flanged-mace', 'For waves, walls and whoever built them.', { look: 'storm-maul' }],
    [422, 'bow', 'storm-bow', 'Gullbone Bow', 'bowman', 'Screams a little on the release. Gulls do.', { gives: { aim: 1 }, look: 'horn-bow' }],
    [423, 'firearm', 'storm-lock', 'Thunderlock', 'rifle', 'First the flash, then the count, then the bill.', { gives: { aim: 1 }, look: 'storm-lock' }],
    [424, 'focus', 'storm-orb', 'Bottled Squall', 'crystal-ball', 'Cork it before you sleep.', { gives: { spirit: 3, vigor: 1 }, look: 'ember-orb' }],
    [425, 'focus', 'storm-crook', 'Crook of Saint Orla', 'crescent-staff', 'She pulled a drowning man out with it, and a bishop in.', { gives: { spirit: 2, vigor: 1 }, look: 'saints-crook' }],
    [426, 'offhand', 'storm-shield', 'Stormwarden Shield', 'templar-shield', 'The rain stops at its rim, out of habit.', { gives: { might: 1, vigor: 3 }, look: 'kite-shield', material: 'plate' }],
    [427, 'offhand', 'storm-quiver', 'Gullfeather Quiver', 'feather', 'White, grey, white. It always finds the shore.', { gives: { aim: 1 } }],
    [428, 'offhand', 'storm-dirk', 'Boarding Dirk', 'sacrificial-dagger', 'Made for teeth. The holding, that is.', { gives: { might: 1 } }],
    [429, 'offhand', 'storm-almanac', 'Almanac of Tides', 'open-book', 'Correct for every day but one. It does not say which.', { gives: { spirit: 1 } }],
    [430, 'neck', 'storm-chain', 'Anchor Chain', 'primitive-necklace', 'One link of it, and that is enough.', { gives: { might: 2, vigor: 2 } }],
    [431, 'neck', 'storm-spyglass', 'Spyglass Pendant', 'gem-pendant', 'The far end is always somewhere worse.', { gives: { aim: 2, vigor: 1 } }],
    [432, 'neck', 'storm-shell', 'Whispering Shell', 'oyster-pearl', 'You hear the sea. The sea hears you.', { gives: { spirit: 2, vigor: 1 } }],
    [433, 'ring', 'storm-band', 'Keelhauler’s Band', 'ring', 'Worn through on one side, where the rope ran.', { gives: { might: 2, vigor: 2 } }],
    [434, 'ring', 'storm-gull', 'Gull’s-eye Ring', 'big-diamond-ring', 'Sees chips at half a mile.', { gives: { aim: 1 } }],
    [435, 'ring', 'storm-pearl', 'Ring of the Third Tide', 'big-diamond-ring', 'There are two. Ask the ring.', { gives: { spirit: 1 } }],
  ]),
];
