// What Talk brings to regions: lines of rooms, and words for people. In: both, as they come. Out: for each region one bundle of lines at a time,
// and one of letters. A region that cannot be reached asks for what it missed; words for its people are told anew when they come again.
import { type Env, type Letter, type Rooms, regionPort, type Word } from '../ports';
import type { RegionKey } from '../shared/regions';
import type { KeptLine, RoomKey } from '../shared/rules/rooms';
import type { People } from './people';

/** A region whose people have just come is told of everything for so long, whatever the realm knows by then. */
const FRESH_MS = 30_000;

export class Courier {
  private readonly attended_ms = new Map<RegionKey, number>();
  private letters: Letter[] = [];

  constructor(
    private readonly env: Env,
    private readonly people: People,
    private readonly later: (work: Promise<unknown>) => void,
  ) {}

  /** Somebody came there, as the region itself says. */
  attended(region: RegionKey, now_ms: number): void {
    this.attended_ms.set(region, now_ms);
  }

  /** To somebody in the world. */
  post(to: string, word: Word): void {
    this.letters.push({ to, word });
  }

  /** Regions in which somebody may hear what is said to everybody. */
  listening(now_ms: number): Set<RegionKey> {
    for (const [region, at_ms] of this.attended_ms) if (now_ms - at_ms > FRESH_MS) this.attended_ms.delete(region);
    return new Set([...this.people.regions, ...this.attended_ms.keys()]);
  }

  /** Brings the lines of each room to the regions that `where` names for it. */
  bring(news: ReadonlyMap<RoomKey, KeptLine[]>, where: (room: RoomKey) => Iterable<RegionKey>): void {
    const bundles = new Map<RegionKey, Record<RoomKey, KeptLine[]>>();
    for (const [room, lines] of news) {
      for (const region of where(room)) {
        const bundle = bundles.get(region) ?? {};
        bundle[room] = lines;
        bundles.set(region, bundle);
      }
    }
    for (const [region, rooms] of bundles) this.later(this.overhear(region, rooms));
  }

  /** The end of a turn of Talk: letters leave. */
  close(): void {
    const bundles = new Map<RegionKey, Letter[]>();
    for (const letter of this.letters.splice(0)) {
      const region = this.people.of(letter.to)?.region;
      if (!region) continue;
      const bundle = bundles.get(region);
      if (bundle) bundle.push(letter);
      else bundles.set(region, [letter]);
    }
    for (const [region, letters] of bundles) this.later(this.hand(region, letters));
  }

  private async overhear(region: RegionKey, rooms: Rooms): Promise<void> {
    try {
      await regionPort(this.env, region).overhear(rooms);
    } catch (error) {
      console.error({ event: 'talk_unheard', region, error: String(error) });
    }
  }

  private async hand(region: RegionKey, letters: readonly Letter[]): Promise<void> {
    try {
      await regionPort(this.env, region).hand(letters);
    } catch (error) {
      console.error({ event: 'letters_undelivered', region, count: letters.length, error: String(error) });
    }
  }
}
