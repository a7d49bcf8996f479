// Fingers: the on-screen stick and buttons press actions, a free finger looks round or drags the ground, two pinch to zoom.
// In: what the touch panel tells through the commands; out: actions, looks, picks.
import type { Stage } from '../game/stage';
import { mode } from '../state';
import type { Adventurer } from './adventurer';
import type { BodyKeys } from './body';
import type { Commander } from './commander';
import type { Warfront } from './warfront';

/** A finger looks round faster per pixel than a mouse: its way is shorter. */
const LOOK_GAIN = 1.6;
const PINCH_PER_STEP_PX = 40;

export class Touch {
  constructor(
    private readonly stage: Stage,
    private readonly body: BodyKeys,
    private readonly views: { adventurer: Adventurer; warfront: Warfront; commander: Commander },
  ) {}

  stick(x: number, z: number): void {
    this.body.stick.x = x;
    this.body.stick.z = z;
  }

  button(which: 'jump' | 'sprint' | 'fire' | 'aim', down: boolean): void {
    this.stage.keys.press(which, down);
  }

  look(dx: number, dy: number, pinch: number): void {
    const { adventurer, warfront, commander } = this.views;
    if (mode.value === 'warfront') warfront.look(dx * LOOK_GAIN, dy * LOOK_GAIN);
    else if (mode.value === 'adventurer') adventurer.look(dx * LOOK_GAIN, dy * LOOK_GAIN);
    else commander.dragGround(dx, dy);
    if (!pinch) return;
    const steps = -pinch / PINCH_PER_STEP_PX;
    if (mode.value === 'adventurer') adventurer.wheel(steps);
    else if (mode.value === 'commander') commander.zoom(steps, window.innerWidth / 2, window.innerHeight / 2);
  }

  tap(x: number, y: number): void {
    const { adventurer, commander } = this.views;
    if (mode.value === 'adventurer') adventurer.tap(x, y);
    else if (mode.value === 'commander') commander.tap(x, y);
  }
}
