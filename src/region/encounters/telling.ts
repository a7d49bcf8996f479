// What players near a boss are told of the fight: its bar, its lines, the ground that something will fall on. In: fights. Out: messages on change
// and once a second; whoever comes near in the middle hears of what is already laid, whoever leaves hears that it is over for him.
import { abilities } from '../../shared/content';
import { linesOf, type Shape } from '../../shared/content/encounters';
import {
  AREA_GROUND,
  AREA_SOAK,
  AREA_SPREAD,
  BOSS_FIGHTS,
  BOSS_GONE,
  FORM_CIRCLE,
  FORM_CONE,
  FORM_LINE,
  FORM_RING,
} from '../../shared/protocol/bosses';
import { CHANNEL_NPC, S2C } from '../../shared/protocol/messages';
import type { Player } from '../player';
import { sayNear } from '../systems/chat';
import type { World } from '../world';
import { guardsOf } from './calls';
import type { Area, Fight } from './fight';

/** The bar is seen from so far, and kept a little farther. */
const SEEN_M = 70;
const KEPT_M = 90;
/** As many as a message holds. */
const MOST_AREAS = 32;
const MOST_DROPPED = 64;
/** Looks for who came and went, and for health that changed. */
const LOOK_TICKS = 5;
const TICKS_A_SECOND = 20;

const KINDS = { ground: AREA_GROUND, soak: AREA_SOAK, spread: AREA_SPREAD } as const;

/** Says the line of that number (linesOf, from 0), for all who hear it and on the bar. */
export function speak(world: World, fight: Fight, line: number): void {
  const { entity, kind } = fight.creature;
  const text = linesOf(fight.table)[line];
  fight.line = line + 1;
  fight.stale = true;
  const said = { channel: CHANNEL_NPC, from: kind.name, fromEntity: entity, to: '', text, time: world.now_ms };
  sayNear(world, { entity }, said);
}

export function tellFight(world: World, fight: Fight): void {
  const { fresh, dropped, told } = fight;
  if (world.turnOf(fight.creature.entity, LOOK_TICKS)) lookRound(world, fight);
  if (fresh.length || dropped.length) {
    const body = areasOf(world, fight, fresh);
    for (const player of told) player.soon(S2C.areas, body);
    fresh.length = 0;
    dropped.length = 0;
  }
  if (!fight.stale && !world.turnOf(fight.creature.entity, LOOK_TICKS)) return;
  fight.stale = false;
  const body = barOf(world, fight, BOSS_FIGHTS);
  for (const player of told) player.soon(S2C.boss, body);
}

/** Who came near, and who left. */
function lookRound(world: World, fight: Fight): void {
  const { told } = fight;
  const { entity } = fight.creature;
  for (const player of told) {
    if (world.players.get(player.entity) !== player) told.delete(player);
    else if (!player.playing || world.distance(player.entity, entity) > KEPT_M) forget(world, fight, player, BOSS_GONE);
  }
  for (const player of world.players.values()) {
    if (!player.playing || told.has(player) || world.distance(player.entity, entity) > SEEN_M) continue;
    told.add(player);
    player.soon(S2C.boss, barOf(world, fight, BOSS_FIGHTS));
    // What is fresh he hears with all others.
    const laid = fight.areas.filter(area => !fight.fresh.includes(area));
    if (laid.length) player.soon(S2C.areas, areasOf(world, fight, laid, []));
  }
}

function forget(world: World, fight: Fight, player: Player, state: number): void {
  fight.told.delete(player);
  player.soon(S2C.boss, barOf(world, fight, state));
}

/** The fight is over: `state` BOSS_BEATEN or BOSS_GONE. */
export function tellEnd(world: World, fight: Fight, state: number): void {
  if (fight.dropped.length) for (const player of fight.told) player.soon(S2C.areas, areasOf(world, fight, []));
  for (const player of fight.told) forget(world, fight, player, state);
}

function barOf(world: World, fight: Fight, state: number) {
  const { creature, table, phase, hpMax, chant, line, begun } = fight;
  const { core } = world.sim;
  const casts = chant?.begun ? abilities.get(chant.ability) : undefined;
  const whole = casts?.cast_ticks ?? 0;
  return {
    boss: creature.entity,
    kind: creature.kind.id,
    level: creature.level,
    state,
    hp: Math.ceil((1000 * Math.max(0, core.hp(creature.entity))) / hpMax),
    phase: phase + 1,
    phases: table.phases.length,
    shield: guardsOf(fight),
    cast: casts?.id ?? 0,
    castLeft: casts ? Math.max(0, whole - (world.tick - (chant?.begun ?? 0))) : 0,
    castWhole: whole,
    enrage_s: Math.max(0, Math.ceil((begun + table.enrage_ticks - world.tick) / TICKS_A_SECOND)),
    line,
  };
}

function areasOf(world: World, fight: Fight, areas: readonly Area[], dropped = fight.dropped) {
  return {
    boss: fight.creature.entity,
    laid: areas.slice(0, MOST_AREAS).map(area => wordOf(world, area)),
    dropped: dropped.slice(0, MOST_DROPPED),
  };
}

function wordOf(world: World, { id, mechanic, shape, x, z, yaw, follows, hands, laid_tick, falls_tick, ends_tick }: Area) {
  const [form, a, b] = measured(shape);
  return {
    id,
    ability: abilities.key(mechanic.ability).id,
    kind: KINDS[mechanic.kind],
    form,
    x: Math.round(x * 100),
    z: Math.round(z * 100),
    yaw: Math.round(yaw * 1000),
    a,
    b,
    follows,
    hands,
    left: Math.max(0, falls_tick - world.tick),
    whole: falls_tick - laid_tick,
    stays: ends_tick - Math.max(falls_tick, world.tick),
  };
}

/** As S2C.areas tells it. */
function measured(shape: Shape): [form: number, a: number, b: number] {
  const cm = (metres: number): number => Math.round(metres * 100);
  switch (shape.form) {
    case 'circle':
      return [FORM_CIRCLE, cm(shape.radius_m), 0];
    case 'ring':
      return [FORM_RING, cm(shape.inner_m), cm(shape.radius_m)];
    case 'cone':
      return [FORM_CONE, cm(shape.radius_m), Math.round(shape.half_deg * 100)];
    case 'line':
      return [FORM_LINE, cm(shape.radius_m), cm(shape.half_m)];
  }
}
