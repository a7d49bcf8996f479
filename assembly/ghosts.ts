// Ghosts: bodies whose truth is next door. Here they are seen, aimed at, noticed and run into, but they neither think nor act, and what is
// done to them is only reported (reach.ts). borderin.ts brings news of them; between news they go on as they were last seen.
import * as L from './layout';
import {
  bodyId, castAbility, flags, ghostNews, ghostPeer, mindState, newsTick, placedTick, posX, posY, posZ, realClass, velX, velY, velZ, wishX, wishZ,
} from './memory';
import { clearSlot, freeSlot, head, isGhost, takeSlot } from './world';
import { dropEffects } from './effects';
import { groundAt } from './terrain';
import { withinX, withinZ } from './edges';
import { spoilGrid } from './grid';

/** What the last news from its owner said of a ghost. */
export const LISTED = 1;
export const UNLISTED = 0;
/** It is between two regions: stays, told of or not, until one of them tells or GHOST_TICKS have passed. */
export const EXPECTED = 2;

/** Owners are numbered 0..127; somebody else is nobody's. */
const NOBODYS = 255;
/** Without news a ghost goes on for so long, then it stands. */
const GOES_ON_TICKS: u32 = 6;
const TICK_S: f32 = 1.0 / <f32>L.TICKS_PER_SECOND;

/** The neighbour that last told of a ghost, or to whom it was given; -1: unknown, or no ghost. */
export function peerOf(slot: i32): i32 {
  return isGhost(slot) && ghostPeer[slot] != NOBODYS ? ghostPeer[slot] : -1;
}

function setPeer(slot: i32, peer: i32): void {
  ghostPeer[slot] = peer >= 0 && peer < 128 ? peer : NOBODYS;
}

/** A new ghost's slot, neutral but for its id; -1 when all are taken. */
export function takeGhost(id: u32, cls: i32): i32 {
  const slot = takeSlot(id, cls);
  if (slot < 0) return -1;
  clearSlot(slot, 0);
  realClass[slot] = L.CLASS_NONE;
  head.ghosts++;
  placedTick[slot] = head.tick + 1;
  return slot;
}

/** There is news of a ghost from its owner. */
export function hear(slot: i32, peer: i32): void {
  setPeer(slot, peer);
  ghostNews[slot] = LISTED;
  newsTick[slot] = head.tick;
}

/** A real body goes on as `peer`'s ghost: casts, effects and wishes are its owner's from now on. */
export function turnGhost(slot: i32, peer: i32): void {
  if (!isGhost(slot)) {
    realClass[slot] = L.CLASS_NONE;
    head.ghosts++;
    castAbility[slot] = 0;
    mindState[slot] = 0;
    wishX[slot] = 0;
    wishZ[slot] = 0;
    dropEffects(slot);
  }
  setPeer(slot, peer);
  ghostNews[slot] = EXPECTED;
  newsTick[slot] = head.tick;
}

/** Before a neighbour's news is taken in: nobody of his is listed yet. */
export function unlist(peer: i32): void {
  if (head.ghosts == 0) return;
  for (let s = 0, used = head.slotsUsed; s < used; s++) {
    if (bodyId[s] != 0 && isGhost(s) && ghostPeer[s] == peer && ghostNews[s] == LISTED) ghostNews[s] = UNLISTED;
  }
}

/** After it: whom he did not list is gone. */
export function dropUnlisted(peer: i32): void {
  if (head.ghosts == 0) return;
  for (let s = 0, used = head.slotsUsed; s < used; s++) {
    if (bodyId[s] != 0 && isGhost(s) && ghostPeer[s] == peer && ghostNews[s] == UNLISTED) drop(s);
  }
}

export function drop(slot: i32): void {
  freeSlot(slot);
  spoilGrid();
}

/** All ghosts go on by their velocity; those without news for too long are gone. */
export function moveGhosts(): void {
  if (head.ghosts == 0) return;
  for (let s = 0, used = head.slotsUsed; s < used; s++) {
    if (bodyId[s] == 0 || !isGhost(s)) continue;
    const age = head.tick - newsTick[s];
    if (age > <u32>L.GHOST_TICKS) drop(s);
    else if (age <= GOES_ON_TICKS) goOn(s);
  }
}

/** One tick of a ghost's way: through the air as it flew, else as high above the ground as it was. */
function goOn(slot: i32): void {
  const vx = velX[slot];
  const vz = velZ[slot];
  const airborne = (flags[slot] & L.FLAG_AIRBORNE) != 0;
  if (vx == 0 && vz == 0 && !airborne) return;
  const before = groundAt(posX[slot], posZ[slot]);
  posX[slot] = withinX(posX[slot] + vx * TICK_S);
  posZ[slot] = withinZ(posZ[slot] + vz * TICK_S);
  const ground = groundAt(posX[slot], posZ[slot]);
  if (airborne) {
    posY[slot] = Mathf.max(posY[slot] + velY[slot] * TICK_S, ground);
    velY[slot] = velY[slot] - <f32>L.GRAVITY_MPS2 * TICK_S;
  } else if (!(flags[slot] & L.FLAG_SWIMMING)) {
    posY[slot] = posY[slot] + (ground - before);
  }
}
