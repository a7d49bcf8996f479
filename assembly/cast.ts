// Using abilities: what is allowed, casts that take time, and the moment an ability takes place. In: a body, an ability, a target.
// Out: strikes, healing, projectiles, rays; refusals as codes of layout.ts. The same path serves players' commands, held fire and minds.
import * as L from './layout';
import {
  arms, bodyId, castAbility, castEnds, castTarget, castTicks, effectBits, flags, height, intentButtons, intentPitch, intentYaw, KNOWN, KNOWN_COLUMN, posX, posY, posZ, power,
  radius, realClass, talents, velX, velZ, yaw,
} from './memory';
import { EYES, fireRay } from './aim';
import { I32s } from './columns';
import { Ability, abilityFor } from './content';
import { cooldownLeft, globalLeft, pause, rest, setCooldown } from './cooldowns';
import { UNDER_FEAR, UNDER_SILENCE } from './effects';
import { beginFight, mend, strike } from './damage';
import { found, nearby } from './grid';
import { lookBack, rewind, rewoundTicks, thenX, thenZ } from './history';
import { PI, wrapAngle, yawTo } from './numbers';
import { phases, tellAt, tellOf } from './outcomes';
import { launch } from './projectiles';
import { canBeHelped, canBeStruck, mayHelp } from './relations';
import { checkRide, dismount, isMounted, mountUp } from './riding';
import { isClear } from './sight';
import { canWalk } from './nav';
import { place } from './bodies';
import { head, isDead, isPlayer, setFlag } from './world';
import { slotOf } from './ids';

/** Abilities that BUTTON_FIRE uses (src/shared/content/abilities.ts). */
const WHEEL_LOCK_SHOT = 11;
const AIMED_ARROW = 12;
/** A target may be this far off the line of sight of its attacker, either side. */
const FACING: f32 = PI * 0.6;
/** Who began in range may end a little out of it. */
const LEEWAY: f32 = 1.15;
const CHEST: f32 = 0.6;
/** Slower than this is standing still, m/s. */
const STILL_MPS: f32 = 0.5;
const MOVE_BUTTONS = L.BUTTON_FORWARD | L.BUTTON_BACK | L.BUTTON_LEFT | L.BUTTON_RIGHT | L.BUTTON_JUMP;

@inline
function knows(slot: i32, ability: i32): bool {
  const bits = load<u32>(KNOWN + <usize>(ability >> 5) * KNOWN_COLUMN + (<usize>slot << 2));
  return (bits >> (ability & 31) & 1) != 0;
}

function isMoving(slot: i32): bool {
  if (isPlayer(slot)) return (intentButtons[slot] & MOVE_BUTTONS) != 0;
  return velX[slot] * velX[slot] + velZ[slot] * velZ[slot] > STILL_MPS * STILL_MPS;
}

/** Metres between the edges of two bodies, seen from above. */
export function gapBetween(a: i32, b: i32): f32 {
  const dx = posX[b] - posX[a];
  const dz = posZ[b] - posZ[a];
  return Mathf.max(Mathf.sqrt(dx * dx + dz * dz) - radius[a] - radius[b], 0);
}

export function sees(a: i32, b: i32): bool {
  return isClear(posX[a], posY[a] + height[a] * EYES, posZ[a], posX[b], posY[b] + height[b] * CHEST, posZ[b]);
}

/** Whom the ability would reach: friends' abilities fall back on the caster himself; -1: nobody. */
function resolve(slot: i32, ability: Ability, target: u32): i32 {
  const other = target == 0 ? -1 : slotOf(target);
  if (ability.on == L.ON_FRIEND) return other < 0 || !mayHelp(slot, other) ? slot : other;
  return other;
}

@inline
function wantsTarget(ability: Ability): bool {
  return ability.reach == L.REACH_TARGET || ability.reach == L.REACH_PROJECTILE;
}

/** OK, or why `slot` may not use `ability` on `target` (an id; 0 nobody) now. */
export function checkUse(slot: i32, id: i32, target: u32): i32 {
  const ability = abilityFor(id, talents[slot]);
  if (ability == null) return L.NO_SUCH_ABILITY;
  if (isPlayer(slot) && !knows(slot, id)) return L.NOT_KNOWN;
  if (isDead(slot)) return L.IS_DEAD;
  const hindered = hindrance(slot, ability);
  if (hindered != L.OK) return hindered;
  if (castAbility[slot]) return L.IS_BUSY;
  if (isPlayer(slot) && ability.arms != 0 && (arms[slot] & ability.arms) == 0) return L.WRONG_ARMS;
  if (flags[slot] & L.FLAG_SWIMMING && ability.reach != L.REACH_SELF) return L.IS_SWIMMING;
  if (cooldownLeft(slot, id) > 0 || (ability.flags & L.ABILITY_GLOBAL && globalLeft(slot) > 0)) return L.ON_COOLDOWN;
  if (power[slot] < <i32>ability.cost) return L.NOT_ENOUGH_POWER;
  if (ability.castTicks && !(ability.flags & L.ABILITY_MOVING) && isMoving(slot)) return L.IS_MOVING;
  if (ability.flags & L.ABILITY_RIDE) return checkRide(slot);
  return wantsTarget(ability) ? checkTarget(slot, ability, target, 1) : L.OK;
}

