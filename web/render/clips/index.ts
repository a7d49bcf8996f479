// All clips of people, one table.
import type { Clips } from '../skeleton';
import { COMBAT } from './combat';
import { LOCOMOTION } from './locomotion';
import { RIDING } from './riding';
import { SOCIAL } from './social';

export const PEOPLE_CLIPS: Clips = { ...LOCOMOTION, ...COMBAT, ...SOCIAL, ...RIDING };
