// Second part of the bench's twin of interest: what all receivers of a body are told alike at a key tick, as assembly/settling.ts settles it.
// In: bodies and their bases. Out: settled places and facings, who is told of anew, and after the blocks of a key tick all bases.
import * as L from '../../assembly/layout';
import { Bases, byte, isWithin, KEY_TICKS, short, TOLERANCE, TOLERANCE_Y, TOLERANCE_YAW, WAY_TICKS } from './sightbases';
import { SightCells } from './sightcells';

/** A velocity in wire units per WAY_TICKS. */
const WAY_PER_MPS = Math.fround((L.POSITION_SCALE * WAY_TICKS) / L.TICKS_PER_SECOND);
/** Added and taken away again it leaves the nearest whole number, of two the even one, as `nearest` of the core does. */
const ROUNDING = 1.5 * 2 ** 52;

function wayOf(step: number, velocity: number): number {
  const way = (Math.fround(velocity * WAY_PER_MPS) + ROUNDING - ROUNDING) | 0;
  return Math.abs(way - step * WAY_TICKS) <= WAY_TICKS ? way : step * WAY_TICKS;
}

export class SightSettling extends SightCells {
  /** For receivers of every tick, every second, every fourth. */
  readonly bases = [new Bases(), new Bases(), new Bases()];
  readonly settledX = new Uint16Array(L.MAX_ENTITIES);
  readonly settledY = new Int16Array(L.MAX_ENTITIES);
  readonly settledZ = new Uint16Array(L.MAX_ENTITIES);
  readonly settledYaw = new Uint8Array(L.MAX_ENTITIES);
  readonly toldAnew = new Uint8Array(L.MAX_ENTITIES);

  /** Starts a base anew from where the body is. */
  enter(s: number, base: Bases, tick: number): void {
    base.tick[s] = tick;
    base.since[s] = tick;
    base.x[s] = this.nowX[s];
    base.y[s] = this.nowY[s];
    base.z[s] = this.nowZ[s];
    base.yaw[s] = this.wireYaw(s);
    base.flags[s] = this.flags[s];
    base.hp[s] = this.shownHp(s);
    const vx = wayOf(this.nowX[s] - this.wasX[s], this.velX[s]);
    const vz = wayOf(this.nowZ[s] - this.wasZ[s], this.velZ[s]);
    base.setWay(s, vx, (this.nowY[s] - this.wasY[s]) * WAY_TICKS, vz);
  }

  /** Before the blocks of a key tick. */
  settle(tick: number): void {
    const { ids, cellSince, toldAnew } = this;
    for (let s = 0; s < this.slots; s++) {
      if (ids[s] === 0) continue;
      const anew = cellSince[s] > tick - KEY_TICKS || this.hasTurned(s, tick);
      toldAnew[s] = anew ? 1 : 0;
      this.settledX[s] = this.nowX[s];
      this.settledY[s] = this.nowY[s];
      this.settledZ[s] = this.nowZ[s];
      this.settledYaw[s] = this.wireYaw(s);
      if (!anew) this.settleOnItsWay(s, tick);
    }
  }

  private hasTurned(s: number, tick: number): boolean {
    const stepX = this.nowX[s] - this.wasX[s];
    const stepZ = this.nowZ[s] - this.wasZ[s];
    if (Math.abs(stepX - this.wasX[s] + this.beforeX[s]) > 1 || Math.abs(stepZ - this.wasZ[s] + this.beforeZ[s]) > 1) return false;
    return this.bases[2].isTurn(s, tick, this.nowX[s], this.nowZ[s], stepX, stepZ);
  }

  private settleOnItsWay(s: number, tick: number): void {
    const every = this.bases[0];
    const second = this.bases[1];
    const key = this.bases[2];
    const last = every.tick[s] !== key.tick[s] ? every : second.tick[s] !== key.tick[s] ? second : key;
    const x = last.atX(s, tick);
    const y = last.atY(s, tick);
    const z = last.atZ(s, tick);
    if (isWithin(short(this.nowX[s] - x), short(this.nowY[s] - y), short(this.nowZ[s] - z), TOLERANCE, TOLERANCE_Y)) {
      this.settledX[s] = x;
      this.settledY[s] = y;
      this.settledZ[s] = z;
    }
    const facing = every.yaw[s] !== key.yaw[s] ? every.yaw[s] : second.yaw[s] !== key.yaw[s] ? second.yaw[s] : key.yaw[s];
    if (Math.abs(byte(this.settledYaw[s] - facing)) <= TOLERANCE_YAW) this.settledYaw[s] = facing;
  }

  /** After the blocks of a key tick. */
  setKeyBases(tick: number): void {
    const every = this.bases[0];
    const second = this.bases[1];
    const key = this.bases[2];
    for (let s = 0; s < this.slots; s++) {
      if (this.ids[s] === 0) continue;
      if (this.toldAnew[s]) this.enter(s, key, tick);
      else {
        key.refine(s, tick, this.settledX[s], this.settledY[s], this.settledZ[s]);
        key.yaw[s] = this.settledYaw[s];
        key.flags[s] = this.flags[s];
        key.hp[s] = this.shownHp(s);
      }
      every.copyFrom(key, s);
      second.copyFrom(key, s);
    }
  }
}
