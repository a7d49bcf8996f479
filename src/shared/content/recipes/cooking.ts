// Cooking: fish, meat and berries to meals. At a hearth or any fire. In: nothing. Out: recipes 80-99.
import { recipeOf } from './recipe';

const cooking = recipeOf('cooking');

// biome-ignore format: a table reads best with one row to a line
export const COOKING = [
  cooking(80, 'grilled-trout', 0, 'start', { 'silver-trout': 1, 'cooking-salt': 1 }),
  cooking(81, 'roast-haunch', 4, 'start', { 'boar-haunch': 1, 'cooking-salt': 1 }),
  cooking(82, 'berry-tart', 8, 'skill', { brambleberry: 4, 'cooking-salt': 1 }),
  cooking(83, 'hunters-stew', 16, 'skill', { venison: 1, 'stringy-meat': 2, healwort: 1 }),
  cooking(84, 'smoked-eel', 25, 'skill', { 'fen-eel': 1, 'alder-log': 1, 'cooking-salt': 1 }),
  cooking(85, 'cloud-pudding', 30, 'taught', { cloudberry: 4, 'cooking-salt': 1 }, 260),
  cooking(86, 'fen-chowder', 36, 'skill', { 'fen-eel': 1, 'snapper-claw': 1, saltwort: 1 }),
  cooking(87, 'salted-bream', 50, 'skill', { 'moon-bream': 1, saltwort: 1, 'cooking-salt': 2 }),
  cooking(88, 'spiced-venison', 58, 'found', { venison: 2, frostlace: 1, 'cooking-salt': 1 }),
  cooking(89, 'storm-platter', 76, 'skill', { 'storm-cod': 1, saltwort: 1, 'cooking-salt': 2 }),
  cooking(90, 'wayfarers-feast', 88, 'taught', { 'storm-cod': 1, venison: 2, cloudberry: 2, 'moon-bream': 1 }, 3600),
];
