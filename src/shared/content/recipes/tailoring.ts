// Tailoring: hides to leather, thread to cloth, both to clothes, and bows, whose strings are the half of them. At a loom. In: nothing. Out: recipes 30-59.
import { recipeOf } from './recipe';

const tailoring = recipeOf('tailoring');

// biome-ignore format: a table reads best with one row to a line
export const TAILORING = [
  tailoring(30, 'cured-leather', 0, 'start', { 'rough-hide': 2, 'cooking-salt': 1 }),
  tailoring(31, 'thick-leather', 25, 'skill', { 'thick-hide': 2, 'cooking-salt': 1 }),
  tailoring(32, 'rugged-leather', 50, 'skill', { 'rugged-hide': 2, 'cooking-salt': 1 }),
  tailoring(33, 'ancient-leather', 75, 'skill', { 'ancient-hide': 2, 'cooking-salt': 2 }),
  tailoring(34, 'linen-bolt', 0, 'start', { 'linen-scrap': 2, 'strong-thread': 1 }),
  tailoring(35, 'silk-bolt', 25, 'skill', { 'spider-silk': 2, 'strong-thread': 1 }),
  tailoring(36, 'moonsilk-bolt', 50, 'skill', { 'silk-bolt': 1, moonbell: 2, 'strong-thread': 1 }),
  tailoring(37, 'starweave-bolt', 75, 'skill', { 'moonsilk-bolt': 1, 'silver-ingot': 1 }),
  tailoring(38, 'stitched-jerkin', 5, 'start', { 'cured-leather': 3, 'strong-thread': 1 }),
  tailoring(39, 'stitched-boots', 10, 'skill', { 'cured-leather': 2, 'strong-thread': 1 }),
  tailoring(40, 'homespun-robe', 12, 'skill', { 'linen-bolt': 3, 'strong-thread': 1 }),
  tailoring(41, 'thickhide-gloves', 26, 'skill', { 'thick-leather': 2, 'strong-thread': 1 }),
  tailoring(42, 'thickhide-hood', 30, 'taught', { 'thick-leather': 2, 'linen-bolt': 1, 'strong-thread': 1 }, 360),
  tailoring(43, 'oak-longbow', 30, 'skill', { 'oak-log': 4, 'thick-leather': 1, 'strong-thread': 2 }),
  tailoring(44, 'silk-hood', 34, 'skill', { 'silk-bolt': 3, 'strong-thread': 1 }),
  tailoring(45, 'thickhide-jerkin', 40, 'skill', { 'thick-leather': 4, 'wolf-fang': 2, 'strong-thread': 1 }),
  tailoring(46, 'silk-robe', 46, 'taught', { 'silk-bolt': 5, 'linen-bolt': 1, 'strong-thread': 2 }, 900),
  tailoring(47, 'ruggedhide-boots', 51, 'skill', { 'rugged-leather': 2, 'thick-leather': 1, 'strong-thread': 1 }),
  tailoring(48, 'ruggedhide-gloves', 54, 'skill', { 'rugged-leather': 2, fletching: 2, 'strong-thread': 1 }),
  tailoring(49, 'hornbeam-bow', 55, 'skill', { 'hornbeam-log': 4, 'rugged-leather': 1, 'strong-thread': 2 }),
  tailoring(50, 'ruggedhide-hood', 60, 'found', { 'rugged-leather': 2, 'crag-pelt': 2, 'strong-thread': 1 }),
  tailoring(51, 'moonsilk-circlet', 62, 'skill', { 'moonsilk-bolt': 2, 'silver-ingot': 1, 'river-pearl': 1 }),
  tailoring(52, 'moonsilk-robe', 66, 'taught', { 'moonsilk-bolt': 4, 'strong-thread': 2 }, 2200),
  tailoring(53, 'ruggedhide-jerkin', 70, 'skill', { 'rugged-leather': 5, 'chitin-plate': 2, 'strong-thread': 2 }),
  tailoring(54, 'ancient-gloves', 80, 'skill', { 'ancient-leather': 2, 'strong-thread': 2 }),
  tailoring(55, 'ghostwood-bow', 82, 'taught', { 'ghostwood-log': 5, 'ancient-leather': 1, 'spider-silk': 2 }, 4800),
  tailoring(56, 'ancient-boots', 86, 'skill', { 'ancient-leather': 2, 'rugged-leather': 1, 'strong-thread': 2 }),
  tailoring(57, 'starweave-mantle', 90, 'found', { 'starweave-bolt': 3, 'moonsilk-bolt': 1, 'glow-gem': 1 }),
];
