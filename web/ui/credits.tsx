// Who made what is not ours: icons, fonts, libraries and their licences. In: nothing.
import { panels } from '../state';
import { t } from '../strings';
import { Window } from './window';

function close(): void {
  const rest = new Set(panels.value);
  rest.delete('credits');
  panels.value = rest;
}

export function Credits() {
  return (
    <Window name="credits" title={t('credits.title')} modal close={close}>
      <div class="reading">
        <p>{t('credits.rest')}</p>
        <p>{t('credits.icons')}</p>
        <p>{t('credits.fonts')}</p>
        <p>{t('credits.code')}</p>
      </div>
    </Window>
  );
}
