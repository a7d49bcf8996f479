// All dungeons, by number. In: a file each. Out: the table. Numbers travel on the wire, keys name instances: never reuse one.
import { BARROW } from './dungeons/barrow';
import { BASTION } from './dungeons/bastion';
import { SANCTUM } from './dungeons/sanctum';
import { THUNDERWOLD } from './dungeons/thunderwold';
import type { Dungeon } from './kinds';

export const DUNGEONS: readonly Dungeon[] = [BARROW, BASTION, SANCTUM, THUNDERWOLD];
