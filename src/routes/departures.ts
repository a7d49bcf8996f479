// Who is deleted goes for good, everywhere: the departures (src/departures) see to it, whatever crashes meanwhile. In: an account with its
// characters, or one character. Out: nothing of them in D1 any more, or a refusal.
import { departuresPort, type Env, type Leaving } from '../ports';
import { Refusal } from './endpoint';

export async function depart(env: Env, leaving: Leaving): Promise<void> {
  if ((await departuresPort(env).depart(leaving)) === 'inWorld') throw inWorld();
}

export const inWorld = (): Refusal =>
  new Refusal(409, 'in_world', 'That character is still in the world. Leave, wait a minute, and try again.');
