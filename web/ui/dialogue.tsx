// Talking with a villager: what he says, the work he has, what he takes back, what he sells. In: dialogue, speaker. Out: accept, hand in, trade, farewell.
import { signal } from '@preact/signals';
import { quests as questTable } from '../../src/shared/content';
import type { Npc, Quest } from '../../src/shared/content/kinds';
import { commands } from '../commands';
import { npcNumbered } from '../places';
import { dialogue, speaker, target } from '../state';
import { t } from '../strings';
import { Icon } from './icon';
import { Objectives, Reward } from './questview';
import { Teacher } from './teach';
import { Vendor } from './vendor';
import { Window } from './window';

type Page = { at: 'talk' } | { at: 'trade' } | { at: 'teach' } | { at: 'offer'; quest: number } | { at: 'turnin'; quest: number };
const page = signal<Page>({ at: 'talk' });
const choice = signal(-1);
const TALK: Page = { at: 'talk' };

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

function Talk() {
  const open = dialogue.value!;
  const { name, title } = who();
  const at = page.value;
  // A quest that is no longer offered (just taken, just handed in) leads back to the talk.
  const listed =
    at.at === 'offer' ? open.questsOffered.includes(at.quest) : at.at === 'turnin' ? open.questsDone.includes(at.quest) : true;
  const quest = listed && 'quest' in at ? questTable.get(at.quest) : undefined;
  return (
    <Window
      name="dialogue"
      title={title ? `${name}, ${title}` : name}
      close={() => {
        turn(TALK);
        commands.closeDialogue();
      }}
    >
      {at.at === 'trade' ? <Vendor kinds={open.vendor} back={() => turn(TALK)} /> : null}
      {at.at === 'teach' && teacher() ? <Teacher npc={teacher()!} back={() => turn(TALK)} /> : null}
      {quest && at.at === 'offer' ? <Offer quest={quest} /> : null}
      {quest && at.at === 'turnin' ? <TurnIn quest={quest} /> : null}
      {at.at === 'talk' || (!quest && 'quest' in at) ? <Greeting /> : null}
    </Window>
  );
}

function Greeting() {
  const { text, questsDone, questsOffered, vendor } = dialogue.value!;
  return (
    <>
      <p class="reading speech">{text}</p>
      <ul class="answers">
        {questsDone.map(id => (
          <QuestLine key={id} id={id} done />
        ))}
        {questsOffered.map(id => (
          <QuestLine key={id} id={id} />
        ))}
        {vendor.length ? (
          <li>
            <button type="button" onClick={() => turn({ at: 'trade' })}>
              <Icon name="gi:two-coins" /> {t('dialogue.trade')}
            </button>
          </li>
        ) : null}
        {teacher() ? (
          <li>
            <button type="button" onClick={() => turn({ at: 'teach' })}>
              <Icon name="gi:open-book" /> {t('dialogue.teach')}
            </button>
          </li>
        ) : null}
        <li>
          <button type="button" onClick={() => commands.closeDialogue()}>
            <Icon name="gi:return-arrow" /> {t('dialogue.bye')}
          </button>
        </li>
      </ul>
    </>
  );
}

function QuestLine({ id, done }: { id: number; done?: boolean }) {
  const quest = questTable.get(id);
  if (!quest) return null;
  return (
    <li>
      <button type="button" onClick={() => turn({ at: done ? 'turnin' : 'offer', quest: id })}>
        <span class={`mark ${done ? 'turnin' : 'offer'}`} aria-hidden="true">
          {done ? '?' : '!'}
        </span>
        {quest.name} <small>{t(done ? 'dialogue.finished' : 'dialogue.new')}</small>
      </button>
    </li>
  );
}

function Offer({ quest }: { quest: Quest }) {
  return (
    <>
      <h3>{quest.name}</h3>
      <p class="reading speech">{quest.offer}</p>
      <Objectives quest={quest} counts={[]} ready={false} />
      <Reward quest={quest} />
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
  const mustChoose = (quest.reward.choose?.length ?? 0) > 0;
  const lacking = mustChoose && choice.value < 0;
  return (
    <>
      <h3>{quest.name}</h3>
      <p class="reading speech">{quest.done}</p>
      <Reward quest={quest} choice={choice.value} choose={index => (choice.value = index)} />
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
