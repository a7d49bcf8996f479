// How long each named phase of a tick takes: a running mean, for status and debug overlay. In production the clock stands still while we
// compute and all of these are 0; locally they are true.

/** Weight of the newest value: about the last 3 s count. */
const WEIGHT = 1 / 64;

export class Phases {
  readonly means_ms = new Map<string, number>();

  readonly took = (phase: string, ms: number): void => {
    const mean = this.means_ms.get(phase);
    this.means_ms.set(phase, mean === undefined ? ms : mean + (ms - mean) * WEIGHT);
  };
}
