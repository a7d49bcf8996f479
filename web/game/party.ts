// Party, muster and the way back, from the region's words to the HUD. In: messages of the session. Out: signals, and lines in the chat for what
// became of whom.
import { MUSTER_ASKED, MUSTER_NONE } from '../../src/shared/protocol/messages';
import { NOTICES } from '../../src/shared/protocol/notices';
import type { Session } from '../net/session';
import * as state from '../state';
import { type Key, t } from '../strings';
import { tellSystem } from './lines';

const TOLD: Readonly<Record<number, Key>> = {
  [NOTICES.partyJoined]: 'party.joined',
  [NOTICES.partyLeft]: 'party.left',
  [NOTICES.partyLeads]: 'party.leads',
  [NOTICES.partyDeclined]: 'party.declined',
  [NOTICES.partyOut]: 'party.out',
  [NOTICES.partyEnded]: 'party.ended',
  [NOTICES.partyInvited]: 'party.invited',
  [NOTICES.musterEnded]: 'finder.ended',
};

export function hearParty(session: Session): void {
  session.on('party', body => {
    state.party.value = body;
    state.mates.value = new Map();
    if (body.members.length) state.invitations.value = [];
  });
  session.on('mates', body => {
    state.mates.value = new Map(body.mates.map(mate => [mate.member, mate]));
  });
  session.on('invited', body => {
    const until_ms = performance.now() + body.left_s * 1000;
    state.invitations.value = [...state.invitations.value.filter(({ from }) => from !== body.from), { ...body, until_ms }];
    setTimeout(() => {
      state.invitations.value = state.invitations.value.filter(one => one.until_ms !== until_ms);
    }, body.left_s * 1000);
    tellSystem(t('party.asks', { who: body.name }));
  });
  session.on('muster', body => {
    const wasAsked = state.muster.value?.state === MUSTER_ASKED;
    state.muster.value = body.state === MUSTER_NONE ? null : { ...body, at_ms: performance.now() };
    if (body.state === MUSTER_ASKED && !wasAsked) tellSystem(t('finder.found'));
  });
  session.on('way', ({ dungeon, left_s }) => {
    state.way.value = dungeon ? { dungeon, until_ms: performance.now() + left_s * 1000 } : null;
  });
  session.on('notice', ({ notice, value, text }) => {
    const key = TOLD[notice];
    if (key) tellSystem(t(key, { who: text }));
    else if (notice === NOTICES.musterFailed)
      tellSystem(`${t('finder.failed', { who: text })} ${t(value ? 'finder.kept' : 'finder.lost')}`);
  });
}
