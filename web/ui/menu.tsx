// The menu behind Esc: back, settings, help, credits, leave. In: nothing. Out: which window comes next.
import { commands } from '../commands';
import type { Panel } from '../state';
import { t } from '../strings';
import { PanelWindow } from './panelwindow';

const FURTHER = ['settings', 'help', 'credits'] as const satisfies readonly Panel[];

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
