// Who lives in Haldenmere: traders round the market, the Beacon's keeper, the Blue Watch. In: nothing. Out: npcs 121-131 and 160.
import type { Npc } from '../../kinds';
import { person } from '../person';
import {
  BOWS,
  CURES,
  KEEP_ARMS,
  KEEP_FORESTER,
  KEEP_STEEL,
  LEATHER,
  MAIL,
  STORM_ARMS,
  STORM_FELLS,
  STORM_STEEL,
  SWORDS,
  TABLE,
} from '../wares';

const AZURE = { shirt: 10, trousers: 9, cape: 1, covenant: 0 };

// biome-ignore format: a table reads best with one row to a line
export const HALDEN_FOLK: readonly Npc[] = [
  person(121, 'ysolt', 'Ysolt Brand', 'Armourer of Halden', 'villager', [1233, 346, 300], { hair: 5, hairColor: 0, body: 1, shirt: 13, trousers: 14, apron: 1, skin: 5 }, {
    greeting: ['Every blade in Azure has been over this anvil once. The good ones never come back. Nor do the bad ones, but that is for other reasons.', 'Iron first, temper second, name it last. People always want to start with the name.'],
    barks: ['Straight edges! Straighter prices!', 'If it rings, it is sold. If it clanks, it is Bennet’s problem.'], teaches: ['smithing'], smith: true, vendor: [...SWORDS, ...KEEP_ARMS, ...STORM_ARMS] }),
  person(122, 'bennet', 'Bennet Rime', 'Keeper of the Blue Lantern', 'villager', [1223, 319, 200], { hair: 1, hairColor: 8, beard: 1, shirt: 10, trousers: 13, apron: 1 }, {
    greeting: ['The lantern is blue so that you can find it in the snow. The beer is warm for the same reason.', 'Azure rule of the house: arms at the door, quarrels at the well, appetite at the table.'],
    barks: ['Soup’s on! It has been on since Tuesday; it only gets wiser.'], teaches: ['cooking'], vendor: TABLE }),
  person(123, 'osric', 'Osric Tern', 'Outfitter', 'villager', [1229, 327, 250], { hair: 4, hairColor: 10, shirt: 9, trousers: 14, hat: 3 }, {
    greeting: ['Mail for the front, leather for the back. Nobody from Halden gets hit in the back, officially.', 'That will stop an arrow. This will stop two. That one is a curtain, I sleep behind it.'],
    barks: ['Boots resoled, reputations polished!'], vendor: [...MAIL, 'warden-helm', 'warden-sabatons', ...KEEP_STEEL, ...STORM_STEEL] }),
  person(124, 'averil', 'Averil Vey', 'Physician', 'villager', [1200, 326, 110], { hair: 2, hairColor: 12, body: 1, shirt: 15, trousers: 10, hat: 7 }, {
    greeting: ['I have stitched the same sergeant nine times. I have begun to sign my work.', 'Cold air, clean water, short speeches. Those are the three Halden cures.'],
    barks: ['If it does not hurt yet, wait there.'], teaches: ['alchemy'], vendor: CURES }),
  person(125, 'hamo', 'Hamo Fisk', 'Fishmonger of the Mere', 'villager', [1206.3, 343.7, 45], { hair: 0, beard: 1, hairColor: 11, shirt: 8, trousers: 13, apron: 1, hat: 1 }, {
    greeting: ['Out of the mere this morning. Into the mere this evening, if nobody buys him; he is very understanding.'],
    barks: ['Char! Trout! One boot, both eyes closed!'], vendor: ['silver-trout', 'grilled-trout', 'smoked-eel'] }),
  person(126, 'rowena', 'Rowena Hale', 'Bowyer of the Blue Watch', 'villager', [1222, 348, 320], { hair: 7, hairColor: 3, body: 1, ...AZURE }, {
    greeting: ['Wind from the pass, a hand to the left. It is always from the pass. I could carve it on the bow.', 'Leather, yew and patience. I only sell two of them.'],
    barks: ['Loose! …Just testing who flinches.'], teaches: ['tailoring'], vendor: [...BOWS, ...LEATHER, ...KEEP_FORESTER, ...STORM_FELLS, 'strong-thread'] }),
  person(127, 'aldith', 'Aldith Crane', 'Keeper of the Beacon', 'elder', [1266, 238, 210], { hair: 3, hairColor: 13, body: 1, ...AZURE }, {
    greeting: ['Forty years I have kept it dry, swept and dark. A beacon is a promise. One does not light a promise to see if it works.', 'When it burns, every Azure blade from here to the sea will turn home. So do mind your pipe.'],
    barks: ['Wood dry. Flint dry. Me, less so.'] }),
  person(128, 'tam', 'Tam', 'Watch Captain, Aged Six', 'child', [1204, 352, 0], { hair: 6, hairColor: 6, shirt: 10, trousers: 6 }, {
    greeting: ['Halt! Who goes there! You have to say friend. Everybody says friend. It is getting suspicious.'],
    barks: ['All clear on the well!', 'I saw an Ember! …It was a leaf.'], route: [[1204, 352], [1224, 350], [1232, 336], [1226, 322]] }),
  person(129, 'cedany', 'Captain Cedany Holt', 'Captain of the Blue Watch', 'captain-of-guard', [1199, 346, 60], { hair: 4, hairColor: 2, body: 1, ...AZURE, skin: 3 }, {
    greeting: ['Haldenmere has never been taken. It has been asked for, twice, and politely refused.', 'The road north stops being a road at the keep. After that it is an opinion.'],
    barks: ['Eyes up, spears dry.'], route: [[1199, 346], [1188, 338], [1166, 338]] }),
  person(130, 'garrick', 'Garrick', 'Blue Watch', 'guard', [1157, 338.5, 270], { hair: 1, hairColor: 5, beard: 1, ...AZURE }, {
    greeting: ['West gate. Sheep, drovers, weather. In that order of trouble.'], barks: ['State your business! …Fine, wave, then.'],
    route: [[1157, 338.5], [1128, 347.5], [1104, 364]] }),
  person(131, 'isemay', 'Isemay', 'Blue Watch', 'guard', [1296, 338.5, 90], { hair: 5, hairColor: 7, body: 1, ...AZURE, skin: 6 }, {
    greeting: ['East gate. If you meet toll-takers on the road, the toll is theirs to pay, not yours.'], barks: ['Ravens over Ravenholt again. They are early.'],
    route: [[1296, 338.5], [1314, 350.5], [1346, 365]] }),
  person(160, 'hild', 'Hild Mere', 'Banker of the Covenant House', 'villager', [1198, 322, 120], { hair: 5, hairColor: 10, body: 1, shirt: 10, trousers: 14, hat: 7 }, {
    greeting: ['Forty-eight drawers to a name, and a lock to every drawer. The lake has tried to get in twice.', 'What you leave with me is in Kilnhearth and in Duskmere as well. Do not ask how. There are owls involved, and arithmetic.'],
    barks: ['Deposits to the left, regrets to the right.'], banker: true }),
];
