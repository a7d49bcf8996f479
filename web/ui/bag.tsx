// The bag: 24 places and the money, a field that finds things and a button that puts them in order. In: bag, gold. Out: moves, through itemslot.tsx.
import { BAG_SLOTS } from '../../src/shared/protocol/limits';
import { commands } from '../commands';
import { t } from '../strings';
import { matches, sought } from './bagsearch';
import { carried } from './carry';
import { Coins } from './coins';
import { gold, itemsBySlot } from './derived';
import { ItemSlot } from './itemslot';
import { PanelWindow } from './panelwindow';

export function Bag() {
  return (
    <PanelWindow panel="bag" title={t('bag.title')}>
      <div class="bagtools">
        <input
          type="search"
          class="find"
          placeholder={t('bag.search')}
          aria-label={t('bag.search')}
          value={sought.value}
          onInput={event => (sought.value = event.currentTarget.value)}
        />
        <button type="button" class="button small" onClick={() => commands.sort('bag')}>
          {t('bag.sort')}
        </button>
      </div>
      <div class="grid" role="group" aria-label={t('bag.title')}>
        {Array.from({ length: BAG_SLOTS }, (_, slot) => (
          <ItemSlot key={slot} slot={slot} emptyLabel={t('bag.empty', { n: slot + 1 })} />
        ))}
      </div>
      <BagFoot />
    </PanelWindow>
  );
}

function BagFoot() {
  let used = 0;
  let found = 0;
  for (let slot = 0; slot < BAG_SLOTS; slot++) {
    const item = itemsBySlot.value.get(slot);
    if (item) used++;
    if (item && matches(item)) found++;
  }
  const what = carried.value;
  return (
    <div class="foot">
      <p class="quiet" role="status">
        {what
          ? t('bag.moving', { what: what.name })
          : sought.value
            ? t('bag.found', { n: found, all: used })
            : t('bag.used', { n: used, all: BAG_SLOTS })}
      </p>
      <Coins copper={gold.value} />
    </div>
  );
}
