// What happens near just now: its name, how far it has come, where it is. In: happening, me. Out: a card under the minimap; it leaves by itself.
import { useComputed } from '@preact/signals';
import { happeningOf } from '../../src/shared/content/happenings';
import { HAPPENING_ON } from '../../src/shared/protocol/messages';
import { happening, headingDeg, me } from '../state';
import { count, t } from '../strings';
import { beat } from './derived';
import { Icon } from './icon';

const MINUTE_S = 60;

export function HappeningCard() {
  const shown = happening.value;
  const kind = shown ? happeningOf(shown.happening) : undefined;
  if (!shown || !kind || shown.state !== HAPPENING_ON) return null;
  const { wave, waves, foes } = shown;
  return (
    <section class="happening" role="status" aria-label={t('happening.title')}>
      <Icon name={`gi:${kind.icon}`} />
      <div>
        <h2>{kind.name}</h2>
        <p>
          {t('happening.wave', { n: count(wave), of: count(waves) })} · {t('happening.foes', { n: count(foes) })}
        </p>
        <Whereabouts />
      </div>
    </section>
  );
}

/** Follows every step and second, so it is a piece of its own. */
function Whereabouts() {
  const words = useComputed(() => {
    const shown = happening.value;
    if (!shown) return null;
    const { x, z } = me.value;
    const [dx, dz] = [shown.x - x, shown.z - z];
    const turn = Math.round((Math.atan2(dx, -dz) * 180) / Math.PI - headingDeg.value);
    beat.value;
    const left_s = Math.max(0, Math.ceil((shown.until_ms - performance.now()) / 1000));
    return { away: Math.round(Math.hypot(dx, dz) / 5) * 5, turn, left_s };
  }).value;
  if (!words) return null;
  const { away, turn, left_s } = words;
  return (
    <p>
      <i class="needle" style={{ rotate: `${turn}deg` }} aria-hidden="true" /> {t('happening.away', { n: count(away) })} ·{' '}
      <time>
        {Math.floor(left_s / MINUTE_S)}:{String(left_s % MINUTE_S).padStart(2, '0')}
      </time>
    </p>
  );
}
