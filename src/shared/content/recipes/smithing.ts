// Smithing: ore to ingots, ingots to blades, barrels and plate. At an anvil. In: nothing. Out: recipes 1-29.
import { recipeOf } from './recipe';

const smithing = recipeOf('smithing');

// biome-ignore format: a table reads best with one row to a line
export const SMITHING = [
  smithing(1, 'iron-ingot', 0, 'start', { 'iron-ore': 2, 'smiths-flux': 1 }),
  smithing(2, 'cobalt-ingot', 25, 'skill', { 'mere-cobalt': 2, 'smiths-flux': 1 }),
  smithing(3, 'silver-ingot', 50, 'skill', { 'star-silver': 2, 'smiths-flux': 1 }),
  smithing(4, 'emberheart-ingot', 75, 'skill', { 'emberheart-ore': 2, 'smiths-flux': 2 }),
  smithing(5, 'hedge-blade', 5, 'start', { 'iron-ingot': 2, 'alder-log': 1 }),
  smithing(6, 'iron-helm', 10, 'skill', { 'iron-ingot': 2, 'cured-leather': 1 }),
  smithing(7, 'iron-byrnie', 18, 'taught', { 'iron-ingot': 5, 'cured-leather': 2 }, 180),
  smithing(8, 'cobalt-falchion', 28, 'skill', { 'cobalt-ingot': 2, 'oak-log': 1, 'cured-leather': 1 }),
  smithing(9, 'cobalt-carbine', 30, 'taught', { 'cobalt-ingot': 2, 'iron-ingot': 2, 'oak-log': 2 }, 420),
  smithing(10, 'cobalt-greaves', 34, 'skill', { 'cobalt-ingot': 3, 'thick-leather': 2 }),
  smithing(11, 'cobalt-warblade', 40, 'skill', { 'cobalt-ingot': 4, 'oak-log': 1, 'thick-leather': 1 }),
  smithing(12, 'cobalt-helm', 44, 'found', { 'cobalt-ingot': 3, 'thick-leather': 1, 'glow-gem': 1 }),
  smithing(13, 'starfall-sword', 54, 'skill', { 'silver-ingot': 4, 'hornbeam-log': 1, 'rugged-leather': 1 }),
  smithing(14, 'silver-rifle', 58, 'taught', { 'silver-ingot': 3, 'cobalt-ingot': 2, 'hornbeam-log': 2 }, 1600),
  smithing(15, 'silver-plate', 60, 'taught', { 'silver-ingot': 5, 'rugged-leather': 2 }, 1800),
  smithing(16, 'silver-greaves', 66, 'skill', { 'silver-ingot': 4, 'rugged-leather': 2 }),
  smithing(17, 'emberheart-axe', 78, 'skill', { 'emberheart-ingot': 3, 'hornbeam-log': 2, 'rugged-leather': 1 }),
  smithing(18, 'ember-helm', 80, 'skill', { 'emberheart-ingot': 2, 'ancient-leather': 1 }),
  smithing(19, 'ember-thunderer', 84, 'taught', { 'emberheart-ingot': 4, 'silver-ingot': 2, 'ghostwood-log': 2, 'kiln-ember': 2 }, 5200),
  smithing(20, 'ember-plate', 88, 'taught', { 'emberheart-ingot': 5, 'ancient-leather': 2 }, 5600),
  smithing(21, 'ember-greaves', 92, 'skill', { 'emberheart-ingot': 4, 'ancient-leather': 2 }),
  smithing(22, 'kingmaker', 95, 'found', { 'emberheart-ingot': 5, 'silver-ingot': 2, 'ghostwood-log': 2, 'tarnished-coin': 1 }),
];
