// The guild's bank: tabs of places, and gold. In: guildBank, bag. Out: guildDeposit, guildTake. What the day's limit or the rank forbids is greyed out,
// by the checks that the guild decides with.
import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { items } from '../../src/shared/content';
import { toldItem } from '../../src/shared/protocol/told';
import { checkGive } from '../../src/shared/rules/goods';
import { checkDeposit, TAB_SLOTS } from '../../src/shared/rules/guildbank';
import { perksOf } from '../../src/shared/rules/guildlevel';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { commands } from '../commands';
import { guild, guildBank, panels } from '../state';
import { count, reasonText, t } from '../strings';
import { carried } from './carry';
import { Coins } from './coins';
import { gold, itemsBySlot, myself } from './derived';
import { Icon } from './icon';
import { hideTip, showTip } from './tip';

const tab = signal(0);
const ALL = 255;
const COPPER_PER_SILVER = 100;
const BAG = Array.from({ length: 24 }, (_, slot) => slot);

export function GuildBank() {
  useLayoutEffect(() => {
    if (!panels.peek().has('bag')) commands.toggle('bag');
  }, []);
  const shown = guildBank.value;
  if (!shown) return <p class="quiet">{t('guild.asking')}</p>;
  const { tabs } = perksOf(guild.value?.level ?? 1);
  const left = shown.left[tab.value] ?? 0;
  return (
    <>
      <div class="banktabs" role="group" aria-label={t('guild.bankTabs')}>
        {Array.from({ length: tabs }, (_, i) => (
          <button
            key={i}
            type="button"
            class={`button small${tab.value === i ? ' gold' : ''}`}
            aria-pressed={tab.value === i}
            onClick={() => (tab.value = i)}
          >
            {t('guild.bankTab', { n: i + 1 })}
          </button>
        ))}
        <span class="quiet">{left === ALL ? t('guild.takeAll') : t('guild.takeLeft', { n: left })}</span>
      </div>
      <div class="grid bankgrid" role="group" aria-label={t('guild.bankTab', { n: tab.value + 1 })}>
        {Array.from({ length: placesIn() }, (_, slot) => (
          <Place key={slot} slot={slot} mayTake={left > 0} />
        ))}
      </div>
      <Give />
      <Gold />
    </>
  );
}

const thingAt = (slot: number) => guildBank.value?.things.find(each => each.tab === tab.value && each.thing.slot === slot)?.thing;
/** Things that came back into a full tab lie beyond it. */
const placesIn = (): number =>
  Math.max(TAB_SLOTS, ...(guildBank.value?.things ?? []).filter(each => each.tab === tab.value).map(({ thing }) => thing.slot + 1));

function Place({ slot, mayTake }: { slot: number; mayTake: boolean }) {
  const row = thingAt(slot);
  const item = row && toldItem(row);
  const kind = item && items.get(item.kind);
  const drop = {
    onDragOver: (event: DragEvent) => carried.value?.item && event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      give(carried.value?.item ?? '');
    },
  };
  if (!item || !kind) {
    return (
      <button
        type="button"
        class="itemslot empty"
        aria-label={t('bank.empty', { n: slot + 1 })}
        onClick={() => give(carried.value?.item ?? '')}
        {...drop}
      />
    );
  }
  const label = item.quantity > 1 ? t('item.stack', { what: kind.name, n: item.quantity }) : kind.name;
  const why = mayTake ? '' : reasonText(REASONS.dailyLimit);
  const tipOf = { kind: kind.id, item };
  return (
    <button
      type="button"
      class={`itemslot ${kind.rarity}`}
      aria-label={`${t('guild.take', { what: label })}${why ? `. ${why}` : ''}`}
      aria-disabled={!mayTake}
      onClick={() => mayTake && commands.wish('guildTake', { item: item.id, quantity: item.quantity, gold: 0 })}
      onPointerEnter={event => showTip(event.currentTarget, tipOf)}
      onPointerLeave={hideTip}
      onFocus={event => event.currentTarget.matches(':focus-visible') && showTip(event.currentTarget, tipOf)}
      onBlur={hideTip}
      {...drop}
    >
      <Icon name={kind.icon} />
      {item.quantity > 1 ? <b>{item.quantity}</b> : null}
    </button>
  );
}

function give(id: string): void {
  const item = myself.peek().items.find(each => each.id === id);
  if (item && mayGive(id, item.quantity)) commands.guildDeposit(tab.value, id, item.quantity, 0);
  carried.value = null;
}

const mayGive = (item: string, quantity: number): boolean =>
  checkDeposit(guild.value, tab.value) === OK && checkGive(myself.value, [{ item, quantity }], 0) === OK;

/** By keys and fingers: a list of what may be given. */
function Give() {
  const mine = BAG.map(slot => itemsBySlot.value.get(slot)).filter(item => item !== undefined);
  const reason = checkDeposit(guild.value, tab.value);
  const givable = reason === OK ? mine.filter(({ id, quantity }) => mayGive(id, quantity)) : [];
  return (
    <label class="toslot give">
      {t('guild.give')}
      <select
        value=""
        disabled={reason !== OK || !givable.length}
        onChange={event => {
          give(event.currentTarget.value);
          event.currentTarget.value = '';
        }}
      >
        <option value="">{reason === OK ? t('guild.giveWhat') : reasonText(reason)}</option>
        {givable.map(({ id, kind, quantity }) => (
          <option key={id} value={id}>
            {quantity > 1 ? t('item.stack', { what: items.get(kind)?.name ?? '', n: quantity }) : (items.get(kind)?.name ?? '')}
          </option>
        ))}
      </select>
    </label>
  );
}

function Gold() {
  const field = useRef<HTMLInputElement>(null);
  const there = guildBank.value;
  if (!there) return null;
  const copper = () => Math.floor((field.current?.valueAsNumber || 0) * COPPER_PER_SILVER);
  const put = () => {
    if (copper() > 0 && copper() <= gold.value) commands.guildDeposit(tab.value, '', 0, copper());
  };
  const take = () => {
    if (copper() > 0) commands.wish('guildTake', { item: '', quantity: 0, gold: copper() });
  };
  const most = Math.min(there.leftGold, there.gold);
  return (
    <div class="guildgold">
      <span>
        {t('guild.gold')} <Coins copper={there.gold} />
      </span>
      <label>
        {t('guild.silver')}
        <input ref={field} type="number" min={0} step={1} defaultValue="1" />
      </label>
      <button type="button" class="button small" onClick={put}>
        {t('guild.put')}
      </button>
      <button type="button" class="button small" aria-disabled={most <= 0} onClick={() => most > 0 && take()}>
        {t('guild.takeGold')}
      </button>
      <small class="quiet">
        {most <= 0 && there.gold > 0
          ? reasonText(REASONS.dailyLimit)
          : t('guild.goldLeft', { n: count(Math.floor(most / COPPER_PER_SILVER)) })}
      </small>
    </div>
  );
}
