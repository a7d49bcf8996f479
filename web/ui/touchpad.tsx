// Play by fingers: a stick on the left, an arc of buttons on the right, the free screen between them turns the view. In: touches. Out: stick, touchLook, taps, buttons.
import { useEffect, useRef } from 'preact/hooks';
import { commands } from '../commands';
import { mode } from '../state';
import { t } from '../strings';
import { BarSlot } from './actionbar';
import { Icon } from './icon';

const REACH_PX = 48;
const TAP_PX = 12;
const TAP_MS = 350;
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
    // Up on the screen is ahead.
    commands.stick((dx * k) / REACH_PX, (-dy * k) / REACH_PX);
  };
  const end = () => {
    if (knob.current) knob.current.style.translate = '';
    commands.stick(0, 0);
  };
  // Another view, or a mouse that is used instead, takes it away from under the finger.
  useEffect(() => () => commands.stick(0, 0), []);
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

interface Finger {
  x: number;
  y: number;
  /** Where and when it came down. */
  readonly down: { readonly x: number; readonly y: number; readonly at_ms: number };
}

/** Fingers on the free screen: one turns the view, two zoom; a short tap is meant for the world below. */
function LookArea() {
  const fingers = useRef(new Map<number, Finger>());
  const apart = () => {
    const [a, b] = [...fingers.current.values()];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  };
  const end = ({ pointerId, clientX, clientY, timeStamp, type }: PointerEvent) => {
    const finger = fingers.current.get(pointerId);
    fingers.current.delete(pointerId);
    if (!finger || type !== 'pointerup') return;
    const { x, y, at_ms } = finger.down;
    if (timeStamp - at_ms < TAP_MS && Math.hypot(clientX - x, clientY - y) < TAP_PX) commands.touchTap(x, y);
  };
  return (
    <div
      class="look"
      aria-hidden="true"
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId);
        const { clientX: x, clientY: y, timeStamp: at_ms } = event;
        fingers.current.set(event.pointerId, { x, y, down: { x, y, at_ms } });
      }}
      onPointerMove={event => {
        const finger = fingers.current.get(event.pointerId);
        if (!finger) return;
        const before = apart();
        const [dx, dy] = [event.clientX - finger.x, event.clientY - finger.y];
        finger.x = event.clientX;
        finger.y = event.clientY;
        const two = fingers.current.size > 1;
        commands.touchLook(two ? 0 : dx, two ? 0 : dy, two ? apart() - before : 0);
      }}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}
