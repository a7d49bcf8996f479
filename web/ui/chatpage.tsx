// /chat: the world's talk without the world, for a phone on the way: the same account, the same channels but those that need a body. In: the
// account's characters. Out: lines said and heard, friends, rooms.

import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { NOTICES } from '../../src/shared/protocol/notices';
import { OK } from '../../src/shared/rules/reasons';
import { type Commands, installCommands } from '../commands';
import { errorText } from '../errortext';
import { addLine, tellSystem } from '../game/lines';
import { Talk } from '../game/talk';
import { ChatLink, type ChatState } from '../net/chatlink';
import { type CharacterRow, Doors } from '../net/doors';
import { pageHost } from '../net/host';
import { chatOpen, me, type Panel, panels } from '../state';
import { reasonText, t } from '../strings';
import { Chat } from './chat';
import { mountLightPage } from './lightpage';
import { NameMenu, Phrases } from './namemenu';
import { People } from './people';
import { Tips } from './tips';
import './css/play.css';
import './css/small.css';
import './css/party.css';
import './css/talk.css';

const doors = new Doors((url, init) => fetch(url, init));
const own = signal<readonly CharacterRow[] | null>(null);
const state = signal<ChatState>('closed');
const failed = signal('');

export function mountChatPage(root: HTMLElement, base: Commands): void {
  chatOpen.value = true;
  installCommands({ ...base, close: closePanel, toggle: togglePanel });
  mountLightPage(root, Page);
  doors.me().then(
    account => {
      own.value = account?.characters ?? [];
      const last = account?.characters.find(({ id }) => id === sessionStorage.getItem(LAST)) ?? account?.characters[0];
      if (last) enter(last, base);
    },
    error => {
      failed.value = errorText(error);
    },
  );
}

/** The character that this tab chats as. */
const LAST = 'evermarch.chats';
const closePanel = (panel: Panel): void => {
  panels.value = new Set([...panels.value].filter(each => each !== panel));
};
const togglePanel = (panel: Panel): void => {
  if (panels.value.has(panel)) closePanel(panel);
  else panels.value = new Set([...panels.value, panel]);
};

function enter(card: CharacterRow, base: Commands): void {
  me.value = { ...me.value, name: card.name };
  sessionStorage.setItem(LAST, card.id);
  const link = new ChatLink(pageHost(), doors, card.id);
  const talk = new Talk(link, () => card.name);
  link.onState = now => {
    state.value = now;
  };
  link.onOpen = () => talk.reading.tell();
  link.on('chat', ({ channel, from, to, text, time }) => addLine({ channel, from, to, text, time }));
  link.on('notice', ({ notice, value, text }) => {
    if (notice === NOTICES.refused && value !== OK) tellSystem(reasonText(value, text));
  });
  installCommands({
    ...base,
    close: closePanel,
    toggle: togglePanel,
    say: line => talk.say(line),
    wish: (what, body) => void link.send(what, body),
  });
  link.open().catch(error => {
    failed.value = errorText(error);
  });
}

/** Another character is another line: begun anew with the page. */
function change(id: string): void {
  sessionStorage.setItem(LAST, id);
  location.reload();
}

function Page() {
  useEffect(() => {
    document.title = `${t('talk.page')} · ${t('game.title')}`;
  });
  return (
    <>
      <main class="hud chatpage">
        <header>
          <h1>
            <a href="/">{t('game.title')}</a>
          </h1>
          <Who />
          <button
            type="button"
            class="button small"
            aria-pressed={panels.value.has('people')}
            onClick={() => togglePanel('people')}
          >
            {t('people.title')}
          </button>
        </header>
        <p class="stand" role="status">
          {failed.value || standing()}
        </p>
        {own.value?.length ? <Chat /> : <Stranger />}
      </main>
      <div class="hud windows">
        {panels.value.has('people') ? <People /> : null}
        <NameMenu />
        <Phrases />
        <Tips />
      </div>
    </>
  );
}

const standing = (): string => {
  if (state.value === 'open' || !own.value?.length) return '';
  return t(state.value === 'elsewhere' ? 'talk.elsewhere' : 'talk.connecting');
};

function Who() {
  const rows = own.value ?? [];
  if (!rows.length) return null;
  return (
    <label>
      <span class="unseen">{t('talk.as')}</span>
      <select value={rows.find(({ name }) => name === me.value.name)?.id} onChange={event => change(event.currentTarget.value)}>
        {rows.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** No account in this browser yet: playing makes one. */
function Stranger() {
  if (own.value === null) return null;
  return (
    <section class="stranger">
      <p class="reading">{t('talk.stranger')}</p>
      <a class="button gold" href="/">
        {t('landing.play')}
      </a>
    </section>
  );
}
