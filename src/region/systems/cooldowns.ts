// Cooldowns of the owner's abilities, told whole when one began. In: OUT_USED and stopped casts of players. Out: cooldowns messages.
import { INTERRUPTED, TICK_MS } from '../../../assembly/layout';
import { abilities } from '../../shared/content';
import { S2C } from '../../shared/protocol/messages';
import { tuned } from '../../shared/rules/classes';
import type { Outcome } from '../../shared/sim';
import type { World } from '../world';

/** Abilities of players that have a cooldown, or can be stopped and then rest. */
const COOLING = abilities.all.filter(({ level, cooldown_ticks, cast_ticks }) => level > 0 && cooldown_ticks + cast_ticks > 0);

export function noticeUse(world: World, { a }: Outcome): void {
  const player = world.players.get(a);
  if (player) player.cooldownsStale = true;
}

/** A cast that was interrupted rests. */
export function noticeStop(world: World, { a, value }: Outcome): void {
  const player = value === INTERRUPTED ? world.players.get(a) : undefined;
  if (player) player.cooldownsStale = true;
}

export function tellCooldowns(world: World): void {
  const { core } = world.sim;
  for (const player of world.players.values()) {
    if (!player.cooldownsStale || !player.playing) continue;
    player.cooldownsStale = false;
    const left: { ability: number; ticks: number; whole: number }[] = [];
    for (const kind of COOLING) {
      const ticks = core.cooldownLeft(player.entity, kind.id);
      if (ticks <= 0) continue;
      const { cooldown_ticks } = tuned(player.character, kind);
      left.push({ ability: kind.id, ticks, whole: Math.max(ticks, cooldown_ticks) });
    }
    player.soon(S2C.cooldowns, { left });
  }
}

/** When abilities are ready again, in wall time: this outlives a restart. */
export function readyTimes(world: World, entity: number): Record<string, number> {
  const ready: Record<string, number> = {};
  // Asked of everybody every second: mostly none rests.
  if (!world.sim.core.cooldownLeft(entity, 0)) return ready;
  for (const { id } of COOLING) {
    const ticks = world.sim.core.cooldownLeft(entity, id);
    if (ticks > 0) ready[id] = world.now_ms + ticks * TICK_MS;
  }
  return ready;
}
