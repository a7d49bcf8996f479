// Signs over the world where quests lead: what for, and how far. In: waymarks. Not for screen readers: the tracker says the same.
import { waymarks } from '../state';
import { count, t } from '../strings';

export function Waymarks() {
  return (
    <div class="waymarks" aria-hidden="true">
      {waymarks.value.map(({ key, text, x, y, away_m }) => (
        <div key={key} class={away_m > 90 ? 'far' : ''} style={{ transform: `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)` }}>
          <i />
          <span>
            {text} <b>{t('task.metres', { n: count(away_m) })}</b>
          </span>
        </div>
      ))}
    </div>
  );
}
