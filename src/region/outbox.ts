// From the tick to the sockets: at most one frame per client with the snapshot first, and a second one after the storage write for what
// is of value. In: the core's encoded cells and the sessions' writers. Out: frames; slow readers are skipped, later shown everything anew.
// The platform holds a send back for writes made before it, never for writes after it: hence write first, then send (tick.ts).
import type { Writer } from '../shared/protocol/codec';
import { SLOW_CLOSE_MS, SLOW_TICKS } from '../shared/protocol/limits';
import { CLOSE_SLOW, S2C } from '../shared/protocol/messages';
import type { Player } from './player';
import type { Session } from './session';
import type { World } from './world';

/** Waiting bytes on a socket beyond which it counts as slow, where the runtime tells (bufferedAmount). */
const SLOW_BYTES = 256 * 1024;

/** Messages kept for a slow reader until he returns. */
const MOST_KEPT_BYTES = 48 * 1024;

const NOTHING = new Uint8Array(0);

/**
 * First frame of a turn: snapshot, then everything that may be lost. Who is shown every second or fourth turn is told how the world is in
 * the even ones, all alike, and half of them (or three quarters) get those frames a turn or more later: each turn sends its share.
 */
export function makeFrames(world: World): void {
  for (const session of world.sessions) {
    const { player, ticksPerFrame } = session;
    if (session.state !== 'playing' || !player || world.tick % ticksPerFrame || !keepsUp(world, session)) continue;
    release(world, session);
    // A socket that took no more has just been closed.
    if (session.state !== 'playing') continue;
    makeFrame(world, session, player, world.tick + (session.watcher % ticksPerFrame));
    session.lastSentTick = world.tick;
  }
}

function makeFrame({ sim }: World, session: Session, player: Player, due_tick: number): void {
  const { soon, intents, watcher, kept } = session;
  const length = sim.core.snapshot(watcher, player.entity, S2C.snapshot.number, intents.cursor);
  kept.keep(sim.at(sim.core.snapshotPtr(), length), soon.length ? soon.bytes.subarray(0, soon.length) : NOTHING, due_tick);
  soon.length = 0;
}

/** The frames whose turn it is. */
export function sendFrames(world: World): void {
  for (const session of world.sessions) if (session.state === 'playing') release(world, session, world.tick);
}

/** Second frame: results and gains, durable by now. */
export function sendAnswers(world: World): void {
  for (const session of world.sessions) {
    const { sure } = session;
    if (session.state !== 'playing' || !sure.length || session.slowSince_ms) continue;
    post(world, session, sure);
  }
}

function post(world: World, session: Session, messages: Writer): void {
  release(world, session);
  world.post(session, messages.bytes.subarray(0, messages.length));
  messages.length = 0;
}

/** Sends the frame that was kept, if its turn has come; without a turn in any case: frames never overtake each other. */
function release(world: World, session: Session, tick?: number): void {
  const kept = session.kept.take(tick);
  if (kept) world.post(session, kept);
}

/** Whether the socket gets a snapshot now. Un-acknowledged ticks tell a slow reader on every runtime, waiting bytes where they are known. */
function keepsUp(world: World, session: Session): boolean {
  const waiting: number | undefined = session.socket.bufferedAmount;
  const behind_ticks = session.lastSentTick - session.lastReadTick;
  if (!session.slowSince_ms) {
    if (behind_ticks <= SLOW_TICKS && !(waiting > SLOW_BYTES)) return true;
    session.slowSince_ms = world.now_ms;
    world.counters.count('slow.skipped');
    return false;
  }
  if (behind_ticks <= SLOW_TICKS / 2 && !(waiting > SLOW_BYTES)) {
    session.slowSince_ms = 0;
    world.sim.core.resync(session.watcher);
    world.counters.count('slow.resynced');
    return true;
  }
  const kept = session.soon.length + session.sure.length;
  // A region under strain hears late itself what was read: then it shows less, but drops nobody for it.
  const isLost = world.now_ms - session.slowSince_ms > SLOW_CLOSE_MS && !world.footing.pulse.strain;
  if (isLost || kept > MOST_KEPT_BYTES) world.close(session, CLOSE_SLOW, 'slow');
  return false;
}
