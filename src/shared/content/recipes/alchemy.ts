// Alchemy: herbs to draughts and elixirs, and foci that need steeping. At an alembic. In: nothing. Out: recipes 60-79.
import { recipeOf } from './recipe';

const alchemy = recipeOf('alchemy');

// biome-ignore format: a table reads best with one row to a line
export const ALCHEMY = [
  alchemy(60, 'healing-draught', 0, 'start', { healwort: 2, 'glass-vial': 1 }),
  alchemy(61, 'clear-water-flask', 8, 'skill', { brambleberry: 3, healwort: 1, 'glass-vial': 1 }),
  alchemy(62, 'strong-draught', 26, 'skill', { healwort: 3, moonbell: 2, 'glass-vial': 1 }),
  alchemy(63, 'elixir-swiftness', 28, 'taught', { moonbell: 2, 'hare-foot': 1, 'glass-vial': 1 }, 400),
  alchemy(64, 'moonbell-wand', 30, 'skill', { 'oak-log': 2, moonbell: 4, 'glow-gem': 1 }),
  alchemy(65, 'elixir-stone', 38, 'skill', { saltwort: 3, 'chitin-plate': 1, 'glass-vial': 1 }),
  alchemy(66, 'frostlace-flask', 50, 'skill', { frostlace: 2, saltwort: 1, 'glass-vial': 1 }),
  alchemy(67, 'greater-draught', 52, 'skill', { frostlace: 2, healwort: 2, 'glass-vial': 1 }),
  alchemy(68, 'elixir-regrowth', 56, 'found', { healwort: 3, 'wisp-glimmer': 1, 'glass-vial': 1 }),
  alchemy(69, 'frostlace-staff', 58, 'skill', { 'hornbeam-log': 3, frostlace: 4, 'glow-gem': 1 }),
  alchemy(70, 'elixir-lasting-stone', 70, 'taught', { frostlace: 2, saltwort: 2, 'crab-shell': 1, 'glass-vial': 1 }, 2400),
  alchemy(71, 'mighty-draught', 78, 'skill', { duskflame: 2, frostlace: 1, 'glass-vial': 1 }),
  alchemy(72, 'duskflame-flask', 80, 'skill', { duskflame: 2, saltwort: 1, 'glass-vial': 1 }),
  alchemy(73, 'elixir-deep-root', 84, 'found', { duskflame: 2, 'thorn-antler': 1, healwort: 2, 'glass-vial': 1 }),
  alchemy(74, 'duskflame-orb', 86, 'skill', { 'ghostwood-log': 3, duskflame: 4, 'glow-gem': 2 }),
];
