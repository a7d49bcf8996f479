// How often each client is shown the world while the region turns 20 times a second: every turn, every second or every fourth. In: what each
// player does, how many frames a region may send, and its strain. Out: the core's rates, how far the fast rings reach, and how often
// beasts think. Frames are what a platform makes us pay for, so they go first to those who fight.
import { FLAG_COMBAT, RING_1_M, RING_2_M } from '../../assembly/layout';
import { WARFRONT } from './body';
import { ACTING, CALM, LADDER, MOVING, type Need, ringsIn, rungFor } from './needs';
import type { Session } from './session';
import { Squares } from './squares';
import type { World } from './world';

/** A fight is everybody's affair who stands in its square of so many metres, or in one beside it. */
const FRAY_M = 8;
/** In a press it is soon the affair of those who stand farther off, too. */
const FAR_FRAY_M = 80;
/** So many others within a square of so many metres and those beside it are a press. */
const PRESS_M = 10;
const PRESS = 4;
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
const frays = new Squares(FRAY_M);
const farFrays = new Squares(FAR_FRAY_M);
const crowd = new Squares(PRESS_M);

/** Once a second, at a key tick; who has just entered is shown every turn until then. */
export function setRates(world: World): void {
  if (!world.onTheSecond) return;
  const { strain } = world.footing.pulse;
  lookRound(world);
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

/** Where players are, and where they fight. */
function lookRound({ sim: { core }, sessions }: World): void {
  for (const squares of [frays, farFrays, crowd]) squares.clear();
  for (const { player } of sessions) {
    if (!player) continue;
    const [x, z] = [core.x(player.entity), core.z(player.entity)];
    crowd.add(x, z);
    if (!(core.flags(player.entity) & FLAG_COMBAT)) continue;
    frays.add(x, z);
    farFrays.add(x, z);
  }
}

/** Whoever fights or aims needs every turn; so does who stands where others fight, if there are frames enough: what flies there may fly at him. */
function needOf({ sim, now_ms }: World, { player, intents }: Session): Need {
  if (!player) return CALM;
  const fights = player.held.soft.mode === WARFRONT || (sim.core.flags(player.entity) & FLAG_COMBAT) !== 0;
  if (fights || intents.now.buttons) player.movedAt_ms = now_ms;
  if (fights) return ACTING;
  return now_ms - player.movedAt_ms < CALM_MS ? MOVING : CALM;
}

function isInFray({ core }: World['sim'], { player }: Session): boolean {
  if (farFrays.isEmpty || !player) return false;
  const [x, z] = [core.x(player.entity), core.z(player.entity)];
  return frays.around(x, z) > 0 || (farFrays.around(x, z) > 0 && crowd.around(x, z) > PRESS);
}

/** What is left out beside frames: far bodies come less often first, then beasts think less. */
function spare({ sim }: World, strain: number): void {
  const players = counts[ACTING] + counts[MOVING] + counts[CALM];
  const share = Math.min(strain >= NEAREST_RINGS_AT ? 0.1 : strain >= NEAR_RINGS_AT ? 0.5 : 1, ringsIn(players));
  sim.core.setRings(RING_1_M * share, RING_2_M * share);
  sim.core.setDetail(strain >= DULLEST_MINDS_AT ? 2 : strain >= DULL_MINDS_AT ? 1 : 0);
}
