// Sun, sky light and atmosphere over the 24 hours: whole rigs of light, blended from hour to hour, written into the shared uniforms.
// In: the hour. Out: two three lights and the uniforms of style.ts.
import { Color, HemisphereLight, type Scene, type Vector3 } from 'three';
import { SunLight } from 'three/addons/lights/SunLight.js';
import type { Sky } from '../../src/shared/rules/weather';
import { shared } from './style';
import type { Quality } from './tiers';

interface Rig {
  hour: number;
  sun: string;
  sunPower: number;
  sky: string;
  earth: string;
  skyPower: number;
  fogFar: string;
  fogSun: string;
  zenith: string;
  mid: string;
  horizon: string;
  glow: number;
  clouds: number;
  stars: number;
  exposure: number;
  /** Strength of the sun's colour in sky and water. */
  disc: number;
}

const NIGHT: Rig = {
  hour: 0,
  sun: '#86a8ff',
  sunPower: 0.95,
  sky: '#4c66b0',
  earth: '#2b3350',
  skyPower: 1,
  fogFar: '#26365f',
  fogSun: '#3f568c',
  zenith: '#0a1436',
  mid: '#1b2f66',
  horizon: '#3a5088',
  glow: 1.3,
  clouds: 0,
  stars: 1,
  exposure: 1.25,
  disc: 0.35,
};
const DAY: Rig = {
  hour: 12,
  sun: '#ffe9c4',
  sunPower: 3.3,
  sky: '#bcd6ff',
  earth: '#b39a6a',
  skyPower: 1.65,
  fogFar: '#b4d0ea',
  fogSun: '#ffe6c0',
  zenith: '#2f78d0',
  mid: '#79bdf0',
  horizon: '#f7e8cd',
  glow: 0,
  clouds: 1,
  stars: 0,
  exposure: 1.06,
  disc: 1,
};
const LATE_DAY: Rig = { ...DAY, hour: 16.4, sun: '#ffe0ac', sunPower: 3.3, fogSun: '#ffdca8', horizon: '#fbe6c2' };
const DUSK: Rig = {
  hour: 18.9,
  sun: '#ff9a52',
  sunPower: 3,
  sky: '#9fb0e8',
  earth: '#96745e',
  skyPower: 1.3,
  fogFar: '#a9a6cf',
  fogSun: '#ff9d5c',
  zenith: '#33519e',
  mid: '#a98fc4',
  horizon: '#ffc48a',
  glow: 0.55,
  clouds: 0.9,
  stars: 0.06,
  exposure: 1.12,
  disc: 1,
};
const AFTERGLOW: Rig = {
  ...DUSK,
  hour: 20,
  sun: '#c98a9a',
  sunPower: 0.7,
  sky: '#6f82c8',
  earth: '#4c4660',
  skyPower: 1,
  fogFar: '#5f689e',
  fogSun: '#a8789a',
  zenith: '#182a68',
  mid: '#4f5a9c',
  horizon: '#c08aa0',
  glow: 1.1,
  clouds: 0.35,
  stars: 0.5,
  exposure: 1.2,
  disc: 0.25,
};
const DAWN: Rig = {
  ...DUSK,
  hour: 6.2,
  sun: '#ffb480',
  sunPower: 2.4,
  fogFar: '#b4bede',
  fogSun: '#ffbe90',
  zenith: '#3c68b8',
  mid: '#9fb6de',
  horizon: '#ffd6ae',
  glow: 0.35,
};
const RIGS: readonly Rig[] = [
  NIGHT,
  { ...NIGHT, hour: 4.2 },
  { ...AFTERGLOW, hour: 5.2, fogSun: '#b08aa8', horizon: '#c89aa8' },
  DAWN,
  { ...DAY, hour: 8.4, sun: '#ffe3b3', horizon: '#fbe9cc' },
  DAY,
  LATE_DAY,
  DUSK,
  AFTERGLOW,
  { ...NIGHT, hour: 21.2 },
  { ...NIGHT, hour: 24 },
];

/** The sun gives way to the moon at these hours; light is weakest there, so that shadows do not jump. */
const SUNRISE = 5.2;
const SUNSET = 20;

/** Over the meadow, by day and night, before the tier has its say. */
const FOG_PER_M = 0.00092;

/** In the thickest fog the air is so many times as thick again. */
const THICKEST = 22;
const FLASH = new Color('#dfe8ff');

const from = new Color();
const to = new Color();

export class Lights {
  readonly sun = new SunLight(0xffffff, 3);
  readonly sky = new HemisphereLight(0xffffff, 0xffffff, 1.5);
  exposure = 1;
  private density = FOG_PER_M;
  private thick = 1;

  constructor(scene: Scene) {
    const { shadow } = this.sun;
    shadow.camera.far = 130;
    shadow.bias = -0.0004;
    shadow.normalBias = 0.06;
    shadow.radius = 2.4;
    scene.add(this.sun, this.sky);
  }

  setQuality(quality: Quality): void {
    const { shadow } = this.sun;
    this.sun.castShadow = quality.shadow > 0;
    shadow.mapSize.set(quality.shadow || 256, quality.shadow || 256);
    shadow.map?.dispose();
    shadow.map = null;
    this.density = FOG_PER_M * quality.fog;
  }

