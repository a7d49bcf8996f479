// An order to sell: what, and for how much. In: bag, gold, place. Out: sellOrder. What the market takes is said before.
import { signal } from '@preact/signals';
import type { Piece } from '../../src/shared/rules/goods';
import { checkSellOrder, cutOf, depositFor, ORDER_PILES, wareOf } from '../../src/shared/rules/market';
import { OK } from '../../src/shared/rules/reasons';
import { commands } from '../commands';
import { loadOrders } from '../exchange';
import { count, reasonText, t } from '../strings';
import { coinText } from './coins';
import { inTown, myself } from './derived';
import { MoneyField } from './moneyfield';
import { Picked, Picker } from './pick';

const chosen = signal<readonly Piece[]>([]);
const price = signal(0);

/** What is sold, without how much of it. */
function wareKey(pieces: readonly Piece[]): string {
  const found = wareOf(myself.value, pieces);
  return typeof found === 'number' ? '' : `${found.ware.kind} ${found.ware.quality}`;
}

export function SellOrder() {
  const ware = wareOf(myself.value, chosen.value);
  const quantity = typeof ware === 'number' ? 0 : ware.quantity;
  const reason = checkSellOrder(myself.value, chosen.value, price.value, inTown.value);
  const sell = async () => {
    if (checkSellOrder(myself.value, chosen.value, price.value, inTown.value) !== OK) return;
    const answer = await commands.exchange('sellOrder', { items: [...chosen.value], price: price.value });
    if (answer === OK) pick([]);
    await loadOrders();
  };
  const pick = (pieces: readonly Piece[]) => {
    // What one thing was to cost says nothing of the next.
    if (wareKey(pieces) !== wareKey(chosen.value)) price.value = 0;
    chosen.value = pieces;
  };
  return (
    <form
      class="order"
      aria-label={t('market.sell')}
      onSubmit={event => {
        event.preventDefault();
        void sell();
      }}
    >
      <p class="quiet">{t('market.sellHint')}</p>
      <Picker chosen={chosen.value} most={ORDER_PILES} choose={pick} />
      <Picked chosen={chosen.value} choose={pick} />
      <MoneyField label={t('market.price')} copper={price.value} change={copper => (price.value = copper)} />
      {quantity && price.value ? (
        <p class="sums">
          {t('market.sums', {
            n: count(quantity),
            all: coinText(price.value * quantity),
            cut: coinText(cutOf(price.value * quantity)),
            deposit: coinText(depositFor(price.value, quantity)),
          })}
        </p>
      ) : null}
      <div class="foot">
        <small role="status">{chosen.value.length && reason !== OK ? reasonText(reason) : t('market.lasts')}</small>
        <button type="submit" class="button small gold" aria-disabled={reason !== OK}>
          {t('market.offer')}
        </button>
      </div>
    </form>
  );
}
