// All quests. In: the chains beside this. Out: one table; ids stand in databases, never reuse one.
import type { Quest } from './kinds';

export const QUESTS: readonly Quest[] = [];
