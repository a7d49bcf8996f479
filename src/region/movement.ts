// Before the step: each body is told what its player holds down and how many ticks it may move. In: sessions' cursors. Out: core intents.

import type { CoreExports } from '../shared/core';
import { pitchFromWire, yawFromWire } from '../shared/protocol/angles';
import type { Intents } from './intents';
import type { World } from './world';

export function giveIntents(world: World): void {
  const { core } = world.sim;
  for (const player of world.players.values()) {
    const { session, entity } = player;
    if (!session) {
      // A body adrift still falls, drifts and is pushed; it only wants nothing.
      core.setIntent(entity, 0, core.yaw(entity), 0, 0, 0, 1);
      continue;
    }
    const { intents } = session;
    const moves = intents.pace();
    if (!moves) give(core, entity, intents, 0);
    for (let i = 0; i < moves; i++) {
      intents.step();
      give(core, entity, intents, 1);
    }
  }
}

function give(core: CoreExports, entity: number, intents: Intents, moves: number): void {
  const { buttons, yaw, pitch, viewFraction } = intents.now;
  core.setIntent(entity, buttons, yawFromWire(yaw), pitchFromWire(pitch), intents.viewTick, viewFraction, moves);
}
