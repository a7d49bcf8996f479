// One connection from its ticket to its end, as a state machine: joining -> playing -> adrift -> gone.
// In: what happened to it. Out: the only states in which messages are taken and frames are sent.

import { Budget } from '../budget';
import { Writer } from '../shared/protocol/codec';
import { STRIKE_FORGIVEN_MS, STRIKES } from '../shared/protocol/limits';
import { Intents } from './intents';
import { KeptFrame } from './keptframe';
import { MOVING, type Need } from './needs';
import type { Player } from './player';

export type SessionState = 'joining' | 'playing' | 'adrift' | 'gone';
/** entered: the body stands in the world · cut: the socket is gone · ended: replaced, expired or closed by us. */
export type SessionEvent = 'entered' | 'cut' | 'ended';

/** The state after `event`. Throws when a living session enters twice: that would be two bodies. */
export function after(state: SessionState, event: SessionEvent): SessionState {
  switch (state) {
    case 'joining':
      return event === 'entered' ? 'playing' : 'gone';
    case 'playing':
      if (event === 'entered') throw new Error('a session entered twice');
      return event === 'cut' ? 'adrift' : 'gone';
    case 'adrift':
      if (event === 'entered') throw new Error('a session without a socket entered');
      return event === 'cut' ? 'adrift' : 'gone';
    case 'gone':
      return 'gone';
  }
}

export class Session {
  state: SessionState = 'joining';
  player: Player | null = null;
  /** Its number in the core's table of watchers; -1 while it sees nothing. */
  watcher = -1;
  readonly intents = new Intents();
  readonly budget: Budget;
  /** Messages that may travel with the snapshot. */
  readonly soon = new Writer(256);
  /** Messages of what is only true once it is written: they travel after the storage write. */
  readonly sure = new Writer(256);
  /** What its player needs frames for, and how many turns apart they are (rates.ts). */
  need: Need = MOVING;
  ticksPerFrame = 1;
  /** A frame that goes out in a later turn than it was made. */
  readonly kept = new KeptFrame();
  lastSentTick = 0;
  lastReadTick = 0;
  /** Since when it has been too slow to be sent snapshots; 0 = keeps up. */
  slowSince_ms = 0;
  /** Nobody hears its player until then. */
  mutedUntil_ms = 0;
  /** When D1 is to be asked whether it may stay (warrants.ts). */
  warrantAt_ms = 0;
  /** Number of the last line told, by room of talk; null until the screen has said what it knows. */
  told: Map<string, number> | null = null;
  private readonly strikes_ms: number[] = [];

  constructor(
    readonly id: number,
    readonly socket: WebSocket,
    readonly account: string,
    readonly character: string,
    readonly since_ms: number,
    /** When its player asked to enter the world (ticket.ts). */
    readonly login_ms: number,
    /** The epoch with which its character is to come here; 0: it is fetched. */
    readonly awaits: number,
    /** It waits for a crossing that may never come. */
    readonly standby: boolean,
    /** Id of the account's session that it was opened by; '': a ticket of before there were any. */
    readonly login = '',
  ) {
    this.budget = new Budget(since_ms);
  }

  on(event: SessionEvent): void {
    this.state = after(this.state, event);
  }

  /** Notes a breach; true when it was one too many. */
  strike(now_ms: number): boolean {
    while (this.strikes_ms.length && this.strikes_ms[0] < now_ms - STRIKE_FORGIVEN_MS) this.strikes_ms.shift();
    this.strikes_ms.push(now_ms);
    return this.strikes_ms.length >= STRIKES;
  }
}
