// Rebinding: two keys per action, caught as they are pressed; a key that is taken is shown with who has it before it is taken away. In, out: settings.bindings.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ACTION_NAMES, ACTIONS, type Action, type ActionGroup, conflicts, FIXED } from '../bindings';
import { bind, resetBindings, settings } from '../settings';
import { t } from '../strings';
import { keyName } from './keys';

interface Place {
  action: Action;
  which: 0 | 1;
}
const catching = signal<Place | null>(null);
const taken = signal<(Place & { code: string; others: readonly Action[] }) | null>(null);
const GROUPS: readonly ActionGroup[] = ['move', 'fight', 'slots', 'aim', 'command', 'panels', 'talk', 'views'];

export function KeySettings() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!catching.peek()) return;
      event.preventDefault();
      event.stopPropagation();
      caught(event.code);
    };
    const onMouse = (event: PointerEvent) => {
      // The left button chooses fields here; only the others can be caught outside of Warfront's own two.
      if (!catching.peek() || event.button === 0) return;
      event.preventDefault();
      caught(`Mouse${event.button}`);
    };
    addEventListener('keydown', onKey, { capture: true });
    addEventListener('pointerdown', onMouse, { capture: true });
    return () => {
      removeEventListener('keydown', onKey, { capture: true });
      removeEventListener('pointerdown', onMouse, { capture: true });
      catching.value = taken.value = null;
    };
  }, []);
  return (
    <>
      <p class="quiet">{t('keys.hint')}</p>
      <Conflict />
      {GROUPS.map(group => (
        <section key={group} aria-label={t(`group.${group}`)}>
          <h3>{t(`group.${group}`)}</h3>
          {ACTION_NAMES.filter(action => ACTIONS[action].group === group).map(action => (
            <div key={action} class="option keys">
              <span>{t(`action.${action}`)}</span>
              <KeyField action={action} which={0} />
              <KeyField action={action} which={1} />
            </div>
          ))}
        </section>
      ))}
      <button type="button" class="button small" onClick={resetBindings}>
        {t('keys.reset')}
      </button>
    </>
  );
}

function caught(code: string): void {
  const { action, which } = catching.value!;
  catching.value = null;
  if (code === 'Escape') return;
  if (code === 'Delete' || code === 'Backspace') {
    bind(action, which, '');
    return;
  }
  const others = conflicts(settings.bindings.value, action, code);
  if (others.length) taken.value = { action, which, code, others };
  else bind(action, which, code);
}

function KeyField({ action, which }: Place) {
  const code = settings.bindings.value[action][which];
  const waiting = catching.value?.action === action && catching.value.which === which;
  const key = code ? keyName(code) : t('keys.none');
  const label = t('keys.change', { action: t(`action.${action}`), which: t(which ? 'keys.second' : 'keys.first'), key });
  return (
    <button
      type="button"
      class={`keyfield${waiting ? ' waiting' : ''}${code ? '' : ' none'}`}
      aria-label={waiting ? t('keys.press') : label}
      disabled={FIXED.includes(action) && which === 0}
      onClick={() => {
        taken.value = null;
        catching.value = { action, which };
      }}
    >
      {waiting ? t('keys.press') : key}
    </button>
  );
}

function Conflict() {
  const held = taken.value;
  if (!held) return null;
  const { action, which, code, others } = held;
  const fixed = others.some(other => FIXED.includes(other));
  return (
    <div class="conflict panel" role="alert">
      <p>
        {fixed
          ? t('keys.fixed')
          : t('keys.conflict', { key: keyName(code), others: others.map(other => t(`action.${other}`)).join(', ') })}
      </p>
      <div class="row">
        <button type="button" class="button small" onClick={() => (taken.value = null)}>
          {t('keys.cancel')}
        </button>
        {fixed ? null : (
          <button
            type="button"
            class="button small gold"
            onClick={() => {
              bind(action, which, code, others);
              taken.value = null;
            }}
          >
            {t('keys.take')}
          </button>
        )}
      </div>
    </div>
  );
}
