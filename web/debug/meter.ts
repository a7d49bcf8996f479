// What each frame cost, one by one: for the browser's bench, through the door for tests. In: a running game. Out: milliseconds per frame.
// It times the very calls of the session and of frame.ts; nothing else runs while it does.
import { PHASES, takenMs } from '../frame';
import type { Game } from '../game/game';

export interface Metered {
  /** From picture to picture. */
  frame: number[];
  /** Snapshots into the mirror since the frame before. */
  decode: number[];
  /** The own body's ticks, and its setting right by snapshots. */
  predict: number[];
  /** Bodies placed for the shown instant. */
  interpolate: number[];
  /** Bodies, plates and effects made ready to be drawn; nothing that waits for the graphics card. */
  actors: number[];
  /** By the names of frame.ts. */
  phases: Record<string, number[]>;
  snapshots: number;
}

export class Meter {
  private now: Metered | null = null;
  private last_ms = 0;
  private readonly spent = { decode: 0, predict: 0, interpolate: 0 };

  constructor(private readonly game: Game) {
    const { predictor, mirror } = game.stage.session;
    this.time(predictor, 'advance', 'predict');
    this.time(predictor, 'reconcile', 'predict');
    this.time(predictor, 'place', 'predict');
    if (!mirror) return;
    this.time(mirror, 'sample', 'interpolate');
    this.time(mirror, 'read', 'decode');
  }

  /** Hands over what was noted since it was called last, and begins anew. */
  take(): Metered | null {
    const { now } = this;
    this.now = {
      frame: [],
      decode: [],
      predict: [],
      interpolate: [],
      actors: [],
      phases: Object.fromEntries(PHASES.map(([name]) => [name, []])),
      snapshots: this.game.stage.session.snapshots,
    };
    if (now) now.snapshots = this.now.snapshots - now.snapshots;
    this.last_ms = 0;
    Object.assign(this.spent, { decode: 0, predict: 0, interpolate: 0 });
    return now;
  }

  /** After every frame. */
  frame(now_ms: number): void {
    const { now, spent } = this;
    if (!now) return;
    if (this.last_ms) {
      now.frame.push(now_ms - this.last_ms);
      now.decode.push(spent.decode);
      now.predict.push(spent.predict);
      now.interpolate.push(spent.interpolate);
      now.actors.push(this.game.stage.renderer.stats().actors_ms);
      PHASES.forEach(([name], i) => {
        now.phases[name].push(takenMs[i]);
      });
    }
    this.last_ms = now_ms;
    spent.decode = spent.predict = spent.interpolate = 0;
  }

  private time<T extends object, K extends keyof T>(owner: T, name: K, what: keyof Meter['spent']): void {
    const call = owner[name] as (...words: unknown[]) => unknown;
    owner[name] = ((...words: unknown[]) => {
      const from_ms = performance.now();
      const answer = call.apply(owner, words);
      this.spent[what] += performance.now() - from_ms;
      return answer;
    }) as T[K];
  }
}
