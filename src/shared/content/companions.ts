// Companions: sellswords who go along into dungeons where players are missing. In: nothing. Out: the table, one for each role at least; two of
// a role come in this order.
import type { CompanionKind } from './kinds';
import { packLook } from './looks';

const PLAIN = { skin: 2, hair: 1, hairColor: 2, shirt: 3, trousers: 9, body: 0, beard: 0, cape: 0, covenant: 3, hat: 0, apron: 0 };

export const COMPANIONS: readonly CompanionKind[] = [
  {
    id: 1,
    key: 'brannoc',
    name: 'Brannoc Hale',
    title: 'Shield for hire',
    cls: 'warden',
    look: packLook({ ...PLAIN, skin: 3, beard: 1, hairColor: 4, shirt: 12 }),
    says: ['I go first. That is the arrangement.', 'If I fall, it was the floor.', 'Behind me. Not that far behind me.'],
  },
  {
    id: 2,
    key: 'isaura',
    name: 'Isaura Wend',
    title: 'Field mender',
    cls: 'sage',
    look: packLook({ ...PLAIN, hair: 5, hairColor: 12, body: 1, shirt: 14, skin: 5 }),
    says: ['Bleed where I can see you.', 'I charge by the limb.', 'Everybody breathing? Good. Go on.'],
  },
  {
    id: 3,
    key: 'fenwick',
    name: 'Fenwick Tarn',
    title: 'Bow on a retainer',
    cls: 'ranger',
    look: packLook({ ...PLAIN, hair: 4, hairColor: 8, shirt: 6, hat: 2 }),
    says: ['Mind the arrows. They do not mind you.', 'I count two more than you do.', 'That one was already looking ill.'],
  },
  {
    id: 4,
    key: 'maerwyn',
    name: 'Maerwyn Sooth',
    title: 'Fire, reasonably priced',
    cls: 'ember-mage',
    look: packLook({ ...PLAIN, hair: 3, hairColor: 5, body: 1, shirt: 4, skin: 1 }),
    says: ['Stand back. Farther. There.', 'It was cold in here.', 'Ash is only patience.'],
  },
  {
    id: 5,
    key: 'corvin',
    name: 'Corvin Ashby',
    title: 'Second blade',
    cls: 'duelist',
    look: packLook({ ...PLAIN, hair: 2, hairColor: 0, shirt: 15, trousers: 0, skin: 4 }),
    says: ['I had a reason for leaving the army. That was it, back there.', 'Clean work. For once.', 'After you. I insist.'],
  },
];
