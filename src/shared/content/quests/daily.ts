// Tasks of the day: done anew every day, three ways of playing, each with three that take turns. They suit every level, so they pay by it.
// In: nothing. Out: quests 300-308.
import type { Quest, QuestReward } from '../kinds';
import { ANY_FOE } from '../questkinds';

/** Whoever keeps watch anywhere has the list of the day. */
const BOARD = [
  'cedany',
  'brandt',
  'maelis',
  'sorrel',
  'hetty',
  'osmund',
  'stubble',
  'burr',
  'colm',
  'edric',
  'anselm',
  'wendel',
  'ptolemy',
  'una',
  'oda',
];

const daily = (share_pct: number, gold: number, item = 'healing-draught', qty = 2): QuestReward => ({
  xp: 0,
  share_pct,
  gold,
  items: [{ item, qty }],
});

type Task = Pick<Quest, 'id' | 'key' | 'name' | 'offer' | 'progress' | 'done' | 'objectives' | 'reward' | 'level'> & {
  daily: NonNullable<Quest['daily']>;
};
const task = (quest: Task): Quest => ({ chain: 'daily', giver: 'isolde', ender: 'isolde', board: BOARD, ...quest });

export const DAILY_QUESTS: readonly Quest[] = [
  task({
    id: 300,
    key: 'the-days-round',
    name: 'The Day’s Round',
    level: 3,
    daily: { way: 'adventurer', turn: 0 },
    offer:
      'The list of the day, first line: “Things with teeth, a dozen, anywhere.” I do not write the list. I only read it out in this voice.',
    progress: 'A dozen. Ones that could do something about it; hares do not count, and you know they do not.',
    done: 'A dozen. Ticked. The list will be longer tomorrow; it is how one knows that it is tomorrow.',
    objectives: [{ kind: 'kill', monster: ANY_FOE, count: 12, text: 'Foes worth the trouble' }],
    reward: daily(9, 120),
  }),
  task({
    id: 301,
    key: 'the-days-basket',
    name: 'The Day’s Basket',
    level: 3,
    daily: { way: 'adventurer', turn: 1 },
    offer:
      'Every healer between here and the sea is out of healwort, on the same day, as usual. Pull five, with your own hands, wherever it grows; and if something objects to you, six of those.',
    progress: 'Grey leaves, self-satisfied air. Say thank you.',
    done: 'Good roots. I shall send them round. Somebody will live until Thursday on this, and complain about the taste.',
    objectives: [
      { kind: 'mine', node: 'healwort', count: 5, text: 'Healwort pulled by hand' },
      { kind: 'kill', monster: ANY_FOE, count: 6, text: 'Foes that objected' },
    ],
    reward: daily(9, 120),
  }),
  task({
    id: 302,
    key: 'the-days-errand',
    name: 'The Day’s Errand',
    level: 3,
    daily: { way: 'adventurer', turn: 2 },
    offer:
      'Somebody has to look in on people. Not because anything is wrong; because somebody did yesterday. Nan in Alderwick, Osmund in the fen, Hetty on the Downs. A good day to each, and what you meet on the way is yours.',
    progress: 'A good day. Just that. You would be surprised how far it carries.',
    done: 'All well? All well. One day it will not be, and we shall know by supper, because somebody went and said good day.',
    objectives: [
      { kind: 'talk', npc: 'nan', text: 'A good day to Nan Tuppence' },
      { kind: 'talk', npc: 'osmund', text: 'A good day to Brother Osmund' },
      { kind: 'talk', npc: 'hetty', text: 'A good day to Hetty Larkham' },
      { kind: 'kill', monster: ANY_FOE, count: 4, text: 'Foes met on the way' },
    ],
    reward: daily(9, 120),
  }),
  task({
    id: 303,
    key: 'powder-drill',
    name: 'Powder Drill',
    level: 3,
    daily: { way: 'warfront', turn: 0 },
    offer:
      'Front drill. Look along the barrel, not at the horizon: eight foes down, and you see them fall with your own two eyes. If you find that you are watching yourself from behind, you are doing it wrong.',
    progress: 'First person, soldier. It is called that for a reason.',
    done: 'Eight, eyes open. I can tell by the soot. Clean it before you sleep.',
    objectives: [{ kind: 'kill', monster: ANY_FOE, count: 8, view: 'warfront', text: 'Foes brought down in the first person' }],
    reward: daily(9, 140),
  }),
  task({
    id: 304,
    key: 'marksmans-tithe',
    name: 'The Marksman’s Tithe',
    level: 3,
    daily: { way: 'warfront', turn: 1 },
    offer:
      'Powder is issued by the barrel and accounted for by the bang. Forty shots with the wheel-lock, today; and I want five foes to show for it, so do not point it at a pond.',
    progress: 'I can count bangs from here, you know.',
    done: 'Forty gone, five down. The quartermaster calls that waste. The quartermaster has never been charged by a boar.',
    objectives: [
      { kind: 'use', ability: 'wheel-lock-shot', count: 40, text: 'Shots with the wheel-lock' },
      { kind: 'kill', monster: ANY_FOE, count: 5, view: 'warfront', text: 'Foes to show for it' },
    ],
    reward: daily(9, 140),
  }),
  task({
    id: 305,
    key: 'the-long-bow',
    name: 'The Long Bow',
    level: 3,
    daily: { way: 'warfront', turn: 2 },
    offer:
      'Butts are closed: somebody has hung washing on them. So: live practice. Thirty aimed arrows, from the eye, and five beasts that noticed.',
    progress: 'Mind the drop. Everybody minds the wind, and it is the drop.',
    done: 'Thirty. And you picked them up again? No. Nobody ever does. That is why there is a fletcher with three houses.',
    objectives: [
      { kind: 'use', ability: 'aimed-arrow', count: 30, text: 'Aimed arrows' },
      { kind: 'kill', monster: ANY_FOE, count: 5, view: 'warfront', text: 'Beasts that noticed' },
    ],
    reward: daily(9, 140),
  }),
  task({
    id: 306,
    key: 'survey-of-the-valley',
    name: 'Survey of the Valley',
    level: 3,
    daily: { way: 'commander', turn: 0 },
    offer:
      'The map in the Watch House has a ring from a mug on it, and we have been defending the ring. Look at it from above, as a commander does: the bridge, the orchard, the mill and the farm. Stand over each until you are sure that it is still there.',
    progress: 'From above. Anybody can be wrong from the side.',
    done: 'All four. And the ring is a mug after all. You have saved us a patrol.',
    objectives: [
      {
        kind: 'explore',
        pois: ['bridge', 'orchard', 'windmill', 'hobbs-farm'],
        view: 'commander',
        text: 'Places of the valley, from above',
      },
    ],
    reward: daily(8, 130),
  }),
  task({
    id: 307,
    key: 'orders-from-above',
    name: 'Orders from Above',
    level: 3,
    daily: { way: 'commander', turn: 1 },
    offer:
      'Anybody can swing. I want six foes put down by somebody who could see the whole field when he did it. Take the high view, pick your ground, and let it look easy.',
    progress: 'If you are out of breath, you are too low.',
    done: 'Six, and not a word raised. That is the way. The songs are always about the other way.',
    objectives: [{ kind: 'kill', monster: ANY_FOE, count: 6, view: 'commander', text: 'Foes beaten from above' }],
    reward: daily(8, 130),
  }),
  task({
    id: 308,
    key: 'where-the-line-runs',
    name: 'Where the Line Runs',
    level: 3,
    daily: { way: 'commander', turn: 2 },
    offer:
      'The front moves every hour, and I hear about it from the baker. Go over the ground yourself, from above: Larkham, Sallow Cross, Stonefold. Tell me whose flag, and four foes fewer on the way.',
    progress: 'Whose flag. Not whose you would like.',
    done: 'I had two of them right. The baker had all three. I shall have to have a talk with the baker.',
    objectives: [
      { kind: 'explore', pois: ['larkham', 'sallow-cross', 'stonefold'], view: 'commander', text: 'The line, from above' },
      { kind: 'kill', monster: ANY_FOE, count: 4, text: 'Foes on the way' },
    ],
    reward: daily(10, 160),
  }),
];
