// What can be done with one item, as a small menu beside it: wear, use, move, split, bank, put on the bar, sell, drop,
// destroy. In: the item clicked. Out: commands.
import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { items } from '../../src/shared/content';
import type { ItemKind } from '../../src/shared/content/kinds';
import { checkBank, checkPlace, placeFor } from '../../src/shared/rules/bank';
import type { Item } from '../../src/shared/rules/character';
import { checkDestroy, checkDrop, checkMove } from '../../src/shared/rules/inventory';
import { OK } from '../../src/shared/rules/reasons';
import { sellPrice } from '../../src/shared/rules/vendor';
import { equipSlot, isBankSlot } from '../../src/shared/rules/worn';
import { commands } from '../commands';
import { settings } from '../settings';
import { dialogue } from '../state';
import { reasonText, t } from '../strings';
import { carried } from './carry';
import { coinText } from './coins';
import { myself } from './derived';
import { atBank } from './dialoguepage';
import { firstFree, handOver, quickUse, wornSlot } from './itemslot';
import { linkInChat } from './links';
import { hideTip } from './tip';

type Step = 'menu' | 'split' | 'drop' | 'destroy';
const open = signal<{ item: Item; from: HTMLElement; step: Step } | null>(null);

export function openActions(from: HTMLElement, item: Item): void {
  hideTip();
  open.value = { item, from, step: 'menu' };
}

function close(): void {
  const from = open.peek()?.from;
  open.value = null;
  if (from?.isConnected) from.focus();
}

const go = (step: Step) => {
  open.value = { ...open.peek()!, step };
};

export function ItemActions() {
  const box = useRef<HTMLDivElement>(null);
  const shown = open.value;
  useLayoutEffect(() => {
    if (!shown) return;
    box.current?.querySelector<HTMLElement>('input, button')?.focus();
    const outside = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) open.value = null;
    };
    addEventListener('pointerdown', outside);
    return () => removeEventListener('pointerdown', outside);
  }, [shown]);
  const kind = shown && items.get(shown.item.kind);
  if (!shown || !kind) return null;
  const rect = shown.from.getBoundingClientRect();
  const place = {
    left: `${Math.min(rect.right + 6, innerWidth - 220)}px`,
    top: `${Math.max(8, Math.min(rect.top, innerHeight - 290))}px`,
  };
  return (
    <div
      ref={box}
      class="actions panel"
      role="menu"
      tabIndex={-1}
      aria-label={t('bag.actions', { what: kind.name })}
      style={place}
      onKeyDown={onKeyDown}
    >
      <h4 class={`rarity-${kind.rarity}`}>{kind.name}</h4>
      {shown.step === 'menu' ? <Choices item={shown.item} kind={kind} /> : null}
      {shown.step === 'split' ? <Split item={shown.item} kind={kind} /> : null}
      {shown.step === 'drop' ? <Drop item={shown.item} kind={kind} /> : null}
      {shown.step === 'destroy' ? <Destroy item={shown.item} kind={kind} /> : null}
    </div>
  );
}

function onKeyDown(event: KeyboardEvent): void {
  event.stopPropagation();
  if (event.code === 'Escape' || event.code === 'Tab') {
    event.preventDefault();
    close();
  } else if (event.code === 'ArrowDown' || event.code === 'ArrowUp') {
    event.preventDefault();
    const all = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
    const step = event.code === 'ArrowDown' ? 1 : -1;
    all[(all.indexOf(document.activeElement as HTMLButtonElement) + step + all.length) % all.length]?.focus();
  }
}

/** `reason`: what the shared rule says against it; the choice stays readable and says why. */
function Choice({ text, act, reason = OK }: { text: string; act(): void; reason?: number }) {
  return (
    <button type="button" role="menuitem" aria-disabled={reason !== OK} onClick={() => reason === OK && act()}>
      {text}
      {reason === OK ? null : <small>{reasonText(reason)}</small>}
    </button>
  );
}

