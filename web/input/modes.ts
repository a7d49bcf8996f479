// Hands the keys, the mouse and the frame to the view that is chosen, and does what is the same in all of them: windows, chat, view chooser.
import type { Action } from '../bindings';
import type { Stage } from '../game/stage';
import { reducedMotion, settings } from '../settings';
import {
  chatOpen,
  debugOpen,
  dialogue,
  hudHidden,
  lootOpen,
  type Mode,
  mode,
  type Panel,
  screen,
  since,
  viewChooser,
} from '../state';
import { closeTop } from '../ui/window';
import type { View } from './view';

export const MODES: readonly Mode[] = ['adventurer', 'warfront', 'commander'];
const PANEL_ACTIONS: Partial<Record<Action, Panel>> = {
  bag: 'bag',
  character: 'character',
  abilities: 'abilities',
  classes: 'classes',
  craft: 'craft',
  quests: 'quests',
  deeds: 'deeds',
  finder: 'finder',
  people: 'people',
  guild: 'guild',
  mail: 'mail',
  market: 'market',
  rivals: 'rivals',
  map: 'map',
  help: 'help',
};

export class Modes {
  /** Esc with nothing left to close. */
  onMenu: () => void = () => {};
  onPanel: (panel: Panel) => void = () => {};
  onChat: (start: string) => void = () => {};
  onPoint: () => void = () => {};

  constructor(
    private readonly stage: Stage,
    readonly views: Readonly<Record<Mode, View>>,
    private readonly letGo: () => boolean,
  ) {
    stage.keys.onAction = (action, down) => this.action(action, down);
    stage.keys.onRaw = code => this.choose(code);
    stage.pointer.hand = {
      press: (button, x, y) => this.view.press(button, x, y),
      move: (dx, dy, buttons, x, y) => this.view.move(dx, dy, buttons, x, y),
      release: (button, x, y, click) => this.view.release(button, x, y, click),
      wheel: (steps, x, y) => this.view.wheel(steps, x, y),
    };
  }

  get view(): View {
    return this.views[mode.value];
  }

  /** Changes the view; the character, the place and the rules stay. */
  set(next: Mode): void {
    viewChooser.value = false;
    if (screen.value !== 'play') {
      mode.value = next;
      return;
    }
    if (next === mode.value) return;
    this.view.leave();
    this.stage.keys.releaseAll();
    mode.value = next;
    this.stage.camera.change(reducedMotion.value);
    this.view.enter();
    this.tell();
  }

  /** Entered the world, or came back to it: the region should know how we look at it. */
  tell(): void {
    this.stage.session.send('view', { mode: MODES.indexOf(mode.value) });
  }

  /** Asked again while the views are shown: the next one, for hands that have no numbers. */
  private chooseView(): void {
    if (viewChooser.value) this.set(MODES[(MODES.indexOf(mode.value) + 1) % MODES.length]);
    else viewChooser.value = true;
  }

  private choose(code: string): boolean {
    if (!viewChooser.value) return false;
    const picked = /^(?:Digit|Numpad)([123])$/.exec(code);
    viewChooser.value = false;
    if (picked) this.set(MODES[Number(picked[1]) - 1]);
    // Any other key closes the chooser and then does what it always does, but for Esc and the chooser's own key.
    return picked !== null || code === 'Escape' || settings.bindings.value.views.includes(code);
  }

  private action(action: Action, down: boolean): void {
    if (down && this.everywhere(action)) return;
    this.view.action(action, down);
  }

  private everywhere(action: Action): boolean {
    const panel = PANEL_ACTIONS[action];
    if (panel) this.onPanel(panel);
    else if (action === 'menu') this.escape();
    else if (action === 'views') this.chooseView();
    else if (action === 'chat') this.onChat('');
    else if (action === 'command') this.onChat('/');
    else if (action === 'reply') this.onChat('/reply ');
    else if (action === 'point') this.onPoint();
    else if (action === 'debug') debugOpen.value = !debugOpen.value;
    else if (action === 'plates') settings.names.value = !settings.names.value;
    else if (action === 'hideHud') hudHidden.value = !hudHidden.value;
    else return false;
    return true;
  }

  /** Closes one thing at a time; the menu comes last. */
  private escape(): void {
    if (closeTop()) return;
    if (chatOpen.value) chatOpen.value = false;
    else if (dialogue.value) dialogue.value = null;
    else if (lootOpen.value) lootOpen.value = 0;
    else if (since.value) since.value = null;
    else if (!this.letGo()) this.onMenu();
  }
}
