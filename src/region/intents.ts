// From intents with the client's tick on them to at most one move per server tick. In: intents as they come. Out: what is held down now,
// how many ticks to move (0, 1 or 2) and which client tick is done with it. Over any time a body moves no more ticks than the server ran,
// plus BANK_TICKS (250 ms) that it had waited for: a client cannot speed by sending more.
import type { Body, C2S } from '../shared/protocol/messages';

export type Intent = Body<typeof C2S.intent>;

export const BANK_TICKS = 5;
/** An intent should come this many client ticks before its turn: one for jitter, one for the order of timers. */
const LEAD_TICKS = 2;
/** So early it may come before ticks are skipped: on a line that hastens and lags by turns the body would else stumble with it. */
const MOST_LEAD_TICKS = 8;
/** Only if so many in a row came earlier than they need have does the body go a tick nearer to its player's present. */
const WINDOW = 16;
/** Further apart than this, the client's clock was set anew (a sleeping tab): its count is taken over, without a move. */
const LOST_TICKS = 40;
const MAX_WAITING = 64;
const RESUME_TICKS = 10;

export class Intents {
  /** The last client tick that was moved. */
  cursor = 0;
  private readonly waiting: Intent[] = [];
  private held: Intent = { tick: 0, buttons: 0, yaw: 0, pitch: 0, viewTick: 0, viewFraction: 0 };
  private started = false;
  private bank = 0;
  /** After a crossing: how many ticks longer the body waits for its player's first word, instead of going on with the old keys. */
  private patience = 0;
  /** Ticks by which the cursor should fall back (+) or hurry on (-). */
  private drift = 0;
  /** The smallest lead among the last intents, and how many those are. */
  private least = MOST_LEAD_TICKS;
  private heard = 0;

  get now(): Intent {
    return this.held;
  }

  /** The instant on the player's screen as of the cursor: an intent says it once and time goes on. */
  get viewTick(): number {
    return this.held.viewTick ? (this.held.viewTick + Math.max(0, this.cursor - this.held.tick)) >>> 0 : 0;
  }

  /** Goes on where another region left off `behind` ticks ago, once its player says what he holds down: all those ticks are made up for. */
  resume(cursor: number, held: Intent, behind: number): void {
    if (!cursor) return;
    this.started = true;
    this.cursor = cursor;
    this.held = held;
    this.bank = Math.max(this.bank, behind);
    this.patience = RESUME_TICKS;
  }

  push(intent: Intent): void {
    this.patience = 0;
    if (!this.started || Math.abs(intent.tick - this.cursor) > LOST_TICKS) this.restart(intent.tick);
    this.steer(intent.tick - this.cursor);
    const last = this.waiting.at(-1);
    // A tick that goes backwards within one connection is a broken client; the newest word counts.
    if (last && last.tick >= intent.tick) this.waiting.pop();
    if (this.waiting.length === MAX_WAITING) this.waiting.shift();
    this.waiting.push(intent);
  }

  /** How many client ticks this server tick may move: 0, 1 or 2. Each is then taken by `step`. */
  pace(): number {
    if (this.patience > 0) {
      this.patience--;
      this.bank++;
      return 0;
    }
    // A crossing may have left more in it than it fills up to by itself.
    if (this.bank < BANK_TICKS) this.bank++;
    let moves = 1;
    if (this.drift > 0) {
      this.drift--;
      moves = 0;
    } else if (this.drift < 0 && this.bank >= 2) {
      this.drift++;
      moves = 2;
    }
    this.bank -= moves;
    return moves;
  }

  /** Takes the next client tick: `now` is what is held down in it. */
  step(): void {
    // Before the first intent there is no client tick to count.
    if (!this.started) return;
    this.cursor++;
    while (this.waiting.length && this.waiting[0].tick <= this.cursor) this.held = this.waiting.shift() as Intent;
  }

  private restart(tick: number): void {
    this.started = true;
    this.waiting.length = 0;
    this.cursor = Math.max(0, tick - LEAD_TICKS);
  }

  /**
   * `lead`: by how many ticks the newest intent came before its turn. Late: wait for it. Much too early: hurry as far as the bank pays, skip
   * the rest. Early for long: one tick sooner. Each of these is a stumble that everybody sees, so none of them is undone by the next intent.
   */
  private steer(lead: number): void {
    if (lead < 1) this.settle(Math.min(BANK_TICKS, LEAD_TICKS - lead));
    else if (lead > MOST_LEAD_TICKS) {
      const hurry = Math.min(this.bank, lead - LEAD_TICKS);
      this.cursor += lead - LEAD_TICKS - hurry;
      this.settle(-hurry);
    } else {
      this.drift = 0;
      this.least = Math.min(this.least, lead);
      if (++this.heard >= WINDOW) this.settle(this.least > LEAD_TICKS ? -1 : 0);
    }
  }

  private settle(drift: number): void {
    this.drift = drift;
    this.least = MOST_LEAD_TICKS;
    this.heard = 0;
  }
}
