// Cooldowns of the owner's abilities, told whole when one began. In: OUT_USED of players. Out: cooldowns messages.
import { TICK_MS } from '../../../assembly/layout';
import { abilities } from '../../shared/content';
import { S2C } from '../../shared/protocol/messages';
import type { Outcome } from '../../shared/sim';
import type { World } from '../world';

/** Abilities of players that have a cooldown. */
const COOLING = abilities.all.filter(ability => ability.level > 0 && ability.cooldown_ticks > 0);

export function noticeUse(world: World, { a }: Outcome): void {
  const player = world.players.get(a);
  if (player) player.cooldownsStale = true;
}

export function tellCooldowns(world: World): void {
  const { core } = world.sim;
  for (const player of world.players.values()) {
    if (!player.cooldownsStale || !player.playing) continue;
    player.cooldownsStale = false;
    const left: { ability: number; ticks: number; whole: number }[] = [];
    for (const { id, cooldown_ticks } of COOLING) {
      const ticks = core.cooldownLeft(player.entity, id);
      if (ticks > 0) left.push({ ability: id, ticks, whole: Math.max(ticks, cooldown_ticks) });
    }
    player.soon(S2C.cooldowns, { left });
  }
}

/** When abilities are ready again, in wall time: this outlives a restart. */
export function readyTimes(world: World, entity: number): Record<string, number> {
  const ready: Record<string, number> = {};
  for (const { id } of COOLING) {
    const ticks = world.sim.core.cooldownLeft(entity, id);
    if (ticks > 0) ready[id] = world.now_ms + ticks * TICK_MS;
  }
  return ready;
}
