// Dresses the page by the settings and the room there is. In: settings, window size. Out: attributes on <html> that the style sheets read, and `room`.
import { computed, effect, signal } from '@preact/signals';
import { reducedMotion, settings } from '../settings';
import { touch } from '../state';

const BASE_PX = 14;
const size = signal({ width: innerWidth, height: innerHeight });

/** Root font size in px: everything in the HUD is measured in it. */
const rootPx = computed(() => (BASE_PX * settings.uiScale.value) / 100);

/** How much fits beside each other: wide desktop, snug window, tight at large type or 200 % zoom, narrow phone held upright. */
export const room = computed<'wide' | 'snug' | 'tight' | 'narrow'>(() => {
  const widthRem = size.value.width / rootPx.value;
  const heightRem = size.value.height / rootPx.value;
  if (widthRem < 42) return 'narrow';
  if (widthRem < 72 || heightRem < 34) return 'tight';
  return widthRem < 98 || heightRem < 46 ? 'snug' : 'wide';
});
export const upright = computed(() => size.value.height > size.value.width);

export function dressRoot(): void {
  const root = document.documentElement;
  touch.value = matchMedia('(pointer: coarse)').matches;
  addEventListener('resize', () => {
    size.value = { width: innerWidth, height: innerHeight };
  });
  // A laptop with a touch screen has both: whatever was used last decides.
  addEventListener(
    'pointerdown',
    (event: PointerEvent) => {
      touch.value = event.pointerType === 'touch';
    },
    { capture: true, passive: true },
  );
  effect(() => {
    root.style.fontSize = `${rootPx.value}px`;
    root.style.setProperty('--text', String(settings.textSize.value / 100));
    root.dataset.palette = settings.palette.value;
    root.dataset.font = settings.font.value;
    root.dataset.room = room.value;
    root.toggleAttribute('data-upright', upright.value);
    root.toggleAttribute('data-touch', touch.value);
    root.toggleAttribute('data-still', reducedMotion.value);
    root.toggleAttribute('data-outlines', settings.outlines.value);
  });
}
