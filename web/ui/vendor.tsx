// Trading with a villager: his wares, and what of yours he buys. In: wares, bag, gold. A greyed button says why, by the same check the server makes.
import { signal } from '@preact/signals';
import { items } from '../../src/shared/content';
import type { ItemKind } from '../../src/shared/content/kinds';
import { WORN_BASE } from '../../src/shared/protocol/limits';
import { OK } from '../../src/shared/rules/reasons';
import { checkBuy, checkSell, sellPrice } from '../../src/shared/rules/vendor';
import { commands } from '../commands';
import { bag } from '../state';
import { reasonText, t } from '../strings';
import { Coins, coinText } from './coins';
import { gold, myself } from './derived';
import { KindChip } from './questview';
import { Tabs } from './tabs';

const SIDES = ['buy', 'sell'] as const;
const tab = signal<(typeof SIDES)[number]>('buy');

export function Vendor({ kinds, back }: { kinds: readonly number[]; back(): void }) {
  const npc = { vendor: kinds.flatMap(id => items.get(id)?.key ?? []) };
  return (
    <>
      <Tabs tabs={SIDES} chosen={tab.value} choose={next => (tab.value = next)}>
        {each => t(`vendor.${each}`)}
      </Tabs>
      <div class="wares" role="tabpanel">
        {tab.value === 'buy' ? <Buying kinds={kinds} npc={npc} /> : <Selling npc={npc} />}
      </div>
      <div class="foot">
        <button type="button" class="button small" onClick={back}>
          {t('dialogue.back')}
        </button>
        <span>
          {t('vendor.have')} <Coins copper={gold.value} />
        </span>
      </div>
    </>
  );
}

interface Trader {
  vendor: string[];
}

function Buying({ kinds, npc }: { kinds: readonly number[]; npc: Trader }) {
  return (
    <ul>
      {kinds.map(id => {
        const kind = items.get(id);
        return kind ? <Ware key={id} kind={kind} npc={npc} /> : null;
      })}
    </ul>
  );
}

function Ware({ kind, npc }: { kind: ItemKind; npc: Trader }) {
  const buy = (quantity: number) => ({
    reason: checkBuy(myself.value, npc, kind.id, quantity),
    act: () => commands.buy(kind.id, quantity),
  });
  return (
    <li>
      <KindChip kind={kind} quantity={1} />
      <Deal {...buy(1)} price={kind.price} label={t('vendor.buyOne', { what: kind.name, price: coinText(kind.price) })} />
      {kind.stack > 1 ? (
        <Deal
          {...buy(5)}
          price={kind.price * 5}
          times={5}
          label={t('vendor.buyOne', { what: `5 × ${kind.name}`, price: coinText(kind.price * 5) })}
        />
      ) : null}
    </li>
  );
}

function Selling({ npc }: { npc: Trader }) {
  const mine = bag.value
    .filter(item => item.slot < WORN_BASE && sellPrice(items.get(item.kind)!) > 0)
    .sort((a, b) => a.slot - b.slot);
  if (!mine.length) return <p class="quiet">{t('vendor.nothing')}</p>;
  return (
    <ul>
      {mine.map(item => {
        const kind = items.get(item.kind)!;
        const price = sellPrice(kind) * item.quantity;
        return (
          <li key={item.id}>
            <KindChip kind={kind} item={item} quantity={item.quantity} />
            <Deal
              reason={checkSell(myself.value, npc, item.id, item.quantity)}
              act={() => commands.sell(item.id, item.quantity)}
              price={price}
              label={t('vendor.sellOne', { what: kind.name, price: coinText(price) })}
            />
          </li>
        );
      })}
    </ul>
  );
}

interface DealProps {
  reason: number;
  act(): void;
  price: number;
  label: string;
  times?: number;
}

function Deal({ reason, act, price, label, times }: DealProps) {
  const why = reasonText(reason);
  return (
    <button
      type="button"
      class="button small"
      aria-disabled={reason !== OK}
      aria-label={why ? `${label}. ${why}` : label}
      title={why || undefined}
      onClick={() => reason === OK && act()}
    >
      {times ? <b>{`× ${times}`}</b> : null} <Coins copper={price} />
    </button>
  );
}
