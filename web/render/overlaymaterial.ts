// Material for everything drawn over the world without its light: sparks, streaks, rings, plates. Colours are display colours (sRGB),
// premultiplied, so that one draw can both glow and cover.
import { CustomBlending, DoubleSide, OneFactor, OneMinusSrcAlphaFactor, ShaderMaterial } from 'three';
import { shared } from './style';

export function overlayMaterial(
  vertexShader: string,
  fragmentShader: string,
  uniforms: Record<string, { value: unknown }> = {},
): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader,
    fragmentShader,
    uniforms: { ...shared, ...uniforms },
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
    toneMapped: false,
    blending: CustomBlending,
    blendSrc: OneFactor,
    blendDst: OneMinusSrcAlphaFactor,
  });
}

/** sRGB display colour of '#rrggbb', 0..1. */
export function display(hex: string): [number, number, number] {
  const bits = Number.parseInt(hex.slice(1), 16);
  return [(bits >> 16) / 255, ((bits >> 8) & 255) / 255, (bits & 255) / 255];
}
