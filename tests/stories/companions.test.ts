// Companions: a company of one goes into a dungeon with four sellswords, who follow, fight, mend, get up again, and earn nothing.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLASS_PLAYER, FLAG_DEAD } from '../../assembly/layout';
import { classes, companions } from '../../src/shared/content';
import { helpersFor } from '../../src/shared/rules/companions';
import { atTheGate, BARROW, goIn, goOut } from '../harness/dungeon';
import { type Bot, type Ground, Stage } from '../harness/world';

const stage = await Stage.open();
let bot: Bot;
let inside: Ground;

beforeEach(async () => {
  bot = await atTheGate(stage);
  inside = await goIn(stage, bot, { helpers: true });
  await stage.seconds(2);
});
afterEach(async () => {
  for (const ground of stage.grounds) expect((await ground.status()).ledger.balance, ground.key).toBe(0);
  await stage.clear();
});

const members = () =>
  inside.world(world => [...world.company.members.values()].map(({ kind, entity }) => ({ key: kind.key, entity })));

describe('companions', () => {
  it('make a company of one whole: somebody for each role that is missing', async () => {
    const roles = (await members()).map(({ key }) => classes.key(companions.key(key).cls).role);
    expect(roles.toSorted()).toEqual(['damage', 'damage', 'healer', 'tank']);
    expect(bot.known('run').hands).toBe(5);
    expect(helpersFor(['tank', 'healer', 'damage', 'damage', 'damage'])).toEqual([]);
    expect(helpersFor(['healer', 'damage']).map(({ cls }) => classes.key(cls).role)).toEqual(['tank', 'damage', 'damage']);
  });

  it('are seen by name, as bodies like players, and come after whom they follow', async () => {
    const [first] = await members();
    bot.send('whois', { ids: [first.entity] });
    await stage.turns(4);
    expect(bot.all('who').flatMap(({ people }) => people)).toContainEqual(
      expect.objectContaining({ name: companions.key(first.key).name }),
    );
    await inside.player(bot, ({ entity }, { sim: { core } }) =>
      core.teleport(entity, core.x(entity), Number.NaN, core.z(entity) - 20, 0),
    );
    await stage.seconds(8);
    const away = await inside.player(bot, ({ entity }, world) =>
      [...world.company.members.keys()].map(id => world.distance(id, entity)),
    );
    expect(Math.max(...away)).toBeLessThan(9);
  });

  it('begin no fight, and win the one that their leader begins', async () => {
    const beast = await inside.world(world => {
      const [nearest] = [...world.creatures.values()].filter(({ kind }) => !BARROW.bosses.includes(kind.key));
      return nearest.entity;
    });
    await inside.player(bot, ({ entity }, { sim: { core } }) => {
      // Up the passage towards it.
      const [x, z] = [core.x(entity), core.z(entity)];
      core.teleport(entity, x + (core.x(beast) - x) * 0.7, Number.NaN, z + (core.z(beast) - z) * 0.7, 0);
      for (const id of core.alive(entity) ? [entity] : []) core.setVitals(id, 500, 100);
    });
    await inside.world(world => world.sim.core.provoke(beast, world.players.keys().next().value!));
    await stage.until(() => inside.world(world => (world.sim.core.flags(beast) & FLAG_DEAD) !== 0), 1200, 'the death of the beast');
    await stage.turns(4);
    expect(bot.all('gained').some(({ xp }) => xp > 0)).toBe(true);
    expect(await inside.world(world => world.players.size)).toBe(1);
  });

  it('stand by a leader who lies dead, get up when the fight is over, and go when he has gone', async () => {
    const [first] = await members();
    await inside.world(({ sim: { core } }) => core.setVitals(first.entity, 0, 0));
    await inside.world(world => {
      for (const { entity } of world.creatures.values()) world.sim.core.teleport(entity, 20, Number.NaN, 20, 0);
    });
    await stage.seconds(6);
    expect(await inside.world(({ sim: { core } }) => core.flags(first.entity) & FLAG_DEAD)).toBe(0);
    await inside.player(bot, ({ entity }, { sim: { core } }) => core.setVitals(entity, 0, 0));
    await stage.seconds(3);
    expect(await members()).toHaveLength(4);
    bot.send('release', {});
    await stage.seconds(1);
    await goOut(stage, bot);
    await stage.seconds(2);
    const left = await inside.inside(
      ({ world }) => [...(world?.company.members.keys() ?? [])].filter(id => world?.sim.core.kind(id) === CLASS_PLAYER).length,
    );
    expect(left).toBe(0);
  });
});
