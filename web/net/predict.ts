// The own body, ahead of the server: 20 client ticks a second by the core's own move, set right by every snapshot.
// In: keys held and aim per frame, own-body bytes per snapshot. Out: intents to send, and where to draw the body now.
// Method: client-side prediction and server reconciliation (Bernier 2001, "Latency Compensating Methods"; Gambetta, "Fast-Paced Multiplayer").
import { BUTTON_FIRE, BUTTON_JUMP, FLAG_DEAD, OWN_BYTES, TICK_MS, TICKS_PER_SECOND } from '../../assembly/layout';
import { pitchFromWire, pitchToWire, yawFromWire, yawToWire } from '../../src/shared/protocol/angles';
import type { Body, C2S } from '../../src/shared/protocol/messages';
import { type OwnBody, readOwn, type Sim } from '../../src/shared/sim';

export type Intent = Body<typeof C2S.intent>;

/** What the player does during a frame. `buttons`: BUTTON_* held; yaw, pitch in radians. */
export interface Held {
  buttons: number;
  yaw: number;
  pitch: number;
}

/** Done once for each press: a press shorter than a tick is one all the same. */
const TAPPED = BUTTON_JUMP | BUTTON_FIRE;
/** Remembered client ticks: more than any round trip we replay. */
const MEMORY_TICKS = 128;
/** Unanswered for so long, the body stands still until the world answers again. */
const LONGEST_LEAD_TICKS = 60;
/** No more than this is told again to another region: what a connection may say at once. */
const RETOLD_TICKS = 40;
/** Taken up behind the region's count, a client's ticks run this far ahead of it again. */
const CATCH_UP_TICKS = 3;
/** After a stall (a sleeping tab) no more than this is walked at once. */
const MOST_TICKS_AT_ONCE = 40;
/** A difference beyond this is a teleport, not a mistake. */
const SNAP_M = 4;
/** Mistakes fade from the picture with this time constant: 95 % gone in three of them. */
const FADE_MS = 45;
/** Smaller differences are rounding, not misses. */
const MISS_M = 0.01;

export interface PredictFacts {
  /** Snapshots that proved the prediction wrong, and by how much in sum. */
  misses: number;
  missCm: number;
  worstCm: number;
  /** Client ticks the server has not answered yet. */
  leadTicks: number;
}

export class Predictor {
  /** The client's own tick; grows by 20 a second as long as the page lives. */
  tick = 0;
  /** Where the server saw the own body last, and the last client tick it had taken in. */
  server: OwnBody;
  done = 0;
  readonly facts: PredictFacts = { misses: 0, missCm: 0, worstCm: 0, leadTicks: 0 };
  /** Where to draw the body; `place` keeps it current. */
  readonly drawn = { x: 0, y: 0, z: 0, vx: 0, vy: 0, vz: 0, speed: 0, flags: 0 };
  /** The instant on the player's screen, stamped on every intent (lag compensation). */
  view = { tick: 0, fraction: 0 };

  private readonly history: { buttons: number; yaw: number; pitch: number }[] = [];
  private last: Intent = { tick: 0, buttons: 0, yaw: 0, pitch: 0, viewTick: 0, viewFraction: 0 };
  private readonly heldBefore: Held = { buttons: 0, yaw: 0, pitch: 0 };
  private owed_ms = 0;
  private readonly before = { x: 0, y: 0, z: 0 };
  private readonly now = { x: 0, y: 0, z: 0 };
  private readonly error = { x: 0, y: 0, z: 0 };
  private fresh = true;
  /** Of TAPPED, what was held at some time since the last tick. */
  private tapped = 0;
  /** A turn of the head alone is told, and walked by, at most every so many ticks: who only walks need not send twenty frames a second. */
  turnTicks = 1;

  /** `sim`: the core that steps the own body; null walks only as the server says (crowds of bots). */
  constructor(
    private sim: Sim | null,
    private readonly send: (intent: Intent) => void,
  ) {
    for (let i = 0; i < MEMORY_TICKS; i++) this.history.push({ buttons: 0, yaw: 0, pitch: 0 });
    this.server = { id: 0, x: 0, y: 0, z: 0, vx: 0, vy: 0, vz: 0, flags: 0, speed: 0 };
  }

