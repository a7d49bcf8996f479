// What is being looked for in bag and bank. In: words typed. Out: whether a thing matches: by its name, rarity, place or material.
import { signal } from '@preact/signals';
import { items } from '../../src/shared/content';
import { t } from '../strings';

export const sought = signal('');

export function matches({ kind: id }: { kind: number }): boolean {
  const words = sought.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const kind = items.get(id);
  if (!words.length || !kind) return true;
  const { name, rarity, slot, material } = kind;
  const said = [name, t(`rarity.${rarity}`), slot ? t(`slot.${slot}`) : '', material ? t(`material.${material}`) : '']
    .join(' ')
    .toLowerCase();
  return words.every(word => said.includes(word));
}
