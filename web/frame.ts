// What a screen does per frame: a table of contents, every call timed. In: the time that passed; out: the next picture.
import type { Game } from './game/game';

export type Phase = readonly [name: string, run: (game: Game, dt_s: number, now_ms: number) => void];

export const PHASES: readonly Phase[] = [
  ['hands', (game, dt_s, now_ms) => game.hands(dt_s, now_ms)],
  ['session', (game, dt_s) => game.turn(dt_s)],
  ['body', game => game.wearOwnBody()],
  ['camera', (game, dt_s) => game.look(dt_s)],
  ['know', (game, dt_s) => game.know(dt_s)],
  ['hear', (game, dt_s) => game.hear(dt_s)],
  ['draw', (game, dt_s, now_ms) => game.draw(dt_s, now_ms)],
  ['facts', (game, _dt_s, now_ms) => game.facts.frame(now_ms)],
];

/** Milliseconds that each phase took in the last frame. */
export const takenMs: number[] = PHASES.map(() => 0);
/** The same, smoothed, for the debug overlay. */
export const phaseMs: number[] = PHASES.map(() => 0);

export function frame(game: Game, dt_s: number, now_ms: number): void {
  PHASES.forEach(([, run], i) => {
    const from_ms = performance.now();
    run(game, dt_s, now_ms);
    takenMs[i] = performance.now() - from_ms;
    phaseMs[i] += (takenMs[i] - phaseMs[i]) * 0.08;
  });
}
