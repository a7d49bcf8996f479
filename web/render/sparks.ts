// Particles: born on the processor, moved by the shader from birth time, speed and pull. In: bursts. Out: one draw, nothing to do per frame.
import { BufferAttribute, BufferGeometry } from 'three';
import { Instances } from './instances';
import { seeded } from './modeller';
import { display, overlayMaterial } from './overlaymaterial';
import { HUES, type Hue, RECIPES, type Recipe, type Row } from './recipes';

const STILL = [0, 0, 0] as const;

export const SPARK = { glow: 0, shard: 1, puff: 2, cross: 3, flame: 4, star: 5, ring: 6 } as const;
export type SparkKind = keyof typeof SPARK;

/** Changes to a recipe for one burst. */
export interface Twist {
  count?: number;
  hue?: Hue;
  spread?: number;
  /** Added to every speed, m/s. */
  push?: readonly [number, number, number];
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
  else if (vKind < 4.5) { float w = .62 * sqrt(max(0., 1. - vAt.y)) * smoothstep(-1., -.35, vAt.y); a = smoothstep(0., .12, w - abs(vAt.x)); core = smoothstep(0., .3, w * .55 - abs(vAt.x)) * smoothstep(.5, -.3, vAt.y) * .75; }
  else if (vKind < 5.5) { float n = atan(vAt.y, vAt.x) * .7957747; float k = abs(fract(n) - .5) * 2.; a = step(r, mix(.38, .95, k * k)); core = .3; }
  else { a = smoothstep(.7, .82, r) * smoothstep(1., .9, r); }
  a *= vTint.a;
  if (a < .01) discard;
  vec3 color = mix(vTint.rgb, vKind > 3.5 && vKind < 4.5 ? vec3(1., .93, .62) : vec3(1.), core * (1. - vAge * .6));
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
  private readonly tints = new Map<string, readonly [number, number, number]>();
  private until = 0;
  /** Fewer on weak machines, 0..1. */
  plenty = 1;

  get mesh() {
    return this.instances.mesh;
  }

  /** A burst of a recipe round a point of the world, in metres. */
  burst(name: Recipe, x: number, y: number, z: number, timeS: number, twist: Twist = {}): void {
    const [kind, count, hue, spread, out, up, pull, life, size, endSize, light, orbit] = RECIPES[name] as Row;
    const colors = HUES[twist.hue ?? hue];
    const wide = twist.spread ?? spread;
    const push = twist.push ?? STILL;
    const number = Math.max(1, Math.round((twist.count ?? count) * this.plenty));
    for (let i = 0; i < number; i++) {
      const { random } = this;
      const angle = random() * Math.PI * 2;
      const lift = random() * 2 - 1;
      const flat = Math.sqrt(1 - lift * lift);
      const speed = out * (0.5 + random() * 0.7);
      const lasts = life * (0.7 + random() * 0.5);
      const grown = size * (0.7 + random() * 0.6);
      const side = Math.cos(angle) * (orbit ? 1 : flat);
      const ahead = Math.sin(angle) * (orbit ? 1 : flat);
      const start = orbit ? 0 : wide;
      const pace = orbit ? wide : speed;
      const rising = up * (0.6 + random() * 0.6) + (orbit ? 0 : lift * speed);
      const [r, g, b] = this.tint(colors[i % colors.length]);
      this.instances.cast(
        x + side * start,
        y + lift * wide * (orbit ? 0.3 : 1),
        z + ahead * start,
        timeS,
        side * pace + push[0],
        rising + push[1],
        ahead * pace + push[2],
        lasts,
        grown,
        grown * (endSize / size),
        SPARK[kind] + (orbit ? 8 : 0),
        pull,
        r,
        g,
        b,
        light,
      );
      this.until = Math.max(this.until, timeS + lasts);
    }
  }

  private tint(hex: string): readonly [number, number, number] {
    let color = this.tints.get(hex);
    if (!color) this.tints.set(hex, (color = display(hex)));
    return color;
  }

  flush(timeS: number): void {
    this.instances.flush(timeS < this.until);
  }
}
