// What other rooms do when a character is deleted: each removes what it keeps of him by his id. In: the id of a character that is no more.
// Out: nothing of him left elsewhere. A new room that keeps something of a character adds its line here.
import type { Env } from '../ports';

/** May be called again for the same character, and must not throw for one it never knew. */
export type Departure = (env: Env, character: string) => Promise<void>;

export const DEPARTURES: readonly Departure[] = [];

/** Asks every room. One that does not answer is asked for nothing more: what it keeps then names a character that nobody has. */
export async function departed(env: Env, characters: readonly string[]): Promise<void> {
  for (const character of characters) {
    for (const depart of DEPARTURES) {
      await depart(env, character).catch(error => {
        console.error({ event: 'departure_failed', character, error: String(error) });
      });
    }
  }
}
