// How a number of the character sheet comes about: the formula of rules/stats.ts with his own numbers in it. In: the stat, myself. Out: lines.
import type { AbilityKind } from '../../src/shared/content/kinds';
import { knownAbilities, shapeOf, tuned } from '../../src/shared/rules/classes';
import { abilityAmount, bareStat, healthOf, mitigation, powerOf, sheetOf, statsOf } from '../../src/shared/rules/stats';
import { wornItems } from '../../src/shared/rules/worn';
import { t } from '../strings';
import { myself } from './derived';
import type { StatName } from './tip';

/** Which blows take their strength from it. */
const POWER: Partial<Record<StatName, AbilityKind['power']>> = { might: 'melee', aim: 'ranged', spirit: 'spell' };

export function StatFacts({ stat }: { stat: StatName }) {
  const me = myself.value;
  const n = sheetOf(me)[stat];
  const bare = stat === 'armor' ? 0 : bareStat(me.level);
  const worn = wornItems(me).reduce((sum, item) => sum + (statsOf(item)[stat] ?? 0), 0);
  const shape = shapeOf(me, stat);
  // Shown on the first of his own abilities that it helps.
  const first = knownAbilities(me).find(
    each => each.power === POWER[stat] && each.scale_pct > 0 && each.amount[1] + Number(each.weapon) > 0,
  );
  const ability = first && tuned(me, first);
  const [low, high] = first ? abilityAmount(me, first) : [0, 0];
  return (
    <>
      <h4>{t(`stat.${stat}`)}</h4>
      <p>{t('stat.sum', { n: bare + worn, bare, level: me.level, worn })}</p>
      {shape ? <p>{t('stat.shape', { n, pct: shape > 0 ? `+${shape}` : shape })}</p> : null}
      {stat === 'vigor' ? <p>{t('stat.health', { n, all: healthOf(n) })}</p> : null}
      {stat === 'spirit' ? <p>{t('stat.power', { n, all: powerOf(n) })}</p> : null}
      {stat === 'armor' ? <p>{t('stat.mitigation', { n, level: me.level, pct: Math.round(mitigation(n, me.level)) })}</p> : null}
      {ability ? <p>{t('stat.blow', { what: ability.name, low, high, share: ability.scale_pct, n })}</p> : null}
      <p class="flavour">{t(`stat.${stat}.text`)}</p>
    </>
  );
}
