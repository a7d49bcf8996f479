// The sheet of the map: drag, wheel, fingers or keys move over the world, from one place to all of it. In: the picture, the live state of
// the places, what the player found, blips and himself; on the page for everybody (/map) only the first two. Draws when something changed.
import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { goals } from '../goals';
import { placeStates, watchMap } from '../livemap';
import { wantPicture, worldPicture } from '../map/picture';
import { settings } from '../settings';
import { blips, found, headingDeg, me } from '../state';
import { count, t } from '../strings';
import { useEachFrame } from './eachframe';
import { Icon } from './icon';
import { type Colors, drawBlips, drawGoals, drawLand, drawOwn, drawRose, type Frame, readColors } from './mapdraw';
import { drawFronts } from './mapfronts';
import { drawLabels } from './maplabels';
import { isOnMe, NEAREST_M, pan, seen, showMe, showWorld, view, WORLD_M, ZOOM, zoomTo } from './mapview';

const PAN_SHARE = 0.16;
/** Blips move: a sheet with the player on it is drawn anew this often. */
const LIVING_MS = 100;

/** `live`: the player is on the map, with what he sees and what he found. */
export function Atlas({ live }: { live: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colors = useRef<Colors | null>(null);
  const drawn = useRef({ at_ms: 0, width: 0, height: 0 });
  const dirty = useSignal(true);
  useEffect(wantPicture, []);
  useEffect(watchMap, []);
  useSignalEffect(() => {
    settings.palette.value;
    colors.current = null;
  });
  useSignalEffect(() => {
    view.value;
    worldPicture.value;
    placeStates.value;
    found.value;
    settings.palette.value;
    settings.language.value;
    dirty.value = true;
  });
  useEffect(() => {
    // Letters that come late would be missing until something moves.
    document.fonts.load('600 15px Cinzel').then(() => (dirty.value = true));
  }, []);
  useEachFrame(now_ms => {
    const sheet = canvas.current;
    const due = dirty.peek() || (live && now_ms - drawn.current.at_ms > LIVING_MS);
    if (!sheet) return;
    const dense = Math.min(2, devicePixelRatio);
    const [width, height] = [Math.round(sheet.clientWidth * dense), Math.round(sheet.clientHeight * dense)];
    if (!due && width === drawn.current.width && height === drawn.current.height) return;
    drawn.current = { at_ms: now_ms, width, height };
    dirty.value = false;
    if (sheet.width !== width) sheet.width = width;
    if (sheet.height !== height) sheet.height = height;
    colors.current ??= readColors();
    const pen = sheet.getContext('2d');
    if (pen) draw(frameOf(pen, width, height, dense, colors.current), live);
  });
  const hand = useHand(canvas);
  return (
    <div class="sheet">
      <canvas
        ref={canvas}
        role="img"
        tabIndex={0}
        aria-label={t('map.sheet', { places: placeStates.value.map(({ place }) => place.name).join(', ') })}
        {...hand}
      />
      {worldPicture.value ? null : <p class="quiet">{t('map.drawing')}</p>}
      <div class="zooms">
        <Tool label={t('map.zoomIn')} act={() => zoomTo(view.value.across / ZOOM)} off={view.value.across <= NEAREST_M}>
          +
        </Tool>
        <Tool label={t('map.zoomOut')} act={() => zoomTo(view.value.across * ZOOM)} off={view.value.across >= WORLD_M}>
          −
        </Tool>
        <Tool label={t('map.world')} act={showWorld}>
          <Icon name="gi:treasure-map" />
        </Tool>
        {live ? (
          <Tool label={t('map.toMe')} act={showMe} off={isOnMe()}>
            <Icon name="gi:eye-target" />
          </Tool>
        ) : null}
      </div>
    </div>
  );
}

function Tool(props: { label: string; act(): void; off?: boolean; children: preact.ComponentChildren }) {
  const { label, act, off, children } = props;
  return (
    <button type="button" class="button small" aria-label={label} title={label} disabled={off} onClick={act}>
      {children}
    </button>
  );
}

function frameOf(pen: CanvasRenderingContext2D, width: number, height: number, dense: number, colors: Colors): Frame {
  const { x, z, across } = seen();
  return { pen, width, height, x, z, scale: Math.min(width, height) / across, mark: dense * 1.05, colors };
}

function draw(frame: Frame, live: boolean): void {
  const states = placeStates.peek();
  drawLand(frame);
  drawRose(frame, t('compass.n'));
  drawFronts(frame, states);
  drawLabels(frame, {
    states,
    found: live ? found.peek() : null,
    crowd: players => (players ? t(players === 1 ? 'map.onePlayer' : 'map.players', { n: count(players) }) : ''),
    sky: weather => (weather === 'clear' ? '' : t(`weather.${weather}`)),
  });
  if (!live) return;
  drawGoals(frame, goals.peek());
  drawBlips(frame, blips.peek());
  drawOwn(frame, { x: me.peek().x, z: me.peek().z, headingDeg: headingDeg.peek() });
}

/** What pointer, wheel and keys do to the sheet. */
function useHand(canvas: { current: HTMLCanvasElement | null }) {
  const fingers = useRef(new Map<number, { x: number; y: number }>());
  const metresPerPx = () => {
    const sheet = canvas.current;
    return sheet ? seen().across / Math.min(sheet.clientWidth, sheet.clientHeight) : 1;
  };
  const spread = () => {
    const [a, b] = [...fingers.current.values()];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  };
  const lift = (event: PointerEvent) => void fingers.current.delete(event.pointerId);
  return {
    onPointerDown: (event: PointerEvent) => {
      canvas.current?.setPointerCapture(event.pointerId);
      fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    },
    onPointerMove: (event: PointerEvent) => {
      const last = fingers.current.get(event.pointerId);
      if (!last) return;
      const before = spread();
      fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const share = 1 / fingers.current.size;
      pan((last.x - event.clientX) * metresPerPx() * share, (last.y - event.clientY) * metresPerPx() * share);
      const after = spread();
      if (before > 0 && after > 0) zoomTo((view.value.across * before) / after);
    },
    onPointerUp: lift,
    onPointerCancel: lift,
    onWheel: (event: WheelEvent) => {
      event.preventDefault();
      const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
      const now = seen();
      const x = now.x + (event.clientX - box.left - box.width / 2) * metresPerPx();
      const z = now.z + (event.clientY - box.top - box.height / 2) * metresPerPx();
      zoomTo(now.across * (event.deltaY > 0 ? ZOOM : 1 / ZOOM), x, z);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const act = KEYS[event.key];
      if (!act) return;
      act(seen().across * PAN_SHARE);
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

const KEYS: Readonly<Record<string, (step_m: number) => void>> = {
  ArrowLeft: step_m => pan(-step_m, 0),
  ArrowRight: step_m => pan(step_m, 0),
  ArrowUp: step_m => pan(0, -step_m),
  ArrowDown: step_m => pan(0, step_m),
  '+': () => zoomTo(view.value.across / ZOOM),
  '=': () => zoomTo(view.value.across / ZOOM),
  '-': () => zoomTo(view.value.across * ZOOM),
  '0': showWorld,
  Home: showMe,
};
