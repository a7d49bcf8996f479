// The quest log: quests in hand on the left, the chosen one in full on the right. In: quests. Out: giving one up.
import { signal } from '@preact/signals';
import { commands } from '../commands';
import { quests } from '../state';
import { t } from '../strings';
import { questStates } from './derived';
import { PanelWindow } from './panelwindow';
import { Objectives, Reward } from './questview';

const shown = signal(0);
const asking = signal(false);

export function QuestLog() {
  const all = questStates.value;
  const at = all.find(each => each.quest.id === shown.value) ?? all[0];
  return (
    <PanelWindow panel="quests" title={t('quests.title')}>
      {at ? (
        <div class="log2">
          <ul>
            {all.map(({ quest, ready }) => (
              <li key={quest.id}>
                <button
                  type="button"
                  class={quest === at.quest ? 'on' : ''}
                  aria-pressed={quest === at.quest}
                  onClick={() => {
                    shown.value = quest.id;
                    asking.value = false;
                  }}
                >
                  <span class={`mark ${ready ? 'turnin' : 'offer'}`} aria-hidden="true">
                    {ready ? '?' : '!'}
                  </span>
                  {quest.name}
                  {ready ? <span class="unseen">{`, ${t('quests.ready')}`}</span> : null}
                </button>
              </li>
            ))}
          </ul>
          <article>
            <h3>{at.quest.name}</h3>
            <p class="quiet">{t('quests.level', { n: at.quest.level })}</p>
            <p class="reading">{at.quest.offer}</p>
            <h4>{t('quests.objectives')}</h4>
            <Objectives {...at} />
            <Reward quest={at.quest} />
            <GiveUp id={at.quest.id} name={at.quest.name} />
          </article>
        </div>
      ) : (
        <p class="reading">{t('quests.none')}</p>
      )}
      <p class="quiet">{t('quests.done', { n: quests.value.done.length })}</p>
    </PanelWindow>
  );
}

function GiveUp({ id, name }: { id: number; name: string }) {
  if (!asking.value) {
    return (
      <button type="button" class="button small" onClick={() => (asking.value = true)}>
        {t('quests.abandon')}
      </button>
    );
  }
  return (
    <div class="row" role="group" aria-label={t('quests.abandonSure', { what: name })}>
      <p>{t('quests.abandonSure', { what: name })}</p>
      <button type="button" class="button small" onClick={() => (asking.value = false)}>
        {t('quests.keep')}
      </button>
      <button
        type="button"
        class="button small bad"
        onClick={() => {
          commands.abandonQuest(id);
          asking.value = false;
        }}
      >
        {t('quests.abandonYes')}
      </button>
    </div>
  );
}
