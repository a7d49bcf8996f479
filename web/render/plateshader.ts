// Shader of name plates: a cell of the text atlas, a health bar and a mark drawn from distances, at a constant size on the screen.

/** Cells of the text atlas. */
export const COLUMNS = 4;
export const ROWS = 32;

export const PLATE_VERTEX = /* glsl */ `
attribute vec4 aAt, aBar, aMore;
uniform vec2 uScreen;
uniform float uFar;
varying vec2 vAt;
varying vec4 vBar;
varying vec2 vCell;
varying float vMark, vFade;
void main() {
  vec4 view = viewMatrix * vec4(aAt.xyz, 1.);
  float d = -view.z;
  vec4 clip = projectionMatrix * view;
  float scale = clamp(1.08 - d / uFar * .42, .66, 1.);
  vec2 half_px = vec2(94., 39.) * scale;
  // A little nearer than the head, or the eaves that somebody stands under cut the name in two.
  vec4 nearer = projectionMatrix * (view + vec4(0., 0., min(1.2, d * .1), 0.));
  clip.z = nearer.z / nearer.w * clip.w;
  clip.xy += (position.xy * half_px + vec2(0., 26. * scale + aMore.y)) * 2. / uScreen * clip.w;
  gl_Position = d < .4 ? vec4(2., 2., 2., 1.) : clip;
  vAt = position.xy * vec2(110., 46.);
  vBar = aBar;
  vCell = vec2(mod(aAt.w, ${COLUMNS}.), floor(aAt.w / ${COLUMNS}.));
  if (aAt.w < 0.) vCell.x = -1.;
  vMark = aMore.x;
  vFade = aMore.z;
}`;

export const PLATE_FRAGMENT = /* glsl */ `
uniform sampler2D uAtlas;
varying vec2 vAt;
varying vec4 vBar;
varying vec2 vCell;
varying float vMark, vFade;
float box(vec2 p, vec2 b, float r) { vec2 q = abs(p) - b + r; return length(max(q, 0.)) + min(max(q.x, q.y), 0.) - r; }
float line(vec2 p, vec2 a, vec2 b, float w) { vec2 u = p - a, v = b - a; return length(u - v * clamp(dot(u, v) / dot(v, v), 0., 1.)) - w; }
float question(vec2 p) {
  float hook = abs(length(p - vec2(0., 4.5)) - 4.6) - 1.7;
  if (p.x < 0. && p.y < 4.) hook = 9.;
  if (p.y < .5 && p.x < 1.) hook = 9.;
  return min(min(hook, line(p, vec2(0., 0.), vec2(0., -3.2), 1.7)), length(p - vec2(0., -8.2)) - 2.1);
}
float glyph(vec2 p, float kind) {
  if (kind < 1.5) return min(line(p, vec2(0., 8.), vec2(0., -2.), 2.4), length(p - vec2(0., -8.)) - 2.4);
  if (kind < 2.5) return question(p);
  if (kind < 3.5) return min(length(p * vec2(1., 1.15) - vec2(0., -2.2)) - 6.6, min(line(p, vec2(-3., 7.), vec2(3., 7.), 1.6), line(p, vec2(0., 3.), vec2(0., 7.), 2.4)));
  return min(abs(p.x) * 1.1 + abs(p.y) - 7., line(p, vec2(0., 8.), vec2(0., -8.), .6));
}
void over(inout vec4 below, vec3 color, float a) { below = vec4(mix(below.rgb, color, a), a + below.a * (1. - a)); }
void main() {
  vec4 c = vec4(0.);
  if (vCell.x >= 0.) {
    vec2 uv = (vAt - vec2(0., -14.)) / vec2(192., 48.) + .5;
    if (uv.x > 0. && uv.x < 1. && uv.y > 0. && uv.y < 1.) {
      vec4 t = texture2D(uAtlas, vec2((vCell.x + uv.x) / ${COLUMNS}., (vCell.y + 1. - uv.y) / ${ROWS}.));
      c = vec4(t.rgb / max(t.a, .001), t.a);
    }
  }
  if (vBar.a >= 0.) {
    vec2 p = vAt - vec2(0., -40.);
    float outer = box(p, vec2(37.5, 4.8), 3.);
    over(c, vec3(.04, .05, .08), .82 * smoothstep(.7, -.7, outer));
    float inside = smoothstep(.6, -.6, box(p, vec2(36., 3.2), 1.8));
    float full = step(p.x, -36. + 72. * vBar.a);
    vec3 color = vBar.rgb * (.92 + .3 * smoothstep(-3., 3., p.y)) * (1. - .4 * step(abs(mod(p.x + 36., 18.) - .4), .4));
    over(c, mix(vec3(.1, .11, .15), color, full), inside);
  }
  if (vMark > .5) {
    float d = glyph(vAt - vec2(0., 26.), vMark);
    vec3 color = vMark < 2.5 ? vec3(1., .8, .25) : vMark < 3.5 ? vec3(.98, .88, .58) : vec3(1., .9, .5);
    over(c, vec3(.16, .09, .02), smoothstep(3.4, 2.2, d) * .92);
    over(c, color * (1. - .18 * smoothstep(2., -8., vAt.y - 26.)), smoothstep(.7, -.5, d));
  }
  float a = c.a * vFade;
  if (a < .012) discard;
  gl_FragColor = vec4(c.rgb * a, a);
}`;
