// Things that show for a moment in the HUD: toasts, banners, refusals, numbers over heads, the feed, captions. In: what happened;
// out: signals whose entries go away by themselves.
import type { Signal } from '@preact/signals';
import { banner, captions, type Floater, feed, floaters, type Occasion, refusal, type Score, score, toasts } from '../state';
import { withFloater } from './floating';

const LAST_MS = { toast: 5000, floater: 1400, feed: 6000, caption: 1800, banner: 4200, refusal: 2200 } as const;
let last = 0;

export function toast(text: string, icon: string, rarity = ''): void {
  show(toasts, { id: ++last, text, icon, rarity }, LAST_MS.toast, 6);
}

/** So much more of something that is counted for the player. */
export function tally(what: keyof Score, more = 1): void {
  score.value = { ...score.value, [what]: score.value[what] + more };
}

/** A number or word over body `body` at a point of the world. */
export function float(
  body: number,
  text: string,
  kind: Floater['kind'],
  at: { x: number; y: number; z: number },
  value = Number.NaN,
): void {
  const born = performance.now();
  const next = withFloater(floaters.value, { id: ++last, body, x: at.x, y: at.y, z: at.z, text, value, kind, lane: 0, born });
  floaters.value = next;
  // The whole list is swept when its youngest is over: one timer for a hail of blows.
  setTimeout(() => {
    const until = performance.now() - LAST_MS.floater;
    if (floaters.value.some(each => each.born <= until)) floaters.value = floaters.value.filter(each => each.born > until);
  }, LAST_MS.floater + 20);
}

export function tellFeed(line: { killer: string; ability: number; victim: string; mine: boolean }): void {
  show(feed, { id: ++last, ...line }, LAST_MS.feed, 5);
}

export function caption(text: string, angle: number): void {
  if (captions.value.some(line => line.text === text)) return;
  show(captions, { id: ++last, text, angle }, LAST_MS.caption, 4);
}

/** While others wait, big lettering stands no longer than this: a quest handed in may bring a level and a place at once. */
const HURRIED_MS = 2300;
const waiting: { title: string; text: string; occasion: Occasion }[] = [];

export function announce(title: string, text: string, occasion: Occasion = 'place'): void {
  waiting.push({ title, text, occasion });
  if (!banner.value) nextBanner();
}

function nextBanner(): void {
  const next = waiting.shift();
  banner.value = next ? { id: ++last, ...next } : null;
  if (!next) return;
  const shown = banner.value;
  const over = () => {
    if (banner.value === shown) nextBanner();
  };
  setTimeout(() => waiting.length && over(), HURRIED_MS);
  setTimeout(over, LAST_MS.banner);
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
