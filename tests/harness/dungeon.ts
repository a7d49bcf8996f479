// Ways into a dungeon and out of it, as stories use them. In: a stage. Out: bots at gates, inside and outside again.
import { FLAG_COMBAT } from '../../assembly/layout';
import { sendOff } from '../../src/region/population';
import { companions, dungeons, gateOf } from '../../src/shared/content';
import type { ClassKind, Dungeon } from '../../src/shared/content/kinds';
import { isInstance } from '../../src/shared/regions';
import { characterOf } from '../../src/shared/rules/companions';
import type { Bot, Ground, Stage } from './world';

export const BARROW = dungeons.key('barrow');

export const outsideOf = (dungeon: Dungeon): string => gateOf(dungeon).place.region.join('-');

/** A guest of that level, at the gate, with no beast near; one of a class has what it wears at that level. */
export async function atTheGate(stage: Stage, dungeon = BARROW, level = dungeon.level, cls?: ClassKind): Promise<Bot> {
  const outside = await stage.ground(outsideOf(dungeon));
  const { poi } = gateOf(dungeon);
  const bot = await stage.join();
  await stage.player(bot, player => {
    const { character } = player;
    character.level = level;
    const model = cls && companions.all.find(kind => kind.cls === cls.key);
    if (model) {
      const { items, life } = characterOf(model, level);
      character.items = items.map((item, i) => ({ ...item, id: `${character.id.slice(0, 22)}${String(i).padStart(4, '0')}` }));
      Object.assign(character.life, { cls: life.cls, talents: life.talents });
    }
    player.changed = true;
    // As by waystone: it may be far.
    player.goal = { x: poi.x, z: poi.z + 4 };
  });
  await stage.until(async () => (await stage.whereIs(bot)) === outside, 80, 'the gate');
  await outside.world(world => {
    for (const { entity } of [...world.creatures.values()]) sendOff(world, entity);
  });
  await stage.turns(3);
  return bot;
}

export async function goIn(stage: Stage, bot: Bot, { dungeon = BARROW, anew = false, helpers = false } = {}): Promise<Ground> {
  bot.send('enterDungeon', { dungeon: dungeon.id, anew, helpers });
  let where: Ground | null = null;
  await stage.until(
    async () => {
      where = await stage.whereIs(bot);
      return where !== null && isInstance(where.key) && bot.known('welcome').region === where.key;
    },
    120,
    'the dungeon',
  );
  await stage.turns(3);
  return where!;
}

/** Until he fights nobody any more. */
export async function calm(stage: Stage, bot: Bot): Promise<void> {
  const isFighting = async () =>
    (await stage.whereIs(bot))?.player(bot, ({ entity }, world) => (world.sim.core.flags(entity) & FLAG_COMBAT) !== 0) ?? true;
  await stage.until(async () => !(await isFighting()), 300, 'the end of the fight');
}

/** Waits for the end of the fight, if there is one. */
export async function goOut(stage: Stage, bot: Bot, dungeon = BARROW): Promise<void> {
  const outside = outsideOf(dungeon);
  await calm(stage, bot);
  bot.send('leaveDungeon', {});
  await stage.until(
    async () => (await stage.whereIs(bot))?.key === outside && bot.known('welcome').region === outside,
    120,
    'the way out',
  );
  await stage.turns(3);
}
