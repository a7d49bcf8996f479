// People: friends with where they are, whom one ignores, who spoke of late, the rooms that players opened, and the link that brings a friend.
// In: friends, ignored, chat, rooms, inviteLink. Out: wishes of all of it.
import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { classes } from '../../src/shared/content';
import { COVENANTS } from '../../src/shared/content/kinds';
import {
  CHANNEL_EMOTE,
  CHANNEL_NPC,
  FRIEND_AWAY,
  FRIEND_CHATS,
  FRIEND_OFFLINE,
  FRIEND_ONLINE,
} from '../../src/shared/protocol/messages';
import { commands } from '../commands';
import { placeNumbered } from '../places';
import { settings } from '../settings';
import { chat, friends, ignored, inviteLink, rooms } from '../state';
import { t } from '../strings';
import { turnTo } from './chat';
import { beat, myName } from './derived';
import { Glyph } from './glyph';
import { Icon } from './icon';
import { PanelWindow } from './panelwindow';
import { Tabs } from './tabs';

const TABS = ['friends', 'recent', 'rooms', 'ignored', 'bring'] as const;
type Tab = (typeof TABS)[number];
const tab = signal<Tab>('friends');
const MOST_RECENT = 12;

export function People() {
  return (
    <PanelWindow panel="people" title={t('people.title')}>
      <Tabs tabs={TABS} chosen={tab.value} choose={next => (tab.value = next)}>
        {each => t(`people.${each}`)}
      </Tabs>
      <div class="peoplelist">
        {tab.value === 'friends' ? <Friends /> : null}
        {tab.value === 'recent' ? <Recent /> : null}
        {tab.value === 'rooms' ? <OpenedRooms /> : null}
        {tab.value === 'ignored' ? <Ignored /> : null}
        {tab.value === 'bring' ? <Bring /> : null}
      </div>
    </PanelWindow>
  );
}

type Friend = (typeof friends.value)[number];
const RANK: Readonly<Record<number, number>> = { [FRIEND_ONLINE]: 0, [FRIEND_AWAY]: 1, [FRIEND_CHATS]: 2, [FRIEND_OFFLINE]: 3 };

function Friends() {
  const all = friends.value.toSorted((a, b) => RANK[a.state] - RANK[b.state] || a.name.localeCompare(b.name));
  return (
    <>
      {all.length ? (
        <ul>
          {all.map(friend => (
            <FriendRow key={friend.id} friend={friend} />
          ))}
        </ul>
      ) : (
        <p class="reading quiet">{t('people.none')}</p>
      )}
      <Ask label={t('people.add')} act={name => commands.wish('befriend', { name })} />
    </>
  );
}

function FriendRow({ friend }: { friend: Friend }) {
  const { id, name, level, cls, covenant, state } = friend;
  const isIn = state === FRIEND_ONLINE || state === FRIEND_AWAY;
  return (
    <li class={`state${state}`}>
      <span class="badge">
        <Icon name={classes.get(cls)?.icon ?? 'gi:visored-helm'} />
        {level ? <u>{level}</u> : null}
      </span>
      <span class="person">
        <b>
          {COVENANTS[covenant] ? <Glyph covenant={COVENANTS[covenant]} /> : null} {name}
        </b>
        <small>{statusOf(friend)}</small>
      </span>
      <Act text={t('talk.whisper')} about={name} act={() => turnTo('whisper', name)} />
      {isIn ? <Act text={t('party.invite')} about={name} act={() => commands.wish('invite', { name })} /> : null}
      <Act text={t('people.remove')} about={name} act={() => commands.wish('unfriend', { id })} />
    </li>
  );
}

function statusOf({ state, place, since }: Friend): string {
  if (state === FRIEND_ONLINE) return placeNumbered(place)?.name ?? t('people.online');
  if (state === FRIEND_AWAY) return t('people.away');
  if (state === FRIEND_CHATS) return t('people.chats');
  return since ? t('people.since', { when: ago(since) }) : t('people.offline');
}

/** In the reader's language; follows the clock. */
function ago(since_ms: number): string {
  beat.value;
  const words = new Intl.RelativeTimeFormat(settings.language.value, { numeric: 'auto' });
  const minutes = Math.round((since_ms - Date.now()) / 60_000);
  if (minutes > -60) return words.format(Math.min(0, minutes), 'minute');
  return minutes > -60 * 36 ? words.format(Math.round(minutes / 60), 'hour') : words.format(Math.round(minutes / 1440), 'day');
}

