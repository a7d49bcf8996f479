// Who waits for a match in an arena, and which arena has which match. In: wishes, people who come and go, time as reports tell it. Out: matches
// that have begun in their arenas, and letters that call everybody there. Who waits and which arena is taken is written before anybody is told.
import { type Affairs, type Env, regionPort } from '../ports';
import { ARENAS } from '../shared/content';
import { NOTICES } from '../shared/protocol/notices';
import { instanceKey, type RegionKey } from '../shared/regions';
import { checkEnlist, type Enlisted, type Fighter, GATHER_MS, MATCH_MS, type Match, pairUp } from '../shared/rules/arena';
import { OK, REASONS, type Reason } from '../shared/rules/reasons';
import { SLOTS } from '../shared/rules/runs';
import { ulid } from '../ulid';
import type { Desk } from './desk';
import type { Parties } from './parties';
import type { Presence, Present } from './presence';

/** An arena rests so long between two matches. */
const REST_MS = 60_000;
/** After a boot everybody who waited gets this long to be told of by his region. */
const RETURN_MS = 60_000;

type TakenRow = { instance: string; until_ms: number };

export class Lists {
  private readonly tickets = new Map<string, Enlisted>();
  private readonly byCharacter = new Map<string, Enlisted>();
  private readonly taken = new Map<RegionKey, number>();

  constructor(
    private readonly storage: Pick<DurableObjectStorage, 'sql'>,
    private readonly env: Env,
    private readonly presence: Presence,
    private readonly parties: Parties,
    private readonly desk: Desk,
    private readonly bornAt_ms: number,
  ) {
    for (const { json } of storage.sql.exec<{ json: string }>('SELECT json FROM enlisted'))
      this.remember(JSON.parse(json) as Enlisted);
    for (const { instance, until_ms } of storage.sql.exec<TakenRow>('SELECT * FROM arena')) this.taken.set(instance, until_ms);
  }

  waitingOf(character: string): Affairs['lists'] {
    const ticket = this.byCharacter.get(character);
    const own = ticket?.members.find(member => member.character === character);
    return ticket && own ? { since_ms: ticket.since_ms, rating: own.rating, party: ticket.members.length } : null;
  }

  get instances(): RegionKey[] {
    return [...this.taken.keys()];
  }

  // ---- wishes ----

  /** Who would wait with him: he alone, or the party that he leads. */
  companyOf(by: Present): readonly string[] {
    return this.parties.of(by.character)?.members.map(({ character }) => character) ?? [by.character];
  }

  /** `ratings` of companyOf, in its order. */
  enlist(by: Present, company: readonly string[], ratings: readonly number[], now_ms: number): { reason: Reason; text: string } {
    const party = this.parties.of(by.character);
    const refuse = (reason: Reason, text = '') => ({ reason, text });
    if (party && party.leader !== by.character) return refuse(REASONS.notLeader);
    const now = this.companyOf(by);
    // While the boards were asked, somebody joined or left.
    if (now.join() !== company.join()) return refuse(REASONS.notNow);
    const members: Fighter[] = [];
    for (const [i, character] of company.entries()) {
      const present = character === by.character ? by : this.presence.of(character);
      const known = party?.members.find(member => member.character === character);
      if (!present || present.isAway) return refuse(REASONS.memberGone, known?.name);
      if (this.byCharacter.has(character)) return refuse(REASONS.alreadyEnlisted);
      const { name, level, covenant } = present;
      members.push({ character, name, level, covenant, rating: ratings[i] });
    }
    const reason = checkEnlist(members.map(({ level }) => level));
    if (reason !== OK) return refuse(reason);
    this.put({ id: ulid(now_ms), party: party?.id ?? '', since_ms: now_ms, members });
    this.match(now_ms);
    return refuse(OK);
  }

  withdraw(by: Present): Reason {
    const ticket = this.byCharacter.get(by.character);
    if (!ticket) return REASONS.notEnlisted;
    this.drop(ticket);
    for (const { character } of ticket.members)
      if (character !== by.character) this.desk.notice(character, NOTICES.arenaWithdrawn, by.name);
    return OK;
  }

  // ---- what comes about ----

