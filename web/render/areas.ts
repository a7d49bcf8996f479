// Ground that a boss lets something fall on, as the region told it: shapes that fill until it falls, marks that go with a body, what burns on. In:
// areas as they are laid and dropped. Out: shapes among the rings (rings.ts), a burst where one fell. What to do about each is told by its shape as
// well: hatched ground is to be left, rings within rings are to be stood in together, a broken ring round a body is to be carried away.
import { AREA_SOAK, AREA_SPREAD, FORM_CONE, FORM_LINE, FORM_RING } from '../../src/shared/protocol/bosses';
import type { Body, S2C } from '../../src/shared/protocol/messages';
import type { Rings } from './rings';
import { filled } from './telegraphs';

type Told = Body<typeof S2C.areas>['laid'][number];
type Color = readonly [number, number, number];

const TICK_S = 0.05;
/** After it fell the shape is seen a moment longer, full. */
const AFTER_S = 0.2;
const MOST = 96;
/** Where one is to stand: of another colour than all that is to be left. */
const SOAK: Color = [0.45, 0.85, 1];

interface Shown {
  readonly boss: number;
  readonly area: Told;
  readonly begun: number;
  readonly warn_s: number;
  readonly falls: number;
  readonly ends: number;
  fell: boolean;
}

export interface Where {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export class Areas {
  private readonly shown = new Map<number, Shown>();

  /** `early_s`: so much sooner than told it is to look fallen, for what one does about it takes that long to arrive. */
  lay(boss: number, laid: readonly Told[], dropped: readonly number[], timeS: number, early_s: number): void {
    for (const id of dropped) this.shown.delete(id);
    for (const area of laid) {
      if (this.shown.size >= MOST) return;
      const warn_s = area.whole * TICK_S;
      const falls = timeS + Math.max(0, area.left * TICK_S - early_s);
      this.shown.set(area.id, {
        boss,
        area,
        begun: falls - warn_s,
        warn_s,
        falls,
        ends: falls + area.stays * TICK_S,
        fell: area.left === 0,
      });
    }
  }

  clear(): void {
    this.shown.clear();
  }

  get size(): number {
    return this.shown.size;
  }

  /** `bodyOf`: where a body is drawn; null: out of sight. `fell` hears of each as it falls. */
  draw(
    rings: Pick<Rings, 'sector' | 'put'>,
    bodyOf: (id: number) => Where | null,
    heightAt: (x: number, z: number) => number,
    timeS: number,
    threat: Color,
    calm: boolean,
    fell: (at: Where, area: Told) => void,
  ): void {
    for (const [id, each] of this.shown) {
      const { area } = each;
      if (timeS > each.ends + AFTER_S) {
        this.shown.delete(id);
        continue;
      }
      const body = area.follows ? bodyOf(area.follows) : null;
      if (area.follows && !body) continue;
      const x = body?.x ?? area.x / 100;
      const z = body?.z ?? area.z / 100;
      const at = { x, y: body?.y ?? heightAt(x, z), z };
      if (!each.fell && timeS >= each.falls) {
        each.fell = true;
        fell(at, area);
      }
      drawOne(rings, each, at, timeS, threat, calm);
    }
  }
}

function drawOne(
  rings: Pick<Rings, 'sector' | 'put'>,
  { area, begun, warn_s, falls, ends }: Shown,
  { x, y, z }: Where,
  timeS: number,
  threat: Color,
  calm: boolean,
): void {
  const fill = filled(timeS, begun, warn_s);
  const rising = Math.min(1, (timeS - begun) / 0.15);
  const fading = timeS > ends ? Math.max(0, 1 - (timeS - ends) / AFTER_S) : 1;
  // What burns on breathes a little; it is not what is about to fall.
  const burning = timeS > falls && ends > falls ? (calm ? 0.7 : 0.68 + 0.1 * Math.sin(timeS * 5)) : 1;
  const alpha = 0.98 * rising * fading * burning;
  const [a, b] = [area.a / 100, area.b / 100];
  if (area.kind === AREA_SOAK) {
    rings.sector('own', x, y, z, a, 0, Math.PI, fill, SOAK, alpha);
    for (const part of [1, 0.66, 0.33]) rings.put('line', x, y, z, a * part, SOAK, alpha * 0.9, 0.14);
    rings.put('ticks', x, y, z, a * (1.12 - 0.12 * fill), SOAK, alpha, 0.3, calm ? 0 : timeS * 0.5);
  } else if (area.kind === AREA_SPREAD) {
    rings.put('dashed', x, y, z, a, threat, alpha, 0.22, calm ? 0 : timeS * 0.35);
    rings.sector('own', x, y, z, a, 0, Math.PI, fill, threat, alpha * 0.8);
  } else if (area.form === FORM_RING) rings.sector('hoop', x, y, z, b, 0, a / b, fill, threat, alpha);
  else if (area.form === FORM_LINE) rings.sector('beam', x, y, z, a, area.yaw / 1000, b, fill, threat, alpha);
  else if (area.form === FORM_CONE)
    rings.sector('threat', x, y, z, a, area.yaw / 1000, (area.b * Math.PI) / 18_000, fill, threat, alpha);
  else rings.sector('threat', x, y, z, a, 0, Math.PI, fill, threat, alpha);
}
