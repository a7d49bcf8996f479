// All bodies in sight: comes and goes with the views, chooses detail by distance, fills the crowd. In: FrameView and camera. Out: instances to draw.
import { Frustum, Matrix4, type PerspectiveCamera, Sphere, Vector3 } from 'three';
import { CLASS_VILLAGER, FLAG_RESTING } from '../../assembly/layout';
import { unpackLook } from '../../src/shared/content/looks';
import { Actor } from './actor';
import { Cast } from './cast';
import type { FrameView, Tier } from './contract';
import { MAX_ACTORS, ROW_FLOATS } from './crowd';
import { Closenesses, DETAIL, FIGURE, rankOf, SIMPLE } from './detail';
import type { Steed } from './steed';

/** Bodies this near are kept although the camera does not see them: their shadows may fall into the picture. */
const SHADOW_M = 22;

export class Troupe {
  readonly cast = new Cast();
  readonly actors = new Map<number, Actor>();
  /** Near bodies first: what plates, shadows and picking go through. */
  readonly shown: Actor[] = [];
  private readonly closenesses = new Closenesses();
  private detail = DETAIL.medium;
  private frame = 0;
  private started = false;
  private readonly frustum = new Frustum();
  private readonly matrix = new Matrix4();
  private readonly ball = new Sphere(new Vector3(), 1);

  setTier(tier: Tier): void {
    this.detail = DETAIL[tier];
    this.closenesses.setTier(tier);
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
    for (const actor of this.actors.values()) {
      if (actor.seen !== this.frame && !actor.leave(view.dtS)) this.actors.delete(actor.view.id);
    }
    this.rank(view, camera);
    this.fill(view, camera);
  }

  /** Who may be seen, the most important first. */
  private rank(view: FrameView, camera: PerspectiveCamera): void {
    const { x, y, z } = camera.position;
    this.shown.length = 0;
    for (const actor of this.actors.values()) {
      const at = actor.view;
      actor.distance = Math.hypot(at.x - x, at.y + 1 - y, at.z - z);
      if (actor.distance >= this.detail.far_m) continue;
      actor.matters = at.own || at.id === view.target || at.id === view.hover || view.heeds.has(at.id);
      actor.rank = rankOf(actor.distance, actor.closeness, actor.matters);
      this.shown.push(actor);
    }
    this.shown.sort(byRank);
    if (this.shown.length > MAX_ACTORS) this.shown.length = MAX_ACTORS;
  }

  private fill(view: FrameView, camera: PerspectiveCamera): void {
    const { crowd } = this.cast;
    this.frustum.setFromProjectionMatrix(this.matrix.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse));
    crowd.begin();
    this.closenesses.begin();
    const shadows = this.detail.shadow_m > 0;
    let row = 0;
    for (const actor of this.shown) {
      const { guise, view: at, distance } = actor;
      this.ball.center.set(at.x, at.y + guise.chest, at.z);
      this.ball.radius = guise.height * 0.9 + 0.4 + actor.lift;
      const unseen = (at.own && view.weapon !== 'none') || !this.frustum.intersectsSphere(this.ball);
      actor.inSight = !unseen;
      if (unseen && (!shadows || distance > SHADOW_M)) continue;
      const lit = at.id === view.hover ? 0.07 : at.id === view.target ? 0.04 : 0;
      actor.write(crowd.rows, row * ROW_FLOATS, view.timeS, lit);
      if (unseen) crowd.casting.putShadow(row, guise.middle);
      else this.draw(actor, row, shadows);
      row++;
      if (actor.steed && row < MAX_ACTORS) this.lead(actor, actor.steed, row++, shadows, lit);
    }
    crowd.end(row);
  }

  /** The steed under a rider, as closely as he. One's own is seen in first person too: its neck and ears. */
  private lead(
    { view: at, inSight, presence, closeness, distance }: Actor,
    steed: Steed,
    row: number,
    shadows: boolean,
    lit: number,
  ): void {
    const { crowd } = this.cast;
    const { plain, casting } = crowd;
    const { guise } = steed;
    steed.write(crowd.rows, row * ROW_FLOATS, presence, lit);
    if (!inSight && !at.own) casting.putShadow(row, guise.middle);
    else if (closeness === FIGURE || at.own) {
      plain.put(row, guise.near);
      if (shadows) casting.putShadow(row, guise.middle);
    } else if (shadows && distance < this.detail.shadow_m) casting.put(row, guise.middle);
    else plain.put(row, guise.middle);
  }

  private draw(actor: Actor, row: number, shadows: boolean): void {
    const { plain, casting } = this.cast.crowd;
    const { guise, distance } = actor;
    actor.closeness = this.closenesses.of(distance, actor.rank, actor.matters);
    if (actor.closeness === FIGURE) {
      plain.put(row, guise.near);
      if (shadows) casting.putShadow(row, guise.middle);
    } else if (actor.closeness === SIMPLE) (shadows ? casting : plain).put(row, guise.middle);
    else if (distance < this.detail.shadow_m) casting.put(row, guise.far);
    else plain.put(row, guise.far);
  }
}

const byRank = (a: Actor, b: Actor): number => a.rank - b.rank;

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
