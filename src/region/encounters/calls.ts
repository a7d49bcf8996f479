// Monsters that a boss calls, and the seal that holds while they stand. In: mechanics that are due, deaths. Out: beasts of no camp that turn on
// somebody who fights, a shield that takes everything, counts of who fell.
import { effects, monsters } from '../../shared/content';
import type { AddsMechanic } from '../../shared/content/encounters';
import { fewer } from '../../shared/rules/encounters';
import type { Outcome } from '../../shared/sim';
import { bearSummoned, sendOff } from '../population';
import { hasRoomFor } from '../systems/summons';
import type { World } from '../world';
import { fromHome } from './areas';
import { type Called, count, type Fight, fighters, type Spot, spotOf } from './fight';

/** Those without a place of their own come on a ring this wide round the boss. */
const RING_M = 8;
const STAY_MS = 15 * 60_000;
/** More than a fight can take of it; it is given anew before its time is over, so that a seal that nobody looks after breaks by itself. */
const SEAL_AMOUNT = 1_000_000_000;
const SEAL_TICKS = 100;
const RENEW_TICKS = 40;

export function call(world: World, fight: Fight, mechanic: AddsMechanic): void {
  // Who has not dealt with the last ones gets no more of them.
  if (fight.called.some(called => called.mechanic === mechanic && called.entities.size)) return;
  const whole = fewer(mechanic.count, fight.table, fight.size);
  const targets = fighters(world, fight);
  if (!targets.length || !hasRoomFor(world, whole)) return;
  const kind = monsters.key(mechanic.monster);
  const level = fight.creature.level;
  const entities = spotsOf(world, fight, mechanic, whole)
    .filter(({ x, z }) => world.owns(x, z))
    .map(({ x, z }, i) => {
      const entity = bearSummoned(world, kind, level, x, z, world.now_ms + STAY_MS);
      world.sim.core.provoke(entity, targets[i % targets.length]);
      return entity;
    });
  if (!entities.length) return;
  fight.called.push({ mechanic, entities: new Set(entities) });
  count(world, fight, `${mechanic.key}.called`, entities.length);
  if (mechanic.shielded) seal(world, fight);
}

function spotsOf(world: World, fight: Fight, { points }: AddsMechanic, whole: number): Spot[] {
  const own = spotOf(world, fight);
  return Array.from({ length: whole }, (_, i) => {
    if (points?.length) return fromHome(fight, points[i % points.length]);
    const angle = (i / whole) * 2 * Math.PI;
    return { x: own.x + Math.sin(angle) * RING_M, z: own.z + Math.cos(angle) * RING_M };
  });
}

/** How many stand that seal it. */
export const guardsOf = ({ called }: Fight): number =>
  called.reduce((sum, { mechanic, entities }) => sum + (mechanic.shielded ? entities.size : 0), 0);

function seal(world: World, fight: Fight): void {
  world.sim.core.giveEffect(fight.creature.entity, effects.key('sealed').id, SEAL_TICKS, SEAL_AMOUNT);
  fight.stale = true;
}

export function unseal(world: World, fight: Fight): void {
  world.sim.core.giveEffect(fight.creature.entity, effects.key('sealed').id, 1, 0);
  fight.stale = true;
}

/** Whoever is gone without having died (sent off, over a border) holds no seal; the seal holds as long as somebody does. */
export function tendCalled(world: World, fight: Fight): void {
  if (!fight.called.length) return;
  const before = guardsOf(fight);
  for (const { entities } of fight.called) {
    for (const entity of entities) if (!isUp(world, entity)) entities.delete(entity);
  }
  const guards = guardsOf(fight);
  if (guards !== before) fight.stale = true;
  if (guards && world.turnOf(fight.creature.entity, RENEW_TICKS)) seal(world, fight);
  for (let i = fight.called.length - 1; i >= 0; i--) if (!fight.called[i].entities.size) over(world, fight, i);
  if (before && !guardsOf(fight)) unseal(world, fight);
}

function over(world: World, fight: Fight, index: number): void {
  const [{ mechanic }] = fight.called.splice(index, 1);
  if (mechanic.shielded) count(world, fight, `${mechanic.key}.unsealed`);
}

function isUp(world: World, entity: number): boolean {
  const creature = world.creatures.get(entity);
  return creature !== undefined && !creature.rises_ms;
}

/** OUT_DEATH of somebody it called. */
export function calledFell(world: World, { a }: Outcome): void {
  for (const fight of world.encounters.fights.values()) {
    const called = calledOf(fight, a);
    if (!called) continue;
    called.entities.delete(a);
    count(world, fight, `${called.mechanic.key}.killed`);
    fight.stale = true;
    if (called.mechanic.shielded && !guardsOf(fight)) unseal(world, fight);
    return;
  }
}

export const calledOf = ({ called }: Fight, entity: number): Called | undefined =>
  called.find(({ entities }) => entities.has(entity));

/** Those who still stand go; what the fallen left stays. */
export function dismiss(world: World, fight: Fight): void {
  const wasSealed = guardsOf(fight) > 0;
  for (const { entities } of fight.called) for (const entity of entities) if (isUp(world, entity)) sendOff(world, entity);
  fight.called.length = 0;
  if (wasSealed) unseal(world, fight);
}
