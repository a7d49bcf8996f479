// Putting somebody out of the world. In: a character and why. Out: his sockets closed; his body goes at once, unless he was only signed out:
// then it stays a minute like any whose line falls, so that nobody gets out of a fight that way.
import type { OutWhy } from '../ports';
import { CLOSE_KICKED } from '../shared/protocol/messages';
import type { World } from './world';

const WORDS: Record<OutWhy, string> = {
  signedOut: 'signed out',
  banned: 'banned',
  kicked: 'removed by the staff',
  deleted: 'the account is deleted',
};

/** `login`: only sockets of that session of the account; '': all. */
export function putOut(world: World, character: string, why: OutWhy, login: string): void {
  for (const session of [...world.sessions]) {
    if (session.character !== character || (login && session.login !== login)) continue;
    world.counters.count(`out.${why}`);
    world.close(session, CLOSE_KICKED, WORDS[why]);
  }
  const player = world.byCharacter.get(character);
  if (player && !player.playing && why !== 'signedOut') player.adriftUntil_ms = world.now_ms;
}
