// The action bar: twelve slots (four in Warfront) with icon, key, cooldown and why not. In: settings.bar, cooldowns, status, target. Out: use.
import { useComputed } from '@preact/signals';
import type { Action } from '../bindings';
import { settings } from '../settings';
import { t } from '../strings';
import { carried, clearBarSlot, putOnBar } from './carry';
import { beat } from './derived';
import { Icon } from './icon';
import { keyOf } from './keys';
import { outOfReach, type SlotThing, thingOf, tooWeak, useEntry, waitOf } from './slot';
import { hideTip, showTip } from './tip';

type Which = 'bar' | 'warBar';

export function ActionBar() {
  return (
    <div class="actionbar panel" role="toolbar" aria-label={t('bar.title')}>
      {settings.bar.value.map((_, i) => (
        <BarSlot key={i} which="bar" index={i} />
      ))}
    </div>
  );
}

export function WarBar() {
  return (
    <div class="warbar" role="toolbar" aria-label={t('bar.title')}>
      {settings.warBar.value.map((_, i) => (
        <BarSlot key={i} which="warBar" index={i} />
      ))}
    </div>
  );
}

export function BarSlot({ which, index, round }: { which: Which; index: number; round?: boolean }) {
  const entry = useComputed(() => settings[which].value[index] ?? 0).value;
  const thing = thingOf(entry);
  const key = keyOf(`${which === 'bar' ? 'slot' : 'warSlot'}${index + 1}` as Action);
  const drop = {
    onDragOver: (event: DragEvent) => carried.value?.bar && event.preventDefault(),
    onDrop: () => putOnBar(which, index),
  };
  if (!thing) {
    return (
      <button
        type="button"
        class="slot empty"
        aria-label={t('bar.slot', { n: index + 1 })}
        onClick={() => putOnBar(which, index)}
        {...drop}
      >
        {key ? <kbd>{key}</kbd> : null}
      </button>
    );
  }
  return <FullSlot {...{ which, index, entry, thing, hint: key, round, drop }} />;
}

interface FullProps {
  which: Which;
  index: number;
  entry: number;
  thing: SlotThing;
  /** What stands on the key. */
  hint: string;
  round?: boolean;
  drop: object;
}

function FullSlot({ which, index, entry, thing, hint, round, drop }: FullProps) {
  const far = useComputed(() => outOfReach(entry)).value;
  const weak = useComputed(() => tooWeak(entry)).value;
  const locked = thing.lockedUntil > 0;
  const gone = thing.pieces === 0;
  const label = locked
    ? t('bar.unlearned', { what: thing.name, level: thing.lockedUntil, key: hint })
    : t('bar.ready', { what: thing.pieces >= 0 ? `${thing.name} × ${thing.pieces}` : thing.name, key: hint });
  return (
    <button
      type="button"
      class={`slot ${thing.school}${locked ? ' locked' : ''}${far ? ' far' : ''}${weak || gone ? ' weak' : ''}${round ? ' round' : ''}`}
      aria-label={label}
      aria-disabled={locked || gone}
      draggable={which === 'bar'}
      onClick={() => (carried.value?.bar ? putOnBar(which, index) : useEntry(entry))}
      onContextMenu={event => event.preventDefault()}
      onDragStart={() => {
        hideTip();
        carried.value = { item: '', quantity: 0, bar: entry, name: thing.name, fromBar: index };
      }}
      onDragEnd={event => {
        if (carried.value && event.dataTransfer?.dropEffect === 'none') clearBarSlot(index);
        carried.value = null;
      }}
      onPointerEnter={event => showTip(event.currentTarget, { entry })}
      onPointerLeave={hideTip}
      onFocus={event => event.currentTarget.matches(':focus-visible') && showTip(event.currentTarget, { entry })}
      onBlur={hideTip}
      {...drop}
    >
      <Icon name={thing.icon} />
      {locked ? <b class="level" data-level={thing.lockedUntil} /> : <Wait entry={entry} />}
      {thing.pieces >= 0 ? (
        <b class="pieces" aria-hidden="true">
          {thing.pieces}
        </b>
      ) : null}
      {hint ? <kbd>{hint}</kbd> : null}
    </button>
  );
}

/** The sweep and the number over a slot that is not ready; redrawn ten times a second, and only while it runs. */
function Wait({ entry }: { entry: number }) {
  const shown = useComputed(() => {
    const wait = waitOf(entry);
    if (!wait) return '';
    beat.value;
    return `${(wait.left_ms / wait.whole_ms).toFixed(3)} ${wait.left_ms > 950 ? Math.ceil(wait.left_ms / 1000) : ''}`;
  }).value;
  if (!shown) return null;
  const [part, seconds] = shown.split(' ');
  return (
    <>
      <i class="sweep" style={{ '--left': part }} />
      <em>{seconds}</em>
    </>
  );
}
