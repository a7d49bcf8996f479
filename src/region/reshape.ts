// A region that divides into its quarters or merges again: what it owns changes, and what lies and lives there goes to the new owner as an
// estate, one parcel each; the people walk over by ordinary crossings. In: a new division. Out: new bounds, estates in the turn's deeds;
// on the other side, the same beasts in mid-fight, the same things on the ground.
import { CARRY_BYTES } from '../../assembly/layout';
import { childrenOf, type Division, isLive, isWhole, ownerOf, type RegionKey, wholeOf } from '../shared/regions';
import { type Estate, fromBase64, toBase64 } from './parcels';
import { berthsOf, layCorpse, occupy, settleOf, settleVillager, vacate } from './population';
import { readLoot, writeLoot } from './remains';
import type { World } from './world';

/** Takes a newer division over, as the first thing of a tick. */
export function reshape(world: World): void {
  const { footing } = world;
  const { region, division } = footing;
  if (division.version <= world.division.version) return;
  const was = isLive(world.division, region);
  const is = isLive(division, region);
  world.division = division;
  world.deeds.division = division;
  world.bound();
  if (was === is) return;
  world.reshapedAt_ms = world.now_ms;
  for (const player of world.players.values()) player.invited.clear();
  world.counters.count(is ? 'reshape.live' : 'reshape.given');
  if (!is) giveEstates(world);
}

/** Who owns what was this region's: its children, or its parent. */
function heirs(region: RegionKey, division: Division): readonly RegionKey[] {
  return isWhole(region) ? childrenOf(region).filter(key => isLive(division, key)) : [wholeOf(region)];
}

function giveEstates(world: World): void {
  for (const to of heirs(world.footing.region, world.division)) world.deeds.estates.push({ to, estate: estateFor(world, to) });
  // What beasts are doing is in the estates now; here they go on as ghosts until their new owners tell of them.
  world.unborn = [];
  world.corpses.clear();
  world.lying.clear();
  world.spent.clear();
  world.banners.clear();
}

function estateFor(world: World, to: RegionKey): Estate {
  const { core } = world.sim;
  const { region } = world.footing;
  const isTheirs = (x: number, z: number): boolean => ownerOf(world.division, x, z) === to;
  const carry = (entity: number): string => toBase64(world.sim.at(core.carry(entity), CARRY_BYTES));
  const estate: Estate = { ground: [], corpses: [], spent: [], camps: [], fallen: [], living: [], people: [] };
  for (const item of world.lying.values()) if (isTheirs(item.x / 100, item.z / 100)) estate.ground.push(item);
  for (const corpse of world.corpses.values()) {
    if (isTheirs(corpse.x, corpse.z)) estate.corpses.push({ ...corpse, loot: toBase64(writeLoot(corpse.loot)) });
  }
  for (const [node, ready_ms] of world.spent) {
    const { x, z } = world.place.nodes[node] ?? { x: 0, z: 0 };
    if (isTheirs(x, z)) estate.spent.push({ node, ready_ms });
  }
  for (const state of world.camps.values()) {
    const { x, z } = world.place.camps[state.camp];
    if (isTheirs(x, z)) estate.camps.push(state);
  }
  const isTheirBerth = (spawn: number): boolean => {
    const berth = berthsOf(world.place)[spawn];
    return berth !== undefined && isTheirs(berth.camp.x, berth.camp.z);
  };
  for (const { spawn, rises_ms } of world.unborn) if (isTheirBerth(spawn)) estate.fallen.push({ spawn, ready_ms: rises_ms });
  for (const { entity, home, spawn, rises_ms } of [...world.creatures.values()]) {
    if (home !== region || !isTheirBerth(spawn)) continue;
    world.creatures.delete(entity);
    if (rises_ms) {
      estate.fallen.push({ spawn, ready_ms: rises_ms });
      core.despawn(entity);
    } else {
      estate.living.push({ spawn, body: carry(entity) });
      world.handOff(entity, to);
    }
  }
  for (const [entity, npc] of [...world.villagers]) {
    if (!isTheirs(npc.x, npc.z)) continue;
    estate.people.push({ npc: npc.id, body: carry(entity) });
    world.villagers.delete(entity);
    world.handOff(entity, to);
  }
  return estate;
}

/** The rows are here already; now what lives takes the place of what would have been raised here anew. */
export function settleEstate(world: World, estate: Estate): void {
  const { core } = world.sim;
  const land = (body: string): number => {
    world.sim.give(fromBase64(body));
    return core.land();
  };
  for (const item of estate.ground) world.lying.set(item.id, item);
  for (const { node, ready_ms } of estate.spent) world.spent.set(node, ready_ms);
  for (const state of estate.camps) world.camps.set(state.camp, state);
  for (const { spawn, ready_ms } of estate.fallen) {
    vacate(world, spawn);
    world.unborn.push({ spawn, rises_ms: ready_ms, settle: settleOf(world, spawn) });
  }
  for (const corpse of estate.corpses) layCorpse(world, { ...corpse, loot: readLoot(fromBase64(corpse.loot)) });
  for (const { spawn, body } of estate.living) {
    vacate(world, spawn);
    const entity = land(body);
    if (entity) occupy(world, spawn, entity);
    else settleOf(world, spawn)();
  }
  for (const { npc: id, body } of estate.people) {
    const npc = world.place.npcs.find(other => other.id === id);
    if (!npc) continue;
    for (const [entity, other] of world.villagers) {
      if (other !== npc) continue;
      world.villagers.delete(entity);
      core.despawn(entity);
    }
    const entity = land(body);
    if (entity) world.villagers.set(entity, npc);
    else settleVillager(world, npc);
  }
  world.counters.count('reshape.taken');
}
