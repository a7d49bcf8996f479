// Beside a name in the chat: what can be done with whoever said that line; and the quick phrases. In: nameMenu, phrasesOpen. Out: whisper, invite,
// befriend, ignore, report, put out of a room; phrases said.
import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { PHRASES } from '../../src/shared/content/phrases';
import { CHANNEL_CUSTOM, MANAGE_BAN, MANAGE_KICK } from '../../src/shared/protocol/messages';
import { linkTo } from '../../src/shared/rules/links';
import { REPORT_WHYS } from '../../src/shared/rules/talk';
import { commands } from '../commands';
import { type ChatLine, chatOpen, friends, nameMenu, phrasesOpen, rooms, screen } from '../state';
import { t } from '../strings';
import { sayNow, turnTo } from './chat';
import { returns } from './window';

const asksWhy = signal(false);
let giveBack = (): void => {};

/** Back to the name; when something was done, back to the world. */
function close(isDone = false): void {
  nameMenu.value = null;
  asksWhy.value = false;
  if (isDone && screen.value === 'play') document.getElementById('view')?.focus();
  else giveBack();
}

export function NameMenu() {
  const shown = nameMenu.value;
  useLayoutEffect(() => {
    if (shown) giveBack = returns(shown.on);
  }, [shown]);
  if (!shown) return null;
  return (
    <Menu
      key={shown.line.id}
      on={shown.on}
      label={t('talk.about', { who: shown.line.from })}
      close={() => close()}
      title={asksWhy.value ? t('talk.reportWhy') : shown.line.from}
    >
      {asksWhy.value ? <Whys line={shown.line} /> : <Choices line={shown.line} />}
    </Menu>
  );
}

function Menu(props: { on: HTMLElement; label: string; title?: string; close(): void; children: preact.ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  const closing = useRef(props.close);
  closing.current = props.close;
  useLayoutEffect(() => {
    box.current?.querySelector<HTMLElement>('button')?.focus();
    const outside = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) closing.current();
    };
    addEventListener('pointerdown', outside);
    return () => removeEventListener('pointerdown', outside);
  }, [asksWhy.value]);
  const rect = props.on.getBoundingClientRect();
  const place = {
    left: `${Math.max(8, Math.min(rect.left, innerWidth - 232))}px`,
    bottom: `${Math.max(8, Math.min(innerHeight - rect.top + 6, innerHeight - 340))}px`,
  };
  return (
    <div ref={box} class="actions panel" style={place}>
      {props.title ? <h4>{props.title}</h4> : null}
      <div role="menu" tabIndex={-1} aria-label={props.label} onKeyDown={onKeyDown(props.close)}>
        {props.children}
      </div>
    </div>
  );
}

const onKeyDown = (leave: () => void) => (event: KeyboardEvent) => {
  event.stopPropagation();
  if (event.code === 'Escape' || event.code === 'Tab') {
    event.preventDefault();
    leave();
  } else if (event.code === 'ArrowDown' || event.code === 'ArrowUp') {
    event.preventDefault();
    const all = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
    const step = event.code === 'ArrowDown' ? 1 : -1;
    all[(all.indexOf(document.activeElement as HTMLButtonElement) + step + all.length) % all.length]?.focus();
  }
};

function Choice({ text, act }: { text: string; act(): void }) {
  return (
    <button type="button" role="menuitem" onClick={act}>
      {text}
    </button>
  );
}

function Choices({ line }: { line: ChatLine }) {
  const { from: name, channel, room } = line;
  const then = (act: () => void) => () => {
    close(true);
    act();
  };
  const isFriend = friends.value.some(friend => friend.name === name);
  const isMine = channel === CHANNEL_CUSTOM && rooms.value.some(each => each.name === room && each.isOwner);
  const manage = (what: number) => () => commands.wish('manageRoom', { room, name, what });
  return (
    <>
      <Choice text={t('talk.whisper')} act={then(() => turnTo('whisper', name))} />
      {screen.value === 'play' ? <Choice text={t('party.invite')} act={then(() => commands.wish('invite', { name }))} /> : null}
      {isFriend ? null : <Choice text={t('talk.befriend')} act={then(() => commands.wish('befriend', { name }))} />}
      <Choice text={t('talk.ignore')} act={then(() => commands.wish('ignore', { name }))} />
      {isMine ? <Choice text={t('talk.putOut')} act={then(manage(MANAGE_KICK))} /> : null}
      {isMine ? <Choice text={t('talk.ban')} act={then(manage(MANAGE_BAN))} /> : null}
      <Choice text={t('talk.report')} act={() => (asksWhy.value = true)} />
    </>
  );
}

/** Why a line is reported; it goes with those round it, as the server kept them. */
function Whys({ line: { channel, room, number, from, time } }: { line: ChatLine }) {
  return (
    <>
      {REPORT_WHYS.map((why, i) => (
        <Choice
          key={why}
          text={t(`report.${why}`)}
          act={() => {
            commands.wish('reportLine', { channel, room, number, from, time, why: i, words: '' });
            close(true);
          }}
        />
      ))}
    </>
  );
}

export function Phrases() {
  if (!phrasesOpen.value) return null;
  const from = document.querySelector<HTMLElement>('.chat .entry');
  if (!from) return null;
  const leave = () => {
    phrasesOpen.value = false;
    if (screen.value !== 'play') return;
    chatOpen.value = false;
    document.getElementById('view')?.focus();
  };
  return (
    <div class="phrases">
      <Menu on={from} label={t('talk.phrases')} close={leave}>
        {PHRASES.map((phrase, i) => (
          <Choice
            key={phrase}
            text={t(`phrase.${phrase}`)}
            act={() => {
              sayNow(linkTo('phrase', i + 1));
              leave();
            }}
          />
        ))}
      </Menu>
    </div>
  );
}
