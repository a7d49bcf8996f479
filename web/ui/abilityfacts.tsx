// One ability in words and numbers, for tips and the book. In: its kind. Out: name, cost, reach, times, text.
import { TICKS_PER_SECOND } from '../../assembly/layout';
import type { AbilityKind } from '../../src/shared/content/kinds';
import { sheet } from '../state';
import { t } from '../strings';

const seconds = (ticks: number) => Number((ticks / TICKS_PER_SECOND).toFixed(1));

export function AbilityFacts({ kind, plain }: { kind: AbilityKind; plain?: boolean }) {
  const known = sheet.value?.abilities.includes(kind.id);
  const facts = [
    kind.cost ? t('abilities.cost', { n: kind.cost }) : '',
    kind.reach === 'self'
      ? t('abilities.self')
      : kind.range_m
        ? t('abilities.range', { m: kind.range_m })
        : kind.radius_m
          ? t('abilities.range', { m: kind.radius_m })
          : '',
    kind.cast_ticks ? t('abilities.cast', { s: seconds(kind.cast_ticks) }) : t('abilities.instant'),
    kind.cooldown_ticks ? t('abilities.cooldown', { s: seconds(kind.cooldown_ticks) }) : '',
  ];
  return (
    <>
      {plain ? null : <h4>{kind.name}</h4>}
      <p class="quiet">
        {t(`abilities.school.${kind.arms}`)} · {facts.filter(Boolean).join(' · ')}
      </p>
      <p>{kind.text}</p>
      {known ? null : <p class="wrong">{t('abilities.later', { n: kind.level })}</p>}
    </>
  );
}
