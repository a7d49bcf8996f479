// Help: the three ways to play, the mouse in each, and every key as it is bound now. In: bindings, mode.
import { ACTION_NAMES, ACTIONS, type Where } from '../bindings';
import { mode } from '../state';
import { t } from '../strings';
import { keyOf } from './keys';
import { PanelWindow } from './panelwindow';

export function Help() {
  const here = mode.value;
  const used = ACTION_NAMES.filter(action => {
    const where: readonly Where[] = ACTIONS[action].where;
    return keyOf(action) && (where.includes('all') || where.includes(here));
  });
  return (
    <PanelWindow panel="help" title={t('help.title')} modal>
      <h3>{t('help.views')}</h3>
      <p class="reading">{t('help.viewsText', { key: keyOf('views') })}</p>
      <p class="reading">{t(`help.mouse.${here}`)}</p>
      <dl class="keylist">
        {used.map(action => (
          <div key={action}>
            <dt>{t(`action.${action}`)}</dt>
            <dd>
              <kbd>{keyOf(action)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <h3>{t('help.world')}</h3>
      <p class="reading">{t('help.worldText', { map: keyOf('map'), interact: keyOf('interact') })}</p>
      <h3>{t('help.chat')}</h3>
      <p class="reading">{t('chat.help')}</p>
    </PanelWindow>
  );
}
