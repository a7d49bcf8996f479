// Who may be attacked and who may be helped. Covenants and villagers are at peace with each other here; what lives in the wild is not.
import { TEAM_CRITTER, TEAM_WILD } from './layout';
import { bodyId, team } from './memory';
import { isDead } from './world';

@inline
function isCivil(side: i32): bool {
  return side < TEAM_WILD;
}

@inline
export function areFoes(a: i32, b: i32): bool {
  return isCivil(team[a]) != isCivil(team[b]);
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
  return bodyId[b] != 0 && !isDead(b) && !areFoes(a, b);
}
