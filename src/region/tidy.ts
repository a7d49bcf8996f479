// What a region does for D1 when nothing else is to be done: books of those who may not be here (what they left lying has rotted) are
// handed in, and tombstones go that nobody will ask for any more. In: the region's rows. Out: fewer of them.
import type { D1Database } from '@cloudflare/workers-types';
import { standings, writeLines } from '../store/custody';
import type { Store } from './store';

const MOST_AT_ONCE = 50;
/** A tombstone is kept at least this long, and until D1 has heard where its character went. */
const TOMBSTONE_MS = 10 * 60_000;

/** `ask`: D1's answer, or an error in time. */
export async function tidy(
  store: Store,
  d1: D1Database,
  region: string,
  now_ms: number,
  ask: <T>(call: Promise<T>) => Promise<T>,
): Promise<void> {
  const { holdings } = store;
  const lines = holdings.strayLines(MOST_AT_ONCE);
  if (lines.length) {
    await ask(writeLines(d1, region, lines));
    store.transaction(() => holdings.forgetStrays(lines));
  }
  const passed = holdings.passedBefore(now_ms - TOMBSTONE_MS, MOST_AT_ONCE);
  if (!passed.length) return;
  const ids = passed.map(({ character }) => character);
  const known = await ask(standings(d1, ids));
  holdings.forgetPassed(passed.filter(({ character, epoch }) => (known.get(character)?.epoch ?? Infinity) >= epoch));
}
