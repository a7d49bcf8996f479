// Grass and flowers: a fixed tile of instances that wraps round the camera in the vertex shader. Height, colour and density come from the ground maps,
// tips, size and petals from the biome at the camera; no work per frame but a few uniforms.
import {
  BufferAttribute,
  DoubleSide,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  MeshLambertMaterial,
  Vector3,
  Vector4,
} from 'three';
import { seeded } from './modeller';
import { PLOT_GLSL, stylize } from './style';
import type { LookBlend } from './world/biomes';

/** Middle x, z of the tile, metres along its side, size of the blades. */
const uGrass = { value: new Vector4(0, 0, 80, 1) };

/** Light tips of the blades; four colours of petals. */
const uTip = { value: new Vector3() };
const uPetals = { value: [new Vector3(), new Vector3(), new Vector3(), new Vector3()] };

/** Moves the tile: centre, metres along its side, blade size; and dresses it as the biome there wants. */
export function placeGrass(x: number, z: number, tile: number, size: number, look: LookBlend['look']): void {
  uGrass.value.set(x, z, tile, size * look.blade);
  uTip.value.fromArray(look.tip);
  for (const [k, petal] of look.petals.entries()) uPetals.value[k].fromArray(petal);
}

interface Shape {
  position: number[];
  /** 0 root .. 1 tip; flowers: 1 petal, 2 heart. */
  part: number[];
}

function push(shape: Shape, points: readonly (readonly [number, number, number, number])[]): void {
  for (const [x, y, z, part] of points) {
    shape.position.push(x, y, z);
    shape.part.push(part);
  }
}

function blades(random: () => number): Shape {
  const shape: Shape = { position: [], part: [] };
  for (let b = 0; b < 5; b++) {
    const turn = (b / 5) * Math.PI * 2 + random() * 0.8;
    const w = 0.026 + random() * 0.016;
    const h = 0.2 + random() * 0.24;
    const lean = 0.08 + random() * 0.15;
    const ox = Math.cos(turn) * (0.05 + random() * 0.12);
    const oz = Math.sin(turn) * (0.05 + random() * 0.12);
    const px = -Math.sin(turn) * w;
    const pz = Math.cos(turn) * w;
    const at = (side: number, up: number, out: number, part: number) =>
      [ox + Math.cos(turn) * lean * out + px * side, h * up, oz + Math.sin(turn) * lean * out + pz * side, part] as const;
    const [a, c] = [at(-1, 0, 0, 0), at(1, 0, 0, 0)];
    const [d, e] = [at(-0.7, 0.6, 0.4, 0.6), at(0.7, 0.6, 0.4, 0.6)];
    push(shape, [a, c, e, a, e, d, d, e, at(0, 1, 1, 1)]);
  }
  return shape;
}

function blooms(random: () => number): Shape {
  const shape: Shape = { position: [], part: [] };
  for (let b = 0; b < 3; b++) {
    const ox = (random() - 0.5) * 0.4;
    const oz = (random() - 0.5) * 0.4;
    const h = 0.3 + random() * 0.22;
    push(shape, [
      [ox - 0.012, 0, oz, 0],
      [ox + 0.012, 0, oz, 0],
      [ox, h, oz, 0.5],
    ]);
    for (let k = 0; k < 5; k++) petal(shape, ox, h, oz, (k / 5) * 6.283);
  }
  return shape;
}

function petal(shape: Shape, x: number, y: number, z: number, turn: number): void {
  const r = 0.085;
  const at = (angle: number, out: number, up: number) =>
    [x + Math.cos(angle) * r * out, y + up, z + Math.sin(angle) * r * out, 1] as const;
  const [left, right] = [at(turn - 0.62, 0.7, 0.03), at(turn + 0.62, 0.7, 0.03)];
  push(shape, [[x, y, z, 2], left, right, left, at(turn, 1.25, 0.045), right]);
}

const GRASS_COLOR = /* glsl */ `
vBlade = mix(earth * .70, mix(earth * 1.12, uTip, .10 + .22 * pick), smoothstep(0., 1., part));
vBlade *= .9 + .2 * fract(tuft.w * 31.);`;
const FLOWER_COLOR = /* glsl */ `
vec3 petal = pick < .3 ? uPetals[0] : pick < .55 ? uPetals[1] : pick < .78 ? uPetals[2] : uPetals[3];
vBlade = part < .75 ? earth * .8 : (part > 1.5 ? vec3(.95, .68, .12) : petal);`;

