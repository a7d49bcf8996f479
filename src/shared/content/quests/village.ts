// Quests round the village, levels 1 to 3: the first steps, then the neighbours' small troubles. In: nothing. Out: quests 1-11.
import type { Quest } from '../kinds';

/** The first three lead a newcomer through looking and talking, fighting, and dressing. */
const FIRST_STEPS: readonly Quest[] = [
  {
    id: 1,
    key: 'new-boots',
    name: 'New Boots on Old Stones',
    level: 1,
    chain: 'fifth-road',
    giver: 'aldous',
    ender: 'isolde',
    offer:
      'So you woke up in Alderwick. Nobody plans it; it just happens to the better sort of people. Here is how we do things. First you walk round the fountain once, so that the fountain knows you. Then you say good day to Nan at the bakery, because she knows everything. Then you find Captain Varr by the Watch House up the north street, because she knows what is coming. Off you go. I shall mind the bench.',
    progress: 'Once round the fountain, then Nan, then the Captain. In that order or in another; at my age one stops minding.',
    done: 'Aldous sent you? He sends me everybody. Last week it was a goat. Still, you said your good days, you found the door and you have got two arms. Take this cap: Maud knits them for a nephew with a larger head, and you will want something between you and the weather.',
    objectives: [
      { kind: 'reach', poi: 'square', text: 'Walk round the market square' },
      { kind: 'talk', npc: 'nan', text: 'Say good day to Nan Tuppence at the bakery' },
      { kind: 'talk', npc: 'isolde', text: 'Find Captain Varr by the Watch House' },
    ],
    reward: { xp: 40, gold: 12, items: [{ item: 'wool-cap', qty: 1 }] },
  },
  {
    id: 2,
    key: 'teeth-in-the-hedge',
    name: 'Teeth in the Hedge',
    level: 1,
    chain: 'watch',
    giver: 'isolde',
    ender: 'isolde',
    after: ['new-boots'],
    offer:
      'Lesson one. You carry a sword, a bow, a militia wheel-lock and, heaven help us, a twig. Each does something the others do not; try them all before you need one. Lesson two walks on four legs. The young wolves have come down to the Hobbs’ hedge, west past Ivo’s, and the boars are rooting up the hill pasture. Thin them out. Bread heals you if you sit on it. Eat it, I mean. Long day.',
    progress: 'Sword for near, bow for far, twig for luck. And if it charges, step to the side. People forget the side.',
    done: 'Five, and you kept all your fingers: I counted as you came up the street. You will do. Gloves, from the store. The left one has been mended, so use that one for thinking.',
    objectives: [
      { kind: 'use', ability: 'strike', count: 3, text: 'Use Strike' },
      { kind: 'kill', monster: 'wolf', also: ['boar'], count: 5, text: 'Hedge wolves or boars driven off' },
    ],
    reward: {
      xp: 70,
      gold: 25,
      items: [
        { item: 'work-gloves', qty: 1 },
        { item: 'bread', qty: 3 },
      ],
    },
  },
  {
    id: 3,
    key: 'dressed-for-it',
    name: 'Dressed for It',
    level: 1,
    chain: 'watch',
    giver: 'isolde',
    ender: 'bram',
    after: ['teeth-in-the-hedge'],
    offer:
      'Half of staying alive is what you have on while it is being decided. You have a cap and gloves in that bag of yours, doing nothing for anybody. Put them on. Then go and see Bram at the smithy by the square; I have told him to find you something with an edge, or at least a corner.',
    progress: 'The cap goes on the head. The gloves: one each side. I am sorry, I have trained Hob. I take nothing for granted.',
    done: 'Well, look at you. Cap straight, gloves on, boots pointing the same way. The Captain says I am to arm you out of the militia’s purse. She did not say which corner of the shelf, so I shall let you choose.',
    objectives: [
      { kind: 'equip', slot: 'head', text: 'Put something on your head' },
      { kind: 'equip', slot: 'hands', text: 'Put gloves on' },
      { kind: 'talk', npc: 'bram', text: 'Show yourself to Bram Holloway at the smithy' },
    ],
    reward: { xp: 80, gold: 20, choose: ['ash-cudgel', 'wayfarer-jerkin', 'hedge-tunic'] },
  },
];

