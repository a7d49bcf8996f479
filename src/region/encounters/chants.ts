// Long casts of a boss that a player's blow can stop. In: mechanics that are due, the core's word of casts that begin, stop and take place. Out:
// casts begun in the core; when one is let through, healing or a blow for everybody; counts of what was stopped.
import { INTERRUPTED, IS_AFRAID, IS_SILENCED, IS_STUNNED } from '../../../assembly/layout';
import { abilities } from '../../shared/content';
import type { CastMechanic } from '../../shared/content/encounters';
import type { Outcome } from '../../shared/sim';
import type { World } from '../world';
import { strike } from './areas';
import { count, type Fight, fighters } from './fight';

/** A boss that is held back from casting so long lets it be, till next time. */
const PATIENCE_TICKS = 60;

export function plan(world: World, fight: Fight, mechanic: CastMechanic): void {
  if (fight.chant) return;
  fight.chant = { mechanic, ability: abilities.key(mechanic.ability).id, begun: 0, until: world.tick + PATIENCE_TICKS };
}

/** Begins what is planned, as soon as the boss may. */
export function chant(world: World, fight: Fight): void {
  const planned = fight.chant;
  if (!planned || planned.begun) return;
  if (world.tick >= planned.until) fight.chant = null;
  else if (!fight.braced) world.sim.core.useAbility(fight.creature.entity, planned.ability, 0, 0);
}

const chantOf = (world: World, { a, ability }: Outcome): Fight | undefined => {
  const fight = world.encounters.fights.get(a);
  return fight?.chant?.ability === ability ? fight : undefined;
};

/** OUT_CAST_START */
export function begunChant(world: World, outcome: Outcome): void {
  const fight = chantOf(world, outcome);
  if (!fight?.chant) return;
  fight.chant.begun = world.tick;
  fight.stale = true;
  count(world, fight, `${fight.chant.mechanic.key}.cast`);
}

const BY_A_PLAYER: ReadonlySet<number> = new Set([INTERRUPTED, IS_STUNNED, IS_SILENCED, IS_AFRAID]);

/** OUT_CAST_STOP */
export function stoppedChant(world: World, outcome: Outcome): void {
  const fight = chantOf(world, outcome);
  if (!fight?.chant) return;
  const { key } = fight.chant.mechanic;
  fight.chant = null;
  fight.stale = true;
  if (BY_A_PLAYER.has(outcome.value)) count(world, fight, `${key}.interrupted`);
}

/** OUT_USED: nobody stopped it. */
export function spokenChant(world: World, outcome: Outcome): void {
  const fight = chantOf(world, outcome);
  if (!fight?.chant) return;
  const { key, ability, heal_pct = 0, blast_pct = 0 } = fight.chant.mechanic;
  fight.chant = null;
  fight.stale = true;
  count(world, fight, `${key}.finished`);
  if (heal_pct) world.sim.core.heal(fight.creature.entity, Math.round((fight.hpMax * heal_pct) / 100), 0);
  if (blast_pct) for (const id of fighters(world, fight)) strike(world, fight, id, ability, blast_pct);
}
