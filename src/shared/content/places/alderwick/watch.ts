// The four guards of the village and their beats. In: nothing. Out: npcs 22-25.
import type { Npc } from '../../kinds';
import type { Look } from '../../looks';
import { person } from '../person';

const guard = (
  id: number,
  key: string,
  name: string,
  [x, z, degrees]: readonly [number, number, number],
  look: Partial<Look>,
  more: Pick<Npc, 'greeting' | 'route' | 'barks'>,
): Npc => person(id, key, name, 'Watch of Alderwick', 'guard', [x, z, degrees], { shirt: 10, trousers: 14, ...look }, more);

export const WATCH: readonly Npc[] = [
  guard(
    22,
    'hob',
    'Hob',
    [712, 762.4, 270],
    { hair: 1, hairColor: 2 },
    {
      greeting: ['I was not asleep. I was listening to the road with my eyes shut.'],
      barks: ['All’s well! …I think. I shall go and look.'],
      route: [
        [712, 762.4],
        [694, 763],
        [676, 767.6],
        [658, 769.4],
      ],
    },
  ),
  guard(
    23,
    'edda',
    'Edda',
    [842, 758.6, 90],
    { hair: 7, hairColor: 8, body: 1 },
    {
      greeting: ['Penny Bridge. It costs nothing; a penny is what it cost to build. They were very careful with it.'],
      barks: ['Keep left on the bridge! The cows do.'],
      route: [
        [842, 758.6],
        [856, 757],
        [870, 757],
        [876, 755.4],
        [896, 747.6],
      ],
    },
  ),
  guard(
    24,
    'rolf',
    'Rolf',
    [755.6, 716, 0],
    { hair: 0, beard: 1, hairColor: 5, skin: 2 },
    {
      greeting: ['North road. Quiet. Too quiet. Just quiet enough, come to think of it.'],
      barks: ['Who goes there? …Oh. It goes.'],
      route: [
        [755.6, 716],
        [750.4, 700],
        [747, 682],
        [743.8, 668],
      ],
    },
  ),
  guard(
    25,
    'wynn',
    'Wynn',
    [768.6, 806, 180],
    { hair: 2, hairColor: 0, body: 1, skin: 6 },
    {
      greeting: ['South road runs to the landing. If Marten offers to show you his worms, say you are in a hurry.'],
      barks: ['Lovely evening for it. Whatever it is.'],
      route: [
        [768.6, 806],
        [761.6, 830],
        [751.6, 854],
        [739.4, 874],
      ],
    },
  ),
];
