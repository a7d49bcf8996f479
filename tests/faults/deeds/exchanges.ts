// Exchanges: three who trade with each other, write to each other and meet on the market, where the quarters of the home region meet.
import type { Bot } from '../../harness/bot';
import { all } from '../../harness/minds';
import { around } from '../../harness/travellers';
import { exchange } from '../exchanger';
import { type Deed, gives } from './kinds';

const CROSSROADS = { x: 768, z: 768 };
const hands = new Set<Bot>();
/** Bots of an earlier run are not in the world any more. */
const others = (): readonly Bot[] => [...hands].filter(({ session }) => session.inWorld);

export const exchanges: Deed = {
  key: 'exchanges',
  bots: 3,
  at: CROSSROADS,
  means: { gold: 5_000 },
  exchanges: true,
  mind(n) {
    const trade = exchange(others);
    return all(around(CROSSROADS, n), (bot, now_ms) => {
      hands.add(bot);
      trade(bot, now_ms);
    });
  },
  isUnderWay: subject => gives(subject, 'agree', 'sendLetter', 'takeLetter', 'sellOrder', 'buyOrder'),
  patience_ms: 6_000,
};
