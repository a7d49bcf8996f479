// The menu behind Esc: back, settings, help, credits, leave. In: nothing. Out: which window comes next.
import { commands } from '../commands';
import { type Panel, run } from '../state';
import { t } from '../strings';
import { PanelWindow } from './panelwindow';

const FURTHER = ['settings', 'help', 'credits'] as const satisfies readonly Panel[];

/** The region says why not, if he may not go just now. */
function leaveDungeon(): void {
  commands.close('menu');
  commands.leaveDungeon();
}

export function Menu() {
  const then = (panel: Panel) => () => {
    commands.close('menu');
    commands.toggle(panel);
  };
  return (
    <PanelWindow panel="menu" title={t('menu.title')} modal>
      <ul>
        <li>
          <button type="button" class="button gold" data-first onClick={() => commands.close('menu')}>
            {t('menu.resume')}
          </button>
        </li>
        {FURTHER.map(panel => (
          <li key={panel}>
            <button type="button" class="button" onClick={then(panel)}>
              {t(`menu.${panel}`)}
            </button>
          </li>
        ))}
        {run.value ? (
          <li>
            <button type="button" class="button" onClick={leaveDungeon}>
              {t('menu.leaveDungeon')}
            </button>
          </li>
        ) : null}
        <li>
          <button type="button" class="button" onClick={() => commands.leave()}>
            {t('menu.leave')}
          </button>
        </li>
      </ul>
      <p class="quiet">{t('menu.kept')}</p>
    </PanelWindow>
  );
}
