// One ware: at which prices it is offered and asked for, what was paid, and an order to buy it. In: its facts. Out: buyOrder.
import { signal, useSignal } from '@preact/signals';
import { items } from '../../src/shared/content';
import { checkBuyOrder, type Ware } from '../../src/shared/rules/market';
import { OK } from '../../src/shared/rules/reasons';
import { commands } from '../commands';
import { facts, type Level, loadOffers, loadOrders, loadWare, looked } from '../exchange';
import { count, reasonText, t } from '../strings';
import { Chart } from './chart';
import { Coins, coinText } from './coins';
import { inTown, myself } from './derived';
import { Amount, MoneyField } from './moneyfield';
import { KindChip } from './questview';

const span = signal<'hours' | 'days'>('hours');

export function WarePage({ ware }: { ware: Ware }) {
  const kind = items.get(ware.kind);
  const known = facts.value;
  if (!kind) return null;
  return (
    <div class="warepage">
      <div class="head">
        <KindChip kind={kind} quantity={1} />
        {ware.quality ? <small>{t(`quality.${ware.quality as 1 | 2 | 3}`)}</small> : null}
        <button
          type="button"
          class="button small"
          onClick={() => {
            looked.value = null;
            void loadOffers();
          }}
        >
          {t('market.back')}
        </button>
      </div>
      {known ? (
        <>
          <div class="books">
            <Levels title={t('market.asks')} levels={known.asks} />
            <Levels title={t('market.bids')} levels={known.bids} />
          </div>
          <div class="paid">
            <h3>{t('market.paid')}</h3>
            {(['hours', 'days'] as const).map(each => (
              <button
                key={each}
                type="button"
                class="button small"
                aria-pressed={span.value === each}
                onClick={() => (span.value = each)}
              >
                {t(`market.${each}`)}
              </button>
            ))}
          </div>
          <Chart points={known[span.value]} what={kind.name} />
          <BuyOrder
            key={`${ware.kind} ${ware.quality}`}
            ware={ware}
            best={known.asks[0]?.price ?? known.days.at(-1)?.average ?? 0}
          />
        </>
      ) : (
        <p class="quiet">{t('exchange.asks')}</p>
      )}
    </div>
  );
}

function Levels({ title, levels }: { title: string; levels: readonly Level[] }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {levels.length ? (
        <ul>
          {levels.slice(0, 6).map(({ price, quantity }) => (
            <li key={price}>
              <Coins copper={price} /> <span>{t('market.pieces', { n: count(quantity) })}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p class="quiet">{t('market.none')}</p>
      )}
    </section>
  );
}

/** Price and number are of this ware alone: whoever looks at the next one begins with what that costs. */
function BuyOrder({ ware, best }: { ware: Ware; best: number }) {
  const order = useSignal({ price: 0, quantity: 1 });
  const price = order.value.price || best || 1;
  const { quantity } = order.value;
  const reason = checkBuyOrder(myself.value, ware, price, quantity, inTown.value);
  const buy = async () => {
    const { quantity: pieces, price: asked } = order.value;
    const now = { price: asked || best || 1, quantity: pieces };
    if (checkBuyOrder(myself.value, ware, now.price, now.quantity, inTown.value) !== OK) return;
    if ((await commands.exchange('buyOrder', { ...ware, ...now })) === OK) order.value = { price: 0, quantity: 1 };
    await Promise.all([loadWare(ware), loadOrders()]);
  };
  return (
    <form
      class="order"
      aria-label={t('market.buy')}
      onSubmit={event => {
        event.preventDefault();
        void buy();
      }}
    >
      <span class="pieces">
        {t('market.quantity')}
        <Amount
          class="much"
          min={1}
          value={quantity}
          label={t('market.quantity')}
          tell={pieces => (order.value = { ...order.value, quantity: Math.max(1, Math.floor(pieces)) })}
        />
      </span>
      <MoneyField label={t('market.price')} copper={price} change={copper => (order.value = { ...order.value, price: copper })} />
      <button type="submit" class="button small gold" aria-disabled={reason !== OK}>
        {t('market.buyFor', { price: coinText(price * quantity) })}
      </button>
      <small role="status">{reason === OK ? t('market.buyHint') : reasonText(reason)}</small>
    </form>
  );
}
