// One of the three ways to hold the same character: what its keys, its mouse and each frame do. modes.ts hands the controls from one to another.
import type { Action } from '../bindings';
import type { Hand } from './pointer';

export interface View extends Hand {
  enter(): void;
  leave(): void;
  action(action: Action, down: boolean): void;
  /** Writes what is held into the stage's `held`, and turns the camera. */
  frame(dt_s: number, now_ms: number): void;
}
