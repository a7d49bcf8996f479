// Dungeons cleared from the door to the last boss, over the wire and by the production rules: nobody is healed, moved or made stronger.
import { afterEach, expect, it } from 'vitest';
import { classes, dungeons } from '../../src/shared/content';
import { encounterOf } from '../../src/shared/content/encounters';
import type { Dungeon } from '../../src/shared/content/kinds';
import { clear } from '../harness/delvers';
import { atTheGate, goIn } from '../harness/dungeon';
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

it.each(['barrow', 'bastion', 'sanctum'])('one player with companions clears the %s', { timeout: 600_000 }, async key => {
  const dungeon = dungeons.key(key);
  const bot = await atTheGate(stage, dungeon, dungeon.level, classes.key('duelist'));
  const inside = await goIn(stage, bot, { dungeon, helpers: true });
  await clear(stage, inside, dungeon, [bot], dungeon.bosses.length, 1200);
  await expectMet(inside, dungeon);
});
