// The weapon in hand in Warfront: its name, whether it is loaded, and the other one. In: weapon, reload, what is worn.
import { useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { items } from '../../src/shared/content';
import { EQUIP_SLOTS } from '../../src/shared/content/kinds';
import { WORN_BASE } from '../../src/shared/protocol/limits';
import { reload, weapon } from '../state';
import { t } from '../strings';
import { itemsBySlot } from './derived';
import { useEachFrame } from './eachframe';
import { Icon } from './icon';
import { KeyHint } from './keys';

function worn(which: 'wheel-lock' | 'bow'): { name: string; icon: string } {
  const slot = WORN_BASE + EQUIP_SLOTS.indexOf(which === 'bow' ? 'bow' : 'firearm');
  const kind = items.get(itemsBySlot.value.get(slot)?.kind ?? 0);
  return { name: kind?.name ?? t(`weapon.${which}`), icon: kind?.icon ?? (which === 'bow' ? 'gi:bow-arrow' : 'gi:musket') };
}

export function Weapon() {
  const bow = useComputed(() => weapon.value === 'bow').value;
  const now = worn(bow ? 'bow' : 'wheel-lock');
  const other = worn(bow ? 'wheel-lock' : 'bow');
  return (
    <section class="weapon" aria-label={now.name}>
      <Reload />
      <h3>
        <Icon name={now.icon} />
        {now.name}
        <KeyHint action={bow ? 'weapon2' : 'weapon1'} />
      </h3>
      <p title={t('war.swap', { what: other.name })}>
        <Icon name={other.icon} />
        {other.name}
        <KeyHint action={bow ? 'weapon1' : 'weapon2'} />
      </p>
    </section>
  );
}

/** Fills while the weapon is made ready; the words say the same. */
function Reload() {
  const box = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLElement>(null);
  useEachFrame(now_ms => {
    const { readyAt, whole } = reload.peek();
    const left = Math.max(0, readyAt - now_ms);
    const ready = left === 0;
    box.current?.style.setProperty('--done', ready ? '1' : (1 - left / Math.max(1, whole)).toFixed(3));
    box.current?.classList.toggle('ready', ready);
    const text = ready ? t('war.loaded') : t('war.reloading', { s: (left / 1000).toFixed(1) });
    if (words.current && words.current.textContent !== text) words.current.textContent = text;
  });
  return (
    <div ref={box} class="reload">
      <strong ref={words} />
      <i />
    </div>
  );
}
