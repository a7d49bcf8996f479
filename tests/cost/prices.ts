// What a player-hour costs: counts that were measured, times the list prices of the platform. In: what so many players used in so many
// seconds. Out: US dollars by cause. Pure. Free allowances and the plan's monthly fee are left out: they do not grow with players.

export interface Price {
  unit: string;
  /** US dollars for one; null: not known here, so it is counted and left out of every sum. */
  usd: number | null;
  source: string;
}

const OBJECTS = "Durable Objects' price list, paid plan";
const DATABASE = "D1's price list, paid plan";
/** So many incoming WebSocket messages are billed as one request; outgoing ones are free. */
const MESSAGES_PER_REQUEST = 20;
/** An object is billed for this much memory for as long as it is awake, whatever it uses. */
const OBJECT_GB = 0.128;
const MILLION = 1e6;

export const READ_ON = '2026-11-23';
export const PRICES = {
  inputs: { unit: 'messages of players', usd: 0.15 / MILLION / MESSAGES_PER_REQUEST, source: OBJECTS },
  neighbours: { unit: 'messages between regions', usd: 0.15 / MILLION / MESSAGES_PER_REQUEST, source: OBJECTS },
  requests: { unit: 'requests to objects', usd: 0.15 / MILLION, source: OBJECTS },
  regions: { unit: 'seconds of a region awake', usd: (12.5 / MILLION) * OBJECT_GB, source: OBJECTS },
  directory: { unit: 'seconds of the realm awake', usd: (12.5 / MILLION) * OBJECT_GB, source: OBJECTS },
  rows_written: { unit: 'rows written in objects', usd: 1 / MILLION, source: OBJECTS },
  rows_read: { unit: 'rows read in objects', usd: 0.001 / MILLION, source: OBJECTS },
  d1_written: { unit: 'rows written in D1', usd: 1 / MILLION, source: DATABASE },
  d1_read: { unit: 'rows read in D1', usd: 0.001 / MILLION, source: DATABASE },
  worker_requests: { unit: 'requests to the Worker', usd: null, source: 'not read' },
  worker_cpu: { unit: 'ms of CPU in the Worker', usd: null, source: 'not read' },
} as const satisfies Record<string, Price>;

export type Cause = keyof typeof PRICES;
export const CAUSES = Object.keys(PRICES) as Cause[];
/** How many of each. */
export type Usage = Record<Cause, number>;

export const TARGET_USD = 0.0005;
const SECONDS_PER_HOUR = 3600;

/** What one of `players` uses in an hour, if they all used `usage` in `seconds`. What objects cost while awake is shared by all in them. */
export function perPlayerHour(usage: Usage, players: number, seconds: number): Usage {
  return usageOf(cause => hourly(usage[cause], players, seconds));
}

export function hourly(count: number, players: number, seconds: number): number {
  return (count * SECONDS_PER_HOUR) / seconds / players;
}

/** An hour of play with the share of entering and leaving that falls to it. */
export function withSessions(play: Usage, session: Usage, session_min: number): Usage {
  const share = 60 / session_min;
  return usageOf(cause => play[cause] + session[cause] * share);
}

export function scaled(usage: Usage, by: number): Usage {
  return usageOf(cause => usage[cause] * by);
}

/** By cause; null where the price is not known. */
export function priced(usage: Usage): Record<Cause, number | null> {
  const dollars = CAUSES.map((cause): [Cause, number | null] => {
    const { usd }: Price = PRICES[cause];
    return [cause, usd === null ? null : usage[cause] * usd];
  });
  return Object.fromEntries(dollars) as Record<Cause, number | null>;
}

export function total(dollars: Record<Cause, number | null>): number {
  return CAUSES.reduce((sum, cause) => sum + (dollars[cause] ?? 0), 0);
}

export function usageOf(count: (cause: Cause) => number): Usage {
  return Object.fromEntries(CAUSES.map(cause => [cause, count(cause)])) as Usage;
}
