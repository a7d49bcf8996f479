// The parties of the world. In: wishes of those who are in it, and who comes and goes. Out: parties, written before anybody is told; each
// change names those whose affairs it changes. Invitations are memory: whoever was asked before a boot of the realm is asked again.
import { NOTICES } from '../shared/protocol/notices';
import { nameKey } from '../shared/rules/names';
import {
  checkConvert,
  checkInvite,
  checkLead,
  checkLeave,
  checkMember,
  DECLINED_MS,
  INVITATION_MS,
  isIn,
  LEADER_GONE_MS,
  MEMBER_GONE_MS,
  type Member,
  MOST_INVITATIONS,
  nextLeader,
  PARTY_MOST,
  type Party,
  withFacts,
  withMember,
  withoutMember,
} from '../shared/rules/parties';
import { OK, REASONS, type Reason } from '../shared/rules/reasons';
import { fitting, playable } from '../shared/rules/roles';
import { ulid } from '../ulid';
import type { Desk } from './desk';
import type { Presence, Present } from './presence';

interface Invitation {
  readonly from: string;
  readonly to: string;
  readonly until_ms: number;
}

export class Parties {
  private readonly all = new Map<string, Party>();
  private readonly byCharacter = new Map<string, string>();
  private invitations: Invitation[] = [];
  /** Who said no to whom, and until when he is left in peace. */
  private declined: Invitation[] = [];
  /** What those picked who are in no party. */
  private readonly picked = new Map<string, number>();
  /** Since when members have been gone. After a boot everybody gets his time anew. */
  private readonly gone_ms = new Map<string, number>();

  constructor(
    private readonly storage: Pick<DurableObjectStorage, 'sql'>,
    private readonly presence: Presence,
    private readonly desk: Desk,
  ) {
    for (const { json } of storage.sql.exec<{ json: string }>('SELECT json FROM party')) this.remember(JSON.parse(json) as Party);
  }

  of(character: string): Party | null {
    return this.all.get(this.byCharacter.get(character) ?? '') ?? null;
  }

  /** Bits of the roles that he is ready to play. */
  rolesOf({ character, cls }: Pick<Present, 'character' | 'cls'>): number {
    const picked = this.of(character)?.members.find(member => member.character === character)?.roles;
    return fitting(cls, picked ?? this.picked.get(character) ?? 0);
  }

  // ---- wishes ----

  invite(by: Present, name: string, now_ms: number): Reason {
    this.lapse(now_ms);
    const whom = this.presence.named(nameKey(name.trim()));
    const party = this.of(by.character);
    if (!whom) return REASONS.noSuchPlayer;
    if (whom.character === by.character) return REASONS.inviteSelf;
    const reason = checkInvite(party, by.character);
    if (reason !== OK) return reason;
    if (this.of(whom.character)) return REASONS.alreadyInParty;
    const isBetween = ({ from, to }: Invitation): boolean => from === by.character && to === whom.character;
    if (this.invitations.some(isBetween)) return REASONS.alreadyInvited;
    if (this.declined.some(isBetween)) return REASONS.declinedLately;
    const { invitations } = this;
    const isMany = (end: 'from' | 'to', of: string): boolean =>
      invitations.filter(one => one[end] === of).length >= MOST_INVITATIONS;
    if (isMany('from', by.character) || isMany('to', whom.character)) return REASONS.tooManyInvitations;
    const until_ms = now_ms + INVITATION_MS;
    this.invitations.push({ from: by.character, to: whom.character, until_ms });
    const count = party?.members.length ?? 1;
    this.desk.post(whom.character, { what: 'invited', from: by.character, account: by.account, name: by.name, count, until_ms });
    this.desk.notice(by.character, NOTICES.partyInvited, whom.name);
    return OK;
  }

  answer(by: Present, from: string, accept: boolean, now_ms: number): Reason {
    this.lapse(now_ms);
    const invitation = this.invitations.find(one => one.from === from && one.to === by.character);
    if (!invitation) return REASONS.noInvitation;
    this.invitations = this.invitations.filter(one => one !== invitation);
    if (!accept) {
      this.declined.push({ ...invitation, until_ms: now_ms + DECLINED_MS });
      this.desk.notice(from, NOTICES.partyDeclined, by.name);
      return OK;
    }
    if (this.of(by.character)) return REASONS.alreadyInParty;
    const host = this.presence.of(from);
    const party = this.of(from);
    if (!host) return REASONS.noInvitation;
    const reason = checkInvite(party, from);
    // He has left the party for which he asked, or leads it no more.
    if (reason !== OK) return reason === REASONS.partyFull ? reason : REASONS.noInvitation;
    const joined = this.memberOf(by);
    this.put(
      party ? withMember(party, joined) : { id: ulid(now_ms), leader: from, isRaid: false, members: [this.memberOf(host), joined] },
    );
    this.noticeAll(by.character, NOTICES.partyJoined, by.name);
    return OK;
  }

  leave(by: string): Reason {
    const reason = checkLeave(this.of(by));
    if (reason === OK) this.release(by);
    return reason;
  }

  kick(by: string, whom: string): Reason {
    const reason = checkMember(this.of(by), by, whom);
    if (reason !== OK) return reason;
    this.release(whom);
    this.desk.notice(whom, NOTICES.partyOut, '');
    return OK;
  }

  promote(by: string, whom: string): Reason {
    const party = this.of(by);
    const reason = checkMember(party, by, whom);
    if (party && reason === OK) this.lead(party, whom);
    return reason;
  }