function Choices({ item, kind }: { item: Item; kind: ItemKind }) {
  const then = (act: () => void) => () => {
    act();
    close();
  };
  const worn = equipSlot(item.slot) !== undefined;
  const banked = isBankSlot(item.slot);
  const inBag = !worn && !banked;
  const trading = (dialogue.value?.vendor.length ?? 0) > 0;
  const lift = () => (carried.value = { item: item.id, quantity: item.quantity, bar: 0, name: kind.name, fromBar: -1 });
  return (
    <>
      {worn && firstFree() >= 0 ? <Choice text={t('character.takeOff')} act={then(() => quickUse(item))} /> : null}
      {atBank.value && !worn ? <HandOver item={item} banked={banked} /> : null}
      {inBag && kind.slot && !trading ? (
        <Choice
          text={t('bag.equip')}
          act={then(() => quickUse(item))}
          reason={checkMove(myself.value, item.id, wornSlot(kind.slot), 1)}
        />
      ) : null}
      {inBag && kind.use && !trading ? <Choice text={t('bag.use')} act={then(() => commands.useItem(item.id))} /> : null}
      {inBag && trading && sellPrice(kind) ? (
        <Choice
          text={t('bag.sell', { price: coinText(sellPrice(kind) * item.quantity) })}
          act={then(() => commands.sell(item.id, item.quantity))}
        />
      ) : null}
      {kind.use ? <Choice text={t('bag.toBar')} act={then(() => toBar(-kind.id))} /> : null}
      <Choice text={t('bag.link')} act={then(() => linkInChat('item', kind.id))} />
      <Choice text={t('bag.move')} act={then(lift)} />
      {item.quantity > 1 ? <Choice text={t('bag.split')} act={() => go('split')} /> : null}
      {inBag ? (
        <>
          <Choice text={t('bag.drop')} act={() => go('drop')} reason={checkDrop(myself.value, item.id, item.quantity)} />
          <Choice text={t('bag.destroy')} act={() => go('destroy')} reason={checkDestroy(myself.value, item.id, item.quantity)} />
        </>
      ) : null}
    </>
  );
}

/** Over the banker's table. */
function HandOver({ item, banked }: { item: Item; banked: boolean }) {
  const where = banked ? 'bag' : 'bank';
  const slot = placeFor(myself.value, item, where);
  const reason = checkPlace(myself.value, item, where) || checkBank(myself.value, BANKER, item.id, slot, item.quantity);
  const act = () => {
    handOver(item, where);
    close();
  };
  return <Choice text={t(banked ? 'bag.toBag' : 'bag.toBank')} act={act} reason={reason} />;
}
const BANKER = { banker: true };

/** Into the first free slot of the bar, or the last one when none is free. */
function toBar(entry: number): void {
  const bar = [...settings.bar.value];
  if (bar.includes(entry)) return;
  const free = bar.lastIndexOf(0);
  bar[free >= 0 ? bar.indexOf(0) : bar.length - 1] = entry;
  settings.bar.value = bar;
}

function Split({ item, kind }: { item: Item; kind: ItemKind }) {
  const amount = useRef<HTMLInputElement>(null);
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        const quantity = Math.max(1, Math.min(item.quantity - 1, Number(amount.current?.value) || 1));
        carried.value = { item: item.id, quantity, bar: 0, name: `${quantity} × ${kind.name}`, fromBar: -1 };
        close();
      }}
    >
      <label class="field">
        <span>{t('bag.splitHow')}</span>
        <input ref={amount} type="number" min={1} max={item.quantity - 1} value={Math.floor(item.quantity / 2)} />
      </label>
      <button type="submit" class="button small">
        {t('bag.splitDo')}
      </button>
    </form>
  );
}

function Drop({ item, kind }: { item: Item; kind: ItemKind }) {
  return (
    <>
      <p>{t('bag.dropSure', { what: kind.name })}</p>
      <Choice text={t('bag.cancel')} act={close} />
      <Choice
        text={t('bag.dropYes')}
        act={() => {
          commands.dropItem(item.id, item.quantity);
          close();
        }}
      />
    </>
  );
}

/** Gone for good: asked once more, and the harmless answer comes first. */
function Destroy({ item, kind }: { item: Item; kind: ItemKind }) {
  return (
    <>
      <p>{t('bag.destroySure', { what: kind.name })}</p>
      <Choice text={t('bag.cancel')} act={close} />
      <Choice
        text={t('bag.destroyYes')}
        act={() => {
          commands.destroyItem(item.id, item.quantity);
          close();
        }}
      />
    </>
  );
}
