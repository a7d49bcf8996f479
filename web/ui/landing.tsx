// The first page: what this is, three ways in, and one button that works at once. In: characters, online count. Out: play.
import { useEffect } from 'preact/hooks';
import { commands } from '../commands';
import { online, serverSilent, watchOnline } from '../online';
import { characters, chosen, invitedBy, loading, type Mode, mode, panels, playError, worldReady } from '../state';
import { count, t } from '../strings';
import { Chooser, openChooser } from './chooser';
import { Figure } from './figure';
import { Glyph } from './glyph';
import { Icon } from './icon';
import { Languages } from './languages';
import { MODES } from './modes';
import { Scene } from './scene';
import { openAccount } from './settings';

export function Landing() {
  useEffect(watchOnline, []);
  return (
    <div class={`hud landing${worldReady.value ? ' live' : ''}`}>
      <Scene />
      <div class="veil" />
      <main>
        <h1>{t('game.title')}</h1>
        <p class="tagline">{t('game.tagline')}</p>
        <Invited />
        <form
          onSubmit={event => {
            event.preventDefault();
            commands.wakeAudio();
            commands.play(chosen.value || undefined);
          }}
        >
          <Ways />
          <div class="go">
            <Who />
            <PlayButton />
          </div>
          <Ready />
          <p class="wrong" role="alert">
            {playError.value}
          </p>
        </form>
        <Foot />
      </main>
      <Chooser />
    </div>
  );
}

/** The page was opened by somebody's link. */
function Invited() {
  const by = invitedBy.value;
  if (!by) return null;
  return (
    <p class="invited" role="status">
      <Icon name="gi:three-friends" />
      {by.over ? t('landing.inviteOver') : t('landing.invited', { who: by.name })}
    </p>
  );
}

function Ways() {
  return (
    <fieldset class="ways">
      <legend class="unseen">{t('landing.how')}</legend>
      {MODES.map(way => (
        <label key={way.mode} class={mode.value === way.mode ? 'on' : ''}>
          <input
            type="radio"
            name="way"
            class="cover"
            checked={mode.value === way.mode}
            onChange={() => commands.setMode(way.mode as Mode)}
          />
          <Icon name={way.icon} />
          <b>{t(`mode.${way.mode}`)}</b>
          <span>{t(`mode.${way.mode}.text`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function current() {
  return characters.value.find(card => card.id === chosen.value) ?? characters.value[0];
}

function Who() {
  const card = current();
  return (
    <button type="button" class="who panel" onClick={openChooser}>
      {card ? <Figure look={card.look} /> : <Icon name="gi:visored-helm" />}
      <span>
        <b>{card ? card.name : t('chooser.open')}</b>
        <small>
          {card ? (
            <>
              <Glyph covenant={card.covenant} /> {t(`covenant.${card.covenant}`)} · {t('chooser.level', { n: card.level })}
            </>
          ) : (
            t('chooser.later')
          )}
        </small>
      </span>
    </button>
  );
}

function PlayButton() {
  const card = current();
  return (
    <button class="enter" type="submit" aria-label={card ? t('landing.resume', { name: card.name }) : undefined}>
      {t('landing.play')}
    </button>
  );
}

/** How far the world behind the page is built, and who is in it. */
function Ready() {
  const { step, done } = loading.value;
  const people = online.value;
  const crowd = serverSilent.value
    ? t('landing.offline')
    : people === null
      ? ''
      : people === 0
        ? t('landing.onlineNone')
        : t('landing.online', { n: count(people) });
  return (
    <div class="ready">
      {done > 0 && done < 1 ? <progress max={1} value={done} aria-label={step} /> : null}
      <p>
        {crowd ? <b class={serverSilent.value ? 'silent' : 'alive'}>{crowd}</b> : null} <span>{t('landing.fine')}</span>
      </p>
    </div>
  );
}

function Foot() {
  const open = (panel: 'settings' | 'credits') => () => (panels.value = new Set([...panels.value, panel]));
  return (
    <nav class="foot" aria-label={t('menu.title')}>
      <button type="button" class="link" onClick={openChooser}>
        {t('landing.characters')}
      </button>
      <button type="button" class="link" onClick={openAccount}>
        {t('landing.account')}
      </button>
      <a class="link" href="/chat">
        {t('talk.page')}
      </a>
      <a class="link" href="/map">
        {t('map.link')}
      </a>
      <button type="button" class="link" onClick={open('settings')}>
        {t('landing.settings')}
      </button>
      <button type="button" class="link" onClick={open('credits')}>
        {t('landing.credits')}
      </button>
      <Languages />
    </nav>
  );
}
