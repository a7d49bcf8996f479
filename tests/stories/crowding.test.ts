// How often the world is shown: by what a player does, and by how hard the region finds its work. Nobody is dropped for it, and it passes.
import { afterEach, describe, expect, it } from 'vitest';
import { BUTTON_FORWARD } from '../../assembly/layout';
import { WARFRONT } from '../../src/region/body';
import { MOST_STRAIN } from '../../src/region/strain';
import { type Bot, Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(() => stage.clear());

/** Snapshots in a second of turns; the first second after a change settles the rates. */
async function shown(...bots: Bot[]): Promise<number[]> {
  await stage.turns(24);
  const before = bots.map(bot => bot.snapshots);
  await stage.turns(20);
  return bots.map((bot, i) => bot.snapshots - before[i]);
}

/** As if the clock had said so for long. */
const strained = (level: number) =>
  stage.world(world => {
    Object.defineProperty(world.footing.pulse, 'strain', { value: level, configurable: true });
  });

describe('a client', () => {
  it('is shown every turn while its player aims, and every second one else', async () => {
    const [marksman, walker] = [await stage.join(), await stage.join()];
    walker.hold(BUTTON_FORWARD, 0, ++walker.clientTick);
    marksman.send('view', { mode: WARFRONT });
    expect(await shown(marksman, walker)).toEqual([20, 10]);
    marksman.send('view', { mode: 0 });
    expect(await shown(marksman, walker)).toEqual([10, 10]);
  });

  it('is shown every turn as well beside those who fight, and no longer some steps away', async () => {
    const [fighter, onlooker, stranger] = [await stage.join(), await stage.join(), await stage.join()];
    const { beast, x, z } = await stage.world(({ sim: { core }, creatures }) => {
      const { entity } = [...creatures.values()].find(({ kind, level }) => kind.team === 'wild' && level <= 3)!;
      return { beast: entity, x: core.x(entity), z: core.z(entity) };
    });
    await stage.place(fighter, x + 1, z);
    await stage.place(onlooker, x + 8, z);
    await stage.place(stranger, x + 30, z);
    await stage.player(fighter, ({ entity }, { sim: { core } }) => core.provoke(beast, entity));
    expect(await shown(fighter, onlooker, stranger)).toEqual([20, 20, 10]);
  });

  it('is shown every turn in a press as far as a fight is seen, and elsewhere only beside it', async () => {
    const [fighter, loner, ...press] = await Promise.all(Array.from({ length: 7 }, () => stage.join()));
    const { beast, x, z } = await stage.world(({ sim: { core }, creatures }) => {
      const { entity } = [...creatures.values()].find(({ kind, level }) => kind.team === 'wild' && level <= 3)!;
      return { beast: entity, x: core.x(entity), z: core.z(entity) };
    });
    await stage.place(loner, x + 60, z + 30);
    for (const [i, bot] of press.entries()) await stage.place(bot, x + 60 + i, z);
    await stage.place(fighter, x + 1, z);
    await stage.player(fighter, ({ entity }, { sim: { core } }) => core.provoke(beast, entity));
    await stage.turns(20); // until it has come up to him
    expect(await shown(fighter, loner, ...press)).toEqual([20, 10, 20, 20, 20, 20, 20]);
    await stage.place(press[0], x + 60, z + 40);
    expect(await shown(fighter, loner, ...press)).toEqual([20, 10, 10, 10, 10, 10, 10]);
  });
});

describe('a region that cannot keep up', () => {
  it('shows itself less often, says so, drops nobody, and is itself again when it can', async () => {
    const bots = [await stage.join(), await stage.join(), await stage.join(), await stage.join()];
    expect(await shown(...bots)).toEqual([10, 10, 10, 10]);
    await strained(MOST_STRAIN);
    expect(await shown(...bots)).toEqual([5, 5, 5, 5]);
    expect(bots[0].all('pulse').at(-1)?.strain).toBe(MOST_STRAIN);
    expect(await stage.world(world => [...world.sessions].map(({ ticksPerFrame }) => ticksPerFrame))).toEqual([4, 4, 4, 4]);
    await strained(0);
    expect(await shown(...bots)).toEqual([10, 10, 10, 10]);
    expect(bots.map(({ closed }) => closed)).toEqual([null, null, null, null]);
  });

  it('spreads the frames of a slow crowd over its turns', async () => {
    const bots = [await stage.join(), await stage.join(), await stage.join(), await stage.join()];
    await strained(MOST_STRAIN);
    await stage.turns(24);
    const byTurn: number[] = [];
    for (let turn = 0; turn < 4; turn++) {
      const before = bots.reduce((sum, { snapshots }) => sum + snapshots, 0);
      await stage.turns(1);
      byTurn.push(bots.reduce((sum, { snapshots }) => sum + snapshots, 0) - before);
    }
    expect(byTurn).toEqual([1, 1, 1, 1]);
  });
});
