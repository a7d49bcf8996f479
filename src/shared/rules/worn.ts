// Where things are: bag slots 0..23, worn slots 100 + place in EQUIP_SLOTS, bank slots 200..247. In: a character. Out: items and their kinds;
// changes nothing.
import { items } from '../content';
import { EQUIP_SLOTS, type EquipSlot, type ItemKind } from '../content/kinds';
import { BAG_SLOTS, BANK_BASE, BANK_SLOTS, WORN_BASE } from '../protocol/limits';
import type { Character, Item } from './character';

export const isBagSlot = (slot: number): boolean => slot >= 0 && slot < BAG_SLOTS && Number.isInteger(slot);
export const isBankSlot = (slot: number): boolean => slot >= BANK_BASE && slot < BANK_BASE + BANK_SLOTS && Number.isInteger(slot);
/** The worn slot of a number 100.., undefined for all others. */
export const equipSlot = (slot: number): EquipSlot | undefined => EQUIP_SLOTS[slot - WORN_BASE];
export const wornSlot = (slot: EquipSlot): number => WORN_BASE + EQUIP_SLOTS.indexOf(slot);

/** Kinds are checked where items enter; a number without a kind is our own fault. */
export function kindOf(item: { kind: number }): ItemKind {
  const kind = items.get(item.kind);
  if (!kind) throw new Error(`item of unknown kind ${item.kind}`);
  return kind;
}

export const itemById = (c: Character, id: string): Item | undefined => c.items.find(item => item.id === id);
export const itemAt = (c: Character, slot: number): Item | undefined => c.items.find(item => item.slot === slot);
export const bagItems = (c: Character): Item[] => c.items.filter(item => isBagSlot(item.slot));
export const bankItems = (c: Character): Item[] => c.items.filter(item => isBankSlot(item.slot));
export const wornItems = (c: Character): Item[] => c.items.filter(item => equipSlot(item.slot));
export const wornItemAt = (c: Character, slot: EquipSlot): Item | undefined => itemAt(c, wornSlot(slot));
export function wornAt(c: Character, slot: EquipSlot): ItemKind | undefined {
  const item = wornItemAt(c, slot);
  return item && kindOf(item);
}

/** How many of a kind are carried in the bag (worn ones are not spare). */
export function carried(c: Character, kind: number): number {
  let sum = 0;
  for (const item of c.items) if (item.kind === kind && isBagSlot(item.slot)) sum += item.quantity;
  return sum;
}

/** The first empty bag slot, or -1. */
export const freeSlot = (c: Character): number => freeFrom(c, 0, BAG_SLOTS);
/** The first empty slot of the bank, or -1. */
export const freeBankSlot = (c: Character): number => freeFrom(c, BANK_BASE, BANK_SLOTS);

function freeFrom(c: Character, first: number, count: number): number {
  const taken = new Set(c.items.map(item => item.slot));
  for (let slot = first; slot < first + count; slot++) if (!taken.has(slot)) return slot;
  return -1;
}
