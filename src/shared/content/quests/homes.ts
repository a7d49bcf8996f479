// Quests of the covenants' homes: Haldenmere, Kilnhearth, Duskmere. Levels 6 to 9; the last of each is for its own people. In: nothing.
// Out: quests 160-173.
import type { Quest } from '../kinds';
import { pay } from './pay';

const HALDEN: readonly Quest[] = [
  {
    id: 160,
    key: 'the-toll-is-theirs',
    name: 'The Toll Is Theirs',
    level: 7,
    chain: 'halden',
    giver: 'cedany',
    ender: 'cedany',
    offer:
      'There is a fort on the Downs road that takes a toll. It has a barrier, a bench and a list of charges: carts four, sheep one, opinions two. It has everything but permission. I could send the Watch, and then there would be a siege, and songs. You go. One traveller, who declines. It is cheaper, and nobody writes a ballad about the bill.',
    progress: 'Decline twice. Once out loud, and once with the flat.',
    done: 'And the barrier? You brought the barrier. …Thank you. I shall have it put up across the mess-room door; they have been getting seconds. Take your pick from the store, and sign for it as “opinions, two”.',
    objectives: [
      { kind: 'reach', poi: 'toll-fort', text: 'Walk up to the Toll-takers’ Fort' },
      { kind: 'kill', monster: 'bandit', also: ['bandit-archer'], count: 7, text: 'Toll-takers' },
      { kind: 'kill', monster: 'hedge-mage', count: 2, text: 'Their accountants' },
    ],
    reward: pay('side', 7, { choose: ['militia-cuisses', 'adept-wraps'] }),
  },
  {
    id: 161,
    key: 'seven-sleepers',
    name: 'Seven Sleepers',
    level: 8,
    chain: 'halden',
    giver: 'averil',
    ender: 'averil',
    offer:
      'A shepherd was brought in who cannot be woken. Pulse like a clock, smiles, no visible damage. He had lain down among the Six Sleepers to eat his lunch. I do not hold with stones; but I can count, and if there are six of them and one of him, I should like it not to become a collection. Moonbell will bring him round. Put out whatever has been singing up there, and do not, whatever you do, sit.',
    progress: 'You look tired. Go and look tired elsewhere, I have only the one bed.',
    done: 'He is awake. He asked for the other half of his lunch, he asked what year it was, and was pleased with both answers. I have written it up as “exposure to scenery”. You may sit now.',
    objectives: [
      { kind: 'reach', poi: 'six-sleepers', text: 'Find the Six Sleepers' },
      { kind: 'kill', monster: 'wisp', count: 5, text: 'Whatever sings there' },
      { kind: 'gather', item: 'moonbell', count: 3, text: 'Moonbell' },
    ],
    reward: pay('side', 8, { items: [{ item: 'strong-draught', qty: 3 }] }),
  },
  {
    id: 162,
    key: 'friend',
    name: 'You Have to Say Friend',
    level: 6,
    chain: 'halden',
    giver: 'tam',
    ender: 'tam',
    offer:
      'Halt! I am short of men. I have inspected the west gate and the east gate, but I am not allowed outside. Somebody has to carry the password, or they will not know it and they will have to shoot each other. It is “Friend”. It has always been “Friend”. But today I have written it DOWN. Give one to Garrick and one to Isemay, and do not let the enemy see. Isemay gets the one without the jam.',
    progress: 'Did you say it to them? In a low voice?',
    done: 'Garrick saluted? A real one? With the elbow? …I shall need to sit down. No. Captains do not sit down. You can have this; it is a medal. It is a button. It is a medal now.',
    gives: [{ item: 'password', qty: 2 }],
    objectives: [
      { kind: 'deliver', item: 'password', count: 1, npc: 'garrick', text: 'The password for the west gate' },
      { kind: 'deliver', item: 'password', count: 1, npc: 'isemay', text: 'The password for the east gate' },
    ],
    reward: pay('errand', 6, { items: [{ item: 'honeycake', qty: 2 }] }),
  },
  {
    id: 163,
    key: 'what-azure-keeps',
    name: 'What Azure Keeps',
    level: 9,
    chain: 'halden',
    giver: 'cedany',
    ender: 'cedany',
    after: ['the-toll-is-theirs'],
    needs: { covenant: 'azure' },
    offer:
      'This one is for our own. The Old Keep was ours before there was a town. We left it in good order, with a garrison of twelve who had not been told that we were leaving. A clerk’s mistake. They are still on duty. It is two hundred years now, and every spring I find the path swept. Relieve them. Use those words, please: “You are relieved.” Then do what you must. I have written each of them a discharge.',
    progress: 'The words first. They are Azure; they will wait for the words.',
    done: 'All twelve? And the last one handed you the key. …I have had this chain of office for nine years, and it has not weighed anything until today. They are struck off the roll with full pay. I worked it out. It comes to the treasury, so I have put up a plaque.',
    objectives: [
      { kind: 'reach', poi: 'azure-keep', text: 'Climb to the Old Azure Keep' },
      { kind: 'kill', monster: 'wight', count: 6, text: 'The old garrison relieved' },
      { kind: 'kill', monster: 'crag-wolf', count: 4, text: 'Wolves on the path' },
    ],
    reward: pay('story', 9, { choose: ['warden-helm', 'starfall-robe'] }),
    aside: {
      when: { is: 'held', place: 'ravenholt', by: 'azure' },
      text: 'Ravenholt flies our colours this week, so the pass is open. It makes a change to have something behind us that is not looking at us.',
    },
  },
];

