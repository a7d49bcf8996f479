// The one palette: every colour of the world by name, as sRGB hex, and as the linear numbers that meshes and shaders want.
// No three in here: the builder worker reads it too.

export const PALETTE = {
  // ground
  grass: '#86b053',
  grassLush: '#70a54b',
  grassDry: '#c0b45e',
  grassDark: '#548a42',
  meadow: '#9fbb5e',
  moss: '#6f9a45',
  dirt: '#c49a66',
  dirtDark: '#a87e50',
  cobble: '#b9ab98',
  cobbleDark: '#978a7b',
  sand: '#ead6a0',
  rock: '#8f8a8c',
  rockDark: '#6f6a75',
  rockWarm: '#a3968a',
  snow: '#f3f6fb',
  field: '#d9b64e',
  soil: '#8f6743',
  // growing things
  leaf: '#5f9c3c',
  leafBright: '#7fb544',
  leafPale: '#a3c94f',
  leafDeep: '#4c8743',
  leafApple: '#6da84a',
  autumnOrange: '#e0973d',
  autumnRed: '#d2692f',
  autumnGold: '#e8c04c',
  blossom: '#f2b7c6',
  pineDark: '#2f6d4f',
  pine: '#438a58',
  pinePale: '#6aa763',
  cabbage: '#86b866',
  reed: '#93a24e',
  reedDry: '#b9a763',
  cattail: '#6d4428',
  heather: '#a4689f',
  heatherPale: '#cf97c2',
  dune: '#b7b56c',
  dunePale: '#dccd8e',
  bark: '#7a5237',
  barkPale: '#d9cfbd',
  barkDark: '#5a3b2b',
  deadwood: '#8c7d70',
  // building
  plaster: '#f3e7cb',
  plasterWarm: '#ecd7b0',
  plasterGrey: '#e3dccf',
  timber: '#6c452c',
  timberDark: '#4f3222',
  timberPale: '#94653f',
  plank: '#a97f55',
  stone: '#a39d95',
  stoneDark: '#86818a',
  stonePale: '#c0b8aa',
  roofRed: '#c9573b',
  roofRust: '#b5482f',
  roofBlue: '#5b7191',
  roofTeal: '#4d8a88',
  thatch: '#d8b062',
  thatchDark: '#b98d46',
  glass: '#35506e',
  glow: '#ffd27a',
  fire: '#ff9a3c',
  coal: '#2b2523',
  // things and people
  azure: '#2f7fe0',
  azureDark: '#1d529f',
  ember: '#e4572e',
  emberDark: '#a63a1f',
  violet: '#8d5bd6',
  violetDark: '#5b3896',
  gold: '#f0bf4c',
  goldDark: '#b98428',
  iron: '#9aa4b2',
  ironDark: '#5d6675',
  leather: '#8a5a34',
  leatherDark: '#5e3c24',
  cloth: '#efe6d2',
  canvas: '#d8c7a0',
  bone: '#e8e0cc',
  apple: '#d8473a',
  ore: '#d98a4a',
  crystal: '#7fe0ff',
  // water and sky
  waterShallow: '#63d2c6',
  water: '#2d9cc0',
  waterDeep: '#19619f',
  foam: '#f4fcff',
  smoke: '#eef0f2',
  white: '#ffffff',
} as const;

export type Paint = keyof typeof PALETTE;
export type Hex = `#${string}`;
/** Linear red, green, blue, each 0..1. */
export type Rgb = readonly [r: number, g: number, b: number];

const known = new Map<string, Rgb>();

/** The linear colour of a palette name or a #rrggbb text. */
export function rgb(paint: Paint | Hex): Rgb {
  const found = known.get(paint);
  if (found) return found;
  const hex = paint.startsWith('#') ? paint : PALETTE[paint as Paint];
  const bits = Number.parseInt(hex.slice(1), 16);
  const color: Rgb = [toLinear((bits >> 16) & 255), toLinear((bits >> 8) & 255), toLinear(bits & 255)];
  known.set(paint, color);
  return color;
}

export function mixRgb(a: Rgb, b: Rgb, t: number): Rgb {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

export function scaleRgb(a: Rgb, k: number): Rgb {
  return [a[0] * k, a[1] * k, a[2] * k];
}

/** IEC 61966-2-1: one sRGB byte as linear light. */
function toLinear(byte: number): number {
  const s = byte / 255;
  return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
}

/** The same curve back: linear light as an sRGB byte. */
export function toSrgbByte(linear: number): number {
  const s = linear <= 0.0031308 ? linear * 12.92 : 1.055 * Math.max(0, linear) ** (1 / 2.4) - 0.055;
  return Math.max(0, Math.min(255, Math.round(s * 255)));
}
