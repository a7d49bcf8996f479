// Light of lamps and fires by night: warm pools on the ground and halos in the air (two draws), and real lights at the nearest lamps on the high tier.
import { AdditiveBlending, BufferAttribute, BufferGeometry, Group, PointLight, ShaderMaterial } from 'three';
import { Instances } from './instances';
import { AIR_GLSL, PLOT_GLSL, shared } from './style';
import type { Quality } from './tiers';
import type { Lamp } from './world/works';

/** How bright a lamp is now: fires burn by day too, and flicker. */
const LIT_GLSL = /* glsl */ `
float lit(vec4 lamp, float fire, float glow) {
  float flicker = 1. - fire * (.12 + .12 * sin(uTime * 9. + lamp.x) * sin(uTime * 14.3 + lamp.z));
  return max(min(glow, 1.), fire * .25) * flicker;
}`;

const POOL_VERTEX = /* glsl */ `
attribute vec4 lamp;
attribute float fire;
uniform float uTime, uGlow;
varying float vOut, vLit;
varying vec3 vAt;
${PLOT_GLSL}
${LIT_GLSL}
void main() {
  vec2 w = lamp.xz + position.xz * lamp.w;
  float y = groundHeight(w) + .08;
  vOut = position.y;
  vLit = lit(lamp, fire, uGlow);
  vAt = vec3(w.x, y, w.y);
  gl_Position = projectionMatrix * viewMatrix * vec4(vAt, 1.);
}`;
const POOL_FRAGMENT = /* glsl */ `
varying float vOut, vLit;
varying vec3 vAt;
${AIR_GLSL}
void main() {
  float fade = 1. - smoothstep(90., 150., length(vAt - cameraPosition));
  gl_FragColor = vec4(vec3(1., .60, .20) * pow(1. - vOut, 1.7) * vLit * fade * .42, 1.);
}`;

const HALO_VERTEX = /* glsl */ `
attribute vec4 lamp;
attribute float fire;
uniform float uTime, uGlow;
varying vec2 vFace;
varying float vLit;
${LIT_GLSL}
void main() {
  vFace = position.xy;
  vLit = lit(lamp, fire, uGlow);
  vec4 view = viewMatrix * vec4(lamp.xyz, 1.);
  view.z += .5;
  view.xy += position.xy * (1.1 + lamp.w * .12 + fire * .5);
  gl_Position = vLit < .02 ? vec4(2., 2., 2., 1.) : projectionMatrix * view;
}`;
const HALO_FRAGMENT = /* glsl */ `
varying vec2 vFace;
varying float vLit;
void main() {
  float d = max(0., 1. - length(vFace));
  gl_FragColor = vec4(vec3(1., .66, .28) * d * d * d * vLit * .55, 1.);
}`;

const SPOKES = 20;
const RINGS = 3;

/** So many lamps shine at most, the nearest; and light pools on the ground are seen up to here. */
export const MOST_LAMPS = 320;
const POOLS_M = 160;

export class LampLight {
  readonly group = new Group();
  private lamps: readonly Lamp[] = [];
  private readonly lights: PointLight[] = [];
  private readonly pools = new Instances(poolShape(), ['lamp', 'fire'], additive(POOL_VERTEX, POOL_FRAGMENT, true), MOST_LAMPS, 72);
  private readonly halos = new Instances(
    haloShape(),
    ['lamp', 'fire'],
    additive(HALO_VERTEX, HALO_FRAGMENT, false),
    MOST_LAMPS,
    72,
  );

  constructor() {
    this.group.add(this.pools.mesh, this.halos.mesh);
  }

  /** The lamps that may be seen, nearest first. */
  show(lamps: readonly Lamp[], x: number, z: number): void {
    this.lamps = lamps;
    this.pools.begin();
    this.halos.begin();
    for (const { x: lx, y, z: lz, radius, fire } of lamps) {
      this.halos.put(lx, y, lz, radius, fire ? 1 : 0, 0, 0, 0);
      if (Math.hypot(lx - x, lz - z) < POOLS_M) this.pools.put(lx, y, lz, radius, fire ? 1 : 0, 0, 0, 0);
    }
    this.pools.end();
    this.halos.end();
  }

  setQuality(quality: Quality): void {
    for (const light of this.lights.splice(0)) this.group.remove(light);
    for (let i = 0; i < quality.lampLights; i++) {
      const light = new PointLight('#ffb060', 0, 13, 1.6);
      this.lights.push(light);
      this.group.add(light);
    }
  }

  frame(x: number, y: number, z: number, timeS: number): void {
    const glow = shared.uGlow.value;
    if (!this.lights.length || !this.lamps.length) return;
    const away = (lamp: Lamp) => (lamp.x - x) ** 2 + (lamp.y - y) ** 2 + (lamp.z - z) ** 2;
    const nearest = glow < 0.05 ? [] : [...this.lamps].sort((a, b) => away(a) - away(b));
    this.lights.forEach((light, i) => {
      const lamp = nearest[i];
      light.intensity = lamp ? Math.min(1, glow) * (lamp.fire ? 16 + 3 * Math.sin(timeS * 9) : 11) : 0;
      if (lamp) light.position.set(lamp.x, lamp.y, lamp.z);
    });
  }
}

function additive(vertexShader: string, fragmentShader: string, onGround: boolean): ShaderMaterial {
  return new ShaderMaterial({
    transparent: true,
    depthWrite: false,
    blending: AdditiveBlending,
    polygonOffset: onGround,
    polygonOffsetFactor: -4,
    polygonOffsetUnits: -8,
    uniforms: shared,
    vertexShader,
    fragmentShader,
  });
}

/** A disc in rings, so that it can follow the ground; y = how far out. */
function poolShape(): BufferGeometry {
  const points: number[] = [];
  const at = (ring: number, spoke: number) => {
    const r = ring / RINGS;
    const turn = (spoke / SPOKES) * Math.PI * 2;
    return [Math.cos(turn) * r, r, Math.sin(turn) * r];
  };
  for (let ring = 0; ring < RINGS; ring++) {
    for (let k = 0; k < SPOKES; k++) {
      const [a, b, c, d] = [at(ring, k), at(ring, k + 1), at(ring + 1, k), at(ring + 1, k + 1)];
      points.push(...a, ...b, ...d, ...a, ...d, ...c);
    }
  }
  return shapeOf(points);
}

function haloShape(): BufferGeometry {
  return shapeOf([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, -1, 0, 1, 1, 0, -1, 1, 0]);
}

function shapeOf(points: readonly number[]): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(points), 3));
  return geometry;
}
