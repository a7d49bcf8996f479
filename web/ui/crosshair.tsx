// The middle of the screen in Warfront: crosshair with spread, hit mark, and the arc that tells from where you were hit. In: spread, hitMarker, hurtFrom, target.
import { useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { reducedMotion, settings } from '../settings';
import { hitMarker, hurtFrom, spread, target } from '../state';
import { t } from '../strings';
import { useEachFrame } from './eachframe';

export function Crosshair() {
  const box = useRef<HTMLDivElement>(null);
  const hostile = useComputed(() => target.value?.hostile ?? false).value;
  useEachFrame(() => box.current?.style.setProperty('--gap', `${spread.peek().toFixed(1)}px`));
  return (
    <div ref={box} class={`crosshair${hostile ? ' foe' : ''}`} aria-hidden="true">
      <i />
      <i />
      <i />
      <i />
      <u />
    </div>
  );
}

/** Four strokes that fly apart; the head and the last blow look different in shape, not only in colour. */
export function HitMark() {
  const hit = hitMarker.value;
  if (!hit) return null;
  return (
    <div key={hit.at} class={`hitmark${hit.head ? ' head' : ''}${hit.kill ? ' kill' : ''}`} aria-hidden="true">
      <i />
      <i />
      <i />
      <i />
    </div>
  );
}

export function HurtArc() {
  const hurt = hurtFrom.value;
  if (!hurt) return null;
  const still = reducedMotion.value || !settings.flashes.value;
  return (
    <div key={hurt.at} class={`hurt${still ? ' still' : ''}`}>
      <i style={{ rotate: `${hurt.angle}rad` }} />
      <span class="unseen">{t('war.hurt')}</span>
    </div>
  );
}
