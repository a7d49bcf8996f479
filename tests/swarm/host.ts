// The swarm as its commander sees it: threads full of bots on one server. In: how many, doing what. Out: squads that have entered, their
// reports, and what the server says of itself.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { RegionStatus } from '../../src/ports';
import type { WorldMap } from '../../src/shared/map';
import { S2C } from '../../src/shared/protocol/messages';
import { Files } from '../harness/files';
import { percentile, rounded, sum } from '../harness/numbers';
import { runtimeOf, Server, usageOf, type Vars } from '../harness/server';
import { settle } from '../harness/settle';
import { Brake } from './brake';
import { type RoleName, roleOf } from './roles';
import type { FromSquad, SquadOrders, SquadReport, ToSquad } from './squad';

const BOTS_PER_THREAD = 200;
export const say = (text: string): void => void process.stderr.write(`${text}\n`);

export interface SwarmOptions {
  /** Bundle that a thread runs. */
  program: string;
  players: number;
  seed: number;
  mind: RoleName;
  /** Of a server that runs already; null: one of its own. */
  url: string | null;
  vars: Vars;
  /** Of a Worker that is more than the game (tests/cost/meter). */
  config?: string;
}

export interface WorldStatus {
  players: number;
  busiest: RegionStatus;
  regions: RegionStatus[];
}

export class Swarm {
  private constructor(
    readonly players: number,
    readonly url: string,
    private readonly program: string,
    private readonly server: Server | null,
    private readonly squads: readonly Squad[],
  ) {}

  /** Starts everything; resolves when every bot has entered or failed to. */
  static async gather({ program, players, seed, mind, url, vars, config }: SwarmOptions): Promise<Swarm> {
    const server = url ? null : await Server.start({ vars, config });
    const base = url ?? server!.url;
    try {
      const squads = enlist(program, { url: base, seed, mind }, players);
      const guests = (await Promise.all(squads.map(squad => squad.guests))).flat();
      const { begins } = roleOf(mind);
      if (server && begins) {
        await server.kill();
        settle(new Files(server.state), new Map(guests.map(([n, character]) => [character, begins(n)])));
        await server.resume();
      }
      let joined = 0;
      const note = (): void => {
        if (++joined % 50 === 0) say(`${joined} of ${players} have joined`);
      };
      await Promise.all(squads.map(squad => squad.enter(note)));
      return new Swarm(players, base, program, server, squads);
    } catch (error) {
      await server?.stop();
      throw error;
    }
  }

  /** Of a server of our own. */
  get files(): Files | null {
    return this.server && new Files(this.server.state);
  }

  tell(word: ToSquad): void {
    for (const squad of this.squads) squad.tell(word);
  }

  /** All but so many of each thread's bots leave. */
  keep(count: number): void {
    this.tell({ keep: Math.ceil(count / this.squads.length) });
  }

  async status(): Promise<WorldStatus> {
    const response = await fetch(`${this.url}/api/status`);
    const { players, regions } = (await response.json()) as { players: number; regions: RegionStatus[] };
    return { players, regions, busiest: regions.reduce((most, region) => (region.players > most.players ? region : most)) };
  }

  async map(): Promise<WorldMap> {
    return (await (await fetch(`${this.url}/api/map`)).json()) as WorldMap;
  }

  usage() {
    return usageOf(Number(new URL(this.url).port));
  }

  /** Leaves the server's runtime `share` of a core until the brake is released. Only of a server of our own: another's is not ours to stop. */
  brake(share: number): Brake {
    const pid = this.server && runtimeOf(this.server.port);
    if (!pid) throw new Error('only a runtime that this swarm started, and on Linux, can be slowed down');
    return Brake.press(this.program, pid, share);
  }

  /** What was measured since the last stretch, or since 'measure'. */
  async stretch(): Promise<SwarmReport> {
    return new SwarmReport(this.players, await Promise.all(this.squads.map(squad => squad.report('stretch'))));
  }

  /** The last word of all squads; nothing is measured after it. */
  async report(): Promise<SwarmReport> {
    return new SwarmReport(this.players, await Promise.all(this.squads.map(squad => squad.report())));
  }

  async stop(): Promise<void> {
    await Promise.all(this.squads.map(squad => squad.end()));
    await this.server?.stop();
  }
}

/** One thread. */
class Squad {
  readonly guests: Promise<[n: number, character: string][]>;

  constructor(private readonly worker: Worker) {
    this.guests = this.next(word => ('guests' in word ? word.guests : undefined));
  }

  tell(word: ToSquad): void {
    this.worker.postMessage(word);
  }

  /** Resolves to how many are in. */
  enter(note: () => void): Promise<number> {
    const all = this.next(word => {
      if ('joined' in word) note();
      return 'entered' in word ? word.entered : undefined;
    });
    this.tell('enter');
    return all;
  }

  report(word: 'stretch' | 'report' = 'report'): Promise<SquadReport> {
    const report = this.next(word => ('report' in word ? word.report : undefined));
    this.tell(word);
    return report;
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  /** The first thing it says that `pick` takes. */
  private next<T>(pick: (word: FromSquad) => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      this.worker.once('error', reject);
      const hear = (word: FromSquad): void => {
        const picked = pick(word);
        if (picked === undefined) return;
        this.worker.off('message', hear);
        this.worker.off('error', reject);
        resolve(picked);
      };
      this.worker.on('message', hear);
    });
  }
}

