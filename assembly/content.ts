// What the host packed about kinds and the place: checked here once, byte by byte, then read in place.
// In: bytes in the scratch area, as src/shared/content/pack.ts writes them. Out: tables by id and sections of records.
import * as L from './layout';
import { ABILITY_AT, BUFFER, CONTENT, EFFECT_AT, KIND_AT, SECTION_AT } from './memory';
import { isFinite32 } from './numbers';

@unmanaged @final
export class Ability {
  id: u8; reach: u8; on: u8; arms: u8;
  power: u8; flags: u8; effect: u8; talent: u8;
  castTicks: u16; cooldownTicks: u16; cost: u16; scalePct: u16;
  threatPct: u16; low: i16; high: i16; interruptTicks: u16;
  range: f32; angleDeg: f32; radius: f32; speed: f32; drop: f32;
  variant: u32; // address of what the next talent makes of it; 0: none
}

@unmanaged @final
export class Effect {
  id: u8; type: u8; harmful: u8; burns: u8;
  magnitude: i16; durationTicks: u16; periodTicks: u16; stacks: u8; scalePct: u8;
}

@unmanaged @final
export class Kind {
  id: u8; team: u8; elite: u8; abilityCount: u8;
  ability0: u8; ability1: u8; ability2: u8; ability3: u8;
  mind: u32;
  hp: i32;
  damageLow: u16; damageHigh: u16; armor: u16; spare: u16;
  walk: f32; run: f32; radius: f32; height: f32; notice: f32; leash: f32;
}

/** Sections in the order in which they stand in the content. */
export const ABILITIES = 0;
export const EFFECTS = 1;
export const KINDS = 2;
export const KNOLLS = 3;
export const FLATS = 4;
export const RIVERS = 5;
export const LAKES = 6;
export const ROADS = 7;
export const FIELDS = 8;
export const FORESTS = 9;
export const COLLIDERS = 10;
export const ROUTES = 11;
export const ROUTE_POINTS = 12;
const SECTIONS = 13;

@inline
export function count(section: i32): i32 {
  return load<i32>(SECTION_AT + (<usize>section << 3));
}

/** Address of a section's first record. */
@inline
export function records(section: i32): usize {
  return <usize>load<u32>(SECTION_AT + (<usize>section << 3) + 4);
}

/** null when nothing has this id; likewise below. */
@inline
export function abilityOf(id: i32): Ability | null {
  return id >= 0 && id < L.MAX_ABILITIES ? changetype<Ability | null>(<usize>load<u32>(ABILITY_AT + (<usize>id << 2))) : null;
}

/** The ability as a talent (0: none) makes it; as it is when that talent changes nothing about it. */
export function abilityWith(id: i32, talent: i32): Ability | null {
  const base = abilityOf(id);
  if (base == null || talent == 0) return base;
  for (let v = base.variant; v != 0; v = changetype<Ability>(<usize>v).variant) if (<i32>changetype<Ability>(<usize>v).talent == talent) return changetype<Ability>(<usize>v);
  return base;
}

/** The ability as a body uses it: `four` talents, a byte each. */
export function abilityFor(id: i32, four: u32): Ability | null {
  const base = abilityOf(id);
  if (base == null || base.variant == 0) return base;
  for (; four != 0; four >>= 8) {
    const changed = abilityWith(id, <i32>(four & 255));
    if (changed != base) return changed;
  }
  return base;
}

@inline
export function effectOf(id: i32): Effect | null {
  return id >= 0 && id < L.MAX_EFFECTS ? changetype<Effect | null>(<usize>load<u32>(EFFECT_AT + (<usize>id << 2))) : null;
}

@inline
export function kindOf(id: i32): Kind | null {
  return id >= 0 && id < L.MAX_KINDS ? changetype<Kind | null>(<usize>load<u32>(KIND_AT + (<usize>id << 2))) : null;
}

