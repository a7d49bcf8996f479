// All bodies that are no people, by the `body` of monsters.ts.
import { BOAR } from './boar';
import { CRAWLER } from './crawler';
import { DEER } from './deer';
import { DRAKE } from './drake';
import { HARE } from './hare';
import { HORSE } from './horse';
import type { Species } from './species';
import { SPIDER } from './spider';
import { WISP } from './wisp';
import { FOX, WOLF } from './wolf';

export const SPECIES: Record<string, Species> = {
  wolf: WOLF,
  fox: FOX,
  boar: BOAR,
  deer: DEER,
  hare: HARE,
  horse: HORSE,
  spider: SPIDER,
  crawler: CRAWLER,
  wisp: WISP,
  drake: DRAKE,
};
