// Moving: the server moves bodies by what is held down, never by what is claimed.
import { afterEach, describe, expect, it } from 'vitest';
import { BUTTON_FORWARD, BUTTON_SPRINT } from '../../assembly/layout';
import { C2S } from '../../src/shared/protocol/messages';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(() => stage.clear());
const SOUTH = Math.PI;

/** Metres walked over `ticks` ticks; `each` sends what it likes before every tick. */
async function walked(bot: Bot, ticks: number, each: (i: number) => void): Promise<number> {
  const { x, z } = bot.own!;
  for (let i = 0; i < ticks; i++) {
    each(i);
    await stage.turns(1);
  }
  return Math.hypot(bot.own!.x - x, bot.own!.z - z);
}

/** In the open, where nothing stands in the way. */
async function inTheOpen(): Promise<Bot> {
  const bot = await stage.join();
  const [spawn] = await stage.world(world => world.place.spawns);
  await stage.place(bot, spawn.x, spawn.z);
  await stage.turns(2);
  return bot;
}

describe('a body', () => {
  it('walks while a key is held, at the speed of the core, and stops when it is let go', async () => {
    const bot = await inTheOpen();
    const ran = await walked(bot, 40, () => bot.hold(BUTTON_FORWARD, SOUTH, bot.clientTick++));
    expect(ran).toBeGreaterThan(4);
    expect(ran).toBeLessThan(5.5 * 2.1);
    bot.hold(0, SOUTH, ++bot.clientTick);
    await stage.turns(8);
    const stood = await walked(bot, 5, () => {});
    expect(stood).toBeLessThan(0.05);
  });

  it('keeps going on one intent: silence means that nothing changed', async () => {
    const bot = await inTheOpen();
    const ran = await walked(bot, 30, i => i || bot.hold(BUTTON_FORWARD, SOUTH));
    expect(ran).toBeGreaterThan(3);
    expect(bot.clientTickDone).toBeGreaterThan(1000 + 20);
  });

  it('takes in every client tick once: the cursor follows the client', async () => {
    const bot = await inTheOpen();
    await walked(bot, 30, () => bot.hold(BUTTON_FORWARD, SOUTH, bot.clientTick++));
    expect(bot.clientTick - bot.clientTickDone).toBeLessThanOrEqual(7);
    expect(bot.clientTickDone).toBeLessThan(bot.clientTick);
  });

  it('is no faster for a client that claims more ticks than time has', async () => {
    const honest = await inTheOpen();
    const fair = await walked(honest, 20, () => honest.hold(BUTTON_FORWARD | BUTTON_SPRINT, SOUTH, honest.clientTick++));
    await honest.cut();
    const cheat = await inTheOpen();
    const foul = await walked(cheat, 20, () => cheat.hold(BUTTON_FORWARD | BUTTON_SPRINT, SOUTH, (cheat.clientTick += 37)));
    expect(foul).toBeLessThanOrEqual(fair + 5 * 7.5 * 0.05 + 0.1);
  });

  it('is neither thrown out nor faster when ten seconds of it arrive at once, after a stall', async () => {
    const bot = await inTheOpen();
    const floods = await stage.counter('frame.flood');
    for (let i = 0; i < 200; i++) bot.hold(BUTTON_FORWARD, SOUTH, bot.clientTick++);
    expect(await walked(bot, 20, () => bot.hold(BUTTON_FORWARD, SOUTH, bot.clientTick++))).toBeLessThan(5.5 * 1.3);
    expect(await stage.counter('frame.flood')).toBe(floods);
    expect(bot.closed).toBeNull();
  });

  it('does not jump for ticks of a far future or past', async () => {
    const bot = await inTheOpen();
    const ticks = [0xffffffff, 0, 5_000_000, 1, 0x7fffffff, 1000];
    const moved = await walked(bot, ticks.length, i => bot.hold(0, 0, (bot.clientTick = ticks[i])));
    expect(moved).toBeLessThan(0.5);
    expect(bot.closed).toBeNull();
  });

  it('has no message to be put elsewhere with', () => {
    const fields = Object.values(C2S).flatMap(kind => kind.name);
    expect(fields).not.toContain('position');
    expect(fields).not.toContain('teleport');
  });
});