@inline
export function landscapeSeed(): u32 {
  return load<u32>(CONTENT + 12);
}

function recordBytes(section: i32): usize {
  switch (section) {
    case ABILITIES: return L.ABILITY_BYTES;
    case EFFECTS: return L.EFFECT_BYTES;
    case KINDS: return L.KIND_BYTES;
    case KNOLLS: return L.KNOLL_BYTES;
    case FLATS: return L.FLAT_BYTES;
    case RIVERS: return L.RIVER_BYTES;
    case LAKES: return L.LAKE_BYTES;
    case ROADS: return L.ROAD_BYTES;
    case FIELDS: return L.FIELD_BYTES;
    case FORESTS: return L.FOREST_BYTES;
    case COLLIDERS: return L.COLLIDER_BYTES;
    case ROUTES: return L.ROUTE_BYTES;
    default: return L.POINT_BYTES;
  }
}

function mostRecords(section: i32): i32 {
  switch (section) {
    case ABILITIES: return L.MAX_ABILITY_RECORDS;
    case EFFECTS: return L.MAX_EFFECTS;
    case KINDS: return L.MAX_KINDS;
    case COLLIDERS: return L.MAX_COLLIDERS;
    case ROUTES: return L.MAX_ROUTES;
    case ROUTE_POINTS: return L.MAX_ROUTE_POINTS;
    default: return L.MAX_STAMPS;
  }
}

/** Forgets all content: a flat-tempered wilderness without kinds, places or colliders. */
export function clearContent(): void {
  memory.fill(CONTENT, 0, L.CONTENT_HEAD_BYTES);
  memory.fill(ABILITY_AT, 0, SECTION_AT - ABILITY_AT);
  for (let s = 0; s < SECTIONS; s++) {
    store<i32>(SECTION_AT + (<usize>s << 3), 0);
    store<u32>(SECTION_AT + (<usize>s << 3) + 4, <u32>CONTENT);
  }
}

/** Takes `bytes` bytes of the scratch area as content. Returns 0, or the offset of the first bad byte + 1 (then no content is held). */
export function takeContent(bytes: u32): u32 {
  clearContent();
  if (bytes < <u32>L.CONTENT_HEAD_BYTES || bytes > <u32>L.BUFFER_BYTES) return 1;
  memory.copy(CONTENT, BUFFER, bytes);
  if (load<u32>(CONTENT) != L.CONTENT_MAGIC) return 1;
  if (load<u32>(CONTENT + 4) != L.LAYOUT_VERSION) return 5;
  if (load<u32>(CONTENT + 8) != bytes) return 9;
  const bad = takeSections(CONTENT + bytes);
  if (bad == 0) return 0;
  clearContent();
  return <u32>(bad - CONTENT) + 1;
}

/** Finds and checks every section up to `end`; returns the address of the first bad byte, or 0. */
function takeSections(end: usize): usize {
  let at = CONTENT + L.CONTENT_HEAD_BYTES;
  for (let s = 0; s < SECTIONS; s++) {
    if (at + 4 > end) return at;
    const n = load<u32>(at);
    const size = recordBytes(s);
    if (n > <u32>mostRecords(s) || <usize>n * size > end - at - 4) return at;
    store<u32>(SECTION_AT + (<usize>s << 3), n);
    store<u32>(SECTION_AT + (<usize>s << 3) + 4, <u32>(at + 4));
    at += 4;
    for (let i: u32 = 0; i < n; i++, at += size) {
      const bad = checkRecord(s, at);
      if (bad) return bad;
    }
  }
  if (at != end) return at;
  return checkReferences();
}

/** Address of the first bad byte of one record, or 0; records with an id enter their table. */
function checkRecord(section: i32, at: usize): usize {
  switch (section) {
    case ABILITIES: return checkAbility(at);
    case EFFECTS: return checkEffect(at);
    case KINDS: return checkKind(at);
    case COLLIDERS: return checkCollider(at);
    case ROUTES: return 0;
    case ROADS: return checkFloats(at, 5, 100000);
    default: return checkFloats(at, <i32>(recordBytes(section) >> 2), 100000);
  }
}

