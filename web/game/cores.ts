// The cores this browser predicts with, one per region: asked for before the player gets there, so that crossing a border costs no wait. What takes
// long (forests, colliders, samples of the ground) is done by the builder worker; here the land is only copied in. In: regions. Out: Sims.
import { REGION_SIZE_M } from '../../assembly/layout';
import { dungeons, gateOf, placeOf } from '../../src/shared/content';
import { type Bounds, boundsOf, distanceTo, wholeOf } from '../../src/shared/regions';
import { Sim } from '../../src/shared/sim';
import { boundsOfPlace, worldOf } from '../places';
import type { Builder } from '../render/builder';
import type { Ground } from '../render/contract';

/** Cores kept besides the current one: each has some 30 MB of address space, of which a third is in use. */
const OTHERS = 3;

export class Cores {
  /** The ground of the world in which the player stands, by whichever of its cores is at hand: all compute the same. */
  readonly ground: Ground = {
    height: (x, z) => this.latest!.core.height(x, z),
    type: (x, z) => this.latest!.core.groundType(x, z),
  };
  private readonly kept = new Map<string, Promise<Sim>>();
  private readonly made = new Map<string, Sim>();
  private latest: Sim | null = null;
  private current = '';

  constructor(
    private readonly module: WebAssembly.Module,
    private readonly builder: Builder,
  ) {}

  /** The core with a region's land; a part of a divided region uses the whole one's, all instances of a dungeon the same. Rejects when the region has no place or the builder broke down. */
  coreFor(region: string): Promise<Sim> {
    const key = landOf(region);
    const known = this.kept.get(key);
    if (known) return known;
    const made = this.make(key, region);
    this.kept.set(key, made);
    // A failure is the asker's to deal with; the next who asks tries again.
    made.catch(() => this.forget(key));
    this.letGo(key);
    return made;
  }

  /** The player stands in this region now: its core stays, and of the others the nearest three. */
  standIn(region: string): void {
    this.current = landOf(region);
    this.latest = this.made.get(this.current) ?? this.latest;
    this.letGo(this.current);
  }

  private async make(key: string, region: string): Promise<Sim> {
    const place = placeOf(region);
    if (!place) throw new Error(`no place lies in region ${region}`);
    const { seed, bytes } = await this.builder.land(isDungeon(key) ? region : key);
    const sim = new Sim(this.module);
    // Two short tasks instead of a long one: frames are drawn in between.
    await new Promise(resolve => setTimeout(resolve, 0));
    const { west, north } = boundsOfPlace(place);
    sim.loadLand(bytes, seed, west, north);
    this.made.set(key, sim);
    if (!this.latest || key === this.current) this.latest = sim;
    return sim;
  }

  /** Forgets cores beyond the number that is kept: those farthest from where the player stands, never the one just asked for. */
  private letGo(asked: string): void {
    const from = spotOf(this.current || asked);
    const away = (key: string) => {
      const { west, north } = spotOf(key);
      return distanceTo(from, west + REGION_SIZE_M / 2, north + REGION_SIZE_M / 2);
    };
    const others = [...this.kept.keys()].filter(key => key !== this.current && key !== asked).sort((a, b) => away(a) - away(b));
    const room = asked === this.current || !this.current ? OTHERS : OTHERS - 1;
    for (const key of others.slice(room)) this.forget(key);
  }

  private forget(key: string): void {
    this.kept.delete(key);
    this.made.delete(key);
  }
}

/** Under which key the core of a region is kept. */
const landOf = (region: string): string => worldOf(region) || wholeOf(region);
const isDungeon = (key: string): boolean => dungeons.has(key);
/** A dungeon is as near as its gate. */
const spotOf = (key: string): Bounds => (isDungeon(key) ? boundsOfPlace(gateOf(dungeons.key(key)).place) : boundsOf(key));
