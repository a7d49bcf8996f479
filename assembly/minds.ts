// Minds of monsters and villagers: who thinks in this tick, and about what. Near players every second tick, elsewhere every eighth: far
// away the world goes on, only a little slower of mind. In: the world. Out: wishes (crowd.ts walks them) and uses of abilities.
import * as L from './layout';
import { bodyClass, bodyId, bodyKind, effectBits, flags, mindState, mindTarget, posX, posZ, presence, realClass, team } from './memory';
import { CHARGING, engage, FIGHTING, FLEEING, GOING_HOME, turnTo } from './mindstate';
import { charge, fight, flee, panic, takeHeart } from './fighting';
import { UNDER_FEAR } from './effects';
import { feared, noticed } from './notice';
import { goHome, idle } from './idling';
import { allowSearches, halt } from './steer';
import { Kind, kindOf } from './content';
import { head } from './world';
import { slotOf } from './ids';
import { phases } from './outcomes';
import { wouldAttack } from './relations';
import { topThreat } from './threat';

const SIDE: i32 = (L.REGION_SIZE_M + 2 * L.REGION_MARGIN_M) / L.CELL_SIZE_M;
/** A player wakes the squares this many away: some 100 m. */
const WAKES = 3;
const AWAKE_TICKS: u32 = 2;
const ASLEEP_TICKS: u32 = 8;
/** How much less often than that those think who fight nobody, as a power of two. */
let detail: u32 = 0;
/** Looks about itself every so many of its thoughts. */
const LOOK_EVERY: u32 = 3;
const FLEE_TICKS: u32 = 80;

@inline
function line(metres: f32): i32 {
  return min(max(<i32>((metres + <f32>L.REGION_MARGIN_M) * (1.0 / <f32>L.CELL_SIZE_M)), 0), SIDE - 1);
}

/** Marks where players are about, the neighbours' too. */
function markPresence(): void {
  memory.fill(changetype<usize>(presence), 0, <usize>(SIDE * SIDE));
  const used = head.slotsUsed;
  for (let s = 0; s < used; s++) {
    if (bodyClass[s] != L.CLASS_PLAYER) continue;
    const column = line(posX[s] - head.originX);
    const row = line(posZ[s] - head.originZ);
    const square = row * SIDE + column;
    // One player speaks for his square.
    if (presence[square] == 2) continue;
    for (let r = max(row - WAKES, 0); r <= min(row + WAKES, SIDE - 1); r++) {
      for (let c = max(column - WAKES, 0); c <= min(column + WAKES, SIDE - 1); c++) {
        if (presence[r * SIDE + c] == 0) presence[r * SIDE + c] = 1;
      }
    }
    presence[square] = 2;
  }
}

export function setDetail(level: i32): void {
  detail = <u32>min(max(level, 0), 2);
}

export function stepMinds(): void {
  markPresence();
  allowSearches();
  let thought = 0;
  const used = head.slotsUsed;
  for (let s = 0; s < used; s++) {
    if (realClass[s] <= L.CLASS_PLAYER) continue;
    const beat = head.tick + <u32>s;
    if (beat & (AWAKE_TICKS - 1)) continue;
    const awake = presence[line(posZ[s] - head.originZ) * SIDE + line(posX[s] - head.originX)] != 0;
    const ticks = (awake ? AWAKE_TICKS : ASLEEP_TICKS) << (mindState[s] == FIGHTING ? 0 : detail);
    if (beat & (ticks - 1)) continue;
    if (flags[s] & L.FLAG_DEAD) continue;
    const k = kindOf(bodyKind[s]);
    if (k == null) continue;
    think(s, k, beat / ticks);
    thought++;
  }
  phases[L.PHASE_MINDS] = <f32>thought;
}

function think(slot: i32, k: Kind, beat: u32): void {
  if (flags[slot] & L.FLAG_STUNNED) return halt(slot);
  if (effectBits[slot] & UNDER_FEAR) return panic(slot, k);
  switch (mindState[slot]) {
    case FIGHTING: return fight(slot, k);
    case CHARGING: return charge(slot, k);
    case FLEEING: return flee(slot, k, fearedOf(slot));
    case GOING_HOME: return goHome(slot, k);
    default: if (!isStirred(slot, k, beat)) idle(slot, k);
  }
}

/** Whom a fleeing one runs from. */
function fearedOf(slot: i32): i32 {
  const hated = topThreat(slot);
  return hated >= 0 ? hated : slotOf(mindTarget[slot]);
}

/** Whether something ends its peace: a blow, a call, or somebody it notices. */
function isStirred(slot: i32, k: Kind, beat: u32): bool {
  let cause = topThreat(slot);
  if (cause < 0 && beat % LOOK_EVERY == 0) cause = k.mind & L.MIND_TIMID ? feared(slot, k) : looksForFoes(slot, k) ? noticed(slot, k) : -1;
  if (cause < 0) return false;
  takeHeart(slot);
  mindTarget[slot] = bodyId[cause];
  if (k.mind & L.MIND_TIMID) turnTo(slot, FLEEING, FLEE_TICKS);
  else engage(slot, cause, k);
  return true;
}

/** The host's word that there is a foe: what it has in mind it lets go. */
export function provoke(slot: i32, other: i32): void {
  const k = kindOf(bodyKind[slot]);
  if (k == null || realClass[slot] <= L.CLASS_PLAYER || (flags[slot] & L.FLAG_DEAD) != 0 || !wouldAttack(slot, other)) return;
  takeHeart(slot);
  engage(slot, other, k);
}

@inline
function looksForFoes(slot: i32, k: Kind): bool {
  return k.notice > 0 && (team[slot] >= L.TEAM_WILD || (k.mind & L.MIND_GUARD) != 0) && team[slot] != L.TEAM_CRITTER;
}

