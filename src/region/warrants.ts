// Who may not be here any more, as D1 says: asked once when somebody has entered and then every half minute, because a word that was sent at once
// may be lost, and a screen that crosses borders never comes back to the front door. In: sessions. Out: the same words, for the next tick.
import type { D1Database } from '@cloudflare/workers-types';
import { standingsOf } from '../store/sessions';
import type { Counters } from './counters';
import { putOut } from './ousting';
import type { Session } from './session';
import type { World } from './world';

const ASK_EVERY_MS = 30_000;
const LOOK_MS = 1_000;
const MOST_AT_ONCE = 200;

export class Warrants {
  private lookedAt_ms = 0;
  private asking = false;

  constructor(
    private readonly d1: D1Database,
    private readonly counters: Counters,
  ) {}

  /** Called every tick. */
  tick(world: World, now_ms: number): void {
    if (this.asking || now_ms - this.lookedAt_ms < LOOK_MS) return;
    this.lookedAt_ms = now_ms;
    const due: Session[] = [];
    for (const session of world.sessions) {
      if (session.warrantAt_ms <= now_ms && session.state === 'playing' && due.length < MOST_AT_ONCE) due.push(session);
    }
    if (!due.length) return;
    for (const session of due) session.warrantAt_ms = now_ms + ASK_EVERY_MS;
    this.asking = true;
    this.ask(world, due).finally(() => {
      this.asking = false;
    });
  }

  /** While D1 is away everybody plays on, and is asked about again later. */
  private async ask(world: World, due: readonly Session[]): Promise<void> {
    try {
      const standings = await standingsOf(
        this.d1,
        due.map(({ login, account }) => ({ session: login, account })),
        Date.now(),
      );
      for (const [i, { isSignedIn, isBanned, muted_until_ms }] of standings.entries()) {
        const session = due[i];
        session.mutedUntil_ms = muted_until_ms;
        // A ticket of before there were sessions names none.
        if (isBanned) putOut(world, session.character, 'banned', '');
        else if (!isSignedIn && session.login) putOut(world, session.character, 'signedOut', session.login);
      }
    } catch (error) {
      this.counters.count('warrants.unanswered');
      console.warn({ event: 'warrants_unanswered', region: world.footing.region, error: String(error) });
    }
  }
}
