// Health and power by themselves: regeneration, death, the return of beasts, and the status that an owner is shown.
import * as L from './layout';
import {
  bodyId, castAbility, castEnds, castTicks, combatUntil, effectCount, globalReady, hp, hpMax, mindTarget, power, powerMax, realClass, respawnTick,
  respawnTicks, STATUS, posX, posZ, velX, velZ, wishX, wishZ, yaw,
} from './memory';
import { place } from './bodies';
import { stopCast } from './cast';
import { clearCooldowns } from './cooldowns';
import { fighting, restore } from './damage';
import { drop } from './ghosts';
import { clearEffects, writeEffects } from './effects';
import { phases, tell, tellOf } from './outcomes';
import { placeAtHome } from './idling';
import { settle } from './mindstate';
import { clearThreat, earned, earner, playersThreat } from './threat';
import { head, isDead, isGhost, isPlayer, setFlag } from './world';
import { slotOf } from './ids';

/** Bodies regenerate once a second, each on a tick of its own. Percent of the most per second: */
const HP_AT_REST_PCT = 3;
const POWER_AT_REST_PCT = 8;
const POWER_FIGHTING_PCT = 3;
const BEAST_AT_REST_PCT = 10;

/** The body dies: nothing runs on it any more, and who earned its death is told. */
export function die(slot: i32, killer: i32): void {
  hp[slot] = 0;
  stopCast(slot, L.IS_DEAD);
  clearEffects(slot);
  setFlag(slot, L.FLAG_DEAD, true);
  setFlag(slot, L.FLAG_COMBAT | L.FLAG_FLEEING | L.FLAG_SPRINTING, false);
  combatUntil[slot] = 0;
  mindTarget[slot] = 0;
  velX[slot] = 0;
  velZ[slot] = 0;
  wishX[slot] = 0;
  wishZ[slot] = 0;
  respawnTick[slot] = respawnTicks[slot] ? head.tick + respawnTicks[slot] : 0;
  tellOf(L.OUT_DEATH, slot, 0, 0).b = killer >= 0 ? bodyId[killer] : 0;
  if (isPlayer(slot)) return;
  tellShares(slot);
  clearThreat(slot);
}

/** Permille of the death per player, by what each did to bring it about. */
function tellShares(slot: i32): void {
  const all = playersThreat(slot);
  if (all <= 0) return;
  for (let r = 0; r < L.THREAT_SLOTS; r++) {
    const share = <i32>(earned(slot, r) / all * 1000 + 0.5);
    if (share > 0) tell(L.OUT_SHARE, bodyId[slot], earner(slot, r), 0, share);
  }
}

/** Regeneration and return, spread over the ticks of a second. */
export function stepVitals(): void {
  let bodies = 0;
  const turn = head.tick % <u32>L.TICKS_PER_SECOND;
  for (let s = 0, used = head.slotsUsed; s < used; s++) {
    if (realClass[s] == L.CLASS_NONE) continue;
    if (isDead(s)) {
      if (respawnTick[s] != 0 && head.tick >= respawnTick[s]) {
        riseAtHome(s);
        bodies++;
      }
      continue;
    }
    if (combatUntil[s] == head.tick) setFlag(s, L.FLAG_COMBAT, false);
    if (<u32>s % <u32>L.TICKS_PER_SECOND != turn || (hp[s] >= hpMax[s] && power[s] >= powerMax[s])) continue;
    regenerate(s);
    bodies++;
  }
  phases[L.PHASE_VITALS] = <f32>bodies;
}

function regenerate(slot: i32): void {
  const inFight = fighting(slot);
  const pct = inFight ? 0 : isPlayer(slot) ? HP_AT_REST_PCT : BEAST_AT_REST_PCT;
  if (pct) hp[slot] = min(hpMax[slot], hp[slot] + max(1, hpMax[slot] * pct / 100));
  const powerPct = inFight ? POWER_FIGHTING_PCT : POWER_AT_REST_PCT;
  power[slot] = min(powerMax[slot], power[slot] + max(1, powerMax[slot] * powerPct / 100));
}

