// How often each client is shown the world while the region turns 20 times a second: every turn, every second or every fourth. In: what each
// player does, how many frames a region may send, and its strain. Out: the core's rates, how far the fast rings reach, and how often
// beasts think. Frames are what a platform makes us pay for, so they go first to those who fight.
import { FLAG_COMBAT, RING_1_M, RING_2_M } from '../../assembly/layout';
import { WARFRONT } from './body';
import { ACTING, CALM, LADDER, MOVING, type Need, ringsIn, rungFor } from './needs';
import type { Session } from './session';
import type { World } from './world';

/** A fight is everybody's affair who stands in its square of so many metres, or in one beside it. */
const FRAY_M = 40;
/** Who held nothing and fought nobody for so long is calm. */
const CALM_MS = 10_000;

/** Strain that each measure begins at (a crowd brings the first by itself): nearer rings before the rungs of the ladder, slower beasts after. */
const NEAR_RINGS_AT = 1;
const NEAREST_RINGS_AT = 4;
const DULL_MINDS_AT = 6;
const DULLEST_MINDS_AT = 8;
/** Levels of strain that went into the rings, and so not into the ladder. */
const RING_STEPS = 1;

const counts = [0, 0, 0];
const frays = new Set<number>();

/** Once a second, at a key tick; who has just entered is shown every turn until then. */
export function setRates(world: World): void {
  if (!world.onTheSecond) return;
  const { strain } = world.footing.pulse;
  findFrays(world);
  counts.fill(0);
  const bystanders: Session[] = [];
  for (const session of world.sessions) {
    if (session.state !== 'playing') continue;
    session.need = needOf(world, session);
    counts[session.need]++;
    if (session.need !== ACTING && isInFray(world.sim, session)) bystanders.push(session);
  }
  const from = Math.max(0, strain - RING_STEPS);
  const last = world.rung;
  world.rung = rungFor(counts, from, last);
  // Who only stands by is shown as much as who fights while nobody who fights goes without for it.
  for (const { need } of bystanders) {
    counts[need]--;
    counts[ACTING]++;
  }
  if (rungFor(counts, from, last) === world.rung) for (const session of bystanders) session.need = ACTING;
  const ticks = LADDER[world.rung];
  for (const session of world.sessions) if (session.state === 'playing') setRate(world, session, ticks[session.need]);
  spare(world, strain);
}

function setRate(world: World, session: Session, ticks: number): void {
  if (session.ticksPerFrame === ticks) return;
  session.ticksPerFrame = ticks;
  world.sim.core.setRate(session.watcher, ticks);
}

/** Where players fight, by square. */
function findFrays({ sim, sessions }: World): void {
  frays.clear();
  for (const { player } of sessions)
    if (player && sim.core.flags(player.entity) & FLAG_COMBAT) frays.add(squareOf(sim, player.entity));
}

/** Squares are numbered row by row, far more of them to a row than there are: those beside one are a step or a row away. */
const ROW = 1 << 16;
const BESIDE = [0, -1, 1, -ROW, ROW, -ROW - 1, -ROW + 1, ROW - 1, ROW + 1];

function squareOf({ core }: World['sim'], entity: number): number {
  return Math.floor(core.z(entity) / FRAY_M) * ROW + Math.floor(core.x(entity) / FRAY_M);
}

/** Whoever fights or aims needs every turn; so does who stands where others fight, if there are frames enough: what flies there may fly at him. */
function needOf({ sim, now_ms }: World, { player, intents }: Session): Need {
  if (!player) return CALM;
  const fights = player.held.soft.mode === WARFRONT || (sim.core.flags(player.entity) & FLAG_COMBAT) !== 0;
  if (fights || intents.now.buttons) player.movedAt_ms = now_ms;
  if (fights) return ACTING;
  return now_ms - player.movedAt_ms < CALM_MS ? MOVING : CALM;
}

function isInFray(sim: World['sim'], { player }: Session): boolean {
  if (!frays.size || !player) return false;
  const square = squareOf(sim, player.entity);
  return BESIDE.some(step => frays.has(square + step));
}

/** What is left out beside frames: far bodies come less often first, then beasts think less. */
function spare({ sim }: World, strain: number): void {
  const players = counts[ACTING] + counts[MOVING] + counts[CALM];
  const share = Math.min(strain >= NEAREST_RINGS_AT ? 0.1 : strain >= NEAR_RINGS_AT ? 0.5 : 1, ringsIn(players));
  sim.core.setRings(RING_1_M * share, RING_2_M * share);
  sim.core.setDetail(strain >= DULLEST_MINDS_AT ? 2 : strain >= DULL_MINDS_AT ? 1 : 0);
}
