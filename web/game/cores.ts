// The cores this browser predicts with, one per region: asked for before the player gets there, so that crossing a border costs no wait. What takes
// long (forests, colliders, samples of the ground) is done by the builder worker; here the land is only copied in. In: regions. Out: Sims.
import { REGION_SIZE_M } from '../../assembly/layout';
import { boundsOf, distanceTo, wholeOf } from '../../src/shared/regions';
import { Sim } from '../../src/shared/sim';
import type { Builder } from '../render/builder';
import type { Ground } from '../render/contract';

/** Cores kept besides the current one: each has some 30 MB of address space, of which a third is in use. */
const OTHERS = 3;

export class Cores {
  /** The ground of the whole world, by whichever core is at hand: all compute the same. */
  readonly ground: Ground = {
    height: (x, z) => this.latest!.core.height(x, z),
    type: (x, z) => this.latest!.core.groundType(x, z),
  };
  private readonly kept = new Map<string, Promise<Sim>>();
  private latest: Sim | null = null;
  private current = '';

  constructor(
    private readonly module: WebAssembly.Module,
    private readonly builder: Builder,
  ) {}

  /** The core with a region's land; a part of a divided region uses the whole one's. Rejects when the region has no place or the builder broke down. */
  coreFor(region: string): Promise<Sim> {
    const key = wholeOf(region);
    const known = this.kept.get(key);
    if (known) return known;
    const made = this.make(key);
    this.kept.set(key, made);
    // A failure is the asker's to deal with; the next who asks tries again.
    made.catch(() => this.kept.delete(key));
    this.letGo(key);
    return made;
  }

  /** The player stands in this region now: its core stays, and of the others the nearest three. */
  standIn(region: string): void {
    this.current = wholeOf(region);
    this.letGo(this.current);
  }

  private async make(key: string): Promise<Sim> {
    const { seed, bytes } = await this.builder.land(key);
    const sim = new Sim(this.module);
    // Two short tasks instead of a long one: frames are drawn in between.
    await new Promise(resolve => setTimeout(resolve, 0));
    const { west, north } = boundsOf(key);
    sim.loadLand(bytes, seed, west, north);
    this.latest = sim;
    return sim;
  }

  /** Forgets cores beyond the number that is kept: those farthest from where the player stands, never the one just asked for. */
  private letGo(asked: string): void {
    const from = boundsOf(this.current || asked);
    const away = (key: string) => {
      const { west, north } = boundsOf(key);
      return distanceTo(from, west + REGION_SIZE_M / 2, north + REGION_SIZE_M / 2);
    };
    const others = [...this.kept.keys()].filter(key => key !== this.current && key !== asked).sort((a, b) => away(a) - away(b));
    const room = asked === this.current || !this.current ? OTHERS : OTHERS - 1;
    for (const key of others.slice(room)) this.kept.delete(key);
  }
}
