// When things break: a torn core, a dead object, a silent D1. What was shown as theirs stays theirs.
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';
import { QUARANTINE_MS } from '../../src/region/quarantine';
import { CLOSE_PROTOCOL, CLOSE_RESTART, CLOSE_UNAVAILABLE } from '../../src/shared/protocol/messages';
import { NOTICES } from '../../src/shared/protocol/notices';
import { REASONS } from '../../src/shared/rules/reasons';
import { CoreTrap } from '../../src/shared/sim';
import { refusals } from '../harness/party';
import { type Bot, Stage, settle } from '../harness/world';

const stage = await Stage.open();
afterEach(async () => {
  await stage.breakD1(false);
  await stage.clear();
});

/** The next step of the core traps. */
const tear = () =>
  stage.world(world => {
    const torn = {
      ...world.sim.core,
      step: () => {
        throw new CoreTrap('torn by a story');
      },
    };
    Reflect.set(world.sim, 'core', torn);
  });

/** Drops one of a pile; returns the pile's id and what is left of it. */
async function dropOne(bot: Bot): Promise<{ id: string; left: number }> {
  const pile = bot.known('bag').items.find(item => item.quantity > 1)!;
  const command = bot.command('drop', { item: pile.id, quantity: 1 });
  await stage.turns(2);
  expect(bot.result(command)).toBe(0);
  return { id: pile.id, left: pile.quantity - 1 };
}

describe('a trap in the core', () => {
  it('costs nobody anything: the world is built anew around the players', async () => {
    const bot = await stage.join();
    await stage.place(bot, 770, 770);
    await stage.seconds(1.2);
    const { id, left } = await dropOne(bot);
    const rebuilds = await stage.counter('rebuild');
    await tear();
    await stage.turns(5);
    expect(await stage.counter('rebuild')).toBe(rebuilds + 1);
    expect(bot.closed).toBeNull();
    expect(bot.known('welcome')).toMatchObject({ resumed: true });
    expect(bot.known('notice').notice).toBe(NOTICES.rebuilt);
    expect(bot.own?.x).toBeCloseTo(770, 0);
    expect(bot.known('bag').items.find(item => item.id === id)?.quantity).toBe(left);
    expect((await stage.status()).players).toBe(1);
    expect(await stage.world(world => world.lying.size)).toBeGreaterThan(0);
  });

  it('that comes again and again closes the connections instead of spinning', async () => {
    stage.pass(120_000);
    const bot = await stage.join();
    for (let i = 0; i < 4; i++) {
      await tear();
      await stage.turns(1);
    }
    await settle();
    expect(bot.closed?.code).toBe(CLOSE_RESTART);
    stage.pass(120_000);
    const back = await stage.enter(bot.guest);
    expect(back.snapshots).toBeGreaterThan(0);
  });
});

describe('a message that throws', () => {
  /** Everything that he asks of others throws, in whatever world: his words reach the realm, his letters the post. */
  const poison = ({ guest: { character } }: Bot) =>
    stage.inside(({ footing }) => {
      const { ask, later } = footing;
      const unless = (who: string, go: () => void): void => {
        if (who === character) throw new Error('poison of a story');
        go();
      };
      Object.assign(footing, {
        ask: (...of: Parameters<typeof ask>) => unless(of[0], () => ask(...of)),
        later: (asked: Parameters<typeof later>[0]) => unless(asked.character, () => later(asked)),
      });
      return () => Object.assign(footing, { ask, later });
    });

  it('is not obeyed again, and who has another one waits outside: nobody else is troubled for it', async () => {
    stage.pass(120_000);
    const [bystander, bot] = [await stage.join(), await stage.join()];
    const cure = await poison(bot);
    const rebuilds = await stage.counter('rebuild');
    const torn = async () => (await stage.counter('rebuild')) - rebuilds;
    bot.send('enlist', {});
    await stage.turns(3);
    expect(bot.closed?.code).toBe(CLOSE_PROTOCOL);
    expect(await torn()).toBe(1);
    const back = await stage.enter(bot.guest);
    for (let i = 0; i < 5; i++) {
      back.send('enlist', {});
      await stage.turns(2);
    }
    expect(await torn()).toBe(1);
    expect(refusals(back)).toEqual(Array(5).fill(REASONS.notNow));
    expect(back.closed).toBeNull();
    back.send('unqueue', {});
    await stage.turns(3);
    expect(back.closed?.code).toBe(CLOSE_PROTOCOL);
    for (let i = 0; i < 5; i++) {
      const again = await stage.knock(bot.guest, await stage.ticket(bot.guest));
      again.send('rejoin', {});
      await stage.turns(3);
      expect(again.closed?.code).toBe(CLOSE_UNAVAILABLE);
    }
    expect(await torn()).toBe(2);
    expect(bystander.closed).toBeNull();
    expect(await stage.counter('door.quarantine')).toBe(5);
    await stage.inside(cure);
    stage.pass(QUARANTINE_MS);
    const later = await stage.enter(bot.guest);
    later.send('enlist', {});
    await stage.until(() => refusals(later).length > 0, 80, 'an answer');
    expect(refusals(later)).not.toContain(REASONS.notNow);
  });

  it('is answered if it is a command, so that its screen does not send it for ever', async () => {
    stage.pass(120_000);
    const bot = await stage.join();
    await stage.place(bot, 768, 800);
    const cure = await poison(bot);
    bot.command('takeLetter', { letter: 'none', pay: 0 });
    await stage.turns(3);
    expect(bot.closed?.code).toBe(CLOSE_PROTOCOL);
    const back = await stage.enter(bot.guest);
    const command = back.command('takeLetter', { letter: 'none', pay: 0 });
    await stage.turns(3);
    expect(back.result(command)).toBe(REASONS.notNow);
    expect(back.closed).toBeNull();
    await stage.inside(cure);
  });

  it('only when its answer has come is his all the same', async () => {
    stage.pass(120_000);
    const [bystander, bot] = [await stage.join(), await stage.join()];
    const { character } = bot.guest;
    const decide = (): never => {
      throw new Error('poison of a story');
    };
    const answered = async (): Promise<void> => {
      await stage.inside(({ footing }) => footing.decided.push({ character, command: 1, decide }));
      await stage.turns(3);
    };
    await answered();
    expect(bot.closed?.code).toBe(CLOSE_PROTOCOL);
    const back = await stage.enter(bot.guest);
    await answered();
    expect(back.closed?.code).toBe(CLOSE_PROTOCOL);
    const again = await stage.knock(bot.guest, await stage.ticket(bot.guest));
    await stage.turns(3);
    expect(again.closed?.code).toBe(CLOSE_UNAVAILABLE);
    expect(bystander.closed).toBeNull();
  });
});

