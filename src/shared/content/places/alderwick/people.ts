// Who lives in Alderwick. In: the three pages beside this. Out: the place's npcs. Ids travel on the wire and mark quest givers; never reuse one.
import type { Npc } from '../../kinds';
import { STABLES } from '../stables';
import { NEIGHBOURS } from './neighbours';
import { TRADERS } from './traders';
import { WATCH } from './watch';

export const NPCS: readonly Npc[] = [...TRADERS, ...NEIGHBOURS, ...WATCH, ...STABLES.alderwick];
