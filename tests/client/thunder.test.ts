// Lightning and thunder: each bolt flares up once and is heard once, as much later as it is far; none in a sky that only rains.
import { describe, expect, it } from 'vitest';
import { boltOf, Thunder } from '../../web/game/thunder';

const STRETCH_MS = 7000;
const FRAME_MS = 16;
const FROM_MS = STRETCH_MS * 250_000_000;
const STRETCHES = 60;
const bolts = Array.from({ length: STRETCHES }, (_, i) => boltOf(FROM_MS / STRETCH_MS + i)).filter(bolt => bolt !== null);

/** Start and end of every time in which the sky flares up, and when thunder is heard. */
function watch(thunder: number) {
  const sky = new Thunder();
  const flares: number[] = [];
  const claps: { at_ms: number; loud: number }[] = [];
  let lit = false;
  for (let now_ms = FROM_MS; now_ms < FROM_MS + (STRETCHES + 1) * STRETCH_MS; now_ms += FRAME_MS) {
    const bright = sky.flash(now_ms, thunder);
    expect(bright).toBeGreaterThanOrEqual(0);
    expect(bright).toBeLessThanOrEqual(1);
    if (bright > 0 && !lit) flares.push(now_ms);
    lit = bright > 0;
    const loud = sky.clap(now_ms, thunder);
    if (loud) claps.push({ at_ms: now_ms, loud });
  }
  return { flares, claps };
}

describe('a storm', () => {
  const { flares, claps } = watch(1);
  it('lights up at each bolt, at the same moment for everybody', () => {
    expect(bolts.length).toBeGreaterThan(STRETCHES / 3);
    for (const { at_ms } of bolts) expect(flares.some(flare => flare >= at_ms && flare - at_ms <= FRAME_MS)).toBe(true);
  });

  it('is heard once for each, by the speed of sound, and farther ones less loud', () => {
    for (const { at_ms, far_m } of bolts) {
      const heard = claps.filter(clap => Math.abs(clap.at_ms - (at_ms + (far_m / 340) * 1000)) <= FRAME_MS);
      expect(heard.length).toBeGreaterThanOrEqual(1);
    }
    expect(claps.length).toBeLessThanOrEqual(bolts.length + 1);
    for (const { loud } of claps) expect(loud).toBeGreaterThan(0);
  });
});

describe('rain without a storm', () => {
  it('neither flashes nor thunders', () => {
    expect(watch(0.3)).toEqual({ flares: [], claps: [] });
  });
});
