// Work of hands that takes a while: gathering, skinning, crafting, trying things out. In: what a command wants done, ticks, where its player
// stands and how he fares. Out: what his screen shows of it, the piece itself when its time is over, and then the answer to the command.
// It is in memory only: nothing is his before a piece is finished, and a finished piece is written whole. Moving, a fight (at a station) or his word end it.
import { FLAG_CASTING, FLAG_COMBAT, FLAG_DEAD, FLAG_MOUNTED, FLAG_RESTING, FLAG_STUNNED } from '../../../assembly/layout';
import { S2C, WORK_NONE } from '../../shared/protocol/messages';
import { OK, REASONS, reasonKey } from '../../shared/rules/reasons';
import { REMEMBERED } from '../held';
import { ELSEWHERE } from '../lean';
import type { Player } from '../player';
import type { World } from '../world';

/** The answer comes when the work is over. */
export const AT_WORK = -2;
/** Reasons that are no answer. */
export const isUnanswered = (reason: number): boolean => reason === ELSEWHERE || reason === AT_WORK;

/** Whoever moves farther than this from where he began has stopped working. */
const STEP_M = 0.5;
/** Steps that were on their way when he began still count as before it. */
const SETTLE_TICKS = 6;

export interface Job {
  /** The command that is answered when all pieces are done, or the work is broken off. */
  readonly command: number;
  /** WORK_*, and its number. */
  readonly what: number;
  readonly of: number;
  /** Of one piece. */
  readonly ticks: number;
  readonly pieces: number;
  /** Asks for peace: a fight ends it. What grows and lies out there may be taken with foes about. */
  readonly calm: boolean;
  /** Whether a piece can be done now: asked before it is begun and before it is finished. */
  check(): number;
  /** Does what a finished piece does; tells how it went. */
  finish(): number;
}

export interface Work {
  readonly job: Job;
  left: number;
  begun: number;
  x: number;
  z: number;
}

/** Begins; the reason why not, or AT_WORK. */
export function begin(world: World, player: Player, job: Job): number {
  if (player.work) return player.work.job.command === job.command ? AT_WORK : REASONS.isBusy;
  const flags = world.sim.core.flags(player.entity);
  if (flags & FLAG_DEAD) return REASONS.isDead;
  if (job.calm && flags & FLAG_COMBAT) return REASONS.inCombat;
  if (flags & FLAG_STUNNED) return REASONS.isStunned;
  if (flags & FLAG_CASTING) return REASONS.isBusy;
  const reason = job.check();
  if (reason !== OK) return reason;
  player.work = { job, left: job.pieces - 1, begun: world.tick, ...whereIs(world, player) };
  // Hands that work let go of the reins.
  world.sim.core.setFlag(player.entity, FLAG_MOUNTED, 0);
  world.sim.core.setFlag(player.entity, FLAG_RESTING, 1);
  tell(player, player.work);
  return AT_WORK;
}

/** The player's word, or something that takes him away. */
export function stopWork(world: World, player: Player): void {
  if (player.work) end(world, player, player.work, REASONS.workStopped);
}

/** A tick of everybody's work. */
export function labour(world: World): void {
  for (const player of world.players.values()) {
    const { work } = player;
    if (!work) continue;
    if (isBrokenOff(world, player, work)) end(world, player, work, REASONS.workStopped);
    else if (world.tick - work.begun >= work.job.ticks) finish(world, player, work);
  }
}

function isBrokenOff(world: World, player: Player, work: Work): boolean {
  if (!player.playing || player.goal || player.lean) return true;
  const enough = FLAG_DEAD | FLAG_STUNNED | FLAG_CASTING | (work.job.calm ? FLAG_COMBAT : 0);
  if (world.sim.core.flags(player.entity) & enough) return true;
  const { x, z } = whereIs(world, player);
  const moved_m = Math.hypot(x - work.x, z - work.z);
  if (moved_m > 0 && world.tick - work.begun <= SETTLE_TICKS) Object.assign(work, { x, z });
  return moved_m > STEP_M;
}

function finish(world: World, player: Player, work: Work): void {
  const { job } = work;
  const reason = job.check();
  if (reason !== OK) {
    end(world, player, work, reason);
    return;
  }
  const outcome = job.finish();
  remember(world, player, job.command);
  const more = work.left > 0 ? job.check() : outcome;
  if (work.left === 0 || more !== OK) {
    end(world, player, work, more);
    return;
  }
  work.left--;
  work.begun = world.tick;
  tell(player, work);
}

/** From its first piece on a command counts as applied: sent again after a crash it must not make all pieces anew. */
function remember(world: World, { held }: Player, command: number): void {
  if (held.commands[command % REMEMBERED] === command) return;
  held.commands[command % REMEMBERED] = command;
  world.deeds.commands.add(held);
}

function end(world: World, player: Player, { job }: Work, reason: number): void {
  player.work = null;
  world.sim.core.setFlag(player.entity, FLAG_RESTING, 0);
  if (reason !== OK) world.counters.count(`refused.${reasonKey(reason) ?? reason}`);
  player.sure(S2C.work, { what: WORK_NONE, of: 0, ticks: 0, left: 0 });
  player.sure(S2C.result, { command: job.command, reason });
}

function tell(player: Player, { job: { what, of, ticks }, left }: Work): void {
  player.sure(S2C.work, { what, of, ticks, left });
}

const whereIs = ({ sim: { core } }: World, { entity }: Player): { x: number; z: number } => ({
  x: core.x(entity),
  z: core.z(entity),
});
