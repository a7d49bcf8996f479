// Bosses: everybody who helped has his share, once; and whoever tries it otherwise. The boss of the hour comes, is fought, and goes.
import { afterEach, describe, expect, it } from 'vitest';
import { BUTTON_FORWARD, BUTTON_SPRINT } from '../../assembly/layout';
import { abilities } from '../../src/shared/content';
import { LAIRS } from '../../src/shared/content/happenings';
import { BOSS_BEATEN } from '../../src/shared/protocol/bosses';
import { CAUSE_HAPPENING, CHANNEL_REGION, HAPPENING_LOST, HAPPENING_ON, HAPPENING_WON } from '../../src/shared/protocol/messages';
import { HOUR_MS, hourAt, NOTICE_MS, SLOT_MS } from '../../src/shared/rules/happenings';
import { REASONS } from '../../src/shared/rules/reasons';
import {
  bossOn,
  engage,
  FIELD,
  fightOn,
  grown,
  hpOf,
  laid,
  recordOf,
  seen,
  standBefore,
  tend,
  use,
  wound,
} from '../harness/bosses';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(async () => {
  expect((await stage.status()).ledger.balance).toBe(0);
  await stage.clear();
});

const ability = (key: string): number => abilities.key(key).id;
const SOUTH = Math.PI;

describe('a beaten boss', () => {
  it('leaves something for everybody who helped, more of them than the core remembers, and nothing for who looked on', async () => {
    const helpers: Bot[] = [];
    for (let i = 0; i < 18; i++) helpers.push(await grown(stage, 8));
    const onlooker = await grown(stage, 8);
    const boss = await bossOn(stage, 'door-warden', 8, 5);
    await standBefore(stage, onlooker, boss, 14);
    await engage(stage, boss, ...helpers);
    await fightOn(stage, helpers, boss, now => now !== null && now.hp < now.hpMax * 0.97, 30, 'some blows');
    for (let i = 0; i < 8; i++) {
      for (const [k, bot] of helpers.entries()) {
        await standBefore(stage, bot, boss, 2.4, (k - 9) * 0.15);
        use(bot, 'strike', boss);
      }
      await tend(stage, ...helpers);
      await stage.turns(12);
    }
    const did = await stage.world(world => world.encounters.fights.get(boss)!.did.size);
    expect(did).toBe(18);
    await wound(stage, boss, 0.0001);
    await fightOn(stage, helpers, boss, now => now === null, 20, 'its fall');
    await stage.turns(3);
    for (const bot of helpers) {
      expect(
        bot.all('corpse').filter(({ corpse }) => corpse === boss),
        bot.guest.name,
      ).toHaveLength(1);
      expect(
        bot.all('gained').some(({ xp }) => xp > 0),
        bot.guest.name,
      ).toBe(true);
      expect(bot.all('boss').at(-1)!.state).toBe(BOSS_BEATEN);
    }
    expect(onlooker.all('corpse')).toEqual([]);
    expect(onlooker.all('gained')).toEqual([]);
    expect(await stage.counter('encounter.won')).toBeGreaterThan(0);
  });
});

describe('whoever tries it otherwise', () => {
  it('cannot use what bosses use, and is no target while he only looks on', async () => {
    const [bot, idler] = [await grown(stage, 20), await grown(stage, 20)];
    const boss = await bossOn(stage, 'salt-widow', 14, 5);
    await standBefore(stage, idler, boss, 18);
    await engage(stage, boss, bot);
    for (const key of ['undertow', 'sealed-off', 'lost-patience']) {
      use(bot, key, boss);
      await stage.turns(2);
      expect(bot.known('refused'), key).toMatchObject({ ability: ability(key), reason: REASONS.notKnown });
    }
    const marked = (await laid(stage, [bot], boss, 'kiss'))!;
    expect(marked.areas.filter(({ key }) => key === 'kiss').map(({ follows }) => follows)).toEqual([bot.entity]);
    // A single mark has nobody to strike.
    await fightOn(stage, [], boss, now => !now?.areas.some(({ key }) => key === 'kiss'), 10, 'the kiss');
    expect((await recordOf(stage, boss))['kiss.apart']).toBe(1);
    expect(await hpOf(stage, idler)).toBeGreaterThan(0);
  });

  it('is hit where the region has him, whatever his screen claims, also when his line is cut', async () => {
    const [cut, liar] = [await grown(stage, 8), await grown(stage, 8)];
    const boss = await bossOn(stage, 'grumbleback', 8, 5);
    await engage(stage, boss, cut, liar);
    await laid(stage, [cut, liar], boss, 'roll');
    await tend(stage, cut, liar);
    await cut.cut();
    // He claims to have walked for a minute in one turn.
    for (let i = 0; i < 4; i++) liar.hold(BUTTON_FORWARD | BUTTON_SPRINT, SOUTH, liar.clientTick + 1200 * i);
    await stage.turns(3);
    liar.hold(0, SOUTH, liar.clientTick + 9000);
    await fightOn(stage, [], boss, now => !now?.areas.some(area => area.key === 'roll'), 10, 'it to fall');
    expect((await recordOf(stage, boss))['roll.hit']).toBe(2);
  });

  it('finds the boss as strong as it was meant for so many', async () => {
    const bot = await grown(stage, 8);
    const boss = await bossOn(stage, 'ninth-king', 8, 2);
    const two = await stage.world(({ sim }) => sim.core.hp(boss));
    const five = await bossOn(stage, 'ninth-king', 8, 5);
    expect(two).toBeLessThan((await stage.world(({ sim }) => sim.core.hp(five))) * 0.5);
    await engage(stage, five, bot);
    // He comes alone to what is meant for five, and it stays that.
    expect((await seen(stage, five))!.size).toBe(5);
  });
});

