// How bots get about: along the way that the map shows, round what is in the way, and up again after death. In: a bot and a goal, every
// turn. Out: keys held.
import * as L from '../../assembly/layout';
import { yawTo } from '../../web/input/steer';
import type { Bot } from './bot';
import { type Point, ways } from './ways';

/** Nearer than this one walks straight; a goal that moved farther than that needs a new way. */
const NEAR_M = 8;
const NEW_WAY_M = 6;
/** Who is on his way turns when he sees that he would miss, as people do, not by a hair with every step: 3 degrees. */
const MISSES_RAD = 0.052;

/** Walks to a point by the way that the map shows; works its way free where a body gets caught. */
export class Walker {
  private goal: Point = { x: 0, z: 0 };
  private way: Point[] = [];
  private from = { x: 0, z: 0, at_ms: 0 };
  private sidestep = { until_ms: 0, buttons: 0 };

  constructor(private readonly bot: Bot) {}

  /** Holds the keys for a step towards (x, z). True when nearer than `near_m`. */
  towards(x: number, z: number, near_m: number, now_ms: number): boolean {
    const { held, session } = this.bot;
    const { drawn } = session.predictor;
    if (Math.hypot(x - drawn.x, z - drawn.z) <= near_m) {
      held.buttons = 0;
      held.yaw = yawTo(drawn.x, drawn.z, x, z);
      return true;
    }
    const next = this.next({ x, z }, drawn);
    const yaw = yawTo(drawn.x, drawn.z, next.x, next.z);
    if (Math.abs(Math.sin((yaw - held.yaw) / 2)) > Math.sin(MISSES_RAD / 2)) held.yaw = yaw;
    held.buttons = L.BUTTON_FORWARD;
    if (now_ms < this.sidestep.until_ms) held.buttons |= this.sidestep.buttons;
    else if (now_ms - this.from.at_ms > 1000) this.noticeStuck(drawn, now_ms);
    return false;
  }

  /** The point to walk to now: the next of the way, or the goal itself when it is near. */
  private next(goal: Point, here: Point): Point {
    if (Math.hypot(goal.x - here.x, goal.z - here.z) < NEAR_M) return goal;
    if (Math.hypot(goal.x - this.goal.x, goal.z - this.goal.z) > NEW_WAY_M || !this.way.length) {
      this.goal = goal;
      this.way = ways().path(here, goal);
    }
    while (this.way.length > 1 && Math.hypot(this.way[0].x - here.x, this.way[0].z - here.z) < 1.2) this.way.shift();
    return this.way[0];
  }

  private noticeStuck(here: Point, now_ms: number): void {
    const stuck = now_ms - this.from.at_ms < 1500 && Math.hypot(here.x - this.from.x, here.z - this.from.z) < 1;
    this.from = { x: here.x, z: here.z, at_ms: now_ms };
    if (!stuck) return;
    const { chance } = this.bot;
    const side = chance() < 0.5 ? L.BUTTON_LEFT : L.BUTTON_RIGHT;
    this.sidestep = { until_ms: now_ms + 500 + chance() * 900, buttons: side | L.BUTTON_JUMP };
    this.way = [];
  }
}

export const distance = (bot: Bot, to: { x: number; z: number }) =>
  Math.hypot(to.x - bot.session.predictor.drawn.x, to.z - bot.session.predictor.drawn.z);

/** Lies dead for a moment, then rises at the spawn. True while dead. */
export function mourn(bot: Bot, state: { deadSince_ms: number }, now_ms: number): boolean {
  if (!bot.dead) {
    state.deadSince_ms = 0;
    return false;
  }
  bot.held.buttons = 0;
  state.deadSince_ms ||= now_ms;
  if (now_ms - state.deadSince_ms > 1500) {
    bot.session.send('release', {});
    state.deadSince_ms = now_ms;
  }
  return true;
}
