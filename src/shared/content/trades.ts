// Trades and what they need: which station each works at, what is won from the land and how hard that is. In: nothing. Out: tables by key.
// Skills are 0..100 points (rules/skills.ts); the four steps of everything lie at 0, 25, 50 and 75.
import type { Prop } from './kinds';

export const TRADES = ['smithing', 'tailoring', 'alchemy', 'cooking'] as const;
export type Trade = (typeof TRADES)[number];
export const HARVESTS = ['mining', 'logging', 'herbalism', 'skinning', 'fishing'] as const;
export type Harvest = (typeof HARVESTS)[number];
export type Skill = Trade | Harvest;
export const SKILLS: readonly Skill[] = [...TRADES, ...HARVESTS];

// ---- stations ----

export type Station = 'anvil' | 'loom' | 'alembic' | 'hearth';
export const STATION_OF: Record<Trade, Station> = { smithing: 'anvil', tailoring: 'loom', alchemy: 'alembic', cooking: 'hearth' };
/** What serves as which station: any fire will do for a pot. */
export const SERVES_AS: Partial<Record<Prop['kind'], Station>> = {
  anvil: 'anvil',
  loom: 'loom',
  alembic: 'alembic',
  hearth: 'hearth',
  campfire: 'hearth',
};

// ---- what is won ----

export interface Harvested {
  by: Harvest;
  /** Points without which it cannot be won. */
  skill: number;
  /** As a foe of this level, for points of experience. */
  level: number;
}
const won = (by: Harvest, skill: number, level: number): Harvested => ({ by, skill, level });

/** By key of the thing; what is not here (chests) needs no skill. */
export const HARVEST: Readonly<Record<string, Harvested>> = {
  'iron-ore': won('mining', 0, 1),
  'mere-cobalt': won('mining', 25, 5),
  'star-silver': won('mining', 50, 9),
  'emberheart-ore': won('mining', 75, 14),
  'alder-log': won('logging', 0, 1),
  'oak-log': won('logging', 25, 5),
  'hornbeam-log': won('logging', 50, 9),
  'ghostwood-log': won('logging', 75, 14),
  healwort: won('herbalism', 0, 1),
  brambleberry: won('herbalism', 0, 1),
  cloudberry: won('herbalism', 15, 4),
  moonbell: won('herbalism', 15, 4),
  saltwort: won('herbalism', 25, 5),
  frostlace: won('herbalism', 50, 9),
  duskflame: won('herbalism', 75, 14),
  'silver-trout': won('fishing', 0, 1),
  'fen-eel': won('fishing', 25, 5),
  'moon-bream': won('fishing', 50, 9),
  'storm-cod': won('fishing', 75, 14),
};

/** Bodies under whose fur there is leather. */
export const HIDED: ReadonlySet<string> = new Set(['wolf', 'boar', 'deer', 'hare', 'fox']);
/** Hides by the level of the beast, the toughest first. */
export const HIDES: readonly { from: number; item: string; won: Harvested }[] = [
  { from: 13, item: 'ancient-hide', won: won('skinning', 75, 14) },
  { from: 9, item: 'rugged-hide', won: won('skinning', 50, 9) },
  { from: 5, item: 'thick-hide', won: won('skinning', 25, 5) },
  { from: 1, item: 'rough-hide', won: won('skinning', 0, 1) },
];

// ---- recipes ----

/** How one comes to know a recipe: everybody, whoever is skilled enough, whoever pays a teacher, whoever finds it out. */
export type Known = 'start' | 'skill' | 'taught' | 'found';
export interface Recipe {
  id: number;
  key: string;
  trade: Trade;
  /** Points in the trade without which it cannot be made. */
  skill: number;
  makes: { item: string; qty: number };
  /** At most four kinds, each once. */
  needs: readonly { item: string; qty: number }[];
  known: Known;
  /** What a teacher asks for it, in copper. */
  cost?: number;
}
export const MOST_NEEDS = 4;
