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
/** Scales, spines, belly, claws; the wings' skin; eyes. */
const drake = (scale: Dye, spine: Dye, belly: Dye, claw: Dye, wing: Dye, eyes: Dye): readonly Dye[] => [
  scale,
  spine,
  belly,
  claw,
  ...six(wing),
  wing,
  eyes,
];
const six = (dye: Dye): readonly Dye[] => [dye, dye, dye, dye, dye, dye];

export const WOLF_COATS: Coats = {
  'crag-wolf': wolf('deerDark', 'woodDark', 'wolfPale', 'foeEye'),
  'salt-wolf': wolf('wolfWhite', 'wolfGrey', 'ivory', 'foeEye'),
  'pine-shadow': wolf('smoke', 'black', 'wolfMother', 'redEye'),
  'shadow-runner': wolf('black', 'black', 'smoke', 'redEye'),
  'fell-wolf': wolf('ironDark', 'wolfMother', 'wolfWhite', 'foeEye'),
  cragjaw: wolf('woodDark', 'black', 'leatherPale', 'redEye'),
  'barrow-hound': wolf('graveDark', 'black', 'bone', 'wightEye'),
  'cinder-hound': wolf('black', 'captainCoat', 'rust', 'gemFire'),
};
export const BOAR_COATS: Coats = {
  tusker: boar('moss', 'boarDark', 'leatherPale'),
  'heath-tusker': boar('rust', 'leatherDark', 'leatherPale'),
  'fell-tusker': boar('wolfMother', 'black', 'wolfGrey'),
  grumbleback: boar('woodDark', 'moss', 'leatherDark'),
  'root-piglet': boar('leather', 'moss', 'leatherPale'),
};
export const DEER_COATS: Coats = {
  'thorn-stag': deer('woodDark', 'leatherDark', 'leatherPale', 'moss', 'black'),
  'court-stag': deer('deerDark', 'leatherDark', 'deerPale', 'bone', 'black'),
  'rime-stag': deer('wolfGrey', 'ironDark', 'wolfWhite', 'starSilver', 'black'),
  stormhart: deer('ironDark', 'smoke', 'coldIron', 'gemBlue', 'gemWhite'),
  'white-hart': deer('flour', 'ivory', 'flour', 'gold', 'gemBlue'),
};
export const SPIDER_COATS: Coats = {
  'holly-weaver': spider('moss', 'graveDark', 'banditRed', 'redEye'),
  'dune-stalker': spider('straw', 'strawDark', 'leatherDark', 'redEye'),
  pitchback: spider('smoke', 'black', 'gemViolet', 'gemViolet'),
  'brood-nurse': spider('captainCoat', 'black', 'gemFire', 'gemFire'),
  'cairn-weaver': spider('iron', 'ironDark', 'gemWhite', 'gemBlue'),
};
export const CRAWLER_COATS: Coats = {
  'strand-crab': shelled('leatherPale', 'snapperDark', 'snapperGlow'),
  'tide-crab': shelled('militia', 'ironDark', 'gemBlue'),
  'cliff-crab': shelled('rust', 'leatherDark', 'gold'),
  'wrack-crab': shelled('banditRed', 'captainCoat', 'redEye'),
  'mole-crawler': shelled('wood', 'woodDark', 'crawlerGlow'),
  'bilge-crab': shelled('graveDark', 'militia', 'gemGreen'),
  'adit-crawler': shelled('ironDark', 'smoke', 'gemBlue'),
};
export const WISP_COATS: Coats = {
  'kiln-sprite': light('gemFire', 'rust', 'foeEye'),
  'charcoal-imp': light('redEye', 'smoke', 'gemFire'),
  'piper-light': light('gemWhite', 'moss', 'gemGreen'),
  'corpse-candle': light('gemWhite', 'graveDark', 'wightEye'),
  'choir-voice': light('flour', 'abbot', 'abbotEye'),
  'stray-spark': light('gemWhite', 'coldIron', 'gemBlue'),
  'storm-sprite': light('flour', 'coldIron', 'gemViolet'),
};
export const DRAKE_COATS: Coats = {
  '': drake('rust', 'leatherDark', 'straw', 'hoof', 'copper', 'foeEye'),
  wyrmling: drake('captainCoat', 'black', 'copper', 'hoof', 'rust', 'gemFire'),
  hatchling: drake('copper', 'captainCoat', 'straw', 'hoof', 'strawDark', 'gemFire'),
  hearthmaw: drake('banditDark', 'captainCoat', 'goldDark', 'black', 'captainCoat', 'gemFire'),
};
