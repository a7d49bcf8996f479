// Who is whose foe among bodies in sight, as screens show it: the same as areFoes of assembly/relations.ts, which decides (tests/sim holds the
// two together). In: two bodies by class and team; what is between them. Out: whether one may harm the other.
import { CLASS_PLAYER, TEAM_MASK, TEAM_OPEN, TEAM_SIDES, TEAM_WILD } from '../../../assembly/layout';

export interface Side {
  readonly cls: number;
  /** TEAM_… with its bits. */
  readonly team: number;
  /** He fights a duel with somebody. */
  readonly duels: boolean;
}

const isCivil = ({ team }: Side): boolean => (team & TEAM_MASK) < TEAM_WILD;

/** `isDuel`: they fight it with each other; `areMates`: they are of one company. */
export function areFoes(a: Side, b: Side, isDuel: boolean, areMates: boolean): boolean {
  if (isCivil(a) !== isCivil(b)) return true;
  if (a.cls !== CLASS_PLAYER || b.cls !== CLASS_PLAYER) return false;
  if (a.duels || b.duels) return isDuel;
  const mine = a.team & TEAM_SIDES;
  const his = b.team & TEAM_SIDES;
  if (mine || his) return mine !== 0 && his !== 0 && mine !== his;
  const isOpen = (a.team & b.team & TEAM_OPEN) !== 0;
  return isOpen && (a.team & TEAM_MASK) !== (b.team & TEAM_MASK) && !areMates;
}
