// The ground in pieces: a quadtree of patches round the camera, built by the worker when first wanted. A parent stays until all its children are there.
// In: the camera and patches from the builder. Out: a group of meshes. Paths, pebbles, cobbles and shade are painted by the shader from the ground maps.
import { BufferAttribute, BufferGeometry, Group, Mesh, MeshLambertMaterial } from 'three';
import { PLOT_GLSL, stylize } from './style';
import type { Quality } from './tiers';
import type { PatchArrays } from './world/patch';

/** The root spans this far; the region lies in its middle. */
export const ROOT_M = 4096;
/** Smallest patches: over the finely sampled plot, near it, and far out. */
const LEAF_M = 64;
const MIDDLE_LEAF_M = 256;
const FAR_LEAF_M = 512;

interface Plot {
  x: number;
  z: number;
  size: number;
}

export class GroundMeshes {
  readonly group = new Group();
  private material = groundMaterial(true);
  private detail = 0.95;
  /** Every patch ever built: the tree over one region has some 250 at most, so none is thrown away. */
  private readonly patches = new Map<string, Mesh>();
  private readonly asked = new Set<string>();
  private shown = new Set<string>();
  private lastX = Number.NaN;
  private lastZ = Number.NaN;
  private lastY = 0;
  private missing = 0;

  /** `ask` sends for a patch; answer with `add`. */
  constructor(
    private readonly plot: Plot,
    private readonly ask: (key: string, x: number, z: number, size: number, urgent: boolean) => void,
  ) {}

  setQuality(quality: Quality): void {
    this.material.dispose();
    this.material = groundMaterial(quality.fineGround);
    for (const mesh of this.patches.values()) mesh.material = this.material;
    this.detail = quality.groundDetail;
    this.lastX = Number.NaN;
  }

  /** All patches that the last `update` wanted are there. */
  get complete(): boolean {
    return this.missing === 0 && this.shown.size > 0;
  }

  add(key: string, arrays: PatchArrays): void {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(arrays.position, 3));
    geometry.setAttribute('normal', new BufferAttribute(arrays.normal, 4, true));
    geometry.setAttribute('color', new BufferAttribute(arrays.color, 4, true));
    geometry.setIndex(new BufferAttribute(arrays.index, 1));
    geometry.computeBoundingSphere();
    const mesh = new Mesh(geometry, this.material);
    mesh.receiveShadow = true;
    mesh.matrixAutoUpdate = false;
    this.patches.set(key, mesh);
    this.lastX = Number.NaN;
  }

  update(x: number, y: number, z: number): void {
    if (Math.abs(x - this.lastX) + Math.abs(z - this.lastZ) + Math.abs(y - this.lastY) < 10) return;
    this.lastX = x;
    this.lastY = y;
    this.lastZ = z;
    this.missing = 0;
    const wanted = new Set<string>();
    const half = ROOT_M / 2;
    this.visit(this.plot.x + this.plot.size / 2 - half, this.plot.z + this.plot.size / 2 - half, ROOT_M, wanted);
    for (const key of this.shown) if (!wanted.has(key)) this.group.remove(this.patches.get(key)!);
    for (const key of wanted) if (!this.shown.has(key)) this.group.add(this.patches.get(key)!);
    this.shown = wanted;
  }

  /** Adds to `wanted` what draws this square; false when nothing can yet. */
  private visit(x: number, z: number, size: number, wanted: Set<string>): boolean {
    const key = `${x},${z},${size}`;
    const splits = this.splits(x, z, size);
    if (splits) {
      const half = size / 2;
      const inside = new Set<string>();
      let whole = true;
      for (const [cx, cz] of [
        [x, z],
        [x + half, z],
        [x, z + half],
        [x + half, z + half],
      ]) {
        if (!this.visit(cx, cz, half, inside)) whole = false;
      }
      if (whole) {
        for (const child of inside) wanted.add(child);
        return true;
      }
      this.missing++;
    }
    if (this.patches.has(key)) {
      wanted.add(key);
      return true;
    }
    this.missing++;
    if (!this.asked.has(key)) {
      this.asked.add(key);
      // A patch that only stands in for its children may come later.
      this.ask(key, x, z, size, !splits);
    }
    return false;
  }

  private splits(x: number, z: number, size: number): boolean {
    if (size <= this.leaf(x, z, size)) return false;
    const half = size / 2;
    const dx = Math.max(0, Math.abs(this.lastX - x - half) - half);
    const dz = Math.max(0, Math.abs(this.lastZ - z - half) - half);
    const dy = Math.max(0, this.lastY - 40) * 0.6;
    return Math.hypot(dx, dz, dy) < size * this.detail;
  }

  private leaf(x: number, z: number, size: number): number {
    const away = Math.max(
      this.plot.x - x - size,
      x - this.plot.x - this.plot.size,
      this.plot.z - z - size,
      z - this.plot.z - this.plot.size,
    );
    if (away < 0) return LEAF_M;
    return away < 440 ? MIDDLE_LEAF_M : FAR_LEAF_M;
  }
}

const VERTEX_HEAD = /* glsl */ `
flat varying float vFace;
float faceHash(vec2 p) { p = fract(p * vec2(.1031, .0973)); p += dot(p, p.yx + 33.33); return fract((p.x + p.y) * p.x); }`;

