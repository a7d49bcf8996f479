// Quests of the marsh, the barrow and the abbey, levels 6 to 10. In: nothing. Out: quests 21-24.
import type { Quest } from '../kinds';

export const RUIN_QUESTS: readonly Quest[] = [
  {
    id: 21,
    key: 'lights-in-the-marsh',
    name: 'Lights in the Marsh',
    level: 6,
    chain: 'fifth-road',
    giver: 'oswin',
    ender: 'oswin',
    after: ['what-oswin-saw'],
    offer:
      'You see them from here at dusk: little lamps over Lantern Marsh, bobbing as if somebody were looking for something. When I was a novice we said they were the souls of monks who had lied about fasting. They were shy then. Now they come right up to the road and they burn. Something up at the abbey has woken and is calling in its lights. Put some of them out. Gently, if they will let you; they will not let you. Bring me what is left, in a jar with a lid.',
    progress: 'Keep your eyes on the ground and your jar open.',
    done: 'Hold it up… see? It leans. All of them lean the same way: north, to the abbey. So it is as I feared, and I am going to need a cup of something before I tell you about the bell.',
    objectives: [
      { kind: 'kill', monster: 'wisp', count: 8, text: 'Marsh wisps put out' },
      { kind: 'gather', item: 'wisp-glimmer', count: 4, text: 'Wisp glimmers' },
      { kind: 'reach', poi: 'marsh', text: 'Walk into Lantern Marsh' },
    ],
    reward: {
      xp: 850,
      gold: 240,
      items: [
        { item: 'strong-draught', qty: 2 },
        { item: 'clear-water-flask', qty: 3 },
      ],
    },
  },
  {
    id: 22,
    key: 'the-low-barrow',
    name: 'The Low Barrow',
    level: 8,
    chain: 'fifth-road',
    giver: 'aldous',
    ender: 'aldous',
    offer:
      'I will tell you something now that I have told nobody, because nobody asked. My wife is buried at Saint Orla’s. The old kings lie in the Low Barrow, far down in the south-east corner. Two kinds of dead, and neither used to walk. Go to the barrow for me. If they are up there too, then it is not the abbey that has gone wrong, it is the quiet itself. And if somebody has only been digging for spoons, I should like to know that, very much.',
    progress: 'Take your time. It is the one thing I have got plenty of, and I would not mind sharing.',
    done: 'Walking. I see. …No, I am all right. It is the bell, then: Saint Orla’s hand bell, that rang them to sleep every evening for four hundred years, until there was no hand left. Oswin will know. He was the last novice; he ran. He was eleven. I have never held it against him, and you might tell him so.',
    objectives: [
      { kind: 'reach', poi: 'barrow', text: 'Find the Low Barrow' },
      { kind: 'kill', monster: 'wight', count: 6, text: 'Wights laid down again' },
    ],
    reward: { xp: 1050, gold: 300, choose: ['warden-gauntlets', 'warden-sabatons', 'starfall-robe'] },
  },
  {
    id: 23,
    key: 'four-candles',
    name: 'Four Candles',
    level: 8,
    chain: 'fifth-road',
    giver: 'oswin',
    ender: 'oswin',
    after: ['lights-in-the-marsh'],
    offer:
      'There were four candles on the altar, and four of us to light them. The others stayed. I ran. …You have heard. Everybody is very kind about it, which makes it worse. The wights carry the candles now; they have forgotten why, but they cannot put them down. Bring me four. I shall light them here, by the stone, every evening, and say the names. It will not stop what is up there. It may remind it.',
    progress: 'Peder. Anselm. Young Tib. And the Abbot. I practise, so that I shall not stumble.',
    done: 'One. Two. Three. …Four. There. Do you feel that? The wind has dropped. Somewhere up the hill somebody has stopped walking and cannot think why. Now I know it can be done, and I know what has to be done, and I know that I am seventy-one. Would you sit with me a moment before I ask you?',
    objectives: [
      { kind: 'kill', monster: 'wight', count: 8, text: 'Abbey wights laid to rest' },
      { kind: 'gather', item: 'abbey-candle', count: 4, text: 'Abbey candles' },
      { kind: 'reach', poi: 'abbey', text: 'Walk up to Saint Orla’s Abbey' },
    ],
    reward: { xp: 1200, gold: 340, choose: ['warden-helm', 'warden-greaves', 'star-bow'] },
  },
  {
    id: 24,
    key: 'evensong',
    name: 'Evensong',
    level: 9,
    chain: 'fifth-road',
    giver: 'oswin',
    ender: 'aldous',
    after: ['four-candles', 'the-low-barrow'],
    offer:
      'He is in the nave. The Abbot. He holds the bell, and he cannot ring it, because the hand that rang it has to be warm. So he walks, and because he walks they all walk. He taught me my letters. He used to give me the crusts for the ducks. Take the bell from him, and do not be cruel about it. Then carry it down to Aldous in the square: let it ring once by the fountain at evening, with people about and something in the oven. That was all it was ever for.',
    progress: 'If he tolls, move away. Even now, he will be sorry to hit you.',
    done: 'So small. You could lose it in a bread bin. …Stand here by me. Everybody: hush a moment. Nan, the oven can wait; it cannot? Then bring them out with you. *He rings it, once.* There. You hear? No: nor do I. Nothing at all. Listen to it, all the way up the hill. Good night, my dear. Good night, all of you. — And you, warden: yes, that is what this leaf means, turn it over. You came in by the fifth road, you know. I said so the first day.',
    objectives: [{ kind: 'gather', item: 'abbots-bell', count: 1, text: 'The hand bell of Saint Orla' }],
    reward: {
      xp: 1700,
      gold: 900,
      items: [{ item: 'wardens-token', qty: 1 }],
      choose: ['cold-iron-sword', 'star-bow', 'dragon-lock', 'warden-plate'],
    },
  },
];
