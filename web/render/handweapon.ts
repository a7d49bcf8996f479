// The weapon in one's own hands, first person: wheel-lock and bow with gloves and sleeves, in a scene and field of view of its own so that it never
// clips or stretches. In: the frame. Out: drawn over the picture with a fresh depth buffer.
import {
  DirectionalLight,
  Group,
  HemisphereLight,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  PerspectiveCamera,
  Scene,
  Vector3,
} from 'three';
import { FLAG_AIRBORNE, FLAG_SPRINTING } from '../../assembly/layout';
import type { ActorView, FrameView } from './contract';
import { arrowModel, bowModel, gunModel, muzzleModel, stringModel, TIP_Y, TIP_Z } from './handmodels';
import type { Stage } from './parts';
import { shared, stylize } from './style';

const FOV_DEG = 52;
const BARREL_Y = 0.036;
/** After a shot the piece is lowered, wound and raised again. */
const RELOAD_S = 1.15;
const DRAW_S = 0.55;
const RESTING_DRAW = 0.55;

const SHINE = /* glsl */ `
{
  vec3 sunward = normalize((viewMatrix * vec4(uSunDir, 0.)).xyz);
  outgoingLight += pow(max(0., dot(normal, normalize(normalize(vViewPosition) + sunward))), 38.) * uSunCol * .22;
}`;

export class HandWeapon {
  private readonly scene = new Scene();
  private readonly camera = new PerspectiveCamera(FOV_DEG, 16 / 9, 0.02, 8);
  private readonly sun = new DirectionalLight('#ffe3b3', 2.6);
  private readonly sky = new HemisphereLight('#bcd6ff', '#9a8458', 1.5);
  private readonly gun = new Group();
  private readonly bow = new Group();
  private readonly flash: Mesh;
  private readonly upperString: Mesh;
  private readonly lowerString: Mesh;
  private readonly arrow: Mesh;
  private shownKind: FrameView['weapon'] = 'none';
  /** Seconds since the last shot. */
  private sinceShot = 9;
  private raise = 0;
  private bob = 0;
  private stride = 0;
  private lastYaw = 0;
  private lastPitch = 0;
  private swayX = 0;
  private swayY = 0;
  private readonly sunWay = new Vector3();

  constructor(private readonly stage: Stage) {
    const material = stylize(new MeshLambertMaterial({ vertexColors: true }), { rim: true, fragmentOut: SHINE });
    const add = (parent: Group, geometry: Mesh['geometry']) => {
      const mesh = new Mesh(geometry, material);
      mesh.frustumCulled = false;
      parent.add(mesh);
      return mesh;
    };
    add(this.gun, gunModel());
    this.flash = new Mesh(muzzleModel(), new MeshBasicMaterial({ vertexColors: true, toneMapped: false }));
    this.gun.add(this.flash);
    this.flash.position.y = BARREL_Y;
    add(this.bow, bowModel());
    this.upperString = add(this.bow, stringModel());
    this.lowerString = add(this.bow, stringModel());
    this.arrow = add(this.bow, arrowModel());
    this.scene.add(this.sun, this.sun.target, this.sky, this.gun, this.bow);
  }

  recoil(): void {
    this.sinceShot = 0;
  }

  draw(view: FrameView): void {
    if (view.weapon === 'none') {
      this.shownKind = 'none';
      return;
    }
    if (view.weapon !== this.shownKind) {
      this.shownKind = view.weapon;
      this.raise = 0;
      this.sinceShot = 9;
      this.lastYaw = view.camera.yaw;
      this.lastPitch = view.camera.pitch;
    }
    const { dtS } = view;
    this.raise = Math.min(1, this.raise + dtS * 3.5);
    this.sinceShot += dtS;
    this.sway(view);
    this.gun.visible = view.weapon === 'wheel-lock';
    this.bow.visible = view.weapon === 'bow';
    if (this.gun.visible) this.placeGun(view);
    else this.placeBow(view);
    this.light(view);
    const { gl, size } = this.stage;
    this.camera.aspect = size.width / size.height;
    this.camera.updateProjectionMatrix();
    // Drawn over the world: only the depth starts anew.
    gl.autoClear = false;
    gl.clearDepth();
    gl.render(this.scene, this.camera);
    gl.autoClear = true;
  }

  /** The piece lags behind the look and swings with the steps; calm when motion is to be reduced. */
  private sway(view: FrameView): void {
    const own = view.actors.find(a => a.own);
    const calm = view.reducedMotion ? 0 : 1;
    const turn = Math.atan2(Math.sin(view.camera.yaw - this.lastYaw), Math.cos(view.camera.yaw - this.lastYaw));
    const nod = view.camera.pitch - this.lastPitch;
    this.lastYaw = view.camera.yaw;
    this.lastPitch = view.camera.pitch;
    const ease = Math.min(1, view.dtS * 9);
    const limit = (v: number) => Math.max(-0.06, Math.min(0.06, v));
    this.swayX += (limit(-turn * 0.6) * calm - this.swayX) * ease;
    this.swayY += (limit(nod * 0.6) * calm - this.swayY) * ease;
    const speed = own && !(own.flags & FLAG_AIRBORNE) ? own.speed : 0;
    this.bob += (Math.min(1, speed / 5.5) * calm - this.bob) * Math.min(1, view.dtS * 6);
    this.stride += view.dtS * (5 + speed * 0.85);
  }