function checkFloats(at: usize, n: i32, most: f32): usize {
  for (let i = 0; i < n; i++, at += 4) {
    const value = load<f32>(at);
    if (!isFinite32(value) || Mathf.abs(value) > most) return at;
  }
  return 0;
}

function checkAbility(at: usize): usize {
  const a = changetype<Ability>(at);
  const base = abilityOf(a.id);
  if (a.id == 0 || <i32>a.id >= L.MAX_ABILITIES || (base != null) != (a.talent != 0)) return at;
  if (<i32>a.reach > L.REACH_NOVA) return at + 1;
  if (<i32>a.on > L.ON_FRIEND) return at + 2;
  if (<i32>a.power > L.POWER_SPELL) return at + 4;
  if (<i32>a.effect >= L.MAX_EFFECTS) return at + 6;
  if (a.low > a.high) return at + 18;
  const bad = checkFloats(at + offsetof<Ability>('range'), 5, 1000);
  if (bad) return bad;
  a.variant = 0;
  if (base == null) {
    store<u32>(ABILITY_AT + (<usize>a.id << 2), <u32>at);
  } else {
    if (abilityWith(a.id, a.talent) != base) return at + 7;
    a.variant = base.variant;
    base.variant = <u32>at;
  }
  return 0;
}

function checkEffect(at: usize): usize {
  const e = changetype<Effect>(at);
  if (e.id == 0 || <i32>e.id >= L.MAX_EFFECTS || effectOf(e.id) != null) return at;
  if (e.type == 0 || <i32>e.type > L.EFFECT_LAST) return at + 1;
  const periodic = e.type == L.EFFECT_DAMAGE || e.type == L.EFFECT_HEAL || e.type == L.EFFECT_DRAIN || e.type == L.EFFECT_POWER;
  if (periodic && e.periodTicks == 0) return at + 8;
  store<u32>(EFFECT_AT + (<usize>e.id << 2), <u32>at);
  return 0;
}

function checkKind(at: usize): usize {
  const k = changetype<Kind>(at);
  if (k.id == 0 || kindOf(k.id) != null) return at;
  if (<i32>k.abilityCount > L.KIND_ABILITIES) return at + 3;
  if (k.hp < 1 || k.hp > L.MOST_HEALTH) return at + 12;
  const bad = checkFloats(at + offsetof<Kind>('walk'), 6, 1000);
  if (bad) return bad;
  if (k.radius < 0.1 || k.radius > 1.5) return at + offsetof<Kind>('radius');
  store<u32>(KIND_AT + (<usize>k.id << 2), <u32>at);
  return 0;
}

function checkCollider(at: usize): usize {
  if (<i32>load<u8>(at) > L.SHAPE_BOX) return at;
  return checkFloats(at + 4, 8, 100000);
}

/** Ids and indices that one section says of another. */
function checkReferences(): usize {
  for (let i = 0, at = records(ABILITIES); i < count(ABILITIES); i++, at += L.ABILITY_BYTES) {
    const effect = changetype<Ability>(at).effect;
    if (effect && effectOf(effect) == null) return at + 6;
  }
  for (let i = 0, at = records(KINDS); i < count(KINDS); i++, at += L.KIND_BYTES) {
    for (let a: usize = 0; a < changetype<Kind>(at).abilityCount; a++) {
      if (abilityOf(load<u8>(at + 4 + a)) == null) return at + 4 + a;
    }
  }
  const points = <u32>count(ROUTE_POINTS);
  for (let i = 0, at = records(ROUTES); i < count(ROUTES); i++, at += L.ROUTE_BYTES) {
    const first = load<u32>(at);
    const n = load<u32>(at + 4);
    if (n == 0 || first > points || n > points - first) return at;
  }
  return 0;
}
