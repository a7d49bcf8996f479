// Tells the world at once what was decided about an account. In: an account and why. Out: words for its characters, wherever they are. What gets
// lost on the way the regions find out by themselves (region/warrants.ts).
import { type Env, type OutWhy, realmPort, type Word } from '../ports';
import { listCharacters } from '../store/characters';

/** Closes the sockets of one session of the account, or ('') of all. */
export function putOut(env: Env, account: string, why: OutWhy, session = ''): Promise<void> {
  return tellAll(env, account, { what: 'out', why, session });
}

export function tellMuted(env: Env, account: string, until_ms: number): Promise<void> {
  return tellAll(env, account, { what: 'mute', until_ms });
}

async function tellAll(env: Env, account: string, word: Word): Promise<void> {
  const characters = await listCharacters(env.DB, account);
  const letters = characters.filter(({ owner }) => owner).map(({ id }) => ({ to: id, word }));
  if (!letters.length) return;
  try {
    await realmPort(env).post(letters);
  } catch (error) {
    console.warn({ event: 'push_lost', account, word: word.what, error: String(error) });
  }
}
