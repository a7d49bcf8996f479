// One ability in words and numbers, for tips and the book: as its owner uses it, talents and gear included. In: its kind. Out: name, amounts,
// cost, reach, times, what it leaves behind, text.
import { TICKS_PER_SECOND } from '../../assembly/layout';
import { effects } from '../../src/shared/content';
import type { AbilityKind, EffectKind } from '../../src/shared/content/kinds';
import { talentsOf, tuned } from '../../src/shared/rules/classes';
import { abilityAmount, sheetOf } from '../../src/shared/rules/stats';
import { sheet } from '../state';
import { t } from '../strings';
import { myself } from './derived';

const seconds = (ticks: number) => Number((ticks / TICKS_PER_SECOND).toFixed(1));
/** From here on anger is worth a word. */
const HATED_PCT = 200;

export function AbilityFacts({ kind, plain }: { kind: AbilityKind; plain?: boolean }) {
  const ability = tuned(myself.value, kind);
  const known = sheet.value?.abilities.includes(kind.id);
  const by = talentsOf(myself.value).find(({ change }) => change?.ability === kind.key);
  const facts = [
    ability.cost ? t('abilities.cost', { n: ability.cost }) : '',
    ability.reach === 'self'
      ? t('abilities.self')
      : ability.range_m
        ? t('abilities.range', { m: ability.range_m })
        : ability.radius_m
          ? t('abilities.range', { m: ability.radius_m })
          : '',
    ability.cast_ticks ? t('abilities.cast', { s: seconds(ability.cast_ticks) }) : t('abilities.instant'),
    ability.cooldown_ticks ? t('abilities.cooldown', { s: seconds(ability.cooldown_ticks) }) : '',
  ];
  return (
    <>
      {plain ? null : <h4>{kind.name}</h4>}
      <p class="quiet">
        {t(`abilities.school.${kind.arms}`)} · {facts.filter(Boolean).join(' · ')}
      </p>
      <p>{kind.text}</p>
      <Does ability={ability} />
      {by ? <p class="gain">{t('abilities.changed', { what: by.name })}</p> : null}
      {known ? null : <p class="wrong">{t('abilities.later', { n: kind.level })}</p>}
    </>
  );
}

/** What it does in numbers, a line each. */
function Does({ ability }: { ability: AbilityKind }) {
  const effect = ability.effect ? effects.key(ability.effect) : undefined;
  const [low, high] = abilityAmount(myself.value, ability);
  const amount = ability.amount[1] > 0 || ability.weapon;
  const sort = effect?.type === 'absorb' ? 'shield' : ability.on === 'friend' ? 'heal' : 'damage';
  const lines = [
    amount ? t(`abilities.${sort}`, { low, high }) : '',
    effect && effect.type !== 'absorb' ? effectLine(effect) : '',
    ability.interrupt_ticks ? t('abilities.interrupt', { s: seconds(ability.interrupt_ticks) }) : '',
    ability.cleanses ? t('abilities.cleanse') : '',
    ability.leaps ? t('abilities.leap') : '',
    ability.anytime ? t('abilities.anytime') : '',
    (ability.threat_pct ?? 100) >= HATED_PCT ? t('abilities.threat', { n: (ability.threat_pct ?? 100) / 100 }) : '',
  ].filter(Boolean);
  if (!lines.length) return null;
  return (
    <ul class="does">
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** What an effect does, from one's own hand. */
export function effectWords(effect: EffectKind): string {
  const { might, aim, spirit } = sheetOf(myself.value);
  const power = Math.max(might, aim, spirit);
  const n = effect.period_ticks ? effect.magnitude + Math.floor((power * (effect.scale_pct ?? 10)) / 100) : effect.magnitude;
  const what = t(`effect.${effect.type}`, { n, p: seconds(effect.period_ticks) });
  return effect.stacks ? t('effect.stacks', { what, n: effect.stacks }) : what;
}

const effectLine = (effect: EffectKind): string =>
  t('effect.line', { name: effect.name, s: seconds(effect.duration_ticks), what: effectWords(effect) });
