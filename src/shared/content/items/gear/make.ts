// How a table of gear becomes items: a line says its level, rarity, material and what it gives, a row its name and words; the numbers follow
// from the formulas of budget.ts. In: a line and its rows. Out: item kinds.
import type { EquipSlot, ItemKind, Material, Rarity, Stats } from '../../kinds';
import { CHEST_VISUALS, FOCUS_VISUALS, HEAD_VISUALS, MELEE_VISUALS, RANGED_VISUALS, SHIELD_VISUALS } from '../../looks';
import { armorPoints, meanBlow, priceOf, spentPoints, statPoints } from '../budget';

/** What of a stat for each part: `{ might: 2, vigor: 1 }` gives twice as much might as vigor. */
export type Shares = Omit<Stats, 'armor'>;

export interface Line {
  level: number;
  rarity: Rarity;
  material?: Material;
  gives: Shares;
  /** Looks by place. */
  chest?: (typeof CHEST_VISUALS)[number];
  head?: (typeof HEAD_VISUALS)[number];
  /** Fell from nobody's table by name, so from everybody's (rules/spoils.ts). */
  drops?: boolean;
}
export type Row = readonly [
  id: number,
  slot: EquipSlot,
  key: string,
  name: string,
  icon: string,
  text: string,
  own?: { gives?: Shares; look?: string; material?: Material },
];

const LOOKS: Partial<Record<EquipSlot, readonly string[]>> = {
  melee: MELEE_VISUALS,
  bow: RANGED_VISUALS,
  firearm: RANGED_VISUALS,
  focus: FOCUS_VISUALS,
  chest: CHEST_VISUALS,
  head: HEAD_VISUALS,
  offhand: SHIELD_VISUALS,
};
/** A blow varies by a fifth to either side. */
const SPREAD = 0.2;

export const line = (of: Line, rows: readonly Row[]): ItemKind[] => rows.map(row => made(of, row));

function made(of: Line, [id, slot, key, name, icon, text, own = {}]: Row): ItemKind {
  const { level, rarity } = of;
  const material = own.material ?? of.material;
  const piece = { level, rarity, slot };
  const mean = meanBlow(piece);
  const look = own.look ?? (slot === 'chest' ? of.chest : slot === 'head' ? of.head : undefined);
  const kind: ItemKind = {
    id,
    key,
    name,
    text,
    icon,
    rarity,
    stack: 1,
    price: priceOf(piece),
    level,
    slot,
    stats: withArmor(shared(own.gives ?? of.gives, slot, statPoints(piece)), material ? armorPoints(piece, material) : 0),
    visual: look ? (LOOKS[slot]?.indexOf(look) ?? -1) : 0,
  };
  if (material) kind.material = material;
  if (mean) kind.damage = [Math.round(mean * (1 - SPREAD)), Math.round(mean * (1 + SPREAD))];
  if (of.drops) kind.drops = true;
  return kind;
}

/** The points of a place in the line's shares. Speed is given as it stands: it is not to grow with the level. */
function shared({ haste = 0, ...parts }: Shares, slot: EquipSlot, points: number): Stats {
  const whole = spentPoints(parts, slot);
  const left = (points ** 1.5 - spentPoints({ haste }, slot) ** 1.5) ** (2 / 3);
  const stats: Stats = {};
  for (const [stat, part] of Object.entries(parts) as [keyof Shares, number][])
    stats[stat] = Math.max(1, Math.floor((part * left) / whole));
  if (haste) stats.haste = haste;
  return stats;
}

const withArmor = (stats: Stats, armor: number): Stats => (armor ? { armor, ...stats } : stats);
