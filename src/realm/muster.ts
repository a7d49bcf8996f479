// Who waits for a company, and who has been found. In: wishes, people who come and go, time as reports tell it. Out: companies for the realm
// to send into a run. Who waits is written down, so that a boot of the realm costs nobody his place; ready checks are memory and are asked
// anew. The realm has no timer: regions report every few seconds, and then what is due is done.
import type { Waiting } from '../ports';
import { dungeons } from '../shared/content';
import type { Dungeon } from '../shared/content/kinds';
import { NOTICES } from '../shared/protocol/notices';
import { checkQueue, type Fill, form, type Match, READY_MS, type Seeker, type Ticket } from '../shared/rules/muster';
import { OK, REASONS, type Reason } from '../shared/rules/reasons';
import { ulid } from '../ulid';
import type { Desk } from './desk';
import type { Parties } from './parties';
import type { Presence, Present } from './presence';

/** After a boot everybody who waited gets this long to be told of by his region. */
const RETURN_MS = 60_000;

interface Check {
  readonly dungeon: Dungeon;
  readonly match: Match;
  readonly until_ms: number;
  readonly agreed: Set<string>;
}

export class Muster {
  private readonly tickets = new Map<string, Ticket>();
  private readonly byCharacter = new Map<string, Ticket>();
  private readonly checks = new Set<Check>();

  /** `begin`: all of them have agreed, and wait no more. */
  constructor(
    private readonly storage: Pick<DurableObjectStorage, 'sql'>,
    private readonly presence: Presence,
    private readonly parties: Parties,
    private readonly desk: Desk,
    private readonly bornAt_ms: number,
    private readonly begin: (match: Match, dungeon: Dungeon) => void,
  ) {
    for (const { json } of storage.sql.exec<{ json: string }>('SELECT json FROM ticket')) this.remember(JSON.parse(json) as Ticket);
  }

  waitingOf(character: string): Waiting | null {
    const ticket = this.byCharacter.get(character);
    if (!ticket) return null;
    const { dungeon, fill, since_ms } = ticket;
    const check = this.checkOf(ticket);
    if (!check) return { dungeon, fill, since_ms, check: null };
    const { match, until_ms, agreed } = check;
    const seats = Array.from(match.roles, ([one, role]) => ({ character: one, role, agreed: agreed.has(one) }));
    return { dungeon, fill, since_ms, check: { until_ms, seats } };
  }

  // ---- wishes ----

  queue(by: Present, key: string, fill: Fill, now_ms: number): { reason: Reason; text: string } {
    const party = this.parties.of(by.character);
    const refuse = (reason: Reason, text = '') => ({ reason, text });
    if (!dungeons.has(key)) return refuse(REASONS.noSuchDungeon);
    if (party && party.leader !== by.character) return refuse(REASONS.notLeader);
    const people: Present[] = [];
    for (const { character, name } of party?.members ?? [by]) {
      const present = character === by.character ? by : this.presence.of(character);
      if (!present || present.isAway) return refuse(REASONS.memberGone, name);
      if (this.byCharacter.has(character)) return refuse(REASONS.alreadyQueued);
      people.push(present);
    }
    const dungeon = dungeons.key(key);
    const members = people.map(one => this.seekerOf(one));
    const levels = people.map(({ level }) => level);
    const reason = checkQueue(dungeon, levels, members);
    if (reason !== OK) {
      const young = reason === REASONS.levelTooLow ? people.find(({ level }) => level < dungeon.least) : undefined;
      return refuse(reason, young?.name);
    }
    this.put({ id: ulid(now_ms), dungeon: key, since_ms: now_ms, party: party?.id ?? '', members, fill });
    this.match(dungeon, now_ms);
    return refuse(OK);
  }

  unqueue(by: Present, now_ms: number): Reason {
    const ticket = this.byCharacter.get(by.character);
    if (!ticket) return REASONS.notQueued;
    const party = this.parties.of(by.character);
    if (party && party.leader !== by.character) return REASONS.notLeader;
    this.withdraw(ticket, by, now_ms);
    return OK;
  }

  ready(by: Present, accept: boolean, now_ms: number): Reason {
    const ticket = this.byCharacter.get(by.character);
    const check = ticket && this.checkOf(ticket);
    if (!ticket || !check || now_ms >= check.until_ms) return REASONS.noReadyCheck;
    if (!accept) {
      this.withdraw(ticket, by, now_ms);
      return OK;
    }
    check.agreed.add(by.character);
    this.tell(check.match.tickets);
    if (check.agreed.size === check.match.roles.size) this.send(check);
    return OK;
  }

  // ---- what comes about ----

  /** Something about him has changed: his ticket ends if it speaks of a party that is no more as it was. */
  review(character: string, now_ms: number): void {
    const ticket = this.byCharacter.get(character);
    if (!ticket) return;
    const party = this.parties.of(character);
    const now = (party?.members ?? [{ character }]).map(member => member.character).toSorted();
    const then = ticket.members.map(member => member.character).toSorted();
    const isSame = (party?.id ?? '') === ticket.party && now.join() === then.join();
    const present = this.presence.of(character);
    const picked = ticket.members.find(member => member.character === character)?.roles;
    const hasRoles = !present || this.seekerOf(present).roles === picked;
    if (!isSame || !hasRoles) this.withdraw(ticket, null, now_ms);
  }

