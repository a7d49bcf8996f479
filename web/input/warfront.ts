// First person: the mouse is locked and aims, fire is held, the weapon kicks at once. In: actions and raw mouse movement;
// out: held buttons with yaw and pitch of the aim. When the browser takes the lock away (Esc), the menu opens.
import { BUTTON_AIM, BUTTON_FIRE, BUTTON_WEAPON_BOW, FLAG_DEAD } from '../../assembly/layout';
import { abilities } from '../../src/shared/content';
import { strayOf } from '../../src/shared/rules/stray';
import type { Action } from '../bindings';
import type { Fight } from '../game/fight';
import type { Interact } from '../game/interact';
import { refuse } from '../game/passing';
import type { Stage } from '../game/stage';
import { settings } from '../settings';
import { chatOpen, cooldowns, panels, reload, spread, viewChooser, weapon } from '../state';
import { t } from '../strings';
import { anyOpen } from '../ui/window';
import type { BodyKeys } from './body';
import { keyDirection, strafe, TURN_RADPS } from './steer';
import type { View } from './view';

export const WHEEL_LOCK_SHOT = 11;
export const AIMED_ARROW = 12;
const LOOK_RAD_PER_PX = 0.0022;
const PITCH_MOST = 1.45;
const AIMED_FOV = 0.68;
const HINT_EVERY_MS = 8000;
/** Recoil in radians: up, and to a side by chance. */
const KICK = { 'wheel-lock': 0.035, bow: 0.006 } as const;

export class Warfront implements View {
  /** The weapon went off: kick, sound, picture. */
  onShot: (ability: number) => void = () => {};
  onLockLost: () => void = () => {};
  private active = false;
  private aiming = false;
  private releasing = false;
  private dragging = false;
  private hintAfter_ms = 0;
  /** The predictor's tick when the weapon went off last. */
  private shotTick = -1;

  constructor(
    private readonly stage: Stage,
    private readonly body: BodyKeys,
    private readonly fight: Fight,
    private readonly interact: Interact,
  ) {
    document.addEventListener('pointerlockchange', () => this.lockChanged());
  }

  enter(): void {
    this.active = true;
    this.stage.camera.pitch = 0;
    void this.stage.pointer.lock();
  }

  leave(): void {
    this.body.rest();
    this.active = false;
    this.aiming = false;
    this.freePointer();
    this.stage.held.pitch = 0;
  }

  action(action: Action, down: boolean): void {
    this.body.action(action, down);
    if (action === 'aim') this.aim(down);
    if (!down) return;
    if (action === 'weapon1') this.take('wheel-lock');
    else if (action === 'weapon2') this.take('bow');
    else if (action === 'weaponSwap') this.take(weapon.value === 'bow' ? 'wheel-lock' : 'bow');
    else if (action === 'interact') this.interact.use();
    else if (action === 'mount') this.fight.ride();
    else if (action.startsWith('warSlot')) this.slot(Number(action.slice(7)) - 1);
  }

  press(button: number): void {
    const { pointer, keys } = this.stage;
    // The first click takes the mouse; it should not also fire.
    if (!pointer.locked) {
      this.dragging = true;
      void pointer.lock();
      return;
    }
    keys.down(`Mouse${button}`);
  }

  move(dx: number, dy: number): void {
    if (this.stage.pointer.locked || this.dragging) this.look(dx, dy);
    else if (!this.needsPointer()) this.hintPointer();
  }

  look(dx: number, dy: number): void {
    const { camera } = this.stage;
    const zoom = camera.fovDeg / settings.fov.value;
    const speed = (LOOK_RAD_PER_PX * settings.sensitivity.value * zoom) / 100;
    camera.yaw += dx * speed;
    camera.pitch = Math.max(-PITCH_MOST, Math.min(PITCH_MOST, camera.pitch - dy * speed * (settings.invert.value ? -1 : 1)));
  }

  release(button: number): void {
    this.dragging = false;
    this.stage.keys.up(`Mouse${button}`);
  }

  wheel(steps: number): void {
    if (Math.abs(steps) > 0.2) this.take(weapon.value === 'bow' ? 'wheel-lock' : 'bow');
  }

