// One place for an item, in the bag or on the body: shows it, lets it be dragged, dropped, opened and used, by mouse, finger or keyboard.
import { items } from '../../src/shared/content';
import { EQUIP_SLOTS, type EquipSlot } from '../../src/shared/content/kinds';
import { BAG_SLOTS, WORN_BASE } from '../../src/shared/protocol/limits';
import { commands } from '../commands';
import { dialogue } from '../state';
import { t } from '../strings';
import { carried, putInSlot } from './carry';
import { itemsBySlot } from './derived';
import { Icon } from './icon';
import { openActions } from './itemactions';
import { hideTip, showTip } from './tip';

interface Held {
  id: string;
  kind: number;
  quantity: number;
  slot: number;
}

/** The quick thing to do with an item: sell it to an open vendor, wear it, take it off, use it. */
export function quickUse(item: Held): void {
  const kind = items.get(item.kind);
  if (!kind) return;
  if (item.slot >= WORN_BASE) {
    const free = firstFree();
    if (free >= 0) commands.moveItem(item.id, free, 1);
  } else if (dialogue.value?.vendor.length) commands.sell(item.id, item.quantity);
  else if (kind.slot) commands.moveItem(item.id, wornSlot(kind.slot), 1);
  else if (kind.use) commands.useItem(item.id);
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
  const label = item.quantity > 1 ? t('item.stack', { what: kind.name, n: item.quantity }) : kind.name;
  return (
    <button
      type="button"
      class={`itemslot ${kind.rarity}${carried.value?.item === item.id ? ' lifted' : ''}`}
      aria-label={`${label}, ${t(`rarity.${kind.rarity}`)}`}
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
      onPointerEnter={event => showTip(event.currentTarget, { kind: kind.id, worn: slot >= WORN_BASE })}
      onPointerLeave={hideTip}
      onFocus={event =>
        event.currentTarget.matches(':focus-visible') && showTip(event.currentTarget, { kind: kind.id, worn: slot >= WORN_BASE })
      }
      onBlur={hideTip}
      {...drop}
    >
      <Icon name={kind.icon} />
      {item.quantity > 1 ? <b>{item.quantity}</b> : null}
    </button>
  );
}
