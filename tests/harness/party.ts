// Parties as stories make them. In: a stage and its guests. Out: people whom the realm knows, and who belong together.
import { NOTICES } from '../../src/shared/protocol/notices';
import type { Bot, Stage } from './world';

export const refusals = (bot: Bot): number[] =>
  bot
    .all('notice')
    .filter(({ notice }) => notice === NOTICES.refused)
    .map(({ value }) => value);

export const notices = (bot: Bot): number[] => bot.all('notice').map(({ notice }) => notice);

/** Names of his party's members; none: he is in no party. */
export const partyOf = (bot: Bot): string[] => (bot.all('party').at(-1)?.members ?? []).map(({ name }) => name);

export const leaderOf = (bot: Bot): string => {
  const { members, leader } = bot.known('party');
  return members[leader]?.name ?? '';
};

/** Until the realm knows them: a region tells it of newcomers within half a second. */
export async function known(stage: Stage, ...bots: Bot[]): Promise<void> {
  await stage.until(() => bots.every(bot => bot.all('party').length > 0), 60, 'the realm to know them');
}

export async function ask(stage: Stage, leader: Bot, whom: Bot): Promise<void> {
  const before = whom.all('invited').length;
  leader.send('invite', { name: whom.guest.name });
  await stage.until(() => whom.all('invited').length > before, 60, `the invitation of ${whom.guest.name}`);
}

/** Brings all of them into the first one's party. */
export async function joinUp(stage: Stage, leader: Bot, ...others: Bot[]): Promise<void> {
  await known(stage, leader, ...others);
  for (const other of others) {
    await ask(stage, leader, other);
    other.send('answerInvitation', { from: leader.guest.character, accept: true });
    await stage.until(() => partyOf(leader).includes(other.guest.name) && partyOf(other).length > 1, 60, 'the party');
  }
}
