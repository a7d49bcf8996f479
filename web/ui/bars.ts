// The action bar follows the character: each class has a bar of its own, as its player left it, or as the class brings it. What is newly
// learned takes a free slot. In: life, sheet. Out: settings.bar, settings.warBar.
import { effect } from '@preact/signals';
import { abilities, classes } from '../../src/shared/content';
import { type Bars, freshBars, settings } from '../settings';
import { life, screen, sheet } from '../state';

/** Held with the mouse in first person, not put on a bar. */
export const AIMED: ReadonlySet<string> = new Set(['wheel-lock-shot', 'aimed-arrow']);

const numbers = (keys: readonly string[]): number[] => keys.map(key => (key ? abilities.key(key).id : 0));

/** What stands on the bars of a class before anybody has moved anything. */
export function barsOf(cls: number): Bars {
  const kind = classes.get(cls);
  return kind ? { bar: numbers(kind.bar), warBar: numbers(kind.warBar) } : freshBars();
}

let known: ReadonlySet<number> | null = null;

/** Watches which class is played and what it learns; call once. */
export function watchBars(): void {
  effect(() => {
    if (screen.value === 'play' && sheet.value) changeBars(life.value.cls);
  });
  effect(() => {
    const now = screen.value === 'play' && sheet.value ? new Set(sheet.value.abilities) : null;
    if (now && known) for (const ability of now) if (!known.has(ability)) place(ability);
    known = now;
  });
}

function changeBars(cls: number): void {
  const before = settings.barsOf.peek();
  if (before === cls) return;
  const kept = { ...settings.bars.peek(), [before]: { bar: settings.bar.peek(), warBar: settings.warBar.peek() } };
  const { bar, warBar } = kept[cls] ?? barsOf(cls);
  settings.bars.value = kept;
  settings.barsOf.value = cls;
  settings.bar.value = bar;
  settings.warBar.value = warBar;
}

function place(ability: number): void {
  const bar = settings.bar.peek();
  const kind = abilities.get(ability);
  const free = bar.indexOf(0);
  if (!kind || AIMED.has(kind.key) || bar.includes(ability) || free < 0) return;
  settings.bar.value = bar.map((entry, i) => (i === free ? ability : entry));
}
