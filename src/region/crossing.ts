// Over the border: whoever stands beyond what this region owns is handed to the region that owns it. In: strays of the core, journeys by
// waystone, a changed division. Out: in the turn's one transaction his rows leave and his parcel is put down; after it his body is a ghost
// here, his screen is told where to go on, and the parcel is on its way. Beasts cross by a word (systems/migrants.ts).
import { CARRY_BYTES, CARRY_ID, TICKS_PER_SECOND } from '../../assembly/layout';
import { boundsOf, distanceTo, isInstance, isLive, neighboursOf, ownerOf, type RegionKey } from '../shared/regions';
import { softOf } from './body';
import { LEAN_M } from './lean';
import { type Motion, toBase64 } from './parcels';
import type { Player } from './player';
import { leaveDuel } from './systems/duels';
import { migrate } from './systems/migrants';
import { waitsOf } from './waits';
import type { World } from './world';

/** Nobody is handed over for standing on the line: two runners along it must not cost two crossings a step. */
const SLACK_M = 1.5;
/** So near to a border a player's screen is given the ticket to the other side; and so far away it counts as gone. */
const NEAR_M = 70;
const FAR_M = 110;
/** Screens get this long to open their sockets to the new regions before a divided one hands their players over. */
const GRACE_MS = 1_500;
/** So many leave in one tick: a whole crowd at once would be one long tick for both sides. */
const MOST_AT_ONCE = 6;

export function crossBorders(world: World): void {
  invite(world);
  const { core } = world.sim;
  for (const id of world.sim.strays(SLACK_M)) {
    const player = world.players.get(id);
    const creature = world.creatures.get(id);
    if (player && !isLeaning(world, player)) leave(world, player, world.ownerAt(core.x(id), core.z(id)));
    else if (creature) migrate(world, creature);
  }
  for (const player of world.players.values()) {
    if (player.lean && world.now_ms > player.lean.until_ms) player.lean = null;
    if (player.lean && player.lean.to !== world.footing.region) leave(world, player, player.lean.to);
    else if (player.goal) leave(world, player, player.goal.to ?? ownerOf(world.division, player.goal.x, player.goal.z));
  }
}

/** Whether he was handed over a step early, and may stand where he does for a moment. */
function isLeaning(world: World, { entity, lean }: Player): boolean {
  const { core } = world.sim;
  const { region } = world.footing;
  if (lean?.to !== region || world.now_ms > lean.until_ms || !isLive(world.division, region)) return false;
  return distanceTo(boundsOf(region), core.x(entity), core.z(entity)) <= LEAN_M;
}

/** After the write: what is durable is told and sent. */
export function passOver(world: World): void {
  if (!world.leavers.length) return;
  const { custody, store } = world.footing;
  for (const { player, to } of world.leavers.splice(0)) {
    const { held, entity, session } = player;
    custody.handedOver(held);
    world.players.delete(entity);
    world.byCharacter.delete(held.character.id);
    world.handOff(entity, to);
    world.counters.count('crossing.out');
    if (!session) continue;
    world.unwatch(session);
    session.player = null;
    world.footing.sendOn(session, to, held.epoch + 1);
  }
  void store.transfers.pump();
}

function leave(world: World, player: Player, to: RegionKey): void {
  const { footing, leavers, now_ms } = world;
  if (to === footing.region || leavers.length >= MOST_AT_ONCE) return;
  // A waystone's traveller has no socket there yet, and none that could wait; everybody else is given time to open one.
  if (!player.goal && !isLive(world.division, footing.region) && now_ms - world.reshapedAt_ms < GRACE_MS) return;
  leaveDuel(world, player);
  const { held, goal } = player;
  held.soft = { ...softOf(world, player), ...(goal && { x: goal.x, z: goal.z }) };
  world.deeds.crossings.push({ held, to, motion: motionOf(world, player) });
  leavers.push({ player, to });
}

function motionOf(world: World, player: Player): Motion {
  const { entity, goal, lean, session, login_ms, adriftUntil_ms, sparedUntil_ms, calls } = player;
  return {
    body: toBase64(carried(world, entity)),
    goal: goal ? { x: goal.x, z: goal.z } : undefined,
    lean: lean ?? undefined,
    cursor: session?.intents.cursor ?? 0,
    intent: session?.intents.now ?? { tick: 0, buttons: 0, yaw: 0, pitch: 0, viewTick: 0, viewFraction: 0 },
    login_ms,
    frozen_ms: world.now_ms,
    adriftUntil_ms: session ? 0 : adriftUntil_ms,
    spared_ms: sparedUntil_ms,
    calls: [...calls.values()],
    waits: waitsOf(player, world.now_ms),
  };
}

/** Ids that an instance gave are known there only: where he goes he gets another. */
function carried(world: World, entity: number): Uint8Array {
  const bytes = world.sim.at(world.sim.core.carry(entity), CARRY_BYTES);
  if (isInstance(world.footing.region)) bytes.fill(0, CARRY_ID, CARRY_ID + 4);
  return bytes;
}

/** Once a second for each player: tickets for whoever comes near a border, so that his second socket waits there when he crosses it. */
function invite(world: World): void {
  const { core } = world.sim;
  const { region } = world.footing;
  const isWhole = isLive(world.division, region);
  let neighbours: readonly RegionKey[] | null = null;
  for (const player of world.players.values()) {
    if (!player.session || !world.turnOf(player.entity, TICKS_PER_SECOND)) continue;
    const x = core.x(player.entity);
    const z = core.z(player.entity);
    // Not in turns in which nobody is looked at.
    neighbours ??= neighboursOf(world.division, region, FAR_M);
    for (const key of neighbours) {
      const away_m = distanceTo(boundsOf(key), x, z);
      if (away_m > FAR_M) player.invited.delete(key);
      else if ((isWhole ? away_m < NEAR_M : away_m === 0) && !player.invited.has(key)) {
        player.invited.add(key);
        world.footing.invite(player, key);
      }
    }
  }
}
