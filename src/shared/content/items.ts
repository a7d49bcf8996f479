// All kinds of item. In: the three tables beside this. Out: one table; ids stand in databases, never reuse one.
import { ARMOR } from './items/armor';
import { GOODS } from './items/goods';
import { WEAPONS } from './items/weapons';
import type { ItemKind } from './kinds';

export const ITEMS: readonly ItemKind[] = [...WEAPONS, ...ARMOR, ...GOODS];
