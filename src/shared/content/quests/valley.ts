// Quests of the valley, levels 3 to 7: the millers and the bandits, the wood, the mine, the hollow. In: nothing. Out: quests 12-20.
import type { Quest } from '../kinds';

const MILLERS: readonly Quest[] = [
  {
    id: 12,
    key: 'the-millers-debt',
    name: 'The Miller’s Debt',
    level: 3,
    chain: 'millers',
    giver: 'tobias',
    ender: 'tobias',
    offer:
      'I owe the village forty sacks before the feast. I HAD forty sacks. I counted them to get to sleep. Then a party of gentlemen with handkerchiefs on their faces took the cart on the east road, past the fork, and left me the horse, which I call an insult to the horse. Get me back what you can carry. And should a gentleman fall over in the process, I shall not ask for a receipt.',
    progress: 'Sacks with my mark: a sail with four arms and a goose. The goose is decorative.',
    done: 'Five! I can stretch five. People will say the loaves are small and I shall say they are far away. Here: my father’s apron. Flour gets into the weave, year upon year, till nothing gets through: not rain, not heat, not marriage.',
    objectives: [
      { kind: 'kill', monster: 'bandit', also: ['bandit-archer'], count: 6, text: 'Bandits asked for the flour' },
      { kind: 'gather', item: 'stolen-flour', count: 5, text: 'Stolen flour' },
    ],
    reward: { xp: 330, gold: 110, items: [{ item: 'millers-apron', qty: 1 }] },
  },
  {
    id: 13,
    key: 'wind-and-water',
    name: 'Wind and Water',
    level: 4,
    chain: 'millers',
    giver: 'tobias',
    ender: 'hesper',
    after: ['the-millers-debt'],
    offer:
      'There is another thing. They took the ledger. Forty years of both mills in one book, from when Hesper and I still shared a table. I would go and tell her, only we have not spoken since the business with the duck. YOU tell her. Then fetch the book: they were seen with it at Crow’s Watch, the broken tower in the east, laughing at my handwriting. Take it to her, not to me. She kept the sums. I only drew in the margins.',
    progress: 'You have seen her? Did she look well? …Do not tell me.',
    done: 'The ledger. And look, here, the spring we dug the race: he drew all of us as geese. I had forgotten that I am the one in front. …It was a very small duck. I may have been hasty. Tell him the water says good day to the wind. And choose something from Father’s chest; neither of us ever could, for looking at the other.',
    objectives: [
      { kind: 'talk', npc: 'hesper', text: 'Break the news to Hesper Crumb at the watermill' },
      { kind: 'reach', poi: 'crows-watch', text: 'Find Crow’s Watch, far down the eastern fields' },
      { kind: 'gather', item: 'flour-ledger', count: 1, text: 'The flour ledger' },
    ],
    reward: { xp: 460, gold: 140, choose: ['millstone-maul', 'yew-bow', 'long-rifle', 'lantern-staff'] },
  },
];