const FRAGMENT_HEAD = /* glsl */ `
flat varying float vFace;
uniform sampler2D uMaskMap, uPaintMap;
// How much of a way lies here: trodden ground is smooth, facets show in the grass.
float trodden = 0.;
${PLOT_GLSL}
// Cut stones in rows, each row shifted: x = how much of a joint, y = the stone's own number.
vec2 cobbles(vec2 p) {
  p *= 2.1;
  p.x += floor(p.y) * .37;
  p += (vec2(valueNoise(p * 1.3), valueNoise(p * 1.3 + 9.)) - .5) * .22;
  vec2 cell = floor(p), at = fract(p) - .5;
  vec2 edge = .5 - abs(at);
  float joint = smoothstep(.13, .03, min(edge.x, edge.y));
  return vec2(max(joint, smoothstep(.56, .66, length(at))), hash21(cell + 3.));
}
vec3 pebbled(vec3 dirt, vec2 p, float near) {
  vec2 q = p * 2.6, cell = floor(q), at = fract(q) - .5;
  float there = step(.62, hash21(cell + 7.));
  vec2 off = (vec2(hash21(cell + 1.3), hash21(cell + 5.1)) - .5) * .5;
  float size = mix(.10, .26, hash21(cell + 2.7));
  float shadow = there * smoothstep(size + .09, size - .02, length((at - off - vec2(.05, -.04)) * vec2(1., 1.25)));
  float stone = there * smoothstep(size, size - .07, length((at - off) * vec2(1., 1.25)));
  dirt *= 1. - .22 * shadow * near;
  return mix(dirt, mix(vec3(.50, .40, .29), vec3(.40, .35, .30), hash21(cell + 9.)), stone * .85 * near);
}
float inPlot(vec2 uv) { vec2 k = step(vec2(0.), uv) * step(uv, vec2(1.)); return k.x * k.y; }`;

const FINE_COLOR = /* glsl */ `
{
  vec2 p = vWorldAt.xz;
  float far = length(vWorldAt - cameraPosition);
  float near = 1. - smoothstep(60., 220., far);
  diffuseColor.rgb *= 1. + (vFace - .5) * mix(.05, .13, near);
  float a = valueNoise(p * .55), b = valueNoise(p * 2.3 + 7.), c = valueNoise(vec2(p.x * 5.1 + p.y, p.y * 1.7));
  float blades = valueNoise(vec2(p.x * 13. + p.y * 3., p.y * 6.));
  diffuseColor.rgb *= mix(1., .90 + .12 * a + .10 * b + (c - .5) * .14, near);
  diffuseColor.rgb *= 1. + (blades - .5) * .16 * (1. - smoothstep(8., 34., far));
  vec2 uv = plotUv(p);
  if (inPlot(uv) > .5) {
    vec4 mask = texture2D(uMaskMap, uv + (vec2(a, b) - .5) * .0014);
    if (mask.r > .02) {
      float pebbleFade = 1. - smoothstep(14., 60., far);
      vec3 way = mix(vec3(.552, .328, .136), vec3(.376, .205, .080), b * .6 + .25 * a);
      way = pebbled(way, p, pebbleFade);
      way *= .90 + .2 * (valueNoise(vec2(p.x * .9 + p.y * .4, p.y * .9) * 1.1) * .5 + valueNoise(p * 7.) * .5);
      float paved = texture2D(uPaintMap, heightUv(p)).a;
      if (paved > .02) {
        vec2 stones = cobbles(p);
        vec3 flag = mix(vec3(.56, .475, .37), vec3(.37, .325, .28), stones.y);
        flag = mix(flag, vec3(.41, .38, .36), step(.8, stones.y) * .6) * (.86 + .2 * b + .1 * a);
        float jointFade = 1. - smoothstep(25., 90., far);
        way = mix(way, mix(flag, vec3(.29, .215, .13), stones.x * .75 * jointFade), smoothstep(.35, .65, paved + (b - .5) * .4));
      }
      float edge = smoothstep(.40, .54, mask.r + (b - .5) * .34 + (valueNoise(p * 6.3 + 1.) - .5) * .24 * near);
      trodden = edge;
      diffuseColor.rgb = mix(diffuseColor.rgb, way, edge);
      diffuseColor.rgb = mix(diffuseColor.rgb, diffuseColor.rgb * vec3(.80, .80, .72), smoothstep(.05, .3, mask.r) * (1. - edge));
    }
    diffuseColor.rgb *= mix(vec3(.46, .50, .62), vec3(1.), mask.g);
  }
}`;

const PLAIN_COLOR = /* glsl */ `
{
  diffuseColor.rgb *= 1. + (vFace - .5) * .1;
  vec2 uv = plotUv(vWorldAt.xz);
  if (inPlot(uv) > .5) {
    vec4 mask = texture2D(uMaskMap, uv);
    diffuseColor.rgb = mix(diffuseColor.rgb, vec3(.48, .28, .115), smoothstep(.40, .56, mask.r));
    diffuseColor.rgb *= mix(vec3(.46, .50, .62), vec3(1.), mask.g);
  }
}`;

// Facets show near, less far off; the guard keeps skirts from showing as dark cracks.
const FACET_NORMAL = /* glsl */ `
vec3 facet = normalize(cross(dFdx(vViewPosition), dFdy(vViewPosition)));
normal = normalize(mix(normal, facet, mix(.44, .30, smoothstep(10., 160., length(vViewPosition))) * (1. - .75 * trodden) * smoothstep(.2, .55, dot(facet, normal))));`;

function groundMaterial(fine: boolean): MeshLambertMaterial {
  return stylize(new MeshLambertMaterial({ vertexColors: true }), {
    vertexHead: VERTEX_HEAD,
    vertexBegin: 'vFace = faceHash(position.xz * 1.37 + position.zx * .71);',
    fragmentHead: FRAGMENT_HEAD,
    fragmentColor: fine ? FINE_COLOR : PLAIN_COLOR,
    fragmentNormal: FACET_NORMAL,
  });
}
