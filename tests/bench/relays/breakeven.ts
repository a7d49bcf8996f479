// From which crowd on relays pay. In: what one client cost the region in each way, for several crowds. Out: how many players fill one core
// in each way, and what a relay adds to a player-hour. Pure.
import { PRICES } from '../../cost/prices';

export interface Served {
  /** Of the region's process, µs per client and second. */
  cpu_us: number;
  hz: number;
  gap_p99_ms: number;
  frames_out_hz: number;
  /** Clients who were thrown out. */
  fell: number;
}
export interface Relayed extends Served {
  /** Of all relays together. */
  relay_cpu_us: number;
  /** Between region and relays, per client and second. */
  down_bytes_s: number;
  up_bytes_s: number;
}
export interface RelayRow {
  players: number;
  ticks_per_frame: number;
  relays: number;
  /** The whole game, which sends itself; null: it was not asked. */
  product: Served | null;
  /** The bench's region, sending itself and by relays: they differ in nothing else. */
  own: Served;
  relayed: Relayed;
}

export interface BreakEven {
  /** Players who fill one core of the region. */
  product_full_at: number | null;
  own_full_at: number;
  relayed_full_at: number;
  /** The whole game, less what relays save the bench's region. */
  product_relayed_full_at: number | null;
  /** Clients who fill one core of a relay. */
  relay_full_at: number;
  /** What a relay's being awake and its two frames a turn add to each of its clients' hours. */
  usd_per_player_hour: number;
}

const CORE_US = 1e6;
const TURNS_PER_HOUR = 20 * 3600;
const SECONDS_PER_HOUR = 3600;

/** Rows by growing crowd. What does not grow with it is told apart from what does where there are two crowds or more. */
export function breakEven(rows: readonly RelayRow[]): BreakEven {
  const last = rows[rows.length - 1];
  const relayed = lineOf(rows.map(({ players, relayed: { cpu_us } }) => [players, players * cpu_us]));
  const { product, own } = last;
  // What the game does for each player beyond what the bench's region does, it does with relays too.
  const left = product && Math.max(0, product.cpu_us - own.cpu_us) + relayed.each_us;
  const clients = last.players / last.relays;
  const frames = TURNS_PER_HOUR * PRICES.neighbours.usd;
  return {
    product_full_at: product && Math.floor(CORE_US / product.cpu_us),
    own_full_at: Math.floor(CORE_US / own.cpu_us),
    relayed_full_at: fullAt(relayed),
    product_relayed_full_at: left === null ? null : fullAt({ ...relayed, each_us: left }),
    relay_full_at: Math.floor(CORE_US / last.relayed.relay_cpu_us),
    usd_per_player_hour: (SECONDS_PER_HOUR * PRICES.regions.usd + frames + frames / last.ticks_per_frame) / clients,
  };
}

interface Line {
  always_us: number;
  each_us: number;
}

const fullAt = ({ always_us, each_us }: Line): number => Math.floor((CORE_US - always_us) / each_us);

/** Through the first and the last point. Where no slope can be seen (one crowd, or noise) all of it counts as growing: the worse for relays. */
function lineOf(points: readonly [players: number, us: number][]): Line {
  const [x0, y0] = points[0];
  const [x1, y1] = points[points.length - 1];
  const each_us = x1 > x0 && y1 > y0 ? (y1 - y0) / (x1 - x0) : y1 / x1;
  return { each_us, always_us: Math.max(0, y1 - each_us * x1) };
}
