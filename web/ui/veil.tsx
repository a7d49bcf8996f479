// What hides the world while another one takes its place: its name, and a word about it. In: veil. It comes at once and goes softly.
import { veil } from '../state';
import { t } from '../strings';
import { Icon } from './icon';

export function Veil() {
  const shown = veil.value;
  return (
    <div class={`between${shown ? ' on' : ''}`} role="status" aria-live="polite" aria-hidden={shown ? undefined : 'true'}>
      {shown ? (
        <div>
          <Icon name="gi:dungeon-gate" />
          <h2>{shown.title}</h2>
          <p>{shown.text}</p>
          <small>{t('dungeon.entering')}</small>
        </div>
      ) : null}
    </div>
  );
}
