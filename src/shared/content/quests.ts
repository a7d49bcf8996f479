// All quests. In: the chains beside this. Out: one table; ids stand in databases, never reuse one.
import type { Quest } from './kinds';
import { RUIN_QUESTS } from './quests/ruin';
import { VALLEY_QUESTS } from './quests/valley';
import { VILLAGE_QUESTS } from './quests/village';

export const QUESTS: readonly Quest[] = [...VILLAGE_QUESTS, ...VALLEY_QUESTS, ...RUIN_QUESTS];
