// The pill that shows in which way you play and switches it, by click or by Backquote and then 1, 2, 3. In: mode, viewChooser. Out: setMode.
import { commands } from '../commands';
import { type Mode, mode, viewChooser } from '../state';
import { t } from '../strings';
import { Icon } from './icon';
import { KeyHint } from './keys';

export const MODES: readonly { mode: Mode; icon: string }[] = [
  { mode: 'adventurer', icon: 'gi:crossed-swords' },
  { mode: 'warfront', icon: 'gi:crosshair' },
  { mode: 'commander', icon: 'gi:castle' },
];

export function Modes() {
  const choosing = viewChooser.value;
  return (
    <nav class={`modes${choosing ? ' choosing' : ''}`} aria-label={t('mode.switch')}>
      {choosing ? null : <KeyHint action="views" />}
      {MODES.map((way, i) => (
        <button
          key={way.mode}
          type="button"
          class={mode.value === way.mode ? 'on' : ''}
          aria-pressed={mode.value === way.mode}
          onClick={() => commands.setMode(way.mode)}
          title={t(`mode.${way.mode}`)}
        >
          <Icon name={way.icon} />
          <span>{t(`mode.${way.mode}`)}</span>
          {choosing ? <kbd>{i + 1}</kbd> : null}
        </button>
      ))}
      <span class="unseen" role="status">
        {choosing ? t('mode.pick') : ''}
      </span>
    </nav>
  );
}
