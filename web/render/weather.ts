// Weather as it is seen: rain and snow falling round the eye, wet and white ground, grey light, thick air, lightning. In: the sky of each
// frame, the lights. Out: two meshes in the scene, the lights dimmed, shared uniforms. A sky that jumps (a journey, the first frame) is
// there at once, any other comes and goes softly.
import { BufferAttribute, BufferGeometry, Group, LineSegments, Points, ShaderMaterial } from 'three';
import { SKIES, type Sky } from '../../src/shared/rules/weather';
import type { FrameView } from './contract';
import type { Lights } from './lights';
import { seeded } from './modeller';
import { shared } from './style';
import type { Quality } from './tiers';

const EASES_S = 3;
/** Ground gets wet sooner than it dries; snow lies longer still. */
const WETS_S = 14;
const DRIES_S = 70;
const WHITENS_S = 40;
const PARTS = Object.keys(SKIES.clear) as (keyof Sky)[];

const TILE_GLSL = /* glsl */ `
uniform float uTime, uMuch, uWind;
attribute float aTail;
varying float vAlpha;
vec3 inTile(vec3 o, float tile, float tall) {
  vec3 eye = cameraPosition;
  return eye + vec3(mod(o.x - eye.x + tile * .5, tile) - tile * .5, mod(o.y - eye.y + tall * .4, tall) - tall * .4, mod(o.z - eye.z + tile * .5, tile) - tile * .5);
}`;
const RAIN_VERTEX = /* glsl */ `
${TILE_GLSL}
void main() {
  float own = fract(position.x * 91.7 + position.z * 37.3);
  vec3 fall = vec3(uWind * 5., -1., uWind * 2.2) * vec3(1., 21. + own * 6., 1.);
  vec3 w = inTile(position * vec3(20., 14., 20.) + fall * uTime, 20., 14.) - fall * aTail * (.026 + .014 * own);
  vec4 view = viewMatrix * vec4(w, 1.);
  gl_Position = projectionMatrix * view;
  float far = length(w - cameraPosition);
  vAlpha = (1. - aTail * .85) * smoothstep(10., 4.5, far) * smoothstep(.5, 1.4, far) * step(own, uMuch) * .8;
}`;
const SNOW_VERTEX = /* glsl */ `
${TILE_GLSL}
void main() {
  float own = fract(position.x * 91.7 + position.z * 37.3);
  vec3 sway = vec3(sin(uTime * .9 + own * 40.), 0., cos(uTime * .7 + own * 60.)) * .5;
  vec3 fall = vec3(uWind * 2.6, -1.2 - own * .9, uWind * 1.1);
  vec3 w = inTile(position * vec3(24., 14., 24.) + fall * uTime + sway, 24., 14.);
  vec4 view = viewMatrix * vec4(w, 1.);
  gl_Position = projectionMatrix * view;
  gl_PointSize = clamp((26. + 22. * own) / -view.z, 1.5, 9.) + aTail;
  float far = length(w - cameraPosition);
  vAlpha = smoothstep(12., 6., far) * smoothstep(.5, 1.4, far) * step(own, uMuch) * .9;
}`;
const FRAGMENT = /* glsl */ `
uniform vec3 uTint;
varying float vAlpha;
void main() {
  if (vAlpha < .01) discard;
  #ifdef FLAKE
  float soft = smoothstep(.5, .12, length(gl_PointCoord - .5));
  #else
  float soft = 1.;
  #endif
  gl_FragColor = vec4(uTint, vAlpha * soft);
}`;

type Falling = LineSegments<BufferGeometry, ShaderMaterial> | Points<BufferGeometry, ShaderMaterial>;

function material(vertexShader: string, flake: boolean): ShaderMaterial {
  return new ShaderMaterial({
    transparent: true,
    depthWrite: false,
    defines: flake ? { FLAKE: 1 } : {},
    uniforms: { uTime: shared.uTime, uMuch: { value: 0 }, uWind: { value: 0 }, uTint: { value: [1, 1, 1] } },
    vertexShader,
    fragmentShader: FRAGMENT,
  });
}

/** Each drop or flake stands somewhere in a unit tile; `ends` vertices draw it. */
function strewn(count: number, ends: number): BufferGeometry {
  const random = seeded(17);
  const position = new Float32Array(count * ends * 3);
  const tail = new Float32Array(count * ends);
  for (let i = 0; i < count; i++) {
    const spot = [random(), random(), random()];
    for (let end = 0; end < ends; end++) {
      position.set(spot, (i * ends + end) * 3);
      tail[i * ends + end] = end;
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(position, 3));
  geometry.setAttribute('aTail', new BufferAttribute(tail, 1));
  return geometry;
}

export class Weather {
  readonly group = new Group();
  private readonly sky: Sky = { ...SKIES.clear };
  private rain: Falling | null = null;
  private snow: Falling | null = null;
  private wet = 0;
  private white = 0;
  private fresh = true;
  private x = 0;
  private z = 0;

  setQuality({ drops }: Quality): void {
    for (const old of [this.rain, this.snow]) {
      if (!old) continue;
      this.group.remove(old);
      old.geometry.dispose();
      old.material.dispose();
    }
    this.rain = drops ? new LineSegments(strewn(drops, 2), material(RAIN_VERTEX, false)) : null;
    this.snow = drops ? new Points(strewn(drops, 1), material(SNOW_VERTEX, true)) : null;
    for (const each of [this.rain, this.snow]) {
      if (!each) continue;
      each.frustumCulled = false;
      each.renderOrder = 76;
      each.visible = false;
      this.group.add(each);
    }
  }

  /** After the lights of the hour, before they are used. `above`: metres of the eye over the ground. */
  frame(view: FrameView, lights: Lights, above: number): void {
    const { x, z } = view.camera;
    const jumped = this.fresh || Math.hypot(x - this.x, z - this.z) > 150;
    this.x = x;
    this.z = z;
    this.fresh = false;
    const { sky } = this;
    const share = jumped ? 1 : 1 - Math.exp(-view.dtS / EASES_S);
    for (const part of PARTS) sky[part] += (view.sky[part] - sky[part]) * share;
    const soak = (now: number, to: number, up_s: number, down_s: number) =>
      jumped ? to : now + (to - now) * (1 - Math.exp(-view.dtS / (to > now ? up_s : down_s)));
    this.wet = soak(this.wet, Math.min(1, sky.rain * 1.6), WETS_S, DRIES_S);
    this.white = soak(this.white, sky.snow, WHITENS_S, DRIES_S);
    shared.uWet.value = this.wet;
    shared.uSnow.value = this.white;
    lights.cloud(sky, above, view.flash);
    this.fall(view, above);
  }

  private fall(view: FrameView, above: number): void {
    const { sky } = this;
    // From high above single drops are not seen.
    const near = Math.max(0, Math.min(1, 1.6 - above / 30)) * (view.reducedMotion ? 0.4 : 1);
    const light = shared.uFogFar.value;
    show(this.rain, sky.rain * near, sky.wind, [light.r * 0.9 + 0.12, light.g * 0.92 + 0.14, light.b * 0.95 + 0.18]);
    show(this.snow, sky.snow * near, sky.wind, [light.r * 0.7 + 0.35, light.g * 0.7 + 0.36, light.b * 0.7 + 0.38]);
  }
}

function show(falling: Falling | null, much: number, wind: number, tint: readonly number[]): void {
  if (!falling) return;
  falling.visible = much > 0.01;
  const { uniforms } = falling.material;
  uniforms.uMuch.value = much;
  uniforms.uWind.value = wind;
  uniforms.uTint.value = tint;
}
