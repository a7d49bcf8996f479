// The lasting connection of one character to the world, over whatever region he is in: one acting line, and lines that wait at the doors
// of regions near by. Opens with a fresh ticket, opens again when it falls, in plain words. In: frames to send, where to wait, where the
// body went; out: frames of the acting line, and how the connection stands. Knows nothing of what is in a frame.
import { CLOSE_FLOOD, CLOSE_KICKED, CLOSE_MOVED, CLOSE_NEWER_LOGIN, CLOSE_PROTOCOL } from '../../src/shared/protocol/messages';
import { DoorError, type Entry } from './doors';
import type { Host } from './host';
import { type Lag, Line, type Traffic } from './line';
import { Standbys } from './standbys';

export type LinkState = 'connecting' | 'open' | 'reconnecting' | 'closed';
export interface LinkFacts {
  state: LinkState;
  /** Why, for the player; '' when all is well. */
  words: string;
  /** When the next attempt starts (host.now), 0: none is planned. */
  retryAt_ms: number;
  /** The close code of the last fall, 0 before any. */
  code: number;
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 4000;
/** A socket that says nothing for so long is taken for dead: the region speaks at least once a second. */
const SILENCE_MS = 6000;
/** The line that waited has this long to bring the welcome; then the ticket of the crossing opens another. */
const STANDBY_WELCOME_MS = 1000;
/** And that one has this long before the front door is asked again. */
const TICKET_WELCOME_MS = 4000;
/** A body is passed on at most so often without being welcomed anywhere. */
const MOST_HOPS = 6;

const FINAL = new Set([CLOSE_PROTOCOL, CLOSE_NEWER_LOGIN, CLOSE_KICKED]);

/** How long to wait before attempt `attempt` (0 = first): doubling from 0.1 s to 4 s, with a random half so that a crowd does not return at once. */
export function retryDelay_ms(attempt: number, random: number): number {
  return Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt) * (0.5 + random / 2);
}

/** Where the socket of a region is: the door's own answer to a ticket looks the same. */
const entryTo = (region: string, ticket: string): Entry => ({ url: `/ws/${region}`, ticket });

export class Link implements Traffic {
  facts: LinkFacts = { state: 'closed', words: '', retryAt_ms: 0, code: 0 };
  bytesIn = 0;
  bytesOut = 0;
  readonly standbys: Standbys;
  onFrame: (bytes: Uint8Array) => void = () => {};
  onState: (facts: LinkFacts) => void = () => {};
  /** The acting line is another one now: what came over the last one is over. */
  onLine: () => void = () => {};

  private acting: Line | null = null;
  private attempts = 0;
  private hops = 0;
  private wanted = false;
  private welcomed = false;
  private callOff: (() => void) | null = null;
  private readonly lag: Lag = { lag_ms: 0, jitter_ms: 0 };

  /** `enter`: a fresh ticket for every attempt; rejects with a DoorError. `wordsOf`: for the player, what a close code means, or a door that stays shut. */
  constructor(
    private readonly host: Host,
    private readonly enter: () => Promise<Entry>,
    private readonly wordsOf: (why: number | DoorError) => string = why =>
      typeof why === 'number' ? `closed with ${why}` : why.message,
  ) {
    this.standbys = new Standbys(host, (region, ticket) => new Line(host, entryTo(region, ticket), this.lag, this));
    this.standbys.onWelcome = region => this.cross(region, '');
  }

  open(): void {
    if (this.wanted) return;
    this.wanted = true;
    this.attempts = 0;
    void this.attempt('connecting');
  }

  /** Ends the connection for good. */
  close(): void {
    this.wanted = false;
    this.dropAll();
    this.tell({ state: 'closed', words: '', retryAt_ms: 0, code: 1000 });
  }

  /** Drops the socket as a broken line would; the link comes back by itself (the tests' and the debug overlay's scissors). */
  cut(): void {
    this.fall(1006);
  }

  /** False when the frame cannot go out now (it is not kept: the session resends what matters). */
  send(bytes: Uint8Array<ArrayBuffer>): boolean {
    return this.acting?.send(bytes) ?? false;
  }

  /** The region took us in: the next fall starts waiting from the shortest delay again. */
  settled(): void {
    this.attempts = 0;
    this.hops = 0;
    this.welcomed = true;
    this.stopWaiting();
    if (this.facts.state !== 'open') this.tell({ state: 'open', words: '', retryAt_ms: 0, code: 0 });
  }

