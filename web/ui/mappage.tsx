// /map: the living map of the world for everybody, without a login and without the world behind it. In: the live state of the places.
// Updates by itself.
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { liveMap, mapSilent, placeStates, playersInWorld } from '../livemap';
import { type Language, openSettings, settings } from '../settings';
import { count, LANGUAGES, openStrings, t, wantMoreTexts } from '../strings';
import { Atlas, showWorld } from './atlas';
import { MapList } from './maplist';
import { dressRoot } from './root';
import './styles';
import './css/map.css';

export function mountMapPage(root: HTMLElement): void {
  openSettings();
  openStrings();
  wantMoreTexts();
  dressRoot();
  showWorld();
  document.getElementById('view')?.remove();
  render(<Page />, root);
  document.getElementById('boot')?.remove();
}

function Page() {
  useEffect(() => {
    document.title = `${t('map.page')} · ${t('game.title')}`;
  });
  return (
    <main class="hud mappage">
      <header>
        <h1>
          <a href="/">{t('game.title')}</a>
        </h1>
        <p class="tagline">{t('map.page')}</p>
        <Crowd />
        <Languages />
        <a class="button gold" href="/">
          {t('landing.play')}
        </a>
      </header>
      <Atlas live={false} />
      <MapList live={false} />
    </main>
  );
}

function Crowd() {
  const held = placeStates.value.filter(({ holder }) => holder).length;
  const players = playersInWorld.value;
  const people = players ? t('landing.online', { n: count(players) }) : t('map.nobody');
  return (
    <p class="crowd" role="status">
      <b class={mapSilent.value ? 'silent' : 'alive'}>{mapSilent.value ? t('landing.offline') : liveMap.value ? people : '…'}</b>
      {held ? <span>{t('map.held', { n: held })}</span> : null}
    </p>
  );
}

function Languages() {
  return (
    <label>
      <span class="unseen">{t('landing.language')}</span>
      <select value={settings.language.value} onChange={event => (settings.language.value = event.currentTarget.value as Language)}>
        {(Object.keys(LANGUAGES) as Language[]).map(language => (
          <option key={language} value={language}>
            {LANGUAGES[language]}
          </option>
        ))}
      </select>
    </label>
  );
}
