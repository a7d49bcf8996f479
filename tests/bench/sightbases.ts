// What the receivers of one cadence take every body to be, as assembly/bases.ts keeps it: part of the bench's twin (sighttwin.ts).
import * as L from '../../assembly/layout';

const MOST_WAY = 256;

/** Dead-reckoned bodies for the receivers of one cadence. */
export class Bases {
  readonly tick = new Int32Array(L.MAX_ENTITIES);
  readonly x = new Int32Array(L.MAX_ENTITIES);
  readonly y = new Int32Array(L.MAX_ENTITIES);
  readonly z = new Int32Array(L.MAX_ENTITIES);
  readonly vx = new Int16Array(L.MAX_ENTITIES);
  readonly vy = new Int16Array(L.MAX_ENTITIES);
  readonly vz = new Int16Array(L.MAX_ENTITIES);
  readonly yaw = new Uint8Array(L.MAX_ENTITIES);
  readonly flags = new Uint16Array(L.MAX_ENTITIES);
  readonly hp = new Uint8Array(L.MAX_ENTITIES);

  /** A way in units per four ticks; a leap is none. */
  setWay(s: number, vx: number, vy: number, vz: number): void {
    const leaps = Math.abs(vx) > MOST_WAY || Math.abs(vy) > MOST_WAY || Math.abs(vz) > MOST_WAY;
    this.vx[s] = leaps ? 0 : vx;
    this.vy[s] = leaps ? 0 : vy;
    this.vz[s] = leaps ? 0 : vz;
  }

  copyFrom(other: Bases, s: number): void {
    this.tick[s] = other.tick[s];
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
