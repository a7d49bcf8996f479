// The card beside what the pointer or the focus is on: an item with what it would change, an ability or a number
// of the character sheet with how it comes about. In: tip.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { abilities, items } from '../../src/shared/content';
import { AbilityFacts } from './abilityfacts';
import { ItemCard } from './itemcard';
import { StatFacts } from './statfacts';
import { tip } from './tip';

export function Tips() {
  const shown = tip.value;
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const card = box.current;
    if (!card || !shown) return;
    const { width, height } = card.getBoundingClientRect();
    const gap = 8;
    const beside = shown.right + gap + width < innerWidth ? shown.right + gap : Math.max(gap, shown.left - gap - width);
    const above = shown.top - gap - height;
    const onBar = !shown.beside && shown.top > innerHeight * 0.72;
    card.style.left = `${onBar ? Math.max(gap, Math.min(innerWidth - width - gap, (shown.left + shown.right - width) / 2)) : beside}px`;
    card.style.top = `${onBar && above > 0 ? above : Math.max(gap, Math.min(innerHeight - height - gap, shown.top))}px`;
  });
  if (!shown) return null;
  const { of } = shown;
  const ability = 'entry' in of && of.entry > 0 ? abilities.get(of.entry) : undefined;
  const kind = 'entry' in of ? items.get(-of.entry) : 'kind' in of ? items.get(of.kind) : undefined;
  return (
    <div ref={box} class="tip panel" role="tooltip">
      {ability ? <AbilityFacts kind={ability} /> : null}
      {kind && !ability ? <ItemCard kind={kind} item={'kind' in of ? of.item : undefined} worn={'kind' in of && of.worn} /> : null}
      {'stat' in of ? <StatFacts stat={of.stat} /> : null}
    </div>
  );
}