/** OK, or which effect keeps the body from using the ability. */
function hindrance(slot: i32, ability: Ability): i32 {
  if (ability.power == L.POWER_SPELL && effectBits[slot] & UNDER_SILENCE) return L.IS_SILENCED;
  if (ability.flags & L.ABILITY_ANYTIME) return L.OK;
  if (flags[slot] & L.FLAG_STUNNED) return L.IS_STUNNED;
  return effectBits[slot] & UNDER_FEAR ? L.IS_AFRAID : L.OK;
}

function checkTarget(slot: i32, ability: Ability, target: u32, leeway: f32): i32 {
  // A projectile without a target flies where its shooter looks.
  if (target == 0 && ability.on == L.ON_FOE) return ability.reach == L.REACH_PROJECTILE && isPlayer(slot) ? L.OK : L.NO_TARGET;
  const other = resolve(slot, ability, target);
  if (other < 0) return L.NO_TARGET;
  if (other == slot) return ability.on == L.ON_FOE ? L.BAD_TARGET : L.OK;
  if (isDead(other)) return L.TARGET_DEAD;
  if (ability.on == L.ON_FOE && !canBeStruck(slot, other)) return L.BAD_TARGET;
  if (gapBetween(slot, other) > ability.range * leeway) return L.OUT_OF_RANGE;
  if (ability.on == L.ON_FOE && isPlayer(slot) && !faces(slot, other)) return L.NOT_FACING;
  if (!sees(slot, other)) return L.NO_LINE_OF_SIGHT;
  const leaps = (ability.flags & L.ABILITY_LEAPS) != 0;
  return leaps && !canWalk(posX[slot], posZ[slot], posX[other], posZ[other]) ? L.NO_LINE_OF_SIGHT : L.OK;
}

function faces(slot: i32, other: i32): bool {
  const dx = posX[other] - posX[slot];
  const dz = posZ[other] - posZ[slot];
  if (dx * dx + dz * dz < 1) return true;
  return Mathf.abs(wrapAngle(yawTo(dx, dz) - yaw[slot])) <= FACING;
}

function callsSteed(id: i32): bool {
  const ability = abilityFor(id, 0);
  return ability != null && (ability.flags & L.ABILITY_RIDE) != 0;
}

/** Begins an ability: at once, or as a cast. Returns OK or the refusal. */
export function use(slot: i32, id: i32, target: u32): i32 {
  if (isMounted(slot) && callsSteed(id)) {
    dismount(slot);
    return L.OK;
  }
  const refusal = checkUse(slot, id, target);
  if (refusal != L.OK) return refusal;
  const ability = abilityFor(id, talents[slot])!;
  // Nobody fights, mends or shoots from the saddle.
  dismount(slot);
  pause(slot, ability);
  if (ability.castTicks == 0) {
    release(slot, ability, target);
    return L.OK;
  }
  castAbility[slot] = id;
  castTarget[slot] = target;
  castTicks[slot] = ability.castTicks;
  castEnds[slot] = head.tick + ability.castTicks;
  setFlag(slot, L.FLAG_CASTING, true);
  tellOf(L.OUT_CAST_START, slot, id, ability.castTicks).b = target;
  return L.OK;
}

/** Ends a cast before its time; nothing when none is running. */
export function stopCast(slot: i32, reason: i32): void {
  if (castAbility[slot] == 0) return;
  tellOf(L.OUT_CAST_STOP, slot, castAbility[slot], reason);
  endCast(slot);
}

/** A blow stops the cast, and its ability rests for a while. */
export function interrupt(slot: i32, ticks: i32): void {
  const id = castAbility[slot];
  stopCast(slot, L.INTERRUPTED);
  setCooldown(slot, id, max(ticks, cooldownLeft(slot, id)));
}

function endCast(slot: i32): void {
  castAbility[slot] = 0;
  castTarget[slot] = 0;
  setFlag(slot, L.FLAG_CASTING, false);
}

/** Casts in progress: broken by stuns, steps and lost targets, released when their time has come. */
export function stepCasts(): void {
  let casting = 0;
  for (let s = 0, used = head.slotsUsed; s < used; s++) {
    if (castAbility[s] == 0 || bodyId[s] == 0) continue;
    casting++;
    const ability = abilityFor(castAbility[s], talents[s])!;
    const hindered = hindrance(s, ability);
    if (hindered != L.OK) stopCast(s, hindered);
    else if (!(ability.flags & L.ABILITY_MOVING) && isMoving(s)) stopCast(s, L.IS_MOVING);
    else if (ability.flags & L.ABILITY_RIDE && checkRide(s) != L.OK) stopCast(s, checkRide(s));
    else if (head.tick >= castEnds[s]) finish(s, ability);
  }
  phases[L.PHASE_CASTS] = <f32>casting;
}

