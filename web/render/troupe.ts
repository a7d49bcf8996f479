// All bodies in sight: comes and goes with the views, chooses detail by distance, fills the crowd. In: FrameView and camera. Out: instances to draw.
import { Frustum, Matrix4, type PerspectiveCamera, Sphere, Vector3 } from 'three';
import { CLASS_VILLAGER, FLAG_RESTING } from '../../assembly/layout';
import { unpackLook } from '../../src/shared/content/looks';
import { Actor } from './actor';
import { Cast } from './cast';
import type { FrameView, Tier } from './contract';
import { MAX_ACTORS, ROW_FLOATS } from './crowd';

interface Detail {
  near_m: number;
  middle_m: number;
  far_m: number;
  /** Most bodies drawn with every part. */
  nearest: number;
}
const DETAIL: Record<Tier, Detail> = {
  test: { near_m: 8, middle_m: 24, far_m: 160, nearest: 6 },
  low: { near_m: 13, middle_m: 42, far_m: 160, nearest: 24 },
  medium: { near_m: 24, middle_m: 62, far_m: 220, nearest: 60 },
  high: { near_m: 34, middle_m: 85, far_m: 300, nearest: 90 },
};
/** Bodies this near are kept although the camera does not see them: their shadows may fall into the picture. */
const SHADOW_M = 22;

export class Troupe {
  readonly cast = new Cast();
  readonly actors = new Map<number, Actor>();
  /** Near bodies first: what plates, shadows and picking go through. */
  readonly shown: Actor[] = [];
  private detail = DETAIL.medium;
  private frame = 0;
  private started = false;
  private readonly frustum = new Frustum();
  private readonly matrix = new Matrix4();
  private readonly ball = new Sphere(new Vector3(), 1);

  setTier(tier: Tier): void {
    this.detail = DETAIL[tier];
  }

  get(id: number): Actor | undefined {
    return this.actors.get(id);
  }

  update(view: FrameView, camera: PerspectiveCamera): void {
    this.frame++;
    for (const each of view.actors) {
      let actor = this.actors.get(each.id);
      if (!actor) {
        actor = new Actor(each, this.cast, this.started);
        employ(actor);
        this.actors.set(each.id, actor);
      }
      actor.seen = this.frame;
      actor.step(each, view.dtS);
    }
    this.started = view.actors.length > 0;
    for (const [id, actor] of this.actors) {
      if (actor.seen !== this.frame && !actor.leave(view.dtS)) this.actors.delete(id);
    }
    this.fill(view, camera);
  }

  private fill(view: FrameView, camera: PerspectiveCamera): void {
    const { crowd } = this.cast;
    this.frustum.setFromProjectionMatrix(this.matrix.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse));
    const { x, y, z } = camera.position;
    this.shown.length = 0;
    for (const actor of this.actors.values()) {
      const at = actor.view;
      actor.distance = Math.hypot(at.x - x, at.y + 1 - y, at.z - z);
      if (actor.distance < this.detail.far_m) this.shown.push(actor);
    }
    this.shown.sort((a, b) => a.distance - b.distance);
    if (this.shown.length > MAX_ACTORS) this.shown.length = MAX_ACTORS;
    crowd.begin();
    let row = 0;
    let nearest = 0;
    for (const actor of this.shown) {
      const { guise, view: at, distance } = actor;
      this.ball.center.set(at.x, at.y + guise.chest, at.z);
      this.ball.radius = guise.height * 0.9 + 0.4;
      const unseen = (at.own && view.weapon !== 'none') || !this.frustum.intersectsSphere(this.ball);
      if (unseen && distance > SHADOW_M) continue;
      const lit = at.id === view.hover ? 0.07 : at.id === view.target ? 0.04 : 0;
      actor.write(crowd.rows, row * ROW_FLOATS, view.timeS, lit);
      if (unseen) guise.middle.putShadow(row);
      else if (distance < this.detail.near_m && nearest < this.detail.nearest) {
        nearest++;
        for (const wear of guise.near) wear.put(row);
        guise.middle.putShadow(row);
      } else if (distance < this.detail.middle_m) guise.middle.put(row);
      else guise.far.put(row);
      row++;
    }
    crowd.end(row);
  }
}

/** Gives the people of the place something to do, and corpses their gait, by what they look like. */
function employ(actor: Actor): void {
  const { view } = actor;
  if (actor.guise.parts & 2 && view.cls !== CLASS_VILLAGER) actor.shuffle();
  if (view.cls !== CLASS_VILLAGER) return;
  const look = unpackLook(view.look);
  const smith = /smith/i.test(view.title);
  if (smith) actor.employ('hammer', 'hammer');
  else if (view.flags & FLAG_RESTING) actor.employ('sit', '');
  else if (look.apron && look.hat !== 6 && look.shirt % 2 === 0) actor.employ('sweep', 'broom');
  else actor.chatty = true;
}
