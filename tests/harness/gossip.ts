// A mind that stands about and talks to the whole world, and measures how long lines take. In: a bot, the time. Out: a line every ten seconds; how long
// those of others took, by the clock that all bots of a machine share, and which numbers were missed.
import { CHANNEL_WORLD } from '../../src/shared/protocol/messages';
import { Reading } from '../../web/net/reading';
import type { Bot, Mind } from './bot';

export interface Gossip {
  said: number;
  heard: number;
  /** Numbers missed, or heard twice. */
  gaps: number;
  /** Milliseconds from being said to being read, of one line in SAMPLED. */
  readonly trips_ms: number[];
}

const EVERY_MS = 10_000;
/** A region tells everybody the same line: a few of them tell enough. */
const SAMPLED = 7;

/** Counts of every bot that gossips. */
export const gossips = new WeakMap<Bot, Gossip>();

export function gossip(n: number): Mind {
  let next_ms = 0;
  return (bot, now_ms) => {
    if (!next_ms) {
      listen(bot);
      next_ms = now_ms + bot.chance() * EVERY_MS;
    }
    if (now_ms < next_ms) return;
    next_ms += EVERY_MS;
    const count = gossips.get(bot) as Gossip;
    const text = `${Date.now()} says number ${n}, for the ${++count.said}. time`;
    if (!bot.session.send('chat', { channel: CHANNEL_WORLD, to: '', text })) count.said--;
  };
}

function listen(bot: Bot): void {
  const count: Gossip = { said: 0, heard: 0, gaps: 0, trips_ms: [] };
  gossips.set(bot, count);
  const reading = new Reading(bot.session);
  let last = 0;
  reading.onLine = ({ channel, number, text }) => {
    if (channel !== CHANNEL_WORLD) return;
    if (last && number !== last + 1) count.gaps++;
    last = number;
    count.heard++;
    const trip_ms = Date.now() - Number(text.split(' ', 1)[0]);
    if (count.heard % SAMPLED === 0) count.trips_ms.push(trip_ms);
  };
  reading.tell();
}
