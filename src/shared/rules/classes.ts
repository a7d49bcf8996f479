// Classes and talents of a character. In: a character and a wish. Out: his class and talents changed, the ledger told; and what follows from
// them: what he knows, and how each ability is when he uses it. Choosing is free, and so is another class below FREE_BELOW; from then on it
// costs gold. Talents are free at any time. None of it in a fight.
import { abilities, classes, talents } from '../content';
import type { AbilityKind, ClassKind, Primary, TalentKind } from '../content/kinds';
import { changeAbility } from '../content/talents';
import type { Character } from './character';
import { type Journal, LEDGER } from './journal';
import { callSteed, hasSteed } from './mounts';
import { OK, REASONS, type Reason } from './reasons';

/** Below this level another class costs nothing. */
export const FREE_BELOW = 5;
/** Copper for each level. */
const CHANGE_COST = 20;

type Trained = Pick<Character, 'level' | 'life'>;

export const classOf = ({ life }: Pick<Character, 'life'>): ClassKind | undefined => classes.get(life.cls);

/** What it costs him to become of another class. */
export const classCost = (c: Trained): number => (c.life.cls && c.level >= FREE_BELOW ? c.level * CHANGE_COST : 0);

export function checkChooseClass(c: Trained & Pick<Character, 'gold'>, cls: number, fighting: boolean): Reason {
  if (!classes.get(cls)) return REASONS.noSuchClass;
  if (c.life.cls === cls) return REASONS.sameClass;
  if (fighting) return REASONS.inCombat;
  return c.gold < classCost(c) ? REASONS.notEnoughGold : OK;
}

/** Talents belong to the class that is left, and are forgotten with it. */
export function applyChooseClass(c: Character, journal: Journal, cls: number): void {
  const cost = classCost(c);
  if (cost) {
    c.gold -= cost;
    journal.gold(LEDGER.respec, -cost);
  }
  c.life.cls = cls;
  c.life.talents = [];
  journal.life = true;
}

// ---- talents ----

/** The talents that count: of his class and of tiers that are open to him. */
export function talentsOf(c: Trained): TalentKind[] {
  const cls = classOf(c)?.key;
  return c.life.talents
    .map(id => talents.get(id))
    .filter((talent): talent is TalentKind => talent !== undefined && talent.cls === cls && talent.level <= c.level);
}

export function checkTakeTalent(c: Trained, id: number, fighting: boolean): Reason {
  const talent = talents.get(id);
  const cls = classOf(c);
  if (!cls) return REASONS.noClass;
  if (!talent || talent.cls !== cls.key) return REASONS.noSuchTalent;
  if (talent.level > c.level) return REASONS.levelTooLow;
  if (c.life.talents.includes(id)) return REASONS.talentKnown;
  return fighting ? REASONS.inCombat : OK;
}

/** The one of the same tier that he had makes room. */
export function applyTakeTalent(c: Character, journal: Journal, id: number): void {
  const { level } = talents.get(id)!;
  c.life.talents = [...c.life.talents.filter(other => talents.get(other)?.level !== level), id];
  journal.life = true;
}

export function checkForgetTalents(c: Trained, fighting: boolean): Reason {
  if (!c.life.talents.length) return REASONS.noTalents;
  return fighting ? REASONS.inCombat : OK;
}

export function applyForgetTalents(c: Character, journal: Journal): void {
  c.life.talents = [];
  journal.life = true;
}

/** How many tiers are open to him from which he has taken nothing. */
export function openTiers(c: Trained): number {
  const cls = classOf(c)?.key;
  const open = new Set(talents.all.filter(talent => talent.cls === cls && talent.level <= c.level).map(({ level }) => level));
  for (const { level } of talentsOf(c)) open.delete(level);
  return open.size;
}

// ---- what follows ----

/** Of everybody, or of his class. */
export const isOpenTo = (c: Pick<Character, 'life'>, ability: AbilityKind): boolean =>
  ability.level > 0 && (!ability.cls || ability.cls === classOf(c)?.key);

/** Abilities that he has learned: those common to all, then those of his class, and the call of a steed if he has one. */
export function knownAbilities(c: Trained): AbilityKind[] {
  const learned = abilities.all.filter(ability => isOpenTo(c, ability) && ability.level <= c.level);
  return hasSteed(c) ? [...learned, callSteed()] : learned;
}

/** An ability as he uses it, with what his talents change about it. */
export function tuned(c: Trained, ability: AbilityKind): AbilityKind {
  const by = talentsOf(c).find(({ change }) => change?.ability === ability.key);
  return by?.change ? changeAbility(ability, by.change) : ability;
}

/** Argument of the core's `setTalents`: a byte each. */
export const talentBytes = (c: Trained): number => talentsOf(c).reduce((four, { id }, i) => four | (id << (8 * i)), 0) >>> 0;

/** Percent of a stat that his class and talents add. */
export function shapeOf(c: Trained, stat: Primary): number {
  return [classOf(c), ...talentsOf(c)].reduce((sum, kind) => sum + (kind?.shape?.[stat] ?? 0), 0);
}
