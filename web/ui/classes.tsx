// Class and talents: who one could be, what each class learns, and the talents of one's own. In: sheet, life, bag. Out: chooseClass, and talents.tsx.
import { signal } from '@preact/signals';
import { ABILITIES, CLASSES } from '../../src/shared/content';
import type { ClassKind, Primary } from '../../src/shared/content/kinds';
import { checkChooseClass, classCost, FREE_BELOW } from '../../src/shared/rules/classes';
import { OK } from '../../src/shared/rules/reasons';
import { commands } from '../commands';
import { fighting, life } from '../state';
import { reasonText, t } from '../strings';
import { coinText } from './coins';
import { myClass, myself } from './derived';
import { Icon } from './icon';
import { PanelWindow } from './panelwindow';
import { Tabs } from './tabs';
import { Talents } from './talents';
import { hideTip, showTip } from './tip';

type Tab = 'class' | 'talents';
const tab = signal<Tab>('class');
/** The class that is being looked at; 0: one's own, or the first. */
const looked = signal(0);

export function ClassPanel() {
  return (
    <PanelWindow panel="classes" title={t('classes.title')}>
      <Tabs
        tabs={['class', 'talents'] as const}
        chosen={tab.value}
        choose={chosen => {
          tab.value = chosen;
        }}
      >
        {each => t(`classes.${each}`)}
      </Tabs>
      {tab.value === 'class' ? <Classes /> : <Talents />}
    </PanelWindow>
  );
}

function Classes() {
  const shown = CLASSES.find(({ id }) => id === (looked.value || life.value.cls)) ?? CLASSES[0];
  return (
    <div class="callings">
      <ul aria-label={t('classes.list')}>
        {CLASSES.map(kind => (
          <li key={kind.id}>
            <button
              type="button"
              class={kind === shown ? 'on' : ''}
              aria-pressed={kind === shown}
              onClick={() => {
                looked.value = kind.id;
              }}
            >
              <Icon name={kind.icon} />
              <span>
                <b>{kind.name}</b>
                <small>{kind === myClass.value ? t('classes.yours') : t(`role.${kind.role}`)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Calling kind={shown} />
    </div>
  );
}

function Calling({ kind }: { kind: ClassKind }) {
  const shape = Object.entries(kind.shape) as [Primary, number][];
  return (
    <article class="calling" aria-label={kind.name}>
      <h3>
        <Icon name={kind.icon} /> {kind.name} <em class={`role ${kind.role}`}>{t(`role.${kind.role}`)}</em>
      </h3>
      <p class="reading">{kind.text}</p>
      <dl>
        <dt>{t('classes.wears')}</dt>
        <dd>{kind.wears}</dd>
        <dt>{t('classes.body')}</dt>
        <dd>{shape.map(([stat, pct]) => `${t(`stat.${stat}`)} +${pct} %`).join(', ')}</dd>
      </dl>
      <h4>{t('classes.learns')}</h4>
      <ul class="learns">
        {ABILITIES.filter(ability => ability.cls === kind.key).map(ability => (
          <li key={ability.id}>
            <button
              type="button"
              class={`slot ${ability.arms}`}
              aria-label={`${ability.name}. ${t('abilities.level', { n: ability.level })}. ${ability.text}`}
              onPointerEnter={event => showTip(event.currentTarget, { entry: ability.id })}
              onPointerLeave={hideTip}
              onFocus={event =>
                event.currentTarget.matches(':focus-visible') && showTip(event.currentTarget, { entry: ability.id })
              }
              onBlur={hideTip}
            >
              <Icon name={ability.icon} />
            </button>
            <span>
              {ability.name} <small>{t('abilities.level', { n: ability.level })}</small>
            </span>
          </li>
        ))}
      </ul>
      <Become kind={kind} />
    </article>
  );
}

function Become({ kind }: { kind: ClassKind }) {
  if (kind === myClass.value) return <p class="quiet foot">{t('classes.yours')}</p>;
  const reason = checkChooseClass(myself.value, kind.id, fighting.value);
  const cost = classCost(myself.value);
  const terms = cost
    ? t('classes.cost', { price: coinText(cost) })
    : life.value.cls
      ? t('classes.free', { n: FREE_BELOW })
      : t('classes.first');
  return (
    <p class="foot">
      <small>{reasonText(reason) || terms}</small>
      <button
        type="button"
        class="button"
        aria-disabled={reason !== OK}
        title={reasonText(reason) || undefined}
        onClick={() => reason === OK && commands.chooseClass(kind.id)}
      >
        {t('classes.choose', { what: kind.name })}
      </button>
    </p>
  );
}
