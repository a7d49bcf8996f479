// Who lives in the place without being a player: camps' monsters and villagers, spawned when a world begins. In: the place's content and
// which monsters lay dead, with what they still hold. Out: creatures and villagers by entity, corpses that may still be looted.
import {
  CLASS_MONSTER,
  CLASS_VILLAGER,
  TEAM_BANDIT,
  TEAM_CRITTER,
  TEAM_NEUTRAL,
  TEAM_UNDEAD,
  TEAM_WILD,
  TICKS_PER_SECOND,
} from '../../assembly/layout';
import { monsters } from '../shared/content';
import type { Camp, MonsterKind } from '../shared/content/kinds';
import { creatureBody, creatureKnown } from '../shared/rules/stats';
import type { Corpse } from './remains';
import type { World } from './world';

export interface Creature {
  entity: number;
  /** Its place in the order of camps: names it over restarts. */
  spawn: number;
  kind: MonsterKind;
  level: number;
  /** When it rises again; 0 = alive. */
  rises_ms: number;
}

/** A monster that lay dead when the world began: it is spawned when it would have risen. */
export interface Unborn {
  spawn: number;
  rises_ms: number;
  settle(): void;
}

const TEAMS: Record<MonsterKind['team'], number> = {
  wild: TEAM_WILD,
  bandit: TEAM_BANDIT,
  undead: TEAM_UNDEAD,
  critter: TEAM_CRITTER,
  neutral: TEAM_NEUTRAL,
};
/** Turns by this angle never line up (Vogel 1979): an even scatter over a disc. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

export function populate(world: World, fallen: readonly { spawn: number; ready_ms: number }[], corpses: readonly Corpse[]): void {
  const lying = new Map(fallen.map(f => [f.spawn, f.ready_ms]));
  const left = new Map(corpses.map(corpse => [corpse.spawn, corpse]));
  let route = 0;
  let spawn = 0;
  for (const camp of world.place.camps) {
    const mine = camp.route ? route++ : -1;
    for (let i = 0; i < camp.count; i++, spawn++) {
      const number = spawn;
      const corpse = left.get(number);
      // A corpse is written with the kill; the checkpoint that lists the fallen may be a second older.
      const rises_ms = corpse?.rises_ms ?? lying.get(number) ?? 0;
      const body = corpse && layCorpse(world, camp, corpse);
      const settle = (): void => {
        if (body) clearCorpse(world, body);
        settleCreature(world, camp, i, number, mine);
      };
      if (rises_ms > world.now_ms) world.unborn.push({ spawn: number, rises_ms, settle });
      else settle();
    }
  }
  for (const npc of world.place.npcs) {
    const kind = monsters.key(npc.kind);
    const entity = spawnBody(world, CLASS_VILLAGER, kind, kind.level[0], npc.x, npc.z, npc.yaw);
    world.sim.core.setLook(entity, npc.look, 0);
    world.sim.core.setHome(entity, npc.x, npc.z, 0, npc.route ? route++ : -1, 0);
    world.villagers.set(entity, npc);
  }
}

/** Spawns those whose time has come. */
export function bearUnborn(world: World): void {
  if (!world.onTheSecond || !world.unborn.length) return;
  for (const { settle } of world.unborn.filter(u => u.rises_ms <= world.now_ms)) settle();
  world.unborn = world.unborn.filter(u => u.rises_ms > world.now_ms);
}

/** Who lies dead, for the checkpoint. */
export function fallen(world: World): { spawn: number; ready_ms: number }[] {
  const list = world.unborn.map(({ spawn, rises_ms }) => ({ spawn, ready_ms: rises_ms }));
  for (const { spawn, rises_ms } of world.creatures.values()) if (rises_ms) list.push({ spawn, ready_ms: rises_ms });
  return list;
}

/** A dead body that holds what its monster left. The core does not raise it: who lived there is spawned anew when its time comes. */
function layCorpse(world: World, camp: Camp, corpse: Corpse): number {
  const kind = monsters.key(camp.monster);
  const entity = spawnBody(world, CLASS_MONSTER, kind, levelOf(camp, kind, corpse.spawn), corpse.x, corpse.z, 0);
  world.sim.core.setVitals(entity, 0, 0);
  world.corpses.set(entity, corpse);
  return entity;
}

function clearCorpse(world: World, entity: number): void {
  world.corpses.delete(entity);
  world.sim.core.despawn(entity);
}

function levelOf(camp: Camp, kind: MonsterKind, spawn: number): number {
  const [low, high] = camp.level ?? kind.level;
  return low + (spawn % (high - low + 1));
}

function settleCreature(world: World, camp: Camp, i: number, spawn: number, route: number): void {
  const kind = monsters.key(camp.monster);
  const level = levelOf(camp, kind, spawn);
  const distance = camp.radius * Math.sqrt((i + 0.5) / camp.count);
  const x = camp.x + distance * Math.cos(i * GOLDEN_ANGLE);
  const z = camp.z + distance * Math.sin(i * GOLDEN_ANGLE);
  const entity = spawnBody(world, CLASS_MONSTER, kind, level, x, z, i * GOLDEN_ANGLE);
  world.sim.core.setHome(entity, camp.x, camp.z, camp.radius, route, kind.respawn_s * TICKS_PER_SECOND);
  world.creatures.set(entity, { entity, spawn, kind, level, rises_ms: 0 });
}

function spawnBody(world: World, cls: number, kind: MonsterKind, level: number, x: number, z: number, yaw: number): number {
  const { core } = world.sim;
  const entity = core.spawn(cls, kind.id, TEAMS[kind.team], level, x, z, yaw);
  if (!entity) throw new Error(`no room for a ${kind.key}`);
  const { hpMax, powerMax, might, aim, spirit, armor, hastePct, arms } = creatureBody(kind, level);
  core.setBody(entity, hpMax, powerMax, might, aim, spirit, armor, hastePct);
  core.setArms(entity, arms.bits, arms.melee[0], arms.melee[1], arms.bow[0], arms.bow[1], arms.gun[0], arms.gun[1]);
  core.setKnown(entity, ...creatureKnown(kind));
  return entity;
}
