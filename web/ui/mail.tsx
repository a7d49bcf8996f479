// The mailbox: letters on the left, one of them or a sheet to write on beside them. In: letters (over HTTP), place. Out: takeLetter, discard, and
// what writeletter.tsx sends. Read from anywhere; what letters hold is taken in a town.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { items } from '../../src/shared/content';
import { isEmpty } from '../../src/shared/rules/mail';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { commands } from '../commands';
import { discardLetter, exchangeSilent, letters, loadMail, type Posted, readLetter } from '../exchange';
import { settings } from '../settings';
import { count, reasonText, t } from '../strings';
import { Coins, coinText } from './coins';
import { gold, inTown } from './derived';
import { Icon } from './icon';
import { PanelWindow } from './panelwindow';
import { Things } from './pick';
import { answerTo, WriteLetter, writing } from './writeletter';

const opened = signal('');

export function Mail() {
  useEffect(() => void loadMail(), []);
  const shown = letters.value?.find(({ id }) => id === opened.value);
  return (
    <PanelWindow panel="mail" title={t('mail.title')}>
      <div class="mailbox">
        <div class="shelf">
          <button type="button" class="button small gold" onClick={() => (writing.value = true)}>
            <Icon name="gi:quill-ink" /> {t('mail.write')}
          </button>
          <Shelf />
        </div>
        {writing.value ? <WriteLetter /> : shown ? <Reading letter={shown} /> : <p class="quiet blank">{t('mail.choose')}</p>}
      </div>
    </PanelWindow>
  );
}

function Shelf() {
  if (!letters.value) return <p class="quiet">{t(exchangeSilent.value ? 'exchange.silent' : 'exchange.asks')}</p>;
  if (!letters.value.length) return <p class="quiet">{t('mail.none')}</p>;
  return (
    <ul aria-label={t('mail.title')}>
      {letters.value.map(letter => (
        <li key={letter.id}>
          <button
            type="button"
            class={`${letter.read ? '' : 'unread'}${letter.id === opened.value && !writing.value ? ' on' : ''}`}
            aria-pressed={letter.id === opened.value}
            onClick={() => {
              opened.value = letter.id;
              writing.value = false;
              void readLetter(letter.id);
            }}
          >
            <Icon name={letter.from ? 'gi:envelope' : 'gi:scales'} />
            <span>
              <b>{subjectOf(letter)}</b>
              <small>{senderOf(letter)}</small>
            </span>
            {isEmpty(letter) ? null : <Icon name="gi:knapsack" />}
            {letter.read ? null : <i class="unseen">{t('mail.unread')}</i>}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Reading({ letter }: { letter: Posted }) {
  const { id, text, gold: copper, things, cod, until_ms } = letter;
  const reason = !inTown.value ? REASONS.notInTown : cod > gold.value ? REASONS.notEnoughGold : OK;
  const take = async () => {
    if (reason !== OK) return;
    await commands.exchange('takeLetter', { letter: id, pay: cod });
    await loadMail();
  };
  return (
    <article aria-label={subjectOf(letter)}>
      <h3>{subjectOf(letter)}</h3>
      <p class="quiet">
        {senderOf(letter)} · {dayOf(letter.at_ms)}
      </p>
      <p class="reading words">{text || outcomeOf(letter)}</p>
      {isEmpty(letter) ? null : (
        <section class="enclosed" aria-label={t('mail.enclosed')}>
          <Things things={things} />
          {copper ? <Coins copper={copper} /> : null}
          {cod ? <p class="cod">{t('mail.asks', { price: coinText(cod) })}</p> : null}
          <button type="button" class="button small gold" aria-disabled={reason !== OK} onClick={() => void take()}>
            {cod ? t('mail.pay', { price: coinText(cod) }) : t('mail.take')}
          </button>
          <small>{reason === OK ? t('mail.until', { day: dayOf(until_ms) }) : reasonText(reason)}</small>
        </section>
      )}
      <div class="foot">
        {letter.from && letter.kind !== 'paid' ? (
          <button type="button" class="button small" onClick={() => answerTo(letter)}>
            {t('mail.answer')}
          </button>
        ) : null}
        {isEmpty(letter) ? (
          <button type="button" class="button small" onClick={() => void discardLetter(id)}>
            {t('mail.discard')}
          </button>
        ) : null}
      </div>
    </article>
  );
}

const dayOf = (at_ms: number): string =>
  new Date(at_ms).toLocaleDateString(settings.language.value, {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });

const senderOf = ({ name, kind }: Posted): string => (kind === 'back' ? t('mail.yourOwn') : name || t('mail.market'));

function subjectOf({ kind, subject, facts }: Posted): string {
  const what = items.get(facts[0] ?? 0)?.name ?? '';
  if (kind === 'plain') return subject || t('mail.noSubject');
  if (kind === 'back') return t('mail.back', { what: subject || t('mail.noSubject') });
  if (kind === 'paid') return t('mail.paid', { what: subject || t('mail.noSubject') });
  if (kind === 'goods') return t('mail.goods');
  return t(`mail.${kind}`, { what, n: count(facts[2] ?? 0) });
}

/** What a letter of the market says. */
function outcomeOf({ kind, facts }: Posted): string {
  const [id, , quantity = 0, price = 0, cut = 0] = facts;
  const holes = { what: items.get(id ?? 0)?.name ?? '', n: count(quantity), price: coinText(price), cut: coinText(cut) };
  if (kind === 'sold') return t('mail.soldWords', holes);
  if (kind === 'bought') return t('mail.boughtWords', holes);
  if (kind === 'ended') return t(cut ? 'mail.endedLost' : 'mail.endedWords', holes);
  return '';
}
