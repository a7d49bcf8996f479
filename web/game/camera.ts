// Where the eye is: the boom behind the adventurer, the eyes of the rifleman, the height of the commander, and the flight between them.
// In: the own body and the angles that input turns; out: one Camera per frame. Metres and radians.
import { FLAG_CROUCHED, FLAG_MOUNTED } from '../../assembly/layout';
import type { Sim } from '../../src/shared/sim';
import { wrap } from '../input/steer';
import type { Camera } from '../render/contract';
import type { Mode } from '../state';
import { Jolt } from './jolt';

export interface Stance {
  x: number;
  y: number;
  z: number;
  flags: number;
  /** Speed over ground, for the step of the head. */
  speed: number;
}

const EYE_M = 1.62;
const CROUCHED_EYE_M = 1.1;
const HEAD_M = 1.55;
const SHOULDER_M = 0.55;
/** So much higher is the head of a rider. */
const SADDLE_M = 0.75;
const BOOM_FOV = 55;
const COMMANDER_FOV = 38;
const MORPH_S = 0.6;
/** How close the boom comes to what blocks it. */
const SKIN_M = 0.25;
const CLEARANCE_M = 0.35;

export class CameraMan {
  /** What input turns: shared by adventurer and warfront, so that the view keeps its direction when the mode changes. */
  yaw = 0;
  pitch = -0.19;
  boom_m = 6.4;
  /** Warfront: field of view wanted (degrees), kick of the weapon (rad), and whether the head may bob. */
  fovDeg = 74;
  kick = 0;
  bob = true;
  readonly jolt = new Jolt();
  /** How much the eye shakes: 1 as made, 0 not at all. */
  shaking = 1;
  /** Commander. */
  pivotX = 0;
  pivotZ = 0;
  overYaw = 0;
  height_m = 34;
  overPitch = -0.92;

  readonly camera: Camera = { x: 0, y: 0, z: 0, yaw: 0, pitch: 0, fovDeg: BOOM_FOV };
  private readonly wanted: Camera = { ...this.camera };
  private readonly from: Camera = { ...this.camera };
  private morph_s = MORPH_S;
  private shownBoom_m = 6.4;
  private shownHeight_m = 34;
  private eye_m = EYE_M;
  private saddle_m = 0;
  private fov = BOOM_FOV;
  private stride = 0;

  /** `land`: the core whose ground is under the eye. */
  constructor(private readonly land: () => Sim) {}

  private get sim(): Sim {
    return this.land();
  }

  /** A new view: fly there from where the eye is now, or cut. */
  change(cut: boolean): void {
    Object.assign(this.from, this.camera);
    this.morph_s = cut ? MORPH_S : 0;
  }

  frame(mode: Mode, body: Stance, dt_s: number): Camera {
    this.kick *= Math.exp(-dt_s / 0.09);
    if (mode === 'adventurer') this.behind(body, dt_s);
    else if (mode === 'warfront') this.eyes(body, dt_s);
    else this.above(dt_s);
    this.fly(dt_s);
    this.shake(mode, dt_s);
    return this.camera;
  }

  /** Where the player aims by what he sees the eye is moved and not turned: a shake must not lie about where a shot goes. */
  private shake(mode: Mode, dt_s: number): void {
    const { jolt, camera } = this;
    if (!jolt.stirred) return;
    jolt.frame(dt_s, this.shaking);
    camera.y += jolt.lift_m;
    if (mode !== 'adventurer') return;
    camera.yaw += jolt.yaw;
    camera.pitch += jolt.pitch;
  }

  /** A slow circle round a point: the world behind the landing page. */
  orbit(x: number, z: number, timeS: number): Camera {
    const yaw = timeS * 0.02 + 0.6;
    const far_m = 58;
    const cam = this.camera;
    cam.x = x - Math.sin(yaw) * far_m;
    cam.z = z + Math.cos(yaw) * far_m;
    cam.y = Math.max(this.sim.core.height(x, z) + 21, this.sim.core.height(cam.x, cam.z) + 6);
    cam.yaw = yaw;
    cam.pitch = -0.21;
    cam.fovDeg = BOOM_FOV;
    this.morph_s = MORPH_S;
    return cam;
  }

