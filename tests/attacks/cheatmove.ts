// Cheats of the feet: faster, further, higher and through walls. The region is told keys and nothing else; what is forged here are their times.
import { BUTTON_FORWARD, BUTTON_JUMP, BUTTON_SPRINT, SPRINT_MPS, TICKS_PER_SECOND } from '../../assembly/layout';
import { yawTo } from '../../web/input/steer';
import type { Bot } from '../harness/bot';
import { HOUSE } from './cast';
import type { Table } from './cheats';
import { Path, sleep, ticks } from './pace';
import { must, type Trial } from './trial';

const SEND_MS = 50;
const MOST_TURNS = 1000;
const RUN_TICKS = 40;
const RUN_M = (RUN_TICKS * SPRINT_MPS) / TICKS_PER_SECOND;
/** A body that is let go comes to a stand. */
const STOP_TICKS = 8;

export function moveCheats({ cast, cheat }: Table): Trial[] {
  const { runner, wall } = cast.bots;
  const roam = (name: string, bot: Bot, attempt: () => Promise<void>): Trial => cheat(name, [bot], attempt, 'goods');
  /** What the runner's client would count. */
  let tick = 1000;
  const hold = (bot: Bot, buttons: number, yaw: number, at: number): void => {
    const turned = Math.round((yaw / (2 * Math.PI)) * 65536) & 0xffff;
    bot.session.send('intent', { tick: at, buttons, yaw: turned, pitch: 0, viewTick: 0, viewFraction: 0 });
  };

  /** Sends something again and again while so many ticks of the region pass. Resolves to the way that the body went meanwhile. */
  const during = async (bot: Bot, count: number, send: (turn: number, passed: number) => void): Promise<Path> => {
    const path = new Path(bot);
    const from = bot.session.tick;
    for (let turn = 0; bot.session.tick < from + count; turn++) {
      send(turn, bot.session.tick - from);
      if (turn > MOST_TURNS) throw new Error('the region stands still');
      await sleep(SEND_MS);
    }
    return path;
  };

  /** Runs for a while, saying in each turn that so many steps had passed for one of the region's. */
  const run = async (yaw: number, stepsPerTick: number): Promise<Path> => {
    const first = tick;
    const path = await during(runner, RUN_TICKS, (turn, passed) => {
      tick = Math.max(tick + 1, first + (passed + 1) * stepsPerTick);
      // A change of the aim makes each of them news.
      hold(runner, BUTTON_FORWARD | BUTTON_SPRINT, yaw + (turn % 2 ? 0.001 : 0), tick);
    });
    hold(runner, 0, yaw, ++tick);
    await ticks(runner, STOP_TICKS);
    path.end();
    tick += 20;
    return path;
  };
  const honest = (path: Path): void => must(path.excess_m <= 0, `${path.excess_m} m more than anybody could run`);

  return [
    roam('speed: forty steps in the time of one', runner, async () => {
      const fair = await run(0, 1);
      must(fair.length_m > RUN_M * 0.8, `an honest run came to ${fair.length_m} m of ${RUN_M}`);
      honest(fair);
      honest(await run(Math.PI, 40));
    }),
    roam('speed: steps of the future, all in one heap', runner, async () => {
      const path = new Path(runner);
      for (let i = 0; i < 60; i++) hold(runner, BUTTON_FORWARD | BUTTON_SPRINT, i / 1000, (tick += 2));
      await ticks(runner, 10);
      hold(runner, 0, 0, ++tick);
      await ticks(runner, STOP_TICKS);
      path.end();
      honest(path);
    }),
    roam('fly: jumping in the air', runner, async () => {
      const path = await during(runner, RUN_TICKS, turn => hold(runner, turn % 2 ? BUTTON_JUMP : 0, 0, (tick += 3)));
      path.end();
      const [{ y }] = path.steps;
      const top_m = Math.max(...path.steps.map(step => step.y - y));
      must(top_m < 2.5, `${top_m} m above the ground`);
    }),
    roam('teleport: a step at the end of time', runner, async () => {
      const path = new Path(runner);
      // His own client would count up to there.
      Reflect.set(runner.session.predictor, 'tick', 0xffffffff);
      hold(runner, BUTTON_FORWARD | BUTTON_SPRINT, 0, 0xffffffff);
      await ticks(runner, 10);
      hold(runner, 0, 0, 0xffffffff);
      await ticks(runner, 10);
      path.end();
      honest(path);
    }),
    roam('walls: running into a house', wall, async () => {
      const half_m = Math.min(HOUSE.w, HOUSE.d) / 2;
      const path = await during(wall, 60, turn => {
        const { x, z } = wall.session.predictor.server;
        const yaw = yawTo(x, z, HOUSE.x, HOUSE.z);
        hold(wall, BUTTON_FORWARD | BUTTON_SPRINT | (turn % 8 < 2 ? BUTTON_JUMP : 0), yaw + (turn % 2) / 2000, 2000 + turn * 50);
      });
      path.end();
      const nearest_m = Math.min(...path.steps.map(({ x, z }) => Math.hypot(x - HOUSE.x, z - HOUSE.z)));
      must(nearest_m > half_m - 0.5, `${nearest_m} m from the middle of a house of ${half_m * 2} m`);
    }),
  ];
}
