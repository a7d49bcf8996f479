// All bodies that are no people, by the `body` of monsters.ts.
import type { Species } from './species';

export const SPECIES: Record<string, Species> = {};
