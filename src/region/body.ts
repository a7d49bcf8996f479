// A character's body in the core: raised from the record, dressed by the rules' formulas, and read back as soft state. In: records.
// Out: entities that look and hit as their characters are equipped.
import { CLASS_PLAYER, FLAG_AIMING, TEAM_AZURE, TICK_MS } from '../../assembly/layout';
import { withSteed } from '../shared/content/looks';
import { knownAbilities, talentBytes } from '../shared/rules/classes';
import { armsOf, bodyOf, gearOf } from '../shared/rules/stats';
import type { Soft } from '../store/ports';
import type { Held } from './held';
import { Player } from './player';
import { readyTimes } from './systems/cooldowns';
import { introduce } from './systems/who';
import type { World } from './world';

/** View modes as the wire numbers them. */
export const WARFRONT = 1;
/** Newcomers do not stand in each other. */
const SCATTER_M = 3;

export function embody(world: World, held: Held): Player {
  const { character, soft } = held;
  const { core } = world.sim;
  const newcomer = soft.hp < 0;
  const [spawn] = world.place.spawns;
  const x = newcomer ? spawn.x + (Math.random() - 0.5) * SCATTER_M : soft.x;
  const z = newcomer ? spawn.z + (Math.random() - 0.5) * SCATTER_M : soft.z;
  const yaw = newcomer ? spawn.yaw : soft.yaw;
  const entity = core.spawn(CLASS_PLAYER, 0, TEAM_AZURE + character.covenant, character.level, x, z, yaw);
  if (!entity) throw new Error('no room for a player');
  core.teleport(entity, x, newcomer ? Number.NaN : soft.y, z, yaw);
  const player = new Player(held, entity);
  wear(world, player);
  if (!newcomer) core.setVitals(entity, Math.round(soft.hp), Math.round(soft.power));
  for (const [ability, ready_ms] of Object.entries(soft.ready)) {
    const ticks = Math.ceil((ready_ms - world.now_ms) / TICK_MS);
    if (ticks > 0) core.setCooldown(entity, Number(ability), ticks);
  }
  return player;
}

/** After the write: what changed this turn may be seen now. */
export function wearChanges(world: World): void {
  for (const player of world.players.values()) {
    if (!player.changed) continue;
    player.changed = false;
    wear(world, player);
    if (player.retitled) introduce(world, player);
    player.retitled = false;
  }
}

/** Strength, arms, abilities and looks as of the record. A new level heals. */
export function wear(world: World, { character, entity, held }: Player): void {
  const { core } = world.sim;
  const body = bodyOf(character);
  const { bits, melee, bow, gun } = armsOf(character);
  const warfront = held.soft.mode === WARFRONT;
  core.setBody(entity, body.hpMax, body.powerMax, body.might, body.aim, body.spirit, body.armor, body.hastePct);
  core.setArms(entity, bits, melee[0], melee[1], bow[0], bow[1], gun[0], gun[1]);
  world.sim.setKnown(
    entity,
    knownAbilities(character).map(({ id }) => id),
  );
  core.setTalents(entity, talentBytes(character));
  core.setLook(entity, withSteed(character.look, character.life.mount), gearOf(character, warfront ? 'firearm' : 'bow'));
  core.setFlag(entity, FLAG_AIMING, warfront ? 1 : 0);
  if (core.level(entity) < character.level) core.heal(entity, body.hpMax, body.powerMax);
  core.setLevel(entity, character.level);
}

export function softOf(world: World, { entity, held }: Player): Soft {
  const { core, memory } = world.sim;
  return {
    x: core.x(entity),
    y: core.y(entity),
    z: core.z(entity),
    yaw: core.yaw(entity),
    hp: core.hp(entity),
    power: memory.getUint16(core.status(entity) + 4, true),
    mode: held.soft.mode,
    ready: readyTimes(world, entity),
  };
}