  /** Something about him has changed: who waits as a party waits no more when it is another one. */
  review(character: string): void {
    const ticket = this.byCharacter.get(character);
    if (!ticket) return;
    const party = this.parties.of(character);
    const now = (party?.members ?? [{ character }]).map(member => member.character).toSorted();
    const then = ticket.members.map(member => member.character).toSorted();
    if ((party?.id ?? '') !== ticket.party || now.join() !== then.join()) this.end(ticket, '');
  }

  /** He has left the world. */
  miss(character: string, name: string): void {
    const ticket = this.byCharacter.get(character);
    if (ticket) this.end(ticket, name);
  }

  /** Ratings that may meet grow with waiting; and who never came back after a boot waits no more. */
  tend(now_ms: number): void {
    if (now_ms - this.bornAt_ms >= RETURN_MS) {
      for (const ticket of [...this.tickets.values()])
        if (ticket.members.some(({ character }) => !this.presence.of(character))) this.end(ticket, '');
    }
    this.match(now_ms);
  }

  private match(now_ms: number): void {
    for (;;) {
      const isHere = ({ character }: Fighter): boolean => this.presence.of(character)?.isAway === false;
      const sides = pairUp(
        [...this.tickets.values()].filter(({ members }) => members.every(isHere)),
        now_ms,
      );
      const instance = sides && this.free(now_ms);
      if (!sides || !instance) return;
      for (const ticket of sides.flat()) this.drop(ticket);
      this.take(instance, now_ms + MATCH_MS + REST_MS);
      void this.begin(sides, instance, now_ms);
    }
  }

  /** The arena has heard of the match before anybody is sent there. If it does not answer, everybody has his place again. */
  private async begin(sides: readonly [Enlisted[], Enlisted[]], instance: RegionKey, now_ms: number): Promise<void> {
    const [one, two] = sides.map(side => side.flatMap(({ members }) => members));
    const arena = ARENAS[0].key;
    const match: Match = { id: ulid(now_ms), arena, opened_ms: now_ms, sides: [one, two], begins_ms: 0, out: [], over: null };
    try {
      await regionPort(this.env, instance).beginMatch(match);
    } catch (error) {
      console.error({ event: 'match_not_begun', instance, error: String(error) });
      for (const ticket of sides.flat())
        if (ticket.members.every(({ character }) => !this.byCharacter.has(character))) this.put(ticket);
      for (const { character } of [...one, ...two])
        this.desk.post(character, { what: 'answer', reason: REASONS.arenaSilent, text: '' });
      this.onBegun();
      return;
    }
    for (const [gate, side] of match.sides.entries())
      for (const { character } of side)
        this.desk.post(character, { what: 'way', dungeon: arena, instance, until_ms: now_ms + GATHER_MS, gate });
    this.onBegun();
  }

  /** Letters are on the desk outside of a turn of the realm. */
  onBegun: () => void = () => {};

  private free(now_ms: number): RegionKey | undefined {
    for (let slot = 0; slot < SLOTS; slot++) {
      const key = instanceKey(ARENAS[0].key, slot);
      if (now_ms > (this.taken.get(key) ?? 0)) return key;
    }
    return undefined;
  }

  private take(instance: RegionKey, until_ms: number): void {
    this.storage.sql.exec('INSERT OR REPLACE INTO arena VALUES (?, ?)', instance, until_ms);
    this.taken.set(instance, until_ms);
  }

  private end(ticket: Enlisted, name: string): void {
    this.drop(ticket);
    for (const { character } of ticket.members) this.desk.notice(character, NOTICES.arenaWithdrawn, name);
  }

  private put(ticket: Enlisted): void {
    this.storage.sql.exec('INSERT OR REPLACE INTO enlisted VALUES (?, ?)', ticket.id, JSON.stringify(ticket));
    this.remember(ticket);
    this.tell(ticket);
  }

  private remember(ticket: Enlisted): void {
    this.tickets.set(ticket.id, ticket);
    for (const { character } of ticket.members) this.byCharacter.set(character, ticket);
  }

  private drop(ticket: Enlisted): void {
    this.storage.sql.exec('DELETE FROM enlisted WHERE id = ?', ticket.id);
    this.tickets.delete(ticket.id);
    for (const { character } of ticket.members) this.byCharacter.delete(character);
    this.tell(ticket);
  }

  private tell({ members }: Enlisted): void {
    for (const { character } of members) this.desk.change(character, true);
  }
}