const WOOD: readonly Quest[] = [
  {
    id: 14,
    key: 'grey-in-the-green',
    name: 'Grey in the Green',
    level: 4,
    chain: 'gloamwood',
    giver: 'corin',
    ender: 'corin',
    offer:
      'The young ones by the farm, those are just hungry. But go an hour into the Gloamwood and they are grey at the muzzle and they do not run. Something is teaching them. I have hunted this wood for thirty years, and last week, for the first time, I heard it hunting me. Take down the deep ones, west where the trees close in, and three of the greymuzzles with them. Then we shall see who comes to complain.',
    progress: 'If they go quiet, put your back to a tree. If the tree growls, choose another.',
    done: 'I heard it. Last night: one long note from the den, and every other wolf in the valley shut its mouth. That is her, then. Old Mother Grey. My father used to say she was a story. He used to say it while checking the door.',
    objectives: [
      { kind: 'kill', monster: 'wolf', count: 6, text: 'Wolves of the deep wood' },
      { kind: 'kill', monster: 'greymuzzle', count: 3, text: 'Greymuzzles' },
      { kind: 'reach', poi: 'gloamwood', text: 'Enter the Gloamwood' },
    ],
    reward: { xp: 480, gold: 130, items: [{ item: 'fang-necklace', qty: 1 }] },
  },
  {
    id: 15,
    key: 'old-mother-grey',
    name: 'Old Mother Grey',
    level: 5,
    chain: 'gloamwood',
    giver: 'corin',
    ender: 'corin',
    after: ['grey-in-the-green'],
    offer:
      'She dens under the rocks, where the ground rises past the last path. Do not go alone if you can help it; she never does. I would go myself, but I have met her eye once, across a stream, when I was nine. She looked at me the way you look at bread you are saving. Finish it, kindly and fast. Then bring me the pelt, so that I can stop checking the door.',
    progress: 'There is no shame in bringing friends. She brings hers.',
    done: 'Smaller than I remember. No: I was smaller. …She was here before the village, you know. Somebody ought to say a word. *Good hunting, old mother.* There. Choose something. And thank you. I slept with the window open.',
    objectives: [{ kind: 'gather', item: 'mothers-pelt', count: 1, text: 'The pelt of Old Mother Grey' }],
    reward: { xp: 680, gold: 220, choose: ['militia-bracers', 'militia-hauberk', 'adept-robe'] },
  },
  {
    id: 16,
    key: 'spiders-and-vinegar',
    name: 'Spiders and Vinegar',
    level: 4,
    chain: 'chapel',
    giver: 'amabel',
    ender: 'amabel',
    after: ['worts-and-all'],
    offer:
      'For a bite, the bark of the willow. For a fever, the spring. For spider venom: spider venom. It is one of creation’s less gracious jokes. There is a hollow in the south-west, beyond the lake, where the trees have gone white with web. I need five glands, unbroken. Wear sleeves. If they stop moving when you do, they have seen you.',
    progress: 'Unbroken, mind. If your pocket is smoking, that one was broken.',
    done: 'Perfect, and your pocket is dry. One part gland, nine parts vinegar, and an apology to whoever has to drink it. Hand-wraps for you, and something strong for the shelf. Left shelf.',
    objectives: [
      { kind: 'gather', item: 'venom-gland', count: 5, text: 'Venom glands' },
      { kind: 'reach', poi: 'hollow', text: 'Find the white hollow in the south-west' },
    ],
    reward: {
      xp: 520,
      gold: 130,
      items: [
        { item: 'adept-wraps', qty: 1 },
        { item: 'bracing-draught', qty: 2 },
      ],
    },
  },
  {
    id: 17,
    key: 'the-silkwidow',
    name: 'The Silkwidow',
    level: 6,
    chain: 'chapel',
    giver: 'amabel',
    ender: 'zephine',
    after: ['spiders-and-vinegar'],
    offer:
      'Somebody must lay all those eggs, and she has a name, because everything that frightens people long enough gets one. The Silkwidow. Zephine, who deals in oddities and ought to know better, pays well for a single thread of her silk. I shall sleep better for the rest of her being out of it. Take fire. Take friends. Take your time choosing which way to run.',
    progress: 'The thread first, then the shouting. In practice it will be the other way round.',
    done: 'Oh. Oh, look at it. It has no end, did you notice? I have pulled eleven yards and it is still coming out of your pocket. Sit. I have cakes, I have gold, and I have a story about a bishop and a bat that is worth more than either.',
    objectives: [
      { kind: 'kill', monster: 'spider', count: 8, text: 'Hollow spiders' },
      { kind: 'gather', item: 'widow-silk', count: 1, text: 'The Silkwidow’s thread' },
    ],
    reward: { xp: 860, gold: 320, items: [{ item: 'honeycake', qty: 3 }], choose: ['glow-pendant', 'pearl-ring', 'lantern-staff'] },
  },
];

