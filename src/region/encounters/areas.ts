// Ground that something falls on: laid with a warning, fallen when its time has come on whoever stands there then, by the region's own places.
// In: mechanics that are due, time. Out: blows through the core (armor, shields, death and threat as of any ability), counts of who was hit.
import { FLAG_AIMING, FLAG_DEAD } from '../../../assembly/layout';
import { abilities } from '../../shared/content';
import type { GroundMechanic, Offset, Shape, SoakMechanic, SpreadMechanic, Where } from '../../shared/content/encounters';
import { covers, evenHealth, fewer, type Laid } from '../../shared/rules/encounters';
import type { World } from '../world';
import { type Area, count, type Fight, fighters, playersNear, type Spot, spotOf } from './fight';

/** What stays on the ground hurts this often. */
const PULSE_TICKS = 20;
/** Who stands among so many others pays for no more of them. */
const MOST_BESIDE = 3;
/** No more at a time: whoever marks everybody marks so many. */
const MOST_AT_ONCE = 24;

type AreaMechanic = GroundMechanic | SoakMechanic | SpreadMechanic;

/** Lays what a mechanic lays now. */
export function lay(world: World, fight: Fight, mechanic: AreaMechanic): void {
  if (mechanic.kind === 'spread') spread(world, fight, mechanic);
  else if (mechanic.kind === 'soak') soak(world, fight, mechanic);
  else ground(world, fight, mechanic);
}

function ground(world: World, fight: Fight, mechanic: GroundMechanic): void {
  const { shape } = mechanic;
  const own = spotOf(world, fight);
  const isAimed = shape.form === 'cone' || shape.form === 'line';
  const goals = spotsFor(world, fight, mechanic.where, mechanic.count ?? 1);
  for (const { x, z } of goals) {
    const yaw = isAimed ? Math.atan2(x - own.x, own.z - z) : 0;
    put(world, fight, mechanic, shape, isAimed ? { ...own, yaw } : { x, z, yaw });
  }
  if (goals.length && (isAimed || mechanic.where === 'self')) brace(world, fight, mechanic.warn_ticks);
}

function soak(world: World, fight: Fight, mechanic: SoakMechanic): void {
  const shape: Shape = { form: 'circle', radius_m: mechanic.radius_m };
  const hands = fewer(mechanic.hands, fight.table, fight.size);
  for (const { x, z } of spotsFor(world, fight, mechanic.where, 1)) put(world, fight, mechanic, shape, { x, z, yaw: 0 }, 0, hands);
}

function spread(world: World, fight: Fight, mechanic: SpreadMechanic): void {
  const { core } = world.sim;
  const shape: Shape = { form: 'circle', radius_m: mechanic.radius_m };
  for (const id of fighters(world, fight).slice(0, MOST_AT_ONCE))
    put(world, fight, mechanic, shape, { x: core.x(id), z: core.z(id), yaw: 0 }, id);
}

function put(world: World, fight: Fight, mechanic: AreaMechanic, shape: Shape, at: Laid, follows = 0, hands = 0): void {
  const stays = mechanic.kind === 'ground' ? mechanic.stays : undefined;
  const falls_tick = world.tick + mechanic.warn_ticks;
  const area: Area = {
    ...at,
    id: world.encounters.nextArea(),
    mechanic,
    shape,
    follows,
    hands,
    laid_tick: world.tick,
    falls_tick,
    ends_tick: falls_tick + (stays?.ticks ?? 0),
    pulse_tick: falls_tick + PULSE_TICKS,
    warned: new Set(inside(world, shape, at)),
  };
  fight.areas.push(area);
  fight.fresh.push(area);
  count(world, fight, `${mechanic.key}.laid`);
}

/** It stands and winds up, so that what it does comes from where it was shown. */
function brace(world: World, fight: Fight, ticks: number): void {
  fight.braced = Math.max(fight.braced, world.tick + ticks);
  world.sim.core.setFlag(fight.creature.entity, FLAG_AIMING, 1);
}

export function unbrace(world: World, fight: Fight): void {
  fight.braced = 0;
  world.sim.core.setFlag(fight.creature.entity, FLAG_AIMING, 0);
}

function spotsFor(world: World, fight: Fight, where: Where, most: number): readonly Spot[] {
  const { core } = world.sim;
  const at = (id: number): Spot => ({ x: core.x(id), z: core.z(id) });
  if (typeof where !== 'string') return where.map(offset => fromHome(fight, offset));
  if (where === 'self') return [spotOf(world, fight)];
  const all = fighters(world, fight);
  const foe = core.foe(fight.creature.entity);
  switch (where) {
    case 'foe':
      return foe && all.includes(foe) ? [at(foe)] : all.slice(0, 1).map(at);
    case 'farthest': {
      const own = spotOf(world, fight);
      const far = (id: number): number => Math.hypot(core.x(id) - own.x, core.z(id) - own.z);
      return all
        .toSorted((a, b) => far(b) - far(a))
        .slice(0, 1)
        .map(at);
    }
    case 'everyone':
      return all.slice(0, MOST_AT_ONCE).map(at);
    case 'random':
      return drawn(world, fight, all, fewer(most, fight.table, fight.size)).map(at);
  }
}

