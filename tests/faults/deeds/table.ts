// The deeds of the crash test that have bots of their own. In: nothing. Out: the table; a new deed is a file and a line here.
import { banks } from './banks';
import { bosses } from './bosses';
import { crafts } from './crafts';
import { exchanges } from './exchanges';
import { gathers } from './gathers';
import type { Deed } from './kinds';
import { quests } from './quests';

export const DEEDS: readonly Deed[] = [quests, crafts, gathers, exchanges, banks, bosses];