  convert(by: string, isRaid: boolean): Reason {
    const party = this.of(by);
    const reason = checkConvert(party, by, isRaid);
    if (party && reason === OK) this.put({ ...party, isRaid });
    return reason;
  }

  /** How rare finds are shared from now on. */
  shareLoot(by: string, rolls: boolean): Reason {
    const party = this.of(by);
    const reason = checkLead(party, by);
    if (party && reason === OK) this.put({ ...party, rolls });
    return reason;
  }

  /** Keeps of what he picked what his class can play. */
  pick({ character, cls }: Present, roles: number): Reason {
    const fit = roles & playable(cls);
    if (!fit) return REASONS.rolesUnfit;
    this.picked.set(character, fit);
    const party = this.of(character);
    const member = party?.members.find(one => one.character === character);
    if (party && member) this.put(withFacts(party, { ...member, roles: fit }));
    else this.desk.change(character, true);
    return OK;
  }

  // ---- what comes about ----

  /** Those who were found together become one party, if they are not. Returns its id; '' for somebody alone. */
  gather(found: readonly Present[], now_ms: number): string {
    if (found.length < 2) return '';
    const own = this.of(found[0].character);
    if (own && own.members.length === found.length && found.every(({ character }) => isIn(own, character))) return own.id;
    const members = found.map(present => this.memberOf(present));
    // Whoever led the largest party of them leads on.
    const leaders = found.map(({ character }) => this.of(character)).filter(party => party !== null);
    const [largest] = leaders.toSorted((a, b) => b.members.length - a.members.length);
    const leader = members.find(({ character }) => character === largest?.leader) ?? members[0];
    for (const { character } of found) if (this.of(character)) this.release(character);
    const party = { id: ulid(now_ms), leader: leader.character, isRaid: members.length > PARTY_MOST, members };
    this.put(party);
    return party.id;
  }

  /** He came, went on or left: what is known of him changes, and so does what his party sees of him. */
  note(character: string, now_ms: number): void {
    const present = this.presence.of(character);
    const party = this.of(character);
    if (!present) {
      this.picked.delete(character);
      if (party && !this.gone_ms.has(character)) this.gone_ms.set(character, now_ms);
    } else this.gone_ms.delete(character);
    if (!party) return;
    // Not written: the next change of the party takes it along, and until then everybody's region tells it again.
    if (present) this.remember(withFacts(party, this.memberOf(present)));
    for (const member of party.members) this.desk.change(member.character, false);
  }

  /** Whoever has been gone too long leads no more, or belongs to the party no more. Called as regions report. */
  tend(now_ms: number): void {
    for (const party of [...this.all.values()]) {
      for (const { character } of party.members) {
        if (!this.presence.of(character) && !this.gone_ms.has(character)) this.gone_ms.set(character, now_ms);
      }
    }
    for (const [character, since_ms] of [...this.gone_ms]) {
      const party = this.of(character);
      if (!party) this.gone_ms.delete(character);
      else if (now_ms - since_ms >= MEMBER_GONE_MS) this.release(character);
      else if (party.leader === character && now_ms - since_ms >= LEADER_GONE_MS) {
        const next = nextLeader(party, one => !this.presence.of(one));
        if (next) this.lead(party, next);
      }
    }
  }

  private lead(party: Party, leader: string): void {
    this.put({ ...party, leader });
    this.noticeAll(leader, NOTICES.partyLeads, party.members.find(({ character }) => character === leader)?.name ?? '');
  }

  /** He belongs to it no more. */
  private release(character: string): void {
    const party = this.of(character);
    if (!party) return;
    const { name = '' } = party.members.find(member => member.character === character) ?? {};
    const left = withoutMember(party, character);
    this.byCharacter.delete(character);
    this.gone_ms.delete(character);
    this.desk.change(character, true);
    this.desk.left(party.id, character);
    if (left) {
      this.put(left);
      for (const member of left.members) this.desk.notice(member.character, NOTICES.partyLeft, name);
      if (left.leader !== party.leader) this.lead(left, left.leader);
      return;
    }
    this.storage.sql.exec('DELETE FROM party WHERE id = ?', party.id);
    this.all.delete(party.id);
    for (const member of party.members) {
      if (member.character === character) continue;
      this.byCharacter.delete(member.character);
      this.gone_ms.delete(member.character);
      this.desk.change(member.character, true);
      this.desk.notice(member.character, NOTICES.partyEnded, name);
    }
  }

  private noticeAll(about: string, notice: number, name: string): void {
    for (const { character } of this.of(about)?.members ?? []) this.desk.notice(character, notice, name);
  }

  private memberOf(present: Present): Member {
    const { character, name, level, covenant, cls } = present;
    return { character, name, level, covenant, cls, roles: this.rolesOf(present) };
  }

  /** Written first; the desk tells it when this turn of the realm is over. */
  private put(party: Party): void {
    this.storage.sql.exec('INSERT OR REPLACE INTO party VALUES (?, ?)', party.id, JSON.stringify(party));
    this.remember(party);
    for (const { character } of party.members) this.desk.change(character, true);
  }

  private remember(party: Party): void {
    this.all.set(party.id, party);
    for (const { character } of party.members) this.byCharacter.set(character, party.id);
  }

  private lapse(now_ms: number): void {
    this.invitations = this.invitations.filter(({ until_ms }) => until_ms > now_ms);
    this.declined = this.declined.filter(({ until_ms }) => until_ms > now_ms);
  }
}
