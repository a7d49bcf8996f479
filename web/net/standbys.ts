// Lines that wait at the doors of regions near by: each says nothing and hears nothing until the body arrives there. In: where to wait,
// and where no more; out: the line of the region into which the body went, with what it was told already.
import type { Host } from './host';
import type { Lag, Line } from './line';

/** At the corner of four regions there are three others. */
export const MOST_STANDBYS = 3;
/** Spoken to, a line waits this long for the last word of the region that is left: two sockets keep no order between them. */
const LAST_WORD_MS = 100;

interface Standby {
  line: Line;
  /** Frames that came: the welcome and what follows it. */
  said: Uint8Array[];
}

export class Standbys {
  /** A region speaks to us, and the one we are in has had time to say that it passed us on. */
  onWelcome: (region: string) => void = () => {};
  private readonly waiting = new Map<string, Standby>();

  constructor(
    private readonly host: Host,
    private readonly connect: (region: string, ticket: string) => Line,
  ) {}

  get regions(): string[] {
    return [...this.waiting.keys()];
  }

  /** Waits at a region's door; where somebody waits already nothing is done. The one that waits longest makes room. */
  add(region: string, ticket: string): void {
    if (this.waiting.has(region)) return;
    if (this.waiting.size >= MOST_STANDBYS) this.forget(this.regions[0]);
    const standby: Standby = { line: this.connect(region, ticket), said: [] };
    this.waiting.set(region, standby);
    standby.line.onFrame = bytes => this.hear(region, standby, bytes);
    standby.line.onClose = () => {
      if (this.waiting.get(region) === standby) this.waiting.delete(region);
    };
  }

  /** Waits there no more. */
  forget(region: string): void {
    const standby = this.waiting.get(region);
    this.waiting.delete(region);
    standby?.line.drop(1000);
  }

  /** Hands over the line that waits there; undefined when none does. */
  take(region: string): Standby | undefined {
    const standby = this.waiting.get(region);
    this.waiting.delete(region);
    return standby;
  }

  /** A region that has spoken: the body is there. */
  spokenTo(): string | undefined {
    for (const [region, { said }] of this.waiting) if (said.length) return region;
    return undefined;
  }

  clear(): void {
    for (const region of this.regions) this.forget(region);
  }

  setLag(lag: Lag): void {
    for (const { line } of this.waiting.values()) line.setLag(lag);
  }

  private hear(region: string, standby: Standby, bytes: Uint8Array): void {
    standby.said.push(bytes);
    if (standby.said.length > 1) return;
    this.host.later(() => {
      if (this.waiting.get(region) === standby) this.onWelcome(region);
    }, LAST_WORD_MS);
  }
}
