// Winning things from the land: herbs, ore, wood, fish, chests, and hides of beasts that lie dead; and finding places. In: a character, a
// node, a corpse or a point of interest. Out: items, points of skill and experience, discoveries.
import { items, poiNumber } from '../content';
import type { MonsterKind, Place } from '../content/kinds';
import { HARVEST, type Harvested, HIDED, HIDES } from '../content/trades';
import type { Character } from './character';
import { applyAdd, checkAdd, type Mint, type Stack } from './inventory';
import { type Journal, LEDGER } from './journal';
import { gainXp } from './levels';
import { unmet, wantedQuestItems } from './questcounts';
import { OK, REASONS, type Reason } from './reasons';
import { gainSkill, gainWorkXp, skillOf } from './skills';

type Node = Place['nodes'][number];

/** How long hands are at it, in ticks: chests are quickly opened, fish take their time. */
export const GATHER_TICKS: Record<Node['prop'], number> = { ore: 40, wood: 40, fish: 50, herb: 30, berry: 30, chest: 20 };
export const SKIN_TICKS = 36;

/** What a piece of gathering brought. */
export interface Won {
  stack: Stack;
  xp: number;
  levels: number;
}

/** `spent`: another took it and it has not grown back. */
export function checkGather(c: Character, node: Node | undefined, spent: boolean): Reason {
  if (!node) return REASONS.nothingThere;
  if (spent) return REASONS.nodeSpent;
  const won = HARVEST[node.item];
  const { id } = items.key(node.item);
  // Whoever was sent for it was shown how.
  const mayTry = !won || node.prop === 'chest' || skillOf(c, won.by) >= won.skill || isSentFor(c, node.item);
  return mayTry ? checkAdd(c, [{ kind: id, quantity: 2 }]) : REASONS.skillTooLow;
}

const isSentFor = (c: Character, item: string): boolean =>
  wantedQuestItems(c).has(items.key(item).id) || unmet(c, 'mine').some(({ o }) => o.node === item);

/** One or two of what is there, by `random` 0..1. */
export function applyGather(c: Character, journal: Journal, mint: Mint, node: Node, random: () => number): Won {
  return win(c, journal, mint, node.item, node.prop === 'chest' ? undefined : HARVEST[node.item], random);
}

/** The hide of a beast of that kind and level; undefined: it has none. */
export function hideOf(kind: MonsterKind | undefined, level: number): (typeof HIDES)[number] | undefined {
  return kind && HIDED.has(kind.body) ? HIDES.find(hide => level >= hide.from) : undefined;
}

/** `skinned`: another was there before. */
export function checkSkin(c: Character, kind: MonsterKind | undefined, level: number, skinned: boolean): Reason {
  const hide = hideOf(kind, level);
  if (!hide || skinned) return REASONS.noHide;
  if (skillOf(c, hide.won.by) < hide.won.skill) return REASONS.skillTooLow;
  return checkAdd(c, [{ kind: items.key(hide.item).id, quantity: 2 }]);
}

export function applySkin(c: Character, journal: Journal, mint: Mint, kind: MonsterKind, level: number, random: () => number): Won {
  const hide = hideOf(kind, level);
  if (!hide) throw new Error(`skinned a ${kind.key}`);
  return win(c, journal, mint, hide.item, hide.won, random);
}

const SECOND_CHANCE = 0.35;

function win(c: Character, journal: Journal, mint: Mint, item: string, won: Harvested | undefined, random: () => number): Won {
  const stack = { kind: items.key(item).id, quantity: random() < SECOND_CHANCE ? 2 : 1 };
  applyAdd(c, journal, mint, LEDGER.gathered, stack);
  if (!won) return { stack, xp: 0, levels: 0 };
  gainSkill(c, journal, won.by, won.skill, random);
  return { stack, ...gainWorkXp(c, journal, won.level) };
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
