// The sky: a dome with gradient, sun or moon, cumulus and stars, drawn last among the opaque at the far plane.
import { BackSide, Mesh, ShaderMaterial, SphereGeometry } from 'three';
import { AIR_GLSL, shared } from './style';

const VERTEX = /* glsl */ `
varying vec3 vRay;
void main() {
  vRay = position;
  vec4 p = projectionMatrix * mat4(mat3(viewMatrix)) * vec4(position, 1.);
  gl_Position = p.xyww;
  gl_Position.z *= .99999;
}`;

const FRAGMENT = /* glsl */ `
uniform float uTime, uStars, uMoon, uOvercast, uMurk;
uniform vec3 uZenith, uMid, uHorizon;
varying vec3 vRay;
${AIR_GLSL}
float billow(vec2 p) {
  float sum = 0., weight = .55;
  for (int i = 0; i < 4; i++) {
    sum += weight * abs(2. * valueNoise(p) - 1.);
    p = mat2(1.6, 1.2, -1.2, 1.6) * p + vec2(1.7, 9.2);
    weight *= .5;
  }
  return sum;
}
float cloudMass(vec2 q) { return (valueNoise(q * .8 + 4.) * .62 + valueNoise(q * 1.7 + 11.) * .38) * .80 + billow(q * 2.3) * .30; }
vec3 stars(vec3 ray) {
  vec2 q = ray.xz / (ray.y + .35) * 90.;
  float star = step(.985, hash21(floor(q)));
  float twinkle = .6 + .4 * sin(uTime * 2. + hash21(floor(q) + 3.) * 40.);
  float dot2 = smoothstep(.35, .0, length(fract(q) - .5));
  return vec3(.9, .95, 1.) * star * twinkle * dot2 * uStars * smoothstep(.03, .3, ray.y);
}
vec3 moon(vec3 ray, vec3 sky) {
  float d = distance(ray, uSunDir);
  float disc = smoothstep(.052, .047, d);
  vec3 x = normalize(cross(uSunDir, vec3(0., 1., 0.)));
  vec2 face = vec2(dot(ray - uSunDir, x), (ray - uSunDir).y) * 30.;
  float seas = .82 + .18 * valueNoise(face * 1.6 + 3.);
  return mix(sky + vec3(.25, .32, .5) * exp(-d * 9.) * uMoon, vec3(.92, .95, 1.) * seas, disc * uMoon);
}
vec4 clouds(vec3 ray, float s) {
  vec2 q = ray.xz / (ray.y + .22) * 1.25 + uTime * vec2(.004, .0015);
  float n = cloudMass(q);
  float cover = smoothstep(.555 - .66 * uOvercast, .60 - .42 * uOvercast, n);
  if (cover < .01) return vec4(0.);
  float behind = cloudMass(q + normalize(uSunDir.xz + 1e-3) * .11);
  float lit = clamp(.58 + (n - behind) * 4.2, 0., 1.);
  float core = smoothstep(.58, .82, n);
  vec3 shade = mix(uMid, vec3(.70, .75, .88), .60) * .97;
  vec3 light = mix(vec3(1., .985, .96), uSunCol * 1.12, .26) * 1.05;
  vec3 c = mix(shade, light, smoothstep(.12, .78, lit + (1. - core) * .22));
  c = mix(c, uSunCol * 1.25, pow(s, 9.) * .55 * (1. - core * .6));
  c = mix(uMid * .95 + uSunCol * .02 * lit, c, uClouds);
  c = mix(c, mix(uMid, uHorizon, .5) * (.55 + .55 * smoothstep(.25, .8, n)), uOvercast * .85);
  return vec4(c, cover * smoothstep(.012, mix(.13, .05, uOvercast), ray.y) * .95);
}
void main() {
  vec3 ray = normalize(vRay);
  float s = max(dot(ray, uSunDir), 0.);
  vec3 c = mix(uHorizon, uMid, smoothstep(-.02, .24, ray.y));
  c = mix(c, uZenith, smoothstep(.12, .78, ray.y));
  c = mix(c, fogTint(ray), 1. - smoothstep(-.04, .13, ray.y));
  c += uSunCol * (pow(s, 900.) * 6. + pow(s, 60.) * .35 + pow(s, 7.) * .16) * (1. - uMoon);
  if (uStars > .01 && ray.y > 0.) c += stars(ray);
  if (uMoon > .01) c = moon(ray, c);
  if (ray.y > .012) {
    vec4 cloud = clouds(ray, s);
    c = mix(c, cloud.rgb, cloud.a);
  }
  c = mix(c, fogTint(ray), uMurk * (1. - .5 * smoothstep(.1, .9, ray.y)));
  gl_FragColor = vec4(c, 1.);
  #include <tonemapping_fragment>
  #include <colorspace_fragment>
}`;

export function createSky(): Mesh {
  const material = new ShaderMaterial({
    side: BackSide,
    depthWrite: false,
    fog: false,
    uniforms: shared,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
  });
  const mesh = new Mesh(new SphereGeometry(1, 40, 24), material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 50;
  return mesh;
}
