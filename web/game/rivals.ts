// Duels and laws, from the region's words to the HUD. In: messages of the session. Out: signals, lines in the chat, big letters.
import { ARENA_FIGHTS, ARENA_GATES, ARENA_NONE, ARENA_OVER } from '../../src/shared/protocol/messages';
import { NOTICES } from '../../src/shared/protocol/notices';
import { LOSSES } from '../../src/shared/rules/duels';
import type { Speaking } from '../net/reading';
import type { Session } from '../net/session';
import * as state from '../state';
import { count, type Key, t } from '../strings';
import { myCovenant } from '../ui/derived';
import { tellSystem } from './lines';
import { announce, tally, toast } from './passing';

const TOLD: Readonly<Record<number, Key>> = {
  [NOTICES.duelChallenged]: 'duel.asked',
  [NOTICES.duelDeclined]: 'party.declined',
  [NOTICES.duelLapsed]: 'duel.lapsed',
  [NOTICES.slew]: 'law.slew',
  [NOTICES.slain]: 'law.slain',
  [NOTICES.arenaWithdrawn]: 'arena.withdrawn',
  [NOTICES.arenaVoid]: 'arena.voidText',
};

const SCORES: readonly Key[] = ['arena.void', 'arena.won', 'arena.lost', 'arena.drawn'];

export function hearRivals(session: Session): void {
  session.on('challenged', body => {
    const until_ms = performance.now() + body.left_s * 1000;
    state.challenges.value = [...state.challenges.value.filter(({ from }) => from !== body.from), { ...body, until_ms }];
    setTimeout(() => {
      state.challenges.value = state.challenges.value.filter(one => one.until_ms !== until_ms);
    }, body.left_s * 1000);
    tellSystem(t('duel.asks', { who: body.name }));
  });
  session.on('duel', body => {
    const now_ms = performance.now();
    const begins = body.opponent !== 0 && !state.duel.value;
    state.duel.value = body.opponent
      ? {
          ...body,
          starts_at: now_ms + body.starts_ms,
          lost_at: body.outside_ms ? now_ms + body.outside_ms : 0,
        }
      : null;
    if (!begins) return;
    state.challenges.value = [];
    announce(t('duel.title'), body.name);
  });
  session.on('duelOver', ({ winner, loser, how }) => {
    const own = state.me.value.name;
    const loss = LOSSES[how] ?? 'beaten';
    tellSystem(t(`duel.how.${loss}`, { winner, loser }));
    if (winner === own) announce(t('duel.won'), loser, 'quest');
    else if (loser === own) announce(t('duel.lost'), winner);
  });
  session.on('law', body => {
    const now_ms = performance.now();
    const told = { ...body, spared_until: now_ms + body.spared_s * 1000, ends_at: body.ends_s ? now_ms + body.ends_s * 1000 : 0 };
    if (told.open && !state.law.value.open) tellSystem(t('law.nowOpen'));
    state.law.value = told;
  });
  session.on('arena', body => {
    const before = state.arena.value;
    state.arena.value = body.stage === ARENA_NONE ? null : { ...body, until_ms: performance.now() + body.left_s * 1000 };
    if (before?.stage === body.stage) return;
    if (body.stage === ARENA_GATES) announce(t('arena.title'), t('arena.gates'));
    else if (body.stage === ARENA_FIGHTS) announce(t('arena.begin'), t('arena.beginText'));
    else if (body.stage === ARENA_OVER)
      announce(t(SCORES[body.score] ?? 'arena.void'), t('arena.title'), body.score === 1 ? 'quest' : 'place');
  });
  session.on('lists', ({ party, waited_s, rating }) => {
    state.lists.value = party ? { party, rating, since: performance.now() - waited_s * 1000 } : null;
  });
  session.on('notice', ({ notice, value, text }) => {
    if (notice === NOTICES.arenaRated) tellSystem(t('arena.ratedNow', { n: count(value), by: text }));

    const key = TOLD[notice];
    if (key) tellSystem(t(key, { who: text }));
    if (notice === NOTICES.slain) announce(t('law.slainTitle'), text);
    if (notice === NOTICES.strove) {
      tally('efforts', value);
      toast(t('map.strove', { n: value, who: t(`covenant.${myCovenant.value}`), place: state.place.value.name }), 'crossed-swords');
    }
    if (notice === NOTICES.slew) announce(t('law.slewTitle'), text, 'quest');
  });
}

/** Answers the newest challenge; false: there is none. */
export function answerChallenge(session: Pick<Speaking, 'send'>, accept: boolean): boolean {
  const asked = state.challenges.value.at(-1);
  if (!asked) return false;
  session.send('answerChallenge', { from: asked.from, accept });
  state.challenges.value = state.challenges.value.filter(one => one !== asked);
  return true;
}
