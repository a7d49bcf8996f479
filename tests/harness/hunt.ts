// Hunting, for stories: stands bots beside a monster and fights it with real abilities until it falls.
import { abilities } from '../../src/shared/content';
import type { Bot, Stage } from './world';

export const STRIKE = abilities.key('strike').id;
const BESIDE_M = 1.6;

/** Puts the bots beside a living monster of that kind with `share` of its health left; returns its entity. */
export async function approach(stage: Stage, bots: readonly Bot[], kind: string, share: number): Promise<number> {
  const prey = await stage.world(world => {
    const { core } = world.sim;
    // The loneliest one: its pack should not decide the story.
    const pack = [...world.creatures.values()].filter(c => c.kind.key === kind && core.hp(c.entity) > 0);
    const crowd = (id: number): number => core.near(core.x(id), core.z(id), 25, 0);
    const [lone] = pack.sort((a, b) => crowd(a.entity) - crowd(b.entity));
    if (!lone) throw new Error(`no living ${kind}`);
    core.setVitals(lone.entity, Math.max(1, Math.round(core.hp(lone.entity) * share)), 100);
    return lone.entity;
  });
  for (const bot of bots) await beside(stage, bot, prey);
  return prey;
}

async function beside(stage: Stage, bot: Bot, prey: number): Promise<void> {
  await stage.player(bot, ({ entity }, world) => {
    const { core } = world.sim;
    // It looks north, so the prey stands north of it.
    core.teleport(entity, core.x(prey), Number.NaN, core.z(prey) + BESIDE_M, 0);
  });
}

/** All bots strike until the monster is dead; they heal by themselves and follow it. */
export async function slay(stage: Stage, bots: readonly Bot[], prey: number): Promise<void> {
  for (let turn = 0; turn < 600; turn += 3) {
    const left = await stage.world(world => {
      for (const bot of bots) {
        const player = world.byCharacter.get(bot.guest.character);
        if (player) world.sim.core.setVitals(player.entity, 1000, 100);
      }
      return world.sim.core.hp(prey);
    });
    if (left === 0) return;
    if (turn % 27 === 0) {
      for (const bot of bots) {
        await beside(stage, bot, prey);
        bot.use(STRIKE, prey);
      }
    }
    await stage.turns(3);
  }
  throw new Error('the prey lives on');
}
