// Virtual time: what is still to happen, by its time. Nothing in a schedule waits for the machine's clock, so the same seed gives the same
// run. In: events. Out: the next one; time jumps to it.

export interface Coming {
  readonly due_ms: number;
  run(): void;
  cancelled: boolean;
}

const START_MS = Date.UTC(2026, 0, 1);

export class Clock {
  now_ms = START_MS;
  /** By time, and by the order in which they were put down. */
  private readonly coming: Coming[] = [];

  after(delay_ms: number, run: () => void): Coming {
    const event = { due_ms: this.now_ms + Math.round(Math.max(0, delay_ms)), run, cancelled: false };
    let at = this.coming.length;
    while (at && this.coming[at - 1].due_ms > event.due_ms) at--;
    this.coming.splice(at, 0, event);
    return event;
  }

  /** The next event that is due by `until_ms`; time is then its time. Null: none, and time is `until_ms`. */
  next(until_ms: number): Coming | null {
    while (this.coming.length && this.coming[0].due_ms <= until_ms) {
      const event = this.coming.shift()!;
      if (event.cancelled) continue;
      this.now_ms = event.due_ms;
      return event;
    }
    this.now_ms = Math.max(this.now_ms, Math.round(until_ms));
    return null;
  }

  /** The call's result, or an error when it takes longer: what production code hangs its timeouts on. `stir` is called with either. */
  within<T>(call: Promise<T>, most_ms: number, stir: () => void): Promise<T> {
    return new Promise((resolve, reject) => {
      const late = this.after(most_ms, () => {
        stir();
        reject(new Error(`no answer in ${most_ms} ms`));
      });
      const settle =
        <V>(tell: (value: V) => void) =>
        (value: V): void => {
          late.cancelled = true;
          stir();
          tell(value);
        };
      call.then(settle(resolve), settle(reject));
    });
  }

  sleep(delay_ms: number): Promise<void> {
    return new Promise(resolve => {
      this.after(delay_ms, resolve);
    });
  }
}
