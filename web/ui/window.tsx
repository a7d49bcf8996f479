// A window of the HUD: a named dialog that takes the focus, keeps Tab inside, closes with Esc and gives the focus back.
// A modal one keeps every key from the world; the others let you walk on while they are open.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { screen } from '../state';
import { t } from '../strings';
import { startDrag, windowPlace } from './drag';
import { Icon } from './icon';
import { hideTip } from './tip';

interface WindowProps {
  name: string;
  title: string;
  close(): void;
  modal?: boolean;
  children: ComponentChildren;
}

/** Close functions of what is open, the newest last. */
const open: (() => void)[] = [];

/**
 * Gives the focus back to what had it. Not to a button in the world that was only clicked: Space and Enter are the world's again, and would press it.
 */
export function returns(to: Element | null): () => void {
  const isClicked = screen.value === 'play' && !!to?.matches('button:not(:focus-visible)') && !to.closest('.window');
  return () => {
    const back = isClicked ? document.getElementById('view') : to;
    if (back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true });
  };
}

export const anyOpen = (): boolean => open.length > 0;

/** Closes the window opened last. False when none is open: then Esc means the menu. */
export function closeTop(): boolean {
  const close = open.at(-1);
  close?.();
  return close !== undefined;
}

const FOCUSABLE = 'button:not(:disabled), input:not(:disabled), select, [href], [tabindex]:not([tabindex="-1"])';

export function Window({ name, title, close, modal, children }: WindowProps) {
  const box = useRef<HTMLElement>(null);
  const closing = useRef(close);
  closing.current = close;

  useLayoutEffect(() => {
    const before = document.activeElement;
    const giveBack = returns(before);
    const me = () => closing.current();
    open.push(me);
    const frame = box.current;
    (frame?.querySelector<HTMLElement>('[data-first]') ?? frame)?.focus({ preventScroll: true });
    return () => {
      open.splice(open.indexOf(me), 1);
      // Whatever it told about goes with it.
      hideTip();
      giveBack();
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code === 'Escape') {
      event.stopPropagation();
      closing.current();
    } else if (event.code === 'Tab') {
      event.stopPropagation();
      keepInside(event, box.current);
    } else if (modal || usesKeys(event)) {
      event.stopPropagation();
    }
  };

  const frame = (
    <section
      ref={box}
      class={`window panel ${name}`}
      role="dialog"
      aria-modal={modal ? 'true' : undefined}
      aria-label={title}
      tabIndex={-1}
      style={windowPlace(name)}
      onKeyDown={onKeyDown}
    >
      <div class="titlebar" onPointerDown={event => startDrag(event, name, box.current)}>
        <h2>{title}</h2>
        <button type="button" class="close" aria-label={t('window.close', { what: title })} onClick={() => closing.current()}>
          <Icon name="gi:cancel" />
        </button>
      </div>
      {children}
    </section>
  );
  return modal ? <div class="scrim">{frame}</div> : frame;
}

/** A control that has the focus uses this key itself; the world must not also jump or shoot on it. */
function usesKeys(event: KeyboardEvent): boolean {
  const on = event.target as HTMLElement;
  if (on.matches('input:not([type="checkbox"], [type="radio"], [type="range"]), select')) return true;
  return (
    on.matches('button, input, [role="tab"], [tabindex="0"]') &&
    /^(Enter|NumpadEnter|Space|Arrow.*|Home|End|Delete)$/.test(event.code)
  );
}

function keepInside(event: KeyboardEvent, box: HTMLElement | null): void {
  const all = [...(box?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].filter(each => each.offsetParent !== null);
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return;
  const at = document.activeElement;
  if (event.shiftKey && (at === first || at === box)) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && (at === last || at === box)) {
    event.preventDefault();
    first.focus();
  }
}
