// Rivers, lakes and the sea: one plane at water level round the camera; depth from the ground's height map gives colour, foam and clearness, the sky
// its reflection. On the sea long waves roll in and break where it grows shallow.
import { Color, DataTexture, HalfFloatType, LinearFilter, Mesh, PlaneGeometry, RedFormat, ShaderMaterial } from 'three';
import { PALETTE } from './palette';
import { AIR_GLSL, PLOT_GLSL, shared } from './style';
import type { LookBlend } from './world/biomes';
import { RELIEF_SIDE } from './world/grid';

const VERTEX = /* glsl */ `
varying vec3 vAt;
void main() {
  vec4 w = modelMatrix * vec4(position, 1.);
  vAt = w.xyz;
  gl_Position = projectionMatrix * viewMatrix * w;
}`;

const FRAGMENT = /* glsl */ `
uniform float uTime;
uniform vec3 uZenith, uMid, uHorizon, uShallow, uBase, uDeep, uFoam;
uniform sampler2D uRelief;
varying vec3 vAt;
${PLOT_GLSL}
${AIR_GLSL}
float swell(vec2 q, float t) { return valueNoise(q + t) + valueNoise(q * 2.1 - t * 1.3) * .5 + valueNoise(q * 5.3 + t * 1.7) * .16; }
// 1 on the open sea, 0 on rivers and lakes.
float seaAt(vec2 p) { return smoothstep(1790., 1870., p.y); }
// Far off only the relief is known: good enough for a coast, too coarse for a river, which is taken to be deep there.
float farDepth(vec2 p) {
  float d = .06 - texture2D(uRelief, p / 2048.).r;
  return mix(max(2.5, d), max(.12, d), seaAt(p));
}
float depthAt(vec2 p) {
  float k = known(p);
  float near = k > 0. ? .06 - groundHeight(p) : 0.;
  return k < 1. ? mix(farDepth(p), near, k) : near;
}
// Breakers: lines that run to the shore, steep before and trailing foam behind; broken along their length. x = foam, y = how the water's edge laps.
vec2 surf(vec2 p, float d) {
  float along = valueNoise(p * .021 + uTime * .013) * 1.6 + valueNoise(p * .11) * .22;
  float roll = fract(d * .62 + uTime * .085 + along);
  float crest = smoothstep(0., .05, roll) * (1. - smoothstep(.05, .34, roll));
  float gaps = smoothstep(.30, .62, valueNoise(p * .045 - uTime * vec2(.02, .05)));
  float lace = smoothstep(.34, .75, valueNoise(p * .9 + uTime * .2) * .6 + valueNoise(p * 2.3 - uTime * .3) * .5 + crest * .25);
  return vec2(crest * gaps * lace * smoothstep(2.6, .9, d), .16 * sin(uTime * .53 + along * 6.283));
}
vec3 reflection(vec3 ray) {
  vec3 sky = mix(mix(uHorizon, uMid, smoothstep(.0, .3, ray.y)), uZenith, smoothstep(.2, .8, ray.y));
  return mix(sky, fogTint(ray), 1. - smoothstep(0., .12, ray.y));
}
void main() {
  vec2 p = vAt.xz;
  float d = depthAt(p);
  float sea = seaAt(p);
  vec2 breakers = sea > 0. ? surf(p, d) * sea : vec2(0.);
  d += breakers.y * smoothstep(.9, .1, abs(d));
  if (d < -.25) discard;
  vec3 toEye = cameraPosition - vAt;
  float far = length(toEye);
  vec3 V = toEye / far;
  float e = .35, t = uTime * .32;
  vec2 q = p * .16;
  float n0 = swell(q, t), nx = swell(q + vec2(e, 0.), t), nz = swell(q + vec2(0., e), t);
  float calm = mix(1., .16, smoothstep(14., 150., far)) * mix(.45, 1., smoothstep(.1, 1.6, d));
  vec3 N = normalize(vec3((n0 - nx) * calm, 1.9, (n0 - nz) * calm));
  float k = 1. - exp(-max(d, 0.) * .55);
  vec3 c = mix(uShallow, uBase, smoothstep(.0, .7, k));
  c = mix(c, uDeep, smoothstep(.55, 1., k));
  c *= (.62 + .5 * max(dot(N, uSunDir), 0.)) * mix(.28, 1., clamp(dot(uSunCol, vec3(.333)) * 1.25, 0., 1.));
  float fresnel = .02 + .58 * pow(1. - max(dot(N, V), 0.), 4.6);
  vec3 R = reflect(-V, N);
  R.y = abs(R.y);
  c = mix(c, reflection(R), fresnel);
  c += uSunCol * pow(max(dot(N, normalize(V + uSunDir)), 0.), 220.) * 1.6;
  vec3 Rs = reflect(-V, normalize(vec3(N.x * .6, N.y, N.z * .6)));
  float spark = step(.80, valueNoise(p * 2.6 + uTime * 1.3) * valueNoise(p * 2.1 - uTime * .9 + 9.) * 1.55);
  c += uSunCol * spark * .9 * pow(max(dot(Rs, uSunDir), 0.), 14.);
  float w = valueNoise(p * .5 + uTime * .15) * .5 + valueNoise(p * 1.6 - uTime * .2) * .28;
  float band = sin(d * 6.5 - uTime * 1.4 + w * 5.);
  float foam = smoothstep(.55 + .5 * smoothstep(.0, 1.25, d), 1.2, band * .5 + .75 - d * .36 + w * .2);
  foam = max(foam, 1. - smoothstep(.04, .22, d * (1. + sea * 1.6) + w * .06));
  foam = max(foam * (1. - sea * .45 * smoothstep(.1, .5, d)), breakers.x);
  vec3 foamLight = uFoam * mix(.22, .85 + .2 * max(uSunDir.y, 0.), clamp(dot(uSunCol, vec3(.333)) * 1.2, 0., 1.));
  c = mix(c, foamLight, foam * .85 * smoothstep(mix(1.9, 3.2, sea), .2, d));
  float alpha = mix(smoothstep(-.12, .14, d) * .72, .95, smoothstep(.2, 2.4, d));
  alpha = max(max(alpha, foam * .9), fresnel);
  c = applyFog(c, vAt);
  gl_FragColor = vec4(c, alpha * smoothstep(-.2, .02, d));
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`;

