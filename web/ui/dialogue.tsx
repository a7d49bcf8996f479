// Talking with a villager: what he says, the work he has, what he takes back, what may be talked over, where he would walk, what he sells,
// mends and keeps. In: dialogue, speaker. Out: accept, hand in, answer, set out, trade, farewell. Every answer has a number key; arrows walk through them.
import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { quests as questTable, talks } from '../../src/shared/content';
import type { Npc, Quest, Talk as TalkKind } from '../../src/shared/content/kinds';
import { mountOf } from '../../src/shared/content/mounts';
import { endOf, offeredBy, readyAt } from '../../src/shared/rules/quests';
import { talksWith } from '../../src/shared/rules/talks';
import { commands } from '../commands';
import { today } from '../game/questmarks';
import { npcNumbered } from '../places';
import { dialogue, speaker, target, tidings } from '../state';
import { t } from '../strings';
import { Answer, Answers } from './answers';
import { Bank } from './bank';
import { myself, questStates, talkedTo } from './derived';
import { type Page, page, TALK } from './dialoguepage';
import { Icon } from './icon';
import { Objectives, Reward } from './questview';
import { Repair } from './repair';
import { Stable } from './steeds';
import { TalkPage } from './talkpage';
import { Teacher } from './teach';
import { Vendor } from './vendor';
import { Window } from './window';

const choice = signal(-1);

function turn(to: Page): void {
  page.value = to;
  choice.value = -1;
}

export function Dialogue() {
  const open = dialogue.value;
  return open ? <Talk key={open.npc} /> : null;
}

/** Who it is: told by the region, or known because he is the target. */
function who(): { name: string; title: string } {
  const npc = dialogue.value?.npc;
  const found = speaker.value?.id === npc ? speaker.value : target.peek()?.id === npc ? target.peek() : null;
  return { name: found?.name || t('dialogue.someone'), title: found?.title ?? '' };
}

/** The villager, if there is something that he teaches. */
function teacher(): Npc | undefined {
  const npc = npcNumbered(speaker.value?.npc ?? 0);
  return npc?.teaches?.length ? npc : undefined;
}

/** What he has to say by now: the region told it when the talk began, and the same rules tell what has come of it since. */
function lists(): { offered: readonly number[]; done: readonly number[]; topics: readonly TalkKind[] } {
  const { questsOffered, questsDone, talks: topics } = dialogue.value!;
  const key = npcNumbered(speaker.value?.npc ?? 0)?.key;
  if (!key) return { offered: questsOffered, done: questsDone, topics: topics.flatMap(id => talks.get(id) ?? []) };
  const ids = (quests: readonly Quest[]) => quests.map(({ id }) => id);
  return {
    offered: ids(offeredBy(myself.value, key, today.value)),
    done: ids(readyAt(myself.value, key)),
    topics: talksWith(myself.value, key),
  };
}

function Talk() {
  const open = dialogue.value!;
  const { offered, done } = lists();
  const { name, title } = who();
  const at = page.value;
  const top = useRef<HTMLDivElement>(null);
  // A page is left with the button that led away from it: the keys stay with the window.
  useLayoutEffect(() => {
    const leaf = top.current;
    const first =
      leaf?.querySelector<HTMLElement>('.answers button, .row .gold') ?? leaf?.querySelector<HTMLElement>('button, input');
    first?.focus({ preventScroll: true });
  }, [at]);
  // A quest that is no longer offered (just taken, just handed in) leads back to the talk.
  const listed = at.at === 'offer' ? offered.includes(at.quest) : at.at === 'turnin' ? done.includes(at.quest) : true;
  const quest = listed && 'quest' in at ? questTable.get(at.quest) : undefined;
  const talk = at.at === 'topic' ? talks.get(at.talk) : undefined;
  return (
    <Window
      name="dialogue"
      title={title ? `${name}, ${title}` : name}
      close={() => {
        turn(TALK);
        commands.closeDialogue();
      }}
    >
      <div ref={top} class="page">
        {at.at === 'trade' ? <Vendor kinds={open.vendor} back={() => turn(TALK)} /> : null}
        {at.at === 'repair' ? <Repair back={() => turn(TALK)} /> : null}
        {at.at === 'bank' ? <Bank back={() => turn(TALK)} /> : null}
        {at.at === 'teach' && teacher() ? <Teacher npc={teacher()!} back={() => turn(TALK)} /> : null}
        {at.at === 'stable' ? <Stable npc={{ stable: stableOf(open) }} ids={open.stable} back={() => turn(TALK)} /> : null}
        {quest && at.at === 'offer' ? <Offer quest={quest} /> : null}
        {quest && at.at === 'turnin' ? <TurnIn quest={quest} /> : null}
        {talk && at.at === 'topic' ? (
          <TalkPage talk={talk} node={at.node} go={node => turn(node ? { at: 'topic', talk: talk.id, node } : TALK)} />
        ) : null}
        {at.at === 'talk' || (!quest && 'quest' in at) || (at.at === 'topic' && !talk) ? <Greeting /> : null}
      </div>
    </Window>
  );
}

