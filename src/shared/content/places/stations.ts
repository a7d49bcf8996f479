// Where crafts are worked at: looms, alembics and hearths of Alderwick and of the three home towns, beside those who know how. Anvils stood
// there before (in the places' own pages); a fire anywhere does for a hearth. In: nothing. Out: props by place.
import type { Prop } from '../kinds';
import type { Scene } from './plan';
import { prop } from './shapes';

type Row = readonly [kind: Prop['kind'], x: number, z: number, degrees: number];

// biome-ignore format: a table reads best with one row to a line
const STATIONS_OF: Readonly<Record<string, readonly Row[]>> = {
  alderwick: [['loom', 751.5, 790.5, 27], ['alembic', 745, 781, 143], ['hearth', 751, 764.5, 10]],
  haldenmere: [['loom', 1221.5, 356.5, 3], ['alembic', 1203.5, 319.5, -152], ['hearth', 1229.5, 323, -58]],
  kilnhearth: [['loom', 1715, 704, -97], ['alembic', 1705.5, 711.5, -148], ['hearth', 1711.5, 693, -9]],
  duskmere: [['anvil', 381, 1243, -30], ['loom', 368.5, 1249, 5], ['alembic', 354.5, 1243, 12], ['hearth', 380.5, 1220, -62]],
};

export const stationsOf = (place: string): Scene => ({
  props: (STATIONS_OF[place] ?? []).map(([kind, x, z, degrees]) => prop(kind, x, z, degrees)),
});
