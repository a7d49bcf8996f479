// A party's questions: whether all are ready, and who wants a rare find. In: readiness, rolls. Out: the answers. They take no focus, like all
// that asks (summons.tsx).
import { items } from '../../src/shared/content';
import { READY_NO, READY_OPEN, READY_YES } from '../../src/shared/protocol/messages';
import { READINESS_MS } from '../../src/shared/rules/parties';
import { CHOICES, ROLL_MS } from '../../src/shared/rules/rolls';
import { commands } from '../commands';
import { party, readiness, rolls } from '../state';
import { count, t } from '../strings';
import { myName } from './derived';
import { Icon } from './icon';
import { KindChip } from './questview';
import { Answers, Left } from './summonsparts';

export function PartyReady() {
  const asked = readiness.value;
  if (!asked) return null;
  const { by, answers, until_ms, isOver } = asked;
  const own = party.value.members.find(({ name }) => name === myName.value)?.character ?? '';
  const ready = [...answers.values()].filter(answer => answer === READY_YES).length;
  const isOpen = !isOver && answers.get(own) === READY_OPEN;
  const summary = t('finder.agreed', { n: count(ready), of: count(answers.size) });
  return (
    <section class="panel call" role="group" aria-label={t('band.asked', { who: by })}>
      <Icon name="gi:check-mark" />
      <div>
        <h2>{isOpen ? t('band.asked', { who: by }) : summary}</h2>
        <p>{isOpen ? summary : ''}</p>
      </div>
      {isOver ? null : <Left until_ms={until_ms} whole_ms={READINESS_MS} />}
      {isOpen ? (
        <Answers yes={t('band.ready')} no={t('finder.notNow')} answer={accept => () => commands.wish('answerReady', { accept })} />
      ) : null}
    </section>
  );
}

/** In a member's frame: what he has said. */
export function ReadyMark({ character }: { character: string }) {
  const answer = readiness.value?.answers.get(character);
  if (answer === undefined) return null;
  const key = answer === READY_YES ? 'finder.seatReady' : answer === READY_NO ? 'band.no' : 'finder.seatOpen';
  const name = answer === READY_YES ? 'gi:check-mark' : answer === READY_NO ? 'gi:cancel' : 'gi:hourglass';
  return (
    <span class={`readymark r${answer}`} title={t(key)}>
      <Icon name={name} />
      <span class="unseen">{t(key)}</span>
    </span>
  );
}

export function RollCards() {
  return (
    <>
      {rolls.value.map(one => (
        <RollCard key={one.roll} {...one} />
      ))}
    </>
  );
}

function RollCard({ roll, kind, quantity, need, until_ms }: (typeof rolls.value)[number]) {
  const what = items.get(kind);
  if (!what) return null;
  const say = (choice: number) => () => {
    commands.wish('roll', { roll, choice });
    rolls.value = rolls.value.filter(one => one.roll !== roll);
  };
  return (
    <section class="panel call roll" role="group" aria-label={t('band.rollFor', { what: what.name })}>
      <KindChip kind={what} quantity={quantity} />
      <Left until_ms={until_ms} whole_ms={ROLL_MS} />
      <p class="row end">
        {CHOICES.map((choice, i) => (
          <button
            key={choice}
            type="button"
            class={`button${choice === 'pass' ? ' quiet' : choice === 'need' ? ' gold' : ''}`}
            disabled={choice === 'need' && !need}
            title={choice === 'need' && !need ? t('band.cannotNeed') : undefined}
            onClick={say(i)}
          >
            {t(`band.${choice}`)}
          </button>
        ))}
      </p>
    </section>
  );
}
