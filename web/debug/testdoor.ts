// The door for browser tests (?test=1): looks at what the player could see, presses what the player could press. No powers beyond that.
import { PHASES, phaseMs } from '../frame';
import type { Game } from '../game/game';
import type { Tier } from '../render/contract';
import * as state from '../state';
import { Meter, type Metered } from './meter';

export interface TestDoor {
  ready: boolean;
  /** Everything the HUD shows, as plain data. */
  state(): Record<string, unknown>;
  /** Bodies in sight, as drawn. */
  actors(): unknown[];
  own(): unknown;
  /** CSS pixels of a point of the world. */
  project(x: number, y: number, z: number): unknown;
  /** Turns the camera of adventurer and warfront, as a drag of the mouse would. */
  look(yaw: number, pitch: number): void;
  /** The region's last word on that, by the message's name. */
  told(name: string): unknown;
  /** Draws as carefully as that, as the settings would have it. */
  tier(name: Tier): void;
  /** Runs one frame now. */
  step(): void;
  /** The same with a picture, however seldom there is one. */
  picture(): void;
  phases(): Record<string, number>;
  facts(): Record<string, unknown>;
  /** What each frame since the last call cost; null from the first. */
  metered(): Metered | null;
}

declare global {
  interface Window {
    __game?: TestDoor;
  }
}

/** Returns what is to be called after every frame. */
export function exposeGame(game: Game, run: () => void): (now_ms: number) => void {
  const meter = new Meter(game);
  const { session, camera, renderer } = game.stage;
  window.__game = {
    get ready() {
      return state.screen.value === 'play' && session.inWorld;
    },
    state: () => {
      const plain: Record<string, unknown> = {};
      for (const [name, each] of Object.entries(state)) {
        if (typeof each === 'object' && 'value' in each) plain[name] = plainly(each.value);
      }
      return plain;
    },
    actors: () => (session.mirror?.list ?? []).map(body => ({ ...body })),
    own: () => ({ ...session.predictor.drawn, entity: session.entity, server: { ...session.predictor.server } }),
    project: (x, y, z) => renderer.project(x, y, z),
    look: (yaw, pitch) => {
      camera.yaw = yaw;
      camera.pitch = pitch;
    },
    told: name => session.known[name as keyof typeof session.known],
    tier: name => renderer.setTier(name),
    step: run,
    picture: () => {
      game.seldom.hurry();
      run();
    },
    phases: () => Object.fromEntries(PHASES.map(([name], i) => [name, phaseMs[i]])),
    facts: () => ({
      ...session.predictor.facts,
      region: session.region,
      crossings: session.crossings.map(each => ({ ...each })),
      ping_ms: session.ping_ms,
      snapshots: session.snapshots,
      delay_ms: session.mirror?.clock.delay_ms,
      ...renderer.stats(),
    }),
    metered: () => meter.take(),
  };
  return now_ms => meter.frame(now_ms);
}

function plainly(value: unknown): unknown {
  if (value instanceof Map) return [...value];
  return value instanceof Set ? [...value] : value;
}
