// One kind of item, or one that he has, in words and numbers, beside what is worn in its place. In: the kind, the item with its marks. Out: a card;
// differences carry a sign and a word, not only a colour.
import { TICKS_PER_SECOND } from '../../assembly/layout';
import { effects, items } from '../../src/shared/content';
import { EQUIP_SLOTS, type ItemKind, type Stats } from '../../src/shared/content/kinds';
import { WORN_BASE } from '../../src/shared/protocol/limits';
import { bindsWhenWorn } from '../../src/shared/rules/binding';
import type { Item } from '../../src/shared/rules/character';
import { BROKEN, isBroken, WORN_DOWN, wearOf } from '../../src/shared/rules/durability';
import { blowsOf, healthOf, itemLevel, powerOf, statsOf } from '../../src/shared/rules/stats';
import { sellPrice } from '../../src/shared/rules/vendor';
import { count, t } from '../strings';
import { coinText } from './coins';
import { itemsBySlot, myLevel } from './derived';
import { historyOf } from './itemhistory';
import { Rarity } from './rarity';

const STATS = ['might', 'aim', 'spirit', 'vigor', 'armor', 'haste'] as const satisfies readonly (keyof Stats)[];
/** A thing of some kind, with marks or without. */
type Thing = Pick<Item, 'kind' | 'marks'>;

export function wornInstead(kind: ItemKind): Item | undefined {
  return kind.slot && itemsBySlot.value.get(WORN_BASE + EQUIP_SLOTS.indexOf(kind.slot));
}

const middle = (thing: Thing) => {
  const [low, high] = blowsOf(thing) ?? [0, 0];
  return (low + high) / 2;
};

function differences(thing: Thing, worn: Thing): { name: string; by: number }[] {
  const [mine, his] = [statsOf(thing), statsOf(worn)];
  const stats = STATS.map(stat => ({ name: t(`stat.${stat}`), by: (mine[stat] ?? 0) - (his[stat] ?? 0) }));
  return [{ name: t('stat.damage'), by: middle(thing) - middle(worn) }, ...stats].filter(difference => difference.by !== 0);
}

export function ItemCard({ kind, item, worn }: { kind: ItemKind; item?: Item; worn?: boolean }) {
  const thing: Thing = item ?? { kind: kind.id };
  const other = worn ? undefined : wornInstead(kind);
  const { use } = kind;
  return (
    <>
      <h4 class={`rarity-${kind.rarity}`}>{kind.name}</h4>
      <p class="quiet">
        <Rarity rarity={kind.rarity} />
        {kind.slot ? ` · ${t(`slot.${kind.slot}`)}` : ''}
        {kind.material ? ` · ${t(`material.${kind.material}`)}` : ''}
        {kind.quest ? ` · ${t('item.quest')}` : ''}
        {worn ? ` · ${t('item.worn')}` : ''}
      </p>
      {kind.slot ? <Binding kind={kind} marks={item?.marks} /> : null}
      <Gives thing={thing} />
      {use?.heal ? <p class="gain">{t('item.heal', { n: use.heal })}</p> : null}
      {use?.power ? <p class="gain">{t('item.power', { n: use.power })}</p> : null}
      {use?.effect ? <Lasting use={use} effect={use.effect} /> : null}
      {use?.calm ? <p class="quiet">{t('item.calm')}</p> : null}
      {use ? <p class="quiet">{t('item.cooldown', { s: use.cooldown_s })}</p> : null}
      <p class="flavour">{kind.text}</p>
      {item && kind.slot ? <Durability item={item} /> : null}
      {kind.level > 1 ? <p class={kind.level > myLevel.value ? 'wrong' : 'quiet'}>{t('item.level', { n: kind.level })}</p> : null}
      {item?.marks
        ? historyOf(item.marks).map(line => (
            <p key={line} class="quiet">
              {line}
            </p>
          ))
        : null}
      {sellPrice(kind) ? <p class="quiet">{t('item.worth', { price: coinText(sellPrice(kind)) })}</p> : null}
      {other && other.id !== item?.id ? <Versus thing={thing} worn={other} /> : null}
    </>
  );
}