  private behind(body: Stance, dt_s: number): void {
    const { wanted } = this;
    const headX = body.x + Math.cos(this.yaw) * SHOULDER_M * Math.min(1, this.boom_m / 4);
    const headZ = body.z + Math.sin(this.yaw) * SHOULDER_M * Math.min(1, this.boom_m / 4);
    this.saddle_m += ((body.flags & FLAG_MOUNTED ? SADDLE_M : 0) - this.saddle_m) * (1 - Math.exp(-dt_s / 0.15));
    const headY = body.y + HEAD_M + this.saddle_m;
    const flat = Math.cos(this.pitch);
    const backX = -Math.sin(this.yaw) * flat;
    const backY = -Math.sin(this.pitch);
    const backZ = Math.cos(this.yaw) * flat;
    const free_m = this.reach(headX, headY, headZ, backX, backY, backZ, this.boom_m);
    // In at once, so that no wall is ever looked through; out softly.
    this.shownBoom_m =
      free_m < this.shownBoom_m ? free_m : this.shownBoom_m + (free_m - this.shownBoom_m) * (1 - Math.exp(-dt_s / 0.12));
    wanted.x = headX + backX * this.shownBoom_m;
    wanted.y = headY + backY * this.shownBoom_m;
    wanted.z = headZ + backZ * this.shownBoom_m;
    wanted.y = Math.max(wanted.y, this.sim.core.height(wanted.x, wanted.z) + CLEARANCE_M);
    wanted.yaw = this.yaw;
    wanted.pitch = this.pitch;
    wanted.fovDeg = BOOM_FOV;
  }

  private eyes(body: Stance, dt_s: number): void {
    const { wanted } = this;
    const riding = (body.flags & FLAG_MOUNTED) !== 0;
    const crouched = (body.flags & FLAG_CROUCHED) !== 0;
    const eye_m = riding ? EYE_M + SADDLE_M : crouched ? CROUCHED_EYE_M : EYE_M;
    this.eye_m += (eye_m - this.eye_m) * (1 - Math.exp(-dt_s / 0.07));
    this.stride += body.speed * dt_s * 1.9;
    const sway = this.bob ? Math.min(1, body.speed / 5.5) * 0.022 : 0;
    wanted.x = body.x + Math.cos(this.yaw) * Math.cos(this.stride) * sway * 0.6;
    wanted.y = body.y + this.eye_m + Math.abs(Math.sin(this.stride)) * sway;
    wanted.z = body.z + Math.sin(this.yaw) * Math.cos(this.stride) * sway * 0.6;
    wanted.yaw = this.yaw;
    wanted.pitch = Math.min(1.5, this.pitch + this.kick);
    this.fov += (this.fovDeg - this.fov) * (1 - Math.exp(-dt_s / 0.06));
    wanted.fovDeg = this.fov;
  }

  private above(dt_s: number): void {
    const { wanted } = this;
    this.shownHeight_m += (this.height_m - this.shownHeight_m) * (1 - Math.exp(-dt_s / 0.1));
    const away_m = this.shownHeight_m / Math.tan(-this.overPitch);
    wanted.x = this.pivotX - Math.sin(this.overYaw) * away_m;
    wanted.z = this.pivotZ + Math.cos(this.overYaw) * away_m;
    const ground = Math.max(0, this.sim.core.height(this.pivotX, this.pivotZ));
    wanted.y = Math.max(ground + this.shownHeight_m, this.sim.core.height(wanted.x, wanted.z) + 4);
    wanted.yaw = this.overYaw;
    wanted.pitch = this.overPitch;
    wanted.fovDeg = COMMANDER_FOV;
  }

  private fly(dt_s: number): void {
    this.morph_s = Math.min(MORPH_S, this.morph_s + dt_s);
    const t = this.morph_s / MORPH_S;
    const { camera, from, wanted } = this;
    if (t >= 1) {
      Object.assign(camera, wanted);
      return;
    }
    const s = t * t * (3 - 2 * t);
    camera.x = from.x + (wanted.x - from.x) * s;
    camera.y = from.y + (wanted.y - from.y) * s;
    camera.z = from.z + (wanted.z - from.z) * s;
    camera.yaw = from.yaw + wrap(wanted.yaw - from.yaw) * s;
    camera.pitch = from.pitch + (wanted.pitch - from.pitch) * s;
    camera.fovDeg = from.fovDeg + (wanted.fovDeg - from.fovDeg) * s;
  }

  /** How far a ray from the head stays clear of ground and walls, in metres, at most `far_m`. */
  private reach(x: number, y: number, z: number, dx: number, dy: number, dz: number, far_m: number): number {
    const { core } = this.sim;
    const clear = (m: number) => core.lineOfSight(x, y, z, x + dx * m, y + dy * m, z + dz * m) !== 0;
    let free_m = far_m;
    if (!clear(far_m + SKIN_M)) {
      let blocked_m = far_m + SKIN_M;
      free_m = 0;
      for (let i = 0; i < 7; i++) {
        const middle = (free_m + blocked_m) / 2;
        if (clear(middle)) free_m = middle;
        else blocked_m = middle;
      }
      free_m = Math.max(0.4, free_m - SKIN_M);
    }
    // Sight passes over ground that the eye would sink into: march the boom against the heights too.
    for (let m = 0.5; m < free_m; m += 0.5) {
      if (y + dy * m < core.height(x + dx * m, z + dz * m) + CLEARANCE_M) return Math.max(0.4, m - 0.5);
    }
    return free_m;
  }
}
