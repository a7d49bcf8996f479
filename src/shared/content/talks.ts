// Talks: what can be said with villagers beside their work, and what is decided there. In: nothing. Out: one table; ids travel on the wire and
// answers stand in records by their order: never reuse an id, never move an answer that is remembered.
import type { Talk } from './kinds';
import { SIDE_TALKS } from './talks/side';
import { STORY_TALKS } from './talks/story';

export const TALKS: readonly Talk[] = [...STORY_TALKS, ...SIDE_TALKS];
