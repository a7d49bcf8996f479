// What players see of a crowd in the village: encoding each cell once and putting every watcher's frame together, beside the same method in
// plain JavaScript (sighttwin.ts) over the same bodies, which makes the same bytes. In: how many players walk and watch. Out: milliseconds per tick, bytes per player.
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
const LOOK = 0x12345678;

export function benchSight(watchers: number): SightRow {
  const crowd = new CrowdInSight(watchers);
  const { core } = crowd.sim;
  const { twin } = crowd;
  const times = { core: [] as number[], plain: [] as number[] };
  const bytes = { core: 0, plain: 0 };
  for (let tick = -WARM_UP; tick < TICKS; tick++) {
    crowd.step(tick);
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

export interface SameSight {
  frames: number;
  /** Blocks for one watcher alone, of guests whom he does not know. */
  strangers: number;
  /** The first frame that is not the same. */
  differs: string | null;
}

/** Compares every frame of so many ticks byte for byte; the crowd stands within so many metres of the market. */
export function compareSight(watchers: number, ticks: number, within_m: number): SameSight {
  const crowd = new CrowdInSight(watchers, within_m);
  const { core } = crowd.sim;
  const { twin } = crowd;
  let frames = 0;
  for (let tick = 0; tick < ticks; tick++) {
    crowd.step(tick);
    core.encode();
    twin.encode(core.tick());
    for (let n = 0; n < watchers; n++) {
      const frame = crowd.sim.at(core.framePtr(), core.assemble(n));
      const plain = twin.bytes.subarray(0, twin.assemble(n));
      if (Buffer.compare(frame, plain) !== 0)
        return { frames, strangers: twin.strangers, differs: firstDifference(tick, n, frame, plain) };
      if (frame.length > 0) frames++;
    }
  }
  return { frames, strangers: twin.strangers, differs: null };
}

function firstDifference(tick: number, watcher: number, frame: Uint8Array, plain: Uint8Array): string {
  const at = frame.findIndex((byte, i) => byte !== plain[i]);
  return `tick ${tick}, watcher ${watcher}: ${frame.length} bytes of the core, ${plain.length} of the twin, not the same from byte ${at} on`;
}

/** Players in the market of the village, all of whom watch: the same bodies in the core and in its twin. */
class CrowdInSight {
  readonly sim = newEyes();
  readonly twin: SightTwin;
  private readonly ids: number[];

  constructor(
    watchers: number,
    private readonly within_m = CROWD_M,
  ) {
    const { core } = this.sim;
    const [, column, row] = ALDERWICK.region;
    this.twin = new SightTwin(column * L.REGION_SIZE_M, row * L.REGION_SIZE_M);
    const chance = seeded(watchers);
    // A fresh core takes its slots in order.
    this.ids = Array.from({ length: watchers }, (_, n) => this.add(n, chance));
    for (const [n, id] of this.ids.entries()) {
      core.watch(n, id);
      this.twin.watch(n);
    }
  }

  private add(slot: number, chance: () => number): number {
    const { core } = this.sim;
    const [middle] = ALDERWICK.spawns;
    const angle = chance() * 2 * Math.PI;
    const away_m = Math.sqrt(chance()) * this.within_m;
    const x = middle.x + Math.sin(angle) * away_m;
    const z = middle.z + Math.cos(angle) * away_m;
    const id = core.spawn(L.CLASS_PLAYER, 0, L.TEAM_AZURE, 1, x, z, 0);
    core.setLook(id, LOOK + slot, 0);
    const { twin } = this;
    twin.ids[slot] = id;
    twin.classes[slot] = L.CLASS_PLAYER;
    twin.teams[slot] = L.TEAM_AZURE;
    twin.levels[slot] = 1;
    twin.looks[slot] = LOOK + slot;
    twin.looksTick[slot] = core.tick() + 1;
    twin.hpMax[slot] = core.hp(id);
    twin.slots = slot + 1;
    return id;
  }

  /** One tick of the core, and the bodies as they then are into the twin. */
  step(tick: number): void {
    const { core } = this.sim;
    for (const [n, id] of this.ids.entries())
      core.setIntent(id, walking(n, tick), ((n * 911 + Math.floor((tick + n * 13) / 30) * 2399) % 628) / 100, 0, 0, 0, 1);
    core.step(NOON);
    const { twin } = this;
    for (const [slot, id] of this.ids.entries()) {
      const { x, z, vx, vz } = this.sim.own(core.ownState(id));
      twin.x[slot] = x;
      twin.y[slot] = core.above(id);
      twin.z[slot] = z;
      twin.velX[slot] = vx;
      twin.velZ[slot] = vz;
      twin.yaw[slot] = core.yaw(id);
      twin.flags[slot] = core.flags(id);
      twin.hp[slot] = core.hp(id);
    }
    twin.tellings.begin(core.tick());
    this.sim.outcomes(({ type, a, value, x, z }) => {
      twin.tellings.add(core.tick(), type, this.ids.indexOf(a), value, twin.cellAt(x, z));
    });
  }
}

/** A third stands, the others walk, run and turn about. */
function walking(n: number, tick: number): number {
  const mood = (n + Math.floor((tick + n * 13) / 60)) % 3;
  return mood === 0 ? 0 : mood === 1 ? L.BUTTON_FORWARD : L.BUTTON_FORWARD | L.BUTTON_WALK;
}

/** Ticks differ by what falls due in them (every first, second, fourth): four in a row are one sample. */
function mean(times: readonly number[]): number {
  const rounds: number[] = [];
  for (let i = 0; i + 3 < times.length; i += 4) rounds.push((times[i] + times[i + 1] + times[i + 2] + times[i + 3]) / 4);
  return percentile(rounds, 0.5);
}
