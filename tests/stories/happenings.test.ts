// Something happens by itself: beasts in waves where somebody is near, and a reward for who helped, once; nobody there, nothing happens.
import { afterEach, describe, expect, it } from 'vitest';
import { HAPPENINGS } from '../../src/shared/content/happenings';
import { CAUSE_HAPPENING, HAPPENING_LOST, HAPPENING_ON, HAPPENING_OVER, HAPPENING_WON } from '../../src/shared/protocol/messages';
import { HOUR_MS, SILVER, slotAt, spotsOf } from '../../src/shared/rules/happenings';
import { slay } from '../harness/hunt';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(async () => {
  expect((await stage.status()).ledger.balance).toBe(0);
  await stage.clear();
});

const BESIDE_M = 60;

/** In an hour: long after its boss has gone, and late enough in a slot that its happening is due. */
const DUE_MS = 35.5 * 60_000;

/** A slot's time has come; the bots stand where they can see a spot of it. */
async function begin(...bots: Bot[]): Promise<void> {
  await stage.world(world => {
    world.happenings.isOn = true;
  });
  stage.pass(HOUR_MS - (Date.now() % HOUR_MS) + DUE_MS);
  const spot = await stage.world(world => {
    const { happening } = slotAt(world.place, Date.now())!;
    const spots = spotsOf(world.place, happening.ground);
    // Away from the edge, so that who stands beside it stands in the region.
    return spots.toSorted((one, other) => one.x - other.x)[Math.floor(spots.length / 2)];
  });
  for (const bot of bots) await stage.place(bot, spot.x + BESIDE_M, spot.z);
  await stage.until(() => bots[0].all('happening').some(({ state }) => state === HAPPENING_ON), 60, 'something to happen');
}

const states = (bot: Bot): number[] => bot.all('happening').map(({ state }) => state);

/** All of the wave fall by the hand of those bots, who share each kill. */
async function beat(...bots: Bot[]): Promise<void> {
  for (;;) {
    const foe = await stage.world(world => {
      const { core } = world.sim;
      const next = [...(world.happenings.live?.foes ?? [])].find(entity => core.hp(entity) > 0 && world.creatures.has(entity));
      if (next) core.setVitals(next, Math.ceil(core.hp(next) / 8), 0);
      return next;
    });
    if (!foe) return;
    await slay(stage, bots, foe);
  }
}

describe('a happening', () => {
  it('comes in waves, is told to all, and pays each helper once when the last one falls', async () => {
    const [one, two] = [await stage.join(), await stage.join()];
    const idler = await stage.join();
    await begin(one, two, idler);
    const { happening, waves } = one.all('happening').at(-1)!;
    const kind = HAPPENINGS.find(({ id }) => id === happening)!;
    expect(waves).toBe(kind.waves.length);
    for (let wave = 1; wave <= waves; wave++) {
      await stage.until(() => one.all('happening').at(-1)?.wave === wave, 200, `wave ${wave}`);
      await beat(one, two);
    }
    await stage.until(() => states(one).includes(HAPPENING_WON), 100, 'the end');
    await stage.turns(3);
    const paid = (bot: Bot) => bot.all('gained').filter(({ cause }) => cause === CAUSE_HAPPENING);
    expect(paid(one)).toHaveLength(1);
    expect(paid(two)).toHaveLength(1);
    expect(paid(idler)).toHaveLength(0);
    expect(paid(one)[0].gold).toBeGreaterThan(0);
    expect(one.all('happening').at(-1)?.medal).toBeGreaterThanOrEqual(SILVER);
    expect(idler.all('happening').at(-1)).toMatchObject({ state: HAPPENING_WON, medal: 0 });
    // Not again in the same slot.
    const before = one.all('happening').length;
    await stage.seconds(5);
    expect(one.all('happening')).toHaveLength(before);
  });

  it('is lost when nobody deals with it in time, and its beasts go', async () => {
    const bot = await stage.join();
    await begin(bot);
    const foes = await stage.world(({ happenings }) => {
      // The next slot's could begin as soon as this one has ended.
      happenings.isOn = false;
      return [...(happenings.live?.foes ?? [])];
    });
    expect(foes.length).toBeGreaterThan(1);
    stage.pass(5 * 60_000);
    await stage.seconds(2);
    expect(states(bot).at(-1)).toBe(HAPPENING_LOST);
    expect(await stage.world(world => foes.filter(entity => world.creatures.has(entity)))).toEqual([]);
  });

  it('ends quietly when everybody has gone, and does not begin where nobody is', async () => {
    const bot = await stage.join();
    await begin(bot);
    await stage.place(bot, 560, 560);
    const far = await stage.world(world => {
      const { spot } = world.happenings.live!;
      return Math.hypot(spot.x - 560, spot.z - 560);
    });
    if (far < 220) await stage.place(bot, 980, 980);
    await stage.seconds(2);
    expect(states(bot).at(-1)).toBe(HAPPENING_OVER);
    expect(await stage.world(world => world.happenings.live)).toBeNull();
  });
});
