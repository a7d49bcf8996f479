// Trade from hand to hand, mail and market, from the region's words to the HUD. In: messages of the session. Out: signals, and a word when a letter came.
import { BARTER_DONE, BARTER_OPEN } from '../../src/shared/protocol/messages';
import { NOTICES } from '../../src/shared/protocol/notices';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { dropDraft, settleDraft } from '../barter';
import { loadMail } from '../exchange';
import type { Session } from '../net/session';
import * as state from '../state';
import { reasonText, t } from '../strings';
import { tellSystem } from './lines';
import { refuse, toast } from './passing';

export function hearExchange(session: Session): void {
  session.on('barterAsked', body => {
    const until_ms = performance.now() + body.left_s * 1000;
    state.barterAsks.value = [...state.barterAsks.value.filter(({ from }) => from !== body.from), { ...body, until_ms }];
    setTimeout(() => {
      state.barterAsks.value = state.barterAsks.value.filter(one => one.until_ms !== until_ms);
    }, body.left_s * 1000);
    tellSystem(t('barter.asks', { who: body.name }));
  });
  session.on('barter', body => {
    state.barterAsks.value = state.barterAsks.value.filter(({ from }) => from !== body.with);
    settleDraft(body);
    state.barter.value = body.state === BARTER_OPEN ? body : null;
    if (!state.barter.value) dropDraft();
    if (body.state === BARTER_DONE) tellSystem(t('barter.done', { who: body.name }));
    else if (body.state !== BARTER_OPEN && body.reason !== OK) {
      tellSystem(
        t('barter.off', { who: body.name, why: body.reason === REASONS.notTrading ? '' : reasonText(body.reason) }).trim(),
      );
    }
  });
  session.on('notice', ({ notice, text }) => {
    if (notice === NOTICES.mail) toast(text ? t('mail.came', { who: text }) : t('mail.cameMarket'), 'envelope');
    else if (notice === NOTICES.mailKept) refuse(t('mail.kept'));
    else return;
    void loadMail();
  });
}

/** A region took us in. `isNew`: we come from outside, not over a border. */
export function settleExchange(session: Session, isNew: boolean): void {
  state.barter.value = null;
  dropDraft();
  state.barterAsks.value = [];
  state.character.value = session.known.welcome?.character ?? '';
  if (isNew) void loadMail();
}

/** Answers the newest request to trade. False: there is none. */
export function answerBarter(session: Pick<Session, 'send'>, accept: boolean): boolean {
  const asked = state.barterAsks.value.at(-1);
  if (!asked) return false;
  session.send('answerBarter', { from: asked.from, accept });
  state.barterAsks.value = state.barterAsks.value.filter(one => one !== asked);
  return true;
}
