// What was measured, side by side. In: rows of one scene. Out: ratios of Evermarch against each of the others, and a table.
import { rounded } from '../../harness/numbers';
import type { Row } from './measure';
import type { SceneName } from './scenes';
import type { PeerName } from './speech';

/** Below 1 Evermarch takes less. */
export interface Ratios {
  cpu: number;
  bytes: number;
  gap_p99: number;
}

export interface SceneReport {
  scene: SceneName;
  /** Others in sight of each, on average. */
  sees: number;
  rows: Row[];
  ratios: Partial<Record<PeerName, Ratios>>;
}

export function ratiosOf(rows: readonly Row[]): SceneReport['ratios'] {
  const ours = rows.find(({ peer }) => peer === 'evermarch');
  if (!ours) return {};
  const others = rows.filter(row => row !== ours);
  return Object.fromEntries(
    others.map(row => [
      row.peer,
      {
        cpu: rounded(ours.cpu_us_per_player_s / row.cpu_us_per_player_s, 3),
        bytes: rounded(ours.bytes_per_player_s / row.bytes_per_player_s, 3),
        gap_p99: rounded(ours.gap_p99_ms / row.gap_p99_ms, 2),
      },
    ]),
  );
}

const COLUMNS: readonly [title: string, of: (row: Row) => string][] = [
  ['server', row => row.peer],
  ['µs/player/s', row => String(row.cpu_us_per_player_s)],
  ['KB/s per player', row => (row.bytes_per_player_s / 1000).toFixed(1)],
  ['Hz', row => row.hz.toFixed(1)],
  ['states/s', row => row.snapshots_hz.toFixed(1)],
  ['gap p99 ms', row => row.gap_p99_ms.toFixed(0)],
  ['frames/s out', row => row.frames_out_hz.toFixed(1)],
  ['in', row => row.frames_in_hz.toFixed(1)],
  ['thrown out', row => String(row.fell)],
];

export function print(players: number, reports: readonly SceneReport[]): void {
  for (const { scene, sees, rows, ratios } of reports) {
    console.log(`\n${scene}: ${players} clients, each sees ${sees} others`);
    const lines = [COLUMNS.map(([title]) => title), ...rows.map(row => COLUMNS.map(([, of]) => of(row)))];
    const widths = COLUMNS.map((_, i) => Math.max(...lines.map(line => line[i].length)));
    for (const line of lines) console.log(line.map((cell, i) => cell.padStart(widths[i])).join('   '));
    for (const [peer, { cpu, bytes, gap_p99 }] of Object.entries(ratios))
      console.log(`Evermarch / ${peer}: CPU ${cpu}, bytes ${bytes}, gap p99 ${gap_p99}`);
  }
}
