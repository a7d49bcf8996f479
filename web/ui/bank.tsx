// The bank at a banker's: 48 places, beside the open bag. In: bank, carry. Out: things moved over, through itemslot.tsx.
import { useLayoutEffect } from 'preact/hooks';
import { BANK_BASE, BANK_SLOTS } from '../../src/shared/protocol/limits';
import { commands } from '../commands';
import { bank, panels } from '../state';
import { t } from '../strings';
import { carried } from './carry';
import { ItemSlot } from './itemslot';

export function Bank({ back }: { back(): void }) {
  useLayoutEffect(() => {
    if (!panels.peek().has('bag')) commands.toggle('bag');
  }, []);
  const what = carried.value;
  return (
    <>
      <p class="quiet">{t('bank.hint')}</p>
      <div class="grid bankgrid" role="group" aria-label={t('bank.title')}>
        {Array.from({ length: BANK_SLOTS }, (_, i) => (
          <ItemSlot key={i} slot={BANK_BASE + i} emptyLabel={t('bank.empty', { n: i + 1 })} />
        ))}
      </div>
      <div class="foot">
        <button type="button" class="button small" onClick={back}>
          {t('dialogue.back')}
        </button>
        <p class="quiet" role="status">
          {what ? t('bag.moving', { what: what.name }) : t('bank.used', { n: bank.value.length, all: BANK_SLOTS })}
        </p>
        <button type="button" class="button small" onClick={() => commands.sort('bank')}>
          {t('bag.sort')}
        </button>
      </div>
    </>
  );
}
