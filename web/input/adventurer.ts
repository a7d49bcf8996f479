// Third person: keys walk relative to the camera, the right button looks and steers, both run, clicks choose, F uses.
// In: actions and the mouse; out: held buttons and yaw, targets, uses.
import { CLASS_VILLAGER, FLAG_DEAD } from '../../assembly/layout';
import type { Action } from '../bindings';
import type { Fight } from '../game/fight';
import { pileOf } from '../game/fight';
import type { Interact } from '../game/interact';
import type { Stage } from '../game/stage';
import type { Targets } from '../game/targets';
import type { ActorView } from '../render/contract';
import { settings } from '../settings';
import { corpses, hoverWord } from '../state';
import { type Key, t } from '../strings';
import type { BodyKeys } from './body';
import { keyDirection, strafe, TURN_RADPS, turn } from './steer';
import type { View } from './view';

const LEFT = 1;
const RIGHT = 2;
/** How fast the body turns into the direction it runs. */
const BODY_TURN_RADPS = 14;
const LOOK_RAD_PER_PX = 0.0042;
const PITCH_DOWN = -1.3;
const PITCH_UP = 0.85;
const BOOM_MIN_M = 1.8;
const BOOM_MAX_M = 16;
const HOVER_EVERY_MS = 120;

export class Adventurer implements View {
  private buttons = 0;
  private hoverAt_ms = 0;
  hover = 0;

  constructor(
    private readonly stage: Stage,
    private readonly body: BodyKeys,
    private readonly targets: Targets,
    private readonly fight: Fight,
    private readonly interact: Interact,
    private readonly useItem: (item: string) => void,
  ) {}

  enter(): void {
    this.buttons = 0;
    this.stage.camera.pitch = Math.max(-0.8, Math.min(0.2, this.stage.camera.pitch || -0.19));
  }

  leave(): void {
    this.body.rest();
    this.hover = 0;
    hoverWord.value = null;
    this.stage.canvas.style.cursor = '';
  }

  action(action: Action, down: boolean): void {
    this.body.action(action, down);
    if (!down) return;
    if (action === 'targetNext') this.targets.next();
    else if (action === 'targetSelf') this.targets.set(this.stage.session.entity);
    else if (action === 'interact') this.interact.use();
    else if (action === 'stopCast') this.stopAll();
    else if (action === 'mount') this.fight.ride();
    else if (action.startsWith('slot')) this.slot(Number(action.slice(4)) - 1);
  }

  press(button: number): void {
    this.buttons |= button === 0 ? LEFT : button === 2 ? RIGHT : 0;
    if (button !== 0 && button !== 2) this.stage.keys.down(`Mouse${button}`);
  }

  move(dx: number, dy: number): void {
    if (this.buttons) this.look(dx, dy);
  }

  /** Turns the camera as if dragged by so many pixels. */
  look(dx: number, dy: number): void {
    const { camera } = this.stage;
    const speed = (LOOK_RAD_PER_PX * settings.sensitivity.value) / 100;
    camera.yaw += dx * speed;
    camera.pitch = clamp(camera.pitch - dy * speed * (settings.invert.value ? -1 : 1), PITCH_DOWN, PITCH_UP);
  }

  release(button: number, x: number, y: number, click: boolean): void {
    this.buttons &= ~(button === 0 ? LEFT : button === 2 ? RIGHT : 0);
    this.stage.keys.up(`Mouse${button}`);
    if (!click || this.buttons) return;
    const id = this.stage.renderer.pick(x, y);
    if (button === 0 && id) this.targets.set(id);
    else if (button === 2 && id) this.act(id);
  }

  /** A finger on a body: chooses it, and uses or attacks it when it was chosen already. */
  tap(x: number, y: number): void {
    const id = this.stage.renderer.pick(x, y);
    if (id && id === this.targets.id) this.act(id);
    else if (id) this.targets.set(id);
  }

  wheel(steps: number): void {
    const { camera } = this.stage;
    camera.boom_m = clamp(camera.boom_m * 1.16 ** steps, BOOM_MIN_M, BOOM_MAX_M);
  }

  frame(dt_s: number, now_ms: number): void {
    const { camera, held, keys } = this.stage;
    if (keys.holds('turnLeft')) camera.yaw -= TURN_RADPS * dt_s;
    if (keys.holds('turnRight')) camera.yaw += TURN_RADPS * dt_s;
    const { forward, right } = this.body.direction(this.buttons === (LEFT | RIGHT));
    const go = keyDirection(forward, right, camera.yaw);
    held.buttons = this.body.buttons(go !== null);
    held.pitch = 0;
    const face = this.fight.faceYaw ?? (this.buttons & RIGHT ? camera.yaw : null);
    if (face !== null) {
      const step = strafe(go, turn(held.yaw, face, BODY_TURN_RADPS * dt_s));
      held.buttons |= step.buttons;
      held.yaw = step.yaw;
    } else if (go !== null) {
      held.yaw = turn(held.yaw, go, BODY_TURN_RADPS * dt_s);
      const step = strafe(go, held.yaw);
      held.buttons |= step.buttons;
      if (step.yaw === go) held.yaw = go;
    }
    if (now_ms - this.hoverAt_ms > HOVER_EVERY_MS) this.lookUnder(now_ms);
  }

  /** What lies under the mouse: shown by the cursor and a ring. */
  private lookUnder(now_ms: number): void {
    this.hoverAt_ms = now_ms;
    const { pointer, renderer, canvas } = this.stage;
    this.hover = pointer.inside && !this.buttons ? renderer.pick(pointer.x, pointer.y) : 0;
    if (this.hover === this.stage.session.entity) this.hover = 0;
    canvas.style.cursor = this.hover ? 'pointer' : '';
    this.say(pointer.x, pointer.y);
  }

  /** What the right button would do to what lies under the mouse. */
  private say(x: number, y: number): void {
    const body = this.hover ? this.stage.session.mirror?.bodies.get(this.hover) : undefined;
    const key = body && this.clickMeans(body);
    const text = key ? t(key) : '';
    if (!text) {
      if (hoverWord.value) hoverWord.value = null;
    } else if (hoverWord.value?.text !== text || hoverWord.value.x !== x || hoverWord.value.y !== y)
      hoverWord.value = { x, y, text };
  }

  private clickMeans(body: ActorView): Key | null {
    if (this.targets.isFoe(body)) return 'hover.attack';
    if (corpses.value.has(body.id)) return 'hover.loot';
    return body.cls === CLASS_VILLAGER ? 'hover.talk' : body.flags & FLAG_DEAD ? null : 'hover.choose';
  }

  /** Right click: use what is there, attack a foe. */
  private act(id: number): void {
    const body = this.stage.session.mirror?.bodies.get(id);
    if (!body || body.own) return;
    if (this.targets.isFoe(body)) this.fight.engage(id);
    else {
      this.targets.set(id);
      this.interact.useBody(body);
    }
  }

  private slot(index: number): void {
    const what = settings.bar.value[index];
    if (what > 0) this.fight.use(what);
    else if (what < 0) {
      const pile = pileOf(-what);
      if (pile) this.useItem(pile.id);
    }
  }

  private stopAll(): void {
    this.fight.stop();
    this.stage.session.send('cancel', {});
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