/** As far as the camera sees. */
const SIZE_M = 7600;

export class Water {
  readonly mesh: Mesh;
  private readonly far: DataTexture;
  private readonly shallow = { value: new Color(PALETTE.waterShallow) };
  private readonly base = { value: new Color(PALETTE.water) };
  private readonly deep = { value: new Color(PALETTE.waterDeep) };

  /** `relief`: see Builder.relief. */
  constructor(relief: Uint16Array<ArrayBuffer>) {
    const far = new DataTexture(relief, RELIEF_SIDE, RELIEF_SIDE, RedFormat, HalfFloatType);
    far.magFilter = LinearFilter;
    far.minFilter = LinearFilter;
    far.needsUpdate = true;
    this.far = far;
    const material = new ShaderMaterial({
      transparent: true,
      depthWrite: false,
      uniforms: {
        ...shared,
        uRelief: { value: far },
        uShallow: this.shallow,
        uBase: this.base,
        uDeep: this.deep,
        uFoam: { value: new Color(PALETTE.foam) },
      },
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
    });
    this.mesh = new Mesh(new PlaneGeometry(SIZE_M, SIZE_M).rotateX(-Math.PI / 2), material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 60;
  }

  /** Of another world. */
  setRelief(relief: Uint16Array<ArrayBuffer>): void {
    this.far.image.data = relief;
    this.far.needsUpdate = true;
  }

  /** Keeps it under the camera, coloured as the biome there wants. */
  frame(x: number, z: number, look: LookBlend['look']): void {
    this.mesh.position.set(Math.round(x), 0, Math.round(z));
    for (const [k, color] of [this.shallow, this.base, this.deep].entries()) color.value.fromArray(look.water[k]);
  }
}
