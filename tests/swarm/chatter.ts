// Everybody talks to the whole world at once. In: a swarm in which each bot says a line every ten seconds. Out: how long a line took from its speaker to
// all its readers, whether any was lost or came twice, and what it cost the server.
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile, rounded, sum } from '../harness/numbers';
import { type Swarm, say } from './host';

/** Lines under way at the end still arrive. */
const SETTLE_MS = 3_000;

export async function chatter(swarm: Swarm, seconds: number) {
  say(`${swarm.players} bots are in; they talk for ${seconds} s`);
  swarm.tell('measure');
  const before = swarm.usage();
  await sleep(seconds * 1000);
  const after = swarm.usage();
  await sleep(SETTLE_MS);
  const { busiest } = await swarm.status();
  const report = await swarm.report();
  const { trips_ms, said, heard, gaps } = report.talk;
  return {
    scene: 'talk',
    players: swarm.players,
    said,
    lines_s: rounded(said / seconds),
    delivered: heard,
    delivery_p50_ms: rounded(percentile(trips_ms, 0.5)),
    delivery_p99_ms: rounded(percentile(trips_ms, 0.99)),
    delivery_max_ms: rounded(percentile(trips_ms, 1)),
    /** Numbers that a reader missed or heard twice. */
    gaps: sum(gaps),
    server_cpu_cores: before && after ? rounded((after.cpu_s - before.cpu_s) / seconds, 2) : null,
    tick_p99_ms: rounded(busiest.tick_p99_ms),
    bytes_per_player_s: report.service(seconds).bytes_per_player_s,
    ...report.wrongs(),
  };
}
