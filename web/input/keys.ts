// Keyboard and mouse buttons as actions, with one owner of the focus: who types does not walk. In: DOM events and bindings.
// Out: which actions are held, and a call per press. Everything is let go when the window loses the player.
import { ACTIONS, type Action, actionOf } from '../bindings';
import { settings } from '../settings';
import { mode, screen } from '../state';

const TYPING = 'input, textarea, select, [contenteditable="true"]';
/** Keys that work a focused button; they stay with it when the player came there by keyboard. Windows keep theirs themselves. */
const BUTTON_KEYS = new Set(['Enter', 'NumpadEnter', 'Space']);

/** True while what is typed belongs to a text field or a panel, not to the game. */
export function panelOwns(code: string): boolean {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return false;
  if (focused.matches(TYPING))
    return !(focused instanceof HTMLInputElement && (focused.type === 'range' || focused.type === 'checkbox'));
  return BUTTON_KEYS.has(code) && focused.matches('button:focus-visible, a:focus-visible');
}

export class Keys {
  /** An action began or ended. */
  onAction: (action: Action, down: boolean) => void = () => {};
  /** A key that no action holds, or that comes while a chooser is open; true: taken. */
  onRaw: (code: string) => boolean = () => false;
  private readonly held = new Map<string, Action | undefined>();
  private readonly virtual = new Set<Action>();
  /** Pressed since the last frame, and perhaps let go again. */
  private readonly tapped = new Set<Action>();

  constructor(root: Window) {
    root.addEventListener('keydown', event => this.keyDown(event));
    root.addEventListener('keyup', event => this.up(event.code));
    root.addEventListener('blur', () => this.releaseAll());
    root.document.addEventListener('visibilitychange', () => this.releaseAll());
    // Who begins to type lets go of the keys that walked.
    root.document.addEventListener('focusin', event => {
      if (event.target instanceof Element && event.target.matches(TYPING)) this.releaseAll();
    });
  }

  /** Is any key of the action down, in a view where the action holds? */
  holds(action: Action): boolean {
    if (this.virtual.has(action) || this.tapped.has(action)) return true;
    const [first, second] = settings.bindings.value[action];
    const where: readonly string[] = ACTIONS[action].where;
    return (this.held.has(first) || this.held.has(second)) && (where.includes('all') || where.includes(mode.value));
  }

  /** Touch and gamepad press actions without a key. */
  press(action: Action, down: boolean): void {
    if (this.virtual.has(action) === down) return;
    if (down) {
      this.virtual.add(action);
      this.tapped.add(action);
    } else this.virtual.delete(action);
    this.onAction(action, down);
  }

  /** A frame has seen them. */
  seen(): void {
    this.tapped.clear();
  }

  releaseAll(): void {
    for (const code of [...this.held.keys()]) this.up(code);
    for (const action of [...this.virtual]) this.press(action, false);
  }

  /** A mouse button over the world, as the code "Mouse0".."Mouse4". */
  down(code: string): Action | undefined {
    const action = actionOf(settings.bindings.value, mode.value, code);
    this.held.set(code, action);
    if (action) {
      this.tapped.add(action);
      this.onAction(action, true);
    }
    return action;
  }

  up(code: string): void {
    if (!this.held.has(code)) return;
    const action = this.held.get(code);
    this.held.delete(code);
    if (action) this.onAction(action, false);
  }

  private keyDown(event: KeyboardEvent): void {
    // Chords belong to the browser (Ctrl+W closes the tab), and an event that a panel took is done with.
    if (screen.value !== 'play' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.isComposing || panelOwns(event.code)) return;
    if (event.repeat) {
      if (this.held.has(event.code)) event.preventDefault();
      return;
    }
    if (this.onRaw(event.code)) {
      event.preventDefault();
      return;
    }
    if (this.down(event.code)) event.preventDefault();
  }
}
