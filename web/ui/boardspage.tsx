// /boards: who is first in what, for everybody, without a login and without the world behind it. In: the boards as told. Updates by itself.
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { type Language, openSettings, settings } from '../settings';
import { LANGUAGES, openStrings, t, wantMoreTexts } from '../strings';
import { BoardView } from './board';
import { dressRoot } from './root';
import './styles';

export function mountBoardsPage(root: HTMLElement): void {
  openSettings();
  openStrings();
  wantMoreTexts();
  dressRoot();
  document.getElementById('view')?.remove();
  render(<Page />, root);
  document.getElementById('boot')?.remove();
}

function Page() {
  useEffect(() => {
    document.title = `${t('board.title')} · ${t('game.title')}`;
  });
  return (
    <main class="hud boardspage">
      <header>
        <h1>
          <a href="/">{t('game.title')}</a>
        </h1>
        <p class="tagline">{t('board.title')}</p>
        <label>
          <span class="unseen">{t('landing.language')}</span>
          <select
            value={settings.language.value}
            onChange={event => (settings.language.value = event.currentTarget.value as Language)}
          >
            {(Object.keys(LANGUAGES) as Language[]).map(language => (
              <option key={language} value={language}>
                {LANGUAGES[language]}
              </option>
            ))}
          </select>
        </label>
        <a class="button gold" href="/">
          {t('landing.play')}
        </a>
      </header>
      <BoardView name="" />
    </main>
  );
}
