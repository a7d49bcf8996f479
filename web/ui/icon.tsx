// One game icon. In: its name; our own sources write it with the mark "gi:" by which the build finds it, content writes it plain.
// Decorative: the button names itself. The pictures of items, classes and effects come in a file of their own, asked for when the world is entered.

import first from 'virtual:icons';
import { signal } from '@preact/signals';

const itemPaths = signal<Readonly<Record<string, string>>>({});

/** Sides of the squares they are drawn in (icons.plugin.mjs). */
const FIRST_SIDE = 256;
const ITEM_SIDE = 128;

const find = (name: string): string | undefined => first[name] ?? itemPaths.value[name];

export function Icon({ name }: { name: string }) {
  const plain = name.replace(/^gi:/, '');
  const side = first[plain] ? FIRST_SIDE : ITEM_SIDE;
  return (
    <svg class="icon" viewBox={`0 0 ${side} ${side}`} aria-hidden="true" focusable="false">
      <path d={find(plain) ?? ''} />
    </svg>
  );
}

export function hasIcon(name: string): boolean {
  return find(name.replace(/^gi:/, '')) !== undefined;
}

/** Fetches the items' pictures once; until they are there an item shows an empty tile with its name. */
export async function loadItemIcons(): Promise<void> {
  if (Object.keys(itemPaths.peek()).length) return;
  itemPaths.value = (await import('virtual:icons/items')).default;
}
