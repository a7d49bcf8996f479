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
import type { Camp, MonsterKind, Npc, Place } from '../shared/content/kinds';
import { numberOf, type RegionKey } from '../shared/regions';
import { mostGrown } from '../shared/rules/growth';
import { creatureBody } from '../shared/rules/stats';
import type { Corpse } from './remains';
import { grownNow, packSpot } from './systems/camps';
import { fitToRun, hasFallen } from './systems/runs';
import type { World } from './world';

export interface Creature {
  entity: number;
  /** The region where it lives; not this one: a guest, chased over the border. */
  home: RegionKey;
  /** Its berth there: names it over restarts. */
  spawn: number;
  kind: MonsterKind;
  level: number;
  /** When it rises again; 0 = alive. */
  rises_ms: number;
  /** A guest or a summoned one is sent off then; Infinity: it lives here. */
  until_ms: number;
}

/** A monster that is dead or away: it is spawned when it would have risen. */
export interface Unborn {
  spawn: number;
  rises_ms: number;
  settle(): void;
}

/** One monster's place in a camp. Berths are numbered over all camps of a place, divided or not. */
export interface Berth {
  spawn: number;
  camp: Camp;
  /** Its number within the camp. */
  index: number;
  /** The core's number of the camp's route, -1: none. */
  route: number;
  campIndex: number;
  /** 0: the camp's own; else the how manieth that it takes in when nobody clears it (systems/camps.ts). */
  extra: number;
}

const TEAMS: Record<MonsterKind['team'], number> = {
  wild: TEAM_WILD,
  bandit: TEAM_BANDIT,
  undead: TEAM_UNDEAD,
  critter: TEAM_CRITTER,
  neutral: TEAM_NEUTRAL,
};
/** Turns by this angle never line up (Vogel 1979): an even scatter over a disc. */
const PACK_M = 4;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

const berths = new WeakMap<Place, readonly Berth[]>();

export function berthsOf(place: Place): readonly Berth[] {
  let all = berths.get(place);
  if (!all) {
    let route = 0;
    let spawn = 0;
    const camps = place.camps.map((camp, campIndex) => ({ camp, campIndex, route: camp.route?.length ? route++ : -1 }));
    const own = camps.flatMap(at =>
      Array.from({ length: at.camp.count }, (_, index) => ({ ...at, spawn: spawn++, index, extra: 0 })),
    );
    // After all others, so that a place's berths keep their numbers.
    const extras = camps.flatMap(at =>
      Array.from({ length: mostGrown(at.camp.count) }, (_, i) => ({
        ...at,
        spawn: spawn++,
        index: at.camp.count + i,
        extra: i + 1,
      })),
    );
    all = [...own, ...extras];
    berths.set(place, all);
  }
  return all;
}

/** Corpses of guests are numbered beyond every berth. */
export const corpseNumber = (region: RegionKey, { home, spawn }: Pick<Creature, 'home' | 'spawn'>): number =>
  home === region ? spawn : 1_000_000 + numberOf(home) * 10_000 + spawn;

export function populate(world: World, fallen: readonly { spawn: number; ready_ms: number }[], corpses: readonly Corpse[]): void {
  const lying = new Map(fallen.map(f => [f.spawn, f.ready_ms]));
  for (const corpse of corpses) layCorpse(world, corpse);
  const left = new Map(corpses.map(corpse => [corpse.spawn, corpse]));
  for (const berth of berthsOf(world.place)) {
    if (!world.owns(berth.camp.x, berth.camp.z) || berth.extra > grownNow(world, berth.campIndex)) continue;
    if (hasFallen(world, berth.camp.monster)) continue;
    const { spawn } = berth;
    // A corpse is written with the kill; the checkpoint that lists the fallen may be a second older.
    const rises_ms = left.get(spawn)?.rises_ms ?? lying.get(spawn) ?? 0;
    if (rises_ms > world.now_ms) world.unborn.push({ spawn, rises_ms, settle: settleOf(world, spawn) });
    else settleCreature(world, berth);
  }
  for (const npc of world.place.npcs) if (world.owns(npc.x, npc.z)) settleVillager(world, npc);
}

/** The core numbers routes in the order of pack.ts: those of camps, then those of villagers. */
function routeOf({ camps, npcs }: Place, npc: Npc): number {
  if (!npc.route?.length) return -1;
  const walks = ({ route }: Camp | Npc): boolean => Boolean(route?.length);
  return camps.filter(walks).length + npcs.filter(walks).indexOf(npc);
}

export function settleVillager(world: World, npc: Npc): void {
  const kind = monsters.key(npc.kind);
  const entity = spawnBody(world, CLASS_VILLAGER, kind, kind.level[0], npc.x, npc.z, npc.yaw);
  world.sim.core.setLook(entity, npc.look, 0);
  sendHome(world, entity, npc);
  world.villagers.set(entity, npc);
}

/** He lives where he always lived, and goes there. */
export function sendHome(world: World, entity: number, npc: Npc): void {
  world.sim.core.setHome(entity, npc.x, npc.z, 0, routeOf(world.place, npc), 0);
}

/** What raises the monster of a berth, in place of what still lies of it. */
export function settleOf(world: World, spawn: number): () => void {
  return () => {
    for (const [entity, corpse] of world.corpses)
      if (corpse.spawn === spawn && !world.creatures.has(entity)) clearCorpse(world, entity);
    const berth = berthsOf(world.place)[spawn];
    if (berth) settleCreature(world, berth);
  };
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
  for (const creature of world.creatures.values()) {
    const { spawn, rises_ms, home } = creature;
    if (rises_ms && home === world.footing.region && !isSummoned(creature)) list.push({ spawn, ready_ms: rises_ms });
  }
  return list;
}

