// What adventurer and warfront share: walking keys, jump, sprint, crouch, walk and auto-run, as hold or toggle. Out: button bits and a direction.
import { BUTTON_CROUCH, BUTTON_JUMP, BUTTON_SPRINT, BUTTON_WALK } from '../../assembly/layout';
import type { Action } from '../bindings';
import { settings } from '../settings';
import type { Keys } from './keys';

/** The on-screen stick rests inside this. */
const STICK_REST = 0.18;
/** The stick beyond this walks at full speed; before it, slowly. */
const STICK_RUN = 0.6;

export class BodyKeys {
  autorun = false;
  /** The on-screen or pad stick: right and forward in -1..1. */
  readonly stick = { x: 0, z: 0 };
  private sprinting = false;
  private walking = false;

  constructor(private readonly keys: Keys) {}

  action(action: Action, down: boolean): void {
    if (!down) return;
    if (action === 'autorun') this.autorun = !this.autorun;
    else if (action === 'forward' || action === 'back') this.autorun = false;
    else if (action === 'sprint' && settings.sprint.value === 'toggle') this.sprinting = !this.sprinting;
    else if (action === 'walk') this.walking = !this.walking;
  }

  rest(): void {
    this.autorun = false;
    this.stick.x = this.stick.z = 0;
  }

  /** Forward and right in -1..1. `run`: something else (both mouse buttons) runs ahead too. */
  direction(run = false): { forward: number; right: number } {
    const { keys, stick } = this;
    if (Math.hypot(stick.x, stick.z) > STICK_REST) return { forward: stick.z, right: stick.x };
    const forward = (keys.holds('forward') || this.autorun || run ? 1 : 0) - (keys.holds('back') ? 1 : 0);
    const right = (keys.holds('right') ? 1 : 0) - (keys.holds('left') ? 1 : 0);
    return { forward, right };
  }

  buttons(moving: boolean): number {
    const { keys, stick } = this;
    if (!moving && settings.sprint.value === 'toggle') this.sprinting = false;
    const gentle = Math.hypot(stick.x, stick.z);
    let bits = 0;
    if (keys.holds('jump')) bits |= BUTTON_JUMP;
    if (settings.sprint.value === 'toggle' ? this.sprinting : keys.holds('sprint')) bits |= BUTTON_SPRINT;
    if (keys.holds('crouch')) bits |= BUTTON_CROUCH;
    if (this.walking || (gentle > STICK_REST && gentle < STICK_RUN)) bits |= BUTTON_WALK;
    return bits;
  }
}
