// Duels: who challenges one, and how the one stands that is being fought. In: challenges, duel. Out: answers, giving up. Asking happens in the
// target's frame (unitframe.tsx).
import { CHALLENGE_MS } from '../../src/shared/rules/duels';
import { commands } from '../commands';
import { challenges, duel } from '../state';
import { count, t } from '../strings';
import { beat } from './derived';
import { Icon } from './icon';
import { Answers, Left } from './summonsparts';

export function Challenge({ from, name, until_ms }: (typeof challenges.value)[number]) {
  const answer = (accept: boolean) => () => {
    commands.wish('answerChallenge', { from, accept });
    challenges.value = challenges.value.filter(one => one.from !== from);
  };
  return (
    <section class="panel call" role="group" aria-label={t('duel.asks', { who: name })}>
      <Icon name="gi:crossed-swords" />
      <div>
        <h2>{t('duel.asks', { who: name })}</h2>
        <p>{t('duel.rules')}</p>
      </div>
      <Left until_ms={until_ms} whole_ms={CHALLENGE_MS} />
      <Answers yes={t('duel.accept')} no={t('party.decline')} answer={answer} />
    </section>
  );
}

export function DuelBar() {
  const shown = duel.value;
  if (!shown) return null;
  return (
    <section class="duelbar panel" aria-label={t('duel.with', { who: shown.name })}>
      <Icon name="gi:crossed-swords" />
      <h2>{t('duel.with', { who: shown.name })}</h2>
      <Stand />
      <button type="button" class="button quiet" onClick={() => commands.wish('yield', {})}>
        {t('duel.yield')}
      </button>
    </section>
  );
}

/** Follows the seconds, so it is a piece of its own. */
function Stand() {
  beat.value;
  const shown = duel.value;
  if (!shown) return null;
  const now_ms = performance.now();
  const seconds = (at: number): string => count(Math.max(0, Math.ceil((at - now_ms) / 1000)));
  if (shown.lost_at)
    return (
      <p class="wrong" role="alert">
        {t('duel.outside', { n: seconds(shown.lost_at) })}
      </p>
    );
  return <p role="status">{shown.starts_at > now_ms ? t('duel.starts', { n: seconds(shown.starts_at) }) : t('duel.on')}</p>;
}
