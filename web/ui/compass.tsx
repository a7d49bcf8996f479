// The compass over the view: a strip of headings that slides, with quests, foes and players on it. In: headingDeg, blips, me.
import { useComputed } from '@preact/signals';
import { goals } from '../goals';
import { blips, headingDeg, me } from '../state';
import { t } from '../strings';

const SHOWN_DEG = 75; // to each side
const STEP_DEG = 15;
const FAR_M = 140;
const POINTS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;

/** From -180 to 180. */
const turn = (deg: number) => ((((deg + 180) % 360) + 360) % 360) - 180;
const place = (off: number) => ({ left: `${(50 + (off / SHOWN_DEG) * 50).toFixed(2)}%` });

export function Compass() {
  const heading = useComputed(() => Math.round(headingDeg.value * 2) / 2).value;
  const first = Math.ceil((heading - SHOWN_DEG) / STEP_DEG) * STEP_DEG;
  const ticks = Array.from({ length: (SHOWN_DEG * 2) / STEP_DEG + 1 }, (_, i) => first + i * STEP_DEG).filter(
    deg => Math.abs(deg - heading) <= SHOWN_DEG,
  );
  return (
    <div class="compass" role="img" aria-label={t('war.heading', { deg: Math.round(((heading % 360) + 360) % 360) })}>
      <div>
        {ticks.map(deg => {
          const whole = ((deg % 360) + 360) % 360;
          const point = whole % 45 === 0 ? POINTS[whole / 45] : undefined;
          return (
            <span key={whole} class={point ? (whole % 90 ? 'half' : 'main') : ''} style={place(deg - heading)}>
              {point ? t(`compass.${point}`) : whole}
            </span>
          );
        })}
        <Marks heading={heading} />
      </div>
      <i />
    </div>
  );
}

const GLYPHS = { quest: '!', turnin: '?', happening: '✦', foe: '▲', ally: '●', mate: '◉' } as const;

function Marks({ heading }: { heading: number }) {
  const { x, z } = me.peek();
  return (
    <>
      {goals.value.map((goal, i) => {
        if (!goal.marked) return null;
        const off = turn((Math.atan2(goal.x - x, z - goal.z) * 180) / Math.PI - heading);
        return Math.abs(off) > SHOWN_DEG ? null : (
          <b key={`goal-${i}`} class="goal" style={place(off)}>
            ◆
          </b>
        );
      })}
      {blips.value.map((blip, i) => {
        if (!(blip.kind in GLYPHS)) return null;
        const kind = blip.kind as keyof typeof GLYPHS;
        const [dx, dz] = [blip.x - x, blip.z - z];
        const off = turn((Math.atan2(dx, -dz) * 180) / Math.PI - heading);
        const near = Math.hypot(dx, dz);
        if (Math.abs(off) > SHOWN_DEG || (near > FAR_M && (kind === 'foe' || kind === 'ally'))) return null;
        return (
          <b key={i} class={kind} style={place(off)}>
            {GLYPHS[kind]}
          </b>
        );
      })}
    </>
  );
}
