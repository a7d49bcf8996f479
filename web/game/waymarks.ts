// Quests in the world: over each marked goal that is near a sign with its words and the way to it, and a ring on the ground where it is a
// ground. In: goals, the camera's picture. Out: the waymarks signal, rings for the frame.
import { type Goal, goals } from '../goals';
import { settings } from '../settings';
import { guide, screen, waymarks } from '../state';
import type { Stage } from './stage';

const EVERY_S = 0.05;
const MOST = 4;
/** Signs are for what is farther than a step and nearer than the horizon. */
const NEAREST_M = 4;
const FARTHEST_M = 420;
const SIGN_M = 3.2;
const RING_M = 90;
const SAME_PLACE_M = 6;

export interface GroundRing {
  x: number;
  y: number;
  z: number;
  radius: number;
}

export class Waymarks {
  /** Rings on the ground, for the renderer. */
  readonly rings: GroundRing[] = [];
  private age_s = 0;

  constructor(private readonly stage: Stage) {}

  frame(dt_s: number): void {
    this.age_s += dt_s;
    if (this.age_s < EVERY_S) return;
    this.age_s = 0;
    const near = screen.value === 'play' ? this.near() : [];
    this.rings.length = 0;
    for (const { goal, away_m } of near) {
      if (goal.radius && away_m < RING_M) this.rings.push({ x: goal.x, y: this.height(goal), z: goal.z, radius: goal.radius });
    }
    const signs = near.flatMap(({ goal, away_m }) => {
      if (away_m < Math.max(NEAREST_M, goal.radius * 0.6) || isSignposted(goal)) return [];
      const at = this.stage.renderer.project(goal.x, this.height(goal) + SIGN_M, goal.z);
      return at
        ? [{ key: `${goal.quest.id}-${goal.x}-${goal.z}`, text: goal.text, x: at.x, y: at.y, away_m: Math.round(away_m) }]
        : [];
    });
    if (signs.length || waymarks.peek().length) waymarks.value = signs;
  }

  private near(): { goal: Goal; away_m: number }[] {
    const { x, z } = this.stage.session.predictor.drawn;
    return goals.value
      .filter(goal => goal.marked)
      .map(goal => ({ goal, away_m: Math.hypot(goal.x - x, goal.z - z) }))
      .filter(({ away_m }) => away_m < FARTHEST_M)
      .sort((a, b) => a.away_m - b.away_m)
      .slice(0, MOST);
  }

  private height({ x, z }: Goal): number {
    return this.stage.sim.core.height(x, z);
  }
}

/** The signpost stands there already: one sign is enough for one place. */
function isSignposted({ x, z, radius }: Goal): boolean {
  const to = settings.guide.peek() ? guide.peek() : null;
  return to !== null && Math.hypot(to.x - x, to.z - z) < Math.max(SAME_PLACE_M, radius);
}