  /** He has left the world. */
  miss(character: string, name: string, now_ms: number): void {
    const ticket = this.byCharacter.get(character);
    if (ticket) this.withdraw(ticket, { character, name }, now_ms);
  }

  /** Ready checks run out, whoever waited long enough goes with companions, and who never came back waits no more. */
  tend(now_ms: number): void {
    for (const check of [...this.checks]) if (now_ms >= check.until_ms) this.lapse(check, now_ms);
    if (now_ms - this.bornAt_ms >= RETURN_MS) {
      for (const ticket of [...this.tickets.values()]) {
        if (ticket.members.some(({ character }) => !this.presence.of(character))) this.withdraw(ticket, null, now_ms);
      }
    }
    for (const key of new Set(Array.from(this.tickets.values(), ({ dungeon }) => dungeon))) this.match(dungeons.key(key), now_ms);
  }

  /** The run did not begin: everybody has his place again. */
  restore({ tickets }: Match): void {
    for (const ticket of tickets) if (ticket.members.every(({ character }) => !this.byCharacter.has(character))) this.put(ticket);
  }

  private match(dungeon: Dungeon, now_ms: number): void {
    for (;;) {
      const free = [...this.tickets.values()].filter(ticket => ticket.dungeon === dungeon.key && this.isFree(ticket));
      const match = form(free, dungeon.company, now_ms);
      if (!match) return;
      const check = { dungeon, match, until_ms: now_ms + READY_MS, agreed: new Set<string>() };
      this.checks.add(check);
      // Somebody alone with companions has nobody to wait for, and has just said that he wants to go.
      if (match.roles.size === 1 && match.tickets[0].fill === 'now') this.send(check);
      else this.tell(match.tickets);
    }
  }

  private isFree(ticket: Ticket): boolean {
    const isHere = ({ character }: Seeker): boolean => this.presence.of(character)?.isAway === false;
    return !this.checkOf(ticket) && ticket.members.every(isHere);
  }

  private checkOf(ticket: Ticket): Check | undefined {
    return [...this.checks].find(({ match }) => match.tickets.includes(ticket));
  }

  private send(check: Check): void {
    this.checks.delete(check);
    for (const ticket of check.match.tickets) this.drop(ticket);
    this.begin(check.match, check.dungeon);
  }

  /** Nobody more answers: who has not goes, with those who queued with him; the others keep their places. */
  private lapse(check: Check, now_ms: number): void {
    const isSilent = ({ members }: Ticket): boolean => members.some(({ character }) => !check.agreed.has(character));
    const silent = check.match.tickets.filter(isSilent);
    const [name = ''] = silent.flatMap(({ members }) =>
      members
        .filter(({ character }) => !check.agreed.has(character))
        .map(({ character }) => this.presence.of(character)?.name ?? ''),
    );
    this.dissolve(check, silent, name, now_ms);
  }

  /** That ticket waits no more, by him or (null) by itself. */
  private withdraw(ticket: Ticket, by: Pick<Present, 'character' | 'name'> | null, now_ms: number): void {
    const check = this.checkOf(ticket);
    if (check) this.dissolve(check, [ticket], by?.name ?? '', now_ms);
    else {
      this.drop(ticket);
      for (const { character } of ticket.members)
        if (character !== by?.character) this.desk.notice(character, NOTICES.musterEnded, '');
    }
  }

  /** The ready check is over without a run. */
  private dissolve(check: Check, out: readonly Ticket[], name: string, now_ms: number): void {
    this.checks.delete(check);
    for (const ticket of check.match.tickets) {
      const isOut = out.includes(ticket);
      if (isOut) this.drop(ticket);
      for (const { character } of ticket.members) this.desk.notice(character, NOTICES.musterFailed, name, isOut ? 0 : 1);
    }
    this.tell(check.match.tickets);
    this.match(check.dungeon, now_ms);
  }

  private tell(tickets: readonly Ticket[]): void {
    for (const { members } of tickets) for (const { character } of members) this.desk.change(character, true);
  }

  private seekerOf(present: Present): Seeker {
    return { character: present.character, roles: this.parties.rolesOf(present) };
  }

  private put(ticket: Ticket): void {
    this.storage.sql.exec('INSERT OR REPLACE INTO ticket VALUES (?, ?)', ticket.id, JSON.stringify(ticket));
    this.remember(ticket);
    this.tell([ticket]);
  }

  private remember(ticket: Ticket): void {
    this.tickets.set(ticket.id, ticket);
    for (const { character } of ticket.members) this.byCharacter.set(character, ticket);
  }

  private drop(ticket: Ticket): void {
    this.storage.sql.exec('DELETE FROM ticket WHERE id = ?', ticket.id);
    this.tickets.delete(ticket.id);
    for (const { character } of ticket.members) this.byCharacter.delete(character);
    this.tell([ticket]);
  }
}
