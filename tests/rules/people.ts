// Characters for tests: bare ones, dressed ones, and ids that count up.
import { ITEMS, items, RECIPES } from '../../src/shared/content';
import { EQUIP_SLOTS, type EquipSlot } from '../../src/shared/content/kinds';
import type { Character, Item } from '../../src/shared/rules/character';
import type { Mint } from '../../src/shared/rules/inventory';
import { newCharacter } from '../../src/shared/rules/starter';
import { wornSlot } from '../../src/shared/rules/worn';

export function counter(): Mint {
  let next = 1;
  return () => `ITEM${String(next++).padStart(22, '0')}`;
}

export const newcomer = (mint: Mint = counter()): Character =>
  newCharacter({ id: 'C', account: 'A', name: 'Corben', covenant: 0, look: 0 }, mint).character;

/** An empty-handed character of a level. */
export const bare = (level = 1): Character => ({ ...newcomer(), level, gold: 0, items: [] });

/** With the starter's four weapons, or with the best common or fine thing of his level in every slot. */
export function dressed(level: number, geared: boolean): Character {
  const c = { ...newcomer(), level };
  if (!geared) return c;
  const mint = counter();
  c.items = EQUIP_SLOTS.flatMap(slot => {
    const kind = bestFor(slot, level);
    return kind ? [{ id: mint(), kind: kind.id, quantity: 1, slot: wornSlot(slot) } satisfies Item] : [];
  });
  return c;
}

const CRAFTED = new Set(RECIPES.map(recipe => recipe.makes.item));

/** The dearest a fighter of this level can buy: no spoils, nothing that must be made. */
function bestFor(slot: EquipSlot, level: number) {
  const fit = ITEMS.filter(
    i =>
      i.slot === slot &&
      i.level <= level &&
      !CRAFTED.has(i.key) &&
      (i.rarity === 'common' || i.rarity === 'fine') &&
      !(i.stats?.spirit && slot !== 'focus'),
  );
  return fit.sort((a, b) => b.level - a.level || b.price - a.price)[0];
}

export const give = (c: Character, key: string, quantity: number, slot: number, id = `${key}-${slot}`): Item => {
  const item = { id, kind: items.key(key).id, quantity, slot };
  c.items.push(item);
  return item;
};
