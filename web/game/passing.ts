// Things that show for a moment in the HUD: toasts, banners, refusals, numbers over heads, the feed, captions. In: what happened;
// out: signals whose entries go away by themselves.
import type { Signal } from '@preact/signals';
import { banner, captions, type Floater, feed, floaters, refusal, toasts } from '../state';

const LAST_MS = { toast: 5000, floater: 1300, feed: 6000, caption: 1800, banner: 4200, refusal: 2200 } as const;
const MOST_FLOATERS = 40;
let last = 0;

export function toast(text: string, icon: string, rarity = ''): void {
  show(toasts, { id: ++last, text, icon, rarity }, LAST_MS.toast, 6);
}

export function float(text: string, kind: Floater['kind'], at: { x: number; y: number } | null): void {
  if (at) show(floaters, { id: ++last, x: at.x, y: at.y, text, kind, born: performance.now() }, LAST_MS.floater, MOST_FLOATERS);
}

export function tellFeed(line: { killer: string; ability: number; victim: string; mine: boolean }): void {
  show(feed, { id: ++last, ...line }, LAST_MS.feed, 5);
}

export function caption(text: string, angle: number): void {
  if (captions.value.some(line => line.text === text)) return;
  show(captions, { id: ++last, text, angle }, LAST_MS.caption, 4);
}

export function announce(title: string, text: string): void {
  single(banner, { id: ++last, title, text }, LAST_MS.banner);
}

export function refuse(text: string): void {
  // The same words again do not blink; they only stay longer.
  if (refusal.value?.text === text) last--;
  single(refusal, { id: ++last, text }, LAST_MS.refusal);
}

function show<T extends { id: number }>(list: Signal<T[]>, entry: T, last_ms: number, most: number): void {
  list.value = [...list.value.slice(1 - most), entry];
  setTimeout(() => {
    list.value = list.value.filter(other => other.id !== entry.id);
  }, last_ms);
}

function single<T extends { id: number }>(place: Signal<T | null>, entry: T, last_ms: number): void {
  place.value = entry;
  setTimeout(() => {
    if (place.value === entry) place.value = null;
  }, last_ms);
}
