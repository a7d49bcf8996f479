// Things on the ground: dropped by one, lifted by exactly one, rotting after a while. In: drop and pickUp commands, time. Out: rows that
// are on the ground or in a bag, never in both; and for each player a list of what lies in sight, when it changes.

import { LOOT_RANGE_M } from '../../shared/protocol/limits';
import { type Body, type C2S, CAUSE_GROUND, S2C } from '../../shared/protocol/messages';
import { applyDrop, applyTake, checkAdd, checkDrop } from '../../shared/rules/inventory';
import { OK, REASONS } from '../../shared/rules/reasons';
import { mint } from '../mint';
import type { Player } from '../player';
import type { GroundItem } from '../store';
import { tellGain } from '../tell';
import type { World } from '../world';
import { isDead } from './death';

const LIES_MS = 15 * 60_000;
const SIGHT_CM = 6000;
const LOOK_TICKS = 10;
const MOST_SHOWN = 128;
const MOST_LYING = 2000;

export function drop(world: World, player: Player, { item, quantity }: Body<typeof C2S.drop>): number {
  if (isDead(world, player)) return REASONS.isDead;
  if (world.lying.size >= MOST_LYING) return REASONS.notNow;
  const { character, journal, entity } = player;
  const reason = checkDrop(character, item, quantity);
  if (reason !== OK) return reason;
  const thing = applyDrop(character, journal, mint, item, quantity);
  const { core } = world.sim;
  const yaw = core.yaw(entity);
  const laid: GroundItem = {
    id: world.footing.store.groundNumber(),
    item: thing.id,
    kind: thing.kind,
    quantity: thing.quantity,
    moves: thing.moves ?? 0,
    marks: thing.marks,
    x: Math.round((core.x(entity) + Math.sin(yaw)) * 100),
    z: Math.round((core.z(entity) - Math.cos(yaw)) * 100),
    dropper: character.id,
    until_ms: world.now_ms + LIES_MS,
  };
  world.lying.set(laid.id, laid);
  world.deeds.laid.push(laid);
  return OK;
}

export function pickUp(world: World, player: Player, { ground }: Body<typeof C2S.pickUp>): number {
  if (isDead(world, player)) return REASONS.isDead;
  const lying = world.lying.get(ground);
  if (!lying) return world.lifted.has(ground) ? REASONS.someoneFaster : REASONS.nothingThere;
  if (world.distanceTo(player.entity, lying.x / 100, lying.z / 100) > LOOT_RANGE_M) return REASONS.tooFar;
  const { item: id, kind, quantity, moves, marks } = lying;
  const reason = checkAdd(player.character, [{ kind, quantity }]);
  if (reason !== OK) return reason;
  applyTake(player.character, player.journal, { id, kind, quantity, moves, marks });
  takeAway(world, lying);
  tellGain(player, CAUSE_GROUND, { items: [{ kind, quantity }] });
  return OK;
}

/** What nobody wanted ceases to be, with a line in the ledger. */
export function rot(world: World): void {
  if (!world.onTheSecond) return;
  world.lifted.clear();
  for (const lying of world.lying.values()) {
    if (lying.until_ms > world.now_ms) continue;
    world.lying.delete(lying.id);
    world.deeds.rotted.push(lying);
  }
}

export function tellGround(world: World): void {
  for (const player of world.players.values()) {
    if (!player.playing || !world.turnOf(player.entity, LOOK_TICKS)) continue;
    if (!world.lying.size && player.groundTold === '') continue;
    const seen = inSight(world, player);
    const told = seen.map(item => item.id).join();
    if (told === player.groundTold) continue;
    player.groundTold = told;
    player.sure(S2C.ground, { items: seen });
  }
}

function inSight(world: World, player: Player): GroundItem[] {
  const seen: GroundItem[] = [];
  const { core } = world.sim;
  // Asked once: thousands of things may lie about.
  const x = core.x(player.entity) * 100;
  const z = core.z(player.entity) * 100;
  for (const item of world.lying.values()) {
    if (Math.abs(item.x - x) > SIGHT_CM || Math.abs(item.z - z) > SIGHT_CM) continue;
    seen.push(item);
    if (seen.length === MOST_SHOWN) break;
  }
  return seen;
}

/** A thing that was laid down in this same turn has no row yet that could be removed. */
function takeAway(world: World, lying: GroundItem): void {
  world.lying.delete(lying.id);
  world.lifted.add(lying.id);
  const { deeds } = world;
  if (deeds.laid.includes(lying)) deeds.laid = deeds.laid.filter(item => item !== lying);
  else deeds.lifted.push(lying.id);
}
