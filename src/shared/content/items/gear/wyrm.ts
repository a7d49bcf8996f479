// Epic gear of level 20, out of the Wyrm's hoard: carried by great foes, and paid for the longest tales. In: nothing. Out: item kinds 510-559.
import type { ItemKind } from '../../kinds';
import { line } from './make';

// biome-ignore format: a table reads best with one row to a line
export const WYRM: readonly ItemKind[] = [
  ...line({ level: 20, rarity: 'epic', material: 'plate', gives: { might: 3, vigor: 3 }, chest: 'wyrm-plate', head: 'wyrm-helm', drops: true }, [
    [510, 'chest', 'wyrm-plate', 'Wyrmscale Plate', 'spiked-armor', 'Each scale was asked for. One at a time. From a long way off.'],
    [511, 'legs', 'wyrm-greaves', 'Wyrmscale Leg Plates', 'leg-armor', 'They remember how to coil.'],
    [512, 'head', 'wyrm-helm', 'Crown of the Wyrm', 'horned-helm', 'It breathes out when you breathe in.'],
    [513, 'hands', 'wyrm-gauntlets', 'Wyrmclaw Gauntlets', 'gauntlet', 'Ten small reasons to be let through.'],
    [514, 'feet', 'wyrm-sabatons', 'Wyrmscale Sabatons', 'greaves', 'Grass does not grow back. It has tried.'],
  ]),
  ...line({ level: 20, rarity: 'epic', material: 'leather', gives: { might: 4, vigor: 2 }, chest: 'wyrm-coat', head: 'wyrm-hood', drops: true }, [
    [515, 'chest', 'wyrm-coat', 'Cinderwing Coat', 'wing-cloak', 'Cut from a wing that no longer needed it.'],
    [516, 'legs', 'wyrm-breeches', 'Cinderwing Breeches', 'trousers', 'The ember along the seam goes out when you do.'],
    [517, 'head', 'wyrm-hood', 'Cinderwing Hood', 'hood', 'A shadow with two sparks in it.'],
    [518, 'hands', 'wyrm-gloves', 'Cinderwing Gloves', 'gloves', 'Snap your fingers. Stand back.'],
    [519, 'feet', 'wyrm-boots', 'Cinderwing Boots', 'leather-boot', 'They touch down. That is all one can say.', { gives: { might: 4, haste: 4 } }],
  ]),
  ...line({ level: 20, rarity: 'epic', material: 'leather', gives: { aim: 4, vigor: 2 }, chest: 'wyrm-jerkin', head: 'wyrm-hood', drops: true }, [
    [520, 'chest', 'wyrm-jerkin', 'Dragonhunter’s Jerkin', 'leather-vest', 'Scorched at the front only. He was proud of that.'],
    [521, 'legs', 'wyrm-leggings', 'Dragonhunter’s Leggings', 'armored-pants', 'Made for the one good run that one gets.'],
    [522, 'head', 'wyrm-cowl', 'Dragonhunter’s Hood', 'hood', 'Lets you hear wings before there are any.'],
    [523, 'hands', 'wyrm-bracers', 'Dragonhunter’s Bracers', 'bracers', 'Notched for every arrow that counted. Three.'],
    [524, 'feet', 'wyrm-treads', 'Dragonhunter’s Treads', 'boots', 'Cool soles. You would be surprised how rare that is.'],
  ]),
  ...line({ level: 20, rarity: 'epic', material: 'cloth', gives: { spirit: 4, vigor: 2 }, chest: 'wyrm-robe', head: 'wyrm-crown', drops: true }, [
    [525, 'chest', 'wyrm-robe', 'Robe of the First Flame', 'robe', 'It was lit before the sun, and has been modest about it.'],
    [526, 'legs', 'wyrm-skirts', 'Skirts of the First Flame', 'skirt', 'Washes in fire. Dries in fire. Very clean.'],
    [527, 'head', 'wyrm-diadem', 'Diadem of the First Flame', 'crown', 'Five points, and it has made all of them.'],
    [528, 'hands', 'wyrm-wraps', 'Wraps of the First Flame', 'hand-bandage', 'Handle with themselves.'],
    [529, 'feet', 'wyrm-slippers', 'Slippers of the First Flame', 'boots', 'Where they stood, the stone is glass.'],
  ]),
  ...line({ level: 20, rarity: 'epic', gives: { might: 3, vigor: 2 }, drops: true }, [
    [530, 'melee', 'wyrm-blade', 'Wyrmtongue', 'rune-sword', 'Forked at the tip. It says one thing and does another.', { look: 'wyrm-blade' }],
    [531, 'melee', 'wyrm-hammer', 'Heart of the Mountain', 'thor-hammer', 'It still beats. So will you.', { gives: { might: 2, vigor: 3 }, look: 'wyrm-hammer' }],
    [532, 'bow', 'wyrm-bow', 'Sinew of the Sky', 'lightning-bow', 'Drawn, it hums the note on which the world was tuned.', { gives: { aim: 4, vigor: 1 }, look: 'wyrm-bow' }],
    [533, 'firearm', 'wyrm-lock', 'The Last Argument', 'rifle', 'Engraved by a diplomat.', { gives: { aim: 4, vigor: 1 }, look: 'wyrm-lock' }],
    [534, 'focus', 'wyrm-orb', 'Eye of the Wyrm', 'dragon-orb', 'It follows you round the room, and then leads.', { gives: { spirit: 4, vigor: 1 }, look: 'wyrm-orb' }],
    [535, 'focus', 'dawn-crook', 'Crook of the Morning', 'crescent-staff', 'Whatever it touched by evening got up again.', { gives: { spirit: 3, vigor: 2 }, look: 'dawn-crook' }],
    [536, 'offhand', 'wyrm-shield', 'Breast of the Wyrm', 'dragon-shield', 'The soft spot is behind it now.', { gives: { might: 1, vigor: 3 }, look: 'wyrm-shield', material: 'plate' }],
    [537, 'offhand', 'wyrm-quiver', 'Quiver of Splinters', 'feather', 'Teeth, mostly.', { gives: { aim: 1 } }],
    [538, 'offhand', 'wyrm-fang', 'Wyrmfang', 'sacrificial-dagger', 'The other half of the smile.', { gives: { might: 1 } }],
    [539, 'offhand', 'wyrm-codex', 'Codex of Ash', 'open-book', 'It cannot be burnt. That was the first thing they tried.', { gives: { spirit: 1 } }],
    [540, 'neck', 'wyrm-heart', 'Heartscale', 'primitive-necklace', 'It lay over the one place that mattered.', { gives: { might: 2, vigor: 2 } }],
    [541, 'neck', 'wyrm-pupil', 'Slit-eyed Amulet', 'gem-pendant', 'Narrow, patient, gold.', { gives: { aim: 2, vigor: 1 } }],
    [542, 'neck', 'wyrm-spark', 'Spark in Amber', 'gem-pendant', 'The first one ever struck, and quite unharmed.', { gives: { spirit: 2, vigor: 1 } }],
    [543, 'ring', 'wyrm-coil', 'Coil of the Wyrm', 'ring', 'Tightens. Affectionately.', { gives: { might: 2, vigor: 2 } }],
    [544, 'ring', 'wyrm-horizon', 'Ring of the Horizon', 'big-diamond-ring', 'Whatever stands on it is within reach.', { gives: { aim: 1 } }],
    [545, 'ring', 'wyrm-ember', 'Ember That Never Was', 'burning-embers', 'Warm where nothing has burnt.', { gives: { spirit: 1 } }],
    [546, 'trinket', 'wyrm-hoard', 'One Coin of the Hoard', 'two-coins', 'She will know which one is missing.', { gives: { might: 2, aim: 2, spirit: 2, vigor: 2 } }],
  ]),
];
