// How bosses are fought: one row to a boss, keyed by its monster. In: encounters/, one file to a dungeon. Out: the table; the numbers of phases and
// lines travel on the wire within one release only.
import { BARROW, BARROW_DUNGEON } from './encounters/barrow';
import { BASTION, BASTION_DUNGEON } from './encounters/bastion';
import type { Dungeon, Encounter } from './encounters/kinds';
import { OPEN } from './encounters/open';
import { SANCTUM, SANCTUM_DUNGEON } from './encounters/sanctum';

export type {
  AddsMechanic,
  CastMechanic,
  Dungeon,
  Encounter,
  GroundMechanic,
  Mechanic,
  MechanicKind,
  Offset,
  Phase,
  Shape,
  SoakMechanic,
  SpreadMechanic,
  Where,
} from './encounters/kinds';

export const ENCOUNTERS: readonly Encounter[] = [...BARROW, ...BASTION, ...SANCTUM, ...OPEN];
export const DUNGEONS: readonly Dungeon[] = [BARROW_DUNGEON, BASTION_DUNGEON, SANCTUM_DUNGEON];

const byBoss = new Map(ENCOUNTERS.map(encounter => [encounter.boss, encounter]));
/** How the monster of that key is fought; undefined when it is no boss. */
export const encounterOf = (boss: string): Encounter | undefined => byBoss.get(boss);

/** All that a boss may say, numbered on the wire from 1: its phases' lines, then out of patience, nobody left, beaten. */
export const linesOf = ({ phases, enraged, wiped, beaten }: Encounter): readonly string[] => [
  ...phases.map(({ say }) => say),
  enraged,
  wiped,
  beaten,
];
