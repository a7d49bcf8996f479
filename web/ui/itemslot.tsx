// One place for an item, in the bag, on the body or in the bank: shows it, lets it be dragged, dropped, opened and used, by mouse, finger or keyboard.
import { items } from '../../src/shared/content';
import { EQUIP_SLOTS, type EquipSlot, type ItemKind } from '../../src/shared/content/kinds';
import { BAG_SLOTS, WORN_BASE } from '../../src/shared/protocol/limits';
import { placeFor, type Where } from '../../src/shared/rules/bank';
import type { Item } from '../../src/shared/rules/character';
import { BROKEN, isBroken, WORN_DOWN, wearOf } from '../../src/shared/rules/durability';
import { equipSlot, isBankSlot } from '../../src/shared/rules/worn';
import { commands } from '../commands';
import { dialogue } from '../state';
import { t } from '../strings';
import { matches } from './bagsearch';
import { carried, putInSlot } from './carry';
import { itemsBySlot, myself } from './derived';
import { atBank } from './dialoguepage';
import { Icon } from './icon';
import { openActions } from './itemactions';
import { hideTip, showTip } from './tip';

/** The quick thing to do with an item: hand it over the banker's table, sell it to an open vendor, wear it, take it off, use it. */
export function quickUse(item: Item): void {
  const kind = items.get(item.kind);
  if (!kind) return;
  if (isBankSlot(item.slot)) handOver(item, 'bag');
  else if (atBank.peek() && item.slot < WORN_BASE) handOver(item, 'bank');
  else if (item.slot >= WORN_BASE) {
    const free = firstFree();
    if (free >= 0) commands.moveItem(item.id, free, 1);
  } else if (dialogue.value?.vendor.length) commands.sell(item.id, item.quantity);
  else if (kind.slot) commands.moveItem(item.id, wornSlot(kind.slot), 1);
  else if (kind.use) commands.useItem(item.id);
}

/** Between bag and bank, to where it fits best. */
export function handOver(item: Item, where: Where): void {
  const slot = placeFor(myself.peek(), item, where);
  if (slot >= 0) commands.bankItem(item.id, slot, item.quantity);
}

/** The wire's number of a worn slot. */
export function wornSlot(slot: EquipSlot): number {
  return WORN_BASE + EQUIP_SLOTS.indexOf(slot);
}

export function firstFree(): number {
  for (let slot = 0; slot < BAG_SLOTS; slot++) if (!itemsBySlot.value.has(slot)) return slot;
  return -1;
}

/** `empty`: what stands in the place when nothing is there, for eyes (icon) and ears (label). */
export function ItemSlot({ slot, emptyLabel, emptyIcon }: { slot: number; emptyLabel: string; emptyIcon?: string }) {
  const item = itemsBySlot.value.get(slot);
  const kind = item && items.get(item.kind);
  const drop = {
    onDragOver: (event: DragEvent) => carried.value?.item && event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      putInSlot(slot);
    },
  };
  if (!item || !kind) {
    return (
      <button type="button" class="itemslot empty" aria-label={emptyLabel} onClick={() => putInSlot(slot)} {...drop}>
        {emptyIcon ? <Icon name={emptyIcon} /> : null}
      </button>
    );
  }
  const isWorn = equipSlot(slot) !== undefined;
  const tipOf = { kind: kind.id, item, worn: isWorn };
  const state = [
    carried.value?.item === item.id ? ' lifted' : '',
    matches(item) ? '' : ' faded',
    isBroken(item) ? ' broken' : '',
  ].join('');
  return (
    <button
      type="button"
      class={`itemslot ${kind.rarity}${state}`}
      aria-label={spoken(item, kind)}
      aria-haspopup="menu"
      draggable
      onClick={event => (carried.value?.item ? putInSlot(slot) : openActions(event.currentTarget, item))}
      onContextMenu={event => {
        event.preventDefault();
        hideTip();
        quickUse(item);
      }}
      onDragStart={() => {
        hideTip();
        carried.value = { item: item.id, quantity: item.quantity, bar: kind.use ? -kind.id : 0, name: kind.name, fromBar: -1 };
      }}
      onDragEnd={() => (carried.value = null)}
      onPointerEnter={event => showTip(event.currentTarget, tipOf)}
      onPointerLeave={hideTip}
      onFocus={event => event.currentTarget.matches(':focus-visible') && showTip(event.currentTarget, tipOf)}
      onBlur={hideTip}
      {...drop}
    >
      <Icon name={kind.icon} />
      {item.quantity > 1 ? <b>{item.quantity}</b> : null}
      <Wear item={item} />
    </button>
  );
}

/** Name, number, rarity and what is wrong with it, for ears. */
function spoken(item: Item, kind: ItemKind): string {
  const label = item.quantity > 1 ? t('item.stack', { what: kind.name, n: item.quantity }) : kind.name;
  const wear = isBroken(item) ? t('durability.broken') : wearOf(item) ? t('durability.of', { n: BROKEN - wearOf(item) }) : '';
  return [label, t(`rarity.${kind.rarity}`), wear].filter(Boolean).join(', ');
}

/** What is left of a thing that has been worn, as a thin bar; a cross when nothing is. */
function Wear({ item }: { item: Item }) {
  const wear = wearOf(item);
  if (!wear) return null;
  if (isBroken(item)) return <i class="figured cross crack" aria-hidden="true" />;
  return (
    <i class={`wear${wear >= WORN_DOWN ? ' low' : ''}`} aria-hidden="true">
      <i style={{ width: `${BROKEN - wear}%` }} />
    </i>
  );
}
