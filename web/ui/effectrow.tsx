// What works on your body just now, and for how long. In: status.effects. Harmful ones have a dashed edge, so that colour is not needed.
import { useComputed } from '@preact/signals';
import { effects } from '../../src/shared/content';
import type { EffectStatus } from '../../src/shared/sim';
import { status } from '../state';
import { t } from '../strings';
import { effectWords } from './abilityfacts';
import { beat, left_ms } from './derived';
import { Icon } from './icon';

const NONE: readonly EffectStatus[] = [];

export function EffectRow() {
  const running = useComputed(() => status.value?.effects ?? NONE).value;
  if (!running.length) return null;
  return (
    <ul class="effects" aria-label={t('frame.effects')}>
      {running.map(each => {
        const kind = effects.get(each.effect);
        if (!kind) return null;
        const word = t(kind.harmful ? 'frame.harmful' : 'frame.helpful');
        return (
          <li
            key={`${each.effect}-${each.source}`}
            class={kind.harmful ? 'harmful' : ''}
            title={`${kind.name}: ${effectWords(kind)} (${word})`}
          >
            <Icon name={kind.icon} />
            <span class="unseen">{`${kind.name}, ${word}, `}</span>
            <Left ticks={each.ticks} />
            {each.stacks > 1 ? <b title={t('frame.stacks', { n: each.stacks })}>{each.stacks}</b> : null}
          </li>
        );
      })}
    </ul>
  );
}

function Left({ ticks }: { ticks: number }) {
  const text = useComputed(() => {
    beat.value;
    return spell(left_ms(ticks));
  });
  return <em>{text}</em>;
}

export function spell(ms: number): string {
  const s = Math.ceil(ms / 1000);
  return s >= 90 ? t('frame.minutes', { m: Math.round(s / 60) }) : t('frame.seconds', { s });
}
