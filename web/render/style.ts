// The one atmosphere: uniforms every material shares (clock, sun, fog, ground maps), the GLSL that uses them, and `stylize`, which
// patches a built-in three material so that it shades, fogs and grades like the rest of the picture. No post pass is needed.
import { Color, type Material, ShaderChunk, type Texture, Vector2, Vector3, Vector4 } from 'three';

/** Shared uniform objects: every material holds these very objects, so one write changes the whole picture. */
export const shared = {
  uTime: { value: 0 },
  uSunDir: { value: new Vector3(-0.72, 0.56, 0.38).normalize() },
  uSunCol: { value: new Color('#ffe3b3') },
  uFogFar: { value: new Color('#b4d0ea') },
  uFogSun: { value: new Color('#ffe0b2') },
  /** Density per metre, falloff per metre of height, thickest, metres before it begins. */
  uFog: { value: new Vector4(0.00092, 0.01, 0.93, 26) },
  uZenith: { value: new Color('#2f78d0') },
  uMid: { value: new Color('#79bdf0') },
  uHorizon: { value: new Color('#f7e8cd') },
  /** How strongly lamps and windows glow: 0 by day, about 1.3 at midnight. */
  uGlow: { value: 0 },
  uRim: { value: 0.3 },
  uClouds: { value: 1 },
  /** The weather: how much of the sky is covered, how much of it fog hides, how wet the ground is, and how much of it lies under snow. */
  uOvercast: { value: 0 },
  uMurk: { value: 0 },
  uWet: { value: 0 },
  uSnow: { value: 0 },
  uStars: { value: 0 },
  /** The moon stands where the sun of the night rig shines from; 1 when it is seen. */
  uMoon: { value: 0 },
  /** Drawing buffer size in pixels. */
  uView: { value: new Vector2(1600, 900) },
  /** Ground maps round the eye (groundmaps.ts): its x and z, how far about it they are known, metres after which they repeat. */
  uPlot: { value: new Vector4(0, 0, 0, 1) },
  uHeightMap: { value: null as Texture | null },
  uPaintMap: { value: null as Texture | null },
  /** R path, G ambient light, B grass density, A flowers. */
  uMaskMap: { value: null as Texture | null },
};

/** Fog, cloud shade and noise; needs the shared uniforms. For fragment shaders. */
export const AIR_GLSL = /* glsl */ `
uniform vec3 uSunDir, uSunCol, uFogFar, uFogSun;
uniform vec4 uFog;
uniform float uClouds;
float hash21(vec2 p) { p = fract(p * vec2(123.34, 456.21)); p += dot(p, p + 45.32); return fract(p.x * p.y); }
float valueNoise(vec2 p) {
  vec2 i = floor(p), f = fract(p);
  f = f * f * (3. - 2. * f);
  return mix(mix(hash21(i), hash21(i + vec2(1, 0)), f.x), mix(hash21(i + vec2(0, 1)), hash21(i + vec2(1, 1)), f.x), f.y);
}
vec3 fogTint(vec3 ray) { return mix(uFogFar, uFogSun, pow(max(dot(ray, uSunDir), 0.), 5.) * .85); }
vec3 applyFog(vec3 color, vec3 at) {
  vec3 v = at - cameraPosition;
  float d = length(v);
  vec3 ray = v / max(d, 1e-4);
  d = max(d - uFog.w, 0.);
  float k = ray.y * uFog.y;
  float h = exp(-max(cameraPosition.y, 0.) * uFog.y);
  float depth = uFog.x * d * h * (abs(k * d) < 1e-3 ? 1. : (1. - exp(-k * d)) / (k * d));
  return mix(color, fogTint(ray), min(1. - exp(-depth * 1.9), uFog.z));
}
float cloudShade(vec2 p, float t) { return smoothstep(.52, .78, valueNoise(p * .0062 + t * vec2(.010, .004))) * uClouds; }
`;

/** Looks up the ground maps; for vertex and fragment shaders. */
export const PLOT_GLSL = /* glsl */ `
uniform vec4 uPlot;
uniform sampler2D uHeightMap;
// 1 where the maps tell the truth, 0 beyond.
float known(vec2 p) { return 1. - smoothstep(uPlot.z - 40., uPlot.z - 4., distance(p, uPlot.xy)); }
vec2 plotUv(vec2 p) { return p / uPlot.w; }
// Heights and colours are samples 2 m apart, the mask's texels are squares of 1 m.
vec2 heightUv(vec2 p) { return (p + 1.) / uPlot.w; }
float groundHeight(vec2 p) { return texture2D(uHeightMap, heightUv(p)).r; }
`;

