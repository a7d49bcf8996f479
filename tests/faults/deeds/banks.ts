// Banks: three of one guild who put copper and goods into its bank and take them out, where the quarters of the home region meet: what they take
// follows them over the border.
import type { Bot } from '../../harness/bot';
import { all } from '../../harness/minds';
import { around } from '../../harness/travellers';
import { banker, dealingsOf } from '../banker';
import { type Deed, gives } from './kinds';

const CROSSROADS = { x: 768, z: 768 };
/** From a wish to what comes of it. */
const TAKES_MS = 250;
const hands = new Set<Bot>();
/** Bots of an earlier run are not in the world any more. */
const others = (): readonly Bot[] => [...hands].filter(({ session }) => session.inWorld);

export const banks: Deed = {
  key: 'banks',
  bots: 3,
  at: CROSSROADS,
  means: { level: 8, gold: 10_000, goods: { bread: 60, 'healing-draught': 30 } },
  exchanges: true,
  mind(n) {
    const bank = banker(n, others);
    return all(around(CROSSROADS, n), (bot, now_ms) => {
      hands.add(bot);
      bank(bot, now_ms);
    });
  },
  isUnderWay: subject => {
    const asked_ms = dealingsOf(subject.bot)?.asked_ms ?? 0;
    return gives(subject, 'guildDeposit') || performance.now() - asked_ms < TAKES_MS;
  },
  patience_ms: 6_000,
};
