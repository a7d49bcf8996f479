// What stands on a key. In: an event.code or an action. Out: the letter of the player's own keyboard layout where the browser tells it.
import { signal } from '@preact/signals';
import type { Action } from '../bindings';
import { settings } from '../settings';

interface KeyboardLayouts {
  getLayoutMap(): Promise<ReadonlyMap<string, string>>;
}

const layout = signal<ReadonlyMap<string, string>>(new Map());

/** Asks the browser for the layout; browsers without it keep the names below. */
export async function readLayout(): Promise<void> {
  const keyboard = (navigator as Navigator & { keyboard?: KeyboardLayouts }).keyboard;
  if (keyboard) layout.value = await keyboard.getLayoutMap();
}

const NAMES: Record<string, string> = {
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  Slash: '/',
  Backslash: '\\',
  Comma: ',',
  Period: '.',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Space: 'Space',
  Escape: 'Esc',
  Enter: 'Enter',
  Tab: 'Tab',
  Backspace: '⌫',
  Delete: 'Del',
  Insert: 'Ins',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  CapsLock: 'Caps',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ShiftLeft: 'Shift',
  ShiftRight: 'Shift R',
  ControlLeft: 'Ctrl',
  ControlRight: 'Ctrl R',
  AltLeft: 'Alt',
  AltRight: 'Alt R',
  NumpadEnter: 'Num ↵',
  NumpadDivide: 'Num /',
  NumpadMultiply: 'Num *',
  NumpadAdd: 'Num +',
  NumpadSubtract: 'Num -',
  Mouse0: 'LMB',
  Mouse1: 'MMB',
  Mouse2: 'RMB',
  Mouse3: 'Mouse 4',
  Mouse4: 'Mouse 5',
};

export function keyName(code: string): string {
  const here = layout.value.get(code);
  if (here?.trim()) return here.toUpperCase();
  if (NAMES[code]) return NAMES[code];
  return code.replace(/^Key|^Digit/, '').replace(/^Numpad/, 'Num ');
}

/** The first key bound to an action, as it is written on the keyboard; '' when unbound. */
export function keyOf(action: Action): string {
  const [first, second] = settings.bindings.value[action];
  const code = first || second;
  return code ? keyName(code) : '';
}

export function KeyHint({ action }: { action: Action }) {
  const name = keyOf(action);
  return name ? <kbd>{name}</kbd> : null;
}
