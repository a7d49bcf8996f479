// Numbers over bodies that can be read in a crowd: blows of one moment on one body add up, those of the next moments stand beside each
// other, and there are never more than the eye can take. In: the numbers there are and a new one. Out: the numbers there are now. Pure.
import type { Floater } from '../state';

/** Blows of the same kind on the same body within this are one number. */
const SAME_MS = 110;
/** Younger than this a number still stands where it was born: the next one makes way. */
const FRESH_MS = 480;
const MOST = 28;
const LANES = [0, 1, -1, 2, -2] as const;

export function withFloater(there: readonly Floater[], next: Floater): Floater[] {
  const same = there.findIndex(
    each =>
      each.body === next.body &&
      each.kind === next.kind &&
      next.born - each.born < SAME_MS &&
      !Number.isNaN(each.value + next.value),
  );
  if (same >= 0) {
    const value = there[same].value + next.value;
    const text = there[same].text.replace(String(there[same].value), String(value));
    return there.map((each, i) => (i === same ? { ...each, value, text } : each));
  }
  const taken = new Set(there.filter(each => each.body === next.body && next.born - each.born < FRESH_MS).map(each => each.lane));
  const lane = LANES.find(each => !taken.has(each)) ?? LANES[next.id % LANES.length];
  return [...there.slice(1 - MOST), { ...next, lane }];
}

/** How a number moves over its life: rise and sideways drift in rem, scale, opacity. `age` 0..1; `still`: motion is spared. */
export function flight(floater: Pick<Floater, 'kind' | 'lane'>, age: number, still: boolean) {
  const out = 1 - (1 - age) * (1 - age);
  const pop = age < 0.07 ? 0.7 + (age / 0.07) * 0.65 : age < 0.16 ? 1.35 - ((age - 0.07) / 0.09) * 0.35 : 1;
  // What is suffered sinks, what is done or gained rises: the way says it as well as the colour.
  const way = floater.kind === 'taken' ? 0.55 : -1;
  return {
    rise: still ? way * 0.6 : way * out * (floater.kind === 'xp' ? 2.6 : 3.4),
    aside: floater.lane * 3 * (still ? 1 : 0.55 + 0.45 * out),
    scale: still ? 1 : floater.kind === 'critical' ? pop * 1.06 : pop,
    opacity: age > 0.68 ? Math.max(0, 1 - (age - 0.68) / 0.32) : 1,
  };
}
