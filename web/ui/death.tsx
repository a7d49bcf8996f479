// You fell: what that means, and the way back. In: status. Out: release.
import { commands } from '../commands';
import { t } from '../strings';
import { dead } from './derived';

export function Death() {
  if (!dead.value) return null;
  return (
    <section class="death" role="alertdialog" aria-labelledby="death-title" aria-describedby="death-text">
      <h2 id="death-title">{t('death.title')}</h2>
      <p id="death-text">{t('death.text')}</p>
      <button type="button" class="button gold" onClick={() => commands.release()}>
        {t('death.release')}
      </button>
    </section>
  );
}
