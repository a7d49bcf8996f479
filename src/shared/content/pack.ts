// Content as the core reads it. In: a place and the tables of kinds. Out: bytes for Sim.load: the only writer of what assembly/content.ts
// checks; record shapes stand in assembly/layout.ts. Equal content gives equal bytes on every machine.
import * as L from '../../../assembly/layout';
import { Writer } from '../protocol/codec';
import { ABILITIES } from './abilities';
import { type Collider, collidersOf, placesAround, reachInto } from './colliders';
import { EFFECTS } from './effects';
import type { AbilityKind, Arms, EffectKind, EffectType, MindTrait, MonsterKind, Place, Point, Reach, TalentKind } from './kinds';
import { MONSTERS } from './monsters';
import { PLACES } from './places';
import { changeAbility, TALENTS } from './talents';

export interface Tables {
  abilities: readonly AbilityKind[];
  effects: readonly EffectKind[];
  monsters: readonly MonsterKind[];
  talents?: readonly TalentKind[];
}
const TABLES: Tables = { abilities: ABILITIES, effects: EFFECTS, monsters: MONSTERS, talents: TALENTS };

const REACHES: Record<Reach, number> = {
  self: L.REACH_SELF,
  target: L.REACH_TARGET,
  projectile: L.REACH_PROJECTILE,
  ray: L.REACH_RAY,
  cone: L.REACH_CONE,
  nova: L.REACH_NOVA,
};
const ARMS: Record<Arms, number> = {
  none: L.ARMS_NONE,
  melee: L.ARMS_MELEE,
  bow: L.ARMS_BOW,
  firearm: L.ARMS_FIREARM,
  focus: L.ARMS_FOCUS,
};
const POWERS: Record<AbilityKind['power'], number> = { melee: L.POWER_MELEE, ranged: L.POWER_RANGED, spell: L.POWER_SPELL };
const EFFECT_TYPES: Record<EffectType, number> = {
  damage: L.EFFECT_DAMAGE,
  heal: L.EFFECT_HEAL,
  slow: L.EFFECT_SLOW,
  stun: L.EFFECT_STUN,
  haste: L.EFFECT_HASTE,
  ward: L.EFFECT_WARD,
  root: L.EFFECT_ROOT,
  silence: L.EFFECT_SILENCE,
  taunt: L.EFFECT_TAUNT,
  absorb: L.EFFECT_ABSORB,
  weaken: L.EFFECT_WEAKEN,
  expose: L.EFFECT_EXPOSE,
  fear: L.EFFECT_FEAR,
  drain: L.EFFECT_DRAIN,
  leech: L.EFFECT_LEECH,
  empower: L.EFFECT_EMPOWER,
  power: L.EFFECT_POWER,
  thorns: L.EFFECT_THORNS,
  steady: L.EFFECT_STEADY,
  evade: L.EFFECT_EVADE,
};
export const TEAMS: Record<MonsterKind['team'], number> = {
  wild: L.TEAM_WILD,
  bandit: L.TEAM_BANDIT,
  undead: L.TEAM_UNDEAD,
  critter: L.TEAM_CRITTER,
  neutral: L.TEAM_NEUTRAL,
};
const TRAITS: Record<MindTrait, number> = {
  wander: L.MIND_WANDER,
  pack: L.MIND_PACK,
  ranged: L.MIND_RANGED,
  charge: L.MIND_CHARGE,
  timid: L.MIND_TIMID,
  coward: L.MIND_COWARD,
  caster: L.MIND_CASTER,
  route: L.MIND_ROUTE,
  night: L.MIND_NIGHT,
  guard: L.MIND_GUARD,
};

/** Routes in the order of `setHome`'s routeIndex: those of camps, then those of villagers. */
export function routesOf(place: Place): (readonly Point[])[] {
  return [...place.camps, ...place.npcs].flatMap(walker => (walker.route?.length ? [walker.route] : []));
}

/**
 * Bytes of one content; throws when a key does not exist or a table is larger than the core holds. The land of all places goes into every
 * content, in one order, so that a height has the same bits in every core; colliders are those of the region and its margin, of whatever
 * place; routes are the place's own. A place that is none of the world's is a world of its own.
 */
export function packContent(place: Place, tables: Tables = TABLES): Uint8Array {
  const world = PLACES.includes(place) ? PLACES : [place];
  const pack = new Packer();
  pack.u32(L.CONTENT_MAGIC, L.LAYOUT_VERSION, 0, world[0].seed);
  packTables(pack, tables);
  packLand(pack, world);
  pack.section(collidersAround(place, world), L.MAX_COLLIDERS, L.COLLIDER_BYTES, row => pack.copy(row));
  packRoutes(pack, routesOf(place));
  return pack.done();
}

function packTables(pack: Packer, { abilities, effects, monsters, talents = [] }: Tables): void {
  const effectId = (key: string): number => idOf('effect', effects, key);
  const abilityId = (key: string): number => idOf('ability', abilities, key);
  pack.section(withVariants(abilities, talents), L.MAX_ABILITY_RECORDS, L.ABILITY_BYTES, a => packAbility(pack, a, effectId));
  pack.section(effects, L.MAX_EFFECTS, L.EFFECT_BYTES, e => packEffect(pack, e));
  pack.section(monsters, L.MAX_KINDS, L.KIND_BYTES, k => packKind(pack, k, abilityId));
}

