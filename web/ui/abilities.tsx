// The book of abilities: what is known and what comes at which level; drag onto the bar, or choose a slot by keyboard. In: sheet. Out: settings.bar.
import { abilities } from '../../src/shared/content';
import type { AbilityKind } from '../../src/shared/content/kinds';
import { settings } from '../settings';
import { sheet } from '../state';
import { t } from '../strings';
import { AbilityFacts } from './abilityfacts';
import { carried } from './carry';
import { Icon } from './icon';
import { PanelWindow } from './panelwindow';

/** Held with the mouse in first person, not put on a bar. */
const AIMED: ReadonlySet<string> = new Set(['wheel-lock-shot', 'aimed-arrow']);
const PAGE = abilities.all.filter(kind => kind.level > 0);

export function Abilities() {
  return (
    <PanelWindow panel="abilities" title={t('abilities.title')}>
      <ul class="book">
        {PAGE.map(kind => (
          <Ability key={kind.id} kind={kind} />
        ))}
      </ul>
    </PanelWindow>
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
