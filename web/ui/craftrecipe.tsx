// One recipe in full: what comes of it, what it needs and how much of that he has, how well it may turn out, and making it. In: the recipe,
// bag, life, stations, work. Out: craft and stop.
import { signal } from '@preact/signals';
import { items } from '../../src/shared/content';
import type { Recipe } from '../../src/shared/content/trades';
import { WORK_CRAFT } from '../../src/shared/protocol/messages';
import { checkCraft, knowsRecipe, MOST_PIECES, piecesOf, qualityChances } from '../../src/shared/rules/craft';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { skillOf } from '../../src/shared/rules/skills';
import { qualityBonus } from '../../src/shared/rules/stats';
import { carried } from '../../src/shared/rules/worn';
import { commands } from '../commands';
import { placeOfTeachers } from '../places';
import { fighting, stations, work } from '../state';
import { reasonText, t } from '../strings';
import { coinText } from './coins';
import { myself } from './derived';
import { Icon } from './icon';
import { ItemCard } from './itemcard';
import { hideTip, showTip } from './tip';

const pieces = signal(1);

export function RecipeSheet({ recipe }: { recipe: Recipe }) {
  const kind = items.key(recipe.makes.item);
  return (
    <article class="recipe">
      <div class="product">
        <i class={`itemslot ${kind.rarity}`}>
          <Icon name={kind.icon} />
        </i>
        <div class="card">
          <ItemCard kind={kind} />
        </div>
      </div>
      <h4>{t('craft.needs')}</h4>
      <Needs recipe={recipe} />
      {kind.stack > 1 ? <Yield recipe={recipe} /> : <Quality recipe={recipe} />}
      {knowsRecipe(myself.value, recipe) ? <Making recipe={recipe} /> : <Unknown recipe={recipe} />}
    </article>
  );
}

function Needs({ recipe }: { recipe: Recipe }) {
  return (
    <ul class="needs">
      {recipe.needs.map(({ item, qty }) => {
        const kind = items.key(item);
        const have = carried(myself.value, kind.id);
        return (
          <li
            key={item}
            class={have >= qty ? 'enough' : 'lacking'}
            onPointerEnter={event => showTip(event.currentTarget, { kind: kind.id })}
            onPointerLeave={hideTip}
          >
            <i class={`itemslot ${kind.rarity}`}>
              <Icon name={kind.icon} />
            </i>
            <span>{kind.name}</span>
            <b>
              {have}/{qty} <Icon name={have >= qty ? 'gi:check-mark' : 'gi:cancel'} />
              <span class="unseen">{t(have >= qty ? 'craft.enough' : 'craft.lacking')}</span>
            </b>
          </li>
        );
      })}
    </ul>
  );
}

function Quality({ recipe }: { recipe: Recipe }) {
  const chances = qualityChances(skillOf(myself.value, recipe.trade), recipe.skill);
  return (
    <dl class="odds" aria-label={t('craft.quality')}>
      {([1, 2, 3] as const).map(quality => (
        <div key={quality}>
          <dt>{t(`quality.${quality}`)}</dt>
          <dd>
            {chances[quality - 1]} % <small>{t('craft.better', { n: qualityBonus(quality) })}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Yield({ recipe }: { recipe: Recipe }) {
  const [, fine, master] = qualityChances(skillOf(myself.value, recipe.trade), recipe.skill);
  return <p class="quiet">{t('craft.oneMore', { n: fine + master })}</p>;
}

function Making({ recipe }: { recipe: Recipe }) {
  const most = piecesOf(myself.value, recipe);
  const wanted = Math.max(1, Math.min(pieces.value, most || 1));
  const now = work.value;
  const mine = now?.what === WORK_CRAFT && now.of === recipe.id;
  const check = checkCraft(myself.value, recipe.id, wanted, stations.value);
  const reason = fighting.value ? REASONS.inCombat : check === OK && now ? REASONS.isBusy : check;
  const why = reasonText(reason);
  const make = (quantity: number) => reason === OK && commands.craft(recipe.id, quantity);
  return (
    <>
      <p class={why && !mine ? 'loss why' : 'why'} role="status">
        {mine ? t('craft.queue', { n: now.left + 1 }) : why}
      </p>
      <div class="making">
        <span class="stepper">
          <button
            type="button"
            class="button small"
            aria-label={t('craft.fewer')}
            onClick={() => (pieces.value = Math.max(1, wanted - 1))}
          >
            −
          </button>
          <input
            type="number"
            min={1}
            max={MOST_PIECES}
            value={wanted}
            aria-label={t('craft.pieces')}
            onInput={event => (pieces.value = Math.max(1, Math.floor(Number(event.currentTarget.value)) || 1))}
          />
          <button
            type="button"
            class="button small"
            aria-label={t('craft.more')}
            onClick={() => (pieces.value = Math.min(most || 1, wanted + 1))}
          >
            +
          </button>
        </span>
        {mine ? (
          <button type="button" class="button" onClick={() => commands.stopWork()}>
            {t('work.stop')}
          </button>
        ) : (
          <button type="button" class="button" aria-disabled={reason !== OK} title={why || undefined} onClick={() => make(most)}>
            {t('craft.all', { n: most })}
          </button>
        )}
        <button
          type="button"
          class="button gold"
          aria-disabled={reason !== OK}
          title={why || undefined}
          onClick={() => make(wanted)}
        >
          {wanted > 1 ? t('craft.many', { n: wanted }) : t('craft.one')}
        </button>
      </div>
    </>
  );
}

function Unknown({ recipe }: { recipe: Recipe }) {
  if (recipe.known === 'skill') return <p class="quiet">{t('craft.bySkill', { n: recipe.skill })}</p>;
  const who = placeOfTeachers(recipe.trade);
  return (
    <>
      <p class="quiet">{t('craft.byTeacher', { price: coinText(recipe.cost ?? 0), n: recipe.skill })}</p>
      <p class="quiet">{who.map(({ npc, place }) => t('craft.teacher', { who: npc.name, where: place.name })).join(' · ')}</p>
    </>
  );
}