interface Variant {
  a: AbilityKind;
  /** The talent that made it so; 0: none. */
  talent: number;
}

/** All abilities, each followed by what talents make of it. */
function withVariants(abilities: readonly AbilityKind[], talents: readonly TalentKind[]): Variant[] {
  const changing = talents.filter(talent => talent.change);
  return abilities.flatMap(a => [
    { a, talent: 0 },
    ...changing
      .filter(({ change }) => change!.ability === a.key)
      .map(({ id, change }) => ({ a: changeAbility(a, change!), talent: id })),
  ]);
}

const flagsOf = (a: AbilityKind): number =>
  (a.global ? L.ABILITY_GLOBAL : 0) |
  (a.weapon ? L.ABILITY_WEAPON : 0) |
  (a.move_cast ? L.ABILITY_MOVING : 0) |
  (a.cleanses ? L.ABILITY_CLEANSES : 0) |
  (a.leaps ? L.ABILITY_LEAPS : 0) |
  (a.anytime ? L.ABILITY_ANYTIME : 0) |
  (a.ride ? L.ABILITY_RIDE : 0);

function packAbility(pack: Packer, { a, talent }: Variant, effectId: (key: string) => number): void {
  pack.u8(a.id, REACHES[a.reach], a.on === 'foe' ? L.ON_FOE : L.ON_FRIEND, ARMS[a.arms]);
  pack.u8(POWERS[a.power], flagsOf(a), a.effect ? effectId(a.effect) : 0, talent);
  pack.u16(a.cast_ticks, a.cooldown_ticks, a.cost, a.scale_pct, a.threat_pct ?? 100);
  pack.i16(a.amount[0], a.amount[1]);
  pack.u16(a.interrupt_ticks ?? 0);
  pack.f32(a.range_m, a.angle_deg ?? 0, a.radius_m ?? 0, a.speed_mps ?? 0, a.drop_mps2 ?? 0);
  pack.u32(0);
}

function packEffect(pack: Packer, e: EffectKind): void {
  pack.u8(e.id, EFFECT_TYPES[e.type], e.harmful ? 1 : 0, e.burns ? 1 : 0);
  pack.i16(e.magnitude);
  pack.u16(e.duration_ticks, e.period_ticks);
  pack.u8(e.stacks ?? 1, e.scale_pct ?? 10);
}

function packKind(pack: Packer, k: MonsterKind, abilityId: (key: string) => number): void {
  const abilities = k.abilities.map(abilityId);
  if (abilities.length > L.KIND_ABILITIES) throw new Error(`${k.key} has more than ${L.KIND_ABILITIES} abilities`);
  pack.u8(k.id, TEAMS[k.team], k.elite ? 1 : 0, abilities.length);
  for (let i = 0; i < L.KIND_ABILITIES; i++) pack.u8(abilities[i] ?? 0);
  pack.u32(k.mind.reduce((bits, trait) => bits | TRAITS[trait], 0));
  pack.i32(k.hp);
  pack.u16(k.damage[0], k.damage[1], k.armor, 0);
  pack.f32(k.walk_mps, k.run_mps, k.radius_m, k.height_m, k.notice_m, k.leash_m);
}

function packLand(pack: Packer, world: readonly Place[]): void {
  const all = <K extends 'knolls' | 'flats' | 'rivers' | 'lakes' | 'roads' | 'fields' | 'forests'>(list: K): Place[K][number][] =>
    world.flatMap<Place[K][number]>(place => place[list]);
  pack.floats(all('knolls'), L.KNOLL_BYTES, k => [k.x, k.z, k.height, k.radius]);
  pack.floats(all('flats'), L.FLAT_BYTES, f => [f.x, f.z, f.radius, f.blend, f.height]);
  pack.floats(all('rivers').flatMap(pieces), L.RIVER_BYTES, ({ a, b, of }) => [...a, ...b, of.width, of.depth]);
  pack.floats(all('lakes'), L.LAKE_BYTES, l => [l.x, l.z, l.rx, l.rz, l.depth]);
  pack.section(all('roads').flatMap(pieces), L.MAX_STAMPS, L.ROAD_BYTES, ({ a, b, of }) => {
    pack.f32(...a, ...b, of.width);
    pack.u32(of.paved ? 1 : 0);
  });
  pack.floats(all('fields'), L.FIELD_BYTES, f => [f.x, f.z, f.w / 2, f.d / 2, f.yaw]);
  pack.floats(all('forests'), L.FOREST_BYTES, f => [f.x, f.z, f.radius]);
}

/** Of each place, packed: to plant its woods anew would take long, and as objects they would be looked at by every collection of garbage. */
const standing = new WeakMap<Place, Uint8Array>();

