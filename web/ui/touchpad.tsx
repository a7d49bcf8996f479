// Play by fingers: a stick on the left, an arc of buttons on the right, the free screen between them turns the view. In: touches. Out: stick, touchLook, buttons.
import { useRef } from 'preact/hooks';
import { commands } from '../commands';
import { mode } from '../state';
import { t } from '../strings';
import { BarSlot } from './actionbar';
import { Icon } from './icon';

const REACH_PX = 48;
/** Bar slots on the arc, the first one big; in Warfront fire takes its place. */
const ARC = [0, 1, 2, 3, 4] as const;

export function TouchPad() {
  const aimed = mode.value === 'warfront';
  return (
    <>
      <LookArea />
      {mode.value === 'commander' ? null : <Stick />}
      {mode.value === 'commander' ? null : (
        <div class="arc" role="toolbar" aria-label={t('bar.title')}>
          {ARC.map(i => (
            <div key={i} class={`arc${i}`}>
              {aimed && i === 0 ? (
                <HoldButton button="fire" icon="gi:crosshair" />
              ) : (
                <BarSlot which={aimed ? 'warBar' : 'bar'} index={aimed ? i - 1 : i} round />
              )}
            </div>
          ))}
          <div class="arcjump">
            <HoldButton button="jump" icon="gi:jump-across" />
          </div>
        </div>
      )}
    </>
  );
}

function HoldButton({ button, icon }: { button: 'jump' | 'fire'; icon: string }) {
  const hold = (down: boolean) => (event: PointerEvent) => {
    if (down) (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    commands.touchButton(button, down);
  };
  return (
    <button
      type="button"
      class="slot round none"
      aria-label={t(`touch.${button}`)}
      onPointerDown={hold(true)}
      onPointerUp={hold(false)}
      onPointerCancel={hold(false)}
    >
      <Icon name={icon} />
    </button>
  );
}

function Stick() {
  const knob = useRef<HTMLElement>(null);
  const move = (event: PointerEvent) => {
    const base = event.currentTarget as HTMLElement;
    if (!base.hasPointerCapture(event.pointerId)) return;
    const box = base.getBoundingClientRect();
    const [dx, dy] = [event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2];
    const far = Math.hypot(dx, dy);
    const k = far > REACH_PX ? REACH_PX / far : 1;
    if (knob.current) knob.current.style.translate = `${dx * k}px ${dy * k}px`;
    commands.stick((dx * k) / REACH_PX, (dy * k) / REACH_PX);
  };
  const end = () => {
    if (knob.current) knob.current.style.translate = '';
    commands.stick(0, 0);
  };
  return (
    <div
      class="stick"
      role="application"
      aria-label={t('touch.stick')}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId);
        move(event);
      }}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <i ref={knob} />
    </div>
  );
}

/** Fingers on the free screen: one turns the view, two zoom; a short tap is left to the world below. */
function LookArea() {
  const fingers = useRef(new Map<number, { x: number; y: number }>());
  const apart = () => {
    const [a, b] = [...fingers.current.values()];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  };
  const end = (event: PointerEvent) => fingers.current.delete(event.pointerId);
  return (
    <div
      class="look"
      aria-hidden="true"
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId);
        fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      }}
      onPointerMove={event => {
        const from = fingers.current.get(event.pointerId);
        if (!from) return;
        const before = apart();
        fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
        const two = fingers.current.size > 1;
        commands.touchLook(two ? 0 : event.clientX - from.x, two ? 0 : event.clientY - from.y, two ? apart() - before : 0);
      }}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}