const stableOf = ({ stable }: { stable: readonly number[] }): string[] => stable.flatMap(id => mountOf(id)?.key ?? []);

function Greeting() {
  const { text, vendor, walk, stable } = dialogue.value!;
  const { offered, done, topics } = lists();
  return (
    <>
      <p class="reading speech">{text}</p>
      <Underway />
      <Answers>
        {done.map(id => (
          <QuestLine key={id} id={id} done />
        ))}
        {walk ? (
          <Answer act={() => commands.escort()}>
            <span class="mark offer" aria-hidden="true">
              ➤
            </span>
            {t('dialogue.setOut')} <small>{questTable.get(walk)?.name}</small>
          </Answer>
        ) : null}
        {topics.map(talk => (
          <Answer key={talk.id} act={() => turn({ at: 'topic', talk: talk.id, node: 'start' })}>
            <Icon name="gi:conversation" /> {talk.opens}
          </Answer>
        ))}
        {offered.map(id => (
          <QuestLine key={id} id={id} />
        ))}
        {vendor.length ? (
          <Answer act={() => turn({ at: 'trade' })}>
            <Icon name="gi:two-coins" /> {t('dialogue.trade')}
          </Answer>
        ) : null}
        {teacher() ? (
          <Answer act={() => turn({ at: 'teach' })}>
            <Icon name="gi:open-book" /> {t('dialogue.teach')}
          </Answer>
        ) : null}
        {talkedTo.value?.smith ? (
          <Answer act={() => turn({ at: 'repair' })}>
            <Icon name="gi:anvil" /> {t('repair.open')}
          </Answer>
        ) : null}
        {talkedTo.value?.banker ? (
          <Answer act={() => turn({ at: 'bank' })}>
            <Icon name="gi:strongbox" /> {t('bank.open')}
          </Answer>
        ) : null}
        {stable.length ? (
          <Answer act={() => turn({ at: 'stable' })}>
            <Icon name="gi:horseshoe" /> {t('dialogue.stable')}
          </Answer>
        ) : null}
        <Answer act={() => commands.closeDialogue()}>
          <Icon name="gi:return-arrow" /> {t('dialogue.bye')}
        </Answer>
      </Answers>
    </>
  );
}

/** What he says of the work that one still has for him. */
function Underway() {
  const key = npcNumbered(speaker.value?.npc ?? 0)?.key;
  const waiting = questStates.value.filter(({ quest, ready }) => !ready && quest.ender === key);
  return (
    <>
      {waiting.map(({ quest }) => (
        <p key={quest.id} class="quiet underway">
          <b>{quest.name}</b> {quest.progress}
        </p>
      ))}
    </>
  );
}

function QuestLine({ id, done }: { id: number; done?: boolean }) {
  const quest = questTable.get(id);
  if (!quest) return null;
  return (
    <Answer act={() => turn({ at: done ? 'turnin' : 'offer', quest: id })}>
      <span class={`mark ${done ? 'turnin' : 'offer'}`} aria-hidden="true">
        {done ? '?' : '!'}
      </span>
      {quest.name} <small>{t(done ? 'dialogue.finished' : quest.daily ? 'dialogue.today' : 'dialogue.new')}</small>
    </Answer>
  );
}

function Offer({ quest }: { quest: Quest }) {
  const aside = quest.aside && tidings.value.asides.has(quest.id) ? ` ${quest.aside.text}` : '';
  return (
    <>
      <h3>{quest.name}</h3>
      <p class="reading speech">
        {quest.offer}
        {aside}
      </p>
      <Objectives quest={quest} counts={[]} ready={false} />
      <Reward quest={quest} reward={quest.reward} />
      <div class="row end">
        <button type="button" class="button" onClick={() => turn(TALK)}>
          {t('dialogue.notNow')}
        </button>
        <button
          type="button"
          class="button gold"
          onClick={() => {
            commands.acceptQuest(quest.id);
            turn(TALK);
          }}
        >
          {t('dialogue.accept')}
        </button>
      </div>
    </>
  );
}

function TurnIn({ quest }: { quest: Quest }) {
  const { done, reward } = endOf(myself.value, quest);
  const mustChoose = (reward.choose?.length ?? 0) > 0;
  const lacking = mustChoose && choice.value < 0;
  return (
    <>
      <h3>{quest.name}</h3>
      <p class="reading speech">{done}</p>
      <Reward quest={quest} reward={reward} choice={choice.value} choose={index => (choice.value = index)} />
      {lacking ? <p class="quiet">{t('dialogue.chooseFirst')}</p> : null}
      <div class="row end">
        <button type="button" class="button" onClick={() => turn(TALK)}>
          {t('dialogue.notNow')}
        </button>
        <button
          type="button"
          class="button gold"
          disabled={lacking}
          onClick={() => {
            commands.turnInQuest(quest.id, Math.max(0, choice.value));
            turn(TALK);
          }}
        >
          {t('dialogue.turnIn')}
        </button>
      </div>
    </>
  );
}
