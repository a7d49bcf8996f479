// Those who keep stables in the towns: from them one learns to call a steed. In: nothing. Out: npcs 901-904, each for the place it is named by.
import type { Npc } from '../kinds';
import { person } from './person';

const HORSES = ['bay-courser', 'dapple-grey'];

// biome-ignore format: a table reads best with one row to a line
export const STABLES: Readonly<Record<'alderwick' | 'haldenmere' | 'kilnhearth' | 'duskmere', readonly Npc[]>> = {
  alderwick: [
    person(901, 'hobb', 'Hobb Carter', 'Stablemaster', 'villager', [804, 766, 250], { hair: 1, hairColor: 7, beard: 1, shirt: 2, trousers: 13, apron: 1, hat: 1 }, {
      greeting: ['Three rules. Feed it, thank it, and get off before the pond. It knows about the pond.', 'You do not ride a horse to get there sooner. You ride it to have somebody to blame for where you got to.', 'Whistle as if you meant it and it will come from anywhere. Where it is in between I have never asked.'],
      barks: ['Mind the puddle. That is not rain.', 'Who’s a good lad? …Not you, sir.'], stable: HORSES }),
  ],
  haldenmere: [
    person(902, 'brida', 'Brida Holt', 'Mistress of the Blue Stables', 'villager', [1239, 375, 320], { hair: 7, hairColor: 9, body: 1, shirt: 10, trousers: 13, skin: 2 }, {
      greeting: ['The captain is my cousin. She has the temper. I have the horses. We both know who does more.', 'The stag? He walked in one winter and nobody had the nerve to tell him he was not a horse.'],
      barks: ['Walk him round! Round! That is a square!'], stable: [...HORSES, 'great-stag'] }),
  ],
  kilnhearth: [
    person(903, 'cinder-joan', 'Cinder Joan', 'Stablemaster of the Pits', 'villager', [1674, 740, 30], { hair: 5, hairColor: 0, body: 1, shirt: 4, trousers: 14, apron: 1, skin: 5 }, {
      greeting: ['Pit ponies for patience, destriers for speed, tuskers for spite. What is your hurry made of?', 'He was born beside the Kiln. You could let a cannon off between his ears. Please do not.'],
      barks: ['Sweep it up while it is warm!'], stable: [...HORSES, 'coal-destrier', 'saddled-tusker'] }),
  ],
  duskmere: [
    person(904, 'marrin', 'Marrin Sedge', 'Stablemaster of the Causeway', 'villager', [372, 1192, 190], { hair: 3, hairColor: 14, shirt: 11, trousers: 9, hat: 2, skin: 1 }, {
      greeting: ['Out here a horse is a boat that refuses. Keep to the causeway.', 'The tuskers find the firm ground by themselves. They just do not always come back to tell you.'],
      barks: ['Left at the willow. No, the other willow.'], stable: [...HORSES, 'saddled-tusker'] }),
  ],
};
