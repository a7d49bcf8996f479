// What every part of the running game shares: the world, the session in it, the picture and the hands. Made once per page by main.ts.
import type { Place } from '../../src/shared/content/kinds';
import type { Sim } from '../../src/shared/sim';
import type { Ears } from '../audio/ears';
import type { Keys } from '../input/keys';
import type { Pointer } from '../input/pointer';
import type { Held } from '../net/predict';
import type { Session } from '../net/session';
import type { ActorView, Renderer } from '../render/contract';
import type { CameraMan } from './camera';

export interface Stage {
  /** The core and the place that the own body is in: they change when it walks into another region. */
  readonly sim: Sim;
  readonly place: Place;
  readonly session: Session;
  readonly renderer: Renderer;
  readonly canvas: HTMLCanvasElement;
  readonly camera: CameraMan;
  readonly keys: Keys;
  readonly pointer: Pointer;
  readonly ears: Ears;
  /** What the player holds down this frame: input writes it, the session sends it. */
  readonly held: Held;
}

/** The body with that id, if it is in sight. */
export function bodyOf(stage: Stage, id: number): ActorView | undefined {
  return stage.session.mirror?.bodies.get(id);
}

export function ownBody(stage: Stage): ActorView | undefined {
  return bodyOf(stage, stage.session.entity);
}

/** Metres over ground between the own body and a point. */
export function farFrom(stage: Stage, x: number, z: number): number {
  const { drawn } = stage.session.predictor;
  return Math.hypot(drawn.x - x, drawn.z - z);
}
