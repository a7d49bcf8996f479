// The plan of a dungeon in the map's window: its halls, its masters and oneself. The world's map says nothing of what lies under it. In: place,
// blips, run, me. Draws ten times a second.
import { useEffect, useRef } from 'preact/hooks';
import { monsters } from '../../src/shared/content';
import type { Dungeon } from '../../src/shared/content/kinds';
import { blips, headingDeg, me, run } from '../state';
import { t } from '../strings';
import { useEachFrame } from './eachframe';
import { at, drawBlips, drawOwn, drawPlan, type Frame, INK, readColors } from './mapdraw';

type Plan = Pick<Dungeon, 'place' | 'bosses'>;

const EVERY_MS = 100;
const ROOM_M = 30;

export function DungeonPlan(dungeon: Plan) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colors = useRef(readColors());
  const last = useRef(0);
  useEffect(() => {
    // Letters that come late would be missing from the first drawing.
    document.fonts.load('600 15px Cinzel').then(() => (last.current = 0));
  }, []);
  useEachFrame(now_ms => {
    const sheet = canvas.current;
    if (!sheet || now_ms - last.current < EVERY_MS) return;
    last.current = now_ms;
    const dense = Math.min(2, devicePixelRatio);
    const [width, height] = [Math.round(sheet.clientWidth * dense), Math.round(sheet.clientHeight * dense)];
    if (sheet.width !== width) sheet.width = width;
    if (sheet.height !== height) sheet.height = height;
    const pen = sheet.getContext('2d');
    if (!pen) return;
    const { x, z, wide, high } = extentOf(dungeon);
    const frame: Frame = {
      pen,
      width,
      height,
      x,
      z,
      scale: Math.min(width / wide, height / high),
      mark: dense,
      colors: colors.current,
    };
    drawPlan(frame, dungeon.place);
    drawMasters(frame, dungeon);
    drawBlips(frame, blips.peek());
    drawOwn(frame, { x: me.peek().x, z: me.peek().z, headingDeg: headingDeg.peek() });
  });
  const felled = run.value?.felled ?? 0;
  const names = dungeon.bosses.map((boss, i) => `${monsters.key(boss).name}${i < felled ? ` (${t('dungeon.fallen')})` : ''}`);
  return (
    <canvas
      ref={canvas}
      class="plan"
      role="img"
      tabIndex={0}
      aria-label={names.length ? t('dungeon.plan', { masters: names.join(', ') }) : dungeon.place.name}
    />
  );
}

function extentOf({ place }: Plan): { x: number; z: number; wide: number; high: number } {
  const xs = place.clearings.flatMap(disc => [disc.x - disc.radius, disc.x + disc.radius]);
  const zs = place.clearings.flatMap(disc => [disc.z - disc.radius, disc.z + disc.radius]);
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...zs), Math.max(...zs)];
  return { x: (west + east) / 2, z: (north + south) / 2, wide: east - west + ROOM_M, high: south - north + ROOM_M };
}

/** Their names where they stand; those that fell are struck through. */
function drawMasters(frame: Frame, { place, bosses }: Plan): void {
  const { pen, mark } = frame;
  const felled = run.peek()?.felled ?? 0;
  pen.font = `600 ${14 * mark}px Cinzel, serif`;
  pen.textAlign = 'center';
  pen.lineJoin = 'round';
  for (const [i, boss] of bosses.entries()) {
    const camp = place.camps.find(each => each.monster === boss);
    if (!camp) continue;
    const [x, y] = at(frame, camp.x, camp.z);
    const { name } = monsters.key(boss);
    pen.strokeStyle = '#f0e2bd';
    pen.lineWidth = 4 * mark;
    pen.strokeText(name, x, y);
    pen.fillStyle = INK;
    pen.fillText(name, x, y);
    if (i >= felled) continue;
    const half = pen.measureText(name).width / 2;
    pen.fillRect(x - half, y - 5 * mark, half * 2, 1.6 * mark);
  }
}
