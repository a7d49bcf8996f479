// What a thing that is worn may carry, by level, rarity, place and material: the formulas by which the tables of gear are made, to which the
// lint holds every item, and which tooltips show (rules/stats.ts passes them on). In: what a thing is. Out: points, armor, blows, price.
//
//   points  = level x PLACE_POINTS x RARITY_POINTS; a thing spends (sum of stat^1.5)^(2/3) of them: spread over several stats they come to
//             more in all and to less of each. A percent of speed counts as one.
//   armor   = (1 + level x MATERIAL_ARMOR) x PLACE_ARMOR x RARITY_ARMOR; on what is no armor a point of it counts as 0.3
//   blow    = (5.5 + 1.6 x (level - 1)) x KIND_BLOW x RARITY_BLOW on the average, a fifth less to a fifth more
//   price   = 15 x level^2 x PLACE_PRICE x RARITY_PRICE, in copper
import type { EquipSlot, Material, Rarity, Stats } from '../kinds';

export const RARITIES: readonly Rarity[] = ['common', 'fine', 'rare', 'epic'];
export const RARITY_POINTS: Readonly<Record<Rarity, number>> = { common: 1, fine: 1.2, rare: 1.45, epic: 1.75 };
export const RARITY_ARMOR: Readonly<Record<Rarity, number>> = { common: 1, fine: 1.05, rare: 1.12, epic: 1.2 };
export const RARITY_BLOW: Readonly<Record<Rarity, number>> = { common: 1, fine: 1.04, rare: 1.1, epic: 1.16 };
export const RARITY_PRICE: Readonly<Record<Rarity, number>> = { common: 1, fine: 1.3, rare: 2, epic: 3.2 };
/** What rarity adds to a thing's level to make its item level. */
export const RARITY_LEVELS: Readonly<Record<Rarity, number>> = { common: 0, fine: 2, rare: 4, epic: 7 };

/** Shares of a breastplate. */
export const PLACE_POINTS: Readonly<Record<EquipSlot, number>> = {
  melee: 0.7,
  bow: 0.7,
  firearm: 0.7,
  focus: 1,
  head: 0.75,
  chest: 1,
  hands: 0.55,
  legs: 0.8,
  feet: 0.6,
  trinket: 1,
  neck: 0.55,
  ring: 0.55,
  offhand: 0.55,
};
export const PLACE_ARMOR: Partial<Record<EquipSlot, number>> = {
  head: 0.6,
  chest: 1,
  hands: 0.45,
  legs: 0.75,
  feet: 0.5,
  offhand: 0.9,
};
const PLACE_PRICE: Readonly<Record<EquipSlot, number>> = {
  melee: 1.2,
  bow: 1.2,
  firearm: 1.3,
  focus: 1.2,
  head: 0.75,
  chest: 1,
  hands: 0.55,
  legs: 0.8,
  feet: 0.6,
  trinket: 0.8,
  neck: 0.6,
  ring: 0.6,
  offhand: 0.8,
};
/** Points of armor per level of a breastplate. */
export const MATERIAL_ARMOR: Readonly<Record<Material, number>> = { cloth: 2.2, leather: 2.9, mail: 3.5, plate: 3.8 };
const KIND_BLOW: Partial<Record<EquipSlot, number>> = { melee: 1, bow: 1.12, firearm: 1.1 };

const SPARE_ARMOR_COST = 0.3;

type Piece = { level: number; rarity: Rarity; slot: EquipSlot };

export const statPoints = ({ level, rarity, slot }: Piece): number => level * PLACE_POINTS[slot] * RARITY_POINTS[rarity];

/** What stats cost of the points. `slot` tells whether armor is its trade or an extra. */
export function spentPoints(stats: Stats, slot: EquipSlot): number {
  const { armor = 0, ...plain } = stats;
  const all = [...Object.values(plain), PLACE_ARMOR[slot] ? 0 : armor * SPARE_ARMOR_COST];
  return all.reduce((sum, each) => sum + each ** 1.5, 0) ** (2 / 3);
}

/** 0 for what turns no blade. */
export function armorPoints({ level, rarity, slot }: Piece, material: Material): number {
  return Math.round((1 + level * MATERIAL_ARMOR[material]) * (PLACE_ARMOR[slot] ?? 0) * RARITY_ARMOR[rarity]);
}

/** The average of a weapon's blow; 0 for what is no weapon, or lends spirit instead. */
export function meanBlow({ level, rarity, slot }: Piece): number {
  return (5.5 + 1.6 * (level - 1)) * (KIND_BLOW[slot] ?? 0) * RARITY_BLOW[rarity];
}

export function priceOf({ level, rarity, slot }: Piece): number {
  return Math.round((15 * level ** 2 * PLACE_PRICE[slot] * RARITY_PRICE[rarity]) / 10) * 10;
}

export const itemLevel = ({ level, rarity }: { level: number; rarity: Rarity }): number => level + RARITY_LEVELS[rarity];
