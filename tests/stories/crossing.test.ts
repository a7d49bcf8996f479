// Over the border, with everything one has: on foot, in a fight, while regions die, and with two logins at once.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BUTTON_FORWARD, RUN_MPS } from '../../assembly/layout';
import { countSlain } from '../../src/region/systems/laws';
import { items } from '../../src/shared/content';
import { CLOSE_NEWER_LOGIN } from '../../src/shared/protocol/messages';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { belongings, divide, EAST, LANE_Z, LINE_X, onDelivery, WEST } from '../harness/border';
import { type Bot, type Ground, Stage, settle } from '../harness/world';

const SOUTH_WEST = '3-2-3';
const SOUTH_EAST = '3-3-3';

const stage = await Stage.open();
await divide(stage);
const west = await stage.ground(SOUTH_WEST);
const east = await stage.ground(SOUTH_EAST);

let bot: Bot;
beforeEach(async () => {
  bot = await stage.join();
  await stage.until(async () => (await stage.whereIs(bot))?.key.startsWith('3-') ?? false, 80, 'a quarter');
  await stage.place(bot, LINE_X - 6, LANE_Z);
  await stage.until(async () => (await stage.whereIs(bot)) === west, 80, 'the south-west');
  await stage.turns(3);
});
afterEach(async () => {
  for (const ground of stage.grounds) expect((await ground.status()).ledger.balance, ground.key).toBe(0);
  await bot.cut();
  await stage.minute();
});

/** Runs on until the body is over there. */
async function run(yaw: number, to: Ground, most = 80): Promise<void> {
  bot.clientTick += 4;
  bot.hold(BUTTON_FORWARD, yaw);
  await stage.until(
    async () => {
      bot.clientTick++;
      return bot.known('welcome').region === to.key && (await stage.whereIs(bot)) === to;
    },
    most,
    to.key,
  );
}

describe('a walk across the border', () => {
  it('takes everything along, goes on in stride, and keeps the body its number', async () => {
    const before = await belongings(stage, bot);
    const { entity } = bot;
    await run(EAST, east);
    await stage.turns(4);
    const after = await belongings(stage, bot);
    expect(after.held).toBe(1);
    expect(after.items).toEqual(before.items);
    expect(after.gold).toBe(before.gold);
    expect(after.epochs[0]).toBe(before.epochs[0] + 1);
    expect(bot.known('welcome')).toMatchObject({ region: SOUTH_EAST, entity, resumed: true });
    expect(bot.own!.x).toBeGreaterThan(LINE_X);
    expect(bot.own!.z).toBeCloseTo(LANE_Z, 0);
    expect(Math.hypot(bot.own!.vx, bot.own!.vz)).toBeGreaterThan(RUN_MPS * 0.5);
  });

  it('to and fro five times leaves one of everything', async () => {
    const before = await belongings(stage, bot);
    for (let i = 0; i < 5; i++) {
      await run(EAST, east);
      await run(WEST, west);
    }
    const after = await belongings(stage, bot);
    expect(after).toEqual({ ...before, epochs: [before.epochs[0] + 10] });
  });

  it('ends on the socket that waited there, without a new one', async () => {
    await stage.until(() => bot.all('near').some(({ region }) => region === SOUTH_EAST), 60, 'a ticket to the other side');
    await stage.standBy(bot);
    const sentOn = await east.counter('door.sent_on');
    await run(EAST, east);
    expect(bot.known('welcome').region).toBe(SOUTH_EAST);
    expect(await east.counter('door.sent_on')).toBe(sentOn);
  });

  it('shows those who stand at the border across it, and their words', async () => {
    const other = await stage.join();
    await stage.until(async () => (await stage.whereIs(other))?.key.startsWith('3-') ?? false, 80, 'a quarter');
    await stage.place(other, LINE_X + 6, LANE_Z);
    await stage.until(async () => (await stage.whereIs(other)) === east, 80, 'the south-east');
    await stage.seconds(2);
    const seen = await west.world(world => [world.sim.core.isGhost(other.entity), world.strangers.get(other.entity)?.name]);
    expect(seen).toEqual([1, other.guest.name]);
    other.send('chat', { channel: 0, to: '', text: 'Well met over there' });
    await stage.turns(4);
    expect(bot.all('chat').map(line => line.text)).toContain('Well met over there');
    await other.cut();
  });
});

