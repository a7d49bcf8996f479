// When a region is too full for one, and when the four it was divided into are too empty. In: the Worker's variables. Out: the limits, or an
// error that names the variable: a world that divides at nonsense is not worth starting.

/** As they stand in wrangler.toml or on the command line. */
export interface CrowdVars {
  /** A region with so many players asks to be divided; 400. */
  REGION_SPLIT_PLAYERS?: string;
  /** So does a region whose turns cost, or are late by, more than this share of their time, in percent; 70. Over 100: never. */
  REGION_SPLIT_LOAD?: string;
  /** Four children that together hold fewer than this are merged; two fifths of the above … */
  REGION_MERGE_PLAYERS?: string;
  /** … once they have held so few for so long; 60. Nor is a region divided again sooner after it was merged. */
  REGION_MERGE_AFTER_S?: string;
}

export interface CrowdLimits {
  split_players: number;
  /** Share of a turn's time. */
  split_load: number;
  merge_players: number;
  merge_after_ms: number;
}

const MERGE_SHARE = 0.4;
const MOST_PLAYERS = 10_000;
const DAY_S = 86_400;

export function crowdLimits(vars: CrowdVars): CrowdLimits {
  const split_players = whole('REGION_SPLIT_PLAYERS', vars.REGION_SPLIT_PLAYERS ?? 400, 1, MOST_PLAYERS);
  const split_load = whole('REGION_SPLIT_LOAD', vars.REGION_SPLIT_LOAD ?? 70, 1, 1000) / 100;
  const few = Math.max(1, Math.floor(split_players * MERGE_SHARE));
  const merge_players = whole('REGION_MERGE_PLAYERS', vars.REGION_MERGE_PLAYERS ?? few, 1, MOST_PLAYERS);
  const merge_after_s = whole('REGION_MERGE_AFTER_S', vars.REGION_MERGE_AFTER_S ?? 60, 1, DAY_S);
  // Otherwise a region would divide and merge by turns.
  if (merge_players > split_players)
    throw new Error(`REGION_MERGE_PLAYERS (${merge_players}) is more than REGION_SPLIT_PLAYERS (${split_players})`);
  return { split_players, split_load, merge_players, merge_after_ms: merge_after_s * 1000 };
}

function whole(name: string, text: string | number, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`${name} is "${text}": it has to be a whole number from ${least} to ${most}`);
}
