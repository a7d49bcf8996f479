// Rare gear of level 13, out of barrows and other people's chests: found, won and paid for work, never sold. In: nothing. Out: item kinds 440-469.
import type { ItemKind } from '../../kinds';
import { line } from './make';

// biome-ignore format: a table reads best with one row to a line
export const BARROW: readonly ItemKind[] = [
  ...line({ level: 13, rarity: 'rare', material: 'plate', gives: { might: 3, vigor: 3 }, chest: 'barrow-plate', head: 'horned-helm', drops: true }, [
    [440, 'chest', 'barrow-plate', 'Barrow-king’s Plate', 'abdominal-armor', 'Buried with its owner, who has let go of it. Eventually.'],
    [441, 'head', 'barrow-helm', 'Barrow-king’s Helm', 'horned-helm', 'The horns are from something that stood under the hill.'],
    [442, 'hands', 'barrow-gauntlets', 'Barrow-king’s Fists', 'gauntlet', 'Close on their own at midnight.'],
  ]),
  ...line({ level: 13, rarity: 'rare', material: 'leather', gives: { might: 4, vigor: 2 }, chest: 'barrow-coat', head: 'keep-hat', drops: true }, [
    [443, 'chest', 'barrow-coat', 'Gravedigger’s Duster', 'cape-armor', 'Practical. He was always first to leave a funeral.'],
    [444, 'head', 'barrow-hat', 'Gravedigger’s Brim', 'western-hat', 'Taken off for everybody, sooner or later.'],
    [445, 'feet', 'barrow-boots', 'Gravedigger’s Boots', 'leather-boot', 'Six feet of soil have been over them, often.', { gives: { might: 4, haste: 2 } }],
  ]),
  ...line({ level: 13, rarity: 'rare', material: 'leather', gives: { aim: 4, vigor: 2 }, chest: 'barrow-jerkin', head: 'wolf-hood', drops: true }, [
    [446, 'chest', 'barrow-jerkin', 'Ghoststalker’s Jerkin', 'leather-vest', 'It is quieter than you are. It is embarrassed for you.'],
    [447, 'head', 'barrow-hood', 'Ghoststalker’s Hood', 'wolf-head', 'The wolf volunteered. So the label says.'],
    [448, 'hands', 'barrow-bracers', 'Ghoststalker’s Bracers', 'bracers', 'Wound with a string that was never cut.'],
  ]),
  ...line({ level: 13, rarity: 'rare', material: 'cloth', gives: { spirit: 4, vigor: 2 }, chest: 'barrow-robe', head: 'keep-cowl', drops: true }, [
    [449, 'chest', 'barrow-robe', 'Candlewake Robe', 'robe', 'The wax on the sleeve is still warm.'],
    [450, 'head', 'barrow-cowl', 'Candlewake Cowl', 'hood', 'Somebody whispers in it. Good advice, so far.'],
    [451, 'legs', 'barrow-skirts', 'Candlewake Skirts', 'skirt', 'Lit from below by nothing that you can find.'],
  ]),
  ...line({ level: 13, rarity: 'rare', gives: { might: 3, vigor: 2 }, drops: true }, [
    [455, 'melee', 'barrow-blade', 'Barrow-blade', 'relic-blade', 'The runes say: MINE. The next line says: STILL.', { look: 'barrow-blade' }],
    [456, 'bow', 'barrow-bow', 'Yew of the Long Dead', 'bow-string', 'Cut from a churchyard. Every shot is a little too well mourned.', { gives: { aim: 1 }, look: 'barrow-bow' }],
    [457, 'firearm', 'barrow-lock', 'Duellist’s Regret', 'pistol-gun', 'One of a pair. The other fired first.', { gives: { aim: 3, vigor: 1 }, look: 'brass-lock' }],
    [458, 'focus', 'barrow-orb', 'Lamp of the Unlit', 'crystal-ball', 'Gives no light. Shows things anyway.', { gives: { spirit: 4, vigor: 1 }, look: 'barrow-orb' }],
    [459, 'offhand', 'barrow-shield', 'Door of the Barrow', 'round-shield', 'It was a door. It keeps things in, by preference.', { gives: { might: 1, vigor: 3 }, look: 'kite-shield', material: 'plate' }],
    [460, 'neck', 'barrow-torc', 'Torc of the Ninth King', 'primitive-necklace', 'There were eight. He wears it, whoever he is.', { gives: { might: 2, vigor: 2 } }],
    [461, 'ring', 'barrow-ring', 'Ring from a Cold Hand', 'ring', 'It came off easily. Too easily.', { gives: { aim: 2, vigor: 1 } }],
    [462, 'trinket', 'barrow-candle', 'Stub of the Last Candle', 'candle-light', 'Burns when you are not looking.', { gives: { spirit: 2, vigor: 1 } }],
    [463, 'trinket', 'barrow-dice', 'Dead Man’s Dice', 'saber-tooth', 'They owe you one.', { gives: { might: 2, aim: 2 } }],
  ]),
];
