// Weather: beasts see less far in fog, rain and snow. In: the place and the clock. Out: the core's measure of sight, looked at now and then.
import { TICKS_PER_SECOND } from '../../../assembly/layout';
import { sightPercent, skyOf } from '../../shared/rules/weather';
import type { World } from '../world';

const LOOK_TICKS = 30 * TICKS_PER_SECOND;

export function feelWeather(world: World): void {
  // A world that has just begun feels it at once.
  if (world.tick > 1 && !world.turnOf(11, LOOK_TICKS)) return;
  world.sim.core.setSight(sightPercent(skyOf(world.place, world.now_ms)));
}
