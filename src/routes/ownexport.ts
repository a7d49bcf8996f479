// Everything that is kept of an account, for whoever it belongs to: the record in D1 and what other rooms keep. In: an account. Out: plain data, no
// secrets. A room that does not answer fails the whole of it: half of one's data would look like all of it.
import { type Env, guildPort, guildRegistry, mailboxPort, marketPort, talkPort } from '../ports';
import { exportAccount } from '../store/accounts';
import { listCharacters } from '../store/characters';

export async function ownData(env: Env, account: string): Promise<Record<string, unknown>> {
  const characters = (await listCharacters(env.DB, account)).map(({ id }) => id);
  const ofEach = async <T>(ask: (character: string) => Promise<readonly T[]>): Promise<(T & { character_id: string })[]> => {
    const found = await Promise.all(characters.map(async id => (await ask(id)).map(each => ({ character_id: id, ...each }))));
    return found.flat();
  };
  const [record, letters, orders, guilds, talk] = await Promise.all([
    exportAccount(env.DB, account),
    ofEach(id => mailboxPort(env, id).list(id)),
    ofEach(id => marketPort(env).orders(id)),
    ofEach(id => membershipsOf(env, id)),
    talkPort(env).kept({ account, characters }),
  ]);
  return { ...record, letters, orders, guilds, talk };
}

async function membershipsOf(env: Env, character: string) {
  const found = await guildRegistry(env).guildsOf([character]);
  const told = await Promise.all(found.map(({ guild }) => guildPort(env, guild).memberOf(character)));
  return told.flatMap(his => (his ? [{ guild: his.guild, ...his.member }] : []));
}
