// Who lives in Alderwick. In: nothing. Out: the place's npcs.
import type { Npc } from '../../kinds';

export const NPCS: readonly Npc[] = [];
