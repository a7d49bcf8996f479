// Pieces of a quest that log, tracker and dialogue share: what to do, and what it brings. In: quest kind, counts. Out: lists.
import { items } from '../../src/shared/content';
import type { ItemKind, Quest, QuestReward } from '../../src/shared/content/kinds';
import type { Item } from '../../src/shared/rules/character';
import { achieved, wanted, xpOf } from '../../src/shared/rules/quests';
import { count, t } from '../strings';
import { Coins } from './coins';
import { myLevel, npcName } from './derived';
import { Icon } from './icon';
import { hideTip, showTip } from './tip';

export function Objectives({ quest, counts, ready }: { quest: Quest; counts: readonly number[]; ready: boolean }) {
  return (
    <ul class="objectives">
      {quest.objectives.map((objective, i) => {
        const all = wanted(objective);
        const have = achieved(objective, counts[i]);
        return (
          <li key={objective.text} class={have >= all ? 'done' : ''}>
            {objective.text} {all > 1 ? <b>{`${have}/${all}`}</b> : null}
          </li>
        );
      })}
      {ready ? <li class="return">{t('quests.return', { who: npcName(quest.ender) })}</li> : null}
    </ul>
  );
}

export function Reward(props: { quest: Quest; reward: QuestReward; choice?: number; choose?(index: number): void }) {
  const { quest, reward, choice, choose } = props;
  const { gold, items: given, choose: options } = reward;
  const xp = xpOf(reward, myLevel.value);
  return (
    <section class="reward" aria-label={t('quests.reward')}>
      <h4>{t('quests.reward')}</h4>
      <p>
        {xp ? <span class="xp">{t('quests.xp', { n: count(xp) })}</span> : null} {gold ? <Coins copper={gold} /> : null}
      </p>
      {given?.length ? (
        <ul>
          {given.map(({ item, qty }) => (
            <li key={item}>
              <KindChip kind={items.key(item)} quantity={qty} />
            </li>
          ))}
        </ul>
      ) : null}
      {options?.length ? (
        <fieldset>
          <legend>{t('quests.choose')}</legend>
          {options.map((key, i) => {
            const chip = <KindChip kind={items.key(key)} quantity={1} />;
            if (!choose) return <p key={key}>{chip}</p>;
            return (
              <label key={key} class={choice === i ? 'on' : ''}>
                <input type="radio" name={`reward-${quest.id}`} class="cover" checked={choice === i} onChange={() => choose(i)} />
                {chip}
              </label>
            );
          })}
        </fieldset>
      ) : null}
    </section>
  );
}

/** `item`: the very thing, if it is one that he has. */
export function KindChip({ kind, item, quantity }: { kind: ItemKind; item?: Item; quantity: number }) {
  return (
    <span
      class={`chip rarity-${kind.rarity}`}
      onPointerEnter={event => showTip(event.currentTarget, { kind: kind.id, item })}
      onPointerLeave={hideTip}
    >
      <i class={`itemslot ${kind.rarity}`}>
        <Icon name={kind.icon} />
      </i>
      {kind.name}
      {quantity > 1 ? ` × ${quantity}` : ''}
    </span>
  );
}
