// The bench: up to four things are laid down and tried together at a station; one of each is used up. In: bag, stations. Out: experiment.
import { signal } from '@preact/signals';
import { items } from '../../src/shared/content';
import { MOST_NEEDS, TRADES, type Trade } from '../../src/shared/content/trades';
import { BAG_SLOTS } from '../../src/shared/protocol/limits';
import { checkExperiment } from '../../src/shared/rules/craft';
import { OK, REASONS } from '../../src/shared/rules/reasons';
import { commands } from '../commands';
import { bag, fighting, stations, work } from '../state';
import { reasonText, t } from '../strings';
import { myself } from './derived';
import { Icon } from './icon';

const laid = signal<readonly number[]>([]);
const outcome = signal('');

/** Kinds in the bag that might become part of something: what piles. */
function materials(): number[] {
  const kinds = new Set(bag.value.filter(item => item.slot < BAG_SLOTS).map(item => item.kind));
  return [...kinds].filter(kind => (items.get(kind)?.stack ?? 1) > 1 && !items.get(kind)?.quest).sort((a, b) => a - b);
}

function toggle(kind: number): void {
  outcome.value = '';
  const without = laid.value.filter(other => other !== kind);
  if (without.length < laid.value.length) laid.value = without;
  else if (laid.value.length < MOST_NEEDS) laid.value = [...laid.value, kind];
}

export function Bench({ trade }: { trade: Trade }) {
  const all = materials();
  const on = laid.value.filter(kind => all.includes(kind));
  const check = checkExperiment(myself.value, trade, on, stations.value);
  const reason = fighting.value ? REASONS.inCombat : check === OK && work.value ? REASONS.isBusy : check;
  const attempt = async () => {
    if (reason !== OK) return;
    const came = await commands.experiment(TRADES.indexOf(trade), [...on]);
    outcome.value = came === OK ? t('craft.foundOut') : reasonText(came);
  };
  return (
    <article class="recipe">
      <h3>{t('craft.tryOut')}</h3>
      <p class="reading">{t('craft.tryText')}</p>
      <div class="bench" role="group" aria-label={t('craft.bench')}>
        {Array.from({ length: MOST_NEEDS }, (_, i) => (
          <Laid key={on[i] ?? -i} kind={on[i]} />
        ))}
      </div>
      <div class="shelf" role="group" aria-label={t('craft.shelf')}>
        {all.map(kind => (
          <Thing key={kind} kind={kind} on={on.includes(kind)} />
        ))}
      </div>
      {all.length ? null : <p class="quiet">{t('craft.shelfEmpty')}</p>}
      <p class="why" role="status">
        {outcome.value || (on.length > 1 ? reasonText(reason) : t('craft.layTwo'))}
      </p>
      <div class="row end">
        <button type="button" class="button gold" aria-disabled={reason !== OK} onClick={() => void attempt()}>
          {t('craft.try')}
        </button>
      </div>
    </article>
  );
}

function Laid({ kind }: { kind: number | undefined }) {
  const row = kind === undefined ? undefined : items.get(kind);
  if (!row) return <span class="itemslot empty" />;
  return (
    <button
      type="button"
      class={`itemslot ${row.rarity}`}
      aria-label={t('craft.takeBack', { what: row.name })}
      title={row.name}
      onClick={() => toggle(row.id)}
    >
      <Icon name={row.icon} />
    </button>
  );
}

function Thing({ kind, on }: { kind: number; on: boolean }) {
  const row = items.get(kind)!;
  return (
    <button
      type="button"
      class={`itemslot ${row.rarity} ${on ? 'on' : ''}`}
      aria-pressed={on}
      aria-label={row.name}
      title={row.name}
      onClick={() => toggle(kind)}
    >
      <Icon name={row.icon} />
    </button>
  );
}
