// Two cores side by side, as two regions with one border between them: both know the same land, and after each tick they exchange what stands
// and happens at the border. In: whoever a test puts there. Out: what each host would read, and what each side's screens hear.
import * as L from '../../assembly/layout';
import { packContent } from '../../src/shared/content/pack';
import { type Outcome, Sim } from '../../src/shared/sim';
import { PLACE, TABLES } from './fixture';
import { module } from './world';

/** The border runs north and south here, over a level meadow. */
export const BORDER = 1024;
export const ROW = 768;
export const REACH_M = L.RING_3_M;
export const WEST = 5;
export const EAST = 6;

export const pairContent = (): Uint8Array =>
  packContent({ ...PLACE, flats: [...PLACE.flats, { x: BORDER, z: ROW, radius: 80, blend: 30, height: 9 }] }, TABLES);

export const boundsAt = (west: number, north: number) => ({
  west,
  north,
  east: west + L.REGION_SIZE_M,
  south: north + L.REGION_SIZE_M,
});

export interface Side {
  readonly sim: Sim;
  readonly number: number;
  readonly bounds: ReturnType<typeof boundsAt>;
  /** What the host read in the last call of `play`. */
  outcomes: Outcome[];
  /** On its way to this side: border frames and blows, one tick old. */
  frames: Uint8Array[];
  blows: Outcome[];
}

function side(number: number, west: number, seed: number): Side {
  const sim = new Sim(module);
  sim.load(seed, west, 512, pairContent());
  sim.core.issueIds(number, 100);
  return { sim, number, bounds: boundsAt(west, 512), outcomes: [], frames: [], blows: [] };
}

export class Pair {
  readonly west = side(WEST, BORDER - L.REGION_SIZE_M, 1);
  readonly east = side(EAST, BORDER, 2);

  constructor() {
    // No two regions count their ticks alike.
    for (let i = 0; i < 37; i++) this.east.sim.core.step(0.5);
  }

  /** Both sides step, and hear of each other what the last tick brought. `before` runs ahead of each tick. */
  play(ticks: number, before: (tick: number) => void = () => {}): void {
    const both = [this.west, this.east];
    for (const one of both) one.outcomes = [];
    for (let tick = 0; tick < ticks; tick++) {
      before(tick);
      for (const one of both) hear(one, one === this.west ? EAST : WEST);
      for (const one of both) step(one, one === this.west ? this.east : this.west);
    }
  }

  /** A body goes over the border: from now on the other side is its owner. */
  cross(from: Side, to: Side, id: number): void {
    const parcel = from.sim.carry(id);
    if (!parcel) throw new Error(`nobody called ${id}`);
    from.sim.core.toGhost(id, to.number);
    if (to.sim.land(parcel) !== id) throw new Error(`${id} was refused`);
  }
}

function hear({ sim, frames, blows }: Side, peer: number): void {
  for (const frame of frames) if (!sim.takeBorder(frame, peer)) throw new Error('an honest frame was refused');
  for (const blow of blows) sim.core.strike(blow.a, blow.b, blow.ability, blow.value, blow.flags);
  frames.length = 0;
  blows.length = 0;
}

function step(from: Side, to: Side): void {
  from.sim.core.step(0.5);
  from.sim.outcomes(o => {
    from.outcomes.push({ ...o });
    if (o.type === L.OUT_REACH && from.sim.core.ghostPeer(o.b) === to.number) to.blows.push({ ...o });
  });
  to.frames.push(from.sim.borderFor(to.bounds, REACH_M));
  from.sim.core.encode();
}

/** A client on one side: what it sees and hears through the eyes of `id`. */
export class Screen {
  readonly client = new Sim(module);
  readonly heard: Outcome[] = [];
  private static number = 0;
  private readonly watcher = Screen.number++ % L.MAX_WATCHERS;

  constructor(
    private readonly at: Side,
    id: number,
  ) {
    this.client.load(1, at.bounds.west, at.bounds.north, pairContent());
    at.sim.core.watch(this.watcher, id);
  }

  /** After each tick. */
  read(): void {
    const { core } = this.at.sim;
    const length = core.assemble(this.watcher);
    if (!length) return;
    this.client.give(this.at.sim.at(core.framePtr(), length).slice());
    if (this.client.core.mirrorRead(length)) throw new Error('an honest snapshot was refused');
    this.client.outcomes(o => this.heard.push({ ...o }));
  }

  /** Where it sees a body, or null. */
  sees(id: number): { x: number; z: number; hp: number } | null {
    const { core, memory } = this.client;
    const count = core.mirrorSample(this.at.sim.core.tick(), 0);
    for (let i = 0, p = core.viewsPtr(); i < count; i++, p += L.VIEW_BYTES)
      if (memory.getUint32(p + L.VIEW_ID, true) === id)
        return {
          x: memory.getFloat32(p + L.VIEW_X, true),
          z: memory.getFloat32(p + L.VIEW_Z, true),
          hp: memory.getUint8(p + L.VIEW_HP),
        };
    return null;
  }
}
