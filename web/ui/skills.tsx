// Skills on the character sheet: trades and gathering, each with its points. In: life. Out: nothing.
import { HARVESTS, type Skill, TRADES } from '../../src/shared/content/trades';
import { MAX_SKILL, skillOf } from '../../src/shared/rules/skills';
import { t } from '../strings';
import { myself } from './derived';
import './css/craft.css';

export function Skills() {
  return (
    <section class="skills" aria-label={t('skills.title')}>
      <Column title={t('skills.trades')} skills={TRADES} />
      <Column title={t('skills.gathering')} skills={HARVESTS} />
    </section>
  );
}

function Column({ title, skills }: { title: string; skills: readonly Skill[] }) {
  return (
    <div>
      <h4>{title}</h4>
      <dl>
        {skills.map(skill => {
          const points = skillOf(myself.value, skill);
          return (
            <div key={skill}>
              <dt>{t(`skill.${skill}`)}</dt>
              <dd>
                <i style={`width: ${(100 * points) / MAX_SKILL}%`} />
                <b>{points}</b>
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
