// Parties: who belongs together, who leads, and what each may do. In: a party and somebody's wish. Out: a reason, or the party as it is then.
// Pure; the panel greys its buttons out with the same checks that the realm decides with.
import { OK, REASONS, type Reason } from './reasons';

export const PARTY_MOST = 5;
export const RAID_MOST = 20;
/** An invitation holds for so long. */
export const INVITATION_MS = 60_000;
/** Who declined is not asked again by the same one for so long. */
export const DECLINED_MS = 30_000;
/** So many invitations one may have sent out, and so many one may have got, at a time. */
export const MOST_INVITATIONS = 5;
/** When the leader has been gone for so long, the next one leads. */
export const LEADER_GONE_MS = 60_000;
/** Who has been gone for so long belongs to the party no more. */
export const MEMBER_GONE_MS = 30 * 60_000;
/** Who is asked whether he is ready has so long to say. */
export const READINESS_MS = 20_000;
/** Marks over bodies: 1..8. */
export const MARKS = ['star', 'ring', 'diamond', 'triangle', 'moon', 'square', 'cross', 'skull'] as const;
/** Members who are this near to a kill share it. */
export const SHARE_RANGE_M = 60;
/** Who is no more than so many levels below the highest of those who fought has a full share. */
const FULL_SHARE_LEVELS = 4;

/** A member as it is written down: what was last known of him. */
export interface Member {
  /** Id of the character. */
  readonly character: string;
  readonly name: string;
  readonly level: number;
  readonly covenant: number;
  readonly cls: number;
  /** Bits of the roles that he picked (roles.ts). */
  readonly roles: number;
}

export interface Party<M extends Pick<Member, 'character'> = Member> {
  readonly id: string;
  /** Id of the leader's character. */
  readonly leader: string;
  readonly isRaid: boolean;
  /** Rare finds are rolled for (rolls.ts); absent: everybody has his own. */
  readonly rolls?: boolean;
  /** In the order in which they came. */
  readonly members: readonly M[];
}
/** As much of a party as the checks look at. */
type Shape = Pick<Party<Pick<Member, 'character'>>, 'leader' | 'isRaid' | 'members'>;

export const mostOf = ({ isRaid }: Pick<Party, 'isRaid'>): number => (isRaid ? RAID_MOST : PARTY_MOST);
export const isIn = ({ members }: Shape, character: string): boolean => members.some(member => member.character === character);

// ---- checks: `party` null: he is in none ----

export function checkInvite(party: Shape | null, by: string): Reason {
  if (!party) return OK;
  if (party.leader !== by) return REASONS.notLeader;
  return party.members.length >= mostOf(party) ? REASONS.partyFull : OK;
}

export const checkLeave = (party: Shape | null): Reason => (party ? OK : REASONS.notInParty);

/** Putting somebody out, or making him the leader. */
export function checkMember(party: Shape | null, by: string, whom: string): Reason {
  if (!party) return REASONS.notInParty;
  if (party.leader !== by) return REASONS.notLeader;
  return by === whom || !isIn(party, whom) ? REASONS.noSuchPlayer : OK;
}

export function checkConvert(party: Shape | null, by: string, isRaid: boolean): Reason {
  if (!party) return REASONS.notInParty;
  if (party.leader !== by) return REASONS.notLeader;
  if (party.isRaid === isRaid) return REASONS.alreadyDone;
  return !isRaid && party.members.length > PARTY_MOST ? REASONS.partyTooLarge : OK;
}

/** Asking all whether they are ready, or saying how finds are shared. */
export function checkLead(party: Shape | null, by: string): Reason {
  if (!party) return REASONS.notInParty;
  return party.leader === by ? OK : REASONS.notLeader;
}

// ---- what follows ----

export const withMember = (party: Party, member: Member): Party => ({ ...party, members: [...party.members, member] });

/** Null: nobody is left who could be a party. The first of those who came leads after a leader who goes. */
export function withoutMember(party: Party, character: string): Party | null {
  const members = party.members.filter(member => member.character !== character);
  if (members.length < 2) return null;
  return { ...party, members, leader: party.leader === character ? members[0].character : party.leader };
}

/** Changes what is known of a member. */
export function withFacts(party: Party, facts: Member): Party {
  return { ...party, members: party.members.map(member => (member.character === facts.character ? facts : member)) };
}

/** Who leads after a leader that is gone: the first member of whom that is not so; null: all are. */
export function nextLeader({ leader, members }: Party, isGone: (character: string) => boolean): string | null {
  return members.find(({ character }) => character !== leader && !isGone(character))?.character ?? null;
}

/**
 * What is left of a share of a kill, permille, for a member of that level; `highest`: level of the highest member who is near. Who is far
 * below has little of it: nobody is carried to the last level by standing about.
 */
export function shareFor(level: number, highest: number, permille: number): number {
  return highest - level <= FULL_SHARE_LEVELS ? permille : Math.round((permille * level) / highest);
}
