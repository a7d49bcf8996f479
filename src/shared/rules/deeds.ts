// Deeds: counting what a character does, and granting what it comes to, once. In: a character and what happened. Out: tallies, deeds, points,
// gold, the journal told. A tally alone is no reason to write a row: it goes with whatever is written next, and is shown only then.
import { items } from '../content';
import { DEEDS, type DeedKind, deedOf } from '../content/deeds';
import { encounterOf } from '../content/encounters';
import type { MonsterKind } from '../content/kinds';
import { score } from './boards';
import type { Character } from './character';
import { type Journal, LEDGER, type LedgerLine } from './journal';
import { gainXp } from './levels';
import { OK, REASONS, type Reason } from './reasons';
import { MAX_GOLD } from './vendor';

/** What is read off the character instead of being counted. */
const READ: Readonly<Record<string, (c: Character) => number>> = {
  level: c => c.level,
  found: c => c.pois.length,
  quests: c => c.done.length,
  steeds: c => c.life.mounts.length,
  recipes: c => c.life.recipes.length,
  deeds: c => c.life.deeds.length,
};

/** Tallies that some deed asks for, and up to where they are of interest. */
const MOST = new Map<string, number>();
for (const { measure, count } of DEEDS) if (!READ[measure]) MOST.set(measure, Math.max(count, MOST.get(measure) ?? 0));

/** Everything that is counted, for the lint of content. */
export const TALLIES: ReadonlySet<string> = new Set(MOST.keys());

/** Counts `by` more of something; returns whether a deed could come of it. */
export function tally({ life }: Character, name: string, by = 1): boolean {
  const most = MOST.get(name);
  const now = life.tallies[name] ?? 0;
  if (most === undefined || now >= most || by <= 0) return false;
  life.tallies[name] = Math.min(most, now + Math.floor(by));
  return true;
}

/** Counts up to `to`, once that is more than it ever was: how high he stood. */
export const tallyUpTo = (c: Character, name: string, to: number): boolean => tally(c, name, to - (c.life.tallies[name] ?? 0));

/** A share in a kill. */
export function tallyKill(c: Character, { key, body, team, elite }: MonsterKind): void {
  for (const name of new Set(['kill', `kill.${body}`, `kill.${team}`, `kill.${key}`])) tally(c, name);
  if (elite) tally(c, 'kill.elite');
  if (encounterOf(key)) score(c, 'bosses', 1);
}

/** What came to him without his doing, and what only passed between people: who sends gold to and fro has earned nothing. */
const UNEARNED: ReadonlySet<number> = new Set([LEDGER.starter, LEDGER.sent, LEDGER.received, LEDGER.given]);

/** What the books of a turn say he earned, spent, brought home, sold and made. */
export function tallyBooks(c: Character, lines: readonly LedgerLine[]): void {
  for (const { cause, gold, kind, quantity } of lines) {
    if (UNEARNED.has(cause)) continue;
    if (gold > 0) tally(c, 'earned', gold);
    if (gold < 0) tally(c, 'spent', -gold);
    if (cause === LEDGER.travel) tally(c, 'travel');
    if (!kind) continue;
    if (cause === LEDGER.gathered) tally(c, 'gathered', quantity);
    else if (cause === LEDGER.crafted) {
      tally(c, 'crafted', quantity);
      score(c, 'craft', (items.get(kind)?.price ?? 0) * quantity);
    } else if (cause === LEDGER.vendorSell) tally(c, 'sold', -quantity);
  }
}

/** How far he is with a deed, never more than its count. */
export function progressOf(c: Character, { measure, count }: DeedKind): number {
  return Math.min(count, READ[measure]?.(c) ?? c.life.tallies[measure] ?? 0);
}

export const isDone = ({ life }: Pick<Character, 'life'>, id: number): boolean => life.deeds.includes(id);

export const pointsOf = ({ life }: Pick<Character, 'life'>): number =>
  life.deeds.reduce((sum, id) => sum + (deedOf(id)?.points ?? 0), 0);

export interface Granted {
  deed: DeedKind;
  xp: number;
  gold: number;
  levels: number;
}

/** Grants every deed that is done by now and was not before. What one brings may be what another waited for. */
export function grantDeeds(c: Character, journal: Journal): Granted[] {
  const granted: Granted[] = [];
  for (let before = -1; granted.length > before; ) {
    before = granted.length;
    for (const deed of DEEDS) if (!isDone(c, deed.id) && progressOf(c, deed) >= deed.count) granted.push(grant(c, journal, deed));
  }
  return granted;
}

function grant(c: Character, journal: Journal, deed: DeedKind): Granted {
  c.life.deeds.push(deed.id);
  journal.life = true;
  const gold = Math.min(deed.gold ?? 0, MAX_GOLD - c.gold);
  if (gold > 0) {
    c.gold += gold;
    journal.gold(LEDGER.deed, gold);
  }
  const xp = deed.xp ?? 0;
  return { deed, xp, gold, levels: gainXp(c, journal, xp) };
}

// ---- titles ----

/** 0: none. */
export function checkTitle(c: Pick<Character, 'life'>, id: number): Reason {
  return id === 0 || (deedOf(id)?.title && isDone(c, id)) ? OK : REASONS.titleNotEarned;
}

export function applyTitle(c: Character, journal: Journal, id: number): void {
  if (c.life.title === id) return;
  c.life.title = id;
  journal.life = true;
}

/** As others see it; '' for none. */
export const titleOf = ({ life }: Pick<Character, 'life'>): string => (life.title && deedOf(life.title)?.title) || '';
