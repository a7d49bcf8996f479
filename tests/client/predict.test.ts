// Prediction against the real core on both sides, over a line with lag and jitter: the client's body must be where the region's will be.
import { describe, expect, it } from 'vitest';
import {
  BUTTON_FORWARD,
  BUTTON_JUMP,
  BUTTON_LEFT,
  BUTTON_RIGHT,
  BUTTON_SPRINT,
  CLASS_PLAYER,
  OWN_BYTES,
  TEAM_AZURE,
  TICK_MS,
} from '../../assembly/layout';
import { Intents } from '../../src/region/intents';
import { ALDERWICK } from '../../src/shared/content';
import { pitchFromWire, yawFromWire } from '../../src/shared/protocol/angles';
import type { Sim } from '../../src/shared/sim';
import { Delay } from '../../web/net/lag';
import { type Held, type Intent, Predictor } from '../../web/net/predict';
import { newEyes } from '../harness/eyes';
import { below, seeded } from '../harness/seeded';
import { Timeline } from './timeline';

const FRAME_MS = 1000 / 60;
const WAYS = [0, BUTTON_FORWARD, BUTTON_FORWARD, BUTTON_FORWARD | BUTTON_LEFT, BUTTON_RIGHT, BUTTON_FORWARD | BUTTON_SPRINT];

/** A region of one body: takes intents, ticks 20 times a second, answers with what the body is. */
class OneBody {
  readonly intents = new Intents();
  readonly entity: number;
  tick = 0;

  constructor(
    readonly sim: Sim,
    private readonly answer: (done: number, bytes: Uint8Array) => void,
  ) {
    const [spawn] = ALDERWICK.spawns;
    this.entity = sim.core.spawn(CLASS_PLAYER, 0, TEAM_AZURE, 1, spawn.x, spawn.z, 0);
  }

  turn(): void {
    this.tick++;
    const moves = this.intents.pace();
    if (!moves) this.give(0);
    for (let i = 0; i < moves; i++) {
      this.intents.step();
      this.give(1);
    }
    this.sim.core.step(0.5);
    this.answer(this.intents.cursor, this.sim.at(this.sim.core.ownState(this.entity), OWN_BYTES).slice());
  }

  private give(moves: number): void {
    const { buttons, yaw, pitch } = this.intents.now;
    this.sim.core.setIntent(this.entity, buttons, yawFromWire(yaw), pitchFromWire(pitch), 0, 0, moves);
  }
}

class Line {
  readonly time = new Timeline();
  readonly predictor: Predictor;
  readonly region: OneBody;
  readonly held: Held = { buttons: 0, yaw: 0, pitch: 0 };
  /** The longest way the drawn body went in one frame beyond what its speed explains, in cm. */
  worstJerkCm = 0;
  private sinceTick_ms = 0;

  constructor(lag_ms: number, jitter_ms: number) {
    const up = new Delay<Intent>(this.time, intent => this.region.intents.push(intent));
    const down = new Delay<[number, Uint8Array]>(this.time, ([done, bytes]) => this.predictor.reconcile(done, bytes));
    for (const way of [up, down]) {
      way.lag_ms = lag_ms;
      way.jitter_ms = jitter_ms;
    }
    this.region = new OneBody(newEyes(), (done, bytes) => down.push([done, bytes]));
    this.predictor = new Predictor(newEyes(), intent => up.push({ ...intent }));
    this.predictor.begin(this.region.entity);
  }

  run(seconds: number, play: (frame: number) => void): void {
    const frames = Math.round((seconds * 1000) / FRAME_MS);
    for (let frame = 0; frame < frames; frame++) {
      this.time.pass(FRAME_MS);
      for (this.sinceTick_ms += FRAME_MS; this.sinceTick_ms >= TICK_MS; this.sinceTick_ms -= TICK_MS) this.region.turn();
      play(frame);
      const { x, z } = this.predictor.drawn;
      this.predictor.advance(FRAME_MS, this.held);
      this.predictor.place();
      const { drawn } = this.predictor;
      const went_m = Math.hypot(drawn.x - x, drawn.z - z);
      if (x) this.worstJerkCm = Math.max(this.worstJerkCm, (went_m - (7.6 * FRAME_MS) / 1000) * 100);
    }
  }

