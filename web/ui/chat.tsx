// Chat: tabs with unread marks, the lines, and the line you type, whose channel sticks. In: chat, chatOpen, chatDraft, rooms. Out: say. Plain text only.
import { computed, effect, signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { CHANNEL_WHISPER } from '../../src/shared/protocol/messages';
import { commands } from '../commands';
import { CHANNELS, type ChannelKey, isOnTab, type Tab, tabOfRoom } from '../game/channels';
import { refuse } from '../game/passing';
import { settings } from '../settings';
import { type ChatLine, chat, chatDraft, chatOpen, friends, link, party, phrasesOpen, rooms, screen, target } from '../state';
import { t } from '../strings';
import { keepPlace, Lines } from './chatlines';
import { myName } from './derived';
import { Icon } from './icon';
import { keyOf } from './keys';
import { plainText, withLinks } from './links';
import { Tabs } from './tabs';
import { type Sticky, stickTo, talkLine } from './talkline';

const tab = signal<Tab>('all');
const sticky = signal<Sticky>(stickTo('say'));
/** Newest line read on each tab; what is on none of them is read with "all". */
const read = signal<Readonly<Record<Tab, number>>>({});
const hasParty = computed(() => party.value.members.length > 0);
/** Talk of a party has a tab while there is a party, or something that was said in it, a guild's when something was; each opened room has one. */
const tabs = computed<Tab[]>(() => [
  'all',
  ...(screen.value === 'play' ? ['near'] : []),
  'world',
  ...(hasParty.value || chat.value.some(line => isOnTab('party', line)) ? ['party'] : []),
  ...(chat.value.some(line => isOnTab('guild', line)) ? ['guild'] : []),
  'whisper',
  ...rooms.value.map(({ name }) => tabOfRoom(name)),
  ...(screen.value === 'play' ? ['system'] : []),
]);
const chosen = computed(() => (tabs.value.includes(tab.value) ? tab.value : 'all'));
const shown = computed(() => chat.value.filter(line => isOnTab(chosen.value, line)));
const incoming = (line: ChatLine) => line.channel === CHANNEL_WHISPER && line.from !== myName.value;
const lastWhisper = computed(() => chat.value.findLast(incoming));

effect(() => {
  const newest = chat.value.at(-1)?.id ?? 0;
  const now = chosen.value;
  // "All" shows every line, so nothing stays unread while it is open.
  read.value = now === 'all' ? Object.fromEntries(tabs.value.map(each => [each, newest])) : { ...read.peek(), [now]: newest };
});

export function Chat() {
  return (
    <section class={`chat${chatOpen.value ? ' open' : ''}`} aria-label={t('chat.title')}>
      <Tabs tabs={tabs.value} chosen={chosen.value} choose={next => (tab.value = next)}>
        {each => (
          <>
            {each.startsWith('#')
              ? each.slice(1)
              : t(`chat.${each as 'all' | 'near' | 'world' | 'party' | 'guild' | 'whisper' | 'system'}`)}
            <Unread of={each} />
          </>
        )}
      </Tabs>
      <Lines lines={shown.value} />
      <Entry />
      <Spoken />
    </section>
  );
}

function Unread({ of }: { of: Tab }) {
  const n = of === 'all' ? 0 : chat.value.filter(line => line.id > (read.value[of] ?? 0) && isOnTab(of, line)).length;
  return n ? (
    <sup>
      <span aria-hidden="true">{n > 99 ? '99+' : n}</span>
      <span class="unseen">{t('chat.unread', { n })}</span>
    </sup>
  ) : null;
}

/** Speaks to that one, or there, from now on. */
export function turnTo(channel: ChannelKey, to = ''): void {
  sticky.value = stickTo(channel, to);
  chatDraft.value = '';
  chatOpen.value = true;
}

/** A line in the channel that sticks, as if it were typed. */
export function sayNow(text: string): void {
  const { line } = talkLine(text, standing.peek(), '');
  if (line) commands.say(line);
}

/** Where one may speak just now. */
const open = computed<Sticky[]>(() => {
  const isInWorld = screen.value === 'play';
  const channels = CHANNELS.filter(({ key, near, named }) => {
    if (named || (near && !isInWorld)) return false;
    if (key === 'party') return hasParty.value;
    return key === 'raid' || key === 'warning' ? party.value.raid : true;
  });
  const whom = sticky.value.channel === 'whisper' ? sticky.value.to : lastWhisper.value?.from;
  return [
    ...channels.map(({ key }) => stickTo(key)),
    ...rooms.value.map(({ name }) => stickTo('room', name)),
    ...(whom ? [stickTo('whisper', whom)] : []),
  ];
});
const isSame = (a: Sticky, b: Sticky): boolean => a.channel === b.channel && a.to === b.to;
/** The channel that sticks, if one may still speak there; else the first that there is. */
const standing = computed(() => open.value.find(each => isSame(each, sticky.value)) ?? open.value[0]);

function nameOf({ channel, to }: Sticky): string {
  if (channel === 'room') return to;
  return channel === 'whisper' ? t('chat.to', { who: to }) : t(`chat.${channel}`);
}

function Picker() {
  return (
    <select
      class={`channel ${standing.value.channel}`}
      aria-label={t('chat.pick')}
      value={String(open.value.indexOf(standing.value))}
      onChange={event => {
        sticky.value = open.value[Number(event.currentTarget.value)];
        chatOpen.value = true;
        event.currentTarget.form?.querySelector<HTMLElement>('input')?.focus();
      }}
      onKeyDown={event => event.stopPropagation()}
      onBlur={event => {
        if (!staysIn(event)) chatOpen.value = false;
      }}
    >
      {open.value.map((each, i) => (
        <option key={`${each.channel} ${each.to}`} value={String(i)}>
          {nameOf(each)}
        </option>
      ))}
    </select>
  );
}

/** The focus goes on to something else of the chat. */
const staysIn = ({ currentTarget, relatedTarget }: { currentTarget: Element; relatedTarget: EventTarget | null }): boolean =>
  relatedTarget instanceof Node && (currentTarget.closest('.chat')?.contains(relatedTarget) ?? false);

/** Whom he may mean by a name: who has spoken, is his friend, in his party, or looked at. */
function acquaintances(): string[] {
  const people = [...chat.value.map(({ from }) => from), ...friends.value.map(({ name }) => name)];
  return [...people, ...party.value.members.map(({ name }) => name), target.value?.name ?? ''];
}

function Entry() {
  const field = useRef<HTMLInputElement>(null);
  const isOpen = chatOpen.value;
  const draft = chatDraft.value;
  // At once, not after the next picture: who opens the chat by key is typing already.
  useLayoutEffect(() => {
    if (!isOpen || !field.current) return;
    // A link goes after what has been typed already.
    field.current.value = draft.startsWith('[') ? field.current.value + draft : draft || field.current.value;
    field.current.focus();
  }, [isOpen, draft]);
  const leave = () => {
    chatOpen.value = false;
    chatDraft.value = '';
    if (field.current) field.current.value = '';
    document.getElementById('view')?.focus();
  };
  const send = () => {
    // What cannot be said now stays to be said.
    if (screen.value === 'play' && link.value.state !== 'open') return refuse(t('link.lost'));
    const { line, sticky: next } = talkLine(
      field.current?.value ?? '',
      standing.value,
      lastWhisper.value?.from ?? '',
      acquaintances(),
    );
    sticky.value = next;
    if (line) commands.say(withLinks(line));
    if (screen.value === 'play') leave();
    else if (field.current) field.current.value = '';
  };
  return (
    <form
      class="entry"
      onSubmit={event => {
        event.preventDefault();
        send();
      }}
    >
      <Picker />
      <input
        ref={field}
        maxLength={400}
        autocomplete="off"
        enterkeyhint="send"
        aria-label={t('chat.message', { channel: nameOf(standing.value) })}
        placeholder={screen.value === 'play' ? t('chat.placeholder', { key: keyOf('chat') }) : t('talk.say')}
        onFocus={() => (chatOpen.value = true)}
        onKeyDown={event => {
          event.stopPropagation();
          if (event.code === 'Escape') leave();
        }}
        onBlur={event => {
          if (staysIn(event)) return;
          chatOpen.value = false;
          // What it began with stands in the field by now: it must not be put there again.
          chatDraft.value = '';
        }}
      />
      <button
        type="button"
        class="send"
        aria-label={t('talk.phrases')}
        aria-expanded={phrasesOpen.value}
        onPointerDown={keepPlace}
        onClick={() => (phrasesOpen.value = !phrasesOpen.value)}
      >
        <Icon name="gi:conversation" />
      </button>
      <button type="submit" class="send" aria-label={t('chat.send')} onPointerDown={keepPlace}>
        <Icon name="gi:talk" />
      </button>
    </form>
  );
}

/** Only new whispers, so that a busy region does not drown them. */
function Spoken() {
  const last = lastWhisper.value;
  const text =
    last && settings.spoken.value === 'whispers' ? t('chat.newWhisper', { who: last.from, text: plainText(last.text) }) : '';
  return (
    <p class="unseen" role="status" aria-live="polite">
      {text}
    </p>
  );
}