/** Whoever has this berth goes, dead or alive or yet to rise. */
export function vacate(world: World, spawn: number): void {
  world.unborn = world.unborn.filter(unborn => unborn.spawn !== spawn);
  for (const { entity, home, spawn: berth } of world.creatures.values()) {
    if (berth !== spawn || home !== world.footing.region) continue;
    world.creatures.delete(entity);
    clearCorpse(world, entity);
  }
}

/** That body has this berth from now on. */
export function occupy(world: World, spawn: number, entity: number): void {
  const { camp } = berthsOf(world.place)[spawn];
  const kind = monsters.key(camp.monster);
  const home = world.footing.region;
  const level = levelOf(camp, kind, spawn);
  world.creatures.set(entity, { entity, home, spawn, kind, level, rises_ms: 0, until_ms: Infinity });
}

/** A dead body that holds what its monster left. The core does not raise it: who lived there is spawned anew when its time comes. */
export function layCorpse(world: World, corpse: Corpse): void {
  const berth = berthsOf(world.place)[corpse.spawn];
  const kind = monsters.get(corpse.kind) ?? (berth && monsters.key(berth.camp.monster));
  if (!kind) return;
  const level = corpse.level || (berth ? levelOf(berth.camp, kind, berth.spawn) : kind.level[0]);
  const entity = spawnBody(world, CLASS_MONSTER, kind, level, corpse.x, corpse.z, 0);
  world.sim.core.setVitals(entity, 0, 0);
  world.corpses.set(entity, corpse);
}

/** Corpses that nobody's creature is any more go when their time is over. */
export function clearOldCorpses(world: World): void {
  if (!world.onTheSecond) return;
  for (const [entity, { rises_ms }] of world.corpses) {
    if (rises_ms <= world.now_ms && !world.creatures.has(entity)) clearCorpse(world, entity);
  }
}

function clearCorpse(world: World, entity: number): void {
  world.corpses.delete(entity);
  world.sim.core.despawn(entity);
}

function levelOf(camp: Camp, kind: MonsterKind, spawn: number): number {
  const [low, high] = camp.level ?? kind.level;
  return low + (spawn % (high - low + 1));
}

function settleCreature(world: World, { camp, campIndex, index, spawn, route, extra }: Berth): void {
  const { core } = world.sim;
  const kind = monsters.key(camp.monster);
  const level = levelOf(camp, kind, spawn);
  const pack = packSpot(world, camp, campIndex);
  const around = pack ?? camp;
  // A pack walks close together, a camp spreads over its ground.
  const distance = (pack ? PACK_M : camp.radius) * Math.sqrt((index + 0.5) / camp.count);
  const x = around.x + distance * Math.cos(index * GOLDEN_ANGLE);
  const z = around.z + distance * Math.sin(index * GOLDEN_ANGLE);
  const entity = spawnBody(world, CLASS_MONSTER, kind, level, x, z, pack?.yaw ?? index * GOLDEN_ANGLE);
  // What a camp took in beyond its own number rises only by growing again; in a dungeon nobody rises before the next run.
  core.setHome(entity, camp.x, camp.z, camp.radius, route, extra || world.run ? 0 : kind.respawn_s * TICKS_PER_SECOND);
  if (pack) core.setRoute(entity, pack.next, pack.back ? 1 : 0);
  occupy(world, spawn, entity);
  if (world.run) fitToRun(world, entity);
}

/** It is gone, dead or alive, and what it held with it. */
export function sendOff(world: World, entity: number): void {
  world.creatures.delete(entity);
  clearCorpse(world, entity);
}
/** Beasts that were called for somebody's sake (systems/summons.ts) are numbered beyond every berth and guest. */
const FIRST_SUMMONED = 5_000_000;
const SUMMONED_PER_LIFE = 10_000;
const LIVES_TOLD_APART = 100;

/** A monster that lives nowhere: it stays until its time is over, and what it leaves lies about like any other's. */
export function bearSummoned(world: World, kind: MonsterKind, level: number, x: number, z: number, until_ms: number): number {
  const { core } = world.sim;
  const entity = spawnBody(world, CLASS_MONSTER, kind, level, x, z, 0);
  core.setHome(entity, x, z, SUMMONED_ROAM_M, -1, 0);
  const life = world.footing.store.incarnation % LIVES_TOLD_APART;
  const spawn = FIRST_SUMMONED + life * SUMMONED_PER_LIFE + (world.summoned++ % SUMMONED_PER_LIFE);
  world.creatures.set(entity, { entity, home: world.footing.region, spawn, kind, level, rises_ms: 0, until_ms });
  return entity;
}
const SUMMONED_ROAM_M = 6;
export const isSummoned = ({ spawn }: Pick<Creature, 'spawn'>): boolean => spawn >= FIRST_SUMMONED;

function spawnBody(world: World, cls: number, kind: MonsterKind, level: number, x: number, z: number, yaw: number): number {
  const { core } = world.sim;
  const entity = core.spawn(cls, kind.id, TEAMS[kind.team], level, x, z, yaw);
  if (!entity) throw new Error(`no room for a ${kind.key}`);
  const { hpMax, powerMax, might, aim, spirit, armor, hastePct, arms } = creatureBody(kind, level);
  core.setBody(entity, hpMax, powerMax, might, aim, spirit, armor, hastePct);
  core.setArms(entity, arms.bits, arms.melee[0], arms.melee[1], arms.bow[0], arms.bow[1], arms.gun[0], arms.gun[1]);
  return entity;
}
