// Crescents that blades and claws leave in the air. In: where, which way, how wide. Out: one draw, aged by the shader.
import { BufferAttribute, BufferGeometry } from 'three';
import { Instances } from './instances';
import { display, overlayMaterial } from './overlaymaterial';

const HALF_RAD = 1.35;
const SEGMENTS = 18;

const VERTEX = /* glsl */ `
attribute vec4 aAt, aTurn, aTint;
uniform float uTime;
varying vec2 vAt;
varying vec4 vTint;
varying float vAge;
void main() {
  float age = (uTime - aAt.w) / aTurn.w;
  vAge = age;
  vAt = position.xy;
  vTint = aTint;
  float angle = position.x * ${HALF_RAD} * sign(aTurn.z);
  float taper = 1. - position.x * position.x;
  float r = abs(aTurn.z) * (1. + .12 * age) * mix(1. - .42 * taper, 1., position.y);
  vec3 p = vec3(sin(angle) * r, 0., cos(angle) * r);
  float cr = cos(aTurn.y), sr = sin(aTurn.y);
  p.xy = vec2(p.x * cr - p.y * sr, p.x * sr + p.y * cr);
  float c = -cos(aTurn.x), s = sin(aTurn.x);
  p = vec3(p.x * c + p.z * s, p.y, -p.x * s + p.z * c);
  gl_Position = age < 0. || age > 1. ? vec4(2., 2., 2., 1.) : projectionMatrix * viewMatrix * vec4(p + aAt.xyz, 1.);
}`;

const FRAGMENT = /* glsl */ `
varying vec2 vAt;
varying vec4 vTint;
varying float vAge;
void main() {
  float head = -1. + vAge * 3.4;
  float trail = smoothstep(head - 1.5, head, vAt.x) * step(vAt.x, head);
  float a = trail * vAt.y * (1. - vAge * vAge) * vTint.a;
  if (a < .01) discard;
  vec3 color = mix(vTint.rgb, vec3(1.), smoothstep(.55, 1., vAt.y) * .8);
  gl_FragColor = vec4(color * a, a * .25);
}`;

export class Arcs {
  private readonly instances: Instances;
  private until = 0;

  constructor() {
    const points: number[] = [];
    for (let i = 0; i < SEGMENTS; i++) {
      const a = (i / SEGMENTS) * 2 - 1;
      const b = ((i + 1) / SEGMENTS) * 2 - 1;
      points.push(a, 0, 0, b, 0, 0, b, 1, 0, a, 0, 0, b, 1, 0, a, 1, 0);
    }
    const shape = new BufferGeometry();
    shape.setAttribute('position', new BufferAttribute(new Float32Array(points), 3));
    this.instances = new Instances(shape, ['aAt', 'aTurn', 'aTint'], overlayMaterial(VERTEX, FRAGMENT), 64, 77);
  }

  get mesh() {
    return this.instances.mesh;
  }

  /** `tilt`: roll of the swing's plane, rad; a negative radius swings the other way. */
  put(
    x: number,
    y: number,
    z: number,
    yaw: number,
    tilt: number,
    radius: number,
    color: string,
    timeS: number,
    life_s = 0.28,
    alpha = 0.9,
  ): void {
    this.instances.cast(x, y, z, timeS, yaw, tilt, radius, life_s, ...display(color), alpha);
    this.until = Math.max(this.until, timeS + life_s);
  }

  flush(timeS: number): void {
    this.instances.flush(timeS < this.until);
  }
}
