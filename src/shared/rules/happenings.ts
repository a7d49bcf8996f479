// When what happens, where, and what it is worth. In: the clock, a place, who did how much. Out: the happening of a slot of ten minutes, the
// same for everybody who asks, its spots, and rewards. Nothing here is a timer: an empty region has no happenings and owes none.

import { hourOf, isNight } from '../clock';
import { type Ground, HAPPENINGS, type Happening, HOURLY, LAIRS, type Lair } from '../content/happenings';
import type { Place, Point } from '../content/kinds';
import { hash01 } from '../content/scatter';
import type { Character } from './character';
import { type Journal, LEDGER } from './journal';
import { gainXp, xpToNext } from './levels';
import { MAX_GOLD } from './vendor';

export const SLOT_MS = 10 * 60_000;
/** It begins in the first half of its slot, so that it is over when the next one comes. */
const LATEST = 0.5;
/** It begins in somebody's sight, but not upon him. */
export const NEAREST_M = 30;
export const FARTHEST_M = 150;
/** Beasts of a wave stand on a ring round the spot. */
export const RING_M = 7;
const SAFE_M = 45;
const ROOM_M = 16;

export interface Slot {
  readonly number: number;
  readonly happening: Happening;
  readonly begins_ms: number;
}

/** What is to happen in a place in the slot of that instant; null: nothing of what it has ground for fits the hour. */
export function slotAt(place: Place, now_ms: number): Slot | null {
  const number = Math.floor(now_ms / SLOT_MS);
  const begins_ms = (number + hash01(place.number, number, 61) * LATEST) * SLOT_MS;
  const night = isNight(hourOf(begins_ms));
  const fitting = HAPPENINGS.filter(({ when, ground }) => (!when || (when === 'night') === night) && spotsOf(place, ground).length);
  if (!fitting.length) return null;
  return { number, begins_ms, happening: fitting[Math.floor(hash01(place.number, number, 62) * fitting.length)] };
}

export const HOUR_MS = 3_600_000;
/** So long before the hour it is announced. */
export const NOTICE_MS = 3 * 60_000;

export interface HourSlot extends Slot {
  readonly ends_ms: number;
  readonly lair: Lair;
}

/** What the hour brings: the slot that is announced, goes on or was the last, the same for the whole world. It begins on the full hour. */
export function hourAt(now_ms: number): HourSlot {
  const number = Math.floor((now_ms + NOTICE_MS) / HOUR_MS);
  const begins_ms = number * HOUR_MS;
  const lair = LAIRS[Math.floor(hash01(number, LAIRS.length, 63) * LAIRS.length)];
  return { number, happening: HOURLY, begins_ms, ends_ms: begins_ms + HOURLY.lasts_s * 1000, lair };
}

/** Whether he has had the reward of that slot already; the lock keeps the slot's number under the happening's key. */
export const hadReward = ({ life }: Character, { key }: Happening, slot: number): boolean => life.locks[key] === slot;

/** It is his once: false when he has had it. */
export function takeOnce(c: Character, journal: Journal, happening: Happening, slot: number): boolean {
  if (hadReward(c, happening, slot)) return false;
  c.life.locks[happening.key] = slot;
  journal.character = true;
  return true;
}

export interface Spot {
  readonly x: number;
  readonly z: number;
}

const known = new WeakMap<Place, Map<Ground, readonly Spot[]>>();

/** Where a place has such ground: open, dry, and away from where people begin. */
export function spotsOf(place: Place, ground: Ground): readonly Spot[] {
  let spots = known.get(place);
  if (!spots) known.set(place, (spots = new Map()));
  let fit = spots.get(ground);
  if (!fit) spots.set(ground, (fit = groundsOf(place, ground).filter(spot => isOpen(place, spot))));
  return fit;
}

function groundsOf(place: Place, ground: Ground): readonly Spot[] {
  switch (ground) {
    case 'road':
      return place.roads.flatMap(({ points }) => points.map(([x, z]) => ({ x, z })));
    case 'field':
      return place.fields.map(({ x, z }) => ({ x, z }));
    case 'camp':
      return place.camps.filter(({ route }) => !route?.length).map(({ x, z }) => ({ x, z }));
    case 'poi':
      return place.pois.filter(({ waystone }) => !waystone).map(({ x, z }) => ({ x, z }));
  }
}

