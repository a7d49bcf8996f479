// Lightning and its thunder: strikes fall by the shared clock, so that all who stand in one storm see the same. In: the world's time, how much
// of a storm there is. Out: how bright the flash is now, and the claps that are heard in this frame, each as late as it is far.
import { hash01 } from '../../src/shared/content/scatter';

/** In every stretch of so long at most one bolt falls. */
const STRETCH_MS = 7000;
const SOUND_MPS = 340;
const FARTHEST_M = 1400;
const FLASH_MS = 260;
/** A storm of less than this only rains. */
const LEAST = 0.35;

export interface Bolt {
  at_ms: number;
  far_m: number;
}

/** The bolt of a stretch of time; null: none falls in it. */
export function boltOf(stretch: number): Bolt | null {
  const n = stretch & 0xffffff;
  if (hash01(n, 3, 71) < 0.3) return null;
  return { at_ms: (stretch + hash01(n, 5, 71) * 0.9) * STRETCH_MS, far_m: 120 + hash01(n, 9, 71) ** 2 * FARTHEST_M };
}

export class Thunder {
  private heardUntil_ms = 0;

  /** 0..1: how bright the sky flares up. */
  flash(now_ms: number, thunder: number): number {
    const bolt = thunder > LEAST ? boltOf(Math.floor(now_ms / STRETCH_MS)) : null;
    const age = bolt ? (now_ms - bolt.at_ms) / FLASH_MS : -1;
    if (!bolt || age < 0 || age > 1) return 0;
    // Twice: a bolt flickers.
    const flicker = age < 0.25 || (age > 0.4 && age < 0.6) ? 1 : 0.35;
    return flicker * (1 - age) * thunder * (1 - (0.6 * bolt.far_m) / FARTHEST_M);
  }

  /** How loud thunder claps now, 0: it does not. */
  clap(now_ms: number, thunder: number): number {
    const from_ms = Math.max(this.heardUntil_ms, now_ms - 500);
    this.heardUntil_ms = now_ms;
    if (thunder <= LEAST) return 0;
    for (let stretch = Math.floor(now_ms / STRETCH_MS); stretch > Math.floor(now_ms / STRETCH_MS) - 3; stretch--) {
      const bolt = boltOf(stretch);
      const heard_ms = bolt ? bolt.at_ms + (bolt.far_m / SOUND_MPS) * 1000 : 0;
      if (bolt && heard_ms > from_ms && heard_ms <= now_ms) return 1 - (0.75 * bolt.far_m) / (FARTHEST_M + 120);
    }
    return 0;
  }
}