function finish(slot: i32, ability: Ability): void {
  const target = castTarget[slot];
  let refusal = wantsTarget(ability) ? checkTarget(slot, ability, target, LEEWAY) : L.OK;
  if (refusal == L.OK && power[slot] < <i32>ability.cost) refusal = L.NOT_ENOUGH_POWER;
  if (refusal != L.OK) return stopCast(slot, refusal);
  endCast(slot);
  release(slot, ability, target);
}

/** The ability takes place. */
function release(slot: i32, ability: Ability, target: u32): void {
  power[slot] = power[slot] - <i32>ability.cost;
  rest(slot, ability);
  const other = wantsTarget(ability) ? resolve(slot, ability, target) : -1;
  if (ability.on == L.ON_FOE && isPlayer(slot) && ability.reach != L.REACH_RAY) beginFight(slot);
  if (ability.reach == L.REACH_RAY) return fireRay(slot, ability);
  if (ability.flags & L.ABILITY_LEAPS && other >= 0 && other != slot) leap(slot, other);
  tellUsed(slot, ability, other);
  if (ability.flags & L.ABILITY_RIDE) mountUp(slot);
  switch (<i32>ability.reach) {
    case L.REACH_SELF: mend(slot, slot, ability); break;
    case L.REACH_TARGET: if (ability.on == L.ON_FRIEND) mend(slot, other, ability); else strike(slot, other, ability, 0); break;
    case L.REACH_PROJECTILE: launch(slot, ability, other); break;
    case L.REACH_CONE: sweep(slot, ability, ability.range, ability.angleDeg * (PI / 180)); break;
    case L.REACH_NOVA: sweep(slot, ability, ability.radius, PI); break;
  }
}

/** Stands before somebody in the same moment; the way there was found free. */
function leap(slot: i32, other: i32): void {
  const dx = posX[slot] - posX[other];
  const dz = posZ[slot] - posZ[other];
  const d = Mathf.sqrt(dx * dx + dz * dz);
  const near = radius[slot] + radius[other] + LEAP_GAP_M;
  if (d <= near) return;
  place(slot, posX[other] + dx / d * near, NaN, posZ[other] + dz / d * near, yawTo(-dx, -dz));
}
const LEAP_GAP_M: f32 = 0.5;

function tellUsed(slot: i32, ability: Ability, other: i32): void {
  const o = tellAt(L.OUT_USED, slot, bodyId[slot], other >= 0 ? bodyId[other] : 0, ability.id, 0);
  const reach = ability.range;
  const pitch = isPlayer(slot) ? intentPitch[slot] : 0;
  o.x2 = other >= 0 ? posX[other] : o.x + Mathf.sin(yaw[slot]) * Mathf.cos(pitch) * reach;
  o.y2 = other >= 0 ? posY[other] + height[other] * CHEST : o.y + Mathf.sin(pitch) * reach;
  o.z2 = other >= 0 ? posZ[other] : o.z - Mathf.cos(yaw[slot]) * Mathf.cos(pitch) * reach;
}

/** Strikes (or mends) everybody within `reach` and `halfAngle` of where the body looks, as its player saw them. */
function sweep(slot: i32, ability: Ability, reach: f32, halfAngle: f32): void {
  lookBack(slot);
  const n = nearby(posX[slot], posZ[slot], reach + 4, 0);
  // Striking asks the grid again (healing, calls for help), so whom it reaches is put down first.
  let hits = 0;
  for (let i = 0; i < n; i++) {
    const other = <i32>found[i];
    const wanted = ability.on == L.ON_FOE ? canBeStruck(slot, other) : canBeHelped(slot, other);
    if (!wanted) continue;
    rewind(other);
    const dx = thenX - posX[slot];
    const dz = thenZ - posZ[slot];
    if (Mathf.sqrt(dx * dx + dz * dz) - radius[slot] - radius[other] > reach) continue;
    if (Mathf.abs(wrapAngle(yawTo(dx, dz) - yaw[slot])) > halfAngle || !sees(slot, other)) continue;
    if (hits < MOST_SWEPT) swept[hits++] = other;
  }
  for (let i = 0; i < hits; i++) {
    if (ability.on == L.ON_FOE) strike(slot, swept[i], ability, rewoundTicks << L.HIT_REWIND_SHIFT);
    else mend(slot, swept[i], ability);
  }
}
const MOST_SWEPT = 32;
const swept = changetype<I32s>(memory.data(MOST_SWEPT << 2));

/** Held fire (first person): shoots as often as the weapon allows, refusals are silent. */
export function stepFire(): void {
  for (let s = 0, used = head.slotsUsed; s < used; s++) {
    if (realClass[s] != L.CLASS_PLAYER || !(intentButtons[s] & L.BUTTON_FIRE)) continue;
    yaw[s] = intentYaw[s];
    use(s, intentButtons[s] & L.BUTTON_WEAPON_BOW ? AIMED_ARROW : WHEEL_LOCK_SHOT, 0);
  }
}
