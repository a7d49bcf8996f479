// What of a dungeon's fights was met, as its region counted it: each boss has fallen, and each thing that its table says was done and seen.
import { expect } from 'vitest';
import { encounterOf } from '../../src/shared/content/encounters';
import type { Dungeon } from '../../src/shared/content/kinds';
import type { Ground } from './world';

export async function expectMet(ground: Ground, dungeon: Dungeon): Promise<void> {
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
