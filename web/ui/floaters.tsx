// Numbers over bodies, hung on their place in the world: they stay with it while the eye turns. In: floaters, sight. Written to the DOM each frame.
import { useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { flight } from '../game/floating';
import { reducedMotion, settings } from '../settings';
import { floaters, sight } from '../state';
import { useEachFrame } from './eachframe';

const LAST_MS = 1350;

export function Floaters() {
  const on = useComputed(() => settings.floating.value).value;
  return on ? <Numbers /> : null;
}

function Numbers() {
  const box = useRef<HTMLDivElement>(null);
  useEachFrame(now_ms => {
    const all = floaters.peek();
    const shown = box.current?.children;
    if (!shown || !all.length) return;
    const where = sight.peek();
    const still = reducedMotion.peek();
    for (let i = 0; i < all.length && i < shown.length; i++) {
      const { style } = shown[i] as HTMLElement;
      const { x, y, z, kind, lane, born } = all[i];
      const spot = where(x, y, z);
      if (!spot) {
        style.opacity = '0';
        continue;
      }
      const { rise, aside, scale, opacity } = flight({ kind, lane }, Math.min(1, Math.max(0, (now_ms - born) / LAST_MS)), still);
      style.transform = `translate(${spot.x.toFixed(1)}px, ${spot.y.toFixed(1)}px) translate(-50%, -50%) translate(${aside.toFixed(2)}rem, ${rise.toFixed(2)}rem) scale(${scale.toFixed(2)})`;
      style.opacity = opacity.toFixed(2);
    }
  });
  return (
    <div ref={box} class="floaters" aria-hidden="true">
      {floaters.value.map(({ id, text, kind }) => (
        <em key={id} class={kind}>
          {text}
        </em>
      ))}
    </div>
  );
}
