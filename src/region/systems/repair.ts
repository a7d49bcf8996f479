// Mending at a smith's. In: repair commands. Out: wear gone and gold paid in the record, a toast once written.
import { type Body, type C2S, CAUSE_VENDOR } from '../../shared/protocol/messages';
import { OK } from '../../shared/rules/reasons';
import { applyRepair, checkRepair } from '../../shared/rules/repair';
import type { Player } from '../player';
import { tellGain } from '../tell';
import type { World } from '../world';
import { perksFor } from './guild';
import { villagerNear } from './villagers';

export function repair(world: World, player: Player, { npc, item }: Body<typeof C2S.repair>): number {
  const smith = villagerNear(world, player, npc);
  if (typeof smith === 'number') return smith;
  const { character, journal } = player;
  const less = perksFor(world, player).repair;
  const reason = checkRepair(character, smith, item, less);
  if (reason !== OK) return reason;
  tellGain(player, CAUSE_VENDOR, { gold: -applyRepair(character, journal, item, less) });
  return OK;
}
