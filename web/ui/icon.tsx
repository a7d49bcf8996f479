// One game icon. In: its name; our own sources write it with the mark "gi:" by which the build finds it, content writes it plain.
// Decorative: the button names itself. The pictures of items, classes and effects come in a file of their own, asked for when the world is entered.

import first from 'virtual:icons';
import { signal } from '@preact/signals';

const itemPaths = signal<Readonly<Record<string, string>>>({});

const find = (name: string): string | undefined => first[name] ?? itemPaths.value[name];

export function Icon({ name }: { name: string }) {
  return (
    <svg class="icon" viewBox="0 0 256 256" aria-hidden="true" focusable="false">
      <path d={find(name.replace(/^gi:/, '')) ?? ''} />
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
