// Fighting: the core decides, everybody who had a share is rewarded, the dead come back.
import { afterEach, describe, expect, it } from 'vitest';
import { FLAG_DEAD } from '../../assembly/layout';
import { abilities } from '../../src/shared/content';
import { CAUSE_KILL } from '../../src/shared/protocol/messages';
import { xpToNext } from '../../src/shared/rules/levels';
import { REASONS } from '../../src/shared/rules/reasons';
import { approach, STRIKE, slay } from '../harness/hunt';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(async () => {
  expect((await stage.status()).ledger.balance).toBe(0);
  await stage.clear();
});

const xpOf = (bot: Bot): number =>
  bot
    .all('gained')
    .filter(g => g.cause === CAUSE_KILL)
    .reduce((sum, g) => sum + g.xp, 0);

describe('a wolf', () => {
  it('that dies rewards everybody who fought it, each with loot of his own', async () => {
    const [one, two] = [await stage.join(), await stage.join()];
    const wolf = await approach(stage, [one, two], 'wolf', 0.4);
    await slay(stage, [one, two], wolf);
    await stage.turns(3);
    expect(xpOf(one)).toBeGreaterThan(0);
    expect(xpOf(two)).toBeGreaterThan(0);
    expect(one.known('sheet').xp).toBeGreaterThan(0);
    for (const bot of [one, two]) {
      const corpse = bot.all('corpse').findLast(c => c.corpse === wolf);
      if (!corpse) continue; // chance may leave a corpse empty for one of them
      const command = bot.command('loot', { corpse: wolf });
      const again = bot.command('loot', { corpse: wolf });
      await stage.turns(2);
      expect([bot.result(command), bot.result(again)]).toEqual([0, REASONS.nothingThere]);
      for (const { kind, quantity } of corpse.items) {
        const owned = bot
          .known('bag')
          .items.filter(item => item.kind === kind)
          .reduce((sum, item) => sum + item.quantity, 0);
        expect(owned).toBeGreaterThanOrEqual(quantity);
      }
    }
  });

  it('leaves nothing to those who only watched', async () => {
    const [hunter, watcher] = [await stage.join(), await stage.join()];
    const wolf = await approach(stage, [hunter], 'wolf', 0.2);
    await slay(stage, [hunter], wolf);
    await stage.turns(3);
    expect(xpOf(watcher)).toBe(0);
    expect(await reason(watcher, () => watcher.command('loot', { corpse: wolf }))).toBe(REASONS.nothingThere);
  });

  it('rises again when its time has come, and not before', async () => {
    const hunter = await stage.join();
    const wolf = await approach(stage, [hunter], 'wolf', 0.2);
    await slay(stage, [hunter], wolf);
    const respawn_s = await stage.world(world => world.creatures.get(wolf)!.kind.respawn_s);
    await stage.place(hunter, 768, 768);
    await stage.seconds(respawn_s / 2);
    expect(await stage.world(world => world.sim.core.hp(wolf))).toBe(0);
    await stage.seconds(respawn_s / 2 + 2);
    expect(await stage.world(world => world.sim.core.hp(wolf))).toBeGreaterThan(0);
  });
});

describe('an ability', () => {
  it('is refused with a reason: unknown, out of range, without a target, on cooldown', async () => {
    const bot = await stage.join();
    const wolf = await approach(stage, [bot], 'wolf', 1);
    await stage.place(bot, 768, 768);
    const cleave = abilities.key('cleave').id;
    const tries: [number, number][] = [
      [bot.use(cleave, wolf), REASONS.notKnown],
      [bot.use(STRIKE, wolf), REASONS.outOfRange],
      [bot.use(STRIKE, 0xdeadbeef), REASONS.noTarget],
      [bot.use(200, wolf), REASONS.noSuchAbility],
    ];
    await stage.turns(2);
    for (const [number, because] of tries) expect(bot.all('refused').find(r => r.number === number)?.reason).toBe(because);
  });

  it('starts its cooldown, and the owner is told', async () => {
    const bot = await stage.join();
    const wolf = await approach(stage, [bot], 'wolf', 1);
    await stage.turns(1);
    bot.use(STRIKE, wolf);
    await stage.turns(2);
    const told = bot.known('cooldowns').left.find(c => c.ability === STRIKE);
    expect(told?.ticks).toBeGreaterThan(0);
    const soon = bot.use(STRIKE, wolf);
    await stage.turns(2);
    expect(bot.all('refused').find(r => r.number === soon)?.reason).toBe(REASONS.onCooldown);
  });
});

describe('a new level', () => {
  it('is durable before it is told, and makes the body stronger', async () => {
    const bot = await stage.join();
    await stage.player(bot, ({ character }) => {
      character.xp = xpToNext(1) - 1;
    });
    const { hpMax } = await stage.player(bot, ({ entity }, world) => world.sim.status(entity));
    const wolf = await approach(stage, [bot], 'wolf', 0.2);
    await slay(stage, [bot], wolf);
    await stage.turns(3);
    expect(bot.known('levelUp').level).toBe(2);
    expect(await stage.rows('SELECT level FROM character WHERE id = ?', bot.guest.character)).toEqual([{ level: 2 }]);
    expect((await stage.player(bot, ({ entity }, world) => world.sim.status(entity))).hpMax).toBeGreaterThan(hpMax);
    await stage.crash();
    const back = await stage.enter(bot.guest);
    expect(back.known('sheet').level).toBe(2);
  });
});

describe('a player who dies', () => {
  it('can do nothing but rise again, at the nearest spawn', async () => {
    const bot = await stage.join();
    const wolf = await approach(stage, [bot], 'wolf', 1);
    await stage.player(bot, ({ entity }, world) => world.sim.core.setVitals(entity, 1, 0));
    await stage.until(() => ((bot.own?.flags ?? 0) & FLAG_DEAD) !== 0, 400, 'death');
    const bread = bot.known('bag').items.find(item => item.quantity > 1)!;
    expect(await reason(bot, () => bot.command('useItem', { item: bread.id }))).toBe(REASONS.isDead);
    expect(await reason(bot, () => bot.command('drop', { item: bread.id, quantity: 1 }))).toBe(REASONS.isDead);
    const strike = bot.use(STRIKE, wolf);
    const { x, z } = bot.own!;
    bot.hold(1, 0, bot.clientTick + 5);
    await stage.turns(10);
    expect(bot.all('refused').find(r => r.number === strike)?.reason).toBe(REASONS.isDead);
    expect(Math.hypot(bot.own!.x - x, bot.own!.z - z)).toBeLessThan(0.5);
    bot.send('release', {});
    await stage.turns(3);
    expect(bot.own!.flags & FLAG_DEAD).toBe(0);
    const spawns = await stage.world(world => world.place.spawns);
    expect(Math.min(...spawns.map(s => Math.hypot(bot.own!.x - s.x, bot.own!.z - s.z)))).toBeLessThan(8);
  });

  it('does not escape by cutting the line', async () => {
    const bot = await stage.join();
    await approach(stage, [bot], 'wolf', 1);
    await stage.player(bot, ({ entity }, world) => world.sim.core.setVitals(entity, 1, 0));
    await bot.cut();
    const gone = () => stage.player(bot, ({ entity }, world) => world.sim.core.hp(entity) === 0);
    await stage.until(gone, 400, 'death adrift');
    const back = await stage.enter(bot.guest);
    expect(back.own!.flags & FLAG_DEAD).toBeTruthy();
  });
});

async function reason(bot: Bot, send: () => number): Promise<number | undefined> {
  const command = send();
  await stage.turns(2);
  return bot.result(command);
}
