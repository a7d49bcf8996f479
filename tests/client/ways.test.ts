// Orders from above: the ways found over the real place are ways a body can walk, by the core's own move.
import { describe, expect, it } from 'vitest';
import { CLASS_PLAYER, OWN_BYTES, TEAM_AZURE, TICK_MS } from '../../assembly/layout';
import { ALDERWICK } from '../../src/shared/content';
import { WayFinder } from '../../web/game/ways';
import { Orders } from '../../web/input/orders';
import { strafe, turn } from '../../web/input/steer';
import { newEyes } from '../harness/eyes';

const sim = newEyes();
const ways = new WayFinder(ALDERWICK, sim);
const [spawn] = ALDERWICK.spawns;

/** Walks an order out as the commander's view does; returns how far from the goal it ended, and whether it was called stuck. */
function walkOut(goal: { x: number; z: number }, from = spawn, seconds = 90) {
  const { core } = sim;
  const id = core.spawn(CLASS_PLAYER, 0, TEAM_AZURE, 1, from.x, from.z, 0);
  sim.give(sim.at(core.ownState(id), OWN_BYTES).slice());
  core.despawn(id);
  core.ownSet();
  const orders = new Orders(() => ways);
  let stuck = false;
  orders.onStuck = () => {
    stuck = true;
  };
  let own = sim.own();
  orders.give({ ...goal, body: 0 }, own.x, own.z, 0);
  let yaw = 0;
  for (let tick = 0; tick < seconds * 20 && orders.order; tick++) {
    const go = orders.direction(own.x, own.z, tick * TICK_MS, TICK_MS / 1000, null);
    if (go !== null) yaw = turn(yaw, go, 0.7);
    core.ownMove(strafe(go, yaw).buttons, yaw, 0);
    own = sim.own();
  }
  return { left_m: Math.hypot(own.x - goal.x, own.z - goal.z), stuck };
}

describe('ways', () => {
  it('lead from the spawn to every villager', () => {
    for (const npc of ALDERWICK.npcs.filter(npc => Math.hypot(npc.x - spawn.x, npc.z - spawn.z) < 120)) {
      // Beside him: he may stand behind his counter, where nobody walks.
      const spots = [
        [1.5, 0],
        [-1.5, 0],
        [0, 1.5],
        [0, -1.5],
      ].map(([dx, dz]) => ({ x: npc.x + dx, z: npc.z + dz }));
      const reached = spots.some(spot => walkOut(spot).left_m < 0.8);
      expect(reached, npc.name).toBe(true);
    }
  });

  it('lead round houses, not through them', () => {
    for (const house of ALDERWICK.buildings.filter(b => b.kind === 'house' || b.kind === 'inn').slice(0, 6)) {
      const clear_m = Math.hypot(house.w, house.d) / 2 + 2.5;
      const from = { ...spawn, x: house.x - clear_m, z: house.z };
      const goal = { x: house.x + clear_m, z: house.z };
      const { left_m, stuck } = walkOut(goal, from, 60);
      expect(left_m < 0.8 || stuck, `${house.kind} at ${house.x}, ${house.z}: ${left_m}`).toBe(true);
    }
  });

  it('are refused into a wall', () => {
    const inn = ALDERWICK.buildings.find(b => b.kind === 'inn')!;
    expect(ways.find(spawn.x, spawn.z, inn.x, inn.z)).toEqual([]);
    expect(walkOut({ x: inn.x, z: inn.z }).stuck).toBe(true);
  });

  it('reach the named places of the region, or say at once that none does', () => {
    const found = ALDERWICK.pois.filter(poi => ways.find(spawn.x, spawn.z, poi.x, poi.z).length > 0);
    expect(found.length).toBeGreaterThan(ALDERWICK.pois.length / 2);
    expect(ways.find(spawn.x, spawn.z, 0, 0)).toEqual([]);
  });
});
