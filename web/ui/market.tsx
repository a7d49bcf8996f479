// The market over the whole world. In: offers, one ware's prices and own orders (over HTTP), bag, gold, place. Out: searches, orders, cancellations.
// Looked at from anywhere; orders are given in a town.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { items } from '../../src/shared/content';
import { CATEGORIES, type Category, PAGE_ROWS, SORTS, type Sort } from '../../src/shared/rules/search';
import {
  cancelOrder,
  exchangeSilent,
  loadOffers,
  loadOrders,
  loadWare,
  looked,
  type Own,
  offers,
  ownOrders,
  wanted,
} from '../exchange';
import { count, t } from '../strings';
import { Coins, coinText } from './coins';
import { SellOrder } from './marketorder';
import { WarePage } from './marketware';
import { PanelWindow } from './panelwindow';
import { KindChip } from './questview';
import { Tabs } from './tabs';

type Tab = 'browse' | 'sell' | 'orders';
const tab = signal<Tab>('browse');

export function Market() {
  useEffect(() => {
    void loadOffers();
    void loadOrders();
  }, []);
  return (
    <PanelWindow panel="market" title={t('market.title')}>
      <Tabs
        tabs={['browse', 'sell', 'orders'] as const}
        chosen={tab.value}
        choose={chosen => {
          tab.value = chosen;
          if (chosen === 'browse') void loadOffers();
        }}
      >
        {each => t(`market.${each}`)}
      </Tabs>
      <div role="tabpanel" class="stall">
        {tab.value === 'browse' ? looked.value ? <WarePage ware={looked.value} /> : <Browse /> : null}
        {tab.value === 'sell' ? <SellOrder /> : null}
        {tab.value === 'orders' ? <Orders /> : null}
      </div>
    </PanelWindow>
  );
}

function look(change: Partial<typeof wanted.value>): void {
  wanted.value = { ...wanted.value, page: 0, ...change };
  void loadOffers();
}

function Browse() {
  const { text, category, maxPrice, minLevel } = wanted.value;
  return (
    <>
      <search class="seek">
        <input
          data-first
          class="find"
          type="search"
          value={text}
          maxLength={60}
          placeholder={t('market.find')}
          aria-label={t('market.find')}
          onInput={event => look({ text: event.currentTarget.value })}
        />
        <select
          aria-label={t('market.category')}
          value={category}
          onChange={event => look({ category: event.currentTarget.value as Category })}
        >
          {CATEGORIES.map(each => (
            <option key={each} value={each}>
              {t(`market.${each}`)}
            </option>
          ))}
        </select>
        <label>
          {t('market.fromLevel')}
          <input
            type="number"
            min={0}
            max={60}
            value={minLevel}
            onChange={event => look({ minLevel: Math.max(0, Math.floor(Number(event.currentTarget.value) || 0)) })}
          />
        </label>
        <label>
          {t('market.upTo')}
          <input
            type="number"
            min={0}
            value={maxPrice}
            onChange={event => look({ maxPrice: Math.max(0, Math.floor(Number(event.currentTarget.value) || 0)) })}
          />
        </label>
      </search>
      <Offers />
    </>
  );
}

const SHOWN: readonly Sort[] = SORTS.filter(sort => sort !== 'level');

function Offers() {
  const shown = offers.value;
  if (!shown) return <p class="quiet">{t(exchangeSilent.value ? 'exchange.silent' : 'exchange.asks')}</p>;
  const { sort, down } = wanted.value;
  return (
    <>
      <table class="offers">
        <thead>
          <tr>
            {SHOWN.map(each => (
              <th key={each} scope="col" aria-sort={each === sort ? (down ? 'descending' : 'ascending') : 'none'}>
                <button type="button" onClick={() => look({ sort: each, down: each === sort && !down })}>
                  {t(`market.by.${each}`)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.rows.map(row => {
            const kind = items.get(row.kind);
            if (!kind) return null;
            return (
              <tr key={`${row.kind}.${row.quality}`}>
                <td>
                  <button type="button" class="ware" onClick={() => void loadWare({ kind: row.kind, quality: row.quality })}>
                    <KindChip kind={kind} quantity={1} />
                    {row.quality ? <small>{t(`quality.${row.quality as 1 | 2 | 3}`)}</small> : null}
                  </button>
                </td>
                <td>{row.ask ? <Coins copper={row.ask} /> : '–'}</td>
                <td>{count(row.asked)}</td>
                <td>{row.bid ? <Coins copper={row.bid} /> : '–'}</td>
                <td>{count(row.wanted)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {shown.total ? <Pages total={shown.total} page={shown.page} /> : <p class="quiet">{t('market.nothing')}</p>}
    </>
  );
}

function Pages({ total, page }: { total: number; page: number }) {
  const pages = Math.ceil(total / PAGE_ROWS);
  return (
    <div class="foot">
      <button type="button" class="button small" disabled={page === 0} onClick={() => look({ page: page - 1 })}>
        {t('market.before')}
      </button>
      <p class="quiet" role="status">
        {t('market.page', { n: count(page + 1), of: count(pages), total: count(total) })}
      </p>
      <button type="button" class="button small" disabled={page + 1 >= pages} onClick={() => look({ page: page + 1 })}>
        {t('market.after')}
      </button>
    </div>
  );
}

function Orders() {
  if (!ownOrders.value) return <p class="quiet">{t(exchangeSilent.value ? 'exchange.silent' : 'exchange.asks')}</p>;
  if (!ownOrders.value.length) return <p class="quiet">{t('market.noOrders')}</p>;
  return (
    <ul class="wares">
      {ownOrders.value.map(order => (
        <OwnOrder key={order.id} order={order} />
      ))}
    </ul>
  );
}

function OwnOrder({ order: { id, side, kind: kindId, price, quantity, whole, until_ms } }: { order: Own }) {
  const kind = items.get(kindId);
  if (!kind) return null;
  const hours = Math.max(0, Math.round((until_ms - Date.now()) / 3_600_000));
  return (
    <li>
      <KindChip kind={kind} quantity={1} />
      <small>{t(`market.own.${side}`, { n: count(quantity), of: count(whole), price: coinText(price), h: hours })}</small>
      <button
        type="button"
        class="button small"
        aria-label={t('market.cancelOne', { what: kind.name })}
        onClick={() => void cancelOrder(id)}
      >
        {t('market.cancel')}
      </button>
    </li>
  );
}
