// The guild's calendar: what is planned and who comes. In: guildCalendar. Out: guildEvent, guildDropEvent, guildSign.
import { useRef } from 'preact/hooks';
import { hasRight, LEADER } from '../../src/shared/rules/guild';
import { ANSWERS, EVENT_TITLE_MOST } from '../../src/shared/rules/guildcalendar';
import { REASONS } from '../../src/shared/rules/reasons';
import { commands } from '../commands';
import { guild, guildCalendar, guildRoster } from '../state';
import { reasonText, t } from '../strings';
import { myName } from './derived';
import { whenText } from './guildwords';

type Planned = (typeof guildCalendar.value)[number];

export function GuildCalendar() {
  const events = guildCalendar.value;
  return (
    <>
      {events.length ? null : <p class="quiet">{t('guild.noEvents')}</p>}
      <ul class="events" aria-label={t('guild.tab.calendar')}>
        {events.map(event => (
          <Event key={event.id} event={event} />
        ))}
      </ul>
      <Plan />
    </>
  );
}

function Event({ event: { id, title, at, by, own, signs } }: { event: Planned }) {
  const mine = signs.find(({ name }) => name === myName.value)?.answer ?? -1;
  const mayDrop = own || guild.value?.rank === LEADER;
  return (
    <li>
      <div>
        <h3>{title}</h3>
        <small>
          <time dateTime={new Date(at).toISOString()}>{whenText(at)}</time> · {by}
        </small>
      </div>
      <div class="row" role="group" aria-label={t('guild.coming', { what: title })}>
        {ANSWERS.map((answer, i) => {
          const who = signs.filter(sign => sign.answer === i).map(({ name }) => name);
          return (
            <button
              key={answer}
              type="button"
              class={`button small${mine === i ? ' gold' : ' quiet'}`}
              aria-pressed={mine === i}
              title={who.join(', ') || undefined}
              onClick={() => commands.wish('guildSign', { event: id, answer: i })}
            >
              {t(`guild.${answer}`)} {who.length}
            </button>
          );
        })}
        {mayDrop ? (
          <button type="button" class="button small quiet" onClick={() => commands.wish('guildDropEvent', { event: id })}>
            {t('guild.callOff')}
          </button>
        ) : null}
      </div>
      <small class="who">
        {signs
          .filter(({ answer }) => answer === 0)
          .map(({ name }) => name)
          .join(', ')}
      </small>
    </li>
  );
}

function Plan() {
  const title = useRef<HTMLInputElement>(null);
  const at = useRef<HTMLInputElement>(null);
  const [own, roster] = [guild.value, guildRoster.value];
  const may = own !== null && roster !== null && hasRight(roster, own.rank, 'calendar');
  if (!may) return <p class="quiet">{reasonText(REASONS.noRight)}</p>;
  return (
    <form
      class="plan"
      onSubmit={event => {
        event.preventDefault();
        const when = new Date(at.current?.value ?? '').getTime();
        if (!title.current?.value || !Number.isFinite(when)) return;
        commands.wish('guildEvent', { title: title.current.value, at: when });
        title.current.value = '';
      }}
    >
      <label>
        {t('guild.eventTitle')}
        <input ref={title} type="text" maxLength={EVENT_TITLE_MOST} autocomplete="off" required />
      </label>
      <label>
        {t('guild.eventTime')}
        <input ref={at} type="datetime-local" required />
      </label>
      <button type="submit" class="button">
        {t('guild.plan')}
      </button>
    </form>
  );
}