const KILN: readonly Quest[] = [
  {
    id: 164,
    key: 'hot-i-mean-it',
    name: 'Hot, I Mean It',
    level: 6,
    chain: 'kiln',
    giver: 'barnaby',
    ender: 'barnaby',
    offer:
      'I bake in the Great Kiln by night, and now and then something comes out that is not bread. Today it is three buns that have not cooled down in two days. I do not want to throw them away, they have good crumb. The guard are always complaining of cold hands. One for Signy at the south gate, one for Ulf at the east, and one for the apprentice, who is to LOOK at it. Use the tongs.',
    progress: 'Do not put them in your pocket. The last man put them in his pocket.',
    done: 'Signy has hers in her glove, Ulf has hung his on his belt, and Cinder is describing hers to a crowd. Good. I have worked it out: it was the alder ash. I shall never do it again, and here is the recipe.',
    gives: [{ item: 'hot-bun', qty: 3 }],
    objectives: [
      { kind: 'deliver', item: 'hot-bun', count: 1, npc: 'signy', text: 'A bun for Signy' },
      { kind: 'deliver', item: 'hot-bun', count: 1, npc: 'ulf', text: 'A bun for Ulf' },
      { kind: 'deliver', item: 'hot-bun', count: 1, npc: 'cinder', text: 'A bun for Cinder to look at' },
    ],
    reward: pay('errand', 6, { items: [{ item: 'meat-pie', qty: 3 }] }),
  },
  {
    id: 165,
    key: 'sparks-of-ours',
    name: 'Sparks of Ours',
    level: 7,
    chain: 'kiln',
    giver: 'gerta',
    ender: 'gerta',
    offer:
      'After the Long Firing nobody swept. I was there; I was eight; I had a broom and was sent to bed. Now the sparks live in the Cinder Pits and have families. They are not wicked, they are warm and badly brought up. But they have begun to set fire to washing, and I know what comes after washing. Bring me embers, five. If I can see what they burn on, I can call them home.',
    progress: 'In a crock. With a lid. You have no eyebrows to spare.',
    done: 'Oh, these are good. Oak heart and a little spite. Come here, you… in you go. There: did you see the fire lean? It knew them. Two hundred years, and it still counts its children. I do not know that I could say the same.',
    objectives: [
      { kind: 'reach', poi: 'cinder-pits', text: 'Go out to the Cinder Pits' },
      { kind: 'kill', monster: 'kiln-sprite', count: 6, text: 'Sprites damped' },
      { kind: 'gather', item: 'kiln-ember', count: 4, text: 'Kiln embers' },
    ],
    reward: pay('side', 7),
  },
  {
    id: 166,
    key: 'our-clay',
    name: 'Our Clay',
    level: 8,
    chain: 'kiln',
    giver: 'brandt',
    ender: 'branwen',
    offer:
      'There are people who steal gold, and one understands them. These steal CLAY. By night, in buckets, out of our south bank, and sell it in the ports as “Ember ware, genuine”, which it is, that is what is so insulting. They have got reavers in to guard it. Go and break it up; break the pots as well. Then tell Branwen that it is done, she has not thrown a jug in anger for a week, and the town is running out.',
    progress: 'If you find a jug with a flaw on the outside, that is one of theirs. Step on it.',
    done: 'Did you break them all? …All but one. Show me. Hm. The lip is good. The handle is shameless. I shall have to find out who made that and shout at them until they work for me.',
    objectives: [
      { kind: 'reach', poi: 'claythieves', text: 'Find the Claythieves’ Den' },
      { kind: 'kill', monster: 'bandit', also: ['hedge-mage'], count: 5, text: 'Claythieves' },
      { kind: 'kill', monster: 'reaver-bow', count: 4, text: 'Their reavers' },
    ],
    reward: pay('side', 8, { choose: ['warden-plate', 'starfall-robe'] }),
  },
  {
    id: 167,
    key: 'fires-are-visited',
    name: 'Fires Are Visited',
    level: 9,
    chain: 'kiln',
    giver: 'brandt',
    ender: 'gerta',
    after: ['our-clay'],
    needs: { covenant: 'ember' },
    offer:
      'For Ember, this. An old rule of the house: whoever comes to the fire is fed, and whoever comes to the fire a second time carries wood. The sprites of the Old Kiln came home once and were not let in; that was us, we had the door shut because of the draught. It is on the conscience of every captain since. Go there and do it properly: put out the ones that will not listen, and open the door to the rest. You will know which. They stop.',
    progress: 'Wedge it open. With a brick. We are good at bricks.',
    done: 'Eleven came in. I counted them past me, very small, they smelled of old supper. They have gone right to the back, where it is white, and I have not seen the Kiln so quiet since my mother sat here. You may call yourself Hearthguard. It means that you carry wood.',
    objectives: [
      { kind: 'reach', poi: 'old-kiln', text: 'Open the door of the Old Kiln' },
      { kind: 'kill', monster: 'kiln-sprite', count: 8, text: 'Sprites that will not listen' },
    ],
    reward: pay('story', 9, { choose: ['warden-helm', 'starfall-robe'] }),
    aside: {
      when: { is: 'held', place: 'hollinwood', by: 'ember' },
      text: 'Hollin Wood is ours just now, so there is wood to carry, for once.',
    },
  },
];

