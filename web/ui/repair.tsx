// Mending at a smith's: what is worn down, what each costs, and all at once. In: belongings, gold. Out: repair. A greyed button says why, by the
// same check the server makes.
import { items } from '../../src/shared/content';
import type { Item } from '../../src/shared/rules/character';
import { BROKEN, wearOf } from '../../src/shared/rules/durability';
import { OK } from '../../src/shared/rules/reasons';
import { checkRepair, repairCost, repairCostOf, wornDown } from '../../src/shared/rules/repair';
import { commands } from '../commands';
import { reasonText, t } from '../strings';
import { Coins } from './coins';
import { gold, myPerks, myself } from './derived';
import { KindChip } from './questview';

const SMITH = { smith: true };

export function Repair({ back }: { back(): void }) {
  const worn = [...wornDown(myself.value)].sort((a, b) => wearOf(b) - wearOf(a));
  return (
    <>
      <h3>{t('repair.title')}</h3>
      <p class="quiet">{t('repair.formula')}</p>
      {worn.length ? null : <p class="reading">{t('repair.none')}</p>}
      <ul class="wares mending">
        {worn.map(item => (
          <Line key={item.id} item={item} />
        ))}
      </ul>
      <div class="foot">
        <button type="button" class="button small" onClick={back}>
          {t('dialogue.back')}
        </button>
        <span>
          {t('vendor.have')} <Coins copper={gold.value} />
        </span>
        {worn.length ? (
          <Mend id="" cost={repairCostOf(myself.value, '', myPerks.value.repair)} label={t('repair.all')} words />
        ) : null}
      </div>
    </>
  );
}

function Line({ item }: { item: Item }) {
  const kind = items.get(item.kind);
  if (!kind) return null;
  const cost = repairCost(item, myPerks.value.repair);
  const left = BROKEN - wearOf(item);
  return (
    <li>
      <KindChip kind={kind} item={item} quantity={1} />
      <span class={left ? 'quiet' : 'wrong'}>
        {left ? null : <i class="figured cross" aria-hidden="true" />}
        {`${left} %`}
      </span>
      <Mend id={item.id} cost={cost} label={t('repair.one', { what: kind.name })} />
    </li>
  );
}

function Mend({ id, cost, label, words }: { id: string; cost: number; label: string; words?: boolean }) {
  const reason = checkRepair(myself.value, SMITH, id, myPerks.value.repair);
  const why = reasonText(reason);
  return (
    <button
      type="button"
      class={`button small${words ? ' gold' : ''}`}
      aria-disabled={reason !== OK}
      title={why || undefined}
      onClick={() => reason === OK && commands.repair(id)}
    >
      <span class={words ? undefined : 'unseen'}>{label}</span> <Coins copper={cost} />
      {why ? <span class="unseen">{why}</span> : null}
    </button>
  );
}