describe('the boss of the hour', () => {
  /** What comes every ten minutes is another story. */
  const noOther = () =>
    stage.world(world => {
      world.happenings.slot = Math.floor(Date.now() / SLOT_MS);
    });

  /** To shortly before an hour whose lair is here. */
  async function beforeTheHour(): Promise<number> {
    let at = Math.ceil((Date.now() + NOTICE_MS + 60_000) / HOUR_MS) * HOUR_MS;
    while (hourAt(at).lair !== FIELD) at += HOUR_MS;
    stage.pass(at - NOTICE_MS / 2 - Date.now());
    await stage.world(world => {
      world.happenings.isOn = true;
    });
    await noOther();
    return at;
  }

  it('is announced, comes to its lair, and pays everybody who helped once, however often it comes in that hour', async () => {
    expect(LAIRS).toContain(FIELD);
    const [one, two] = [await grown(stage, 8), await grown(stage, 8)];
    const idler = await grown(stage, 8);
    const at = await beforeTheHour();
    for (const bot of [one, two, idler]) await stage.place(bot, FIELD.x + 60, FIELD.z);
    await stage.seconds(2);
    const cries = one.all('chat').filter(({ channel, text }) => channel === CHANNEL_REGION && text.includes(FIELD.name));
    expect(cries).toHaveLength(1);
    const coming = async (): Promise<number> => {
      await stage.until(async () => (await bossHere()) !== 0, 200, 'the boss');
      return bossHere();
    };
    const bossHere = () =>
      stage.world(world => [...world.creatures.values()].find(c => c.kind.key === 'grumbleback' && !c.rises_ms)?.entity ?? 0);
    const clearAway = () =>
      bossOn(stage, 'door-warden', 8, 1).then(other =>
        stage.world(world => world.creatures.delete(other) && world.sim.core.despawn(other)),
      );
    await clearAway();
    stage.pass(at - Date.now() + 1000);
    await noOther();
    const boss = await coming();
    expect(one.all('happening').findLast(({ state }) => state === HAPPENING_ON)).toMatchObject({
      x: FIELD.x,
      z: FIELD.z,
      foes: 1,
    });
    const beat = async (entity: number): Promise<void> => {
      await engage(stage, entity, one, two);
      for (let i = 0; i < 4; i++) {
        for (const [k, bot] of [one, two].entries()) {
          await standBefore(stage, bot, entity, 2.6, k);
          use(bot, 'strike', entity);
        }
        await tend(stage, one, two);
        await stage.turns(26);
      }
      await wound(stage, entity, 0.001);
      await fightOn(stage, [one, two], entity, now => now === null, 20, 'its fall');
      await stage.seconds(3);
    };
    await beat(boss);
    const paid = (bot: Bot) => bot.all('gained').filter(({ cause }) => cause === CAUSE_HAPPENING);
    expect([one, two, idler].map(bot => paid(bot).length)).toEqual([1, 1, 0]);
    expect(paid(one)[0].gold).toBeGreaterThan(0);
    expect(one.all('happening').at(-1)).toMatchObject({ state: HAPPENING_WON });
    expect(one.all('happening').at(-1)!.medal).toBeGreaterThan(0);
    expect(idler.all('happening').at(-1)).toMatchObject({ state: HAPPENING_WON, medal: 0 });
    // The region forgets its happenings (as when it begins anew): somebody is there who was not paid yet, so it comes again.
    await stage.world(world => {
      world.happenings.hour = 0;
    });
    await beat(await coming());
    expect([one, two, idler].map(bot => paid(bot).length)).toEqual([1, 1, 0]);
    expect(one.all('happening').at(-1)).toMatchObject({ state: HAPPENING_WON, medal: 0 });
    // Nobody but those who had their reward: it stays in bed.
    await idler.cut();
    await stage.minute();
    await stage.world(world => {
      world.happenings.hour = 0;
    });
    await stage.seconds(4);
    expect(await bossHere()).toBe(0);
  });

  it('goes to sleep again when its time is over', async () => {
    const bot = await grown(stage, 8);
    const at = await beforeTheHour();
    await stage.place(bot, FIELD.x + 60, FIELD.z);
    stage.pass(at - Date.now() + 1000);
    await noOther();
    await stage.until(() => bot.all('happening').some(({ state }) => state === HAPPENING_ON), 60, 'the boss');
    stage.pass(20 * 60_000);
    await stage.seconds(3);
    expect(bot.all('happening').at(-1)!.state).toBe(HAPPENING_LOST);
    expect(await stage.world(world => [...world.creatures.values()].some(c => c.kind.key === 'grumbleback'))).toBe(false);
    expect(await stage.world(world => world.encounters.fights.size)).toBe(0);
  });
});
