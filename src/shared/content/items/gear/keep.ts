// Gear of the keeps, level 14: the fine line of the great towns' smiths and outfitters. In: nothing. Out: item kinds 360-399.
import type { ItemKind } from '../../kinds';
import { line } from './make';

// biome-ignore format: a table reads best with one row to a line
export const KEEP: readonly ItemKind[] = [
  ...line({ level: 14, rarity: 'fine', material: 'plate', gives: { might: 3, vigor: 3 }, chest: 'keep-plate', head: 'keep-helm', drops: true }, [
    [360, 'chest', 'keep-plate', 'Keepguard Plate', 'breastplate', 'Stood before a gate for thirty years, with and without somebody in it.'],
    [361, 'legs', 'keep-cuisses', 'Keepguard Cuisses', 'armor-cuisses', 'Built for standing. Can be talked into running.'],
    [362, 'head', 'keep-helm', 'Keepguard Helm', 'black-knight-helm', 'The plume is regulation. The dent is tradition.'],
    [363, 'hands', 'keep-gauntlets', 'Keepguard Gauntlets', 'gauntlet', 'Shut like a door.'],
    [364, 'feet', 'keep-sabatons', 'Keepguard Sabatons', 'greaves', 'Nobody has ever been surprised by them.'],
  ]),
  ...line({ level: 14, rarity: 'fine', material: 'leather', gives: { might: 4, vigor: 2 }, chest: 'keep-coat', head: 'keep-hat', drops: true }, [
    [365, 'chest', 'keep-coat', 'Fencing-master’s Coat', 'leather-vest', 'Buttoned on the side that is not being pointed at.'],
    [366, 'legs', 'keep-hose', 'Fencing-master’s Hose', 'trousers', 'Lunge-proof. It has been proved.'],
    [367, 'head', 'keep-hat', 'Fencing-master’s Hat', 'western-hat', 'Tipped before every duel, and picked up after most.'],
    [368, 'hands', 'keep-gloves', 'Fencing-master’s Gloves', 'gloves', 'The right one was thrown down so often that it has been resoled.'],
    [369, 'feet', 'keep-pumps', 'Fencing-master’s Pumps', 'leather-boot', 'Retreat, retreat, advance. They do the counting.', { gives: { might: 4, haste: 2 } }],
  ]),
  ...line({ level: 14, rarity: 'fine', material: 'leather', gives: { aim: 4, vigor: 2 }, chest: 'keep-jerkin', head: 'keep-hood', drops: true }, [
    [370, 'chest', 'keep-jerkin', 'Forester’s Jerkin', 'leather-vest', 'The green of the third row of trees, where nobody looks.'],
    [371, 'legs', 'keep-leggings', 'Forester’s Leggings', 'armored-pants', 'Moss grows on the north side.'],
    [372, 'head', 'keep-hood', 'Forester’s Hood', 'hood', 'Birds have tried to move in.'],
    [373, 'hands', 'keep-bracers', 'Forester’s Bracers', 'bracers', 'Carved with the names of trees, not of people.'],
    [374, 'feet', 'keep-boots', 'Forester’s Boots', 'boots', 'Twigs hold their breath.'],
  ]),
  ...line({ level: 14, rarity: 'fine', material: 'cloth', gives: { spirit: 4, vigor: 2 }, chest: 'keep-robe', head: 'keep-cowl', drops: true }, [
    [375, 'chest', 'keep-robe', 'Loremaster’s Robe', 'robe', 'Ink to the elbows, on the inside.'],
    [376, 'legs', 'keep-skirts', 'Loremaster’s Skirts', 'skirt', 'Footnotes are stitched along the hem.'],
    [377, 'head', 'keep-cowl', 'Loremaster’s Cowl', 'hood', 'Shuts out everything but the argument.'],
    [378, 'hands', 'keep-wraps', 'Loremaster’s Wraps', 'hand-bandage', 'Paper cuts, mostly. The lightning was once.'],
    [379, 'feet', 'keep-slippers', 'Loremaster’s Slippers', 'boots', 'Forbidden to squeak by an old rule of the library.'],
  ]),
  ...line({ level: 14, rarity: 'fine', gives: { might: 3, vigor: 2 }, drops: true }, [
    [380, 'melee', 'keep-sword', 'Keepguard Sword', 'broadsword', 'Drawn on parade, on feast days and on you.', { look: 'keep-sword' }],
    [381, 'melee', 'keep-axe', 'Bronzebeard Axe', 'battle-axe', 'The beard is bronze. The rest would rather not talk about it.', { look: 'bronze-axe' }],
    [382, 'bow', 'keep-bow', 'Hawkwing Bow', 'bow-string', 'Pulls like a bird that has seen something.', { gives: { aim: 1 }, look: 'hawk-bow' }],
    [383, 'firearm', 'keep-lock', 'Brass-bound Rifle', 'rifle', 'Polished by three sergeants who hate each other.', { gives: { aim: 1 }, look: 'brass-lock' }],
    [384, 'focus', 'keep-staff', 'Loremaster’s Staff', 'wizard-staff', 'Has answers. Waits to be asked nicely.', { gives: { spirit: 1 }, look: 'lore-staff' }],
    [385, 'offhand', 'keep-shield', 'Keepguard Shield', 'templar-shield', 'Taller than a boy, heavier than his father’s advice.', { gives: { might: 1, vigor: 3 }, look: 'kite-shield', material: 'plate' }],
    [386, 'offhand', 'keep-quiver', 'Hawkfeather Quiver', 'feather', 'Each shaft is told where it is going before it leaves.', { gives: { aim: 1 } }],
    [387, 'offhand', 'keep-main-gauche', 'Main Gauche', 'sacrificial-dagger', 'For the argument under the argument.', { gives: { might: 1 } }],
    [388, 'offhand', 'keep-tome', 'Annotated Tome', 'open-book', 'The margin disagrees with the text. The margin is right.', { gives: { spirit: 1 } }],
    [389, 'neck', 'keep-gorget', 'Captain’s Gorget', 'primitive-necklace', 'Engraved: HOLD. On the back: UNTIL TEATIME.', { gives: { might: 2, vigor: 2 } }],
    [390, 'neck', 'keep-talon', 'Hawk’s Talon', 'fangs', 'Closes when something small moves.', { gives: { aim: 2, vigor: 1 } }],
    [391, 'neck', 'keep-key', 'Librarian’s Key', 'gem-pendant', 'Opens the shelf that hums.', { gives: { spirit: 2, vigor: 1 } }],
    [392, 'ring', 'keep-seal', 'Gatekeeper’s Seal', 'ring', 'Pressed into wax, dough and one impatient herald.', { gives: { might: 2, vigor: 2 } }],
    [393, 'ring', 'keep-eye', 'Cat’s-eye Ring', 'big-diamond-ring', 'It blinks. You blinked.', { gives: { aim: 1 } }],
    [394, 'ring', 'keep-loop', 'Loop of Quiet Thoughts', 'big-diamond-ring', 'The loud ones wait outside.', { gives: { spirit: 1 } }],
  ]),
];
