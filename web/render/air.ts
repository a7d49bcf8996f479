// What floats: smoke from chimneys and fires (opaque puffs that shrink away, no sorting) and motes of dust by day, fireflies by night.
import { AdditiveBlending, BufferAttribute, BufferGeometry, MeshLambertMaterial, Points, ShaderMaterial } from 'three';
import { Instances } from './instances';
import { seeded, type Vec3 } from './modeller';
import { shared, stylize } from './style';
import { geometryOf } from './works';
import type { PackedMesh } from './world/mesh';

const PUFFS = 7;
/** So many chimneys smoke at most, the nearest. */
export const MOST_SMOKE = 72;

export class Smoke {
  private readonly puffs: Instances;

  constructor(puff: PackedMesh) {
    const shape = geometryOf(puff);
    shape.deleteAttribute('aux');
    const material = stylize(new MeshLambertMaterial({ vertexColors: true }), {
      vertexHead: 'attribute vec4 puff;',
      vertexBegin: /* glsl */ `
float age = fract(puff.w + uTime * .085);
float size = (.20 + age * .85) * smoothstep(0., .12, age) * smoothstep(1., .55, age);
transformed = position * size + puff.xyz + vec3(age * age * 3.4 + sin(age * 5. + puff.w * 9.) * .22, .4 + age * 5.6, age * 1.3);`,
      fragmentOut: 'outgoingLight = mix(outgoingLight, vec3(.95) * clamp(dot(uSunCol, vec3(.4)) + .12, .12, 1.), .25);',
    });
    this.puffs = new Instances(shape, ['puff'], material, MOST_SMOKE * PUFFS);
  }

  get mesh() {
    return this.puffs.mesh;
  }

  /** Where it rises. Each source keeps its own beat, whatever the order. */
  show(sources: readonly Vec3[]): void {
    this.puffs.begin();
    for (const [x, y, z] of sources) {
      const beat = ((x * 0.37 + z * 0.61) % 1) + 1;
      for (let k = 0; k < PUFFS; k++) this.puffs.put(x, y, z, k / PUFFS + beat);
    }
    this.puffs.end();
  }
}

const MOTE_VERTEX = /* glsl */ `
uniform float uTime, uGlow;
varying float vAlpha;
void main() {
  float tile = 36.;
  vec3 drift = vec3(sin(uTime * .3 + position.y * 40.), sin(uTime * .4 + position.x * 30.) * .6, cos(uTime * .25 + position.z * 50.));
  vec3 o = position * tile + drift * (1.1 + uGlow);
  vec3 eye = cameraPosition;
  vec3 w = eye + (mod(o - eye + tile * .5, tile) - tile * .5);
  w.y = eye.y + (mod(o.y - eye.y + 6., 12.) - 6.);
  vec4 view = viewMatrix * vec4(w, 1.);
  gl_Position = projectionMatrix * view;
  gl_PointSize = clamp(34. / -view.z, 1.5, 7.) * (1. + uGlow * .3);
  float blink = .45 + .55 * sin(uTime * 1.3 + position.x * 60.);
  vAlpha = smoothstep(17., 8., length(w - eye)) * smoothstep(1., 3., -view.z) * mix(blink, blink * blink, min(uGlow, 1.));
}`;
const MOTE_FRAGMENT = /* glsl */ `
uniform vec3 uSunCol;
uniform float uGlow;
uniform vec4 uMote;
varying float vAlpha;
void main() {
  float d = length(gl_PointCoord - .5);
  vec3 firefly = vec3(.75, .95, .25);
  vec3 own = mix(mix(uSunCol, firefly, clamp(uGlow, 0., 1.)), uMote.rgb, uMote.a);
  gl_FragColor = vec4(own, 1.) * smoothstep(.5, .0, d) * vAlpha * mix(.55, .9, clamp(uGlow, 0., 1.));
}`;

export function createMotes(count: number): Points {
  const random = seeded(8);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from({ length: count * 3 }, random), 3));
  const material = new ShaderMaterial({
    transparent: true,
    depthWrite: false,
    blending: AdditiveBlending,
    uniforms: shared,
    vertexShader: MOTE_VERTEX,
    fragmentShader: MOTE_FRAGMENT,
  });
  const points = new Points(geometry, material);
  points.frustumCulled = false;
  points.renderOrder = 75;
  return points;
}
