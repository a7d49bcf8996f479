// Callings: a quest for each class, from somebody in the valley who had that trade before. Level 5. In: nothing. Out: quests 220-224.
import type { Quest } from '../kinds';
import { pay } from './pay';

/** Ids of classes as they stand in a life (rules/life.ts). */
const WARDEN = 1;
const RANGER = 2;
const SAGE = 3;
const EMBER_MAGE = 4;
const DUELIST = 5;

export const CALLING_QUESTS: readonly Quest[] = [
  {
    id: 220,
    key: 'a-door-with-legs',
    name: 'A Door with Legs',
    level: 5,
    chain: 'calling',
    giver: 'isolde',
    ender: 'isolde',
    needs: { cls: [WARDEN] },
    offer:
      'Warden. Good. I was one, before I had a desk. It is simple work: you are a door, and the people behind you are a house. Doors do not chase. Doors do not wander off to see what that noise was. They stand, and things break on them. Go to the fork of the east road and be a door for a while; the bandits there have never met one that was shut.',
    progress: 'Feet. It is all in the feet. Everything above the knee is decoration.',
    done: 'Not one step back? There is mud to the ankle on both sides and it is the same mud. Yes. That is how it is done. One day somebody behind you will say thank you, and you will not be able to turn round; that is the job.',
    objectives: [{ kind: 'kill', monster: 'bandit', also: ['bandit-archer'], count: 8, text: 'Bandits who met a door' }],
    reward: pay('side', 5, { items: [{ item: 'bracing-draught', qty: 3 }] }),
  },
  {
    id: 221,
    key: 'a-second-pair-of-ears',
    name: 'A Second Pair of Ears',
    level: 5,
    chain: 'calling',
    giver: 'corin',
    ender: 'corin',
    needs: { cls: [RANGER] },
    offer:
      'So you range. Then you know this already: one hears with one’s own ears and believes with somebody else’s. I had a hound for eleven years. She never lied to me, and I once told her that it was only thunder. Go and walk the edge of the Gloamwood at a beast’s pace. Look where they drink, take down the ones that have forgotten to be afraid. You will feel something walking beside you, after a bit. Do not look round.',
    progress: 'Slower. If the jays are shouting, that is you.',
    done: 'You felt it? Left side, a bit behind. Mine was always on the left as well. …It does not have to have fur, you know. It is only the part of you that heard first.',
    objectives: [
      { kind: 'reach', poi: 'gloamwood', text: 'Walk the edge of the Gloamwood' },
      { kind: 'kill', monster: 'wolf', also: ['boar'], count: 8, text: 'Beasts that forgot to be afraid' },
    ],
    reward: pay('side', 5, { items: [{ item: 'bracing-draught', qty: 3 }] }),
  },
  {
    id: 222,
    key: 'first-do-no-good',
    name: 'First, Do No Good',
    level: 5,
    chain: 'calling',
    giver: 'amabel',
    ender: 'amabel',
    needs: { cls: [SAGE] },
    offer:
      'They will tell you that a sage’s first rule is to do no harm. It is not. The first rule is to do no good to people who did not ask; it took me years. Go to three who are hurting: Agnes, who misses her husband, Marten, who talks to a heron, and Peg, who is tired. Ask how they are. Do not mend anything. Then come back and tell me how long you managed it.',
    progress: 'Did you give advice? …Was it short?',
    done: 'All three, and you held your tongue? And they all talked, and they all felt better, and you did nothing. There. Now you may learn to do something. Take these. Left shelf.',
    objectives: [
      { kind: 'talk', npc: 'agnes', text: 'Ask Agnes Pell how she is' },
      { kind: 'talk', npc: 'marten', text: 'Ask Marten Reed how he is' },
      { kind: 'talk', npc: 'peg', text: 'Ask Peg Hobbs how she is' },
      { kind: 'gather', item: 'healwort', count: 3, text: 'Healwort' },
    ],
    reward: pay('side', 5, { items: [{ item: 'healing-draught', qty: 4 }] }),
  },
  {
    id: 223,
    key: 'not-indoors',
    name: 'Not Indoors',
    level: 5,
    chain: 'calling',
    giver: 'zephine',
    ender: 'zephine',
    needs: { cls: [EMBER_MAGE] },
    offer:
      'You smell of matches. Oh, do not apologise, I collect it. I was an ember-mage for three weeks: I have a very good carpet, and one of us had to go. Rule one, not indoors. Rule two, spiders. They are dry, they are numerous, and nobody writes to the council about them. Go to the white hollow and find out how warm you get. Stop before your hat does.',
    progress: 'Is it still smoking? The hollow, I mean. And the hat.',
    done: 'Eight spiders and one eyebrow. That is a very good rate. The bishop, when he began, lost the bishopric. Here, have the flask; it is for drinking, or for throwing over yourself.',
    objectives: [{ kind: 'kill', monster: 'spider', count: 8, text: 'Spiders warmed' }],
    reward: pay('side', 5, { items: [{ item: 'clear-water-flask', qty: 4 }] }),
  },
  {
    id: 224,
    key: 'one-good-verse',
    name: 'One Good Verse',
    level: 5,
    chain: 'calling',
    giver: 'linnet',
    ender: 'linnet',
    needs: { cls: [DUELIST] },
    offer:
      'A duelist! At last somebody who scans. Wardens are all refrain. Now, a duel has a form: one opponent, one insult, one flourish, and off before the verse drags. I need eight for the new ballad, and I have only got “bandit”, which rhymes with nothing but “stand it”. Fight them one at a time, with style. I shall know if you let two of them come at once; the metre goes.',
    progress: 'What was the insult? …Oh, that is good. May I have that?',
    done: '“And one by one upon the grass, / he showed them how the hours pass.” There you are, you are in it, second verse. It is not a long verse. But people will hum it, and your ears will go pink. Here: my share of the hat.',
    objectives: [
      { kind: 'kill', monster: 'bandit', also: ['bandit-archer', 'hedge-mage'], count: 8, text: 'Opponents, one at a time' },
    ],
    reward: pay('side', 5, { items: [{ item: 'bracing-draught', qty: 3 }] }),
  },
];
