// Weapons and armor that nobody sells: smiths, tailors and alchemists make them (recipes/). In: nothing. Out: item kinds 700-799, levels 3 to 20.
// Plain work is as good as what shops have at its level; quality makes it better (rules/stats.ts qualityBonus). Prices are what goes into them.

import type { EquipSlot, ItemKind, Rarity, Stats } from '../kinds';
import { CHEST_VISUALS, FOCUS_VISUALS, HEAD_VISUALS, MELEE_VISUALS, RANGED_VISUALS } from '../looks';

const LOOKS: Partial<Record<EquipSlot, readonly string[]>> = {
  melee: MELEE_VISUALS,
  bow: RANGED_VISUALS,
  firearm: RANGED_VISUALS,
  focus: FOCUS_VISUALS,
  chest: CHEST_VISUALS,
  head: HEAD_VISUALS,
};

function gear(
  id: number,
  key: string,
  name: string,
  slot: EquipSlot,
  level: number,
  price: number,
  rarity: Rarity,
  icon: string,
  look: string,
  text: string,
  stats: Stats,
  damage?: readonly [number, number],
): ItemKind {
  const visual = look ? (LOOKS[slot]?.indexOf(look) ?? 0) : 0;
  return { id, key, name, text, icon, rarity, stack: 1, price, level, slot, stats, damage, visual };
}

// biome-ignore format: a table reads best with one row to a line
const WEAPONS: readonly ItemKind[] = [
  gear(700, 'hedge-blade', 'Hedgesmith’s Blade', 'melee', 3, 140, 'common', 'gladius', 'short-sword', 'Your own work, and it holds an edge almost to the end of the word.', { might: 2, vigor: 1 }, [8, 11]),
  gear(701, 'cobalt-falchion', 'Cobalt Falchion', 'melee', 6, 360, 'fine', 'saber-slash', 'falchion', 'A blue edge with a curve that explains itself.', { might: 4, vigor: 2 }, [12, 17]),
  gear(702, 'cobalt-warblade', 'Cobalt Warblade', 'melee', 9, 710, 'fine', 'broadsword', 'broadsword', 'Rings a clear note, which is more than its owners do.', { might: 6, vigor: 3 }, [16, 23]),
  gear(703, 'starfall-sword', 'Starfall Sword', 'melee', 12, 1450, 'rare', 'pointy-sword', 'cold-sword', 'Drawn at night it shows the way. Mostly the way into trouble.', { might: 7, vigor: 4 }, [20, 29]),
  gear(704, 'emberheart-axe', 'Emberheart Axe', 'melee', 16, 1970, 'rare', 'war-axe', 'axe', 'Warm along the grain, hot along the edge.', { might: 10, vigor: 5 }, [25, 36]),
  gear(705, 'kingmaker', 'Kingmaker', 'melee', 20, 3580, 'rare', 'shining-sword', 'cold-sword', 'Nine smiths have made one. Four wear crowns; five are asked to dinner.', { might: 12, vigor: 6 }, [30, 44]),
  gear(706, 'cobalt-carbine', 'Cobalt Carbine', 'firearm', 6, 480, 'fine', 'musket', 'carbine', 'The lock is cobalt so that the rest may be surprised.', { aim: 4, vigor: 1 }, [12, 17]),
  gear(707, 'silver-rifle', 'Silverbore Rifle', 'firearm', 12, 1290, 'rare', 'rifle', 'long-rifle', 'The bore is polished until it can see you coming.', { aim: 8, vigor: 2 }, [19, 28]),
  gear(708, 'ember-thunderer', 'Ember Thunderer', 'firearm', 18, 3170, 'rare', 'blunderbuss', 'dragon-lock', 'It does not need a flint. It needs an apology.', { aim: 12, vigor: 4 }, [27, 39]),
  gear(740, 'oak-longbow', 'Oak Longbow', 'bow', 6, 315, 'fine', 'bow-arrow', 'yew-bow', 'Pulls like a reluctant door.', { aim: 4, vigor: 1 }, [12, 18]),
  gear(741, 'hornbeam-bow', 'Hornbeam Bow', 'bow', 11, 610, 'fine', 'bow-string', 'horn-bow', 'Speaks once, from far away.', { aim: 8, vigor: 2 }, [19, 28]),
  gear(742, 'ghostwood-bow', 'Ghostwood Bow', 'bow', 17, 1420, 'rare', 'lightning-bow', 'star-bow', 'The string makes no sound. The target generally does.', { aim: 12, vigor: 3 }, [27, 40]),
  gear(745, 'moonbell-wand', 'Moonbell Wand', 'focus', 6, 550, 'fine', 'crystal-wand', 'wand', 'Nods toward whoever is lying.', { spirit: 8, vigor: 1 }),
  gear(746, 'frostlace-staff', 'Frostlace Staff', 'focus', 11, 910, 'fine', 'wizard-staff', 'staff', 'Rime on the grip, winter in the head of it.', { spirit: 15, vigor: 2 }),
  gear(747, 'duskflame-orb', 'Duskflame Orb', 'focus', 17, 1780, 'rare', 'smoking-orb', 'orb', 'Something small and angry turns over in there.', { spirit: 23, vigor: 3 }),
];

