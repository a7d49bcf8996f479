// Reaching over a border for something of value: it is decided where the thing is, so whoever reaches is handed over a step early, and his
// command, which nobody has answered, is sent again over there by his screen. In: a player and the thing. Out: where he leans to.
import { ALL_REGIONS } from '../shared/regions';
import type { Player } from './player';
import type { World } from './world';

/** No answer: the command will be given again in the other region. */
export const ELSEWHERE = -1;
/** Over there he may stand on this side of the border for so long, and so far from it. */
const LEANS_MS = 6_000;
export const LEAN_M = 8;

/** True when that thing is a ghost within reach; he is handed to its owner at the end of this tick. */
export function leansOver(world: World, player: Player, thing: number, reach_m: number): boolean {
  const { core } = world.sim;
  if (!core.isGhost(thing) || world.distance(player.entity, thing) > reach_m) return false;
  const owner = ALL_REGIONS[core.ghostPeer(thing)];
  if (!owner) return false;
  player.lean = { to: owner, until_ms: world.now_ms + LEANS_MS };
  return true;
}
