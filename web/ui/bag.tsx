// The bag: 24 places and the money. In: bag, gold. Out: moves, through itemslot.tsx.
import { BAG_SLOTS } from '../../src/shared/protocol/limits';
import { t } from '../strings';
import { carried } from './carry';
import { Coins } from './coins';
import { gold, itemsBySlot } from './derived';
import { ItemSlot } from './itemslot';
import { PanelWindow } from './panelwindow';

export function Bag() {
  return (
    <PanelWindow panel="bag" title={t('bag.title')}>
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
  for (let slot = 0; slot < BAG_SLOTS; slot++) if (itemsBySlot.value.has(slot)) used++;
  const what = carried.value;
  return (
    <div class="foot">
      <p class="quiet" role="status">
        {what ? t('bag.moving', { what: what.name }) : t('bag.used', { n: used, all: BAG_SLOTS })}
      </p>
      <Coins copper={gold.value} />
    </div>
  );
}
