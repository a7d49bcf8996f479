// A mind with nothing to fight: wanders about its home, walks its route by day, rests by night, goes home when it has been led away.
import * as L from './layout';
import {
  flags, goalX, goalZ, homePlace, homeRadius, homeX, homeYaw, homeZ, hp, hpMax, mindUntil, posX, posZ, routeBack, routeIndex, routePoint, bodyClass, yaw,
} from './memory';
import { homeDistance, settle } from './mindstate';
import { count, Kind, records, ROUTE_POINTS, ROUTES } from './content';
import { goTo, halt, vainTicks, startEffort } from './steer';
import { POINT_BYTES, ROUTE_BYTES } from './layout';
import { canStand, canWalk } from './nav';
import { random, randomBetween } from './random';
import { head, setFlag } from './world';
import { isNight } from './notice';
import { TURN } from './numbers';
import { place, thisPlace } from './bodies';

const ARRIVED_M: f32 = 1.2;
const HOMEWARD_PACE: f32 = 1.35;
/** Pauses between two walks, ticks. */
const PAUSE_LEAST: f32 = 50;
const PAUSE_MOST: f32 = 190;
/** A walk that comes no nearer for so long is given up. */
const VAIN_TICKS: u32 = 100;

function goalDistance(slot: i32): f32 {
  const dx = goalX[slot] - posX[slot];
  const dz = goalZ[slot] - posZ[slot];
  return Mathf.sqrt(dx * dx + dz * dz);
}

function pause(slot: i32): void {
  halt(slot);
  mindUntil[slot] = head.tick + <u32>randomBetween(PAUSE_LEAST, PAUSE_MOST);
}

/** Walks on to its goal; true when there is no more to walk. */
function walks(slot: i32, k: Kind): bool {
  const d = goalDistance(slot);
  if (d < ARRIVED_M || vainTicks(slot, d) > VAIN_TICKS) return true;
  goTo(slot, goalX[slot], goalZ[slot], k.walk);
  return false;
}

function setGoal(slot: i32, x: f32, z: f32): void {
  goalX[slot] = x;
  goalZ[slot] = z;
  startEffort(slot);
}

export function idle(slot: i32, k: Kind): void {
  if (hasRoute(slot)) return patrol(slot, k);
  if (k.mind & L.MIND_WANDER) return wander(slot, k);
  if (homeDistance(slot) > 1.5) {
    if (goalX[slot] != homeX[slot] || goalZ[slot] != homeZ[slot]) setGoal(slot, homeX[slot], homeZ[slot]);
    if (!walks(slot, k)) return;
  }
  rest(slot);
}

/** Stands at home and looks where it always looks. */
function rest(slot: i32): void {
  halt(slot);
  yaw[slot] = homeYaw[slot];
  setFlag(slot, L.FLAG_RESTING, bodyClass[slot] == L.CLASS_VILLAGER && isNight());
}

function wander(slot: i32, k: Kind): void {
  if (head.tick < mindUntil[slot]) return halt(slot);
  if (!walks(slot, k)) return;
  pause(slot);
  const reach = Mathf.max(homeRadius[slot], 3);
  const angle = random() * TURN;
  const distance = Mathf.sqrt(random()) * reach;
  const x = homeX[slot] + Mathf.sin(angle) * distance;
  const z = homeZ[slot] + Mathf.cos(angle) * distance;
  // Mostly where it can walk to straight; now and then round a corner, or it would never leave one.
  if (canStand(x, z) && (canWalk(posX[slot], posZ[slot], x, z) || random() < 0.2)) setGoal(slot, x, z);
}

// ---- routes ----

/** Away from the place where its route is, it has none. */
@inline
function hasRoute(slot: i32): bool {
  return routeIndex[slot] < count(ROUTES) && homePlace[slot] == thisPlace();
}

/** Villagers are out by day; whoever else has a route walks it day and night. */
function isOut(slot: i32): bool {
  return bodyClass[slot] != L.CLASS_VILLAGER || !isNight();
}

function patrol(slot: i32, k: Kind): void {
  if (!isOut(slot)) {
    if (goalX[slot] != homeX[slot] || goalZ[slot] != homeZ[slot]) setGoal(slot, homeX[slot], homeZ[slot]);
    if (homeDistance(slot) < 1.5 || walks(slot, k)) rest(slot);
    return;
  }
  setFlag(slot, L.FLAG_RESTING, false);
  if (head.tick < mindUntil[slot]) return halt(slot);
  if (!walks(slot, k)) return;
  pause(slot);
  nextPoint(slot);
}

/** The next point of the route; at its ends it turns back. */
function nextPoint(slot: i32): void {
  const route = records(ROUTES) + <usize>routeIndex[slot] * ROUTE_BYTES;
  const first = load<u32>(route);
  const points = load<i32>(route + 4);
  let at = routePoint[slot];
  if (at >= points) at = 0;
  const point = records(ROUTE_POINTS) + (<usize>first + <usize>at) * POINT_BYTES;
  setGoal(slot, load<f32>(point), load<f32>(point + 4));
  if (routeBack[slot]) at--;
  else at++;
  if (at >= points) {
    routeBack[slot] = 1;
    at = max(points - 2, 0);
  } else if (at < 0) {
    routeBack[slot] = 0;
    at = min(1, points - 1);
  }
  routePoint[slot] = at;
}

// ---- home ----

/** Sets a body down somewhere in its home. */
export function placeAtHome(slot: i32): void {
  const angle = random() * TURN;
  const distance = Mathf.sqrt(random()) * homeRadius[slot];
  const x = homeX[slot] + Mathf.sin(angle) * distance;
  const z = homeZ[slot] + Mathf.cos(angle) * distance;
  const open = canStand(x, z);
  place(slot, open ? x : homeX[slot], NaN, open ? z : homeZ[slot], homeRadius[slot] > 0 ? angle : homeYaw[slot]);
}

/** On its way home, whole again when it arrives; whoever finds no way is set down there. */
export function goHome(slot: i32, k: Kind): void {
  if (head.tick >= mindUntil[slot]) placeAtHome(slot);
  if (homeDistance(slot) > Mathf.max(homeRadius[slot] * 0.7, 2)) return goTo(slot, homeX[slot], homeZ[slot], k.run * HOMEWARD_PACE);
  hp[slot] = hpMax[slot];
  flags[slot] &= ~<u32>L.FLAG_COMBAT;
  settle(slot);
}
