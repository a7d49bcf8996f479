// Whose messages have torn the world: each costs everybody a rebuild, and whoever could send it again and again would close the region for all.
// In: what threw, and whose it was. Out: that message of his is not obeyed for a while; and when something else of his throws as well, he stays
// outside for a while. It outlives the world that is built anew.

export const QUARANTINE_MS = 5 * 60_000;
/** So many throws within that time, and he stays outside. */
const MOST_THROWS = 2;
/** More accounts than this are not remembered: the oldest is forgotten. */
const MOST_ACCOUNTS = 1_000;

interface Throw {
  /** Of the message. */
  readonly name: string;
  readonly at_ms: number;
}

export class Quarantine {
  /** By account; who threw last is last. */
  private readonly throws = new Map<string, readonly Throw[]>();

  note(account: string, name: string, now_ms: number): void {
    const own = [...this.recent(account, now_ms), { name, at_ms: now_ms }];
    this.throws.delete(account);
    this.throws.set(account, own);
    const [oldest] = this.throws.keys();
    if (this.throws.size > MOST_ACCOUNTS) this.throws.delete(oldest);
  }

  isBarred(account: string, name: string, now_ms: number): boolean {
    return this.recent(account, now_ms).some(one => one.name === name);
  }

  isShutOut(account: string, now_ms: number): boolean {
    return this.recent(account, now_ms).length >= MOST_THROWS;
  }

  private recent(account: string, now_ms: number): readonly Throw[] {
    const own = this.throws.get(account);
    if (!own) return NONE;
    const recent = own.filter(({ at_ms }) => now_ms - at_ms < QUARANTINE_MS);
    if (!recent.length) this.throws.delete(account);
    return recent;
  }
}

const NONE: readonly Throw[] = [];
