// Dungeons cleared from the door to the last boss, over the wire and by the production rules: nobody is healed, moved or made stronger.
import { afterEach, expect, it } from 'vitest';
import { classes } from '../../src/shared/content';
import { encounterOf } from '../../src/shared/content/encounters';
import type { Dungeon } from '../../src/shared/content/kinds';
import { clear } from '../harness/delvers';
import { atTheGate, BARROW, goIn } from '../harness/dungeon';
import { type Ground, Stage } from '../harness/world';

const stage = await Stage.open();
afterEach(async () => {
  for (const ground of stage.grounds) expect((await ground.status()).ledger.balance, ground.key).toBe(0);
  await stage.clear();
});

/** What of each boss's fight was met, as the region counted it. */
async function expectMet(ground: Ground, dungeon: Dungeon): Promise<void> {
  const ended = await ground.world(world =>
    Object.fromEntries([...world.encounters.ended].map(([key, { won, record }]) => [key, { won, ...record }])),
  );
  for (const boss of dungeon.bosses) {
    expect(ended[boss], boss).toMatchObject({ won: true });
    const keys = new Set(encounterOf(boss)!.phases.flatMap(({ mechanics }) => mechanics.map(({ key }) => key)));
    const met = [...keys].filter(key => Object.keys(ended[boss]).some(name => name.startsWith(`${key}.`)));
    expect(met.toSorted(), `${boss}: ${JSON.stringify(ended[boss])}`).toEqual([...keys].toSorted());
  }
}

it('one player with companions clears the Barrow', { timeout: 600_000 }, async () => {
  const bot = await atTheGate(stage, BARROW, BARROW.level, classes.key('duelist'));
  const inside = await goIn(stage, bot, { helpers: true });
  await clear(stage, inside, BARROW, [bot], BARROW.bosses.length, 900);
  await expectMet(inside, BARROW);
});
