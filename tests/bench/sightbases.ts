// What the receivers of one cadence take every body to be, as assembly/bases.ts keeps it: part of the bench's twin (sighttwin.ts).
import * as L from '../../assembly/layout';

export const KEY_TICKS = 4;
const WAY_SHIFT = 6;
export const WAY_TICKS = 1 << WAY_SHIFT;
const MOST_WAY = 4096;
const MOST_SLIP = 12;
const MOST_AGE = 63;

/** How far a way leads in so many ticks. */
export const onward = (way: number, ticks: number) => (way * ticks) >> WAY_SHIFT;
export const short = (value: number) => (value << 16) >> 16;

/** Dead-reckoned bodies for the receivers of one cadence. */
export class Bases {
  readonly tick = new Int32Array(L.MAX_ENTITIES);
  readonly since = new Int32Array(L.MAX_ENTITIES);
  readonly x = new Int32Array(L.MAX_ENTITIES);
  readonly y = new Int32Array(L.MAX_ENTITIES);
  readonly z = new Int32Array(L.MAX_ENTITIES);
  readonly vx = new Int16Array(L.MAX_ENTITIES);
  readonly vy = new Int16Array(L.MAX_ENTITIES);
  readonly vz = new Int16Array(L.MAX_ENTITIES);
  readonly yaw = new Uint8Array(L.MAX_ENTITIES);
  readonly flags = new Uint16Array(L.MAX_ENTITIES);
  readonly hp = new Uint8Array(L.MAX_ENTITIES);

  /** A way in units per 64 ticks; a leap is none. */
  setWay(s: number, vx: number, vy: number, vz: number): void {
    const leaps = Math.abs(vx) > MOST_WAY || Math.abs(vy) > MOST_WAY || Math.abs(vz) > MOST_WAY;
    this.vx[s] = leaps ? 0 : vx;
    this.vy[s] = leaps ? 0 : vy;
    this.vz[s] = leaps ? 0 : vz;
  }

  age(s: number, tick: number): number {
    return Math.min(Math.floor((tick - this.since[s]) / KEY_TICKS), MOST_AGE);
  }

  /** As refineBase of assembly/bases.ts. */
  refine(s: number, tick: number, x: number, y: number, z: number): void {
    const passed = tick - this.tick[s];
    const dx = short(x - this.x[s] - onward(this.vx[s], passed));
    const dy = short(y - this.y[s] - onward(this.vy[s], passed));
    const dz = short(z - this.z[s] - onward(this.vz[s], passed));
    if (dx | dy | dz) {
      const ticks = this.age(s, tick) * KEY_TICKS;
      const slips = Math.abs(dx) <= MOST_SLIP && Math.abs(dy) <= MOST_SLIP && Math.abs(dz) <= MOST_SLIP;
      const mend = (way: number, slip: number) => way + Math.trunc((slip * WAY_TICKS) / ticks);
      const share = WAY_TICKS / KEY_TICKS;
      if (slips && ticks > 0) this.setWay(s, mend(this.vx[s], dx), mend(this.vy[s], dy), mend(this.vz[s], dz));
      else this.setWay(s, short(x - this.x[s]) * share, short(y - this.y[s]) * share, short(z - this.z[s]) * share);
      this.since[s] = tick;
    }
    this.x[s] = x;
    this.y[s] = y;
    this.z[s] = z;
    this.tick[s] = tick;
  }

  copyFrom(other: Bases, s: number): void {
    this.tick[s] = other.tick[s];
    this.since[s] = other.since[s];
    this.x[s] = other.x[s];
    this.y[s] = other.y[s];
    this.z[s] = other.z[s];
    this.vx[s] = other.vx[s];
    this.vy[s] = other.vy[s];
    this.vz[s] = other.vz[s];
    this.yaw[s] = other.yaw[s];
    this.flags[s] = other.flags[s];
    this.hp[s] = other.hp[s];
  }
}
