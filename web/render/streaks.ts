// Lines of light and air between two points that face the camera: tracers, trails of arrows, columns, strands, beams over loot.
// In: puts. Out: one draw.
import { BufferAttribute, BufferGeometry } from 'three';
import { Instances } from './instances';
import { display, overlayMaterial } from './overlaymaterial';

export const STREAK = { tracer: 0, trail: 1, column: 2, strand: 3 } as const;
/** Beams begin here; the beads a beam carries and whether they stand still are told by what is added. */
const BEAM = 4;
const STILL = 8;

const VERTEX = /* glsl */ `
attribute vec4 aFrom, aTo, aTint, aLook;
uniform float uTime;
varying vec2 vAt;
varying vec4 vTint;
varying float vKind, vAge, vLight;
void main() {
  float age = (uTime - aFrom.w) / aTo.w;
  vKind = aLook.z;
  vAge = age;
  vTint = aTint;
  vLight = aLook.w;
  vAt = position.xy;
  vec3 p = mix(aFrom.xyz, aTo.xyz, position.y);
  vec3 along = normalize(aTo.xyz - aFrom.xyz + vec3(0., 1e-5, 0.));
  vec3 side = normalize(cross(along, cameraPosition - p) + vec3(1e-6, 0., 0.));
  float width = mix(aLook.x, aLook.y, position.y);
  if (vKind > 1.5 && vKind < 2.5) width *= 1. - .5 * age;
  if (vKind > 3.5) width *= 3.2;
  p += side * position.x * width;
  gl_Position = age < 0. || age > 1. ? vec4(2., 2., 2., 1.) : projectionMatrix * viewMatrix * vec4(p, 1.);
}`;

const FRAGMENT = /* glsl */ `
uniform float uTime;
varying vec2 vAt;
varying vec4 vTint;
varying float vKind, vAge, vLight;
void main() {
  float across = 1. - abs(vAt.x), a = vTint.a;
  if (vKind < .5) { float head = vAge * 2.2; a *= smoothstep(head - .55, head, vAt.y) * step(vAt.y, head + .02) * across + .16 * across * (1. - vAge); }
  else if (vKind < 1.5) a *= across * (1. - vAge) * (1. - vAge);
  else if (vKind < 2.5) a *= across * across * (1. - vAt.y) * (1. - vAge) * smoothstep(0., .1, vAge) * (.8 + .2 * sin(vAt.y * 30. - uTime * 14.));
  else if (vKind < 3.5) a *= step(.2, across) * (1. - vAge);
  else {
    float beads = mod(vKind - 4., 4.), still = step(7.5, vKind);
    float s = sin(3.14159265 * vAge);
    float x = abs(vAt.x) * 3.2, core = max(0., 1. - x);
    float up = vAt.y * (beads + 1.) - (1. - still) * uTime * .35;
    float bead = beads < .5 ? 0. : step(x * .42 + abs(fract(up) - .5) * (beads + 2.) * .8, .5) * step(.08, vAt.y) * step(vAt.y, .96);
    a *= s * s * (core * (1. - vAt.y * vAt.y) + .34 * max(0., 1. - x * .34) * (1. - vAt.y) + bead * (1. - .5 * vAt.y));
    across = max(core * .8, bead * .75);
  }
  if (a < .008) discard;
  vec3 color = mix(vTint.rgb, vec3(1.), across * across * .5);
  gl_FragColor = vec4(color * a, a * (1. - vLight));
}`;

export interface Streak {
  kind: keyof typeof STREAK;
  from: readonly [number, number, number];
  to: readonly [number, number, number];
  color: string;
  alpha?: number;
  /** Half widths at both ends, metres. */
  width: readonly [number, number];
  life_s: number;
  light?: number;
}

export class Streaks {
  private readonly instances: Instances;
  private until = 0;

  constructor() {
    const shape = new BufferGeometry();
    shape.setAttribute(
      'position',
      new BufferAttribute(new Float32Array([-1, 0, 0, 1, 0, 0, 1, 1, 0, -1, 0, 0, 1, 1, 0, -1, 1, 0]), 3),
    );
    this.instances = new Instances(shape, ['aFrom', 'aTo', 'aTint', 'aLook'], overlayMaterial(VERTEX, FRAGMENT), 400, 75);
  }

  get mesh() {
    return this.instances.mesh;
  }

  put(s: Streak, timeS: number): void {
    const [r, g, b] = display(s.color);
    this.instances.cast(
      ...s.from,
      timeS,
      ...s.to,
      s.life_s,
      r,
      g,
      b,
      s.alpha ?? 1,
      s.width[0],
      s.width[1],
      STREAK[s.kind],
      s.light ?? 1,
    );
    this.until = Math.max(this.until, timeS + s.life_s);
  }

  /** A beam that stands on a point. `beads`: marks on it, 0 to 3. It swells and ebbs over its life; put the next at half of it. */
  beam(
    x: number,
    y: number,
    z: number,
    height: number,
    width: number,
    color: string,
    beads: number,
    life_s: number,
    calm: boolean,
    timeS: number,
  ): void {
    const [r, g, b] = display(color);
    const kind = (calm ? STILL : BEAM) + beads;
    this.instances.cast(x, y + 0.05, z, timeS, x, y + height, z, life_s, r, g, b, 1, width, width * 0.8, kind, 0.4);
    this.until = Math.max(this.until, timeS + life_s);
  }

  flush(timeS: number): void {
    this.instances.flush(timeS < this.until);
  }
}
