// What a fallen monster leaves for one player. In: its kind and level, what his quests want, a passed random. Out: gold and stacks; nothing is given yet.
import { items } from '../content';
import type { MonsterKind } from '../content/kinds';
import type { Character } from './character';
import { applyAdd, checkAdd, type Mint, type Stack } from './inventory';
import { type Journal, LEDGER } from './journal';
import type { Reason } from './reasons';
import { MAX_GOLD } from './vendor';

export interface Loot {
  gold: number; // copper
  stacks: Stack[];
}

/**
 * `random` gives 0..1. `wanted`: quest items that his quests still need (quests.ts); others do not fall for him. Gold grows by a tenth per
 * level above the kind's lowest.
 */
export function rollLoot(kind: MonsterKind, level: number, wanted: ReadonlySet<number>, random: () => number): Loot {
  const [low, high] = kind.gold;
  const base = low + Math.floor(random() * (high - low + 1));
  const gold = Math.round(base * (1 + 0.1 * (level - kind.level[0])));
  const stacks: Stack[] = [];
  for (const { item, chance, qty } of kind.loot) {
    const fell = random() < chance;
    const [least, most] = qty ?? [1, 1];
    const quantity = least + Math.floor(random() * (most - least + 1));
    const row = items.key(item);
    if (fell && (!row.quest || wanted.has(row.id))) stacks.push({ kind: row.id, quantity });
  }
  return { gold, stacks };
}

export const isEmptyLoot = (loot: Loot): boolean => !loot.gold && !loot.stacks.length;

export const checkLoot = (c: Character, loot: Loot): Reason => checkAdd(c, loot.stacks);

/** Gold and items come into the world and into the bag. `from`: number of the monster's kind; 0: nobody knows any more. */
export function applyLoot(c: Character, journal: Journal, mint: Mint, loot: Loot, from = 0): void {
  const gold = Math.min(loot.gold, MAX_GOLD - c.gold);
  c.gold += gold;
  if (gold) journal.gold(LEDGER.kill, gold);
  for (const stack of loot.stacks)
    applyAdd(c, journal, mint, LEDGER.kill, { ...stack, marks: from ? { from, by: 'kill' } : undefined });
}
