// The quest log: quests in hand by chain, the main story first; the tasks of the day with the time they have left; the chosen one in full on
// the right. In: quests, tidings. Out: giving one up, what is tracked beside the world.
import { signal } from '@preact/signals';
import { chains, quests as questTable } from '../../src/shared/content';
import type { Chain } from '../../src/shared/content/kinds';
import { doneOn } from '../../src/shared/rules/quests';
import { commands } from '../commands';
import { today } from '../game/questmarks';
import { quests, tidings, untracked } from '../state';
import { t } from '../strings';
import { beat, myself, npcName, npcPlace, type QuestState, questStates } from './derived';
import { linkInChat } from './links';
import { PanelWindow } from './panelwindow';
import { Objectives, Reward } from './questview';

const shown = signal(0);
const asking = signal(false);

export function QuestLog() {
  const all = questStates.value;
  const at = all.find(each => each.quest.id === shown.value) ?? all[0];
  const parts = chains.flatMap(chain => {
    const own = all.filter(({ quest }) => quest.chain === chain.key);
    return own.length ? [{ chain, own }] : [];
  });
  return (
    <PanelWindow panel="quests" title={t('quests.title')}>
      {at ? (
        <div class="log2">
          <div class="chains">
            {parts.map(({ chain, own }) => (
              <Part key={chain.key} chain={chain} own={own} at={at} />
            ))}
          </div>
          <article>
            <h3>{at.quest.name}</h3>
            <p class="quiet">
              {t('quests.level', { n: at.quest.level })} ·{' '}
              {t('quests.from', { who: npcName(at.quest.giver), where: npcPlace(at.quest.giver) })}
            </p>
            <p class="reading">{at.quest.offer}</p>
            <h4>{t('quests.objectives')}</h4>
            <Objectives {...at} />
            <Reward quest={at.quest} reward={at.quest.reward} />
            <div class="row">
              <Tracking id={at.quest.id} />
              <button type="button" class="button quiet" onClick={() => linkInChat('quest', at.quest.id)}>
                {t('bag.link')}
              </button>
              <GiveUp id={at.quest.id} name={at.quest.name} />
            </div>
          </article>
        </div>
      ) : (
        <p class="reading">{t('quests.none')}</p>
      )}
      <Today />
      <Story />
    </PanelWindow>
  );
}

function Part({ chain, own, at }: { chain: Chain; own: readonly QuestState[]; at: QuestState }) {
  return (
    <section class={chain.story ? 'story' : ''}>
      <h4>
        {chain.name} {chain.story ? <small>{t('quests.story')}</small> : null}
      </h4>
      <ul>
        {own.map(({ quest, ready }) => (
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
    </section>
  );
}

/** How much of the main story is told. */
function Story() {
  const story = questTable.all.filter(quest => chains.find(({ key }) => key === quest.chain)?.story);
  const done = story.filter(quest => quests.value.done.includes(quest.id)).length;
  return (
    <p class="quiet">
      {t('quests.storySoFar', { n: done, of: story.length })} · {t('quests.done', { n: quests.value.done.length })}
    </p>
  );
}

/** The tasks of the day: what is still to be had, and until when. */
function Today() {
  const { day, ends } = tidings.value;
  beat.value;
  const tasks = questTable.all.filter(quest => quest.daily && today.value.allows(quest) && quest.level <= myself.value.level);
  if (!day || !tasks.length) return null;
  const left_min = Math.max(0, Math.ceil((ends - Date.now()) / 60_000));
  return (
    <section class="today" aria-label={t('quests.today')}>
      <h4>
        {t('quests.today')} <small>{t('quests.leftToday', { h: Math.floor(left_min / 60), m: left_min % 60 })}</small>
      </h4>
      <ul>
        {tasks.map(quest => {
          const done = doneOn(myself.value, quest, day);
          const taken = quests.value.active.some(each => each.quest === quest.id);
          return (
            <li key={quest.id} class={done ? 'done' : ''}>
              <b>{t(`mode.${quest.daily!.way}`)}</b> {quest.name}{' '}
              <small>{done ? t('quests.doneToday') : taken ? t('quests.inHand') : t('quests.askWatch')}</small>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Tracking({ id }: { id: number }) {
  const on = !untracked.value.has(id);
  return (
    <button
      type="button"
      class="button small"
      aria-pressed={on}
      onClick={() => {
        const next = new Set(untracked.value);
        if (!next.delete(id)) next.add(id);
        untracked.value = next;
      }}
    >
      {t(on ? 'quests.untrack' : 'quests.track')}
    </button>
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
