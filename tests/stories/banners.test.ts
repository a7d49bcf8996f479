// Banners of guilds: who may plant one and where, that there is one for each guild, whom it is told, and that it ends.
import { afterEach, describe, expect, it } from 'vitest';
import { ARRIVALS_M, BANNER_AGAIN_MS, BANNER_MS, checkBanner, MOST_BANNERS } from '../../src/shared/rules/banners';
import { RIGHTS } from '../../src/shared/rules/guild';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { EMBLEM, found, promote, takeIn } from '../harness/guild';
import { refusals } from '../harness/party';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open('2-2-1');

afterEach(async () => {
  await stage.world(({ banners: all }) => all.clear());
  await stage.clear();
});

const banners = (bot: Bot) => bot.known('banners').banners;
const spots = (bot: Bot) => banners(bot).map(({ name, x, z }) => ({ name, x: Math.round(x / 100), z: Math.round(z / 100) }));

/** Well away from where people arrive, on dry ground. */
async function walkOff(bot: Bot, aside = 0): Promise<{ x: number; z: number }> {
  const spot = await stage.player(bot, ({ entity }, world) => {
    const { core } = world.sim;
    const { spawns } = world.place;
    for (let i = 0; i < 400; i++) {
      const [x, z] = [core.x(entity) + 30 + aside + (i % 20) * 4, core.z(entity) + Math.floor(i / 20) * 4];
      const isFree = spawns.every(each => Math.hypot(each.x - x, each.z - z) > ARRIVALS_M + 5);
      if (!isFree || core.height(x, z) < 1 || !world.owns(x, z)) continue;
      core.teleport(entity, x, Number.NaN, z, 0);
      return { x, z };
    }
    throw new Error('no free ground');
  });
  await stage.turns(4);
  return spot;
}

async function plant(bot: Bot): Promise<void> {
  bot.send('plantBanner', {});
  await stage.turns(3);
}

describe('a banner', () => {
  it('is planted by officers only, away from where people arrive, and all in the region are told', async () => {
    const [leader, member, stranger] = [await stage.join(), await stage.join(), await stage.join()];
    expect(banners(stranger)).toEqual([]);
    await plant(stranger);
    expect(refusals(stranger)).toEqual([REASONS.notInGuild]);
    await found(stage, leader, 'The Standard Bearers');
    await takeIn(stage, leader, member);
    await plant(leader);
    expect(refusals(leader)).toEqual([REASONS.noBannerHere]);
    const spot = await walkOff(leader);
    await walkOff(member, 12);
    await plant(member);
    expect(refusals(member)).toEqual([REASONS.noRight]);
    await promote(stage, leader, member, 1);
    await plant(leader);
    expect(banners(stranger)).toHaveLength(1);
    expect(banners(stranger)[0]).toMatchObject({ name: 'The Standard Bearers', ...EMBLEM });
    expect(Math.hypot(banners(stranger)[0].x / 100 - spot.x, banners(stranger)[0].z / 100 - spot.z)).toBeLessThan(2);
  });

  it('is one for each guild: the next one takes its place, but not at once; a newcomer is told of all', async () => {
    const [one, two] = [await stage.join(), await stage.join()];
    await found(stage, one, 'The Ones');
    await found(stage, two, 'The Twos');
    await walkOff(one);
    await plant(one);
    await walkOff(two, 8);
    await plant(two);
    const first = spots(one);
    expect(first.map(({ name }) => name)).toEqual(['The Ones', 'The Twos']);
    await walkOff(one, 40);
    await plant(one);
    expect(refusals(one)).toEqual([REASONS.tooFast]);
    stage.pass(BANNER_AGAIN_MS);
    await plant(one);
    const second = spots(two);
    expect(second.map(({ name }) => name)).toEqual(['The Twos', 'The Ones']);
    expect(second[0]).toEqual(first[1]);
    expect(second[1]).not.toEqual(first[0]);
    const late = await stage.join();
    expect(spots(late)).toEqual(second);
  });

  it('stands for half an hour', async () => {
    const leader = await stage.join();
    await found(stage, leader, 'The Half Hours');
    await walkOff(leader);
    await plant(leader);
    const other = await stage.join();
    stage.pass(BANNER_MS - 10_000);
    await stage.turns(30);
    expect(banners(other)).toHaveLength(1);
    stage.pass(10_000);
    await stage.turns(30);
    expect(banners(other)).toEqual([]);
    expect(await stage.world(({ banners: all }) => all.size)).toBe(0);
  });

  it('gives way to the newest where there are too many', async () => {
    const leader = await stage.join();
    await found(stage, leader, 'The Latecomers');
    await walkOff(leader);
    await stage.world(world => {
      const shown = { name: 'Old', ...EMBLEM, x: 0, z: 0, yaw: 0 };
      for (let i = 0; i < MOST_BANNERS; i++) world.banners.set(`old ${i}`, { shown, planted_ms: world.now_ms });
    });
    await plant(leader);
    expect(banners(leader)).toHaveLength(MOST_BANNERS);
    expect(banners(leader).at(-1)?.name).toBe('The Latecomers');
    expect(await stage.world(({ banners: all }) => all.has('old 0'))).toBe(false);
  });
});

it('may be planted by the leader and by ranks that hear the officers', () => {
  const spot = { x: 100, z: 100 };
  expect(checkBanner(null, [], spot)).toBe(REASONS.notInGuild);
  expect(checkBanner({ rank: 0, rights: 0 }, [], spot)).toBe(OK);
  expect(checkBanner({ rank: 2, rights: RIGHTS.invite | RIGHTS.deposit }, [], spot)).toBe(REASONS.noRight);
  expect(checkBanner({ rank: 2, rights: RIGHTS.officer }, [], spot)).toBe(OK);
  expect(checkBanner({ rank: 0, rights: 0 }, [{ x: 100 + ARRIVALS_M - 1, z: 100 }], spot)).toBe(REASONS.noBannerHere);
});
