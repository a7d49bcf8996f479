// Particles: born on the processor, moved by the shader from birth time, speed and pull. In: bursts. Out: one draw, nothing to do per frame.
import { BufferAttribute, BufferGeometry } from 'three';
import { Instances } from './instances';
import { seeded } from './modeller';
import { display, overlayMaterial } from './overlaymaterial';

export const SPARK = { glow: 0, shard: 1, puff: 2, cross: 3, flame: 4, star: 5, ring: 6 } as const;

export interface Burst {
  kind: keyof typeof SPARK;
  count: number;
  colors: readonly string[];
  /** Where: a centre and how far they start from it, metres. */
  x: number;
  y: number;
  z: number;
  spread?: number;
  /** Speed outward and upward, m/s. */
  out?: number;
  up?: number;
  /** Added to every speed. */
  push?: readonly [number, number, number];
  /** m/s² downward (negative rises). */
  pull?: number;
  life_s: number;
  size: number;
  endSize?: number;
  /** 1 adds light, 0 covers. */
  light?: number;
  /** Circles round the centre instead of flying off. */
  orbit?: boolean;
}

const VERTEX = /* glsl */ `
attribute vec4 aFrom, aMove, aLook, aTint;
uniform float uTime;
varying vec2 vAt;
varying vec4 vTint;
varying float vKind, vAge, vLight;
void main() {
  float t = uTime - aFrom.w;
  float age = t / aMove.w;
  vKind = mod(aLook.z, 8.);
  bool orbit = aLook.z > 7.5;
  vAge = age;
  vAt = position.xy;
  vTint = vec4(aTint.rgb, smoothstep(0., .08, age) * smoothstep(1., .55, age));
  vLight = aTint.a;
  float glide = (1. - exp(-1.6 * t)) / 1.6;
  vec3 p = aFrom.xyz;
  if (orbit) {
    float a = atan(aMove.z, aMove.x) + t * 4.;
    p += vec3(cos(a), 0., sin(a)) * length(aMove.xz) + vec3(0., aMove.y * t, 0.);
  } else p += aMove.xyz * glide;
  p.y -= .5 * aLook.w * t * t;
  vec4 view = viewMatrix * vec4(p, 1.);
  float size = mix(aLook.x, aLook.y, age);
  float turn = vKind > .5 && vKind < 1.5 || vKind > 4.5 ? t * 5. + aFrom.x * 9. : aFrom.z * 7.;
  if (vKind > 2.5 && vKind < 4.5 || vKind > 5.5) turn = 0.;
  vec2 corner = mat2(cos(turn), sin(turn), -sin(turn), cos(turn)) * position.xy;
  view.xy += corner * size;
  view.z += .12;
  gl_Position = age < 0. || age > 1. ? vec4(2., 2., 2., 1.) : projectionMatrix * view;
}`;

const FRAGMENT = /* glsl */ `
varying vec2 vAt;
varying vec4 vTint;
varying float vKind, vAge, vLight;
void main() {
  float r = length(vAt), a = 0., core = 0.;
  if (vKind < .5) { a = pow(max(0., 1. - r), 2.); core = smoothstep(.5, 0., r); }
  else if (vKind < 1.5) { a = step(abs(vAt.x) * 2.6 + abs(vAt.y), .95); core = .35; }
  else if (vKind < 2.5) { a = step(max(abs(vAt.x), max(abs(vAt.y), (abs(vAt.x) + abs(vAt.y)) * .72)), .9); core = .25 * step(vAt.x * .6, vAt.y); }
  else if (vKind < 3.5) { vec2 q = abs(vAt); a = step(min(q.x, q.y), .26) * step(max(q.x, q.y), .85); core = .4; }
  else if (vKind < 4.5) { float w = .75 * (1. - vAt.y) * smoothstep(-1., -.5, vAt.y); a = step(abs(vAt.x), w * .8); core = step(abs(vAt.x), w * .4) * step(vAt.y, .2) * .7; }
  else if (vKind < 5.5) { float n = atan(vAt.y, vAt.x) * .7957747; float k = abs(fract(n) - .5) * 2.; a = step(r, mix(.38, .95, k * k)); core = .3; }
  else { a = smoothstep(.7, .82, r) * smoothstep(1., .9, r); }
  a *= vTint.a;
  if (a < .01) discard;
  vec3 color = mix(vTint.rgb, vec3(1.), core * (1. - vAge * .6));
  gl_FragColor = vec4(color * a, a * (1. - vLight));
}`;

/** Two faces from -1 to 1, for billboards. */
export function square(): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute(
    'position',
    new BufferAttribute(new Float32Array([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, -1, 0, 1, 1, 0, -1, 1, 0]), 3),
  );
  return geometry;
}

export class Sparks {
  private readonly instances = new Instances(
    square(),
    ['aFrom', 'aMove', 'aLook', 'aTint'],
    overlayMaterial(VERTEX, FRAGMENT),
    3000,
    76,
  );
  private readonly random = seeded(77);
  private until = 0;
  /** Fewer on weak machines, 0..1. */
  plenty = 1;

  get mesh() {
    return this.instances.mesh;
  }

  burst(b: Burst, timeS: number): void {
    const { random } = this;
    const count = Math.max(1, Math.round(b.count * this.plenty));
    const [px, py, pz] = b.push ?? [0, 0, 0];
    const spread = b.spread ?? 0;
    for (let i = 0; i < count; i++) {
      const angle = random() * Math.PI * 2;
      const lift = random() * 2 - 1;
      const flat = Math.sqrt(1 - lift * lift);
      const [dx, dy, dz] = [Math.cos(angle) * flat, lift, Math.sin(angle) * flat];
      const speed = (b.out ?? 0) * (0.5 + random() * 0.7);
      const life = b.life_s * (0.7 + random() * 0.5);
      const [r, g, bl] = display(b.colors[i % b.colors.length]);
      const size = b.size * (0.7 + random() * 0.6);
      this.instances.cast(
        b.x + (b.orbit ? 0 : dx * spread),
        b.y + dy * spread * (b.orbit ? 0.3 : 1),
        b.z + (b.orbit ? 0 : dz * spread),
        timeS,
        (b.orbit ? Math.cos(angle) * spread : dx * speed) + px,
        (b.orbit ? 0 : dy * speed) + (b.up ?? 0) * (0.6 + random() * 0.6) + py,
        (b.orbit ? Math.sin(angle) * spread : dz * speed) + pz,
        life,
        size,
        size * ((b.endSize ?? b.size * 0.4) / b.size),
        SPARK[b.kind] + (b.orbit ? 8 : 0),
        b.pull ?? 0,
        r,
        g,
        bl,
        b.light ?? 1,
      );
      this.until = Math.max(this.until, timeS + life);
    }
  }

  flush(timeS: number): void {
    this.instances.flush(timeS < this.until);
  }
}
