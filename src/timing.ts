// Time and chance as the rooms that retry see them, so that a simulation can put its own in their place.

export interface Timing {
  /** Epoch ms. */
  now(): number;
  /** 0..1, for jitter. */
  chance(): number;
  /** The call's result, or an error when it takes longer than `most_ms`: a call that hangs must not hold up those behind it. */
  within<T>(call: Promise<T>, most_ms: number): Promise<T>;
}

export const wallTime: Timing = {
  now: () => Date.now(),
  chance: () => Math.random(),
  within: (call, most_ms) => {
    let timer: ReturnType<typeof setTimeout>;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer in ${most_ms} ms`)), most_ms);
    });
    return Promise.race([call, late]).finally(() => clearTimeout(timer));
  },
};

/** How long to wait after `failures` in a row: doubling from a second to `longest_ms`, the second half of it by chance, so that a crowd that lost somebody together does not return together. */
export function backoff_ms(failures: number, longest_ms: number, timing: Timing): number {
  return Math.min(longest_ms, 1000 * 2 ** failures) * (0.5 + timing.chance() / 2);
}
