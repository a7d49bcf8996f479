// Overhead: pan, zoom to the cursor, rotate, draw a box round what is yours, and order it with the right button. What is yours today is
// your own body. In: actions and the mouse; out: camera pivot, selection, and held intents that carry the order out.
import { RING_3_M, WORLD_SIZE_M } from '../../assembly/layout';
import type { Action } from '../bindings';
import type { Fight } from '../game/fight';
import { bodyOf, ownBody, type Stage } from '../game/stage';
import type { Targets } from '../game/targets';
import { boundsOfPlace } from '../places';
import { mode, selectBox, selected, sheet } from '../state';
import type { Orders } from './orders';
import { strafe, turn } from './steer';
import type { View } from './view';

const PAN_PER_S = 0.95; // heights per second
const EDGE_PX = 10;
const ROTATE_RADPS = 1.7;
const LOWEST_M = 12;
const HIGHEST_M = 75;
const BODY_TURN_RADPS = 14;

/** Into the place and what is in sight beyond its borders, and never out of the world. */
function within(at: number, low: number, high: number): number {
  return Math.max(low - RING_3_M, 0, Math.min(high + RING_3_M, WORLD_SIZE_M, at));
}

export class Commander implements View {
  hover = 0;
  private drag: { x: number; y: number } | null = null;
  private panning = false;
  private atEdge = false;
  private x = 0;
  private y = 0;

  constructor(
    private readonly stage: Stage,
    readonly orders: Orders,
    private readonly targets: Targets,
    private readonly fight: Fight,
    private readonly stuck: () => void,
    /** Of a pad: pans. */
    private readonly stick: { readonly x: number; readonly z: number },
  ) {
    orders.onStuck = () => this.stuck();
  }

  enter(): void {
    const { camera, session } = this.stage;
    camera.overYaw = camera.yaw;
    this.lookAt(session.predictor.drawn.x, session.predictor.drawn.z);
    this.select(true);
  }

  leave(): void {
    const { camera, held } = this.stage;
    this.orders.cancel();
    // Orders turned the body meanwhile: look where it looks.
    camera.yaw = held.yaw;
    this.drag = null;
    selectBox.value = null;
    this.select(false);
  }

  lookAt(x: number, z: number): void {
    const { camera, place } = this.stage;
    const { west, north, east, south } = boundsOfPlace(place);
    camera.pivotX = within(x, west, east);
    camera.pivotZ = within(z, north, south);
  }

  action(action: Action, down: boolean): void {
    if (!down) return;
    const { drawn } = this.stage.session.predictor;
    if (action === 'centre') {
      this.lookAt(drawn.x, drawn.z);
      this.select(true);
    } else if (action === 'zoomIn') this.zoom(-1, this.x, this.y);
    else if (action === 'zoomOut') this.zoom(1, this.x, this.y);
  }

  press(button: number, x: number, y: number): void {
    if (button === 0) this.drag = { x, y };
    else if (button === 1) this.panning = true;
    else if (button > 2) this.stage.keys.down(`Mouse${button}`);
  }

  move(dx: number, dy: number, _buttons: number, x: number, y: number): void {
    this.x = x;
    this.y = y;
    const { innerWidth, innerHeight } = window;
    this.atEdge = x < EDGE_PX || y < EDGE_PX || x > innerWidth - EDGE_PX || y > innerHeight - EDGE_PX;
    if (this.panning) this.dragGround(dx, dy);
    else if (this.drag && Math.abs(x - this.drag.x) + Math.abs(y - this.drag.y) > 8) {
      selectBox.value = {
        x: Math.min(x, this.drag.x),
        y: Math.min(y, this.drag.y),
        w: Math.abs(x - this.drag.x),
        h: Math.abs(y - this.drag.y),
      };
    }
  }

  release(button: number, x: number, y: number, click: boolean): void {
    if (button === 1) this.panning = false;
    this.stage.keys.up(`Mouse${button}`);
    if (button === 0) {
      if (selectBox.value) this.select(this.inBox(selectBox.value));
      else if (click) this.pick(x, y);
      this.drag = null;
      selectBox.value = null;
    } else if (button === 2 && click) this.order(x, y);
  }

  /** A finger: chooses what is one's own, sends it anywhere else. */
  tap(x: number, y: number): void {
    if (this.stage.renderer.pick(x, y) === this.stage.session.entity) this.select(true);
    else this.order(x, y);
  }

  wheel(steps: number, x: number, y: number): void {
    this.zoom(steps, x, y);
  }

