// What a region says of itself to /api/status. In: the region. Out: RegionStatus.
import type { RegionStatus } from '../ports';
import type { Region } from './region';

export function statementOf(region: Region): RegionStatus {
  const { footing, clock, phases, counters, world, sessions } = region;
  const { made, destroyed, held } = footing.store.sums();
  const gap_ms = clock.gaps.mean();
  let players = 0;
  for (const session of sessions) if (session.state === 'playing') players++;
  return {
    region: footing.region,
    players,
    entities: world ? world.players.size + world.creatures.size + world.villagers.size : 0,
    hz: clock.running && gap_ms ? round(1000 / gap_ms) : 0,
    tick_p50_ms: round(clock.gaps.percentile(0.5)),
    tick_p99_ms: round(clock.gaps.percentile(0.99)),
    phases_ms: Object.fromEntries([...phases.means_ms].map(([name, ms]) => [name, round(ms)])),
    uptime_s: Math.round((Date.now() - region.bornAt_ms) / 1000),
    asleep: region.wake.asleep,
    strain: region.strain.level,
    ledger: { gold_made: made, gold_destroyed: destroyed, gold_held: held, balance: made - destroyed - held },
    counters: {
      ...counters.all(),
      'clock.dropped': clock.dropped,
      'custody.behind': footing.custody.behind,
      'parcels.waiting': footing.store.transfers.waiting().length,
    },
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