/** A beast or villager lives again where it belongs, and remembers nothing. */
function riseAtHome(slot: i32): void {
  placeAtHome(slot);
  rise(slot, posX[slot], posZ[slot], yaw[slot], 100);
  clearThreat(slot);
  clearCooldowns(slot);
  settle(slot);
  respawnTick[slot] = 0;
}

function rise(slot: i32, x: f32, z: f32, facing: f32, pct: i32): void {
  place(slot, x, NaN, z, facing);
  setFlag(slot, L.FLAG_DEAD, false);
  hp[slot] = max(1, hpMax[slot] * pct / 100);
  power[slot] = powerMax[slot] * pct / 100;
  tellOf(L.OUT_RESPAWN, slot, 0, 0);
}

/** The host lets a dead body rise at a place, with half its strength. */
export function revive(slot: i32, x: f32, z: f32): void {
  if (!isDead(slot)) return;
  clearEffects(slot);
  rise(slot, x, z, 0, 50);
}

/** Potions and rest: given by the host, told as the body's own healing. */
export function refresh(slot: i32, health: i32, energy: i32): void {
  if (isDead(slot)) return;
  if (energy > 0) power[slot] = min(powerMax[slot], power[slot] + energy);
  if (health > 0) restore(slot, bodyId[slot], health, 0, 0);
}

/** An empty region slept so long: the dead whose time came stand at home, the living are whole, hatred is forgotten; the neighbours' have moved on. */
export function skipVitals(ticks: u32): void {
  for (let s = 0, used = head.slotsUsed; s < used; s++) {
    if (bodyId[s] != 0 && isGhost(s)) drop(s);
    if (realClass[s] <= L.CLASS_PLAYER) continue;
    if (isDead(s)) {
      if (respawnTick[s] != 0 && respawnTick[s] <= head.tick + ticks) riseAtHome(s);
      else if (respawnTick[s] != 0) respawnTick[s] = respawnTick[s] - ticks;
      continue;
    }
    clearThreat(s);
    clearEffects(s);
    mindTarget[s] = 0;
    hp[s] = hpMax[s];
    power[s] = powerMax[s];
    placeAtHome(s);
    settle(s);
  }
}

/** hpMax | powerMax << 16 of a body that lacks neither, casts nothing and has nothing on it: those two are its whole status. Else 0. */
export function ease(id: u32): u32 {
  const s = slotOf(id);
  if (s < 0 || hp[s] != hpMax[s] || power[s] != powerMax[s] || effectCount[s] || castAbility[s] || globalReady[s] > head.tick) return 0;
  return <u32><u16>hpMax[s] | (<u32><u16>powerMax[s] << 16);
}

/** STATUS_BYTES of a body at STATUS; zeros for nobody. */
export function writeStatus(id: u32): usize {
  memory.fill(STATUS, 0, L.STATUS_BYTES);
  const s = slotOf(id);
  if (s < 0) return STATUS;
  store<u16>(STATUS, <u16>max(hp[s], 0));
  store<u16>(STATUS, <u16>hpMax[s], 2);
  store<u16>(STATUS, <u16>power[s], 4);
  store<u16>(STATUS, <u16>powerMax[s], 6);
  store<u8>(STATUS, <u8>castAbility[s], 8);
  if (castAbility[s]) {
    store<u16>(STATUS, castEnds[s] > head.tick ? <u16>(castEnds[s] - head.tick) : 0, 10);
    store<u16>(STATUS, <u16>castTicks[s], 12);
  }
  store<u16>(STATUS, globalReady[s] > head.tick ? <u16>(globalReady[s] - head.tick) : 0, 14);
  writeEffects(s, STATUS + 16);
  return STATUS;
}
