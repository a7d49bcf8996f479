// All formulas of bodies. In: a character, or a kind of monster and its level. Out: what the core is told through setBody, setArms
// and setLook, and what the character sheet shows. Golden tables in tests/rules guard every number here.
//
// What the core makes of them (assembly/combat.ts):
//   damage  = [weapon roll if `weapon`] + roll(amount) + scale_pct % of the power stat, then less `mitigation` of the victim's armor
//   healing = roll(amount) + scale_pct % of the power stat
import { ARMS_BOW, ARMS_FIREARM, ARMS_FOCUS, ARMS_MELEE } from '../../../assembly/layout';
import { items } from '../content';
import type { AbilityKind, EquipSlot, ItemKind, MonsterKind, Primary, Stats } from '../content/kinds';
import { FOCUS_BASE, packGear } from '../content/looks';
import type { Character, Item } from './character';
import { shapeOf, tuned } from './classes';
import { isBroken } from './durability';
import { kindOf, wornAt, wornItemAt, wornItems } from './worn';

export { itemLevel, meanBlow, spentPoints, statPoints } from '../content/items/budget';

export interface Body {
  hpMax: number;
  powerMax: number;
  might: number;
  aim: number;
  spirit: number;
  armor: number;
  hastePct: number;
}
export interface Sheet extends Body {
  vigor: number;
}
export interface Arms {
  /** ARMS_* bits of the weapons worn. */
  bits: number;
  melee: readonly [number, number];
  bow: readonly [number, number];
  gun: readonly [number, number];
}

/** Might, aim, spirit and vigor of a bare body. */
export const bareStat = (level: number): number => 8 + 2 * level;
export const healthOf = (vigor: number): number => 40 + 6 * vigor;
export const powerOf = (spirit: number): number => 80 + 4 * spirit;

/** Percent of a blow that armor takes away, at most 60: armor / (armor + 50 + 25 * the attacker's level). */
export function mitigation(armor: number, attackerLevel: number): number {
  return Math.min(60, (100 * armor) / (armor + 50 + 25 * attackerLevel));
}

// ---- what is worn ----

/** Percent by which a thing of that quality (Marks.quality: plain, good, fine, masterwork) is better than plain work. */
export const qualityBonus = (quality = 0): number => [0, 6, 12, 20][quality] ?? 0;
/** A number of a thing's kind, as this one has it. */
export const bettered = (amount: number, quality?: number): number => Math.round((amount * (100 + qualityBonus(quality))) / 100);
/** A broken weapon is still something to hit with. */
const BROKEN_BLOW = [1, 2] as const;

/** What this very thing adds to a body: its kind's stats, as well as it was made; nothing when it is broken. */
export function statsOf(item: Pick<Item, 'kind' | 'marks'>): Stats {
  const { stats } = kindOf(item);
  if (!stats || isBroken(item)) return {};
  return Object.fromEntries(Object.entries(stats).map(([stat, n]) => [stat, bettered(n, item.marks?.quality)]));
}

/** The range of its blows before power; undefined for what is no weapon. */
export function blowsOf(item: Pick<Item, 'kind' | 'marks'>): readonly [number, number] | undefined {
  const { damage } = kindOf(item);
  if (!damage) return undefined;
  return isBroken(item) ? BROKEN_BLOW : [bettered(damage[0], item.marks?.quality), bettered(damage[1], item.marks?.quality)];
}

/** Everything the sheet shows: the bare body, what is worn, and what class and talents make of both. */
export const sheetOf = (c: Character): Sheet => sheetWith(c, wornItems(c).map(statsOf));

/** The same with these things' stats, whatever is really worn. */
export function sheetWith(c: Pick<Character, 'level' | 'life'>, worn: readonly (Stats | undefined)[]): Sheet {
  const bare = bareStat(c.level);
  const sum = { might: bare, aim: bare, spirit: bare, vigor: bare, armor: 0, haste: 0 };
  for (const stats of worn) {
    if (!stats) continue;
    sum.might += stats.might ?? 0;
    sum.aim += stats.aim ?? 0;
    sum.spirit += stats.spirit ?? 0;
    sum.vigor += stats.vigor ?? 0;
    sum.armor += stats.armor ?? 0;
    sum.haste += stats.haste ?? 0;
  }
  const shaped = (stat: Primary): number => Math.round((sum[stat] * (100 + shapeOf(c, stat))) / 100);
  const [vigor, spirit] = [shaped('vigor'), shaped('spirit')];
  return {
    might: shaped('might'),
    aim: shaped('aim'),
    spirit,
    vigor,
    armor: shaped('armor'),
    hastePct: sum.haste,
    hpMax: healthOf(vigor),
    powerMax: powerOf(spirit),
  };
}

