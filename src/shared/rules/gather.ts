// Picking herbs and berries, breaking ore, and finding places. In: a character, a node or a point of interest. Out: items, points, discoveries.
import { items, poiNumber } from '../content';
import type { Place } from '../content/kinds';
import type { Character } from './character';
import { applyAdd, checkAdd, type Mint, type Stack } from './inventory';
import { type Journal, LEDGER } from './journal';
import { gainXp } from './levels';
import { OK, REASONS, type Reason } from './reasons';

type Node = Place['nodes'][number];

/** `spent`: another took it and it has not grown back. */
export function checkGather(c: Character, node: Node | undefined, spent: boolean): Reason {
  if (!node) return REASONS.nothingThere;
  if (spent) return REASONS.nodeSpent;
  return checkAdd(c, [{ kind: items.key(node.item).id, quantity: 2 }]);
}

/** One or two of what grows there, by `random` 0..1. */
export function applyGather(c: Character, journal: Journal, mint: Mint, node: Node, random: () => number): Stack {
  const stack = { kind: items.key(node.item).id, quantity: random() < 0.35 ? 2 : 1 };
  applyAdd(c, journal, mint, LEDGER.gathered, stack);
  return stack;
}

/** `index`: of a point of interest in its place. */
export function checkDiscover(c: Character, place: Place, index: number): Reason {
  if (!place.pois[index]) return REASONS.nothingThere;
  return c.pois.includes(poiNumber(place, index)) ? REASONS.alreadyDone : OK;
}

/** Marks the point of interest (index in the place) as seen; returns the points it gave and the levels they made. */
export function applyDiscover(c: Character, journal: Journal, place: Place, index: number): { xp: number; levels: number } {
  const { xp } = place.pois[index];
  c.pois.push(poiNumber(place, index));
  journal.character = true;
  return { xp, levels: gainXp(c, journal, xp) };
}
