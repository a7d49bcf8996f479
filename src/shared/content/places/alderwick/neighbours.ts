// Those who only live here, which is a trade of its own. In: nothing. Out: npcs 3, 5, 7-11, 14-17, 20, 21, 26.
import type { Npc } from '../../kinds';
import { person } from '../person';

export const NEIGHBOURS: readonly Npc[] = [
  person(
    3,
    'tobias',
    'Tobias Crumb',
    'Miller of the Hill',
    'villager',
    [703.4, 829.6, 30],
    { hair: 1, hairColor: 13, shirt: 1, trousers: 0, hat: 6, beard: 1 },
    {
      greeting: [
        'Hear that creak? That is the wind, paying its rent.',
        'My sister grinds by water, I by wind. We speak by letter. It keeps the spelling up.',
      ],
      barks: ['East wind tomorrow. My knee says so, and the sails agree.'],
      route: [
        [703.4, 829.6],
        [701, 818],
        [700.6, 800],
      ],
    },
  ),
  person(
    14,
    'hesper',
    'Hesper Crumb',
    'Miller of the Water',
    'villager',
    [843.4, 720.8, 340],
    { hair: 5, hairColor: 13, body: 1, shirt: 9, trousers: 1, apron: 1 },
    {
      greeting: [
        'Did my brother send you? No, do not tell me. Did he look well? No, do not tell me that either.',
        'Wind is moody. Water is punctual. I know which I would rather have in the family.',
      ],
      barks: ['The wheel has turned eleven thousand times since Sunday. I counted. It was a quiet week.'],
    },
  ),
  person(
    5,
    'isolde',
    'Captain Isolde Varr',
    'Captain of the Watch',
    'captain-of-guard',
    [746.4, 730, 95],
    { hair: 4, hairColor: 0, body: 1, shirt: 10, trousers: 14, skin: 4 },
    {
      greeting: [
        'Four guards, one ladder, nine miles of hedge. You look employable.',
        'The village ends where the lamps end. Past that you are a guest of whatever is hungry.',
        'If you see Hob asleep on the west road, do not wake him. Tell me. I have a bucket.',
      ],
      barks: ['Lamps lit, gates manned, boots polished. Two out of three will do.'],
      route: [
        [746.4, 730],
        [755, 733],
        [761, 748],
      ],
    },
  ),
  person(
    7,
    'corin',
    'Corin Ashdown',
    'Hunter',
    'villager',
    [681.6, 769.8, 280],
    { hair: 3, hairColor: 3, shirt: 6, trousers: 13, hat: 2, beard: 1, skin: 2 },
    {
      greeting: [
        'Walk on the outside of your feet. No, the other outside. Never mind, they heard us at the farm.',
        'The Gloamwood is only trees until dusk. After that it is trees with opinions.',
      ],
      barks: ['Tracks. Three wolves and one of those was in no hurry.', 'Wind has turned. So have they.'],
      route: [
        [681.6, 769.8],
        [664, 774.6],
        [648, 771],
      ],
    },
  ),
  person(
    8,
    'wilf',
    'Wilf Hobbs',
    'Farmer',
    'villager',
    [691, 738, 260],
    { hair: 0, hairColor: 9, shirt: 2, trousers: 13, hat: 1, beard: 1 },
    {
      greeting: [
        'Cabbages, see. You plant a cabbage, you know where you are. You plant a soldier, you get paperwork.',
        'If you are going to stand there, stand there like a scarecrow. The other one is on strike.',
      ],
      barks: ['Grow, you green beauties.', 'Peg! The goat is in the wash again!'],
      route: [
        [691, 738],
        [685, 722],
        [677.6, 717],
      ],
    },
  ),
  person(
    9,
    'peg',
    'Peg Hobbs',
    'Farmer',
    'villager',
    [684, 711.4, 170],
    { hair: 7, hairColor: 7, body: 1, shirt: 12, trousers: 6, apron: 1, hat: 4 },
    {
      greeting: [
        'Boots off if you come in, boots on if you go out the back. Wolves.',
        'Wilf says we have eleven hens. I say we have eleven hens and one very quiet fox.',
      ],
      barks: ['Chook chook chook. Not you, dear.'],
    },
  ),
  person(
    10,
    'pip',
    'Pip',
    'Aged Seven and Three Quarters',
    'child',
    [773.6, 772.4, 0],
    { hair: 6, hairColor: 6, shirt: 4, trousers: 6, skin: 2 },
    {
      greeting: [
        'Are you a hero? You have got the boots. Heroes have better boots.',
        'I am not hiding from Nan. I am just standing where Nan is not.',
        'I have been to the end of the dock AND the top of the hill. Not on the same day. I am not made of legs.',
      ],
      barks: ['Got you! You are it! …You have to play, it is the law.', 'I can see my house from everywhere!'],
      route: [
        [773.6, 772.4],
        [775, 783],
        [769, 790],
        [761.5, 784],
        [760.6, 774.4],
      ],
    },
  ),
  person(
    11,
    'aldous',
    'Old Aldous',
    'Elder of Alderwick',
    'elder',
    [763.4, 776.6, 20],
    { hair: 3, hairColor: 13, shirt: 11, trousers: 14, beard: 1 },
    {
      greeting: [
        'Ah. New boots on old stones. I remember when the stones were new. Sit, or hover politely.',
        'Three roads out, four if you count the river, five if you count luck. Everybody who stays came in by the last one.',
        'They say the world is marching. Ever marching. In my day it had a sit-down after lunch.',
      ],
      barks: ['That fountain once ran uphill. I was younger and so was the hill.', 'Honey cake. Bread of the wise.'],
    },
  ),
  person(
    15,
    'dorrin',
    'Dorrin Slate',
    'Foreman of Slate Hill',
    'wayfarer',
    [747.4, 664, 200],
    { hair: 0, hairColor: 0, shirt: 14, trousers: 13, hat: 3, beard: 1, skin: 6 },
    {
      greeting: [
        'Twelve men, one hill, six hundred feet of honest tunnel. And then the floor grew legs.',
        'I am not hiding down here. I am supervising from a distance.',
      ],
      barks: ['If you hear clicking, that is not the rock.'],
      route: [
        [747.4, 664],
        [749.4, 682],
      ],
    },
  ),
  person(
    16,
    'oswin',
    'Brother Oswin',
    'Hermit',
    'elder',
    [917.4, 730, 290],
    { hair: 0, hairColor: 13, shirt: 13, trousers: 13, hat: 2, beard: 1 },
    {
      greeting: [
        'I took a vow of silence. I was not very good at it, so I moved out here, where it disturbs nobody.',
        'The stone hums at dusk. It is either holy or there are bees in it. I have never had the heart to check.',
      ],
      barks: ['North at the fork for the dead. East for the merely dishonest.'],
    },
  ),
  person(
    17,
    'agnes',
    'Agnes Pell',
    'Orchard-keeper',
    'villager',
    [889.8, 778, 250],
    { hair: 2, hairColor: 4, body: 1, shirt: 6, trousers: 2, hat: 5, skin: 1 },
    {
      greeting: [
        'Apples grow on trees, money does not, and boars cannot tell the difference.',
        'Across the bridge and still in one piece? Have an apple. Have two, they are small.',
      ],
      barks: ['Shoo! Not you. Well, if you are a boar, you.'],
      vendor: ['apple', 'brambleberry', 'small-beer'],
      route: [
        [889.8, 778],
        [882.6, 775],
        [879, 768.6],
      ],
    },
  ),
  person(
    20,
    'odo',
    'Reeve Odo Marsh',
    'Keeper of the Rolls',
    'villager',
    [719.6, 779.8, 350],
    { hair: 1, hairColor: 11, shirt: 9, trousers: 14, hat: 3 },
    {
      greeting: [
        'Name, trade, number of geese. No geese? I shall put “none declared”.',
        'This village has two hundred and six rules. You have broken nine by standing there, but it is a nice day.',
      ],
      barks: ['Who moved my stamp? I shall need it in writing, stamped.'],
    },
  ),
  person(
    21,
    'linnet',
    'Linnet',
    'Ballad-maker',
    'villager',
    [760, 753, 150],
    { hair: 3, hairColor: 5, body: 1, shirt: 8, trousers: 11, cape: 1, covenant: 2, hat: 5 },
    {
      greeting: [
        'I need a rhyme for “Alderwick”. Do not say “older stick”. Everybody says “older stick”.',
        'Do something splendid and I shall sing it. Do something foolish and I shall sing it twice.',
      ],
      barks: [
        '(sings) The miller’s wind, the miller’s water, / neither speaks to the other’s daughter…',
        '(sings) Oh, Captain Rusk had boots of red, / and somebody else’s were under his bed…',
      ],
    },
  ),
  person(
    26,
    'tansy',
    'Tansy Fletch',
    'Aged Nine, Bowyer',
    'child',
    [727, 763.8, 60],
    { hair: 7, hairColor: 8, body: 1, shirt: 7, trousers: 2 },
    {
      greeting: [
        'I made that one. And that one. Papa made the kindling.',
        'You hold a bow like a broom. It is all right, some people are for sweeping.',
      ],
      barks: ['Bullseye! Well. Barrel-eye.'],
      route: [
        [727, 763.8],
        [735, 761.5],
      ],
    },
  ),
];
