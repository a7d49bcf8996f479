// What players are to each other, as the host decides it: covenant, side and openness, company, duels. Part of the ABI. In: ids and numbers
// from outside. Out: columns that relations.ts reads.
import { TEAM_MASK, TEAM_OPEN, TEAM_SIDES } from './layout';
import { bodyId, company as companies, looksTick, opponent, team } from './memory';
import { head, isGhost, isPlayer } from './world';
import { cleanse } from './effects';
import { slotOf } from './ids';

/** A player's slot whose truth is here, or -1. */
function playerSlot(id: u32): i32 {
  const slot = slotOf(id);
  return slot >= 0 && !isGhost(slot) && isPlayer(slot) ? slot : -1;
}

/** `side`: his covenant's team with TEAM_FIRST, TEAM_SECOND or TEAM_OPEN; `company`: those of one company do each other no harm, 0: he is in none. */
export function setTeam(id: u32, side: i32, company: u32): void {
  const slot = playerSlot(id);
  if (slot < 0) return;
  side &= TEAM_MASK | TEAM_SIDES | TEAM_OPEN;
  if (<i32>team[slot] != side) looksTick[slot] = head.tick + 1;
  team[slot] = side;
  companies[slot] = company;
}

/** From now on these two fight a duel; nothing happens if one of them fights another. */
export function beginDuel(a: u32, b: u32): void {
  const one = playerSlot(a);
  const two = playerSlot(b);
  if (one < 0 || two < 0 || one == two || opponent[one] != 0 || opponent[two] != 0) return;
  opponent[one] = bodyId[two];
  opponent[two] = bodyId[one];
}

/** His duel is over: what the two have put on each other ends. */
export function endDuel(id: u32): void {
  const slot = playerSlot(id);
  if (slot < 0 || opponent[slot] == 0) return;
  const rival = opponent[slot];
  const other = slotOf(rival);
  opponent[slot] = 0;
  cleanse(slot, rival);
  if (other < 0 || opponent[other] != bodyId[slot]) return;
  opponent[other] = 0;
  cleanse(other, bodyId[slot]);
}
