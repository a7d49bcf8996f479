// The quests in hand beside the world: names, counts, where to return. In: quests. A done line has a tick, not only a colour.
import { commands } from '../commands';
import { untracked } from '../state';
import { t } from '../strings';
import { isStory, type QuestState, questStates } from './derived';
import { KeyHint } from './keys';
import { Objectives } from './questview';

const MOST = 5;
const rank = ({ quest, ready }: QuestState): number => (ready ? 0 : isStory(quest.chain) ? 1 : 2);

export function Tracker() {
  // What can be handed in comes first, then the story.
  const all = questStates.value.filter(({ quest }) => !untracked.value.has(quest.id)).toSorted((a, b) => rank(a) - rank(b));
  if (!all.length) return null;
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
