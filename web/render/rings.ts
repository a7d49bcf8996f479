// Marks on the ground that follow its heights: target, hover and selection rings, telegraphs of blows to come, shock waves, blob shadows.
// In: places, sizes, colours. Out: one draw for all of them.
import { BufferAttribute, BufferGeometry } from 'three';
import { Instances } from './instances';
import { display, overlayMaterial } from './overlaymaterial';
import { PLOT_GLSL } from './style';

/**
 * `threat` and `own` are sectors of a circle that fill up: what a foe is about to strike, and what one strikes oneself. `hoop` and `beam` are
 * threats between two circles, and along a line.
 */
export const RING = { line: 0, dashed: 1, blob: 3, wave: 4, ticks: 5, threat: 6, own: 7, hoop: 8, beam: 9 } as const;

const VERTEX = /* glsl */ `
${PLOT_GLSL}
attribute vec4 aAt, aTint, aLook;
varying vec2 vAt, vWorld;
varying vec4 vTint, vLook;
void main() {
  bool sector = aLook.x > 5.5, hoop = aLook.x > 7.5 && aLook.x < 8.5, beam = aLook.x > 8.5;
  float inner = hoop ? aLook.w : sector || (aLook.x > 1.5 && aLook.x < 3.5) ? 0. : max(0., 1. - aLook.z / max(aAt.w, .01));
  float r = mix(inner, 1., position.y);
  // Yaw 0 looks north (-z) and grows clockwise; a sector lies about it to both sides.
  float aside = position.x / 3.14159265 - 1.;
  float angle = sector ? aLook.y - 1.57079633 + aside * aLook.w : position.x;
  if (hoop) angle = position.x;
  if (beam) angle = aLook.y - 1.57079633;
  vec2 ahead = vec2(cos(angle), sin(angle));
  vec2 p = aAt.xz + ahead * r * aAt.w;
  if (beam) p += vec2(-ahead.y, ahead.x) * aside * aLook.w;
  float h = groundHeight(p);
  // On a bridge or a dock the ground lies far below the feet.
  if (abs(h - aAt.y) > .9 + aAt.w * .6) h = aAt.y;
  vAt = vec2(hoop ? r : position.y, sector ? aside : position.x);
  vTint = aTint;
  vWorld = p;
  vLook = sector ? vec4(aLook.x, aLook.z, aAt.w, aLook.w) : vec4(aLook.x, aLook.y, aAt.w, 0.);
  vec4 view = viewMatrix * vec4(p.x, h + .09, p.y, 1.);
  view.z += min(.25, -view.z * .02);
  gl_Position = projectionMatrix * view;
}`;

// A threat is told by shape as much as by colour: a heavy rim, and hatching that grows from the caster to the rim. One's own has neither.
const FRAGMENT = /* glsl */ `
varying vec2 vAt, vWorld;
varying vec4 vTint, vLook;
void sector() {
  float r = vAt.x, fill = vLook.y, radius = vLook.z, half_ = vLook.w;
  bool foe = vLook.x < 6.5 || vLook.x > 7.5;
  float soft = fwidth(r) * radius + .01;
  float side = half_ > 3.1 ? 9. : (1. - abs(vAt.y)) * half_ * r * radius;
  if (vLook.x > 8.5) side = min((1. - abs(vAt.y)) * half_, r * radius);
  else if (vLook.x > 7.5) side = (r - half_) * radius;
  float border = min((1. - r) * radius, side);
  // Between two circles it fills from the inner one.
  if (vLook.x > 7.5 && vLook.x < 8.5) { fill = half_ + fill * (1. - half_); }
  float rim = 1. - smoothstep(foe ? .13 : .05, (foe ? .13 : .05) + soft, border);
  float full = 1. - smoothstep(fill - soft / radius, fill + soft / radius, r);
  float front = 1. - smoothstep(.05, .05 + soft * 1.5, abs(r - fill) * radius);
  float across = (vWorld.x + vWorld.y) * .70710678;
  float hatch = smoothstep(.5 - fwidth(across) * 1.5, .5, abs(fract(across * 1.1) - .5) + .18);
  float body = foe ? .13 + .06 * hatch + full * (.2 + .3 * hatch) : .03 + full * .09;
  float a = vTint.a * max(body, max(rim * (foe ? .95 : .5), front * (foe ? .8 : .25) * step(.02, fill)));
  vec3 color = mix(vTint.rgb, vec3(1.), (foe ? .3 : .1) * max(rim, front));
  if (a < .01) discard;
  gl_FragColor = vec4(color * a, a * .88);
}
void main() {
  if (vLook.x > 5.5) { sector(); return; }
  float a = vTint.a, edge = smoothstep(0., .3, vAt.x) * smoothstep(1., .7, vAt.x), light = .35;
  if (vLook.x < .5) a *= edge;
  else if (vLook.x < 1.5) a *= edge * smoothstep(.28, .34, abs(fract((vAt.y + vLook.y) * 1.2732395) - .5) * 1.6);
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

  constructor(segments = 48, rows = 10, capacity = 160, renderOrder = 70) {
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

  /** `turn`: angle of dashes. */
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
    row[11] = 0;
    this.instances.putRow(row);
  }

  /**
   * A telegraph: a sector that looks along `yaw` and opens by `half` rad to both sides (PI: a full circle), filled so far (0..1). Of a hoop `half`
   * is the inner radius as a part of the outer, of a beam the metres to both sides, and `radius` its length.
   */
  sector(
    kind: 'threat' | 'own' | 'hoop' | 'beam',
    x: number,
    y: number,
    z: number,
    radius: number,
    yaw: number,
    half: number,
    fill: number,
    color: readonly [number, number, number],
    alpha: number,
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
    row[9] = yaw;
    row[10] = fill;
    row[11] = half;
    this.instances.putRow(row);
  }

  /** A ring that grows from one radius to another and fades. */
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
      this.put(t.kind, t.x, t.y, t.z, t.from_m + (t.to_m - t.from_m) * eased, t.color, t.alpha * (1 - age), t.width_m, age * 2);
    }
    this.instances.end();
  }
}
