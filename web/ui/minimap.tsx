// The minimap: round beside the world, square in Commander, where a click moves the view. In: mapImage, me, blips, hour. Draws at most fifteen times a second.
import { useComputed } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { REGION_SIZE_M } from '../../assembly/layout';
import { commands } from '../commands';
import { settings } from '../settings';
import { blips, headingDeg, hour, mapImage, me, mode, zone } from '../state';
import { t } from '../strings';
import { clock, night } from './derived';
import { useEachFrame } from './eachframe';
import { Icon } from './icon';
import { type Colors, darkness, drawMap, ORIGIN_X, ORIGIN_Z, readColors } from './mapdraw';

const EVERY_MS = 66;
const ACROSS_M = { adventurer: 150, warfront: 180, commander: REGION_SIZE_M } as const;

export function Minimap() {
  const square = mode.value === 'commander';
  return (
    <section class={`minimap${square ? ' square panel' : ''}`} aria-label={t('map.mini', { zone: zone.value })}>
      <div class="rim">
        <Drawing square={square} />
        {square ? null : (
          <span class="north" aria-hidden="true">
            {t('compass.n')}
          </span>
        )}
      </div>
      {square ? null : (
        <button type="button" class="zone" onClick={() => commands.toggle('map')} aria-label={`${zone.value}, ${t('micro.map')}`}>
          {zone.value || t('game.title')}
        </button>
      )}
      {square ? null : <Clock />}
    </section>
  );
}

export function Clock() {
  return (
    <time title={t('map.time', { time: clock.value })}>
      <Icon name={night.value ? 'gi:moon' : 'gi:sun'} />
      {clock.value}
    </time>
  );
}

function Drawing({ square }: { square: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colors = useRef<Colors | null>(null);
  const last = useRef(0);
  const palette = useComputed(() => settings.palette.value).value;
  useEffect(() => {
    colors.current = readColors();
  }, [palette]);
  useEachFrame(now_ms => {
    const sheet = canvas.current;
    if (!sheet || !colors.current || now_ms - last.current < EVERY_MS) return;
    last.current = now_ms;
    const size = Math.round(sheet.clientWidth * Math.min(2, devicePixelRatio));
    if (sheet.width !== size) sheet.width = sheet.height = size;
    const pen = sheet.getContext('2d');
    const { x, z } = me.peek();
    const across = ACROSS_M[mode.peek()];
    const middle = square ? { x: ORIGIN_X + across / 2, z: ORIGIN_Z + across / 2 } : { x, z };
    if (pen) {
      drawMap(
        pen,
        size,
        {
          ...middle,
          across,
          round: !square,
          dark: darkness(hour.peek()),
          me: { x, z, headingDeg: headingDeg.peek() },
          image: mapImage.peek(),
          blips: blips.peek(),
          mark: size / 230,
        },
        colors.current,
      );
    }
  });
  const onClick = (event: MouseEvent) => {
    if (!square) return;
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const across = ACROSS_M.commander;
    commands.lookAt(
      ORIGIN_X + ((event.clientX - box.left) / box.width) * across,
      ORIGIN_Z + ((event.clientY - box.top) / box.height) * across,
    );
  };
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={t('map.mini', { zone: zone.value })}
      onClick={onClick}
      class={square ? 'clickable' : ''}
    />
  );
}
