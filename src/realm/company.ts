// Companies on their way into dungeons: parties at a gate, those whom the muster found, and who goes back in. In: orders, matches, people. Out:
// runs that have begun in their instances, and letters that let everybody in from wherever he stands.
import { type Env, type RunOrder, regionPort } from '../ports';
import { dungeons } from '../shared/content';
import type { Dungeon } from '../shared/content/kinds';
import type { RegionKey } from '../shared/regions';
import { assign, type Match, placesOf } from '../shared/rules/muster';
import { OK, REASONS, type Reason } from '../shared/rules/reasons';
import { rolesIn } from '../shared/rules/roles';
import type { Desk } from './desk';
import type { Parties } from './parties';
import type { Presence, Present } from './presence';
import type { Runs, Standing } from './runs';

/** Who is fighting or lies dead when his company goes gets so long to come to an end of it. */
const CALLED_MS = 60_000;

export class Company {
  constructor(
    private readonly env: Env,
    private readonly runs: Runs,
    private readonly parties: Parties,
    private readonly presence: Presence,
    private readonly desk: Desk,
  ) {}

  /** Somebody at a gate: his party's run, or his own. Throws when the instance does not answer. */
  async open(order: RunOrder, now_ms: number): Promise<RegionKey | Reason> {
    const [asker] = order.roster;
    const party = this.parties.of(asker);
    const { company } = dungeons.key(order.dungeon);
    if (party && party.members.length > company) return REASONS.partyTooLarge;
    const wanted = party ? this.ordered(order, asker, now_ms) : order;
    const resumed = this.runs.resume(wanted, now_ms);
    if (!resumed && this.runs.hasBegunMany(asker, now_ms)) return REASONS.tooFast;
    const opened = resumed ?? this.runs.begin(wanted, [asker], now_ms);
    if (!opened) return REASONS.dungeonsFull;
    await this.begin(opened);
    return opened.instance;
  }

  /** Those whom the muster has put together; false: the instance does not answer. */
  async send(match: Match, dungeon: Dungeon): Promise<boolean> {
    const now_ms = Date.now();
    const order: RunOrder = {
      dungeon: dungeon.key,
      roster: [...match.roles.keys()],
      roles: [...match.roles.values()],
      helpers: match.helpers,
      anew: true,
    };
    // All of them have wanted it.
    const opened = this.runs.begin(order, order.roster, now_ms);
    if (!opened) {
      for (const to of order.roster) this.desk.post(to, { what: 'answer', reason: REASONS.dungeonsFull, text: '' });
      return true;
    }
    try {
      await this.begin(opened);
    } catch (error) {
      console.error({ event: 'run_not_begun', instance: opened.instance, error: String(error) });
      this.runs.fail(opened.instance, opened.run.id);
      for (const to of order.roster) this.desk.post(to, { what: 'answer', reason: REASONS.dungeonSilent, text: '' });
      return false;
    }
    const people = order.roster.map(character => this.presence.of(character)).filter(one => one !== undefined);
    const party = this.parties.gather(people, now_ms);
    if (party) this.runs.bind(opened.instance, party);
    for (const to of order.roster) this.letIn(to, opened, now_ms);
    return true;
  }

  /** Back into the run that he left, from anywhere. */
  rejoin({ character, region }: Present, now_ms: number): Reason {
    const standing = this.runs.wayOf(character, now_ms);
    if (!standing || standing.instance === region) return REASONS.noWayBack;
    this.letIn(character, standing, now_ms);
    return OK;
  }

  /** The run that he may go back to; null also while he is in it. */
  wayOf(character: string, now_ms: number): { dungeon: string; until_ms: number } | null {
    const standing = this.runs.wayOf(character, now_ms);
    if (!standing || standing.instance === this.presence.of(character)?.region) return null;
    return { dungeon: standing.run.dungeon, until_ms: standing.run.until_ms };
  }

  /** Whoever left a party may not be in its runs; the instances put him outside. */
  async expel(party: string, character: string): Promise<void> {
    for (const standing of this.runs.expel(party, character)) {
      try {
        await this.begin(standing);
      } catch (error) {
        console.error({ event: 'roster_untold', instance: standing.instance, error: String(error) });
      }
    }
  }

  /** The order of a whole party. Only its leader may begin anew while a run of theirs goes on. */
  private ordered(order: RunOrder, asker: string, now_ms: number): RunOrder {
    const party = this.parties.of(asker);
    if (!party) return order;
    const others = party.members.filter(({ character }) => character !== asker);
    const own = party.members.find(({ character }) => character === asker);
    const members = own ? [own, ...others] : others;
    const seated = assign(members, placesOf(dungeons.key(order.dungeon).company));
    const isLeader = party.leader === asker;
    return {
      ...order,
      roster: members.map(({ character }) => character),
      roles: members.map(({ character, roles }) => seated?.get(character) ?? rolesIn(roles)[0] ?? 'damage'),
      party: party.id,
      anew: order.anew && (isLeader || !this.runs.wayOf(asker, now_ms)),
    };
  }

  private async begin({ instance, run }: Standing): Promise<void> {
    await regionPort(this.env, instance).begin(run);
    for (const character of run.roster) this.desk.change(character, true);
  }

  private letIn(to: string, { instance, run: { dungeon } }: Standing, now_ms: number): void {
    this.desk.post(to, { what: 'way', dungeon, instance, until_ms: now_ms + CALLED_MS });
  }
}
