// Encounters: a boss that turns on somebody is fought as content/encounters.ts says, until it is beaten or nobody is left. Read this first; the
// parts stand in ../encounters. In: what the core tells of bosses, time. Out: areas, casts, called monsters, lines, shares of the kill. It lives in
// memory alone: a region that begins anew has its bosses at home and whole. Whoever places a boss uses placeBoss or a camp, then scaleBoss.
import { OUT_SHARE } from '../../../assembly/layout';
import { effects, monsters } from '../../shared/content';
import { encounterOf, linesOf, type Mechanic } from '../../shared/content/encounters';
import { BOSS_BEATEN, BOSS_GONE } from '../../shared/protocol/bosses';
import { phaseAt, scaled, sharesOf } from '../../shared/rules/encounters';
import { creatureBody } from '../../shared/rules/stats';
import type { Outcome } from '../../shared/sim';
import { clearAreas, fall, lay } from '../encounters/areas';
import { call, calledOf, dismiss, tendCalled } from '../encounters/calls';
import { chant, plan } from '../encounters/chants';
import { characterOf, count, type Fight, fighters, mechanicsOf, spotOf } from '../encounters/fight';
import { speak, tellEnd, tellFight } from '../encounters/telling';
import { bearSummoned } from '../population';
import type { World } from '../world';

/** What a boss is under in every fight; given anew before its time is over. */
const STEADY = 'steadfast';
const FURY = 'furious';
const KEPT_TICKS = 100;
const RENEW_TICKS = 40;
/** Healing is worth so much of a blow of the same amount. */
const HEALING = 0.6;

/**
 * Places a boss (a monster's key) that lives nowhere, at x, z in metres, for a party of so many. It stays until `until_ms` and does not rise again.
 * Returns its entity. Throws on a key of no boss, and when the core has no room.
 */
export function placeBoss(
  world: World,
  boss: string,
  level: number,
  x: number,
  z: number,
  until_ms: number,
  partySize?: number,
): number {
  const size = partySize ?? encounterOf(boss)?.size;
  scaled(boss, size ?? 1);
  const entity = bearSummoned(world, monsters.key(boss), level, x, z, until_ms);
  if (size) scaleBoss(world, entity, size);
  return entity;
}

/**
 * Makes a boss, placed by whatever way, fit for so many: health (which keeps its share), blows, and in its fight what it calls and asks for.
 * Nothing happens when the entity is no boss of this region.
 */
export function scaleBoss(world: World, entity: number, partySize: number): void {
  const creature = world.creatures.get(entity);
  if (!creature || !encounterOf(creature.kind.key)) return;
  const { hp, damage } = scaled(creature.kind.key, partySize);
  const { hpMax, powerMax, armor, arms } = creatureBody(creature.kind, creature.level);
  const range = ([low, high]: readonly [number, number]) => [Math.round(low * damage), Math.round(high * damage)] as const;
  const { core } = world.sim;
  core.setBody(entity, Math.round(hpMax * hp), powerMax, 0, 0, 0, armor, 0);
  core.setArms(entity, arms.bits, ...range(arms.melee), ...range(arms.bow), ...range(arms.gun));
  world.encounters.sizes.set(entity, partySize);
  const fight = world.encounters.fights.get(entity);
  if (fight) Object.assign(fight, { size: partySize, damage, hpMax: Math.round(hpMax * hp), stale: true });
}

/** In the open nobody knows how many will come: this one grows with them while it is fought, and does not shrink again. */
export function letGrow(world: World, entity: number): void {
  world.encounters.growing.add(entity);
}

/** OUT_AGGRO: it begins. */
export function beginFight(world: World, { a }: Outcome): void {
  const { encounters, tick } = world;
  const creature = world.creatures.get(a);
  const table = creature && encounterOf(creature.kind.key);
  if (!creature || !table || encounters.fights.has(a)) return;
  const size = encounters.sizes.get(a) ?? table.size;
  const { hp, damage } = scaled(table.boss, size);
  const fight: Fight = {
    creature,
    table,
    home: spotOf(world, { creature }),
    size,
    hpMax: Math.round(creatureBody(creature.kind, creature.level).hpMax * hp),
    damage,
    begun: tick,
    phase: -1,
    due: [],
    areas: [],
    called: [],
    chant: null,
    braced: 0,
    enraged: false,
    line: 0,
    did: new Map(),
    record: {},
    told: new Set(),
    stale: true,
    fresh: [],
    dropped: [],
  };
  encounters.fights.set(a, fight);
  encounters.sharedOut.delete(a);
  turnPhase(world, fight, 0);
  world.counters.count('encounter.begun');
}

/** Once a tick: all fights go on. */
export function goOnFighting(world: World): void {
  const { encounters, creatures } = world;
  for (const [entity, fight] of encounters.fights) {
    // It was sent off, or went over a border: it is not ours any more.
    if (creatures.get(entity) !== fight.creature) end(world, fight, false);
    else goOn(world, fight);
  }
  if (!world.onTheSecond) return;
  for (const known of [encounters.sizes, encounters.growing, encounters.sharedOut])
    for (const entity of known.keys()) if (!creatures.has(entity)) known.delete(entity);
}