const HILL: readonly Quest[] = [
  {
    id: 18,
    key: 'lamps-out',
    name: 'Lamps Out',
    level: 4,
    chain: 'neighbours',
    giver: 'dorrin',
    ender: 'dorrin',
    offer:
      'Tuesday we broke through into something hollow. Wednesday the hollow came out for a look. Big as dogs, shells like pie dishes, and they SPIT. Nobody hurt, thank the stars, but the lads dropped everything. One of them has my lamp: I saw it go off into the dark under its own power, which is a sad thing to see a lamp do. It was my dad’s. Clear me a path to the door, and if you see a light with legs, it is mine.',
    progress: 'Hit them where the plates meet. There is always a place where the plates meet. Same as with foremen.',
    done: 'There she is. Dented. Still lit! Dad always said she would see us all out. Right: I shall tell the lads it is safe as far as the first bend, and this is for your head. The candle on top has been spoken to. It knows it must not go out.',
    objectives: [
      { kind: 'kill', monster: 'crawler', count: 8, text: 'Cave crawlers' },
      { kind: 'gather', item: 'miners-lamp', count: 1, text: 'Dorrin’s lamp' },
    ],
    reward: { xp: 500, gold: 160, items: [{ item: 'pit-helm', qty: 1 }] },
  },
];

const STOCKADE: readonly Quest[] = [
  {
    id: 19,
    key: 'a-knock-at-the-gate',
    name: 'A Knock at the Gate',
    level: 5,
    chain: 'watch',
    giver: 'isolde',
    ender: 'isolde',
    after: ['dressed-for-it'],
    offer:
      'I have a report here from Edda: twenty tents’ worth of smoke in the south-east, and a palisade that was not there in spring. That is no longer thieves. That is somebody with a plan and a carpenter. His name is Rusk; he used to wear our buttons. Go and look at it. Thin out what you meet on the way: blades, bows, whatever is holding them. I want them busy worrying about you while I count my ladder.',
    progress: 'A gate, a ring of stakes, tents inside. If it is any more than that, I should like to know before supper.',
    done: 'Seven tents, one tower, hedge-mages, and Rusk in the big tent with the red boots. You counted under arrow fire; I have corporals who cannot count at breakfast. Draw something from the militia chest. You have outgrown the gloves.',
    objectives: [
      { kind: 'reach', poi: 'stockade', text: 'Look into Rusk’s stockade' },
      { kind: 'kill', monster: 'bandit', count: 8, text: 'Bandits' },
      { kind: 'kill', monster: 'bandit-archer', count: 4, text: 'Bandit archers' },
    ],
    reward: { xp: 680, gold: 200, choose: ['militia-kettle', 'militia-cuisses', 'adept-circlet'] },
  },
  {
    id: 20,
    key: 'the-red-boots',
    name: 'The Red Boots',
    level: 7,
    chain: 'watch',
    giver: 'isolde',
    ender: 'isolde',
    after: ['a-knock-at-the-gate'],
    offer:
      'Rusk and I were recruits together. He was the better shot; I was the better at getting up in the morning. When the pay stopped one winter, I stayed and he left, and he took the pay-chest’s lock with him for spite. I do not want him dead for that. I want him stopped, because he has started a list of farms. He keeps a seal for his orders. Bring it to me: without it the rest of them are only cold men in a field.',
    progress: 'Bring company. He always did, whether they knew it or not.',
    done: 'That is his seal. He carved it himself; he never could spell “sovereign”. …Half of them gave up this morning and asked Maud for soup. She gave it to them. That is how you win a war, in the end: with a bowl in the other hand. Take your pick, and my thanks. There is an office in the Watch House with your name on the door. It is a broom cupboard. But it has a door.',
    objectives: [
      { kind: 'kill', monster: 'hedge-mage', count: 3, text: 'Hedge-mages' },
      { kind: 'gather', item: 'rusks-seal', count: 1, text: 'Captain Rusk’s seal' },
    ],
    reward: { xp: 1150, gold: 450, choose: ['flanged-mace', 'horn-bow', 'bandits-blunderbuss', 'cinder-orb'] },
  },
];

export const VALLEY_QUESTS: readonly Quest[] = [...MILLERS, ...WOOD, ...HILL, ...STOCKADE];
