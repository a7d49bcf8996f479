// How the connection does: four bars with words, and a banner while it is lost. In: link, fps. The HUD stays as it is behind the banner.
import { useComputed } from '@preact/signals';
import { commands } from '../commands';
import { settings } from '../settings';
import { fps, link, strain } from '../state';
import { t } from '../strings';

/** Bars of four and the word for a ping. */
function quality(ms: number): { bars: number; word: 'good' | 'fair' | 'slow' } {
  if (ms < 70) return { bars: 4, word: 'good' };
  if (ms < 140) return { bars: 3, word: 'fair' };
  return ms < 260 ? { bars: 2, word: 'slow' } : { bars: 1, word: 'slow' };
}

export function LinkMark() {
  const state = useComputed(() => link.value.state).value;
  const ms = useComputed(() => Math.round(link.value.pingMs)).value;
  const { bars, word } = quality(ms);
  const open = state === 'open';
  const words = open ? t(`link.${word}`) : t(`link.${state}`);
  return (
    <p class={`link-mark ${open ? word : 'slow'}`} title={words}>
      <span class="bars" aria-hidden="true">
        {[1, 2, 3, 4].map(bar => (
          <i key={bar} class={open && bar <= bars ? 'on' : ''} />
        ))}
      </span>
      <span class="unseen">{words}</span>
      {open ? t('link.ping', { ms }) : words}
      <Fps />
    </p>
  );
}

function Fps() {
  return settings.showFps.value ? <em>{t('link.fps', { n: Math.round(fps.value) })}</em> : null;
}

/** What the region leaves out because too many are here, in plain words; nothing while it keeps up. */
export function Crowded() {
  const level = useComputed(() => (strain.value > 5 ? 3 : strain.value > 2 ? 2 : strain.value ? 1 : 0)).value;
  return level ? (
    <p class="crowded" role="status">
      {t(`link.crowded${level as 1 | 2 | 3}`)}
    </p>
  ) : null;
}

export function LinkLost() {
  const { state, words, retryS } = link.value;
  if (state === 'open' || state === 'connecting') return null;
  const again = state === 'reconnecting' ? (retryS > 0 ? t('link.retryIn', { s: Math.ceil(retryS) }) : t('link.retrying')) : '';
  return (
    <section class="lost panel" role="alert">
      <h2>{t('link.lost')}</h2>
      <p>{words || t('link.lostText')}</p>
      {again ? <p class="again">{again}</p> : null}
      {state === 'closed' ? (
        <button type="button" class="button gold" onClick={() => commands.leave()}>
          {t('link.leave')}
        </button>
      ) : null}
    </section>
  );
}
