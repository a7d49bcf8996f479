// One recipe in one row. In: a trade. Out: how its rows are written: number, what comes of it, skill, how it is known, what it needs, price.
import type { Known, Recipe, Trade } from '../trades';

/** A recipe goes by the key of what it makes. `needs`: how many of each kind; `cost`: what teachers ask, for those that are taught. */
export const recipeOf =
  (trade: Trade) =>
  (id: number, makes: string, skill: number, known: Known, needs: Readonly<Record<string, number>>, cost?: number): Recipe => ({
    id,
    key: makes,
    trade,
    skill,
    makes: { item: makes, qty: 1 },
    needs: Object.entries(needs).map(([item, qty]) => ({ item, qty })),
    known,
    ...(cost === undefined ? {} : { cost }),
  });
