// All kinds of item. In: the tables beside this. Out: one table; ids stand in databases, never reuse one.
import { ARMOR } from './items/armor';
import { CRAFTED } from './items/crafted';
import { ERRANDS } from './items/errands';
import { BARROW } from './items/gear/barrow';
import { KEEP } from './items/gear/keep';
import { MARCH } from './items/gear/march';
import { NIGHT } from './items/gear/night';
import { STORM } from './items/gear/storm';
import { WYRM } from './items/gear/wyrm';
import { GOODS } from './items/goods';
import { MATERIALS } from './items/materials';
import { PROVISIONS } from './items/provisions';
import { SPOILS } from './items/spoils';
import { WEAPONS } from './items/weapons';
import type { ItemKind } from './kinds';

export const ITEMS: readonly ItemKind[] = [
  ...WEAPONS,
  ...ARMOR,
  ...GOODS,
  ...MATERIALS,
  ...PROVISIONS,
  ...CRAFTED,
  ...SPOILS,
  ...ERRANDS,
  ...MARCH,
  ...KEEP,
  ...STORM,
  ...BARROW,
  ...NIGHT,
  ...WYRM,
];
