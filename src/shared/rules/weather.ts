// The weather, from the shared clock alone: nobody keeps it, and server, browser and map see the same. Each place has spells of ten to
// thirty minutes, by its biome and the hour; one passes into the next over some minutes. In: a place or a spot, epoch ms. Out: the sky.
import { REGION_SIZE_M, WORLD_SIZE_M } from '../../../assembly/layout';
import { hourOf } from '../clock';
import { PLACES } from '../content';
import type { Biome, Place } from '../content/kinds';
import { hash01 } from '../content/scatter';

export const WEATHERS = ['clear', 'cloudy', 'rain', 'fog', 'storm', 'snow'] as const;
export type Weather = (typeof WEATHERS)[number];

/** Each 0..1. */
export interface Sky {
  clouds: number;
  rain: number;
  fog: number;
  wind: number;
  thunder: number;
  snow: number;
}
const SKY_PARTS = ['clouds', 'rain', 'fog', 'wind', 'thunder', 'snow'] as const satisfies readonly (keyof Sky)[];

export const SKIES: Readonly<Record<Weather, Sky>> = {
  clear: { clouds: 0, rain: 0, fog: 0, wind: 0.15, thunder: 0, snow: 0 },
  cloudy: { clouds: 0.7, rain: 0, fog: 0.06, wind: 0.35, thunder: 0, snow: 0 },
  rain: { clouds: 0.9, rain: 0.6, fog: 0.22, wind: 0.45, thunder: 0, snow: 0 },
  fog: { clouds: 0.5, rain: 0, fog: 1, wind: 0.05, thunder: 0, snow: 0 },
  storm: { clouds: 1, rain: 1, fog: 0.45, wind: 1, thunder: 1, snow: 0 },
  snow: { clouds: 0.85, rain: 0, fog: 0.4, wind: 0.4, thunder: 0, snow: 1 },
};

/** How often each weather comes, out of the sum of a row. */
const CLIMATES: Readonly<Record<Biome, Readonly<Record<Weather, number>>>> = {
  meadow: { clear: 46, cloudy: 26, rain: 15, fog: 7, storm: 6, snow: 0 },
  forest: { clear: 36, cloudy: 26, rain: 20, fog: 12, storm: 6, snow: 0 },
  marsh: { clear: 20, cloudy: 24, rain: 20, fog: 30, storm: 6, snow: 0 },
  highland: { clear: 34, cloudy: 24, rain: 8, fog: 8, storm: 8, snow: 18 },
  coast: { clear: 34, cloudy: 22, rain: 16, fog: 10, storm: 18, snow: 0 },
  ash: { clear: 40, cloudy: 50, rain: 0, fog: 10, storm: 0, snow: 0 },
};
/** Fog is a thing of the small hours: so much more of it then, so much less at noon. */
const MORNING_FOG = 2.5;
const NOON_FOG = 0.3;

/** Spells begin about so far apart, up to a quarter of it sooner or later; and so long the sky takes to change. */
const SPELL_MS = 20 * 60_000;
const STRAY = 0.25;
const TURN_MS = 4 * 60_000;

export interface Spell {
  weather: Weather;
  since_ms: number;
  until_ms: number;
}

const beginOf = (place: Place, n: number): number => (n + (hash01(place.seed, n & 0xffffff, 211) * 2 - 1) * STRAY) * SPELL_MS;

function weatherOfSpell(place: Place, n: number): Weather {
  const climate = CLIMATES[place.biome];
  const hour = hourOf(n * SPELL_MS);
  const fog = hour > 3 && hour < 9 ? MORNING_FOG : hour > 10 && hour < 18 ? NOON_FOG : 1;
  const weightOf = (weather: Weather): number => climate[weather] * (weather === 'fog' ? fog : 1);
  let all = 0;
  for (const weather of WEATHERS) all += weightOf(weather);
  let left = hash01(place.seed, n & 0xffffff, 97) * all;
  for (const weather of WEATHERS) {
    left -= weightOf(weather);
    if (left < 0) return weather;
  }
  return 'clear';
}

function spellAt(place: Place, now_ms: number): number {
  let n = Math.floor(now_ms / SPELL_MS);
  if (beginOf(place, n) > now_ms) n--;
  else if (beginOf(place, n + 1) <= now_ms) n++;
  return n;
}

export function spellOf(place: Place, now_ms: number): Spell {
  const n = spellAt(place, now_ms);
  return { weather: weatherOfSpell(place, n), since_ms: beginOf(place, n), until_ms: beginOf(place, n + 1) };
}

/** What one calls the weather of a place: its spell's, once the sky is more that than what it was before. */
export function weatherOf(place: Place, now_ms: number): Weather {
  const n = spellAt(place, now_ms);
  return weatherOfSpell(place, now_ms - beginOf(place, n) < TURN_MS / 2 ? n - 1 : n);
}

export function skyOf(place: Place, now_ms: number): Sky {
  const n = spellAt(place, now_ms);
  const t = Math.min(1, (now_ms - beginOf(place, n)) / TURN_MS);
  const from = SKIES[weatherOfSpell(place, n - 1)];
  const to = SKIES[weatherOfSpell(place, n)];
  return mixed([from, to], [1 - t * t * (3 - 2 * t), t * t * (3 - 2 * t)]);
}

function mixed(skies: readonly Sky[], shares: readonly number[]): Sky {
  const sky: Sky = { clouds: 0, rain: 0, fog: 0, wind: 0, thunder: 0, snow: 0 };
  for (let i = 0; i < skies.length; i++) for (const part of SKY_PARTS) sky[part] += skies[i][part] * shares[i];
  return sky;
}

const SIDE = WORLD_SIZE_M / REGION_SIZE_M;
const byRegion = new Map(PLACES.map(place => [place.region[2] * SIDE + place.region[1], place]));
const placeAt = (column: number, row: number): Place => {
  const within = (n: number) => Math.min(SIDE - 1, Math.max(0, n));
  return byRegion.get(within(row) * SIDE + within(column)) ?? PLACES[0];
};

/** Two skies meet in the half of the way between the middles of their places. */
function eased(share: number): number {
  const t = Math.min(1, Math.max(0, share * 2 - 0.5));
  return t * t * (3 - 2 * t);
}

/** The sky over a spot: places' skies pass into one another, so that nobody walks out of the rain at a border. */
export function skyAt(x: number, z: number, now_ms: number): Sky {
  const u = x / REGION_SIZE_M - 0.5;
  const v = z / REGION_SIZE_M - 0.5;
  const [i, j] = [Math.floor(u), Math.floor(v)];
  const [s, t] = [eased(u - i), eased(v - j)];
  const corners = [placeAt(i, j), placeAt(i + 1, j), placeAt(i, j + 1), placeAt(i + 1, j + 1)];
  return mixed(
    corners.map(place => skyOf(place, now_ms)),
    [(1 - s) * (1 - t), s * (1 - t), (1 - s) * t, s * t],
  );
}

/** What a sky is called by whoever stands under it. */
export function nameOf({ clouds, rain, fog, thunder, snow }: Sky): Weather {
  if (thunder > 0.45) return 'storm';
  if (snow > 0.35) return 'snow';
  if (rain > 0.25) return 'rain';
  if (fog > 0.5) return 'fog';
  return clouds > 0.35 ? 'cloudy' : 'clear';
}

/** Percent of their usual range at which beasts notice anybody. */
export const sightPercent = ({ fog, rain, snow }: Sky): number => Math.round(100 - 45 * fog - 20 * Math.max(rain, snow));
