// The law of the ground: whether players may attack one here, what lies ahead, and one's own word about it. In: place, law, sheet, life, the place
// ahead. Out: consent. Shown where the law is not that of a safe place, or is about to be another.

import { WEAR_OF_DEATH } from '../../src/shared/rules/durability';
import { checkConsent, GROWN_LEVEL, type Law, lawOf } from '../../src/shared/rules/laws';
import { OK } from '../../src/shared/rules/reasons';
import { commands } from '../commands';
import { isApart } from '../places';
import { ahead, duel, law, life, place } from '../state';
import { count, t } from '../strings';
import { beat, myLevel, myself } from './derived';
import { Icon } from './icon';
import './css/rivals.css';

const ICONS: Record<Law, string> = { safe: 'gi:checked-shield', contested: 'gi:crossed-swords', open: 'gi:skull-crossed-bones' };

export function LawCard() {
  const here = isApart(place.value) ? 'safe' : lawOf(place.value);
  const next = ahead.value;
  if (here === 'safe' && !next && life.value.consent !== 1) return null;
  const { open } = law.value;
  return (
    <section class={`lawcard ${here}${open ? ' exposed' : ''}`} aria-label={t('law.title')}>
      <header>
        <Icon name={ICONS[here]} />
        <h2>{t(`law.${here}`)}</h2>
      </header>
      <p role="status">
        <Standing here={here} />
      </p>
      {next ? <Ahead law={lawOf(next)} name={next.name} /> : null}
      {here === 'safe' && life.value.consent !== 1 ? null : <Word />}
    </section>
  );
}

/** Follows the seconds while one is spared. */
function Standing({ here }: { here: Law }) {
  const { open, spared_until } = law.value;
  const now_ms = performance.now();
  if (spared_until > now_ms) {
    beat.value;
    return <>{t('law.spared', { n: count(Math.ceil((spared_until - now_ms) / 1000)) })}</>;
  }
  if (open) return <>{t('law.youMay')}</>;
  if (here === 'safe') return <>{t('law.nobody')}</>;
  if (here === 'open' && myLevel.value < GROWN_LEVEL) return <>{t('law.young', { n: count(GROWN_LEVEL) })}</>;
  return <>{t('law.unlessAgreed')}</>;
}

function Ahead({ law: there, name }: { law: Law; name: string }) {
  const who = there === 'open' && myLevel.value >= GROWN_LEVEL ? 'law.aheadOpen' : 'law.aheadContested';
  return (
    <p class="ahead" role="alert">
      <Icon name={ICONS[there]} />
      <span>
        {t(who, { where: name })} {t('law.price', { n: count(WEAR_OF_DEATH) })}
      </span>
    </p>
  );
}

export function Word() {
  const { ends_at } = law.value;
  const agreed = life.value.consent === 1;
  const left_s = ends_at ? Math.max(0, Math.ceil((ends_at - performance.now()) / 1000)) : 0;
  if (left_s) beat.value;
  const may = checkConsent(myself.value, !agreed, duel.value !== null) === OK;
  return (
    <>
      {left_s ? <p>{t('law.ends', { time: `${Math.floor(left_s / 60)}:${String(left_s % 60).padStart(2, '0')}` })}</p> : null}
      <button type="button" class={`button ${agreed ? 'quiet' : 'gold'}`} disabled={!may} onClick={() => commands.consent(!agreed)}>
        {t(agreed ? 'law.takeBack' : 'law.agree')}
      </button>
    </>
  );
}
