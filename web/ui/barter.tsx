// The trade window: what both offer, and whether they agree. In: barter, bag, gold. Out: offer, agree, endBarter. The button agrees to just what
// is shown: its number goes with it. What he has offered and is not shown yet stands in his fields, and the next change builds on it.
import { BARTER_OPEN, OFFER_THINGS } from '../../src/shared/protocol/messages';
import { toldItem } from '../../src/shared/protocol/told';
import { checkOffer } from '../../src/shared/rules/barter';
import { OK } from '../../src/shared/rules/reasons';
import { draft, isSame, offer, shownOffer } from '../barter';
import { commands } from '../commands';
import { barter } from '../state';
import { reasonText, t } from '../strings';
import { Coins } from './coins';
import { gold, myself } from './derived';
import { Icon } from './icon';
import { MoneyField } from './moneyfield';
import { Picked, Picker, Things } from './pick';
import { Window } from './window';

export function Barter() {
  const shown = barter.value;
  if (shown?.state !== BARTER_OPEN) return null;
  const { mine, theirs, name, seen } = shown;
  const there = shownOffer(shown);
  const next = draft.value?.to === name ? draft.value : there;
  const isShown = isSame(next, there);
  const reason = checkOffer(myself.value, { pieces: [...next.items], gold: next.gold });
  const isEmpty = !mine.items.length && !mine.gold && !theirs.items.length && !theirs.gold;
  const mayAgree = reason === OK && isShown && !mine.agreed && !isEmpty;
  return (
    <Window name="barter" title={t('barter.title', { who: name })} close={() => commands.wish('endBarter', {})}>
      <div class="sides">
        <section class={mine.agreed ? 'agreed' : ''} aria-label={t('barter.yours')}>
          <h3>
            {t('barter.yours')} <Agreed yes={mine.agreed} />
          </h3>
          <Picked isSlow chosen={next.items} choose={pieces => offer(name, pieces, next.gold)} />
          <MoneyField
            isSlow
            label={t('barter.gold')}
            copper={next.gold}
            change={copper => offer(name, next.items, Math.min(copper, gold.value))}
          />
        </section>
        <section class={theirs.agreed ? 'agreed' : ''} aria-label={t('barter.theirs', { who: name })} aria-live="polite">
          <h3>
            {name} <Agreed yes={theirs.agreed} />
          </h3>
          {theirs.items.length || theirs.gold ? null : <p class="quiet">{t('barter.nothing')}</p>}
          <Things things={theirs.items.map(toldItem)} />
          {theirs.gold ? <Coins copper={theirs.gold} /> : null}
        </section>
      </div>
      <Picker chosen={next.items} most={OFFER_THINGS} choose={pieces => offer(name, pieces, next.gold)} />
      <div class="foot">
        <p class="quiet" role="status">
          {reason !== OK ? reasonText(reason) : mine.agreed ? t('barter.waits', { who: name }) : t('barter.hint')}
        </p>
        <button type="button" class="button small" onClick={() => commands.wish('endBarter', {})}>
          {t('barter.end')}
        </button>
        <button
          type="button"
          class="button small gold"
          aria-disabled={!mayAgree}
          onClick={() => mayAgree && void commands.exchange('agree', { seen })}
        >
          {t('barter.agree')}
        </button>
      </div>
    </Window>
  );
}

function Agreed({ yes }: { yes: boolean }) {
  if (!yes) return null;
  return (
    <small class="yes">
      <Icon name="gi:check-mark" /> {t('barter.agreed')}
    </small>
  );
}
