// Weather: the same for everybody who asks, never a jump in time or place, spells of ten to thirty minutes, each biome its own.
import { describe, expect, it } from 'vitest';
import { PLACES } from '../../src/shared/content';
import type { Biome } from '../../src/shared/content/kinds';
import { nameOf, SKIES, type Sky, sightPercent, skyAt, skyOf, spellOf, WEATHERS, weatherOf } from '../../src/shared/rules/weather';

const MINUTE_MS = 60_000;
const START_MS = Date.UTC(2026, 10, 26, 7);
const parts = (sky: Sky): number[] => Object.values(sky);
const farthest = (a: Sky, b: Sky): number => Math.max(...parts(a).map((value, i) => Math.abs(value - parts(b)[i])));

/** Every spell of a place within so many days. */
function spells(place: (typeof PLACES)[number], days: number) {
  const all: ReturnType<typeof spellOf>[] = [];
  for (let now_ms = START_MS; now_ms < START_MS + days * 86_400_000; ) {
    const spell = spellOf(place, now_ms);
    all.push(spell);
    now_ms = spell.until_ms;
  }
  return all;
}

describe('the weather', () => {
  it('is what it was, whoever asks and however often', () => {
    expect(PLACES.map(place => weatherOf(place, START_MS))).toEqual(PLACES.map(place => weatherOf(place, START_MS)));
    expect(PLACES.slice(0, 6).map(place => spellOf(place, START_MS).weather)).toMatchInlineSnapshot(`
      [
        "storm",
        "fog",
        "rain",
        "clear",
        "rain",
        "clear",
      ]
    `);
  });

  it('comes in spells of ten to thirty minutes, one after another', () => {
    for (const place of PLACES) {
      const all = spells(place, 2);
      for (const [i, { since_ms, until_ms }] of all.entries()) {
        expect(until_ms - since_ms).toBeGreaterThanOrEqual(10 * MINUTE_MS - 1);
        expect(until_ms - since_ms).toBeLessThanOrEqual(30 * MINUTE_MS + 1);
        if (i) expect(since_ms).toBe(all[i - 1].until_ms);
      }
    }
  });

  it('never jumps: a second changes little, and so does a step', () => {
    for (let second = 0; second < 3 * 3600; second++) {
      const now_ms = START_MS + second * 1000;
      expect(farthest(skyOf(PLACES[0], now_ms), skyOf(PLACES[0], now_ms + 1000))).toBeLessThan(0.01);
    }
    for (let x = 0; x < 2048; x += 7) {
      expect(farthest(skyAt(x, 900, START_MS), skyAt(x + 7, 900, START_MS))).toBeLessThan(0.06);
      expect(farthest(skyAt(700, x, START_MS), skyAt(700, x + 7, START_MS))).toBeLessThan(0.06);
    }
  });

  it('is a place’s own in its middle, and holds beyond the rim of the world', () => {
    for (const place of PLACES) {
      const [x, z] = [place.region[1] * 512 + 256, place.region[2] * 512 + 256];
      expect(farthest(skyAt(x, z, START_MS), skyOf(place, START_MS))).toBeLessThan(1e-9);
    }
    expect(parts(skyAt(-500, 5000, START_MS)).every(value => value >= 0 && value <= 1)).toBe(true);
  });

  it('is called what it is, and draws sight in accordingly', () => {
    for (const weather of WEATHERS) expect(nameOf(SKIES[weather])).toBe(weather);
    expect(sightPercent(SKIES.clear)).toBe(100);
    expect(sightPercent(SKIES.fog)).toBe(55);
    expect(sightPercent(SKIES.storm)).toBeLessThan(sightPercent(SKIES.rain));
    for (const weather of WEATHERS) expect(sightPercent(SKIES[weather])).toBeGreaterThanOrEqual(50);
  });

  it('suits the land: fog in the marsh, storms at the coast, snow in the highland alone', () => {
    const share = (biome: Biome, weather: string): number => {
      const all = PLACES.filter(place => place.biome === biome).flatMap(place => spells(place, 30));
      return all.filter(spell => spell.weather === weather).length / all.length;
    };
    expect(share('marsh', 'fog')).toBeGreaterThan(2 * share('meadow', 'fog'));
    expect(share('coast', 'storm')).toBeGreaterThan(2 * share('meadow', 'storm'));
    expect(share('highland', 'snow')).toBeGreaterThan(0.1);
    for (const biome of ['meadow', 'forest', 'marsh', 'coast'] as const) expect(share(biome, 'snow')).toBe(0);
    expect(share('meadow', 'clear')).toBeGreaterThan(0.35);
  });
});
