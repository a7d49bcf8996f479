// The lines of the chat. In: lines, which of them are shown. Out: names that open what can be done with somebody; links.
import { useEffect, useRef } from 'preact/hooks';
import {
  CHANNEL_CUSTOM,
  CHANNEL_EMOTE,
  CHANNEL_NPC,
  CHANNEL_SYSTEM,
  CHANNEL_WARNING,
  CHANNEL_WHISPER,
} from '../../src/shared/protocol/messages';
import { keyOfChannel } from '../game/channels';
import { settings } from '../settings';
import { type ChatLine, chatOpen, nameMenu } from '../state';
import { t } from '../strings';
import { myName } from './derived';
import { LineText } from './links';

/** In the order of Tab. */
const REACHED = 0;

export function Lines({ lines }: { lines: readonly ChatLine[] }) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
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

const CLASSES: Readonly<Record<number, string>> = { [CHANNEL_EMOTE]: 'emote', [CHANNEL_SYSTEM]: 'system', [CHANNEL_NPC]: 'npc' };
const classOf = (channel: number): string => CLASSES[channel] ?? keyOfChannel(channel) ?? 'system';

/** Where it was said, in a word; null: that goes without saying. */
function whereOf({ channel, to, room, from }: ChatLine): string | null {
  if (channel === CHANNEL_CUSTOM) return room;
  if (channel === CHANNEL_WHISPER && from === myName.value) return t('chat.to', { who: to });
  const key = keyOfChannel(channel);
  return channel === CHANNEL_SYSTEM ? t('chat.system') : key && key !== 'room' ? t(`chat.${key}`) : null;
}

function Line({ line }: { line: ChatLine }) {
  const { channel, from, text } = line;
  const isOwn = from === myName.value;
  const where = whereOf(line);
  const isNamed = from && !(channel === CHANNEL_WHISPER && isOwn) && channel !== CHANNEL_EMOTE;
  return (
    <p class={classOf(channel)}>
      {where ? <small>[{where}] </small> : null}
      {isNamed ? <Name line={line} isOwn={isOwn} /> : null}{' '}
      {channel === CHANNEL_EMOTE ? `${from} ${text}` : <LineText text={text} raw={isOwn || channel === CHANNEL_WARNING} />}
    </p>
  );
}

/** Nothing moves under the pointer while it is pressed: the line being typed keeps the focus. */
export const keepPlace = (event: PointerEvent): void => event.preventDefault();

function Name({ line, isOwn }: { line: ChatLine; isOwn: boolean }) {
  return (
    <button
      type="button"
      class="name"
      aria-haspopup="menu"
      onPointerDown={keepPlace}
      onClick={event => {
        nameMenu.value = { line, on: event.currentTarget };
      }}
      disabled={line.channel === CHANNEL_NPC || isOwn}
    >
      {line.from}:
    </button>
  );
}