export const fromHome = ({ home }: Fight, [east, south]: Offset): Spot => ({ x: home.x + east, z: home.z + south });

/** So many of them, each once, by the encounter's own chance. */
function drawn(world: World, fight: Fight, from: readonly number[], most: number): number[] {
  const left = [...from];
  const taken: number[] = [];
  while (taken.length < most && left.length) {
    const at = Math.floor(world.encounters.chance(fight.begun) * left.length);
    taken.push(...left.splice(at, 1));
  }
  return taken;
}

function inside(world: World, shape: Shape, at: Laid): number[] {
  const { core } = world.sim;
  return playersNear(world, at.x, at.z, shape.radius_m + 1).filter(id => covers(shape, at, core.x(id), core.z(id)));
}

/** What has come due falls; what is over goes. */
export function fall(world: World, fight: Fight): void {
  const { areas } = fight;
  if (fight.braced && world.tick >= fight.braced) unbrace(world, fight);
  for (const area of areas) {
    if (world.tick === area.falls_tick) fallOne(world, fight, area);
    else if (world.tick > area.falls_tick && world.tick >= area.pulse_tick) burn(world, fight, area);
  }
  for (let i = areas.length - 1; i >= 0; i--) if (world.tick >= areas[i].ends_tick) areas.splice(i, 1);
}

function fallOne(world: World, fight: Fight, area: Area): void {
  if (area.mechanic.kind === 'soak') fallSoaked(world, fight, area, area.mechanic);
  else if (area.mechanic.kind === 'spread') fallSpread(world, fight, area, area.mechanic);
  else fallGround(world, fight, area, area.mechanic);
}

function fallGround(world: World, fight: Fight, area: Area, { key, ability, hurt_pct }: GroundMechanic): void {
  const { core } = world.sim;
  const struck = inside(world, area.shape, area);
  const away = [...area.warned].filter(id => !struck.includes(id) && core.alive(id) && !(core.flags(id) & FLAG_DEAD));
  if (away.length) count(world, fight, `${key}.dodged`, away.length);
  for (const id of struck) if (strike(world, fight, id, ability, hurt_pct)) count(world, fight, `${key}.hit`);
}

/** Once a second, on whoever stands in what stays. */
function burn(world: World, fight: Fight, area: Area): void {
  area.pulse_tick += PULSE_TICKS;
  if (area.mechanic.kind !== 'ground' || !area.mechanic.stays) return;
  const { key, ability, stays } = area.mechanic;
  for (const id of inside(world, area.shape, area))
    if (strike(world, fight, id, ability, stays.hurt_pct)) count(world, fight, `${key}.burnt`);
}

/** Those who stand in it share it; too few, and it goes through to everybody. */
function fallSoaked(
  world: World,
  fight: Fight,
  area: Area,
  { key, ability, hands: whole, hurt_pct, miss_pct }: SoakMechanic,
): void {
  const hands = inside(world, area.shape, area);
  // It was meant to be shared by a whole party's hands: a smaller one is spared as much of it as it has fewer.
  const share_pct = (hurt_pct * area.hands) / whole;
  const isMet = hands.length >= area.hands;
  count(world, fight, `${key}.${isMet ? 'soaked' : 'missed'}`);
  for (const id of hands) strike(world, fight, id, ability, share_pct / hands.length);
  if (!isMet) for (const id of fighters(world, fight)) strike(world, fight, id, ability, miss_pct);
}

/** Whoever carries a mark strikes all others who carry one too near. */
function fallSpread(world: World, fight: Fight, area: Area, { key, ability, radius_m, hurt_pct }: SpreadMechanic): void {
  const { core } = world.sim;
  const { follows } = area;
  if (!core.alive(follows) || core.flags(follows) & FLAG_DEAD) return;
  const marked = fight.areas.filter(
    other => other !== area && other.mechanic === area.mechanic && other.falls_tick === area.falls_tick,
  );
  const beside = marked.filter(
    other => core.alive(other.follows) === 1 && world.distance(follows, other.follows) <= radius_m,
  ).length;
  if (!beside) count(world, fight, `${key}.apart`);
  else if (strike(world, fight, follows, ability, hurt_pct * Math.min(MOST_BESIDE, beside))) count(world, fight, `${key}.hit`);
}

/** A blow of so many percent of an even player's health, before armor. False: there was nobody to strike. */
export function strike(world: World, fight: Fight, id: number, ability: string, hurt_pct: number): boolean {
  const { entity, level } = fight.creature;
  const amount = Math.max(1, Math.round((evenHealth(level) * hurt_pct * fight.damage) / 100));
  return world.sim.core.blast(entity, id, abilities.key(ability).id, amount) === 1;
}

/** Nothing of it falls any more. */
export function clearAreas(world: World, fight: Fight): void {
  for (const { id, ends_tick } of fight.areas) if (ends_tick > world.tick) fight.dropped.push(id);
  fight.areas.length = 0;
  fight.fresh.length = 0;
  unbrace(world, fight);
}
