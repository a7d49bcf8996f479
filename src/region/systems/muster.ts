// The muster and the way back, as a region serves them. In: wishes of players, calls of the realm. Out: questions to the realm; and whoever is
// called by his company, or into an arena, goes there from wherever he stands, as soon as he neither fights nor lies dead.
import { FLAG_COMBAT } from '../../../assembly/layout';
import { arenaOf, dungeons } from '../../shared/content';
import type { Body, C2S } from '../../shared/protocol/messages';
import { FILLS } from '../../shared/rules/muster';
import { REASONS } from '../../shared/rules/reasons';
import { standingOf } from '../../shared/rules/runs';
import type { Player } from '../player';
import type { World } from '../world';
import { rememberWay } from './arena';
import { isDead } from './death';
import { isDuelling } from './duels';
import { refuse, wish } from './parties';
import { scattered } from './runs';

export function queue(world: World, player: Player, { dungeon: number, fill: index }: Body<typeof C2S.queue>): void {
  const dungeon = dungeons.get(number);
  const fill = FILLS[index];
  if (!dungeon) refuse(world, player, REASONS.noSuchDungeon);
  else if (!fill) refuse(world, player, REASONS.badChoice);
  else wish(world, player, { what: 'queue', dungeon: dungeon.key, fill });
}

export function unqueue(world: World, player: Player): void {
  wish(world, player, { what: 'unqueue' });
}
export function ready(world: World, player: Player, { accept }: Body<typeof C2S.ready>): void {
  wish(world, player, { what: 'ready', accept });
}
export function rejoin(world: World, player: Player): void {
  wish(world, player, { what: 'rejoin' });
}

/** Who is called too long for his company goes by himself, with the way that he is offered. */
export function answerCalls(world: World): void {
  for (const player of world.players.values()) {
    const { called, entity } = player;
    if (!called) continue;
    const isHere = called.instance === world.footing.region;
    if (isHere || world.now_ms >= called.until_ms) player.called = null;
    else if (!isDead(world, player) && !isDuelling(world, player) && !(world.sim.core.flags(entity) & FLAG_COMBAT)) {
      const gate = arenaOf(called.instance)?.place.spawns[called.gate ?? 0];
      if (gate) rememberWay(world, player);
      player.goal = { ...scattered(gate ?? standingOf(dungeons.key(called.dungeon), 0)), to: called.instance };
      player.called = null;
    }
  }
}
