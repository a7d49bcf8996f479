// Banners of guilds: an officer plants one where he stands, and it stands for half an hour, one for each guild and region. In: wishes. Out: all that
// stand, to everybody here whenever one comes or goes, and to whoever arrives. Memory only: a region that begins anew has none.
import { FLAG_AIRBORNE, FLAG_DEAD, FLAG_SWIMMING } from '../../../assembly/layout';
import { yawToWire } from '../../shared/protocol/angles';
import { type Body, S2C } from '../../shared/protocol/messages';
import { BANNER_AGAIN_MS, BANNER_MS, checkBanner, MOST_BANNERS } from '../../shared/rules/banners';
import { OK, REASONS, type Reason } from '../../shared/rules/reasons';
import type { Player } from '../player';
import type { World } from '../world';
import { guildOf } from './guild';
import { refuse } from './parties';

/** It stands a step before him, not in him. */
const AHEAD_M = 1.1;

interface Banner {
  readonly shown: Body<typeof S2C.banners>['banners'][number];
  readonly planted_ms: number;
}
/** By guild, the oldest first. */
export type Banners = Map<string, Banner>;

export function plantBanner(world: World, player: Player): void {
  const badge = guildOf(world, player.character.id);
  const { banners, now_ms } = world;
  const { core } = world.sim;
  const { entity } = player;
  const [x, z] = [core.x(entity), core.z(entity)];
  const reason = checkStance(world, player) || checkBanner(badge, world.place.spawns, { x, z });
  if (reason !== OK || !badge) {
    refuse(world, player, reason);
    return;
  }
  const before = banners.get(badge.id);
  if (before && now_ms - before.planted_ms < BANNER_AGAIN_MS) {
    refuse(world, player, REASONS.tooFast);
    return;
  }
  banners.delete(badge.id);
  const [oldest] = banners.keys();
  if (banners.size >= MOST_BANNERS) banners.delete(oldest);
  const yaw = core.yaw(entity);
  const [toX, toZ] = [x + Math.sin(yaw) * AHEAD_M, z - Math.cos(yaw) * AHEAD_M];
  const at = { x: Math.round(toX * 100), z: Math.round(toZ * 100), yaw: yawToWire(yaw) };
  banners.set(badge.id, { shown: { name: badge.name, ...badge.emblem, ...at }, planted_ms: now_ms });
  tellAll(world);
}

/** Whether he stands on ground that a pole can be put into. */
function checkStance(world: World, { entity }: Player): Reason {
  const flags = world.sim.core.flags(entity);
  if (world.isInstance) return REASONS.notFromHere;
  if (flags & FLAG_DEAD) return REASONS.isDead;
  if (flags & FLAG_SWIMMING) return REASONS.isSwimming;
  return flags & FLAG_AIRBORNE ? REASONS.isMoving : OK;
}

/** Those whose time is over go. */
export function strikeBanners(world: World): void {
  if (!world.onTheSecond || !world.banners.size) return;
  const before = world.banners.size;
  for (const [guild, { planted_ms }] of world.banners) if (world.now_ms - planted_ms >= BANNER_MS) world.banners.delete(guild);
  if (world.banners.size !== before) tellAll(world);
}

export const bannersBody = ({ banners }: World): Body<typeof S2C.banners> => ({
  banners: Array.from(banners.values(), ({ shown }) => shown),
});

function tellAll(world: World): void {
  const body = bannersBody(world);
  for (const player of world.players.values()) player.soon(S2C.banners, body);
}
