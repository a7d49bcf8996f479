// What a story puts into a bag beforehand, through the rules and the books like everything else. In: a bot. Out: things and skills in his record.

import { mint } from '../../src/region/mint';
import { items } from '../../src/shared/content';
import type { Skill } from '../../src/shared/content/trades';
import { applyAdd } from '../../src/shared/rules/inventory';
import { LEDGER } from '../../src/shared/rules/journal';
import type { Bot, Stage } from './world';

export async function supply(stage: Stage, bot: Bot, things: Readonly<Record<string, number>>): Promise<void> {
  await stage.player(bot, ({ character, journal }) => {
    for (const [key, quantity] of Object.entries(things))
      applyAdd(character, journal, mint, LEDGER.gathered, { kind: items.key(key).id, quantity });
  });
  await stage.turns(1);
}

export async function train(stage: Stage, bot: Bot, skills: Readonly<Partial<Record<Skill, number>>>): Promise<void> {
  await stage.player(bot, ({ character, journal }) => {
    Object.assign(character.life.skills, skills);
    journal.life = true;
  });
  await stage.turns(1);
}

/** How many of a kind he was told he has. */
export const has = (bot: Bot, key: string): number =>
  bot
    .known('bag')
    .items.filter(item => item.kind === items.key(key).id)
    .reduce((sum, item) => sum + item.quantity, 0);
