// Which of the three views the player lives in: others see the weapon that goes with it. In: view messages. Out: the body dressed anew.
import type { Body, C2S } from '../../shared/protocol/messages';
import type { Player } from '../player';
import type { World } from '../world';

const MODES = 3;

export function setView(world: World, player: Player, { mode }: Body<typeof C2S.view>): void {
  if (mode >= MODES) {
    world.counters.count('refused.view');
    return;
  }
  player.held.soft.mode = mode;
  player.changed = true;
}