  /** A session began or was resumed: body `entity` on the core `sim`, nothing answered yet. */
  begin(entity: number, sim = this.sim): void {
    this.sim = sim;
    sim?.core.ownReset(entity);
    this.fresh = true;
    this.done = 0;
    this.owed_ms = 0;
    this.last.tick = this.tick - TICKS_PER_SECOND;
  }

  /**
   * The same body goes on in another region, on the core `sim`: its ticks count on. What the region before had not answered is told
   * again, as of the ticks when it was done.
   */
  carryOn(entity: number, sim = this.sim): void {
    if (sim && this.sim && sim !== this.sim) {
      const body = this.sim.at(this.sim.core.ownPtr(), OWN_BYTES);
      sim.core.ownReset(entity);
      sim.give(body);
      sim.core.ownSet();
    }
    this.sim = sim;
    this.retell();
  }

  /** Steps the client's ticks for `dt_ms` of real time under what is held; returns how many ran. */
  advance(dt_ms: number, held: Held): number {
    this.owed_ms += dt_ms;
    const due = Math.floor(this.owed_ms / TICK_MS);
    this.owed_ms -= due * TICK_MS;
    // A sleeping tab: the ticks pass as the region takes them, with what it was last told, and are not worth walking here.
    for (let i = MOST_TICKS_AT_ONCE; i < due; i++) this.remember(this.last.buttons, this.last.yaw, this.last.pitch);
    // What is held now was pressed since the last frame: after a slow frame only the newest tick can still tell the region in time.
    for (let i = 1; i < Math.min(due, MOST_TICKS_AT_ONCE); i++) this.step(this.heldBefore);
    // A tap between two ticks counts as much as one that lasts.
    this.tapped |= held.buttons & TAPPED;
    if (due) {
      this.step(held, this.tapped);
      this.tapped = 0;
    }
    Object.assign(this.heldBefore, held);
    this.fade(dt_ms);
    return due;
  }

  /** A snapshot's own part: the server took in everything up to client tick `done`, and then the body was `bytes` (OWN_BYTES). */
  reconcile(done: number, bytes: Uint8Array): void {
    this.server = readOwn(new DataView(bytes.buffer, bytes.byteOffset, OWN_BYTES), 0);
    this.done = done;
    // The region never waits for a stalled page: a client whose ticks fell behind the region's count takes that up.
    if (done > this.tick)
      while (this.tick < done + CATCH_UP_TICKS) this.remember(this.last.buttons, this.last.yaw, this.last.pitch);
    this.facts.leadTicks = done ? this.tick - done : 0;
    const { x, y, z } = this.now;
    this.setBody(bytes);
    if (this.sim && done && done < this.tick && this.facts.leadTicks <= LONGEST_LEAD_TICKS) this.replay(done);
    this.judge(x - this.now.x, y - this.now.y, z - this.now.z);
  }

  /** Fills `drawn` for this instant: between the last two ticks, plus what is left of the last mistake. */
  place(): void {
    const { before, now, error, drawn } = this;
    const part = this.sim ? this.owed_ms / TICK_MS : 1;
    drawn.x = before.x + (now.x - before.x) * part + error.x;
    drawn.y = before.y + (now.y - before.y) * part + error.y;
    drawn.z = before.z + (now.z - before.z) * part + error.z;
  }

  private step(held: Held, tapped = 0): void {
    const { last } = this;
    const buttons = held.buttons | tapped;
    const waits = buttons === last.buttons && this.tick + 1 - last.tick < this.turnTicks;
    const yaw = waits ? last.yaw : yawToWire(held.yaw);
    const pitch = waits ? last.pitch : pitchToWire(held.pitch);
    this.remember(buttons, yaw, pitch);
    this.tell(buttons, yaw, pitch);
    if (this.sim && !this.fresh && this.tick - this.done <= LONGEST_LEAD_TICKS) this.move(this.tick);
  }

