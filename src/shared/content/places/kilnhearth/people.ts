// Who lives in Kilnhearth: makers round the market, the master of the Great Kiln, the Hearthguard. In: nothing. Out: npcs 281-291 and 320.
import type { Npc } from '../../kinds';
import { person } from '../person';
import { arc } from '../shapes';
import {
  CLOTH,
  CURES,
  GUNS,
  KEEP_ARMS,
  KEEP_FENCER,
  KEEP_GUNS,
  KEEP_JEWELS,
  LEATHER,
  STORM_CORSAIR,
  SWORDS,
  TABLE,
} from '../wares';

const EMBER = { shirt: 4, trousers: 14, cape: 1, covenant: 1 };

// biome-ignore format: a table reads best with one row to a line
export const KILN_FOLK: readonly Npc[] = [
  person(281, 'dagna', 'Dagna Cole', 'Gunsmith', 'villager', [1700, 676, 190], { hair: 5, hairColor: 5, body: 1, shirt: 14, trousers: 13, apron: 1, skin: 2 }, {
    greeting: ['It kicks, it roars and it only works in dry weather. My husband, I mean. The carbine is much quieter.', 'Powder here, sparks there, me in between. That is the whole art.'],
    barks: ['Fire in the… no. Fire. Just fire.', 'Mind the ringing. Mind the RINGING.'], teaches: ['smithing'], smith: true, vendor: [...GUNS, ...KEEP_GUNS, 'smiths-flux'] }),
  person(282, 'tully', 'Tully Grate', 'Keeper of the Singed Cat', 'villager', [1710, 684, 230], { hair: 0, beard: 1, hairColor: 6, shirt: 3, trousers: 13, apron: 1 }, {
    greeting: ['The cat is fine. The cat has always been fine. It is the sign that caught fire.', 'Everything here is served hot. Including the salad; nobody knows why.'],
    barks: ['Two for the price of three! No, wait.'], teaches: ['cooking'], vendor: TABLE }),
  person(283, 'branwen', 'Branwen Clay', 'Potter', 'villager', [1707, 705, 290], { hair: 7, hairColor: 4, body: 1, shirt: 2, trousers: 6, apron: 1, skin: 4 }, {
    greeting: ['Every pot has one flaw. I put it on the inside, where only the soup can see it.', 'My daughters throw. Pots, mostly.'],
    barks: ['Jugs! Mugs! A small ugly horse!'], teaches: ['tailoring'], vendor: ['pearl-ring', 'glow-pendant', 'lucky-hare-foot', 'work-gloves', ...CLOTH, ...KEEP_JEWELS] }),
  person(284, 'barnaby', 'Barnaby Sparrow', 'Baker', 'villager', [1688, 722, 10], { hair: 1, hairColor: 9, shirt: 15, trousers: 1, apron: 1, hat: 6 }, {
    greeting: ['The Great Kiln does the pots by day and my loaves by night. Now and then they swap. Chew carefully.'],
    barks: ['Hot buns! I mean it. Do not hold them.'], vendor: ['bread', 'meat-pie', 'honeycake', 'apple'] }),
  person(285, 'harrow', 'Mother Harrow', 'Healer of the Hearth', 'villager', [1702, 717, 330], { hair: 2, hairColor: 12, body: 1, shirt: 4, trousers: 2, hat: 4, skin: 6 }, {
    greeting: ['Burns on the left, blisters on the right, heartbreak by appointment.', 'You are warm. Good. In Ember that is how we know you are alive.'],
    barks: ['Butter does NOT help! How many times!'], teaches: ['alchemy'], vendor: CURES }),
  person(286, 'wystan', 'Wystan Ashby', 'Glassblower and Outfitter', 'villager', [1680, 708, 70], { hair: 4, hairColor: 1, shirt: 13, trousers: 14, apron: 1, skin: 5 }, {
    greeting: ['Breathe out, turn, do not sneeze. I once sneezed a chandelier.', 'Leather for the heat, steel for the neighbours.'],
    barks: ['Careful, that one is still thinking.'], smith: true, vendor: [...LEATHER, ...SWORDS, ...KEEP_ARMS, ...KEEP_FENCER, ...STORM_CORSAIR] }),
  person(287, 'gerta', 'Gerta Ashby', 'Master of the Great Kiln', 'elder', [1723, 721, 130], { hair: 5, hairColor: 13, body: 1, ...EMBER }, {
    greeting: ['Two hundred years without going out. My mother fed it, her mother fed it. I have never once been cold, or on holiday.', 'They say we burn too hot, we of Ember. They say it from over there, where it is chilly.', 'The sprites in the pits were sparks of ours. Nobody swept up after the Long Firing, and look.'],
    barks: ['More alder. Less talk.'] }),
  person(288, 'cinder', 'Cinder', 'Apprentice, Aged Nine', 'child', [1678.4, 709, 120], { hair: 6, hairColor: 5, body: 1, shirt: 4, trousers: 13, skin: 3 }, {
    greeting: ['I am not ALLOWED to touch it. I am allowed to stand here and describe how I would touch it.'],
    barks: ['Is it done? Is it done now? Is it done NOW?'], route: [...arc(1694, 700, 18, 240, 420, 5)] }),
  person(289, 'brandt', 'Captain Brandt Orrel', 'Captain of the Hearthguard', 'captain-of-guard', [1672, 690, 100], { hair: 3, hairColor: 6, beard: 1, ...EMBER }, {
    greeting: ['Azure builds walls and waits. We build fires and are visited. It comes to the same, but ours is warmer.', 'If somebody tries to sell you clay by the south road, it is our clay.'],
    barks: ['Hearthguard! Louder!'], route: [[1672, 690], [1656, 677], [1640, 664]] }),
  person(290, 'signy', 'Signy', 'Hearthguard', 'guard', [1661, 752, 215], { hair: 7, hairColor: 6, body: 1, ...EMBER }, {
    greeting: ['South gate. Carts in, pots out, no smoking. That last one is a joke; look around you.'], barks: ['Hold! Is that clay yours?'],
    route: [[1661, 752], [1652.4, 761.6], [1656, 776], [1666, 796]] }),
  person(291, 'ulf', 'Ulf', 'Hearthguard', 'guard', [1752, 720.5, 110], { hair: 0, beard: 1, hairColor: 4, ...EMBER, skin: 4 }, {
    greeting: ['East gate goes to the Pits. If it glows and comes toward you, it is not a lamp.'], barks: ['Warm evening. Warm morning. Warm.'],
    route: [[1752, 720.5], [1754, 725.4], [1768, 731], [1796, 720]] }),
  person(320, 'ottmar', 'Ottmar Vault', 'Banker of the Covenant House', 'villager', [1676, 700, 90], { hair: 0, beard: 1, hairColor: 12, shirt: 4, trousers: 14, hat: 5, skin: 3 }, {
    greeting: ['Fired clay, iron bands, and me asleep on top. Nothing has ever been stolen. Once somebody left something.', 'Forty-eight places. If you need more, you need fewer things.'],
    barks: ['It is all still there! I have just looked!'], banker: true }),
];