describe('the death of the object', () => {
  it('loses nothing that was shown', async () => {
    const [one, two] = [await stage.join(), await stage.join()];
    await stage.place(one, 765, 775);
    await stage.seconds(1.2);
    const { id, left } = await dropOne(one);
    const before = one.known('bag').items;
    const lying = await stage.world(world => [...world.lying.values()].map(item => item.item));
    await stage.crash();
    expect(one.closed).not.toBeNull();
    const back = await stage.enter(one.guest);
    expect(back.known('welcome')).toMatchObject({ resumed: true });
    expect(back.own?.x).toBeCloseTo(765, 0);
    expect(back.known('bag').items).toEqual(expect.arrayContaining(before));
    expect(back.known('bag').items.find(item => item.id === id)?.quantity).toBe(left);
    expect(await stage.world(world => [...world.lying.values()].map(item => item.item))).toEqual(lying);
    // The other one does not come back: his body waits its minute, then he is checked in.
    await stage.minute();
    await stage.drain();
    const row = await env.DB.prepare('SELECT owner_region FROM characters WHERE id = ?').bind(two.guest.character).first();
    expect(row?.owner_region).toBeNull();
    expect((await stage.status()).ledger.balance).toBe(0);
  });

  it('when nobody comes back, an alarm checks everybody in', async () => {
    const bot = await stage.join();
    await dropOne(bot);
    await stage.seconds(1);
    await stage.crash();
    // The object may be evicted again and again before an alarm: that must not put the check-in off.
    for (let i = 0; i < 3; i++) {
      stage.pass(25_000);
      await stage.crash();
    }
    await stage.alarm();
    const row = await env.DB.prepare('SELECT owner_region FROM characters WHERE id = ?').bind(bot.guest.character).first();
    expect(row?.owner_region).toBeNull();
    const { results } = await env.DB.prepare('SELECT quantity FROM items WHERE character_id = ?').bind(bot.guest.character).all();
    expect(results).toHaveLength(bot.known('bag').items.length);
  });
});

describe('while D1 is away', () => {
  it('play and reconnecting go on, newcomers wait and are told, and later everything is written', async () => {
    const bot = await stage.join();
    const stranger = await stage.newGuest();
    // The front door reads D1 itself: tickets were given before.
    const [entry, again] = [await stage.ticket(stranger), await stage.ticket(bot.guest)];
    await stage.breakD1(true);
    const newcomer = await stage.knock(stranger, entry);
    await bot.cut();
    const back = await stage.knock(bot.guest, again);
    await stage.turns(3);
    expect(newcomer.known('notice')).toMatchObject({ notice: NOTICES.waiting });
    expect(newcomer.snapshots).toBe(0);
    expect(back.known('welcome')).toMatchObject({ resumed: true });
    const { id, left } = await dropOne(back);
    stage.pass(31_000);
    await stage.seconds(1.5);
    expect(await stage.counter('d1.away')).toBeGreaterThan(0);
    await stage.breakD1(false);
    stage.pass(61_000);
    await stage.seconds(2);
    const row = await env.DB.prepare('SELECT quantity FROM items WHERE id = ?').bind(id).first();
    expect(row?.quantity).toBe(left);
  });

  it('a batch whose answer was lost is not applied twice', async () => {
    const bot = await stage.join();
    await stage.inside(region => {
      let lost = false;
      const real = env.DB;
      const forgetful = new Proxy(real, {
        get: (target, key) => {
          const value = Reflect.get(target, key);
          if (key !== 'batch' || lost) return typeof value === 'function' ? value.bind(target) : value;
          return async (statements: D1PreparedStatement[]) => {
            lost = true;
            await real.batch(statements);
            throw new Error('the reply was lost');
          };
        },
      });
      Reflect.set(region.footing.custody, 'd1', forgetful);
    });
    const { id, left } = await dropOne(bot);
    stage.pass(31_000);
    await stage.seconds(1.5);
    stage.pass(61_000);
    await stage.seconds(1.5);
    const row = await env.DB.prepare('SELECT quantity FROM items WHERE id = ?').bind(id).first();
    expect(row?.quantity).toBe(left);
    expect(await stage.inside(region => region.footing.custody.behind)).toBe(0);
  });
});
