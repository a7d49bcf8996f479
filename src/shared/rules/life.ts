// What a character has become beside levels and belongings: class, talents, trades, deeds, what may be done again when. In: JSON as the
// record keeps it, of any age. Out: a whole life; what an older record does not know is as on the first day. Plain data, changed by rules.

export interface Life {
  /** Id of his class (content/classes.ts); 0: none chosen yet. */
  cls: number;
  /** Ids of chosen talents. */
  talents: number[];
  /** Points of experience that count double while they last. */
  rested: number;
  /** Id of the deed whose title he shows; 0: none. */
  title: number;
  /** Ids of deeds done, in the order in which they were. */
  deeds: number[];
  /** What deeds count, by name. */
  tallies: Record<string, number>;
  /** Points in each trade, by its key. */
  skills: Record<string, number>;
  /** Ids of recipes that he has discovered. */
  recipes: number[];
  /** The day (rules/days.ts) on which each daily task was done last, by quest id. */
  days: Record<string, number>;
  /** Which answer he gave in each talk that is remembered (content/talks.ts): its number among the talk's answers, from 1. */
  choices: Record<string, number>;
  /** What each lock was taken for last, by its name: a week's number, or the hour's of what comes every hour. */
  locks: Record<string, number>;
  /** Ids of the steeds he has, and of the one that comes when he calls; 0: none. */
  mounts: number[];
  mount: number;
  /** Ids of orders of the staff by which he was given something lately (region/orders.ts). */
  gifts: string[];
  /** Whether players may attack him where that is agreed upon (rules/laws.ts): 0 no, 1 yes, else until then (epoch ms). */
  consent: number;
  /** Where in the world he comes back to from an arena, metres; null: he is in none. */
  back: { x: number; z: number } | null;
}

export const newLife = (): Life => ({
  cls: 0,
  talents: [],
  rested: 0,
  title: 0,
  deeds: [],
  tallies: {},
  skills: {},
  recipes: [],
  days: {},
  choices: {},
  locks: {},
  mounts: [],
  mount: 0,
  gifts: [],
  consent: 0,
  back: null,
});

/** Of a record; '' or '{}' for one from before there were lives. */
export const readLife = (json: string): Life => ({ ...newLife(), ...(json ? (JSON.parse(json) as Partial<Life>) : {}) });
