// Gives guests who have not entered yet what they would have after weeks of play: level, class, skill, gold and goods, each with the line of the
// ledger that made it, so that the books balance. In: the files of a server that is down. Out: D1's record of them.
import { DatabaseSync } from 'node:sqlite';
import { companions, items } from '../../src/shared/content';
import { BAG_SLOTS } from '../../src/shared/protocol/limits';
import type { Item, QuestProgress } from '../../src/shared/rules/character';
import { characterOf } from '../../src/shared/rules/companions';
import { LEDGER } from '../../src/shared/rules/journal';
import { type Life, newLife } from '../../src/shared/rules/life';
import { ulid } from '../../src/ulid';
import type { Files } from './files';

export interface Means {
  level?: number;
  xp?: number;
  gold?: number;
  /** Points in trades, by key. */
  skills?: Readonly<Record<string, number>>;
  /** Key of a class: with its first talents and what its trade can buy at that level. */
  cls?: string;
  /** Of each item so many, in the bag. */
  goods?: Readonly<Record<string, number>>;
  /** All that he has, in place of what he had. */
  belongings?: readonly Omit<Item, 'id'>[];
  life?: Partial<Life>;
  covenant?: number;
  /** Packed (content/looks.ts). */
  look?: number;
  quests?: readonly QuestProgress[];
  done?: readonly number[];
  pois?: readonly number[];
}

export function endow(files: Files, whom: ReadonlyMap<string, Means>): void {
  const db = new DatabaseSync(files.d1());
  for (const [character, means] of whom) new Giver(db, character).give(means);
  db.close();
}

class Giver {
  private lines = 0;

  constructor(
    private readonly db: DatabaseSync,
    private readonly character: string,
  ) {}

  give(means: Means): void {
    const { level = 1, xp = 0, gold = 0, skills = {}, cls, goods = {}, belongings, life = {} } = means;
    const { covenant, look, quests, done, pois } = means;
    const model = companions.all.find(kind => kind.cls === cls);
    const likeness = model && characterOf(model, level);
    const become: Life = { ...(likeness?.life ?? newLife()), ...life };
    become.skills = { ...become.skills, ...skills };
    const columns: Record<string, string | number> = { level, xp, life: JSON.stringify(become) };
    for (const [name, value] of Object.entries({ covenant, look })) if (value !== undefined) columns[name] = value;
    for (const [name, list] of Object.entries({ quests, done, pois })) if (list) columns[name] = JSON.stringify(list);
    const set = [...Object.keys(columns).map(name => `${name} = ?`), 'gold = gold + ?'].join(', ');
    const row = this.db.prepare(`UPDATE characters SET ${set} WHERE id = ? AND owner_region IS NULL`);
    if (row.run(...Object.values(columns), gold, this.character).changes !== 1)
      throw new Error(`character ${this.character} cannot be endowed`);
    if (gold) this.book(gold, 0, 0);
    if (belongings) this.clear();
    for (const item of belongings ?? []) this.put(item);
    for (const item of likeness?.items ?? []) this.wear(item);
    for (const [key, quantity] of Object.entries(goods)) {
      const { id, stack } = items.key(key);
      for (let left = quantity; left > 0; left -= stack) this.put({ kind: id, quantity: Math.min(stack, left), slot: this.free() });
    }
  }

  private rows(): { kind: number; quantity: number; slot: number }[] {
    const rows = this.db.prepare('SELECT kind, quantity, slot FROM items WHERE character_id = ?').all(this.character);
    return rows as { kind: number; quantity: number; slot: number }[];
  }

  private free(): number {
    const taken = new Set(this.rows().map(({ slot }) => slot));
    return Array.from({ length: BAG_SLOTS }, (_, slot) => slot).find(slot => !taken.has(slot))!;
  }

  private clear(): void {
    for (const { kind, quantity } of this.rows()) this.book(0, kind, -quantity);
    this.db.prepare('DELETE FROM items WHERE character_id = ?').run(this.character);
  }

  /** What he wore there before goes into the bag. */
  private wear(item: Omit<Item, 'id'>): void {
    const move = this.db.prepare('UPDATE items SET slot = ? WHERE character_id = ? AND slot = ?');
    move.run(this.free(), this.character, item.slot);
    this.put(item);
  }

  private put({ kind, quantity, slot, marks }: Omit<Item, 'id'>): void {
    const give = this.db.prepare('INSERT INTO items (id, character_id, kind, quantity, slot, marks) VALUES (?, ?, ?, ?, ?, ?)');
    give.run(ulid(Date.now()), this.character, kind, quantity, slot, marks ? JSON.stringify(marks) : null);
    this.book(0, kind, quantity);
  }

  private book(gold: number, kind: number, quantity: number): void {
    const line = this.db.prepare(
      'INSERT INTO ledger (id, region, character_id, cause, gold, kind, quantity) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    line.run(`endowed.${this.character}.${this.lines++}`, '', this.character, LEDGER.gathered, gold, kind, quantity);
  }
}