function placement(reach: number, flowers: boolean): string {
  const keep = flowers ? 'step(.35, mask.a) * step(.35, mask.b) * step(tuft.w, .15 + .85 * mask.a)' : 'step(tuft.w, mask.b)';
  const size = flowers ? '.75 + .6 * fract(tuft.w * 17.)' : '(.6 + .8 * fract(tuft.w * 13.)) * (.6 + .6 * mask.b)';
  return /* glsl */ `
{
  float tile = uGrass.z * ${reach.toFixed(3)};
  vec2 middle = uGrass.xy;
  vec2 w = middle + (mod(tuft.xy * tile - middle + tile * .5, tile) - tile * .5);
  float ground = groundHeight(w);
  vec4 mask = texture2D(uMaskMap, plotUv(w));
  vec3 earth = texture2D(uPaintMap, heightUv(w)).rgb;
  float fade = 1. - smoothstep(tile * .32, tile * .49, length(w - middle));
  float keep = ${keep} * step(.5, known(w));
  float size = keep * fade * (${size}) * uGrass.w;
  float c = cos(tuft.z), s = sin(tuft.z);
  vec3 blade = vec3(position.x * c - position.z * s, position.y, position.x * s + position.z * c) * size;
  float wind = sin(uTime * 1.6 + w.x * .35 + w.y * .22) + .6 * sin(uTime * 3.1 + w.x * .9 - w.y * .5);
  float bend = clamp(part, 0., 1.);
  blade.xz += vec2(.085, .05) * wind * bend * bend * size;
  transformed = size < .02 ? vec3(w.x, -200., w.y) : vec3(w.x, ground - .03, w.y) + blade;
  vShade = mask.g;
  float pick = fract(tuft.w * 7.31);
  ${flowers ? FLOWER_COLOR : GRASS_COLOR}
}`;
}

/** `count` tufts or flowers in one draw. */
export function createGrass(count: number, flowers: boolean): Mesh {
  const random = seeded(flowers ? 5 : 4);
  const shape = flowers ? blooms(random) : blades(random);
  const geometry = new InstancedBufferGeometry();
  const vertices = shape.part.length;
  const normal = new Float32Array(vertices * 3);
  for (let i = 0; i < vertices; i++) normal[i * 3 + 1] = 1;
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(shape.position), 3));
  geometry.setAttribute('normal', new BufferAttribute(normal, 3));
  geometry.setAttribute('part', new BufferAttribute(new Float32Array(shape.part), 1));
  const tufts = new Float32Array(count * 4);
  for (let i = 0; i < count; i++) tufts.set([random(), random(), random() * 6.283, random()], i * 4);
  geometry.setAttribute('tuft', new InstancedBufferAttribute(tufts, 4));
  geometry.instanceCount = count;
  const material = stylize(new MeshLambertMaterial({ side: DoubleSide }), {
    vertexHead: `attribute vec4 tuft;\nattribute float part;\nuniform sampler2D uPaintMap, uMaskMap;\nuniform vec4 uGrass;\nuniform vec3 uTip, uPetals[4];\nvarying vec3 vBlade;\nvarying float vShade;\n${PLOT_GLSL}`,
    vertexBegin: placement(flowers ? 0.85 : 1, flowers),
    fragmentHead: 'varying vec3 vBlade;\nvarying float vShade;',
    fragmentColor: 'diffuseColor.rgb = mix(vBlade, vec3(.80, .84, .90), uSnow * .78) * mix(vec3(.5, .54, .64), vec3(1.), vShade);',
    fragmentNormal: 'normal = normalize((viewMatrix * vec4(0., 1., 0., 0.)).xyz);',
    fragmentOut: /* glsl */ `
{
  float through = pow(max(0., dot(normalize(vWorldAt - cameraPosition), uSunDir)), 4.);
  outgoingLight += diffuseColor.rgb * uSunCol * through * .22;
}`,
    uniforms: { uGrass, uTip, uPetals },
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.receiveShadow = true;
  return mesh;
}
