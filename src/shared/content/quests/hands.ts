// Quests that are done at a bench: the valley teaches one to make a thing. Levels 2 and 3. In: nothing. Out: quests 150-152.
import type { Quest } from '../kinds';
import { pay } from './pay';

export const HAND_QUESTS: readonly Quest[] = [
  {
    id: 150,
    key: 'the-right-shelf',
    name: 'The Right Shelf',
    level: 2,
    chain: 'chapel',
    giver: 'amabel',
    ender: 'amabel',
    after: ['worts-and-all'],
    offer:
      'You pull well. Let us see if you pour. There is the alembic, there are the vials, and a draught is only healwort that has been talked into it: two leaves, one vial, and do not lift the lid to see how it is getting on. It knows. Make me two. One for the left shelf. The other one I want you to look at, and tell me honestly which shelf it should go on.',
    progress: 'If it hums, it is nearly done. If it whistles, stand where I am standing.',
    done: 'Clear, green, and it does not follow one round the room. The left shelf, both of them. I have had novices in this chapel for thirty years who never once got off the right one. Here: for the vials. You will break some. Everybody does; one learns the sound.',
    objectives: [{ kind: 'craft', recipe: 'healing-draught', count: 2, text: 'Healing draughts made with your own hands' }],
    reward: pay('side', 2, { items: [{ item: 'healing-draught', qty: 2 }] }),
  },
  {
    id: 151,
    key: 'a-fish-is-a-promise',
    name: 'A Fish Is a Promise',
    level: 3,
    chain: 'neighbours',
    giver: 'marten',
    ender: 'maud',
    after: ['pinched'],
    offer:
      'I promised Maud two trout for the table at noon, grilled. Catching them I can do. It is the fire: I get to watching it, and thinking, and then there is a smell. Win two out of the lake, or off a snapper, they steal them; a pinch of salt; any fire will do. And then take yourself along to the Heron and tell her it was me. No. Tell her that it was you. She would know.',
    progress: 'Skin side down. Gerald says skin side down, and he eats them raw, so it must matter.',
    done: 'Grilled, and on both sides. Do not tell me it was Marten: Marten’s come with an apology and a bit of net. Sit down. You can have one of them back. The other is for the gentleman in the corner, who has been promised it since Tuesday.',
    objectives: [
      { kind: 'craft', recipe: 'grilled-trout', count: 2, text: 'Trout grilled over a fire' },
      { kind: 'talk', npc: 'maud', text: 'Bring Maud the news' },
    ],
    reward: pay('side', 3, { items: [{ item: 'heron-stew', qty: 2 }] }),
  },
  {
    id: 152,
    key: 'all-the-same-shirt',
    name: 'All the Same Shirt',
    level: 3,
    chain: 'watch',
    giver: 'marigold',
    ender: 'marigold',
    after: ['dressed-for-it'],
    offer:
      'I dress bandits. Not on purpose: they buy nothing, they only wear out, and what is left of them blows about on hedges. Linen scrap, and perfectly good. Bring me what they have shed, sit down at the loom and make me a bolt of it. I shall sell it to the Watch. The Watch will wear it until it is scraps, and lose it to the bandits. I call it the circle of shirt.',
    progress: 'Over, under. Over, under. If you find yourself humming, that is the loom; it cannot be helped.',
    done: 'That is a straight edge! Look at that, one could shave with it. Half of it I shall cut for Hob, who has been on duty in a curtain since spring. Here is something for you, it is the other sort of shirt, the sort that stays on.',
    objectives: [{ kind: 'craft', recipe: 'linen-bolt', count: 1, text: 'A bolt of linen, woven at a loom' }],
    reward: pay('side', 3, { choose: ['wayfarer-jerkin', 'hedge-tunic'] }),
  },
];
