// The run through a dungeon that goes on: its masters in their order, those that fell struck off, the time that is left, and the way out. In: run.
// Out: leaveDungeon.
import { useComputed } from '@preact/signals';
import { dungeons, monsters } from '../../src/shared/content';
import { commands } from '../commands';
import { fighting, run } from '../state';
import { count, t } from '../strings';
import { beat } from './derived';
import { Icon } from './icon';

export function Leave({ first = false }: { first?: boolean }) {
  const shut = fighting.value;
  return (
    <button
      type="button"
      class="button small"
      data-first={first || undefined}
      aria-disabled={shut}
      title={shut ? t('reason.inCombat') : undefined}
      onClick={() => shut || commands.leaveDungeon()}
    >
      {t('dungeon.leave')}
    </button>
  );
}

export function RunCard() {
  const shown = run.value;
  const dungeon = shown && dungeons.get(shown.dungeon);
  if (!dungeon) return null;
  const { felled } = shown;
  return (
    <section class="runcard" aria-label={dungeon.name}>
      <header>
        <Icon name="gi:dungeon-gate" />
        <h2>{dungeon.name}</h2>
        <TimeLeft />
      </header>
      <p class="unseen" role="status">
        {t('dungeon.felled', { n: count(felled), of: count(dungeon.bosses.length) })}
      </p>
      <ol>
        {dungeon.bosses.map((boss, i) => (
          <li key={boss} class={i < felled ? 'done' : i === felled ? 'next' : ''}>
            {monsters.key(boss).name}
          </li>
        ))}
      </ol>
      <footer>
        <span>{t('dungeon.felled', { n: count(felled), of: count(dungeon.bosses.length) })}</span>
        <Leave />
      </footer>
    </section>
  );
}

/** Follows every second, so it is a piece of its own. */
function TimeLeft() {
  const left = useComputed(() => {
    beat.value;
    return Math.max(0, Math.ceil(((run.value?.until_ms ?? 0) - performance.now()) / 60_000));
  }).value;
  const hours = Math.floor(left / 60);
  return <time title={t('dungeon.left')}>{`${hours}:${String(left % 60).padStart(2, '0')}`}</time>;
}