function Act({ text, about, act }: { text: string; about: string; act(): void }) {
  return (
    <button type="button" class="button small quiet" aria-label={`${text}: ${about}`} onClick={act}>
      {text}
    </button>
  );
}

function Recent() {
  const spoke = chat.value.filter(
    ({ channel, from }) => from && from !== myName.value && channel !== CHANNEL_NPC && channel !== CHANNEL_EMOTE,
  );
  const names = [...new Set(spoke.toReversed().map(({ from }) => from))].slice(0, MOST_RECENT);
  if (!names.length) return <p class="reading quiet">{t('people.noRecent')}</p>;
  return (
    <ul>
      {names.map(name => (
        <li key={name}>
          <span class="person">
            <b>{name}</b>
          </span>
          <Act text={t('talk.whisper')} about={name} act={() => turnTo('whisper', name)} />
          <Act text={t('talk.befriend')} about={name} act={() => commands.wish('befriend', { name })} />
          <Act text={t('talk.ignore')} about={name} act={() => commands.wish('ignore', { name })} />
        </li>
      ))}
    </ul>
  );
}

function OpenedRooms() {
  return (
    <>
      <p class="reading quiet">{t('people.roomsText')}</p>
      <ul>
        {rooms.value.map(({ name, isOwner }) => (
          <li key={name}>
            <span class="person">
              <b>{name}</b>
              <small>{isOwner ? t('people.owner') : ''}</small>
            </span>
            <Act text={t('people.speak')} about={name} act={() => turnTo('room', name)} />
            <Act text={t('people.leave')} about={name} act={() => commands.wish('leaveRoom', { room: name })} />
          </li>
        ))}
      </ul>
      <Ask label={t('people.join')} act={room => commands.wish('joinRoom', { room })} />
    </>
  );
}

function Ignored() {
  return (
    <>
      <p class="reading quiet">{t('people.ignoredText')}</p>
      <ul>
        {ignored.value.map(({ id, name }) => (
          <li key={id}>
            <span class="person">
              <b>{name}</b>
            </span>
            <Act text={t('people.unignore')} about={name} act={() => commands.wish('unignore', { id })} />
          </li>
        ))}
      </ul>
      <Ask label={t('people.ignoreWhom')} act={name => commands.wish('ignore', { name })} />
    </>
  );
}

function Ask({ label, act }: { label: string; act(name: string): void }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      class="askname"
      onSubmit={event => {
        event.preventDefault();
        const name = field.current?.value.trim() ?? '';
        if (!name) return;
        act(name);
        if (field.current) field.current.value = '';
      }}
    >
      <input ref={field} maxLength={24} autocomplete="off" aria-label={label} placeholder={label} />
      <button type="submit" class="button">
        {t('people.do')}
      </button>
    </form>
  );
}

const copied = signal(false);

function Bring() {
  beat.value;
  const link = inviteLink.value;
  const left_min = link ? Math.ceil((link.until_ms - performance.now()) / 60_000) : 0;
  return (
    <div class="bring">
      <p class="reading">{t('people.bringText')}</p>
      {link && left_min > 0 ? (
        <>
          <p class="askname">
            <input
              readOnly
              value={`${location.origin}/join/${link.code}`}
              aria-label={t('people.link')}
              onFocus={event => event.currentTarget.select()}
            />
            <button type="button" class="button" onClick={() => copy(link.code)}>
              {t(copied.value ? 'people.copied' : 'people.copy')}
            </button>
          </p>
          <p class="quiet">{t('people.holds', { n: left_min, uses: link.uses })}</p>
        </>
      ) : null}
      <button type="button" class="button gold" onClick={() => commands.wish('makeInvite', {})}>
        {t('people.makeLink')}
      </button>
    </div>
  );
}

function copy(code: string): void {
  navigator.clipboard.writeText(`${location.origin}/join/${code}`).then(
    () => {
      copied.value = true;
      setTimeout(() => (copied.value = false), 2000);
    },
    // The link stands in the field, and can be taken from there.
    refused => console.warn('the clipboard is not ours', refused),
  );
}
