// The whole face of the game: picks the screen and holds the windows that stand over all of them. In: the signals of state.ts. Out: commands.
import { effect } from '@preact/signals';
import { render } from 'preact';
import { openSettings } from '../settings';
import { screen } from '../state';
import { openStrings } from '../strings';
import { watchHints } from './hints';
import { loadItemIcons } from './icon';
import { ItemActions } from './itemactions';
import { readLayout } from './keys';
import { Landing } from './landing';
import { Loading } from './loading';
import { Play } from './play';
import { dressRoot } from './root';
import { Tips } from './tips';
import { Windows } from './windows';
import './styles';

/** Draws the HUD into `root` and keeps it in step with the signals. Call once, after installCommands. */
export function mountHud(root: HTMLElement): void {
  openSettings();
  openStrings();
  dressRoot();
  readLayout().catch(refused => console.warn('keyboard layout is not told, key names are of the US layout', refused));
  watchHints();
  effect(() => {
    if (screen.value !== 'landing') loadItemIcons().catch(failed => console.warn('pictures of items did not load', failed));
  });
  render(<Hud />, root);
  document.getElementById('boot')?.remove();
}

function Hud() {
  return (
    <>
      <Screen />
      <div class="hud windows">
        <Windows />
        <ItemActions />
        <Tips />
      </div>
    </>
  );
}

function Screen() {
  switch (screen.value) {
    case 'landing':
      return <Landing />;
    case 'loading':
      return <Loading />;
    case 'play':
      return <Play />;
  }
}
