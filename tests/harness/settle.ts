// Puts guests who have not entered yet somewhere in the world, as if they had left it there, so that nobody has to walk for a minute before
// a test can begin. In: the files of a server that is down, where each character is to stand, and which level it had come to. Out: D1's record
// of it.
import { DatabaseSync } from 'node:sqlite';
import { ownerOf, UNDIVIDED } from '../../src/shared/regions';
import { newEyes } from './eyes';
import type { Files } from './files';
import type { Point } from './ways';

export function settle(files: Files, where: ReadonlyMap<string, Point & { level?: number }>): void {
  const db = new DatabaseSync(files.d1());
  const write = db.prepare('UPDATE characters SET last_region = ?, soft = ?, level = ? WHERE id = ? AND owner_region IS NULL');
  for (const [character, { x, z, level = 1 }] of where) {
    const region = ownerOf(UNDIVIDED, x, z);
    const y = newEyes(region).core.height(x, z);
    const soft = { x, y, z, yaw: 0, hp: 1000, power: 1000, mode: 0, ready: {} };
    if (write.run(region, JSON.stringify(soft), level, character).changes !== 1)
      throw new Error(`character ${character} cannot be settled`);
  }
  db.close();
}
