// Coats of the kinds that share a body: what tells a salt wolf from a fell wolf at first sight. In: a few dyes for each. Out: the twelve slots of
// a species, by monster key. Slots that a species does not use have its main dye.
import type { Dye } from '../wardrobe/dyes';

type Coats = Record<string, readonly Dye[]>;

const wolf = (fur: Dye, back: Dye, belly: Dye, eyes: Dye): readonly Dye[] => [fur, back, belly, back, 'black', ...six(fur), eyes];
const boar = (hide: Dye, bristles: Dye, belly: Dye): readonly Dye[] => [
  hide,
  bristles,
  belly,
  bristles,
  'hoof',
  'pink',
  ...six(hide).slice(1),
  'black',
];
const deer = (fur: Dye, back: Dye, belly: Dye, antlers: Dye, eyes: Dye): readonly Dye[] => [
  fur,
  back,
  belly,
  back,
  'hoof',
  ...six(fur).slice(1),
  antlers,
  eyes,
];
const spider = (body: Dye, legs: Dye, mark: Dye, eyes: Dye): readonly Dye[] => [
  body,
  legs,
  body,
  body,
  legs,
  mark,
  ...six(body).slice(1),
  eyes,
];
const shelled = (shell: Dye, joints: Dye, glow: Dye): readonly Dye[] => [shell, joints, joints, shell, joints, ...six(shell), glow];
const light = (core: Dye, shell: Dye, glow: Dye): readonly Dye[] => [core, shell, ...six(glow), ...six(glow).slice(2)];
const six = (dye: Dye): readonly Dye[] => [dye, dye, dye, dye, dye, dye];

export const WOLF_COATS: Coats = {
  'crag-wolf': wolf('deerDark', 'woodDark', 'wolfPale', 'foeEye'),
  'salt-wolf': wolf('wolfWhite', 'wolfGrey', 'ivory', 'foeEye'),
  'pine-shadow': wolf('smoke', 'black', 'wolfMother', 'redEye'),
  'shadow-runner': wolf('black', 'black', 'smoke', 'redEye'),
  'fell-wolf': wolf('ironDark', 'wolfMother', 'wolfWhite', 'foeEye'),
  cragjaw: wolf('woodDark', 'black', 'leatherPale', 'redEye'),
};
export const BOAR_COATS: Coats = {
  tusker: boar('moss', 'boarDark', 'leatherPale'),
  'heath-tusker': boar('rust', 'leatherDark', 'leatherPale'),
  'fell-tusker': boar('wolfMother', 'black', 'wolfGrey'),
};
export const DEER_COATS: Coats = {
  'thorn-stag': deer('woodDark', 'leatherDark', 'leatherPale', 'moss', 'black'),
  'court-stag': deer('deerDark', 'leatherDark', 'deerPale', 'bone', 'black'),
  'rime-stag': deer('wolfGrey', 'ironDark', 'wolfWhite', 'starSilver', 'black'),
  'white-hart': deer('flour', 'ivory', 'flour', 'gold', 'gemBlue'),
};
export const SPIDER_COATS: Coats = {
  'holly-weaver': spider('moss', 'graveDark', 'banditRed', 'redEye'),
  'dune-stalker': spider('straw', 'strawDark', 'leatherDark', 'redEye'),
  pitchback: spider('smoke', 'black', 'gemViolet', 'gemViolet'),
  'cairn-weaver': spider('iron', 'ironDark', 'gemWhite', 'gemBlue'),
};
export const CRAWLER_COATS: Coats = {
  'strand-crab': shelled('leatherPale', 'snapperDark', 'snapperGlow'),
  'tide-crab': shelled('militia', 'ironDark', 'gemBlue'),
  'cliff-crab': shelled('rust', 'leatherDark', 'gold'),
  'wrack-crab': shelled('banditRed', 'captainCoat', 'redEye'),
  'mole-crawler': shelled('wood', 'woodDark', 'crawlerGlow'),
  'adit-crawler': shelled('ironDark', 'smoke', 'gemBlue'),
};
export const WISP_COATS: Coats = {
  'kiln-sprite': light('gemFire', 'rust', 'foeEye'),
  'charcoal-imp': light('redEye', 'smoke', 'gemFire'),
  'piper-light': light('gemWhite', 'moss', 'gemGreen'),
  'storm-sprite': light('flour', 'coldIron', 'gemViolet'),
};
