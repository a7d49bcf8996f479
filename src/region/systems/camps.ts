// The wilds grow back by themselves: camps that nobody clears take more in, packs are where their round has led them by now. In: time, and
// deaths. Out: more monsters in their berths, and for who comes back after a while, what has changed (rules/growth.ts, rules/since.ts).
import { monsters } from '../../shared/content';
import type { Camp } from '../../shared/content/kinds';
import { afterKill, grown, type PackSpot, packAt, timesPassed } from '../../shared/rules/growth';
import { PASSED_M, type WorldNow, type WorldThen } from '../../shared/rules/since';
import { berthsOf, type Creature, settleOf } from '../population';
import type { World } from '../world';

const LOOK_TICKS = 20 * 20;

/** How a camp stands: left alone since then; and how many more it held before the last of them was killed, and when that was. */
export interface CampState {
  camp: number;
  since_ms: number;
  was: number;
  killed_ms: number;
}

export function grownNow(world: World, camp: number, at_ms = world.now_ms): number {
  if (world.isInstance) return 0;
  const state = stateOf(world, camp);
  const count = world.place.camps[camp].count;
  return grown(count, Math.max(0, at_ms - state.since_ms) / 1000);
}

function stateOf(world: World, camp: number): CampState {
  return world.camps.get(camp) ?? { camp, since_ms: world.footing.store.begun_ms, was: 0, killed_ms: 0 };
}

/** One of a camp fell: it is one smaller, and waits in full for the next. */
export function cull(world: World, { home, spawn }: Creature): void {
  const berth = home === world.footing.region ? berthsOf(world.place)[spawn] : undefined;
  if (!berth) return;
  const { camp, campIndex } = berth;
  const { since_ms } = stateOf(world, campIndex);
  const uncleared_s = Math.max(0, world.now_ms - since_ms) / 1000;
  const state: CampState = {
    camp: campIndex,
    since_ms: world.now_ms - afterKill(camp.count, uncleared_s) * 1000,
    was: grown(camp.count, uncleared_s),
    killed_ms: world.now_ms,
  };
  world.camps.set(campIndex, state);
  world.deeds.camps.add(state);
}

/** Now and then: berths beyond a camp's own number are filled as far as it has grown, and those of the fallen are given up. */
export function growCamps(world: World): void {
  if (!world.turnOf(7, LOOK_TICKS)) return;
  const taken = new Set<number>();
  for (const { entity, spawn, home, rises_ms } of world.creatures.values()) {
    if (home !== world.footing.region) continue;
    // A fallen extra is nobody's to raise: its corpse goes when its time is over.
    if (rises_ms && berthsOf(world.place)[spawn]?.extra) world.creatures.delete(entity);
    else taken.add(spawn);
  }
  for (const { spawn, camp, campIndex, extra } of berthsOf(world.place)) {
    if (!extra || taken.has(spawn) || !world.owns(camp.x, camp.z)) continue;
    if (extra <= grownNow(world, campIndex)) settleOf(world, spawn)();
  }
}

/** Where a camp with a route is on its round. */
export function packSpot(world: World, camp: Camp, campIndex: number): PackSpot | null {
  if (!camp.route?.length) return null;
  return packAt(camp.route, monsters.key(camp.monster).walk_mps, world.now_ms, seedOf(world, campIndex));
}

const seedOf = (world: World, campIndex: number): number => world.place.number * 97 + campIndex;

/** The wilds as somebody left them at that time, and as they are now; `spot`: where he stood. */
export function wildsSince(
  world: World,
  left_ms: number,
  spot: { x: number; z: number },
): { before: WorldThen; now: Omit<WorldNow, 'front'> } {
  const { camps, nodes, number } = world.place;
  const left = camps.map((_, i) => {
    const { was, killed_ms } = stateOf(world, i);
    return killed_ms > left_ms ? was : grownNow(world, i, left_ms);
  });
  const passed = camps.map(({ route, monster }, i) => {
    if (!route?.length) return 0;
    const pack = { route, walk_mps: monsters.key(monster).walk_mps, seed: seedOf(world, i) };
    return timesPassed(pack, { ...spot, within_m: PASSED_M }, left_ms, world.now_ms);
  });
  const away_ms = world.now_ms - left_ms;
  const regrown = nodes.filter(
    ({ respawn_s }, i) => !world.spent.has(i) && (world.regrownAt_ms.get(i) ?? 0) > left_ms && respawn_s * 1000 < away_ms,
  );
  return {
    before: { at_ms: left_ms, grown: left },
    now: { at_ms: world.now_ms, place: number, grown: camps.map((_, i) => grownNow(world, i)), passed, regrown: regrown.length },
  };
}
