// Who is in the guild: rank, level, where he is, what is noted of him, and what one may do about him. In: guild, guildRoster. Out: invite, rank, kick,
// hand over, note, message of the day, leave, disband. Buttons are shown by the checks that the guild decides with.
import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { classes } from '../../src/shared/content';
import { MATE_GONE } from '../../src/shared/protocol/messages';
import {
  checkExpel,
  checkGuildInvite,
  checkHandOver,
  checkMotd,
  checkNote,
  checkQuit,
  checkRank,
  MOTD_MOST,
  NOTE_MOST,
} from '../../src/shared/rules/guild';
import { OK } from '../../src/shared/rules/reasons';
import { commands } from '../commands';
import { placeNumbered } from '../places';
import { chatDraft, chatOpen, guildRoster } from '../state';
import { count, reasonText, t } from '../strings';
import { myName } from './derived';
import { rankName, whenText } from './guildwords';
import { Icon } from './icon';

type Member = NonNullable<typeof guildRoster.value>['members'][number];
/** Id of the member whose actions are open; '': nobody's. */
const opened = signal('');
/** Whether leaving, or disbanding, is being thought over. */
const sure = signal(false);

export function GuildRoster() {
  const roster = guildRoster.value;
  const own = roster?.members.find(({ name }) => name === myName.value);
  if (!roster || !own) return <p class="quiet">{t('guild.asking')}</p>;
  const sorted = roster.members.toSorted(
    (a, b) => Number(a.state === MATE_GONE) - Number(b.state === MATE_GONE) || a.rank - b.rank || a.name.localeCompare(b.name),
  );
  const here = roster.members.filter(({ state }) => state !== MATE_GONE).length;
  return (
    <>
      <Motd own={own} />
      <p class="quiet">{t('guild.members', { n: roster.members.length, here })}</p>
      <ul class="members" aria-label={t('guild.tab.roster')}>
        {sorted.map(member => (
          <Line key={member.character} member={member} own={own} />
        ))}
      </ul>
      <Foot own={own} />
    </>
  );
}

function Motd({ own }: { own: Member }) {
  const field = useRef<HTMLInputElement>(null);
  const roster = guildRoster.value;
  if (!roster) return null;
  if (checkMotd(roster, own.character, '') !== OK) return roster.motd ? <p class="motd reading">{roster.motd}</p> : null;
  return (
    <form
      class="askname motdedit"
      onSubmit={event => {
        event.preventDefault();
        commands.wish('guildMotd', { text: field.current?.value ?? '' });
      }}
    >
      <input
        ref={field}
        key={roster.motd}
        defaultValue={roster.motd}
        maxLength={MOTD_MOST}
        autocomplete="off"
        aria-label={t('guild.motd')}
        placeholder={t('guild.motd')}
      />
      <button type="submit" class="button small">
        {t('guild.save')}
      </button>
    </form>
  );
}

function Line({ member, own }: { member: Member; own: Member }) {
  const { character, name, level, cls, rank, note, state, place, seen } = member;
  const isOpen = opened.value === character;
  const where = state === MATE_GONE ? whenText(seen) : (placeNumbered(place)?.name ?? '');
  return (
    <li class={state === MATE_GONE ? 'gone' : ''}>
      <button
        type="button"
        aria-expanded={isOpen}
        title={t('guild.actions', { who: name })}
        onClick={() => (opened.value = isOpen ? '' : character)}
      >
        <Icon name={classes.get(cls)?.icon ?? 'gi:visored-helm'} />
        <b>{name}</b>
        <span>{t('frame.level', { n: level })}</span>
        <span>{rankName(rank)}</span>
        <span class="where">{where}</span>
        <small>{note}</small>
      </button>
      {isOpen ? <Actions member={member} own={own} /> : null}
    </li>
  );
}

function Actions({ member: { character, name, rank, note, points }, own }: { member: Member; own: Member }) {
  const field = useRef<HTMLInputElement>(null);
  const roster = guildRoster.value;
  if (!roster) return null;
  const by = own.character;
  const whisper = () => {
    chatDraft.value = `/w "${name}" `;
    chatOpen.value = true;
  };
  const action = (key: 'promote' | 'demote' | 'handOver' | 'kick', may: boolean, act: () => void) =>
    may ? (
      <button type="button" class="button small quiet" onClick={act}>
        {t(`guild.${key}`)}
      </button>
    ) : null;
  const toRank = (to: number) => () => commands.wish('guildRank', { member: character, rank: to });
  return (
    <div class="memberactions">
      <small>{t('guild.given', { n: count(points) })}</small>
      {character === by ? null : (
        <button type="button" class="button small quiet" onClick={whisper}>
          {t('party.whisper')}
        </button>
      )}
      {action('promote', checkRank(roster, by, character, rank - 1) === OK, toRank(rank - 1))}
      {action('demote', checkRank(roster, by, character, rank + 1) === OK, toRank(rank + 1))}
      {action('handOver', checkHandOver(roster, by, character) === OK, () => commands.wish('guildHandOver', { member: character }))}
      {action('kick', checkExpel(roster, by, character) === OK, () => commands.wish('guildKick', { member: character }))}
      {checkNote(roster, by, character, '') === OK ? (
        <form
          class="askname"
          onSubmit={event => {
            event.preventDefault();
            commands.wish('guildNote', { member: character, text: field.current?.value ?? '' });
          }}
        >
          <input
            ref={field}
            defaultValue={note}
            maxLength={NOTE_MOST}
            autocomplete="off"
            aria-label={t('guild.note', { who: name })}
          />
          <button type="submit" class="button small">
            {t('guild.save')}
          </button>
        </form>
      ) : null}
    </div>
  );
}

function Foot({ own }: { own: Member }) {
  const field = useRef<HTMLInputElement>(null);
  const roster = guildRoster.value;
  if (!roster) return null;
  const invite = checkGuildInvite(roster, own.character);
  const isLeader = checkQuit(roster, own.character) !== OK;
  const end = () => {
    if (sure.value) commands.wish(isLeader ? 'guildDisband' : 'guildLeave', {});
    sure.value = !sure.value;
  };
  return (
    <div class="guildfoot">
      <form
        class="askname"
        onSubmit={event => {
          event.preventDefault();
          const name = field.current?.value.trim() ?? '';
          if (!name || invite !== OK) return;
          commands.wish('guildInvite', { name });
          if (field.current) field.current.value = '';
        }}
      >
        <input ref={field} maxLength={24} autocomplete="off" aria-label={t('party.name')} placeholder={t('party.name')} />
        <button type="submit" class="button" aria-disabled={invite !== OK} title={reasonText(invite) || undefined}>
          {t('party.invite')}
        </button>
      </form>
      <button type="button" class="button quiet" onClick={end} onBlur={() => (sure.value = false)}>
        {t(sure.value ? 'guild.sure' : isLeader ? 'guild.disband' : 'guild.leave')}
      </button>
    </div>
  );
}
