// D1 is gone for ten minutes: play, crossing and coming back go on, only new logins wait; afterwards everything is written.
import { env } from 'cloudflare:workers';
import { afterEach, expect, it } from 'vitest';
import { BUTTON_FORWARD } from '../../assembly/layout';
import { BAG_SLOTS } from '../../src/shared/protocol/limits';
import { NOTICES } from '../../src/shared/protocol/notices';
import { divide, EAST, LANE_Z, LINE_X, WEST } from '../harness/border';
import { type Bot, type Ground, Stage, settle } from '../harness/world';

const stage = await Stage.open();
await divide(stage);
const west = await stage.ground('3-2-3');
const east = await stage.ground('3-3-3');
afterEach(() => stage.breakD1(false));

async function run(bot: Bot, yaw: number, to: Ground): Promise<void> {
  bot.clientTick += 4;
  bot.hold(BUTTON_FORWARD, yaw);
  await stage.until(
    async () => {
      bot.clientTick++;
      return bot.known('welcome').region === to.key && (await stage.whereIs(bot)) === to;
    },
    120,
    to.key,
  );
}

/** Puts a thing elsewhere in the bag: a valuable command, answered when it is durable. */
async function shift(bot: Bot): Promise<{ id: string; slot: number }> {
  const items = bot.known('bag').items;
  const thing = items.find(item => item.slot < BAG_SLOTS)!;
  const slot = Array.from({ length: BAG_SLOTS }, (_, i) => i).find(i => items.every(item => item.slot !== i))!;
  const command = bot.command('move', { item: thing.id, slot, quantity: thing.quantity });
  await stage.turns(3);
  expect(bot.result(command)).toBe(0);
  return { id: thing.id, slot };
}

it.each(['refuses', 'hangs'] as const)(
  'D1 %s for ten minutes',
  async how => {
    const bot = await stage.join();
    await stage.until(async () => (await stage.whereIs(bot))?.key.startsWith('3-') ?? false, 120, 'a quarter');
    await stage.place(bot, LINE_X - 4, LANE_Z);
    await stage.until(async () => (await stage.whereIs(bot)) === west && bot.known('welcome').region === west.key, 80, 'the west');
    const stranger = await stage.newGuest();
    await stage.breakD1(true, how);

    let shifted = await shift(bot);
    for (let minute = 0; minute < 5; minute++) {
      await run(bot, minute % 2 ? WEST : EAST, minute % 2 ? west : east);
      stage.pass(60_000);
      await stage.turns(25);
      shifted = await shift(bot);
      stage.pass(60_000);
      await stage.turns(25);
    }
    // Who loses the line comes back without D1.
    await bot.cut();
    const home = (await stage.whereIs(bot))!;
    expect(home).not.toBeNull();
    expect(await home.inside(region => region.footing.custody.behind)).toBeGreaterThanOrEqual(1);

    // A newcomer waits at the door and is told so, in plain words.
    const newcomer = await stage.knock(stranger, await stage.ticket(stranger));
    await stage.turns(2);
    if (how === 'refuses') expect(newcomer.all('notice').map(({ notice }) => notice)).toContain(NOTICES.waiting);
    expect(newcomer.snapshots).toBe(0);
    await newcomer.cut();

    await stage.breakD1(false);
    stage.pass(70_000);
    for (let i = 0; i < 6; i++) {
      await stage.seconds(1);
      await settle();
      stage.pass(61_000);
      for (const ground of stage.grounds) await ground.alarm();
    }
    const row = await env.DB.prepare('SELECT slot FROM items WHERE id = ?').bind(shifted.id).first<{ slot: number }>();
    expect(row?.slot).toBe(shifted.slot);
    for (const ground of stage.grounds) {
      expect(await ground.inside(region => region.footing.store.transfers.waiting().length)).toBe(0);
      expect(await ground.inside(region => region.footing.custody.behind)).toBe(0);
      expect((await ground.status()).ledger.balance).toBe(0);
    }
  },
  120_000,
);
