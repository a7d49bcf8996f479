// A thousand ticks that touch everything: players walk, fight and shoot, beasts hunt, villagers walk their routes. In: the compiled core.
// Out: its hash, one number for every engine. Needs no Node: the same file runs in Node, in the Workers runtime and in a browser.
import * as L from '../../assembly/layout';
import { Sim } from '../../src/shared/sim';
import { ARCHER, BOAR, COWARD, DEER, fixtureContent, GUARD, MIDDLE, ORIGIN, VILLAGER, WOLF } from './fixture';

/** hash() after SCENARIO_TICKS ticks, as an unsigned number. */
export const SCENARIO_TICKS = 1000;
export const SCENARIO_HASH = 3303621193;

export function newWorld(module: WebAssembly.Module, seed = 1): Sim {
  const sim = new Sim(module);
  sim.load(seed, ORIGIN, ORIGIN, fixtureContent());
  return sim;
}

/** Whole numbers from a seed: Mulberry32. */
export function chanceOf(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function addPlayer(sim: Sim, x: number, z: number, yaw = 0): number {
  const { core } = sim;
  const id = core.spawn(L.CLASS_PLAYER, 0, L.TEAM_AZURE, 3, x, z, yaw);
  core.setBody(id, 200, 100, 10, 10, 10, 10, 0);
  core.setArms(id, L.ARMS_MELEE | L.ARMS_BOW | L.ARMS_FIREARM | L.ARMS_FOCUS, 4, 6, 5, 8, 10, 14);
  core.setKnown(id, 0, 0xffffffff);
  return id;
}

export function addBeast(sim: Sim, kind: number, x: number, z: number, yaw = 0, cls: number = L.CLASS_MONSTER): number {
  const teams: Record<number, number> = {
    [ARCHER]: L.TEAM_BANDIT,
    [COWARD]: L.TEAM_BANDIT,
    [DEER]: L.TEAM_CRITTER,
    [VILLAGER]: L.TEAM_NEUTRAL,
    [GUARD]: L.TEAM_NEUTRAL,
  };
  const id = sim.core.spawn(cls, kind, teams[kind] ?? L.TEAM_WILD, 1, x, z, yaw);
  sim.core.setHome(id, x, z, 6, -1, 200);
  return id;
}

interface Cast {
  players: number[];
  chance: () => number;
}

export function populate(sim: Sim): Cast {
  const chance = chanceOf(77);
  const players = Array.from({ length: 12 }, (_, i) => addPlayer(sim, MIDDLE - 20 + i * 4, MIDDLE - 10 + (i % 3) * 6));
  const kinds = [WOLF, BOAR, ARCHER, DEER, COWARD, WOLF];
  for (let i = 0; i < 60; i++)
    addBeast(sim, kinds[i % kinds.length], MIDDLE - 70 + chance() * 140, MIDDLE - 70 + chance() * 140, chance() * 6);
  const walker = addBeast(sim, VILLAGER, 740, 760, 0, L.CLASS_VILLAGER);
  sim.core.setHome(walker, 740, 760, 0, 0, 0);
  addBeast(sim, GUARD, MIDDLE, MIDDLE - 30, 0, L.CLASS_VILLAGER);
  return { players, chance };
}

/** What everybody holds down and asks for in the coming tick. */
export function direct(sim: Sim, cast: Cast, tick: number): void {
  const { core } = sim;
  cast.players.forEach((id, i) => {
    if (core.hp(id) <= 0) core.revive(id, MIDDLE, MIDDLE);
    const turn = Math.floor((tick + i * 7) / 40);
    const yaw = Math.fround(((turn * 2399 + i * 911) % 628) / 100);
    let buttons = [L.BUTTON_FORWARD, 0, L.BUTTON_FORWARD | L.BUTTON_SPRINT, L.BUTTON_RIGHT, L.BUTTON_FIRE][(turn + i) % 5];
    if ((tick + i) % 90 === 0) buttons |= L.BUTTON_JUMP;
    core.setIntent(id, buttons, yaw, Math.fround(((i % 5) - 2) / 20), Math.max(core.tick() - 2, 0), (tick * 37) & 255, 1);
    if ((tick + i * 3) % 25 !== 0) return;
    const near = core.near(core.x(id), core.z(id), 20, L.CLASS_MONSTER);
    const target = near ? sim.memory.getUint32(core.nearPtr() + 4 * Math.floor(cast.chance() * near), true) : 0;
    core.useAbility(id, [1, 2, 3, 4, 5, 6, 7, 8, 10][Math.floor(cast.chance() * 9)], target, tick & 0xffff);
  });
}

/** Plays the scenario from its beginning and returns the hash. */
export function playScenario(module: WebAssembly.Module, ticks = SCENARIO_TICKS): number {
  const sim = newWorld(module, 2026);
  const cast = populate(sim);
  for (let tick = 0; tick < ticks; tick++) {
    direct(sim, cast, tick);
    sim.core.step(Math.fround(0.4 + tick / 4000));
  }
  return sim.core.hash() >>> 0;
}
