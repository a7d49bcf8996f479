// Talks beside the main story. In: nothing. Out: talks 20-39.
import type { Talk } from '../kinds';

export const SIDE_TALKS: readonly Talk[] = [
  {
    id: 20,
    key: 'nettles-dose',
    npc: 'nettle',
    opens: 'What is it going to be?',
    during: 'smell-this',
    nodes: {
      start: {
        says: 'That depends. Somebody has been at Ondine’s eels, by night, over the back wall. She wants it stopped. These leaves in one dose make a syrup that cures the cough; in another they make a person stay very close to home for three days. It is Wren’s little brother, you understand. He has a cough. And he is hungry.',
        answers: [
          { says: 'Then make it the syrup.', picks: 'syrup' },
          { says: 'He has to learn. Three days.', picks: 'lesson' },
          { says: 'Does Ondine know who it is?', to: 'ondine' },
        ],
      },
      ondine: {
        says: 'Ondine leaves the lid off. She thinks that I have not noticed. What she wants is for somebody to tell her that she may go on leaving it off and be cross about it as well.',
        answers: [
          { says: 'Syrup, then; and tell her to be cross.', picks: 'syrup' },
          { says: 'Three days. Then the lid.', picks: 'lesson' },
        ],
      },
    },
  },
  {
    id: 21,
    key: 'deserters-terms',
    npc: 'colm',
    opens: 'Some of them want to come in.',
    during: 'by-the-back-door',
    nodes: {
      start: {
        says: 'I heard. Three came to the edge of the Green last night with their hands up. One Azure, one Ember, one Violet, and they had one blanket between them. Wynna gave them honey. Now they want to know if they may stay and burn charcoal. I cannot use a crossbow, but I can use six arms. Only: the captains will ask. What shall I tell them?',
        answers: [
          { says: 'That you saw nobody. There is a lot of smoke here.', picks: 'shelter' },
          { says: 'The truth. A regiment has to count its people.', picks: 'report' },
        ],
      },
    },
  },
];
