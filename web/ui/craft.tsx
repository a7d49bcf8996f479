// The crafting window: a tab for each trade, its recipes in the order of skill, the chosen one in full, and the bench for trying things out.
// In: life, bag, stations, work. Out: craft, stop, experiment. A greyed button says why, by the same check the server makes.
import { computed, signal } from '@preact/signals';
import { items, recipes } from '../../src/shared/content';
import { type Recipe, STATION_OF, TRADES, type Trade } from '../../src/shared/content/trades';
import { knowsRecipe, piecesOf } from '../../src/shared/rules/craft';
import { difficultyOf, MAX_SKILL, skillOf } from '../../src/shared/rules/skills';
import { craftTrade, stations } from '../state';
import { t } from '../strings';
import { RecipeSheet } from './craftrecipe';
import { myself } from './derived';
import { Bench } from './experiment';
import { Icon } from './icon';
import { PanelWindow } from './panelwindow';
import { Tabs } from './tabs';
import './css/craft.css';

const shown = signal(0);
const search = signal('');
const onlyMakeable = signal(false);
const trying = signal(false);

/** Found-out recipes are nobody's business before they are found. */
const listed = computed<readonly Recipe[]>(() => {
  const words = search.value.trim().toLowerCase();
  return recipes.all
    .filter(r => r.trade === craftTrade.value && (r.known !== 'found' || knowsRecipe(myself.value, r)))
    .filter(r => !words || nameOf(r).toLowerCase().includes(words))
    .filter(r => !onlyMakeable.value || (knowsRecipe(myself.value, r) && piecesOf(myself.value, r) > 0))
    .sort((a, b) => a.skill - b.skill);
});
const nameOf = (recipe: Recipe): string => items.key(recipe.makes.item).name;

export function Craft() {
  const trade = craftTrade.value;
  const all = listed.value;
  const at = all.find(r => r.id === shown.value) ?? all[0];
  return (
    <PanelWindow panel="craft" title={t('craft.title')}>
      <Tabs
        tabs={TRADES}
        chosen={trade}
        choose={next => {
          craftTrade.value = next;
          trying.value = false;
        }}
      >
        {each => (
          <>
            <Icon name={TRADE_ICONS[each]} /> {t(`skill.${each}`)}
          </>
        )}
      </Tabs>
      <Standing trade={trade} />
      <div class="craft2" role="tabpanel" aria-label={t(`skill.${trade}`)}>
        <div class="recipes">
          <div class="find">
            <input
              type="search"
              value={search.value}
              placeholder={t('craft.search')}
              aria-label={t('craft.search')}
              onInput={event => (search.value = event.currentTarget.value)}
            />
            <label>
              <input type="checkbox" checked={onlyMakeable.value} onChange={() => (onlyMakeable.value = !onlyMakeable.value)} />
              {t('craft.makeable')}
            </label>
          </div>
          <ul>
            {all.map(recipe => (
              <li key={recipe.id}>
                <Row recipe={recipe} on={!trying.value && recipe === at} />
              </li>
            ))}
          </ul>
          {all.length ? null : <p class="quiet">{t('craft.none')}</p>}
          <button
            type="button"
            class={`try ${trying.value ? 'on' : ''}`}
            aria-pressed={trying.value}
            onClick={() => (trying.value = true)}
          >
            <Icon name="gi:cauldron" /> {t('craft.tryOut')}
          </button>
        </div>
        {trying.value ? <Bench key={trade} trade={trade} /> : at ? <RecipeSheet key={at.id} recipe={at} /> : <p class="quiet" />}
      </div>
    </PanelWindow>
  );
}

export const TRADE_ICONS: Record<Trade, string> = {
  smithing: 'gi:anvil',
  tailoring: 'gi:sewing-needle',
  alchemy: 'gi:round-bottom-flask',
  cooking: 'gi:cauldron',
};

/** How skilled he is, and whether he stands where the trade is worked at. */
function Standing({ trade }: { trade: Trade }) {
  const points = skillOf(myself.value, trade);
  const station = STATION_OF[trade];
  const here = stations.value.has(station);
  return (
    <div class="standing">
      <span
        class="skillbar"
        role="meter"
        aria-valuemin={0}
        aria-valuemax={MAX_SKILL}
        aria-valuenow={points}
        aria-label={t(`skill.${trade}`)}
      >
        <i style={`width: ${points}%`} />
        <b>{t('craft.skill', { n: points, most: MAX_SKILL })}</b>
      </span>
      <span class={here ? 'gain' : 'quiet'}>{t(here ? `station.${station}.here` : `station.${station}.away`)}</span>
    </div>
  );
}

function Row({ recipe, on }: { recipe: Recipe; on: boolean }) {
  const kind = items.key(recipe.makes.item);
  const mine = myself.value;
  const known = knowsRecipe(mine, recipe);
  const hard = difficultyOf(skillOf(mine, recipe.trade), recipe.skill);
  const pieces = known ? piecesOf(mine, recipe) : 0;
  const what = known
    ? t(`craft.is.${hard}`)
    : t(recipe.known === 'taught' ? 'craft.notTaught' : 'craft.notYet', { n: recipe.skill });
  return (
    <button
      type="button"
      class={`${on ? 'on' : ''} ${known ? hard : 'unknown'}`}
      aria-pressed={on}
      title={what}
      onClick={() => {
        shown.value = recipe.id;
        trying.value = false;
      }}
    >
      <i class={`itemslot ${kind.rarity}`}>
        <Icon name={kind.icon} />
      </i>
      <span>
        {kind.name}
        <small>{what}</small>
      </span>
      {pieces ? <em>{pieces}</em> : null}
    </button>
  );
}
