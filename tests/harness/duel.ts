// Players against each other, for stories: face to face, at one breath, with a blow that lands. In: a stage and its bots. Out: what came of it.
import { abilities } from '../../src/shared/content';
import { TAKE_BACK_MS } from '../../src/shared/rules/laws';
import { STRIKE } from './hunt';
import type { Bot, Ground, Stage } from './world';

/** Two metres apart in the open, looking at each other. */
export async function faceOff(stage: Stage, one: Bot, two: Bot, x = 768, z = 800): Promise<void> {
  await turnTo(stage, one, x, z, 0);
  await turnTo(stage, two, x, z - 2, Math.PI);
  await stage.turns(1);
}

export async function turnTo(stage: Stage, bot: Bot, x: number, z: number, yaw: number): Promise<void> {
  const ground = (await stage.whereIs(bot)) ?? stage;
  await ground.player(bot, ({ entity }, world) => world.sim.core.teleport(entity, x, Number.NaN, z, yaw));
  bot.hold(0, yaw);
}

/** Agrees on a duel and waits until it begins. */
export async function agree(stage: Stage, one: Bot, two: Bot): Promise<void> {
  const before = two.all('challenged').length;
  one.send('challenge', { target: two.entity });
  await stage.until(() => two.all('challenged').length > before, 40, 'the challenge');
  two.send('answerChallenge', { from: one.entity, accept: true });
  await stage.until(() => one.all('duel').at(-1)?.opponent === two.entity, 40, 'the duel');
  await stage.turns(62);
}

/** Health and energy as a story needs them. */
export async function setHealth(ground: Ground, bot: Bot, hp: number): Promise<void> {
  await ground.player(bot, ({ entity }, world) => world.sim.core.setVitals(entity, hp, 100));
}

export const healthOf = (ground: Ground, bot: Bot): Promise<number> =>
  ground.player(bot, ({ entity }, world) => world.sim.core.hp(entity));

/** Strikes until a blow is told of, or the region refuses it: the refusal's reason, 0 for none. */
export async function strikeAt(stage: Stage, by: Bot, target: Bot, ability = STRIKE): Promise<number> {
  const ground = (await stage.whereIs(by)) ?? stage;
  await ground.player(by, ({ entity }, world) => world.sim.core.setCooldown(entity, ability, 0));
  const number = by.use(ability, target.entity);
  await stage.turns(26);
  return by.all('refused').findLast(refused => refused.number === number)?.reason ?? 0;
}

export const MEND = abilities.key('mend').id;
export const AFTER_TAKING_BACK_MS = TAKE_BACK_MS + 1_000;