  /**
   * The body is in `region` now: the acting line has said its last word. Goes on with the line that waits there, else opens one with
   * `ticket` ('': there is none, but the line that waits has already been spoken to).
   */
  cross(region: string, ticket: string): void {
    if (!this.wanted) return;
    this.acting?.drop(1000);
    this.acting = null;
    if (++this.hops > MOST_HOPS) {
      this.fall(CLOSE_MOVED);
      return;
    }
    const waiting = this.standbys.take(region);
    const other = ticket ? () => this.act(new Line(this.host, entryTo(region, ticket), this.lag, this)) : null;
    if (waiting) this.act(waiting.line, waiting.said, other);
    else if (other) other();
    else this.fall(CLOSE_MOVED);
  }

  setLag(lag_ms: number, jitter_ms = 0): void {
    this.lag.lag_ms = lag_ms;
    this.lag.jitter_ms = jitter_ms;
    this.acting?.setLag(this.lag);
    this.standbys.setLag(this.lag);
  }

  private async attempt(state: 'connecting' | 'reconnecting'): Promise<void> {
    this.callOff = null;
    this.hops = 0;
    this.tell({ ...this.facts, state, retryAt_ms: 0 });
    let entry: Entry;
    try {
      entry = await this.enter();
    } catch (error) {
      const door = error instanceof DoorError ? error : new DoorError('broken', String(error), false);
      if (!this.wanted) return;
      if (door.passing) this.retry(this.wordsOf(door), 0);
      else this.giveUp(this.wordsOf(door), 0);
      return;
    }
    if (this.wanted && !this.acting) this.act(new Line(this.host, entry, this.lag, this));
  }

  /** From now on `line` is the one that is heard and spoken to. `other`: what to do instead if it brings no welcome. */
  private act(line: Line, said: readonly Uint8Array[] = [], other: (() => void) | null = null): void {
    this.stopWaiting();
    this.acting = line;
    this.welcomed = false;
    line.heardAt_ms = this.host.now();
    line.onFrame = bytes => this.onFrame(bytes);
    line.onClose = code => {
      this.acting = null;
      if (other && !this.welcomed && !FINAL.has(code)) other();
      else this.fall(code);
    };
    this.onLine();
    this.listen(line);
    // Only a crossing is in a hurry; the front door's line waits as long as the region needs to wake.
    if (this.hops) this.awaitWelcome(line, other);
    for (const bytes of said) if (this.acting === line) this.onFrame(bytes);
  }

  private awaitWelcome(line: Line, other: (() => void) | null): void {
    const within_ms = other ? STANDBY_WELCOME_MS : TICKET_WELCOME_MS;
    this.callOff = this.host.later(() => {
      this.callOff = null;
      if (this.acting !== line || this.welcomed) return;
      line.drop();
      this.acting = null;
      if (other) other();
      else this.fall(1006);
    }, within_ms);
  }

  /** Watches for a line that died without a word. */
  private listen(line: Line): void {
    this.host.later(() => {
      if (this.acting !== line) return;
      if (this.host.now() - line.heardAt_ms > SILENCE_MS) this.cut();
      else this.listen(line);
    }, SILENCE_MS / 4);
  }

  private stopWaiting(): void {
    this.callOff?.();
    this.callOff = null;
  }

  private dropAll(): void {
    this.stopWaiting();
    this.acting?.drop(1000);
    this.acting = null;
    this.standbys.clear();
  }

  /** The acting line is gone. Where a waiting one has been spoken to already, the body is there. */
  private fall(code: number): void {
    if (!this.wanted) return;
    const spoken = FINAL.has(code) || this.hops > MOST_HOPS ? null : this.standbys.spokenTo();
    if (spoken) {
      this.cross(spoken, '');
      return;
    }
    this.dropAll();
    const words = this.wordsOf(code);
    if (FINAL.has(code)) this.giveUp(words, code);
    else this.retry(words, code);
  }

  private retry(words: string, code: number): void {
    const delay_ms = code === CLOSE_FLOOD ? LONGEST_RETRY_MS : retryDelay_ms(this.attempts++, this.host.random());
    this.tell({ state: 'reconnecting', words, retryAt_ms: this.host.now() + delay_ms, code });
    this.callOff = this.host.later(() => void this.attempt('reconnecting'), delay_ms);
  }

  private giveUp(words: string, code: number): void {
    this.wanted = false;
    this.tell({ state: 'closed', words, retryAt_ms: 0, code });
  }

  private tell(facts: LinkFacts): void {
    this.facts = facts;
    this.onState(facts);
  }
}
