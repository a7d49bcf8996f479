// Answers in a talk: a list of buttons, each with its number; 1 to 9 give the answer, arrows walk through them. In: answers. Out: the one given.
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

export function Answers({ children }: { children: ComponentChildren }) {
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0;
    if (!digit && !step) return;
    event.preventDefault();
    event.stopPropagation();
    if (digit) return buttons[Number(digit) - 1]?.click();
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <ul class="answers numbered" ref={list} onKeyDown={onKeyDown}>
      {children}
    </ul>
  );
}

export function Answer({ act, children }: { act(): void; children: ComponentChildren }) {
  return (
    <li>
      <button type="button" onClick={act}>
        {children}
      </button>
    </li>
  );
}
