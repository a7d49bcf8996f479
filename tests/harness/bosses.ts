// Bosses, for stories: open ground cleared of everybody else, a boss on it as instances place theirs, characters of a level and class, and looks into
// the fight. Fights are fought with real abilities; only the health of who must live (or fall soon) is set by hand.
import { FLAG_DEAD } from '../../assembly/layout';
import type { EncounterRecord } from '../../src/region/encounters/fight';
import { sendOff } from '../../src/region/population';
import { placeBoss } from '../../src/region/systems/encounters';
import { abilities, classes } from '../../src/shared/content';
import { LAIRS } from '../../src/shared/content/happenings';
import type { Bot, Stage } from './world';

/** The lair of the home region: open, flat and far from its borders. */
export const FIELD = LAIRS.find(({ place }) => place === 'alderwick')!;
const CLEARED_M = 110;
/** Within reach of a sword, at the body of a giant. */
const BESIDE_M = 2.6;

/** One of a class, grown to a level as if he had lived so long. */
export async function grown(stage: Stage, level: number, cls = ''): Promise<Bot> {
  const bot = await stage.join();
  if (cls) {
    bot.command('chooseClass', { cls: classes.key(cls).id });
    await stage.turns(2);
  }
  await stage.player(bot, player => {
    player.character.level = level;
    player.changed = true;
  });
  await stage.turns(2);
  return bot;
}

/** Sends everybody off the field, so that no wolf decides the story, and puts a boss there. */
export async function bossOn(stage: Stage, key: string, level: number, size?: number): Promise<number> {
  return stage.world(world => {
    for (const { entity } of [...world.creatures.values()])
      if (world.distanceTo(entity, FIELD.x, FIELD.z) < CLEARED_M) sendOff(world, entity);
    return placeBoss(world, key, level, FIELD.x, FIELD.z, Number.POSITIVE_INFINITY, size);
  });
}

/** Puts a bot so far south of the boss, looking at it. */
export async function standBefore(stage: Stage, bot: Bot, boss: number, away_m = BESIDE_M, aside_m = 0): Promise<void> {
  await stage.player(bot, ({ entity }, world) => {
    const { core } = world.sim;
    core.teleport(entity, core.x(boss) + aside_m, Number.NaN, core.z(boss) + away_m, 0);
  });
}

/** The bot's next blow with that ability. */
export const use = (bot: Bot, ability: string, target: number): number => bot.use(abilities.key(ability).id, target);

export interface Seen {
  phase: number;
  hp: number;
  hpMax: number;
  record: EncounterRecord;
  areas: { key: string; x: number; z: number; falls_in: number; follows: number }[];
  guards: number[];
  chants: boolean;
  size: number;
  tick: number;
}

/** How the fight stands; null: there is none. */
export const seen = (stage: Stage, boss: number): Promise<Seen | null> =>
  stage.world(world => {
    const fight = world.encounters.fights.get(boss);
    return fight
      ? {
          phase: fight.phase + 1,
          hp: world.sim.core.hp(boss),
          hpMax: fight.hpMax,
          record: { ...fight.record },
          areas: fight.areas.map(({ mechanic, x, z, falls_tick, follows }) => ({
            key: mechanic.key,
            x,
            z,
            falls_in: falls_tick - world.tick,
            follows,
          })),
          guards: fight.called.flatMap(({ entities }) => [...entities]),
          chants: (fight.chant?.begun ?? 0) > 0,
          size: fight.size,
          tick: world.tick,
        }
      : null;
  });

export const recordOf = async (stage: Stage, boss: number): Promise<EncounterRecord> => (await seen(stage, boss))?.record ?? {};

/** Whoever stands must not fall: his wounds close. */
export const tend = (stage: Stage, ...bots: Bot[]): Promise<void> =>
  stage.world(world => {
    for (const bot of bots) {
      const player = world.byCharacter.get(bot.guest.character);
      if (player && !(world.sim.core.flags(player.entity) & FLAG_DEAD)) world.sim.core.setVitals(player.entity, 100_000, 1000);
    }
  });

/** Health of a body is set to a share of its boss's most. */
export const wound = (stage: Stage, boss: number, share: number): Promise<void> =>
  stage.world(world => {
    const fight = world.encounters.fights.get(boss);
    if (!fight) throw new Error('nobody fights it');
    world.sim.core.setVitals(boss, Math.max(1, Math.round(fight.hpMax * share)), 100);
  });

export const hpOf = (stage: Stage, bot: Bot): Promise<number> =>
  stage.player(bot, ({ entity }, world) => world.sim.core.hp(entity));

/** Fights on: each bot strikes as often as he may, and his wounds close, until `done`; fails after so many seconds. */
export async function fightOn(
  stage: Stage,
  bots: readonly Bot[],
  boss: number,
  done: (now: Seen | null) => boolean,
  most_s = 60,
  what = 'that',
): Promise<Seen | null> {
  for (let i = 0; i < most_s * 10; i++) {
    const now = await seen(stage, boss);
    if (done(now)) return now;
    if (bots.length) await tend(stage, ...bots);
    if (i % 12 === 0) for (const bot of bots) use(bot, 'strike', boss);
    await stage.turns(2);
  }
  throw new Error(`after ${most_s} s of fighting still waiting for ${what}`);
}

/** The bots stand before it, and the first has struck it. */
export async function engage(stage: Stage, boss: number, ...bots: Bot[]): Promise<void> {
  for (const [i, bot] of bots.entries()) await standBefore(stage, bot, boss, 2.6, i * 0.8);
  await stage.turns(2);
  await fightOn(stage, bots, boss, now => now !== null, 10, 'the boss to turn on somebody');
}

/** Until something of that mechanic lies on the ground. */
export const laid = (stage: Stage, bots: readonly Bot[], boss: number, key: string) =>
  fightOn(stage, bots, boss, now => now?.areas.some(area => area.key === key) === true, 60, key);

/** Until that has fallen; their wounds close meanwhile, and they do nothing. */
export async function fallen(stage: Stage, bots: readonly Bot[], boss: number, key: string): Promise<void> {
  for (let i = 0; i < 80 && (await seen(stage, boss))?.areas.some(area => area.key === key); i++) {
    await tend(stage, ...bots);
    await stage.turns(2);
  }
}