  get apart_m(): number {
    const { sim, entity } = this.region;
    const { drawn } = this.predictor;
    return Math.hypot(drawn.x - sim.core.x(entity), drawn.y - sim.core.y(entity), drawn.z - sim.core.z(entity));
  }
}

/** Changes keys and aim every third of a second, as players do in a fight. */
function fidget(line: Line, seed: number): (frame: number) => void {
  const chance = seeded(seed);
  return frame => {
    if (frame % 20 === 0) line.held.buttons = WAYS[below(chance, WAYS.length)] | (chance() < 0.15 ? BUTTON_JUMP : 0);
    line.held.yaw += (chance() - 0.5) * 0.2;
  };
}

function rest(line: Line): void {
  line.run(2, () => {
    line.held.buttons = 0;
  });
}

describe('prediction', () => {
  it('is exact on a quiet line of 200 ms', () => {
    const line = new Line(100, 0);
    // The region's cursor finds its place behind the client's ticks with the first few intents.
    line.run(3, fidget(line, 9));
    const settled = line.predictor.facts.misses;
    line.run(20, fidget(line, 1));
    expect(line.predictor.facts.misses - settled).toBe(0);
    rest(line);
    expect(line.apart_m).toBeLessThan(0.001);
  });

  it('converges under 200 ms with 60 ms of jitter, and never jerks', () => {
    const line = new Line(100, 60);
    line.run(1, () => {});
    line.run(30, fidget(line, 2));
    const { misses, worstCm } = line.predictor.facts;
    // Of 600 snapshots only those whose intents came too late may miss.
    expect(misses).toBeLessThan(120);
    expect(worstCm).toBeLessThan(80);
    expect(line.worstJerkCm).toBeLessThan(25);
    rest(line);
    expect(line.apart_m).toBeLessThan(0.001);
  });

  it('moves the drawn body within one client tick of the key', () => {
    const line = new Line(150, 0);
    line.run(1, () => {});
    const before = { ...line.predictor.drawn };
    line.run(0.12, () => {
      line.held.buttons = BUTTON_FORWARD;
    });
    expect(Math.hypot(line.predictor.drawn.x - before.x, line.predictor.drawn.z - before.z)).toBeGreaterThan(0.1);
  });

  it('takes a teleport as a jump and not as a mistake', () => {
    const line = new Line(50, 0);
    line.run(1, () => {});
    const { misses } = line.predictor.facts;
    const { core } = line.region.sim;
    core.teleport(
      line.region.entity,
      core.x(line.region.entity) + 60,
      core.y(line.region.entity) + 1,
      core.z(line.region.entity),
      0,
    );
    rest(line);
    expect(line.predictor.facts.misses).toBe(misses);
    expect(line.apart_m).toBeLessThan(0.05);
  });

  it('stands still while the world does not answer, and walks on when it does', () => {
    const line = new Line(50, 0);
    line.run(1, () => {});
    line.held.buttons = BUTTON_FORWARD;
    const start = { ...line.predictor.drawn };
    // Ten seconds of a client alone: the region hears and says nothing.
    for (let i = 0; i < 600; i++) line.predictor.advance(FRAME_MS, line.held);
    line.predictor.place();
    expect(Math.hypot(line.predictor.drawn.x - start.x, line.predictor.drawn.z - start.z)).toBeLessThan(3.2 * 5.6);
    line.run(1, () => {});
    rest(line);
    expect(line.apart_m).toBeLessThan(0.05);
  });

  it('without a core walks only as the region says', () => {
    const sent: Intent[] = [];
    const blind = new Predictor(null, intent => sent.push(intent));
    blind.begin(7);
    for (let t = 0; t < 40; t++) blind.advance(TICK_MS, { buttons: BUTTON_FORWARD, yaw: 0, pitch: 0 });
    const own = new Uint8Array(OWN_BYTES);
    new DataView(own.buffer).setFloat32(4, 12.5, true);
    blind.reconcile(30, own);
    blind.place();
    expect(blind.drawn.x).toBe(12.5);
    expect(sent[0].buttons).toBe(BUTTON_FORWARD);
  });
});
