// Bots play for a while. In: a swarm, how long. Out: how the server did, and how it felt to them.
import { setTimeout as sleep } from 'node:timers/promises';
import { rounded } from '../harness/numbers';
import { type Swarm, say } from './host';

const LOOK_MS = 5000;

export async function play(swarm: Swarm, seconds: number) {
  say(`${swarm.players} bots are in; measuring for ${seconds} s`);
  swarm.tell('measure');
  const before = swarm.usage();
  const from_ms = performance.now();
  let status = await swarm.status();
  while (performance.now() - from_ms < seconds * 1000) {
    await sleep(Math.min(LOOK_MS, seconds * 1000 - (performance.now() - from_ms)));
    status = await swarm.status();
    const { busiest } = status;
    const awake = status.regions.filter(({ asleep }) => !asleep).length;
    say(
      `${status.players} players in ${awake} regions, ${busiest.players} of them in ${busiest.region}: ${busiest.hz.toFixed(2)} Hz, gap p99 ${busiest.tick_p99_ms} ms, strain ${busiest.strain}`,
    );
  }
  const after = swarm.usage();
  const elapsed_s = (performance.now() - from_ms) / 1000;
  const report = await swarm.report();
  const { players, busiest } = status;
  return {
    players,
    hz: report.hz,
    tick_p50_ms: rounded(busiest.tick_p50_ms),
    tick_p99_ms: rounded(busiest.tick_p99_ms),
    server_cpu_cores: before && after ? rounded((after.cpu_s - before.cpu_s) / elapsed_s, 2) : null,
    rss_mb: after ? Math.round(after.rss_mb) : null,
    ...report.service(elapsed_s),
    ...report.wrongs(),
    strain: busiest.strain,
    phases_ms: busiest.phases_ms,
    ...report.crossings(),
    highest_level: report.highestLevel,
  };
}
