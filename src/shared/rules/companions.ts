// Companions as rules see them: who comes along for whom that is missing, and a character of that class and level, dressed in what its trade
// can buy. In: roles that are there, a level. Out: companions, and characters that are nobody's.
import { classes, companions, items, talents } from '../content';
import {
  type ClassKind,
  type CompanionKind,
  EQUIP_SLOTS,
  type EquipSlot,
  type ItemKind,
  type Role,
  type Stats,
} from '../content/kinds';
import type { Character } from './character';
import { newLife } from './life';
import { wornSlot } from './worn';

/** What a whole company of five is made of. */
const WHOLE: Readonly<Record<Role, number>> = { tank: 1, healer: 1, damage: 3 };
/** They wear no better than this. */
const FINEST: ReadonlySet<ItemKind['rarity']> = new Set(['common', 'fine']);

const classOf = ({ cls }: CompanionKind): ClassKind => classes.key(cls);

/** Companions who make a company of these roles whole, tank and healer first; at most five in all. A player of no class does damage. */
export function helpersFor(roles: readonly Role[]): CompanionKind[] {
  const counts: Record<Role, number> = { tank: 0, healer: 0, damage: 0 };
  for (const role of roles) counts[role]++;
  let room = Math.max(0, 5 - roles.length);
  return (['tank', 'healer', 'damage'] as const).flatMap(role => {
    const missing = Math.min(room, Math.max(0, WHOLE[role] - counts[role]));
    room -= missing;
    return companions.all.filter(kind => classOf(kind).role === role).slice(0, missing);
  });
}

/** Those who stay when a player of that role comes: he stands in for whoever does the same, or else for the last. */
export function relieved(helpers: readonly string[], role: Role): string[] {
  const alike = helpers.findIndex(key => classOf(companions.key(key)).role === role);
  return helpers.toSpliced(alike < 0 ? helpers.length - 1 : alike, 1);
}

/** A character of nobody's: it has no bag, no purse and no record. */
export function characterOf(kind: CompanionKind, level: number): Character {
  const cls = classOf(kind);
  const life = { ...newLife(), cls: cls.id, talents: firstTalents(cls, level) };
  const worn = EQUIP_SLOTS.flatMap(slot => {
    const best = bestFor(cls, slot, level);
    return best ? [{ id: `${kind.key}-${slot}`, kind: best.id, quantity: 1, slot: wornSlot(slot) }] : [];
  });
  return {
    id: kind.key,
    account: '',
    name: kind.name,
    covenant: 0,
    look: kind.look,
    level,
    xp: 0,
    gold: 0,
    items: worn,
    quests: [],
    done: [],
    pois: [],
    life,
  };
}

/** The first of each tier that is open. */
function firstTalents(cls: ClassKind, level: number): number[] {
  const tiers = new Map<number, number>();
  for (const talent of talents.all)
    if (talent.cls === cls.key && talent.level <= level && !tiers.has(talent.level)) tiers.set(talent.level, talent.id);
  return [...tiers.values()];
}

function bestFor(cls: ClassKind, slot: EquipSlot, level: number): ItemKind | undefined {
  return items.all
    .filter(kind => kind.slot === slot && kind.level <= level && FINEST.has(kind.rarity) && !kind.quest)
    .toSorted((a, b) => worthTo(cls, b) - worthTo(cls, a) || b.level - a.level)[0];
}

/** What a class sees in a thing: what its shape is made of counts double. */
function worthTo({ shape, role }: ClassKind, { stats, damage }: ItemKind): number {
  const wanted = (stat: keyof Stats): number => {
    if (stat === 'haste') return 1;
    if (role !== 'tank' && stat === 'armor') return 0.2;
    return shape[stat] ? 2 : 0.5;
  };
  const sum = Object.entries(stats ?? {}).reduce((total, [stat, amount]) => total + wanted(stat as keyof Stats) * amount, 0);
  return sum + (damage ? damage[0] + damage[1] : 0);
}
