// Crafting: which recipes one knows, what a piece needs and how well it turns out; being taught and finding out. In: a character, a recipe,
// chance, the stations within reach. Out: things used up and made in one journal, skill, experience, recipes in his life.
import { items, recipes } from '../content';
import type { Npc, Place } from '../content/kinds';
import { MOST_NEEDS, type Recipe, SERVES_AS, STATION_OF, type Station, type Trade } from '../content/trades';
import type { Character, Marks } from './character';
import { applyAdd, applyConsume, checkAdd, type Mint, type Stack, slotsFreed } from './inventory';
import { type Journal, LEDGER } from './journal';
import { OK, REASONS, type Reason } from './reasons';
import { gainSkill, gainWorkXp, skillOf } from './skills';
import { carried } from './worn';

export const CRAFT_TICKS = 50;
export const CRAFT_RANGE_M = 5;
/** So many pieces may be asked for at once. */
export const MOST_PIECES = 50;
export const MAX_QUALITY = 3;

// ---- where ----

/** Stations of a place within reach of a point. */
export function stationsNear(place: Pick<Place, 'props'>, x: number, z: number, range_m = CRAFT_RANGE_M): Set<Station> {
  const near = new Set<Station>();
  for (const prop of place.props) {
    const station = SERVES_AS[prop.kind];
    if (station && Math.hypot(prop.x - x, prop.z - z) <= range_m) near.add(station);
  }
  return near;
}

// ---- knowing ----

export function knowsRecipe(c: Character, recipe: Recipe): boolean {
  if (recipe.known === 'start') return true;
  if (recipe.known === 'skill') return skillOf(c, recipe.trade) >= recipe.skill;
  return c.life.recipes.includes(recipe.id);
}

/** What that teacher has for him, the easy ones first. */
export const taughtBy = (c: Character, npc: Pick<Npc, 'teaches'>): Recipe[] =>
  recipes.all.filter(r => r.known === 'taught' && npc.teaches?.includes(r.trade) && !knowsRecipe(c, r));

export function checkLearn(c: Character, npc: Pick<Npc, 'teaches'>, id: number): Reason {
  const recipe = recipes.get(id);
  if (recipe?.known !== 'taught' || !npc.teaches?.includes(recipe.trade)) return REASONS.notTaught;
  if (knowsRecipe(c, recipe)) return REASONS.recipeKnown;
  if (skillOf(c, recipe.trade) < recipe.skill) return REASONS.skillTooLow;
  return c.gold >= (recipe.cost ?? 0) ? OK : REASONS.notEnoughGold;
}

/** The teacher's gold leaves the world. */
export function applyLearn(c: Character, journal: Journal, id: number): void {
  const { cost = 0 } = recipes.get(id)!;
  if (c.gold < cost) throw new Error('learned without the gold');
  c.gold -= cost;
  journal.gold(LEDGER.vendorBuy, -cost);
  remember(c, journal, id);
}

function remember(c: Character, journal: Journal, id: number): void {
  c.life.recipes.push(id);
  journal.life = true;
}

// ---- quality ----

/** Chances in percent that a piece is good, fine or a masterwork, by the points above what the recipe needs. */
export function qualityChances(points: number, needed: number): readonly [good: number, fine: number, master: number] {
  const above = Math.max(0, points - needed);
  return [Math.min(40, 12 + above), Math.min(20, 3 + Math.floor(above / 2)), Math.min(8, 1 + Math.floor(above / 5))];
}

export function rollQuality(points: number, needed: number, random: () => number): number {
  const roll = random() * 100;
  const [good, fine, master] = qualityChances(points, needed);
  if (roll < master) return 3;
  if (roll < master + fine) return 2;
  return roll < master + fine + good ? 1 : 0;
}

// ---- making ----

export const needsOf = (recipe: Recipe): Stack[] =>
  recipe.needs.map(({ item, qty }) => ({ kind: items.key(item).id, quantity: qty }));

/** How many pieces what he carries would make. */
export const piecesOf = (c: Character, recipe: Recipe): number =>
  Math.min(MOST_PIECES, ...needsOf(recipe).map(({ kind, quantity }) => Math.floor(carried(c, kind) / quantity)));

