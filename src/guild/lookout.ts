// Where members and allies are, for panels and maps. In: the realm's word on who is in which region, the regions' on where in it. Out: lists, made when
// somebody looks and kept for a few seconds, so that a guild of which everybody has the map open costs little more than one who has.
import { type Env, type GuildView, guildPort, realmPort, regionPort, type Seen } from '../ports';
import { wallTime } from '../timing';
import type { Alliance } from './alliance';
import type { Roster } from './roster';

const ANSWER_MS = 3_000;
const KEPT_MS = 2_000;

export class Lookout {
  private readonly kept = new Map<string, { at_ms: number; seen: Promise<Seen[]> }>();

  constructor(
    private readonly env: Env,
    private readonly roster: Roster,
    private readonly alliance: Alliance,
  ) {}

  async members(): Promise<GuildView> {
    const { members } = this.roster.shape;
    const where = await this.regions();
    const { motd, points, ranks } = this.roster.self;
    const seen = members.map(member => ({ ...member, region: where.get(member.character) ?? '' }));
    return { view: 'roster', motd, points, ranks, members: seen };
  }

  /** Members who are in the world. */
  own(): Promise<Seen[]> {
    return this.keep('own', () => this.lookOwn());
  }

  /** And members of allied guilds. */
  all(): Promise<Seen[]> {
    return this.keep('all', async () => {
      const allies = await this.alliance.allies();
      const { id } = this.roster.self;
      const theirs = await Promise.all(
        allies.map(ally => this.or([], wallTime.within(guildPort(this.env, ally).showAlly(id), ANSWER_MS))),
      );
      return [...(await this.own()), ...theirs.flat().map(seen => ({ ...seen, isAlly: true }))];
    });
  }

  private async lookOwn(): Promise<Seen[]> {
    const where = await this.regions();
    const byRegion = Map.groupBy(where.keys(), character => where.get(character) ?? '');
    const spots = await Promise.all(
      Array.from(byRegion, ([region, characters]) =>
        this.or([], wallTime.within(regionPort(this.env, region).spots(characters), ANSWER_MS)),
      ),
    );
    return spots.flat().map(spot => ({
      ...spot,
      name: this.roster.nameOf(spot.character),
      region: where.get(spot.character) ?? '',
      isAlly: false,
    }));
  }

  private async regions(): Promise<Map<string, string>> {
    const present = await realmPort(this.env).present(this.roster.shape.members.map(({ character }) => character));
    return new Map(present.map(({ character, region }) => [character, region]));
  }

  private keep(what: string, look: () => Promise<Seen[]>): Promise<Seen[]> {
    const now_ms = Date.now();
    const known = this.kept.get(what);
    if (known && now_ms - known.at_ms < KEPT_MS) return known.seen;
    const seen = look();
    this.kept.set(what, { at_ms: now_ms, seen });
    return seen;
  }

  /** Who does not answer is not seen. */
  private async or<T>(nothing: T, asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      console.warn({ event: 'lookout_blind', guild: this.roster.self.id, error: String(error) });
      return nothing;
    }
  }
}
