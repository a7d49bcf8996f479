// Rare gear of level 18, from those who hold the far marches at night: found, won and paid for work, never sold. In: nothing.
// Out: item kinds 470-509.
import type { ItemKind } from '../../kinds';
import { line } from './make';

// biome-ignore format: a table reads best with one row to a line
export const NIGHT: readonly ItemKind[] = [
  ...line({ level: 18, rarity: 'rare', material: 'plate', gives: { might: 3, vigor: 3 }, chest: 'night-plate', head: 'night-helm', drops: true }, [
    [470, 'chest', 'night-plate', 'Nightbastion Plate', 'abdominal-armor', 'Black, because the smith worked with the shutters closed.'],
    [471, 'legs', 'night-greaves', 'Nightbastion Leg Plates', 'leg-armor', 'They kneel for nobody, least of all stairs.'],
    [472, 'head', 'night-helm', 'Nightbastion Helm', 'horned-helm', 'From within, the dark looks well lit.'],
    [473, 'hands', 'night-gauntlets', 'Nightbastion Gauntlets', 'gauntlet', 'The knuckles are named after towns. Four fell.'],
    [474, 'feet', 'night-sabatons', 'Nightbastion Sabatons', 'greaves', 'Left prints in a flagstone. Once was enough.'],
  ]),
  ...line({ level: 18, rarity: 'rare', material: 'leather', gives: { might: 4, vigor: 2 }, chest: 'night-coat', head: 'night-hood', drops: true }, [
    [475, 'chest', 'night-coat', 'Lampblack Coat', 'cape-armor', 'Cut from the hour before dawn.'],
    [476, 'legs', 'night-breeches', 'Lampblack Breeches', 'trousers', 'Knives are kept in the seams, in order of temper.'],
    [477, 'head', 'night-mask', 'Lampblack Hood', 'hood', 'Nobody remembers the face. Just the apology.'],
    [478, 'hands', 'night-gloves', 'Lampblack Gloves', 'gloves', 'Leave other people’s fingerprints.'],
    [479, 'feet', 'night-boots', 'Lampblack Boots', 'leather-boot', 'Always one step ahead. It is a matter of which foot.', { gives: { might: 4, haste: 3 } }],
  ]),
  ...line({ level: 18, rarity: 'rare', material: 'leather', gives: { aim: 4, vigor: 2 }, chest: 'night-jerkin', head: 'storm-hood', drops: true }, [
    [480, 'chest', 'night-jerkin', 'Owl’s Watch Jerkin', 'leather-vest', 'Lined with down that turns its head all the way round.'],
    [481, 'legs', 'night-leggings', 'Owl’s Watch Leggings', 'armored-pants', 'Made for branches. Silent on the way down, too.'],
    [482, 'head', 'night-cowl', 'Owl’s Watch Hood', 'hood', 'Who? Exactly.'],
    [483, 'hands', 'night-bracers', 'Owl’s Watch Bracers', 'bracers', 'The string lands on them like a moth.'],
    [484, 'feet', 'night-treads', 'Owl’s Watch Treads', 'boots', 'Mice have asked for them to be forbidden.'],
  ]),
  ...line({ level: 18, rarity: 'rare', material: 'cloth', gives: { spirit: 4, vigor: 2 }, chest: 'night-robe', head: 'night-crown', drops: true }, [
    [485, 'chest', 'night-robe', 'Eclipse Robe', 'robe', 'For seven minutes it is the only thing that anybody looks at.'],
    [486, 'legs', 'night-skirts', 'Eclipse Skirts', 'skirt', 'The shadow falls a little before you do.'],
    [487, 'head', 'night-crown', 'Eclipse Crown', 'crown', 'Do not look into it directly.'],
    [488, 'hands', 'night-wraps', 'Eclipse Wraps', 'hand-bandage', 'Day on the palm, night on the back.'],
    [489, 'feet', 'night-slippers', 'Eclipse Slippers', 'boots', 'They only ever touch half of the ground.'],
  ]),
  ...line({ level: 18, rarity: 'rare', gives: { might: 3, vigor: 2 }, drops: true }, [
    [490, 'melee', 'night-sabre', 'Sabre of the Third Watch', 'saber-slash', 'Drawn at three, wiped by four.', { look: 'night-sabre' }],
    [491, 'melee', 'night-hammer', 'The Quiet Word', 'warhammer', 'It only needs to be said once.', { look: 'war-hammer' }],
    [492, 'bow', 'night-bow', 'Moonless Bow', 'lightning-bow', 'The arrow is the first that you see of it. And the last.', { gives: { aim: 1 }, look: 'night-bow' }],
    [493, 'firearm', 'night-lock', 'Curfew', 'rifle', 'Everybody indoors.', { gives: { aim: 1 }, look: 'storm-lock' }],
    [494, 'focus', 'night-wand', 'Eclipse Wand', 'crescent-staff', 'A ring of light with a hole where the middle ought to be.', { gives: { spirit: 4, vigor: 1 }, look: 'night-wand' }],
    [495, 'offhand', 'night-shield', 'Nightbastion Wall', 'templar-shield', 'A wall with a strap.', { gives: { might: 1, vigor: 3 }, look: 'kite-shield', material: 'plate' }],
    [496, 'offhand', 'night-quiver', 'Quiver of Small Hours', 'feather', 'One, two, three, four. Then it gets light.', { gives: { aim: 1 } }],
    [497, 'offhand', 'night-fang', 'Lampblack Fang', 'sacrificial-dagger', 'The second blade in a room is the one that is not seen.', { gives: { might: 1 } }],
    [498, 'offhand', 'night-psalter', 'Psalter of the Dark Half', 'open-book', 'Read aloud, it answers.', { gives: { spirit: 1 } }],
    [499, 'neck', 'night-gorget', 'Watch-captain’s Gorget', 'primitive-necklace', 'Polished from the inside by swallowed words.', { gives: { might: 2, vigor: 2 } }],
    [500, 'neck', 'night-feather', 'Owl-feather Charm', 'feather', 'It floats when somebody lies in wait.', { gives: { aim: 2, vigor: 1 } }],
    [501, 'neck', 'night-disc', 'Disc of the Hidden Sun', 'gem-pendant', 'Cold for seven minutes, warm for ever after.', { gives: { spirit: 2, vigor: 1 } }],
    [502, 'ring', 'night-knuckle', 'Knuckle of the Bastion', 'ring', 'The fifth one. It held.', { gives: { might: 2, vigor: 2 } }],
    [503, 'ring', 'night-iris', 'Iris of the Owl', 'big-diamond-ring', 'Wide in the dark, and it is always dark somewhere.', { gives: { aim: 1 } }],
    [504, 'ring', 'night-corona', 'Corona', 'big-diamond-ring', 'What is left over when you cover everything else.', { gives: { spirit: 1 } }],
    [505, 'trinket', 'night-hourglass', 'Hourglass of the Third Watch', 'hourglass', 'Runs up. Nobody has had the heart to tell it.', { gives: { might: 2, aim: 2, spirit: 2, vigor: 2 } }],
  ]),
];
