// The bar that fills while you cast. In: status.casting and its ticks. Moves every frame by itself, so it needs no message to be smooth.
import { useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { TICK_MS } from '../../assembly/layout';
import { abilities } from '../../src/shared/content';
import { status } from '../state';
import { t } from '../strings';
import { left_ms } from './derived';
import { useEachFrame } from './eachframe';

export function CastBar() {
  const ability = useComputed(() => status.value?.casting ?? 0).value;
  const kind = abilities.get(ability);
  return kind ? <Casting key={ability} name={kind.name} /> : null;
}

function Casting({ name }: { name: string }) {
  const fill = useRef<HTMLElement>(null);
  const left = useRef<HTMLElement>(null);
  useEachFrame(() => {
    const now = status.peek();
    if (!now || !fill.current || !left.current) return;
    const ms = left_ms(now.castLeft);
    fill.current.style.transform = `scaleX(${1 - ms / Math.max(1, now.castWhole * TICK_MS)})`;
    left.current.textContent = (ms / 1000).toFixed(1);
  });
  return (
    <div class="castbar" role="status" aria-label={t('frame.casting', { what: name })}>
      <i ref={fill} />
      <b>{name}</b>
      <em ref={left} aria-hidden="true" />
    </div>
  );
}
