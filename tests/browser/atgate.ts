// A guest of some level who left the world at the gate of a dungeon: made by the front door, put there while the server is down (harness/settle.ts),
// so that nobody has to play for hours before a test can begin. In: a server, a page. Out: the same page, ready to press Play.
import { gateOf } from '../../src/shared/content';
import type { Dungeon } from '../../src/shared/content/kinds';
import { Files } from '../harness/files';
import type { Server } from '../harness/server';
import { settle } from '../harness/settle';
import type { Screen } from './player';

/** Whoever opens the page becomes a guest with a character; resolves to its id. */
async function guest(screen: Screen): Promise<string> {
  return screen.page.evaluate(async () => {
    const answer = await fetch('/api/guest', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' });
    const account = (await answer.json()) as { characters: { id: string }[] };
    localStorage.setItem('evermarch.known', '1');
    return account.characters[0].id;
  });
}

/** Restarts the server: nobody may play on it yet. */
export async function settleAtGates(
  server: Server,
  visitors: readonly { screen: Screen; dungeon: Dungeon; level: number }[],
): Promise<void> {
  const at = ({ x, z }: { x: number; z: number }) => ({ x, z: z + 3 });
  await settleAll(
    server,
    visitors.map(({ screen, dungeon, level }) => ({ screen, level, ...at(gateOf(dungeon).poi) })),
  );
}

/** The same anywhere, with gold if need be. */
export async function settleAll(
  server: Server,
  visitors: readonly { screen: Screen; x: number; z: number; level: number; gold?: number }[],
): Promise<void> {
  const where = new Map<string, { x: number; z: number; level: number; gold?: number }>();
  for (const { screen, ...spot } of visitors) where.set(await guest(screen), spot);
  await server.kill();
  settle(new Files(server.state), where);
  await server.resume();
  for (const { screen } of visitors) {
    await screen.page.reload({ waitUntil: 'domcontentloaded' });
    // What the page said while nobody answered is no news.
    screen.complaints.length = 0;
  }
}
