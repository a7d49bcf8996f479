// Every colour a body can wear, by number, as sRGB hex. The crowd's shader looks them up in one small texture; looks.ts holds the numbers.
// Pure: the character screen may read it too.
import type { CLOTH_COLORS, HAIR_COLORS } from '../../../src/shared/content/looks';

export const SKIN_DYES = ['#f6d7b8', '#efc49c', '#dfa878', '#c98a5c', '#a86b43', '#835031', '#623a24', '#48291a'] as const;

/** In the order of HAIR_COLORS. */
export const HAIR_DYES = [
  '#2b2326',
  '#46301f',
  '#6b4426',
  '#8a5428',
  '#8f3f22',
  '#b5451f',
  '#d2702c',
  '#c09055',
  '#e6c56a',
  '#f0dc94',
  '#a79c8d',
  '#8d8a8b',
  '#bcc0c6',
  '#f0ece4',
  '#2f3f66',
  '#5f7040',
] as const satisfies { length: (typeof HAIR_COLORS)['length'] };

/** In the order of CLOTH_COLORS. */
export const CLOTH_DYES = [
  '#efe3c8',
  '#d2bd92',
  '#9c6a42',
  '#b4503f',
  '#cf6a34',
  '#dcae42',
  '#84994a',
  '#3f7250',
  '#35858a',
  '#66788c',
  '#34508a',
  '#7c4f94',
  '#cf8398',
  '#74553c',
  '#4a4a55',
  '#f5f1e6',
] as const satisfies { length: (typeof CLOTH_COLORS)['length'] };

/** In the order of COVENANTS: cloak, then its darker trim. */
export const COVENANT_DYES = [
  ['#2f7fe0', '#1d529f'],
  ['#e4572e', '#a63a1f'],
  ['#8d5bd6', '#5b3896'],
] as const;

/** Named colours that are no choice of the wearer. */
export const DYES = {
  eye: '#241c22',
  glint: '#ffffff',
  mouth: '#8f3f38',
  blush: '#e88f7a',
  pink: '#e79a92',
  ivory: '#f2ead2',
  bone: '#e3d9bf',
  boneDark: '#b9ab8c',
  black: '#1b191d',
  smoke: '#3a3640',
  leather: '#8a5a34',
  leatherDark: '#5a3a26',
  leatherPale: '#b98855',
  wood: '#7d5433',
  woodDark: '#54361f',
  woodPale: '#b8894f',
  rope: '#cdb07a',
  steel: '#b3bdc9',
  iron: '#8d97a4',
  ironDark: '#5b6472',
  rust: '#93694a',
  gold: '#f0bf4c',
  goldDark: '#b98428',
  copper: '#c8794a',
  coldIron: '#8fb4d6',
  starSilver: '#d8e4f5',
  gemBlue: '#7fe0ff',
  gemFire: '#ff9d3f',
  gemGreen: '#8df08a',
  gemViolet: '#c89bff',
  gemWhite: '#eef6ff',
  fletch: '#f4efe2',
  string: '#e9e2cf',
  straw: '#e2bf68',
  strawDark: '#b98d46',
  flour: '#fbf7ee',
  banditRed: '#a5342d',
  banditDark: '#4b3530',
  militia: '#3d6fb3',
  captainCoat: '#7a1f2b',
  grave: '#4f5a52',
  graveDark: '#333c3b',
  abbot: '#5b4a68',
  wolf: '#7d7f8a',
  wolfDark: '#585a66',
  wolfPale: '#b9b6b2',
  wolfGrey: '#a9adb8',
  wolfMother: '#4e5364',
  wolfWhite: '#dfe0e4',
  boar: '#7a4f38',
  boarDark: '#4f3328',
  boarPale: '#a3745a',
  tusk: '#f3e8cc',
  hoof: '#3c2f2b',
  deer: '#b8794a',
  deerDark: '#8d5733',
  deerPale: '#efdcbb',
  antler: '#d9c29a',
  hare: '#a9835a',
  harePale: '#e9d9bd',
  hareDark: '#7e5f42',
  fox: '#d96f2e',
  foxDark: '#3f2a26',
  foxPale: '#f6ecdc',
  spider: '#4d3f63',
  spiderDark: '#2e2740',
  spiderMark: '#e0584c',
  widow: '#6d5f7f',
  widowMark: '#b7f06a',
  crawler: '#56707a',
  crawlerDark: '#33454d',
  crawlerGlow: '#ffb24a',
  snapper: '#8a6a48',
  snapperDark: '#5d4531',
  snapperGlow: '#e9d28f',
  wispCore: '#e6fbff',
  wispGlow: '#76e2ff',
  wispShell: '#3aa7d8',
  wightEye: '#7df7d0',
  abbotEye: '#d59bff',
  moss: '#6f9a45',
  foeEye: '#ffcf5a',
  redEye: '#ff5a3a',
  bronze: '#b07a3e',
  verdigris: '#5b9482',
  nightSteel: '#3c4663',
  lampblack: '#2b2d3b',
  owl: '#75624d',
  forest: '#3b6a46',
  heather: '#6f4c82',
  tide: '#2f6c86',
  sunGold: '#ffcf4d',
  wyrmScale: '#8f2431',
  wyrmDark: '#40202b',
  flame: '#ff8a2b',
  dawn: '#ffe9b0',
  horseBay: '#a86c40',
  horseBayDark: '#4a332a',
  horseMane: '#2d211d',
  horseGrey: '#aab0b8',
  horseGreyDark: '#6d737d',
  horseWhite: '#ece8df',
  horseCoal: '#56525e',
} as const;
export type Dye = keyof typeof DYES;

const names = Object.keys(DYES) as Dye[];
const FIRST = { skin: 0, hair: 8, cloth: 24, covenant: 40, named: 46 };
/** All colours in the order of the texture. */
export const ALL_DYES: readonly string[] = [
  ...SKIN_DYES,
  ...HAIR_DYES,
  ...CLOTH_DYES,
  ...COVENANT_DYES.flat(),
  ...Object.values(DYES),
];

export const skinDye = (n: number) => FIRST.skin + (n % SKIN_DYES.length);
export const hairDye = (n: number) => FIRST.hair + (n % HAIR_DYES.length);
export const clothDye = (n: number) => FIRST.cloth + (n % CLOTH_DYES.length);
/** Colour of a covenant (0 azure, 1 ember, 2 violet); others take plain russet cloth. */
export const covenantDye = (n: number, dark = false) =>
  n < COVENANT_DYES.length ? FIRST.covenant + n * 2 + (dark ? 1 : 0) : clothDye(2);
export const dye = (name: Dye) => FIRST.named + names.indexOf(name);