/** What it does for a while: healing by the period, or the effect's own name. */
function Lasting({
  use,
  effect,
}: {
  use: NonNullable<ItemKind['use']>;
  effect: NonNullable<NonNullable<ItemKind['use']>['effect']>;
}) {
  const kind = effects.key(effect.key);
  const period_s = kind.period_ticks / TICKS_PER_SECOND;
  const time = effect.seconds >= 60 ? t('item.minutes', { n: effect.seconds / 60 }) : t('item.seconds', { n: effect.seconds });
  if (kind.type !== 'heal') return <p class="gain">{t('item.effect', { what: `${kind.name} (${kind.magnitude} %)`, time })}</p>;
  const n = effect.amount ?? kind.magnitude;
  if (use.calm) return <p class="gain">{t('item.meal', { n: Math.floor(effect.seconds / period_s) * n, s: effect.seconds })}</p>;
  return <p class="gain">{t('item.regrowth', { n, p: period_s, time })}</p>;
}

function Binding({ kind, marks }: { kind: ItemKind; marks?: Item['marks'] }) {
  const words = marks?.bound ? t('item.bound') : bindsWhenWorn(kind) ? t('item.binds') : '';
  const level = t('item.ilvl', { n: itemLevel(kind) });
  return <p class="quiet">{words ? `${level} · ${words}` : level}</p>;
}

/** Blows and stats, with what they come to. */
function Gives({ thing }: { thing: Thing }) {
  const damage = blowsOf(thing);
  const stats = statsOf(thing);
  const quality = thing.marks?.quality;
  return (
    <>
      {quality ? <p class="gain">{t(`quality.${quality as 1 | 2 | 3}`)}</p> : null}
      {damage ? (
        <p>
          {t('item.damage', { low: damage[0], high: damage[1] })} <small>({t('item.mean', { n: count(middle(thing)) })})</small>
        </p>
      ) : null}
      {STATS.map(stat => {
        const n = stats[stat];
        return n ? (
          <p key={stat}>
            {`+${n} ${t(`stat.${stat}`)}`} <Comes stat={stat} n={n} />
          </p>
        ) : null;
      })}
    </>
  );
}

function Comes({ stat, n }: { stat: keyof Stats; n: number }) {
  if (stat === 'vigor') return <small>(+{t('item.givesHealth', { n: healthOf(n) - healthOf(0) })})</small>;
  if (stat === 'spirit') return <small>(+{t('item.givesPower', { n: powerOf(n) - powerOf(0) })})</small>;
  return null;
}

function Durability({ item }: { item: Item }) {
  const wear = wearOf(item);
  if (isBroken(item))
    return (
      <p class="wrong">
        <i class="figured cross" aria-hidden="true" />
        {t('durability.broken')}
      </p>
    );
  return <p class={wear >= WORN_DOWN ? 'wrong' : 'quiet'}>{t('durability.of', { n: BROKEN - wear })}</p>;
}

function Versus({ thing, worn }: { thing: Thing; worn: Item }) {
  const changes = differences(thing, worn);
  return (
    <div class="versus">
      <p class="quiet">{t('item.versus', { what: items.get(worn.kind)?.name ?? '' })}</p>
      {changes.length ? null : <p>{t('item.same')}</p>}
      {changes.map(({ name, by }) => (
        <p key={name} class={by > 0 ? 'gain' : 'loss'}>
          <i class={`figured ${by > 0 ? 'up' : 'down'}`} aria-hidden="true" />
          {`${by > 0 ? '+' : '−'}${count(Math.abs(by))} ${name}`}
          <span class="unseen">{` ${t(by > 0 ? 'item.better' : 'item.worse')}`}</span>
        </p>
      ))}
    </div>
  );
}