// The grade: a neutral shoulder, a little more saturation, an S-curve and a split tone (blue in shade, warm in light),
// inside the material pass. Takes the place of three's empty CustomToneMapping.
ShaderChunk.tonemapping_pars_fragment = ShaderChunk.tonemapping_pars_fragment.replace(
  'vec3 CustomToneMapping( vec3 color ) { return color; }',
  /* glsl */ `
vec3 CustomToneMapping( vec3 c ) {
  c *= toneMappingExposure;
  float peak = max(c.r, max(c.g, c.b));
  float start = .72;
  if (peak > start) {
    float d = 1. - start;
    float eased = 1. - d * d / (peak + d - start);
    float pale = 1. - 1. / (.14 * (peak - eased) + 1.);
    c = mix(c * (eased / peak), vec3(eased), pale);
  }
  float l = dot(c, vec3(.2126, .7152, .0722));
  c = mix(vec3(l), c, 1.12);
  vec3 g = sqrt(max(c, 0.));
  g = mix(g, g * g * (3. - 2. * g), .26);
  c = g * g;
  c += vec3(.010, .004, -.008) * smoothstep(.25, .9, l) + vec3(-.004, .001, .014) * (1. - smoothstep(0., .32, l));
  return clamp(c, 0., 1.);
}`,
);

/** For `fragmentColor`: snow lies on what looks up. */
export const SNOW_GLSL = /* glsl */ `
diffuseColor.rgb = mix(diffuseColor.rgb, vec3(.80, .84, .90), .9 * uSnow * smoothstep(.35, .8, dot(normalize(vNormal), viewMatrix[1].xyz)));`;

/** GLSL put into a built-in material at named places. Varyings and uniforms of one's own go into the heads. */
export interface Hooks {
  vertexHead?: string;
  /** May change `objectNormal`. */
  vertexNormal?: string;
  /** May change `transformed`. */
  vertexBegin?: string;
  /** May change `vColor`. */
  vertexColor?: string;
  /** After projection. */
  vertexEnd?: string;
  fragmentHead?: string;
  /** May change `diffuseColor`. */
  fragmentColor?: string;
  /** May change `normal` (view space). */
  fragmentNormal?: string;
  /** May add to `totalEmissiveRadiance`. */
  fragmentEmissive?: string;
  /** May change `outgoingLight` before cloud shade and fog. */
  fragmentOut?: string;
  uniforms?: Record<string, { value: unknown }>;
  /** A cool light round the edges, for bodies. */
  rim?: boolean;
}

const RIM_GLSL = /* glsl */ `
{
  float edge = pow(1. - saturate(dot(normal, normalize(vViewPosition))), 3.);
  vec3 light = vec3(.55, .7, 1.) * .35 + uSunCol * max(0., dot(normalize(vWorldAt - cameraPosition), uSunDir)) * .6;
  outgoingLight += edge * uRim * light * (diffuseColor.rgb + .12);
}`;

const WORLD_AT_GLSL = /* glsl */ `#include <project_vertex>
{
  vec4 worldAt = vec4(transformed, 1.);
  #ifdef USE_INSTANCING
  worldAt = instanceMatrix * worldAt;
  #endif
  vWorldAt = (modelMatrix * worldAt).xyz;
}`;

/** Patches a built-in material (Lambert, Basic...) with the shared air and the given hooks; three's lights and shadows stay. Returns it. */
export function stylize<T extends Material>(material: T, hooks: Hooks = {}): T {
  const { uniforms = {}, ...text } = hooks;
  const key = JSON.stringify(text);
  material.customProgramCacheKey = () => key;
  material.onBeforeCompile = shader => {
    Object.assign(shader.uniforms, shared, uniforms);
    shader.vertexShader = insertVertex(shader.vertexShader, hooks);
    shader.fragmentShader = insertFragment(shader.fragmentShader, hooks);
  };
  return material;
}

function insertVertex(source: string, hooks: Hooks): string {
  return source
    .replace('#include <common>', `#include <common>\nuniform float uTime;\nvarying vec3 vWorldAt;\n${hooks.vertexHead ?? ''}`)
    .replace('#include <beginnormal_vertex>', `#include <beginnormal_vertex>\n${hooks.vertexNormal ?? ''}`)
    .replace('#include <begin_vertex>', `#include <begin_vertex>\n${hooks.vertexBegin ?? ''}`)
    .replace('#include <color_vertex>', `#include <color_vertex>\n${hooks.vertexColor ?? ''}`)
    .replace('#include <project_vertex>', `${WORLD_AT_GLSL}\n${hooks.vertexEnd ?? ''}`);
}

function insertFragment(source: string, hooks: Hooks): string {
  const out = `${hooks.rim ? RIM_GLSL : ''}
${hooks.fragmentOut ?? ''}
outgoingLight *= 1. - .20 * cloudShade(vWorldAt.xz, uTime);
outgoingLight = applyFog(outgoingLight, vWorldAt);
#include <opaque_fragment>`;
  return source
    .replace(
      '#include <common>',
      `#include <common>\nuniform float uTime, uGlow, uRim, uSnow;\nvarying vec3 vWorldAt;\n${AIR_GLSL}\n${hooks.fragmentHead ?? ''}`,
    )
    .replace('#include <color_fragment>', `#include <color_fragment>\n${hooks.fragmentColor ?? ''}`)
    .replace('#include <normal_fragment_maps>', `${hooks.fragmentNormal ?? ''}\n#include <normal_fragment_maps>`)
    .replace('#include <emissivemap_fragment>', `#include <emissivemap_fragment>\n${hooks.fragmentEmissive ?? ''}`)
    .replace('#include <opaque_fragment>', out)
    .replace('#include <fog_fragment>', '');
}
