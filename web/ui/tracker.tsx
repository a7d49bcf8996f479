// The quests in hand beside the world: names, counts, where to return, and where to go next in words. In: quests, guide. A done line has a tick,
// not only a colour.
import { commands } from '../commands';
import { guide, headingDeg, me } from '../state';
import { count, t } from '../strings';
import { followed, isStory } from './derived';
import { KeyHint } from './keys';
import { Objectives } from './questview';

const MOST = 5;

export function Tracker() {
  const all = followed.value;
  if (!all.length && !guide.value) return null;
  return (
    <section class="tracker" aria-label={t('quests.tracker')}>
      <header>
        <h2>
          <button type="button" onClick={() => commands.toggle('quests')}>
            {t('quests.title')}
          </button>
        </h2>
        <KeyHint action="quests" />
      </header>
      {all.length ? null : <p class="quiet">{t('quests.none')}</p>}
      <Next />
      {all.slice(0, MOST).map(each => (
        <article key={each.quest.id} class={isStory(each.quest.chain) ? 'story' : ''}>
          <h3>
            <span class={`mark ${each.ready ? 'turnin' : 'offer'}`} aria-hidden="true">
              {each.ready ? '?' : '!'}
            </span>
            {each.quest.name}
          </h3>
          <Objectives {...each} />
        </article>
      ))}
    </section>
  );
}

const WINDS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;

/** Where to go, in words: for who does not see the signpost, and for who switched it off. */
function Next() {
  const to = guide.value;
  if (!to) return null;
  const { x, z } = me.peek();
  const bearing = Math.atan2(to.x - x, z - to.z);
  const wind = WINDS[(Math.round(bearing / (Math.PI / 4)) + 8) % 8];
  // In steps, so that the line is not written anew with every step of the mouse.
  const turn = Math.round(((bearing * 180) / Math.PI - headingDeg.value) / 15) * 15;
  return (
    <p class="next">
      <i class="needle" style={{ rotate: `${turn}deg` }} aria-hidden="true" /> <b>{to.label}</b>{' '}
      {t('guide.next', { n: count(Math.round(to.distance / 5) * 5), wind: t(`compass.${wind}`) })}
    </p>
  );
}