// biome-ignore format: a table reads best with one row to a line
const ARMOR: readonly ItemKind[] = [
  gear(710, 'iron-helm', 'Iron Pot Helm', 'head', 4, 175, 'common', 'stahlhelm', 'kettle-helm', 'It was nearly a kettle, and it has not forgotten.', { armor: 9, might: 1, vigor: 2 }),
  gear(711, 'iron-byrnie', 'Iron Byrnie', 'chest', 6, 410, 'fine', 'mail-shirt', 'mail', 'Ring by ring, evening by evening.', { armor: 21, might: 4, vigor: 4 }),
  gear(712, 'cobalt-greaves', 'Cobalt Greaves', 'legs', 8, 650, 'fine', 'greaves', '', 'Shins like a winter sky.', { armor: 21, might: 4, vigor: 4 }),
  gear(713, 'cobalt-helm', 'Cobalt Helm', 'head', 10, 800, 'fine', 'heavy-helm', 'helm', 'A blue brow keeps a cool head.', { armor: 22, might: 4, vigor: 4 }),
  gear(714, 'silver-plate', 'Star-silver Breastplate', 'chest', 12, 1870, 'rare', 'breastplate', 'plate', 'Polished so that enemies can see how worried they look.', { armor: 42, might: 7, vigor: 7 }),
  gear(715, 'silver-greaves', 'Star-silver Greaves', 'legs', 14, 1590, 'rare', 'armor-cuisses', '', 'They chime when you run. Call it a warning.', { armor: 37, might: 6, vigor: 7 }),
  gear(716, 'ember-helm', 'Emberheart Helm', 'head', 16, 1490, 'rare', 'crested-helmet', 'crested-helm', 'Snow melts on it before it lands.', { armor: 35, might: 6, vigor: 6 }),
  gear(717, 'ember-plate', 'Emberheart Plate', 'chest', 18, 3490, 'rare', 'abdominal-armor', 'captain', 'The heart of a hill, hammered flat over yours.', { armor: 63, might: 11, vigor: 11 }),
  gear(718, 'ember-greaves', 'Emberheart Greaves', 'legs', 20, 2970, 'rare', 'leg-armor', '', 'Tall grass bows, then smokes.', { armor: 53, might: 9, vigor: 9 }),
  gear(720, 'stitched-jerkin', 'Stitched Jerkin', 'chest', 3, 155, 'common', 'leather-vest', 'leather', 'Every stitch a small victory over cow.', { armor: 8, aim: 2, vigor: 1 }),
  gear(721, 'stitched-boots', 'Stitched Boots', 'feet', 4, 110, 'common', 'leather-boot', '', 'Left and right, and you can nearly tell which.', { armor: 5, aim: 1, vigor: 1 }),
  gear(722, 'thickhide-gloves', 'Thickhide Gloves', 'hands', 5, 260, 'fine', 'gloves', '', 'Warm, tough, useless for counting coins.', { armor: 6, aim: 1, vigor: 1 }),
  gear(723, 'thickhide-hood', 'Thickhide Hood', 'head', 6, 320, 'fine', 'hood', 'hood', 'Makes anybody look as if they knew something.', { armor: 9, aim: 2, vigor: 2 }),
  gear(724, 'thickhide-jerkin', 'Thickhide Jerkin', 'chest', 9, 540, 'fine', 'leather-armor', 'leather', 'It turned a boar once. The boar still talks of it.', { armor: 23, aim: 6, vigor: 4 }),
  gear(725, 'ruggedhide-boots', 'Trackless Boots', 'feet', 10, 600, 'fine', 'fur-boot', '', 'They leave prints, but reluctantly.', { armor: 13, aim: 3, vigor: 2 }),
  gear(726, 'ruggedhide-gloves', 'Archer’s Gauntlets', 'hands', 11, 520, 'fine', 'bracers', '', 'Two fingers bare, the rest beyond reproach.', { armor: 12, aim: 3, vigor: 2 }),
  gear(727, 'ruggedhide-hood', 'Stalker’s Hood', 'head', 12, 680, 'rare', 'warlock-hood', 'wolf-hood', 'From under it one sees, and is not.', { armor: 19, aim: 5, vigor: 3 }),
  gear(728, 'ruggedhide-jerkin', 'Stalker’s Jerkin', 'chest', 15, 1310, 'rare', 'leather-vest', 'leather', 'Silent at the elbows, where it matters.', { armor: 38, aim: 10, vigor: 6 }),
  gear(729, 'ancient-gloves', 'Wyrmgrip Gloves', 'hands', 17, 920, 'rare', 'winter-gloves', '', 'Whatever you hold, you have held for ages.', { armor: 19, aim: 5, vigor: 3 }),
  gear(730, 'ancient-boots', 'Wyrmtread Boots', 'feet', 18, 1150, 'rare', 'metal-boot', '', 'The earth has met something like these before.', { armor: 24, aim: 6, vigor: 4 }),
  gear(732, 'homespun-robe', 'Homespun Robe', 'chest', 4, 205, 'common', 'robe', 'robe', 'Honest cloth for dishonest weather.', { armor: 8, spirit: 4, vigor: 1 }),
  gear(733, 'silk-hood', 'Hollow Silk Cowl', 'head', 7, 325, 'fine', 'hooded-figure', 'hood', 'Thoughts slide about in it, but none fall out.', { armor: 9, spirit: 4, vigor: 1 }),
  gear(734, 'silk-robe', 'Hollow Silk Robe', 'chest', 10, 610, 'fine', 'robe', 'robe', 'Rustles like a secret that wants out.', { armor: 21, spirit: 9, vigor: 3 }),
  gear(735, 'moonsilk-robe', 'Moonsilk Robe', 'chest', 14, 900, 'rare', 'cape-armor', 'robe', 'Full on some nights, half on others.', { armor: 29, spirit: 13, vigor: 4 }),
  gear(736, 'moonsilk-circlet', 'Moonsilk Circlet', 'head', 13, 950, 'rare', 'tiara', 'circlet', 'A narrow band, and a wide view.', { armor: 17, spirit: 7, vigor: 2 }),
  gear(737, 'starweave-mantle', 'Starweave Mantle', 'chest', 19, 1990, 'rare', 'wing-cloak', 'robe', 'Stitched with a sky that is not ours, yet.', { armor: 40, spirit: 18, vigor: 6 }),
];

export const CRAFTED: readonly ItemKind[] = [...WEAPONS, ...ARMOR];
