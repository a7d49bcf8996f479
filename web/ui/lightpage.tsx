// A page without the world behind it: /map, /boards, /economy, /admin, /chat. In: what stands on it. Out: the page, dressed like the game, with a head that
// leads back into it.
import { type ComponentChildren, type ComponentType, render } from 'preact';
import { useEffect } from 'preact/hooks';
import { openSettings } from '../settings';
import { openStrings, t, wantMoreTexts } from '../strings';
import { Languages } from './languages';
import { dressRoot } from './root';
import './styles';

/** `begin`: what has to be so before anything is drawn. */
export function mountLightPage(root: HTMLElement, Page: ComponentType, begin: () => void = () => {}): void {
  openSettings();
  openStrings();
  wantMoreTexts();
  dressRoot();
  begin();
  document.getElementById('view')?.remove();
  render(<Page />, root);
  document.getElementById('boot')?.remove();
}

interface LightPageProps {
  kind: string;
  title: string;
  /** Beside the title: how things stand. */
  status?: ComponentChildren;
  /** Nothing here is for players: no language to choose, and no way to play. */
  isDesk?: boolean;
  children: ComponentChildren;
}

export function LightPage({ kind, title, status, isDesk = false, children }: LightPageProps) {
  useEffect(() => {
    document.title = `${title} · ${t('game.title')}`;
  });
  return (
    <main class={`hud ${kind}`}>
      <header>
        <h1>
          <a href="/">{t('game.title')}</a>
        </h1>
        <p class="tagline">{title}</p>
        {status}
        {isDesk ? null : <Languages />}
        {isDesk ? null : (
          <a class="button gold" href="/">
            {t('landing.play')}
          </a>
        )}
      </header>
      {children}
    </main>
  );
}
