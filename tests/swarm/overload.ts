// A crowd asks twice of what its server can do, for a while. In: a swarm in one region, on a server of its own. Out: how the world was before,
// meanwhile and after, how long after the release it was as before, and who was lost. First a calm stretch tells what CPU the server needs; then
// its runtime is left half of that (brake.ts): how fast the machine is, and what else runs on it, does not matter.
import { setTimeout as sleep } from 'node:timers/promises';
import { rounded, sum } from '../harness/numbers';
import { type Swarm, SwarmReport, say } from './host';

const LOOK_MS = 1000;
/** So many times what it is left is asked of the server. */
const OVERLOAD = 2;
/** As good as before: no strain, so much of the calm stretch's turns, and of the snapshots that a player is shown who does not fight. */
const AS_BEFORE = 0.95;
const PEACEFUL_HZ = 10;
const CALM_WITHIN_MS = 60_000;

interface Stretch {
  elapsed_s: number;
  cpu_cores: number;
  looks: readonly SwarmReport[];
}
type Told = Awaited<ReturnType<typeof told>>;

/** Each of the three stretches takes so many seconds. */
export async function overload(swarm: Swarm, seconds: number) {
  say(`${swarm.players} bots are in`);
  swarm.tell('measure');
  // So many at once were hard work too.
  const entering = await until(swarm, ({ strain }) => strain === 0);
  if (entering[entering.length - 1].strain)
    throw new Error('the machine is too busy: the server is under strain before anything was taken from it');
  say(`${seconds} s of calm`);
  const first = await stretch(swarm, seconds);
  const calm = await told(swarm, first);
  const share = first.cpu_cores / OVERLOAD;
  say(`the server uses ${calm.cpu_cores} of a core: for ${seconds} s it is left ${rounded(share, 3)}`);
  const brake = swarm.brake(share);
  let share_left = 0;
  const second = await stretch(swarm, seconds).finally(() => {
    share_left = brake.release();
  });
  const released_ms = performance.now();
  const overloaded = await told(swarm, second);
  const back = await until(swarm, report => isAsBefore(report, calm));
  const recovered_s = isAsBefore(back[back.length - 1], calm) ? rounded((performance.now() - released_ms) / 1000) : null;
  say(recovered_s ? `as before, ${recovered_s} s after the release` : 'it does not recover');
  const third = await stretch(swarm, seconds);
  return {
    scene: 'overload',
    players: swarm.players,
    calm,
    overloaded,
    after: await told(swarm, third),
    /** Of a core: half of what it used in the calm stretch, and what it got. */
    share_meant: rounded(share, 3),
    share_left: rounded(share_left, 3),
    recovered_s,
    ...SwarmReport.of([...entering, ...first.looks, ...second.looks, ...back, ...third.looks, await swarm.report()]).wrongs(),
  };
}

async function stretch(swarm: Swarm, seconds: number): Promise<Stretch> {
  const looks: SwarmReport[] = [];
  const before_s = cpuOf(swarm);
  const from_ms = performance.now();
  while (performance.now() - from_ms < seconds * 1000) looks.push(await look(swarm));
  const elapsed_s = (performance.now() - from_ms) / 1000;
  return { looks, elapsed_s, cpu_cores: (cpuOf(swarm) - before_s) / elapsed_s };
}

function cpuOf(swarm: Swarm): number {
  const usage = swarm.usage();
  if (!usage) throw new Error('this platform does not tell what CPU a process uses');
  return usage.cpu_s;
}

/** A second as the bots saw it. The server's own word would come late while it is overloaded. */
async function look(swarm: Swarm): Promise<SwarmReport> {
  await sleep(LOOK_MS);
  const report = await swarm.stretch();
  say(
    `${report.hz.toFixed(1)} Hz, ${report.snapshots_hz.toFixed(1)} snapshots a second each, strain ${report.strain}, input there and back ${report.service(1).input_rtt_p50_ms} ms`,
  );
  return report;
}

/** To be asked at a stretch's end: what the server tells of its turns' gaps is of the last half minute. */
async function told(swarm: Swarm, { looks, elapsed_s, cpu_cores }: Stretch) {
  const { tick_p99_ms } = (await swarm.status()).busiest;
  const service = SwarmReport.of(looks).service(elapsed_s);
  return {
    hz: rounded(sum(looks.map(({ hz }) => hz)) / looks.length, 2),
    snapshots_hz: service.snapshots_hz,
    snapshot_gap_p99_ms: service.snapshot_gap_p99_ms,
    pause_max_ms: service.pause_max_ms,
    bots_stall_max_ms: service.bots_stall_max_ms,
    input_rtt_p50_ms: service.input_rtt_p50_ms,
    input_rtt_p99_ms: service.input_rtt_p99_ms,
    frames_in_per_player_s: service.frames_in_per_player_s,
    tick_p99_ms: rounded(tick_p99_ms),
    strain_max: Math.max(...looks.map(({ strain }) => strain)),
    strain_last: looks.at(-1)?.strain,
    cpu_cores: rounded(cpu_cores, 3),
  };
}

/** Looks on until one is as wanted, or too long. */
async function until(swarm: Swarm, wanted: (report: SwarmReport) => boolean): Promise<SwarmReport[]> {
  const looks: SwarmReport[] = [];
  const from_ms = performance.now();
  do looks.push(await look(swarm));
  while (!wanted(looks[looks.length - 1]) && performance.now() - from_ms < CALM_WITHIN_MS);
  return looks;
}

function isAsBefore(report: SwarmReport, calm: Told): boolean {
  const snapshots_hz = Math.min(calm.snapshots_hz, PEACEFUL_HZ);
  return report.strain === 0 && report.hz >= calm.hz * AS_BEFORE && report.snapshots_hz >= snapshots_hz * AS_BEFORE;
}
