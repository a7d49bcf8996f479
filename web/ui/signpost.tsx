// The signpost over the world: a mark on the place where the quest goes on, or, when that is out of view, an arrow on an oval round the middle
// that points there. In: guide, sight, headingDeg. Written to the DOM each frame. Its words stand in the tracker for those who do not see it.
import { useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { settings } from '../settings';
import { dialogue, guide, headingDeg, me, sight } from '../state';
import { count, t } from '../strings';
import { dead } from './derived';
import { useEachFrame } from './eachframe';

/** The oval on which the arrow goes, as a share of the screen. */
const OVAL = { x: 0.3, y: 0.3, middle: 0.47 } as const;
/** Over the head of who stands there. */
const OVER_M = 2.7;
/** Nearer than this the mark over the head says enough. */
const NAMED_M = 14;

const SIGNS = { offer: '!', turnin: '?', task: '', foe: '', place: '' } as const;

export function Signpost() {
  const on = useComputed(() => settings.guide.value && guide.value !== null && dialogue.value === null && !dead.value).value;
  return on ? <Post /> : null;
}

function Post() {
  const box = useRef<HTMLDivElement>(null);
  const arrow = useRef<HTMLElement>(null);
  const kind = useComputed(() => guide.value?.kind ?? 'task').value;
  const label = useComputed(() => guide.value?.label ?? '').value;
  const metres = useComputed(() => Math.round(guide.value?.distance ?? 0)).value;
  useEachFrame(() => {
    const to = guide.peek();
    if (!to || !box.current || !arrow.current) return;
    const spot = placeOnScreen(to, innerWidth, innerHeight);
    box.current.style.transform = `translate(${spot.x.toFixed(1)}px, ${spot.y.toFixed(1)}px)`;
    box.current.classList.toggle('aside', spot.turn !== null);
    if (spot.turn !== null) arrow.current.style.rotate = `${spot.turn.toFixed(3)}rad`;
  });
  return (
    <div ref={box} class={`signpost ${kind}${metres > NAMED_M ? '' : ' near'}`} aria-hidden="true">
      <i ref={arrow} />
      <b>{SIGNS[kind]}</b>
      <span>
        <em>{label}</em> {t('guide.far', { n: count(metres) })}
      </span>
    </div>
  );
}

/** In CSS pixels; `turn`: the way the arrow points, clockwise from up, or null when the place itself is in view. */
function placeOnScreen(to: { x: number; y: number; z: number }, width: number, height: number) {
  const seen = sight.peek()(to.x, to.y + OVER_M, to.z);
  const [middleX, middleY] = [width / 2, height * OVAL.middle];
  const [wide, high] = [width * OVAL.x, height * OVAL.y];
  if (seen && Math.hypot((seen.x - middleX) / (wide * 1.3), (seen.y - middleY) / (high * 1.2)) < 1)
    return { x: seen.x, y: seen.y, turn: null };
  const own = me.peek();
  // Behind the eye there is no point on the screen: then it is the bearing that tells the way.
  const turn = seen
    ? Math.atan2(seen.x - middleX, middleY - seen.y)
    : Math.atan2(to.x - own.x, own.z - to.z) - (headingDeg.peek() * Math.PI) / 180;
  return { x: middleX + Math.sin(turn) * wide, y: middleY - Math.cos(turn) * high, turn };
}