/** Arguments of `setBody`. */
export const bodyOf = (c: Character): Body => sheetOf(c);

const NO_DAMAGE = [0, 0] as const;
function damageOf(c: Character, slot: EquipSlot): readonly [number, number] {
  const item = wornItemAt(c, slot);
  return (item && blowsOf(item)) || NO_DAMAGE;
}
const ARMS_BITS: readonly (readonly [EquipSlot, number])[] = [
  ['melee', ARMS_MELEE],
  ['bow', ARMS_BOW],
  ['firearm', ARMS_FIREARM],
  ['focus', ARMS_FOCUS],
];

/** Arguments of `setArms`. A focus has no damage of its own: it lends spirit. */
export function armsOf(c: Character): Arms {
  const damage = (slot: EquipSlot): readonly [number, number] => damageOf(c, slot);
  const bits = ARMS_BITS.reduce((sum, [slot, bit]) => sum | (wornAt(c, slot) ? bit : 0), 0);
  return { bits, melee: damage('melee'), bow: damage('bow'), gun: damage('firearm') };
}

/** Gear word of `setLook`: `hand` says which ranged weapon or focus others see in the off hand. */
export function gearOf(c: Character, hand: 'bow' | 'firearm' | 'focus' = 'bow'): number {
  const visual = (kind: ItemKind | undefined): number => kind?.visual ?? 0;
  const inHand = visual(wornAt(c, hand));
  const second = hand === 'focus' && inHand ? FOCUS_BASE + inHand : inHand;
  return packGear(
    visual(wornAt(c, 'melee')),
    second,
    visual(wornAt(c, 'chest')),
    visual(wornAt(c, 'head')),
    visual(wornAt(c, 'offhand')),
  );
}

// ---- monsters ----

/** Growth from a kind's lowest level in percent: health gains 50 of a first-level body per level, damage 36. */
const grown = (base: number, low: number, level: number, perLevel: number): number =>
  Math.round((base * (100 + perLevel * (level - 1))) / (100 + perLevel * (low - 1)));

export function creatureHealth(kind: MonsterKind, level: number): number {
  return grown(kind.hp, kind.level[0], level, 50);
}
export function creatureDamage(kind: MonsterKind, level: number): readonly [number, number] {
  const [low, high] = kind.damage;
  return [grown(low, kind.level[0], level, 36), grown(high, kind.level[0], level, 36)];
}
export function creatureArmor(kind: MonsterKind, level: number): number {
  return grown(kind.armor, kind.level[0], level, 40);
}

/** setBody and setArms of a monster or villager: it bears all arms, its own damage is the weapon. */
export function creatureBody(kind: MonsterKind, level: number): Body & { arms: Arms } {
  const damage = creatureDamage(kind, level);
  return {
    hpMax: creatureHealth(kind, level),
    powerMax: 100,
    might: 0,
    aim: 0,
    spirit: 0,
    armor: creatureArmor(kind, level),
    hastePct: 0,
    arms: { bits: ARMS_MELEE | ARMS_BOW | ARMS_FIREARM | ARMS_FOCUS, melee: damage, bow: damage, gun: damage },
  };
}

/** Damage (or healing, or shield) range of a player's ability before armor, for tooltips and balance tests. */
export function abilityAmount(c: Character, kind: AbilityKind): readonly [number, number] {
  const ability = tuned(c, kind);
  const body = sheetOf(c);
  const power = ability.power === 'melee' ? body.might : ability.power === 'ranged' ? body.aim : body.spirit;
  const slot: EquipSlot = ability.arms === 'none' ? 'melee' : ability.arms;
  const [weaponLow, weaponHigh] = ability.weapon ? damageOf(c, slot) : NO_DAMAGE;
  const extra = Math.floor((power * ability.scale_pct) / 100);
  return [weaponLow + ability.amount[0] + extra, weaponHigh + ability.amount[1] + extra];
}

/** Which slots an item of this kind could be worn in: none or one. */
export const slotOf = (kind: number): EquipSlot | undefined => items.get(kind)?.slot;