/** A dozen beasts can stand there and be fought: no roof, no bridge, no water, and nobody's doorstep. */
function isOpen({ spawns, buildings, bridges, rivers, lakes }: Place, { x, z }: Spot): boolean {
  const away = (spot: Spot): number => Math.hypot(spot.x - x, spot.z - z);
  return (
    spawns.every(spawn => away(spawn) > SAFE_M) &&
    buildings.every(building => away(building) > ROOM_M) &&
    bridges.every(bridge => away(bridge) > bridge.length / 2 + RING_M) &&
    lakes.every(lake => away(lake) > Math.max(lake.rx, lake.rz) + RING_M) &&
    rivers.every(({ points, width }) => points.every((to, i) => !i || fromLeg(points[i - 1], to, x, z) > width / 2 + RING_M))
  );
}

/** Metres from a point to the line between two others. */
function fromLeg([ax, az]: Point, [bx, bz]: Point, x: number, z: number): number {
  const length = Math.hypot(bx - ax, bz - az) || 1;
  const along = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (z - az) * (bz - az)) / length ** 2));
  return Math.hypot(x - ax - along * (bx - ax), z - az - along * (bz - az));
}

/** The spot that somebody is near enough to see and far enough to run to; null: nobody is. The nearest of all is taken. */
export function spotNear(spots: readonly Spot[], people: readonly Spot[]): Spot | null {
  let best: { spot: Spot; away: number } | null = null;
  for (const spot of spots) {
    const away = Math.min(...people.map(({ x, z }) => Math.hypot(x - spot.x, z - spot.z)));
    if (away >= NEAREST_M && away <= FARTHEST_M && (!best || away < best.away)) best = { spot, away };
  }
  return best?.spot ?? null;
}

/** What the wild is like there: the middle of the levels of the three nearest camps that fight. */
export function levelAt(place: Place, { x, z }: Spot): number {
  const near = place.camps
    .filter(camp => camp.level && camp.level[1] > 2)
    .map(camp => ({ level: (camp.level![0] + camp.level![1]) / 2, away: Math.hypot(camp.x - x, camp.z - z) }))
    .toSorted((a, b) => a.away - b.away)
    .slice(0, 3);
  return near.length ? Math.max(1, Math.round(near.reduce((sum, { level }) => sum + level, 0) / near.length)) : 3;
}

export const GOLD = 3;
export const SILVER = 2;
export const BRONZE = 1;
export type Medal = 0 | typeof BRONZE | typeof SILVER | typeof GOLD;

/** Of one's share of all that was done: whoever did his part among so many, a good part of it, or a little. */
export function medalOf(share: number, helpers: number): Medal {
  if (share <= 0) return 0;
  const part = share * helpers;
  return part >= 0.8 ? GOLD : part >= 0.35 ? SILVER : BRONZE;
}

const WORTH: Record<Medal, number> = { 0: 0, [BRONZE]: 0.4, [SILVER]: 0.7, [GOLD]: 1 };

export interface Reward {
  xp: number;
  gold: number;
  levels: number;
}

/** Pays a helper by his medal; far too easy a happening is worth less experience. */
export function applyReward(c: Character, journal: Journal, { xp_pct, gold }: Happening, level: number, medal: Medal): Reward {
  const ease = Math.max(0, Math.min(1, 1 - (c.level - level - 3) * 0.2));
  const xp = Math.round((xpToNext(c.level) * xp_pct * WORTH[medal] * ease) / 100);
  const copper = Math.min(Math.round(gold * Math.min(c.level, level + 3) * WORTH[medal]), MAX_GOLD - c.gold);
  if (copper > 0) {
    c.gold += copper;
    journal.gold(LEDGER.happening, copper);
  }
  return { xp, gold: Math.max(0, copper), levels: gainXp(c, journal, xp) };
}
