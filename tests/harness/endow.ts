// Gives guests who have not entered yet what they would have after weeks of play: level, class, skill, gold and goods, each with the line of the
// ledger that made it, so that the books balance. In: the files of a server that is down. Out: D1's record of them.
import { DatabaseSync } from 'node:sqlite';
import { companions, items } from '../../src/shared/content';
import { BAG_SLOTS } from '../../src/shared/protocol/limits';
import type { Item } from '../../src/shared/rules/character';
import { characterOf } from '../../src/shared/rules/companions';
import { LEDGER } from '../../src/shared/rules/journal';
import { newLife } from '../../src/shared/rules/life';
import type { Files } from './files';

export interface Means {
  level?: number;
  gold?: number;
  /** Points in trades, by key. */
  skills?: Readonly<Record<string, number>>;
  /** Key of a class: with its first talents and what its trade can buy at that level. */
  cls?: string;
  /** Of each item so many, in the bag. */
  goods?: Readonly<Record<string, number>>;
}

export function endow(files: Files, whom: ReadonlyMap<string, Means>): void {
  const db = new DatabaseSync(files.d1());
  for (const [character, means] of whom) give(db, character, means);
  db.close();
}

function give(db: DatabaseSync, character: string, { level = 1, gold = 0, skills = {}, cls, goods = {} }: Means): void {
  const model = companions.all.find(kind => kind.cls === cls);
  const { life, items: worn } = model ? characterOf(model, level) : { life: newLife(), items: [] };
  const row = db.prepare('UPDATE characters SET level = ?, gold = gold + ?, life = ? WHERE id = ? AND owner_region IS NULL');
  if (row.run(level, gold, JSON.stringify({ ...life, skills }), character).changes !== 1)
    throw new Error(`character ${character} cannot be endowed`);
  let lines = 0;
  const line = db.prepare(
    'INSERT INTO ledger (id, region, character_id, cause, gold, kind, quantity) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const book = (copper: number, kind: number, quantity: number): void => {
    line.run(`endow.${character}.${lines++}`, '', character, LEDGER.gathered, copper, kind, quantity);
  };
  if (gold) book(gold, 0, 0);
  const taken = db.prepare('SELECT slot FROM items WHERE character_id = ?').all(character) as { slot: number }[];
  const slots = new Set(taken.map(({ slot }) => slot));
  const item = db.prepare('INSERT INTO items (id, character_id, kind, quantity, slot, moves) VALUES (?, ?, ?, ?, ?, 0)');
  const put = ({ kind, quantity, slot }: Pick<Item, 'kind' | 'quantity' | 'slot'>): void => {
    item.run(`${character.slice(0, 22)}${String(lines).padStart(4, '0')}`, character, kind, quantity, slot);
    slots.add(slot);
    book(0, kind, quantity);
  };
  const free = (): number => Array.from({ length: BAG_SLOTS }, (_, slot) => slot).find(slot => !slots.has(slot))!;
  for (const each of worn) {
    // What he wore before goes into the bag.
    db.prepare('UPDATE items SET slot = ? WHERE character_id = ? AND slot = ?').run(free(), character, each.slot);
    for (const { slot } of db.prepare('SELECT slot FROM items WHERE character_id = ?').all(character) as { slot: number }[])
      slots.add(slot);
    put(each);
  }
  for (const [key, quantity] of Object.entries(goods)) {
    const { id, stack } = items.key(key);
    for (let left = quantity; left > 0; left -= stack) put({ kind: id, quantity: Math.min(stack, left), slot: free() });
  }
}
