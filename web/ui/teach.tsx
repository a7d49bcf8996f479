// What a villager teaches: recipes of his trades for gold. In: the teacher, life, gold. Out: learn. A greyed button says why, by the server's check.
import { items } from '../../src/shared/content';
import type { Npc } from '../../src/shared/content/kinds';
import type { Recipe } from '../../src/shared/content/trades';
import { checkLearn, taughtBy } from '../../src/shared/rules/craft';
import { OK } from '../../src/shared/rules/reasons';
import { commands } from '../commands';
import { reasonText, t } from '../strings';
import { Coins, coinText } from './coins';
import { gold, myself } from './derived';
import { KindChip } from './questview';

export function Teacher({ npc, back }: { npc: Npc; back(): void }) {
  const all = taughtBy(myself.value, npc).sort((a, b) => a.skill - b.skill);
  return (
    <>
      <ul class="wares">
        {all.map(recipe => (
          <Lesson key={recipe.id} npc={npc} recipe={recipe} />
        ))}
      </ul>
      {all.length ? null : <p class="quiet">{t('teach.nothing')}</p>}
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

function Lesson({ npc, recipe }: { npc: Npc; recipe: Recipe }) {
  const kind = items.key(recipe.makes.item);
  const reason = checkLearn(myself.value, npc, recipe.id);
  const why = reasonText(reason);
  const price = recipe.cost ?? 0;
  const label = t('teach.learn', { what: kind.name, price: coinText(price) });
  return (
    <li>
      <KindChip kind={kind} quantity={1} />
      <small>{t('teach.skill', { skill: t(`skill.${recipe.trade}`), n: recipe.skill })}</small>
      <button
        type="button"
        class="button small"
        aria-disabled={reason !== OK}
        aria-label={why ? `${label}. ${why}` : label}
        title={why || undefined}
        onClick={() => reason === OK && commands.learn(recipe.id)}
      >
        <Coins copper={price} />
      </button>
    </li>
  );
}
