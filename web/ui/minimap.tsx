// The minimap: round beside the world, square in Commander, where a click moves the view. In: the picture of the world, me, place, blips, hour. Draws at most fifteen times a second.
import { useComputed } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { REGION_SIZE_M } from '../../assembly/layout';
import type { Place } from '../../src/shared/content/kinds';
import { commands } from '../commands';
import { goals } from '../goals';
import { wantPicture } from '../map/picture';
import { boundsOfPlace, isApart, placesNear } from '../places';
import { settings } from '../settings';
import { blips, found, headingDeg, hour, me, mode, place, zone } from '../state';
import { t } from '../strings';
import { clock, night } from './derived';
import { useEachFrame } from './eachframe';
import { Icon } from './icon';
import {
  type Colors,
  darkness,
  drawBlips,
  drawGoals,
  drawLand,
  drawNight,
  drawOwn,
  drawPlan,
  type Frame,
  type Own,
  readColors,
} from './mapdraw';
import { drawStones } from './maplabels';
import { WeatherMark } from './sky';

const EVERY_MS = 66;
const ACROSS_M = { adventurer: 150, warfront: 180, commander: REGION_SIZE_M } as const;

export function Minimap() {
  const square = mode.value === 'commander';
  const where = zone.value || t('game.title');
  return (
    <section class={`minimap${square ? ' square panel' : ''}`} aria-label={t('map.mini', { zone: zone.value })}>
      <div class="rim">
        <Drawing square={square} />
        {square ? null : (
          <>
            <span class="north" aria-hidden="true">
              {t('compass.n')}
            </span>
            <Clock />
            <WeatherMark />
          </>
        )}
      </div>
      {square ? null : (
        <button type="button" class="zone" onClick={() => commands.toggle('map')} aria-label={`${where}, ${t('micro.map')}`}>
          {where}
        </button>
      )}
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
  useEffect(wantPicture, []);
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
    if (!pen) return;
    const { x, z } = me.peek();
    const scale = size / ACROSS_M[mode.peek()];
    const middle = square ? middleOf(place.peek()) : { x, z };
    const frame: Frame = { pen, width: size, height: size, ...middle, scale, mark: size / 230, colors: colors.current };
    draw(frame, { x, z, headingDeg: headingDeg.peek() }, square);
  });
  const onClick = (event: MouseEvent) => {
    if (!square) return;
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const { west, north } = boundsOfPlace(place.peek());
    const across = ACROSS_M.commander;
    commands.lookAt(
      west + ((event.clientX - box.left) / box.width) * across,
      north + ((event.clientY - box.top) / box.height) * across,
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

function middleOf(shown: Place): { x: number; z: number } {
  const { west, north, east, south } = boundsOfPlace(shown);
  return { x: (west + east) / 2, z: (north + south) / 2 };
}

function drawWorld(frame: Frame, own: Own, here: Place): void {
  drawLand(frame);
  drawNight(frame, darkness(hour.peek()));
  drawStones(frame, placesNear(here, own.x, own.z, frame.width / frame.scale), found.peek());
  drawGoals(frame, goals.peek());
}

function draw(frame: Frame, own: Own, square: boolean): void {
  const { pen, width } = frame;
  pen.save();
  pen.beginPath();
  if (square) pen.rect(0, 0, width, width);
  else pen.arc(width / 2, width / 2, width / 2, 0, Math.PI * 2);
  pen.clip();
  const here = place.peek();
  if (isApart(here)) drawPlan(frame, here);
  else drawWorld(frame, own, here);
  drawBlips(frame, blips.peek());
  drawOwn(frame, own);
  pen.restore();
}
