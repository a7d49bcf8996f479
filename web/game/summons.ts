// Answers to what asks: a challenge, the ready check, else the newest invitation into a party or a guild, else a trade. In: state. Out: messages.
import { MUSTER_ASKED } from '../../src/shared/protocol/messages';
import type { Speaking } from '../net/reading';
import * as state from '../state';
import { answerBarter } from './exchange';
import { answerChallenge } from './rivals';

/** False: nothing asks just now. */
export function answerSummons(line: Pick<Speaking, 'send'>, accept: boolean): boolean {
  if (answerChallenge(line, accept)) return true;
  if (state.muster.value?.state === MUSTER_ASKED) {
    line.send('ready', { accept });
    return true;
  }
  const asked = state.invitations.value.at(-1);
  if (!asked) return answerGuild(line, accept) || answerBarter(line, accept);
  line.send('answerInvitation', { from: asked.from, accept });
  state.invitations.value = state.invitations.value.filter(one => one !== asked);
  return true;
}

function answerGuild(line: Pick<Speaking, 'send'>, accept: boolean): boolean {
  const asked = state.guildCalls.value.at(-1);
  if (!asked) return false;
  line.send('guildAnswer', { guild: asked.guild, accept });
  state.guildCalls.value = state.guildCalls.value.filter(one => one !== asked);
  return true;
}
