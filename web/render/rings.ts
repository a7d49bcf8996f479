// Marks on the ground that follow its heights: target, hover and selection rings, telegraphs, shock waves, blob shadows. Out: one draw each.
import { BufferAttribute, BufferGeometry } from 'three';
import { Instances } from './instances';
import { display, overlayMaterial } from './overlaymaterial';
import { PLOT_GLSL } from './style';

export const RING = { line: 0, dashed: 1, disc: 2, blob: 3, wave: 4, ticks: 5 } as const;

const VERTEX = /* glsl */ `
${PLOT_GLSL}
attribute vec4 aAt, aTint, aLook;
varying vec2 vAt;
varying vec4 vTint;
varying vec3 vLook;
void main() {
  float inner = aLook.x > 1.5 && aLook.x < 3.5 ? 0. : max(0., 1. - aLook.z / max(aAt.w, .01));
  float r = mix(inner, 1., position.y);
  vec2 p = aAt.xz + vec2(cos(position.x), sin(position.x)) * r * aAt.w;
  float h = groundHeight(p);
  // On a bridge or a dock the ground lies far below the feet.
  if (abs(h - aAt.y) > .9 + aAt.w * .6) h = aAt.y;
  vAt = vec2(position.y, position.x);
  vTint = aTint;
  vLook = vec3(aLook.x, aLook.y, aAt.w);
  vec4 view = viewMatrix * vec4(p.x, h + .09, p.y, 1.);
  view.z += min(.25, -view.z * .02);
  gl_Position = projectionMatrix * view;
}`;

const FRAGMENT = /* glsl */ `
varying vec2 vAt;
varying vec4 vTint;
varying vec3 vLook;
void main() {
  float a = vTint.a, edge = smoothstep(0., .3, vAt.x) * smoothstep(1., .7, vAt.x), light = .35;
  if (vLook.x < .5) a *= edge;
  else if (vLook.x < 1.5) a *= edge * smoothstep(.28, .34, abs(fract((vAt.y + vLook.y) * 1.2732395) - .5) * 1.6);
  else if (vLook.x < 2.5) { a *= .14 + .5 * pow(vAt.x, 7.) + .18 * step(vAt.x, vLook.y) * smoothstep(vLook.y - .25, vLook.y, vAt.x); light = .1; }
  else if (vLook.x < 3.5) { a *= smoothstep(1., .3, vAt.x); light = 0.; }
  else if (vLook.x < 4.5) { a *= pow(vAt.x, 2.) * smoothstep(1., .85, vAt.x); light = .3; }
  else { float k = abs(fract(vAt.y * .6366198 + .125 + vLook.y) - .5); a *= edge * step(k, .16); }
  if (a < .01) discard;
  gl_FragColor = vec4(vTint.rgb * a, a * (1. - light));
}`;

function disc(segments: number, rows: number): BufferGeometry {
  const points: number[] = [];
  // The angle itself, not a place: dashes need it without a jump.
  const corner = (angle: number, row: number) => [angle, row / rows, 0];
  for (let i = 0; i < segments; i++) {
    const a = (i / segments) * Math.PI * 2;
    const b = ((i + 1) / segments) * Math.PI * 2;
    for (let k = 0; k < rows; k++)
      points.push(...corner(a, k), ...corner(a, k + 1), ...corner(b, k + 1), ...corner(a, k), ...corner(b, k + 1), ...corner(b, k));
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(points), 3));
  return geometry;
}

interface Timed {
  kind: keyof typeof RING;
  x: number;
  y: number;
  z: number;
  from_m: number;
  to_m: number;
  width_m: number;
  color: readonly [number, number, number];
  alpha: number;
  born: number;
  life_s: number;
}

export class Rings {
  private readonly instances: Instances;
  private readonly row: number[] = new Array(12).fill(0);
  private timed: Timed[] = [];

  constructor(segments = 40, rows = 4, capacity = 160, renderOrder = 70) {
    this.instances = new Instances(
      disc(segments, rows),
      ['aAt', 'aTint', 'aLook'],
      overlayMaterial(VERTEX, FRAGMENT),
      capacity,
      renderOrder,
    );
  }

  get mesh() {
    return this.instances.mesh;
  }

  begin(): void {
    this.instances.begin();
  }

  /** `turn`: angle of dashes, or how far a telegraph has filled (0..1). */
  put(
    kind: keyof typeof RING,
    x: number,
    y: number,
    z: number,
    radius: number,
    color: readonly [number, number, number],
    alpha = 0.95,
    width = 0.09,
    turn = 0,
  ): void {
    const { row } = this;
    row[0] = x;
    row[1] = y;
    row[2] = z;
    row[3] = radius;
    row[4] = color[0];
    row[5] = color[1];
    row[6] = color[2];
    row[7] = alpha;
    row[8] = RING[kind];
    row[9] = turn;
    row[10] = width;
    this.instances.putRow(row);
  }

  /** A ring that grows from one radius to another and fades; telegraphs fill instead. */
  cast(
    kind: keyof typeof RING,
    x: number,
    y: number,
    z: number,
    from_m: number,
    to_m: number,
    color: string,
    life_s: number,
    timeS: number,
    width_m = 0.5,
    alpha = 0.9,
  ): void {
    if (this.timed.length < 60)
      this.timed.push({ kind, x, y, z, from_m, to_m, width_m, color: display(color), alpha, born: timeS, life_s });
  }

  end(timeS: number): void {
    this.timed = this.timed.filter(t => timeS - t.born < t.life_s);
    for (const t of this.timed) {
      const age = (timeS - t.born) / t.life_s;
      const eased = 1 - (1 - age) * (1 - age);
      const fills = t.kind === 'disc';
      this.put(
        t.kind,
        t.x,
        t.y,
        t.z,
        t.from_m + (t.to_m - t.from_m) * eased,
        t.color,
        t.alpha * (fills ? Math.min(1, (1 - age) * 6) : 1 - age),
        t.width_m,
        fills ? age : age * 2,
      );
    }
    this.instances.end();
  }
}
