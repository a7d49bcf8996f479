// How many play now, for the landing page. In: GET /api/status every 15 s while somebody looks. Out: `online`, null until the server answered.
import { signal } from '@preact/signals';

export const online = signal<number | null>(null);
/** The last question got no answer. */
export const serverSilent = signal(false);

const EVERY_MS = 15_000;

async function ask(): Promise<void> {
  const answer = await fetch('/api/status');
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const body = (await answer.json()) as { players?: unknown };
  if (typeof body.players !== 'number') throw new Error('status names no players');
  online.value = body.players;
  serverSilent.value = false;
}

/** Asks until the returned function is called. */
export function watchOnline(): () => void {
  const once = () =>
    ask().catch(() => {
      online.value = null;
      serverSilent.value = true;
    });
  once();
  const timer = setInterval(once, EVERY_MS);
  return () => clearInterval(timer);
}
