// All recipes, trade by trade, in the order in which one comes to them. In: a file each. Out: one list.
import { ALCHEMY } from './recipes/alchemy';
import { COOKING } from './recipes/cooking';
import { SMITHING } from './recipes/smithing';
import { TAILORING } from './recipes/tailoring';
import type { Recipe } from './trades';

export const RECIPES: readonly Recipe[] = [...SMITHING, ...TAILORING, ...ALCHEMY, ...COOKING];