const NEIGHBOURS: readonly Quest[] = [
  {
    id: 4,
    key: 'rolls-for-the-road',
    name: 'Rolls for the Road',
    level: 1,
    chain: 'neighbours',
    giver: 'nan',
    ender: 'peg',
    offer:
      'You are going west? You are now. Peg Hobbs has had nothing but cabbage since Thursday and she is starting to look at me differently. Take her this basket. It is the farm past the last cottage, where the track turns up between the fields. No, you may not. I have counted them. I have counted them the way a dragon counts.',
    progress: 'Still warm? Then you are not walking fast enough.',
    done: 'Nan’s rolls! Twelve, and not a tooth mark on one. You are either honest or very well fed. Wilf! WILF! Put the cabbage down, love. Put it down and step away.',
    gives: [{ item: 'bread-basket', qty: 1 }],
    objectives: [
      { kind: 'gather', item: 'bread-basket', count: 1, text: 'Keep the basket safe from everybody, especially you' },
      { kind: 'reach', poi: 'hobbs-farm', text: 'Walk west to Hobbs’ Farm' },
    ],
    reward: { xp: 60, gold: 20, items: [{ item: 'cheese', qty: 2 }] },
  },
  {
    id: 5,
    key: 'the-cabbage-war',
    name: 'The Cabbage War',
    level: 2,
    chain: 'neighbours',
    giver: 'wilf',
    ender: 'wilf',
    after: ['rolls-for-the-road'],
    offer:
      'You can keep a secret? Wolves do not eat cabbage. That is what the book says. But every morning there are wolf tracks in the rows and a cabbage gone, and I have started to wonder if it is the SAME wolf, and if he is getting better at it. I cannot sleep. Peg says I talk. Thin them out for me, west along the wood’s edge, and bring me some pelts so that I can look them in the eye.',
    progress: 'I heard one last night. Crunching.',
    done: 'Yes. Yes, that one has the look of a thinker. Thank you. I shall put them over the fence as a warning. Here: good trousers, hardly any of them is the original.',
    objectives: [
      { kind: 'kill', monster: 'wolf', count: 6, text: 'Hedge wolves driven off' },
      { kind: 'gather', item: 'wolf-pelt', count: 3, text: 'Wolf pelts' },
    ],
    reward: { xp: 150, gold: 40, items: [{ item: 'patched-trousers', qty: 1 }] },
  },
  {
    id: 6,
    key: 'worts-and-all',
    name: 'Worts and All',
    level: 1,
    chain: 'chapel',
    giver: 'amabel',
    ender: 'amabel',
    offer:
      'Everyone who goes past the lamps comes back to me with holes in. I do not mind the holes; it is that they all come at once. I need healwort: a low plant with grey leaves and a self-satisfied air. It grows by the chapel, on the way to the mine, along the lake. Pull gently. Say thank you. It does nothing for the plant, but it improves the person.',
    progress: 'Grey leaves. If it screams, that is something else, and you should put it back.',
    done: 'Roots on, leaves whole, and you washed your hands. I could weep. Take two draughts from the shelf: the left shelf. The right shelf is for people I am cross with.',
    objectives: [{ kind: 'gather', item: 'healwort', count: 4, text: 'Healwort' }],
    reward: { xp: 70, gold: 25, items: [{ item: 'healing-draught', qty: 2 }] },
  },
  {
    id: 7,
    key: 'pips-expedition',
    name: 'Pip’s Grand Expedition',
    level: 2,
    chain: 'neighbours',
    giver: 'pip',
    ender: 'pip',
    offer:
      'I am drawing a map of the whole world but I have to be home by supper. So YOU go. You have to look from the windmill hill, and from the landing where the boats would be if we had boats, and from the Penny Bridge. Then you come back and tell me what is there and I draw it. If there is a dragon you have to say. Even a small one.',
    progress: 'Windmill. Landing. Bridge. I would do it in ten minutes if I had your legs.',
    done: 'A mill, a lake, a bridge… and NO dragons? Are you sure you looked? …I shall put one in anyway. For safety. This is my best thing, and now it is your best thing.',
    objectives: [
      { kind: 'reach', poi: 'windmill', text: 'Look out from Windmill Hill' },
      { kind: 'reach', poi: 'landing', text: 'Look out over Heron Lake' },
      { kind: 'reach', poi: 'bridge', text: 'Look out from the Penny Bridge' },
    ],
    reward: { xp: 150, gold: 5, items: [{ item: 'lucky-hare-foot', qty: 1 }] },
  },
  {
    id: 8,
    key: 'haunch-week',
    name: 'Haunch Week',
    level: 2,
    chain: 'neighbours',
    giver: 'maud',
    ender: 'maud',
    offer:
      'Every autumn the Drowsy Heron holds Haunch Week. Seven days, seven sauces. People come from as far as the other side of the river. And what have I got in the larder? A turnip, and it has been there so long that I have named it. The boars on the meadows south-west, past the windmill, are fat as bishops. Four haunches and I am saved.',
    progress: 'Not the ones with arrows still in. Guests complain.',
    done: 'Oh, those will do. Those will do beautifully. Sit. Eat. No, Reginald is safe, he was never going in the pot; one does not eat a turnip one has confided in.',
    objectives: [{ kind: 'gather', item: 'boar-haunch', count: 4, text: 'Boar haunches' }],
    reward: { xp: 150, gold: 70, items: [{ item: 'heron-stew', qty: 4 }] },
  },
  {
    id: 9,
    key: 'pinched',
    name: 'Pinched',
    level: 2,
    chain: 'neighbours',
    giver: 'marten',
    ender: 'marten',
    offer:
      'It is the snappers. Mud-coloured, one big claw, no conversation. They cut my nets, they cut my lines, on Tuesday one cut my bootlace and WATCHED me fall in. The whole shore is thick with them, west bank and south. Go round and pinch them back, and keep some claws: I want them to see what I do with the claws.',
    progress: 'They walk sideways, but they think straight. Do not underrate them.',
    done: 'Look at that. I shall string them along the dock, so that the rest may reflect. Gerald and I thank you. Gerald is the heron. He does not say much, but he nodded.',
    objectives: [
      { kind: 'kill', monster: 'snapper', count: 7, text: 'Mud snappers pinched back' },
      { kind: 'gather', item: 'snapper-claw', count: 3, text: 'Snapper claws' },
    ],
    reward: { xp: 190, gold: 75, items: [{ item: 'grilled-trout', qty: 4 }] },
  },
  {
    id: 10,
    key: 'windfalls',
    name: 'Windfalls',
    level: 3,
    chain: 'neighbours',
    giver: 'agnes',
    ender: 'agnes',
    offer:
      'Apples that fall, I leave for the hedgehogs. That is the arrangement; it goes back to my grandmother. But the boars from the river meadow have found out, and now they come and LEAN on the trees. A boar that leans is a boar that has crossed a line. South of here, both sides of the track. The hedgehogs and I would be obliged.',
    progress: 'If one offers to talk terms, hear it out. I am not unreasonable.',
    done: 'I saw a hedgehog look over its shoulder just now and then carry on eating. That is peace, that is. Fill your pockets, and take these boots: Mister Pell’s, and he always said they were for going places. He went.',
    objectives: [{ kind: 'kill', monster: 'boar', count: 7, text: 'Boars taught to stand up by themselves' }],
    reward: {
      xp: 280,
      gold: 90,
      items: [
        { item: 'wayfarer-boots', qty: 1 },
        { item: 'apple', qty: 6 },
      ],
    },
  },
  {
    id: 11,
    key: 'good-iron',
    name: 'Good Iron',
    level: 3,
    chain: 'watch',
    giver: 'bram',
    ender: 'bram',
    after: ['dressed-for-it'],
    offer:
      'The mine sends me nothing but excuses, and you cannot forge an excuse; I have tried, it will not hold an edge. There is loose ore on the slopes of Slate Hill and a little in the eastern banks: dull, reddish, heavier than it looks. Six good lumps and I shall make you something with your name on it. Spelled however I spell it.',
    progress: 'Red streak on the stone, that is the one. If it glitters, it is for jewellers and fools.',
    done: 'Listen to that. *Tunk.* That is iron with nothing to hide. Choose what I make of it. I have spelled your name the way it sounds; if it is wrong, say it differently.',
    objectives: [{ kind: 'gather', item: 'iron-ore', count: 6, text: 'Iron ore' }],
    reward: { xp: 280, gold: 60, choose: ['short-sword', 'village-carbine', 'hunters-bow', 'hazel-wand'] },
  },
];

export const VILLAGE_QUESTS: readonly Quest[] = [...FIRST_STEPS, ...NEIGHBOURS];
