// Cheats of the feet: faster, further, higher and through walls. The region is told keys and nothing else; what is forged here are their times.
import { BUTTON_FORWARD, BUTTON_JUMP, BUTTON_SPRINT } from '../../assembly/layout';
import { yawTo } from '../../web/input/steer';
import type { Bot } from '../harness/bot';
import { HOUSE } from './cast';
import { sleep, type Table } from './cheats';
import { must, type Trial } from './trial';

const LOOK_MS = 50;
const RUN_MS = 2000;
const TICK_MS = 50;
/** What a region grants a client whose frames come in heaps, and how far that takes one who sprints. */
const BANK_M = 3;

export function moveCheats({ cast, cheat }: Table): Trial[] {
  const { runner, wall } = cast.bots;
  const roam = (name: string, bot: Bot, attempt: () => Promise<void>): Trial => cheat(name, [bot], attempt, 'goods');
  let tick = 1000;
  const hold = (bot: Bot, buttons: number, yaw: number, at: number): void => {
    const turned = Math.round((yaw / (2 * Math.PI)) * 65536) & 0xffff;
    bot.session.send('intent', { tick: at, buttons, yaw: turned, pitch: 0, viewTick: 0, viewFraction: 0 });
  };
  const where = (bot: Bot) => {
    const { x, y, z } = bot.session.predictor.server;
    return { x, y, z };
  };
  const gone = (a: { x: number; z: number }, b: { x: number; z: number }): number => Math.hypot(a.x - b.x, a.z - b.z);

  /** Runs for a while, saying that each step of 50 ms was so many. Resolves to metres. */
  const run = async (yaw: number, stepsPerTurn: number): Promise<number> => {
    const from = where(runner);
    const first = tick;
    for (let ms = 0; ms < RUN_MS; ms += LOOK_MS) {
      tick += stepsPerTurn;
      // A change of the aim makes each of them news.
      hold(runner, BUTTON_FORWARD | BUTTON_SPRINT, yaw + (ms % 100 ? 0.001 : 0), tick);
      await sleep(LOOK_MS);
    }
    hold(runner, 0, yaw, ++tick);
    await sleep(400);
    tick = Math.max(tick, first + RUN_MS / TICK_MS + 20);
    return gone(from, where(runner));
  };

  let honest_m = 0;
  return [
    roam('speed: forty steps in the time of one', runner, async () => {
      honest_m = await run(0, 1);
      must(honest_m > 5, `an honest run came to ${honest_m} m`);
      const cheated_m = await run(Math.PI, 40);
      must(cheated_m < honest_m * 1.25 + BANK_M, `${cheated_m} m instead of ${honest_m}`);
    }),
    roam('speed: steps of the future, all in one heap', runner, async () => {
      const from = where(runner);
      for (let i = 0; i < 60; i++) hold(runner, BUTTON_FORWARD | BUTTON_SPRINT, i / 1000, (tick += 2));
      await sleep(500);
      hold(runner, 0, 0, ++tick);
      await sleep(300);
      const cheated_m = gone(from, where(runner));
      must(cheated_m < 12, `${cheated_m} m in half a second`);
    }),
    roam('fly: jumping in the air', runner, async () => {
      let top_m = 0;
      const { y } = where(runner);
      for (let ms = 0; ms < RUN_MS; ms += LOOK_MS) {
        hold(runner, ms % 100 ? BUTTON_JUMP : 0, 0, (tick += 3));
        await sleep(LOOK_MS);
        top_m = Math.max(top_m, where(runner).y - y);
      }
      must(top_m < 2.5, `${top_m} m above the ground`);
    }),
    roam('teleport: a step at the end of time', runner, async () => {
      const from = where(runner);
      // His own client would count up to there.
      Reflect.set(runner.session.predictor, 'tick', 0xffffffff);
      hold(runner, BUTTON_FORWARD | BUTTON_SPRINT, 0, 0xffffffff);
      await sleep(500);
      hold(runner, 0, 0, 0xffffffff);
      await sleep(500);
      const cheated_m = gone(from, where(runner));
      must(cheated_m < 15, `${cheated_m} m`);
    }),
    roam('walls: running into a house', wall, async () => {
      const half_m = Math.min(HOUSE.w, HOUSE.d) / 2;
      let nearest_m = Number.POSITIVE_INFINITY;
      for (let ms = 0; ms < 3000; ms += LOOK_MS) {
        const at = where(wall);
        const yaw = yawTo(at.x, at.z, HOUSE.x, HOUSE.z);
        hold(wall, BUTTON_FORWARD | BUTTON_SPRINT | (ms % 400 < 100 ? BUTTON_JUMP : 0), yaw + (ms % 100) / 1e5, 2000 + ms);
        await sleep(LOOK_MS);
        nearest_m = Math.min(nearest_m, gone(where(wall), HOUSE));
      }
      must(nearest_m > half_m - 0.5, `${nearest_m} m from the middle of a house of ${half_m * 2} m`);
    }),
  ];
}
