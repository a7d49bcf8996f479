// Gear of the outer marches: what fills the gaps at level 8, and the plain line of level 11 that every town sells. In: nothing.
// Out: item kinds 300-359.
import type { ItemKind } from '../../kinds';
import { line } from './make';

// biome-ignore format: a table reads best with one row to a line
export const MARCH: readonly ItemKind[] = [
  ...line({ level: 8, rarity: 'fine', material: 'leather', gives: { might: 3, aim: 3, vigor: 1 }, chest: 'leather', head: 'hood', drops: true }, [
    [300, 'chest', 'poacher-coat', 'Poacher’s Coat', 'leather-vest', 'Eleven pockets, nine of them deniable.'],
    [301, 'legs', 'poacher-leggings', 'Poacher’s Leggings', 'armored-pants', 'Quiet at the knee, where it counts.'],
    [302, 'head', 'poacher-hood', 'Poacher’s Hood', 'hood', 'From inside, every wood is yours.'],
    [303, 'hands', 'poacher-mitts', 'Poacher’s Mitts', 'winter-gloves', 'Warm, supple and never seen near the duke’s pheasants.'],
    [304, 'feet', 'poacher-boots', 'Poacher’s Boots', 'leather-boot', 'They leave the prints of a much heavier man.', { gives: { might: 2, aim: 2, haste: 1 } }],
  ]),
  ...line({ level: 8, rarity: 'fine', material: 'cloth', gives: { spirit: 4, vigor: 2 }, head: 'circlet', drops: true }, [
    [305, 'legs', 'starfall-skirts', 'Starfall Skirts', 'skirt', 'The hem is the horizon. Mind the puddles.'],
    [306, 'head', 'starfall-circlet', 'Starfall Circlet', 'tiara', 'One stone is missing. It will be back in August.'],
    [307, 'hands', 'starfall-wraps', 'Starfall Wraps', 'hand-bandage', 'Cool to the touch, even when the fingers are not.'],
    [308, 'feet', 'starfall-slippers', 'Starfall Slippers', 'boots', 'Made for observatories. Cold floors, long nights.'],
  ]),
  ...line({ level: 8, rarity: 'fine', gives: { might: 1, vigor: 2 }, drops: true }, [
    [309, 'offhand', 'watch-shield', 'Watchman’s Shield', 'round-shield', 'Rings like a dinner bell, and is used as one.', { look: 'round-shield', material: 'plate' }],
    [310, 'neck', 'watch-whistle', 'Watchman’s Whistle', 'ringing-bell', 'Two blasts for wolves, three for tea.'],
    [311, 'ring', 'tollmans-ring', 'Tollman’s Ring', 'ring', 'Worn on the hand that takes.'],
  ]),
  ...line({ level: 11, rarity: 'common', material: 'plate', gives: { might: 3, vigor: 3 }, chest: 'march-plate', head: 'march-helm', drops: true }, [
    [320, 'chest', 'march-cuirass', 'Marcher’s Cuirass', 'breastplate', 'Hammered flat on the eastern road, by the eastern road.'],
    [321, 'legs', 'march-greaves', 'Marcher’s Leg Plates', 'leg-armor', 'The left one has walked further. It says.'],
    [322, 'head', 'march-helm', 'Marcher’s Helm', 'visored-helm', 'You hear the sea in it. It is your own breath.'],
    [323, 'hands', 'march-gauntlets', 'Marcher’s Gauntlets', 'gauntlet', 'Salute carefully.'],
    [324, 'feet', 'march-sabatons', 'Marcher’s Sabatons', 'greaves', 'Announce their wearer like a dropped kitchen.'],
  ]),
  ...line({ level: 11, rarity: 'common', material: 'leather', gives: { might: 4, vigor: 2 }, chest: 'march-coat', head: 'march-hat', drops: true }, [
    [325, 'chest', 'march-coat', 'Bravo’s Coat', 'leather-vest', 'Cut for a quick arm and a quicker exit.'],
    [326, 'legs', 'march-breeches', 'Bravo’s Breeches', 'trousers', 'Double seat, for tavern benches.'],
    [327, 'head', 'march-hat', 'Bravo’s Hat', 'western-hat', 'The feather is a challenge. To the goose, mainly.'],
    [328, 'hands', 'march-cuffs', 'Bravo’s Cuffs', 'bracers', 'A blade slides off them, if it asks politely.'],
    [329, 'feet', 'march-boots', 'Bravo’s Boots', 'leather-boot', 'Swashed and, on Sundays, buckled.', { gives: { might: 4, haste: 2 } }],
  ]),
  ...line({ level: 11, rarity: 'common', material: 'leather', gives: { aim: 4, vigor: 2 }, chest: 'march-jerkin', head: 'march-hood', drops: true }, [
    [330, 'chest', 'march-jerkin', 'Drover’s Jerkin', 'leather-vest', 'Smells of three counties and most of their sheep.'],
    [331, 'legs', 'march-chaps', 'Drover’s Chaps', 'armored-pants', 'Thorns give up half-way through.'],
    [332, 'head', 'march-hood', 'Drover’s Hood', 'hood', 'Rain runs off it into your neighbour.'],
    [333, 'hands', 'march-tabs', 'Drover’s Finger Tabs', 'bracers', 'For a string that bites back.'],
    [334, 'feet', 'march-brogues', 'Drover’s Brogues', 'boots', 'They know the way to every market and every inn beside it.'],
  ]),
  ...line({ level: 11, rarity: 'common', material: 'cloth', gives: { spirit: 4, vigor: 2 }, chest: 'march-robe', head: 'march-circlet', drops: true }, [
    [335, 'chest', 'march-robe', 'Almoner’s Robe', 'robe', 'Sleeves wide enough to hold a loaf, an apology, or both.'],
    [336, 'legs', 'march-skirts', 'Almoner’s Skirts', 'skirt', 'Blessed twice: once on purpose.'],
    [337, 'head', 'march-circlet', 'Almoner’s Circlet', 'tiara', 'Brass. The gold one was given to the poor.'],
    [338, 'hands', 'march-wraps', 'Almoner’s Wraps', 'hand-bandage', 'Have held many hands, some of them very briefly.'],
    [339, 'feet', 'march-sandals', 'Almoner’s Sandals', 'boots', 'Humble, airy, and wrong for the fells.'],
  ]),
  ...line({ level: 11, rarity: 'common', gives: { might: 3, vigor: 2 }, drops: true }, [
    [340, 'melee', 'march-sword', 'Marcher’s Longsword', 'broadsword', 'Long enough to settle things. Not long enough to settle them fairly.', { look: 'march-sword' }],
    [341, 'melee', 'march-mace', 'Marcher’s Mace', 'flanged-mace', 'There is no wrong way to hold it, only wrong ends.', { look: 'march-mace' }],
    [342, 'bow', 'march-bow', 'Marcher’s Flatbow', 'bow-arrow', 'Hickory, sinew and a knot that somebody swore by.', { gives: { aim: 1 }, look: 'march-bow' }],
    [343, 'firearm', 'march-lock', 'Marcher’s Musket', 'musket', 'Fires in most weathers. Names them, too.', { gives: { aim: 1 }, look: 'march-lock' }],
    [344, 'focus', 'march-wand', 'Rowan Wand', 'fairy-wand', 'Rowan keeps witches off. The rest it leaves to you.', { gives: { spirit: 1 }, look: 'march-wand' }],
    [345, 'offhand', 'march-shield', 'Marcher’s Shield', 'round-shield', 'Painted with the arms of somebody who no longer objects.', { gives: { might: 1, vigor: 3 }, look: 'round-shield', material: 'plate' }],
    [346, 'offhand', 'march-quiver', 'Marcher’s Quiver', 'feather', 'Twenty-four arrows and a heel of cheese.', { gives: { aim: 1 } }],
    [347, 'offhand', 'march-dirk', 'Parrying Dirk', 'sacrificial-dagger', 'The left hand’s opinion.', { gives: { might: 1 } }],
    [348, 'offhand', 'march-primer', 'Hedge-school Primer', 'open-book', 'A is for Ash. B is for Burning. It goes on like that.', { gives: { spirit: 1 } }],
    [349, 'neck', 'march-torc', 'Bronze Torc', 'primitive-necklace', 'Twisted by hand. Whose hand, it does not say.', { gives: { might: 2, vigor: 1 } }],
    [350, 'neck', 'march-lens', 'Bowman’s Lens', 'gem-pendant', 'Everything is nearer. Everything looks back.', { gives: { aim: 2, vigor: 1 } }],
    [351, 'neck', 'march-beads', 'Prayer Beads', 'primitive-necklace', 'One hundred and eight. Somebody counted, twice.', { gives: { spirit: 2, vigor: 1 } }],
    [352, 'ring', 'march-band', 'Iron Band', 'ring', 'Plain, honest, turns the finger green.', { gives: { might: 2, vigor: 1 } }],
    [353, 'ring', 'march-thumbring', 'Archer’s Thumb Ring', 'big-diamond-ring', 'Horn. Warm in winter.', { gives: { aim: 1 } }],
    [354, 'ring', 'march-signet', 'Reader’s Signet', 'big-diamond-ring', 'Seals letters and, now and then, fates.', { gives: { spirit: 1 } }],
  ]),
];
