// You fell: by whom, what it means and what it does not, and the way back. In: status, felled. Out: release.
import { abilities } from '../../src/shared/content';
import { commands } from '../commands';
import { felled } from '../state';
import { t } from '../strings';
import { dead } from './derived';
import { keyOf } from './keys';

export function Death() {
  if (!dead.value) return null;
  const { by, ability } = felled.value ?? { by: '', ability: 0 };
  const what = abilities.get(ability)?.name ?? '';
  return (
    <section class="death" role="alertdialog" aria-labelledby="death-title" aria-describedby="death-text">
      <h2 id="death-title">{t('death.title')}</h2>
      <p id="death-text">
        {by ? `${what ? t('death.byWith', { who: by, what }) : t('death.by', { who: by })} ` : ''}
        {t('death.text')}
      </p>
      <ul>
        <li>{t('death.keepItems')}</li>
        <li>{t('death.keepLevel')}</li>
        <li>{t('death.keepQuests')}</li>
      </ul>
      <button type="button" class="button gold" onClick={() => commands.release()}>
        {t('death.release')} <kbd>{keyOf('interact')}</kbd>
      </button>
    </section>
  );
}