describe('what he has to wait for', () => {
  it('he waits for on the other side as well: a meal after a meal', async () => {
    const bread = bot.known('bag').items.find(({ kind }) => kind === items.key('bread').id)!;
    const eat = async () => {
      const command = bot.command('useItem', { item: bread.id });
      await stage.turns(3);
      return bot.result(command);
    };
    expect(await eat()).toBe(OK);
    await run(EAST, east);
    expect(await eat()).toBe(REASONS.onCooldown);
    stage.pass(60_000);
    await stage.turns(1);
    expect(await eat()).toBe(OK);
  });

  it('his slain count once an hour, on whichever side; of very many the latest are remembered', async () => {
    const slay = (ground: Ground, victim: string) =>
      ground.player(bot, (player, world) => {
        countSlain(world, player, victim, 'Somebody', player.character.level);
        return player.character.life.tallies['score.slain'] ?? 0;
      });
    for (let i = 0; i < 300; i++)
      await west.player(bot, ({ slew_ms }, { now_ms }) => slew_ms.set(`early${i}`, now_ms - 1000 * (300 - i)));
    expect(await slay(west, 'prey')).toBe(1);
    await run(EAST, east);
    expect(await slay(east, 'prey')).toBe(1);
    expect(await slay(east, 'early299')).toBe(1);
    expect(await slay(east, 'early0')).toBe(2);
    stage.pass(3_600_000);
    await stage.turns(1);
    expect(await slay(east, 'prey')).toBe(3);
    await run(WEST, west);
    expect(await west.player(bot, ({ slew_ms }) => [...slew_ms.keys()])).toEqual(['prey']);
  });
});

describe('a region that dies during a crossing', () => {
  /** Where the crash comes, as what happens to the parcel. */
  const STEPS: Record<string, () => Promise<void>> = {
    'before the turn is written': async () => {
      await stage.place(bot, LINE_X + 4, LANE_Z);
    },
    'after it is written and before the parcel is sent': async () => {
      await onDelivery(west, () => new Promise(() => {}));
      await leaveWest();
    },
    'while the parcel is on its way, lost': async () => {
      await onDelivery(west, () => Promise.reject(new Error('lost on the way')));
      await leaveWest();
    },
    'after the parcel is taken and before the answer': async () => {
      await onDelivery(west, async real => {
        await real();
        return new Promise(() => {});
      });
      await leaveWest();
      await settle();
    },
    'after the answer and before the body stands there': async () => {
      await leaveWest();
      await settle();
    },
    'after the body stands there': async () => {
      await leaveWest();
      await stage.turns(3);
    },
  };

  async function leaveWest(): Promise<void> {
    await stage.place(bot, LINE_X + 4, LANE_Z);
    await west.inside(region => region.turn());
    await settle();
  }

  it.each(Object.entries(STEPS))('%s loses and doubles nothing', async (_, step) => {
    const before = await belongings(stage, bot);
    await step();
    await stage.crash();
    for (let i = 0; i < 3; i++) await settle();
    const between = await belongings(stage, bot);
    expect([between.held, between.items, between.gold]).toEqual([1, before.items, before.gold]);
    const { guest } = bot;
    bot = await stage.knock(guest, await stage.ticket(guest));
    await stage.until(() => bot.snapshots > 0, 400, 'the way back in');
    const after = await belongings(stage, bot);
    expect([after.held, after.items, after.gold]).toEqual([1, before.items, before.gold]);
    const bag = bot.known('bag').items.map(({ id, kind, quantity, slot }) => [id, kind, quantity, slot].join());
    expect(bag.sort()).toEqual(before.items);
  });
});

describe('the same login twice at a border', () => {
  it('the newer one plays over there, the older one is told so', async () => {
    const old = bot;
    const entry = await stage.ticket(bot.guest);
    await run(EAST, east);
    bot = await stage.knock(old.guest, entry);
    await stage.until(() => bot.snapshots > 0, 200, 'the newer login to play');
    expect(bot.known('welcome').region).toBe(SOUTH_EAST);
    await stage.turns(2);
    expect(old.closed?.code).toBe(CLOSE_NEWER_LOGIN);
  });
});
