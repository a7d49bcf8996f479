// How much the picture may cost: the four tiers, which one a machine begins with, and the governor that steps down when frames are late.
import type { Tier } from './contract';

export interface Quality {
  /** Most drawing pixels per CSS pixel. */
  pixelRatio: number;
  /** Side of one shadow cascade in texels; 0 for none. */
  shadow: number;
  grass: number;
  /** Metres along the side of the grass tile round the camera. */
  grassTile_m: number;
  flowers: number;
  /** Full trees up to here, simple ones up to `treeMiddle_m`, then far shapes. */
  treeNear_m: number;
  treeMiddle_m: number;
  treeFar_m: number;
  /** Bushes, ferns and stones up to here. */
  bush_m: number;
  /** Buildings and props in full up to here. */
  works_m: number;
  /** Buildings and props at all up to here. */
  worksFar_m: number;
  /** Ground patches split when nearer than this times their size. */
  groundDetail: number;
  fog: number;
  motes: number;
  /** Drops of rain and flakes of snow round the eye. */
  drops: number;
  /** Noise, pebbles and cobbles painted by the ground's shader. */
  fineGround: boolean;
  antialias: boolean;
  /** Real lights at the nearest lamps by night. */
  lampLights: number;
}

export const QUALITY: Record<Tier, Quality> = {
  test: {
    pixelRatio: 0.5,
    shadow: 0,
    grass: 0,
    grassTile_m: 60,
    flowers: 0,
    treeNear_m: 0,
    treeMiddle_m: 20,
    treeFar_m: 170,
    bush_m: 0,
    works_m: 8,
    worksFar_m: 170,
    groundDetail: 0.25,
    fog: 1.5,
    motes: 0,
    drops: 0,
    fineGround: false,
    antialias: false,
    lampLights: 0,
  },
  low: {
    pixelRatio: 0.75,
    shadow: 0,
    grass: 0,
    grassTile_m: 60,
    flowers: 0,
    treeNear_m: 32,
    treeMiddle_m: 130,
    treeFar_m: 700,
    bush_m: 70,
    works_m: 60,
    worksFar_m: 420,
    groundDetail: 0.7,
    fog: 1.35,
    motes: 0,
    drops: 1800,
    fineGround: true,
    antialias: false,
    lampLights: 0,
  },
  medium: {
    pixelRatio: 1,
    shadow: 1024,
    grass: 10000,
    grassTile_m: 62,
    flowers: 700,
    treeNear_m: 60,
    treeMiddle_m: 200,
    treeFar_m: 900,
    bush_m: 100,
    works_m: 90,
    worksFar_m: 900,
    groundDetail: 0.95,
    fog: 1.1,
    motes: 60,
    drops: 5000,
    fineGround: true,
    antialias: true,
    lampLights: 0,
  },
  high: {
    pixelRatio: 2,
    shadow: 2048,
    grass: 22000,
    grassTile_m: 80,
    flowers: 1300,
    treeNear_m: 85,
    treeMiddle_m: 280,
    treeFar_m: 1100,
    bush_m: 140,
    works_m: 160,
    worksFar_m: 1200,
    groundDetail: 0.95,
    fog: 1,
    motes: 140,
    drops: 9000,
    fineGround: true,
    antialias: true,
    lampLights: 2,
  },
};

/** The tier to begin with: software rasterisers and small phones start low, everything else in the middle. */
export function suggestTier(): Tier {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return 'low';
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : '';
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  if (/swiftshader|llvmpipe|software|basic render/i.test(name)) return 'low';
  const phone = matchMedia('(pointer: coarse)').matches && Math.min(screen.width, screen.height) < 500;
  return phone ? 'low' : 'medium';
}

const LATE_MS = 20;
/** A screen of 60 Hz shows no frame sooner than after 16.7 ms, however fast it was drawn. */
const EARLY_MS = 17.6;
const LATE_AFTER_S = 2;
const EARLY_AFTER_S = 20;
/** A step up that was taken back within this time was too much … */
const TAKEN_BACK_S = 10;
/** … and the next one is tried so much later. */
const WARIER = 2;
const STEPS = [1, 0.85, 0.7, 0.55] as const;
const WINDOW = 60;

/** Watches frame times: the picture's scale goes down after 2 s of late frames and up again after 20 s of early ones (95th percentile), later if that failed. */
export class Governor {
  private readonly times: number[] = [];
  private step = 0;
  private heldS = 0;
  private earlyAfterS = EARLY_AFTER_S;
  private rose = false;

  /** One frame took `dtS`; `calm` is false in combat, when nothing may change. Returns the new scale, or null when it stays. */
  watch(dtS: number, calm: boolean): number | null {
    this.times.push(dtS * 1000);
    if (this.times.length > WINDOW) this.times.shift();
    this.heldS += dtS;
    if (this.times.length < WINDOW || !calm) return null;
    const worst = [...this.times].sort((a, b) => a - b)[Math.floor(WINDOW * 0.95)];
    if (worst > LATE_MS && this.heldS > LATE_AFTER_S) return this.move(1);
    if (worst < EARLY_MS && this.heldS > this.earlyAfterS) return this.move(-1);
    return null;
  }

  private move(by: number): number | null {
    const next = Math.max(0, Math.min(STEPS.length - 1, this.step + by));
    if (by > 0 && this.rose && this.heldS < TAKEN_BACK_S) this.earlyAfterS *= WARIER;
    this.rose = by < 0;
    this.heldS = 0;
    this.times.length = 0;
    if (next === this.step) return null;
    this.step = next;
    return STEPS[next];
  }
}
