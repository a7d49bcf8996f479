// Chat: tabs with unread marks, the lines, and the line you type, whose channel sticks. In: chat, chatOpen, chatDraft. Out: say. Plain text only, no links.
import { computed, effect, signal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import {
  CHANNEL_ALLIANCE,
  CHANNEL_EMOTE,
  CHANNEL_GUILD,
  CHANNEL_NPC,
  CHANNEL_OFFICER,
  CHANNEL_PARTY,
  CHANNEL_REGION,
  CHANNEL_SAY,
  CHANNEL_SYSTEM,
  CHANNEL_WHISPER,
} from '../../src/shared/protocol/messages';
import { commands } from '../commands';
import { settings } from '../settings';
import { type ChatLine, chat, chatDraft, chatOpen, guild, party } from '../state';
import { t } from '../strings';
import { myName } from './derived';
import { Icon } from './icon';
import { keyOf } from './keys';
import { Tabs } from './tabs';
import { type Sticky, talkLine } from './talkline';

const TABS = ['all', 'say', 'region', 'party', 'guild', 'whisper', 'system'] as const;
type Tab = (typeof TABS)[number];
const CHANNELS: Record<Tab, readonly number[]> = {
  all: [
    CHANNEL_SAY,
    CHANNEL_REGION,
    CHANNEL_PARTY,
    CHANNEL_GUILD,
    CHANNEL_OFFICER,
    CHANNEL_ALLIANCE,
    CHANNEL_WHISPER,
    CHANNEL_EMOTE,
    CHANNEL_SYSTEM,
    CHANNEL_NPC,
  ],
  say: [CHANNEL_SAY, CHANNEL_EMOTE, CHANNEL_NPC],
  region: [CHANNEL_REGION],
  party: [CHANNEL_PARTY],
  guild: [CHANNEL_GUILD, CHANNEL_OFFICER, CHANNEL_ALLIANCE],
  whisper: [CHANNEL_WHISPER],
  system: [CHANNEL_SYSTEM],
};
const WORDS = {
  [CHANNEL_SAY]: 'say',
  [CHANNEL_REGION]: 'region',
  [CHANNEL_PARTY]: 'party',
  [CHANNEL_GUILD]: 'guild',
  [CHANNEL_OFFICER]: 'officer',
  [CHANNEL_ALLIANCE]: 'alliance',
  [CHANNEL_WHISPER]: 'whisper',
  [CHANNEL_SYSTEM]: 'system',
} as const;
const CLASSES: Record<number, string> = {
  [CHANNEL_SAY]: 'say',
  [CHANNEL_REGION]: 'region',
  [CHANNEL_PARTY]: 'party',
  [CHANNEL_GUILD]: 'guild',
  [CHANNEL_OFFICER]: 'officer',
  [CHANNEL_ALLIANCE]: 'alliance',
  [CHANNEL_WHISPER]: 'whisper',
  [CHANNEL_EMOTE]: 'emote',
  [CHANNEL_SYSTEM]: 'system',
  [CHANNEL_NPC]: 'npc',
};

const tab = signal<Tab>('all');
const sticky = signal<Sticky>({ channel: 'say' });
/** Newest line read on each tab. */
const read = signal<Record<Tab, number>>({ all: 0, say: 0, region: 0, party: 0, guild: 0, whisper: 0, system: 0 });
/** Talk of a party or a guild has a tab while there is one, or something that was said in it. */
const tabs = computed(() =>
  TABS.filter(each => {
    if (each !== 'party' && each !== 'guild') return true;
    const isIn = each === 'party' ? hasParty.value : guild.value !== null;
    return isIn || chat.value.some(({ channel }) => CHANNELS[each].includes(channel));
  }),
);
const hasParty = computed(() => party.value.members.length > 0);
const shown = computed(() => chat.value.filter(line => CHANNELS[tab.value].includes(line.channel)));
const incoming = (line: ChatLine) => line.channel === CHANNEL_WHISPER && line.from !== myName.value;
const lastWhisper = computed(() => chat.value.findLast(incoming));

effect(() => {
  const newest = chat.value.at(-1)?.id ?? 0;
  const now = tab.value;
  // "All" shows every line, so nothing stays unread while it is open.
  read.value =
    now === 'all'
      ? { all: newest, say: newest, region: newest, party: newest, guild: newest, whisper: newest, system: newest }
      : { ...read.peek(), [now]: newest };
});

export function Chat() {
  return (
    <section class={`chat${chatOpen.value ? ' open' : ''}`} aria-label={t('chat.title')}>
      <Channels />
      <Lines />
      <Entry />
      <Spoken />
    </section>
  );
}

/** In the order of Tab. */
const REACHED = 0;

function Channels() {
  return (
    <Tabs tabs={tabs.value} chosen={tab.value} choose={next => (tab.value = next)}>
      {each => (
        <>
          {t(`chat.${each}`)}
          <Unread of={each} />
        </>
      )}
    </Tabs>
  );
}

function Unread({ of }: { of: Tab }) {
  const n = of === 'all' ? 0 : chat.value.filter(line => line.id > read.value[of] && CHANNELS[of].includes(line.channel)).length;
  return n ? (
    <sup>
      <span aria-hidden="true">{n}</span>
      <span class="unseen">{t('chat.unread', { n })}</span>
    </sup>
  ) : null;
}

function Lines() {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const lines = shown.value;
  useEffect(() => {
    if (atEnd.current && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [lines, chatOpen.value]);
  return (
    <div
      ref={box}
      class="lines"
      role="log"
      aria-live={settings.spoken.value === 'all' ? 'polite' : 'off'}
      // What scrolls can be reached by keys, open or not; walking on is not stopped by it.
      tabIndex={REACHED}
      onScroll={event => {
        const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
        atEnd.current = scrollHeight - scrollTop - clientHeight < 24;
      }}
    >
      {lines.map(line => (
        <Line key={line.id} line={line} />
      ))}
    </div>
  );
}

function Line({ line }: { line: ChatLine }) {
  const { channel, from, to, text } = line;
  const word = WORDS[channel as keyof typeof WORDS];
  const sent = channel === CHANNEL_WHISPER && from === myName.value;
  return (
    <p class={CLASSES[channel]}>
      {word ? <small>[{sent ? t('chat.to', { who: to }) : t(`chat.${word}`)}] </small> : null}
      {from && !sent && channel !== CHANNEL_EMOTE ? (
        <button
          type="button"
          class="name"
          onClick={() => whisperTo(from)}
          disabled={channel === CHANNEL_NPC || from === myName.value}
        >
          {from}:
        </button>
      ) : null}{' '}
      {channel === CHANNEL_EMOTE ? `${from} ${text}` : text}
    </p>
  );
}

function whisperTo(name: string): void {
  sticky.value = { channel: 'whisper', to: name };
  chatDraft.value = '';
  chatOpen.value = true;
}

function nextChannel(): void {
  const last = lastWhisper.value?.from;
  const turns: Sticky[] = [
    { channel: 'say' },
    { channel: 'region' },
    ...(hasParty.value ? [{ channel: 'party' as const }] : []),
    ...(guild.value ? [{ channel: 'guild' as const }] : []),
    ...(last ? [{ channel: 'whisper' as const, to: last }] : []),
  ];
  sticky.value = turns[(turns.findIndex(each => each.channel === sticky.value.channel) + 1) % turns.length];
}

function stickyName(): string {
  const now = sticky.value;
  return now.channel === 'whisper' ? t('chat.to', { who: now.to }) : t(`chat.${now.channel}`);
}

function Entry() {
  const field = useRef<HTMLInputElement>(null);
  const open = chatOpen.value;
  // At once, not after the next picture: who opens the chat by key is typing already.
  useLayoutEffect(() => {
    if (!open || !field.current) return;
    field.current.value = chatDraft.peek();
    field.current.focus();
  }, [open]);
  const leave = () => {
    chatOpen.value = false;
    chatDraft.value = '';
    if (field.current) field.current.value = '';
    document.getElementById('view')?.focus();
  };
  const send = () => {
    const { line, sticky: next } = talkLine(field.current?.value ?? '', sticky.value, lastWhisper.value?.from ?? '');
    sticky.value = next;
    if (line) commands.say(line);
    leave();
  };
  return (
    <form
      class="entry"
      onSubmit={event => {
        event.preventDefault();
        send();
      }}
    >
      <button
        type="button"
        class={`channel ${sticky.value.channel}`}
        aria-label={t('chat.channel', { channel: stickyName() })}
        onClick={nextChannel}
      >
        {stickyName()}
      </button>
      <input
        ref={field}
        maxLength={400}
        autocomplete="off"
        enterkeyhint="send"
        aria-label={t('chat.message', { channel: stickyName() })}
        placeholder={t('chat.placeholder', { key: keyOf('chat') })}
        onFocus={() => (chatOpen.value = true)}
        onKeyDown={event => {
          event.stopPropagation();
          if (event.code === 'Escape') leave();
        }}
        onBlur={() => (chatOpen.value = false)}
      />
      <button type="submit" class="send" aria-label={t('chat.send')} onPointerDown={event => event.preventDefault()}>
        <Icon name="gi:talk" />
      </button>
    </form>
  );
}

/** Only new whispers, so that a busy region does not drown them. */
function Spoken() {
  const last = lastWhisper.value;
  const text = last && settings.spoken.value === 'whispers' ? t('chat.newWhisper', { who: last.from, text: last.text }) : '';
  return (
    <p class="unseen" role="status" aria-live="polite">
      {text}
    </p>
  );
}
