// The whole face of the game: the page before the world, and the world's HUD, which is fetched while that page is read. In: the signals of state.ts. Out: commands.
import { effect, signal } from '@preact/signals';
import { type ComponentType, render } from 'preact';
import { openSettings } from '../settings';
import { panels, screen } from '../state';
import { openStrings } from '../strings';
import { Credits } from './credits';
import { loadItemIcons } from './icon';
import { readLayout } from './keys';
import { Landing } from './landing';
import { Loading } from './loading';
import { dressRoot } from './root';
import { SettingsPanel } from './settings';
import './styles';

const World = signal<ComponentType | null>(null);

/** Draws the HUD into `root` and keeps it in step with the signals. Call once, after installCommands. */
export function mountHud(root: HTMLElement): void {
  openSettings();
  openStrings();
  dressRoot();
  readLayout().catch(refused => console.warn('keyboard layout is not told, key names are of the US layout', refused));
  render(<Hud />, root);
  document.getElementById('boot')?.remove();
  loadWorld().catch(failed => console.error('the HUD did not load', failed));
  effect(() => {
    if (screen.value === 'play') loadItemIcons().catch(failed => console.warn('pictures of items did not load', failed));
  });
}

async function loadWorld(): Promise<void> {
  const play = await import('./play');
  play.watchLearning();
  play.watchBars();
  World.value = play.World;
}

function Hud() {
  if (screen.value === 'landing') {
    return (
      <>
        <Landing />
        <PageWindows />
      </>
    );
  }
  const Inside = World.value;
  return screen.value === 'play' && Inside ? <Inside /> : <Loading />;
}

/** What can be opened before the world. */
function PageWindows() {
  return (
    <div class="hud windows">
      {panels.value.has('settings') ? <SettingsPanel /> : null}
      {panels.value.has('credits') ? <Credits /> : null}
    </div>
  );
}
