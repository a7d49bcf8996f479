// Talks of the main story: four decisions, and some company on the way. In: nothing. Out: talks 1-9.
import type { Talk } from '../kinds';

export const STORY_TALKS: readonly Talk[] = [
  {
    id: 1,
    key: 'oswins-candles',
    npc: 'oswin',
    opens: 'You light four candles, Brother.',
    during: 'a-candle-too-many',
    nodes: {
      start: {
        says: 'Every evening. One for Peder, one for Anselm, one for young Tib, one for the Abbot. The wind takes Anselm’s more often than not; he always did feel a draught. Why? You have the face of somebody with a stone in his shoe.',
        answers: [
          { says: 'What do you remember of Anselm?', to: 'anselm' },
          { says: 'Peder, Tib and the Abbot are dead. Anselm is not.', picks: 'tell' },
          { says: 'I only came to ask how you were.', picks: 'keep' },
        ],
      },
      anselm: {
        says: 'He could hear a mouse change its mind. He used to tell me when the prior was coming, by the knees. On the last night I looked back, once, and he was standing on the stair with his shoes in his hand. I have thought about that hand for sixty years. He was going back for the others, you see. I am sure that he was.',
        answers: [
          { says: 'He went out of the back. He is alive, and he is sorry.', picks: 'tell' },
          { says: 'Yes. I am sure that he was.', picks: 'keep' },
          { says: 'Tell me about the candles.', to: 'start' },
        ],
      },
    },
  },
  {
    id: 2,
    key: 'the-dark-beacon',
    npc: 'aldith',
    opens: 'Why is it dark?',
    during: 'dark-for-forty-years',
    nodes: {
      start: {
        says: 'A beacon is a promise. One does not light a promise to see if it works.',
        answers: [
          { says: 'And why is it dark?', to: 'again' },
          { says: 'Ptolemy Wick sends his regards.', to: 'wick' },
        ],
      },
      wick: {
        says: 'Does he. …He has spelled my name wrong on every letter for forty years. Aldyth. I used to think it was a telescope thing. I kept them all, you may tell him; I did not say that I opened them.',
        answers: [{ says: 'Why is it dark, Aldith?', to: 'again' }],
      },
      again: {
        says: 'Because on the night of the boats I had the flint in this hand. One can see the bay from up here, in winter. I saw the false light, and I knew it for what it was. And I had a paper that said: to save oil, no fires without an order. So I sent a boy for an order. He was quick. He was back in two hours.',
        answers: [
          { says: 'Then light it. Late is not the same as never.', picks: 'light' },
          { says: 'Leave it dark. It was never the wood that failed.', picks: 'dark' },
          { says: 'What would lighting it do?', to: 'what' },
        ],
      },
      what: {
        says: 'Bring every Azure blade home by morning, furious. Show every boat from here to Wrackstone where the land is. And I should have to explain myself to people, in a queue. If I leave it, it stays a promise. Those are the two. I have had a while to narrow it down.',
        answers: [
          { says: 'Light it.', picks: 'light' },
          { says: 'Leave it.', picks: 'dark' },
        ],
      },
    },
  },
  {
    id: 3,
    key: 'odas-answer',
    npc: 'oda',
    opens: 'What shall he hear, Ottilie?',
    during: 'she-never-drowned',
    nodes: {
      start: {
        says: 'Do not call me that, it makes me stand up straight. There are two ways. I go to the gate and tell him that I let him ring for forty years over nothing. Or somebody with a kind face tells him that she is on her way, and he may put the hammer down. One of them is true. I find that I cannot tell which of them is cruel.',
        answers: [
          { says: 'What would he want?', to: 'want' },
          { says: 'The truth. He made it loud enough; he ought to be answered.', picks: 'truth' },
          { says: 'Mercy. Let him think that supper is on the table.', picks: 'mercy' },
        ],
      },
      want: {
        says: 'A founder? He would want to know where the flaw was. He would break a bell for a hair in the bronze and then cry about it, and cast it again. …On the other hand, he once told me that my singing was “nearly”. He could be kind. He had to aim.',
        answers: [
          { says: 'Then tell him where the flaw was.', picks: 'truth' },
          { says: 'Then let me be kind, and I shall aim.', picks: 'mercy' },
        ],
      },
    },
  },
  {
    id: 4,
    key: 'the-last-stroke',
    npc: 'aldous',
    opens: 'About the bell.',
    during: 'a-bell-for-the-fountain',
    nodes: {
      start: {
        says: 'I have had it on my knees all afternoon. It is like holding somebody else’s baby: one is afraid to sneeze. Bram is standing there with the big hammer and trying to look as if he were not. Nan has brought a cloth. They are all waiting for you to say. Nobody here would blame you for either.',
        answers: [
          { says: 'What would you do?', to: 'aldous' },
          { says: 'Crack it. Let everybody sleep.', picks: 'crack' },
          { says: 'Hush it. Leave the road open.', picks: 'hush' },
        ],
      },
      aldous: {
        says: 'I? My wife lies at Saint Orla’s. If it is cracked, she lies there for good, and I shall know where to find her. If it is only hushed… well. I have sat on this bench for a good many years, by the fountain, where I can see all the roads. You did not suppose it was for the view? But I am one old man, and that is not a reason. Choose as if I were not here.',
        answers: [
          { says: 'Crack it. Let her rest, and all of them.', picks: 'crack' },
          { says: 'Hush it. Somebody may still be on the way.', picks: 'hush' },
        ],
      },
    },
  },
  {
    id: 5,
    key: 'the-dry-boots',
    npc: 'aldous',
    opens: 'You have seen others come like me?',
    after: 'four-roads',
    nodes: {
      start: {
        says: 'Seven in sixty years. A tinker. Two sisters who could not agree on anything. A very polite man with a trumpet. They all sat where you sit, and they all said “Good morning”, and then they all looked at their boots.',
        answers: [
          { says: 'What became of them?', to: 'became' },
          { says: 'Why dry boots?', to: 'boots' },
          { says: 'I had better be going.' },
        ],
      },
      became: {
        says: 'Wardens, for the most part. It turns out that they are hard to discourage: knock one down, and an hour later he is at the waystone asking what happened. We thought it was good manners to put that to use. The trumpeter went north. We heard him for some time.',
        answers: [{ says: 'Why dry boots?', to: 'boots' }, { says: 'Good day, Aldous.' }],
      },
      boots: {
        says: 'Because it had rained for nine days. I do not know what it means. I am only the one who notices.',
        answers: [{ says: 'What became of the others?', to: 'became' }, { says: 'Good day, Aldous.' }],
      },
    },
  },
];