function enlist(program: string, orders: Pick<SquadOrders, 'url' | 'seed' | 'mind'>, players: number): Squad[] {
  const threads = Math.max(1, Math.min(availableParallelism(), Math.ceil(players / BOTS_PER_THREAD)));
  const share = Math.ceil(players / threads);
  return Array.from({ length: threads }, (_, i) => {
    const count = Math.min(share, players - i * share);
    return new Squad(new Worker(program, { workerData: { ...orders, from: i * share, count } satisfies SquadOrders }));
  });
}

/** What all bots saw, added up. */
export class SwarmReport {
  constructor(
    private readonly players: number,
    private readonly reports: readonly SquadReport[],
  ) {}

  /** Of several stretches, one after another. */
  static of(stretches: readonly SwarmReport[]): SwarmReport {
    return new SwarmReport(
      stretches[0].players,
      stretches.flatMap(({ reports }) => reports),
    );
  }

  get hz(): number {
    return rounded(Math.max(...this.reports.map(({ hz }) => hz)), 2);
  }

  get strain(): number {
    return Math.max(...this.reports.map(({ strain }) => strain));
  }

  /** Snapshots a second that a bot was shown. */
  get snapshots_hz(): number {
    return sum(this.reports.map(({ snapshots, seconds }) => snapshots / seconds)) / this.players;
  }

  /** Frames that bots sent, and that they got. */
  get framesOut(): number {
    return sum(this.reports.map(({ framesOut }) => framesOut));
  }
  get framesIn(): number {
    return sum(this.reports.map(({ framesIn }) => framesIn));
  }

  get talk() {
    const all = this.reports.map(({ talk }) => talk);
    return {
      said: sum(all.map(({ said }) => said)),
      heard: sum(all.map(({ heard }) => heard)),
      gaps: all.map(({ gaps }) => gaps),
      trips_ms: all.flatMap(({ trips_ms }) => trips_ms),
    };
  }

  /** Tells of everything that went wrong, and counts it. */
  wrongs() {
    const all = (of: (report: SquadReport) => string[]): string[] => this.reports.flatMap(of);
    const errors = all(report => report.errors);
    for (const error of new Set(errors)) say(`error: ${error} (${errors.filter(other => other === error).length} times)`);
    const stuck = all(report => report.stuck);
    const jumps = all(report => report.jumps);
    for (const text of stuck) say(`stuck: ${text}`);
    for (const text of jumps.slice(0, 10)) say(`jump: ${text}`);
    return {
      disconnects: sum(this.reports.map(({ disconnects }) => disconnects)),
      errors: errors.length,
      stuck: stuck.length,
      jumps: jumps.length,
    };
  }

  crossings() {
    const hitches = this.reports.flatMap(({ hitches_ms }) => hitches_ms);
    const unanswered = this.reports.flatMap(({ unanswered_ms }) => unanswered_ms);
    return {
      crossings: hitches.length,
      hitch_p50_ms: rounded(percentile(hitches, 0.5)),
      hitch_p99_ms: rounded(percentile(hitches, 0.99)),
      hitch_max_ms: rounded(percentile(hitches, 1)),
      unanswered_p99_ms: rounded(percentile(unanswered, 0.99)),
    };
  }

  /** How smoothly they were served while they stayed in a region. */
  service(elapsed_s: number) {
    const trips = this.reports.flatMap(({ inputTrips_ms }) => inputTrips_ms);
    const gaps = this.reports.flatMap(({ snapshotGaps_ms }) => snapshotGaps_ms);
    const botSeconds = this.players * elapsed_s;
    return {
      bytes_per_player_s: Math.round(sum(this.reports.map(({ bytesIn }) => bytesIn)) / botSeconds),
      bytes_by_message: this.bytesByMessage(botSeconds),
      /** Each is billed, twenty for one request. */
      frames_in_per_player_s: rounded(sum(this.reports.map(({ framesOut }) => framesOut)) / botSeconds, 2),
      input_rtt_p50_ms: rounded(percentile(trips, 0.5)),
      input_rtt_p99_ms: rounded(percentile(trips, 0.99)),
      snapshots_hz: rounded(sum(this.reports.map(({ snapshots }) => snapshots)) / botSeconds, 2),
      snapshot_gap_p99_ms: rounded(percentile(gaps, 0.99)),
      pause_max_ms: rounded(percentile(gaps, 1)),
      /** Of the bots' own threads: a pause no longer than this may be theirs. */
      bots_stall_max_ms: rounded(Math.max(...this.reports.map(({ stall_max_ms }) => stall_max_ms))),
    };
  }

  /** Of a player and second, the biggest first. */
  private bytesByMessage(botSeconds: number): Record<string, number> {
    const rows = Object.entries(S2C).map(([name, { number }]): [string, number] => {
      const all = sum(this.reports.map(({ bytesOf }) => bytesOf[number]));
      return [name, Math.round(all / botSeconds)];
    });
    return Object.fromEntries(rows.filter(([, bytes]) => bytes > 0).sort(([, a], [, b]) => b - a));
  }

  get highestLevel(): number {
    return Math.max(0, ...this.reports.flatMap(({ levels }) => levels));
  }
}
