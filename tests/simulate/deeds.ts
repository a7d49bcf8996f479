// What characters do in a turn, by the game's own rules. In: a deed as the player asked for it. Out: the character changed, its journal told,
// and what was laid down or lifted. False: the rules forbid it now, and nothing has happened.

import type { Held } from '../../src/region/held';
import type { Deeds, GroundItem, Store } from '../../src/region/store';
import { items } from '../../src/shared/content';
import { applyBank, checkBank, placeFor } from '../../src/shared/rules/bank';
import { applyAdd, applyConsume, applyDrop, applyTake, checkAdd, checkConsume, checkDrop } from '../../src/shared/rules/inventory';
import type { Journal } from '../../src/shared/rules/journal';
import { LEDGER } from '../../src/shared/rules/journal';
import { gainXp } from '../../src/shared/rules/levels';
import { OK } from '../../src/shared/rules/reasons';
import { isBankSlot } from '../../src/shared/rules/worn';
import { ulid } from '../../src/ulid';
import { below, type Chance, pick } from '../harness/seeded';

export type Deed =
  | { do: 'earn' | 'spend' | 'learn'; amount: number }
  | { do: 'gather' | 'use'; kind: number; quantity: number }
  | { do: 'drop'; nth: number; part: boolean }
  | { do: 'lift' | 'bank'; nth: number };

export const BREAD = items.key('bread').id;
const DRAUGHT = items.key('healing-draught').id;
const LIES_MS = 15 * 60_000;

/** What characters like to do, how often they go over a border (in a turn) and how often they leave (in a step). */
export interface Habits {
  readonly deeds: readonly Deed['do'][];
  readonly crossing: number;
  readonly leaving: number;
}

const OWN = ['earn', 'spend', 'learn', 'gather', 'use', 'lift', 'bank'] as const;
const ALL = [...OWN, 'gather', 'lift', 'drop', 'drop'] as const;
/** From hand to hand. */
const BARTER = ['earn', 'drop', 'drop', 'lift', 'lift', 'lift', 'lift'] as const;

export function habitsOf(chance: Chance, mayDrop: boolean): Habits {
  const deeds = pick(chance, [ALL, ALL, BARTER]);
  return { deeds: mayDrop ? deeds : OWN, crossing: pick(chance, [0.1, 0.3, 0.6]), leaving: pick(chance, [0.1, 0.2]) };
}

export function someDeed(chance: Chance, { deeds }: Habits): Deed {
  const what = pick(chance, deeds);
  switch (what) {
    case 'earn':
    case 'spend':
      return { do: what, amount: 1 + below(chance, 20) };
    case 'learn':
      return { do: what, amount: 20 + below(chance, 100) };
    case 'gather':
    case 'use':
      return { do: what, kind: pick(chance, [BREAD, DRAUGHT]), quantity: 1 + below(chance, 3) };
    case 'drop':
      return { do: what, nth: below(chance, 4), part: chance() < 0.3 };
    case 'bank':
      return { do: what, nth: below(chance, 4) };
    case 'lift':
      // Mostly what was laid down last: it goes from hand to hand.
      return { do: what, nth: chance() < 0.5 ? -1 : below(chance, 8) };
  }
}

export interface Scene {
  store: Store;
  deeds: Deeds;
  /** What lies in the region, as its world sees it; kept up to date. */
  lying: GroundItem[];
  /** Ids of items that lay there before this turn and were lifted in it. */
  lifted: string[];
  now_ms: number;
}

export function perform(scene: Scene, { character }: Held, journal: Journal, deed: Deed): boolean {
  const mint = (): string => ulid(scene.now_ms);
  switch (deed.do) {
    case 'earn':
      character.gold += deed.amount;
      journal.gold(LEDGER.kill, deed.amount);
      return true;
    case 'spend':
      if (character.gold < deed.amount) return false;
      character.gold -= deed.amount;
      journal.gold(LEDGER.travel, -deed.amount);
      return true;
    case 'learn':
      gainXp(character, journal, deed.amount);
      return true;
    case 'gather':
      if (checkAdd(character, [deed]) !== OK) return false;
      applyAdd(character, journal, mint, LEDGER.gathered, deed);
      return true;
    case 'use':
      if (checkConsume(character, deed.kind, deed.quantity) !== OK) return false;
      applyConsume(character, journal, LEDGER.questItem, deed);
      return true;
    case 'drop':
      return drop(scene, character, journal, mint, deed);
    case 'bank':
      return bank(character, journal, mint, deed.nth);
    case 'lift':
      return lift(scene, character, journal, deed.nth);
  }
}

function drop(
  { store, deeds, lying, now_ms }: Scene,
  character: Held['character'],
  journal: Journal,
  mint: () => string,
  { nth, part }: { nth: number; part: boolean },
): boolean {
  const item = character.items[nth % (character.items.length || 1)];
  if (!item) return false;
  const quantity = part ? Math.ceil(item.quantity / 2) : item.quantity;
  if (checkDrop(character, item.id, quantity) !== OK) return false;
  const thing = applyDrop(character, journal, mint, item.id, quantity);
  const laid: GroundItem = {
    id: store.groundNumber(),
    item: thing.id,
    kind: thing.kind,
    quantity: thing.quantity,
    moves: thing.moves ?? 0,
    x: 0,
    z: 0,
    dropper: character.id,
    until_ms: now_ms + LIES_MS,
  };
  lying.push(laid);
  deeds.laid.push(laid);
  return true;
}

/** Over a banker's table, whichever way it goes: what lies in the bank travels and is kept like all that is his. */
function bank(character: Held['character'], journal: Journal, mint: () => string, nth: number): boolean {
  const item = character.items[nth % (character.items.length || 1)];
  const slot = item ? placeFor(character, item, isBankSlot(item.slot) ? 'bag' : 'bank') : -1;
  if (!item || checkBank(character, { banker: true }, item.id, slot, item.quantity) !== OK) return false;
  applyBank(character, journal, mint, item.id, slot, item.quantity);
  return true;
}

function lift(scene: Scene, character: Held['character'], journal: Journal, nth: number): boolean {
  const { lying, lifted, deeds } = scene;
  const thing = nth < 0 ? lying.at(-1) : lying[nth % (lying.length || 1)];
  if (!thing || checkAdd(character, [thing]) !== OK) return false;
  applyTake(character, journal, { id: thing.item, kind: thing.kind, quantity: thing.quantity, moves: thing.moves });
  lying.splice(lying.indexOf(thing), 1);
  // A thing that was laid down in this same turn has no row yet that could be removed (systems/ground.ts).
  if (deeds.laid.includes(thing)) deeds.laid = deeds.laid.filter(other => other !== thing);
  else {
    deeds.lifted.push(thing.id);
    lifted.push(thing.item);
  }
  return true;
}
