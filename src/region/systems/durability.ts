// Worn things wear down. In: OUT_DEATH of players, OUT_SHARE. Out: marks on what they wear. A knock waits for a kill that is written down
// anyway (points, quest counts): it never causes a write of its own.
import { applyDeath, applyKnock, KILLS_PER_KNOCK } from '../../shared/rules/durability';
import type { Outcome } from '../../shared/sim';
import type { World } from '../world';
import { arenaHere } from './arena';

export function dent(world: World, { a }: Outcome): void {
  const player = world.players.get(a);
  // What happens in an arena stays there.
  if (player && !arenaHere(world)) applyDeath(player.character, player.journal);
}

export function knock(world: World, { b }: Outcome): void {
  const player = world.players.get(b);
  if (!player || ++player.kills < KILLS_PER_KNOCK || player.journal.empty) return;
  player.kills = 0;
  applyKnock(player.character, player.journal, Math.random);
}
