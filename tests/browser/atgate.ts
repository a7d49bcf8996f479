// Guests who left the world at some place, at the gate of a dungeon for one, as somebody they could have become: made by the front door, put there
// while the server is down (harness/settle.ts, endow.ts), so that nobody has to play for hours before a test can begin. In: a server, a page. Out: the same page, ready to press Play.
import { gateOf } from '../../src/shared/content';
import type { Dungeon } from '../../src/shared/content/kinds';
import { endow, type Means } from '../harness/endow';
import { Files } from '../harness/files';
import type { Server } from '../harness/server';
import { settle } from '../harness/settle';
import type { Point } from '../harness/ways';
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

export interface Visitor {
  readonly screen: Screen;
  readonly at: Point;
  readonly level: number;
  readonly means?: Means;
}

/** Before a gate. */
export function beforeGate(dungeon: Dungeon): Point {
  const { x, z } = gateOf(dungeon).poi;
  return { x, z: z + 3 };
}

/** Restarts the server: nobody may play on it yet. */
export async function settleVisitors(server: Server, ...visitors: readonly Visitor[]): Promise<void> {
  const guests: [string, Visitor][] = [];
  for (const visitor of visitors) guests.push([await guest(visitor.screen), visitor]);
  await server.kill();
  const files = new Files(server.state);
  endow(files, new Map(guests.flatMap(([id, { means }]) => (means ? [[id, means]] : []))));
  settle(files, new Map(guests.map(([id, { at, level }]) => [id, { ...at, level }])));
  await server.resume();
  for (const { screen } of visitors) {
    await screen.page.reload({ waitUntil: 'domcontentloaded' });
    // What the page said while nobody answered is no news.
    screen.complaints.length = 0;
  }
}
