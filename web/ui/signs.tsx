// What the party shows in the world: marks over bodies, and places that somebody points at. In: signs. Not for screen readers: marks stand in the
// target's frame too, and who points is told in the chat.
import { signs } from '../state';
import { count, t } from '../strings';
import { Mark } from './mark';

export function Signs() {
  return (
    <div class="signs" aria-hidden="true">
      {signs.value.map(({ key, mark, text, x, y, away_m }) => (
        <div key={key} style={{ transform: `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)` }}>
          {mark ? (
            <Mark mark={mark} />
          ) : (
            <p>
              <i />
              <span>
                {text} <b>{t('task.metres', { n: count(away_m) })}</b>
              </span>
            </p>
          )}
        </div>
      ))}
    </div>
  );
}
