// The shader all bodies share: takes each corner from the table of pieces, skins it from the baked clips by the actor's row of numbers, and
// dyes it from the actor's palette. In: piece, bone, dye and actor textures. Out: a stylized Lambert material and the depth material for shadows.
import { type DataTexture, MeshDepthMaterial, MeshLambertMaterial } from 'three';
import { FIXED, GLOW_STEPS, PART_BITS, SLOTS } from './figure';
import { PIECE_CORNERS, PIECE_REACH_M, PIECES_ABREAST } from './pieces';
import { stylize } from './style';

/** Texels per actor in the actor texture, and actors side by side in one of its rows. */
export const ACTOR_TEXELS = 8;
export const ACTORS_ABREAST = 64;
/** Low bits of an instance's word that name its actor; the others name its piece. */
export const ACTOR_BITS = 12;
export interface CrowdTextures {
  uBones: { value: DataTexture };
  uDyes: { value: DataTexture };
  uActors: { value: DataTexture };
  uPieces: { value: DataTexture };
}

/** Two small numbers that share a place in a row: the bone that the head grows on, -1 for none, and the dye of the emblem. */
export const headAndCharge = ({ headBone, charge }: { headBone: number; charge: number }): number => headBone + 1 + charge * 256;

// Actor texels: 0 x y z yaw | 1 clip now: row, next row, mix, weight of 2 | 2 clip before: row, next row, mix, weight of 3
// | 3 upper-body clip: row, next row, mix, first bone it moves | 4 size, width, head size, low-detail parts | 5 dyes, three to a number
// | 6 added light r g b, fade | 7 cold tint, sink, lean forward, head's bone and emblem's dye
const SKIN_GLSL = /* glsl */ `
attribute uint aWhat;
uniform highp sampler2D uBones, uDyes, uActors;
uniform highp usampler2D uPieces;
vec4 row0, row1, row2;
// Of this corner: where it is and faces in the model; bone, slot, shade (128 as painted), part and glow.
vec3 spot, facing;
ivec4 tag;
int actor;
int low16(uint word) { return int(word << 16u) >> 16; }
int byteOf(uint word, uint shift) { return int(word << (24u - shift)) >> 24; }
void pickCorner() {
  actor = int(aWhat & ${(1 << ACTOR_BITS) - 1}u);
  int piece = int(aWhat >> ${ACTOR_BITS}u);
  uvec4 words = texelFetch(uPieces, ivec2(piece % ${PIECES_ABREAST} * ${PIECE_CORNERS} + int(position.x + .5), piece / ${PIECES_ABREAST}), 0);
  spot = vec3(low16(words.x), int(words.x) >> 16, low16(words.y)) * ${(PIECE_REACH_M / 32767).toExponential(8)};
  facing = vec3(byteOf(words.z, 0u), byteOf(words.z, 8u), byteOf(words.z, 16u)) / 127.;
  tag = ivec4(words.w & 255u, words.w >> 8u & 255u, words.w >> 16u & 255u, words.w >> 24u);
}
vec4 who(int i) {
  return texelFetch(uActors, ivec2(actor % ${ACTORS_ABREAST} * ${ACTOR_TEXELS} + i, actor / ${ACTORS_ABREAST}), 0);
}
void frames(vec4 clip, int bone, out vec4 a, out vec4 b, out vec4 c) {
  ivec2 p = ivec2(bone * 3, int(clip.x + .5));
  ivec2 q = ivec2(bone * 3, int(clip.y + .5));
  a = mix(texelFetch(uBones, p, 0), texelFetch(uBones, q, 0), clip.z);
  b = mix(texelFetch(uBones, p + ivec2(1, 0), 0), texelFetch(uBones, q + ivec2(1, 0), 0), clip.z);
  c = mix(texelFetch(uBones, p + ivec2(2, 0), 0), texelFetch(uBones, q + ivec2(2, 0), 0), clip.z);
}
void blend(vec4 now, vec4 before, int bone, out vec4 a, out vec4 b, out vec4 c) {
  frames(now, bone, a, b, c);
  if (now.w > .001) {
    vec4 x, y, z;
    frames(before, bone, x, y, z);
    a = mix(a, x, now.w);
    b = mix(b, y, now.w);
    c = mix(c, z, now.w);
  }
}
void pickBone() {
  int bone = tag.x;
  vec4 now = who(1), before = who(2), upper = who(3);
  blend(now, before, bone, row0, row1, row2);
  if (before.w > .001 && float(bone) > upper.w - .5) {
    // The upper clip was posed over resting hips: carry it on the hips of the legs' clip.
    vec4 h0, h1, h2, u0, u1, u2;
    blend(now, before, 0, h0, h1, h2);
    frames(upper, bone, u0, u1, u2);
    mat4 hips = transpose(mat4(h0, h1, h2, vec4(0., 0., 0., 1.)));
    mat4 over = transpose(hips * transpose(mat4(u0, u1, u2, vec4(0., 0., 0., 1.))));
    row0 = mix(row0, over[0], before.w);
    row1 = mix(row1, over[1], before.w);
    row2 = mix(row2, over[2], before.w);
  }
}
vec3 turned(vec3 v, float yaw) {
  float c = -cos(yaw), s = sin(yaw);
  return vec3(v.x * c + v.z * s, v.y, -v.x * s + v.z * c);
}
bool worn(float parts) {
  int part = tag.w & 31;
  // 24 bits of a whole number: half a step more would be rounded to the next one.
  return part == 0 || ((int(parts) >> (part - 1)) & 1) == 1;
}
vec3 skinned(vec3 p) {
  vec4 place = who(0), size = who(4), more = who(7);
  if (!worn(size.w)) return vec3(0., -1000., 0.);
  if (size.z != 1. && tag.x == (int(more.w + .5) & 255) - 1) p = (p - uHeadPivot) * size.z + uHeadPivot;
  vec4 q = vec4(p, 1.);
  vec3 w = vec3(dot(row0, q), dot(row1, q), dot(row2, q)) * vec3(size.y, 1., size.y) * size.x;
  w.yz += vec2(-more.y, w.y * more.z);
  return turned(w, place.w) + place.xyz;
}
`;

