// A standard gamepad as actions: left stick walks, right stick looks, triggers fight, buttons use. In: navigator.getGamepads per frame.
// Out: stick, looks and pressed actions. Face buttons never cast: abilities need a held trigger, as on a cross hotbar.
import type { Action } from '../bindings';
import { mode } from '../state';
import type { BodyKeys } from './body';
import type { Keys } from './keys';

const REST = 0.16;
const LOOK_PX_PER_S = 720;
/** Button numbers of the standard mapping. */
const PLAIN: Readonly<Record<number, Action>> = {
  0: 'jump',
  1: 'crouch',
  2: 'interact',
  5: 'targetNext',
  8: 'views',
  9: 'menu',
  10: 'sprint',
};
const WAR: Readonly<Record<number, Action>> = { ...PLAIN, 3: 'weaponSwap', 5: 'warSlot1', 6: 'aim', 7: 'fire' };
const HELD_TRIGGER: Readonly<Record<number, Action>> = {
  0: 'slot1',
  1: 'slot2',
  2: 'slot3',
  3: 'slot4',
  12: 'slot5',
  15: 'slot6',
  13: 'slot7',
  14: 'slot8',
};
const TRIGGERS = [6, 7];

export class Pad {
  private readonly down = new Map<number, Action>();
  private moved = false;

  constructor(
    private readonly keys: Keys,
    private readonly body: BodyKeys,
    private readonly look: (dx: number, dy: number) => void,
  ) {}

  frame(dt_s: number): void {
    const pad = navigator.getGamepads().find(each => each?.mapping === 'standard');
    if (!pad) return;
    const [x, z, lookX, lookY] = pad.axes.map(axis => (Math.abs(axis) < REST ? 0 : axis));
    // Let the stick go once, so that an idle pad does not hold the on-screen stick at rest.
    if (x || z || this.moved) {
      this.body.stick.x = x;
      this.body.stick.z = -z;
      this.moved = x !== 0 || z !== 0;
    }
    if (lookX || lookY)
      this.look(lookX * Math.abs(lookX) * LOOK_PX_PER_S * dt_s, lookY * Math.abs(lookY) * LOOK_PX_PER_S * dt_s * 0.7);
    const trigger = mode.value === 'adventurer' && TRIGGERS.some(button => pad.buttons[button]?.pressed);
    const table = mode.value === 'warfront' ? WAR : trigger ? { ...PLAIN, ...HELD_TRIGGER } : PLAIN;
    pad.buttons.forEach((button, number) => {
      const held = this.down.get(number);
      if (button.pressed && !held && table[number]) {
        this.down.set(number, table[number]);
        this.keys.press(table[number], true);
      } else if (!button.pressed && held) {
        this.down.delete(number);
        this.keys.press(held, false);
      }
    });
  }
}