  private remember(buttons: number, yaw: number, pitch: number): void {
    this.tick++;
    const entry = this.history[this.tick % MEMORY_TICKS];
    entry.buttons = buttons;
    entry.yaw = yaw;
    entry.pitch = pitch;
  }

  /** An intent goes out when it differs from the last, and once a second to show that we still hold it. */
  private tell(buttons: number, yaw: number, pitch: number): void {
    const { last } = this;
    const same = last.buttons === buttons && last.yaw === yaw && last.pitch === pitch;
    if (same && this.tick - last.tick < TICKS_PER_SECOND) return;
    this.last = { tick: this.tick, buttons, yaw, pitch, viewTick: this.view.tick, viewFraction: this.view.fraction };
    this.send(this.last);
  }

  /** Every change since the last answered tick, and what holds now: the region must not take the oldest of them for the newest. */
  private retell(): void {
    const from = Math.max(this.done + 1, this.tick - RETOLD_TICKS + 1);
    for (let tick = from; tick <= this.tick; tick++) {
      const { buttons, yaw, pitch } = this.history[tick % MEMORY_TICKS];
      const { last } = this;
      const same = last.buttons === buttons && last.yaw === yaw && last.pitch === pitch;
      if (same && tick !== from && tick !== this.tick) continue;
      // Instants of another region's clock say nothing here: 0 is none.
      this.last = { tick, buttons, yaw, pitch, viewTick: 0, viewFraction: 0 };
      this.send(this.last);
    }
  }

  private move(tick: number): void {
    const sim = this.sim as Sim;
    const { buttons, yaw, pitch } = this.history[tick % MEMORY_TICKS];
    copyPlace(this.now, this.before);
    sim.core.ownMove(buttons, yawFromWire(yaw), pitchFromWire(pitch));
    this.readBody();
  }

  private replay(done: number): void {
    for (let tick = done + 1; tick <= this.tick; tick++) this.move(tick);
  }

  private setBody(bytes: Uint8Array): void {
    if (!this.sim) {
      copyPlace(this.now, this.before);
      copyPlace(this.server, this.now);
      this.drawn.flags = this.server.flags;
      return;
    }
    this.sim.give(bytes.subarray(0, OWN_BYTES));
    this.sim.core.ownSet();
    this.readBody();
    copyPlace(this.now, this.before);
  }

  private readBody(): void {
    const { memory, core } = this.sim as Sim;
    const p = core.ownPtr();
    const { now, drawn } = this;
    now.x = memory.getFloat32(p + 4, true);
    now.y = memory.getFloat32(p + 8, true);
    now.z = memory.getFloat32(p + 12, true);
    drawn.vx = memory.getFloat32(p + 16, true);
    drawn.vy = memory.getFloat32(p + 20, true);
    drawn.vz = memory.getFloat32(p + 24, true);
    drawn.flags = memory.getUint16(p + 28, true);
    drawn.speed = Math.hypot(drawn.vx, drawn.vz);
  }

  /** Compares what was shown with what turned out: small differences fade, big ones and rebirths are jumps. */
  private judge(dx: number, dy: number, dz: number): void {
    const miss_m = Math.hypot(dx, dy, dz);
    const { facts, error } = this;
    if (this.fresh || !this.sim || miss_m > SNAP_M) {
      this.fresh = false;
      error.x = error.y = error.z = 0;
      // At once: whoever looks before the next frame must not see where it was before, or nowhere.
      this.place();
      return;
    }
    error.x += dx;
    error.y += dy;
    error.z += dz;
    if (miss_m < MISS_M || this.server.flags & FLAG_DEAD) return;
    facts.misses++;
    facts.missCm += miss_m * 100;
    facts.worstCm = Math.max(facts.worstCm, miss_m * 100);
  }

  private fade(dt_ms: number): void {
    const keep = Math.exp(-dt_ms / FADE_MS);
    this.error.x *= keep;
    this.error.y *= keep;
    this.error.z *= keep;
  }
}

function copyPlace(from: { x: number; y: number; z: number }, to: { x: number; y: number; z: number }): void {
  to.x = from.x;
  to.y = from.y;
  to.z = from.z;
}
