// What each room does when somebody is no more: it removes what it keeps of him, and what of it has value goes back to whose it was, or is booked
// as destroyed. In: who goes; D1 has no record of him any more. Out: nothing of him left. Each may be asked again, and must not throw for one it
// never knew. A new room that keeps something of a character or an account adds its line here.
import { boardsPort, type Env, guildPort, guildRegistry, type Leaving, mailboxPort, marketPort, talkPort } from '../ports';

type Step = (env: Env, leaving: Leaving) => Promise<unknown>;

const each =
  (what: (env: Env, character: string) => Promise<unknown>): Step =>
  (env, { characters }) =>
    Promise.all(characters.map(character => what(env, character)));

export const STEPS: readonly Step[] = [
  each((env, character) => mailboxPort(env, character).close(character)),
  each((env, character) => marketPort(env).close(character)),
  each(leaveGuild),
  (env, leaving) => talkPort(env).forget(leaving),
  (env, { characters }) => boardsPort(env).forget(characters),
];

async function leaveGuild(env: Env, character: string): Promise<void> {
  for (const { guild } of await guildRegistry(env).guildsOf([character])) await guildPort(env, guild).depart(character);
}