const DYE_GLSL = /* glsl */ `
{
  int slot = tag.y;
  int dye = slot - ${FIXED};
  if (slot == ${SLOTS.charge}) dye = int(who(7).w + .5) >> 8;
  else if (slot < ${FIXED}) {
    vec4 packed = who(5);
    float three = slot < 3 ? packed.x : slot < 6 ? packed.y : slot < 9 ? packed.z : packed.w;
    // As in worn: no half step.
    dye = (int(three) >> ((slot % 3) * 8)) & 255;
  }
  vDye = texelFetch(uDyes, ivec2(dye, 0), 0).rgb * (float(tag.z) / 128.);
  vec4 light = who(6), more = who(7);
  vDye = mix(vDye, vec3(.45, .72, 1.) * (.25 + dot(vDye, vec3(.33))), more.x);
  float glow = float(tag.w >> ${PART_BITS}) / ${GLOW_STEPS}.;
  vShine = light.rgb + vDye * glow * (1.1 + .25 * sin(uTime * 2.4 + float(actor)));
  vFade = light.w;
}`;

const HEAD_PIVOT = 'const vec3 uHeadPivot = vec3(0., 1.35, 0.);';

export function crowdMaterials(textures: CrowdTextures): { body: MeshLambertMaterial; depth: MeshDepthMaterial } {
  const uniforms = { ...textures };
  const body = stylize(new MeshLambertMaterial(), {
    uniforms,
    rim: true,
    vertexHead: `${HEAD_PIVOT}${SKIN_GLSL}varying vec3 vDye, vShine; varying float vFade;`,
    vertexNormal: /* glsl */ `
pickCorner();
pickBone();
objectNormal = turned(normalize(vec3(dot(row0.xyz, facing), dot(row1.xyz, facing), dot(row2.xyz, facing))), who(0).w);`,
    vertexBegin: `transformed = skinned(spot);${DYE_GLSL}`,
    fragmentHead: 'varying vec3 vDye, vShine; varying float vFade;',
    fragmentColor: /* glsl */ `
if (vFade < .999 && fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(.06711056, .00583715)))) > vFade) discard;
diffuseColor.rgb = vDye;`,
    fragmentOut: 'outgoingLight += vShine;',
  });
  const depth = new MeshDepthMaterial();
  depth.onBeforeCompile = shader => {
    Object.assign(shader.uniforms, uniforms);
    shader.vertexShader = shader.vertexShader.replace('#include <common>', `#include <common>\n${HEAD_PIVOT}${SKIN_GLSL}`).replace(
      '#include <begin_vertex>', // The casting body is coarser than the lit one: a little thinner, so that it does not shade its own skin.
      '#include <begin_vertex>\npickCorner();\npickBone();\ntransformed = skinned(spot - facing * .03);',
    );
  };
  return { body, depth };
}
