// Lines of light and air between two points that face the camera: tracers, trails of arrows, columns, strands. In: puts. Out: one draw.
import { BufferAttribute, BufferGeometry } from 'three';
import { Instances } from './instances';
import { display, overlayMaterial } from './overlaymaterial';

export const STREAK = { tracer: 0, trail: 1, column: 2, strand: 3 } as const;

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
  else a *= step(.2, across) * (1. - vAge);
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

  flush(timeS: number): void {
    this.instances.flush(timeS < this.until);
  }
}
