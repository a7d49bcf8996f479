// All arenas, by number. In: a file each. Out: the table. Numbers travel on the wire, keys name instances: never reuse one, nor a dungeon's.
import { SANDS } from './arenas/sands';
import type { Arena } from './kinds';

export const ARENAS: readonly Arena[] = [SANDS];
