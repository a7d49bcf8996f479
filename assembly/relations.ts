// Who may be attacked and who may be helped. Villagers and players are at peace with each other, and at war with what lives in the wild.
// Players are foes of each other in a duel, on two sides of an arena, or where both may be attacked (the host decides that: quarrels.ts).
// src/shared/rules/quarrels.ts says the same of bodies in sight, for the screen.
import { FLAG_COMBAT, TEAM_CRITTER, TEAM_MASK, TEAM_OPEN, TEAM_SIDES, TEAM_WILD } from './layout';
import { bodyId, company, flags, opponent, team } from './memory';
import { isDead, isPlayer } from './world';

@inline
function isCivil(side: i32): bool {
  return (side & TEAM_MASK) < TEAM_WILD;
}

export function areFoes(a: i32, b: i32): bool {
  if (isCivil(team[a]) != isCivil(team[b])) return true;
  return isPlayer(a) && isPlayer(b) && a != b && quarrel(a, b);
}

/** Whether two players are at odds. Who fights a duel has to do with nobody else; who stands in an arena neither. */
function quarrel(a: i32, b: i32): bool {
  if (opponent[a] != 0 || opponent[b] != 0) return isDuel(a, b);
  const mine = team[a] & TEAM_SIDES;
  const his = team[b] & TEAM_SIDES;
  if (mine != 0 || his != 0) return mine != 0 && his != 0 && mine != his;
  if ((team[a] & team[b] & TEAM_OPEN) == 0 || (team[a] & TEAM_MASK) == (team[b] & TEAM_MASK)) return false;
  return company[a] == 0 || company[a] != company[b];
}

@inline
export function isDuel(a: i32, b: i32): bool {
  return opponent[a] == bodyId[b] && opponent[b] == bodyId[a];
}

/** Whether `a` may do good to `b`, dead or alive: not into a duel, and not out of safety into a fight of those who may be attacked. */
export function mayHelp(a: i32, b: i32): bool {
  if (a == b) return true;
  if (areFoes(a, b)) return false;
  if (!isPlayer(a) || !isPlayer(b)) return true;
  if (opponent[b] != 0 || (team[a] & TEAM_SIDES) != (team[b] & TEAM_SIDES)) return false;
  return (team[b] & TEAM_OPEN) == 0 || (team[a] & TEAM_OPEN) != 0 || (flags[b] & FLAG_COMBAT) == 0;
}

/** Whether `b` is somebody that `a` turns on by itself: critters harm nobody and nobody minds them. */
@inline
export function wouldAttack(a: i32, b: i32): bool {
  return areFoes(a, b) && team[a] != TEAM_CRITTER && team[b] != TEAM_CRITTER;
}

@inline
export function canBeStruck(a: i32, b: i32): bool {
  return bodyId[b] != 0 && !isDead(b) && areFoes(a, b);
}

@inline
export function canBeHelped(a: i32, b: i32): bool {
  return bodyId[b] != 0 && !isDead(b) && mayHelp(a, b);
}
