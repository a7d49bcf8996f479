// What is being carried from one slot to another: by mouse, or by keyboard with "Move…". In: picked up; out: put down on bag, body or action bar.
import { signal } from '@preact/signals';
import { isBankSlot } from '../../src/shared/rules/worn';
import { commands } from '../commands';
import { settings } from '../settings';
import { belongings } from './derived';

export interface Carried {
  /** Item in bag or worn; '' for an ability. */
  item: string;
  quantity: number;
  /** What a bar slot would hold: ability id, or minus an item kind. */
  bar: number;
  name: string;
  /** Bar slot it came from, or -1. */
  fromBar: number;
}

export const carried = signal<Carried | null>(null);

/** Puts what is carried into a bag slot (0..23), onto the body (100 + slot) or into the bank (200..247). */
export function putInSlot(slot: number): void {
  const what = carried.value;
  carried.value = null;
  if (!what?.item) return;
  const from = belongings.peek().find(item => item.id === what.item)?.slot ?? 0;
  if (isBankSlot(slot) || isBankSlot(from)) commands.bankItem(what.item, slot, what.quantity);
  else commands.moveItem(what.item, slot, what.quantity);
}

/** Puts what is carried on the action bar; what came from the bar changes places. */
export function putOnBar(which: 'bar' | 'warBar', index: number): void {
  const what = carried.value;
  carried.value = null;
  if (!what?.bar) return;
  const next = [...settings[which].value];
  if (what.fromBar >= 0) next[what.fromBar] = next[index];
  next[index] = what.bar;
  settings[which].value = next;
}

export function clearBarSlot(index: number): void {
  settings.bar.value = settings.bar.value.map((entry, i) => (i === index ? 0 : entry));
}
