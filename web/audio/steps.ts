// Footsteps of the own body by the ground it runs on, and jump, landing and water. In: the predicted body per frame; out: sounds.
import { FLAG_AIRBORNE, FLAG_CROUCHED, FLAG_MOUNTED, FLAG_SWIMMING } from '../../assembly/layout';
import type { Stage } from '../game/stage';

const STRIDE_M = 1.55;
const GALLOP_M = 2.6;
const ROAD = 1;
const PAVED = 2;
const ROCK = 5;

export class Steps {
  private walked_m = 0;
  private wasAirborne = false;

  constructor(private readonly stage: Stage) {}

  frame(dt_s: number): void {
    const { session, ears, sim } = this.stage;
    const { drawn } = session.predictor;
    const airborne = (drawn.flags & FLAG_AIRBORNE) !== 0;
    if (airborne && !this.wasAirborne && drawn.vy > 2) ears.play('jump', 0.5, 0);
    if (!airborne && this.wasAirborne) ears.play('land', 0.4, 0);
    this.wasAirborne = airborne;
    if (airborne || drawn.speed < 0.5) return;
    const riding = (drawn.flags & FLAG_MOUNTED) !== 0;
    this.walked_m += drawn.speed * dt_s;
    if (this.walked_m < (riding ? GALLOP_M : STRIDE_M)) return;
    this.walked_m = 0;
    const loud = drawn.flags & FLAG_CROUCHED ? 0.25 : Math.min(1, drawn.speed / 6);
    if (drawn.flags & FLAG_SWIMMING) ears.play('stepWater', loud, 0);
    else {
      const ground = sim.core.groundType(drawn.x, drawn.z);
      const hard = ground === PAVED || ground === ROCK || ground === ROAD;
      if (riding) ears.play(hard ? 'hoofStone' : 'hoof', loud, 0);
      else ears.play(hard ? 'stepStone' : 'step', loud, 0);
    }
  }
}
