// A row of tabs: one stop for Tab, arrows go between them. In: names with words, which is chosen. Out: the choice.
import type { ComponentChildren } from 'preact';

interface TabsProps<T extends string> {
  tabs: readonly T[];
  chosen: T;
  choose(tab: T): void;
  children(tab: T): ComponentChildren;
}

export function Tabs<T extends string>({ tabs, chosen, choose, children }: TabsProps<T>) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : 0;
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    const next = (tabs.indexOf(chosen) + step + tabs.length) % tabs.length;
    choose(tabs[next]);
    (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  return (
    <div class="tabs" role="tablist" tabIndex={-1} onKeyDown={onKeyDown}>
      {tabs.map(tab => (
        <button
          key={tab}
          type="button"
          role="tab"
          aria-selected={tab === chosen}
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => choose(tab)}
        >
          {children(tab)}
        </button>
      ))}
    </div>
  );
}