  /** What the biome does to the air, after `frame`: a tint of its colours, and how much thicker it is. */
  tint(air: readonly number[], mist: number): void {
    for (const { value } of [shared.uFogFar, shared.uFogSun]) value.setRGB(value.r * air[0], value.g * air[1], value.b * air[2]);
    shared.uFog.value.x = this.density * mist * this.thick;
  }

  /** Clouds take the sun away and grey the light, fog and rain thicken the air. After `frame`, before `tint`. */
  cloud(sky: Sky, above: number, flash: number): void {
    const { clouds, fog } = sky;
    const cover = Math.max(clouds, fog * 0.9);
    // Nights are dark enough as they are: clouds take less from them.
    const dark = shared.uStars.value;
    this.sun.intensity *= 1 - (0.7 - 0.25 * dark) * cover;
    this.sky.intensity *= 1 + (0.18 + 0.17 * dark) * cover - 0.12 * sky.rain;
    for (const { value } of [shared.uFogFar, shared.uFogSun, shared.uZenith, shared.uMid, shared.uHorizon]) grey(value, cover);
    shared.uFogSun.value.lerp(shared.uFogFar.value, cover);
    grey(this.sky.color, cover * 0.8);
    grey(this.sun.color, cover * 0.7);
    shared.uSunCol.value.multiplyScalar(1 - 0.92 * cover);
    shared.uOvercast.value = clouds;
    shared.uMurk.value = Math.min(1, fog * 1.1);
    shared.uStars.value *= 1 - cover;
    shared.uMoon.value *= 1 - 0.9 * cover;
    this.exposure *= 1 - 0.1 * sky.rain;
    // Fog lies on the ground: who looks down from high above sees farther.
    this.thick = 1 + (THICKEST * fog ** 1.4) / (1 + above / 22);
    shared.uFog.value.z = 0.93 + 0.06 * Math.min(1, fog * 1.5);
    shared.uFog.value.w = 26 - 22 * Math.min(1, fog * 1.3);
    if (flash <= 0) return;
    this.sky.intensity += flash * 1.9;
    this.sky.color.lerp(FLASH, flash);
    for (const { value } of [shared.uFogFar, shared.uFogSun, shared.uMid, shared.uHorizon]) value.lerp(FLASH, flash * 0.45);
  }

  /** Shadows reach as far as the camera sees well: further from high above. */
  setShadowReach(metres: number): void {
    this.sun.shadow.camera.far = metres;
  }

  frame(hour: number): void {
    const after = Math.max(1, RIGS.findIndex(rig => rig.hour > hour) % RIGS.length || RIGS.length - 1);
    const a = RIGS[after - 1];
    const b = RIGS[after];
    const t = Math.max(0, Math.min(1, (hour - a.hour) / (b.hour - a.hour)));
    const mix = (x: number, y: number) => x + (y - x) * t;
    const blend = (x: string, y: string, out: Color) => out.copy(from.set(x)).lerp(to.set(y), t);
    blend(a.sun, b.sun, this.sun.color);
    this.sun.intensity = mix(a.sunPower, b.sunPower);
    blend(a.sky, b.sky, this.sky.color);
    blend(a.earth, b.earth, this.sky.groundColor);
    this.sky.intensity = mix(a.skyPower, b.skyPower);
    blend(a.fogFar, b.fogFar, shared.uFogFar.value);
    blend(a.fogSun, b.fogSun, shared.uFogSun.value);
    blend(a.zenith, b.zenith, shared.uZenith.value);
    blend(a.mid, b.mid, shared.uMid.value);
    blend(a.horizon, b.horizon, shared.uHorizon.value);
    shared.uSunCol.value.copy(this.sun.color).multiplyScalar(mix(a.disc, b.disc));
    shared.uGlow.value = mix(a.glow, b.glow);
    shared.uClouds.value = mix(a.clouds, b.clouds);
    shared.uStars.value = mix(a.stars, b.stars);
    this.exposure = mix(a.exposure, b.exposure);
    const day = hour > SUNRISE && hour < SUNSET;
    shared.uMoon.value = day ? 0 : Math.min(1, (hour > 12 ? hour - SUNSET : SUNRISE - hour) * 1.5);
    celestial(hour, day, shared.uSunDir.value);
    this.sun.position.copy(shared.uSunDir.value);
  }
}

/** Where the light comes from: the sun in an arc from east over south to west, by night the moon the same way, never too low. */
function celestial(hour: number, day: boolean, out: Vector3): void {
  const begin = day ? SUNRISE : SUNSET;
  const length = day ? SUNSET - SUNRISE : 24 - SUNSET + SUNRISE;
  const along = ((hour - begin + 24) % 24) / length;
  const arc = along * Math.PI;
  const high = Math.sin(arc);
  out.set(Math.cos(arc) * 0.95, 0.1 + high * 0.72, 0.18 + high * 0.34).normalize();
}

/** Takes the colour out of light, and leaves it a little cooler. */
function grey(color: Color, by: number): void {
  const lum = color.r * 0.3 + color.g * 0.55 + color.b * 0.15;
  color.setRGB(
    color.r + (lum * 0.9 - color.r) * by * 0.85,
    color.g + (lum * 0.95 - color.g) * by * 0.85,
    color.b + (lum * 1.02 - color.b) * by * 0.85,
  );
}
