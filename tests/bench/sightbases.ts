// What the receivers of one cadence take every body to be, as assembly/bases.ts keeps it: part of the bench's twin (sighttwin.ts).
import * as L from '../../assembly/layout';

export const KEY_TICKS = 4;
const WAY_SHIFT = 6;
export const WAY_TICKS = 1 << WAY_SHIFT;
const MOST_WAY = 4096;
const MOST_SLIP = 12;
const MOST_AGE = 63;
export const TOLERANCE = 3;
export const TOLERANCE_Y = 6;
export const TOLERANCE_BETWEEN = 8;
export const TOLERANCE_YAW = 4;

export const isKey = (tick: number) => (tick & (KEY_TICKS - 1)) === 0;
export const keyBefore = (tick: number) => (tick - 1) & ~(KEY_TICKS - 1);
/** The difference as both ends add it: modulo 2^16, and 2^8 for facings. */
export const short = (value: number) => (value << 16) >> 16;
export const byte = (value: number) => (value << 24) >> 24;
/** How far a way leads in so many ticks. */
const onward = (way: number, ticks: number) => Math.imul(way, ticks) >> WAY_SHIFT;

export function isWithin(dx: number, dy: number, dz: number, most: number, mostY: number): boolean {
  return Math.abs(dx) <= most && Math.abs(dz) <= most && Math.abs(dy) <= mostY;
}

/** Dead-reckoned bodies for the receivers of one cadence. */
export class Bases {
  readonly tick = new Int32Array(L.MAX_ENTITIES);
  readonly since = new Int32Array(L.MAX_ENTITIES);
  readonly x = new Uint16Array(L.MAX_ENTITIES);
  readonly y = new Int16Array(L.MAX_ENTITIES);
  readonly z = new Uint16Array(L.MAX_ENTITIES);
  readonly vx = new Int16Array(L.MAX_ENTITIES);
  readonly vy = new Int16Array(L.MAX_ENTITIES);
  readonly vz = new Int16Array(L.MAX_ENTITIES);
  readonly yaw = new Uint8Array(L.MAX_ENTITIES);
  readonly flags = new Uint16Array(L.MAX_ENTITIES);
  readonly hp = new Uint8Array(L.MAX_ENTITIES);

  /** Where a body is taken to be. */
  atX(s: number, tick: number): number {
    return (this.x[s] + onward(this.vx[s], tick - this.tick[s])) & 0xffff;
  }
  atY(s: number, tick: number): number {
    return short(this.y[s] + onward(this.vy[s], tick - this.tick[s]));
  }
  atZ(s: number, tick: number): number {
    return (this.z[s] + onward(this.vz[s], tick - this.tick[s])) & 0xffff;
  }

  /** A way in units per 64 ticks; a leap is none. */
  setWay(s: number, vx: number, vy: number, vz: number): void {
    const leaps = Math.abs(vx) > MOST_WAY || Math.abs(vy) > MOST_WAY || Math.abs(vz) > MOST_WAY;
    this.vx[s] = leaps ? 0 : vx;
    this.vy[s] = leaps ? 0 : vy;
    this.vz[s] = leaps ? 0 : vz;
  }

  private setPlace(s: number, tick: number, x: number, y: number, z: number): void {
    this.x[s] = x;
    this.y[s] = y;
    this.z[s] = z;
    this.tick[s] = tick;
  }

  age(s: number, tick: number): number {
    return Math.min(((tick - this.since[s]) / KEY_TICKS) | 0, MOST_AGE);
  }

  /** As moveBase of assembly/bases.ts. */
  move(s: number, tick: number, ticks: number, x: number, y: number, z: number): void {
    const then = tick - ticks;
    const vx = (((x - this.atX(s, then)) * WAY_TICKS) / ticks) | 0;
    const vy = (((y - this.atY(s, then)) * WAY_TICKS) / ticks) | 0;
    const vz = (((z - this.atZ(s, then)) * WAY_TICKS) / ticks) | 0;
    this.setWay(s, vx, vy, vz);
    this.setPlace(s, tick, x, y, z);
  }

  /** As isTurn. */
  isTurn(s: number, tick: number, x: number, z: number, stepX: number, stepZ: number): boolean {
    const dx = short(x - this.atX(s, tick));
    const dz = short(z - this.atZ(s, tick));
    if (Math.abs(dx) <= MOST_SLIP && Math.abs(dz) <= MOST_SLIP) return false;
    const wentX = short(x - this.x[s]);
    const wentZ = short(z - this.z[s]);
    return Math.abs(stepX * KEY_TICKS - wentX) > TOLERANCE || Math.abs(stepZ * KEY_TICKS - wentZ) > TOLERANCE;
  }

  /** As refineBase. */
  refine(s: number, tick: number, x: number, y: number, z: number): void {
    const dx = short(x - this.atX(s, tick));
    const dy = short(y - this.atY(s, tick));
    const dz = short(z - this.atZ(s, tick));
    if ((dx | dy | dz) !== 0) {
      const ticks = this.age(s, tick) * KEY_TICKS;
      if (isWithin(dx, dy, dz, MOST_SLIP, MOST_SLIP) && ticks > 0) {
        const vx = this.vx[s] + (((dx * WAY_TICKS) / ticks) | 0);
        const vy = this.vy[s] + (((dy * WAY_TICKS) / ticks) | 0);
        const vz = this.vz[s] + (((dz * WAY_TICKS) / ticks) | 0);
        this.setWay(s, vx, vy, vz);
      } else {
        const share = WAY_TICKS / KEY_TICKS;
        this.setWay(s, short(x - this.x[s]) * share, short(y - this.y[s]) * share, short(z - this.z[s]) * share);
      }
      this.since[s] = tick;
    }
    this.setPlace(s, tick, x, y, z);
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
