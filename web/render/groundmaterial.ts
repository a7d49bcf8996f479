// How the ground is painted: vertex colours close to, and over them paths, pebbles, cobbles and shade from the ground maps. Out: a material.
import { MeshLambertMaterial } from 'three';
import { PLOT_GLSL, stylize } from './style';

const VERTEX_HEAD = /* glsl */ `
flat varying float vFace;
float faceHash(vec2 p) { p = fract(p * vec2(.1031, .0973)); p += dot(p, p.yx + 33.33); return fract((p.x + p.y) * p.x); }`;

const FRAGMENT_HEAD = /* glsl */ `
flat varying float vFace;
uniform sampler2D uMaskMap, uPaintMap;
uniform float uWet;
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
// Beyond what is known of the land there is no path, no shade and no growth.
vec4 maskAt(vec2 p, vec2 stray) { return mix(vec4(0., 1., 0., 0.), texture2D(uMaskMap, plotUv(p) + stray / uPlot.w), known(p)); }`;

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
  vec4 mask = maskAt(p, (vec2(a, b) - .5) * .9);
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
}`;

const PLAIN_COLOR = /* glsl */ `
{
  diffuseColor.rgb *= 1. + (vFace - .5) * .1;
  vec4 mask = maskAt(vWorldAt.xz, vec2(0.));
  diffuseColor.rgb = mix(diffuseColor.rgb, vec3(.48, .28, .115), smoothstep(.40, .56, mask.r));
  diffuseColor.rgb *= mix(vec3(.46, .50, .62), vec3(1.), mask.g);
}`;

// Facets show near, less far off; the guard keeps skirts from showing as dark cracks.
const FACET_NORMAL = /* glsl */ `
vec3 facet = normalize(cross(dFdx(vViewPosition), dFdy(vViewPosition)));
normal = normalize(mix(normal, facet, mix(.44, .30, smoothstep(10., 160., length(vViewPosition))) * (1. - .75 * trodden) * smoothstep(.2, .55, dot(facet, normal))));`;

// Rain darkens, trodden ground most; snow lies in drifts, and last of all on paths.
const WEATHER_COLOR = /* glsl */ `
{
  diffuseColor.rgb *= mix(vec3(1.), mix(vec3(.74, .77, .80), vec3(.58, .58, .60), trodden), uWet);
  float drift = valueNoise(vWorldAt.xz * .11) * .6 + valueNoise(vWorldAt.xz * .9 + 5.) * .4;
  float lies = smoothstep(1. - uSnow, 1.25 - uSnow, drift + .12) * (1. - .75 * trodden);
  diffuseColor.rgb = mix(diffuseColor.rgb, vec3(.80, .84, .90), lies * step(.01, uSnow) * .9);
}`;

/** `fine`: with noise, pebbles and cobbles. */
export function groundMaterial(fine: boolean): MeshLambertMaterial {
  return stylize(new MeshLambertMaterial({ vertexColors: true }), {
    vertexHead: VERTEX_HEAD,
    vertexBegin: 'vFace = faceHash(position.xz * 1.37 + position.zx * .71);',
    fragmentHead: FRAGMENT_HEAD,
    fragmentColor: (fine ? FINE_COLOR : PLAIN_COLOR) + WEATHER_COLOR,
    fragmentNormal: FACET_NORMAL,
  });
}
