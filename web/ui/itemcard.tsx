// One kind of item in words and numbers, beside what is worn in its place. In: the kind. Out: a card; differences carry a sign and a word, not only a colour.
import { TICKS_PER_SECOND } from '../../assembly/layout';
import { effects, items } from '../../src/shared/content';
import { EQUIP_SLOTS, type ItemKind, type Stats } from '../../src/shared/content/kinds';
import { WORN_BASE } from '../../src/shared/protocol/limits';
import { sellPrice } from '../../src/shared/rules/vendor';
import { t } from '../strings';
import { coinText } from './coins';
import { itemsBySlot, myLevel } from './derived';

const STATS = ['might', 'aim', 'spirit', 'vigor', 'armor', 'haste'] as const satisfies readonly (keyof Stats)[];

export function wornInstead(kind: ItemKind): ItemKind | undefined {
  const worn = kind.slot && itemsBySlot.value.get(WORN_BASE + EQUIP_SLOTS.indexOf(kind.slot));
  return worn ? items.get(worn.kind) : undefined;
}

const middle = (kind: ItemKind) => (kind.damage ? (kind.damage[0] + kind.damage[1]) / 2 : 0);

function differences(kind: ItemKind, worn: ItemKind): { name: string; by: number }[] {
  const stats = STATS.map(stat => ({ name: t(`stat.${stat}`), by: (kind.stats?.[stat] ?? 0) - (worn.stats?.[stat] ?? 0) }));
  return [{ name: t('stat.damage'), by: middle(kind) - middle(worn) }, ...stats].filter(difference => difference.by !== 0);
}

export function ItemCard({ kind, worn }: { kind: ItemKind; worn?: boolean }) {
  const other = worn ? undefined : wornInstead(kind);
  const { use } = kind;
  return (
    <>
      <h4 class={`rarity-${kind.rarity}`}>{kind.name}</h4>
      <p class="quiet">
        {t(`rarity.${kind.rarity}`)}
        {kind.slot ? ` · ${t(`slot.${kind.slot}`)}` : ''}
        {kind.quest ? ` · ${t('item.quest')}` : ''}
        {worn ? ` · ${t('item.worn')}` : ''}
      </p>
      {kind.damage ? <p>{t('item.damage', { low: kind.damage[0], high: kind.damage[1] })}</p> : null}
      {STATS.map(stat => (kind.stats?.[stat] ? <p key={stat}>{`+${kind.stats[stat]} ${t(`stat.${stat}`)}`}</p> : null))}
      {use?.heal ? <p class="gain">{t('item.heal', { n: use.heal })}</p> : null}
      {use?.power ? <p class="gain">{t('item.power', { n: use.power })}</p> : null}
      {use?.effect ? <Lasting use={use} effect={use.effect} /> : null}
      {use?.calm ? <p class="quiet">{t('item.calm')}</p> : null}
      {use ? <p class="quiet">{t('item.cooldown', { s: use.cooldown_s })}</p> : null}
      <p class="flavour">{kind.text}</p>
      {kind.level > 1 ? <p class={kind.level > myLevel.value ? 'wrong' : 'quiet'}>{t('item.level', { n: kind.level })}</p> : null}
      {other ? <Versus kind={kind} worn={other} /> : null}
      {sellPrice(kind) ? <p class="quiet">{t('item.worth', { price: coinText(sellPrice(kind)) })}</p> : null}
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

function Versus({ kind, worn }: { kind: ItemKind; worn: ItemKind }) {
  const changes = differences(kind, worn);
  return (
    <div class="versus">
      <p class="quiet">{t('item.versus', { what: worn.name })}</p>
      {changes.length ? null : <p>{t('item.same')}</p>}
      {changes.map(({ name, by }) => (
        <p key={name} class={by > 0 ? 'gain' : 'loss'}>
          {`${by > 0 ? '▲ +' : '▼ −'}${Math.abs(by)} ${name}`}
          <span class="unseen">{` ${t(by > 0 ? 'item.better' : 'item.worse')}`}</span>
        </p>
      ))}
    </div>
  );
}
