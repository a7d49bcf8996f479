// The talents of one's class: four tiers of three, one of each taken. In: life, sheet. Out: takeTalent, forgetTalents.
import { TALENTS } from '../../src/shared/content';
import type { TalentKind } from '../../src/shared/content/kinds';
import { TALENT_LEVELS } from '../../src/shared/content/talents';
import { checkForgetTalents, checkTakeTalent } from '../../src/shared/rules/classes';
import { OK } from '../../src/shared/rules/reasons';
import { commands } from '../commands';
import { fighting, life } from '../state';
import { reasonText, t } from '../strings';
import { myClass, myLevel, myself } from './derived';
import { Icon } from './icon';

export function Talents() {
  const cls = myClass.value;
  if (!cls) return <p class="reading">{t('talents.none')}</p>;
  const forget = checkForgetTalents(myself.value, fighting.value);
  return (
    <>
      <p class="reading">{t('talents.intro')}</p>
      <ol class="tiers">
        {TALENT_LEVELS.map(level => (
          <li key={level} class={level > myLevel.value ? 'later' : ''}>
            <b>{t('talents.tier', { n: level })}</b>
            <div role="group" aria-label={t('talents.tier', { n: level })}>
              {TALENTS.filter(talent => talent.cls === cls.key && talent.level === level).map(talent => (
                <Talent key={talent.id} talent={talent} />
              ))}
            </div>
          </li>
        ))}
      </ol>
      <p class="foot">
        <small>{forget === OK ? '' : reasonText(forget)}</small>
        <button
          type="button"
          class="button small"
          aria-disabled={forget !== OK}
          onClick={() => forget === OK && commands.forgetTalents()}
        >
          {t('talents.forget')}
        </button>
      </p>
    </>
  );
}

function Talent({ talent }: { talent: TalentKind }) {
  const taken = life.value.talents.includes(talent.id);
  const reason = checkTakeTalent(myself.value, talent.id, fighting.value);
  const why = taken ? '' : reasonText(reason);
  return (
    <button
      type="button"
      class={`talent${taken ? ' on' : ''}`}
      aria-pressed={taken}
      aria-disabled={!taken && reason !== OK}
      title={why || undefined}
      aria-label={`${t(taken ? 'talents.taken' : 'talents.take', { what: talent.name })}. ${talent.text} ${why}`}
      onClick={() => reason === OK && commands.takeTalent(talent.id)}
    >
      <Icon name={talent.icon} />
      <span>
        <b>{talent.name}</b>
        <small>{talent.text.replaceAll(' %', '\u00a0%')}</small>
      </span>
    </button>
  );
}
