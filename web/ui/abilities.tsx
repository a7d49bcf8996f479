// The book of abilities: those of one's class, then those common to all, in the order in which they are learned; drag onto the bar, or choose
// a slot by keyboard. In: sheet, life. Out: settings.bar.
import { abilities } from '../../src/shared/content';
import type { AbilityKind } from '../../src/shared/content/kinds';
import { isOpenTo } from '../../src/shared/rules/classes';
import { settings } from '../settings';
import { sheet } from '../state';
import { t } from '../strings';
import { AbilityFacts } from './abilityfacts';
import { AIMED } from './bars';
import { carried } from './carry';
import { myClass, myself } from './derived';
import { Icon } from './icon';
import { PanelWindow } from './panelwindow';

export function Abilities() {
  const open = abilities.all.filter(kind => isOpenTo(myself.value, kind)).sort((a, b) => a.level - b.level);
  const own = open.filter(kind => kind.cls);
  return (
    <PanelWindow panel="abilities" title={t('abilities.title')}>
      {own.length ? <Page title={myClass.value?.name ?? ''} kinds={own} /> : null}
      <Page title={own.length ? t('abilities.common') : ''} kinds={open.filter(kind => !kind.cls)} />
    </PanelWindow>
  );
}

function Page({ title, kinds }: { title: string; kinds: readonly AbilityKind[] }) {
  return (
    <>
      {title ? <h3>{title}</h3> : null}
      <ul class="book">
        {kinds.map(kind => (
          <Ability key={kind.id} kind={kind} />
        ))}
      </ul>
    </>
  );
}

function Ability({ kind }: { kind: AbilityKind }) {
  const known = sheet.value?.abilities.includes(kind.id) ?? false;
  const aimed = AIMED.has(kind.key);
  return (
    <li class={known ? '' : 'later'}>
      <span
        role="img"
        aria-label={kind.name}
        class={`slot ${kind.arms}${known ? '' : ' locked'}`}
        draggable={known && !aimed}
        onDragStart={() => (carried.value = { item: '', quantity: 0, bar: kind.id, name: kind.name, fromBar: -1 })}
        onDragEnd={() => (carried.value = null)}
      >
        <Icon name={kind.icon} />
      </span>
      <div>
        <h4>{kind.name}</h4>
        <AbilityFacts kind={kind} plain />
        {known && !aimed ? <ToSlot kind={kind} /> : null}
        {aimed ? <p class="quiet">{t('abilities.aimed')}</p> : null}
      </div>
    </li>
  );
}

function ToSlot({ kind }: { kind: AbilityKind }) {
  const at = settings.bar.value.indexOf(kind.id);
  const put = (index: number) => {
    settings.bar.value = settings.bar.value.map((entry, i) => (i === index ? kind.id : entry === kind.id ? 0 : entry));
  };
  return (
    <label class="toslot">
      {t('abilities.toSlot', { what: kind.name })}
      <select value={at} onChange={event => put(Number(event.currentTarget.value))}>
        <option value={-1}>–</option>
        {settings.bar.value.map((_, i) => (
          <option key={i} value={i}>
            {i + 1}
          </option>
        ))}
      </select>
    </label>
  );
}
