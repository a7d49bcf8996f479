// Guests who left the world at some place, at the gate of a dungeon for one, as somebody they could have become: made by the front door, put there
// while the server is down (harness/settle.ts, endow.ts), so that nobody has to play for hours before a test can begin. In: a server, screens that show nothing yet. Out: the first page on them, ready to press Play.
import { gateOf } from '../../src/shared/content';
import type { Dungeon } from '../../src/shared/content/kinds';
import { endow, type Means } from '../harness/endow';
import { Files } from '../harness/files';
import type { Server } from '../harness/server';
import { settle } from '../harness/settle';
import type { Point } from '../harness/ways';
import type { Screen } from './player';

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
  for (const visitor of visitors) guests.push([await visitor.screen.becomeGuest(server.url), visitor]);
  await server.kill();
  const files = new Files(server.state);
  endow(files, new Map(guests.flatMap(([id, { means }]) => (means ? [[id, means]] : []))));
  settle(files, new Map(guests.map(([id, { at, level }]) => [id, { ...at, level }])));
  await server.resume();
  for (const { screen } of visitors) await screen.see(server.url);
}
