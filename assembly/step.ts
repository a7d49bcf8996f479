// One tick of the world: what happens, in which order. Read this first.
import { PHASE_OUTCOMES } from './layout';
import { stepCasts, stepFire } from './cast';
import { takeCommands } from './commands';
import { stepEffects } from './effects';
import { moveCrowd } from './crowd';
import { moveGhosts } from './ghosts';
import { remember } from './history';
import { isFinite32 } from './numbers';
import { beginOutcomes, outcomeCount, phases } from './outcomes';
import { movePlayers } from './players';
import { stepMinds } from './minds';
import { stepProjectiles } from './projectiles';
import { stepVitals } from './vitals';
import { head } from './world';

export function step(timeOfDay: f32): void {
  head.timeOfDay = isFinite32(timeOfDay) ? timeOfDay - Mathf.floor(timeOfDay) : 0.5;
  head.tick += 1;
  movePlayers();
  moveGhosts();
  stepMinds();
  moveCrowd();
  takeCommands();
  stepFire();
  stepCasts();
  stepProjectiles();
  stepEffects();
  stepVitals();
  remember();
  phases[PHASE_OUTCOMES] = <f32>outcomeCount(head.tick);
  beginOutcomes(head.tick + 1);
}