function goOn(world: World, fight: Fight): void {
  const { entity } = fight.creature;
  const { core } = world.sim;
  const phase = phaseAt(fight.table, core.hp(entity) / fight.hpMax);
  if (phase > fight.phase) turnPhase(world, fight, phase);
  if (!fight.enraged && world.tick - fight.begun >= fight.table.enrage_ticks) enrage(world, fight);
  if (world.turnOf(entity, RENEW_TICKS)) keepUp(world, fight);
  tendCalled(world, fight);
  for (const [i, mechanic] of mechanicsOf(fight).entries()) {
    if (world.tick < fight.due[i]) continue;
    fight.due[i] = world.tick + mechanic.every_ticks;
    perform(world, fight, mechanic);
  }
  fall(world, fight);
  chant(world, fight);
  tellFight(world, fight);
}

function perform(world: World, fight: Fight, mechanic: Mechanic): void {
  if (mechanic.kind === 'cast') plan(world, fight, mechanic);
  else if (mechanic.kind === 'adds') call(world, fight, mechanic);
  else lay(world, fight, mechanic);
}

/** What was announced in the phase before still falls; what was only due does not come any more. */
function turnPhase(world: World, fight: Fight, phase: number): void {
  fight.phase = phase;
  fight.due = mechanicsOf(fight).map(({ first_ticks }) => world.tick + first_ticks);
  fight.record.phase = phase + 1;
  speak(world, fight, phase);
}

function enrage(world: World, fight: Fight): void {
  fight.enraged = true;
  count(world, fight, 'enraged');
  speak(world, fight, fight.table.phases.length);
  keepUp(world, fight);
}

/** No control takes hold of a boss (its casts are stopped by interrupts), and fury lasts. Open fights grow with those who come. */
function keepUp(world: World, fight: Fight): void {
  const { entity } = fight.creature;
  const { core } = world.sim;
  core.giveEffect(entity, effects.key(STEADY).id, KEPT_TICKS, 0);
  if (fight.enraged) core.giveEffect(entity, effects.key(FURY).id, KEPT_TICKS, 0);
  if (!world.encounters.growing.has(entity)) return;
  const here = fighters(world, fight).length;
  if (here > fight.size) scaleBoss(world, entity, here);
}

/** OUT_HIT and OUT_HEAL: what each does in it. */
export function countDeeds(world: World, { a, b, value }: Outcome): void {
  if (!world.encounters.fights.size || value <= 0) return;
  const fight = fightAround(world, b);
  if (fight) credit(world, fight, a, value);
}
export function countHealing(world: World, { a, b, value }: Outcome): void {
  if (!world.encounters.fights.size || value <= 0 || a === b) return;
  const healed = characterOf(world, b);
  if (!healed) return;
  for (const fight of world.encounters.fights.values()) if (fight.did.has(healed)) credit(world, fight, a, value * HEALING);
}

/** The fight to which that body belongs, as its boss or as one called. */
function fightAround(world: World, entity: number): Fight | undefined {
  const own = world.encounters.fights.get(entity);
  if (own) return own;
  for (const fight of world.encounters.fights.values()) if (calledOf(fight, entity)) return fight;
  return undefined;
}

function credit(world: World, { did }: Fight, by: number, amount: number): void {
  const character = characterOf(world, by);
  if (character) did.set(character, (did.get(character) ?? 0) + amount);
}

/** OUT_LEASH: nobody is left, or it was led too far. It is whole again, and all of it is forgotten. */
export function loseFight(world: World, { a }: Outcome): void {
  const fight = world.encounters.fights.get(a);
  if (!fight) return;
  speak(world, fight, fight.table.phases.length + 1);
  end(world, fight, false);
  const { core } = world.sim;
  core.setVitals(a, fight.hpMax, 100);
  for (const key of [STEADY, FURY]) core.giveEffect(a, effects.key(key).id, 1, 0);
}

/** OUT_DEATH: beaten. Returns the shares of all who helped, as OUT_SHARE tells them; the core's own are of sixteen at most, and are not read. */
export function winFight(world: World, { a }: Outcome): Outcome[] {
  const fight = world.encounters.fights.get(a);
  if (!fight) return [];
  speak(world, fight, linesOf(fight.table).length - 1);
  end(world, fight, true);
  world.encounters.sharedOut.add(a);
  const entities = new Map([...world.strangers].map(([entity, { character }]) => [character, entity]));
  for (const player of world.players.values()) entities.set(player.character.id, player.entity);
  return [...sharesOf(fight.did)].flatMap(([character, value]) => {
    const b = entities.get(character);
    return b ? [{ type: OUT_SHARE, ability: 0, flags: 0, a, b, value, x: 0, y: 0, z: 0, x2: 0, y2: 0, z2: 0 }] : [];
  });
}

/** Whether the core's word of a share is not to be read: it was shared out here. */
export const isSharedOut = (world: World, { a }: Outcome): boolean => world.encounters.sharedOut.has(a);

function end(world: World, fight: Fight, won: boolean): void {
  const { entity, kind } = fight.creature;
  world.encounters.fights.delete(entity);
  world.encounters.ended.set(kind.key, { record: fight.record, won });
  dismiss(world, fight);
  clearAreas(world, fight);
  tellEnd(world, fight, won ? BOSS_BEATEN : BOSS_GONE);
  world.counters.count(won ? 'encounter.won' : 'encounter.lost');
}
