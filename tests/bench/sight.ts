// What players see of a crowd in the village: encoding each cell once and putting every watcher's frame together, beside the same method in
// plain JavaScript (sighttwin.ts) over the same bodies. In: how many players walk and watch. Out: milliseconds per tick, bytes per player.
import * as L from '../../assembly/layout';
import { ALDERWICK } from '../../src/shared/content';
import { newEyes } from '../harness/eyes';
import { percentile, rounded } from '../harness/numbers';
import { seeded } from '../harness/seeded';
import { SightTwin } from './sighttwin';
import { timed } from './step';

export interface SightRow {
  watchers: number;
  /** Encoding and all frames of one tick. */
  core_ms: number;
  plain_ms: number;
  ratio: number;
  bytes_per_player_s: number;
  plain_bytes_per_player_s: number;
}

const TICKS = 120;
const WARM_UP = 40;
const NOON = 0.5;
/** The crowd stands within so many metres of the market. */
const CROWD_M = 60;

export function benchSight(watchers: number): SightRow {
  const chance = seeded(watchers);
  const sim = newEyes();
  const { core } = sim;
  const [, column, row] = ALDERWICK.region;
  const twin = new SightTwin(column * L.REGION_SIZE_M, row * L.REGION_SIZE_M);
  const [middle] = ALDERWICK.spawns;
  const ids = Array.from({ length: watchers }, (_, n) => {
    const angle = chance() * 2 * Math.PI;
    const away_m = Math.sqrt(chance()) * CROWD_M;
    const id = core.spawn(
      L.CLASS_PLAYER,
      0,
      L.TEAM_AZURE,
      1,
      middle.x + Math.sin(angle) * away_m,
      middle.z + Math.cos(angle) * away_m,
      0,
    );
    core.setLook(id, 0x12345678 + n, 0);
    core.watch(n, id);
    return id;
  });
  // A fresh core takes its slots in order.
  for (const slot of ids.keys()) {
    twin.used[slot] = 1;
    twin.looks[slot] = 0x12345678;
    twin.slots = Math.max(twin.slots, slot + 1);
    twin.watch(slot);
  }
  const times = { core: [] as number[], plain: [] as number[] };
  const bytes = { core: 0, plain: 0 };
  for (let tick = -WARM_UP; tick < TICKS; tick++) {
    for (const [n, id] of ids.entries())
      core.setIntent(id, walking(n, tick), ((n * 911 + Math.floor((tick + n * 13) / 30) * 2399) % 628) / 100, 0, 0, 0, 1);
    core.step(NOON);
    copyBodies(core, ids, twin);
    let core_bytes = 0;
    let plain_bytes = 0;
    const core_ms = timed(() => {
      core.encode();
      for (let n = 0; n < watchers; n++) core_bytes += core.assemble(n);
    });
    const plain_ms = timed(() => {
      twin.encode(core.tick());
      for (let n = 0; n < watchers; n++) plain_bytes += twin.assemble(n);
    });
    if (tick < 0) continue;
    times.core.push(core_ms);
    times.plain.push(plain_ms);
    bytes.core += core_bytes;
    bytes.plain += plain_bytes;
  }
  const core_ms = rounded(mean(times.core), 3);
  const plain_ms = rounded(mean(times.plain), 3);
  const perPlayer = (all: number) => Math.round((all / TICKS / watchers) * L.TICKS_PER_SECOND);
  return {
    watchers,
    core_ms,
    plain_ms,
    ratio: rounded(core_ms / plain_ms, 2),
    bytes_per_player_s: perPlayer(bytes.core),
    plain_bytes_per_player_s: perPlayer(bytes.plain),
  };
}

/** A third stands, the others walk, run and turn about. */
function walking(n: number, tick: number): number {
  const mood = (n + Math.floor((tick + n * 13) / 60)) % 3;
  return mood === 0 ? 0 : mood === 1 ? L.BUTTON_FORWARD : L.BUTTON_FORWARD | L.BUTTON_WALK;
}

function copyBodies(core: ReturnType<typeof newEyes>['core'], ids: number[], twin: SightTwin): void {
  for (const [slot, id] of ids.entries()) {
    twin.x[slot] = core.x(id);
    twin.y[slot] = core.above(id);
    twin.z[slot] = core.z(id);
    twin.yaw[slot] = core.yaw(id);
    twin.flags[slot] = core.flags(id);
    twin.hp[slot] = 255;
  }
}

/** Ticks differ by what falls due in them (every first, second, fourth): four in a row are one sample. */
function mean(times: readonly number[]): number {
  const rounds: number[] = [];
  for (let i = 0; i + 3 < times.length; i += 4) rounds.push((times[i] + times[i + 1] + times[i + 2] + times[i + 3]) / 4);
  return percentile(rounds, 0.5);
}
