// Gear that may be found on any foe of its level, beside what its kind carries anyway. In: the foe's kind and level, the finder's level, a
// passed random. Out: at most one thing. Personal like all loot, and never far off the finder's own level.
import { ITEMS, PLACES } from '../content';
import { RARITIES } from '../content/items/budget';
import type { ItemKind, MonsterKind, Rarity } from '../content/kinds';
import type { Stack } from './inventory';

/** Chance of a thing of each rarity, from one fallen foe. */
export const CHANCES: Readonly<Record<'plain' | 'elite', Readonly<Record<Rarity, number>>>> = {
  plain: { common: 0.03, fine: 0.015, rare: 0.004, epic: 0 },
  elite: { common: 0.05, fine: 0.18, rare: 0.09, epic: 0.012 },
};
/** A foe so far from the finder's level carries nothing for him. */
const FOE_REACH = 4;
/** A thing's level lies from so far below its bearer's to so far above. */
const BELOW = 3;
const ABOVE = 1;
/** Nobody finds a thing that he has to wait longer for. */
const AHEAD = 1;

const sold = new Set(PLACES.flatMap(place => place.npcs.flatMap(npc => npc.vendor ?? [])));
/** What everybody is born with is nobody's spoil. */
const FIRST_LEVEL = 2;
const SPOILS: readonly ItemKind[] = ITEMS.filter(
  kind => kind.slot && kind.level >= FIRST_LEVEL && (kind.drops || sold.has(kind.key)),
);

/** What of a rarity such a foe may carry for him. */
export function spoilsOf(rarity: Rarity, foeLevel: number, finderLevel: number): readonly ItemKind[] {
  return SPOILS.filter(
    kind =>
      kind.rarity === rarity && kind.level >= foeLevel - BELOW && kind.level <= Math.min(foeLevel + ABOVE, finderLevel + AHEAD),
  );
}

/** One throw decides the rarity, the next which of them it is; a rarity that has nothing there gives nothing. */
export function rollSpoils(kind: MonsterKind, foeLevel: number, finderLevel: number, random: () => number): Stack[] {
  const chances = CHANCES[kind.elite ? 'elite' : 'plain'];
  const thrown = random();
  const which = random();
  if (kind.team === 'critter' || kind.team === 'neutral' || Math.abs(foeLevel - finderLevel) > FOE_REACH) return [];
  let sum = 0;
  for (const rarity of RARITIES) {
    sum += chances[rarity];
    if (thrown >= sum) continue;
    const all = spoilsOf(rarity, foeLevel, finderLevel);
    return all.length ? [{ kind: all[Math.floor(which * all.length)].id, quantity: 1 }] : [];
  }
  return [];
}