/** Most of a pile that one piece can come to: a well-made one of things that pile is one more. */
const mostOf = ({ makes }: Recipe): Stack => {
  const { id, stack } = items.key(makes.item);
  return { kind: id, quantity: makes.qty + (stack > 1 ? 1 : 0) };
};

export function checkCraft(c: Character, id: number, quantity: number, stations: ReadonlySet<Station>): Reason {
  const recipe = recipes.get(id);
  if (!recipe) return REASONS.unknownRecipe;
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MOST_PIECES) return REASONS.badQuantity;
  if (skillOf(c, recipe.trade) < recipe.skill) return REASONS.skillTooLow;
  if (!knowsRecipe(c, recipe)) return REASONS.unknownRecipe;
  if (!stations.has(STATION_OF[recipe.trade])) return REASONS.noStation;
  const needs = needsOf(recipe);
  if (needs.some(need => carried(c, need.kind) < need.quantity)) return REASONS.missingThings;
  return checkAdd(c, [mostOf(recipe)], slotsFreed(c, needs));
}

export interface Made {
  stack: Stack;
  quality: number;
  bonus: number;
  xp: number;
  levels: number;
  /** A recipe he has hit upon while at it. */
  found?: number;
}

/** Chance that a piece of work gives its maker an idea. */
const IDEA_CHANCE = 0.04;

/** One piece: what it needs is used up, it comes into being with its maker's name. */
export function applyCraft(c: Character, journal: Journal, mint: Mint, id: number, random: () => number): Made {
  const recipe = recipes.get(id)!;
  const { trade, skill, makes } = recipe;
  for (const need of needsOf(recipe)) applyConsume(c, journal, LEDGER.usedUp, need);
  const kind = items.key(makes.item);
  const quality = rollQuality(skillOf(c, trade), skill, random);
  const bonus = kind.stack > 1 && quality >= 2 ? 1 : 0;
  const stack = { kind: kind.id, quantity: makes.qty + bonus };
  const marks: Marks = { ...(quality ? { quality } : {}), maker: c.name, from: id, by: 'craft' };
  applyAdd(c, journal, mint, LEDGER.crafted, { ...stack, marks });
  gainSkill(c, journal, trade, skill, random);
  const found = random() < IDEA_CHANCE ? unfound(c, trade)[0] : undefined;
  if (found) remember(c, journal, found.id);
  return { stack, quality: kind.stack > 1 ? 0 : quality, bonus, found: found?.id, ...gainWorkXp(c, journal, kind.level) };
}

/** Recipes of a trade that he could find out with what he is able to. */
const unfound = (c: Character, trade: Trade): Recipe[] =>
  recipes.all.filter(r => r.known === 'found' && r.trade === trade && r.skill <= skillOf(c, trade) && !knowsRecipe(c, r));

// ---- finding out ----

/** Trying what comes of some things at a station: one of each is used up, right or wrong. */
export function checkExperiment(c: Character, trade: Trade, kinds: readonly number[], stations: ReadonlySet<Station>): Reason {
  if (kinds.length < 2 || kinds.length > MOST_NEEDS || new Set(kinds).size !== kinds.length) return REASONS.badQuantity;
  if (!stations.has(STATION_OF[trade])) return REASONS.noStation;
  if (kinds.some(kind => items.get(kind)?.quest)) return REASONS.questItem;
  return kinds.some(kind => carried(c, kind) < 1) ? REASONS.missingThings : OK;
}

/** Returns the recipe that it was, or undefined: it came to nothing. */
export function applyExperiment(c: Character, journal: Journal, trade: Trade, kinds: readonly number[]): Recipe | undefined {
  for (const kind of kinds) applyConsume(c, journal, LEDGER.usedUp, { kind, quantity: 1 });
  const recipe = unfound(c, trade).find(
    r => r.needs.length === kinds.length && needsOf(r).every(need => kinds.includes(need.kind)),
  );
  if (recipe) remember(c, journal, recipe.id);
  return recipe;
}
