// What a schedule's characters own, as it follows from the turns that were committed and from nothing else: the books that every storage is
// held against. In: committed turns, shares that were taken in. Out: each character's belongings as one text, and what lies on the ground.

import type { Share } from '../../src/region/parcels';
import { monsters } from '../../src/shared/content';
import type { Character, Item } from '../../src/shared/rules/character';
import { Journal } from '../../src/shared/rules/journal';
import { gainXp, xpOfKill } from '../../src/shared/rules/levels';

/** What counts of a character. */
export type Belongings = Pick<Character, 'level' | 'xp' | 'gold' | 'items'>;

export interface Known extends Belongings {
  readonly id: string;
  /** As one text. */
  text: string;
  /** All texts there were, oldest first. */
  history: string[];
  /** Commands that took effect. */
  commands: Set<number>;
  /** A region that held it was put back to an older copy: it may have fallen back to any of its texts from this one on. Null: it may not. */
  since: number | null;
  /** Its authority, and that one's epoch, when somebody last looked (invariants.ts). */
  where: string;
  epoch: number;
}

export interface Stack {
  kind: number;
  quantity: number;
}

export function textOf({ level, xp, gold, items }: Belongings): string {
  const parts = items.map(({ id, kind, quantity, slot }) => `${id}:${kind}x${quantity}@${slot}`);
  return `${level}/${xp}/${gold} ${parts.sort().join(' ')}`;
}

const copyOf = ({ id, kind, quantity, slot }: Item): Item => ({ id, kind, quantity, slot });

export class Truth {
  readonly characters = new Map<string, Known>();
  readonly ground = new Map<string, Stack>();

  born(character: Character): void {
    const text = textOf(character);
    const { id, level, xp, gold, items } = character;
    this.characters.set(id, {
      id,
      level,
      xp,
      gold,
      items: items.map(copyOf),
      text,
      history: [text],
      commands: new Set(),
      since: null,
      where: 'D1',
      epoch: 0,
    });
  }

  of(id: string): Known {
    return this.characters.get(id)!;
  }

  /** That is what it owns from now on. */
  becomes(id: string, { level, xp, gold, items }: Belongings): void {
    const known = this.of(id);
    Object.assign(known, { level, xp, gold, items: items.map(copyOf), since: null });
    known.text = textOf(known);
    known.history.push(known.text);
  }

  /** It fell back to an earlier state of its own, with the region that held it. */
  fallsBack(known: Known, text: string): void {
    const [numbers, ...items] = text.split(' ');
    const [level, xp, gold] = numbers.split('/').map(Number);
    known.items = items.filter(Boolean).map(part => {
      const [, id, kind, quantity, slot] = /^(\w+):(\d+)x(\d+)@(\d+)$/.exec(part)!;
      return { id, kind: Number(kind), quantity: Number(quantity), slot: Number(slot) };
    });
    Object.assign(known, { level, xp, gold, text });
  }

  share({ character, monster, level, permille }: Share): void {
    const known = this.of(character);
    const kind = monsters.key(monster);
    const xp = Math.round((xpOfKill(kind, level, known.level) * permille) / 1000);
    if (xp <= 0) return;
    gainXp(known as unknown as Character, new Journal(), xp);
    known.text = textOf(known);
    known.history.push(known.text);
  }
}
