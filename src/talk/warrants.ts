// Whether those who only chat may still do so, as D1 says: asked when one comes in, because his ticket may be older than his ban, and then every half
// minute, because a word that was sent at once may be lost. In: tickets, visitors. Out: who is put out. It has no clock of its own: it is called when
// something is said or heard, and whoever neither speaks nor hears does no harm.
import type { D1Database } from '@cloudflare/workers-types';
import { type Standing, standingsOf } from '../store/sessions';
import type { Visitor } from './visitors';

export const ASK_EVERY_MS = 30_000;
const LOOK_MS = 1_000;
const MOST_AT_ONCE = 200;

interface Somebody {
  readonly account: string;
  /** Id of the account's session; '': a ticket of before there were any. */
  readonly session: string;
}

export class Warrants {
  private lookedAt_ms = 0;
  private isAsking = false;

  constructor(
    private readonly d1: D1Database,
    /** `login`: that session alone; '': all of the account. */
    private readonly putOut: (account: string, login: string) => void,
  ) {}

  /** Throws when D1 does not answer. */
  async admits(who: Somebody, now_ms: number): Promise<boolean> {
    const [standing] = await standingsOf(this.d1, [{ account: who.account, session: who.session }], now_ms);
    return !standing.isBanned && isSignedIn(standing);
  }

  /** Something was said or heard. */
  look(all: Iterable<Visitor>, now_ms: number): void {
    if (this.isAsking || now_ms - this.lookedAt_ms < LOOK_MS) return;
    this.lookedAt_ms = now_ms;
    const due: Visitor[] = [];
    for (const visitor of all) if (visitor.warrantAt_ms <= now_ms && due.length < MOST_AT_ONCE) due.push(visitor);
    if (!due.length) return;
    for (const visitor of due) visitor.warrantAt_ms = now_ms + ASK_EVERY_MS;
    this.isAsking = true;
    void this.ask(due, now_ms).finally(() => {
      this.isAsking = false;
    });
  }

  /** While D1 is away everybody talks on, and is asked about again later. */
  private async ask(due: readonly Visitor[], now_ms: number): Promise<void> {
    try {
      const who = due.map(({ account, login }) => ({ account, session: login }));
      for (const standing of await standingsOf(this.d1, who, now_ms)) {
        if (standing.isBanned) this.putOut(standing.account, '');
        else if (!isSignedIn(standing)) this.putOut(standing.account, standing.session);
      }
    } catch (error) {
      console.warn({ event: 'warrants_unanswered', room: 'talk', error: String(error) });
    }
  }
}

const isSignedIn = ({ session, isSignedIn }: Standing): boolean => isSignedIn || !session;
