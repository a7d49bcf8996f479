// What an account may still say and ask on the page that only chats: one purse for all its sockets, kept for a minute after the last of them, so that a
// new socket is no new purse. In: accounts that come and go. Out: what is left of their budgets, and what they said last. Memory only.
import { Budget } from '../budget';
import { nothingSpoken, type Spoken } from '../shared/rules/talk';

export interface Purse {
  readonly budget: Budget;
  readonly spoken: Spoken;
}

/** By then everything that can be spent has come back, and the same words may be said again. */
const KEPT_MS = 60_000;

export class Purses {
  /** Of accounts that have no socket any more, in the order in which they went. */
  private readonly left = new Map<string, { readonly purse: Purse; readonly at_ms: number }>();

  take(account: string, now_ms: number): Purse {
    this.tidy(now_ms);
    const kept = this.left.get(account);
    this.left.delete(account);
    return kept?.purse ?? { budget: new Budget(now_ms), spoken: nothingSpoken() };
  }

  keep(account: string, purse: Purse, now_ms: number): void {
    this.tidy(now_ms);
    this.left.delete(account);
    this.left.set(account, { purse, at_ms: now_ms });
  }

  private tidy(now_ms: number): void {
    for (const [account, { at_ms }] of this.left) {
      if (now_ms - at_ms < KEPT_MS) return;
      this.left.delete(account);
    }
  }
}
