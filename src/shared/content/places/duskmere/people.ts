// Who lives in Duskmere: quiet traders, the lantern's master, the Lampwatch. In: nothing. Out: npcs 321-331 and 360.
import type { Npc } from '../../kinds';
import { person } from '../person';
import {
  BOWS,
  CLOTH,
  CURES,
  FOCI,
  KEEP_FENCER,
  KEEP_LORE,
  LEATHER,
  MAIL,
  STARFALL,
  STORM_JEWELS,
  STORM_TIDE,
  TABLE,
} from '../wares';

const VIOLET = { shirt: 11, trousers: 14, cape: 1, covenant: 2 };

// biome-ignore format: a table reads best with one row to a line
export const DUSK_FOLK: readonly Npc[] = [
  person(321, 'perrin', 'Perrin Vale', 'Grinder of Lenses', 'villager', [377, 1219, 240], { hair: 4, hairColor: 14, shirt: 11, trousers: 10, hat: 7 }, {
    greeting: ['Through this one you see farther. Through this one you see yourself, from behind, a moment ago. Most people take the first.', 'A focus is only a way of paying attention. The price is for the attention.'],
    barks: ['Do not look into the blue one after dark. It is shy.'], vendor: [...FOCI, ...STORM_JEWELS] }),
  person(322, 'ondine', 'Ondine Rushes', 'Keeper of the Patient Eel', 'villager', [373, 1216, 210], { hair: 3, hairColor: 0, body: 1, shirt: 9, trousers: 13, apron: 1, skin: 4 }, {
    greeting: ['Whisper your order. It is not a custom; the eel is asleep.', 'Everything comes to who waits. Except the bill: that comes to who stands up.'],
    barks: ['Eel. Also: eel.'], teaches: ['cooking'], vendor: [...TABLE, 'smoked-eel'] }),
  person(323, 'nettle', 'Old Nettle', 'Apothecary', 'elder', [355.4, 1238.6, 45], { hair: 5, hairColor: 13, body: 1, shirt: 7, trousers: 14, hat: 2, skin: 2 }, {
    greeting: ['Poison is a matter of dose. So is soup. Sit.', 'Moonbell for the fever, healwort for the wound, silence for the rest of it. The silence is dearest.'],
    barks: ['Smell this. No? …Wise.'], teaches: ['alchemy'], vendor: CURES }),
  person(324, 'lisbet', 'Lisbet Reedwright', 'Boatwright and Outfitter', 'villager', [377, 1236, 290], { hair: 7, hairColor: 8, body: 1, shirt: 13, trousers: 6, apron: 1 }, {
    greeting: ['Boots or boats: it is the same question. Where does the water go when you would rather it did not?', 'Four rings missing from that hauberk. I know where they are. I am not going in there.'],
    barks: ['Tarred, caulked and nearly dry!'], teaches: ['smithing'], smith: true, vendor: [...LEATHER, ...MAIL, ...KEEP_FENCER, 'smiths-flux'] }),
  person(325, 'corvin', 'Corvin Sedge', 'Bowyer', 'villager', [350, 1221, 120], { hair: 1, hairColor: 1, beard: 1, shirt: 7, trousers: 14, skin: 5 }, {
    greeting: ['Shoot at the light and you miss. Shoot at the dark beside it. That is most of marsh archery, and some of marsh philosophy.'],
    barks: ['Goose feather, heron glue, no questions.'], vendor: BOWS }),
  person(326, 'idony', 'Idony Lace', 'Robe-maker', 'villager', [369, 1243, 340], { hair: 2, hairColor: 11, body: 1, ...VIOLET, skin: 1 }, {
    greeting: ['Violet is dyed three times: once for the colour, once for the shade and once because I enjoy it.', 'Pockets within pockets. You will find things in there that you have not lost yet.'],
    barks: ['Hems to the ankle! The marsh takes the rest.'], teaches: ['tailoring'], vendor: [...CLOTH, ...STARFALL, ...KEEP_LORE, ...STORM_TIDE] }),
  person(327, 'selwyn', 'Selwyn Moth', 'Master of the Dusk Lantern', 'elder', [391, 1251, 300], { hair: 3, hairColor: 12, beard: 1, ...VIOLET }, {
    greeting: ['The wisps come to look at it. We look at them. In two hundred years neither side has blinked.', 'Azure watches for enemies, Ember for work. Violet just watches. You would be surprised what turns up.', 'There is a hall in the west where we kept the lamps of the dead. Someone has been lighting them.'],
    barks: ['Twelve lights on the mere. Yesterday, eleven.'] }),
  person(328, 'wren', 'Wren', 'Lamp Child', 'child', [358, 1246, 0], { hair: 2, hairColor: 0, body: 1, shirt: 11, trousers: 14, skin: 4 }, {
    greeting: ['I light the small ones. The big one lights itself. Nobody believes me, and I have SEEN it.'],
    barks: ['…thirteen, fourteen, you moved, one, two…'], route: [[358, 1246], [374, 1246], [380, 1232], [374, 1216]] }),
  person(329, 'maelis', 'Captain Maelis Thorne', 'Captain of the Lampwatch', 'captain-of-guard', [354, 1212, 170], { hair: 7, hairColor: 14, body: 1, ...VIOLET, skin: 6 }, {
    greeting: ['You walked the causeway loudly. Good. The ones who walk it quietly, I go out to meet.', 'Keep to the lamps. Where there are no lamps, keep to me.'],
    barks: ['Lamps one to nine, steady.'], route: [[354, 1212], [363, 1203], [363.6, 1190], [359, 1178]] }),
  person(330, 'piers', 'Piers', 'Lampwatch', 'guard', [366.5, 1292, 180], { hair: 1, hairColor: 10, ...VIOLET }, {
    greeting: ['South causeway. Tuskers on the left, drowned on the right, so do step lively in the middle.'], barks: ['Something splashed. It usually does.'],
    route: [[366.5, 1292], [376, 1302], [391, 1312], [386, 1350]] }),
  person(331, 'esme', 'Esme', 'Lampwatch', 'guard', [318, 1229, 270], { hair: 4, hairColor: 3, body: 1, ...VIOLET, skin: 2 }, {
    greeting: ['West path. It goes to the Hall of Unlit Lamps. People keep asking if I have been. People keep not going.'], barks: ['Hush. …No, go on, I thought it was a frog.'],
    route: [[318, 1229], [294, 1233], [272, 1237]] }),
  person(360, 'sabeth', 'Sabeth Lull', 'Banker of the Covenant House', 'villager', [347, 1232, 100], { hair: 3, hairColor: 14, body: 1, shirt: 11, trousers: 14, hat: 7, skin: 5 }, {
    greeting: ['I keep what you give me. I do not look at it. It looks at me, sometimes.', 'Every drawer has a lamp. If one goes out, I write a letter of condolence.'],
    barks: ['…forty-six, forty-seven. Whose hat is this?'], banker: true }),
];
