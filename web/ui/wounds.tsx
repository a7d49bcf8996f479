// Little health left, seen without looking at a bar: the edge of the picture darkens and is hatched, the more the less is left. Beats like a heart
// unless motion or flashes are spared. In: status. The health bar says the same in figures.
import { useComputed } from '@preact/signals';
import { reducedMotion, settings } from '../settings';
import { status } from '../state';

/** Below this share of health it begins. */
const FROM = 0.35;

export function Wounds() {
  // In steps of a twentieth, so that the sheet changes seldom.
  const depth = useComputed(() => {
    const now = status.value;
    if (!now?.hpMax || now.hp <= 0) return 0;
    return Math.ceil(Math.max(0, 1 - now.hp / now.hpMax / FROM) * 20) / 20;
  }).value;
  const still = useComputed(() => reducedMotion.value || !settings.flashes.value).value;
  if (!depth) return null;
  return <div class={`wounds${still ? ' still' : ''}`} aria-hidden="true" style={{ '--depth': String(depth) }} />;
}