  /** A finger drags the ground along. */
  dragGround(dx: number, dy: number): void {
    const { camera } = this.stage;
    const perPx = (camera.height_m * 1.15) / window.innerHeight;
    this.pan(-dx * perPx, dy * perPx * 1.25);
  }

  zoom(steps: number, x: number, y: number): void {
    const { camera, renderer } = this.stage;
    const before = renderer.groundAt(x, y);
    const old_m = camera.height_m;
    camera.height_m = Math.max(LOWEST_M, Math.min(HIGHEST_M, old_m * 1.18 ** steps));
    if (!before) return;
    // The point under the cursor stays under it.
    const share = 1 - camera.height_m / old_m;
    this.lookAt(camera.pivotX + (before.x - camera.pivotX) * share, camera.pivotZ + (before.z - camera.pivotZ) * share);
  }

  frame(dt_s: number, now_ms: number): void {
    const { camera, keys, held, session } = this.stage;
    if (keys.holds('rotateLeft')) camera.overYaw -= ROTATE_RADPS * dt_s;
    if (keys.holds('rotateRight')) camera.overYaw += ROTATE_RADPS * dt_s;
    this.panByKeys(dt_s);
    const { order } = this.orders;
    const goal = order?.body ? (bodyOf(this.stage, order.body) ?? null) : null;
    if (order?.body && (!goal || !this.targets.isFoe(goal))) this.orders.cancel();
    const { drawn } = session.predictor;
    const go = this.orders.direction(drawn.x, drawn.z, now_ms, dt_s, goal);
    const face = go ?? this.fight.faceYaw;
    if (face !== null) held.yaw = turn(held.yaw, face, BODY_TURN_RADPS * dt_s);
    held.buttons = strafe(go, held.yaw).buttons;
    held.pitch = 0;
    this.showSelected();
  }

  private panByKeys(dt_s: number): void {
    const { keys, camera, pointer } = this.stage;
    const { innerWidth, innerHeight } = window;
    const edge = this.atEdge && pointer.inside && document.hasFocus() && !this.drag;
    const right =
      this.stick.x +
      (keys.holds('panRight') || (edge && this.x > innerWidth - EDGE_PX) ? 1 : 0) -
      (keys.holds('panLeft') || (edge && this.x < EDGE_PX) ? 1 : 0);
    const up =
      this.stick.z +
      (keys.holds('panUp') || (edge && this.y < EDGE_PX) ? 1 : 0) -
      (keys.holds('panDown') || (edge && this.y > innerHeight - EDGE_PX) ? 1 : 0);
    if (right || up) this.pan(right * PAN_PER_S * camera.height_m * dt_s, up * PAN_PER_S * camera.height_m * dt_s);
  }

  /** Metres to the right and away from the eye. */
  private pan(right: number, away: number): void {
    const { camera } = this.stage;
    const s = Math.sin(camera.overYaw);
    const c = Math.cos(camera.overYaw);
    this.lookAt(camera.pivotX + right * c + away * s, camera.pivotZ + right * s - away * c);
  }

  private inBox(box: { x: number; y: number; w: number; h: number }): boolean {
    const { drawn } = this.stage.session.predictor;
    const at = this.stage.renderer.project(drawn.x, drawn.y + 0.9, drawn.z);
    return !!at && at.x >= box.x && at.x <= box.x + box.w && at.y >= box.y && at.y <= box.y + box.h;
  }

  private pick(x: number, y: number): void {
    const id = this.stage.renderer.pick(x, y);
    this.select(id === this.stage.session.entity);
    if (id && id !== this.stage.session.entity) this.targets.set(id);
  }

  private order(x: number, y: number): void {
    if (!selected.value.length) return;
    const now_ms = performance.now();
    const { drawn } = this.stage.session.predictor;
    const body = bodyOf(this.stage, this.stage.renderer.pick(x, y));
    if (body && this.targets.isFoe(body)) {
      this.fight.engage(body.id);
      this.orders.give({ x: body.x, z: body.z, body: body.id }, drawn.x, drawn.z, now_ms);
      return;
    }
    const ground = this.stage.renderer.groundAt(x, y);
    if (!ground) return;
    this.fight.stop();
    this.orders.give({ x: ground.x, z: ground.z, body: 0 }, drawn.x, drawn.z, now_ms);
  }

  private select(own: boolean): void {
    const body = own ? ownBody(this.stage) : undefined;
    selected.value = body ? [{ id: body.id, name: body.name, hp: body.hp, level: sheet.value?.level ?? body.level }] : [];
  }

  private showSelected(): void {
    const [first] = selected.value;
    const body = ownBody(this.stage);
    if (first && body && mode.value === 'commander' && (first.hp !== body.hp || first.name !== body.name)) this.select(true);
  }
}