const LAMPS: readonly Quest[] = [
  {
    id: 168,
    key: 'yesterday-eleven',
    name: 'Yesterday, Eleven',
    level: 6,
    chain: 'lamps',
    giver: 'selwyn',
    ender: 'selwyn',
    offer:
      'Twelve lights on the mere, in my father’s book, in his father’s. Last night there were eleven. This morning Wren tells me that there were fourteen, that she counted them, and that two of them waved. One cannot have lights that wave. Go round by the Reed Mirror and see to the ones that are not ours. You will be able to tell: ours do not come closer.',
    progress: 'If it comes closer, it is not ours. If it comes closer and it is ours, run.',
    done: 'Twelve again. I have initialled it. My father’s hand is next to mine on the page; we make our twelves alike. Wren says that it was thirteen and that I blinked. She will have this post one day, and the book will never be the same.',
    objectives: [
      { kind: 'reach', poi: 'reed-mirror', text: 'Walk round by the Reed Mirror' },
      { kind: 'kill', monster: 'wisp', count: 6, text: 'Lights that came closer' },
    ],
    reward: pay('side', 6),
  },
  {
    id: 169,
    key: 'smell-this',
    name: 'Smell This',
    level: 7,
    chain: 'lamps',
    giver: 'nettle',
    ender: 'nettle',
    offer:
      'Somebody wants a thing made. I shall tell you what it is when you have brought me the parts; people gather better when they do not have an opinion. Moonbell from the water, three. Venom from the black spiders north of the ring, two, unbroken. And then come back here and have the opinion.',
    progress: 'Smell this. No? Then bring me the rest of it.',
    done: 'A matter of dose, as I say.',
    objectives: [
      { kind: 'gather', item: 'moonbell', count: 3, text: 'Moonbell' },
      { kind: 'gather', item: 'venom-gland', count: 2, text: 'Venom glands' },
      { kind: 'choose', talk: 'nettles-dose', text: 'Decide the dose' },
    ],
    reward: pay('side', 7),
    ends: [
      {
        chose: { talk: 'nettles-dose', answer: 'syrup' },
        done: 'He took the spoon without a face. Ondine shouted at the wall for a quarter of an hour, as ordered, and then left two out. I had thought of you as one of the loud ones. Take a bottle yourself. You have a tickle, you have had it since the causeway.',
        reward: pay('side', 7, { items: [{ item: 'strong-draught', qty: 3 }] }),
      },
      {
        chose: { talk: 'nettles-dose', answer: 'lesson' },
        done: 'Three days in bed, and his sister reading to him; he will remember the reading. He has said that he is sorry, to the eel. It is what they do here. Your fee. And a spare dose, for your own use. People underrate three days in bed.',
        reward: pay('side', 7, { items: [{ item: 'bracing-draught', qty: 4 }] }),
      },
    ],
  },
  {
    id: 170,
    key: 'the-unlit-lamps',
    name: 'The Unlit Lamps',
    level: 8,
    chain: 'lamps',
    giver: 'selwyn',
    ender: 'selwyn',
    after: ['yesterday-eleven'],
    offer:
      'There is a hall in the west. When one of us dies, his lamp is carried there and set down, unlit, so that he may find it if he wants it. Nobody had ever wanted it. Now I see light in those windows, a lamp more each evening, and I can tell whose by the colour. Last night it was my father’s. Go and put them out. Speak to whoever is holding them. I would do it, but I should have to look at the twelve of them, and they would ask me about the book.',
    progress: 'Pinch the wick. Do not blow. It is rude to breathe on them.',
    done: 'Then it is dark over there. Did one of them… was there one, tall, who held it in his left? And he let you. Yes. He always said that a lamp is only a way of saying goodnight. Thank you. I am going to count the mere now, and I may take rather long over it.',
    objectives: [
      { kind: 'reach', poi: 'unlit-lamps', text: 'Go to the Hall of Unlit Lamps' },
      { kind: 'kill', monster: 'wight', count: 7, text: 'Bearers of the lamps' },
    ],
    reward: pay('story', 8, { choose: ['warden-greaves', 'lantern-staff'] }),
  },
  {
    id: 171,
    key: 'loud-on-the-causeway',
    name: 'Loud on the Causeway',
    level: 9,
    chain: 'lamps',
    giver: 'maelis',
    ender: 'maelis',
    after: ['the-unlit-lamps'],
    needs: { covenant: 'violet' },
    offer:
      'You are Violet, so I shall say it plainly: we do not only watch. There is a ring of smugglers in the south-west who carry things through the mere by night, past my lamps, on their hands and knees, very quietly. I want them to be surprised. Everybody expects Violet to whisper. Take the south road in the middle, in your heaviest boots. Sing, if you can bear to. And on your way back lay down what you have woken.',
    progress: 'Louder. I could hardly hear you leave.',
    done: 'I could hear you from here. So could they: they had formed up to meet an army, and then it was you. I have a rule that nobody in the Lampwatch laughs on duty. I have had to stand outside for a while. Take your pick, and go quietly, for the contrast.',
    objectives: [
      { kind: 'reach', poi: 'smugglers-ring', text: 'March up to the Smugglers’ Ring' },
      { kind: 'kill', monster: 'bandit', also: ['bandit-archer'], count: 6, text: 'Surprised smugglers' },
      { kind: 'kill', monster: 'drowned', count: 5, text: 'What the noise woke' },
    ],
    reward: pay('story', 9, { choose: ['warden-helm', 'starfall-robe'] }),
    aside: {
      when: { is: 'held', place: 'aldermouth', by: 'violet' },
      text: 'Aldermouth burns our lamps this week. That shuts their back door, so they will be in a poor temper. Good.',
    },
  },
];

export const HOME_QUESTS: readonly Quest[] = [...HALDEN, ...KILN, ...LAMPS];
