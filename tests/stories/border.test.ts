// Seen and done over a border: an arrow finds its mark next door, a wolf follows its prey across, and who fought has his share of the kill.
import { beforeEach, describe, expect, it } from 'vitest';
import { FLAG_DEAD, FLAG_STUNNED } from '../../assembly/layout';
import { sendOff } from '../../src/region/population';
import { abilities, HOME_REGION } from '../../src/shared/content';
import { divide, LANE_Z, LINE_X } from '../harness/border';
import { type Bot, type Ground, Stage, settle } from '../harness/world';

const SHOT = abilities.key('loose').id;
const stage = await Stage.open();
await divide(stage);
const west = await stage.ground('3-2-3');
const east = await stage.ground('3-3-3');
/** Boars' own meadow, farther north, where no guard meddles. */
const MEADOW_Z = 646;
const northWest = await stage.ground('3-2-2');
const northEast = await stage.ground('3-3-2');

let bot: Bot;
beforeEach(async () => {
  bot = await stage.join();
  await stand(bot, LINE_X - 8, west);
});

/** Puts a bot on the lane and waits until the region there has it, and the neighbours see each other. */
async function stand(who: Bot, x: number, ground: Ground, z = LANE_Z): Promise<void> {
  await stage.until(async () => ![HOME_REGION, undefined].includes((await stage.whereIs(who))?.key), 120, 'a quarter');
  await stage.place(who, x, z);
  await stage.until(
    async () => (await stage.whereIs(who)) === ground && who.known('welcome').region === ground.key,
    80,
    ground.key,
  );
  await stage.seconds(2);
}

/** Brings a living monster of that kind to a spot of its region, as if it lived there. */
function lure(ground: Ground, kind: string, x: number, z = LANE_Z): Promise<number> {
  return ground.world(world => {
    const { core } = world.sim;
    const beast = [...world.creatures.values()].find(c => c.kind.key === kind && core.hp(c.entity) > 0);
    if (!beast) throw new Error(`no ${kind} in ${ground.key}`);
    core.teleport(beast.entity, x, Number.NaN, z, -Math.PI / 2);
    core.setHome(beast.entity, x, z, 1, -1, 1200);
    return beast.entity;
  });
}

const hpIn = (ground: Ground, id: number) => ground.world(({ sim }) => sim.core.hp(id));

/** How many frames of what is seen a region sends a neighbour within a second. */
async function shownInASecond(from: Ground, to: Ground): Promise<number> {
  let shown = 0;
  const links = await from.world(({ footing }) => footing.links);
  const post = links.post.bind(links);
  links.post = (peer, data) => {
    if (peer === to.key && typeof data !== 'string') shown++;
    post(peer, data);
  };
  await stage.seconds(1);
  links.post = post;
  return shown;
}

describe('over the border', () => {
  it('shows what is there as often as the nearest player on either side has need of it', async () => {
    const often: [number, number][] = [];
    for (const away_m of [8, 75, 120]) {
      await stand(bot, LINE_X - away_m, west);
      often.push([await shownInASecond(west, east), await shownInASecond(east, west)]);
    }
    expect(often).toEqual([
      [20, 20],
      [10, 10],
      [5, 5],
    ]);
  });

  it('an arrow hits whom it was shot at, once, and the shooter has his points for the kill', async () => {
    await stand(bot, LINE_X - 8, northWest, MEADOW_Z);
    // Boars of this side come for whoever stands here, and knock him down: they are no part of this.
    await northWest.world(world => {
      for (const { entity } of [...world.creatures.values()]) sendOff(world, entity);
    });
    await stage.until(
      () => northWest.player(bot, ({ entity }, { sim }) => !(sim.core.flags(entity) & FLAG_STUNNED)),
      100,
      'his feet',
    );
    const beast = await lure(northEast, 'boar', LINE_X + 8, MEADOW_Z);
    // It may have been in sight before, too far away to be shot at.
    const isShown = () =>
      northWest.world(({ sim: { core } }) => core.isGhost(beast) === 1 && Math.abs(core.x(beast) - LINE_X - 8) < 1);
    await stage.until(isShown, 80, 'the neighbour to show it');
    const whole = await hpIn(northEast, beast);
    const before = bot.known('sheet').xp;
    bot.hold(0, Math.PI / 2);
    bot.use(SHOT, beast);
    await stage.until(async () => (await hpIn(northEast, beast)) < whole, 80, 'the arrow to hit');
    const struck = await hpIn(northEast, beast);
    await stage.turns(2);
    expect(await hpIn(northWest, beast)).toBe(struck);
    for (let i = 0; i < 12 && (await hpIn(northEast, beast)) > 0; i++) {
      await keepAlive(bot);
      // Slain by one more, and over there: by itself it would have come over.
      await northEast.world(({ sim: { core } }) => {
        core.setVitals(beast, 1, 100);
        core.teleport(beast, LINE_X + 16, Number.NaN, MEADOW_Z, -Math.PI / 2);
      });
      bot.use(SHOT, beast);
      await stage.turns(30);
    }
    await stage.until(() => bot.known('sheet').xp > before || bot.known('sheet').level > 1, 60, 'points for the kill');
    const shares = await northWest.rows(`SELECT number FROM parcel_in WHERE sender = '${northEast.key}'`);
    expect(shares.length).toBe(1);
  });

  it('a boar that chases its prey follows it, and is the same beast over there', async () => {
    await stand(bot, LINE_X - 8, northWest, MEADOW_Z);
    const beast = await lure(northEast, 'boar', LINE_X + 7, MEADOW_Z);
    await stage.turns(6);
    bot.hold(0, Math.PI / 2);
    let turn = 0;
    await stage.until(
      async () => {
        await keepAlive(bot);
        // The first may miss, or come too soon after the last one.
        if (turn++ % 40 === 0) bot.use(SHOT, beast);
        return northWest.world(world => world.creatures.has(beast));
      },
      400,
      'the boar to come over',
    );
    expect(await northWest.world(({ sim }) => sim.core.isGhost(beast))).toBe(0);
    expect(await northEast.world(world => [world.sim.core.isGhost(beast), world.creatures.has(beast)])).toEqual([1, false]);
  });

  it('shows nothing that the neighbour would not show: no more than stands within sight of the border', async () => {
    const far = await east.world(world => {
      const { core } = world.sim;
      return [...world.creatures.keys()].filter(id => core.x(id) > LINE_X + 144 + 40);
    });
    const shown = await west.world(({ sim }) => far.filter(id => sim.core.alive(id)));
    expect(far.length).toBeGreaterThan(0);
    expect(shown).toEqual([]);
  });
});

/** The story is about borders, not about boars' tusks. */
async function keepAlive(who: Bot): Promise<void> {
  const ground = await stage.whereIs(who);
  await ground?.player(who, ({ entity }, { sim }) => {
    if (!(sim.core.flags(entity) & FLAG_DEAD)) sim.core.setVitals(entity, 1000, 100);
  });
  await settle();
}
