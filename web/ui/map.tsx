// The map of the whole region with names, marks and a key to them; the wheel or the buttons zoom. In: mapImage, blips, me, places of the content.
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { REGION_SIZE_M } from '../../assembly/layout';
import { type Blip, blips, headingDeg, hour, mapImage, me, zone } from '../state';
import { t } from '../strings';
import { place } from './derived';
import { useEachFrame } from './eachframe';
import { type Colors, darkness, drawBlip, drawMap, ORIGIN_X, ORIGIN_Z, readColors } from './mapdraw';
import { PanelWindow } from './panelwindow';

const ZOOMS = [1, 1.5, 2.2, 3.2] as const;
const zoom = signal(0);
const KEY: readonly Blip['kind'][] = ['quest', 'turnin', 'ally', 'foe', 'villager', 'vendor', 'node', 'corpse'];

export function MapPanel() {
  return (
    <PanelWindow panel="map" title={zone.value ? `${t('map.title')} · ${place.name}` : t('map.title')}>
      <Sheet />
      <div class="legend">
        {KEY.map(kind => (
          <span key={kind}>
            <Mark kind={kind} /> {t(`map.${kind}`)}
          </span>
        ))}
        <span class="zooms">
          <button
            type="button"
            class="button small"
            aria-label={t('map.zoomOut')}
            disabled={zoom.value === 0}
            onClick={() => zoom.value--}
          >
            −
          </button>
          <button
            type="button"
            class="button small"
            aria-label={t('map.zoomIn')}
            disabled={zoom.value === ZOOMS.length - 1}
            onClick={() => zoom.value++}
          >
            +
          </button>
        </span>
      </div>
    </PanelWindow>
  );
}

function Sheet() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colors = useRef<Colors | null>(null);
  const last = useRef(0);
  useEachFrame(now_ms => {
    const sheet = canvas.current;
    if (!sheet || now_ms - last.current < 100) return;
    last.current = now_ms;
    colors.current ??= readColors();
    const size = Math.round(sheet.clientWidth * Math.min(2, devicePixelRatio));
    if (sheet.width !== size) sheet.width = sheet.height = size;
    const pen = sheet.getContext('2d');
    if (pen) draw(pen, size, colors.current);
  });
  return (
    <div class="sheet">
      <canvas
        ref={canvas}
        role="img"
        aria-label={`${t('map.title')}: ${place.pois.map(poi => poi.name).join(', ')}`}
        onWheel={event => {
          zoom.value = Math.max(0, Math.min(ZOOMS.length - 1, zoom.value + (event.deltaY < 0 ? 1 : -1)));
        }}
      />
      {mapImage.value ? null : <p class="quiet">{t('map.drawing')}</p>}
    </div>
  );
}

function draw(pen: CanvasRenderingContext2D, size: number, colors: Colors): void {
  const across = REGION_SIZE_M / ZOOMS[zoom.peek()];
  const here = me.peek();
  const keepIn = (at: number, origin: number) => Math.max(origin + across / 2, Math.min(origin + REGION_SIZE_M - across / 2, at));
  const x = keepIn(here.x, ORIGIN_X);
  const z = keepIn(here.z, ORIGIN_Z);
  const mark = size / 620;
  const own = { x: here.x, z: here.z, headingDeg: headingDeg.peek() };
  drawMap(
    pen,
    size,
    { x, z, across, round: false, dark: darkness(hour.peek()) * 0.6, me: own, image: mapImage.peek(), blips: blips.peek(), mark },
    colors,
  );
  pen.font = `600 ${15 * mark}px Cinzel, serif`;
  pen.textAlign = 'center';
  pen.lineJoin = 'round';
  const drawn: { x: number; y: number; half: number }[] = [];
  for (const poi of place.pois) {
    const half = pen.measureText(poi.name).width / 2 + 4 * mark;
    const px = Math.max(half, Math.min(size - half, size / 2 + ((poi.x - x) * size) / across));
    const py = size / 2 + ((poi.z - z) * size) / across - 8 * mark;
    // Names that would cover each other wait for a nearer look.
    const covered = drawn.some(other => Math.abs(other.x - px) < other.half + half && Math.abs(other.y - py) < 17 * mark);
    if (covered || py < 0 || py > size) continue;
    drawn.push({ x: px, y: py, half });
    pen.strokeStyle = 'rgb(10 14 22 / .85)';
    pen.lineWidth = 4 * mark;
    pen.strokeText(poi.name, px, py);
    pen.fillStyle = '#ffeec6';
    pen.fillText(poi.name, px, py);
  }
}

function Mark({ kind }: { kind: Blip['kind'] }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (pen) drawBlip(pen, 14, 14, kind, readColors(), 1.3);
  }, [kind]);
  return <canvas ref={canvas} width={28} height={28} />;
}
