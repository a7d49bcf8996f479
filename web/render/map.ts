// The region's ground maps as textures, bound to the shared uniforms.
import {
  DataTexture,
  HalfFloatType,
  LinearFilter,
  LinearMipmapLinearFilter,
  RedFormat,
  RGBAFormat,
  SRGBColorSpace,
  type Texture,
  UnsignedByteType,
} from 'three';
import { shared } from './style';
import type { GroundMaps } from './world/maps';

/** Makes (or replaces) the height, paint and mask textures. */
export function bindMaps(maps: GroundMaps): void {
  for (const old of [shared.uHeightMap, shared.uPaintMap, shared.uMaskMap]) old.value?.dispose();
  shared.uPlot.value.set(maps.x, maps.z, maps.size, maps.side);
  const heights = new DataTexture(maps.heights, maps.side, maps.side, RedFormat, HalfFloatType);
  shared.uHeightMap.value = smooth(heights);
  const paint = new DataTexture(maps.paint, maps.side, maps.side, RGBAFormat, UnsignedByteType);
  paint.colorSpace = SRGBColorSpace;
  shared.uPaintMap.value = smooth(paint);
  const mask = new DataTexture(maps.mask, maps.maskSide, maps.maskSide, RGBAFormat, UnsignedByteType);
  mask.generateMipmaps = true;
  shared.uMaskMap.value = smooth(mask);
  mask.minFilter = LinearMipmapLinearFilter;
}

function smooth(texture: DataTexture): Texture {
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearFilter;
  texture.needsUpdate = true;
  return texture;
}
