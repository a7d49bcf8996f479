// Puts people somewhere in the world, as if they had walked there, so that nobody has to for a minute before a test can begin. In: the files of a
// server that is down, where each character is to stand, and which level a guest who has not entered yet had come to. Out: D1's record of it, or
// that of the region that has him.
import { DatabaseSync } from 'node:sqlite';
import { readSoft, readSoftRegion, writeSoft, writeSoftRegion } from '../../src/region/soft';
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

/** Whoever is in a region stands there when it comes up again, in a dungeon too. Throws when no region has him. */
export function moveTo(files: Files, character: string, { x, z }: Point): void {
  const moved = files.regions().filter(({ key, file }) => {
    const db = new DatabaseSync(file);
    try {
      const row = db.prepare('SELECT soft FROM character WHERE id = ?').get(character) as { soft: Uint8Array } | undefined;
      if (!row) return false;
      const to = { x, y: newEyes(key).core.height(x, z), z };
      const own = { ...readSoft(bufferOf(row.soft)), ...to };
      db.prepare('UPDATE character SET soft = ? WHERE id = ?').run(writeSoft(own), character);
      const kept = db.prepare('SELECT bytes FROM soft').get() as { bytes: Uint8Array } | undefined;
      if (!kept) return true;
      const { bodies, fallen } = readSoftRegion(bufferOf(kept.bytes));
      const next = bodies.map(body => (body.character === character ? { character, soft: { ...body.soft, ...to } } : body));
      db.prepare('UPDATE soft SET bytes = ?').run(writeSoftRegion({ bodies: next, fallen }));
      return true;
    } finally {
      db.close();
    }
  });
  if (!moved.length) throw new Error(`no region has character ${character}`);
}

const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
