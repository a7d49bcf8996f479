// What a player can do by key or button: the actions, where each holds, and its default keys. In: stored bindings. Out: the action of a key, conflicts.
// Keys are event.code names ("KeyW"), so that a binding keeps its place on any keyboard layout; mouse buttons are "Mouse0".."Mouse4".
import type { Mode } from './state';

export type Where = 'all' | Mode;
export type ActionGroup = 'move' | 'fight' | 'slots' | 'aim' | 'command' | 'panels' | 'talk' | 'views';

interface ActionKind {
  readonly group: ActionGroup;
  /** Views in which the action holds; two actions conflict only where they hold together. */
  readonly where: readonly Where[];
  readonly keys: readonly string[];
}

const BODY: readonly Where[] = ['adventurer', 'warfront'];
const act = (group: ActionGroup, where: readonly Where[], ...keys: string[]): ActionKind => ({ group, where, keys });

export const ACTIONS = {
  forward: act('move', BODY, 'KeyW', 'ArrowUp'),
  back: act('move', BODY, 'KeyS', 'ArrowDown'),
  left: act('move', BODY, 'KeyA'),
  right: act('move', BODY, 'KeyD'),
  turnLeft: act('move', BODY, 'ArrowLeft'),
  turnRight: act('move', BODY, 'ArrowRight'),
  jump: act('move', BODY, 'Space'),
  sprint: act('move', BODY, 'ShiftLeft', 'ShiftRight'),
  crouch: act('move', BODY, 'KeyC'),
  walk: act('move', BODY, 'KeyX'),
  autorun: act('move', BODY, 'KeyN'),

  interact: act('fight', BODY, 'KeyF'),
  point: act('fight', ['all'], 'Period', 'NumpadDecimal'),
  mount: act('move', BODY, 'KeyY'),
  targetNext: act('fight', ['adventurer'], 'Tab'),
  targetSelf: act('fight', ['adventurer'], 'F1'),
  stopCast: act('fight', ['adventurer'], 'KeyZ'),

  slot1: act('slots', ['adventurer'], 'Digit1'),
  slot2: act('slots', ['adventurer'], 'Digit2'),
  slot3: act('slots', ['adventurer'], 'Digit3'),
  slot4: act('slots', ['adventurer'], 'Digit4'),
  slot5: act('slots', ['adventurer'], 'Digit5'),
  slot6: act('slots', ['adventurer'], 'Digit6'),
  slot7: act('slots', ['adventurer'], 'Digit7'),
  slot8: act('slots', ['adventurer'], 'Digit8'),
  slot9: act('slots', ['adventurer'], 'Digit9'),
  slot10: act('slots', ['adventurer'], 'Digit0'),
  slot11: act('slots', ['adventurer'], 'Minus'),
  slot12: act('slots', ['adventurer'], 'Equal'),

  fire: act('aim', ['warfront'], 'Mouse0'),
  aim: act('aim', ['warfront'], 'Mouse2'),
  weapon1: act('aim', ['warfront'], 'Digit1'),
  weapon2: act('aim', ['warfront'], 'Digit2'),
  weaponSwap: act('aim', ['warfront'], 'KeyR'),
  warSlot1: act('aim', ['warfront'], 'KeyQ'),
  warSlot2: act('aim', ['warfront'], 'KeyE'),
  warSlot3: act('aim', ['warfront'], 'KeyG'),
  warSlot4: act('aim', ['warfront'], 'KeyT'),

  panUp: act('command', ['commander'], 'ArrowUp', 'KeyW'),
  panDown: act('command', ['commander'], 'ArrowDown', 'KeyS'),
  panLeft: act('command', ['commander'], 'ArrowLeft', 'KeyA'),
  panRight: act('command', ['commander'], 'ArrowRight', 'KeyD'),
  rotateLeft: act('command', ['commander'], 'KeyQ'),
  rotateRight: act('command', ['commander'], 'KeyE'),
  zoomIn: act('command', ['commander'], 'PageUp'),
  zoomOut: act('command', ['commander'], 'PageDown'),
  centre: act('command', ['commander'], 'Space'),

  bag: act('panels', ['all'], 'KeyB'),
  character: act('panels', ['all'], 'KeyP'),
  abilities: act('panels', ['all'], 'KeyK'),
  classes: act('panels', ['all'], 'KeyJ'),
  quests: act('panels', ['all'], 'KeyL'),
  craft: act('panels', ['all'], 'KeyU'),
  deeds: act('panels', ['all'], 'KeyO'),
  finder: act('panels', ['all'], 'KeyI'),
  guild: act('panels', ['adventurer', 'commander'], 'KeyG'),
  mail: act('panels', ['all'], 'Comma'),
  market: act('panels', ['all'], 'BracketLeft'),
  rivals: act('panels', ['all'], 'BracketRight'),
  people: act('panels', ['adventurer', 'commander'], 'KeyT'),
  map: act('panels', ['all'], 'KeyM'),
  help: act('panels', ['all'], 'KeyH'),
  menu: act('panels', ['all'], 'Escape'),
  debug: act('panels', ['all'], 'F3'),

  chat: act('talk', ['all'], 'Enter', 'NumpadEnter'),
  command: act('talk', ['all'], 'Slash', 'NumpadDivide'),
  reply: act('talk', ['adventurer', 'commander'], 'KeyR'),

  views: act('views', ['all'], 'Backquote'),
  plates: act('views', ['all'], 'KeyV'),
  hideHud: act('views', ['all'], 'F4'),
} as const satisfies Record<string, ActionKind>;

export type Action = keyof typeof ACTIONS;
export const ACTION_NAMES = Object.keys(ACTIONS) as Action[];
/** Primary and secondary key of each action; '' is unbound. */
export type Bindings = Record<Action, readonly [string, string]>;

/** Esc always leaves pointer lock and closes windows; a browser takes these chords for itself. */
export const FIXED: readonly Action[] = ['menu'];

export function defaultBindings(): Bindings {
  const all = {} as Record<Action, readonly [string, string]>;
  for (const name of ACTION_NAMES) all[name] = [ACTIONS[name].keys[0] ?? '', ACTIONS[name].keys[1] ?? ''];
  return all;
}

function together(a: Action, b: Action): boolean {
  const [x, y]: [readonly Where[], readonly Where[]] = [ACTIONS[a].where, ACTIONS[b].where];
  return x.includes('all') || y.includes('all') || x.some(where => y.includes(where));
}

/** Other actions that already hold `code` where `action` holds. */
export function conflicts(bindings: Bindings, action: Action, code: string): Action[] {
  if (!code) return [];
  return ACTION_NAMES.filter(other => other !== action && bindings[other].includes(code) && together(action, other));
}

/** The action bound to a key in a view, or undefined. */
export function actionOf(bindings: Bindings, mode: Mode, code: string): Action | undefined {
  return ACTION_NAMES.find(name => {
    const where: readonly Where[] = ACTIONS[name].where;
    return bindings[name].includes(code) && (where.includes('all') || where.includes(mode));
  });
}