  frame(dt_s: number, now_ms: number): void {
    const { camera, held, keys, session } = this.stage;
    this.mindPointer();
    if (keys.holds('turnLeft')) camera.yaw -= TURN_RADPS * dt_s;
    if (keys.holds('turnRight')) camera.yaw += TURN_RADPS * dt_s;
    const { forward, right } = this.body.direction();
    const go = keyDirection(forward, right, camera.yaw);
    held.buttons = strafe(go, camera.yaw).buttons | this.body.buttons(go !== null);
    // Keys point along the eight directions of the view, so the yaw that strafe gives is the camera's own.
    // A shot is told with the next tick, as it was aimed: the weapon has kicked by then.
    if (session.predictor.tick !== this.shotTick) {
      held.yaw = camera.yaw;
      held.pitch = camera.pitch + camera.kick;
    }
    if (weapon.value === 'bow') held.buttons |= BUTTON_WEAPON_BOW;
    if (this.aiming) held.buttons |= BUTTON_AIM;
    const { drawn } = session.predictor;
    if (keys.holds('fire') && !this.needsPointer()) {
      held.buttons |= BUTTON_FIRE;
      this.fire(now_ms);
    }
    camera.fovDeg = settings.fov.value * (this.aiming ? AIMED_FOV : 1);
    this.showSpread(strayOf(drawn.speed, drawn.flags, held.buttons));
  }

  /** The shot is shown when the trigger is pulled; the region decides whom it met. */
  private fire(now_ms: number): void {
    const ability = weapon.value === 'bow' ? AIMED_ARROW : WHEEL_LOCK_SHOT;
    if (now_ms < reload.value.readyAt || now_ms < (cooldowns.value.get(ability)?.readyAt ?? 0)) return;
    const whole = (abilities.get(ability)?.cooldown_ticks ?? 20) * 50;
    reload.value = { readyAt: now_ms + whole, whole };
    const { camera, renderer, session } = this.stage;
    this.shotTick = session.predictor.tick;
    camera.kick += KICK[weapon.value];
    renderer.recoil();
    this.onShot(ability);
  }

  private take(which: 'wheel-lock' | 'bow'): void {
    if (weapon.value === which) return;
    weapon.value = which;
    const ready = cooldowns.value.get(which === 'bow' ? AIMED_ARROW : WHEEL_LOCK_SHOT);
    reload.value = { readyAt: ready?.readyAt ?? 0, whole: ready?.whole ?? 0 };
  }

  private aim(down: boolean): void {
    if (settings.aim.value === 'toggle') this.aiming = down ? !this.aiming : this.aiming;
    else this.aiming = down;
  }

  private slot(index: number): void {
    const what = settings.warBar.value[index];
    if (what > 0) this.fight.use(what);
  }

  /** Something wants the mouse for itself: a window, what is typed, or the way back from the dead. */
  private needsPointer(): boolean {
    const isDead = (this.stage.session.predictor.drawn.flags & FLAG_DEAD) !== 0;
    return isDead || anyOpen() || panels.value.size > 0 || chatOpen.value || viewChooser.value;
  }

  /** When the last of that is over, the aim takes the mouse back. */
  private mindPointer(): void {
    const { pointer } = this.stage;
    if (this.needsPointer()) {
      this.freePointer();
      this.releasing = true;
    } else if (this.releasing) {
      this.releasing = false;
      void pointer.lock();
    }
  }

  /** The browser did not give the mouse: a mouse that does nothing must say why. */
  private hintPointer(): void {
    const now_ms = performance.now();
    if (now_ms < this.hintAfter_ms) return;
    this.hintAfter_ms = now_ms + HINT_EVERY_MS;
    refuse(t('help.mouse.warfront'));
  }

  private freePointer(): void {
    if (!this.stage.pointer.locked) return;
    this.releasing = true;
    this.stage.pointer.unlock();
  }

  private lockChanged(): void {
    if (!this.active || this.stage.pointer.locked) return;
    this.stage.keys.up('Mouse0');
    this.stage.keys.up('Mouse2');
    if (!this.releasing) this.onLockLost();
  }

  /** The strokes stand round the cone in which the shot will fall. */
  private showSpread(stray_rad: number): void {
    const { fovDeg } = this.stage.camera;
    const perRad = window.innerHeight / 2 / Math.tan((fovDeg * Math.PI) / 360);
    const px = Math.round((this.aiming ? 3 : 5) + Math.tan(stray_rad) * perRad);
    if (px !== spread.value) spread.value = px;
  }
}
