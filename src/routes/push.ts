// Tells the world at once what was decided about an account. In: an account and why. Out: words for its characters, wherever they are, and its
// pages that only chat. What gets lost on the way the regions find out by themselves (region/warrants.ts).
import { type Env, type OutWhy, realmPort, talkPort } from '../ports';
import { listCharacters } from '../store/characters';

/** Closes the sockets of one session of the account, or ('') of all. */
export async function putOut(env: Env, account: string, why: OutWhy, session = ''): Promise<void> {
  const word = { what: 'out', why, session } as const;
  const characters = await listCharacters(env.DB, account);
  const letters = characters.filter(({ owner }) => owner).map(({ id }) => ({ to: id, word }));
  const told = await Promise.allSettled([
    letters.length ? realmPort(env).post(letters) : [],
    talkPort(env).putOut(account, session),
  ]);
  for (const each of told) {
    if (each.status === 'rejected') console.warn({ event: 'push_lost', account, why, error: String(each.reason) });
  }
}
