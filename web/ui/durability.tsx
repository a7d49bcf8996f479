// The warning that worn things are giving out: which, in a line at the screen's corner. In: bag. Out: nothing; a smith mends them (repair.tsx).
import { computed } from '@preact/signals';
import { items } from '../../src/shared/content';
import { WORN_BASE } from '../../src/shared/protocol/limits';
import { isBroken, WORN_DOWN, wearOf } from '../../src/shared/rules/durability';
import { bag } from '../state';
import { t } from '../strings';
import { Icon } from './icon';

const warning = computed(() => {
  const worn = bag.value.filter(item => item.slot >= WORN_BASE);
  const names = (all: typeof worn) => all.map(item => items.get(item.kind)?.name ?? '').join(', ');
  const broken = worn.filter(isBroken);
  if (broken.length) return { broken: true, text: t('durability.mend', { what: names(broken) }) };
  const tired = worn.filter(item => wearOf(item) >= WORN_DOWN);
  return tired.length ? { broken: false, text: t('durability.worn', { what: names(tired) }) } : null;
});

export function DurabilityWarning() {
  const now = warning.value;
  return now ? (
    <p class={`crowded wornout${now.broken ? ' broken' : ''}`} role="status">
      <Icon name={now.broken ? 'gi:cracked-shield' : 'gi:anvil'} />
      {now.text}
    </p>
  ) : null;
}