  /** Offsets all weapons share: raising, steps, sway, breath, sprint. */
  private place(group: Group, view: FrameView, x: number, y: number, z: number): void {
    const own: ActorView | undefined = view.actors.find(a => a.own);
    const sprint = own && own.flags & FLAG_SPRINTING && own.speed > 6 ? 1 : 0;
    const breath = view.reducedMotion ? 0 : Math.sin(view.timeS * 1.7) * 0.0025;
    const low = 1 - this.raise * this.raise * (3 - 2 * this.raise);
    group.position.set(
      x + this.swayX + Math.sin(this.stride) * 0.014 * this.bob,
      y + this.swayY + breath - Math.abs(Math.cos(this.stride)) * 0.018 * this.bob - 0.4 * low - 0.05 * sprint,
      z,
    );
    group.rotation.set(
      this.swayY * 1.4 - 0.5 * low - 0.12 * sprint,
      this.swayX * -1.6 + 0.3 * sprint,
      this.swayX * 1.2 + Math.sin(this.stride) * 0.012 * this.bob + 0.12 * sprint,
    );
  }

  private placeGun(view: FrameView): void {
    this.place(this.gun, view, 0.19, -0.178, -0.56);
    const since = this.sinceShot;
    const kick = since < 0.5 ? Math.exp(-since * 9) * Math.min(1, since * 60 + 0.35) : 0;
    const wind = since < RELOAD_S ? Math.sin(Math.min(1, Math.max(0, (since - 0.25) / (RELOAD_S - 0.35))) * Math.PI) : 0;
    const strength = view.reducedMotion ? 0.35 : 1;
    this.gun.position.z += 0.11 * kick * strength;
    this.gun.position.y += 0.02 * kick * strength - 0.11 * wind;
    this.gun.position.x -= 0.05 * wind;
    this.gun.rotation.x += 0.035 + 0.2 * kick * strength + 0.32 * wind;
    this.gun.rotation.y += 0.075 + 0.28 * wind;
    this.gun.rotation.z += 0.02 + 0.45 * wind;
    this.gun.scale.setScalar(0.74);
    this.flash.visible = since < 0.06;
    this.flash.rotation.z = view.timeS * 37;
  }

  private placeBow(view: FrameView): void {
    this.place(this.bow, view, 0.03, -0.2, -0.74);
    const since = this.sinceShot;
    const drawn = Math.min(1, Math.max(0, (since - 0.12) / DRAW_S));
    // Between shots the string rests half drawn: a full draw would hide the picture.
    const eased = drawn * drawn * (3 - 2 * drawn) * RESTING_DRAW;
    const twang = since < 0.3 && !view.reducedMotion ? Math.sin(since * 70) * Math.exp(-since * 16) * 0.03 : 0;
    this.bow.rotation.z += -0.42;
    this.bow.rotation.x += 0.02 - (since < 0.25 ? 0.06 * Math.exp(-since * 14) : 0);
    const nock = TIP_Z + 0.02 + 0.3 * eased + twang;
    this.strings(nock);
    this.arrow.visible = since > 0.2;
    this.arrow.position.set(0.012, 0, nock);
  }

  /** Two halves of the string from the tips to the nock. */
  private strings(nock: number): void {
    for (const [mesh, side] of [
      [this.upperString, 1],
      [this.lowerString, -1],
    ] as const) {
      const dz = nock - TIP_Z;
      mesh.position.set(0, side * TIP_Y, TIP_Z);
      mesh.rotation.set(side > 0 ? -Math.atan2(dz, TIP_Y) : Math.PI + Math.atan2(dz, TIP_Y), 0, 0);
      mesh.scale.set(1, Math.hypot(TIP_Y, dz), 1);
    }
  }

  private light(view: FrameView): void {
    const { light } = this.stage;
    this.sun.intensity = light.sun * 0.82;
    this.sun.color.setHex(light.sunColor);
    this.sky.intensity = light.sky;
    this.sky.color.setHex(light.skyColor);
    this.sky.groundColor.setHex(light.groundColor);
    // The hand's scene does not turn with the look: turn the sun the other way.
    const { yaw, pitch } = view.camera;
    this.sunWay.copy(shared.uSunDir.value).applyAxisAngle(UP, yaw).applyAxisAngle(RIGHT, -pitch);
    this.sun.position.copy(this.sunWay).multiplyScalar(4);
  }
}

const UP = new Vector3(0, 1, 0);
const RIGHT = new Vector3(1, 0, 0);
