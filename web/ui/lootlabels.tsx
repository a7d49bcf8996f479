// Names on what lies about with something for the player: the best thing in it and how many more. In: lootMarks, sight. Written to the DOM
// each frame. Rarity is told by the number of dots before the name as well as by colour; the use key and the toasts say the same in words.
import { useRef } from 'preact/hooks';
import { rankOf } from '../game/spoils';
import { lootMarks, me, sight } from '../state';
import { t } from '../strings';
import { useEachFrame } from './eachframe';

const SEEN_M = 30;
const MOST = 8;
const OVER_M = 0.95;
const BEADS = [1, 2, 3] as const;

export function LootLabels() {
  const box = useRef<HTMLDivElement>(null);
  const all = lootMarks.value.slice(0, MOST);
  useEachFrame(() => {
    const labels = box.current?.children;
    if (!labels || !all.length) return;
    const where = sight.peek();
    const own = me.peek();
    for (let i = 0; i < all.length && i < labels.length; i++) {
      const { x, y, z } = all[i];
      const { style } = labels[i] as HTMLElement;
      const spot = Math.hypot(x - own.x, z - own.z) < SEEN_M ? where(x, y + OVER_M, z) : null;
      style.visibility = spot ? 'visible' : 'hidden';
      if (spot) style.transform = `translate(${spot.x.toFixed(1)}px, ${spot.y.toFixed(1)}px) translate(-50%, -100%)`;
    }
  });
  if (!all.length) return null;
  return (
    <div ref={box} class="lootlabels" aria-hidden="true">
      {all.map(({ id, label, more, rarity }) => (
        <span key={id} class={`rarity-${rarity}`}>
          <i>
            {BEADS.slice(0, rankOf(rarity)).map(each => (
              <u key={each} />
            ))}
          </i>{' '}
          {label} {more ? <small>{t('loot.more', { n: more })}</small> : null}
        </span>
      ))}
    </div>
  );
}
