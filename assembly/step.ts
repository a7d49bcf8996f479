// One tick of the world: what happens, in which order. Read this first.
import { PHASE_DROPPED, PHASE_OUTCOMES } from './layout';
import { beginOutcomes, outcomeCount, phases } from './outcomes';
import { movePlayers } from './players';
import { isFinite32 } from './numbers';
import { buildGrid } from './grid';
import { head } from './world';

export function step(timeOfDay: f32): void {
  head.timeOfDay = isFinite32(timeOfDay) ? timeOfDay - Mathf.floor(timeOfDay) : 0.5;
  head.tick += 1;
  movePlayers();
  buildGrid();
  phases[PHASE_OUTCOMES] = <f32>outcomeCount(head.tick);
  beginOutcomes(head.tick + 1);
}
