// Choosing things out of the bag, for an offer, a letter or an order: every thing that may be given is a button. In: bag, what is chosen. Out: what
// is chosen; a grey one says why it cannot be given, by the check that the server makes.
import { items } from '../../src/shared/content';
import { BAG_SLOTS } from '../../src/shared/protocol/limits';
import type { Item } from '../../src/shared/rules/character';
import { checkGiveOne, type Piece } from '../../src/shared/rules/goods';
import { OK } from '../../src/shared/rules/reasons';
import { bag } from '../state';
import { reasonText, t } from '../strings';
import { myself } from './derived';
import { Icon } from './icon';
import { Amount } from './moneyfield';
import { KindChip } from './questview';
import { hideTip, showTip } from './tip';

interface Choice {
  chosen: readonly Piece[];
  most: number;
  choose(pieces: readonly Piece[]): void;
}

export function Picker({ chosen, most, choose }: Choice) {
  const mine = bag.value.filter(({ slot }) => slot < BAG_SLOTS).toSorted((a, b) => a.slot - b.slot);
  if (!mine.length) return <p class="quiet">{t('pick.empty')}</p>;
  const toggle = (item: Item) => {
    const isChosen = chosen.some(piece => piece.item === item.id);
    if (isChosen) choose(chosen.filter(piece => piece.item !== item.id));
    else if (chosen.length < most) choose([...chosen, { item: item.id, quantity: item.quantity }]);
  };
  return (
    <div class="picker" role="group" aria-label={t('pick.title')}>
      {mine.map(item => (
        <Pick key={item.id} item={item} on={chosen.some(piece => piece.item === item.id)} toggle={() => toggle(item)} />
      ))}
    </div>
  );
}

function Pick({ item, on, toggle }: { item: Item; on: boolean; toggle(): void }) {
  const kind = items.get(item.kind);
  if (!kind) return null;
  const reason = checkGiveOne(myself.value, item.id, item.quantity);
  const name = item.quantity > 1 ? t('item.stack', { what: kind.name, n: item.quantity }) : kind.name;
  const label = reason === OK ? name : `${name}. ${reasonText(reason)}`;
  return (
    <button
      type="button"
      class={`itemslot ${kind.rarity}${on ? ' picked' : ''}${reason === OK ? '' : ' faded'}`}
      aria-pressed={on}
      aria-disabled={reason !== OK}
      aria-label={label}
      onClick={() => reason === OK && toggle()}
      onPointerEnter={event => showTip(event.currentTarget, { kind: kind.id, item })}
      onPointerLeave={hideTip}
    >
      <Icon name={kind.icon} />
      {item.quantity > 1 ? <b>{item.quantity}</b> : null}
    </button>
  );
}

/** What is chosen, with how much of each pile. `isSlow`: somebody else answers every change, so only whole numbers are told. */
export function Picked({ chosen, choose, isSlow = false }: Omit<Choice, 'most'> & { isSlow?: boolean }) {
  return (
    <ul class="things">
      {chosen.map(({ item: id, quantity }) => {
        const item = bag.value.find(each => each.id === id);
        const kind = item && items.get(item.kind);
        if (!item || !kind) return null;
        const set = (next: number) => choose(chosen.map(piece => (piece.item === id ? { item: id, quantity: next } : piece)));
        return (
          <li key={id}>
            <KindChip kind={kind} item={item} quantity={1} />
            {item.quantity > 1 ? (
              <Amount
                class="much"
                min={1}
                max={item.quantity}
                value={quantity}
                label={t('pick.howMany', { what: kind.name })}
                isSlow={isSlow}
                tell={value => set(Math.max(1, Math.min(item.quantity, Math.floor(value) || 1)))}
              />
            ) : null}
            <button
              type="button"
              class="close"
              aria-label={t('pick.putBack', { what: kind.name })}
              onClick={() => choose(chosen.filter(piece => piece.item !== id))}
            >
              <Icon name="gi:cancel" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Things of somebody else: to be looked at. */
export function Things({ things }: { things: readonly Omit<Item, 'slot'>[] }) {
  return (
    <ul class="things">
      {things.map(thing => {
        const kind = items.get(thing.kind);
        return kind ? (
          <li key={thing.id}>
            <KindChip kind={kind} item={{ ...thing, slot: 0 }} quantity={thing.quantity} />
            <Marks thing={thing} />
          </li>
        ) : null;
      })}
    </ul>
  );
}

function Marks({ thing: { marks } }: { thing: Omit<Item, 'slot'> }) {
  const quality = marks?.quality ?? 0;
  if (!quality && !marks?.wear) return null;
  const words = [
    quality ? t(`quality.${quality as 1 | 2 | 3}`) : '',
    marks?.wear ? t('durability.of', { n: 100 - marks.wear }) : '',
  ];
  return <small>{words.filter(Boolean).join(' · ')}</small>;
}
