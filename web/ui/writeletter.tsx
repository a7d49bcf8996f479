// A letter to be written: to whom, what, and what goes along. In: bag, gold, place. Out: sendLetter. Greyed for the reason that the server would give.
import { signal } from '@preact/signals';
import type { Piece } from '../../src/shared/rules/goods';
import { checkDraft, cleanDraft, ENCLOSED_THINGS, postageOf, SUBJECT_LENGTH, TEXT_LENGTH } from '../../src/shared/rules/mail';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { commands } from '../commands';
import { loadMail, type Posted } from '../exchange';
import { reasonText, t } from '../strings';
import { Coins } from './coins';
import { inTown, myself } from './derived';
import { MoneyField } from './moneyfield';
import { Picked, Picker } from './pick';

export const writing = signal(false);

const EMPTY = { to: '', subject: '', text: '', pieces: [] as readonly Piece[], copper: 0, isAsked: false };
const sheet = signal(EMPTY);
const set = (change: Partial<typeof EMPTY>) => {
  sheet.value = { ...sheet.value, ...change };
};

export function answerTo({ name, subject }: Posted): void {
  sheet.value = { ...EMPTY, to: name, subject: subject ? t('mail.re', { what: subject }).slice(0, SUBJECT_LENGTH) : '' };
  writing.value = true;
}

const draftOf = ({ subject, text, pieces, copper, isAsked }: typeof EMPTY) =>
  cleanDraft({ subject, text, items: pieces, gold: isAsked ? 0 : copper, cod: isAsked ? copper : 0 });

const reasonAgainst = (written: typeof EMPTY) =>
  written.to.trim() ? checkDraft(myself.value, draftOf(written), inTown.value) : REASONS.noSuchPlayer;

/** What is on the sheet now: a key may have changed it after it was drawn. */
async function send(): Promise<void> {
  const written = sheet.value;
  if (reasonAgainst(written) !== OK) return;
  const draft = draftOf(written);
  const answer = await commands.exchange('sendLetter', { to: written.to.trim(), ...draft, items: [...draft.items] });
  if (answer !== OK) return;
  sheet.value = EMPTY;
  writing.value = false;
  await loadMail();
}

export function WriteLetter() {
  const { to, subject, text, pieces, copper, isAsked } = sheet.value;
  const reason = reasonAgainst(sheet.value);
  return (
    <form
      class="letter"
      aria-label={t('mail.write')}
      onSubmit={event => {
        event.preventDefault();
        void send();
      }}
    >
      <label>
        {t('mail.to')}
        <input data-first value={to} maxLength={64} autocomplete="off" onInput={event => set({ to: event.currentTarget.value })} />
      </label>
      <label>
        {t('mail.subject')}
        <input value={subject} maxLength={SUBJECT_LENGTH} onInput={event => set({ subject: event.currentTarget.value })} />
      </label>
      <label>
        {t('mail.words')}
        <textarea
          rows={4}
          value={text}
          maxLength={TEXT_LENGTH}
          onKeyDown={event => event.stopPropagation()}
          onInput={event => set({ text: event.currentTarget.value })}
        />
      </label>
      {inTown.value ? (
        <>
          <Picked chosen={pieces} choose={chosen => set({ pieces: chosen })} />
          <Picker chosen={pieces} most={ENCLOSED_THINGS} choose={chosen => set({ pieces: chosen })} />
          <div class="pay">
            <MoneyField label={t(isAsked ? 'mail.cod' : 'mail.gold')} copper={copper} change={next => set({ copper: next })} />
            <label class="check">
              <input type="checkbox" checked={isAsked} onChange={event => set({ isAsked: event.currentTarget.checked })} />
              {t('mail.asCod')}
            </label>
          </div>
        </>
      ) : (
        <p class="quiet">{t('mail.townOnly')}</p>
      )}
      <div class="foot">
        <p class="quiet" role="status">
          {t('mail.postage')} <Coins copper={postageOf(draftOf(sheet.value))} />
          {to.trim() && reason !== OK ? ` · ${reasonText(reason)}` : ''}
        </p>
        <button type="button" class="button small" onClick={() => (writing.value = false)}>
          {t('mail.putAside')}
        </button>
        <button type="submit" class="button small gold" aria-disabled={reason !== OK}>
          {t('mail.send')}
        </button>
      </div>
    </form>
  );
}