function packedColliders(place: Place): Uint8Array {
  let packed = standing.get(place);
  if (!packed) {
    const pack = new Packer();
    for (const collider of collidersOf(place)) packCollider(pack, collider);
    packed = pack.take();
    standing.set(place, packed);
  }
  return packed;
}

/** What stands in a place's region or its margin, whichever place of the world it belongs to. */
function collidersAround(place: Place, world: readonly Place[]): Uint8Array[] {
  const reaches = reachInto(place);
  return placesAround(place, world).flatMap(other => {
    const packed = packedColliders(other);
    const view = new DataView(packed.buffer);
    const rows: Uint8Array[] = [];
    for (let at = 0; at < packed.length; at += L.COLLIDER_BYTES) {
      const of = (offset: number): number => view.getFloat32(at + offset, true);
      if (reaches(of(4), of(8), of(12), of(16))) rows.push(packed.subarray(at, at + L.COLLIDER_BYTES));
    }
    return rows;
  });
}

function packCollider(pack: Packer, c: Collider): void {
  const turn = Math.PI * 2;
  const yaw = c.yaw - turn * Math.floor(c.yaw / turn + 0.5);
  const flags = (c.seeThrough ? L.COLLIDER_SEE_THROUGH : 0) | (c.base === 'ground' ? L.COLLIDER_ON_GROUND : 0);
  pack.u8(c.shape === 'circle' ? L.SHAPE_CIRCLE : L.SHAPE_BOX, flags);
  pack.i16(Math.max(-32768, Math.min(32767, Math.round((yaw / Math.PI) * 32768))));
  pack.f32(c.x, c.z, c.a, c.b, c.bottom, c.top, c.anchorX, c.anchorZ);
}

function packRoutes(pack: Packer, routes: readonly (readonly Point[])[]): void {
  let first = 0;
  pack.section(routes, L.MAX_ROUTES, L.ROUTE_BYTES, route => {
    pack.u32(first, route.length);
    first += route.length;
  });
  pack.section(routes.flat(), L.MAX_ROUTE_POINTS, L.POINT_BYTES, point => pack.f32(...point));
}

/** The straight pieces of a line, each with the thing that it is of. */
function pieces<T extends { points: readonly Point[] }>(of: T): { a: Point; b: Point; of: T }[] {
  return of.points.slice(1).map((b, i) => ({ a: of.points[i], b, of }));
}

function idOf(word: string, rows: readonly { id: number; key: string }[], key: string): number {
  const row = rows.find(r => r.key === key);
  if (!row) throw new Error(`no ${word} called ${key}`);
  return row.id;
}

/** Numbers one after another, little endian; a number that does not fit its field is our own fault and throws. */
class Packer {
  private readonly out = new Writer(65536);

  section<T>(rows: readonly T[], most: number, bytes: number, write: (row: T) => void): void {
    if (rows.length > most) throw new Error(`${rows.length} records, the core holds ${most}`);
    this.u32(rows.length);
    for (const row of rows) {
      const start = this.out.length;
      write(row);
      if (this.out.length - start !== bytes) throw new Error(`record of ${this.out.length - start} bytes, expected ${bytes}`);
    }
  }

  floats<T>(rows: readonly T[], bytes: number, values: (row: T) => readonly number[]): void {
    this.section(rows, L.MAX_STAMPS, bytes, row => this.f32(...values(row)));
  }

  u8(...values: number[]): void {
    for (const v of values) {
      const at = this.out.reserve(1);
      this.out.view.setUint8(at, whole(v, 0, 255));
    }
  }
  u16(...values: number[]): void {
    for (const v of values) {
      const at = this.out.reserve(2);
      this.out.view.setUint16(at, whole(v, 0, 65535), true);
    }
  }
  i16(...values: number[]): void {
    for (const v of values) {
      const at = this.out.reserve(2);
      this.out.view.setInt16(at, whole(v, -32768, 32767), true);
    }
  }
  u32(...values: number[]): void {
    for (const v of values) {
      const at = this.out.reserve(4);
      this.out.view.setUint32(at, whole(v, 0, 0xffffffff), true);
    }
  }
  i32(...values: number[]): void {
    for (const v of values) {
      const at = this.out.reserve(4);
      this.out.view.setInt32(at, whole(v, -0x80000000, 0x7fffffff), true);
    }
  }
  f32(...values: number[]): void {
    for (const v of values) {
      if (!Number.isFinite(v)) throw new Error(`${v} is no number`);
      const at = this.out.reserve(4);
      this.out.view.setFloat32(at, v, true);
    }
  }

  copy(row: Uint8Array): void {
    this.out.put(row);
  }

  /** What was packed so far, without a head. */
  take(): Uint8Array {
    return this.out.take();
  }

  done(): Uint8Array {
    this.out.view.setUint32(8, this.out.length, true);
    if (this.out.length > L.BUFFER_BYTES) throw new Error(`content of ${this.out.length} bytes, the core holds ${L.BUFFER_BYTES}`);
    return this.take();
  }
}

function whole(value: number, low: number, high: number): number {
  if (!Number.isInteger(value) || value < low || value > high) throw new Error(`${value} does not fit ${low}..${high}`);
  return value;
}
